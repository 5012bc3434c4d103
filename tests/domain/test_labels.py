"""Letters and numerals keep their natural order, whatever is inserted and re-lettered."""

from __future__ import annotations

from itertools import permutations

import pytest

from organica.domain.acts import RelabelFunction
from organica.domain.labels import order_key, place_among
from tests.makers import Book, a_function, a_resolution, a_unit, an_assignment, items

ORDERS = [
    "a b c ch d e f g h i j k l ll m n ñ o p q r rr s t u v w x y z",
    "1 2 3 4 5 6 7 8 9 10 11 100",
    "I II III IV V VI VII VIII IX X XI XIV XIX XX XL L XC C CD D CM M",
    "A B C D E",
]


@pytest.mark.parametrize("order", ORDERS)
def test_a_style_of_labels_has_its_order(order: str) -> None:
    labels: list[str | None] = list(order.split())
    keys = [order_key(label, labels) for label in labels]
    assert None not in keys
    assert keys == sorted(keys, key=lambda key: key or ("", 0))
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("label", [None, "", "aa", "§", "IIII", "a.1", "bis", "1°"])
def test_a_label_without_a_natural_order_has_none(label: str | None) -> None:
    assert order_key(label, []) is None


def test_capitals_are_numerals_only_beside_one_that_can_be_nothing_else() -> None:
    assert order_key("C", ["A", "B", "D"]) == ("letter", 3)
    assert order_key("C", ["XC", "CI"]) == ("roman", 100)
    assert order_key("I", ["I"]) == ("letter", 10)
    assert order_key("I", ["I", "II"]) == ("roman", 1)


def printed(book: Book, unit: str = "boyas") -> str:
    held = book.history.moments[-1].structure.functions_by_unit.get(unit, ())
    return " ".join(function.label or "-" for function in held)


@pytest.mark.parametrize("order", ["a b c ll m n ñ o", "I II III IV V IX X", "8 9 10 11", "a b c ch d"])
def test_functions_assigned_one_by_one_in_any_order_are_printed_in_order(order: str) -> None:
    labels = order.split()
    for shuffled in (labels, labels[::-1], labels[1::2] + labels[::2]):
        book = Book(a_resolution(a_unit("boyas")))
        for number, label in enumerate(shuffled, start=2):
            year = str(2015 + number)
            book.enact(
                a_resolution(an_assignment("boyas", label), number=str(number), in_force_from=f"{year}-01-01")
            )
        assert printed(book) == order


def test_every_permutation_of_five_letters_ends_in_order() -> None:
    for shuffled in permutations("abcde"):
        places: list[tuple[str | None, int]] = []
        for label in shuffled:
            place = place_among(label, places)
            assert place is not None
            places = sorted([*places, (label, place)], key=lambda pair: pair[1])
        assert [label for label, _ in places] == list("abcde")


def test_a_stated_list_keeps_its_printed_order_even_where_the_letters_do_not() -> None:
    book = Book(a_resolution(a_unit("boyas", functions=items("c a b"))))
    assert printed(book) == "c a b"


def test_a_label_of_another_style_goes_to_the_end() -> None:
    book = Book(a_resolution(a_unit("boyas", functions=items("a b c"))))
    book.enact(a_resolution(an_assignment("boyas", "bis"), number="2", in_force_from="2016-01-01"))
    book.enact(
        a_resolution(an_assignment("boyas", None, "Sin letra."), number="3", in_force_from="2017-01-01")
    )
    assert printed(book) == "a b c bis -"


def test_so_many_insertions_at_one_place_that_no_number_is_left_keep_the_order() -> None:
    labels = [str(number) for number in range(1, 61)]
    acts = [an_assignment("boyas", label) for label in ["1", "60", *reversed(labels[1:-1])]]
    book = Book(a_resolution(a_unit("boyas"), *acts))
    assert printed(book) == " ".join(labels)


def test_relettering_moves_a_function_to_its_new_place() -> None:
    book = Book(a_resolution(a_unit("boyas", functions=items("a b d e"))))
    book.enact(
        a_resolution(
            RelabelFunction(function=a_function("boyas/a"), label="c"), number="2", in_force_from="2016-01-01"
        )
    )
    assert printed(book) == "b c d e"
