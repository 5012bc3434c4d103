"""A rule of entry into force (regla de vigencia): "a los 90 días hábiles de su publicación".

Takes the day that the rule counts from, and which days are working days; returns the day on which the act
begins to be in force. Called by the register when it enacts; whoever replays an entry reads the day that was
recorded with the rule and never counts again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from organica.domain.refusals.entry_rules import BadEntryRule

MAX_DAYS = 9_999
MAX_MONTHS = 999


class Anchor(StrEnum):
    """The date of its own source that a rule counts from."""

    PUBLISHED_ON = "published_on"
    SIGNED_ON = "signed_on"
    NOTIFIED_ON = "notified_on"


@dataclass(frozen=True, slots=True)
class EntryRule:
    """When an act begins to be in force, counted from another of its dates.

    Either `days` or `month_after` is given. `days` is the number of the day on which the act begins: the day
    after the anchor is day one, and 0 is the anchor itself. `working` counts working days only. `month_after`
    is the first day of a month: 1 of the one that follows the anchor's, 2 of the one after that. `printed`
    has the words of the act; `calendar` says whose working days were counted, once they were ("holidays
    0.109, PE").
    Raises: BadEntryRule.
    """

    after: Anchor
    days: int | None = None
    working: bool = False
    month_after: int | None = None
    printed: str | None = None
    calendar: str | None = None

    def __post_init__(self) -> None:
        counted = self.days is not None and 0 <= self.days <= MAX_DAYS
        by_month = self.month_after is not None and 1 <= self.month_after <= MAX_MONTHS
        if (self.days is None) is (self.month_after is None) or not (counted or by_month):
            raise BadEntryRule()
        if self.working and not self.days:
            raise BadEntryRule()

    def day_after(self, anchor: date, is_working_day: Callable[[date], bool]) -> date:
        """Return the day on which the act begins to be in force.

        The day after the anchor is the first that counts; with `working`, the first working day after it.
        So the last day counted is a working day of itself, and nothing is left to be moved. Calendar days
        (días corridos, días calendario) are not moved either when the last one is a holiday: what the laws
        of procedure move to the next working day is the end of a time in which somebody has to act, and a
        norm begins on any day.
        Source: Chile, Ley 19.880, article 25 (días hábiles are all but Saturdays, Sundays and holidays,
        counted from the day after that of publication or notification); Peru, TUO of Ley 27444, articles
        144 and 145 (likewise, días hábiles consecutivos).
        """
        if self.month_after is not None:
            months = anchor.year * 12 + anchor.month - 1 + self.month_after
            return date(months // 12, months % 12 + 1, 1)
        if not self.working:
            return anchor + timedelta(days=self.days or 0)
        day = anchor
        for _ in range(self.days or 0):
            day += timedelta(days=1)
            while not is_working_day(day):
                day += timedelta(days=1)
        return day
