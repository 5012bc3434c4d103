"""What is on its way out: an operation or a parameter that is deprecated, and how a reader is told.

Takes dates and addresses; returns headers and words. Read by `api.rest.routing`, which sends the headers, and
by `api.rest.openapi`. Source: RFC 9745 (Deprecation), RFC 8594 (Sunset), RFC 5829 (successor-version).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime

from organica.domain.errors import Says


@dataclass(frozen=True, slots=True)
class Deprecation:
    """Since when something is deprecated, and what to do instead.

    `sunset`: the day from which it may be gone. `successor`: the path of what takes its place. `page`: where
    people read about it.
    """

    since: date
    instead: Says
    sunset: date | None = None
    successor: str | None = None
    page: str | None = None

    def words(self) -> str:
        """Return what the description says of it."""
        gone = f" Gone from {self.sunset.isoformat()} on." if self.sunset else ""
        return f"Deprecated since {self.since.isoformat()}: {self.instead.en}{gone} / {self.instead.es}"


def headers_of(deprecated: Iterable[Deprecation]) -> Mapping[str, str]:
    """Return the headers of an answer that used these: the earliest dates, and every link."""
    found = list(deprecated)
    if not found:
        return {}
    headers = {"deprecation": f"@{int(min(_midnight(each.since) for each in found).timestamp())}"}
    if sunsets := [each.sunset for each in found if each.sunset]:
        headers["sunset"] = format_datetime(_midnight(min(sunsets)), usegmt=True)
    links = [
        *(f'<{each.page}>; rel="deprecation"; type="text/html"' for each in found if each.page),
        *(f'<{each.successor}>; rel="successor-version"' for each in found if each.successor),
    ]
    return {**headers, "link": ", ".join(links)} if links else headers


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
