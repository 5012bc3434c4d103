"""The day that a rule of entry into force leads to, counted from the dates of its own source.

Takes a legal date that has a rule, its source and the working days of its country; returns the date with its
day, or refuses. Called by the register when it enacts, and never afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from organica.domain.dates import FIRST_DAY, LAST_DAY, DateBasis, LegalDate, Precision
from organica.domain.entry_rule import EntryRule
from organica.domain.refusals.entry_rules import RuleGivesAnotherDay, RuleOutOfRange, RuleWithoutDay
from organica.domain.source import LegalSource

_KNOWN = (DateBasis.STATED, DateBasis.COMPUTED)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which days of a country are working days; `calendar` says by which authority ("holidays 0.109, PE")."""

    calendar: str
    includes: Callable[[date], bool]


def counted(when: LegalDate, source: LegalSource, working_days: WorkingDays) -> LegalDate:
    """Return a date with the day that its rule leads to; one that a text states keeps the stated value.

    Raises: RuleWithoutDay, RuleOutOfRange, RuleGivesAnotherDay.
    """
    rule = when.rule
    if rule is None or (when.value and when.basis is DateBasis.STATED):
        return when
    day = _day_of(rule, source, working_days)
    cited = replace(rule, calendar=working_days.calendar if rule.working else None)
    if when.value and when.value != day.isoformat():
        raise RuleGivesAnotherDay(value=when.value, computed=day.isoformat(), calendar=cited.calendar)
    return LegalDate(day.isoformat(), DateBasis.COMPUTED, cited)


def _day_of(rule: EntryRule, source: LegalSource, working_days: WorkingDays) -> date:
    anchor: LegalDate | None = getattr(source, rule.after.value)
    if anchor is None or anchor.precision is not Precision.DAY or anchor.basis not in _KNOWN:
        known = None if anchor is None else f"{anchor.value} ({anchor.basis.value})"
        raise RuleWithoutDay(after=rule.after.value, known=known)
    day = rule.day_after(anchor.earliest, working_days.includes)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise RuleOutOfRange(day=day.isoformat())
    return day
