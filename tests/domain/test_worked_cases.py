"""Messy cases that real bodies live with, each with its one right answer.

Others are where their mechanism is tested: sources of one day and of one year in test_order, swapped letters
in test_functions, parents and children in test_units, lapses in test_posts, revoked renames in test_upon.
"""

from __future__ import annotations

from organica.domain.acts import AmendFunction, Holder, MoveUnit, StateUnit, under
from organica.domain.dates import DateBasis
from organica.domain.refusals.functions import LabelTwice
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.posts import AppointmentNotInForce
from organica.domain.refusals.units import ParentCycle
from organica.domain.states import FunctionState
from tests.makers import (
    Book,
    a_date,
    a_day,
    a_function,
    a_post,
    a_resolution,
    a_statement,
    a_unit,
    an_assignment,
    an_item,
    items,
)
from tests.support.refusing import refused


def the_statute_of_2024() -> StateUnit:
    return a_statement("faros", functions=[an_item("a", "Encender."), an_item("b", "Fondear boyas.")])


def test_an_older_statute_that_is_loaded_after_the_newer_one_names_the_same_functions() -> None:
    book = Book(a_resolution(the_statute_of_2024(), number="24", in_force_from="2024-01-01"))
    older = a_statement(
        "faros",
        functions=[an_item("a", "Fondear.", code="faros.2"), an_item("b", "Encender.", code="faros.1")],
    )
    book.enact(a_resolution(older, number="20", in_force_from="2020-01-01"))
    assert [
        [(function.code, function.label, function.text) for function in functions_on(book, day)]
        for day in ("2021-01-01", "2024-06-01")
    ] == [
        [("faros.2", "a", "Fondear."), ("faros.1", "b", "Encender.")],
        [("faros.1", "a", "Encender."), ("faros.2", "b", "Fondear boyas.")],
    ]
    born = [
        book.history.structure_on(a_day("2024-06-01")).functions[code].born for code in ("faros.1", "faros.2")
    ]
    assert born == [a_date("2020-01-01", DateBasis.SINCE_AT_LEAST)] * 2


def functions_on(book: Book, day: str) -> tuple[FunctionState, ...]:
    return book.history.structure_on(a_day(day)).functions_of("faros")


def test_a_holder_loaded_backwards_is_one_appointment_where_the_file_names_it() -> None:
    ana = Holder("Ana Rompeolas Sur")
    book = Book(
        a_resolution(
            a_statement("faros", posts=[a_post("Jefatura", heads=True, holder=ana)]),
            number="24",
            in_force_from="2024-01-01",
        )
    )
    post = a_post("Jefatura", heads=True, holder=ana, code="faros.p1", appointment="faros.p1.1")
    book.enact(a_resolution(a_statement("faros", posts=[post]), number="20", in_force_from="2020-01-01"))
    for day in ("2021-01-01", "2024-06-01"):
        assert book.history.structure_on(a_day(day)).appointments.keys() == {"faros.p1.1"}
    unknown = a_post("Jefatura", heads=True, holder=ana, code="faros.p1", appointment="faros.p1.7")
    statement = a_resolution(a_statement("faros", posts=[unknown]), number="19", in_force_from="2019-01-01")
    refused(book, statement, AppointmentNotInForce)


def test_a_ring_that_closes_only_on_some_days_is_refused() -> None:
    book = Book(a_resolution(a_unit("a"), a_unit("b"), a_unit("c")))
    book.enact(a_resolution(MoveUnit(unit="a", parent=under("b")), number="20", in_force_from="2020-01-01"))
    lasting = MoveUnit(unit="b", parent=under("a"), in_force_from=a_date("2021-01-01"))
    away = MoveUnit(unit="b", parent=under("c"), in_force_from=a_date("2022-01-01"))
    refused(book, a_resolution(lasting, away, number="21", in_force_from="2021-01-01"), ParentCycle)


def test_letters_that_collide_only_on_future_days_are_refused() -> None:
    book = Book(a_resolution(a_unit("faros", functions=items("a"))))
    book.enact(a_resolution(an_assignment("faros", "b"), number="30", in_force_from="2030-01-01"))
    refusal = refused(
        book,
        a_resolution(an_assignment("faros", "b", "Otra."), number="20", in_force_from="2020-01-01"),
        LaterActNoLongerApplies,
    )
    assert refusal.cause.code == LabelTwice.code


def test_an_act_of_the_future_changes_no_day_before_it() -> None:
    book = Book(a_resolution(a_unit("faros", functions=items("a"))))
    before = book.history.moments
    amendment = AmendFunction(function=a_function("faros/a"), text="Encender siempre.")
    book.enact(a_resolution(amendment, number="26", in_force_from="2026-01-01", coverage=None))
    assert [(each.day, each.structure, each.certain, each.since) for each in book.history.moments[:-1]] == [
        (each.day, each.structure, each.certain, each.since) for each in before
    ]
    assert book.history.moments[-1].day == a_day("2026-01-01")
