"""The write transaction: what enact and rebuild may change, and nothing else.

Takes entries, sources and versions; writes their rows on a connection that holds the register's lock. Made by
`Store.writing`. Entry, names and rows share the transaction: a crash leaves none of them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Column, Table, delete, insert, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db import tables
from db.changes import change_columns
from db.faults import translated
from db.packing import (
    Columns,
    external_id_columns,
    interval_columns,
    mention_columns,
    source_columns,
    version_columns,
)
from db.readings import TABLES, ReadTransaction
from db.searching import posting_columns, text_columns
from organica.domain.external_ids import ExternalIdSpan
from organica.domain.versions import Interval, Version
from organica.register.feed import RecordedChange
from organica.register.mentions import MentionSpan
from organica.register.ports import Disclosure, Entry, Head, OrganizationRows, SourceRecord
from organica.register.refusals import HeadMoved
from organica.register.search.ports import SearchTextRow
from organica.register.search.texts import SearchText

# Both engines bear far more parameters in one statement; PostgreSQL plans this many in milliseconds.
KEYS_PER_STATEMENT = 500
# Fewer are searched at once, whatever PostgreSQL takes them for.
MANY_TEXTS = 100
Key = TypeVar("Key")


class RowsNotCurrent(RuntimeError):
    """Rows were to be closed that are not current: a fault of the caller, which did not read them here."""


class WriteTransaction(ReadTransaction):
    """The port `Writing`: an open transaction that holds the register's head."""

    def __init__(self, connection: AsyncConnection, head: Head) -> None:
        super().__init__(connection)
        self._head = head
        self._uncounted_texts = 0
        self.broken = False

    async def append(self, entry: Entry, disclosures: Iterable[Disclosure]) -> None:
        """Append an entry with its names; its index must be the head's plus one.

        Raises: HeadMoved for another index; ValueError where it was recorded before the head, or in an
        unknown time zone.
        """
        if entry.index != self._head.index + 1:
            raise HeadMoved(head=self._head.index, expected=entry.index - 1)
        if entry.recorded_at.tzinfo is None:
            raise ValueError("recorded_at has no time zone")
        if self._head.recorded_at is not None and entry.recorded_at < self._head.recorded_at:
            raise ValueError("recorded_at is earlier than that of the entry before")
        row = {
            "index": entry.index,
            "kind": entry.kind.value,
            "document": entry.document,
            "digest": entry.digest,
            "leaf": entry.leaf,
            "recorded_at": entry.recorded_at,
        }
        touched = [
            {"entry": entry.index, "organization": organization, "place": place}
            for place, organization in enumerate(entry.organizations)
        ]
        await self._insert(tables.entry, [row])
        await self._insert(tables.entry_organization, touched)
        await self._insert(tables.disclosure, [_disclosure_columns(each) for each in disclosures])
        async with self._writing() as connection:
            head = update(tables.register_head).values(index=entry.index, recorded_at=entry.recorded_at)
            await connection.execute(head)
        self._head = Head(entry.index, entry.recorded_at)

    async def keep_source(self, record: SourceRecord) -> None:
        """Write the projection of a source."""
        await self._insert(tables.legal_source, [source_columns(record)])

    async def close(self, organization: str, rows: OrganizationRows, at: int) -> None:
        """Mark these current rows as no longer said from entry `at` on.

        Raises: RowsNotCurrent where one of them is closed already, or never was.
        """
        keys: dict[Table, list[tuple[Any, ...]]] = {}
        for row in rows.versions:
            version = row.version
            key: tuple[Any, ...] = (version.code, version.start, row.known.since)
            keys.setdefault(TABLES[version.noun], []).append(key)
        for interval in rows.intervals:
            key = (interval.interval.start, interval.known.since)
            keys.setdefault(tables.answer_interval, []).append(key)
        for mention in rows.mentions:
            span = mention.mention
            key = (span.function, span.start, mention.known.since, span.first)
            keys.setdefault(tables.mention, []).append(key)
        for table, to_close in keys.items():
            own = [column for column in table.primary_key.columns if column is not table.c.organization]
            for chunk in _chunks(to_close):
                await self._close(table, organization, chunk, at, own)

    async def insert(
        self,
        organization: str,
        versions: Iterable[Version],
        intervals: Iterable[Interval],
        mentions: Iterable[MentionSpan],
        at: int,
    ) -> None:
        """Insert rows that the register says from entry `at` on."""
        new: dict[Table, list[Columns]] = {}
        for version in versions:
            new.setdefault(TABLES[version.noun], []).append(version_columns(organization, version, at))
        new[tables.answer_interval] = [interval_columns(organization, each, at) for each in intervals]
        new[tables.mention] = [mention_columns(organization, each, at) for each in mentions]
        for table, rows in new.items():
            await self._insert(table, rows)

    async def close_texts(self, organization: str, texts: Sequence[SearchText], at: int) -> None:
        """Mark these current texts as no longer said from entry `at` on. Raises: RowsNotCurrent."""
        own = tables.search_text.c
        key = (own.code, own.field, own.in_force_day)
        for chunk in _chunks([(each.code, each.field.value, each.start) for each in texts]):
            await self._close(tables.search_text, organization, chunk, at, key)

    async def insert_texts(self, organization: str, texts: Sequence[SearchTextRow]) -> None:
        """Insert texts that can be searched, and those of their words that are not there yet."""
        new = {row.text.key: row.text for row in texts}
        own = tables.search_text.c
        for keys in _chunks(list(new)):
            known = select(own.text_key).where(own.organization == organization, own.text_key.in_(keys))
            async with self._writing() as connection:
                for key in await connection.scalars(known.distinct()):
                    del new[key]
        await self._insert(tables.search_text, [text_columns(organization, row) for row in texts])
        for chunk in _chunks(list(new.values())):
            words = [columns for text in chunk for columns in posting_columns(organization, text)]
            await self._insert(tables.search_posting, words)
        self._uncounted_texts += len(texts)
        if self._uncounted_texts >= MANY_TEXTS:
            self._uncounted_texts = 0
            await self._count_texts()

    async def _count_texts(self) -> None:
        """Let PostgreSQL see how the texts and their words are by now, as it does by itself a minute later.

        Until then it takes them for few, and a search of all organizations took 90 s instead of 0.4. Where it
        does so this very moment, nothing waits for it.
        """
        async with self._writing() as connection:
            if connection.dialect.name == "postgresql":
                texts, words = tables.search_text.name, tables.search_posting.name
                await connection.execute(text(f"ANALYZE (SKIP_LOCKED) {texts}, {words}"))

    async def clear_search(self) -> None:
        """Delete all texts that can be searched, and their words."""
        async with self._writing() as connection:
            for table in (tables.search_text, tables.search_posting):
                await connection.execute(delete(table))

    async def keep_external_ids(self, organization: str, ids: Sequence[ExternalIdSpan]) -> None:
        """Write what other systems call the things of an organization, in place of what was there."""
        table = tables.external_id
        async with self._writing() as connection:
            await connection.execute(delete(table).where(table.c.organization == organization))
        await self._insert(table, [external_id_columns(organization, each) for each in ids])

    async def erase(self, seals: Collection[str]) -> None:
        """Erase the names and salts behind these seals.

        SQLite overwrites what it deletes (`secure_delete`). PostgreSQL frees the room at its next VACUUM.
        """
        async with self._writing() as connection:
            await connection.execute(delete(tables.disclosure).where(tables.disclosure.c.seal.in_(seals)))

    async def append_changes(self, changes: Sequence[RecordedChange]) -> None:
        """Append changes to the feed; their numbers go on from its newest, which a trigger holds them to."""
        await self._insert(tables.change, [change_columns(change) for change in changes])

    async def set_turned_day(self, organization: str, day: date) -> None:
        """Keep the day up to which the clock has told what took effect in an organization."""
        turned = tables.turned_day
        setting = update(turned).where(turned.c.organization == organization).values(day=day)
        async with self._writing() as connection:
            known = (await connection.execute(setting)).rowcount
        if not known:
            await self._insert(turned, [{"organization": organization, "day": day}])

    async def clear_projections(self) -> None:
        """Delete all rows that can be derived from the ledger (never entries, disclosures or changes).

        TRUNCATE would be faster on PostgreSQL, but readers would see empty tables at once, even in a
        transaction that is older.
        """
        async with self._writing() as connection:
            for table in tables.PROJECTIONS:
                await connection.execute(delete(table))

    async def _close(
        self,
        table: Table,
        organization: str,
        keys: Sequence[tuple[Any, ...]],
        at: int,
        own_key: Sequence[Column[Any]],
    ) -> None:
        closing = (
            update(table)
            .where(table.c.organization == organization, table.c.known_until.is_(None))
            .where(tuple_(*own_key).in_(keys))
            .values(known_until=at)
        )
        async with self._writing() as connection:
            closed = (await connection.execute(closing)).rowcount
            if closed != len(keys):
                raise RowsNotCurrent(f"{table.name}: {len(keys)} rows to close, {closed} of them current")

    async def _insert(self, table: Table, rows: Sequence[Columns]) -> None:
        if rows:
            async with self._writing() as connection:
                await connection.execute(insert(table), rows)

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        """Give the connection, and remember a failure: what is then half done must not be committed."""
        try:
            with translated():
                yield self._connection
        except BaseException:
            self.broken = True
            raise


def _chunks(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    for first in range(0, len(keys), KEYS_PER_STATEMENT):
        yield keys[first : first + KEYS_PER_STATEMENT]


def _disclosure_columns(disclosure: Disclosure) -> Columns:
    return {
        "entry": disclosure.entry,
        "seal": disclosure.seal,
        "organization": disclosure.organization,
        "path": disclosure.path,
        "salt": disclosure.salt,
        "name": disclosure.name,
    }
