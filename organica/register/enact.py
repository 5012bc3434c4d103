"""Enacting: the only write of law. A filing becomes an entry and its rows in one transaction.

Takes a filing as a file gives it, or made in code under the same rules; returns the entry, or the entry that
said the same already, or refuses and changes nothing. `preview` shows beforehand, from the same fold, exactly
what would change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from organica.domain.errors import Unavailable
from organica.domain.external_ids import ExternalIdSpan, external_ids
from organica.domain.filings import Enacted, Filing, IdMapping, Withholding
from organica.domain.history import History, fold_together
from organica.domain.ids import Minter
from organica.domain.resolution import Resolution
from organica.files import refuse_what_no_file_may_say
from organica.ledger.canonical import digest, leaf
from organica.register.documents import as_recorded, document_of, nameless, opened
from organica.register.effect import Effect, effect_of, first_day_of
from organica.register.entry_into_force import with_computed_dates
from organica.register.family import Family, family_of, heirs_in, histories_of
from organica.register.held import held_in
from organica.register.holders import sealed
from organica.register.ports import (
    Appends,
    Disclosure,
    Entry,
    Head,
    ReadsLedger,
    ReadsTogether,
    SourceRecord,
    names_by_seal,
)
from organica.register.proposed import as_filed, folded_as, is_proposal, refuse_unknown_proposals
from organica.register.record import Touched, record
from organica.register.refusals import HeadMoved, SourceAlreadyEnacted
from organica.register.search.history import fill_search
from organica.register.sources import cited_records, judged_records, source_records
from organica.register.turn import turn, write
from organica.register.withholding import with_seals

Clock = Callable[[], datetime]
_TICK = timedelta(microseconds=1)


def utc_now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Preview:
    """What enacting would do, computed against the register at entry `head`.

    `already` is the index of the entry that says the same; then there are no effects. `sources` is what the
    register would say of the filing's source; `entry` and `disclosures` are what it would write now.
    """

    head: int
    filing: Filing
    effects: tuple[Effect, ...]
    already: int | None = None
    sources: tuple[SourceRecord, ...] = ()
    entry: Entry | None = None
    disclosures: tuple[Disclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What enacting did: `entry` holds the filing; `new` is false where it did so before."""

    entry: int
    new: bool
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A filing bound and sealed against one state of the register, with its document and what follows.

    `would_be`: what it orders, folded. For all but a proposal, after which all is as before, that is `after`.
    """

    filing: Filing
    document: bytes
    disclosures: Sequence[Disclosure]
    before: Mapping[str, History]
    after: Mapping[str, History]
    would_be: Mapping[str, History]
    organizations: tuple[str, ...]
    enacted: tuple[Enacted, ...]
    sources: tuple[SourceRecord, ...]
    external_ids: tuple[ExternalIdSpan, ...]

    def effects(self) -> tuple[Effect, ...]:
        """Return what changes, organization by organization and day by day; what would, for a proposal."""
        first = first_day_of(self.filing)
        own, *_ = self.organizations
        others = (code for code in sorted(self.would_be) if is_proposal(self.filing) and code != own)
        return tuple(
            effect
            for code in (*self.organizations, *others)
            for effect in effect_of(self.before[code], self.would_be[code], first)
        )


class DocumentDiffers(RuntimeError):
    """A document does not say what was folded: a fault of the codec, for which nothing is written."""


async def preview(register: ReadsTogether, filing: Filing) -> Preview:
    """Return what enacting the filing would change.

    Raises: what enacting would raise, for the same state of the register.
    """
    async with register.reading() as reads:
        return await preview_within(reads, filing)


async def preview_within(reads: ReadsLedger, filing: Filing) -> Preview:
    """Return what enacting the filing would change in the ledger that is read. Raises: as `preview`."""
    refuse_what_no_file_may_say(filing)
    head = await reads.head()
    family = await family_of(reads, filing.organization, heirs_in(filing))
    already = _already_there(family, filing)
    if already is not None:
        return Preview(head.index, filing, (), already)
    prepared = _prepare(family, filing, head.index + 1)
    return Preview(
        head=head.index,
        filing=prepared.filing,
        effects=prepared.effects(),
        sources=prepared.sources,
        entry=_entry(prepared, head, utc_now()),
        disclosures=tuple(prepared.disclosures),
    )


async def enact(
    register: Appends,
    filing: Filing,
    *,
    expected_head: int | None = None,
    clock: Clock = utc_now,
) -> Outcome:
    """Append the filing to the ledger and write what follows from it.

    `expected_head` is the head of the preview that a person confirmed.
    Raises: Refused (law, conflict or storage); then nothing was written.
    """
    # Whoever makes a filing in code meets the rules of a file here, before the register is locked.
    refuse_what_no_file_may_say(filing)
    async with register.writing() as writing:
        head = await writing.head()
        family = await family_of(writing, filing.organization, heirs_in(filing))
        already = _already_there(family, filing)
        if already is not None:
            return Outcome(already, new=False)
        if expected_head is not None and expected_head != head.index:
            raise HeadMoved(expected=expected_head, head=head.index)
        prepared = _prepare(family, filing, head.index + 1)
        if await writing.lacks_search():
            await fill_search(writing)
        entry = _entry(prepared, head, clock())
        await writing.append(entry, prepared.disclosures)
        for source in prepared.sources:
            await writing.keep_source(source)
        for organization in prepared.organizations:
            rows = await writing.rows(organization)
            for source in judged_records(prepared.before, prepared.after, prepared.enacted, rows.sources):
                await writing.keep_source(source)
            if len(family.organizations) > 1:
                history, known = prepared.after[organization], {each.source.key for each in rows.sources}
                for source in cited_records(history, known, prepared.enacted, entry.index):
                    await writing.keep_source(source)
            await write(writing, turn(rows, prepared.after[organization], entry.index))
        if isinstance(filing, IdMapping):
            await writing.keep_external_ids(filing.organization, prepared.external_ids)
        touched = [Touched(prepared.before[code], prepared.after[code]) for code in prepared.organizations]
        await record(writing, entry, touched)
        if isinstance(prepared.filing, Withholding):
            await writing.erase(prepared.filing.seals)
    if isinstance(prepared.filing, Withholding):
        # The names are gone. That their bytes may lie on for a while is no reason to say that they are not.
        with suppress(Unavailable):
            await register.scrub()
    return Outcome(entry.index, new=True, effects=prepared.effects())


def _already_there(family: Family, filing: Filing) -> int | None:
    """Return the entry that says the same. Raises: SourceAlreadyEnacted where it says otherwise."""
    held = held_in(family.enacted, family.names, filing)
    if held is not None and not held.same and isinstance(filing, Resolution):
        raise SourceAlreadyEnacted(source=filing.source.key, entry=held.entry)
    return held.entry if held else None


def _prepare(family: Family, filing: Filing, index: int) -> _Prepared:
    """Bind and fold the filing, as its document will say it, against what the register holds.

    Raises: what the fold refuses; DocumentDiffers.
    """
    dated = with_computed_dates(with_seals(filing, family), family.enacted)
    refuse_unknown_proposals(dated, family.enacted)
    closed, disclosures = sealed(dated, index)
    fresh = Enacted(index, folded_as(as_recorded(closed)))
    before = _folded.histories(family)
    after = fold_together(
        family.organizations,
        family.enacted,
        fresh=fresh,
        minter=Minter(family.codes),
        # A file may end an appointment that it makes itself: its own names open its own seals.
        names={**family.names, **names_by_seal(disclosures)},
    )
    folded = after[filing.organization].bound
    if folded is None:
        raise DocumentDiffers(filing.organization)
    bound = as_filed(folded, closed)
    document = document_of(bound)
    if opened(document).filing != nameless(bound):
        raise DocumentDiffers(filing.organization)
    after = {code: replace(history, bound=None) for code, history in after.items()}
    would_be, after = after, before if is_proposal(bound) else after
    _folded.keep(family.organizations, (*family.digests, digest(document)), after)
    touched = (filing.organization,) if is_proposal(bound) else _touched(filing, before, after)
    enacted = (*family.enacted, Enacted(index, bound))
    return _Prepared(
        filing=bound,
        document=document,
        disclosures=disclosures,
        before=before,
        after=after,
        would_be=would_be,
        organizations=touched,
        enacted=enacted,
        sources=source_records(family.enacted, family.entries, Enacted(index, bound), touched, after),
        external_ids=external_ids(filing.organization, enacted, after[filing.organization], index),
    )


def _touched(filing: Filing, before: Mapping[str, History], after: Mapping[str, History]) -> tuple[str, ...]:
    """Return the organizations that an entry touches: its own, its heirs, and where the answers change."""
    own, heirs = filing.organization, heirs_in(filing)
    others = sorted(code for code in after if code != own and (code in heirs or before[code] != after[code]))
    return (own, *others)


class _Folded:
    """The histories folded last: whoever enacts file after file, or a preview, has them as the next `before`.

    They are found by the digests of the documents that they were folded from, so they are the same in any
    register.
    """

    def __init__(self) -> None:
        self._last: tuple[tuple[str, ...], tuple[bytes, ...], dict[str, History]] | None = None

    def histories(self, family: Family) -> dict[str, History]:
        """Return the histories that the entries of a family make."""
        if self._last is not None and self._last[:2] == (family.organizations, family.digests):
            return self._last[2]
        histories = histories_of(family)
        self.keep(family.organizations, family.digests, histories)
        return histories

    def keep(
        self, organizations: tuple[str, ...], digests: tuple[bytes, ...], histories: dict[str, History]
    ) -> None:
        """Remember histories in place of those before."""
        self._last = organizations, digests, histories


_folded = _Folded()


def _entry(prepared: _Prepared, head: Head, now: datetime) -> Entry:
    """Return the entry; its instant never lies before that of the entry before."""
    index = head.index + 1
    recorded_at = now if head.recorded_at is None else max(now, head.recorded_at + _TICK)
    kind, organizations = prepared.filing.kind, prepared.organizations
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
