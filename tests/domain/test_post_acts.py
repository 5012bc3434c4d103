"""Renaming and abolishing posts, who stands in for whom, and when an act on that is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import (
    AbolishPost,
    Act,
    AssignFunction,
    CreatePost,
    EndAppointment,
    PostRef,
    RemoveFunction,
    RenamePost,
    SetSubstitutionOrder,
    StateUnit,
    SuppressUnit,
)
from organica.domain.change import ChangeKind
from organica.domain.diff import Side, diff
from organica.domain.refusals.matters import ActChangesNothing
from organica.domain.refusals.ordering import LaterActNoLongerApplies, UndatedOrder
from organica.domain.refusals.posts import (
    PostAbolished,
    PostHasFunctions,
    PostNotInForce,
    SubstituteOfItself,
    SubstituteTwice,
)
from organica.domain.resolution import Resolution
from organica.domain.states import Noun
from organica.domain.structure import Structure
from tests.makers import (
    ORGANIZATION,
    Book,
    a_day,
    a_function,
    a_post,
    a_post_ref,
    a_resolution,
    a_unit,
    an_appointment,
    an_item,
)
from tests.support.refusing import refused

ANA = "Ana Rompeolas Sur"
HEAD, DEPUTY, KEEPER = "faros.p1", "faros.p2", "boyas.p1"


FOUNDED = a_resolution(
    a_unit("faros", posts=[a_post("Jefatura", heads=True), a_post("Subjefatura")]),
    a_unit("boyas", posts=[a_post("Encargado/a de Boyas")]),
)


@pytest.fixture
def book() -> Book:
    return Book(FOUNDED)


def then(*acts: Act, number: str = "2", day: str = "2016-01-01") -> Resolution:
    return a_resolution(*acts, number=number, in_force_from=day)


def on(book: Book, day: str) -> Structure:
    return book.history.structure_on(a_day(day))


def order_of(*substitutes: str, post: str = "faros/head") -> SetSubstitutionOrder:
    refs = tuple(PostRef(at=each) for each in substitutes)
    return SetSubstitutionOrder(post=PostRef(at=post), substitutes=refs)


def changed(book: Book, base: str, target: str) -> list[tuple[ChangeKind, str, str | None, str | None]]:
    sides = []
    for day in (base, target):
        moment = book.history.moment_on(a_day(day))
        assert moment is not None
        sides.append(Side(moment.structure, moment.coverage))
    found = diff(ORGANIZATION, *sides)
    return [(change.kind, change.code, change.before, change.after) for change in found]


def test_a_post_is_renamed_and_found_by_its_new_name_afterwards(book: Book) -> None:
    book.enact(then(RenamePost(post=a_post_ref("faros/Subjefatura"), name="Jefatura Subrogante")))
    book.enact(then(an_appointment("faros/Jefatura Subrogante", ANA), number="3", day="2017-01-01"))
    assert [on(book, day).posts[DEPUTY].name for day in ("2015-12-31", "2016-01-01")] == [
        "Subjefatura",
        "Jefatura Subrogante",
    ]
    assert [held.seal for held in on(book, "2017-01-01").appointments_to(DEPUTY)] == [ANA]
    assert changed(book, "2015-12-31", "2016-01-01") == [
        (ChangeKind.POST_CHANGED, DEPUTY, "Subjefatura", "Jefatura Subrogante")
    ]
    old = then(an_appointment("faros/Subjefatura", ANA, "otra"), number="4", day="2018-01-01")
    assert refused(book, old, PostNotInForce).facts["post"] == "faros/Subjefatura"


def test_a_post_is_not_renamed_to_its_own_name(book: Book) -> None:
    same = then(RenamePost(post=a_post_ref("faros/head"), name="Jefatura"))
    assert refused(book, same, ActChangesNothing).facts["target"] == HEAD


def test_a_rename_that_a_path_of_the_same_day_reads_needs_a_declared_order(book: Book) -> None:
    book.enact(then(RenamePost(post=a_post_ref("faros/Subjefatura"), name="Otra")))
    reader = then(an_appointment("faros/Subjefatura", ANA), number="3")
    # The fold applies it after the rename, so the path leads nowhere before any order is asked for.
    assert refused(book, reader, PostNotInForce).facts["post"] == "faros/Subjefatura"
    other = Book(FOUNDED, then(an_appointment("faros/Subjefatura", ANA)))
    late = then(RenamePost(post=a_post_ref("faros/Subjefatura"), name="Otra"), number="3")
    assert refused(other, late, UndatedOrder).facts["field"] == "path"


def test_a_post_is_abolished_and_its_appointments_end_with_it(book: Book) -> None:
    book.enact(then(an_appointment("faros/Subjefatura", ANA)))
    book.enact(then(AbolishPost(post=a_post_ref("faros/Subjefatura")), number="3", day="2017-01-01"))
    assert set(on(book, "2016-12-31").appointments) == {"faros.p2.1"}
    after = on(book, "2017-01-01")
    assert (set(after.posts), set(after.appointments)) == ({HEAD, KEEPER}, set())
    assert after.endings[Noun.POST, DEPUTY].on.value == "2017-01-01"
    assert changed(book, "2016-12-31", "2017-01-01") == [
        (ChangeKind.POST_ABOLISHED, DEPUTY, "Subjefatura", None),
        (ChangeKind.APPOINTMENT_ENDED, "faros.p2.1", "titular", None),
    ]


def abolished(book: Book) -> Book:
    book.enact(then(AbolishPost(post=a_post_ref("faros/Subjefatura"))))
    return book


@pytest.mark.parametrize("post", [PostRef(at="faros/Subjefatura"), PostRef(code=DEPUTY)])
def test_an_act_on_an_abolished_post_is_told_that_it_was_abolished(book: Book, post: PostRef) -> None:
    acts: tuple[Act, ...] = (
        replace(an_appointment("faros/head", ANA), post=post),
        RenamePost(post=post, name="Otra"),
        AbolishPost(post=post),
        EndAppointment(post=post),
        SetSubstitutionOrder(post=PostRef(code=HEAD), substitutes=(post,)),
    )
    abolished(book)
    for act in acts:
        refusal = refused(book, then(act, number="3", day="2017-01-01"), PostAbolished)
        assert refusal.facts["abolished"] == "2016-01-01"
        assert refusal.sentence() == (
            f"El cargo {post.at or post.code} fue suprimido (2016-01-01) y no existe el 2017-01-01."
        )


def test_a_post_abolished_before_in_the_same_file_takes_no_appointment(book: Book) -> None:
    both = then(AbolishPost(post=a_post_ref("faros/head")), an_appointment("faros/head", ANA))
    assert refused(book, both, PostAbolished).facts["day"] == "2016-01-01"


def test_a_new_post_by_the_name_of_an_abolished_one_is_another_post(book: Book) -> None:
    abolished(book)
    book.enact(then(CreatePost(unit="faros", post=a_post("Subjefatura")), number="3", day="2017-01-01"))
    book.enact(then(an_appointment("faros/Subjefatura", ANA), number="4", day="2018-01-01"))
    assert set(on(book, "2018-01-01").appointments) == {"faros.p3.1"}


def test_a_post_that_holds_functions_is_not_abolished(book: Book) -> None:
    given = AssignFunction(unit="faros", function=an_item("a"), post=a_post_ref("faros/Subjefatura"))
    book.enact(then(given))
    abolish = AbolishPost(post=a_post_ref("faros/Subjefatura"))
    refusal = refused(book, then(abolish, number="3", day="2017-01-01"), PostHasFunctions)
    assert (refusal.facts["post"], refusal.facts["functions"]) == (DEPUTY, ("faros.1",))
    removed = RemoveFunction(function=a_function("faros/a"))
    book.enact(then(abolish, removed, number="3", day="2017-01-01"))
    after = on(book, "2017-01-01")
    assert (DEPUTY in after.posts, after.functions) == (False, {})


def test_a_substitution_order_is_set_replaced_and_ended_each_by_its_act(book: Book) -> None:
    book.enact(then(order_of("faros/Subjefatura", "boyas/Encargado/a de Boyas")))
    book.enact(then(order_of("boyas/Encargado/a de Boyas"), number="3", day="2017-01-01"))
    book.enact(then(order_of(), number="4", day="2018-01-01"))
    days = ("2015-12-31", "2016-01-01", "2017-01-01", "2018-01-01")
    assert [on(book, day).posts[HEAD].substitutes for day in days] == [
        (),
        (DEPUTY, KEEPER),
        (KEEPER,),
        (),
    ]
    kind = ChangeKind.SUBSTITUTION_ORDER_SET
    assert changed(book, days[0], days[1]) == [(kind, HEAD, None, "faros.p2, boyas.p1")]
    assert changed(book, days[1], days[2]) == [(kind, HEAD, "faros.p2, boyas.p1", "boyas.p1")]
    assert changed(book, days[2], days[3]) == [(kind, HEAD, "boyas.p1", None)]
    assert [basis.changed for basis in on(book, "2018-01-01").posts[HEAD].legal_basis] == [
        (),
        ("substitutes",),
        ("substitutes",),
        ("substitutes",),
    ]


def test_a_substitute_that_is_abolished_later_stays_in_the_order_as_printed(book: Book) -> None:
    book.enact(then(order_of("faros/Subjefatura", "boyas/Encargado/a de Boyas")))
    book.enact(then(AbolishPost(post=a_post_ref("faros/Subjefatura")), number="3", day="2017-01-01"))
    after = on(book, "2017-01-01")
    assert after.posts[HEAD].substitutes == (DEPUTY, KEEPER)
    assert DEPUTY not in after.posts


def test_a_restated_unit_leaves_the_substitution_order_alone(book: Book) -> None:
    book.enact(then(order_of("faros/Subjefatura")))
    posts = (a_post("Jefatura", heads=True), a_post("Subjefatura"))
    book.enact(then(StateUnit(unit="faros", posts=posts), number="3", day="2017-01-01"))
    assert on(book, "2017-01-01").posts[HEAD].substitutes == (DEPUTY,)


def test_no_post_stands_in_for_itself(book: Book) -> None:
    refusal = refused(book, then(order_of("faros/Subjefatura", "faros/Jefatura")), SubstituteOfItself)
    assert refusal.facts["post"] == HEAD


def test_a_substitute_is_named_once(book: Book) -> None:
    twice = then(
        SetSubstitutionOrder(
            post=PostRef(at="faros/head"), substitutes=(PostRef(at="faros/Subjefatura"), PostRef(code=DEPUTY))
        )
    )
    refusal = refused(book, twice, SubstituteTwice)
    assert (refusal.facts["post"], refusal.facts["substitute"]) == (HEAD, DEPUTY)


def test_a_substitute_must_be_in_force_on_the_day(book: Book) -> None:
    unknown = refused(book, then(order_of("faros/Nadie")), PostNotInForce)
    assert unknown.facts["post"] == "faros/Nadie"
    book.enact(then(SuppressUnit(unit="boyas")))
    gone = then(order_of("boyas/Encargado/a de Boyas"), number="3", day="2017-01-01")
    assert refused(book, gone, PostAbolished).facts["abolished"] == "2016-01-01"


def test_an_order_that_is_so_already_or_ends_none_is_refused(book: Book) -> None:
    assert refused(book, then(order_of()), ActChangesNothing).facts["target"] == HEAD
    book.enact(then(order_of("faros/Subjefatura")))
    again = then(order_of("faros/Subjefatura"), number="3", day="2017-01-01")
    assert refused(book, again, ActChangesNothing).facts["target"] == HEAD


def test_a_back_dated_abolition_under_a_later_order_is_refused(book: Book) -> None:
    book.enact(then(order_of("faros/Subjefatura"), day="2018-01-01"))
    early = then(AbolishPost(post=a_post_ref("faros/Subjefatura")), number="3", day="2017-01-01")
    assert refused(book, early, LaterActNoLongerApplies).facts["cause"] == "post_abolished"


def test_two_orders_of_one_day_need_a_declared_order(book: Book) -> None:
    book.enact(then(order_of("faros/Subjefatura")))
    other = then(order_of("boyas/Encargado/a de Boyas"), number="3")
    assert refused(book, other, UndatedOrder).facts["field"] == "substitutes"
