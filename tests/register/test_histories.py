"""Timelines and acts of a history with every turn, on both engines: rectified, revoked, lapsed, withheld."""

from __future__ import annotations

from datetime import date

import pytest

from db.store import Store
from organica.domain.acts import EndAppointment
from organica.domain.source import BasisRole
from organica.domain.states import Noun
from organica.domain.taking_effect import ActEffect
from organica.register import histories
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact
from organica.register.histories import AppointmentEnd
from organica.register.views import Occupancy
from tests.domain.fictional import fictional_resolutions
from tests.makers import ORGANIZATION, a_day, a_post_ref, a_resolution
from tests.support.turbulent import FIRST_NAME, HEAD, MISSPELT, SECOND_NAME, WITHHELD, turbulent

LAST = 8


@pytest.fixture
async def consult(store: Store) -> Consult:
    for filing in turbulent():
        await enact(store, filing)
    return Consult(store)


async def archive_of(consult: Consult) -> Archive:
    return await consult.archive(ORGANIZATION, LAST)


async def acts_told(consult: Consult, base: str, target: str, known: int = LAST) -> list[tuple[object, ...]]:
    """Return each act between two days as (day, number of the source, ref, effect, kinds of its changes)."""
    found = await consult.diff(ORGANIZATION, a_day(base), a_day(target), KnownAt(entry=known))
    among = found.among(await consult.acts(ORGANIZATION, KnownAt(entry=known)))
    assert among.others == ()
    return [
        (
            each.day.isoformat(),
            each.source.number,
            each.ref,
            each.effect.value,
            [change.kind.value for change in each.changes],
        )
        for each in among.acts
    ]


async def test_a_post_is_held_vacant_or_unknown_and_each_run_says_why_it_ended(consult: Consult) -> None:
    archive = await archive_of(consult)
    held = [
        (
            each.start.isoformat(),
            each.end.isoformat() if each.end else None,
            each.appointment.holder,
            each.appointment.state.capacity,
            each.appointment.state.employment,
            each.ending,
        )
        for each in histories.tenures(archive, LAST, HEAD)
    ]
    assert held == [
        (
            "2023-01-01",
            "2024-01-01",
            "Marta Farías Luz",
            "titular",
            "contrata",
            AppointmentEnd.LAPSED,
        ),
        ("2024-06-01", "2025-01-01", None, "subrogante", None, AppointmentEnd.ENDED),
    ]
    spells = [
        (each.start.isoformat(), each.end and each.end.isoformat(), each.occupancy, each.appointments)
        for each in histories.spells(archive, HEAD, LAST)
    ]
    assert spells == [
        ("2020-01-01", "2023-01-01", Occupancy.UNKNOWN, ()),
        ("2023-01-01", "2024-01-01", Occupancy.HELD, ("faros.p1.1",)),
        ("2024-01-01", "2024-06-01", Occupancy.VACANT, ()),
        ("2024-06-01", "2025-01-01", Occupancy.HELD, ("faros.p1.2",)),
        ("2025-01-01", None, Occupancy.VACANT, ()),
    ]


async def test_a_post_has_a_version_for_each_order_of_substitution_but_none_for_each_holder(
    consult: Consult,
) -> None:
    versions = histories.post_versions(await archive_of(consult), HEAD, LAST)
    assert [(each.version.start, [sub.code for sub in each.substitutes]) for each in versions] == [
        (date(2020, 1, 1), []),
        (date(2023, 1, 1), ["faros.p2"]),
    ]


async def test_a_history_as_known_before_an_entry_does_not_tell_what_came_later(consult: Consult) -> None:
    archive = await archive_of(consult)
    assert [each.appointment.code for each in histories.tenures(archive, 5, HEAD)] == ["faros.p1.1"]
    names = [each.state.name for each in archive.unit_versions("faros", 3)]
    assert names == ["Faros", MISSPELT, SECOND_NAME]
    assert await acts_told(consult, "2020-06-01", "2021-06-01", 3) == [
        ("2021-01-01", "2", "1", "begins", ["unit_renamed"])
    ]


async def test_a_rectified_and_a_revoked_version_say_by_which_act(consult: Consult) -> None:
    versions = (await archive_of(consult)).unit_versions("faros", LAST)
    told = [
        (
            each.state.name,
            [(basis.role, basis.source.number) for basis in each.legal_basis][1:],
            each.ended_by and (each.ended_by.role, each.ended_by.source.number),
        )
        for each in versions
    ]
    amends, rectifies, revokes = BasisRole.AMENDS, BasisRole.RECTIFIES, BasisRole.REVOKES
    assert told == [
        ("Faros", [], (amends, "2")),
        (FIRST_NAME, [(amends, "2"), (rectifies, "4")], (amends, "3")),
        (SECOND_NAME, [(amends, "2"), (rectifies, "4"), (amends, "3")], (revokes, "6")),
        (FIRST_NAME, [(amends, "2"), (rectifies, "4"), (revokes, "6")], None),
    ]


async def test_the_acts_between_two_days_come_in_order_each_with_its_part_of_the_difference(
    consult: Consult,
) -> None:
    assert await acts_told(consult, "2021-12-31", "2022-12-31") == [
        ("2022-01-01", "3", "1", "begins", ["unit_renamed"]),
        ("2022-06-01", "4", "1", "mends", []),
    ]
    assert await acts_told(consult, "2023-12-31", "2024-06-01") == [
        ("2024-01-01", "5", "1", "lapses", ["appointment_ended"]),
        ("2024-06-01", "6", "1", "begins", ["unit_renamed"]),
        ("2024-06-01", "6", "2", "begins", ["appointed"]),
    ]


async def test_a_day_has_no_acts_after_itself(consult: Consult) -> None:
    assert await acts_told(consult, "2024-06-01", "2024-06-01") == []
    assert await acts_told(consult, "2024-06-01", "2024-12-31") == []


async def test_an_act_is_told_in_the_words_of_its_file_and_shows_no_withheld_name(consult: Consult) -> None:
    words = {each.ref + each.source.key[-7:]: each.words for each in await consult.acts(ORGANIZATION)}
    assert words["1/2021/2"] == f"rename: {{unit: faros, name: {FIRST_NAME}}}\n"
    assert "holder: Marta Farías Luz" in words["1/2023/5"]
    assert "sealed:" in words["2/2024/6"]
    assert WITHHELD not in str(words)


async def test_a_lapse_that_another_act_forestalled_is_not_told(store: Store) -> None:
    first, *_, appointing, _revoking, _ending, _withholding = turbulent()
    await enact(store, first)
    await enact(store, appointing)
    await enact(
        store,
        a_resolution(
            EndAppointment(post=a_post_ref("faros/head")),
            number="9",
            in_force_from="2023-07-01",
            coverage=None,
        ),
    )
    effects = [(each.source.number, each.effect) for each in await Consult(store).acts(ORGANIZATION)]
    assert ("5", ActEffect.LAPSES) not in effects
    assert ("9", ActEffect.BEGINS) in effects


async def test_each_change_point_has_its_acts_and_a_window_that_ends_has_none(store: Store) -> None:
    for resolution in fictional_resolutions():
        await enact(store, resolution)
    consult = Consult(store)
    archive = await consult.archive(ORGANIZATION)
    points = histories.change_points(archive, await consult.acts(ORGANIZATION), archive.head)
    assert [point.interval.start for point in points] == archive.change_points(archive.head)
    told = {point.interval.start.isoformat(): [act.source.number for act in point.acts] for point in points}
    assert told["2020-09-01"] == ["60", "60"]
    assert told["2026-01-01"] == ["1"]
    assert told["2022-01-01"] == []
    by_post = {post: histories.tenures(archive, archive.head, post) for post in archive.codes(Noun.POST, 99)}
    assert {post: [each.ending for each in held] for post, held in by_post.items() if held} == {
        "direccion.p1": [AppointmentEnd.LAPSED],
        "faros-norte.p1": [AppointmentEnd.GAVE_WAY],
        "faros-norte.p2": [None],
    }
