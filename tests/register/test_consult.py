"""Reading with many readers at once, the identity of answers, and what deriving one may cost."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.rest.answers import on_a_day
from api.rest.presenting import things
from db.engine import make_engine
from db.store import Store
from organica.domain.acts import AssignFunction, FunctionItem, RemoveFunction, RenameUnit, RestateUnit
from organica.domain.dates import LegalDate
from organica.domain.errors import Refused
from organica.domain.filings import Enacted
from organica.domain.history import fold
from organica.domain.ids import Minter
from organica.domain.resolution import Resolution
from organica.domain.states import Noun
from organica.domain.versions import Interval, Version, intervals, versions
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.documents import filing_of
from organica.register.enact import enact
from organica.register.ports import Head, IntervalRow, Known, OrganizationRows, Row, SourceRecord
from organica.register.refusals import UnknownEntry
from tests.makers import (
    ORGANIZATION,
    a_day,
    a_function,
    a_post,
    a_resolution,
    a_unit,
    an_appointment,
    an_assignment,
    an_item,
    items,
    resolution_of,
)
from tests.support.model import FIRST, LONG, Model, Step, histories
from tests.support.stores import sqlite_register


class Slow:
    """A register whose next answer to `head` waits until it is let go."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.hold = False
        self.reads = 0
        self.read = asyncio.Event()
        self.go = asyncio.Event()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)

    async def head(self) -> Head:
        self.reads += 1
        head = await self.store.head()
        if self.hold:
            self.hold = False
            self.read.set()
            await self.go.wait()
        return head


def a_founding(**more: Any) -> Resolution:
    return a_resolution(a_unit("division", name="Antes", **more))


def a_renaming(name: str = "Después", number: str = "2", day: str = "2016-01-01") -> Resolution:
    return a_resolution(RenameUnit(unit="division", name=name), number=number, in_force_from=day)


async def test_a_slow_reader_never_puts_an_older_head_back(store: Store) -> None:
    await enact(store, a_founding())
    register = Slow(store)
    consult = Consult(register)
    register.hold = True
    slow = asyncio.create_task(consult.head())
    await register.read.wait()
    await enact(store, a_renaming())
    pinned = asyncio.create_task(consult.known(KnownAt(entry=2)))
    register.go.set()
    assert await pinned == 2
    assert await slow in (1, 2)
    assert await consult.head() == 2


async def test_an_answer_pinned_to_an_entry_comes_from_rows_that_contain_it(store: Store) -> None:
    await enact(store, a_founding())
    register = Slow(store)
    consult = Consult(register)
    assert (await consult.archive(ORGANIZATION)).head == 1
    await enact(store, a_renaming())
    archive = await consult.archive(ORGANIZATION, 2)
    assert archive.head == 2
    found = await consult.structure(ORGANIZATION, a_day("2017-01-01"), KnownAt(entry=2))
    assert found.units["division"].state.name == "Después"


async def test_an_instant_means_an_entry_that_the_archive_has_seen(store: Store) -> None:
    await enact(store, a_founding())
    consult = Consult(store)
    assert (await consult.archive(ORGANIZATION)).head == 1
    await enact(store, a_renaming())
    recorded_at = (await store.entries())[-1].recorded_at
    found = await consult.structure(ORGANIZATION, a_day("2017-01-01"), KnownAt(instant=recorded_at))
    assert found.units["division"].state.name == "Después"


async def test_an_archive_of_an_entry_that_is_not_there_is_refused(store: Store) -> None:
    await enact(store, a_founding())
    with pytest.raises(UnknownEntry) as refusal:
        await Consult(store).archive(ORGANIZATION, 2)
    assert refusal.value.facts == {"entry": 2, "head": 1}


async def test_readers_at_the_same_time_share_one_reading_of_the_head(store: Store) -> None:
    await enact(store, a_founding())
    register = Slow(store)
    consult = Consult(register)
    assert await asyncio.gather(*(consult.head() for _ in range(20))) == [1] * 20
    assert register.reads == 1
    # The second to ask may not trust a reading that had begun; all after it share the one that it starts.
    await asyncio.gather(*(consult.head(at_least=9) for _ in range(20)))
    assert register.reads == 3


async def test_the_head_of_an_archive_is_read_before_its_rows(store: Store) -> None:
    await enact(store, a_founding())

    class Overtaken(Slow):
        async def rows(self, organization: str) -> OrganizationRows:
            rows = await self.store.rows(organization)
            await enact(self.store, a_renaming())
            await consult.head(at_least=2)
            return rows

    consult = Consult(Overtaken(store))
    assert (await consult.archive(ORGANIZATION)).head == 1
    assert await consult.head() == 2


def archive_of(*resolutions: Resolution, counted: bool = False) -> Archive:
    """Return the archive that enacting the resolutions one after the other leads to."""
    enacted: list[Enacted] = []
    minter = Minter()
    said: dict[Any, int] = {}
    rows: list[Row | IntervalRow] = []
    for entry, resolution in enumerate(resolutions, start=1):
        history = fold(ORGANIZATION, enacted, fresh=Enacted(entry, resolution), minter=minter)
        enacted.append(Enacted(entry, resolution_of(history.bound)))
        wanted = {*versions(history), *intervals(history)}
        rows += [a_row(each, Known(said.pop(each), entry)) for each in [*said] if each not in wanted]
        said |= {each: entry for each in wanted if each not in said}
    rows += [a_row(each, Known(since)) for each, since in said.items()]
    of_things = tuple(row for row in rows if isinstance(row, Row))
    return Archive(
        OrganizationRows(
            organization=ORGANIZATION,
            versions=Counted(of_things) if counted else of_things,
            intervals=tuple(row for row in rows if isinstance(row, IntervalRow)),
            sources=tuple(
                SourceRecord(ORGANIZATION, entry, resolution.source, None, ())
                for entry, resolution in enumerate(resolutions, start=1)
            ),
        ),
        {},
        len(resolutions),
    )


def a_row(said: Version | Interval, known: Known) -> Row | IntervalRow:
    return Row(said, known) if isinstance(said, Version) else IntervalRow(said, known)


class Counted(tuple[Row, ...]):
    """Rows that tell how often they were read through."""

    times = 0

    def __iter__(self) -> Iterator[Row]:
        type(self).times += 1
        return super().__iter__()


def a_long_life() -> list[Resolution]:
    return [
        a_founding(functions=items("a b c")),
        *(a_renaming(f"Nombre {year}", str(year), f"{year}-01-01") for year in range(2016, 2022)),
    ]


def identity(archive: Archive, day: str, known: int) -> tuple[date | None, int]:
    snapshot = archive.snapshot(a_day(day), known)
    return snapshot.change_point, snapshot.basis


def test_a_restatement_years_later_leaves_the_identity_of_earlier_answers_alone() -> None:
    founding = a_founding(functions=items("a b"))
    again = a_resolution(
        RestateUnit(unit="division", with_functions=True), number="2", in_force_from="2026-01-01"
    )
    renamed = a_renaming(number="3", day="2020-01-01")
    archive = archive_of(founding, renamed, again)
    assert identity(archive, "2015-06-01", 1) == (a_day("2015-01-01"), 1)
    assert identity(archive, "2015-06-01", 3) == identity(archive, "2015-06-01", 2) == (FIRST_OF_2015, 2)
    assert identity(archive, "2020-06-01", 3) == (a_day("2020-01-01"), 3)
    assert identity(archive, "2026-06-01", 3) == (a_day("2026-01-01"), 3)


FIRST_OF_2015 = date(2015, 1, 1)


def test_a_vacancy_learnt_later_alters_the_answer() -> None:
    founding = a_founding(posts=[a_post("Jefe", heads=True)])
    past = an_appointment("division/head", "Ana Inventada", until="2017-01-01")
    archive = archive_of(founding, a_resolution(past, number="2", in_force_from="2016-01-01"))
    assert [identity(archive, "2018-01-01", known)[1] for known in (1, 2)] == [1, 2]


def test_another_order_of_the_same_functions_is_another_answer() -> None:
    """A number that stood in the list for two years, learnt later, sends the letter after it to the end."""
    passing = (
        AssignFunction(unit="division", function=an_item("1")),
        RemoveFunction(function=a_function("division/1"), in_force_from=LegalDate("2018-01-01")),
    )
    archive = archive_of(
        a_founding(functions=items("a c")),
        a_resolution(an_assignment("division", "b"), number="2", in_force_from="2017-01-01"),
        a_renaming(number="3", day="2020-01-01"),
        a_resolution(*passing, number="4", in_force_from="2016-01-01"),
    )
    day = a_day("2021-01-01")
    labels = [
        [f.state.label for f in archive.snapshot(day, known).units["division"].functions] for known in (3, 4)
    ]
    assert labels == [["a", "b", "c"], ["a", "c", "b"]]
    assert [archive.snapshot(day, known).basis for known in (3, 4)] == [3, 4]


PROFILE = settings(
    max_examples=200 if LONG else 15,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
RESTATEMENTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 26), st.integers(0, 5)), max_size=4)


@PROFILE
@given(steps=histories(max_steps=8), restated=RESTATEMENTS)
def test_an_answer_has_another_identity_exactly_where_it_is_another_answer(
    migrated_file: Path, steps: list[Step], restated: list[tuple[int, int, int]]
) -> None:
    with sqlite_register(migrated_file) as url:
        asyncio.run(told_apart(url, steps, restated))


async def told_apart(url: str, steps: list[Step], restated: list[tuple[int, int, int]]) -> None:
    """Compare every answer with the one an entry earlier; each state of knowledge has an archive of its own."""
    store = Store(make_engine(url))
    try:
        await enacted_all(store, steps, restated)
        entries = (await store.head()).index
        archive = await Consult(store).archive(ORGANIZATION)
        points = {day for known in range(entries + 1) for day in archive.change_points(known)}
        before: dict[date, Told] = {}
        for known in range(entries + 1):
            consult = Consult(store)
            now = {day: await told(consult, day, known) for day in sorted({FIRST - timedelta(1), *points})}
            for day in before:
                same = (before[day][0] == now[day][0], before[day][1] == now[day][1])
                assert same in ((True, True), (False, False)), (day, known)
            before = now
    finally:
        await store.close()


async def enacted_all(store: Store, steps: list[Step], restated: list[tuple[int, int, int]]) -> None:
    """Enact what the register takes of a history, with restatements strewn in."""
    model = Model()
    proposals = [model.opening()]
    for turn in range(len(steps) + 1):
        for proposal in proposals:
            try:
                outcome = await enact(store, proposal.resolution)
            except Refused:
                continue
            entry = await store.entry(outcome.entry)
            assert entry is not None
            model.accept(proposal, resolution_of(filing_of(entry)).acts)
        for number, (_, day, chosen) in enumerate(restated):
            if restated[number][0] == turn:
                await restate(store, model, number, FIRST + timedelta(days=30 * day + 1), chosen)
        proposals = [one for one in map(model.propose, steps[turn : turn + 1]) if one.ops]


async def restate(store: Store, model: Model, number: int, day: date, chosen: int) -> None:
    units = sorted(model.on(day).units)
    act = RestateUnit(unit=units[chosen % len(units)], with_functions=bool(chosen % 2))
    try:
        await enact(store, a_resolution(act, number=f"r{number}", in_force_from=day.isoformat()))
    except Refused:
        return


Told = tuple[tuple[date | None, int], Any]


async def told(consult: Consult, day: date, known: int) -> Told:
    """Return the identity of an answer, and the answer with what ends each thing, apart from its basis."""
    pinned = KnownAt(entry=known)
    body = (await on_a_day.structure(consult, ORGANIZATION, day, pinned)).body
    snapshot = await consult.structure(ORGANIZATION, day, pinned)
    told_of_it = {name: value for name, value in body.items() if name not in {"basis", "known_at"}}
    ends = [things.flat_unit(unit) for unit in snapshot.walk()]
    ends += [things.flat_function(each) for unit in snapshot.walk() for each in unit.all_functions]
    return (snapshot.change_point, snapshot.basis), (told_of_it, ends)


def test_deriving_an_answer_does_not_read_all_rows_again() -> None:
    archive = archive_of(*a_long_life(), counted=True)
    archive.snapshot(a_day("2015-06-01"), 7)
    Counted.times = 0
    names = [
        archive.snapshot(a_day(f"{year}-06-01"), 7).units["division"].state.name for year in (2016, 2021)
    ]
    assert names == ["Nombre 2016", "Nombre 2021"]
    assert archive.has(Noun.FUNCTION, "division.2", 7)
    assert not archive.has(Noun.UNIT, "nadie", 7)
    assert len(archive.unit_versions("division", 7)) == 7
    assert archive.endings_before(a_day("2021-06-01"), 7) == {}
    assert archive.snapshot(a_day("2016-06-01"), 3).basis == 3
    assert Counted.times == 0


def test_what_ended_is_told_by_its_last_ending() -> None:
    archive = archive_of(
        a_founding(functions=items("a b")),
        a_resolution(
            RemoveFunction(function=a_function("division/a")), number="2", in_force_from="2016-01-01"
        ),
    )
    assert archive.endings_before(a_day("2015-06-01"), 2) == {}
    assert archive.endings_before(a_day("2017-01-01"), 1) == {}
    ended = archive.endings_before(a_day("2017-01-01"), 2)
    assert {key: ending.on.value for key, ending in ended.items()} == {
        (Noun.FUNCTION, "division.1"): "2016-01-01"
    }


def test_an_archive_that_nobody_holds_is_freed_at_once() -> None:
    archive = archive_of(*a_long_life())
    archive.unit_versions("division", 7)
    gone = weakref.ref(archive)
    gc.disable()
    try:
        del archive
        assert gone() is None
    finally:
        gc.enable()


def test_positions_count_among_siblings_and_sub_items_hang_from_their_item() -> None:
    sub = FunctionItem(text="Sub uno.", label="i"), FunctionItem(text="Sub dos.", label="ii")
    founding = a_founding(functions=[an_item("a"), FunctionItem(text="Con partes.", label="b", children=sub)])
    other = AssignFunction(unit="division", function=an_item("a", "De otra lista.", list="específicas"))
    archive = archive_of(founding, a_resolution(other, number="2", in_force_from="2016-01-01"))
    unit = archive.snapshot(a_day("2017-01-01"), 2).units["division"]
    assert [(f.state.label, f.state.list, f.position) for f in unit.functions] == [
        ("a", None, 1),
        ("b", None, 2),
        ("a", "específicas", 1),
    ]
    parts = unit.functions[1].children
    assert [(f.state.label, f.position, f.children) for f in parts] == [("i", 1, ()), ("ii", 2, ())]


async def test_positions_are_counted_once_for_a_whole_snapshot() -> None:
    many = [FunctionItem(text=f"Función {number}.", label=str(number)) for number in range(1, 2001)]
    snapshot = archive_of(a_founding(functions=many)).snapshot(a_day("2016-01-01"), 1)
    [division] = await things.nested_units(snapshot, snapshot.units["division"])
    functions = division["functions"]
    assert [each["position"] for each in functions] == list(range(1, 2001))
    assert snapshot.positions is snapshot.positions
