"""Rebuild and verify: the rows are what the ledger says, and the ledger is what it was.

`rebuild` derives every row anew from the entries. `verify` changes nothing: it recomputes every digest,
leaf and seal, replays the ledger in memory and names what differs. Called by the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from organica.domain.errors import Refused
from organica.domain.history import fold
from organica.domain.resolution import Enacted
from organica.domain.versions import Interval, Version, intervals, versions
from organica.ledger.canonical import digest, leaf
from organica.ledger.sealing import seal
from organica.register.documents import resolution_of
from organica.register.enact import source_record, write_rows
from organica.register.holders import holders_of
from organica.register.ports import Appends, Disclosure, Entry, Known, OrganizationRows, Reads

Progress = Callable[[int, int], None]
Thing = TypeVar("Thing", bound=Version | Interval)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it must be: in an entry, or in the rows of an organization.

    `code` is one of: index_gap, bad_digest, bad_leaf, bad_document, clock_backwards, bad_seal,
    rows_differ, act_no_longer_applies.
    """

    code: str
    entry: int | None
    organization: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` read and what it found wrong, the first faulty entry first."""

    entries: int
    rows: int
    faults: tuple[Fault, ...]


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


async def rebuild(register: Appends, progress: Progress = _silent) -> int:
    """Derive all rows anew from the ledger, in one transaction; return the number of entries."""
    async with register.writing() as writing:
        entries = await writing.entries()
        await writing.clear_projections()
        known: dict[str, list[Enacted]] = {}
        for done, entry in enumerate(entries, start=1):
            for organization, enacted in _replayed(entry, known):
                await writing.keep_source(source_record(enacted[-1]))
                await write_rows(writing, fold(organization, enacted), entry.index)
            progress(done, len(entries))
    return len(entries)


async def verify(register: Reads, progress: Progress = _silent) -> Verification:
    """Recompute everything and return the faults."""
    entries = await register.entries()
    disclosures = await register.disclosures()
    faults = [*_entry_faults(entries)]
    faults += _seal_faults(entries, disclosures) if not faults else []
    rows = 0
    if not faults:
        expected, faults = _replay(entries, progress)
        for organization in sorted({code for entry in entries for code in entry.organizations}):
            stored = await register.rows(organization)
            rows += len(stored.versions) + len(stored.intervals)
            faults += _row_faults(organization, stored, expected.get(organization, _Rows()))
    return Verification(len(entries), rows, tuple(faults))


def _entry_faults(entries: Sequence[Entry]) -> Iterable[Fault]:
    before: Entry | None = None
    for place, entry in enumerate(entries, start=1):
        if entry.index != place:
            yield Fault("index_gap", entry.index, None, f"expected entry {place}")
        if digest(entry.document) != entry.digest:
            yield Fault("bad_digest", entry.index, None, "the document is not what its digest says")
        header = leaf(entry.index, entry.kind, entry.organizations, entry.recorded_at, entry.digest)
        if header != entry.leaf:
            yield Fault("bad_leaf", entry.index, None, "the header is not what its leaf says")
        if before is not None and entry.recorded_at <= before.recorded_at:
            yield Fault("clock_backwards", entry.index, None, "recorded before the entry before it")
        before = entry


def _seal_faults(entries: Sequence[Entry], disclosures: Sequence[Disclosure]) -> list[Fault]:
    sealed: set[tuple[int, str, str]] = set()
    faults = []
    for entry in entries:
        try:
            held = list(holders_of(resolution_of(entry)))
        except (Refused, ValueError, KeyError) as fault:
            faults.append(Fault("bad_document", entry.index, None, str(fault)))
            continue
        sealed |= {(entry.index, path, holder.seal or "") for path, holder in held}
    for each in disclosures:
        opened = seal(each.salt, each.path, each.name)
        if opened != each.seal or (each.entry, each.path, each.seal) not in sealed:
            faults.append(Fault("bad_seal", each.entry, each.organization, f"the name at {each.path}"))
    return faults


@dataclass(slots=True)
class _Rows:
    """The rows that a replay gives: each with the entries between which the register said so."""

    versions: dict[tuple[Version, int], Known]
    intervals: dict[tuple[Interval, int], Known]

    def __init__(self) -> None:
        self.versions = {}
        self.intervals = {}


def _replay(entries: Sequence[Entry], progress: Progress) -> tuple[dict[str, _Rows], list[Fault]]:
    """Fold every organization after every entry that touches it, as enacting did."""
    known: dict[str, list[Enacted]] = {}
    rows: dict[str, _Rows] = {}
    for done, entry in enumerate(entries, start=1):
        try:
            for organization, enacted in _replayed(entry, known):
                history = fold(organization, enacted)
                held = rows.setdefault(organization, _Rows())
                _advance(held.versions, set(versions(history)), entry.index)
                _advance(held.intervals, set(intervals(history)), entry.index)
        except Refused as refusal:
            fault = Fault("act_no_longer_applies", entry.index, None, refusal.sentence())
            return rows, [fault]
        progress(done, len(entries))
    return rows, []


def _advance(rows: dict[tuple[Thing, int], Known], said: set[Thing], at: int) -> None:
    for (thing, since), known in list(rows.items()):
        if known.until is None:
            if thing in said:
                said.discard(thing)
            else:
                rows[thing, since] = replace(known, until=at)
    for thing in said:
        rows[thing, at] = Known(at)


def _row_faults(organization: str, stored: OrganizationRows, expected: _Rows) -> list[Fault]:
    faults = []
    found = {(row.version, row.known) for row in stored.versions}
    wanted = {(version, known) for (version, _), known in expected.versions.items()}
    for version, known in sorted(found ^ wanted, key=lambda pair: (pair[1].since, pair[0].code)):
        place = f"{version.noun} {version.code} from {version.start}"
        side = "missing" if (version, known) in wanted else "not in the ledger"
        faults.append(Fault("rows_differ", known.since, organization, f"{place}: {side}"))
    spans = {(row.interval, row.known) for row in stored.intervals}
    wanted_spans = {(interval, known) for (interval, _), known in expected.intervals.items()}
    for interval, known in sorted(spans ^ wanted_spans, key=lambda pair: (pair[1].since, pair[0].start)):
        side = "missing" if (interval, known) in wanted_spans else "not in the ledger"
        detail = f"answer from {interval.start}: {side}"
        faults.append(Fault("rows_differ", known.since, organization, detail))
    return faults


def _replayed(entry: Entry, known: dict[str, list[Enacted]]) -> Iterable[tuple[str, list[Enacted]]]:
    """Add one entry to what is known; yield each organization that it touches with all its entries."""
    enacted = Enacted(entry.index, resolution_of(entry))
    for organization in entry.organizations:
        known.setdefault(organization, []).append(enacted)
        yield organization, known[organization]
