"""Rebuild and verify on both engines: the rows follow from the ledger, and what was altered is named."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from db.engine import make_engine
from db.store import Store
from organica.register.enact import enact
from organica.register.rebuild import rebuild
from organica.register.verify import verify
from tests.domain.fictional import fictional_resolutions
from tests.makers import ORGANIZATION


@pytest.fixture
async def register(store: Store) -> Store:
    """Return a register that holds the fictional body, enacted in its awkward order."""
    for resolution in fictional_resolutions():
        await enact(store, resolution)
    return store


async def altered(url: str, statement: str) -> None:
    """Alter the tables behind the register's back, as an administrator could."""
    engine = make_engine(url)
    async with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execute(text("SET LOCAL session_replication_role = replica"))
        else:
            triggers = (
                await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            ).scalars()
            for trigger in triggers.all():
                await connection.execute(text(f'DROP TRIGGER "{trigger}"'))
        await connection.execute(text(statement))
    await engine.dispose()


async def test_replaying_the_ledger_gives_the_stored_rows(register: Store) -> None:
    before = await register.rows(ORGANIZATION)
    names = await register.disclosures()
    count = len(await register.entries())
    assert await rebuild(register) == count
    assert await register.rows(ORGANIZATION) == before
    assert await register.disclosures() == names
    verification = await verify(register)
    assert (verification.entries, verification.faults) == (count, ())
    assert verification.rows == len(before.versions) + len(before.intervals)


async def test_a_row_that_nobody_enacted_is_found(register: Store, migrated_url: str) -> None:
    await altered(migrated_url, "UPDATE unit_version SET name = 'Departamento Pirata' WHERE known_from = 1")
    verification = await verify(register)
    assert {(fault.code, fault.organization) for fault in verification.faults} == {
        ("rows_differ", ORGANIZATION)
    }
    await rebuild(register)
    assert (await verify(register)).faults == ()


async def test_an_altered_document_is_found_and_named(register: Store, migrated_url: str) -> None:
    await altered(migrated_url, 'UPDATE entry SET digest = leaf WHERE "index" = 2')
    verification = await verify(register)
    assert [(fault.code, fault.entry) for fault in verification.faults] == [
        ("bad_digest", 2),
        ("bad_leaf", 2),
    ]


async def test_an_altered_name_is_found(register: Store, migrated_url: str) -> None:
    await altered(migrated_url, "UPDATE disclosure SET name = 'Otra Persona'")
    faults = (await verify(register)).faults
    assert {fault.code for fault in faults} == {"bad_seal"}
