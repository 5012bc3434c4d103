"""Reading proposals: what is only proposed, what the structure would be with it, and what became of it.

Takes the reads of the register; returns proposals as an entry brought them in, and previews of them. Called
by consult. A preview folds in memory what the register knows together with one proposal; nothing of it is
kept in a row, so that no answer about what is in force can ever find it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from organica.domain.acts import Act, AmendProgramme, Rectify, StartProgramme, StateProgramme
from organica.domain.dates import LegalDate
from organica.domain.errors import Refused
from organica.domain.external_ids import external_ids
from organica.domain.filings import Enacted
from organica.domain.history import fold_together
from organica.domain.ids import Minter
from organica.domain.resolution import Resolution
from organica.domain.source import LegalSource, RelationKind, SourceNature
from organica.domain.versions import intervals, versions
from organica.register.archive import Archive
from organica.register.difference import StructureDiff, compared
from organica.register.documents import filing_of
from organica.register.family import Family, family_of, heirs_in
from organica.register.mentions import mentions
from organica.register.ports import (
    IntervalRow,
    Known,
    MentionRow,
    OrganizationRows,
    Reads,
    Row,
    SourceRecord,
)
from organica.register.proposed import folded_as
from organica.register.refusals import AmbiguousProposal
from organica.register.room import Kept, Room
from organica.register.sources import cited_records

MAX_PREVIEWS = 16
_OF_PROGRAMMES = AmendProgramme | StartProgramme | StateProgramme


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a source proposes, as its entry brought it in: bound, the names of persons sealed."""

    record: SourceRecord
    resolution: Resolution

    @property
    def organization(self) -> str:
        """Return the code of the organization that it is about."""
        return self.record.organization

    @property
    def entry(self) -> int:
        """Return the entry that brought it in."""
        return self.record.entry

    @property
    def source(self) -> LegalSource:
        """Return its source, which is no norm."""
        return self.record.source

    @property
    def key(self) -> str:
        """Return the key of its source, by which it is named."""
        return self.source.key

    @property
    def replaces(self) -> tuple[str, ...]:
        """Return the keys of the proposals in whose place it comes."""
        return self.resolution.replaces

    @property
    def day(self) -> date:
        """Return the day from which it is previewed: its own, or that on which it was made."""
        return self.source.in_force_from.earliest

    def acts(self) -> list[ProposedAct]:
        """Return its acts in their order, each with the reference that it has in its source."""
        return [
            ProposedAct(each.ref or str(place), each, each.in_force_from or self.source.in_force_from)
            for place, each in enumerate(self.resolution.acts, start=1)
        ]


@dataclass(frozen=True, slots=True)
class ProposedAct:
    """One act of a proposal, and from when it would be in force."""

    ref: str
    act: Act
    since: LegalDate


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a proposal, as known at an entry.

    `enacted_by`: the norms that say that they implement it. `replaced_by`: the proposals in its place.
    """

    enacted_by: tuple[SourceRecord, ...]
    replaced_by: tuple[SourceRecord, ...]


@dataclass(frozen=True, slots=True)
class WouldBe:
    """What the register would answer with a proposal in force: of any day, known at `known`.

    `archive` is None where the proposal can no longer apply, and `refusal` is then why.
    """

    proposal: Proposal
    known: int
    archive: Archive | None
    refusal: Refused | None

    @property
    def applies(self) -> bool:
        """Tell whether its acts can still take effect on what the register knows."""
        return self.archive is not None

    def held_bytes(self) -> int:
        """Return about what it takes in memory."""
        return self.archive.bytes if self.archive is not None else 0

    def let_go(self) -> None:
        """Hold nothing that can be derived again."""
        if self.archive is not None:
            self.archive.let_go()

    def against(self, in_force: Archive, day: date, known: int) -> StructureDiff | None:
        """Return what differs on a day from what is in force; None where it can no longer apply."""
        if self.archive is None:
            return None
        base, target = in_force.snapshot(day, known), self.archive.snapshot(day, self.known)
        return compared((in_force, base, known), (self.archive, target, self.known), (day, day))


class Proposals:
    """The proposals of a register, and the previews made last."""

    def __init__(self, register: Reads, room: Room) -> None:
        self._register = register
        self._room = room
        self._previews: Kept[tuple[str, str, int, frozenset[str]], WouldBe] = Kept(
            MAX_PREVIEWS, room, WouldBe.held_bytes, leaving=WouldBe.let_go
        )
        self._folding = asyncio.Lock()

    async def of(self, archive: Archive, known: int) -> list[Proposal]:
        """Return the proposals of an organization that the register knew at an entry, by entry."""
        records = [each for each in archive.sources_at(known).values() if each.source.proposal]
        return [await self._opened(each) for each in sorted(records, key=lambda record: record.entry)]

    async def named(self, key: str, known: int, organization: str | None = None) -> Proposal | None:
        """Return the proposal by a key, as known at an entry; None where there is none.

        One document may propose something in several organizations. Raises: AmbiguousProposal.
        """
        newest = {
            record.organization: record
            for record in await self._register.sources_named((key,))
            if record.entry <= known
            and record.source.proposal
            and organization in (None, record.organization)
        }
        if len(newest) > 1:
            raise AmbiguousProposal(proposal=key, organizations=tuple(sorted(newest)))
        return await self._opened(next(iter(newest.values()))) if newest else None

    async def _opened(self, record: SourceRecord) -> Proposal:
        entry = await self._register.entry(record.entry)
        filing = filing_of(entry) if entry is not None else None
        assert isinstance(filing, Resolution)  # noqa: S101  # The row of a source follows from its entry.
        return Proposal(record, filing)

    async def fate(self, proposal: Proposal, siblings: Sequence[Proposal], known: int) -> Fate:
        """Return what became of a proposal; `siblings` are all of its organization."""
        bearing = await self.bearing_on(proposal.key, known)
        return Fate(
            enacted_by=tuple(
                each
                for each in bearing
                if each.source.nature is SourceNature.NORM
                and any(
                    relation.kind is RelationKind.IMPLEMENTS and relation.target == proposal.key
                    for relation in each.source.relations
                )
            ),
            replaced_by=tuple(each.record for each in siblings if proposal.key in each.replaces),
        )

    async def bearing_on(self, key: str, known: int) -> list[SourceRecord]:
        """Return the sources that say what they do to another one, each once, as known at an entry."""
        found: dict[str, SourceRecord] = {}
        for record in await self._register.sources_bearing_on(key):
            if record.entry <= known:
                found[record.source.key] = record
        return sorted(found.values(), key=lambda record: record.source.key)

    async def preview(self, proposal: Proposal, archive: Archive, known: int) -> WouldBe:
        """Return what the register would answer with the proposal, which it knew at that entry."""
        family = await family_of(self._register, proposal.organization, heirs_in(proposal.resolution))
        norms = await self._norms(proposal, archive)
        entries = (*(each.entry for each in family.enacted), *(each.entry for each in norms))
        moved = max(entry for entry in entries if entry <= known)
        # A name that was withheld since must not be shown out of a preview made before.
        key = (proposal.organization, proposal.key, moved, frozenset(family.names))
        # One at a time: a fold takes all of a processor, and whoever waited finds it made.
        async with self._folding:
            made = self._previews.get(key)
            if made is None:
                made = await asyncio.to_thread(_folded, proposal, family, archive, moved, norms, self._room)
                self._previews.keep(key, made)
            return made

    async def _norms(self, proposal: Proposal, archive: Archive) -> list[SourceRecord]:
        """Return what the register says of the norms on which programmes rest, or would with the proposal."""
        acts = (each.to if isinstance(each, Rectify) else each for each in proposal.resolution.acts)
        of_programmes = (each for each in acts if isinstance(each, _OF_PROGRAMMES))
        named = {key for each in of_programmes for key in each.rests_on or ()} - {
            record.source.key for record in archive.norms
        }
        more = await self._register.sources_named(sorted(named)) if named else ()
        return [*archive.norms, *more]


def _folded(
    proposal: Proposal,
    family: Family,
    archive: Archive,
    known: int,
    norms: Sequence[SourceRecord],
    room: Room,
) -> WouldBe:
    """Fold what was known at an entry together with the proposal, as if that were enacted next."""
    enacted = [each for each in family.enacted if each.entry <= known]
    fresh = Enacted(known + 1, folded_as(proposal.resolution))
    code = proposal.organization
    try:
        history = fold_together(
            family.organizations, enacted, fresh=fresh, minter=Minter(family.codes), names=family.names
        )[code]
    except Refused as refusal:
        return WouldBe(proposal, known, None, refusal)
    since = Known(known)
    recorded = tuple(archive.sources_at(known).values())
    cited = cited_records(
        history, {each.source.key for each in recorded}, [*enacted, replace(fresh, entry=known)], known
    )
    rows = OrganizationRows(
        organization=code,
        versions=tuple(Row(version, since) for version in versions(history)),
        intervals=tuple(IntervalRow(interval, since) for interval in intervals(history)),
        sources=(*recorded, *cited),
        mentions=tuple(MentionRow(mention, since) for mention in mentions(history)),
        external_ids=external_ids(code, enacted, history),
        norms=tuple(each for each in norms if each.entry <= known),
    )
    return WouldBe(proposal, known, Archive(rows, family.names, known, proposal.key, room), None)
