"""Heads without a unit, units that would hang from themselves, and what a first text may claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import UNKNOWN_PARENT, CreateUnit, MoveUnit, StateUnit, under
from organica.domain.outline import AmendmentAction, OutlineHead, OutlineSort, OutlineUnit
from organica.domain.resolution import CoverageClaim
from organica.domain.structure import Structure
from organica.files import read_text, write
from organica.plan import Mode, ModeReason, PageFacts, PlanRefused, Proposal, Scope, propose
from organica.plan.printed import posts_in
from organica.plan.rings import closing_rings
from tests.makers import Book, a_resolution, resolution_of
from tests.support.plan.texts import (
    COMPRAS,
    LINE,
    a_body,
    a_head_unit,
    a_known_unit,
    a_plan,
    a_text,
    a_text_unit,
    an_order,
    facts,
    structure_of,
)

ALFA, BETA = (
    a_text_unit("Unidad Alfa", ("Hacer alfa",), parent="Unidad Beta", kind="Unidad"),
    a_text_unit("Unidad Beta", ("Hacer beta",), parent="Unidad Alfa", kind="Unidad"),
)
ALONE = a_text_unit("Oficina Sola", parent="Oficina Sola", kind="Oficina")


def first(*units: OutlineUnit, beside: PageFacts | None = None, **more: frozenset[str]) -> Proposal:
    return propose(a_text(*units), Structure(), beside or facts(), **more)


def stated(proposal: Proposal) -> dict[str | None, object]:
    return {act.unit: act.parent for act in proposal.resolution.acts if isinstance(act, StateUnit)}


@pytest.mark.parametrize(
    ("above", "said", "before", "cut"),
    [
        ({"a": "b", "b": "a"}, ["a", "b"], {}, {"a"}),
        ({"a": "a"}, ["a"], {}, {"a"}),
        ({"a": "b", "b": "c", "c": "b"}, ["a", "b", "c"], {}, {"b"}),
        ({"a": "b", "b": "a"}, ["b"], {"a": "b"}, {"b"}),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["d", "a", "b", "c"], {}, {"d", "a"}),
        ({"a": "b", "b": None}, ["a"], {}, set()),
    ],
)
def test_each_ring_is_broken_where_the_text_closes_it_first(
    above: dict[str, str | None], said: list[str], before: dict[str, str | None], cut: set[str]
) -> None:
    assert closing_rings(above, said, before) == cut


def test_a_first_text_breaks_rings_and_claims_what_is_left() -> None:
    proposal = first(ALFA, BETA, ALONE)
    assert stated(proposal) == {"alfa": UNKNOWN_PARENT, "beta": under("alfa"), "sola": UNKNOWN_PARENT}
    assert proposal.resolution.coverage == CoverageClaim(complete_under=("alfa", "sola"))
    assert [(doubt.code, doubt.unit) for doubt in proposal.doubts] == [
        ("parent_ring", "alfa"),
        ("parent_ring", "sola"),
    ]
    Book(proposal.resolution)


def test_new_units_that_form_a_ring_are_created_without_one() -> None:
    proposal = a_plan(a_body(), a_text(ALFA, BETA, ALONE), None)
    created = {act.unit: act.parent for act in proposal.resolution.acts if isinstance(act, CreateUnit)}
    assert created == {"alfa": UNKNOWN_PARENT, "beta": under("alfa"), "sola": UNKNOWN_PARENT}
    assert [doubt.code for doubt in proposal.doubts] == ["parent_ring", "parent_ring"]


def test_a_unit_in_force_is_not_moved_into_a_ring() -> None:
    units = (
        a_text_unit("Departamento de Compras", COMPRAS, parent="Departamento de Archivo"),
        a_text_unit("Departamento de Archivo", parent="Departamento de Compras"),
    )
    proposal = a_plan(a_body(), a_text(*units), None)
    moved = [act for act in proposal.resolution.acts if isinstance(act, MoveUnit)]
    assert [(act.unit, act.parent) for act in moved] == [("archivo", under("compras"))]
    rings = [(doubt.code, doubt.unit) for doubt in proposal.doubts if doubt.code == "parent_ring"]
    assert rings == [("parent_ring", "compras")]


def test_a_head_without_a_unit_is_a_doubt_that_names_nobody_and_attests_nothing() -> None:
    heads = (OutlineHead("Otra Unidad", "Persona Inventada", None, None, LINE),)
    for structure in (Structure(), structure_of(a_body())):
        proposal = propose(replace(a_text(a_head_unit()), heads=heads), structure, facts(None))
        assert proposal.attestation is None
        doubts = [doubt for doubt in proposal.doubts if doubt.code == "head_astray"]
        assert [(doubt.lines, doubt.printed) for doubt in doubts] == [("1-1", None)]
        assert "Inventada" not in str(proposal.doubts)


def test_a_second_page_of_heads_in_one_year_is_told_by_the_number_of_its_text() -> None:
    heads = (OutlineHead("Dirección", "Persona Inventada", None, None, LINE),)
    outline = replace(a_text(a_head_unit()), heads=heads)
    one = propose(outline, structure_of(a_body()), facts(None)).attestation
    assert one is not None
    assert one.source.title == "Organigrama: Dirección"
    two = propose(outline, structure_of(a_body()), facts(None), known={one.source.key}).attestation
    assert two is not None
    assert two.source.title == "Organigrama: Dirección (99)"


def test_a_first_text_gives_no_code_again_that_the_register_gave() -> None:
    assert list(stated(first(a_head_unit(), taken=frozenset({"direccion"})))) == ["direccion-2"]


def test_a_letter_that_a_new_list_gives_twice_is_left_to_decide() -> None:
    unit = a_text_unit("Oficina de Partes", ("Una cosa", "Otra cosa", "Más"), labels="abb", parent=None)
    for structure in (Structure(), structure_of(a_body())):
        proposal = propose(a_text(unit), structure, facts(None))
        assert [planned.confirm for planned in proposal.acts][-1]
        [doubt] = [doubt for doubt in proposal.doubts if doubt.code == "label_taken"]
        assert (doubt.unit, "letra b" in (doubt.decision or "")) == ("partes", True)


def test_no_unit_gets_a_code_that_means_something_else_in_a_file() -> None:
    units = [a_text_unit(name, parent=None, kind="Unidad") for name in ("None", "Unknown")]
    proposal = first(*units)
    assert list(stated(proposal)) == ["none-2", "unknown-2"]
    assert resolution_of(read_text(write(proposal.resolution), "r.yaml")) == proposal.resolution


def test_a_first_text_that_states_a_part_claims_nothing() -> None:
    part = facts(Scope(Mode.PARTIAL, ModeReason.GIVEN))
    assert first(a_head_unit(), beside=part).resolution.coverage is None
    under_it = facts(Scope(Mode.FULL, ModeReason.GIVEN, "compras"))
    units = (a_head_unit(), a_text_unit("Departamento de Compras"))
    assert first(*units, beside=under_it).resolution.coverage == CoverageClaim(complete_under=("compras",))
    with pytest.raises(PlanRefused) as refusal:
        first(a_head_unit(), beside=under_it)
    assert (refusal.value.code, refusal.value.facts) == ("scope_not_in_force", {"unit": "compras"})


def test_orders_where_nothing_is_in_force_are_refused_and_beside_units_they_are_doubts() -> None:
    order = an_order(AmendmentAction.REMOVE, unit="Departamento de Compras", label="a")
    with pytest.raises(PlanRefused) as refusal:
        propose(a_text(orders=(order,)), Structure(), facts())
    assert refusal.value.code == "nothing_to_amend"
    assert "--as-of" in refusal.value.cure("es")
    proposal = propose(a_text(a_head_unit(), orders=(order,)), Structure(), facts())
    assert [doubt.code for doubt in proposal.doubts] == ["amended_place_unknown"]


@pytest.mark.parametrize(("told", "undecided"), [(None, True), ("Dirección Dos", False)])
def test_one_of_two_units_of_a_name_is_sure_only_under_its_parent(told: str | None, undecided: bool) -> None:
    tops = (a_known_unit("Dirección Uno", (), "uno"), a_known_unit("Dirección Dos", (), "dos"))
    twins = (
        a_known_unit("Oficina de Compras", COMPRAS, f"compras-{each}", under(each)) for each in ("uno", "dos")
    )
    book = Book(a_resolution(*tops, *twins))
    text = a_text(a_text_unit("Oficina de Compras", COMPRAS, parent=told, kind="Oficina"))
    for scope in (Scope(Mode.PARTIAL, ModeReason.GIVEN), Scope(Mode.FULL, ModeReason.GIVEN, "uno")):
        proposal = propose(text, structure_of(book), facts(scope))
        on_it = [each for each in proposal.acts if str(getattr(each.act, "unit", "")).startswith("compras-")]
        kept = [each for each in on_it if not each.confirm]
        assert on_it
        assert {each.confidence.level.value for each in kept} == {"uncertain" if undecided else "sure"}
        others = [each.code.value for planned in kept for each in planned.instead_of]
        assert ("another_unit" in others) is undecided


def test_names_and_citations_stand_on_one_line() -> None:
    unit = a_text_unit("Oficina de\nPartes", parent=None, kind="Oficina\nchica")
    outline = a_text(unit)
    source = replace(outline.sources[0], printed="Decreto 99\nde 2025", title="Aprueba\nalgo")
    proposal = propose(replace(outline, sources=(source,)), Structure(), facts())
    [act] = [act for act in proposal.resolution.acts if isinstance(act, StateUnit)]
    assert (act.name, act.kind) == ("Oficina de Partes", "Oficina chica")
    own = proposal.resolution.source
    assert (own.citation_printed, own.title) == ("Decreto 99 de 2025", "Aprueba algo")


def test_a_post_that_is_printed_twice_is_one() -> None:
    posts = [
        a_text_unit(name, (text,), sort=OutlineSort.POST)
        for name, text in (("Jefatura", "Mandar"), ("JEFATURA", "Firmar"), ("Secretaría", "Escribir"))
    ]
    found = posts_in(a_text(a_head_unit(), *posts))
    assert [(post.name, [item.text for item in post.functions]) for post in found] == [
        ("Jefatura", ["Mandar", "Firmar"]),
        ("Secretaría", ["Escribir"]),
    ]
