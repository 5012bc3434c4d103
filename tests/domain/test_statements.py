"""What `state` means: so it is from this day, whoever made it so and whenever."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    ROOT,
    UNKNOWN_PARENT,
    AmendFunction,
    FunctionItem,
    RemoveFunction,
    StateUnit,
    SuppressUnit,
    TransferFunction,
    under,
)
from organica.domain.dates import DateBasis
from organica.domain.refusals.functions import FunctionNotInForce
from organica.domain.refusals.matters import NamedTwice
from organica.domain.refusals.posts import PostNotInForce
from organica.domain.refusals.units import ParentNotInForce, StatementIncomplete, UnitCodeUsedBefore
from organica.domain.source import BasisRole
from organica.domain.states import FunctionState, UnitState
from organica.domain.structure import Structure
from tests.makers import (
    Book,
    a_function,
    a_post,
    a_resolution,
    a_statement,
    a_unit,
    an_assignment,
    an_item,
    items,
    key_of,
)
from tests.support.refusing import refused


def now(book: Book) -> Structure:
    return book.history.moments[-1].structure


def unit(book: Book, code: str) -> UnitState:
    return now(book).units[code]


def printed(book: Book, code: str) -> list[tuple[str | None, str, str]]:
    return [(held.label, held.code, held.text) for held in now(book).functions_by_unit.get(code, ())]


def stated(*acts: StateUnit, number: str = "2", in_force_from: str = "2016-01-01") -> Book:
    """Return a book in which a first source states faros (a, b) and boyas (a), and a second one follows."""
    book = Book(
        a_resolution(
            a_statement("faros", UNKNOWN_PARENT, functions=items("a b"), objective="Alumbrar."),
            a_statement("boyas", "faros", functions=items("a")),
        )
    )
    if acts:
        book.enact(a_resolution(*acts, number=number, in_force_from=in_force_from))
    return book


def test_a_stated_unit_exists_at_least_since_then() -> None:
    faros = unit(stated(), "faros")
    assert (faros.born.value, faros.born.basis) == ("2015-01-01", DateBasis.SINCE_AT_LEAST)
    assert (faros.since.value, faros.since.basis) == ("2015-01-01", DateBasis.SINCE_AT_LEAST)
    assert faros.parent == UNKNOWN_PARENT
    assert [basis.role for basis in faros.legal_basis] == [BasisRole.GRANTS]


def test_the_functions_of_a_stated_unit_exist_at_least_since_then() -> None:
    assert {held.born.basis for held in now(stated()).functions.values()} == {DateBasis.SINCE_AT_LEAST}


@pytest.mark.parametrize(
    ("act", "missing"),
    [
        (StateUnit(unit="grua", kind="Oficina"), "name"),
        (StateUnit(unit="grua", name="Oficina de Grúas"), "kind"),
        (StateUnit(unit="grua"), "name"),
    ],
)
def test_a_new_unit_is_not_stated_without_name_and_kind(act: StateUnit, missing: str) -> None:
    refusal = refused(
        stated(), a_resolution(act, number="2", in_force_from="2016-01-01"), StatementIncomplete
    )
    assert (refusal.facts["unit"], refusal.facts["missing"]) == ("grua", missing)


def test_a_stated_parent_must_exist() -> None:
    act = a_statement("grua", "nadie")
    refused(stated(), a_resolution(act, number="2", in_force_from="2016-01-01"), ParentNotInForce)


def test_a_statement_changes_what_differs() -> None:
    book = stated(StateUnit(unit="faros", name="División de Faros", parent=ROOT))
    faros = unit(book, "faros")
    assert (faros.name, faros.kind, faros.parent) == ("División de Faros", "Departamento", ROOT)
    assert (faros.since.value, faros.since.basis) == ("2016-01-01", DateBasis.STATED)
    assert (faros.legal_basis[-1].role, faros.legal_basis[-1].changed) == (
        BasisRole.AMENDS,
        ("name", "parent"),
    )


def test_a_statement_of_what_is_so_already_renews_its_basis_only() -> None:
    before = unit(stated(), "faros")
    book = stated(a_statement("faros", UNKNOWN_PARENT, functions=items("a b"), objective="Alumbrar."))
    faros = unit(book, "faros")
    assert (faros.since, faros.born) == (before.since, before.born)
    assert [basis.role for basis in faros.legal_basis] == [BasisRole.GRANTS, BasisRole.RESTATES]
    assert faros.legal_basis[-1].source == key_of("2", "2016")
    for code in ("faros.1", "faros.2"):
        held = now(book).functions[code]
        assert held.since.value == "2015-01-01"
        assert [basis.role for basis in held.legal_basis] == [BasisRole.GRANTS, BasisRole.RESTATES]


def test_what_a_statement_leaves_out_stays_untouched() -> None:
    before = now(stated())
    book = stated(StateUnit(unit="faros", name="División de Faros"))
    assert unit(book, "faros").objective == "Alumbrar."
    assert now(book).functions == before.functions
    assert now(book).units["boyas"] == before.units["boyas"]


def test_a_parent_that_is_not_said_does_not_unsay_a_known_one() -> None:
    book = stated(a_statement("boyas", UNKNOWN_PARENT, functions=items("a")))
    assert unit(book, "boyas").parent == under("faros")


def test_a_list_that_is_given_is_the_whole_list() -> None:
    book = stated(StateUnit(unit="faros", functions=items("b c")))
    assert printed(book, "faros") == [
        ("b", "faros.2", "Ejercer la función b."),
        ("c", "faros.3", "Ejercer la función c."),
    ]
    assert printed(book, "boyas") == [("a", "boyas.1", "Ejercer la función a.")]


def test_an_empty_list_ends_every_function() -> None:
    book = stated(StateUnit(unit="faros", functions=()))
    assert printed(book, "faros") == []
    assert "faros" in now(book).units


def test_the_same_texts_keep_their_codes_after_relettering() -> None:
    book = stated(
        StateUnit(
            unit="faros",
            functions=(
                an_item("a", "Una nueva."),
                an_item("b", "Ejercer la función a."),
                an_item("c", "Ejercer la función b."),
            ),
        )
    )
    assert printed(book, "faros") == [
        ("a", "faros.3", "Una nueva."),
        ("b", "faros.1", "Ejercer la función a."),
        ("c", "faros.2", "Ejercer la función b."),
    ]


def test_a_reworded_text_under_its_letter_keeps_its_code() -> None:
    book = stated(StateUnit(unit="faros", functions=(an_item("a", "Alumbrar mejor."), an_item("b"))))
    assert printed(book, "faros")[0] == ("a", "faros.1", "Alumbrar mejor.")


def test_of_two_equal_texts_each_keeps_the_code_of_its_letter() -> None:
    same = "Las demás que le encomienden."
    book = Book(
        a_resolution(a_statement("faros", functions=[an_item("a", same), an_item("b", same)])),
        a_resolution(
            StateUnit(unit="faros", functions=(an_item("b", same),)), number="2", in_force_from="2016-01-01"
        ),
    )
    assert printed(book, "faros") == [("b", "faros.2", same)]


def test_a_sub_items_number_means_that_number_under_its_own_item() -> None:
    def listed(first: tuple[FunctionItem, ...], second: tuple[FunctionItem, ...]) -> StateUnit:
        return a_statement(
            "faros",
            functions=[
                FunctionItem("Encender:", "a", children=first),
                FunctionItem("Apagar:", "b", children=second),
            ],
        )

    book = Book(
        a_resolution(listed((an_item("1", "de noche;"),), (an_item("1", "de día;"),))),
        a_resolution(listed((), (an_item("1", "al alba;"),)), number="2", in_force_from="2016-01-01"),
    )
    assert {code: (f.parent, f.text) for code, f in now(book).functions.items()} == {
        "faros.1": (None, "Encender:"),
        "faros.3": (None, "Apagar:"),
        "faros.4": ("faros.3", "al alba;"),
    }


def test_a_code_that_the_list_gives_decides_whatever_text_and_letter_say() -> None:
    book = stated(StateUnit(unit="faros", functions=(an_item("a", "Otra.", code="faros.2"),)))
    assert printed(book, "faros") == [("a", "faros.2", "Otra.")]


def test_a_code_that_no_entry_gave_is_refused() -> None:
    act = StateUnit(unit="faros", functions=(an_item("a", code="faros.9"),))
    refused(stated(), a_resolution(act, number="2", in_force_from="2016-01-01"), FunctionNotInForce)
    posts = StateUnit(unit="faros", posts=(a_post("Jefatura", code="boyas.p9"),))
    refused(stated(), a_resolution(posts, number="2", in_force_from="2016-01-01"), PostNotInForce)


def test_a_list_that_names_one_code_twice_is_refused() -> None:
    act = StateUnit(unit="faros", functions=(an_item("a", code="faros.1"), an_item("b", code="faros.1")))
    refusal = refused(stated(), a_resolution(act, number="2", in_force_from="2016-01-01"), NamedTwice)
    assert (refusal.facts["unit"], refusal.facts["code"]) == ("faros", "faros.1")


def test_a_list_may_take_a_function_over_from_another_unit_by_its_code() -> None:
    book = stated(
        StateUnit(
            unit="boyas", functions=(an_item("a"), an_item("b", "Ejercer la función b.", code="faros.2"))
        )
    )
    assert printed(book, "faros") == [("a", "faros.1", "Ejercer la función a.")]
    assert [code for _, code, _ in printed(book, "boyas")] == ["boyas.1", "faros.2"]


def test_the_sub_items_of_a_function_taken_over_end_unless_they_are_listed() -> None:
    book = Book(
        a_resolution(
            a_statement(
                "faros", functions=[FunctionItem("Encender:", "a", children=(an_item("1", "de noche;"),))]
            ),
            a_statement("boyas", "faros", functions=[]),
        ),
        a_resolution(
            StateUnit(unit="boyas", functions=(an_item("a", "Encender.", code="faros.1"),)),
            number="2",
            in_force_from="2016-01-01",
        ),
    )
    assert {code: (f.unit, f.text) for code, f in now(book).functions.items()} == {
        "faros.1": ("boyas", "Encender.")
    }


def test_a_unit_that_was_suppressed_is_not_stated_again() -> None:
    book = Book(
        a_resolution(a_unit("faros")),
        a_resolution(SuppressUnit(unit="faros"), number="2", in_force_from="2016-01-01"),
    )
    again = a_resolution(a_statement("faros"), number="3", in_force_from="2017-01-01")
    refused(book, again, UnitCodeUsedBefore)


def test_statement_and_acts_mix_over_the_years() -> None:
    book = stated(StateUnit(unit="faros", functions=(an_item("a"), an_item("b"), an_item("c", "Tercera."))))
    book.enact(
        a_resolution(
            AmendFunction(function=a_function("faros/c"), text="Tercera, enmendada."),
            RemoveFunction(function=a_function("faros/a")),
            an_assignment("faros", "d", "Cuarta."),
            number="3",
            in_force_from="2017-01-01",
        )
    )
    held: dict[str, FunctionState] = dict(now(book).functions)
    assert printed(book, "faros") == [
        ("b", "faros.2", "Ejercer la función b."),
        ("c", "faros.3", "Tercera, enmendada."),
        ("d", "faros.4", "Cuarta."),
    ]
    assert [basis.source for basis in held["faros.2"].legal_basis] == [
        key_of("1", "2015"),
        key_of("2", "2016"),
    ]
    assert held["faros.4"].born.basis is DateBasis.STATED


def test_a_back_dated_statement_makes_a_unit_older_and_the_later_one_renews_it() -> None:
    book = stated()
    book.enact(
        a_resolution(
            a_statement("faros", UNKNOWN_PARENT, functions=[an_item("a", code="faros.1")]),
            number="9",
            in_force_from="2010-01-01",
        )
    )
    faros = unit(book, "faros")
    assert (faros.born.value, faros.born.basis) == ("2010-01-01", DateBasis.SINCE_AT_LEAST)
    assert [basis.source for basis in faros.legal_basis] == [key_of("9", "2010"), key_of("1", "2015")]
    assert now(book).functions["faros.1"].born.value == "2010-01-01"
    assert now(book).functions["faros.2"].born.value == "2015-01-01"


def test_a_list_that_follows_a_transfer_in_one_file_keeps_what_was_handed_over() -> None:
    book = stated()
    book.enact(
        a_resolution(
            TransferFunction(function=a_function("faros/a"), to="boyas", label="b"),
            StateUnit(unit="boyas", functions=(an_item("a"), an_item("b", "Ejercer la función a."))),
            number="2",
            in_force_from="2016-01-01",
        )
    )
    assert [code for _, code, _ in printed(book, "boyas")] == ["boyas.1", "faros.1"]
    assert [code for _, code, _ in printed(book, "faros")] == ["faros.2"]
