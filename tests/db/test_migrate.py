"""Migrations run for real on both engines, once, and leave exactly the tables that the store uses."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import make_engine
from db.migrate import current_revision, migrate, require_current
from db.revisions import known_revisions, newest_revision
from db.store import Store
from db.tables import metadata
from organica.register.refusals import DatabaseNewer, DatabaseNotMigrated

CHECKOUT = Path(__file__).parents[2]


async def test_an_empty_database_is_migrated_and_a_second_time_changes_nothing(empty: AsyncEngine) -> None:
    assert await current_revision(empty) is None
    assert await migrate(empty) == newest_revision()
    assert await migrate(empty) == newest_revision()
    await require_current(empty)
    assert (await Store(empty).head()).index == 0


async def test_several_calls_at_once_migrate_once(database_url: str) -> None:
    engines = [make_engine(database_url) for _ in range(4)]
    try:
        found = await asyncio.gather(*(migrate(engine) for engine in engines))
        assert found == [newest_revision()] * 4
    finally:
        for engine in engines:
            await engine.dispose()


def test_several_processes_that_start_at_once_all_find_the_database_migrated(database_url: str) -> None:
    program = (
        "import asyncio, os\n"
        "from db.engine import make_engine\n"
        "from db.migrate import migrate\n"
        "async def main():\n"
        "    engine = make_engine(os.environ['URL'])\n"
        "    print(await migrate(engine))\n"
        "    await engine.dispose()\n"
        "asyncio.run(main())\n"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=CHECKOUT,
            env={**os.environ, "URL": database_url},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(3)
    ]
    assert [process.communicate()[0] for process in started] == [f"{newest_revision()}\n"] * 3


async def test_a_migration_that_fails_leaves_the_database_empty(empty: AsyncEngine) -> None:
    async with empty.begin() as connection:
        # A table in the way stops the migration in its middle.
        await connection.execute(text("CREATE TABLE post_version (own int)"))
    with pytest.raises(DBAPIError):
        await migrate(empty)
    async with empty.connect() as connection:
        assert await connection.run_sync(lambda plain: inspect(plain).get_table_names()) == ["post_version"]


async def test_the_tables_in_code_are_those_that_the_migrations_make(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []


async def test_a_column_that_the_migrations_lack_is_noticed(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("ALTER TABLE unit_version DROP COLUMN objective"))
        assert [difference[0] for difference in await connection.run_sync(_differences)] == ["add_column"]


async def test_every_text_column_on_postgresql_sorts_by_code_point(engine: AsyncEngine) -> None:
    if engine.dialect.name == "postgresql":
        async with engine.connect() as connection:
            other = await connection.execute(
                text(
                    "SELECT table_name, column_name FROM information_schema.columns "
                    "WHERE table_schema = 'public' AND data_type IN ('text', 'character varying') "
                    "AND collation_name IS DISTINCT FROM 'C' AND table_name <> 'alembic_version'"
                )
            )
            assert other.all() == []


async def test_a_database_of_a_newer_release_is_refused_and_not_touched(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for use in (migrate, require_current):
        with pytest.raises(DatabaseNewer) as refusal:
            await use(engine)
        assert refusal.value.facts == {"found": "9999"}
    async with engine.connect() as connection:
        assert await connection.scalar(text("SELECT version_num FROM alembic_version")) == "9999"


async def test_a_database_that_was_never_migrated_is_refused(empty: AsyncEngine) -> None:
    with pytest.raises(DatabaseNotMigrated) as refusal:
        await require_current(empty)
    assert refusal.value.facts == {"found": None, "wanted": newest_revision()}
    store = Store(empty)
    with pytest.raises(DatabaseNotMigrated):
        await store.head()
    with pytest.raises(DatabaseNotMigrated):
        async with store.writing():
            pass


def test_the_alembic_command_works_by_hand(database_url: str) -> None:
    environment = {**os.environ, "ORGANICA_DATABASE_URL": database_url}
    said = ""
    for arguments in (["upgrade", "head"], ["check"], ["current"]):
        done = subprocess.run(
            [sys.executable, "-m", "alembic", *arguments],
            cwd=CHECKOUT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        said = done.stdout
        assert done.returncode == 0, done.stderr
    assert newest_revision() in said


def test_the_files_names_tell_the_revisions_as_alembic_knows_them() -> None:
    scripts = ScriptDirectory.from_config(Config(CHECKOUT / "alembic.ini"))
    assert known_revisions() == tuple(script.revision for script in scripts.walk_revisions())[::-1]
    assert scripts.get_heads() == [newest_revision()]


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))
