"""`pending`: the work list in lines for people, and the REST answer for machines."""

from __future__ import annotations

import json

from starlette.testclient import TestClient

from tests.api.command_line.conftest import organica
from tests.api.conftest import an_application

REPORT = (
    "int/oea/informe/2023/cooperacion-bilateral-rial-oea-entre-los-ministerios-de-trabajo-de-peru-y-paraguay"
)


def test_each_body_is_followed_by_what_is_not_known_of_it_and_where_to_look(seeded: str) -> None:
    shown = organica("pending", "--kinds", "declared_gap", "--organization", "py.snpp", url=seeded)
    assert (shown.code, shown.err) == (0, "")
    lines = shown.out.splitlines()
    assert lines[0] == "py.snpp"
    place = lines.index(
        "  No se sabe: ¿Cómo depende el SNPP del Ministerio de Trabajo, Empleo y Seguridad Social?  [py.snpp]"
    )
    assert lines[place + 1] == f"    {REPORT}#dependencia-snpp, 256-261"
    assert lines[-1] == "Pendientes: 4."


def test_it_speaks_english_and_says_where_nothing_is_pending(seeded: str, empty: str) -> None:
    shown = organica("--lang", "en", "pending", "--organization", "py.snpp", url=seeded)
    assert "  No source says what Gerencia Técnica hangs from.  [gerencia-tecnica]" in shown.out
    assert organica("pending", url=empty).out == "No hay pendientes.\n"


def test_the_whole_list_is_longer_than_a_page(seeded: str) -> None:
    shown = organica("pending", url=seeded)
    told = [line for line in shown.out.splitlines() if line.startswith("  ") and not line.startswith("    ")]
    assert shown.out.splitlines()[-1] == f"Pendientes: {len(told)}."
    assert len(told) > 100


def test_as_json_it_is_what_rest_answers(seeded: str) -> None:
    asked = ("--as-of", "2025-06-30", "--known-at", "2", "--organization", "cl.chilecompra")
    shown = json.loads(organica("pending", *asked, "--json", url=seeded).out)
    with TestClient(an_application(seeded)) as client:
        answer = client.get("/v1/work-list?as_of=2025-06-30&known_at=2&organization=cl.chilecompra").json()
    assert shown == answer


def test_a_kind_that_there_is_not_is_wrong_usage(seeded: str) -> None:
    refused = organica("pending", "--kinds", "nada", url=seeded)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("error[unknown_work_kind]: «nada» no es un tipo de pendiente.")
