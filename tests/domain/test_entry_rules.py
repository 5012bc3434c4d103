"""Counting the day on which an act begins to be in force from the rule that it prints."""

from __future__ import annotations

from datetime import date

import pytest

from organica.domain.counting import WorkingDays, counted
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.entry_rule import Anchor, EntryRule
from organica.domain.refusals.entry_rules import (
    BadEntryRule,
    RuleGivesAnotherDay,
    RuleOutOfRange,
    RuleWithoutDay,
)
from organica.domain.source import LegalSource

# New Year's Day and the Fiestas Patrias of Chile, written down here by hand.
HOLIDAYS = {date(2025, 9, 18), date(2025, 9, 19), date(2026, 1, 1)}
CHILE = WorkingDays("a mano, CL", lambda day: day.weekday() < 5 and day not in HOLIDAYS)
RULE = EntryRule(Anchor.PUBLISHED_ON, days=5, working=True, printed="a los cinco días hábiles")


def a_ruled(rule: EntryRule = RULE, value: str = "", basis: DateBasis = DateBasis.COMPUTED) -> LegalDate:
    return LegalDate(value, basis, rule)


def a_published(
    published_on: LegalDate | None, signed_on: LegalDate | None = None, notified_on: LegalDate | None = None
) -> LegalSource:
    return LegalSource(
        country="cl",
        issuer="servicio-ficticio",
        kind="resolucion_exenta",
        year="2025",
        in_force_from=a_ruled(),
        number="1",
        signed_on=signed_on,
        published_on=published_on,
        notified_on=notified_on,
    )


def the_day(rule: EntryRule, published_on: str) -> str:
    return counted(a_ruled(rule), a_published(LegalDate(published_on)), CHILE).value


@pytest.mark.parametrize(
    ("published_on", "days", "expected"),
    [
        # Friday 12. One: Monday 15, two: 16, three: 17; 18 to 21 are holidays and a weekend; four: 22, five: 23.
        ("2025-09-12", 5, "2025-09-23"),
        # Monday 29. One: Tuesday 30, two: 31; 1 January; three: Friday 2; a weekend; four: 5, five: Tuesday 6.
        ("2025-12-29", 5, "2026-01-06"),
        # On a holiday nothing is counted yet: one is Monday 22.
        ("2025-09-18", 1, "2025-09-22"),
        # Saturday 13: one is Monday 15.
        ("2025-09-13", 1, "2025-09-15"),
    ],
)
def test_working_days_are_counted_from_the_day_after(published_on: str, days: int, expected: str) -> None:
    assert the_day(EntryRule(Anchor.PUBLISHED_ON, days=days, working=True), published_on) == expected


@pytest.mark.parametrize(
    ("published_on", "days", "expected"),
    [
        ("2025-01-22", 90, "2025-04-22"),
        ("2025-09-17", 1, "2025-09-18"),
        ("2025-09-17", 0, "2025-09-17"),
        ("2024-02-28", 2, "2024-03-01"),
    ],
)
def test_calendar_days_are_all_days_and_the_last_one_may_be_a_holiday(
    published_on: str, days: int, expected: str
) -> None:
    assert the_day(EntryRule(Anchor.PUBLISHED_ON, days=days), published_on) == expected


@pytest.mark.parametrize(
    ("published_on", "month_after", "expected"),
    [
        ("2024-02-09", 1, "2024-03-01"),
        ("2024-12-31", 1, "2025-01-01"),
        ("2024-11-30", 2, "2025-01-01"),
        ("2024-01-01", 12, "2025-01-01"),
    ],
)
def test_a_rule_may_lead_to_the_first_day_of_a_later_month(
    published_on: str, month_after: int, expected: str
) -> None:
    assert the_day(EntryRule(Anchor.PUBLISHED_ON, month_after=month_after), published_on) == expected


def test_each_of_a_sources_own_dates_may_be_the_one_that_is_counted_from() -> None:
    source = a_published(LegalDate("2025-01-10"), LegalDate("2025-01-05"), LegalDate("2025-01-20"))
    days = [counted(a_ruled(EntryRule(anchor, days=1)), source, CHILE).value for anchor in Anchor]
    assert days == ["2025-01-11", "2025-01-06", "2025-01-21"]


def test_a_counted_date_says_that_it_is_computed_and_by_which_calendar() -> None:
    found = counted(a_ruled(), a_published(LegalDate("2025-09-12")), CHILE)
    assert (found.value, found.basis) == ("2025-09-23", DateBasis.COMPUTED)
    assert found.rule == EntryRule(
        Anchor.PUBLISHED_ON, 5, True, None, "a los cinco días hábiles", "a mano, CL"
    )
    assert found.without_rule() == LegalDate("2025-09-23", DateBasis.COMPUTED)


def test_calendar_days_need_no_calendar_to_be_named() -> None:
    found = counted(
        a_ruled(EntryRule(Anchor.PUBLISHED_ON, days=3)), a_published(LegalDate("2025-09-12")), CHILE
    )
    assert found.rule is not None
    assert found.rule.calendar is None


@pytest.mark.parametrize(
    ("anchor", "known"),
    [
        (None, None),
        (LegalDate("2025"), "2025 (stated)"),
        (LegalDate("2025-09"), "2025-09 (stated)"),
        (LegalDate("2025-09-12", DateBasis.ASSUMED), "2025-09-12 (assumed)"),
    ],
)
def test_a_rule_needs_a_known_day_to_count_from(anchor: LegalDate | None, known: str | None) -> None:
    with pytest.raises(RuleWithoutDay) as refusal:
        counted(a_ruled(), a_published(anchor), CHILE)
    assert refusal.value.facts == {"after": "published_on", "known": known}


def test_a_rule_may_not_lead_out_of_the_years_of_the_register() -> None:
    with pytest.raises(RuleOutOfRange) as refusal:
        the_day(EntryRule(Anchor.PUBLISHED_ON, days=1), "2999-12-31")
    assert refusal.value.facts == {"day": "3000-01-01"}


def test_a_day_that_a_file_gives_beside_its_rule_is_checked() -> None:
    source = a_published(LegalDate("2025-09-12"))
    assert counted(a_ruled(value="2025-09-23"), source, CHILE).value == "2025-09-23"
    with pytest.raises(RuleGivesAnotherDay) as refusal:
        counted(a_ruled(value="2025-09-22"), source, CHILE)
    assert refusal.value.facts == {"value": "2025-09-22", "computed": "2025-09-23", "calendar": "a mano, CL"}


def test_a_day_that_an_official_text_states_stands_whatever_the_rule_would_give() -> None:
    stated = a_ruled(value="2025-09-22", basis=DateBasis.STATED)
    assert counted(stated, a_published(LegalDate("2025-09-12")), CHILE) == stated
    assert counted(stated, a_published(None), CHILE) == stated


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"days": 5, "month_after": 1},
        {"days": -1},
        {"days": 10_000},
        {"month_after": 0},
        {"month_after": 1_000},
        {"days": 0, "working": True},
        {"month_after": 1, "working": True},
    ],
)
def test_a_rule_counts_in_one_way(wrong: dict[str, int]) -> None:
    with pytest.raises(BadEntryRule):
        EntryRule(Anchor.PUBLISHED_ON, **wrong)  # type: ignore[arg-type]


def test_a_date_that_was_not_counted_yet_has_no_days() -> None:
    pending = a_ruled()
    assert pending.pending
    assert not a_ruled(value="2025-09-23").pending
    with pytest.raises(RuleWithoutDay):
        _ = pending.earliest
    with pytest.raises(RuleWithoutDay):
        _ = pending.precision
