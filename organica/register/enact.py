"""Enacting: the only write of law. A resolution becomes an entry and its rows in one transaction.

Takes a resolution as a file gives it; returns the entry, or the entry that said the same already, or
refuses and changes nothing. `preview` shows beforehand, from the same fold, exactly what would change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from organica.domain.history import History, fold
from organica.domain.ids import Minter
from organica.domain.resolution import Enacted, Resolution
from organica.ledger.canonical import digest, leaf
from organica.register.documents import as_recorded, document_of, nameless, opened
from organica.register.effect import Effect, effect_of, first_day_of
from organica.register.held import held_in
from organica.register.holders import sealed
from organica.register.ports import (
    Appends,
    Disclosure,
    Entry,
    Head,
    Reads,
    ReadsTogether,
    SourceRecord,
    names_by_seal,
)
from organica.register.refusals import HeadMoved, SourceAlreadyEnacted
from organica.register.turn import turn, write

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
class _Known:
    """What the register holds of one organization before an entry."""

    enacted: Sequence[Enacted]
    codes: Sequence[str]
    names: Mapping[str, str]
    digests: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A resolution bound and sealed against one state of the register, with its document."""

    resolution: Resolution
    document: bytes
    disclosures: Sequence[Disclosure]
    before: History
    after: History

    def effects(self) -> tuple[Effect, ...]:
        """Return what changes, day by day."""
        return tuple(effect_of(self.before, self.after, first_day_of(self.resolution)))


class DocumentDiffers(RuntimeError):
    """A document does not say what was folded: a fault of the codec, for which nothing is written."""


async def preview(register: ReadsTogether, resolution: Resolution) -> Preview:
    """Return what enacting the resolution would change.

    Raises: what enacting would raise, for the same state of the register.
    """
    async with register.reading() as reads:
        head = await reads.head()
        known = await _known(reads, resolution.organization)
    already = _already_there(known, resolution)
    if already is not None:
        return Preview(head.index, resolution, (), already)
    prepared = _prepare(known, resolution, head.index + 1)
    return Preview(head.index, prepared.resolution, prepared.effects())


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
        known = await _known(writing, resolution.organization)
        already = _already_there(known, resolution)
        if already is not None:
            return Outcome(already, new=False)
        if expected_head is not None and expected_head != head.index:
            raise HeadMoved(expected=expected_head, head=head.index)
        prepared = _prepare(known, resolution, head.index + 1)
        entry = _entry(prepared, head, clock())
        await writing.append(entry, prepared.disclosures)
        await writing.keep_source(source_record(Enacted(entry.index, prepared.resolution)))
        rows = await writing.rows(resolution.organization)
        await write(writing, turn(rows, prepared.after, entry.index))
    return Outcome(entry.index, new=True, effects=prepared.effects())


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


async def _known(register: Reads, organization: str) -> _Known:
    """Read the entries and names of an organization, once each."""
    entries = await register.entries(organization)
    documents = [opened(entry.document) for entry in entries]
    return _Known(
        enacted=[
            Enacted(entry.index, each.resolution) for entry, each in zip(entries, documents, strict=True)
        ],
        codes=[code for each in documents for code in each.codes],
        names=names_by_seal(await register.disclosures(organization)),
        digests=tuple(digest(entry.document) for entry in entries),
    )


def _already_there(known: _Known, resolution: Resolution) -> int | None:
    """Return the entry that says the same. Raises: SourceAlreadyEnacted where it says otherwise."""
    key = resolution.source.key
    held = held_in(known.enacted, known.names, [resolution]).get(key)
    if held is not None and not held.same:
        raise SourceAlreadyEnacted(source=key, entry=held.entry)
    return held.entry if held else None


def _prepare(known: _Known, resolution: Resolution, index: int) -> _Prepared:
    """Bind and fold the resolution, as its document will say it, against what the register holds.

    Raises: what the fold refuses; DocumentDiffers.
    """
    organization = resolution.organization
    closed, disclosures = sealed(resolution, index)
    fresh = as_recorded(closed)
    before = _folded.history(organization, known)
    after = fold(
        organization,
        known.enacted,
        fresh=Enacted(index, fresh),
        minter=Minter(known.codes),
        names=known.names,
    )
    bound = replace(fresh, acts=after.bound)
    document = document_of(bound)
    if opened(document).resolution != nameless(bound):
        raise DocumentDiffers(resolution.source.key)
    _folded.keep(organization, (*known.digests, digest(document)), replace(after, bound=()))
    return _Prepared(bound, document, disclosures, before, after)


class _Folded:
    """The history folded last: whoever enacts file after file, or a preview, has it as the next `before`.

    It is found by the digests of the documents that it was folded from, so it is the same in any register.
    """

    def __init__(self) -> None:
        self._last: tuple[str, tuple[bytes, ...], History] | None = None

    def history(self, organization: str, known: _Known) -> History:
        """Return the history that the entries of an organization make."""
        if self._last is not None and self._last[:2] == (organization, known.digests):
            return self._last[2]
        history = fold(organization, known.enacted)
        self.keep(organization, known.digests, history)
        return history

    def keep(self, organization: str, digests: tuple[bytes, ...], history: History) -> None:
        """Remember a history in place of the one before."""
        self._last = organization, digests, history


_folded = _Folded()


def _entry(prepared: _Prepared, head: Head, now: datetime) -> Entry:
    """Return the entry; its instant never lies before that of the entry before."""
    index = head.index + 1
    recorded_at = now if head.recorded_at is None else max(now, head.recorded_at + _TICK)
    kind, organizations = prepared.resolution.kind, (prepared.resolution.organization,)
    hashed = digest(prepared.document)
    return Entry(
        index=index,
        kind=kind,
        organizations=organizations,
        document=prepared.document,
        digest=hashed,
        leaf=leaf(index, kind, organizations, recorded_at, hashed),
        recorded_at=recorded_at,
    )
