"""Bring a database to the version that this release needs, or say that it is not there.

Takes an engine; changes the tables, or refuses. Called by `organica migrate`, by `serve --migrate` and, only
to ask, by every start. A database of a newer release is never touched.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import ColumnClause, Connection, column, inspect, select, table, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from db import engine as engines
from db.faults import translated
from db.revisions import SCRIPTS, known_revisions, newest_revision
from organica.register.refusals import DatabaseNewer, DatabaseNotMigrated

# Any number does, as long as every release uses the same one: it says "organica" in ASCII.
ADVISORY_LOCK = int.from_bytes(b"organica")
LOCK_TIMEOUT_S = 60
_ALEMBIC_POLL_S = 0.01
# Alembic keeps the migration that runs in module variables, so a process runs one at a time.
_alembic = threading.Lock()


async def migrate(engine: AsyncEngine) -> str:
    """Upgrade the database to the newest revision and return that; at once where it is there already.

    Two processes may start together: the second waits for the first, then finds nothing to do.
    Raises: DatabaseNewer, and subclasses of Unavailable where the storage does not serve.
    """
    wanted = newest_revision()
    if await current_revision(engine) == wanted:
        return wanted
    async with _one_at_a_time():
        with translated():
            async with engines.writing(engine).begin() as connection:
                await take_lock(connection)
                if await connection.run_sync(_revision) != wanted:
                    await connection.run_sync(_upgrade)
    return wanted


async def require_current(engine: AsyncEngine) -> None:
    """Refuse a database that this release cannot use as it is.

    Raises: DatabaseNotMigrated, DatabaseNewer, and subclasses of Unavailable.
    """
    found, wanted = await current_revision(engine), newest_revision()
    if found != wanted:
        raise DatabaseNotMigrated(found=found, wanted=wanted)


async def current_revision(engine: AsyncEngine) -> str | None:
    """Return the revision that the database is at; None before the first migration.

    Raises: DatabaseNewer where this release does not know it.
    """
    with translated():
        async with engines.reading(engine).connect() as connection:
            return await connection.run_sync(_revision)


async def take_lock(connection: AsyncConnection) -> None:
    """Let nobody else migrate until this transaction ends; SQLite has its lock since BEGIN IMMEDIATE."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT_S}s'"))
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: ColumnClause[str] = column("version_num")
    found = connection.scalars(select(version).select_from(table("alembic_version"))).all()
    unknown = sorted(set(found) - set(known_revisions()))
    if unknown:
        raise DatabaseNewer(found=", ".join(unknown))
    return found[0] if found else None


def _upgrade(connection: Connection) -> None:
    # Imported here only: most starts find the database migrated, and Alembic takes a fifth of a second.
    from alembic import command
    from alembic.config import Config

    config = Config()
    # The parser of configuration files would take a percent sign in the checkout's path for its own.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


@asynccontextmanager
async def _one_at_a_time() -> AsyncIterator[None]:
    """Hold the process's lock without blocking the event loop, whichever loops and threads there are."""
    while not _alembic.acquire(blocking=False):  # noqa: ASYNC110 (the holder may be in another loop)
        await asyncio.sleep(_ALEMBIC_POLL_S)
    try:
        yield
    finally:
        _alembic.release()
