"""The acts between two days: which they are, in which order, and that they lead from the one to the other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from organica.domain.acts import Invalidate, Rectify, RenameUnit, Resume, Revoke, Suspend
from organica.domain.taking_effect import ActEffect
from tests.domain.fictional import BODY, fictional_resolutions
from tests.domain.fictional_answers import TREES, UNTIL_ESTABLISHED
from tests.domain.test_random_histories import driven
from tests.makers import ORGANIZATION, Book, a_post, a_resolution, a_unit, an_appointment, key_of
from tests.support.model import Step, histories
from tests.support.replaying_acts import assert_acts_lead_from_day_to_day, effects_of

DAYS = [date.fromisoformat(day) for day in (UNTIL_ESTABLISHED, *TREES)]
PROFILE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
BEGINS, LAPSES, MENDS = ActEffect


def told(book: Book) -> list[tuple[str, str, str, str]]:
    """Return each effect as (day, effect, number of the source, ref)."""
    return [
        (each.day.isoformat(), each.effect.value, each.scheduled.source.number or "", each.scheduled.ref)
        for each in effects_of(book.enacted, book.organization)
    ]


def renaming(name: str, number: str, day: str) -> object:
    return a_resolution(RenameUnit(unit="faros", name=name), number=number, in_force_from=day, coverage=None)


def a_body(*more: object) -> Book:
    return Book(a_resolution(a_unit("faros")), *more)  # type: ignore[arg-type]  # Filings.


def test_the_acts_between_any_two_days_of_the_fictional_body_lead_from_the_one_to_the_other() -> None:
    book = Book(*fictional_resolutions())
    assert book.organization == BODY
    assert assert_acts_lead_from_day_to_day(book, DAYS) > 300


@given(steps=histories(max_steps=10))
@PROFILE
def test_the_acts_between_any_two_days_of_a_random_history_lead_from_the_one_to_the_other(
    steps: list[Step],
) -> None:
    book, model = driven(steps)
    days = model.days()
    assert_acts_lead_from_day_to_day(book, [days[0] - timedelta(days=1), *days])


def test_an_appointment_for_a_time_is_listed_when_it_begins_and_when_it_lapses() -> None:
    book = a_body(
        a_resolution(
            a_unit("boyas", posts=[a_post("Jefatura", heads=True)]),
            an_appointment("boyas/Jefatura", "Marta Farías Luz", until="2024-01-01"),
            number="2",
            in_force_from="2023-01-01",
        )
    )
    assert told(book)[1:] == [
        ("2023-01-01", "begins", "2", "1"),
        ("2023-01-01", "begins", "2", "2"),
        ("2024-01-01", "lapses", "2", "2"),
    ]


def test_a_rectified_act_is_listed_in_its_new_words_and_the_rectification_on_its_own_day() -> None:
    target = f"{key_of('2', '2016')}#1"
    book = a_body(
        renaming("Faros y Valizas", "2", "2016-01-01"),
        a_resolution(
            Rectify(target=target, to=RenameUnit(unit="faros", name="Faros y Balizas")),
            number="3",
            in_force_from="2018-01-01",
            coverage=None,
        ),
    )
    assert told(book)[1:] == [("2016-01-01", "begins", "2", "1"), ("2018-01-01", "mends", "3", "1")]
    renamed = effects_of(book.enacted, ORGANIZATION)[1].scheduled
    assert isinstance(renamed.act, RenameUnit)
    assert renamed.act.name == "Faros y Balizas"
    assert [basis.source for basis in renamed.rectified_by] == [key_of("3", "2018")]


@pytest.mark.parametrize(
    ("upon", "listed"),
    [
        (Invalidate(target=key_of("2", "2018")), [("2017-01-01", "mends", "3", "1")]),
        (Revoke(target=key_of("2", "2018")), [("2017-01-01", "begins", "3", "1")]),
        (Suspend(target=key_of("2", "2018")), [("2017-01-01", "begins", "3", "1")]),
    ],
)
def test_an_act_that_has_no_force_on_its_day_does_not_take_effect(
    upon: Invalidate | Revoke | Suspend, listed: list[tuple[str, str, str, str]]
) -> None:
    book = a_body(
        renaming("Faros y Balizas", "2", "2018-01-01"),
        a_resolution(upon, number="3", in_force_from="2017-01-01", coverage=None),
    )
    assert told(book)[1:] == listed


def test_what_is_suspended_and_resumed_is_listed_once_and_so_are_the_acts_upon_it() -> None:
    target = key_of("2", "2016")
    book = a_body(
        renaming("Faros y Balizas", "2", "2016-01-01"),
        a_resolution(Suspend(target=target), number="3", in_force_from="2017-01-01", coverage=None),
        a_resolution(Resume(target=target), number="4", in_force_from="2018-01-01", coverage=None),
    )
    assert told(book)[1:] == [
        ("2016-01-01", "begins", "2", "1"),
        ("2017-01-01", "begins", "3", "1"),
        ("2018-01-01", "begins", "4", "1"),
    ]
