"""Whether something is in force today, has ended, or is scheduled: what an HR system asks of each row.

Takes plain values of a version and a day; returns plain members. Called by the exports and their tables.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from api.rest.presenting.law import Plain


class Standing(StrEnum):
    """How a version stands today. SCHEDULED: it is enacted and begins later."""

    ENDED = "ended"
    IN_FORCE = "in_force"
    SCHEDULED = "scheduled"


def standing(seen: Plain, today: date) -> Plain:
    """Return how a version stands on a day, by the days over which it is so.

    An imprecise date counts from its first possible day, as everywhere in the register.
    """
    start, end = days_of(seen)
    found = Standing.IN_FORCE
    if start > today:
        found = Standing.SCHEDULED
    elif end is not None and end <= today:
        found = Standing.ENDED
    return {"status": found.value, "scheduled": found is Standing.SCHEDULED}


def days_of(seen: Plain) -> tuple[date, date | None]:
    """Return the days over which a version is so: its own run where it is told, else its legal dates."""
    if "from" in seen:
        start, end = seen["from"], seen["until"]
    else:
        until = seen["in_force_until"]
        start, end = seen["in_force_from"]["earliest"], until and until["earliest"]
    return date.fromisoformat(start), date.fromisoformat(end) if end else None
