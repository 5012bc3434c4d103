"""What a process holds of organizations stays within its memory: states of dates leave first, then rows."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest

from api.settings import Settings
from db.store import Store
from organica.domain.resolution import CoverageClaim, Resolution
from organica.domain.states import UnitState
from organica.register.archive import Archive
from organica.register.consult import Consult
from organica.register.enact import enact
from organica.register.room import HELD_BYTES, Kept, Rank, Room
from organica.register.sizes import BYTES_A_ROW
from tests.makers import a_day, a_resolution, a_unit
from tests.register.test_consult import a_long_life, archive_of

Texts = Kept[str, str]
CODES = [f"cl.servicio-{letter}" for letter in "abc"]


@pytest.fixture
def room() -> Room:
    return Room(100)


def texts(room: Room, most: int = 10, rank: Rank = Rank.DERIVED) -> Texts:
    return Kept(most, room, len, rank)


def test_what_nobody_asked_for_the_longest_leaves_first(room: Room) -> None:
    kept = texts(room)
    for key in "abcd":
        kept.keep(key, key * 25)
    assert kept.get("a") == "a" * 25
    kept.keep("e", "e" * 26)
    assert [key for key in "abcde" if key in kept] == ["a", "d", "e"]
    assert room.bytes == 25 + 25 + 26


def test_stores_share_their_room_and_rows_leave_last(room: Room) -> None:
    rows, derived, more = texts(room, rank=Rank.ROWS), texts(room), texts(room)
    rows.keep("old", "." * 40)
    derived.keep("day", "." * 30)
    more.keep("day", "." * 30)
    more.keep("other", "." * 30)
    assert ("old" in rows, "day" in derived, len(more)) == (True, False, 2)
    rows.keep("new", "." * 70)
    assert ("old" in rows, "new" in rows, len(more), room.bytes) == (False, True, 0, 70)
    # Whoever asked for the rows is being answered with them and with what is made of them.
    derived.keep("day", "." * 60)
    derived.keep("other", "." * 60)
    assert ("new" in rows, "day" in derived, "other" in derived) == (True, False, True)


def test_what_is_asked_for_last_stays_where_it_alone_is_larger(room: Room) -> None:
    kept = texts(room)
    kept.keep("a", "." * 10)
    assert kept.made("b", lambda: "." * 500) == "." * 500
    assert ("a" in kept, "b" in kept, room.bytes) == (False, True, 500)
    kept.keep("c", "." * 10)
    assert ("b" in kept, room.bytes) == (False, 10)


def test_a_store_holds_so_many_and_replaces_what_has_the_same_key(room: Room) -> None:
    left: list[str] = []
    kept: Texts = Kept(2, room, len, leaving=left.append)
    for key in "abca":
        kept.keep(key, key)
    assert ([key for key in "abc" if key in kept], left, room.bytes) == (["a", "c"], ["a", "b"], 2)
    kept.keep("a", "aaa")
    assert (left, room.bytes) == (["a", "b", "a"], 4)
    kept.let_go()
    assert (len(kept), room.bytes, kept.get("a")) == (0, 0, None)


def test_a_store_that_nobody_holds_takes_no_room(room: Room) -> None:
    kept = texts(room)
    kept.keep("a", "." * 60)
    gone = weakref.ref(kept)
    gc.disable()
    try:
        del kept
        assert (gone(), room.bytes) == (None, 0)
    finally:
        gc.enable()


def test_an_archive_answers_alike_with_room_for_one_date_and_for_all() -> None:
    def names(room: Room) -> list[str]:
        archive = replaced(archive_of(*a_long_life()), room)
        days = [a_day(f"{year}-06-01") for year in (2015, 2018, 2021, 2015)]
        return [archive.snapshot(day, 7).units["division"].state.name for day in days]

    tight, wide = Room(1), Room()
    assert names(tight) == names(wide) == ["Antes", "Nombre 2018", "Nombre 2021", "Antes"]


def replaced(archive: Archive, room: Room) -> Archive:
    """Return the same archive in another room."""
    return Archive(archive._rows, archive.names, archive.head, room=room)


def test_longer_texts_and_more_rows_take_more_room() -> None:
    short = archive_of(a_resolution(a_unit("division")))
    long = archive_of(a_resolution(replace(a_unit("division"), objective="x" * 1_000)))
    both = archive_of(a_resolution(a_unit("division"), a_unit("faros", "division")))
    [unit] = [state for state in long.states() if isinstance(state, UnitState)]
    assert unit.objective is not None
    assert len(unit.objective) == 1_000
    assert long.bytes - short.bytes > 1_000
    assert both.bytes - short.bytes >= BYTES_A_ROW


def several(code: str) -> Resolution:
    claim = CoverageClaim(complete_under=(code,))
    return a_resolution(a_unit("division"), a_unit("faros", "division"), organization=code, coverage=claim)


async def test_readers_of_many_organizations_stay_within_the_bound(store: Store) -> None:
    for code in CODES:
        await enact(store, several(code))
    one = (await Consult(store).archive(CODES[0])).bytes

    async def held_after(most: int) -> tuple[int, list[str]]:
        consult = Consult(store, held_bytes=most)
        answers = [(await consult.structure(code, a_day("2020-01-01"))).units.keys() for code in CODES * 2]
        assert answers == [{"division", "faros"}] * 6
        return consult._room.bytes, [code for code in CODES if code in consult._archives]

    used, held = await held_after(HELD_BYTES)
    assert (used > 3 * one, held) == (True, CODES)
    used, held = await held_after(2 * one + one // 2)
    assert (used <= 2 * one + one // 2, held) == (True, CODES[1:])
    used, held = await held_after(1)
    assert (one < used < 2 * one, held) == (True, CODES[2:])


async def test_a_newer_state_takes_the_room_of_the_former(store: Store) -> None:
    consult = Consult(store)
    used = []
    for number, code in enumerate(("division", "faros"), start=1):
        await enact(store, a_resolution(a_unit(code), number=str(number)))
        archive = await consult.archive("cl.servicio-ficticio", number)
        for _ in range(2):
            archive.snapshot(a_day("2020-01-01"), number)
        used.append((consult._room.bytes, archive.bytes))
        del archive
    assert all(rows < room < 2 * rows for room, rows in used)


def test_the_setting_has_the_bound_of_the_register() -> None:
    assert Settings().max_held_bytes == HELD_BYTES
