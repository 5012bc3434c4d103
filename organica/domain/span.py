"""Half-open spans of civil days: the start is included, the end is not.

Takes two days; called wherever something is in force for a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from organica.domain.errors import BadInput, Says


class EndBeforeStart(BadInput):
    """A span that would end on or before the day on which it starts."""

    code = "end_before_start"
    says = Says(
        es="El término ({end}) no es posterior al inicio ({start}).",
        en="The end ({end}) does not come after the start ({start}).",
    )
    remedy = Says(
        es="Indique como término el primer día en que ya no rige.",
        en="Give as end the first day on which it is no longer in force.",
    )


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `start` up to, not including, `end`; no end means still in force.

    Raises: EndBeforeStart when no day would be left.
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise EndBeforeStart(start=self.start.isoformat(), end=self.end.isoformat())

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a day; spans that only touch do not."""
        return (self.end is None or other.start < self.end) and (other.end is None or self.start < other.end)
