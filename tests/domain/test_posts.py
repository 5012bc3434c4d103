"""Posts, who holds them, until when, and when an act on them is refused."""

from __future__ import annotations

import pytest

from organica.domain.acts import CreatePost, EndAppointment, Holder, StateUnit
from organica.domain.refusals.matters import NamedTwice
from organica.domain.refusals.posts import (
    AppointmentNotInForce,
    PostAmbiguous,
    PostExists,
    PostHeld,
    PostNotInForce,
    TwoHeads,
)
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.resolution import Resolution
from organica.domain.span import EndBeforeStart
from organica.domain.structure import Structure
from tests.makers import (
    Book,
    a_day,
    a_post,
    a_post_ref,
    a_resolution,
    a_statement,
    a_unit,
    an_appointment,
)
from tests.support.refusing import refused

ANA, LUIS = "Ana Rompeolas Sur", "Luis Brisa Mar"


@pytest.fixture
def book() -> Book:
    return Book(a_resolution(a_unit("faros", posts=[a_post("Jefatura", heads=True)]), a_unit("boyas")))


def then(*acts: object, number: str = "2", in_force_from: str = "2016-01-01") -> Resolution:
    return a_resolution(*acts, number=number, in_force_from=in_force_from)  # type: ignore[arg-type]  # Acts.


def on(book: Book, day: str) -> Structure:
    return book.history.structure_on(a_day(day))


def held(book: Book, day: str, post: str = "faros.p1") -> tuple[list[tuple[str, str | None]], bool]:
    """Return who holds a post on a day, each with the capacity, and whether it is known to be vacant."""
    structure = on(book, day)
    return (
        [(each.seal, each.capacity) for each in structure.appointments_to(post)],
        structure.posts[post].known_vacant,
    )


def test_a_post_that_nobody_was_appointed_to_is_not_known_to_be_vacant(book: Book) -> None:
    assert held(book, "2015-01-01") == ([], False)


def test_an_appointment_begins_on_its_day(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA)))
    assert held(book, "2015-12-31") == ([], False)
    assert held(book, "2016-01-01") == ([(ANA, "titular")], False)
    assert set(on(book, "2016-01-01").appointments) == {"faros.p1.1"}


def test_a_post_is_found_by_head_by_name_and_by_code(book: Book) -> None:
    for number, at in enumerate(("faros/head", "faros/Jefatura"), start=2):
        book.enact(
            then(
                an_appointment(at, ANA, f"calidad {number}"),
                number=str(number),
                in_force_from=f"20{14 + number}-01-01",
            )
        )
    book.enact(then(EndAppointment(post=a_post_ref(code="faros.p1")), number="4", in_force_from="2019-01-01"))
    assert held(book, "2018-12-31")[0] == [(ANA, "calidad 2"), (ANA, "calidad 3")]
    assert held(book, "2019-01-01") == ([], True)


def test_an_appointment_lapses_on_the_day_that_its_act_set(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA, until="2018-01-01")))
    assert held(book, "2017-12-31") == ([(ANA, "titular")], False)
    assert held(book, "2018-01-01") == ([], True)
    post = on(book, "2018-01-01").posts["faros.p1"]
    assert (post.since, post.legal_basis) == (
        on(book, "2016-01-01").posts["faros.p1"].since,
        post.legal_basis,
    )


def test_an_appointment_that_would_lapse_before_it_begins_is_refused(book: Book) -> None:
    refused(book, then(an_appointment("faros/head", ANA, until="2016-01-01")), EndBeforeStart)


def test_the_next_one_may_begin_on_the_day_on_which_the_former_lapses(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA, until="2018-01-01")))
    book.enact(then(an_appointment("faros/head", LUIS), number="3", in_force_from="2018-01-01"))
    assert held(book, "2018-01-01") == ([(LUIS, "titular")], False)
    assert set(on(book, "2018-01-01").appointments) == {"faros.p1.2"}


def test_a_post_is_not_held_twice_in_one_capacity(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA)))
    again = then(an_appointment("faros/head", LUIS), number="3", in_force_from="2017-01-01")
    refusal = refused(book, again, PostHeld)
    assert (refusal.facts["post"], refusal.facts["appointment"]) == ("faros.p1", "faros.p1.1")


def test_a_post_may_be_held_in_two_capacities(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA), an_appointment("faros/head", LUIS, "suplente")))
    assert held(book, "2016-01-01")[0] == [(ANA, "titular"), (LUIS, "suplente")]


def test_ending_one_appointment_leaves_the_other(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA), an_appointment("faros/head", LUIS, "suplente")))
    end = EndAppointment(post=a_post_ref("faros/head"), holder=Holder(ANA))
    book.enact(then(end, number="3", in_force_from="2017-01-01"))
    assert held(book, "2017-01-01") == ([(LUIS, "suplente")], False)


def test_ending_all_appointments_leaves_the_post_vacant(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA), an_appointment("faros/head", LUIS, "suplente")))
    book.enact(then(EndAppointment(post=a_post_ref("faros/head")), number="3", in_force_from="2017-01-01"))
    assert held(book, "2017-01-01") == ([], True)


def test_former_and_next_holder_change_in_one_file(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA)))
    end = EndAppointment(post=a_post_ref("faros/head"), holder=Holder(ANA))
    book.enact(then(end, an_appointment("faros/head", LUIS), number="3", in_force_from="2017-01-01"))
    assert held(book, "2017-01-01") == ([(LUIS, "titular")], False)
    before, after = (on(book, day).posts["faros.p1"] for day in ("2016-12-31", "2017-01-01"))
    assert before == after


def test_who_leaves_and_who_comes_in_two_resolutions_of_one_day_leave_the_post_as_it_is(book: Book) -> None:
    other = Book(a_resolution(a_unit("faros", posts=[a_post("Jefatura", heads=True)]), a_unit("boyas")))
    for each in (book, other):
        each.enact(then(an_appointment("faros/head", ANA)))
    end = then(
        EndAppointment(post=a_post_ref("faros/head"), holder=Holder(ANA)),
        number="3",
        in_force_from="2017-01-01",
    )
    come = then(an_appointment("faros/head", LUIS, "suplente"), number="4", in_force_from="2017-01-01")
    for resolution in (end, come):
        book.enact(resolution)
    for resolution in (come, end):
        other.enact(resolution)
    for each in (book, other):
        assert held(each, "2017-01-01") == ([(LUIS, "suplente")], False)
        assert on(each, "2017-01-01").posts == on(each, "2016-12-31").posts


@pytest.mark.parametrize("holder", [None, Holder(LUIS)])
def test_an_appointment_that_does_not_exist_is_not_ended(book: Book, holder: Holder | None) -> None:
    if holder:
        book.enact(then(an_appointment("faros/head", ANA)))
    end = EndAppointment(post=a_post_ref("faros/head"), holder=holder)
    refused(book, then(end, number="3", in_force_from="2017-01-01"), AppointmentNotInForce)


@pytest.mark.parametrize(
    "post", [a_post_ref("boyas/head"), a_post_ref("faros/Nadie"), a_post_ref(code="x.p1")]
)
def test_an_act_on_a_post_that_nobody_knows_is_refused(book: Book, post: object) -> None:
    refused(book, then(EndAppointment(post=post)), PostNotInForce)  # type: ignore[arg-type]  # A PostRef.


def test_a_post_is_created_and_filled_in_one_file(book: Book) -> None:
    book.enact(
        then(CreatePost(unit="boyas", post=a_post("Patrón", heads=True)), an_appointment("boyas/head", ANA))
    )
    assert held(book, "2016-01-01", "boyas.p1") == ([(ANA, "titular")], False)


def test_a_post_is_created_with_its_holder(book: Book) -> None:
    post = a_post("Patrón", holder=Holder(ANA), capacity="encargado")
    book.enact(then(CreatePost(unit="boyas", post=post)))
    assert held(book, "2016-01-01", "boyas.p1")[0] == [(ANA, "encargado")]


def test_a_post_of_an_unknown_unit_is_refused(book: Book) -> None:
    refused(book, then(CreatePost(unit="nadie", post=a_post("Patrón"))), UnitNotInForce)


def test_a_post_that_exists_is_not_created_again(book: Book) -> None:
    again = CreatePost(unit="faros", post=a_post("Otra", code="faros.p1"))
    assert refused(book, then(again), PostExists).facts["post"] == "faros.p1"


def test_a_unit_has_one_head(book: Book) -> None:
    refusal = refused(book, then(CreatePost(unit="faros", post=a_post("Otra", heads=True))), TwoHeads)
    assert (refusal.facts["unit"], refusal.facts["posts"]) == ("faros", ("faros.p1", "faros.p2"))


def test_a_path_that_two_posts_answer_to_is_refused(book: Book) -> None:
    book.enact(then(*(CreatePost(unit="boyas", post=a_post("Marinero")) for _ in range(2))))
    appoint = then(an_appointment("boyas/Marinero", ANA), number="3", in_force_from="2017-01-01")
    assert refused(book, appoint, PostAmbiguous).facts["codes"] == ("boyas.p1", "boyas.p2")


def test_a_stated_list_of_posts_is_the_whole_list(book: Book) -> None:
    book.enact(
        then(
            a_statement(
                "faros", None, posts=[a_post("Guardia", holder=Holder(ANA)), a_post("Jefatura", heads=True)]
            )
        )
    )
    assert set(on(book, "2016-01-01").posts) == {"faros.p1", "faros.p2"}
    book.enact(
        then(
            a_statement("faros", None, posts=[a_post("Jefatura", heads=True)]),
            number="3",
            in_force_from="2017-01-01",
        )
    )
    assert set(on(book, "2017-01-01").posts) == {"faros.p1"}
    assert on(book, "2017-01-01").appointments == {}


def test_two_posts_of_one_name_stay_two_when_they_are_stated_again(book: Book) -> None:
    state = StateUnit(unit="boyas", posts=(a_post("Marinero"), a_post("Marinero")))
    book.enact(then(state))
    book.enact(then(state, number="3", in_force_from="2017-01-01"))
    assert {on(book, "2017-01-01").posts_by_unit["boyas"][i].code for i in (0, 1)} == {
        "boyas.p1",
        "boyas.p2",
    }


def test_a_list_that_names_one_post_twice_is_refused(book: Book) -> None:
    posts = [a_post("Una", code="faros.p1"), a_post("Otra", code="faros.p1")]
    refused(book, then(a_statement("faros", None, posts=posts)), NamedTwice)


def test_a_stated_holder_takes_the_place_of_the_former_one(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA)))
    state = a_statement("faros", None, posts=[a_post(heads=True, holder=Holder(LUIS), capacity="titular")])
    book.enact(then(state, number="3", in_force_from="2017-01-01"))
    assert held(book, "2017-01-01") == ([(LUIS, "titular")], False)
    assert on(book, "2017-01-01").posts["faros.p1"].name == "Jefatura"


def test_a_holder_who_is_stated_again_keeps_the_appointment(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA)))
    state = a_statement("faros", None, posts=[a_post(heads=True, holder=Holder(ANA), capacity="titular")])
    book.enact(then(state, number="3", in_force_from="2017-01-01"))
    kept = on(book, "2017-01-01").appointments["faros.p1.1"]
    assert (kept.since.value, len(kept.legal_basis)) == ("2016-01-01", 2)


def test_a_post_that_is_stated_vacant_has_no_holder(book: Book) -> None:
    book.enact(then(an_appointment("faros/head", ANA)))
    state = a_statement("faros", None, posts=[a_post(heads=True, vacant=True)])
    book.enact(then(state, number="3", in_force_from="2017-01-01"))
    assert held(book, "2017-01-01") == ([], True)
