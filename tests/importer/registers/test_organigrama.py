"""The organigram of a municipality as JSON becomes an outline with the lines of its file."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from organica.domain.outline import DoubtCode, Outline, Place
from organica.importer.errors import RegisterIncomplete
from organica.importer.registers import read_register

MAYOR = {
    "id": "intendencia",
    "nombre": "Intendencia",
    "tipo": "intendencia",
    "padre": None,
    "mision": "Gobernar.",
}
WORKS = {
    "id": "obras",
    "nombre": "Obras ",
    "tipo": "direccion_general",
    "padre": "intendencia",
    "mision": "",
    "funciones": ["a) Pavimentar.", "Iluminar.", " "],
}


def read(*entries: Mapping[str, object], indent: int | None = None) -> Outline:
    return read_register(json.dumps(entries, ensure_ascii=False, indent=indent).encode(), "organigrama.json")


def test_units_are_read_with_rank_parent_mission_and_functions() -> None:
    outline = read(MAYOR, WORKS)
    mayor, works = outline.units
    assert (mayor.kind, mayor.parent, mayor.parent_code, mayor.objective) == (
        "Intendencia",
        None,
        None,
        "Gobernar.",
    )
    assert (works.name, works.kind, works.parent, works.code, works.parent_code, works.objective) == (
        "Obras",
        "Dirección General",
        "Intendencia",
        "obras",
        "intendencia",
        None,
    )
    assert [(each.label, each.text) for each in works.functions] == [
        ("a", "Pavimentar."),
        (None, "Iluminar."),
    ]
    assert outline.doubts == ()


def test_places_are_the_lines_of_the_file() -> None:
    mayor, works = read(MAYOR, WORKS, indent=2).units
    assert (mayor.place, mayor.objective_place) == (Place(2, 8), Place(7, 7))
    assert [each.place for each in works.functions] == [Place(16, 16), Place(17, 17)]


def test_a_type_that_is_not_known_is_shown_as_the_file_has_it() -> None:
    assert read({**MAYOR, "tipo": "ente_autarquico"}).units[0].kind == "ente_autarquico"
    assert read({**MAYOR, "tipo": None}).units[0].kind is None


def test_a_parent_outside_the_file_and_a_unit_that_comes_twice_are_doubted() -> None:
    outline = read(MAYOR, {**WORKS, "padre": "nadie"}, MAYOR)
    assert [(doubt.code, doubt.subject) for doubt in outline.doubts] == [
        (DoubtCode.PARENT_OUTSIDE, "Obras"),
        (DoubtCode.REPEATED_UNIT, "Intendencia (intendencia)"),
    ]


@pytest.mark.parametrize("key", ["id", "nombre"])
def test_an_entry_without_id_or_name_is_refused(key: str) -> None:
    with pytest.raises(RegisterIncomplete) as refused:
        read(MAYOR, {**WORKS, key: ""})
    assert refused.value.facts == {"file": "organigrama.json", "line": 1, "key": key}
