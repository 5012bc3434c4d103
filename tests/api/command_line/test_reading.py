"""`structure` and `diff`: trees and sentences for people, the REST answers for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.command_line.conftest import organica
from tests.api.command_line.files import CREATED, RENAMED, a_file, founding
from tests.api.conftest import SEEDS, an_application

BODY = "cl.chilecompra"


def test_the_structure_of_a_day_says_what_the_answer_is_worth(seeded: str) -> None:
    shown = organica("structure", BODY, "--as-of", "2024-12-31", url=seeded)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines() == [
        "ChileCompra · 31 de diciembre de 2024  [cl.chilecompra]",
        "Resolución exenta 35B de 2024",
        "Así está desde 2024 (fecha exacta no indicada; supuesto).",
        "Respuesta no segura: la fecha exacta de un acto no consta y podía no regir aún. "
        "Hay certeza desde el 1 de enero de 2025.",
        "Cobertura completa de «División de Gestión Usuaria» y lo que de ella depende. "
        "Sólo la División de Gestión Usuaria.",
        "Revisado el 20 de noviembre de 2026.",
        "Rigen fuentes cuyo contenido no se tiene: Ley N° 19.886; Resolución exenta 370-B de 2020.",
        "División de Gestión Usuaria  [gestion-usuaria]",
        "  Encabeza: Cristián Pérez Contreras  [constancia: Organigrama: División de Gestión Usuaria]",
        "  Departamento de Gestión y Asesoría de Compradores  [gestion-y-asesoria-de-compradores]",
        "    13 funciones: a b c d e f g h i j k l m",
        "  Departamento de Gestión y Participación de Proveedores  [gestion-y-participacion-de-proveedores]",
        "    14 funciones: a b c d e f g h i j k l m n",
        "  Departamento Diseño de Servicios y Experiencia Usuaria  [diseno-de-servicios-y-experiencia-usuaria]",
        "    11 funciones: a b c d e f g h i j k",
        "  Departamento de Formación y Capacitación Usuaria  [formacion-y-capacitacion-usuaria]",
        "    11 funciones: a b c d e f g h i j k",
        "  Departamento de Atención Usuaria  [atencion-usuaria]",
        "    12 funciones: a b c d e f g h i j k l",
    ]


def test_a_day_that_nothing_covers_is_no_empty_body(seeded: str) -> None:
    shown = organica("--lang", "en", "structure", BODY, "--as-of", "2023-06-30", url=seeded)
    assert (shown.code, shown.out) == (
        0,
        "ChileCompra · 30 June 2023  [cl.chilecompra]\n"
        "Ley N° 19.886\n"
        "In this form since 2020 (exact date not stated; assumed) until 2024 (exact date not stated).\n"
        "Not covered: the register holds nothing of that day; units may well have existed.\n"
        "Sources are in force whose contents are not at hand: Ley N° 19.886; Resolución exenta 370-B de 2020.\n",
    )


def test_one_unit_with_its_texts(seeded: str) -> None:
    asked = ("structure", BODY, "--as-of", "2025-06-30", "--unit", "atencion-usuaria", "--full")
    lines = organica(*asked, url=seeded).out.splitlines()
    assert lines.count("Departamento de Atención Usuaria  [atencion-usuaria]") == 1
    assert (
        lines[-1] == "  l) Otras funciones que le sean encomendadas por la Dirección.  [atencion-usuaria.12]"
    )
    assert len([line for line in lines if line[:3] == "  " + line[2] and line[3:5] == ") "]) == 12


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        (("structure", BODY, "--as-of", "2024-12-31"), f"{BODY}/structure?as_of=2024-12-31"),
        (("structure", BODY, "--as-of", "2023-06-30"), f"{BODY}/structure?as_of=2023-06-30"),
        (
            ("structure", BODY, "--as-of", "2024-12-31", "--known-at", "1"),
            f"{BODY}/structure?as_of=2024-12-31&known_at=1",
        ),
        (
            ("structure", BODY, "--as-of", "2024-12-31", "--unit", "atencion-usuaria"),
            f"{BODY}/units/atencion-usuaria?as_of=2024-12-31",
        ),
        (("diff", BODY, "2023-06-30", "2024-12-31"), f"{BODY}/diff?base=2023-06-30&target=2024-12-31"),
    ],
)
def test_json_is_the_rest_answer(seeded: str, asked: tuple[str, ...], path: str) -> None:
    printed = organica(*asked, "--json", url=seeded)
    assert (printed.code, printed.err) == (0, "")
    with TestClient(an_application(seeded)) as web:
        answer = web.get(f"/v1/organizations/{path}")
    assert answer.status_code == 200
    assert json.loads(printed.out) == answer.json()


def test_a_diff_marks_what_only_an_attestation_says(seeded: str) -> None:
    lines = organica("diff", BODY, "2023-06-30", "2024-12-31", url=seeded).out.splitlines()
    attested = [line for line in lines if "[constancia: Organigrama: División de Gestión Usuaria, " in line]
    assert [line[:10] for line in attested] == ["+ Consta e", "+ Consta q"]


CHECKED = "coverage: {complete_under: [cl.servicio-ficticio], checked_on: 2020-06-30}\n"


@pytest.mark.parametrize(
    ("day", "known", "ending"),
    [
        ("2020-02-29", None, "Sin cobertura: el registro no tiene nada de esa fecha; pudo haber unidades."),
        ("2020-06-30", None, "Revisado el 30 de junio de 2020."),
        ("2020-12-31", True, "Revisado el 30 de junio de 2020; no consta ningún acto posterior."),
        (
            "2021-01-01",
            False,
            "Revisado el 30 de junio de 2020; después consta un cambio, desde el 1 de enero de 2021.",
        ),
    ],
)
def test_text_and_json_say_the_same_of_later_acts(
    empty: str, tmp_path: Path, day: str, known: bool | None, ending: str
) -> None:
    files = (a_file(tmp_path, CHECKED + CREATED), a_file(tmp_path, RENAMED, number="2", day="2021-01-01"))
    assert organica("enact", *files, "--yes", url=empty).code == 0
    asked = ("structure", "cl.servicio-ficticio", "--as-of", day)
    assert ending in organica(*asked, url=empty).out.splitlines()
    assert json.loads(organica(*asked, "--json", url=empty).out)["coverage"]["no_later_act_known"] is known


def test_the_organizations_are_listed(seeded: str, empty: str) -> None:
    seeds = sorted(path.parent.name for path in SEEDS.glob("*/resolutions"))
    assert organica("organizations", url=seeded).out.splitlines() == seeds
    listed = organica("organizations", "--json", url=seeded)
    assert json.loads(listed.out) == {"organizations": seeds}
    assert (organica("organizations", url=empty).code, organica("organizations", url=empty).out) == (0, "")
    refused = organica("structure", "cl.nadie", url=seeded).err
    assert refused.endswith("en /v1/organizations o con «organica organizations».\n")


def test_a_diff_is_sentences_with_the_act_behind_each(migrated_url: str, tmp_path: Path) -> None:
    for path in (founding(tmp_path), a_file(tmp_path, RENAMED, number="2", day="2021-01-01")):
        assert organica("enact", path, "--yes", url=migrated_url).code == 0
    asked = ("diff", "cl.servicio-ficticio", "2020-12-31", "2021-01-01")
    assert organica(*asked, url=migrated_url).out.splitlines() == [
        "cl.servicio-ficticio: 31 de diciembre de 2020 → 1 de enero de 2021",
        "~ «Departamento de Compras» pasa a llamarse «Departamento de Adquisiciones» (compras).  "
        "[Resolución exenta 2 de 2020, el 1 de enero de 2021]",
    ]
    assert organica(*asked, "--known-at", "1", url=migrated_url).out.splitlines()[1:] == ["Nada cambió."]


@pytest.mark.parametrize("day", ["2024-02-30", "20240229", "2024-W05-1", "", "1799-12-31", "hoy"])
def test_an_impossible_or_unusual_day_is_wrong_usage(seeded: str, day: str) -> None:
    line = (
        f"error[bad_date]: La fecha «{day}» no existe o no está escrita como AAAA-MM-DD. "
        "Remedio: Escriba año, mes y día con guiones, por ejemplo 2024-12-31 (entre 1800 y 2999).\n"
    )
    for asked in (("structure", BODY, "--as-of", day), ("diff", BODY, "2024-01-01", day)):
        refused = organica(*asked, url=seeded)
        assert (refused.code, refused.out, refused.err) == (2, "", line)


@pytest.mark.parametrize(
    ("asked", "code", "line"),
    [
        (
            ("structure", "cl.nadie"),
            1,
            "error[unknown_organization]: El registro no conoce la organización «cl.nadie».",
        ),
        (("diff", "cl.nadie", "2024-01-01", "2024-01-02"), 1, "error[unknown_organization]: "),
        (("structure", BODY, "--unit", "nada"), 1, "error[unknown_unit]: "),
        (
            ("structure", BODY, "--unit", "atencion-usuaria", "--as-of", "2020-01-01"),
            1,
            "error[unit_not_covered_on]: El registro no cubre la unidad «atencion-usuaria» de cl.chilecompra el "
            "2020-01-01; pudo existir. Remedio: Pregunte por un día desde el 2024-01-01, ",
        ),
        (("diff", BODY, "2024-01-02", "2024-01-01"), 2, "error[backward_interval]: "),
        (("structure", BODY, "--known-at", "99"), 1, "error[unknown_entry]: "),
        (("structure", BODY, "--known-at", "ayer"), 2, "error[bad_instant]: "),
        (("structure", BODY, "--known-at", ""), 2, "error[bad_instant]: "),
    ],
)
def test_a_question_that_has_no_answer_gets_one_line(
    seeded: str, asked: tuple[str, ...], code: int, line: str
) -> None:
    refused = organica(*asked, url=seeded)
    assert (refused.code, refused.out) == (code, "")
    assert refused.err.startswith(line)
    assert " Remedio: " in refused.err
    assert refused.err.count("\n") == 1
