"""The write transaction: all of it or nothing, one writer at a time, and no gap in the ledger."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import make_engine
from db.store import Store
from db.writing import RowsNotCurrent
from organica.register.ports import Appends, Known, OrganizationRows, Reads, Writing
from organica.register.refusals import HeadMoved, StorageBusy
from tests.support import rows as values
from tests.support.rows import (
    FULL_RECORD,
    INTERVALS,
    MENTIONS,
    NOON,
    ORGANIZATION,
    a_disclosure,
    a_record,
    an_entry,
    every_row,
)


async def fill(register: Writing) -> None:
    await register.append(an_entry(1), [a_disclosure(1)])
    await register.keep_source(FULL_RECORD)
    await register.insert(ORGANIZATION, values.versions(), INTERVALS, MENTIONS, 1)


async def test_the_store_is_what_the_use_cases_ask_for(store: Store) -> None:
    appends: Appends = store
    reads: Reads = store
    async with appends.writing() as register:
        writing: Writing = register
        assert (await writing.head()).index == (await reads.head()).index == 0


async def test_an_exception_leaves_every_table_as_it_was(store: Store, engine: AsyncEngine) -> None:
    async with store.writing() as register:
        await fill(register)
    before = await every_row(engine)
    rows = await store.rows(ORGANIZATION)

    async def write() -> None:
        async with store.writing() as register:
            await register.append(an_entry(2), [a_disclosure(2)])
            await register.keep_source(a_record("9", entry=2))
            await register.close(ORGANIZATION, rows, 2)
            await register.insert(ORGANIZATION, values.versions(), INTERVALS, MENTIONS, 2)
            await register.clear_projections()
            raise KeyError("anything")

    with pytest.raises(KeyError):
        await write()
    assert await every_row(engine) == before
    assert (await store.head()).index == 1


async def test_a_cancelled_writer_leaves_every_table_as_it_was(store: Store, engine: AsyncEngine) -> None:
    before = await every_row(engine)
    wrote = asyncio.Event()

    async def write() -> None:
        async with store.writing() as register:
            await fill(register)
            wrote.set()
            await asyncio.sleep(60)

    writer = asyncio.create_task(write())
    await wrote.wait()
    writer.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writer
    assert await every_row(engine) == before
    async with store.writing() as register:
        await fill(register)


async def test_readers_see_nothing_before_the_commit_and_the_writer_sees_its_own(store: Store) -> None:
    async with store.writing() as register:
        await fill(register)
        assert (await register.head()).index == 1
        assert len((await register.rows(ORGANIZATION)).versions) == len(values.versions())
        assert await register.source_named(FULL_RECORD.source.key) == FULL_RECORD
        assert (await store.head()).index == 0
        assert (await store.rows(ORGANIZATION)).versions == ()
    assert (await store.head()).index == 1


async def test_closing_and_inserting_keeps_what_the_register_once_said(store: Store) -> None:
    async with store.writing() as register:
        await fill(register)
    first = await store.rows(ORGANIZATION)
    async with store.writing() as register:
        await register.append(an_entry(2), [])
        await register.close(ORGANIZATION, first, 2)
        await register.insert(ORGANIZATION, values.versions()[:3], INTERVALS[:1], MENTIONS[:1], 2)
    found = await store.rows(ORGANIZATION)
    known = [row.known for row in found.versions]
    assert known.count(Known(1, 2)) == len(first.versions)
    assert known.count(Known(2)) == 3
    assert [row.known for row in found.intervals] == [Known(1, 2), Known(2), Known(1, 2)]
    assert {row.version for row in found.versions if row.known.at(1)} == set(values.versions())


async def test_closing_more_rows_than_one_statement_holds_closes_them_all(store: Store) -> None:
    template = values.versions()[-1]
    many = [replace(template, code=f"x.{number}") for number in range(1234)]
    async with store.writing() as register:
        await register.append(an_entry(1), [])
        await register.insert(ORGANIZATION, many, [], [], 1)
        await register.append(an_entry(2), [])
        await register.close(ORGANIZATION, await register.rows(ORGANIZATION), 2)
    assert {row.known for row in (await store.rows(ORGANIZATION)).versions} == {Known(1, 2)}


async def test_closing_rows_that_are_not_current_is_a_fault_that_changes_nothing(
    store: Store, engine: AsyncEngine
) -> None:
    async with store.writing() as register:
        await fill(register)
    rows = await store.rows(ORGANIZATION)
    async with store.writing() as register:
        await register.append(an_entry(2), [])
        await register.close(ORGANIZATION, rows, 2)
    before = await every_row(engine)
    closed = OrganizationRows(ORGANIZATION, rows.versions[:1], (), ())
    with pytest.raises(RowsNotCurrent):
        async with store.writing() as register:
            await register.close(ORGANIZATION, closed, 3)
    assert await every_row(engine) == before


async def test_a_write_that_failed_is_not_committed_even_if_the_caller_goes_on(
    store: Store, engine: AsyncEngine
) -> None:
    before = await every_row(engine)

    async def write() -> None:
        async with store.writing() as register:
            await register.append(an_entry(1), [])
            await register.keep_source(FULL_RECORD)
            with pytest.raises(IntegrityError):
                await register.keep_source(FULL_RECORD)

    with pytest.raises(RuntimeError, match="not committed"):
        await write()
    assert await every_row(engine) == before


@pytest.mark.parametrize("index", [0, 1, 3])
async def test_an_entry_that_is_not_the_next_is_refused(store: Store, index: int) -> None:
    async with store.writing() as register:
        await register.append(an_entry(1), [])
    with pytest.raises(HeadMoved) as refusal:
        async with store.writing() as register:
            await register.append(an_entry(index), [])
    assert refusal.value.facts == {"head": 1, "expected": index - 1}
    assert [entry.index for entry in await store.entries()] == [1]


async def test_time_never_runs_backwards_in_the_ledger(store: Store) -> None:
    async with store.writing() as register:
        await register.append(an_entry(1, recorded_at=NOON), [])
        await register.append(an_entry(2, recorded_at=NOON), [])
    for earlier in (NOON - timedelta(microseconds=1), NOON.replace(tzinfo=None)):
        with pytest.raises(ValueError, match="recorded_at"):
            async with store.writing() as register:
                await register.append(an_entry(3, recorded_at=earlier), [])
    assert (await store.head()).index == 2


async def test_writers_at_once_wait_for_one_another_and_leave_no_gap(migrated_url: str) -> None:
    stores = [Store(make_engine(migrated_url)) for _ in range(3)]

    async def write(store: Store) -> None:
        async with store.writing() as register:
            index = (await register.head()).index + 1
            await asyncio.sleep(0)
            await register.append(an_entry(index, recorded_at=NOON), [a_disclosure(index)])

    try:
        await asyncio.gather(*(write(store) for store in stores * 4))
        entries = await stores[0].entries()
        assert [entry.index for entry in entries] == list(range(1, 13))
        assert await stores[2].head() == await stores[1].head()
    finally:
        for store in stores:
            await store.close()


async def test_a_writer_that_waited_too_long_is_told_that_the_storage_is_busy(
    store: Store, engine: AsyncEngine, migrated_url: str
) -> None:
    impatient = Store(make_engine(migrated_url, busy_timeout_s=0.1))
    try:
        async with store.writing() as register:
            await register.append(an_entry(1), [])
            assert (await impatient.head()).index == 0
            with pytest.raises(StorageBusy):
                async with impatient.writing():
                    pytest.fail("two writers hold the head")
        async with impatient.writing() as register:
            assert (await register.head()).index == 1
    finally:
        await impatient.close()


async def test_clearing_the_projections_leaves_the_ledger_and_the_names(
    store: Store, engine: AsyncEngine
) -> None:
    async with store.writing() as register:
        await fill(register)
    before = await every_row(engine)
    async with store.writing() as register:
        await register.clear_projections()
    after = await every_row(engine)
    kept = {"register_head", "entry", "entry_organization", "disclosure"}
    assert {name: rows for name, rows in after.items() if rows} == {name: before[name] for name in kept}
    async with store.writing() as register:
        await register.keep_source(FULL_RECORD)
        await register.insert(ORGANIZATION, values.versions(), INTERVALS, MENTIONS, 1)
    assert await every_row(engine) == before
