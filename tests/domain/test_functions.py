"""What the acts on functions do, and when they are refused."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    Act,
    AmendFunction,
    AssignFunction,
    CreatePost,
    FunctionItem,
    RelabelFunction,
    RemoveFunction,
    RestateFunction,
    TransferFunction,
)
from organica.domain.refusals.functions import (
    FunctionAmbiguous,
    FunctionAstray,
    FunctionExists,
    FunctionNotInForce,
    LabelTwice,
)
from organica.domain.refusals.matters import ActChangesNothing
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.resolution import Resolution
from organica.domain.source import BasisRole
from organica.domain.states import FunctionState
from organica.domain.structure import Structure
from tests.makers import (
    Book,
    a_function,
    a_post,
    a_post_ref,
    a_resolution,
    a_statement,
    a_unit,
    acts_of,
    an_assignment,
    an_item,
    items,
    key_of,
)
from tests.support.refusing import refused


@pytest.fixture
def book() -> Book:
    """A direction with two departments; the first has functions a, b, c, the second a."""
    return Book(
        a_resolution(
            a_unit("direccion", kind="Dirección"),
            a_unit("faros", "direccion", functions=items("a b c")),
            a_unit("boyas", "direccion", functions=items("a")),
        )
    )


def then(*acts: Act, number: str = "2", in_force_from: str = "2016-01-01") -> Resolution:
    return a_resolution(*acts, number=number, in_force_from=in_force_from)


def now(book: Book) -> Structure:
    return book.history.moments[-1].structure


def function(book: Book, code: str) -> FunctionState:
    return now(book).functions[code]


def printed(book: Book, unit: str) -> list[tuple[str | None, str]]:
    return [(held.label, held.code) for held in now(book).functions_by_unit.get(unit, ())]


def test_an_assigned_function_gets_the_next_code_of_its_unit(book: Book) -> None:
    enacted = book.enact(then(an_assignment("boyas", "b", "Fondear las boyas.")))
    [act] = acts_of(enacted)
    assert isinstance(act, AssignFunction)
    assert act.function.bound == "boyas.2"
    assigned = function(book, "boyas.2")
    assert (assigned.unit, assigned.label, assigned.text) == ("boyas", "b", "Fondear las boyas.")
    assert (assigned.born.value, assigned.legal_basis[0].role) == ("2016-01-01", BasisRole.GRANTS)


def test_a_code_is_not_minted_again_after_its_function_ended(book: Book) -> None:
    book.enact(then(RemoveFunction(function=a_function("boyas/a"))))
    book.enact(then(an_assignment("boyas", "a"), number="3", in_force_from="2017-01-01"))
    assert printed(book, "boyas") == [("a", "boyas.2")]


def test_a_transferred_function_does_not_free_its_number(book: Book) -> None:
    book.enact(then(TransferFunction(function=a_function("boyas/a"), to="faros", label="d")))
    book.enact(then(an_assignment("boyas", "a"), number="3", in_force_from="2017-01-01"))
    assert printed(book, "faros")[-1] == ("d", "boyas.1")
    assert printed(book, "boyas") == [("a", "boyas.2")]


def test_a_refused_file_uses_up_no_code(book: Book) -> None:
    refused(book, then(an_assignment("boyas", "b"), an_assignment("boyas", "b")), LabelTwice)
    book.enact(then(an_assignment("boyas", "b")))
    assert printed(book, "boyas") == [("a", "boyas.1"), ("b", "boyas.2")]


def test_a_function_that_exists_is_not_assigned_again(book: Book) -> None:
    before = now(book)
    refusal = refused(book, then(an_assignment("boyas", "b", code="faros.1")), FunctionExists)
    assert refusal.facts["function"] == "faros.1"
    assert now(book) == before


def test_an_amendment_changes_the_text_and_nothing_else(book: Book) -> None:
    before = function(book, "faros.2")
    book.enact(then(AmendFunction(function=a_function("faros/b"), text="Pintar las torres.")))
    after = function(book, "faros.2")
    assert after.text == "Pintar las torres."
    assert (after.unit, after.label, after.place, after.born) == (
        before.unit,
        before.label,
        before.place,
        before.born,
    )
    assert (after.since.value, after.legal_basis[-1].source) == ("2016-01-01", key_of("2", "2016"))


def test_letters_a_and_b_are_swapped_in_one_file(book: Book) -> None:
    book.enact(
        then(
            RelabelFunction(function=a_function("faros/a"), label="b"),
            RelabelFunction(function=a_function("faros/b"), label="a"),
        )
    )
    assert printed(book, "faros") == [("a", "faros.2"), ("b", "faros.1"), ("c", "faros.3")]


def test_three_letters_go_round_in_one_file(book: Book) -> None:
    book.enact(
        then(
            *(
                RelabelFunction(function=a_function(f"faros/{old}"), label=new)
                for old, new in zip("abc", "bca", strict=True)
            )
        )
    )
    assert printed(book, "faros") == [("a", "faros.3"), ("b", "faros.1"), ("c", "faros.2")]


def test_a_letter_given_twice_is_refused_with_both_codes(book: Book) -> None:
    refusal = refused(book, then(RelabelFunction(function=a_function("faros/a"), label="b")), LabelTwice)
    assert (refusal.facts["unit"], refusal.facts["label"]) == ("faros", "b")
    assert refusal.facts["functions"] == ("faros.2", "faros.1")


def test_a_misprinted_letter_that_is_confirmed_is_kept_as_printed(book: Book) -> None:
    book.enact(then(an_assignment("faros", "b", "Reparar.", misprint=True)))
    assert [label for label, _ in printed(book, "faros")] == ["a", "b", "b", "c"]


def test_a_path_that_two_functions_answer_to_is_refused_until_it_has_a_code(book: Book) -> None:
    book.enact(then(an_assignment("faros", "b", "Reparar.", misprint=True)))
    at = AmendFunction(function=a_function("faros/b"), text="Otra cosa.")
    refusal = refused(book, then(at, number="3", in_force_from="2017-01-01"), FunctionAmbiguous)
    assert refusal.facts["codes"] == ("faros.2", "faros.4")
    both = AmendFunction(function=a_function("faros/b", code="faros.4"), text="Otra cosa.")
    book.enact(then(both, number="3", in_force_from="2017-01-01"))
    assert function(book, "faros.4").text == "Otra cosa."


def test_one_letter_may_stand_in_two_lists_and_the_path_says_in_which(book: Book) -> None:
    book.enact(
        then(
            an_assignment("boyas", "a", "Específica a.", list="específicas"),
            an_assignment("boyas", "b", "Específica b.", list="específicas"),
        )
    )
    refused(
        book,
        then(RemoveFunction(function=a_function("boyas/a")), number="3", in_force_from="2017-01-01"),
        FunctionAmbiguous,
    )
    book.enact(
        then(
            RemoveFunction(function=a_function("boyas/específicas:a")),
            number="3",
            in_force_from="2017-01-01",
        )
    )
    assert printed(book, "boyas") == [("a", "boyas.1"), ("b", "boyas.3")]


def test_a_transferred_function_keeps_its_code_and_takes_its_new_letter(book: Book) -> None:
    book.enact(then(TransferFunction(function=a_function("faros/b"), to="boyas", label="b")))
    assert printed(book, "faros") == [("a", "faros.1"), ("c", "faros.3")]
    assert printed(book, "boyas") == [("a", "boyas.1"), ("b", "faros.2")]
    assert function(book, "faros.2").born.value == "2015-01-01"


def test_a_transfer_without_letter_keeps_the_old_one(book: Book) -> None:
    book.enact(then(TransferFunction(function=a_function("faros/c"), to="boyas")))
    assert printed(book, "boyas") == [("a", "boyas.1"), ("c", "faros.3")]


def test_a_transfer_onto_a_letter_in_use_is_refused(book: Book) -> None:
    refused(book, then(TransferFunction(function=a_function("faros/a"), to="boyas")), LabelTwice)


def test_two_units_exchange_their_letter_a_in_one_file(book: Book) -> None:
    book.enact(
        then(
            TransferFunction(function=a_function("faros/a"), to="boyas"),
            TransferFunction(function=a_function("boyas/a"), to="faros"),
        )
    )
    assert printed(book, "faros")[0] == ("a", "boyas.1")
    assert printed(book, "boyas") == [("a", "faros.1")]


def test_a_removed_function_is_gone_and_leaves_the_other_letters(book: Book) -> None:
    book.enact(then(RemoveFunction(function=a_function("faros/b"))))
    assert printed(book, "faros") == [("a", "faros.1"), ("c", "faros.3")]


def test_restating_a_function_adds_a_basis_and_moves_no_date(book: Book) -> None:
    book.enact(then(RestateFunction(function=a_function("faros/a"))))
    restated = function(book, "faros.1")
    assert restated.since.value == "2015-01-01"
    assert [basis.role for basis in restated.legal_basis] == [BasisRole.GRANTS, BasisRole.RESTATES]


def acts_on(at: str | None, code: str | None = None) -> list[Act]:
    ref = a_function(at, code=code)
    return [
        AmendFunction(function=ref, text="Otra."),
        RelabelFunction(function=ref, label="z"),
        TransferFunction(function=ref, to="direccion"),
        RemoveFunction(function=ref),
        RestateFunction(function=ref),
    ]


@pytest.mark.parametrize("act", acts_on("faros/z") + acts_on(None, "faros.99"))
def test_an_act_on_a_function_that_nobody_knows_is_refused(book: Book, act: Act) -> None:
    refusal = refused(book, then(act), FunctionNotInForce)
    assert refusal.facts["function"] in ("faros/z", "faros.99")
    assert refusal.facts["day"] == "2016-01-01"


@pytest.mark.parametrize("act", acts_on(None, "faros.1"))
def test_an_act_on_a_function_that_ended_is_refused(book: Book, act: Act) -> None:
    book.enact(then(RemoveFunction(function=a_function("faros/a"))))
    refused(book, then(act, number="3", in_force_from="2017-01-01"), FunctionNotInForce)


@pytest.mark.parametrize(
    "act",
    [
        *acts_on("nadie/a"),
        TransferFunction(function=a_function("faros/a"), to="nadie"),
        an_assignment("nadie", "a"),
    ],
)
def test_an_act_on_a_function_of_an_unknown_unit_is_refused(book: Book, act: Act) -> None:
    assert refused(book, then(act), UnitNotInForce).facts["unit"] == "nadie"


@pytest.mark.parametrize(
    "act",
    [
        AmendFunction(function=a_function("faros/a"), text="Ejercer la función a."),
        RelabelFunction(function=a_function("faros/a"), label="a"),
        TransferFunction(function=a_function("faros/a"), to="faros"),
    ],
)
def test_an_act_that_changes_nothing_of_a_function_is_refused(book: Book, act: Act) -> None:
    assert refused(book, then(act), ActChangesNothing).facts["target"] == "faros.1"


def test_what_a_file_brings_in_can_be_named_by_its_path_in_the_same_file(book: Book) -> None:
    book.enact(
        then(
            a_unit("puerto", "direccion"),
            an_assignment("puerto", "a", "Atracar."),
            an_assignment("boyas", "b", "Fondear."),
            AssignFunction(unit="puerto", function=an_item("1", "De día."), parent=a_function("puerto/a")),
            AssignFunction(unit="boyas", function=an_item("1", "De noche."), parent=a_function("boyas/b")),
        )
    )
    assert (function(book, "puerto.2").text, function(book, "puerto.2").parent) == ("De día.", "puerto.1")
    assert (function(book, "boyas.3").text, function(book, "boyas.3").parent) == ("De noche.", "boyas.2")


def test_a_path_means_what_it_meant_before_the_files_own_acts(book: Book) -> None:
    book.enact(
        then(
            RelabelFunction(function=a_function("faros/a"), label="d"),
            an_assignment("faros", "a", "Nueva a."),
            AmendFunction(function=a_function("faros/a"), text="La a de antes."),
        )
    )
    assert function(book, "faros.1").text == "La a de antes."
    assert function(book, "faros.4").text == "Nueva a."


WITH_ITEMS = FunctionItem(
    text="Fondear:", label="d", children=(an_item("1", "boyas;"), an_item("2", "anclas."))
)


def test_sub_items_hang_from_their_item_and_have_their_own_paths(book: Book) -> None:
    book.enact(then(AssignFunction(unit="faros", function=WITH_ITEMS)))
    assert [(f.code, f.parent, f.label) for f in now(book).functions_by_unit["faros"] if f.parent] == [
        ("faros.5", "faros.4", "1"),
        ("faros.6", "faros.4", "2"),
    ]
    amend = AmendFunction(function=a_function("faros/d/2"), text="cadenas.")
    book.enact(then(amend, number="3", in_force_from="2017-01-01"))
    assert function(book, "faros.6").text == "cadenas."


def test_the_name_of_a_list_is_said_once_in_the_path_of_a_sub_item(book: Book) -> None:
    item = an_item("a", "Vigilar:", list="específicas")
    listed = FunctionItem(item.text, item.label, item.list, children=(an_item("1", "de día;"),))
    book.enact(then(AssignFunction(unit="boyas", function=listed)))
    amend = AmendFunction(function=a_function("boyas/específicas:a/1"), text="de noche;")
    book.enact(then(amend, number="3", in_force_from="2017-01-01"))
    assert function(book, "boyas.3").text == "de noche;"


def test_sub_items_go_where_their_item_goes_and_end_with_it(book: Book) -> None:
    book.enact(then(AssignFunction(unit="faros", function=WITH_ITEMS)))
    move = TransferFunction(function=a_function("faros/d"), to="boyas", label="b")
    book.enact(then(move, number="3", in_force_from="2017-01-01"))
    assert {
        f.unit for code, f in now(book).functions.items() if code in ("faros.4", "faros.5", "faros.6")
    } == {"boyas"}
    end = RemoveFunction(function=a_function("boyas/b"))
    book.enact(then(end, number="4", in_force_from="2018-01-01"))
    assert sorted(now(book).functions) == ["boyas.1", "faros.1", "faros.2", "faros.3"]


def test_an_item_with_sub_items_moves_to_another_list_of_its_unit(book: Book) -> None:
    book.enact(then(AssignFunction(unit="faros", function=WITH_ITEMS)))
    other = TransferFunction(function=a_function("faros/d"), to="faros", label="a", list="específicas")
    book.enact(then(other, number="3", in_force_from="2017-01-01"))
    moved = function(book, "faros.4")
    assert (moved.unit, moved.list, moved.label) == ("faros", "específicas", "a")
    assert function(book, "faros.5").parent == "faros.4"


def test_a_sub_item_may_not_hang_from_an_item_of_another_unit(book: Book) -> None:
    act = AssignFunction(unit="boyas", function=an_item("1", "boyas;"), parent=a_function("faros/a"))
    refusal = refused(book, then(act), FunctionAstray)
    assert (refusal.facts["function"], refusal.facts["owner"]) == ("boyas.2", "faros.1")


def test_a_sub_item_may_not_hang_from_an_item_that_ended(book: Book) -> None:
    book.enact(then(RemoveFunction(function=a_function("faros/a"))))
    act = AssignFunction(unit="faros", function=an_item("1"), parent=a_function(code="faros.1"))
    refused(book, then(act, number="3", in_force_from="2017-01-01"), FunctionAstray)


def test_a_post_holds_functions_of_its_own_with_letters_of_their_own(book: Book) -> None:
    book.enact(
        then(
            CreatePost(unit="faros", post=a_post("Jefatura", heads=True)),
            AssignFunction(unit="faros", function=an_item("a", "Firmar."), post=a_post_ref("faros/head")),
        )
    )
    assert (function(book, "faros.4").post, function(book, "faros.4").label) == ("faros.p1", "a")


def test_a_function_may_not_be_held_by_a_post_of_another_unit(book: Book) -> None:
    act = AssignFunction(unit="boyas", function=an_item("b"), post=a_post_ref("faros/head"))
    refusal = refused(
        book, then(CreatePost(unit="faros", post=a_post("Jefatura", heads=True)), act), FunctionAstray
    )
    assert refusal.facts["owner"] == "faros.p1"


def test_what_a_post_holds_ends_with_the_post(book: Book) -> None:
    book.enact(
        then(
            CreatePost(unit="faros", post=a_post("Jefatura", heads=True)),
            AssignFunction(unit="faros", function=an_item("a", "Firmar."), post=a_post_ref("faros/head")),
        )
    )
    state = a_statement("faros", None, name="Departamento Faros", posts=[])
    book.enact(then(state, number="3", in_force_from="2017-01-01"))
    assert now(book).posts == {}
    assert sorted(now(book).functions) == ["boyas.1", "faros.1", "faros.2", "faros.3"]
