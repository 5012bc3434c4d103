"""Every read of the store, on whatever connection it is given.

Takes a connection inside a transaction; returns the values of the ports. Called by the store, which opens a
transaction for each call, and by the write transaction, which reads what it has written itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from sqlalchemy import ColumnElement, Select, Table, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from db import tables
from db.unpacking import Unpacking
from organica.domain.resolution import EntryKind
from organica.domain.structure import Noun
from organica.register.ports import Disclosure, Entry, Head, OrganizationRows, Row, SourceRecord

TABLES: Mapping[Noun, Table] = {
    Noun.ORGANIZATION: tables.organization_version,
    Noun.UNIT: tables.unit_version,
    Noun.FUNCTION: tables.function_version,
    Noun.POST: tables.post_version,
    Noun.APPOINTMENT: tables.appointment_version,
}
_NO_CHANGE = update(tables.register_head).values(id=1).where(tables.register_head.c.id == 0)
_HEAD = select(tables.register_head.c.index, tables.register_head.c.recorded_at)


class Readings:
    """The port `Reads`. A subclass says on which connection, and under which transaction."""

    def _reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Give a connection whose queries all see one state, with driver errors translated."""
        raise NotImplementedError

    async def head(self) -> Head:
        """Return the register's head; one small query."""
        async with self._reading() as connection:
            index, recorded_at = (await connection.execute(_HEAD)).one()
            return Head(index, recorded_at)

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
            return [Disclosure(*columns) for columns in await connection.execute(query)]

    async def organizations(self) -> Sequence[str]:
        """Return the codes of all organizations that an entry touches, sorted."""
        code = tables.entry_organization.c.organization
        async with self._reading() as connection:
            return (await connection.scalars(select(code).distinct().order_by(code))).all()

    async def rows(self, organization: str) -> OrganizationRows:
        """Return all rows of one organization, one query a table; empty when unknown.

        Versions come by noun, code, start and entry, intervals by start and entry, sources by entry.
        """
        unpacking = Unpacking()
        versions: list[Row] = []
        async with self._reading() as connection:
            for noun, table in TABLES.items():
                query = _of(table, organization).order_by(*table.primary_key.columns)
                versions += unpacking.versions(noun, (await connection.execute(query)).all())
            table = tables.answer_interval
            query = _of(table, organization).order_by(*table.primary_key.columns)
            intervals = unpacking.intervals((await connection.execute(query)).all())
            table = tables.legal_source
            query = _of(table, organization).order_by(table.c.entry, table.c.key)
            sources = [unpacking.source(columns) for columns in await connection.execute(query)]
        return OrganizationRows(organization, tuple(versions), tuple(intervals), tuple(sources))

    async def source_named(self, key: str) -> SourceRecord | None:
        """Return the source with this key, as its newest entry says it."""
        table = tables.legal_source
        query = select(table).where(table.c.key == key).order_by(table.c.entry.desc(), table.c.organization)
        async with self._reading() as connection:
            columns = (await connection.execute(query.limit(1))).one_or_none()
        return None if columns is None else Unpacking().source(columns)


async def lock_head(connection: AsyncConnection) -> Head:
    """Take the register's lock until the transaction ends, and return the head.

    SQLite took its lock at BEGIN and knows no FOR UPDATE, which SQLAlchemy leaves out there. But it lets a
    file that cannot be written begin, so a statement that changes no row asks before anybody works in vain.
    """
    if connection.dialect.name == "sqlite":
        await connection.execute(_NO_CHANGE)
    index, recorded_at = (await connection.execute(_HEAD.with_for_update())).one()
    return Head(index, recorded_at)


def _of(table: Table, organization: str) -> Select[tuple[object, ...]]:
    return select(*table.columns).where(table.c.organization == organization)


async def _entries(connection: AsyncConnection, where: ColumnElement[bool] | None) -> list[Entry]:
    entry, touched = tables.entry.c, tables.entry_organization.c
    query = select(
        entry.index, entry.kind, entry.document, entry.digest, entry.leaf, entry.recorded_at
    ).order_by(entry.index)
    pairs = select(touched.entry, touched.organization).order_by(touched.entry, touched.place)
    if where is not None:
        query = query.where(where)
        pairs = pairs.where(touched.entry.in_(select(entry.index).where(where)))
    found = (await connection.execute(query)).all()
    organizations: dict[int, list[str]] = {}
    for index, organization in await connection.execute(pairs):
        organizations.setdefault(index, []).append(organization)
    return [
        Entry(index, EntryKind(kind), tuple(organizations[index]), bytes(document), digest, leaf, recorded_at)
        for index, kind, document, digest, leaf, recorded_at in found
    ]
