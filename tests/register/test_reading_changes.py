"""Reading the feed on both engines: from a number on, nothing skipped and nothing twice."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from db.engine import make_engine
from db.store import Store
from organica.domain.change import ChangeKind
from organica.register.consult import Consult
from organica.register.enact import enact
from organica.register.feed import Wanted
from organica.register.refusals import (
    BackwardInterval,
    UnitWithoutOrganization,
    UnknownChange,
    UnknownUnit,
)
from tests.domain.fictional import fictional_resolutions
from tests.makers import ORGANIZATION, a_day
from tests.register.test_changes import founding, renaming, sound
from tests.support.feed import assert_the_feed_suffices


async def test_a_reader_who_keeps_the_last_word_of_each_day_has_the_history(store: Store) -> None:
    for resolution in fictional_resolutions():
        await enact(store, resolution)
    assert await assert_the_feed_suffices(store, ORGANIZATION) > 10


async def test_a_reader_who_polls_while_others_enact_skips_and_repeats_nothing(
    store: Store, migrated_url: str
) -> None:
    codes = [f"cl.cuerpo-{number}" for number in range(4)]
    writers = [Store(make_engine(migrated_url, busy_timeout_s=30)) for _ in codes]
    done = asyncio.Event()

    async def write(writer: Store, code: str) -> None:
        await enact(writer, founding(code))
        for number in range(2, 6):
            await enact(writer, renaming(str(number), f"2016-01-0{number}", f"N{number}", code))

    async def poll() -> list[int]:
        seen: list[int] = []
        while True:
            finished = done.is_set()
            page = await store.changes(seen[-1] if seen else 0, limit=3)
            seen += [each.seq for each in page]
            if finished and not page:
                return seen
            await asyncio.sleep(0)

    reader = asyncio.create_task(poll())
    await asyncio.gather(*(write(writer, code) for writer, code in zip(writers, codes, strict=True)))
    done.set()
    assert await reader == list(range(1, 4 * (5 + 4) + 1))
    for writer in writers:
        await writer.close()
    await sound(store)


async def test_a_page_names_the_acts_and_where_to_go_on(store: Store) -> None:
    await enact(store, founding())
    consult = Consult(store)
    page = await consult.changes(0, 3)
    assert ([each.seq for each in page.changes], page.after, page.more) == ([1, 2, 3], 3, True)
    view = page.basis_view(page.changes[2])
    assert view is not None
    assert view.citation == "Resolución exenta 1 de 2015"
    last = await consult.changes(3, 3)
    assert ([each.seq for each in last.changes], last.after, last.more) == ([4, 5], 5, False)
    nothing = await consult.changes(5, 3)
    assert (nothing.changes, nothing.after, nothing.more) == ((), 5, False)
    with pytest.raises(UnknownChange) as refusal:
        await consult.changes(6, 3)
    assert refusal.value.facts == {"change": 6, "newest": 5}


async def test_what_is_wanted_narrows_the_feed(store: Store) -> None:
    await enact(store, founding())
    await enact(store, renaming("2", "2018-01-01", "Nuevo"))
    consult = Consult(store)
    wanted = Wanted(ORGANIZATION, "division")
    assert [each.seq for each in (await consult.changes(0, 9, wanted)).changes] == [2]
    days = Wanted(effective_from=a_day("2015-01-02"), effective_until=a_day("2018-01-01"))
    assert (await consult.changes(0, 9, days)).changes == ()
    days = replace(days, effective_until=a_day("2018-01-02"))
    assert [each.seq for each in (await consult.changes(0, 9, days)).changes] == [6]
    with pytest.raises(UnitWithoutOrganization):
        await consult.changes(0, 9, Wanted(unit="dep"))
    with pytest.raises(UnknownUnit):
        await consult.changes(0, 9, Wanted(ORGANIZATION, "nadie"))
    with pytest.raises(BackwardInterval):
        await consult.changes(0, 9, Wanted(effective_from=date(2020, 1, 2), effective_until=date(2020, 1, 1)))


async def test_a_transfer_is_told_to_the_unit_that_it_leaves_too(store: Store) -> None:
    for resolution in fictional_resolutions():
        await enact(store, resolution)
    transfers = [
        each
        for each in await store.changes()
        if each.change.kind is ChangeKind.FUNCTION_TRANSFERRED and each.change.field == "unit"
    ]
    assert transfers
    for each in transfers:
        for unit in (each.change.before, each.change.after):
            wanted = Wanted(ORGANIZATION, unit)
            assert each in await store.changes(each.seq - 1, wanted=wanted)
