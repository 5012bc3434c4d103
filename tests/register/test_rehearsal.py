"""Rehearsing files one after the other tells what enacting them would, and writes nothing."""

from __future__ import annotations

import pytest

from db.store import Store
from organica.domain.acts import (
    Appoint,
    CreatePost,
    EndAppointment,
    Holder,
    PostItem,
    PostRef,
    RenameUnit,
    SuppressUnit,
)
from organica.domain.filings import ExternalId, IdMapping
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.resolution import Resolution
from organica.register.enact import Preview, enact, preview
from organica.register.rehearsal import Rehearsal
from organica.register.standing import Standing, standing
from tests.makers import ORGANIZATION, a_day, a_resolution, a_unit

FILES = (
    a_resolution(a_unit("division"), a_unit("departamento", "division"), number="1", in_force_from="2015-01-01"),
    a_resolution(
        CreatePost(unit="departamento", post=PostItem(heads=True)),
        Appoint(post=PostRef("departamento/head"), holder=Holder("Ana Rojas")),
        number="2",
        in_force_from="2016-01-01",
    ),
    a_resolution(
        EndAppointment(post=PostRef("departamento/head"), holder=Holder("Ana Rojas")), number="3", in_force_from="2017-01-01"
    ),
    a_resolution(RenameUnit(unit="departamento", name="Departamento Nuevo"), number="4", in_force_from="2018-01-01"),
)  # fmt: skip


def told(previewed: Preview) -> object:
    """Return what a preview tells, without the salt and the instant, which are new each time."""
    return previewed.head, previewed.effects, previewed.already


async def test_a_rehearsal_tells_what_enacting_one_after_the_other_does(store: Store) -> None:
    async with store.reading() as reads:
        rehearsal = Rehearsal(reads)
        rehearsed = [await rehearsal.preview(filing) for filing in FILES]
        assert (await rehearsal.head()).index == len(FILES)
    assert await store.entries() == []
    assert await store.disclosures() == []
    for filing, shown in zip(FILES, rehearsed, strict=True):
        before = await preview(store, filing)
        assert (shown.head, shown.already, len(shown.effects)) == (before.head, None, len(before.effects))
        assert [len(each.changes) for each in shown.effects] == [len(each.changes) for each in before.effects]
        await enact(store, filing)


async def test_a_rehearsal_goes_on_from_what_the_register_holds(store: Store) -> None:
    await enact(store, FILES[0])
    async with store.reading() as reads:
        rehearsal = Rehearsal(reads)
        again, renamed = [await rehearsal.preview(filing) for filing in (FILES[0], FILES[3])]
    assert (again.already, again.effects) == (1, ())
    assert told(renamed) == told(await preview(store, FILES[3]))
    assert len(await store.entries()) == 1


async def test_what_is_refused_is_not_taken_as_enacted(store: Store) -> None:
    mapping = IdMapping(ORGANIZATION, (ExternalId(system="br.siorg", value="1", unit="departamento"),))
    async with store.reading() as reads:
        rehearsal = Rehearsal(reads)
        with pytest.raises(UnitNotInForce):
            await rehearsal.preview(FILES[3])
        await rehearsal.preview(FILES[0])
        assert (await rehearsal.preview(FILES[3])).head == 1
        assert (await rehearsal.preview(mapping)).head == 2
        assert (await rehearsal.preview(mapping)).already == 3
    assert await store.entries() == []


async def test_the_standing_of_a_day_is_what_is_in_force_then_and_what_was_ever_given(store: Store) -> None:
    async with store.reading() as reads:
        assert await standing(reads, ORGANIZATION, a_day("2015-01-01")) == Standing()
    suppressed = _suppressing("5", "2019-01-01")
    for filing in (FILES[0], FILES[3], suppressed):
        await enact(store, filing)
    async with store.reading() as reads:
        found = [
            await standing(reads, ORGANIZATION, a_day(day))
            for day in ("2014-12-31", "2018-01-01", "2019-01-01")
        ]
        elsewhere = await standing(reads, "cl.otra", a_day("2018-01-01"))
    assert [sorted(each.structure.units) for each in found] == [
        [],
        ["departamento", "division"],
        ["division"],
    ]
    assert found[1].structure.units["departamento"].name == "Departamento Nuevo"
    assert all(each.taken == {"division", "departamento"} for each in found)
    assert found[0].sources == {FILES[0].source.key: 1, FILES[3].source.key: 2, suppressed.source.key: 3}
    assert elsewhere == Standing()


def _suppressing(number: str, day: str) -> Resolution:
    return a_resolution(SuppressUnit(unit="departamento"), number=number, in_force_from=day)
