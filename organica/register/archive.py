"""The archive of one organization: all its rows in memory, for any day and any state of knowledge.

Made by consult from one load of rows; gives snapshots, change points and version histories. Values only:
an archive never waits and never changes; a newer one takes its place when the register has moved on.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from organica.domain.external_ids import ExternalIdSpan
from organica.domain.states import FunctionState, Noun, State, content
from organica.domain.structure import Ending
from organica.domain.versions import Interval, Version
from organica.register.alterations import FOREVER, Days, alterations, days_of, moves
from organica.register.mentions import MentionSpan
from organica.register.norms import norms_known
from organica.register.ports import OrganizationRows, Row, SourceRecord
from organica.register.room import Kept, Room
from organica.register.sizes import bytes_of_rows, bytes_of_snapshot, bytes_of_view
from organica.register.snapshot import Snapshot
from organica.register.views import FunctionVersion, UnitVersion

MAX_SNAPSHOTS = 64
MAX_VIEWS = 8
MAX_BASES = 4096

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Run = tuple[date, date | None]
"""A half-open run of days; None: still so."""


@dataclass(frozen=True, slots=True)
class _View:
    """What the register said at one entry: the answers' days in order, versions and mentions with theirs.

    What other systems call a thing, and what is said of a source or a norm by its key, know no days.
    """

    intervals: list[Interval]
    versions: list[tuple[int, int, Version]]
    mentions: list[tuple[int, int, MentionSpan]]
    external_ids: dict[tuple[Noun, str], tuple[ExternalIdSpan, ...]]
    by_external_id: dict[tuple[str, str], ExternalIdSpan]
    sources: dict[str, SourceRecord]
    norms: dict[str, SourceRecord]


class Archive:
    """Everything that the register ever said of one organization; complete up to entry `head`.

    `proposal`: the key of the proposal with which it was folded; what it says is then not in force. `room`:
    where what is derived from it finds place.
    """

    def __init__(
        self,
        rows: OrganizationRows,
        names: Mapping[str, str],
        head: int,
        proposal: str | None = None,
        room: Room | None = None,
    ) -> None:
        self.organization = rows.organization
        self.proposal = proposal
        self.names = names
        self.head = head
        self._rows = rows
        self._things: dict[tuple[Noun, str], list[Row]] = {}
        for row in sorted(rows.versions, key=lambda row: row.version.start):
            self._things.setdefault((row.version.noun, row.version.code), []).append(row)
        self._ties = sorted(rows.external_ids, key=lambda tie: (tie.system, tie.value))
        self._moved_at = sorted(moves(rows))
        room = room or Room()
        self._views: Kept[int, _View] = Kept(
            MAX_VIEWS, room, lambda view: bytes_of_view(len(view.versions), len(view.mentions))
        )
        self._bases: OrderedDict[tuple[date, int], int] = OrderedDict()
        self._snapshots: Kept[tuple[date, int, int], Snapshot] = Kept(
            MAX_SNAPSHOTS, room, lambda snapshot: bytes_of_snapshot(*snapshot.sizes)
        )

    def change_points(self, known: int) -> list[date]:
        """Return the days on which the answer changes, as known at an entry, in order."""
        return [interval.start for interval in self.intervals(known)]

    def intervals(self, known: int) -> Sequence[Interval]:
        """Return the answers' days, as known at an entry, in order."""
        return self._view(known).intervals

    @cached_property
    def bytes(self) -> int:
        """Return about what its rows take in memory, without its views and snapshots."""
        return bytes_of_rows(self._rows)

    def let_go(self) -> None:
        """Hold nothing that can be derived again: nobody will ask for it here any more."""
        self._snapshots.let_go()
        self._views.let_go()

    @property
    def empty(self) -> bool:
        """Tell whether the register never said anything of the organization."""
        return not self._rows.sources

    @property
    def norms(self) -> Sequence[SourceRecord]:
        """Return what the register ever said of the norms that programmes here rest on."""
        return self._rows.norms

    def sources_at(self, known: int) -> Mapping[str, SourceRecord]:
        """Return every source that the register knew at an entry, by its key, as it said it then."""
        return self._view(known).sources

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
                self,
                basis,
                interval,
                [version for start, end, version in view.versions if start <= at < end],
                [mention for start, end, mention in view.mentions if start <= at < end],
                view.external_ids,
                view.sources,
                view.norms,
            )

        key = (point if interval else date.min, basis, 0 if interval else 1)
        return self._snapshots.made(key, derived)

    def newest(self, known: int) -> int:
        """Return the last entry up to `known` that altered any answer here: a pin for what spans all days."""
        return self._moved_by(known)

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
            found.sort(key=lambda interval: interval.start)
            said = [row.mention for row in self._rows.mentions if row.known.at(moved)]
            mentions = [(*days_of(mention), mention) for mention in said]
            ties = [tie for tie in self._ties if tie.since <= moved < (tie.until or sys.maxsize)]
            ids: dict[tuple[Noun, str], tuple[ExternalIdSpan, ...]] = {}
            for tie in ties:
                ids[tie.thing] = (*ids.get(tie.thing, ()), tie)
            named = {(tie.system, tie.value): tie for tie in ties}
            records = sorted(self._rows.sources, key=lambda record: record.entry)
            sources = {record.source.key: record for record in records if record.entry <= moved}
            norms = norms_known(self._rows.norms, moved)
            return _View(found, versions, mentions, ids, named, sources, norms)

        return self._views.made(moved, viewed)

    @cached_property
    def _spans(self) -> list[tuple[int, int, int, int, Version]]:
        """Each version with its days and the entries between which it was said, as plain numbers."""
        return [
            (*days_of(row.version), row.known.since, row.known.until or sys.maxsize, row.version)
            for row in self._rows.versions
        ]

    def _basis_of(self, point: date, known: int) -> int:
        """Return the highest entry that altered the answer of this day, `in_force_until` included."""
        day = point.toordinal()
        for entry, runs in reversed(self._alterations):
            if entry <= known:
                index = bisect_right(runs, (day, FOREVER)) - 1
                if index >= 0 and day < runs[index][1]:
                    return entry
        return 0

    @cached_property
    def _alterations(self) -> list[tuple[int, list[Days]]]:
        """Each entry with the days whose answer it altered, in order.

        Read once for all days: a miss of the cache then costs a search among entries.
        """
        return alterations(self._rows, self._things, self._functions_by_unit)

    @cached_property
    def _functions_by_unit(self) -> dict[str, list[Row]]:
        """Every row of every function under the unit that it names."""
        found: dict[str, list[Row]] = {}
        for row in self._rows.versions:
            if isinstance(row.version.state, FunctionState):
                found.setdefault(row.version.state.unit, []).append(row)
        return found

    def states(self) -> Iterator[State]:
        """Yield every state that the register ever said of anything."""
        return (row.version.state for row in self._rows.versions)

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
            last = [row for row in self.versions_of(*thing, known) if row.start <= day][-1]
            if last.end is not None and last.end <= day and last.until and last.ended_by:
                found[thing] = Ending(last.until, last.ended_by)
        return found

    def has(self, noun: Noun, code: str, known: int | None = None) -> bool:
        """Tell whether the register ever knew, or knew at an entry, a thing by this code."""
        rows = self._things.get((noun, code), ())
        return any(known is None or row.known.at(known) for row in rows)

    def external_ids(self, noun: Noun, code: str, known: int) -> tuple[ExternalIdSpan, ...]:
        """Return what other systems call a thing, as known at an entry, by system and value."""
        return self._view(known).external_ids.get((noun, code), ())

    def by_external_id(self, system: str, value: str, known: int) -> ExternalIdSpan | None:
        """Return what another system calls so, as known at an entry."""
        return self._view(known).by_external_id.get((system, value))

    def versions_of(self, noun: Noun, code: str, known: int) -> list[Version]:
        """Return the rows of a thing by their start, as known at an entry."""
        return [row.version for row in self._things.get((noun, code), ()) if row.known.at(known)]

    def runs(self, noun: Noun, code: str, known: int) -> list[Run]:
        """Return the runs of days over which the content of a thing stayed the same, in order."""
        runs: list[Run] = []
        before: Version | None = None
        for version in self.versions_of(noun, code, known):
            renewed = (
                before is not None
                and before.end == version.start
                and content(before.state) == content(version.state)
            )
            start = runs.pop()[0] if renewed else version.start
            runs.append((start, version.end))
            before = version
        return runs

    def codes(self, noun: Noun, known: int) -> list[str]:
        """Return the codes of all things of a kind that are or were, as known at an entry, in their order."""
        return sorted(
            (each for kind, each in self._things if kind is noun and self.has(noun, each, known)),
            key=_natural,
        )

    def _beginnings(self, noun: Noun, code: str, known: int) -> list[date]:
        """Return the days on which the content of a thing became what it was until the next of them."""
        return [start for start, _ in self.runs(noun, code, known)]


def _kept(cache: OrderedDict[K, V], key: K, limit: int, make: Callable[[], V]) -> V:
    """Return what is kept under a key, or make it; what was asked for longest ago leaves first."""
    if key in cache:
        cache.move_to_end(key)
        return cache[key]
    cache[key] = made = make()
    if len(cache) > limit:
        cache.popitem(last=False)
    return made


def _natural(code: str) -> tuple[str, int]:
    stem, _, number = code.rpartition(".")
    return (stem, int(number)) if number.isdigit() else (code, 0)
