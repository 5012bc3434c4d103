"""Which day a month of a portal means.

Takes the month as it is written; returns its last day. Called by REST, GraphQL and the command line.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from organica.domain.dates import BadDate, parse_day
from organica.register.statutory.refusals import BadMonth, MonthOrDay


@dataclass(frozen=True, slots=True)
class Month:
    """A month, `value` as it is written: 2025-01."""

    value: str
    first_day: date

    @property
    def last_day(self) -> date:
        """Return the day whose structure the month's table shows.

        A portal asks for a month when it is over, and wants what was in force when it ended: an act that took
        effect on the 20th is in the table, and a unit suppressed on the 20th is not. Whoever needs another
        day asks for it with `as_of`.
        """
        return self.first_day.replace(day=monthrange(self.first_day.year, self.first_day.month)[1])


def parse_month(value: str) -> Month:
    """Return the month written as YYYY-MM. Raises: BadMonth."""
    if not re.fullmatch(r"\d{4}-\d{2}", value, re.ASCII):
        raise BadMonth(value=value)
    try:
        return Month(value, parse_day(f"{value}-01"))
    except BadDate:
        raise BadMonth(value=value) from None


def day_of(month: Month | None, as_of: date | None) -> date | None:
    """Return the day that is asked for; None where neither is given. Raises: MonthOrDay."""
    if month is None:
        return as_of
    if as_of is not None:
        raise MonthOrDay(month=month.value, as_of=as_of.isoformat())
    return month.last_day
