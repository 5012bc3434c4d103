"""Rows that say nothing readable: SQLite keeps anything in any column, and each reader names what it met."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from db.engine import make_engine
from db.store import Store
from organica.register.refusals import UnreadableRow
from organica.register.verify import verify
from tests.support.rows import (
    FULL_RECORD,
    INTERVALS,
    MENTIONS,
    ORGANIZATION,
    a_disclosure,
    an_entry,
    versions,
)


@pytest.fixture
def path(tmp_path: Path, migrated_file: Path) -> Path:
    """A migrated SQLite file of its own; PostgreSQL refuses by itself what these tests write."""
    path = tmp_path / "organica.sqlite"
    shutil.copyfile(migrated_file, path)
    return path


@pytest.fixture
async def register(path: Path) -> AsyncIterator[Store]:
    store = Store(make_engine(f"sqlite+aiosqlite:///{path}"))
    async with store.writing() as writing:
        await writing.append(an_entry(1), [a_disclosure(1)])
        await writing.keep_source(FULL_RECORD)
        await writing.insert(ORGANIZATION, versions(), INTERVALS, MENTIONS, 1)
    yield store
    await store.close()


def alter(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        assert database.execute(statement).rowcount > 0
    database.close()


async def read_everything(store: Store) -> None:
    await store.head()
    await store.entries()
    await store.disclosures()
    await store.projected_organizations()
    await store.rows(ORGANIZATION)


@pytest.mark.parametrize(
    ("statement", "table", "key"),
    [
        ("UPDATE entry SET recorded_at = lower(recorded_at)", "entry", "1"),
        (
            "UPDATE answer_interval SET end_day = '2999-99-99' WHERE end_day IS NULL",
            "answer_interval",
            f"{ORGANIZATION} 2025-01-01 1",
        ),
        (
            "UPDATE answer_interval SET in_force_day = 'ayer' WHERE end_day IS NULL",
            "answer_interval",
            f"{ORGANIZATION} ayer 1",
        ),
        ("UPDATE answer_interval SET known_from = 'uno' WHERE end_day IS NULL", "answer_interval", None),
        ("UPDATE unit_version SET place = 'x' WHERE code = 'raiz'", "unit_version", None),
        ("UPDATE register_head SET \"index\" = 'x'", "register_head", "1"),
        ("UPDATE register_head SET recorded_at = 'x'", "register_head", "1"),
        ("UPDATE entry SET recorded_at = '2026'", "entry", "1"),
        ("UPDATE entry SET document = 'texto'", "entry", "1"),
        ("UPDATE entry_organization SET place = 'x'", "entry_organization", f"1 {ORGANIZATION}"),
        ("UPDATE disclosure SET salt = x'00'", "disclosure", f"1 {a_disclosure(1).seal}"),
        ("UPDATE legal_source SET organization = x'00'", "legal_source", "b'\\x00'"),
        ("UPDATE legal_source SET citation_printed = CAST(x'ff' AS TEXT)", None, None),
    ],
)
async def test_a_value_that_no_column_of_the_register_holds_is_named(
    register: Store, path: Path, statement: str, table: str | None, key: str | None
) -> None:
    alter(path, statement)
    with pytest.raises(UnreadableRow) as refusal:
        await read_everything(register)
    assert refusal.value.facts.get("table") == table
    assert key is None or refusal.value.facts["key"] == key
    assert (await verify(register)).faults
