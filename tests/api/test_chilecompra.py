"""The main job over REST: División de Gestión Usuaria as published, on any date, to the letter."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.api.conftest import SEEDS
from tests.api.contract import Reader

# What a unit has below it in a structure, and other lists have of their own.
HUNG_BELOW = ("functions", "programmes", "units")
ABOUT = "/v1/organizations/cl.chilecompra"
SOURCE = "cl/chilecompra/resolucion-exenta/2024/35-B"
LAW = "cl/congreso-nacional/ley/2003/19886"
STATUTE = "cl/chilecompra/resolucion-exenta/2020/370-B"
ATTESTATION = "cl/chilecompra/pagina-web/2024/organigrama-division-de-gestion-usuaria"
THE_YEAR_2024 = {
    "value": "2024",
    "precision": "year",
    "earliest": "2024-01-01",
    "latest": "2024-12-31",
    "rule": None,
}
PAGE = SEEDS / "cl.chilecompra" / "sources" / "division-gestion-usuaria.txt"


def published(heading: str) -> list[tuple[str, str]]:
    """Return the lettered lines that the published page has below a department's heading."""
    text = PAGE.read_text(encoding="utf-8").replace("\r", "")
    after = text.split(f"\n{heading}\n", 1)[1]
    letters: list[tuple[str, str]] = []
    for line in after.split("\n"):
        if found := re.fullmatch(r"\s*([a-z])[).]\s*(.+?)\s*", line):
            letters.append((found[1], found[2]))
        elif letters and line.strip():
            break
    return letters


def units_in(structure: dict[str, Any]) -> dict[str, dict[str, Any]]:
    [division] = structure["units"]
    return {unit["code"]: unit for unit in (division, *division["units"])}


def test_atencion_usuaria_has_the_letters_a_to_l_with_the_literal_texts(rest: Reader) -> None:
    unit = units_in(rest.answer(f"{ABOUT}/structure?as_of=2024-12-31"))["atencion-usuaria"]
    assert (unit["kind"], unit["name"]) == ("Departamento", "Departamento de Atención Usuaria")
    assert (unit["parent"], unit["parent_status"]) == ("gestion-usuaria", "known")
    said = [(function["label"], function["text"]) for function in unit["functions"]]
    assert [label for label, _ in said] == list("abcdefghijkl")
    assert said == published("Departamento de Atención Usuaria")
    assert [function["position"] for function in unit["functions"]] == list(range(1, 13))
    assert [function["code"] for function in unit["functions"]] == [
        f"atencion-usuaria.{n}" for n in range(1, 13)
    ]


def test_the_division_has_five_departments_and_sixty_one_functions(rest: Reader) -> None:
    units = units_in(rest.answer(f"{ABOUT}/structure?as_of=2025-01-01"))
    assert {code: len(unit["functions"]) for code, unit in units.items()} == {
        "gestion-usuaria": 0,
        "gestion-y-asesoria-de-compradores": 13,
        "gestion-y-participacion-de-proveedores": 14,
        "diseno-de-servicios-y-experiencia-usuaria": 11,
        "formacion-y-capacitacion-usuaria": 11,
        "atencion-usuaria": 12,
    }
    assert units["gestion-usuaria"]["parent_status"] == "unknown"
    assert units["gestion-usuaria"]["parent"] is None


def test_each_fact_names_its_source(rest: Reader) -> None:
    unit = units_in(rest.answer(f"{ABOUT}/structure?as_of=2025-01-01"))["atencion-usuaria"]
    [basis] = unit["functions"][0]["legal_basis"]
    assert {**basis, "act": None} == {
        "source": SOURCE,
        "act": None,
        "citation": "Resolución exenta 35B de 2024",
        "provision": None,
        "role": "grants",
        "normative": True,
        "nature": "norm",
    }
    assert unit["in_force_from"] == {**THE_YEAR_2024, "basis": "since_at_least"}


@pytest.mark.parametrize(
    ("day", "certain"),
    [("2024-01-01", False), ("2024-12-31", False), ("2025-01-01", True), ("2026-11-20", True)],
)
def test_the_answer_is_certain_once_the_year_is_over(rest: Reader, day: str, certain: bool) -> None:
    structure = rest.answer(f"{ABOUT}/structure?as_of={day}")
    assert structure["as_of"] == day
    assert structure["certain"] is certain
    assert structure["in_force_from"] == {**THE_YEAR_2024, "basis": "assumed"}
    assert structure["in_force_until"] is None


@pytest.mark.parametrize(
    ("day", "reason", "name"),
    [
        ("1800-01-01", "nothing_entered", None),
        ("2023-06-30", "contents_not_at_hand", "ChileCompra"),
        ("2023-12-31", "contents_not_at_hand", "ChileCompra"),
    ],
)
def test_what_is_not_covered_is_unknown_and_not_empty(
    rest: Reader, day: str, reason: str, name: str | None
) -> None:
    for place, member in (("structure", "units"), ("units", "units"), ("functions", "functions")):
        answer = rest.answer(f"{ABOUT}/{place}?as_of={day}")
        assert answer[member] is None
        assert answer["coverage"]["not_covered"]["reason"] == reason
        assert {**answer["coverage"], "not_covered": None} == {
            "status": "none",
            "checked_on": None,
            "no_later_act_known": None,
            "parts": [],
            "gaps": [],
            "not_covered": None,
        }
        assert answer["organization"]["code"] == "cl.chilecompra"
        assert answer["organization"]["name"] == name


@pytest.mark.parametrize("day", ["1800-01-01", "2023-06-30", "2023-12-31"])
def test_a_unit_before_the_register_covers_it_is_unknown_and_not_out_of_force(rest: Reader, day: str) -> None:
    problem = rest.problem(f"{ABOUT}/units/atencion-usuaria?as_of={day}", 404)
    assert problem["code"] == "unit_not_covered_on"
    assert problem["facts"] == {
        "organization": "cl.chilecompra",
        "unit": "atencion-usuaria",
        "as_of": day,
        "covered_from": "2024-01-01",
    }
    assert problem["detail"].endswith("; pudo existir.")
    assert "desde el 2024-01-01" in problem["remedy"]
    assert rest.answer(f"{ABOUT}/units/atencion-usuaria?as_of=2024-01-01")["unit"]["name"]


def test_coverage_is_of_the_division_and_ends_with_the_day_of_the_check(rest: Reader) -> None:
    checked = rest.answer(f"{ABOUT}/structure?as_of=2026-11-20")["coverage"]
    assert checked == {
        "status": "partial",
        "checked_on": "2026-11-20",
        "no_later_act_known": None,
        "parts": [
            {
                "part": "gestion-usuaria",
                "status": "complete",
                "since": "2024-01-01",
                "checked_on": "2026-11-20",
                "note": "Sólo la División de Gestión Usuaria",
            }
        ],
        "gaps": [],
        "not_covered": checked["not_covered"],
    }
    # The rest of the organization may be in the statute whose text nobody has.
    assert [each["source"] for each in checked["not_covered"]["sources"]] == [LAW, STATUTE]
    later = rest.answer(f"{ABOUT}/structure?as_of=2026-11-21")["coverage"]
    assert later == {**checked, "no_later_act_known": True}


def test_today_is_the_day_where_the_organization_is(rest: Reader) -> None:
    assert rest.answer(f"{ABOUT}/structure")["as_of"] == "2026-11-21"


def test_the_head_is_attested_and_shows_a_name_and_nothing_else_of_the_person(rest: Reader) -> None:
    division = units_in(rest.answer(f"{ABOUT}/structure?as_of=2025-01-01"))["gestion-usuaria"]
    head = division["head"]
    assert division["posts"] == [head]
    assert (head["heads"], head["name"], head["occupancy"]) == (True, None, "held")
    [appointment] = head["appointments"]
    assert appointment["holder"] == {"name": "Cristián Pérez Contreras", "withheld": False}
    assert (appointment["capacity"], appointment["employment"]) == (None, None)
    assert [(basis["source"], basis["normative"]) for basis in appointment["legal_basis"]] == [
        (ATTESTATION, False)
    ]


def test_the_flat_lists_hold_what_the_structure_holds(rest: Reader) -> None:
    nested = units_in(rest.answer(f"{ABOUT}/structure?as_of=2025-01-01"))
    flat = rest.answer(f"{ABOUT}/units?as_of=2025-01-01")["units"]
    assert flat == [
        {**{key: value for key, value in unit.items() if key not in HUNG_BELOW}, "ended_by": None}
        for unit in nested.values()
    ]
    functions = rest.answer(f"{ABOUT}/functions?as_of=2025-01-01")["functions"]
    assert len(functions) == 61
    assert [(each["unit"], each["label"], each["text"]) for each in functions] == [
        (unit["code"], each["label"], each["text"]) for unit in nested.values() for each in unit["functions"]
    ]
    assert functions[-1]["unit_name"] == "Departamento de Atención Usuaria"


def test_one_unit_is_the_same_as_in_the_structure(rest: Reader) -> None:
    nested = units_in(rest.answer(f"{ABOUT}/structure?as_of=2025-01-01"))
    for code, unit in nested.items():
        assert rest.answer(f"{ABOUT}/units/{code}?as_of=2025-01-01")["unit"] == unit


def test_the_sources_come_with_evidence_doubts_and_entry(rest: Reader) -> None:
    listed = rest.answer(f"{ABOUT}/sources")["sources"]
    assert [(source["id"], source["entry"], source["normative"]) for source in listed] == [
        (SOURCE, 1, True),
        (ATTESTATION, 2, False),
        (LAW, 15, True),
        (STATUTE, 16, True),
    ]
    assert [source["contents"] for source in listed] == [None, None, "not_at_hand", "not_at_hand"]
    alone = rest.answer(f"/v1/sources/{SOURCE}")
    assert alone["source"] == listed[0]
    assert rest.client.get(f"/v1/sources/{SOURCE.replace('/', '%2F')}").json() == alone
    source = alone["source"]
    assert (source["number"], source["series"], source["year"]) == ("35", "B", "2024")
    assert source["in_force_from"] == {**THE_YEAR_2024, "basis": "assumed"}
    assert (source["signed_on"], source["published_on"], source["text_url"]) == (None, None, None)
    assert source["evidence"]["file"] == "sources/division-gestion-usuaria.txt"
    assert source["evidence"]["retrieved_on"] is None
    assert [(doubt["code"], doubt["unit"]) for doubt in source["doubts"]] == [
        ("name_variant", "formacion-y-capacitacion-usuaria")
    ]


def test_becoming_covered_is_not_being_created(rest: Reader) -> None:
    diff = rest.answer(f"{ABOUT}/diff?base=2023-06-30&target=2025-01-01")
    assert (diff["base"]["coverage"]["status"], diff["target"]["coverage"]["status"]) == ("none", "partial")
    kinds = [change["kind"] for change in diff["changes"]]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "unit_covered": 6,
        "function_covered": 61,
        "post_stated": 1,
        "appointment_stated": 1,
    }
