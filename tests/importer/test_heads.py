"""Who stands at the head of a unit, as a table of fragments; every name is invented."""

from __future__ import annotations

import pytest

from organica.importer.heads import HeadRead, head_in


@pytest.mark.parametrize(
    ("line", "name", "post", "capacity"),
    [
        ("Jefe: Pedro Rojas Vera", "Pedro Rojas Vera", "Jefe", None),
        ("Jefa de División (S): Ana Soto Ruiz", "Ana Soto Ruiz", "Jefa de División", "subrogante"),
        ("Jefa de División: Ana Soto Ruiz (s)", "Ana Soto Ruiz", "Jefa de División", "subrogante"),
        ("Ana Soto Ruiz, Jefa de División (S)", "Ana Soto Ruiz", "Jefa de División", "subrogante"),
        ("Director Nacional (S): Juan Vera Lillo", "Juan Vera Lillo", "Director Nacional", "subrogante"),
        ("Jefe División Jurídica (TyP): Ana Paz Vera", "Ana Paz Vera", "Jefe División Jurídica", "provisional"),
        ("Encargada: María José Soto Ruiz", "María José Soto Ruiz", "Encargada", "encargado"),
        ("Encargado/a: María José Soto Ruiz", "María José Soto Ruiz", "Encargado/a", "encargado"),
        ("Gerente General (e): Ana Paz Vera", "Ana Paz Vera", "Gerente General", "encargado"),
        ("Directora Suplente: Ana Paz Vera", "Ana Paz Vera", "Directora", "suplente"),
        ("Presidenta (I): Ana Paz Vera", "Ana Paz Vera", "Presidenta", "interino"),
        ("Director Ejecutivo a.i.: Ing. Luis Paz Rojas", "Luis Paz Rojas", "Director Ejecutivo", "interino"),
        ("Titular: Lic. Ana Ruiz Paz", "Ana Ruiz Paz", None, "titular"),
        ("Responsable: Dra. Luisa Vera Paz", "Luisa Vera Paz", "Responsable", None),
        ("Nombre: Ana Soto Ruiz Cargo: Jefa de Departamento (S)", "Ana Soto Ruiz", "Jefa de Departamento", "subrogante"),
        ("Cargo: Director a.i. | Nombre: JUAN VERA LILLO", "JUAN VERA LILLO", "Director", "interino"),
        ("Coordenador-Geral: João da Silva Souza", "João da Silva Souza", "Coordenador-Geral", None),
    ],
)  # fmt: skip
def test_a_line_names_who_holds_the_post(
    line: str, name: str, post: str | None, capacity: str | None
) -> None:
    assert head_in(line) == HeadRead(name, post, capacity)


@pytest.mark.parametrize(
    "line",
    [
        "La unidad estará a cargo de un Director",
        "Jefe: vacante",
        "Director: Por Definir",
        "Director: Departamento Nacional de Planeación",
        "Responsable: Unidad de Compras",
        "Nombre: Unidad de Compras Cargo: Jefe",
        "Secretaría General: Ana Paz Vera",
        "Objetivo: Coordinar Compras Públicas",
        "Jefe del Departamento, quien tendrá: Las Funciones Siguientes",
        "Ana Paz Vera",
        "Jefe: " * 60,
        "",
    ],
)
def test_an_office_without_a_person_names_nobody(line: str) -> None:
    assert head_in(line) is None
