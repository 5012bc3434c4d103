"""What is proposed for texts that state a part: amending acts, and descriptions of some units."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    RelabelFunction,
    RemoveFunction,
    RenameUnit,
    RestateFunction,
    SuppressUnit,
)
from organica.domain.outline import AmendmentAction, OutlineAmendment
from organica.domain.source import Provision
from organica.plan import Mode, ModeReason, Scope
from tests.makers import Book, a_resolution
from tests.support.plan.texts import (
    ARCHIVO,
    COMPRAS,
    a_body,
    a_known_unit,
    a_plan,
    a_text,
    a_text_unit,
    acts_of,
    amends,
    an_order,
    structure_of,
    the_text_of_the_body,
)

REPLACE, ADD, REMOVE = AmendmentAction.REPLACE, AmendmentAction.ADD, AmendmentAction.REMOVE
RELABEL, RENAME, WORDS = AmendmentAction.RELABEL, AmendmentAction.RENAME, AmendmentAction.REPLACE_WORDS
PURCHASES = "Departamento de Compras"


def test_an_amendment_that_touches_two_letters_is_two_acts_and_nothing_else() -> None:
    book = a_body()
    before = structure_of(book)
    orders = (
        an_order(
            REPLACE,
            unit=PURCHASES,
            label="a",
            text="a) Elaborar el plan trienal de compras",
            provision="Artículo 1",
        ),
        an_order(ADD, unit=PURCHASES, after="d", text="Rendir cuenta de las compras", provision="Artículo 2"),
    )
    proposal = a_plan(book, a_text(orders=orders), None)
    assert (proposal.mode, proposal.scope.because) == (Mode.PARTIAL, ModeReason.AMENDMENTS)
    assert acts_of(proposal) == ["assign function e", "amend function compras/a"]
    amended = proposal.acts[1].act
    assert isinstance(amended, AmendFunction)
    assert amended.text == "Elaborar el plan trienal de compras"
    assert amended.provision == Provision(article="1", printed="Artículo 1")
    after = structure_of(book)
    assert [code for code, unit in after.units.items() if unit != before.units[code]] == []
    assert [code for code, each in after.functions.items() if each != before.functions.get(code)] == [
        "compras.1",
        "compras.5",
    ]
    assert proposal.resolution.coverage is None


def test_a_letter_that_an_order_frees_another_may_give() -> None:
    orders = (
        an_order(ADD, unit=PURCHASES, label="b", text="Publicar el plan de compras"),
        an_order(RELABEL, unit=PURCHASES, label="b", new_label="e"),
    )
    book = a_body()
    proposal = a_plan(book, a_text(orders=orders), None)
    assert [type(planned.act) for planned in proposal.acts] == [RelabelFunction, AssignFunction]
    held = structure_of(book).functions_by_unit["compras"]
    assert [(each.label, each.code) for each in held] == [
        ("a", "compras.1"),
        ("b", "compras.5"),
        ("c", "compras.3"),
        ("d", "compras.4"),
        ("e", "compras.2"),
    ]


def test_words_are_replaced_wherever_they_stand_and_each_function_is_amended_once() -> None:
    orders = (
        an_order(WORDS, old_words="expedientes", text="legajos"),
        an_order(WORDS, unit="Departamento de Archivo", label="a", old_words="integridad", text="orden"),
    )
    proposal = a_plan(a_body(), a_text(orders=orders), None)
    (planned,) = proposal.acts
    amended = planned.act
    assert isinstance(amended, AmendFunction)
    assert planned.confirm
    assert [(doubt.code, doubt.decision) for doubt in proposal.doubts] == [
        ("words_several", "Queda por decidir en cuáles se reemplaza «expedientes»: archivo.1.")
    ]
    assert (amended.function.code, amended.text) == (
        "archivo.1",
        "Custodiar los legajos y resguardar su orden",
    )


def test_the_name_of_a_unit_that_is_replaced_everywhere_is_a_rename_to_be_confirmed() -> None:
    orders = (an_order(WORDS, old_words=PURCHASES, text="Departamento de Adquisiciones"),)
    proposal = a_plan(a_body(), a_text(orders=orders), None)
    (planned,) = proposal.acts
    assert planned.act == RenameUnit(unit="compras", name="Departamento de Adquisiciones")
    assert planned.confirm


def test_an_order_that_names_only_an_article_finds_what_rests_on_it() -> None:
    units = the_text_of_the_body()
    units[3] = replace(units[3], provision="Artículo 7°")
    book = a_body()
    a_plan(book, a_text(*units))
    orders = (an_order(REMOVE, article="artículo 7", label="b"),)
    outline = a_text(orders=orders)
    source = replace(outline.sources[0], number="100", printed="Decreto 100 de 2025")
    amended = amends(outline.sources[0])
    proposal = a_plan(book, replace(outline, sources=(source, amended)), None)
    assert acts_of(proposal) == ["remove function archivo/b"]


def test_a_rename_that_is_ordered_is_proposed_with_its_words_as_the_reason() -> None:
    orders = (an_order(RENAME, unit=PURCHASES, text="Departamento de Adquisiciones"),)
    proposal = a_plan(a_body(), a_text(orders=orders), None)
    (planned,) = proposal.acts
    assert planned.act == RenameUnit(unit="compras", name="Departamento de Adquisiciones")
    assert planned.because[0].says.es == "El texto lo ordena: «Modifícase …»."


def test_a_suppression_that_is_ordered_still_asks_for_confirmation() -> None:
    book = a_body()
    proposal = a_plan(book, a_text(orders=(an_order(REMOVE, unit="Departamento de Archivo"),)), None)
    assert [type(planned.act) for planned in proposal.acts] == [*[RemoveFunction] * 3, SuppressUnit]
    assert proposal.acts[-1].confirm
    assert [doubt.code for doubt in proposal.doubts] == ["suppression"]


@pytest.mark.parametrize(
    ("order", "code", "told"),
    [
        (an_order(REMOVE, unit=PURCHASES, label="z"), "amended_place_unknown", "compras.1"),
        (
            an_order(REPLACE, unit="Departamento de Pesca", label="a", text="x"),
            "amended_place_unknown",
            "archivo.1",
        ),
        (an_order(WORDS, unit=PURCHASES, old_words="faros", text="x"), "words_not_found", "compras.1"),
        (an_order(REPLACE, unit=PURCHASES, label="a"), "order_unclear", ""),
        (an_order(RELABEL, unit=PURCHASES, label="a"), "order_unclear", ""),
        (an_order(REMOVE, unit="Dirección"), "order_unclear", ""),
        (an_order(RENAME, unit="Departamento de Pesca", text="x"), "amended_place_unknown", ""),
    ],
)
def test_an_order_whose_place_or_purpose_is_not_clear_is_a_doubt_and_no_act(
    order: OutlineAmendment, code: str, told: str
) -> None:
    proposal = a_plan(a_body(), a_text(orders=(order,)), None)
    assert proposal.acts == ()
    (doubt,) = proposal.doubts
    assert (doubt.code, doubt.lines, doubt.printed) == (code, "1-1", "Modifícase …")
    assert told in (doubt.decision or "")


def test_a_doubt_does_not_repeat_what_no_file_may_hold() -> None:
    order = an_order(WORDS, unit=PURCHASES, old_words="partes@ejemplo.cl", text="x")
    printed = "Reemplázase partes@ejemplo.cl por x"
    proposal = a_plan(a_body(), a_text(orders=(replace(order, printed=printed),)), None)
    (doubt,) = proposal.doubts
    assert (doubt.printed, "@" in (doubt.decision or "")) == (None, False)


def test_a_letter_of_several_functions_is_a_doubt() -> None:
    book = Book(
        a_resolution(
            a_known_unit("Dirección", (), "direccion"), a_known_unit("Oficina de Pagos", COMPRAS, "pagos")
        )
    )
    provision = Provision(article="3")
    book.enact(
        a_resolution(
            replace(a_known_unit("Oficina A", ("Una cosa",), "a"), provision=provision),
            replace(a_known_unit("Oficina B", ("Otra cosa",), "b"), provision=provision),
            number="2",
        )
    )
    outline = a_text(orders=(an_order(REMOVE, article="3", label="a"),))
    second = replace(outline.sources[0], kind="resolucion_exenta", number="2", year=2015)
    proposal = a_plan(book, replace(outline, sources=(*outline.sources, amends(second))), None)
    assert [doubt.code for doubt in proposal.doubts] == ["amended_place_several"]


def test_without_a_scope_what_a_text_does_not_mention_stays() -> None:
    book = a_body()
    units = the_text_of_the_body()[:3]
    before = structure_of(book)
    proposal = a_plan(book, a_text(*units), None)
    assert (proposal.mode, proposal.scope.because) == (Mode.PARTIAL, ModeReason.CAUTION)
    assert acts_of(proposal) == ["restate unit direccion", "restate unit compras", "restate unit personas"]
    assert structure_of(book).units["archivo"] == before.units["archivo"]
    (doubt,) = proposal.doubts
    assert (doubt.code, "3 de las 4" in (doubt.decision or "")) == ("scope_assumed", True)


def test_a_part_takes_no_function_from_a_unit_that_it_does_not_describe() -> None:
    unit = a_text_unit(PURCHASES, (*COMPRAS, ARCHIVO[0]))
    proposal = a_plan(a_body(), a_text(unit), None)
    assert acts_of(proposal) == ["restate unit compras", "assign function e"]


def test_a_list_that_does_not_begin_with_the_first_letter_adds_to_the_one_in_force() -> None:
    unit = a_text_unit(PURCHASES, (COMPRAS[3], "Rendir cuenta de las compras"), labels="de")
    proposal = a_plan(a_body(), a_text(unit), None)
    assert [type(planned.act) for planned in proposal.acts][1:] == [RestateFunction, AssignFunction]


def test_a_list_with_less_than_half_of_what_is_in_force_may_be_an_extract() -> None:
    unit = a_text_unit(PURCHASES, COMPRAS[:1])
    proposal = a_plan(a_body(), a_text(unit), None)
    assert acts_of(proposal) == ["restate unit compras", "restate function compras/a"]
    (doubt,) = proposal.doubts
    assert (doubt.code, doubt.unit) == ("list_incomplete", "compras")
    assert "compras.2, compras.3, compras.4" in (doubt.decision or "")


def test_a_repealed_heading_ends_nothing_where_only_a_part_is_stated() -> None:
    gone = replace(a_text_unit("Departamento de Archivo"), repealed=True)
    proposal = a_plan(a_body(), a_text(the_text_of_the_body()[1], gone), None)
    assert acts_of(proposal) == ["restate unit compras"]
    assert [doubt.code for doubt in proposal.doubts] == ["heading_repealed"]


def test_the_scope_that_a_person_gives_is_taken() -> None:
    scope = Scope(Mode.PARTIAL, ModeReason.GIVEN)
    proposal = a_plan(a_body(), a_text(*the_text_of_the_body()[:3]), scope)
    assert (proposal.scope, proposal.doubts) == (scope, ())
