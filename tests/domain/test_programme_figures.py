"""Figures that are reported of programmes: which figure is which, from when it is told, how it is written."""

from __future__ import annotations

from datetime import date

import pytest

from organica.domain.acts import (
    EndProgramme,
    Financing,
    Period,
    ReportIndicator,
    StateProgramme,
)
from organica.domain.acts.programmes import BadNumber, BadPeriod, PeriodBeyondCalendar, decimal_text
from organica.domain.change import ChangeKind
from organica.domain.dates import LegalDate
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.programmes import (
    IndicatorTwice,
)
from organica.domain.source import BasisRole
from tests.domain.programme_cases import (
    COURSE,
    FOUNDED,
    REGISTER,
    a_figure,
    a_start,
    changed,
    figures,
    on,
    then,
)
from tests.makers import (
    Book,
)
from tests.support.refusing import refused


@pytest.fixture
def book() -> Book:
    return Book(FOUNDED)


def test_a_figure_of_one_period_is_one_figure_however_often_it_is_reported(book: Book) -> None:
    book.enact(then(a_start(), ReportIndicator(programme=COURSE, indicator=a_figure("57", period="2015"))))
    mended = ReportIndicator(programme=COURSE, indicator=a_figure("58", period="2015"))
    other = ReportIndicator(programme=COURSE, indicator=a_figure("60", period="2016", unit="personas"))
    book.enact(then(mended, other, number="3", day="2017-02-01"))
    book.enact(then(mended, number="4", day="2018-01-01"))
    assert figures(book, "2016-01-01") == [("compradores.1", "57", "2015")]
    assert figures(book, "2017-02-01") == [("compradores.1", "58", "2015"), ("compradores.2", "60", "2016")]
    first = on(book, "2018-01-01").indicators["compradores.1"]
    assert [basis.role for basis in first.legal_basis] == [
        BasisRole.GRANTS,
        BasisRole.AMENDS,
        BasisRole.RESTATES,
    ]
    assert changed(book, "2017-01-31", "2017-02-01") == [
        (ChangeKind.INDICATOR_CHANGED, "compradores.1", "57", "58"),
        (ChangeKind.INDICATOR_REPORTED, "compradores.2", None, "Cursos (2016): 60 personas"),
    ]


def test_a_statement_with_figures_of_later_days_has_each_as_soon_as_its_period_is_over(book: Book) -> None:
    told = (
        a_figure("1", "Órdenes", "2015"),
        a_figure("63354", "Personas", Period(start=date(2017, 1, 1), end=date(2017, 9, 1))),
        a_figure("393734", "Órdenes", "2018-07-31"),
        a_figure("2", "Órdenes", "2018"),
    )
    book.enact(then(StateProgramme(programme=REGISTER, name="Registro", indicators=told)))
    assert [(day, len(figures(book, day))) for day in DAYS_OF_FIGURES] == [
        ("2015-12-31", 0),
        ("2016-01-01", 1),
        ("2017-08-31", 1),
        ("2017-09-01", 2),
        ("2018-07-30", 2),
        ("2018-07-31", 3),
        ("2018-12-31", 3),
        ("2019-01-01", 4),
    ]
    late = on(book, "2018-07-31").indicators["registro.3"]
    assert (late.since, late.value) == (LegalDate("2018-07-31"), "393734")
    assert late.period.written == "2018-07-31"
    assert [indicator.code for indicator in on(book, "2019-01-01").indicators_of(REGISTER)] == [
        f"registro.{number}" for number in (1, 2, 3, 4)
    ]
    assert book.refold().moments == book.history.moments


DAYS_OF_FIGURES = (
    "2015-12-31",
    "2016-01-01",
    "2017-08-31",
    "2017-09-01",
    "2018-07-30",
    "2018-07-31",
    "2018-12-31",
    "2019-01-01",
)


def test_a_figure_reported_twice_before_its_period_is_over_is_one_figure(book: Book) -> None:
    book.enact(then(a_start(), ReportIndicator(programme=COURSE, indicator=a_figure("1", period="2018"))))
    sooner = ReportIndicator(programme=COURSE, indicator=a_figure("2", period="2018"))
    book.enact(then(sooner, number="3", day="2017-01-01"))
    assert figures(book, "2018-12-31") == []
    assert figures(book, "2019-01-01") == [("compradores.1", "2", "2018")]


def test_a_figure_whose_programme_ended_before_its_period_is_never_told(book: Book) -> None:
    book.enact(then(a_start(), ReportIndicator(programme=COURSE, indicator=a_figure(period="2018"))))
    book.enact(then(EndProgramme(programme=COURSE), number="3", day="2017-01-01"))
    assert figures(book, "2020-01-01") == []


def test_figures_end_with_their_programme(book: Book) -> None:
    book.enact(then(a_start(), ReportIndicator(programme=COURSE, indicator=a_figure(period="2015"))))
    book.enact(then(EndProgramme(programme=COURSE), number="3", day="2017-01-01"))
    assert changed(book, "2016-12-31", "2017-01-01") == [
        (ChangeKind.PROGRAMME_ENDED, COURSE, "Compradores Públicos", None),
        (ChangeKind.INDICATOR_ENDED, "compradores.1", "Cursos (2015): 57", None),
    ]


def test_one_figure_is_not_reported_twice_by_one_statement(book: Book) -> None:
    twice = (a_figure("1", period="2015"), a_figure("2", period="2015"))
    stated = then(StateProgramme(programme=COURSE, name="Formación", indicators=twice))
    assert refused(book, stated, IndicatorTwice).facts["period"] == "2015"


def test_a_back_dated_end_takes_the_ground_from_a_later_report(book: Book) -> None:
    book.enact(then(a_start()))
    report = ReportIndicator(programme=COURSE, indicator=a_figure(period="2015"))
    book.enact(then(report, number="3", day="2018-01-01"))
    ended = then(EndProgramme(programme=COURSE), number="4", day="2017-01-01")
    assert refused(book, ended, LaterActNoLongerApplies).facts["cause"] == "programme_ended"


@pytest.mark.parametrize(
    ("written", "number"),
    [("007", "7"), ("1.50", "1.5"), ("-0", "0"), ("0.0", "0"), ("00.10", "0.1"), ("-3.10", "-3.1")],
)
def test_a_decimal_number_is_written_in_one_way(written: str, number: str) -> None:
    assert decimal_text(written) == number
    assert a_figure(written).value == number


@pytest.mark.parametrize("value", ["", "1.", ".5", "1,5", "1e3", "1 000", "+1", "NaN", "１"])
def test_what_is_no_decimal_number_is_refused(value: str) -> None:
    with pytest.raises(BadNumber):
        a_figure(value)
    with pytest.raises(BadNumber):
        Financing("Banco", amount=value)


@pytest.mark.parametrize(
    "period",
    [
        {},
        {"start": date(2017, 1, 1)},
        {"end": date(2017, 1, 1)},
        {"start": date(2017, 1, 1), "end": date(2017, 1, 1)},
        {"on": LegalDate("2017"), "end": date(2017, 1, 1)},
        {"on": LegalDate("2017-01-01/2017-06-30")},
    ],
)
def test_a_period_is_a_date_or_days_in_order(period: dict[str, object]) -> None:
    with pytest.raises(BadPeriod):
        Period(**period)  # type: ignore[arg-type]  # What each case gives.


@pytest.mark.parametrize("on", ["2999", "2999-12"])
def test_a_period_after_which_the_register_counts_no_day_is_refused(on: str) -> None:
    with pytest.raises(PeriodBeyondCalendar) as refusal:
        Period(LegalDate(on))
    assert refusal.value.facts == {"period": on, "last": "2999-12-31"}


def test_the_last_figure_that_can_be_known_is_known_on_the_last_day() -> None:
    last = date(2999, 12, 31)
    assert Period(LegalDate("2998")).known_on == date(2999, 1, 1)
    assert Period(LegalDate("2999-12-31")).known_on == last
    assert Period(start=date(2999, 1, 1), end=last).known_on == last
