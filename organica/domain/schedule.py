"""When each act takes effect and in which order: the calendar that the fold walks.

Takes what the sources of an organization, or of several that are bound to each other, say today; returns its
days with the endings and the sources of each. Called by history. The order inside a day: endings first, then
what is declared (`after`), then `signed_on`, then the index of the entry, then the position in the file.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from organica.domain.acts import Act, ActUponActs, Appoint, Invalidate, Rectify, Succeed
from organica.domain.dates import LAST_DAY, LegalDate, Precision
from organica.domain.effects.order import Order
from organica.domain.effects.programmes import indicators_in
from organica.domain.entry_rule import EntryRule
from organica.domain.readings import ActKey, ReadAct, Readings, SourceReading
from organica.domain.refusals.ordering import OrderCycle, PredecessorBeginsLater, UnknownPredecessor
from organica.domain.source import LegalBasis, LegalSource
from organica.domain.span import EndBeforeStart, Span

ACTS_A_FILE = 1_000_000


@dataclass(frozen=True, slots=True)
class Scheduled:
    """One act on its day. `rule` is the one that its date was counted by; `since` is the date without it.

    `organizations`: all on which it bears, that of its file first.
    """

    read: ReadAct
    day: date
    since: LegalDate
    organizations: tuple[str, ...]
    rule: EntryRule | None = None

    @property
    def act(self) -> Act:
        """Return the act as it reads today."""
        return self.read.act

    @property
    def key(self) -> ActKey:
        """Return where the act was entered."""
        return self.read.key

    @property
    def ref(self) -> str:
        """Return the act's reference: its own, or its number in the source, counted from 1."""
        return self.read.ref

    @property
    def organization(self) -> str:
        """Return the code of the organization that the act's file is about."""
        return self.read.organization

    def concerns(self, organization: str) -> bool:
        """Tell whether the act bears on an organization."""
        return organization in self.organizations

    @property
    def source(self) -> LegalSource:
        """Return the source that orders or states it."""
        return self.read.reading.source

    @property
    def rectified_by(self) -> tuple[LegalBasis, ...]:
        """Return the acts by which it reads as it does."""
        return self.read.rectified_by

    @property
    def until(self) -> LegalDate | None:
        """Return when what the act gave for a time lapses; only appointments are given for a time."""
        return self.act.in_force_until if isinstance(self.act, Appoint) else None

    @property
    def later(self) -> set[date]:
        """Return the days, after its own, on which a figure that the act reports comes to be known."""
        return {day for item in indicators_in(self.act) if (day := item.period.known_on) > self.day}

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


def order_of(scheduled: Scheduled) -> Order:
    """Return the order under which an act takes effect."""
    entry, position = scheduled.key
    return Order(
        source=scheduled.source.key,
        act=scheduled.ref,
        since=scheduled.since,
        day=scheduled.day,
        provision=scheduled.act.provision,
        rank=entry * ACTS_A_FILE + position,
        partial=not scheduled.source.orders,
        rectified_by=scheduled.rectified_by,
        rule=scheduled.rule,
    )


def _window(on: LegalDate, day: date) -> Span | None:
    """Return the days from `day` on which an imprecise date may not have come yet."""
    imprecise = on.precision is not Precision.DAY and day < on.certain_from
    return Span(day, on.certain_from) if imprecise else None


@dataclass(slots=True)
class CalendarDay:
    """What happens on one day. `reports` are acts of an earlier day, one of whose figures is known now."""

    endings: list[Scheduled] = field(default_factory=list)
    reports: list[Scheduled] = field(default_factory=list)
    groups: list[list[Scheduled]] = field(default_factory=list)

    @property
    def acts(self) -> Iterator[Scheduled]:
        """Yield every act that does something on the day."""
        yield from (*self.endings, *self.reports)
        for group in self.groups:
            yield from group


class Calendar:
    """The days on which something happens, and the order that the files declare.

    Rectifications and invalidations are no part of it: they are in how the other acts read.
    """

    def __init__(self, readings: Readings) -> None:
        """Raises: UnknownPredecessor, PredecessorBeginsLater, OrderCycle, EndBeforeStart."""
        self.readings = readings
        self._by_key: dict[str, list[SourceReading]] = {}
        for each in readings.sources:
            self._by_key.setdefault(each.source.key, []).append(each)
        self._earlier: dict[str, frozenset[str]] = {}
        for key in self._by_key:
            self._earlier_than(key, ())
        self._heirs: dict[str, list[str]] = {}
        for act in readings.acts.values():
            if isinstance(act.act, Succeed):
                self._heirs.setdefault(act.organization, []).append(act.act.heir)
        self.acts = [
            self._scheduled(act)
            for act in readings.acts.values()
            if not isinstance(act.act, Rectify | Invalidate)
        ]
        self.days = self._days()

    def ordered(self, first: Scheduled, second: Scheduled) -> bool:
        """Tell whether the files say which of two acts came first: by `after`, or by signing.

        Signing tells nothing where the fold would apply the act that was signed later before the other:
        the day of an imprecise date is only its earliest one.
        """
        one, other = first.source, second.source
        if one.key in self._earlier[other.key] or other.key in self._earlier[one.key]:
            return True
        if one.signed_on is None or other.signed_on is None:
            return False
        if one.signed_on.latest < other.signed_on.earliest:
            return first.day <= second.day
        return other.signed_on.latest < one.signed_on.earliest and second.day <= first.day

    def start_of(self, reading: SourceReading) -> date:
        """Return the day from which a source is in force, raised to that of its predecessors."""
        earlier = [each for key in self._earlier[reading.source.key] for each in self._by_key[key]]
        return max(each.source.in_force_from.earliest for each in (reading, *earlier))

    def legal_date(self, day: date, organization: str) -> LegalDate:
        """Return the date of a day as the acts give it: the one that starts or ends something then."""
        happening = self.days.get(day, CalendarDay())
        starting = [act.since for group in happening.groups for act in group if act.concerns(organization)]
        ending = [act.until for act in happening.endings if act.concerns(organization)]
        own = [each for each in self.readings.sources if each.organization == organization]
        covering = [each.source.in_force_from.without_rule() for each in own]
        dates = (found for found in (*starting, *ending, *covering) if found is not None)
        return next((found for found in dates if found.earliest == day), LegalDate.of(day))

    def _earlier_than(self, key: str, path: tuple[str, ...]) -> frozenset[str]:
        if key in path:
            raise OrderCycle(sources=path)
        if key not in self._earlier:
            found: set[str] = set()
            for after in (named for each in self._by_key[key] for named in each.after):
                if after not in self._by_key:
                    raise UnknownPredecessor(after=after, source=key)
                found |= {after} | self._earlier_than(after, (*path, key))
            self._earlier[key] = frozenset(found)
        return self._earlier[key]

    def _scheduled(self, act: ReadAct) -> Scheduled:
        reading = act.reading
        floor = self.start_of(reading) if reading.after else None
        since = act.act.in_force_from or reading.source.in_force_from
        day = max(since.earliest, floor) if floor else since.earliest
        scheduled = Scheduled(act, day, since.without_rule(), self._organizations(act), since.rule)
        place = {"source": reading.source.key, "act": act.ref}
        if since.latest < day:
            raise PredecessorBeginsLater(
                after=", ".join(reading.after), day=day.isoformat(), since=since.value, **place
            )
        try:
            if scheduled.until is not None:
                Span(day, scheduled.until.earliest)
        except EndBeforeStart as refusal:
            raise refusal.located(**place) from None
        return scheduled

    def _organizations(self, act: ReadAct) -> tuple[str, ...]:
        """Return on which organizations an act bears: its file's, its heir, those of what it takes away.

        What is taken away from an organization was perhaps passed on before, so that its heirs are named too.
        """
        named = [act.organization]
        if isinstance(act.act, Succeed):
            named.append(act.act.heir)
        for target in self.readings.targets(act):
            named += self._organizations(target)
        if isinstance(act.act, ActUponActs):
            for code in named:
                named += [heir for heir in self._heirs.get(code, ()) if heir not in named]
        return tuple(dict.fromkeys(named))

    def _days(self) -> dict[date, CalendarDay]:
        days: dict[date, CalendarDay] = {}
        sources: dict[date, dict[str, list[Scheduled]]] = {}
        for act in self.acts:
            days.setdefault(act.day, CalendarDay())
            sources.setdefault(act.day, {}).setdefault(act.source.key, []).append(act)
            if act.until is not None:
                days.setdefault(act.until.earliest, CalendarDay()).endings.append(act)
        for day, by_source in sorted(sources.items()):
            days[day].groups = [by_source[key] for key in self._in_order(by_source)]
            # As the acts follow one another: what was reported later takes the place of the former.
            for act in (act for group in days[day].groups for act in group):
                for later in act.later:
                    days.setdefault(later, CalendarDay()).reports.append(act)
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
        signed = next((on for each in self._by_key[key] if (on := each.source.signed_on)), None)
        return (signed.earliest if signed else LAST_DAY, min(each.entry for each in self._by_key[key]))
