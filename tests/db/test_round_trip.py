"""What is written comes back equal, with every optional field absent and present, alike on both engines."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import make_engine
from db.readings import TABLES
from db.store import Store
from organica.domain.resolution import EntryKind
from organica.domain.states import Noun, State
from organica.domain.versions import Version, intervals, versions
from organica.register.ports import Head, IntervalRow, Known, OrganizationRows, Row
from organica.register.search.texts import postings_of
from tests.makers import ORGANIZATION as BODY
from tests.makers import Book, a_post, a_resolution, a_unit, an_appointment, items
from tests.support import rows as values
from tests.support.postgres import fresh_database
from tests.support.rows import (
    FULL_RECORD,
    INTERVALS,
    MENTIONS,
    NOON,
    ORGANIZATION,
    RECORDS,
    a_disclosure,
    a_record,
    an_entry,
    every_row,
)


@pytest.fixture
async def both(
    migrated_file: Path, migrated_template: str, postgres_url: str, tmp_path: Path
) -> AsyncIterator[list[AsyncEngine]]:
    """A migrated engine of each kind."""
    shutil.copyfile(migrated_file, tmp_path / "both.sqlite")
    with fresh_database(postgres_url, template=migrated_template) as url:
        engines = [make_engine(str(tmp_path / "both.sqlite")), make_engine(url)]
        yield engines
        for engine in engines:
            await engine.dispose()


async def fill(store: Store) -> None:
    async with store.writing() as register:
        await register.append(an_entry(1, ORGANIZATION, "cl.otra"), [a_disclosure(1), a_disclosure(1, "Ñ")])
        await register.append(replace(an_entry(2), kind=EntryKind.ATTESTATION), [])
        for record in RECORDS:
            await register.keep_source(record)
        await register.insert(ORGANIZATION, values.versions(), INTERVALS, MENTIONS, 1)
        await register.insert_texts(ORGANIZATION, values.SEARCHED)
        await register.keep_external_ids(ORGANIZATION, values.EXTERNAL_IDS)
        await register.append_changes(values.CHANGES)
        await register.set_turned_day(ORGANIZATION, values.DAY)


async def test_every_state_and_interval_comes_back_as_it_was_written(store: Store) -> None:
    await fill(store)
    found = await store.rows(ORGANIZATION)
    assert [row.version for row in found.versions] == values.versions()
    assert [row.interval for row in found.intervals] == INTERVALS
    assert [row.mention for row in found.mentions] == MENTIONS
    assert set(found.external_ids) == set(values.EXTERNAL_IDS)
    assert list(await store.changes()) == values.CHANGES
    known = [row.known for row in found.versions] + [row.known for row in found.intervals]
    known += [row.known for row in found.mentions]
    assert set(known) == {Known(1, None)}
    assert {type(row.version.state) for row in found.versions} == {type(s) for _, s in values.states()}
    assert found.organization == ORGANIZATION


async def test_every_text_that_can_be_searched_comes_back_with_its_words(store: Store) -> None:
    await fill(store)
    texts, words = await store.stored_texts(ORGANIZATION)
    written = [(row.text, row.known_from, row.known_until) for row in values.SEARCHED]
    assert [(each.code, each.field, each.key, each.start, each.end) for each in texts] == [
        (text.code, text.field, text.key, text.start, text.end) for text, _, _ in written
    ]
    assert [(each.known_from, each.known_until) for each in texts] == [(1, None), (1, 2), (2, None)]
    assert words == {text.key: list(postings_of(text.text)) for text, _, _ in written}
    # Two functions say the same, and its words are kept once.
    assert len(words) == 2


async def test_every_source_comes_back_as_it_was_written(store: Store) -> None:
    await fill(store)
    found = (await store.rows(ORGANIZATION)).sources
    assert found == tuple(sorted(RECORDS, key=lambda record: (record.entry, record.source.key)))
    assert await store.source_named(FULL_RECORD.source.key) == FULL_RECORD
    assert await store.source_named("cl/no/existe/2024/1") is None


async def test_a_source_that_comes_again_is_named_as_its_newest_entry_says_it(store: Store) -> None:
    async with store.writing() as register:
        await register.append(an_entry(1), [])
        await register.append(an_entry(2), [])
        await register.keep_source(a_record("35", entry=1))
        await register.keep_source(a_record("35", entry=2, subject="Otro"))
    found = await store.source_named(a_record("35").source.key)
    assert found == a_record("35", entry=2, subject="Otro")


async def test_entries_and_names_come_back_as_they_were_written(store: Store) -> None:
    await fill(store)
    first = an_entry(1, ORGANIZATION, "cl.otra")
    second = replace(an_entry(2), kind=EntryKind.ATTESTATION)
    assert list(await store.entries()) == [first, second]
    assert list(await store.entries("cl.otra")) == [first]
    assert list(await store.entries("cl.ninguna")) == []
    assert await store.entry(2) == second
    assert await store.entry(3) is None
    assert list(await store.organizations()) == ["cl.otra", ORGANIZATION]
    assert set(await store.disclosures()) == {a_disclosure(1), a_disclosure(1, "Ñ")}
    assert len(await store.disclosures(ORGANIZATION)) == 2
    assert list(await store.disclosures("cl.otra")) == []


async def test_an_entry_keeps_the_order_of_its_organizations(store: Store) -> None:
    entry = an_entry(1, "cl.z", "cl.a", "cl.m")
    async with store.writing() as register:
        await register.append(entry, [])
    assert (await store.entries("cl.a"))[0].organizations == ("cl.z", "cl.a", "cl.m")


async def test_instants_come_back_in_utc_with_their_microseconds(store: Store) -> None:
    santiago = timezone(timedelta(hours=-3))
    times = [
        datetime(2026, 11, 20, 9, 0, 0, 0, santiago),
        NOON,
        NOON + timedelta(microseconds=1),
        NOON + timedelta(microseconds=1),
    ]
    async with store.writing() as register:
        for index, recorded_at in enumerate(times, start=1):
            await register.append(an_entry(index, recorded_at=recorded_at), [])
    found = [entry.recorded_at for entry in await store.entries()]
    assert found == times
    assert {instant.tzinfo for instant in found} == {UTC}
    assert await store.head() == Head(4, times[3])
    assert await store.entry_known_at(times[0] - timedelta(microseconds=1)) == 0
    assert await store.entry_known_at(times[0]) == 1
    assert await store.entry_known_at(times[1].astimezone(santiago)) == 2
    assert await store.entry_known_at(NOON + timedelta(days=1)) == 4


async def test_what_nobody_enacted_is_empty(store: Store) -> None:
    assert await store.head() == Head(0, None)
    assert await store.rows("cl.ninguna") == OrganizationRows("cl.ninguna", (), (), ())
    assert list(await store.organizations()) == []
    assert await store.entry_known_at(NOON) == 0


async def test_a_folded_history_comes_back_as_it_was(store: Store) -> None:
    book = Book(
        a_resolution(
            a_unit("division", functions=items("a b"), posts=[a_post("Jefatura", heads=True)]),
            a_unit("departamento", "division", functions=items("a b c")),
        ),
        a_resolution(
            an_appointment("division/head", "Ana Pérez", until="2019"), number="2", in_force_from="2018"
        ),
    )
    folded = versions(book.history)
    async with store.writing() as register:
        await register.append(an_entry(1, BODY), [])
        await register.insert(BODY, folded, intervals(book.history), [], 1)
    found = await store.rows(BODY)
    assert found.versions == tuple(Row(version, Known(1)) for version in folded)
    assert found.intervals == tuple(IntervalRow(each, Known(1)) for each in intervals(book.history))


async def test_both_engines_hold_the_very_same_rows(both: list[AsyncEngine]) -> None:
    for engine in both:
        await fill(Store(engine))
    on_sqlite, on_postgresql = [await every_row(engine) for engine in both]
    assert on_sqlite == on_postgresql
    assert all(on_sqlite.values())


async def test_both_engines_answer_every_read_alike(both: list[AsyncEngine]) -> None:
    answers = []
    for engine in both:
        store = Store(engine)
        await fill(store)
        answers.append(
            (
                await store.rows(ORGANIZATION),
                list(await store.entries()),
                list(await store.disclosures()),
                list(await store.organizations()),
                await store.head(),
            )
        )
    assert answers[0] == answers[1]


async def test_text_sorts_by_code_point_on_both_engines(store: Store, engine: AsyncEngine) -> None:
    words = ["a", "B", "ñ", "Z", "á", "A", "n", "o", "_", "É", "aa", "a a", "a-a"]
    codes = [f"cl.{word}" for word in words]
    units = [
        Version(Noun.UNIT, state.code, values.DAY, None, state)
        for word in words
        for state in [replace(next(s for n, s in values.states() if n is Noun.UNIT), code=word)]
    ]
    async with store.writing() as register:
        await register.append(an_entry(1, *codes), [])
        await register.insert(ORGANIZATION, units, [], [], 1)
    assert list(await store.organizations()) == sorted(codes)
    assert [row.version.code for row in (await store.rows(ORGANIZATION)).versions] == sorted(words)
    async with engine.connect() as connection:
        kinds = await connection.scalars(text("SELECT code FROM unit_version WHERE code > 'a' ORDER BY code"))
        assert list(kinds) == sorted(word for word in words if word > "a")


@pytest.mark.parametrize(
    "value", [values.AMENDED, values.PLACE, FULL_RECORD.evidence, FULL_RECORD.doubts[1], values.FULL_PART]
)
def test_the_full_examples_leave_no_field_at_its_default(value: Any) -> None:
    """A field that the domain gains must be added to the example, which then shows whether it is kept."""
    unset = [field.name for field in fields(value) if getattr(value, field.name) in (None, (), "")]
    assert unset == []


@pytest.mark.parametrize("state", [state for _, state in values.states()], ids=lambda s: type(s).__name__)
def test_every_field_of_a_state_has_a_column(state: State) -> None:
    noun = next(noun for noun, each in values.states() if type(each) is type(state))
    columns = set(TABLES[noun].columns.keys())
    for field in fields(state):
        named = {field.name, f"{field.name}_value", f"{field.name}_status", f"{field.name}_on_value"}
        assert named & columns, field.name


async def test_a_source_is_answered_as_it_was_known_at_an_entry(store: Store) -> None:
    """Two organizations may enact the same source; the later one changes no earlier answer."""
    first = a_record("35", title="Como la trajo la primera")
    second = a_record("35", 2, "cl.otro-servicio", title="Como la trajo la segunda")
    async with store.writing() as register:
        await register.append(an_entry(1), [])
        await register.keep_source(first)
    key = first.source.key
    assert await store.source_named(key, 1) == await store.source_named(key) == first
    async with store.writing() as register:
        await register.append(an_entry(2, "cl.otro-servicio"), [])
        await register.keep_source(second)
    assert await store.source_named(key, 0) is None
    assert await store.source_named(key, 1) == first
    assert await store.source_named(key, 2) == await store.source_named(key) == second
