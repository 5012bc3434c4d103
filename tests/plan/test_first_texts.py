"""What is stated where nothing is in force yet: units, the body itself, and what posts hold."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import ROOT, UNKNOWN_PARENT, AssignFunction, StateUnit, under
from organica.domain.outline import OutlineSort
from organica.domain.structure import Structure
from organica.plan import propose
from tests.makers import Book
from tests.support.plan.texts import (
    COMPRAS,
    a_head_unit,
    a_text,
    a_text_unit,
    acts_of,
    facts,
    structure_of,
)


def test_the_body_is_a_root_where_it_has_functions_and_else_only_what_units_hang_from() -> None:
    body = a_text_unit("Servicio", kind=None, parent=None, sort=OutlineSort.BODY)
    unit = replace(a_head_unit(), parent="Servicio")
    for functions, parent, codes in (
        ((), ROOT, ["direccion"]),
        (a_text_unit("x", ("Velar por el puerto",)).functions, under("servicio"), ["servicio", "direccion"]),
    ):
        proposal = propose(a_text(replace(body, functions=functions), unit), Structure(), facts())
        stated = [act for act in proposal.resolution.acts if isinstance(act, StateUnit)]
        assert [act.unit for act in stated] == codes
        assert stated[-1].parent == parent


def test_what_a_post_holds_is_assigned_to_it_and_the_register_takes_it() -> None:
    post = a_text_unit("Jefatura", ("Mandar",), sort=OutlineSort.POST)
    astray = a_text_unit("Secretaría Técnica", ("Escribir",), parent="Otra", sort=OutlineSort.POST)
    proposal = propose(a_text(a_head_unit(), post, astray), Structure(), facts())
    assert isinstance(proposal.resolution.acts[-1], AssignFunction)
    assert acts_of(proposal)[1:] == ["state unit direccion", "assign function a"]
    assert [doubt.code for doubt in proposal.doubts] == ["post_astray"]
    (held,) = structure_of(Book(proposal.resolution)).functions_by_unit["direccion"]
    assert (held.post, held.text) == ("direccion.p1", "Mandar")


def test_a_repealed_heading_is_not_stated_and_a_rank_that_is_not_printed_is_a_doubt() -> None:
    gone = replace(a_text_unit("Departamento de Archivo"), repealed=True)
    plain = a_text_unit("Compras y Contratos", COMPRAS, kind=None, parent=None)
    proposal = propose(a_text(gone, plain), Structure(), facts())
    (stated,) = (act for act in proposal.resolution.acts if isinstance(act, StateUnit))
    assert (stated.unit, stated.kind, stated.parent) == ("compras-y-contratos", "Compras", UNKNOWN_PARENT)
    assert [doubt.code for doubt in proposal.doubts] == ["kind_unstated"]
    assert structure_of(Book(proposal.resolution)).units.keys() == {"compras-y-contratos"}
