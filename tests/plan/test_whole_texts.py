"""What is proposed for a text that states the whole: the fewest acts, and never an end that it does not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import (
    AmendFunction,
    CreateUnit,
    RelabelFunction,
    RemoveFunction,
    RenameUnit,
    RestateUnit,
    SuppressUnit,
    TransferFunction,
    under,
)
from organica.domain.resolution import CoverageClaim
from organica.domain.source import Provision
from organica.domain.structure import Structure
from organica.plan import AlternativeCode, Level, Mode, ModeReason, PlanRefused, ReasonCode, Scope, propose
from tests.makers import ORGANIZATION
from tests.support.plan.texts import (
    ARCHIVO,
    COMPRAS,
    PERSONAS,
    a_body,
    a_head_unit,
    a_plan,
    a_text,
    a_text_unit,
    acts_of,
    facts,
    structure_of,
    the_text_of_the_body,
)


def test_what_is_repeated_unchanged_is_one_restatement_for_each_unit() -> None:
    book = a_body()
    proposal = a_plan(book, a_text(*the_text_of_the_body()))
    assert acts_of(proposal) == [
        "restate unit direccion",
        "restate unit compras",
        "restate unit personas",
        "restate unit archivo",
    ]
    assert [
        planned.act.with_functions for planned in proposal.acts if isinstance(planned.act, RestateUnit)
    ] == [
        False,
        True,
        True,
        True,
    ]
    assert {planned.confidence.level for planned in proposal.acts} == {Level.SURE}
    assert proposal.resolution.coverage == CoverageClaim(complete_under=(ORGANIZATION,))
    renewed = structure_of(book).functions["compras.1"].legal_basis
    assert [basis.source for basis in renewed] == [
        "cl/servicio-ficticio/resolucion-exenta/2015/1",
        "cl/servicio-ficticio/decreto/2025/99",
    ]


def test_a_name_in_capitals_and_an_item_that_ends_with_another_sign_are_no_change() -> None:
    units = the_text_of_the_body()
    functions = tuple(replace(each, text=f"{each.text};") for each in units[1].functions)
    units[1] = replace(units[1], name="DEPARTAMENTO DE COMPRAS", functions=functions)
    proposal = a_plan(a_body(), a_text(*units))
    assert {type(planned.act) for planned in proposal.acts} == {RestateUnit}


def test_a_rename_is_found_by_what_the_unit_does() -> None:
    units = the_text_of_the_body()
    units[3] = replace(units[3], name="Departamento de Memoria Institucional")
    proposal = a_plan(a_body(), a_text(*units))
    (renamed,) = (planned for planned in proposal.acts if isinstance(planned.act, RenameUnit))
    assert renamed.act == RenameUnit(unit="archivo", name="Departamento de Memoria Institucional")
    assert renamed.because[0].code is ReasonCode.SAME_FUNCTIONS
    assert renamed.because[0].sentence("en") == "It has the functions of “Departamento de Archivo”: 3 of 3."
    assert renamed.instead_of[0].code is AlternativeCode.SUPPRESS_AND_CREATE
    assert renamed.instead_of[0].score == pytest.approx(1 - renamed.confidence.score)
    assert not any(isinstance(planned.act, SuppressUnit | CreateUnit) for planned in proposal.acts)


def test_two_units_that_swap_their_names_are_two_renames_when_their_code_is_printed() -> None:
    units = the_text_of_the_body()
    units[2] = replace(units[2], name="Departamento de Archivo", code="personas")
    units[3] = replace(units[3], name="Departamento de Personas", code="archivo")
    proposal = a_plan(a_body(), a_text(*units))
    assert [name for name in acts_of(proposal) if name.startswith("rename")] == [
        "rename unit personas",
        "rename unit archivo",
    ]


def test_a_reworded_function_is_amended_and_the_rest_restated() -> None:
    units = the_text_of_the_body()
    texts = (
        *COMPRAS[:2],
        "Administrar los contratos de suministro y sancionar su incumplimiento",
        COMPRAS[3],
    )
    units[1] = a_text_unit("Departamento de Compras", texts)
    proposal = a_plan(a_body(), a_text(*units))
    assert acts_of(proposal)[-1] == "amend function compras/c"
    assert len(proposal.acts) == 5
    amended = proposal.acts[-1]
    assert isinstance(amended.act, AmendFunction)
    assert amended.act.text == texts[2]
    assert amended.confidence.score < 1
    assert amended.instead_of[0].code is AlternativeCode.REMOVE_AND_ASSIGN


def test_a_swap_of_letters_is_two_relabels() -> None:
    units = the_text_of_the_body()
    units[1] = a_text_unit("Departamento de Compras", (COMPRAS[1], COMPRAS[0], *COMPRAS[2:]))
    book = a_body()
    proposal = a_plan(book, a_text(*units))
    assert acts_of(proposal)[-2:] == ["relabel function compras/b", "relabel function compras/a"]
    held = structure_of(book).functions_by_unit["compras"]
    assert [each.code for each in held] == ["compras.2", "compras.1", "compras.3", "compras.4"]


def test_a_letter_that_is_left_out_is_removed_and_those_behind_it_are_relabelled() -> None:
    units = the_text_of_the_body()
    units[1] = a_text_unit("Departamento de Compras", (COMPRAS[0], *COMPRAS[2:]))
    proposal = a_plan(a_body(), a_text(*units))
    assert acts_of(proposal)[4:] == [
        "remove function compras/b",
        "relabel function compras/c",
        "relabel function compras/d",
    ]


def test_a_function_that_another_unit_has_now_is_transferred_with_its_letter_and_its_new_words() -> None:
    units = the_text_of_the_body()
    units[1] = a_text_unit("Departamento de Compras", (COMPRAS[0], COMPRAS[2], COMPRAS[3]))
    moved = "Publicar las licitaciones y sus aclaraciones en el sistema de información del Estado"
    units[3] = a_text_unit("Departamento de Archivo", (*ARCHIVO, moved))
    book = a_body()
    proposal = a_plan(book, a_text(*units))
    (transfer,) = (each.act for each in proposal.acts if isinstance(each.act, TransferFunction))
    assert (transfer.function.code, transfer.to, transfer.label) == ("compras.2", "archivo", "d")
    assert structure_of(book).functions["compras.2"].text == moved


def test_what_closes_any_list_is_never_transferred() -> None:
    units = the_text_of_the_body()
    units[2] = a_text_unit("Departamento de Personas", PERSONAS[:3])
    closing = "Las demás funciones que le encomiende la jefatura superior"
    units[3] = a_text_unit("Departamento de Archivo", (*ARCHIVO, closing))
    proposal = a_plan(a_body(), a_text(*units))
    assert "remove function personas/d" in acts_of(proposal)
    assert "assign function d" in acts_of(proposal)


def test_a_unit_that_the_whole_no_longer_has_is_suppressed_and_a_person_must_confirm() -> None:
    book = a_body()
    proposal = a_plan(book, a_text(*the_text_of_the_body()[:3]))
    suppressed = proposal.acts[-1]
    assert suppressed.act == SuppressUnit(unit="archivo")
    assert suppressed.confirm
    assert [doubt.code for doubt in proposal.doubts] == ["suppression"]
    removed = [planned for planned in proposal.acts if isinstance(planned.act, RemoveFunction)]
    assert [planned.confirm for planned in removed] == [True, True, True]
    assert "archivo" not in structure_of(book).units


def test_only_what_hangs_from_the_named_unit_is_stated_whole() -> None:
    scope = Scope(Mode.FULL, ModeReason.GIVEN, "compras")
    proposal = a_plan(a_body(), a_text(the_text_of_the_body()[1]), scope)
    assert acts_of(proposal) == ["restate unit compras"]
    assert proposal.resolution.coverage == CoverageClaim(complete_under=("compras",))


def test_a_scope_that_is_not_in_force_is_refused() -> None:
    with pytest.raises(PlanRefused) as refusal:
        propose(
            a_text(a_head_unit()),
            structure_of(a_body()),
            facts(Scope(Mode.FULL, ModeReason.GIVEN, "nada")),
        )
    assert (refusal.value.code, refusal.value.facts) == ("scope_not_in_force", {"unit": "nada"})


def test_a_unit_that_hangs_elsewhere_is_moved() -> None:
    units = the_text_of_the_body()
    units[3] = a_text_unit("Departamento de Archivo", ARCHIVO, parent="Departamento de Personas")
    book = a_body()
    a_plan(book, a_text(*units))
    assert structure_of(book).units["archivo"].parent == under("personas")


def test_a_list_that_the_text_does_not_print_stays() -> None:
    units = the_text_of_the_body()
    units[1] = a_text_unit("Departamento de Compras")
    proposal = a_plan(a_body(), a_text(*units))
    assert len(proposal.acts) == 4
    assert [doubt.code for doubt in proposal.doubts] == ["list_absent"]


def test_every_act_says_where_in_its_source_it_stands() -> None:
    units = the_text_of_the_body()
    swapped = a_text_unit("Departamento de Compras", (COMPRAS[1], COMPRAS[0], *COMPRAS[2:]))
    units[1] = replace(swapped, provision="Artículo 12 bis")
    proposal = a_plan(a_body(), a_text(*units))
    relabelled = [planned.act for planned in proposal.acts if isinstance(planned.act, RelabelFunction)]
    assert [act.provision for act in relabelled] == [
        Provision(article="12 bis", label=label, printed="Artículo 12 bis") for label in ("a", "b")
    ]


def test_where_nothing_is_in_force_everything_is_stated() -> None:
    proposal = propose(a_text(*the_text_of_the_body()), Structure(), facts())
    assert (proposal.mode, proposal.scope.because) == (Mode.FIRST, ModeReason.NOTHING_IN_FORCE)
    assert acts_of(proposal)[1:] == [
        "state unit direccion",
        "state unit compras",
        "state unit personas",
        "state unit archivo",
    ]
    assert {planned.because[0].code for planned in proposal.acts} == {ReasonCode.FIRST_STATEMENT}


def test_the_code_of_a_new_unit_is_one_that_was_never_given() -> None:
    units = [*the_text_of_the_body(), a_text_unit("Oficina de Compras", ("Comprar lápices",), kind="Oficina")]
    proposal = propose(a_text(*units), structure_of(a_body()), facts(), taken=("compras-2",))
    created = next(planned.act for planned in proposal.acts if isinstance(planned.act, CreateUnit))
    assert created.unit == "compras-3"
