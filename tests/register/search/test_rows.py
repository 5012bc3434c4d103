"""The rows that search reads, on both engines: rebuilt they are the same, and an earlier release's register gets them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from api.commands.migrate import migrated
from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from db.writing import MANY_TEXTS
from organica.register.consult import Consult
from organica.register.enact import enact
from organica.register.rebuild import rebuild
from organica.register.refusals import UnreadableRow
from organica.register.search.history import prepare_search
from organica.register.search.places import Question
from organica.register.search.refusals import SearchNotReady
from organica.register.turn_day import turn_day
from organica.register.verify import verify
from tests.domain.fictional import fictional_resolutions
from tests.makers import ORGANIZATION, a_resolution, a_unit
from tests.support.lineage import lineage_filings
from tests.support.rows import every_row
from tests.support.searching import DAY, MANY, asked
from tests.support.turbulent import turbulent

TABLES = ("search_text", "search_posting")
Rows = dict[str, list[object]]


@pytest.fixture
async def register(store: Store) -> Store:
    """Return a register with units merged, split and handed over to another organization."""
    for filing in lineage_filings():
        await enact(store, filing)
    return store


async def search_rows_of(url: str) -> Rows:
    engine = make_engine(url)
    try:
        found = await every_row(engine)
        return {table: list(found[table]) for table in TABLES}
    finally:
        await engine.dispose()


# What the migrations after that of search made.
LATER = (
    "DROP TABLE programme_version",
    "DROP TABLE indicator_version",
    "ALTER TABLE legal_source DROP COLUMN contents",
    "ALTER TABLE legal_source DROP COLUMN proposal",
    "ALTER TABLE answer_interval DROP COLUMN not_at_hand",
    "ALTER TABLE answer_interval DROP COLUMN gaps",
    "ALTER TABLE legal_source DROP COLUMN invalid",
)


async def without_search(url: str) -> None:
    """Make the database what the release before search left: its tables, and its number."""
    engine = make_engine(url)
    async with engine.begin() as connection:
        for table in TABLES:
            await connection.execute(text(f"DROP TABLE {table}"))
        for later in LATER:
            await connection.execute(text(later))
        await connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    await engine.dispose()


@pytest.mark.parametrize("filings", [fictional_resolutions, lineage_filings, turbulent])
async def test_rebuilding_gives_the_very_same_rows(
    store: Store, migrated_url: str, filings: Callable[[], list[object]]
) -> None:
    for filing in filings():
        await enact(store, filing)  # type: ignore[arg-type]  # Each gives filings.
    before = await search_rows_of(migrated_url)
    assert all(before.values())
    assert (await verify(store)).faults == ()
    await rebuild(store)
    assert await search_rows_of(migrated_url) == before


async def _by_the_clock(url: str, store: Store) -> None:
    await _tables_only(url)
    await turn_day(store)


async def _by_migrating(url: str, _: Store) -> None:
    await migrated(url)


async def _tables_only(url: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    await engine.dispose()


@pytest.mark.parametrize("prepared", [_by_migrating, _by_the_clock])
async def test_a_register_of_an_earlier_release_is_given_what_rebuilding_gives(
    register: Store, migrated_url: str, prepared: Callable[[str, Store], Awaitable[None]]
) -> None:
    before = await search_rows_of(migrated_url)
    await without_search(migrated_url)
    await prepared(migrated_url, register)
    assert await search_rows_of(migrated_url) == before
    assert (await verify(register)).faults == ()
    assert not await register.lacks_search()


async def test_who_enacts_first_prepares_such_a_register_too(register: Store, migrated_url: str) -> None:
    await without_search(migrated_url)
    await _tables_only(migrated_url)
    await enact(register, a_resolution(a_unit("nueva"), number="n", in_force_from="2020-06-01"))
    after = await search_rows_of(migrated_url)
    assert (await verify(register)).faults == ()
    await rebuild(register)
    assert await search_rows_of(migrated_url) == after


async def test_until_then_one_organization_is_searched_and_all_together_are_refused(
    register: Store, migrated_url: str
) -> None:
    await without_search(migrated_url)
    await _tables_only(migrated_url)
    consult = Consult(register)
    assert (await consult.search(Question("muelles", DAY, None, "cl.faro-nuevo"), MANY)).hits != ()
    with pytest.raises(SearchNotReady):
        await consult.search(Question("muelles", DAY), MANY)
    await prepare_search(register)
    assert (await consult.search(Question("muelles", DAY), MANY)).hits != ()


async def test_rows_of_other_rules_are_written_anew(register: Store, migrated_url: str) -> None:
    before = await search_rows_of(migrated_url)
    engine = make_engine(migrated_url)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE search_text SET derived_by = 0, text_key = 'x' || text_key"))
        await connection.execute(text("UPDATE search_posting SET text_key = 'x' || text_key, stem = 'y'"))
    await engine.dispose()
    assert await register.lacks_search()
    await prepare_search(register)
    assert await search_rows_of(migrated_url) == before


async def test_a_row_that_says_what_the_register_does_not_is_named_and_found_by_verify(
    register: Store, migrated_url: str
) -> None:
    engine = make_engine(migrated_url)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE search_text SET code = 'nadie' WHERE code = 'muelles'"))
    await engine.dispose()
    with pytest.raises(UnreadableRow) as refusal:
        await Consult(register).search(Question("muelles", DAY), MANY)
    assert refusal.value.facts["table"] == "search_text"
    faults = (await verify(register)).faults
    assert {fault.code for fault in faults} == {"rows_differ"}
    assert any("searched name of nadie" in fault.detail for fault in faults)


async def test_a_register_without_anything_lacks_nothing_and_finds_nothing(store: Store) -> None:
    assert not await store.lacks_search()
    assert await asked(store, "faros", organization=None) == []


async def test_the_words_of_a_text_are_kept_once_and_stay_for_who_asks_what_was_known(store: Store) -> None:
    first, *others = fictional_resolutions()
    await enact(store, first)
    _, early = await store.stored_texts(ORGANIZATION)
    for resolution in others:
        await enact(store, resolution)
    texts, words = await store.stored_texts(ORGANIZATION)
    assert early.items() <= words.items()
    assert {each.key for each in texts} == set(words) | {each.key for each in texts if not each.words}


async def test_postgresql_is_told_at_once_of_many_new_texts(store: Store, migrated_url: str) -> None:
    """It takes a table of which it has not counted anything for a small one, and searches it row by row."""
    engine = make_engine(migrated_url)
    try:
        if engine.dialect.name == "postgresql":
            await enact(store, a_resolution(a_unit("faros")))
            assert await _counted(engine) == -1
            await enact(store, a_resolution(*(a_unit(f"muelle-{n}") for n in range(MANY_TEXTS)), number="2"))
            assert await _counted(engine) == MANY_TEXTS + 1
    finally:
        await engine.dispose()


async def _counted(engine: AsyncEngine) -> float:
    async with engine.connect() as connection:
        return float(
            await connection.scalar(text("SELECT reltuples FROM pg_class WHERE relname = 'search_text'"))
        )
