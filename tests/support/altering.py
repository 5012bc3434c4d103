"""Altering a register behind its back, as somebody can whom no trigger and no foreign key stops.

Takes the URL of a migrated database; gives an engine that carries out any statement. Called by the tests and
campaigns that ask whether verify finds what was altered.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import make_engine


@asynccontextmanager
async def administrator_of(url: str) -> AsyncIterator[AsyncEngine]:
    """Give the engine of an administrator; on SQLite it drops the guarding triggers for good."""
    engine = make_engine(url)
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine.sync_engine, "connect")
        def unguarded(connection: Any, record: object) -> None:
            cursor = connection.cursor()
            cursor.execute("PRAGMA foreign_keys=OFF")
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
            cursor.close()

    try:
        yield engine
    finally:
        await engine.dispose()


async def run(administrator: AsyncEngine, *statements: Any) -> int:
    """Carry out statements that a guard would refuse; return how many rows the last one touched."""
    async with administrator.begin() as connection:
        if administrator.dialect.name == "postgresql":
            await connection.execute(text("SET LOCAL session_replication_role = replica"))
        touched = 0
        for each in statements:
            touched = (await connection.execute(text(each) if isinstance(each, str) else each)).rowcount
    return touched
