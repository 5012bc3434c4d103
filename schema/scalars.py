"""The scalars: strict days and instants.

What a client writes enters through the register's own readers, so GraphQL, REST and files refuse alike;
what leaves is ISO 8601. Used by `build`, which maps `date` and `datetime` to them.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import strawberry

from organica.domain.dates import BadDate, BadInstant, parse_day, parse_instant


def _day(value: object) -> date:
    """Return a day. Raises: BadDate, also for a number that only looks like one (20240229)."""
    if not isinstance(value, str):
        raise BadDate(value=str(value))
    return parse_day(value)


def _instant(value: object) -> datetime:
    """Return an instant. Raises: BadInstant."""
    if not isinstance(value, str):
        raise BadInstant(value=str(value))
    return parse_instant(value)


def _written_instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


DATE = strawberry.scalar(
    name="Date",
    description="A civil day (día), written YYYY-MM-DD and in no other way.",
    specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    serialize=date.isoformat,
    parse_value=_day,
)

DATE_TIME = strawberry.scalar(
    name="DateTime",
    description="An instant (instante) with its zone, such as 2026-11-20T12:00:00Z.",
    specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    serialize=_written_instant,
    parse_value=_instant,
)
