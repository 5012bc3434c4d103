"""Legal dates say what the act says: a year, a month or a day; anything else is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from organica.domain.dates import (
    BadDate,
    BadInstant,
    BadLegalDate,
    DateBasis,
    LegalDate,
    Precision,
    parse_day,
    parse_instant,
)

NOT_DAYS = [
    "",
    " ",
    "2024",
    "2024-02",
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "20240229",
    "2024-W05-1",
    "2024-060",
    "2024-2-9",
    "24-02-09",
    "2024/02/09",
    "09-02-2024",
    "2024-02-09 ",
    "2024-02-09\n",
    " 2024-02-09",
    "2024-02-09T00:00:00",
    "+2024-02-09",
    "-2024-02-09",
    "٢٠٢٤-٠٢-٠٩",
    "２０２４-02-09",
    "2024–02–09",
    "1799-12-31",
    "3000-01-01",
    "0000-01-01",
    "today",
    "null",
]


@pytest.mark.parametrize("value", NOT_DAYS)
def test_what_is_not_a_day_is_refused_with_the_value(value: str) -> None:
    with pytest.raises(BadDate) as refusal:
        parse_day(value)
    assert refusal.value.facts == {"value": value}
    assert refusal.value.sentence("es").startswith("La fecha «")


@pytest.mark.parametrize("value", ["2024-02-29", "1800-01-01", "2999-12-31", "2026-11-20"])
def test_a_day_is_read_as_it_is_written(value: str) -> None:
    assert parse_day(value).isoformat() == value


@pytest.mark.parametrize(
    ("value", "precision", "earliest", "latest", "certain_from"),
    [
        ("2024", Precision.YEAR, "2024-01-01", "2024-12-31", "2025-01-01"),
        ("2024-02", Precision.MONTH, "2024-02-01", "2024-02-29", "2024-03-01"),
        ("2023-02", Precision.MONTH, "2023-02-01", "2023-02-28", "2023-03-01"),
        ("2024-12", Precision.MONTH, "2024-12-01", "2024-12-31", "2025-01-01"),
        ("2024-03-15", Precision.DAY, "2024-03-15", "2024-03-15", "2024-03-15"),
        ("1800", Precision.YEAR, "1800-01-01", "1800-12-31", "1801-01-01"),
        ("2999", Precision.YEAR, "2999-01-01", "2999-12-31", "3000-01-01"),
        ("2022-04-07/2023-02-28", Precision.PERIOD, "2022-04-07", "2023-02-28", "2023-03-01"),
        ("2024-02-28/2024-02-29", Precision.PERIOD, "2024-02-28", "2024-02-29", "2024-03-01"),
    ],
)
def test_the_window_of_a_date_follows_from_its_precision(
    value: str, precision: Precision, earliest: str, latest: str, certain_from: str
) -> None:
    found = LegalDate(value)
    assert found.precision is precision
    assert (found.earliest.isoformat(), found.latest.isoformat()) == (earliest, latest)
    assert found.certain_from.isoformat() == certain_from


@pytest.mark.parametrize(
    "value",
    [
        "",
        "24",
        "02024",
        "2024-",
        "2024-13",
        "2024-00",
        "2024-1",
        "2024-02-30",
        "20240229",
        "2024-W05",
        "2024-02-29\n",
        "٢٠٢٤",
        "1799",
        "3000",
        "0000",
        "2024-06/2024-07",
        "2024-06-01/2024-05-31",
        "2024-06-01/2024-06-01",
        "2024-06-01/2024-06-31",
        "2024-06-01/2024-06-02/2024-06-03",
        "2024-06-01/",
        "1799-12-31/1800-01-01",
        "circa 2024",
    ],
)
def test_what_is_no_legal_date_is_refused_with_the_value(value: str) -> None:
    with pytest.raises(BadLegalDate) as refusal:
        LegalDate(value)
    assert refusal.value.facts == {"value": value}


def test_a_date_says_how_the_register_came_to_it() -> None:
    stated = LegalDate.of(date(2024, 3, 15))
    assert (stated.value, stated.basis) == ("2024-03-15", DateBasis.STATED)
    assumed = stated.with_basis(DateBasis.ASSUMED)
    assert (assumed.value, assumed.basis) == ("2024-03-15", DateBasis.ASSUMED)
    assert assumed != stated


def test_an_instant_is_turned_into_utc() -> None:
    assert parse_instant("2026-11-20T09:30:00-03:00") == datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
    assert parse_instant("2026-11-20T12:30:00.5Z") == datetime(2026, 11, 20, 12, 30, 0, 500_000, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2026-11-20",
        "2026-11-20T12:30:00",
        "2026-11-20 12:30:00Z",
        "2026-11-20T25:00:00Z",
        "2026-02-30T12:00:00Z",
        "20261120T123000Z",
        "2026-11-20T12:30:00+99:99",
        "0001-01-01T00:00:00+23:59",
    ],
)
def test_what_is_no_instant_is_refused_with_the_value(value: str) -> None:
    with pytest.raises(BadInstant) as refusal:
        parse_instant(value)
    assert refusal.value.facts == {"value": value}
