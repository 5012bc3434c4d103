"""The database itself refuses to change the ledger, whoever asks, by whatever statement."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from db.store import Store
from tests.support.rows import a_disclosure, an_entry, every_row

REFUSED_ON_BOTH = [
    "UPDATE entry SET kind = 'attestation'",
    'UPDATE entry SET recorded_at = recorded_at WHERE "index" = 1',
    "DELETE FROM entry",
    'DELETE FROM entry WHERE "index" = 2',
    "UPDATE entry_organization SET organization = 'cl.otra'",
    "DELETE FROM entry_organization",
    'INSERT INTO entry SELECT 4, kind, document, digest, leaf, recorded_at FROM entry WHERE "index" = 2',
    'INSERT INTO entry SELECT 2, kind, document, digest, leaf, recorded_at FROM entry WHERE "index" = 2',
    "INSERT INTO entry_organization (entry, organization, place) VALUES (1, 'cl.otra', 1)",
    "INSERT INTO entry_organization (entry, organization, place) VALUES (7, 'cl.otra', 0)",
    'INSERT INTO register_head (id, "index") VALUES (2, 0)',
]
REFUSED_ON = {
    "sqlite": [
        "INSERT OR REPLACE INTO entry SELECT \"index\", 'x', document, digest, leaf, recorded_at FROM entry",
        "INSERT OR REPLACE INTO entry_organization VALUES (2, 'cl.servicio-ficticio', 5)",
    ],
    "postgresql": [
        "TRUNCATE entry CASCADE",
        "TRUNCATE entry_organization",
        "UPDATE entry SET kind = 'x' WHERE false",
        'INSERT INTO entry SELECT * FROM entry WHERE "index" = 2 '
        "ON CONFLICT (\"index\") DO UPDATE SET kind = 'x'",
    ],
}


async def test_no_statement_changes_the_ledger(store: Store, engine: AsyncEngine) -> None:
    async with store.writing() as register:
        await register.append(an_entry(1), [a_disclosure(1)])
        await register.append(an_entry(2), [])
    before = await every_row(engine)
    for statement in REFUSED_ON_BOTH + REFUSED_ON[engine.dialect.name]:
        with pytest.raises(DBAPIError):
            async with engine.begin() as connection:
                await connection.execute(text(statement))
        assert await every_row(engine) == before, statement
