"""The connections to the database, so set up that a transaction means the same on both engines.

Takes an address; returns an engine, and its two faces: `reading` (one consistent state for several queries)
and `writing` (a lock from the start). Called by the store, by migrate and by whoever starts the application.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from db.faults import translated
from db.urls import SQLITE, database_url, file_of, is_read_only

BUSY_TIMEOUT_S = 5.0
CONNECT_TIMEOUT_S = 10.0
THREAD_END_S = 1.0
_BUSY_POLL_S = 0.01
_WRITES = "organica_writes"


def make_engine(
    given: str, *, busy_timeout_s: float = BUSY_TIMEOUT_S, statement_timeout_s: float | None = None
) -> AsyncEngine:
    """Return the engine of a database; nothing is connected yet.

    The folder of a SQLite file is made. A writer waits `busy_timeout_s` for another one;
    `statement_timeout_s` bounds every statement on PostgreSQL.
    Raises: BadDatabaseUrl, StorageReadOnly or StorageOutOfReach where the folder cannot be made.
    """
    url = database_url(given)
    # Parameters carry names of persons and whole legal texts; neither belongs into messages and logs.
    if url.drivername == SQLITE:
        path = file_of(url)
        if path is not None:
            with translated():
                Path(path).parent.mkdir(parents=True, exist_ok=True)
        arguments: dict[str, Any] = {
            "timeout": busy_timeout_s,
            "isolation_level": None,
            "async_creator_fn": _open,
        }
        engine = create_async_engine(url, hide_parameters=True, connect_args=arguments)
        _begin_for_real(engine, read_only=is_read_only(url), busy_timeout_s=busy_timeout_s)
        return engine
    settings = {
        "application_name": "organica",
        "timezone": "UTC",
        "lock_timeout": str(int(busy_timeout_s * 1000)),
    }
    if statement_timeout_s is not None:
        settings["statement_timeout"] = str(int(statement_timeout_s * 1000))
    return create_async_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"timeout": CONNECT_TIMEOUT_S, "server_settings": settings},
    )


def reading(engine: AsyncEngine) -> AsyncEngine:
    """Return the engine for readers: all queries of one transaction see one state.

    SQLite gives that in WAL mode from the first query on. PostgreSQL gives it from REPEATABLE READ on, which
    costs a reader nothing and never fails for a transaction that only reads.
    """
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writing(engine: AsyncEngine) -> AsyncEngine:
    """Return the engine for writers, of which there is one at a time.

    SQLite takes its only write lock at BEGIN. On PostgreSQL the head's row is the lock: under READ COMMITTED
    every query after `SELECT … FOR UPDATE` sees what the writer before has committed. REPEATABLE READ would
    have to fail there, because its snapshot is older than the lock.
    """
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_WRITES: True})
    return engine.execution_options(isolation_level="READ COMMITTED")


async def _open(*arguments: Any, **options: Any) -> aiosqlite.Connection:
    """Open a file, and where that fails, see its thread off before the event loop may close.

    aiosqlite does not wait for it; a command that fails and ends at once would print a traceback of the
    thread after its own message.
    """
    connection = aiosqlite.connect(*arguments, **options)
    connection._thread.daemon = True
    try:
        return await connection
    except BaseException:
        connection._thread.join(THREAD_END_S)
        raise


def _begin_for_real(engine: AsyncEngine, *, read_only: bool, busy_timeout_s: float) -> None:
    """Let SQLAlchemy say BEGIN: Python's driver would not for reads and DDL.

    Source: SQLAlchemy's "Enabling Non-Legacy SQLite Transactional Modes"; `autocommit=False` needs Python
    3.12 and knows no IMMEDIATE.
    """

    @event.listens_for(engine.sync_engine, "connect")
    def set_up(connection: Any, record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA synchronous=FULL")
        # What is withheld leaves no trace in the file. Some builds of SQLite do so by themselves.
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.execute("PRAGMA journal_mode")
        if not read_only and cursor.fetchone()[0] != "wal":
            _write_ahead(connection, cursor, busy_timeout_s)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _write_ahead(connection: Any, cursor: Any, busy_timeout_s: float) -> None:
    """Turn on the write-ahead log, which the file remembers; a file that cannot be written stays readable.

    The change needs the whole file, and two connections that both read it and both want that would wait for
    each other: SQLite then says "busy" at once, without its own timeout. One of them asks again.
    """
    deadline = time.monotonic() + busy_timeout_s
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            code = error.sqlite_errorcode & 0xFF
            if code == sqlite3.SQLITE_READONLY:
                return
            if code != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            connection.run_async(lambda _driver: asyncio.sleep(_BUSY_POLL_S))
        else:
            return
