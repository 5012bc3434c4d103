"""How much memory a process takes that is asked for every date of large bodies, with and without a bound.

Run by hand: `python -m benchmarks.memory [BODIES]` (8 by default). Prints one line a body for each bound: the
resident memory of a process of its own, what the room counts, and how long the readings took. The bodies are
made as rows in memory, with words of the first body in any order; storage and HTTP are not what is measured.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.search import FUNCTIONS, UNITS, body, say
from organica.domain.coverage import Coverage
from organica.domain.dates import LegalDate
from organica.domain.source import LegalSource
from organica.domain.states import UnitState
from organica.domain.versions import Interval, Version
from organica.register.archive import Archive
from organica.register.consult import MAX_ARCHIVES
from organica.register.ports import IntervalRow, Known, OrganizationRows, Row, SourceRecord
from organica.register.room import HELD_BYTES, Kept, Rank, Room
from organica.register.snapshot import Snapshot

DATES = 60
WITHOUT_BOUND = 10**12
_STATM = Path("/proc/self/statm")
_NORM = LegalSource("cl", "x", "decreto", "2020", LegalDate("2020-01-01"), number="1")


def archive_of(number: int, room: Room) -> Archive:
    """Return a body one unit of which is renamed DATES times."""
    code = f"cl.grande-{number}"
    versions = body(code, UNITS, FUNCTIONS, random.Random(number))  # noqa: S311 - nothing is secret here
    days = [date(2020 + at // 12, at % 12 + 1, 1) for at in range(DATES)]
    ends = [*days[1:], None]
    renamed = versions.pop(1)
    assert isinstance(renamed.state, UnitState)  # noqa: S101 - the second of them is the first unit
    for at, (day, end) in enumerate(zip(days, ends, strict=True)):
        state = replace(renamed.state, name=f"Unidad en su forma {at}")
        versions.append(Version(renamed.noun, renamed.code, day, end, state))
    intervals = [
        Interval(day, end, LegalDate(day.isoformat()), end and LegalDate(end.isoformat()), True, Coverage())
        for day, end in zip(days, ends, strict=True)
    ]
    rows = OrganizationRows(
        code,
        tuple(Row(each, Known(1)) for each in versions),
        tuple(IntervalRow(each, Known(1)) for each in intervals),
        (SourceRecord(code, 1, _NORM, None, ()),),
    )
    return Archive(rows, {}, 1, room=room)


def read_whole(snapshot: Snapshot) -> int:
    """Read everything of a snapshot that an answer may show; return how many functions it has."""
    found = 0
    for unit in snapshot.walk():
        found += sum(len(function.legal_basis) for function in unit.all_functions)
        _ = (unit.posts, unit.legal_basis, unit.children)
    _ = (snapshot.positions, snapshot.coordination)
    return found


def measure(bodies: int, max_bytes: int) -> None:
    """Read every date of all bodies, one body after another, and print what it takes."""
    room = Room(max_bytes)
    held: Kept[str, Archive] = Kept(
        MAX_ARCHIVES, room, lambda archive: archive.bytes, Rank.ROWS, Archive.let_go
    )
    bound = "without a bound" if max_bytes == WITHOUT_BOUND else f"within {max_bytes // 10**6} MB"
    say(f"{bound}: {resident_mb()} MB before")
    for number in range(1, bodies + 1):
        archive = held.keep(str(number), archive_of(number, room))
        begin = time.perf_counter()
        read = sum(read_whole(archive.snapshot(day, 1)) for day in archive.change_points(1))
        took = (time.perf_counter() - begin) * 1_000
        say(
            f"{bound}, {number} bodies of {UNITS} units and {FUNCTIONS} functions on {DATES} dates "
            f"({read} read): {resident_mb()} MB resident, {room.bytes // 10**6} MB counted, {took:.0f} ms"
        )


def resident_mb() -> int:
    """Return the resident memory of this process in megabytes."""
    return int(_STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 10**6


def main() -> None:
    """Measure in a process for each bound, so that none inherits the memory of another."""
    bodies = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    context = multiprocessing.get_context("spawn")
    for max_bytes in (WITHOUT_BOUND, HELD_BYTES):
        process = context.Process(target=measure, args=(bodies, max_bytes))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
