"""Moments: on which days the answer changes, whether it is certain, and between which dates it holds."""

from __future__ import annotations

from organica.domain.acts import RenameUnit, SetObjective
from organica.domain.dates import DateBasis
from organica.domain.resolution import CoverageClaim
from tests.makers import Book, a_day, a_post, a_resolution, a_unit, an_appointment

BASE = a_resolution(a_unit("faros", posts=[a_post("Jefatura", heads=True)]))


def told(book: Book) -> list[tuple[str, str, str | None, bool]]:
    return [
        (
            moment.day.isoformat(),
            moment.since.value,
            moment.until.value if moment.until else None,
            moment.certain,
        )
        for moment in book.history.moments
    ]


def test_nothing_is_known_before_the_first_day() -> None:
    book = Book(BASE)
    assert book.history.moment_on(a_day("2014-12-31")) is None
    assert told(book) == [("2015-01-01", "2015-01-01", None, True)]


def test_an_empty_history_has_no_moment() -> None:
    assert Book().history.moments == ()
    assert Book().history.moment_on(a_day("2024-01-01")) is None
    assert Book().history.structure_on(a_day("2024-01-01")).units == {}


def test_any_day_belongs_to_the_moment_at_or_before_it() -> None:
    book = Book(
        BASE,
        a_resolution(RenameUnit(unit="faros", name="Luces"), number="2", in_force_from="2020-01-01"),
    )
    for day, change_point in (
        ("2015-01-01", "2015-01-01"),
        ("2019-12-31", "2015-01-01"),
        ("2020-01-01", "2020-01-01"),
        ("2999-12-31", "2020-01-01"),
    ):
        moment = book.history.moment_on(a_day(day))
        assert moment is not None
        assert moment.day.isoformat() == change_point


def test_a_year_is_uncertain_to_its_last_day_and_certain_from_the_next() -> None:
    book = Book(
        BASE,
        a_resolution(
            RenameUnit(unit="faros", name="Luces"), number="2", in_force_from="2024", basis=DateBasis.ASSUMED
        ),
    )
    assert told(book) == [
        ("2015-01-01", "2015-01-01", "2024", True),
        ("2024-01-01", "2024", None, False),
        ("2025-01-01", "2024", None, True),
    ]
    uncertain, certain = book.history.moments[1:]
    assert uncertain.structure == certain.structure
    assert uncertain.since.basis is DateBasis.ASSUMED


def test_a_month_is_uncertain_to_its_last_day() -> None:
    book = Book(
        BASE, a_resolution(RenameUnit(unit="faros", name="Luces"), number="2", in_force_from="2024-02")
    )
    assert told(book)[1:] == [("2024-02-01", "2024-02", None, False), ("2024-03-01", "2024-02", None, True)]


def test_a_dated_act_inside_the_window_of_a_year_is_uncertain_too() -> None:
    book = Book(
        BASE,
        a_resolution(RenameUnit(unit="faros", name="Luces"), number="2", in_force_from="2024"),
        a_resolution(
            SetObjective(unit="faros", objective="Alumbrar."), number="3", in_force_from="2024-05-01"
        ),
    )
    assert told(book) == [
        ("2015-01-01", "2015-01-01", "2024", True),
        ("2024-01-01", "2024", "2024-05-01", False),
        ("2024-05-01", "2024-05-01", None, False),
        ("2025-01-01", "2024-05-01", None, True),
    ]


def test_the_end_of_a_window_that_nothing_else_follows_keeps_since_and_until() -> None:
    book = Book(
        BASE,
        a_resolution(RenameUnit(unit="faros", name="Luces"), number="2", in_force_from="2024"),
        a_resolution(
            SetObjective(unit="faros", objective="Alumbrar."), number="3", in_force_from="2026-05-01"
        ),
    )
    assert told(book)[1:3] == [
        ("2024-01-01", "2024", "2026-05-01", False),
        ("2025-01-01", "2024", "2026-05-01", True),
    ]


def test_the_day_on_which_an_appointment_lapses_is_a_change_point() -> None:
    lapsing = an_appointment("faros/head", "Ana Rompeolas Sur", until="2018-07-01")
    book = Book(BASE, a_resolution(lapsing, number="2", in_force_from="2016-01-01"))
    assert told(book)[1:] == [
        ("2016-01-01", "2016-01-01", "2018-07-01", True),
        ("2018-07-01", "2018-07-01", None, True),
    ]


def test_the_edge_of_coverage_is_a_change_point() -> None:
    wider = a_resolution(
        SetObjective(unit="faros", objective="Alumbrar."),
        number="2",
        in_force_from="2016-01-01",
        coverage=CoverageClaim(complete_under=("faros",)),
    )
    book = Book(BASE, wider)
    assert [len(moment.coverage.parts) for moment in book.history.moments] == [1, 2]


def test_an_act_of_the_future_is_known_and_not_yet_in_force() -> None:
    book = Book(
        BASE, a_resolution(RenameUnit(unit="faros", name="Luces"), number="2", in_force_from="2090-01-01")
    )
    assert book.history.structure_on(a_day("2089-12-31")).units["faros"].name == "Departamento Faros"
    assert book.history.structure_on(a_day("2090-01-01")).units["faros"].name == "Luces"
