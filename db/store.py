"""The register's storage: the ports `Reads` and `Appends` on SQLite and PostgreSQL.

Takes an engine whose database is migrated; gives every read, and one write transaction at a time. Made by the
application at its start, and by tests; handed to the use cases of `organica.register`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from db import engine as engines
from db.faults import translated
from db.readings import Readings, ReadTransaction, lock_head, read_head
from db.tables import disclosure
from db.writing import WriteTransaction
from organica.register.ports import Head


class Store(Readings):
    """Reads and writes one database; safe for any number of tasks of one event loop.

    `heads`: an engine of its own for reading the head, which then never waits for a connection of the others.
    """

    def __init__(self, engine: AsyncEngine, heads: AsyncEngine | None = None) -> None:
        self._engine = engine
        self._heads = heads
        self._head_readers = engines.reading(heads or engine)
        self._readers = engines.reading(engine)
        self._writers = engines.writing(engine)

    async def close(self) -> None:
        """Close every connection; the store is of no use afterwards."""
        await self._engine.dispose()
        if self._heads is not None:
            await self._heads.dispose()

    async def head(self) -> Head:
        """Return the register's head; one small query."""
        with translated():
            async with self._head_readers.connect() as connection:
                return await read_head(connection)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[WriteTransaction]:
        """Open a write transaction and take the lock on the register's head.

        Leaving it normally commits; leaving it by an exception rolls back and changes nothing.
        Raises: StorageReadOnly, StorageFull, StorageBusy, StorageOutOfReach, DatabaseNotMigrated.
        """
        async with AsyncExitStack() as stack:
            with translated():
                connection = await stack.enter_async_context(self._writers.connect())
                head = await lock_head(connection)
            transaction = WriteTransaction(connection, head)
            yield transaction
            # Whatever leaves the block before the commit closes the connection, and that rolls back.
            if transaction.broken:
                raise RuntimeError("A write failed in this transaction, so the rest of it is not committed.")
            with translated():
                await connection.commit()

    async def scrub(self) -> None:
        """Leave no trace of what was erased in the files: empty the write-ahead log, or vacuum the table.

        Readers of before hold either up; what is left then goes with the next checkpoint or vacuum.
        """
        with translated():
            if self._engine.dialect.name == "sqlite":
                async with self._engine.connect() as connection:
                    raw = await connection.get_raw_connection()
                    # A checkpoint has no place inside a transaction, which SQLAlchemy would begin.
                    driver: Any = raw.driver_connection
                    await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            else:
                alone = self._engine.execution_options(isolation_level="AUTOCOMMIT")
                async with alone.connect() as connection:
                    await connection.execute(text(f"VACUUM {disclosure.name}"))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[ReadTransaction]:
        """Open a transaction for several reads that all see one state of the storage."""
        async with AsyncExitStack() as stack:
            with translated():
                connection = await stack.enter_async_context(self._readers.connect())
            yield ReadTransaction(connection)

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        with translated():
            async with self._readers.connect() as connection:
                yield connection
