"""Organizations, posts and references on the command line: what is shown, and what is refused in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.command_line.conftest import held, organica
from tests.api.command_line.files import a_file

BODY = "cl.servicio-ficticio"
FOUNDED = """acts:
  - establish: {organization: cl.servicio-ficticio, name: Servicio Ficticio, time_zone: America/Santiago}
  - create:
      unit: compras
      parent: none
      kind: Departamento
      name: Departamento de Compras
      posts:
        - {heads: true, name: Jefatura}
        - {name: Subjefatura}
"""
ORDERED = """acts:
  - set_substitution_order: {post: compras/head, substitutes: [compras/Subjefatura]}
  - carry_over: {name: Oficina de Adquisiciones, unit: compras}
  - affiliate: {organization: cl.servicio-ficticio, with: int.red-ficticia}
"""
ABOLISHED = "acts:\n  - abolish_post: {post: compras/Subjefatura}\n"


@pytest.fixture
def register(empty: str, tmp_path: Path) -> str:
    """A register with the body, and what the two files after it order."""
    files = (
        a_file(tmp_path, FOUNDED, covers=True),
        a_file(tmp_path, ORDERED, number="2", day="2021-01-01"),
        a_file(tmp_path, ABOLISHED, number="3", day="2022-01-01"),
    )
    for path in files:
        done = organica("enact", path, "--yes", url=empty)
        assert done.code == 0, done.err
    return empty


def shown(url: str, day: str, language: str = "es") -> str:
    done = organica("--lang", language, "structure", BODY, "--as-of", day, url=url)
    assert done.code == 0, done.err
    return done.out


def test_the_structure_shows_who_stands_in_and_what_an_old_name_means(register: str) -> None:
    assert "Jefatura: sin titular conocido\n" in shown(register, "2020-12-31")
    assert "se entiende" not in shown(register, "2020-12-31")
    spanish = shown(register, "2021-01-01")
    assert "Jefatura: sin titular conocido; subrogan: 1. Subjefatura\n" in spanish
    assert (
        "Toda referencia a «Oficina de Adquisiciones» se entiende hecha a Departamento de Compras.\n"
        in spanish
    )
    assert "subrogan: 1. compras.p2 (suprimido)\n" in shown(register, "2022-01-01")
    english = shown(register, "2022-01-01", "en")
    assert "stand in for it: 1. compras.p2 (abolished)\n" in english
    assert "Every reference to “Oficina de Adquisiciones” is understood as made to" in english


def test_a_difference_tells_the_order_of_substitution_and_the_references(register: str) -> None:
    done = organica("diff", BODY, "2020-12-31", "2021-01-01", url=register)
    assert "~ La organización cl.servicio-ficticio se afilia a int.red-ficticia." in done.out
    assert (
        "~ Se fija el orden de subrogación del cargo compras.p1 de Departamento de Compras: compras.p2."
        in done.out
    )
    assert (
        "+ Toda referencia a «Oficina de Adquisiciones» se entiende hecha a Departamento de Compras."
        in done.out
    )


REFUSED = [
    (
        "dissolve: {organization: cl.servicio-ficticio}",
        "organization_has_units",
        "está disuelta el 2023-01-01 y aún tendría unidades: compras.",
        "is dissolved on 2023-01-01 and would still have units: compras.",
    ),
    (
        "appoint: {post: compras/Subjefatura, holder: Ana Inventada}",
        "post_abolished",
        "El cargo compras/Subjefatura fue suprimido (2022-01-01) y no existe el 2023-01-01.",
        "Post compras/Subjefatura was abolished (2022-01-01) and does not exist on 2023-01-01.",
    ),
    (
        "set_substitution_order: {post: compras/head, substitutes: [compras/head]}",
        "substitute_of_itself",
        "El cargo compras.p1 no puede subrogarse a sí mismo.",
        "Post compras.p1 cannot stand in for itself.",
    ),
    (
        "end_affiliation: {organization: cl.servicio-ficticio, with: cl.otra-red}",
        "affiliation_not_in_force",
        "no está afiliada a cl.otra-red el 2023-01-01.",
        "is not affiliated with cl.otra-red on 2023-01-01.",
    ),
    (
        "carry_over: {name: Oficina}",
        "not_one_target",
        "Las referencias a «Oficina» deben llevarse a una unidad o a una organización, y solo a una.",
        "References to “Oficina” must be carried over to a unit or to an organization, and to one only.",
    ),
    (
        "rename: {name: Otro}",
        "one_key_of",
        "organization, unit",
        "organization, unit",
    ),
]


@pytest.mark.parametrize(("act", "code", "spanish", "english"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_is_refused_is_said_in_both_languages_and_changes_nothing(
    register: str, tmp_path: Path, act: str, code: str, spanish: str, english: str
) -> None:
    before = held(register)
    a_file(tmp_path, f"acts:\n  - {act}\n", number="9", day="2023-01-01")
    for language, sentence in (("es", spanish), ("en", english)):
        refused = organica(
            "--lang", language, "enact", "resolucion-9.yaml", "--yes", url=register, cwd=tmp_path
        )
        assert refused.code == 1
        assert refused.err.startswith(f"error[{code}]: resolucion-9.yaml")
        assert sentence in refused.err
    assert held(register) == before
