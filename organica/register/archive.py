"""The archive of one organization: all its rows in memory, for any day and any state of knowledge.

Made by consult from one load of rows; gives snapshots, change points and version histories. Values only:
an archive never waits and never changes; a newer one takes its place when the register has moved on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from organica.domain.structure import Ending, Noun
from organica.domain.versions import Interval, Version, content
from organica.register.ports import Known, OrganizationRows, SourceRecord
from organica.register.snapshot import FunctionVersion, PostVersion, Snapshot, UnitVersion

MAX_SNAPSHOTS = 64
MAX_KNOWN = 128
MAX_BASES = 4096


class Archive:
    """Everything that the register ever said of one organization, as read at entry `head`."""

    def __init__(self, rows: OrganizationRows, names: Mapping[str, str], head: int) -> None:
        self.organization = rows.organization
        self.names = names
        self.head = head
        self.sources: dict[str, SourceRecord] = {record.source.key: record for record in rows.sources}
        self._rows = rows
        self._snapshots: OrderedDict[tuple[date, int, int], Snapshot] = OrderedDict()
        self.intervals = lru_cache(MAX_KNOWN)(self._intervals_known_at)
        self._basis = lru_cache(MAX_BASES)(self._basis_of)

    def change_points(self, known: int) -> list[date]:
        """Return the days on which the answer changes, as known at an entry, in order."""
        return [interval.start for interval in self.intervals(known)]

    def _intervals_known_at(self, known: int) -> list[Interval]:
        """Return the answers' days, as known at an entry, in order."""
        found = [row.interval for row in self._rows.intervals if row.known.at(known)]
        return sorted(found, key=lambda interval: interval.start)

    def _interval_on(self, day: date, known: int) -> Interval | None:
        intervals = self.intervals(known)
        index = bisect_right(intervals, day, key=lambda interval: interval.start)
        return intervals[index - 1] if index else None

    def snapshot(self, day: date, known: int) -> Snapshot:
        """Return the answer for a day, as known at an entry; the same object while it is the same answer.

        Source: the identity of design section 3, (organization, change point, basis).
        """
        interval = self._interval_on(day, known)
        point = interval.start if interval else day
        basis = self._basis(point, known)
        key = (point if interval else date.min, basis, 0 if interval else 1)
        snapshot = self._snapshots.get(key)
        if snapshot is None:
            in_force = (
                row.version
                for row in self._rows.versions
                if row.known.at(known) and _within(point, row.version)
            )
            snapshot = Snapshot(self, basis, interval, in_force)
            self._snapshots[key] = snapshot
            if len(self._snapshots) > MAX_SNAPSHOTS:
                self._snapshots.popitem(last=False)
        else:
            self._snapshots.move_to_end(key)
        return snapshot

    def _basis_of(self, point: date, known: int) -> int:
        """Return the highest entry that altered the answer of this day, `in_force_until` included."""
        basis = 0
        spans: list[tuple[Version | Interval, Known]] = [
            *((row.version, row.known) for row in self._rows.versions),
            *((row.interval, row.known) for row in self._rows.intervals),
        ]
        for thing, row_known in spans:
            if _within(point, thing):
                for entry in (row_known.since, row_known.until):
                    if entry is not None and basis < entry <= known:
                        basis = entry
        return basis

    def unit_versions(self, code: str, known: int) -> list[UnitVersion]:
        """Return the versions of a unit in order, each in the snapshot of the day on which it began."""
        days = self._beginnings(Noun.UNIT, code, known)
        return [self.snapshot(day, known).units[code] for day in days]

    def function_versions(self, code: str, known: int) -> list[FunctionVersion]:
        """Return the versions of a function in order, each in the snapshot of its first day."""
        days = self._beginnings(Noun.FUNCTION, code, known)
        return [self.snapshot(day, known).functions[code] for day in days]

    def post_versions(self, code: str, known: int) -> list[PostVersion]:
        """Return the versions of a post in order, each in the snapshot of its first day."""
        days = self._beginnings(Noun.POST, code, known)
        return [self.snapshot(day, known).posts[code] for day in days]

    def functions_ever_in(self, unit: str, known: int) -> list[str]:
        """Return the codes of the functions that the unit holds or held, in the order of their codes."""
        codes = {
            row.version.code
            for row in self._rows.versions
            if row.version.noun is Noun.FUNCTION
            and row.known.at(known)
            and getattr(row.version.state, "unit", None) == unit
        }
        return sorted(codes, key=_natural)

    def endings_before(self, day: date, known: int) -> dict[tuple[Noun, str], Ending]:
        """Return how everything ended that no longer exists on a day, by noun and code."""
        last: dict[tuple[Noun, str], Version] = {}
        for row in self._rows.versions:
            version = row.version
            if row.known.at(known) and version.start <= day:
                key = (version.noun, version.code)
                if key not in last or last[key].start < version.start:
                    last[key] = version
        return {
            key: Ending(version.until, version.ended_by)
            for key, version in last.items()
            if version.end is not None and version.end <= day and version.until and version.ended_by
        }

    def has(self, noun: Noun, code: str, known: int | None = None) -> bool:
        """Tell whether the register ever knew, or knew at an entry, a thing by this code."""
        return any(
            row.version.noun is noun and row.version.code == code and (known is None or row.known.at(known))
            for row in self._rows.versions
        )

    def _beginnings(self, noun: Noun, code: str, known: int) -> list[date]:
        """Return the days on which the content of a thing became what it was until the next of them."""
        found = [
            row.version
            for row in self._rows.versions
            if row.version.noun is noun and row.version.code == code and row.known.at(known)
        ]
        found.sort(key=lambda version: version.start)
        days: list[date] = []
        before: Version | None = None
        for version in found:
            renewed = (
                before is not None
                and before.end == version.start
                and content(before.state) == content(version.state)
            )
            if not renewed:
                days.append(version.start)
            before = version
        return days


def _within(day: date, span: Version | Interval) -> bool:
    return span.start <= day and (span.end is None or day < span.end)


def _natural(code: str) -> tuple[str, int]:
    stem, _, number = code.rpartition(".")
    return (stem, int(number)) if number.isdigit() else (code, 0)
