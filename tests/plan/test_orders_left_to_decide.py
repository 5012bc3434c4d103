"""Orders that nobody may enact unread: on another norm, of loose words, of a letter that is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import AmendFunction
from organica.domain.outline import AmendmentAction, OutlineAmendment, OutlineSource
from organica.plan import Alternative, AlternativeCode, Level, Proposal, Reason, ReasonCode, propose
from organica.plan.noting import PlanDoubt, note
from organica.plan.order_words import own_words, whole_words
from tests.support.plan.texts import (
    LINE,
    a_body,
    a_text,
    acts_of,
    amends,
    an_order,
    facts,
    structure_of,
)

REMOVE, ADD, RELABEL = AmendmentAction.REMOVE, AmendmentAction.ADD, AmendmentAction.RELABEL
WORDS, REPLACE = AmendmentAction.REPLACE_WORDS, AmendmentAction.REPLACE
PURCHASES = "Departamento de Compras"
OF_THE_BODY = OutlineSource(
    "resolucion_exenta", "1", None, 2015, None, "Resolución exenta N° 1 de 2015", "cited", LINE
)
OF_ANOTHER = replace(OF_THE_BODY, kind="decreto", number="99", printed="Decreto N° 99 de 2015")


def ordered(*orders: OutlineAmendment, amended: OutlineSource | None = None) -> Proposal:
    """Return what is proposed for orders, on a source that the text says it amends."""
    outline = a_text(orders=orders)
    if amended is not None:
        outline = replace(outline, sources=(*outline.sources, amends(amended)))
    return propose(outline, structure_of(a_body()), facts(None))


def codes(proposal: Proposal) -> list[str]:
    return [doubt.code for doubt in proposal.doubts]


@pytest.mark.parametrize(
    "order",
    [
        an_order(REMOVE, article="3", label="b"),
        an_order(WORDS, old_words="compras", text="adquisiciones"),
    ],
)
def test_an_order_on_a_norm_that_nothing_here_rests_on_is_a_doubt_and_no_act(order: OutlineAmendment) -> None:
    proposal = ordered(order, amended=OF_ANOTHER)
    assert (proposal.acts, codes(proposal)) == ((), ["amended_source_unknown"])
    assert "Decreto N° 99 de 2015" in (proposal.doubts[0].decision or "")


@pytest.mark.parametrize(("amended", "undecided"), [(OF_THE_BODY, False), (OF_ANOTHER, True), (None, False)])
def test_an_order_that_names_its_unit_waits_where_the_unit_rests_on_another_norm(
    amended: OutlineSource | None, undecided: bool
) -> None:
    proposal = ordered(an_order(REMOVE, unit=PURCHASES, label="b"), amended=amended)
    assert acts_of(proposal) == ["remove function compras/b"]
    assert [planned.confirm for planned in proposal.acts] == [undecided]
    assert codes(proposal) == ["amended_source_other"] * undecided


@pytest.mark.parametrize(
    "changed", [{"kind": "resolucion"}, {"number": "01"}, {"year": None}], ids=["kind", "number", "year"]
)
def test_a_norm_is_the_same_one_where_it_is_cited_in_brief(changed: dict[str, str | None]) -> None:
    cited = replace(OF_THE_BODY, **changed)  # type: ignore[arg-type]
    proposal = ordered(an_order(REMOVE, unit=PURCHASES, label="b"), amended=cited)
    assert codes(proposal) == []


@pytest.mark.parametrize("changed", [{"kind": "decreto"}, {"number": "11"}, {"year": 2016}])
def test_another_kind_number_or_year_is_another_norm(changed: dict[str, str | int]) -> None:
    cited = replace(OF_THE_BODY, **changed)  # type: ignore[arg-type]
    proposal = ordered(an_order(REMOVE, unit=PURCHASES, label="b"), amended=cited)
    assert codes(proposal) == ["amended_source_other"]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("arte", "Atender la oficina de partes y el arte", 1),
        ("partes", "la oficina de partes.", 1),
        ("las", "las compras, clases y las demás", 2),
        ("(a)", "lo que dice (a) y (a)", 2),
    ],
)
def test_words_are_found_where_they_stand_as_such(words: str, text: str, found: int) -> None:
    assert len(whole_words(words).findall(text)) == found


def test_words_that_stand_inside_others_only_are_not_replaced() -> None:
    proposal = ordered(an_order(WORDS, unit=PURCHASES, old_words="citaciones", text="x"))
    assert (proposal.acts, codes(proposal)) == ((), ["words_not_found"])


def test_words_of_one_letter_are_sure_and_words_of_several_are_left_to_decide() -> None:
    one = ordered(an_order(WORDS, unit=PURCHASES, label="a", old_words="plan", text="programa"))
    assert [(planned.confidence.level, planned.confirm) for planned in one.acts] == [(Level.SURE, False)]
    several = ordered(an_order(WORDS, unit=PURCHASES, old_words="de", text="para"))
    assert {planned.confirm for planned in several.acts} == {True}
    [doubt] = several.doubts
    assert doubt.code == "words_several"
    assert "compras.1, compras.2, compras.3, compras.4" in (doubt.decision or "")


@pytest.mark.parametrize(
    ("orders", "holders"),
    [
        ((an_order(ADD, unit=PURCHASES, label="b", text="x"),), ["compras.2"]),
        ((an_order(ADD, unit=PURCHASES, after="b", text="x"),), ["compras.3"]),
        ((an_order(RELABEL, unit=PURCHASES, label="a", new_label="b"),), ["compras.2"]),
        (
            (
                an_order(ADD, unit=PURCHASES, label="e", text="x"),
                an_order(RELABEL, unit=PURCHASES, label="a", new_label="e"),
            ),
            ["otra", "compras.1"],
        ),
        (
            (
                an_order(ADD, unit=PURCHASES, label="e", text="x"),
                an_order(ADD, unit=PURCHASES, label="e", text="y"),
            ),
            ["otra", "otra"],
        ),
        (
            (
                an_order(ADD, unit=PURCHASES, label="b", text="x"),
                an_order(REMOVE, unit=PURCHASES, label="b"),
            ),
            [],
        ),
    ],
)
def test_a_letter_that_two_would_bear_when_all_is_done_is_left_to_decide(
    orders: tuple[OutlineAmendment, ...], holders: list[str]
) -> None:
    proposal = ordered(*orders)
    assert codes(proposal) == ["label_taken"] * len(holders)
    decisions = sorted(doubt.decision or "" for doubt in proposal.doubts)
    assert all(any(holder in each for each in decisions) for holder in holders)
    assert all(doubt.lines == "1-1" for doubt in proposal.doubts)
    assert [planned.confirm for planned in proposal.acts].count(True) == len(holders)


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        (
            OutlineAmendment(
                REMOVE,
                LINE,
                "d) Elimínase la letra a) del Departamento de Finanzas, a cargo de doña Ana Inventada",
                unit="Departamento de Finanzas",
                label="a",
            ),
            "d) Elimínase la letra a) del Departamento de Finanzas …",
        ),
        (
            OutlineAmendment(REMOVE, LINE, "Elimínase la letra b) del artículo 3.", article="3", label="b"),
            "Elimínase la letra b) del artículo 3",
        ),
        (
            OutlineAmendment(WORDS, LINE, "Reemplázase la palabra “arte” por “pintura”."),
            "Reemplázase la palabra …",
        ),
        (
            OutlineAmendment(
                REMOVE, LINE, "Suprímese, de lo que hace doña Ana Inventada, la letra c)", label="c"
            ),
            "Suprímese, de lo que hace …",
        ),
    ],
)
def test_of_an_order_only_its_own_words_are_shown(order: OutlineAmendment, shown: str) -> None:
    assert own_words(order) == shown


def test_neither_comments_nor_doubts_repeat_personal_data_and_the_act_waits() -> None:
    text = "Comprar, y escribir a ana@ejemplo.cl"
    order = OutlineAmendment(REPLACE, LINE, f"Sustitúyese: {text}", unit=PURCHASES, label="a", text=text)
    proposal = ordered(order)
    [planned] = proposal.acts
    assert isinstance(planned.act, AmendFunction)
    assert planned.confirm
    assert codes(proposal) == ["personal_data"]
    said = [each.sentence() for each in planned.because]
    assert "@" not in " ".join([*said, *(f"{doubt.printed} {doubt.decision}" for doubt in proposal.doubts)])


def test_every_act_waits_where_the_citation_holds_personal_data() -> None:
    outline = a_text(orders=(an_order(REMOVE, unit=PURCHASES, label="a"),))
    source = replace(outline.sources[0], printed="Decreto 99 de ana@ejemplo.cl")
    proposal = propose(replace(outline, sources=(source,)), structure_of(a_body()), facts(None))
    assert ([planned.confirm for planned in proposal.acts], codes(proposal)) == ([True], ["personal_data"])


def test_facts_of_reasons_and_alternatives_leave_personal_data_out() -> None:
    reason = Reason(ReasonCode.FUNCTIONS_OF_SEVERAL, {"units": ("«Oficina»", "«ana@ejemplo.cl»")})
    assert reason.says.es == "Reúne las funciones de «Oficina», …."
    other = Alternative(AlternativeCode.ANOTHER_UNIT, 0.5, {"name": "Oficina de ana@ejemplo.cl"})
    assert other.says.en == "That it be “…”."
    assert note(PlanDoubt.WORDS_NOT_FOUND, words="RUT 12.345.678-5", function="a.1").decision == (
        "No se propone nada: «…» no está en el texto vigente de a.1."
    )
