"""Enacting: the only write of law. A resolution becomes an entry and its rows in one transaction.

Takes a resolution as a file gives it; returns the entry, or the entry that said the same already, or
refuses and changes nothing. `preview` shows beforehand, from the same fold, exactly what would change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from organica.domain.history import History, fold
from organica.domain.resolution import Enacted, Resolution
from organica.domain.versions import intervals, versions
from organica.ledger.canonical import digest, leaf
from organica.register.documents import document_of, enacted_in, minter_after
from organica.register.effect import Effect, effect_of
from organica.register.held import held
from organica.register.holders import sealed
from organica.register.ports import (
    Appends,
    Disclosure,
    Entry,
    Head,
    OrganizationRows,
    Reads,
    SourceRecord,
    Writing,
    names_by_seal,
)
from organica.register.refusals import HeadMoved, SourceAlreadyEnacted

Clock = Callable[[], datetime]
_TICK = timedelta(microseconds=1)


def utc_now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Preview:
    """What enacting would do, computed against the register at entry `head`.

    `already` is the index of the entry that says the same; then there are no effects.
    """

    head: int
    resolution: Resolution
    effects: tuple[Effect, ...]
    already: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What enacting did: `entry` holds the resolution; `new` is false where it did so before."""

    entry: int
    new: bool
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A resolution bound and sealed against one state of the register."""

    resolution: Resolution
    disclosures: Sequence[Disclosure]
    before: History
    after: History


async def preview(register: Reads, resolution: Resolution) -> Preview:
    """Return what enacting the resolution would change.

    Raises: what enacting would raise, for the same state of the register.
    """
    head = await register.head()
    already = await _already_there(register, resolution)
    if already is not None:
        return Preview(head.index, resolution, (), already)
    prepared = await _prepare(register, resolution, head.index + 1)
    effects = effect_of(prepared.before, prepared.after)
    return Preview(head.index, prepared.resolution, tuple(effects))


async def enact(
    register: Appends,
    resolution: Resolution,
    *,
    expected_head: int | None = None,
    clock: Clock = utc_now,
) -> Outcome:
    """Append the resolution to the ledger and write what follows from it.

    `expected_head` is the head of the preview that a person confirmed.
    Raises: Refused (law, conflict or storage); then nothing was written.
    """
    async with register.writing() as writing:
        head = await writing.head()
        already = await _already_there(writing, resolution)
        if already is not None:
            return Outcome(already, new=False)
        if expected_head is not None and expected_head != head.index:
            raise HeadMoved(expected=expected_head, head=head.index)
        prepared = await _prepare(writing, resolution, head.index + 1)
        entry = _entry(prepared.resolution, head, clock())
        await writing.append(entry, prepared.disclosures)
        await writing.keep_source(source_record(Enacted(entry.index, prepared.resolution)))
        await write_rows(writing, prepared.after, entry.index)
    return Outcome(entry.index, new=True, effects=tuple(effect_of(prepared.before, prepared.after)))


async def write_rows(writing: Writing, history: History, at: int) -> None:
    """Make the current rows say what the history says, from entry `at` on; what is equal stays."""
    current = await writing.rows(history.organization)
    wanted = set(versions(history))
    spans = set(intervals(history))
    kept = {row.version for row in current.versions if row.known.until is None}
    kept_spans = {row.interval for row in current.intervals if row.known.until is None}
    gone = OrganizationRows(
        organization=history.organization,
        versions=tuple(
            row for row in current.versions if row.known.until is None and row.version not in wanted
        ),
        intervals=tuple(
            row for row in current.intervals if row.known.until is None and row.interval not in spans
        ),
        sources=(),
    )
    await writing.close(history.organization, gone, at)
    new_spans = sorted(spans - kept_spans, key=lambda interval: interval.start)
    order = {version: index for index, version in enumerate(versions(history))}
    new = sorted(wanted - kept, key=order.__getitem__)
    await writing.insert(history.organization, new, new_spans, at)


def source_record(enacted: Enacted) -> SourceRecord:
    """Return the projection of the source that an entry brings in."""
    resolution = enacted.resolution
    return SourceRecord(
        organization=resolution.organization,
        entry=enacted.entry,
        source=resolution.source,
        evidence=resolution.evidence,
        doubts=resolution.doubts,
    )


async def _already_there(register: Reads, resolution: Resolution) -> int | None:
    """Return the entry that says the same. Raises: SourceAlreadyEnacted where it says otherwise."""
    [known] = await held(register, [resolution])
    if known is not None and not known.same:
        raise SourceAlreadyEnacted(source=resolution.source.key, entry=known.entry)
    return known.entry if known else None


async def _prepare(register: Reads, resolution: Resolution, index: int) -> _Prepared:
    """Bind and fold the resolution against what the register holds."""
    enacted = enacted_in(await register.entries(resolution.organization))
    names = names_by_seal(await register.disclosures(resolution.organization))
    closed, disclosures = sealed(resolution, index)
    before = fold(resolution.organization, enacted)
    after = fold(
        resolution.organization,
        enacted,
        fresh=Enacted(index, closed),
        minter=minter_after(enacted),
        names=names,
    )
    return _Prepared(replace(closed, acts=after.bound), disclosures, before, after)


def _entry(resolution: Resolution, head: Head, now: datetime) -> Entry:
    """Return the entry; its instant never lies before that of the entry before."""
    index = head.index + 1
    recorded_at = now if head.recorded_at is None else max(now, head.recorded_at + _TICK)
    organizations = (resolution.organization,)
    document = document_of(resolution)
    hashed = digest(document)
    return Entry(
        index=index,
        kind=resolution.kind,
        organizations=organizations,
        document=document,
        digest=hashed,
        leaf=leaf(index, resolution.kind, organizations, recorded_at, hashed),
        recorded_at=recorded_at,
    )
