"""Attestations fill what no norm says, and give way on every day on which a norm says it."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    UNKNOWN_PARENT,
    CreatePost,
    EndAppointment,
    Holder,
    MoveUnit,
    RemoveFunction,
    RenameUnit,
    SetObjective,
    StateOrganization,
    StateUnit,
    SuppressUnit,
    TransferFunction,
    under,
)
from organica.domain.dates import DateBasis
from organica.domain.refusals.functions import LabelTwice
from organica.domain.refusals.matters import CannotAttest
from organica.domain.refusals.ordering import UndatedOrder
from organica.domain.refusals.posts import PostNotInForce
from organica.domain.refusals.units import ParentCycle
from organica.domain.structure import Structure
from tests.makers import (
    Book,
    a_day,
    a_function,
    a_post,
    a_post_ref,
    a_resolution,
    a_statement,
    a_unit,
    an_appointment,
    an_attestation,
    an_item,
    items,
)
from tests.support.refusing import refused

ANA, LUIS = "Ana Rompeolas Sur", "Luis Brisa Mar"
BASE = a_resolution(a_unit("direccion"), a_unit("faros", "direccion"), a_unit("boyas", "direccion"))
HEAD = StateUnit(unit="faros", posts=(a_post(heads=True, holder=Holder(LUIS)),))


def on(book: Book, day: str) -> Structure:
    return book.history.structure_on(a_day(day))


def heads(book: Book, day: str, unit: str = "faros") -> list[tuple[str, str | None, list[str]]]:
    """Return the posts of a unit with their names and holders."""
    structure = on(book, day)
    return [
        (post.code, post.name, [held.seal for held in structure.appointments_to(post.code)])
        for post in structure.posts_by_unit.get(unit, ())
    ]


def test_an_attested_head_is_shown_from_its_day_on() -> None:
    book = Book(BASE, an_attestation(HEAD))
    assert heads(book, "2015-12-31") == []
    assert heads(book, "2016-01-01") == [("faros.p1", None, [LUIS])]
    assert on(book, "2016-01-01").posts["faros.p1"].born.basis is DateBasis.SINCE_AT_LEAST


def test_an_attestation_fills_an_objective_that_no_norm_gives() -> None:
    said = StateUnit(unit="faros", name="Faros y más", objective="Alumbrar.")
    faros = on(Book(BASE, an_attestation(said)), "2016-01-01").units["faros"]
    assert (faros.name, faros.objective) == ("Departamento Faros", "Alumbrar.")
    assert [basis.source.split("/")[2] for basis in faros.legal_basis] == ["resolucion-exenta", "constancia"]


@pytest.mark.parametrize("norm_first", [True, False])
def test_an_attested_objective_gives_way_to_a_norms(norm_first: bool) -> None:
    said = an_attestation(StateUnit(unit="faros", objective="Alumbrar."))
    norm = a_resolution(
        SetObjective(unit="faros", objective="Guiar."), number="2", in_force_from="2018-01-01"
    )
    book = Book(BASE, *((norm, said) if norm_first else (said, norm)))
    assert on(book, "2017-12-31").units["faros"].objective == "Alumbrar."
    assert on(book, "2018-01-01").units["faros"].objective == "Guiar."


def test_an_attested_head_gives_way_to_the_head_that_a_norm_creates() -> None:
    norm = a_resolution(
        CreatePost(unit="faros", post=a_post("Jefatura", heads=True)),
        an_appointment("faros/head", ANA),
        number="2",
        in_force_from="2018-01-01",
    )
    book = Book(BASE, an_attestation(HEAD), norm)
    assert heads(book, "2017-12-31") == [("faros.p1", None, [LUIS])]
    assert heads(book, "2018-01-01") == [("faros.p2", "Jefatura", [ANA])]


def test_the_attested_holder_fills_the_post_that_a_norm_creates_without_holder() -> None:
    norm = a_resolution(
        CreatePost(unit="faros", post=a_post("Jefatura", heads=True)), number="2", in_force_from="2018-01-01"
    )
    assert heads(Book(BASE, an_attestation(HEAD), norm), "2018-01-01") == [("faros.p2", "Jefatura", [LUIS])]


def test_a_norms_post_of_the_same_name_takes_the_place_of_the_attested_one() -> None:
    said = StateUnit(unit="faros", posts=(a_post("Guardia", holder=Holder(LUIS)),))
    norm = a_resolution(
        CreatePost(unit="faros", post=a_post("Guardia")), number="2", in_force_from="2018-01-01"
    )
    assert heads(Book(BASE, an_attestation(said), norm), "2018-01-01") == [("faros.p2", "Guardia", [LUIS])]


def test_an_attested_holder_fills_a_norms_post_until_a_norm_appoints() -> None:
    base = a_resolution(a_unit("faros", posts=[a_post("Jefatura", heads=True)]))
    book = Book(base, an_attestation(HEAD))
    assert heads(book, "2016-01-01") == [("faros.p1", "Jefatura", [LUIS])]
    book.enact(a_resolution(an_appointment("faros/head", ANA), number="2", in_force_from="2018-01-01"))
    assert heads(book, "2017-12-31") == [("faros.p1", "Jefatura", [LUIS])]
    assert heads(book, "2018-01-01") == [("faros.p1", "Jefatura", [ANA])]


def test_an_attested_holder_does_not_come_back_when_the_norms_appointment_lapses() -> None:
    base = a_resolution(a_unit("faros", posts=[a_post("Jefatura", heads=True)]))
    norm = an_appointment("faros/head", ANA, until="2020-01-01")
    book = Book(base, an_attestation(HEAD), a_resolution(norm, number="2", in_force_from="2018-01-01"))
    assert heads(book, "2020-01-01") == [("faros.p1", "Jefatura", [])]
    assert on(book, "2020-01-01").posts["faros.p1"].known_vacant


def test_attested_functions_fill_a_unit_without_any_and_give_way_to_a_norms() -> None:
    book = Book(BASE, an_attestation(StateUnit(unit="faros", functions=items("a b"))))
    assert [f.label for f in on(book, "2016-01-01").functions_by_unit["faros"]] == ["a", "b"]
    norm = StateUnit(unit="faros", functions=(an_item("a", "Alumbrar."),))
    book.enact(a_resolution(norm, number="2", in_force_from="2018-01-01"))
    assert [f.text for f in on(book, "2018-01-01").functions_by_unit["faros"]] == ["Alumbrar."]
    assert len(on(book, "2017-12-31").functions_by_unit["faros"]) == 2


def test_an_attested_list_does_not_bring_back_what_a_norm_handed_over() -> None:
    base = a_resolution(a_unit("faros", functions=items("a")), a_unit("boyas", "faros"))
    book = Book(base, an_attestation(StateUnit(unit="faros", functions=items("a"))))
    book.enact(
        a_resolution(
            TransferFunction(function=a_function("faros/a"), to="boyas"),
            number="2",
            in_force_from="2018-01-01",
        )
    )
    assert {code: f.unit for code, f in on(book, "2018-01-01").functions.items()} == {"faros.1": "boyas"}


def test_an_attested_unit_is_shown_and_ends_with_nothing_under_a_suppressed_parent() -> None:
    book = Book(BASE, an_attestation(a_statement("puerto", "boyas")))
    assert on(book, "2016-01-01").units["puerto"].parent == under("boyas")
    book.enact(a_resolution(SuppressUnit(unit="boyas"), number="2", in_force_from="2018-01-01"))
    assert on(book, "2018-01-01").units["puerto"].parent == UNKNOWN_PARENT


def test_an_attested_unit_does_not_outlive_its_suppression_by_a_norm() -> None:
    book = Book(BASE, an_attestation(StateUnit(unit="boyas", objective="Fondear.")))
    book.enact(a_resolution(SuppressUnit(unit="boyas"), number="2", in_force_from="2018-01-01"))
    assert "boyas" not in on(book, "2018-01-01").units


def test_an_attested_parent_gives_way_where_a_norm_would_make_it_a_ring() -> None:
    base = a_resolution(a_statement("faros", UNKNOWN_PARENT), a_statement("boyas", UNKNOWN_PARENT))
    book = Book(base, an_attestation(StateUnit(unit="faros", parent=under("boyas"))))
    assert on(book, "2016-01-01").units["faros"].parent == under("boyas")
    book.enact(
        a_resolution(MoveUnit(unit="boyas", parent=under("faros")), number="2", in_force_from="2018-01-01")
    )
    assert on(book, "2018-01-01").units["boyas"].parent == under("faros")
    assert on(book, "2018-01-01").units["faros"].parent == UNKNOWN_PARENT


def test_an_attested_parent_gives_way_where_a_norm_suppresses_it() -> None:
    base = a_resolution(a_statement("faros", UNKNOWN_PARENT), a_statement("boyas", UNKNOWN_PARENT))
    book = Book(base, an_attestation(StateUnit(unit="faros", parent=under("boyas"))))
    book.enact(a_resolution(SuppressUnit(unit="boyas"), number="2", in_force_from="2018-01-01"))
    assert on(book, "2018-01-01").units["faros"].parent == UNKNOWN_PARENT


def test_attestations_that_make_a_ring_by_themselves_are_refused() -> None:
    base = a_resolution(a_statement("faros", UNKNOWN_PARENT), a_statement("boyas", UNKNOWN_PARENT))
    book = Book(base)
    ring = [StateUnit(unit="faros", parent=under("boyas")), StateUnit(unit="boyas", parent=under("faros"))]
    refused(book, an_attestation(*ring), ParentCycle)


def test_attestations_keep_the_letters_apart_too() -> None:
    refused(Book(BASE), an_attestation(StateUnit(unit="faros", functions=items("a a"))), LabelTwice)


@pytest.mark.parametrize(
    "act",
    [
        a_unit("puerto", "direccion"),
        RenameUnit(unit="faros", name="Luces"),
        SuppressUnit(unit="faros"),
        CreatePost(unit="faros", post=a_post("Guardia")),
    ],
)
def test_an_attestation_only_states(act: RenameUnit) -> None:
    refusal = refused(Book(BASE), an_attestation(act), CannotAttest)
    assert refusal.facts["act"]
    assert refusal.facts["source"] == "cl/servicio-ficticio/constancia/2016/c1"


def test_an_attested_organization_gives_way_to_a_norms() -> None:
    book = Book(BASE, an_attestation(StateOrganization(name="Faros de Chile")))
    found = on(book, "2016-01-01").organization
    assert found is not None
    assert found.name == "Faros de Chile"
    norm = StateOrganization(name="Servicio de Faros")
    book.enact(a_resolution(norm, number="2", in_force_from="2018-01-01"))
    later = on(book, "2018-01-01").organization
    assert later is not None
    assert later.name == "Servicio de Faros"


def test_a_norm_and_an_attestation_of_one_day_do_not_need_an_order() -> None:
    said = an_attestation(StateUnit(unit="faros", objective="Alumbrar."), in_force_from="2018-01-01")
    norm = a_resolution(
        SetObjective(unit="faros", objective="Guiar."), number="2", in_force_from="2018-01-01"
    )
    for pair in ((said, norm), (norm, said)):
        assert on(Book(BASE, *pair), "2018-01-01").units["faros"].objective == "Guiar."


def test_two_attestations_of_one_day_that_differ_need_an_order() -> None:
    book = Book(BASE, an_attestation(StateUnit(unit="faros", objective="Alumbrar.")))
    refused(book, an_attestation(StateUnit(unit="faros", objective="Guiar."), number="c2"), UndatedOrder)


def test_a_later_attestation_replaces_the_holder_that_an_earlier_one_gave() -> None:
    later = StateUnit(unit="faros", posts=(a_post(heads=True, holder=Holder(ANA)),))
    book = Book(BASE, an_attestation(HEAD), an_attestation(later, number="c2", in_force_from="2018-01-01"))
    assert heads(book, "2017-12-31") == [("faros.p1", None, [LUIS])]
    assert heads(book, "2018-01-01") == [("faros.p1", None, [ANA])]


def test_a_norm_does_not_act_on_what_is_only_attested() -> None:
    """A question for the law of the register: until a norm states it, no norm can end or change it."""
    end = EndAppointment(post=a_post_ref("faros/head"))
    refused(
        Book(BASE, an_attestation(HEAD)),
        a_resolution(end, number="2", in_force_from="2018-01-01"),
        PostNotInForce,
    )


def test_an_attested_list_does_not_come_back_when_norms_have_removed_every_function() -> None:
    book = Book(BASE, an_attestation(StateUnit(unit="faros", functions=items("a b"))))
    norm = StateUnit(unit="faros", functions=(an_item("a", "Alumbrar."),))
    book.enact(a_resolution(norm, number="2", in_force_from="2018-01-01"))
    end = RemoveFunction(function=a_function("faros/a"))
    book.enact(a_resolution(end, number="3", in_force_from="2019-01-01"))
    assert on(book, "2019-01-01").functions == {}
