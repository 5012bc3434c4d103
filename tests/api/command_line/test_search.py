"""`search`: what was found in lines for people, marked on a terminal, and the REST answer for machines."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from tests.api.command_line.conftest import organica
from tests.api.command_line.test_terminal import ESCAPE, on_a_terminal
from tests.api.conftest import an_application

BODY = "cl.chilecompra"
QUESTION = "¿quién ve la capacitación de compradores?"
ASKED = ("search", QUESTION, "--as-of", "2025-06-30")
MARKED = f"{ESCAPE}1;4m"


def test_each_hit_is_a_unit_the_text_with_its_letter_and_the_act(seeded: str) -> None:
    shown = organica(*ASKED, "--organization", BODY, url=seeded)
    assert (shown.code, shown.err) == (0, "")
    lines = shown.out.splitlines()
    formacion = "Departamento de Formación y Capacitación Usuaria"
    assert lines[0] == f"{formacion}  [formacion-y-capacitacion-usuaria]"
    assert lines[1].startswith("  El departamento de Formación y Capacitación Usuaria es el encargado")
    assert lines[2] == "    Resolución exenta 35B de 2024"
    assert lines[3] == f"{formacion}  [formacion-y-capacitacion-usuaria.5]"
    assert lines[4].startswith("  e) Detectar necesidades y oportunidades de mejora")
    assert lines[-1] == "Resultados: 15; se muestran 15."
    assert ESCAPE not in shown.out


def test_a_name_that_has_the_words_is_said_once(seeded: str) -> None:
    lines = organica("search", "capacitación", "--as-of", "2025-06-30", url=seeded).out.splitlines()
    assert lines[:2] == [
        "Departamento de Formación y Capacitación Usuaria · ChileCompra  [formacion-y-capacitacion-usuaria]",
        "  Resolución exenta 35B de 2024",
    ]


def test_the_words_stand_out_on_a_terminal(seeded: str) -> None:
    shown = on_a_terminal("search", "reclamos de los usuarios", url=seeded)
    assert f"{MARKED}reclamos" in shown
    plain = organica("search", "reclamos de los usuarios", url=seeded).out
    assert "  g) Realizar análisis de datos" in plain


def test_the_json_is_what_rest_answers(seeded: str) -> None:
    printed = json.loads(
        organica(*ASKED, "--organization", BODY, "--known-at", "1", "--json", url=seeded).out
    )
    asked = {"q": QUESTION, "as_of": "2025-06-30", "known_at": "1", "organization": BODY}
    with TestClient(an_application(seeded)) as client:
        assert printed == client.get("/v1/search", params=asked).json()
    assert printed["total"] == 15


def test_what_is_not_there_is_said_in_one_line(seeded: str) -> None:
    shown = organica("search", "submarinos", url=seeded)
    assert (shown.code, shown.out, shown.err) == (0, "Nada tiene esas palabras.\n", "")
    english = organica("--lang", "en", "search", "capacitación", "--as-of", "2002-01-01", url=seeded)
    assert english.out == "Nothing has these words.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("¿quién ve?",), 2, "nothing_to_search"),
        (("",), 2, "nothing_to_search"),
        (("faros " * 40,), 2, "question_too_long"),
        (("faros", "--organization", "cl.nadie"), 1, "unknown_organization"),
        (("faros", "--organization", "CL"), 2, "bad_code"),
        (("faros", "--as-of", "ayer"), 2, "bad_date"),
        (("faros", "--known-at", "99"), 1, "unknown_entry"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(
    seeded: str, arguments: tuple[str, ...], code: int, error: str
) -> None:
    refused = organica("search", *arguments, url=seeded)
    assert (refused.code, refused.out) == (code, "")
    assert refused.err.startswith(f"error[{error}]: ")
    as_json = organica("search", *arguments, "--json", url=seeded)
    assert json.loads(as_json.err)["error"]["code"] == error
