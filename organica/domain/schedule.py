"""When each act takes effect and in which order: the calendar that the fold walks.

Takes the enacted resolutions of one organization; returns its days with the endings and the sources of
each. Called by history. The order inside a day: endings first, then what is declared (`after`), then
`signed_on`, then the index of the entry, then the position in the file.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from organica.domain.acts import Act, Appoint
from organica.domain.dates import LAST_DAY, LegalDate, Precision
from organica.domain.refusals.ordering import OrderCycle, PredecessorBeginsLater, UnknownPredecessor
from organica.domain.resolution import Enacted
from organica.domain.span import EndBeforeStart, Span


@dataclass(frozen=True, slots=True)
class Scheduled:
    """One act on its day; `position` counts from 0 in its file."""

    enacted: Enacted
    position: int
    day: date
    since: LegalDate

    @property
    def act(self) -> Act:
        """Return the act as its file has it."""
        return self.enacted.resolution.acts[self.position]

    @property
    def ref(self) -> str:
        """Return the act's reference: its own, or its number in the file, counted from 1."""
        return self.act.ref or str(self.position + 1)

    @property
    def until(self) -> LegalDate | None:
        """Return when what the act gave for a time lapses; only appointments are given for a time."""
        return self.act.in_force_until if isinstance(self.act, Appoint) else None

    @property
    def windows(self) -> list[Span]:
        """Return the days on which it is not certain that the act is in force already, or still."""
        found = [_window(self.since, self.day)]
        if self.until is not None:
            found.append(_window(self.until, self.until.earliest))
        return [window for window in found if window is not None]

    def may_be_of_one_day(self, other: Scheduled) -> bool:
        """Tell whether the two may take effect on one day, given how precise their dates are."""
        last, others_last = max(self.day, self.since.latest), max(other.day, other.since.latest)
        return self.day <= others_last and other.day <= last


def _window(on: LegalDate, day: date) -> Span | None:
    """Return the days from `day` on which an imprecise date may not have come yet."""
    imprecise = on.precision is not Precision.DAY and day < on.certain_from
    return Span(day, on.certain_from) if imprecise else None


@dataclass(slots=True)
class CalendarDay:
    """What happens on one day."""

    endings: list[Scheduled] = field(default_factory=list)
    groups: list[list[Scheduled]] = field(default_factory=list)


class Calendar:
    """The days on which something happens, and the order that the files declare."""

    def __init__(self, enacted: Sequence[Enacted]) -> None:
        """Raises: UnknownPredecessor, PredecessorBeginsLater, OrderCycle, EndBeforeStart."""
        self.enacted = enacted
        self._by_key = {each.resolution.source.key: each for each in enacted}
        self._earlier: dict[str, frozenset[str]] = {}
        for each in enacted:
            self._earlier_than(each, ())
        self.acts = [act for each in enacted for act in self._scheduled(each)]
        self.days = self._days()

    def ordered(self, first: Scheduled, second: Scheduled) -> bool:
        """Tell whether the files say which of two acts came first: by `after`, or by signing.

        Signing tells nothing where the fold would apply the act that was signed later before the other:
        the day of an imprecise date is only its earliest one.
        """
        one, other = first.enacted.resolution.source, second.enacted.resolution.source
        if one.key in self._earlier[other.key] or other.key in self._earlier[one.key]:
            return True
        if one.signed_on is None or other.signed_on is None:
            return False
        if one.signed_on.latest < other.signed_on.earliest:
            return first.day <= second.day
        return other.signed_on.latest < one.signed_on.earliest and second.day <= first.day

    def start_of(self, enacted: Enacted) -> date:
        """Return the day from which a source is in force, raised to that of its predecessors."""
        own = enacted.resolution.source.in_force_from.earliest
        earlier = [self._by_key[key] for key in self._earlier[enacted.resolution.source.key]]
        return max([own, *(each.resolution.source.in_force_from.earliest for each in earlier)])

    def legal_date(self, day: date) -> LegalDate:
        """Return the date of a day as the acts give it: the one that starts or ends something then."""
        happening = self.days.get(day, CalendarDay())
        starting = [act.since for group in happening.groups for act in group]
        ending = [act.until for act in happening.endings]
        covering = [each.resolution.source.in_force_from for each in self.enacted]
        dates = (found for found in (*starting, *ending, *covering) if found is not None)
        return next((found for found in dates if found.earliest == day), LegalDate.of(day))

    def _earlier_than(self, enacted: Enacted, path: tuple[str, ...]) -> frozenset[str]:
        key = enacted.resolution.source.key
        if key in path:
            raise OrderCycle(sources=path)
        if key not in self._earlier:
            found: set[str] = set()
            for after in enacted.resolution.after:
                if after not in self._by_key:
                    raise UnknownPredecessor(after=after, source=key)
                found |= {after} | self._earlier_than(self._by_key[after], (*path, key))
            self._earlier[key] = frozenset(found)
        return self._earlier[key]

    def _scheduled(self, enacted: Enacted) -> Iterator[Scheduled]:
        raised = self.start_of(enacted)
        floor = raised if enacted.resolution.after else None
        for position, act in enumerate(enacted.resolution.acts):
            since = act.in_force_from or enacted.resolution.source.in_force_from
            day = max(since.earliest, floor) if floor else since.earliest
            scheduled = Scheduled(enacted, position, day, since)
            place = {"source": enacted.resolution.source.key, "act": scheduled.ref}
            if since.latest < day:
                raise PredecessorBeginsLater(
                    after=", ".join(enacted.resolution.after), day=day.isoformat(), since=since.value, **place
                )
            try:
                if scheduled.until is not None:
                    Span(day, scheduled.until.earliest)
            except EndBeforeStart as refusal:
                raise refusal.located(**place) from None
            yield scheduled

    def _days(self) -> dict[date, CalendarDay]:
        days: dict[date, CalendarDay] = {}
        sources: dict[date, dict[str, list[Scheduled]]] = {}
        for act in self.acts:
            days.setdefault(act.day, CalendarDay())
            sources.setdefault(act.day, {}).setdefault(act.enacted.resolution.source.key, []).append(act)
            if act.until is not None:
                days.setdefault(act.until.earliest, CalendarDay()).endings.append(act)
        for day, by_source in sources.items():
            days[day].groups = [by_source[key] for key in self._in_order(by_source)]
        return dict(sorted(days.items()))

    def _in_order(self, by_source: Mapping[str, list[Scheduled]]) -> Iterator[str]:
        """Yield the sources of one day: each after its declared predecessors, else by signing, entry."""
        waiting = {key: {other for other in self._earlier[key] if other in by_source} for key in by_source}
        ready = [(self._rank(key), key) for key, earlier in waiting.items() if not earlier]
        heapq.heapify(ready)
        while ready:
            _, key = heapq.heappop(ready)
            yield key
            for other, earlier in waiting.items():
                if key in earlier:
                    earlier.discard(key)
                    if not earlier:
                        heapq.heappush(ready, (self._rank(other), other))

    def _rank(self, key: str) -> tuple[date, int]:
        enacted = self._by_key[key]
        signed = enacted.resolution.source.signed_on
        return (signed.earliest if signed else LAST_DAY, enacted.entry)
