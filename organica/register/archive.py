"""The archive of one organization: all its rows in memory, for any day and any state of knowledge.

Made by consult from one load of rows; gives snapshots, change points and version histories. Values only:
an archive never waits and never changes; a newer one takes its place when the register has moved on.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from organica.domain.structure import Ending, FunctionState, Noun, function_order
from organica.domain.versions import Interval, Version, content
from organica.register.ports import IntervalRow, OrganizationRows, Row, SourceRecord
from organica.register.snapshot import Snapshot
from organica.register.views import FunctionVersion, UnitVersion, shown

MAX_SNAPSHOTS = 64
MAX_VIEWS = 8
MAX_BASES = 4096
_FOREVER = date.max.toordinal() + 1

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Days = tuple[int, int]
"""A half-open run of days, as ordinals: these compare several times faster than dates."""


@dataclass(frozen=True, slots=True)
class _View:
    """What the register said at one entry: the answers' days in order, and each version with its days."""

    intervals: list[Interval]
    versions: list[tuple[int, int, Version]]


class Archive:
    """Everything that the register ever said of one organization; complete up to entry `head`."""

    def __init__(self, rows: OrganizationRows, names: Mapping[str, str], head: int) -> None:
        self.organization = rows.organization
        self.names = names
        self.head = head
        self.sources: dict[str, SourceRecord] = {record.source.key: record for record in rows.sources}
        self._rows = rows
        self._things: dict[tuple[Noun, str], list[Row]] = {}
        for row in sorted(rows.versions, key=lambda row: row.version.start):
            self._things.setdefault((row.version.noun, row.version.code), []).append(row)
        self._moved_at = sorted({*_moves(rows.versions), *_moves(rows.intervals)})
        self._views: OrderedDict[int, _View] = OrderedDict()
        self._bases: OrderedDict[tuple[date, int], int] = OrderedDict()
        self._snapshots: OrderedDict[tuple[date, int, int], Snapshot] = OrderedDict()

    def change_points(self, known: int) -> list[date]:
        """Return the days on which the answer changes, as known at an entry, in order."""
        return [interval.start for interval in self._view(known).intervals]

    def snapshot(self, day: date, known: int) -> Snapshot:
        """Return the answer for a day, as known at an entry; the same object while it is the same answer.

        Source: the identity of design section 3, (organization, change point, basis).
        """
        view = self._view(known)
        index = bisect_right(view.intervals, day, key=lambda interval: interval.start)
        interval = view.intervals[index - 1] if index else None
        point = interval.start if interval else day
        moved = self._moved_by(known)
        basis = _kept(self._bases, (point, moved), MAX_BASES, lambda: self._basis_of(point, moved))

        def derived() -> Snapshot:
            at = point.toordinal()
            return Snapshot(
                self, basis, interval, [v for start, end, v in view.versions if start <= at < end]
            )

        key = (point if interval else date.min, basis, 0 if interval else 1)
        return _kept(self._snapshots, key, MAX_SNAPSHOTS, derived)

    def _moved_by(self, known: int) -> int:
        """Return the last entry up to `known` that touched a row here; 0 where none did."""
        index = bisect_right(self._moved_at, known)
        return self._moved_at[index - 1] if index else 0

    def _view(self, known: int) -> _View:
        """Return what the register said at an entry; entries that touched no row here share it."""
        moved = self._moved_by(known)

        def viewed() -> _View:
            found = [row.interval for row in self._rows.intervals if row.known.at(moved)]
            versions = [(s, e, v) for s, e, since, until, v in self._spans if since <= moved < until]
            return _View(sorted(found, key=lambda interval: interval.start), versions)

        return _kept(self._views, moved, MAX_VIEWS, viewed)

    @cached_property
    def _spans(self) -> list[tuple[int, int, int, int, Version]]:
        """Each version with its days and the entries between which it was said, as plain numbers."""
        return [
            (*_days(row.version), row.known.since, row.known.until or sys.maxsize, row.version)
            for row in self._rows.versions
        ]

    def _basis_of(self, point: date, known: int) -> int:
        """Return the highest entry that altered the answer of this day, `in_force_until` included."""
        day = point.toordinal()
        for entry, runs in reversed(self._alterations):
            if entry <= known:
                index = bisect_right(runs, (day, _FOREVER)) - 1
                if index >= 0 and day < runs[index][1]:
                    return entry
        return 0

    @cached_property
    def _alterations(self) -> list[tuple[int, list[Days]]]:
        """Each entry with the days whose answer it altered, in order.

        An entry that says of some days what was said of them before, in rows cut elsewhere, alters
        nothing there. Read once for all days: a miss of the cache then costs a search among entries.
        """
        altered: dict[int, list[Days]] = defaultdict(list)
        moved: dict[int, set[str]] = defaultdict(set)
        things: list[Sequence[Row] | Sequence[IntervalRow]] = [*self._things.values(), self._rows.intervals]
        for rows in things:
            for entry, days, before, after in _rewritten(rows):
                if before is None or after is None or _told(before) != _told(after):
                    altered[entry].append(days)
                elif isinstance(after, Version) and isinstance(after.state, FunctionState):
                    moved[entry].add(after.state.unit)
        for entry, units in moved.items():
            for unit in units:
                altered[entry].extend(_reordered(self._functions_by_unit[unit], entry))
        return [(entry, _joined(altered[entry])) for entry in sorted(altered)]

    @cached_property
    def _functions_by_unit(self) -> dict[str, list[Row]]:
        """Every row of every function under the unit that it names."""
        found: dict[str, list[Row]] = {}
        for row in self._rows.versions:
            if isinstance(row.version.state, FunctionState):
                found.setdefault(row.version.state.unit, []).append(row)
        return found

    def unit_versions(self, code: str, known: int) -> list[UnitVersion]:
        """Return the versions of a unit in order, each in the snapshot of the day on which it began."""
        days = self._beginnings(Noun.UNIT, code, known)
        return [self.snapshot(day, known).units[code] for day in days]

    def function_versions(self, code: str, known: int) -> list[FunctionVersion]:
        """Return the versions of a function in order, each in the snapshot of its first day."""
        days = self._beginnings(Noun.FUNCTION, code, known)
        return [self.snapshot(day, known).functions[code] for day in days]

    def functions_ever_in(self, unit: str, known: int) -> list[str]:
        """Return the codes of the functions that the unit holds or held, in the order of their codes."""
        rows = self._functions_by_unit.get(unit, ())
        return sorted({row.version.code for row in rows if row.known.at(known)}, key=_natural)

    def endings_before(self, day: date, known: int) -> dict[tuple[Noun, str], Ending]:
        """Return how everything ended that no longer exists on a day, by noun and code."""
        at = day.toordinal()
        gone = {(v.noun, v.code) for _, end, v in self._view(known).versions if end <= at}
        found: dict[tuple[Noun, str], Ending] = {}
        for thing in gone:
            last = [row for row in self._known_of(*thing, known) if row.start <= day][-1]
            if last.end is not None and last.end <= day and last.until and last.ended_by:
                found[thing] = Ending(last.until, last.ended_by)
        return found

    def has(self, noun: Noun, code: str, known: int | None = None) -> bool:
        """Tell whether the register ever knew, or knew at an entry, a thing by this code."""
        rows = self._things.get((noun, code), ())
        return any(known is None or row.known.at(known) for row in rows)

    def _known_of(self, noun: Noun, code: str, known: int) -> list[Version]:
        """Return the rows of a thing by their start, as known at an entry."""
        return [row.version for row in self._things.get((noun, code), ()) if row.known.at(known)]

    def _beginnings(self, noun: Noun, code: str, known: int) -> list[date]:
        """Return the days on which the content of a thing became what it was until the next of them."""
        days: list[date] = []
        before: Version | None = None
        for version in self._known_of(noun, code, known):
            renewed = (
                before is not None
                and before.end == version.start
                and content(before.state) == content(version.state)
            )
            if not renewed:
                days.append(version.start)
            before = version
        return days


def _kept(cache: OrderedDict[K, V], key: K, limit: int, make: Callable[[], V]) -> V:
    """Return what is kept under a key, or make it; what was asked for longest ago leaves first."""
    if key in cache:
        cache.move_to_end(key)
        return cache[key]
    cache[key] = made = make()
    if len(cache) > limit:
        cache.popitem(last=False)
    return made


def _rewritten(
    rows: Sequence[Row] | Sequence[IntervalRow],
) -> Iterator[tuple[int, Days, Version | Interval | None, Version | Interval | None]]:
    """Yield each entry that rewrote the rows of one thing: over which days, what was said and what is."""
    closed: dict[int, list[tuple[Days, Version | Interval]]] = defaultdict(list)
    opened: dict[int, list[tuple[Days, Version | Interval]]] = defaultdict(list)
    for row in rows:
        said = row.version if isinstance(row, Row) else row.interval
        opened[row.known.since].append((_days(said), said))
        if row.known.until is not None:
            closed[row.known.until].append((_days(said), said))
    for entry in opened.keys() | closed.keys():
        former, new = closed[entry], opened[entry]
        for days in pairwise(sorted({edge for run, _ in (*former, *new) for edge in run})):
            before, after = _over(former, days), _over(new, days)
            if before is not None or after is not None:
                yield entry, days, before, after


def _over(said: Iterable[tuple[Days, Version | Interval]], days: Days) -> Version | Interval | None:
    return next((thing for (start, end), thing in said if start <= days[0] and days[1] <= end), None)


def _told(said: Version | Interval) -> tuple[object, ...]:
    """Return what an answer tells of a thing, or of its own days; where a row ends is not part of it."""
    if isinstance(said, Version):
        return (shown(said.state), said.until, said.ended_by)
    return (said.start, said.since, said.until, said.certain, said.coverage)


def _reordered(rows: Iterable[Row], entry: int) -> Iterator[Days]:
    """Yield the days on which an entry changed the order of a unit's functions.

    Places may be numbered anew without a change of order; a unit's own place never changes.
    """
    said = [(row, _days(row.version)) for row in rows if row.known.at(entry) or row.known.at(entry - 1)]
    for days in pairwise(sorted({edge for _, run in said for edge in run})):
        over = [row for row, (start, end) in said if start <= days[0] and days[1] <= end]
        if _order(over, entry) != _order(over, entry - 1):
            yield days


def _order(rows: Iterable[Row], known: int) -> list[str]:
    states = [row.version.state for row in rows if row.known.at(known)]
    return [f.code for f in sorted((f for f in states if isinstance(f, FunctionState)), key=function_order)]


def _joined(runs: Iterable[Days]) -> list[Days]:
    """Return the same days as runs that neither touch nor overlap, in order."""
    joined: list[Days] = []
    for start, end in sorted(set(runs)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _days(said: Version | Interval) -> Days:
    return said.start.toordinal(), said.end.toordinal() if said.end else _FOREVER


def _moves(rows: Iterable[Row | IntervalRow]) -> Iterator[int]:
    for row in rows:
        yield row.known.since
        if row.known.until is not None:
            yield row.known.until


def _natural(code: str) -> tuple[str, int]:
    stem, _, number = code.rpartition(".")
    return (stem, int(number)) if number.isdigit() else (code, 0)
