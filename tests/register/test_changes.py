"""The changes feed on both engines: recorded once, effective once, numbered without gaps, for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from db.engine import make_engine
from db.store import Store
from organica.domain.acts import (
    Appoint,
    Carried,
    Holder,
    PostItem,
    PostRef,
    RenameUnit,
    StateOrganization,
    Succeed,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.filings import CorrectedFacts, Correction
from organica.domain.resolution import CoverageClaim, Resolution
from organica.register.enact import enact
from organica.register.feed import Nature, Phase, RecordedChange, Wanted
from organica.register.turn_day import turn_day
from organica.register.verify import verify
from tests.domain.fictional import fictional_resolutions
from tests.makers import ORGANIZATION, a_day, a_resolution, a_unit, items, key_of

OTHER = "cl.otro-ficticio"
Told = tuple[int, str, str, str, str | None]


class Clock:
    """A clock that the test sets: noon, UTC, of the day that it was given."""

    def __init__(self, day: str) -> None:
        self.set(day)

    def set(self, day: str) -> None:
        self.now = datetime.fromisoformat(day if "T" in day else f"{day}T12:00:00").replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def founding(organization: str = ORGANIZATION, zone: str = "UTC") -> Resolution:
    return a_resolution(
        StateOrganization(name="Servicio", time_zone=zone),
        a_unit("division"),
        a_unit("dep", "division", functions=items("a")),
        in_force_from="2015-01-01",
        organization=organization,
        coverage=CoverageClaim(complete_under=(organization,)),
    )


def renaming(number: str, day: str, name: str, organization: str = ORGANIZATION) -> Resolution:
    return a_resolution(
        RenameUnit(unit="dep", name=name),
        number=number,
        in_force_from=day,
        organization=organization,
        coverage=None,
    )


def told(changes: Sequence[RecordedChange]) -> list[Told]:
    """Return what a reader acts upon: number, phase, day, kind, and the new value."""
    return [
        (each.seq, each.phase.value, each.day.isoformat(), each.change.kind.value, each.change.after)
        for each in changes
    ]


async def since(store: Store, number: int) -> list[Told]:
    return told(await store.changes(number))


async def sound(store: Store) -> None:
    assert (await verify(store)).faults == ()


async def test_an_entry_tells_each_change_once_in_the_order_of_its_days(store: Store) -> None:
    await enact(store, founding(), clock=Clock("2020-06-01"))
    assert await since(store, 0) == [
        (1, "recorded", "2015-01-01", "organization_stated", "Servicio"),
        (2, "recorded", "2015-01-01", "unit_created", "Departamento Division"),
        (3, "recorded", "2015-01-01", "unit_created", "Departamento Dep"),
        (4, "recorded", "2015-01-01", "function_assigned", "Ejercer la función a."),
        (5, "recorded", "2015-01-01", "coverage_changed", "complete"),
    ]
    created = (await store.changes(2, limit=1))[0]
    assert (created.entry, created.organization, created.nature) == (1, ORGANIZATION, Nature.LEGAL)
    assert created.change.legal_basis is not None
    assert created.change.legal_basis.source.endswith("/1")
    assert created.recorded_at == datetime(2020, 6, 1, 12, tzinfo=UTC)
    await sound(store)


async def test_an_act_of_the_future_is_recorded_now_and_takes_effect_once_on_its_day(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    assert await since(store, 5) == [(6, "recorded", "2020-06-10", "unit_renamed", "Nuevo")]
    clock.set("2020-06-09T23:59:59")
    assert await turn_day(store, clock) == 0
    clock.set("2020-06-10T00:00:00")
    assert await turn_day(store, clock) == 1
    assert await turn_day(store, clock) == 0
    assert await since(store, 6) == [(7, "effective", "2020-06-10", "unit_renamed", "Nuevo")]
    effective = (await store.changes(6))[0]
    assert (effective.entry, effective.nature, effective.recorded_at) == (2, Nature.LEGAL, clock.now)
    assert effective.change == (await store.changes(5))[0].change
    await sound(store)


async def test_after_three_days_down_every_day_that_passed_is_told_in_order(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-11", "Segundo"), clock=clock)
    await enact(store, renaming("3", "2020-06-10", "Primero"), clock=clock)
    clock.set("2020-06-12")
    assert await turn_day(store, clock) == 2
    assert [each[1:] for each in await since(store, 5) if each[1] == "effective"] == [
        ("effective", "2020-06-10", "unit_renamed", "Primero"),
        ("effective", "2020-06-11", "unit_renamed", "Segundo"),
    ]
    await sound(store)


async def test_enacting_first_tells_what_took_effect_as_it_was_known_before(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    clock.set("2020-06-12")
    await enact(store, renaming("3", "2020-06-11", "Mejor"), clock=clock)
    assert await since(store, 6) == [
        (7, "effective", "2020-06-10", "unit_renamed", "Nuevo"),
        (8, "recorded", "2020-06-11", "unit_renamed", "Mejor"),
    ]
    assert await turn_day(store, clock) == 0
    await sound(store)


async def test_a_back_dated_act_is_recorded_and_never_takes_effect(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2018-01-01", "Segundo"), clock=clock)
    await enact(store, renaming("3", "2016-01-01", "Primero"), clock=clock)
    clock.set("2021-01-01")
    assert await turn_day(store, clock) == 0
    assert await since(store, 5) == [
        (6, "recorded", "2018-01-01", "unit_renamed", "Segundo"),
        (7, "recorded", "2016-01-01", "unit_renamed", "Primero"),
    ]
    await sound(store)


async def test_a_clock_that_goes_back_repeats_nothing(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    clock.set("2020-06-15")
    assert await turn_day(store, clock) == 1
    clock.set("2020-06-05")
    assert await turn_day(store, clock) == 0
    await enact(store, renaming("3", "2020-06-12", "Mejor"), clock=clock)
    clock.set("2020-06-20")
    assert await turn_day(store, clock) == 1
    assert [each[1:3] for each in await since(store, 5)] == [
        ("recorded", "2020-06-10"),
        ("effective", "2020-06-10"),
        ("recorded", "2020-06-12"),
        ("effective", "2020-06-12"),
    ]
    await sound(store)


async def test_the_end_of_a_window_is_no_change(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(
        store,
        a_resolution(
            RenameUnit(unit="dep", name="Nuevo"),
            number="2",
            in_force_from="2021",
            basis=DateBasis.ASSUMED,
            coverage=None,
        ),
        clock=clock,
    )
    clock.set("2022-06-01")
    assert await turn_day(store, clock) == 1
    assert await since(store, 6) == [(7, "effective", "2021-01-01", "unit_renamed", "Nuevo")]
    await sound(store)


async def test_the_day_is_that_of_the_organization(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(zone="America/Santiago"), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    clock.set("2020-06-10T03:59:00")  # In Santiago it is still the ninth.
    assert await turn_day(store, clock) == 0
    clock.set("2020-06-10T04:00:00")
    assert await turn_day(store, clock) == 1
    await sound(store)


async def test_an_appointment_is_named_by_its_code_and_capacity_only(store: Store) -> None:
    clock = Clock("2020-06-01")
    head = PostItem(name="Jefatura", heads=True, holder=Holder("Ana Inventada"), capacity="titular")
    await enact(store, a_resolution(a_unit("division", posts=[head])), clock=clock)
    appointed = Appoint(
        post=PostRef(at="division/head"),
        holder=Holder("Berta Inventada"),
        capacity="suplente",
        in_force_until=LegalDate("2020-07-01"),
    )
    acting = a_resolution(appointed, number="2", in_force_from="2020-06-01", coverage=None)
    await enact(store, acting, clock=clock)
    clock.set("2020-07-01")
    assert await turn_day(store, clock) == 1
    assert "Inventada" not in repr(await store.changes())
    assert [each[1:] for each in (await since(store, 0))[-3:]] == [
        ("recorded", "2020-06-01", "appointed", "suplente"),
        ("recorded", "2020-07-01", "appointment_ended", None),
        ("effective", "2020-07-01", "appointment_ended", None),
    ]
    await sound(store)


async def test_two_organizations_share_the_numbers_and_keep_their_days(store: Store) -> None:
    clock = Clock("2020-06-01")
    for code in (ORGANIZATION, OTHER):
        await enact(store, founding(code), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Uno", ORGANIZATION), clock=clock)
    await enact(store, renaming("2", "2020-06-09", "Otro", OTHER), clock=clock)
    clock.set("2020-06-10")
    assert await turn_day(store, clock) == 2
    everything = await store.changes()
    assert [each.seq for each in everything] == list(range(1, 15))
    assert [(each.organization, each.change.after) for each in everything[-2:]] == [
        (OTHER, "Otro"),
        (ORGANIZATION, "Uno"),
    ]
    own = await store.changes(wanted=Wanted(organization=OTHER))
    assert [each.seq for each in own] == [6, 7, 8, 9, 10, 12, 13]
    await sound(store)


async def test_what_only_becomes_covered_is_of_the_register(store: Store) -> None:
    for resolution in fictional_resolutions():
        await enact(store, resolution)
    changes = await store.changes()
    covered = {
        each.seq for each in changes if each.change.kind.value.endswith(("_covered", "coverage_changed"))
    }
    assert covered
    assert {each.seq for each in changes if each.nature is Nature.REGISTER} == covered
    await sound(store)


async def test_a_correction_is_of_the_register_and_tells_where_both_come_to_agree_again(store: Store) -> None:
    await enact(store, founding())
    await enact(store, renaming("2", "2018-01-01", "Segundo"))
    later = CorrectedFacts(in_force_from=LegalDate("2019-01-01"))
    await enact(store, Correction(ORGANIZATION, key_of("2", "2018"), "El día era otro.", facts=later))
    assert [each[1:] for each in await since(store, 6)] == [
        ("recorded", "2018-01-01", "unit_renamed", "Departamento Dep"),
        ("recorded", "2019-01-01", "unit_renamed", "Segundo"),
    ]
    assert {each.nature for each in await store.changes(6)} == {Nature.REGISTER}
    await sound(store)


async def test_one_entry_tells_what_it_changes_in_two_organizations(store: Store) -> None:
    clock = Clock("2020-06-01")
    for code in (ORGANIZATION, OTHER):
        await enact(store, founding(code), clock=clock)
    carried = Carried("division", "division-heredada"), Carried("dep", "dep-heredado")
    acting = a_resolution(
        Succeed(heir=OTHER, units=carried), number="7", in_force_from="2020-06-10", coverage=None
    )
    await enact(store, acting, clock=clock)
    of_entry = [each for each in await store.changes() if each.entry == 3]
    assert {each.organization for each in of_entry} == {ORGANIZATION, OTHER}
    assert {each.day for each in of_entry} == {a_day("2020-06-10")}
    clock.set("2020-06-10")
    assert await turn_day(store, clock) == len(of_entry)
    effective = [each for each in await store.changes() if each.phase is Phase.EFFECTIVE]
    assert {(e.organization, e.change) for e in effective} == {(e.organization, e.change) for e in of_entry}
    await sound(store)


async def test_several_servers_that_turn_one_day_tell_it_once(store: Store, migrated_url: str) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    clock.set("2020-06-10")
    others = [Store(make_engine(migrated_url)) for _ in range(3)]
    assert sorted(await asyncio.gather(*(turn_day(each, clock) for each in others))) == [0, 0, 1]
    for each in others:
        await each.close()
    await sound(store)


async def test_a_refused_entry_tells_nothing(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    clock.set("2020-06-11")
    with pytest.raises(Exception, match="sin-unidad"):
        await enact(
            store,
            a_resolution(RenameUnit(unit="sin-unidad", name="X"), number="9", in_force_from="2020-01-01"),
            clock=clock,
        )
    assert await store.newest_change() == 6
