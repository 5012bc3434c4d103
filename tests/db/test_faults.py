"""What the storage answers when the database fails: a refusal with its code, and nothing half stored."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine

from db import engine as engines
from db.engine import make_engine
from db.faults import UnstorableValue
from db.migrate import migrate, require_current
from db.store import Store
from organica.domain.errors import Refused
from organica.domain.states import UnitState
from organica.register.ports import Writing
from organica.register.refusals import StorageFull, StorageOutOfReach, StorageReadOnly
from tests.support import rows as values
from tests.support.rows import (
    FULL_RECORD,
    INTERVALS,
    MENTIONS,
    ORGANIZATION,
    a_disclosure,
    a_record,
    an_entry,
    every_row,
)

NOBODY = 65534


async def fill(register: Writing, index: int = 1) -> None:
    await register.append(an_entry(index), [a_disclosure(index)])
    await register.insert(ORGANIZATION, values.versions(), INTERVALS, MENTIONS, index)


async def write(store: Store, index: int = 1) -> None:
    async with store.writing() as register:
        await fill(register, index)


async def refusal_of_head(url: str) -> Refused:
    store = Store(make_engine(url, busy_timeout_s=0.2))
    try:
        with pytest.raises(Refused) as refusal:
            await store.head()
        return refusal.value
    finally:
        await store.close()


@pytest.fixture
async def read_only(store: Store, migrated_url: str, postgres_url: str) -> AsyncIterator[Store]:
    """A store on a database with one entry that refuses writes."""
    await write(store)
    if migrated_url.startswith("sqlite"):
        url = f"{migrated_url}?mode=ro"
    else:
        name = make_url(migrated_url).database
        owner = make_engine(postgres_url)
        async with owner.begin() as connection:
            await connection.execute(text(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'))
        await owner.dispose()
        url = migrated_url
    refusing = Store(make_engine(url))
    yield refusing
    await refusing.close()


async def test_a_read_only_database_answers_and_refuses_to_write(
    read_only: Store, engine: AsyncEngine
) -> None:
    before = await every_row(engine)
    assert (await read_only.head()).index == 1
    assert len((await read_only.rows(ORGANIZATION)).versions) == len(values.versions())
    with pytest.raises(StorageReadOnly) as refusal:
        async with read_only.writing():
            pytest.fail("a read-only database let a writer begin")
    assert "read" in str(refusal.value.facts["cause"])
    assert await every_row(engine) == before


async def test_a_current_read_only_database_needs_no_migration(read_only: Store) -> None:
    await require_current(read_only._engine)
    await migrate(read_only._engine)


async def test_an_empty_read_only_database_cannot_be_migrated(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "empty.sqlite").execute("VACUUM").connection.close()
    engine = make_engine(f"sqlite:///{tmp_path}/empty.sqlite?mode=ro")
    with pytest.raises(StorageReadOnly):
        await migrate(engine)
    await engine.dispose()


@contextmanager
def an_ordinary_user() -> Iterator[None]:
    """Drop root's rights for a while: file permissions do not bind root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def a_copy(file: Path, folder_mode: int, file_mode: int) -> Iterator[Path]:
    """Copy a file to where any user of the machine may come, and there only as far as the modes say."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        path = Path(name) / file.name
        shutil.copyfile(file, path)
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        yield path
        path.parent.chmod(0o755)


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "options", "reads", "writes"),
    [
        (0o777, 0o444, "", None, StorageReadOnly),
        (0o777, 0o000, "", StorageOutOfReach, StorageOutOfReach),
        # The log of a file in a folder that is closed to us cannot be made, so the address must say that
        # nobody writes to it.
        (0o555, 0o444, "", StorageReadOnly, StorageReadOnly),
        (0o555, 0o444, "?immutable=1", None, StorageReadOnly),
    ],
)
async def test_permissions_of_a_file_are_told_apart(
    folder_mode: int,
    file_mode: int,
    options: str,
    reads: type[Refused] | None,
    writes: type[Refused],
    migrated_file: Path,
) -> None:
    with a_copy(migrated_file, folder_mode, file_mode) as path, an_ordinary_user():
        store = Store(make_engine(f"sqlite:///{path}{options}"))
        try:
            if reads is None:
                assert (await store.head()).index == 0
            else:
                with pytest.raises(reads):
                    await store.head()
            with pytest.raises(writes):
                await write(store)
        finally:
            await store.close()


async def test_a_full_database_refuses_and_keeps_what_it_had(store: Store, engine: AsyncEngine) -> None:
    await write(store)
    before = await every_row(engine)
    if engine.dialect.name == "sqlite":
        # SQLite's own bound on the file gives the very error of a full disk.
        await store.close()

        @event.listens_for(store._engine.sync_engine, "connect")
        def fill_up(connection: Any, record: object) -> None:
            cursor = connection.cursor()
            cursor.execute("PRAGMA max_page_count=1")
            cursor.close()
    else:
        async with engine.begin() as connection:
            await connection.execute(
                text(
                    "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
                    "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
                )
            )
            await connection.execute(
                text("CREATE TRIGGER f BEFORE INSERT ON answer_interval EXECUTE FUNCTION full_disk()")
            )

    async def write_much() -> None:
        async with store.writing() as register:
            for index in range(2, 40):
                await fill(register, index)

    with pytest.raises(StorageFull):
        await write_much()
    assert await every_row(engine) == before
    assert (await store.head()).index == 1


@pytest.mark.parametrize("character", ["\x00", "\ud800"])
async def test_text_that_no_database_keeps_is_refused(
    store: Store, engine: AsyncEngine, character: str
) -> None:
    before = await every_row(engine)
    version = next(each for each in values.versions() if isinstance(each.state, UnitState))
    assert isinstance(version.state, UnitState)
    spoilt = replace(version, state=replace(version.state, name=f"Secreto {character}"))

    async def insert() -> None:
        async with store.writing() as register:
            await register.append(an_entry(1), [])
            await register.insert(ORGANIZATION, [spoilt], [], [], 1)

    async def keep() -> None:
        async with store.writing() as register:
            await register.keep_source(a_record("1", subject=character))

    async def disclose() -> None:
        async with store.writing() as register:
            await register.append(
                an_entry(1), [a_disclosure(1, f"Secreto {character}".replace("\ud800", ""))]
            )
            await register.keep_source(replace(FULL_RECORD, organization=character))

    for use in (insert, keep, disclose):
        with pytest.raises(UnstorableValue) as refusal:
            await use()
        assert refusal.value.code == "unstorable_value"
        assert "Secreto" not in "".join(traceback.format_exception(refusal.value))
    with pytest.raises(UnstorableValue):
        await store.rows(f"cl.{character}")
    assert await every_row(engine) == before


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://quien:s3creto@127.0.0.1:1/organica",
        "postgresql://quien:s3creto@servidor.invalid/organica",
        "postgresql://quien:s3creto@/organica?host=/no/hay/nada",
        "postgresql://quien:s3creto@127.0.0.1:1/organica?sslmode=require",
        "postgresql://quien:s3creto@127.0.0.1:1/organica?sslmode=nunca",
    ],
)
async def test_a_server_that_does_not_answer_is_out_of_reach_and_no_password_is_told(url: str) -> None:
    refusal = await refusal_of_head(url)
    assert type(refusal) is StorageOutOfReach
    assert refusal.facts["cause"]
    assert "s3creto" not in "".join(traceback.format_exception(refusal)) + refusal.sentence("es")
    engine = make_engine(url)
    assert "s3creto" not in repr(engine) + str(engine.url)
    for use in (migrate, require_current):
        with pytest.raises(StorageOutOfReach):
            await use(engine)
    await engine.dispose()


async def test_a_server_that_never_speaks_is_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "CONNECT_TIMEOUT_S", 0.2)
    # The system takes the connection for a socket that listens, and nobody ever answers on it.
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        refusal = await refusal_of_head(f"postgresql://quien:s3creto@127.0.0.1:{port}/organica")
    assert type(refusal) is StorageOutOfReach
    assert refusal.facts["cause"] == "TimeoutError"


@pytest.mark.parametrize(("part", "value"), [("database", "no_hay"), ("username", "no_hay")])
async def test_an_unknown_database_or_role_is_out_of_reach(postgres_url: str, part: str, value: str) -> None:
    wrong = make_url(postgres_url).set(**{part: value})  # type: ignore[arg-type]  # One of URL.set's names.
    refusal = await refusal_of_head(wrong.render_as_string(hide_password=False))
    assert type(refusal) is StorageOutOfReach
    assert "no_hay" in str(refusal.facts["cause"])


async def test_a_connection_that_the_server_cuts_is_out_of_reach_and_the_next_call_works(
    store: Store, engine: AsyncEngine
) -> None:
    if engine.dialect.name == "sqlite":
        return
    cut = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    async def write_and_be_cut() -> None:
        async with store.writing() as register:
            await register.append(an_entry(1), [])
            async with engine.connect() as connection:
                await connection.execute(cut)
            await register.keep_source(FULL_RECORD)

    with pytest.raises(StorageOutOfReach):
        await write_and_be_cut()
    assert (await store.head()).index == 0
    async with engine.connect() as connection:
        await connection.execute(cut)
    assert (await store.head()).index == 0


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look at" * 100, None])
async def test_a_file_that_is_no_database_is_out_of_reach(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "organica.sqlite"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    assert type(await refusal_of_head(str(path))) is StorageOutOfReach


def test_a_folder_that_cannot_be_made_is_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageOutOfReach):
        make_engine(str(tmp_path / "file" / "organica.sqlite"))


async def test_the_folder_of_a_new_file_is_made(tmp_path: Path) -> None:
    engine = make_engine(str(tmp_path / "a" / "b" / "organica.sqlite"))
    await migrate(engine)
    assert (await Store(engine).head()).index == 0
    await engine.dispose()


def test_a_process_that_fails_to_open_the_file_prints_nothing_else(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys\n"
        "from db.engine import make_engine\n"
        "from db.store import Store\n"
        "for _ in range(20):\n"
        "    try: asyncio.run(Store(make_engine(sys.argv[1])).head())\n"
        "    except Exception as error: print(type(error).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("StorageOutOfReach\n" * 20, "")
