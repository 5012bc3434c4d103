"""One request: what it may read, and what it has read already.

Made by `execute` for each operation, and given to every field as its context. It loads each organization
once and fixes the register's head at its first question, so that one answer never mixes two states.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

import strawberry

from organica.domain.ids import BadCode, organization_code
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.ports import SourceRecord
from organica.register.refusals import UnknownOrganization, UnknownSource

# What no key can be is not asked of the storage, which may refuse it in a way of its own (a NUL, for one).
_SOURCE_KEY = re.compile(r"[A-Za-z0-9./_-]{1,400}", re.ASCII)


class Request:
    """The reads of one operation."""

    def __init__(self, consult: Consult) -> None:
        self.consult = consult
        self._archives: dict[str, Archive] = {}
        self._known: dict[str, int] = {}

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
                archive = await self.consult.archive(organization_code(organization))
            except (BadCode, UnknownOrganization):
                return None
            self._archives[organization] = archive
        return archive

    async def archive_of(self, organization: str, known: int = 0) -> Archive:
        """Return what the register knows of an organization that exists. Raises: UnknownOrganization."""
        archive = await self.archive(organization, known)
        if archive is None:
            raise UnknownOrganization(organization=organization)
        return archive

    async def organizations(self) -> Sequence[str]:
        """Return the codes of all organizations, sorted."""
        return await self.consult.organizations()

    async def source_named(self, key: str) -> SourceRecord | None:
        """Return a source by its key, and load its organization; None where no entry brought it in."""
        if not _SOURCE_KEY.fullmatch(key):
            return None
        try:
            record = await self.consult.source(key)
        except UnknownSource:
            return None
        await self.archive(record.organization, record.entry)
        return record

    def source(self, key: str) -> SourceRecord:
        """Return a source of an organization that this request has loaded."""
        return next(archive.sources[key] for archive in self._archives.values() if key in archive.sources)


Info: TypeAlias = strawberry.Info[Request, None]
