"""The published page of ChileCompra's División de Gestión Usuaria gives exactly what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from organica.domain.outline import Doubt, DoubtCode, Outline, OutlineHead, OutlineSource, Place
from organica.importer import read

PAGE = Path(__file__).parents[2] / "seeds/cl.chilecompra/sources/division-gestion-usuaria.txt"
DIVISION = "División de Gestión Usuaria"
NAMES = [
    DIVISION,
    "Departamento de Gestión y Asesoría de Compradores",
    "Departamento de Gestión y Participación de Proveedores",
    "Departamento Diseño de Servicios y Experiencia Usuaria",
    "Departamento de Formación y Capacitación Usuaria",
    "Departamento de Atención Usuaria",
]
LAST_LABELS = ["", "m", "n", "k", "k", "l"]
OBJECTIVES = [
    ("La División de Gestión Usuaria tiene", "todo el ciclo de vida."),
    ("El Departamento de Gestión y Asesoría", "todo el ciclo de vida."),
    ("El Departamento de Gestión y Participación", "los objetivos estratégicos definidos."),
    ("El Departamento Diseño de Servicios", "a mejorar su desempeño."),
    ("El departamento de Formación y Capacitación", "transparencia, probidad y eficiencia."),
    ("El Departamento de Atención Usuaria", "entre los distintos departamentos."),
]


@pytest.fixture(scope="module")
def outline() -> Outline:
    return read(PAGE)


def test_the_page_has_one_division_and_its_five_departments(outline: Outline) -> None:
    assert [unit.name for unit in outline.units] == NAMES
    assert [unit.kind for unit in outline.units] == ["División"] + ["Departamento"] * 5
    assert [unit.parent for unit in outline.units] == [None] + [DIVISION] * 5


def test_the_sixty_one_functions_carry_their_letters_in_order(outline: Outline) -> None:
    assert [len(unit.functions) for unit in outline.units] == [0, 13, 14, 11, 11, 12]
    for unit, last in zip(outline.units, LAST_LABELS, strict=True):
        letters = "abcdefghijklmn"[: "abcdefghijklmn".find(last) + 1] if last else ""
        assert "".join(function.label or "?" for function in unit.functions) == letters
        assert all(function.children == () and function.list is None for function in unit.functions)


def test_an_objective_is_what_stands_between_heading_and_list(outline: Outline) -> None:
    for unit, (first, last) in zip(outline.units, OBJECTIVES, strict=True):
        assert unit.objective is not None
        assert unit.objective.startswith(first)
        assert unit.objective.endswith(last)
        assert "\n" not in unit.objective


def test_every_text_is_literal_and_lies_in_its_lines(outline: Outline) -> None:
    published = PAGE.read_bytes().decode("utf-8")
    lines = published.split("\n")
    for unit in outline.units:
        assert unit.objective is not None
        assert unit.objective in published
        assert unit.objective_place is not None
        assert lines[unit.objective_place.first_line - 1] == unit.objective
        assert lines[unit.place.first_line - 1] == unit.name
        for function in unit.functions:
            assert function.place.first_line == function.place.last_line
            assert lines[function.place.first_line - 1] == f"{function.label}. {function.text}"


def test_the_only_doubt_is_the_variant_of_a_name(outline: Outline) -> None:
    assert outline.doubts == (
        Doubt(
            code=DoubtCode.NAME_VARIANT,
            place=Place(117, 117),
            subject="Departamento de Formación y Capacitación Usuaria",
            printed="Departamento de Formación y Capacitación de Usuaria",
            suggestion="Departamento de Formación y Capacitación Usuaria",
        ),
    )


def test_the_head_is_named_without_post_or_capacity(outline: Outline) -> None:
    assert outline.heads == (OutlineHead(DIVISION, "Cristián Pérez Contreras", None, None, Place(3, 3)),)


def test_the_source_is_the_resolution_that_the_page_names(outline: Outline) -> None:
    assert outline.sources == (
        OutlineSource(
            kind="resolucion_exenta",
            number="35",
            series="B",
            year=2024,
            issuer=None,
            printed="Resolución exenta 35B de 2024",
            role="self",
            place=Place(175, 175),
        ),
    )
