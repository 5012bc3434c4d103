"""What the register asks of its storage. `db` implements it; tests run it on both engines.

Readers receive `Reads`; preview and verify, which ask several questions of one state, `ReadsTogether`;
only enact, turn_day and rebuild receive `Appends`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from organica.domain.external_ids import ExternalIdSpan
from organica.domain.resolution import DoubtNote, EntryKind, SourceContents
from organica.domain.source import Evidence, LegalSource
from organica.domain.versions import Interval, Version
from organica.register.feed import EVERY_CHANGE, RecordedChange, TurnedDay, Wanted
from organica.register.mentions import MentionSpan
from organica.register.search.ports import ReadsSearch, WritesSearch


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the ledger, as it stands for ever.

    `document` is RFC 8785 JSON; `digest` its SHA-256; `leaf` the RFC 6962 leaf hash over the entry's
    header (index, kind, organizations, recorded_at, digest). Hashes are 32 bytes. `recorded_at` is UTC
    and never earlier than that of the entry before. Indices count from 1 without gaps.
    """

    index: int
    kind: EntryKind
    organizations: tuple[str, ...]
    document: bytes
    digest: bytes
    leaf: bytes
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A person's name and its salt, beside the entry whose document holds only the seal.

    `seal` is the hexadecimal SHA-256 of RFC 8785 `[salt, path, name]`; `path` says where in the
    document it stands. A withheld name leaves no row.
    """

    seal: str
    entry: int
    organization: str
    path: str
    salt: str
    name: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A legal source as an entry brought it in, with what shows it and the doubts that were settled.

    `contents`: why the register has not all that it orders; None where nothing says that it has not.
    `invalid`: it never was, because every act that it had was invalidated.
    """

    organization: str
    entry: int
    source: LegalSource
    evidence: Evidence | None
    doubts: tuple[DoubtNote, ...]
    contents: SourceContents | None = None
    invalid: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """From which entry on the register has said so, and from which on it no longer does."""

    since: int
    until: int | None = None

    def at(self, entry: int) -> bool:
        """Tell whether the register said so when `entry` was its newest."""
        return self.since <= entry and (self.until is None or entry < self.until)


@dataclass(frozen=True, slots=True)
class Row:
    """One version in both times: the law's days inside it, the register's knowledge beside it."""

    version: Version
    known: Known


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """One answer's days in both times."""

    interval: Interval
    known: Known


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One mention in both times."""

    mention: MentionSpan
    known: Known


@dataclass(frozen=True, slots=True)
class OrganizationRows:
    """Everything that the register ever said of one organization, names apart, in both times.

    `norms`: what it said, for any organization, of the norms that programmes here rest on; it follows from
    the versions and the sources, and is read, never written.
    """

    organization: str
    versions: tuple[Row, ...]
    intervals: tuple[IntervalRow, ...]
    sources: tuple[SourceRecord, ...]
    mentions: tuple[MentionRow, ...] = ()
    external_ids: tuple[ExternalIdSpan, ...] = ()
    norms: tuple[SourceRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry: its index (0 before the first) and when it was recorded."""

    index: int
    recorded_at: datetime | None


class ReadsLedger(Protocol):
    """What the fold needs: the entries and the names that may be shown beside them."""

    async def head(self) -> Head:
        """Return the register's head; one small query."""
        ...

    async def entries(self, organization: str | None = None) -> Sequence[Entry]:
        """Return the entries (that touch an organization) in the order of their indices."""
        ...

    async def disclosures(self, organization: str | None = None) -> Sequence[Disclosure]:
        """Return the names that may be shown."""
        ...


class Reads(ReadsLedger, ReadsSearch, Protocol):
    """What every reader may ask. Each call sees one consistent state of the storage.

    Raises: UnreadableRow where a row does not say what the register wrote; other subclasses of Unavailable
    where the storage does not answer.
    """

    async def entry_known_at(self, instant: datetime) -> int:
        """Return the index of the newest entry recorded by then; 0 when there was none."""
        ...

    async def entry(self, index: int) -> Entry | None:
        """Return one entry."""
        ...

    async def organizations(self, known: int | None = None) -> Sequence[str]:
        """Return the codes of all organizations that an entry (up to `known`) touches, sorted."""
        ...

    async def rows(self, organization: str) -> OrganizationRows:
        """Return all rows of one organization, in a few set-based queries; empty when unknown."""
        ...

    async def projected_organizations(self) -> Sequence[str]:
        """Return the codes of all organizations of which there are derived rows, sorted."""
        ...

    async def source_named(self, key: str, known: int | None = None) -> SourceRecord | None:
        """Return the source with this key, as the newest entry that brought it in says it.

        `known`: the newest entry that may be heard, so that the answer for it stays what it was when
        another organization enacts the same source later.
        """
        ...

    async def sources_named(self, keys: Collection[str]) -> Sequence[SourceRecord]:
        """Return every record of the sources with these keys, by entry."""
        ...

    async def sources_bearing_on(self, key: str) -> Sequence[SourceRecord]:
        """Return every record of the sources that say what they do to the one with this key, by entry."""
        ...

    async def newest_change(self) -> int:
        """Return the number of the newest change of the feed; 0 before the first."""
        ...

    async def changes(
        self, after: int = 0, limit: int | None = None, wanted: Wanted = EVERY_CHANGE
    ) -> Sequence[RecordedChange]:
        """Return the changes after a number, in the order of theirs; at most `limit` of them.

        What is committed later has a higher number, so whoever goes on after the last one that it has
        read misses none and meets none twice.
        """
        ...

    async def turned_days(self, on: date, organization: str | None = None) -> Sequence[TurnedDay]:
        """Return up to which day each organization (or this one) was turned, by code.

        `on`: the day whose time zone is meant.
        """
        ...


class ReadsTogether(Reads, Protocol):
    """Reads that can also be asked together: what verify and preview receive."""

    def reading(self) -> AbstractAsyncContextManager[Reads]:
        """Open a transaction for several reads that all see one state of the storage."""
        ...


class Writing(Reads, WritesSearch, Protocol):
    """An open write transaction that holds the register's head; reads inside it see its own writes."""

    async def append(self, entry: Entry, disclosures: Iterable[Disclosure]) -> None:
        """Append an entry with its names; its index must be the head's plus one."""
        ...

    async def keep_source(self, record: SourceRecord) -> None:
        """Write the projection of a source."""
        ...

    async def keep_external_ids(self, organization: str, ids: Sequence[ExternalIdSpan]) -> None:
        """Write what other systems call the things of an organization, in place of what was there."""
        ...

    async def erase(self, seals: Collection[str]) -> None:
        """Erase the names and salts behind these seals for good."""
        ...

    async def close(self, organization: str, rows: OrganizationRows, at: int) -> None:
        """Mark these current rows as no longer said from entry `at` on."""
        ...

    async def insert(
        self,
        organization: str,
        versions: Iterable[Version],
        intervals: Iterable[Interval],
        mentions: Iterable[MentionSpan],
        at: int,
    ) -> None:
        """Insert rows that the register says from entry `at` on."""
        ...

    async def append_changes(self, changes: Sequence[RecordedChange]) -> None:
        """Append changes to the feed; their numbers go on from its newest."""
        ...

    async def set_turned_day(self, organization: str, day: date) -> None:
        """Keep the day up to which the clock has told what took effect in an organization."""
        ...

    async def clear_projections(self) -> None:
        """Delete all rows that can be derived from the ledger (never entries, disclosures or changes)."""
        ...


class Appends(ReadsTogether, Protocol):
    """What enact, turn_day and rebuild receive."""

    async def scrub(self) -> None:
        """Leave no trace of erased names in the storage's files, as far as readers let it."""
        ...

    def writing(self) -> AbstractAsyncContextManager[Writing]:
        """Open a write transaction and take the lock on the register's head.

        Leaving it normally commits; leaving it by an exception rolls back and changes nothing.
        Raises: subclasses of Unavailable (storage read-only, full, busy, out of reach).
        """
        ...


def names_by_seal(disclosures: Iterable[Disclosure]) -> Mapping[str, str]:
    """Return the names that may be shown, by their seals."""
    return {disclosure.seal: disclosure.name for disclosure in disclosures}
