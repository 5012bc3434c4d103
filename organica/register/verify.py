"""Verify: the ledger is what it was, and the rows are what the ledger says.

Takes the register and changes nothing: recomputes every digest, leaf and seal, replays the ledger in memory
and names what differs. Whatever the storage holds, the answer is a list of faults. Called by the command
line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from organica.domain.errors import Refused
from organica.domain.history import fold
from organica.domain.resolution import Enacted
from organica.ledger.canonical import digest, instant, leaf
from organica.ledger.sealing import seal
from organica.register.documents import resolution_of
from organica.register.enact import source_record
from organica.register.holders import holders_of
from organica.register.ports import (
    Disclosure,
    Entry,
    IntervalRow,
    OrganizationRows,
    Reads,
    ReadsTogether,
    Row,
    SourceRecord,
)
from organica.register.rebuild import Progress, by_organization
from organica.register.refusals import UnreadableRow
from organica.register.turn import no_rows, turn

# What opening or folding a document raises that was forged together with its digest and leaf.
_BAD_DOCUMENT = (Refused, ValueError, TypeError, LookupError, AttributeError)
_Name = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it must be: in an entry, in the rows of an organization, or in a table.

    `code` is one of: index_gap, bad_digest, bad_leaf, bad_document, clock_backwards, head_differs, bad_seal,
    rows_differ, act_no_longer_applies, unreadable_row.
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


@dataclass(slots=True)
class _Replay:
    """What the entries of one organization give: its rows in both times, its sources, its sealed names."""

    versions: list[Row] = field(default_factory=list)
    intervals: list[IntervalRow] = field(default_factory=list)
    sources: list[SourceRecord] = field(default_factory=list)
    names: set[_Name] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


async def verify(register: ReadsTogether, progress: Progress = _silent) -> Verification:
    """Recompute everything and return the faults.

    All is read in one transaction, so that an entry in between is no fault.
    Raises: Unavailable where the storage does not answer at all.
    """
    async with register.reading() as reads:
        try:
            entries = await reads.entries()
        except UnreadableRow as unreadable:
            return Verification(0, 0, (_unreadable(unreadable),))
        ledger = list(_entry_faults(entries))
        faults = [*ledger, *await _head_faults(reads, entries)]
        rows = 0
        if not ledger:
            rows, found = await _derived(reads, entries, progress)
            faults += found
    faults.sort(key=lambda fault: (fault.entry is None, fault.entry or 0))
    return Verification(len(entries), rows, tuple(faults))


def _unreadable(row: UnreadableRow, organization: str | None = None) -> Fault:
    return Fault(row.code, None, organization, row.sentence("en"))


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


async def _head_faults(reads: Reads, entries: Sequence[Entry]) -> list[Fault]:
    """Hold the head to the newest entry: the next one is numbered and dated after it."""
    try:
        head = await reads.head()
    except UnreadableRow as unreadable:
        return [_unreadable(unreadable)]
    newest = (entries[-1].index, entries[-1].recorded_at) if entries else (0, None)
    if (head.index, head.recorded_at) == newest:
        return []
    said, wanted = (
        f"{index} of {instant(at) if at else 'no time'}"
        for index, at in ((head.index, head.recorded_at), newest)
    )
    return [Fault("head_differs", None, None, f"the head is entry {said}; the newest is {wanted}")]


async def _derived(reads: Reads, entries: Sequence[Entry], progress: Progress) -> tuple[int, list[Fault]]:
    """Replay each organization that an entry or a row names; compare its rows, then all names."""
    touched = by_organization(entries)
    rows, of, steps = 0, sum(map(len, touched.values())), count(1)
    faults: list[Fault] = []
    names: set[_Name] = set()
    try:
        projected = await reads.projected_organizations()
    except UnreadableRow as unreadable:
        projected = ()
        faults.append(_unreadable(unreadable))
    for organization in sorted({*touched, *projected}):
        own = touched.get(organization, [])
        replay = _replay(organization, own, lambda: progress(next(steps), of))
        names |= replay.names
        faults += replay.faults
        try:
            stored = await reads.rows(organization)
        except UnreadableRow as unreadable:
            faults.append(_unreadable(unreadable, organization))
            continue
        rows += len(stored.versions) + len(stored.intervals)
        faults += [] if replay.faults else _row_faults(organization, stored, replay)
    try:
        disclosures = await reads.disclosures()
    except UnreadableRow as unreadable:
        return rows, [*faults, _unreadable(unreadable)]
    unopened = {fault.entry for fault in faults if fault.code == "bad_document"}
    faults += _name_faults([each for each in disclosures if each.entry not in unopened], names)
    return rows, faults


def _replay(organization: str, entries: Sequence[Entry], fold_done: Callable[[], None]) -> _Replay:
    """Open the entries of an organization once each; fold it after each of them, as enacting did."""
    replay = _Replay()
    known: list[Enacted] = []
    for entry in entries:
        try:
            known.append(_opened(entry))
            replay.names |= set(_names_in(known[-1]))
        except _BAD_DOCUMENT as error:
            replay.faults.append(Fault("bad_document", entry.index, organization, _words(error)))
    if replay.faults:
        return replay
    rows = no_rows(organization)
    for newest, each in enumerate(known, start=1):
        if each.resolution.organization == organization:
            replay.sources.append(source_record(each))
        try:
            turned = turn(rows, fold(organization, known[:newest]), each.entry)
        except _BAD_DOCUMENT as error:
            replay.faults.append(Fault("act_no_longer_applies", each.entry, organization, _words(error)))
            return replay
        for row in turned.gone.versions:
            replay.versions.append(replace(row, known=replace(row.known, until=each.entry)))
        for span in turned.gone.intervals:
            replay.intervals.append(replace(span, known=replace(span.known, until=each.entry)))
        rows = turned.current
        fold_done()
    replay.versions += rows.versions
    replay.intervals += rows.intervals
    return replay


def _opened(entry: Entry) -> Enacted:
    resolution = resolution_of(entry)
    if resolution.kind is not entry.kind or resolution.organization not in entry.organizations:
        raise ValueError("the document is of another kind or organization than its entry")
    return Enacted(entry.index, resolution)


def _words(error: Exception) -> str:
    return error.sentence() if isinstance(error, Refused) else f"{type(error).__name__}: {error}"


def _names_in(enacted: Enacted) -> Iterable[_Name]:
    for path, holder in holders_of(enacted.resolution):
        yield enacted.entry, enacted.resolution.organization, path, holder.seal or ""


def _name_faults(disclosures: Sequence[Disclosure], sealed: set[_Name]) -> Iterable[Fault]:
    """Hold every name to the seal in its entry's document. One that is not there was withheld: no fault."""
    for each in disclosures:
        opens = seal(each.salt, each.path, each.name) == each.seal
        if not opens or (each.entry, each.organization, each.path, each.seal) not in sealed:
            yield Fault("bad_seal", each.entry, each.organization, f"the name at {each.path}")


def _row_faults(organization: str, stored: OrganizationRows, replay: _Replay) -> Iterable[Fault]:
    """Compare what is stored with what the replay gives, row by row."""
    found_versions, wanted_versions = set(stored.versions), set(replay.versions)
    order = sorted(found_versions ^ wanted_versions, key=lambda row: (row.known.since, row.version.code))
    for row in order:
        place = f"{row.version.noun} {row.version.code} from {row.version.start}"
        yield _differs(organization, row.known.since, place, missing=row in wanted_versions)
    found_spans, wanted_spans = set(stored.intervals), set(replay.intervals)
    spans = sorted(found_spans ^ wanted_spans, key=lambda row: (row.known.since, row.interval.start))
    for span in spans:
        place = f"answer from {span.interval.start}"
        yield _differs(organization, span.known.since, place, missing=span in wanted_spans)
    found_sources, wanted_sources = set(stored.sources), set(replay.sources)
    for record in sorted(found_sources ^ wanted_sources, key=lambda record: record.entry):
        place = f"source {record.source.key}"
        yield _differs(organization, record.entry, place, missing=record in wanted_sources)


def _differs(organization: str, entry: int, place: str, *, missing: bool) -> Fault:
    side = "missing" if missing else "not in the ledger"
    return Fault("rows_differ", entry, organization, f"{place}: {side}")
