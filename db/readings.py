"""Every read of the store, on whatever connection it is given.

Takes a connection inside a transaction; returns the values of the ports. Called by the store, which opens a
transaction for each call, and by the write transaction, which reads what it has written itself.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db import changes, searching, tables
from db.faults import translated
from db.packing import canonical_json
from db.rows import Read, read
from db.unpacking import Unpacking, external_id, mention
from organica.domain.resolution import EntryKind
from organica.domain.states import Noun
from organica.register.feed import EVERY_CHANGE, RecordedChange, TurnedDay, Wanted
from organica.register.norms import norms_of
from organica.register.ports import Disclosure, Entry, Head, OrganizationRows, Row, SourceRecord
from organica.register.refusals import UnreadableRow
from organica.register.search.ports import FoundText, StoredText
from organica.register.search.texts import Posting, SearchField

TABLES: Mapping[Noun, Table] = {
    Noun.ORGANIZATION: tables.organization_version,
    Noun.UNIT: tables.unit_version,
    Noun.FUNCTION: tables.function_version,
    Noun.POST: tables.post_version,
    Noun.APPOINTMENT: tables.appointment_version,
    Noun.REFERENCE: tables.reference_version,
    Noun.LINEAGE: tables.lineage_version,
    Noun.PROGRAMME: tables.programme_version,
    Noun.INDICATOR: tables.indicator_version,
}
_NO_CHANGE = update(tables.register_head).values(id=1).where(tables.register_head.c.id == 0)
_SOURCES = (tables.legal_source.c.entry, tables.legal_source.c.key, tables.legal_source.c.organization)
_HEAD = select(tables.register_head.c.index, tables.register_head.c.recorded_at)


class Readings:
    """The port `Reads`. A subclass says on which connection, and under which transaction."""

    def _reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Give a connection whose queries all see one state, with driver errors translated."""
        raise NotImplementedError

    async def head(self) -> Head:
        """Return the register's head; one small query."""
        async with self._reading() as connection:
            return await read_head(connection)

    async def entry_known_at(self, instant: datetime) -> int:
        """Return the index of the newest entry recorded by then; 0 when there was none."""
        recorded_at, index = tables.entry.c.recorded_at, tables.entry.c.index
        newest = (
            select(index).where(recorded_at <= instant).order_by(recorded_at.desc(), index.desc()).limit(1)
        )
        async with self._reading() as connection:
            return (await connection.scalar(newest)) or 0

    async def entries(self, organization: str | None = None) -> Sequence[Entry]:
        """Return the entries (that touch an organization) in the order of their indices."""
        touched = tables.entry_organization
        of_it = select(touched.c.entry).where(touched.c.organization == organization)
        where = None if organization is None else tables.entry.c.index.in_(of_it)
        async with self._reading() as connection:
            return await _entries(connection, where)

    async def entry(self, index: int) -> Entry | None:
        """Return one entry."""
        async with self._reading() as connection:
            found = await _entries(connection, tables.entry.c.index == index)
        return found[0] if found else None

    async def disclosures(self, organization: str | None = None) -> Sequence[Disclosure]:
        """Return the names that may be shown, by entry and path."""
        names = tables.disclosure.c
        query = select(
            names.seal, names.entry, names.organization, names.path, names.salt, names.name
        ).order_by(names.entry, names.path, names.seal)
        if organization is not None:
            query = query.where(names.organization == organization)
        async with self._reading() as connection:
            return await read(connection, tables.disclosure, query, lambda columns: Disclosure(*columns))

    async def organizations(self, known: int | None = None) -> Sequence[str]:
        """Return the codes of all organizations that an entry (up to `known`) touches, sorted."""
        touched = tables.entry_organization.c
        query = select(touched.organization).distinct().order_by(touched.organization)
        if known is not None:
            query = query.where(touched.entry <= known)
        async with self._reading() as connection:
            return (await connection.scalars(query)).all()

    async def projected_organizations(self) -> Sequence[str]:
        """Return the codes of all organizations of which there are derived rows, sorted."""
        found: set[str] = set()
        async with self._reading() as connection:
            for table in tables.PROJECTIONS:
                for code in await connection.scalars(select(table.c.organization).distinct()):
                    if not isinstance(code, str):
                        raise UnreadableRow(table=table.name, key=str(code), cause="organization is no text")
                    found.add(code)
        return sorted(found)

    async def rows(self, organization: str) -> OrganizationRows:
        """Return all rows of one organization, one query a table; empty when unknown.

        Versions come by noun, code, start and entry, intervals by start and entry, sources by entry. The
        norms that programmes rest on are asked for only where there are any.
        """
        unpacking = Unpacking()
        versions: list[Row] = []
        async with self._reading() as connection:
            for noun, table in TABLES.items():
                query = _of(table, organization).order_by(*table.primary_key.columns)
                versions += await read(connection, table, query, unpacking.version(noun))
            table = tables.answer_interval
            query = _of(table, organization).order_by(*table.primary_key.columns)
            intervals = await read(connection, table, query, unpacking.interval)
            table = tables.legal_source
            query = _of(table, organization).order_by(table.c.entry, table.c.key)
            sources = await read(connection, table, query, unpacking.source)
            table = tables.mention
            query = _of(table, organization).order_by(*table.primary_key.columns)
            mentions = await read(connection, table, query, mention)
            table = tables.external_id
            query = _of(table, organization).order_by(table.c.known_from, *table.primary_key.columns)
            ties = await read(connection, table, query, external_id)
            norms = await _sources_named(connection, norms_of(row.version for row in versions))
        return OrganizationRows(
            organization,
            tuple(versions),
            tuple(intervals),
            tuple(sources),
            tuple(mentions),
            tuple(ties),
            tuple(norms),
        )

    async def source_named(self, key: str, known: int | None = None) -> SourceRecord | None:
        """Return the source with this key, as the newest entry (up to `known`) that brought it in says it."""
        table = tables.legal_source
        query = select(table).where(table.c.key == key).order_by(table.c.entry.desc(), table.c.organization)
        if known is not None:
            query = query.where(table.c.entry <= known)
        async with self._reading() as connection:
            found = await read(connection, table, query.limit(1), Unpacking().source)
        return found[0] if found else None

    async def sources_named(self, keys: Collection[str]) -> Sequence[SourceRecord]:
        """Return every record of the sources with these keys, by entry."""
        async with self._reading() as connection:
            return await _sources_named(connection, keys)

    async def sources_bearing_on(self, key: str) -> Sequence[SourceRecord]:
        """Return every record of the sources that say what they do to the one with this key, by entry."""
        table = tables.legal_source
        # The text of the column is canonical JSON; what LIKE finds beside the mark is left out below.
        named = table.c.relations.contains(f'"target":{canonical_json(key)}', autoescape=True)
        query = select(table).where(named).order_by(*_SOURCES)
        async with self._reading() as connection:
            found = await read(connection, table, query, Unpacking().source)
        return [each for each in found if any(to.target == key for to in each.source.relations)]

    async def newest_change(self) -> int:
        """Return the number of the newest change of the feed; 0 before the first."""
        async with self._reading() as connection:
            return await changes.newest(connection)

    async def changes(
        self, after: int = 0, limit: int | None = None, wanted: Wanted = EVERY_CHANGE
    ) -> Sequence[RecordedChange]:
        """Return the changes after a number, in the order of theirs; at most `limit` of them."""
        async with self._reading() as connection:
            return await changes.read_changes(connection, after, limit, wanted)

    async def turned_days(self, on: date, organization: str | None = None) -> Sequence[TurnedDay]:
        """Return up to which day each organization (or this one) was turned, by code."""
        async with self._reading() as connection:
            return await changes.read_turned_days(connection, on, organization)

    async def lacks_search(self) -> bool:
        """Tell whether there is something to search and this release has written no text of it."""
        async with self._reading() as connection:
            return await searching.lacks_search(connection)

    async def stored_texts(
        self, organization: str
    ) -> tuple[Sequence[StoredText], Mapping[str, Sequence[Posting]]]:
        """Return all texts of an organization that can be searched, and the words behind their keys."""
        async with self._reading() as connection:
            return await searching.read_stored(connection, organization)

    async def time_zones(self, on: date, known: int) -> Mapping[str, str]:
        """Return the time zones of the organizations that say one on a day, as known at an entry."""
        async with self._reading() as connection:
            return await searching.read_time_zones(connection, on, known)

    async def found_texts(
        self,
        stems: Collection[str],
        on: date,
        known: int,
        limit: int,
        beside: Collection[str] = (),
        fields: Collection[SearchField] = (),
    ) -> Sequence[FoundText]:
        """Return where words of these stems stand in texts of a day, `limit` of them at most, unordered."""
        async with self._reading() as connection:
            return await searching.read_found(connection, stems, on, known, limit, beside, fields)

    async def things_with_stems(
        self, stems: Collection[str], on: date, known: int
    ) -> Mapping[tuple[str, str], int]:
        """Return in how many things of each organization each stem stands, by organization and stem."""
        async with self._reading() as connection:
            return await searching.count_with_stems(connection, stems, on, known)

    async def things_searched(
        self, organizations: Collection[str], on: date, known: int
    ) -> Mapping[str, int]:
        """Return how many things with a text each of these organizations has on a day."""
        async with self._reading() as connection:
            return await searching.count_searched(connection, organizations, on, known)


class ReadTransaction(Readings):
    """Reads on one open connection: all of them see one state."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        with translated():
            yield self._connection


async def lock_head(connection: AsyncConnection) -> Head:
    """Take the register's lock until the transaction ends, and return the head.

    SQLite took its lock at BEGIN and knows no FOR UPDATE, which SQLAlchemy leaves out there. But it lets a
    file that cannot be written begin, so a statement that changes no row asks before anybody works in vain.
    """
    if connection.dialect.name == "sqlite":
        await connection.execute(_NO_CHANGE)
    return await _head(connection, _HEAD.with_for_update())


async def read_head(connection: AsyncConnection) -> Head:
    """Return the register's head. Raises: UnreadableRow."""
    return await _head(connection, _HEAD)


async def _head(connection: AsyncConnection, query: Select[tuple[Any, ...]]) -> Head:
    found = await read(connection, tables.register_head, query, lambda columns: Head(*columns))
    if not found:
        raise UnreadableRow(table=tables.register_head.name, key="1", cause="there is no such row")
    return found[0]


def _of(table: Table, organization: str) -> Select[tuple[Any, ...]]:
    return select(*table.columns).where(table.c.organization == organization)


async def _sources_named(connection: AsyncConnection, keys: Collection[str]) -> Sequence[SourceRecord]:
    if not keys:
        return ()
    table = tables.legal_source
    query = select(table).where(table.c.key.in_(sorted(keys))).order_by(*_SOURCES)
    return await read(connection, table, query, Unpacking().source)


async def _entries(connection: AsyncConnection, where: ColumnElement[bool] | None) -> list[Entry]:
    entry, touched = tables.entry.c, tables.entry_organization.c
    query = select(
        entry.index, entry.kind, entry.document, entry.digest, entry.leaf, entry.recorded_at
    ).order_by(entry.index)
    pairs = select(touched.entry, touched.organization, touched.place).order_by(touched.entry, touched.place)
    if where is not None:
        query = query.where(where)
        pairs = pairs.where(touched.entry.in_(select(entry.index).where(where)))
    organizations: dict[int, list[str]] = {}

    def note(columns: Read) -> None:
        index, organization, place = columns
        named = organizations.setdefault(index, [])
        if place != len(named):
            raise ValueError(f"it stands at place {place}, not {len(named)}")
        named.append(organization)

    def made(columns: Read) -> Entry:
        index, kind, document, hashed, leaf, recorded_at = columns
        named = tuple(organizations.pop(index, ()))
        return Entry(index, EntryKind(kind), named, document, hashed, leaf, recorded_at)

    await read(connection, tables.entry_organization, pairs, note)
    found = await read(connection, tables.entry, query, made)
    # Without its organizations an entry would silently be none of theirs, so nobody gets to see half of it.
    lonely = [str(each.index) for each in found if not each.organizations]
    stray = [f"{index} {named[0]}" for index, named in organizations.items()]
    for key in (*lonely, *stray):
        cause = "the entry touches no organization" if key in lonely else "there is no such entry"
        raise UnreadableRow(table=tables.entry_organization.name, key=key, cause=cause)
    return found
