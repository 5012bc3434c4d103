"""What the connections are set to, because a transaction must mean the same on both engines."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from db import engine as engines
from db.engine import make_engine
from db.store import Store
from organica.register.refusals import StorageBusy
from tests.support.rows import an_entry


async def test_the_settings_of_sqlite(engine: AsyncEngine) -> None:
    if engine.dialect.name != "sqlite":
        return
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
    }
    async with engine.connect() as connection:
        for name, value in expected.items():
            assert await connection.scalar(text(f"PRAGMA {name}")) == value


async def test_the_settings_of_postgresql(engine: AsyncEngine) -> None:
    if engine.dialect.name != "postgresql":
        return
    expected = {
        (): ("UTC", "read committed", "off"),
        engines.reading: ("UTC", "repeatable read", "on"),
        engines.writing: ("UTC", "read committed", "off"),
    }
    for face, values in expected.items():
        async with (face(engine) if callable(face) else engine).connect() as connection:
            found = [
                await connection.scalar(text(f"SHOW {name}"))
                for name in ("timezone", "transaction_isolation", "transaction_read_only")
            ]
        assert tuple(found) == values


async def test_a_reader_sees_one_state_over_several_queries(store: Store, engine: AsyncEngine) -> None:
    count = text("SELECT count(*) FROM entry")
    async with engines.reading(engine).connect() as connection:
        assert await connection.scalar(count) == 0
        async with store.writing() as register:
            await register.append(an_entry(1), [])
        assert await connection.scalar(count) == 0
    assert (await store.head()).index == 1


async def test_a_statement_may_be_given_a_time(migrated_url: str) -> None:
    engine = make_engine(migrated_url, statement_timeout_s=0.05)
    store = Store(engine)
    try:
        if engine.dialect.name == "postgresql":
            async with engine.connect() as connection:
                assert await connection.scalar(text("SHOW statement_timeout")) == "50ms"
            blocker = make_engine(migrated_url)
            async with blocker.begin() as connection:
                await connection.execute(text("SELECT 1 FROM register_head FOR UPDATE"))
                with pytest.raises(StorageBusy):
                    async with store.writing():
                        pytest.fail("two writers hold the head")
            await blocker.dispose()
        assert (await store.head()).index == 0
    finally:
        await store.close()


async def test_a_new_file_that_another_writes_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE t (a)")
        other.execute("BEGIN IMMEDIATE")
        engine = make_engine(f"sqlite:///{path}")
        try:
            waiting = asyncio.create_task(_mode(engine))
            await asyncio.sleep(0.1)
            assert not waiting.done()
            other.execute("COMMIT")
            assert await waiting == "wal"
        finally:
            await engine.dispose()


async def test_a_new_file_that_another_does_not_let_go_is_refused_in_time(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE t (a)")
        other.execute("BEGIN IMMEDIATE")
        engine = make_engine(f"sqlite:///{path}", busy_timeout_s=0.05)
        try:
            with pytest.raises(StorageBusy):
                await Store(engine).head()
        finally:
            await engine.dispose()


async def _mode(engine: AsyncEngine) -> str:
    async with engine.connect() as connection:
        return str(await connection.scalar(text("PRAGMA journal_mode")))
