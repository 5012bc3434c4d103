"""What the feed is held to: no statement alters it, and verify and rebuild name what differs."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import make_engine
from db.store import Store
from organica.register.enact import enact
from organica.register.rebuild import rebuild
from organica.register.refusals import (
    ChangesDiffer,
)
from organica.register.turn_day import turn_day
from organica.register.verify import verify
from tests.makers import ORGANIZATION
from tests.register.test_changes import Clock, founding, renaming, sound
from tests.register.test_rebuild import altered


async def test_no_statement_alters_the_feed(store: Store, migrated_url: str) -> None:
    await enact(store, founding())
    before = await store.changes()
    engine = make_engine(migrated_url)
    statements = [
        "UPDATE change SET after = 'Otro'",
        "DELETE FROM change WHERE seq = 2",
        "INSERT INTO change SELECT 9, phase, nature, organization, entry, day, kind, noun, code, unit, field, "
        "before, after, since_value, since_basis, legal_basis, recorded_at FROM change WHERE seq = 1",
        "INSERT INTO change SELECT * FROM change WHERE seq = 4",
        "TRUNCATE change"
        if engine.dialect.name == "postgresql"
        else "INSERT OR REPLACE INTO change SELECT * FROM change WHERE seq = 1",
    ]
    for statement in statements:
        with pytest.raises(DBAPIError):
            async with engine.begin() as connection:
                await connection.execute(text(statement))
        assert await store.changes() == before, statement
    await engine.dispose()


@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        ("UPDATE change SET after = 'Pirata' WHERE seq = 3", 3),
        ("UPDATE change SET legal_basis = NULL WHERE seq = 2", 2),
        ("UPDATE change SET nature = 'legal' WHERE seq = 5", 5),
        ("UPDATE change SET day = '2014-01-01' WHERE seq = 6", 6),
        ("UPDATE change SET after = 'Pirata' WHERE seq = 7", 7),
        ("UPDATE change SET nature = 'register' WHERE seq = 7", 7),
    ],
)
async def test_a_tampered_change_is_found_and_the_rows_are_still_rebuilt(
    store: Store, migrated_url: str, statement: str, seq: int
) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    clock.set("2020-06-10")
    await turn_day(store, clock)
    await altered(migrated_url, statement)
    [fault] = (await verify(store)).faults
    assert (fault.code, fault.organization) == ("changes_differ", ORGANIZATION)
    assert fault.detail.startswith(f"change {seq} is not ")
    rows = await store.rows(ORGANIZATION)
    await altered(migrated_url, "DELETE FROM unit_version")
    with pytest.raises(ChangesDiffer) as refusal:
        await rebuild(store)
    assert refusal.value.facts["detail"] == fault.detail
    assert await store.rows(ORGANIZATION) == rows
    assert [each.seq for each in await store.changes()] == [1, 2, 3, 4, 5, 6, 7]


async def test_a_change_that_is_missing_is_found(store: Store, migrated_url: str) -> None:
    await enact(store, founding())
    await altered(migrated_url, "DELETE FROM change WHERE seq = 5")
    [fault] = (await verify(store)).faults
    assert (fault.code, fault.entry) == ("changes_differ", 1)
    assert fault.detail == "missing from 2015-01-01: coverage_changed of organization cl.servicio-ficticio"


async def test_a_day_that_was_turned_and_not_told_is_found(store: Store, migrated_url: str) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    await altered(migrated_url, "UPDATE turned_day SET day = '2020-06-10'")
    [fault] = (await verify(store)).faults
    assert fault.detail == "missing from 2020-06-10: unit_renamed of unit dep"


async def test_a_register_of_an_older_release_gets_its_feed(store: Store, migrated_url: str) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    clock.set("2020-06-12")
    await enact(store, renaming("3", "2020-06-20", "Mejor"), clock=clock)
    whole = await store.changes()
    await altered(migrated_url, "DELETE FROM change")
    await altered(migrated_url, "DELETE FROM turned_day")
    assert {fault.code for fault in (await verify(store)).faults} == {"changes_differ"}
    assert await rebuild(store) == 3
    assert await store.changes() == whole
    await altered(migrated_url, "DELETE FROM change")
    await altered(migrated_url, "DELETE FROM turned_day")
    clock.set("2020-06-20")
    assert await turn_day(store, clock) == 1
    assert (await store.changes())[:-1] == whole
    await altered(migrated_url, "DELETE FROM change")
    await altered(migrated_url, "DELETE FROM turned_day")
    await enact(store, renaming("4", "2020-07-01", "Último"), clock=clock)
    assert (await store.changes())[: len(whole)] == whole
    await sound(store)
