"""Consulting: every read of the register.

Takes a question with its day and its state of knowledge; returns values of one snapshot. Called by
schema, REST and the command line. Holds a bounded cache of archives, none older than a second.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from organica.domain.refusals.proposals import UnknownProposal
from organica.domain.states import Noun
from organica.domain.statutory import Template
from organica.domain.vocabulary.concepts import Concept, Scheme
from organica.domain.vocabulary.lookup import Vocabularies
from organica.files.template_file import included_templates
from organica.files.vocabulary_file import included_vocabularies
from organica.register.acts_between import TakenAct, acts_of
from organica.register.archive import Archive
from organica.register.change_pages import ChangePage, change_page, newest_changes
from organica.register.difference import StructureDiff, difference
from organica.register.feed import EVERY_CHANGE, Wanted
from organica.register.kinship import (
    FunctionDestination,
    Kinship,
    departures,
    destination,
    inherited,
    kinship,
    organizations_tied,
)
from organica.register.known_at import KnownAt as KnownAt
from organica.register.newest import NewestEntry
from organica.register.ports import Reads, SourceRecord, names_by_seal
from organica.register.proposals import Proposal, Proposals
from organica.register.refusals import (
    BackwardInterval,
    UnitWithoutOrganization,
    UnknownEntry,
    UnknownFunction,
    UnknownOrganization,
    UnknownSource,
    UnknownUnit,
)
from organica.register.room import HELD_BYTES, Kept, Rank, Room
from organica.register.search.finding import SearchPage, search
from organica.register.search.places import Question
from organica.register.snapshot import Snapshot
from organica.register.views import FunctionVersion, UnitVersion
from organica.register.watching import note_feed, note_newest, note_today

MAX_ARCHIVES = 64
MAX_ACTS = 8


class Consult:
    """The reads of one process. `now` gives the present instant; tests set it.

    `vocabularies`, `templates`: what the process was given in place of the included ones. `held_bytes`: about
    how much memory may be taken by what is held of organizations for later readers.
    """

    def __init__(
        self,
        register: Reads,
        now: Callable[[], datetime] | None = None,
        vocabularies: Vocabularies | None = None,
        templates: Sequence[Template] | None = None,
        held_bytes: int = HELD_BYTES,
    ) -> None:
        self._register = register
        self._vocabularies = vocabularies
        self._templates = templates
        self._now = now or (lambda: datetime.now(UTC))
        self._newest = NewestEntry(self._read_head)
        self._room = Room(held_bytes)
        self._archives: Kept[str, Archive] = Kept(
            MAX_ARCHIVES, self._room, lambda archive: archive.bytes, Rank.ROWS, Archive.let_go
        )
        self._loading: dict[str, asyncio.Lock] = {}
        self._acts: Kept[tuple[str, int, int], _Acts] = Kept(MAX_ACTS, self._room, lambda acts: acts.bytes)
        self._acts_read = asyncio.Lock()
        self.proposals = Proposals(register, self._room)

    @property
    def vocabularies(self) -> Vocabularies:
        """Return the vocabularies. No answer that rests on them holds for ever: a new release adds terms."""
        note_newest()
        return self._vocabularies or included_vocabularies()

    @property
    def templates(self) -> Sequence[Template]:
        """Return the templates of statutory tables, by country and code.

        No answer that rests on them holds for ever: a portal changes its headers, and a release follows.
        """
        note_newest()
        return included_templates() if self._templates is None else self._templates

    def concept(self, scheme: Scheme, country: str, word: str | None) -> Concept | None:
        """Return the concept that a printed word means in a country; None where no vocabulary knows it."""
        return None if word is None else self.vocabularies.named(scheme, country, word)

    async def head(self, at_least: int = 0) -> int:
        """Return the index of the newest entry; at most a second old, and never going back.

        `at_least`: an index that a reader must see, which makes an older answer be read again.
        """
        return await self._newest.index(at_least)

    async def _read_head(self) -> int:
        return (await self._register.head()).index

    def followed(self) -> AbstractAsyncContextManager[None]:
        """Follow the register for as long as a block runs, so that readers need not wait for its head."""
        return self._newest.followed()

    async def known(self, known_at: KnownAt | None = None) -> int:
        """Return the entry that a state of knowledge means. Raises: UnknownEntry."""
        if known_at is None or known_at.instant is not None:
            note_newest()
        if known_at is None:
            return await self.head()
        if known_at.instant is not None:
            entry = await self._register.entry_known_at(known_at.instant)
        else:
            entry = known_at.entry or 0
        head = await self.head(at_least=entry)
        if not 0 <= entry <= head:
            raise UnknownEntry(entry=entry, head=head)
        return entry

    async def archive(self, organization: str, at_least: int = 0) -> Archive:
        """Return everything that the register said of an organization.

        `at_least`: an entry that the archive must have seen, which makes an older one be read again.
        Raises: UnknownOrganization, UnknownEntry where the register has no such entry.
        """
        head = await self.head(at_least)
        if head < at_least:
            raise UnknownEntry(entry=at_least, head=head)
        loading = self._loading.setdefault(organization, asyncio.Lock())
        async with loading:
            archive = self._archives.get(organization)
            if archive is None or archive.head < head:
                archive = self._keep(await self._load(organization))
        if archive.empty:
            self._archives.forget(organization)
            self._forget_locks()
            raise UnknownOrganization(organization=organization)
        return archive

    async def _load(self, organization: str) -> Archive:
        """Read an archive. Its head was read before its rows, which therefore lack nothing up to it."""
        head = self._newest.known
        names = names_by_seal(await self._register.disclosures(organization))
        return Archive(await self._register.rows(organization), names, head, room=self._room)

    def _keep(self, archive: Archive) -> Archive:
        """Hold an archive for later readers, and let those go that nobody asked for the longest.

        What nobody knows is not held, so that asking for it drives nothing out.
        """
        newest = self._archives.get(archive.organization) or archive
        if newest.head > archive.head or archive.empty:
            return newest
        self._archives.keep(archive.organization, archive)
        self._forget_locks()
        return archive

    def _forget_locks(self) -> None:
        """Let the locks of what is not held go. A locked one stays: a second would let two loads race."""
        for organization in [each for each in self._loading if each not in self._archives]:
            if not self._loading[organization].locked():
                del self._loading[organization]

    async def _asked(self, organization: str, known_at: KnownAt | None) -> tuple[Archive, int]:
        """Return the archive and the entry that a question is about: the one has seen the other."""
        known = await self.known(known_at)
        return await self.archive(organization, known), known

    async def organizations(self, known_at: KnownAt | None = None) -> Sequence[str]:
        """Return the codes of all organizations that the register knew, sorted. Raises: UnknownEntry."""
        return await self._register.organizations(await self.known(known_at))

    async def structure(
        self, organization: str, as_of: date | None = None, known_at: KnownAt | None = None
    ) -> Snapshot:
        """Return the structure of a day; today, in the organization's time zone, where none is given.

        Raises: UnknownOrganization, UnknownEntry.
        """
        archive, known = await self._asked(organization, known_at)
        return archive.snapshot(as_of or self.today(archive, known), known)

    def today(self, archive: Archive, known: int) -> date:
        """Return the present civil day where the organization is."""
        now = self._now()
        state = archive.snapshot(now.date(), known).organization
        zone = state.state.time_zone if state else None
        here = now.astimezone(ZoneInfo(zone or "UTC"))
        tomorrow = datetime.combine(here.date() + timedelta(days=1), time.min, here.tzinfo)
        note_today(tomorrow.astimezone(UTC))
        return here.date()

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        return self._now()

    async def unit(
        self, organization: str, unit: str, as_of: date | None = None, known_at: KnownAt | None = None
    ) -> UnitVersion | None:
        """Return a unit on a day; None where it is not in force then. Raises: UnknownUnit."""
        archive, known = await self._asked(organization, known_at)
        _must_have(archive, Noun.UNIT, unit, known)
        return archive.snapshot(as_of or self.today(archive, known), known).units.get(unit)

    async def unit_history(
        self, organization: str, unit: str, known_at: KnownAt | None = None
    ) -> list[UnitVersion]:
        """Return the versions of a unit. Raises: UnknownUnit."""
        archive, known = await self._asked(organization, known_at)
        _must_have(archive, Noun.UNIT, unit, known)
        return archive.unit_versions(unit, known)

    async def function_history(
        self, organization: str, function: str, known_at: KnownAt | None = None
    ) -> list[FunctionVersion]:
        """Return the versions of a function. Raises: UnknownFunction."""
        archive, known = await self._asked(organization, known_at)
        _must_have(archive, Noun.FUNCTION, function, known)
        return archive.function_versions(function, known)

    async def kinship(
        self,
        noun: Noun,
        organization: str,
        code: str,
        as_of: date | None = None,
        known_at: KnownAt | None = None,
    ) -> Kinship:
        """Return what an organization or a unit came out of, and what came out of it; today by default.

        Raises: UnknownOrganization, UnknownEntry.
        """
        archive, known = await self._asked(organization, known_at)
        snapshot = archive.snapshot(as_of or self.today(archive, known), known)
        others = await self._archives_of(organizations_tied(snapshot, noun, code), known)
        return kinship(snapshot, noun, code, known, {organization: archive, **others})

    async def function_destinations(
        self, organization: str, unit: str, known_at: KnownAt | None = None
    ) -> list[FunctionDestination]:
        """Return where each function went that a unit ever held and holds no more, or will hold no more.

        By the codes of the functions; empty for a unit that the register does not know.
        Raises: UnknownOrganization, UnknownEntry.
        """
        archive, known = await self._asked(organization, known_at)
        left = departures(archive, unit, known)
        ties = [inherited(archive, ended, known) for ended, following in left if following is None]
        heirs = {tie.successor_organization for tie in ties if tie and tie.successor_organization}
        archives = await self._archives_of(heirs, known)
        return [destination(archive, each, known, archives) for each in left]

    async def _archives_of(self, organizations: Iterable[str], known: int) -> dict[str, Archive]:
        """Return the archives of those organizations that the register has."""
        found: dict[str, Archive] = {}
        for organization in sorted(organizations):
            with suppress(UnknownOrganization):
                found[organization] = await self.archive(organization, known)
        return found

    async def diff(
        self, organization: str, base: date, target: date, known_at: KnownAt | None = None
    ) -> StructureDiff:
        """Return what changed from one day to another. Raises: BackwardInterval."""
        if target < base:
            raise BackwardInterval(base=base.isoformat(), target=target.isoformat())
        archive, known = await self._asked(organization, known_at)
        return difference(archive, base, target, known)

    async def acts(self, organization: str, known_at: KnownAt | None = None) -> list[TakenAct]:
        """Return every act that bears on an organization, in the order in which they take effect."""
        archive, known = await self._asked(organization, known_at)
        # The documents of the entries are read for it, and the archive tells which names may be shown.
        key = (organization, archive.head, known)
        async with self._acts_read:
            held = self._acts.get(key)
            if held is None:
                # They are made of about the same texts as the rows.
                held = _Acts(await acts_of(self._register, archive, known), archive.bytes)
                self._acts.keep(key, held)
        return held.acts

    async def changes(self, after: int, first: int, wanted: Wanted = EVERY_CHANGE) -> ChangePage:
        """Return the wanted changes of the feed after a number, `first` of them at most.

        Raises: UnknownChange, UnknownOrganization, UnknownUnit, UnitWithoutOrganization, BackwardInterval.
        """
        note_feed()
        start, end = wanted.effective_from, wanted.effective_until
        if start is not None and end is not None and end < start:
            raise BackwardInterval(base=start.isoformat(), target=end.isoformat())
        if wanted.organization is not None:
            archive, known = await self._asked(wanted.organization, None)
            if wanted.unit is not None:
                _must_have(archive, Noun.UNIT, wanted.unit, known)
        elif wanted.unit is not None:
            raise UnitWithoutOrganization(unit=wanted.unit)
        return await change_page(self._register, after, first, wanted)

    async def newest_changes(self, organization: str, most: int) -> ChangePage:
        """Return the newest changes of an organization, by number. Raises: UnknownOrganization."""
        note_feed()
        await self._asked(organization, None)
        return await newest_changes(self._register, most, Wanted(organization))

    async def search(
        self, question: Question, first: int, after: str | None = None, at_entry: int | None = None
    ) -> SearchPage:
        """Return what a question in plain words finds, `first` hits at most; see `search.finding`."""
        return await search(self, self._register, question, first, after, at_entry)

    async def sources(self, organization: str, known_at: KnownAt | None = None) -> list[SourceRecord]:
        """Return the legal sources of an organization in the order of their entries, as known then."""
        archive, known = await self._asked(organization, known_at)
        return sorted(archive.sources_at(known).values(), key=lambda record: record.entry)

    async def proposal(
        self, key: str, known_at: KnownAt | None = None, organization: str | None = None
    ) -> tuple[Proposal, Archive, int]:
        """Return a proposal by the key of its source, with its organization and the entry that was meant.

        Raises: UnknownProposal, AmbiguousProposal, UnknownEntry.
        """
        known = await self.known(known_at)
        found = await self.proposals.named(key, known, organization)
        if found is None:
            raise UnknownProposal(proposal=key)
        return found, await self.archive(found.organization, known), known

    async def source(self, key: str, known: int | None = None) -> SourceRecord:
        """Return a legal source by its key, as known at an entry. Raises: UnknownSource."""
        if known is None:
            note_newest()
        record = await self._register.source_named(key, known)
        if record is None:
            raise UnknownSource(source=key)
        return record


@dataclass(frozen=True, slots=True)
class _Acts:
    """Every act that bears on an organization, and about what they take in memory."""

    acts: list[TakenAct]
    bytes: int


def _must_have(archive: Archive, noun: Noun, code: str, known: int) -> None:
    """What was not yet known at an entry answers then like what never existed."""
    if archive.has(noun, code, known):
        return
    if noun is Noun.UNIT:
        raise UnknownUnit(organization=archive.organization, unit=code)
    raise UnknownFunction(organization=archive.organization, function=code)
