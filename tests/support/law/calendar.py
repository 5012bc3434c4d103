"""On which day each act takes effect, and in which order on one day.

Takes what the filings say; returns the days. Source: design, section 3, "The fold". Raises: Wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from organica.domain.acts import Appoint, Invalidate, Rectify, Succeed
from organica.domain.dates import LegalDate, Precision
from tests.support.law.programmes import later_days
from tests.support.law.reading import Reading, Readings, Source
from tests.support.law.state import Wrong

Window = tuple[date, date]


@dataclass(slots=True)
class Day:
    """What ends on a day, which figures come to be known, and then the acts that begin, source by source."""

    endings: list[Reading] = field(default_factory=list)
    reports: list[Reading] = field(default_factory=list)
    groups: list[list[Reading]] = field(default_factory=list)


class Calendar:
    """The days on which something happens. What rectifies or invalidates does so on no day of its own."""

    def __init__(self, readings: Readings, swapped: tuple[str, str] | None = None) -> None:
        """`swapped`: two sources that change places in the order of a day, to see whether that matters."""
        self._sources = {source.key: source for source in readings.sources.values()}
        self._swapped = swapped
        for key in self._sources:
            self.before(key)
        acts = [each for each in readings.acts if not isinstance(each.act, Rectify | Invalidate)]
        self.day_of = {each.key: self._day(each) for each in acts}
        self.acts = acts
        self.days: dict[date, Day] = {}
        for act in acts:
            self.days.setdefault(self.day_of[act.key], Day())
            until = until_of(act)
            if until is not None:
                self.days.setdefault(until.earliest, Day()).endings.append(act)
            for later in later_days(act.act, self.day_of[act.key]):
                self.days.setdefault(later, Day())
        for day, happening in sorted(self.days.items()):
            happening.groups = self._in_order([act for act in acts if self.day_of[act.key] == day])
            # In the order of the law: a figure that was reported later takes the place of the former.
            for act in (act for group in happening.groups for act in group):
                for later in later_days(act.act, day):
                    self.days[later].reports.append(act)

    def before(self, key: str, path: tuple[str, ...] = ()) -> set[str]:
        """Return the sources that a source is declared to come after, also through others."""
        if key in path:
            raise Wrong("order_cycle")
        found: set[str] = set()
        for earlier in self._sources[key].after:
            if earlier not in self._sources:
                raise Wrong("unknown_predecessor")
            found |= {earlier} | self.before(earlier, (*path, key))
        return found

    def start_of(self, source: Source) -> date:
        """Return the day from which a source is in force, raised to that of its predecessors."""
        all_of_them = (source, *(self._sources[key] for key in self.before(source.key)))
        return max(each.facts.in_force_from.earliest for each in all_of_them)

    def _day(self, act: Reading) -> date:
        day = act.since.earliest
        if act.source.after:
            day = max(day, self.start_of(act.source))
        if act.since.latest < day:
            raise Wrong("predecessor_begins_later")
        until = until_of(act)
        if until is not None and until.earliest <= day:
            raise Wrong("end_before_start")
        return day

    def _in_order(self, acts: list[Reading]) -> list[list[Reading]]:
        """Divide the acts of a day by source: each after those that it names, else by signing, then by entry."""
        waiting: dict[str, list[Reading]] = {}
        for act in acts:
            waiting.setdefault(act.source.key, []).append(act)
        groups = []
        while waiting:
            ready = [key for key in waiting if not self.before(key) & waiting.keys()]
            first = min(ready, key=self._rank)
            groups.append(waiting.pop(first))
        return groups

    def _rank(self, key: str) -> tuple[date, int]:
        if self._swapped is not None and key in self._swapped:
            key = self._swapped[1 - self._swapped.index(key)]
        source = self._sources[key]
        signed = source.facts.signed_on
        return (date.max if signed is None else signed.earliest, source.entry)

    def ordered(self, one: Reading, other: Reading) -> bool:
        """Tell whether files say which of two acts came first, or signatures that fit the days."""
        keys = one.source.key, other.source.key
        if keys[0] in self.before(keys[1]) or keys[1] in self.before(keys[0]):
            return True
        first, second = (act.source.facts.signed_on for act in (one, other))
        if first is None or second is None:
            return False
        days = self.day_of[one.key], self.day_of[other.key]
        if first.latest < second.earliest:
            return days[0] <= days[1]
        return second.latest < first.earliest and days[1] <= days[0]

    def windows(self, act: Reading) -> list[Window]:
        """Return the days on which it is not certain that an act is in force already, or still."""
        found = [(self.day_of[act.key], act.since)]
        until = until_of(act)
        if until is not None:
            found.append((until.earliest, until))
        return [
            (day, on.latest + timedelta(days=1))
            for day, on in found
            if on.precision is not Precision.DAY and day <= on.latest
        ]

    def may_be_of_one_day(self, one: Reading, other: Reading) -> bool:
        """Tell whether two acts may take effect on one day, given how precise their dates are."""
        days = [(self.day_of[act.key], max(self.day_of[act.key], act.since.latest)) for act in (one, other)]
        return days[0][0] <= days[1][1] and days[1][0] <= days[0][1]


def until_of(act: Reading) -> LegalDate | None:
    """Return when what an act gave for a time lapses."""
    return act.act.in_force_until if isinstance(act.act, Appoint) else None


def organizations_of(act: Reading, readings: Readings) -> set[str]:
    """Return on which organizations an act bears: its file's, an heir, and those of what it takes away.

    What it takes away may have been passed on to heirs before.
    """
    found = {act.source.organization}
    if isinstance(act.act, Succeed):
        found.add(act.act.heir)
    if not isinstance(act.act, Rectify) and hasattr(act.act, "target"):
        for target in readings.targets(act):
            found |= organizations_of(target, readings)
        while heirs := _heirs(found, readings) - found:
            found |= heirs
    return found


def _heirs(organizations: set[str], readings: Readings) -> set[str]:
    passed = (act for act in readings.acts if act.source.organization in organizations)
    return {act.act.heir for act in passed if isinstance(act.act, Succeed)}
