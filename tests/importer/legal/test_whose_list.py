"""Whose a list is where the text says it in a roundabout way, and which lists belong to nobody; one row a finding."""

from __future__ import annotations

import pytest

from organica.domain.outline import Outline
from organica.importer import read_text


def functions(outline: Outline) -> dict[str, str]:
    """The labels of the functions of each unit, in order."""
    return {
        unit.name: "".join(one.label or "-" for one in unit.functions)
        for unit in outline.units
        if unit.functions
    }


def a_decree(*lines: str) -> str:
    return "\n".join(("DECRETA:", *lines))


TWO = ("a) Recibir;", "b) Archivar.")


@pytest.mark.parametrize(
    ("lead", "whose"),
    [
        ("La Oficina de Partes no tendrá las siguientes atribuciones:", None),
        ("La Oficina de Partes dejará de ejercer las siguientes funciones:", None),
        ("Las funciones de la Oficina de Partes serán ejercidas por la Sección de Archivo, y comprenden:", "Sección de Archivo"),
        ("Delégase en la Sección de Archivo las siguientes facultades:", "Sección de Archivo"),
        ("Mientras se instala el organismo, la Oficina de Partes cumplirá las siguientes funciones:", "Oficina de Partes"),
        ("Créase la Oficina de Partes, dependiente de la División Norte, a la que le corresponderá:", "Oficina de Partes"),
        ("La Oficina de Partes dependerá de la División Norte. Tendrá las siguientes funciones:", "Oficina de Partes"),
        ("Habrá un Secretario Ejecutivo, a quien le corresponderá especialmente:", "Secretario Ejecutivo"),
        ("Al frente de la Oficina de Partes habrá un Titular a quien le corresponde:", "Oficina de Partes"),
        ("Esta Oficina de Partes dependerá del Alcalde y sus funciones serán las siguientes:", "Oficina de Partes"),
        ("La Oficina de Partes, en adelante la Oficina, tendrá las siguientes funciones:", "Oficina de Partes"),
        ("El Jefe de la Oficina de Partes, don Pedro Ficticio, tendrá las siguientes funciones:", "Jefe de la Oficina de Partes"),
    ],
)  # fmt: skip
def test_the_sentence_says_whose_the_list_is(lead: str, whose: str | None) -> None:
    read = read_text(a_decree(f"Artículo 1.- {lead}", *TWO))
    assert functions(read) == ({whose: "ab"} if whose else {})


def test_a_list_of_requirements_in_the_middle_does_not_end_the_functions() -> None:
    read = read_text(
        a_decree(
            "Artículo 1.- La Oficina de Partes tendrá las siguientes funciones:",
            "a) Recibir;",
            "Los requisitos son:",
            "1) Ser contador.",
            "2) Ser probo.",
            "b) Archivar.",
        )
    )
    assert functions(read) == {"Oficina de Partes": "ab"}


def test_a_further_list_of_an_article_is_of_its_unit() -> None:
    read = read_text(
        a_decree(
            "Artículo 1.- La Oficina de Partes tendrá las siguientes funciones:",
            *TWO,
            "Asimismo, le corresponderá:",
            "c) Vigilar;",
            "d) Denunciar.",
        )
    )
    assert functions(read) == {"Oficina de Partes": "abcd"}


def test_a_title_of_something_else_ends_the_functions_under_a_heading() -> None:
    read = read_text(
        "OFICINA DE PARTES\n\nOBJETIVO\n\nOrdenar.\n\nFUNCIONES\n\n1. Recibir.\n\n2. Archivar.\n\n"
        "Línea de autoridad\n\na) Depende de: Alcaldía\n\nb) Supervisa a: nadie\n"
    )
    assert functions(read) == {"OFICINA DE PARTES": "12"}


@pytest.mark.parametrize("line", ["Jefa (S): Ana María Ficticia Rojas", "Director: Pedro Inventado Soto"])
def test_a_person_below_a_heading_is_its_head_and_no_unit(line: str) -> None:
    read = read_text(
        f"OFICINA DE PARTES\n\n{line}\n\nFUNCIONES\n\n1. Recibir.\n\n2. Archivar.\n\nMISIÓN\n\nOrdenar.\n"
    )
    assert functions(read) == {"OFICINA DE PARTES": "12"}
    assert [head.unit for head in read.heads] == ["OFICINA DE PARTES"]


@pytest.mark.parametrize(
    "heading",
    ["OFICINA DE CAJA (SUPRIMIDA)", "OFICINA DE CAJA (Oficina derogada por art. 3° del Decreto N° 77/2020)"],
)
def test_a_heading_that_says_that_its_unit_ended(heading: str) -> None:
    read = read_text(
        f"{heading}\n\nOFICINA DE PARTES\n\nFUNCIONES\n\n1. Recibir.\n\n2. Archivar.\n\nMISIÓN\n\nOrdenar.\n"
    )
    assert [(unit.name, unit.repealed) for unit in read.units] == [
        ("OFICINA DE CAJA", True),
        ("OFICINA DE PARTES", False),
    ]


def test_a_unit_in_a_list_is_named_without_the_clause_behind_it() -> None:
    read = read_text(
        a_decree(
            "Artículo 1.- La División Norte se compone de los siguientes departamentos:",
            "a) Departamento de Pesca, del que dependerán:",
            "1. Sección de Redes; y",
            "2. Sección de Botes.",
            "Artículo 2.- La Sección de Redes tendrá las siguientes funciones:",
            *TWO,
            "Artículo 3.- El Departamento de Pesca tendrá las siguientes funciones:",
            *TWO,
        )
    )
    assert {unit.name: unit.parent for unit in read.units} == {
        "Sección de Redes": "Departamento de Pesca",
        "Departamento de Pesca": "División Norte",
    }
