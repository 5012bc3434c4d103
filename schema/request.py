"""One request: what it may read, and what it has read already.

Made by `execute` for each operation, and given to every field as its context. It loads each organization
once and fixes the register's head at its first question, so that one answer never mixes two states.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import TypeAlias

import strawberry

from organica.domain.ids import BadCode, organization_code
from organica.domain.source import LegalSource
from organica.register.acts_between import TakenAct
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.ports import SourceRecord
from organica.register.proposals import Proposal, WouldBe
from organica.register.refusals import UnknownOrganization, UnknownSource
from organica.register.search.finding import SearchPage
from organica.register.search.places import Question
from organica.register.watching import note_newest
from organica.register.work_list import Asked, WorkPage, work_list
from schema.budget import Budget

# What no key can be is not asked of the storage, which may refuse it in a way of its own (a NUL, for one).
_SOURCE_KEY = re.compile(r"[A-Za-z0-9./_-]{1,400}", re.ASCII)

# A search, or a work list, over all organizations takes as long as that many objects.
SEARCH_COSTS_OBJECTS = 100
# A proposal is folded together with all that an organization has.
PREVIEW_COSTS_OBJECTS = 100


class Request:
    """The reads of one operation."""

    def __init__(self, consult: Consult, budget: Budget) -> None:
        self.consult = consult
        self.budget = budget
        self._archives: dict[str, Archive] = {}
        self._known: dict[str, int] = {}
        self._organizations: dict[int, Sequence[str]] = {}
        self._sources: dict[str, LegalSource] = {}
        self._acts: dict[tuple[str, int], list[TakenAct]] = {}
        self._reading = asyncio.Lock()

    async def known(self, known_at: KnownAt | None = None) -> int:
        """Return the entry that a state of knowledge means. Raises: UnknownEntry."""
        if known_at is not None:
            return await self.consult.known(known_at)
        if "head" not in self._known:
            self._known.setdefault("head", await self.consult.known())
        return self._known["head"]

    async def archive(self, organization: str, known: int = 0) -> Archive | None:
        """Return what the register knows of an organization; None where it knows none by this code.

        `known`: an entry that the archive must have seen.
        """
        archive = self._archives.get(organization)
        if archive is None or archive.head < known:
            try:
                archive = await self.consult.archive(organization_code(organization), known)
            except (BadCode, UnknownOrganization):
                note_newest()  # It may come into the register.
                return None
            self._archives[organization] = archive
        return archive

    async def archive_of(self, organization: str, known: int = 0) -> Archive:
        """Return what the register knows of an organization that exists. Raises: UnknownOrganization."""
        archive = await self.archive(organization, known)
        if archive is None:
            raise UnknownOrganization(organization=organization)
        return archive

    async def organizations(self, known: int) -> Sequence[str]:
        """Return the codes of all organizations that the register knew at an entry, sorted; read once."""
        async with self._reading:
            if known not in self._organizations:
                self._organizations[known] = await self.consult.organizations(KnownAt(entry=known))
        return self._organizations[known]

    async def proposal(self, key: str, known: int, organization: str | None = None) -> Proposal | None:
        """Return a proposal by the key of its source, as known at an entry; None where there is none.

        Raises: AmbiguousProposal.
        """
        if not _SOURCE_KEY.fullmatch(key):
            return None
        async with self._reading:
            return await self.consult.proposals.named(key, known, organization)

    async def proposals(self, organization: str, known: int) -> list[Proposal]:
        """Return the proposals of an organization, as known at an entry."""
        archive = await self.archive_of(organization, known)
        async with self._reading:
            return await self.consult.proposals.of(archive, known)

    async def preview(self, proposal: Proposal, known: int) -> WouldBe:
        """Return what the register would answer with a proposal, one at a time.

        Raises: QueryTooCostly where the operation was stopped or previews too often.
        """
        archive = await self.archive_of(proposal.organization, known)
        async with self._reading:
            self.budget.charge(PREVIEW_COSTS_OBJECTS)
            return await self.consult.proposals.preview(proposal, archive, known)

    async def bearing_on(self, key: str, known: int) -> list[SourceRecord]:
        """Return the sources that say what they do to another one, as known at an entry."""
        async with self._reading:
            if self.budget.spent is not None:
                raise self.budget.spent
            return await self.consult.proposals.bearing_on(key, known)

    async def source_named(self, key: str) -> LegalSource | None:
        """Return a source by its key; None where no entry brought it in."""
        if not _SOURCE_KEY.fullmatch(key):
            return None
        try:
            return await self.source(key)
        except UnknownSource:
            return None

    async def source_said(self, key: str, entry: int) -> SourceRecord | None:
        """Return what an entry said of a source; None where it said nothing of it, or does not exist yet."""
        if not _SOURCE_KEY.fullmatch(key):
            return None
        if entry > await self.consult.head(at_least=entry):
            note_newest()  # It may come.
            return None
        async with self._reading:
            if self.budget.spent is not None:
                raise self.budget.spent
            try:
                record = await self.consult.source(key, entry)
            except UnknownSource:
                return None
        return record if record.entry == entry else None

    async def source(self, key: str) -> LegalSource:
        """Return a source as everybody who asks for it is shown it, whichever organization led there.

        Several organizations may register one source, each in its own words: the register decides which
        of them speak for the key. One question a key, one at a time, so that a request never takes more
        than one connection for them. Raises: UnknownSource; QueryTooCostly where the operation was stopped.
        """
        if key not in self._sources:
            async with self._reading:
                if self.budget.spent is not None:
                    raise self.budget.spent
                if key not in self._sources:
                    self._sources[key] = (await self.consult.source(key)).source
        return self._sources[key]

    async def acts(self, organization: str, known: int) -> list[TakenAct]:
        """Return every act that bears on an organization, as known at an entry; read once, one at a time.

        Raises: UnknownOrganization; QueryTooCostly where the operation was stopped.
        """
        key = (organization, known)
        if key not in self._acts:
            async with self._reading:
                if self.budget.spent is not None:
                    raise self.budget.spent
                if key not in self._acts:
                    self._acts[key] = await self.consult.acts(organization, KnownAt(entry=known))
        return self._acts[key]

    async def search(self, question: Question, first: int, after: str | None) -> SearchPage:
        """Return a page of what a question finds, one search at a time.

        Raises: what searching refuses; QueryTooCostly where the operation was stopped or searches too often.
        """
        async with self._reading:
            self.budget.charge(SEARCH_COSTS_OBJECTS)
            known = None if after is not None else await self.known(question.known_at)
            return await self.consult.search(question, first, after, known)

    async def work_list(self, asked: Asked, known: int, first: int, after: str | None) -> WorkPage:
        """Return a page of what is not known, one list at a time.

        Raises: UnknownOrganization, UnknownEntry; QueryTooCostly where the operation was stopped or asks for
        too many lists.
        """
        async with self._reading:
            self.budget.charge(SEARCH_COSTS_OBJECTS)
            return await work_list(self.consult, asked, known, first, after)


Info: TypeAlias = strawberry.Info[Request, None]
