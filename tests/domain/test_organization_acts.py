"""Renaming, attaching, affiliating and dissolving an organization, and when that is refused."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    Act,
    AffiliateOrganization,
    AttachOrganization,
    CreateUnit,
    DissolveOrganization,
    EndAffiliation,
    EstablishOrganization,
    MoveUnit,
    RenameOrganization,
    StateOrganization,
    SuppressUnit,
    under,
)
from organica.domain.change import ChangeKind
from organica.domain.diff import Side, diff
from organica.domain.refusals.matters import ActChangesNothing
from organica.domain.refusals.ordering import UndatedOrder
from organica.domain.refusals.organizations import (
    AffiliationNotInForce,
    OrganizationEnded,
    OrganizationHasUnits,
    OrganizationNotInForce,
    OrganizationWithItself,
)
from organica.domain.resolution import Resolution
from organica.domain.states import Noun, OrganizationState
from organica.domain.structure import Structure
from tests.makers import (
    ORGANIZATION,
    Book,
    a_day,
    a_resolution,
    a_statement,
    a_unit,
    an_attestation,
)
from tests.support.refusing import refused

ESTABLISHED = EstablishOrganization(
    name="Servicio de Faros", time_zone="America/Santiago", attached_to="cl.ministerio-mar"
)


@pytest.fixture
def book() -> Book:
    return Book(a_resolution(ESTABLISHED))


def then(*acts: Act, number: str = "2", day: str = "2016-01-01") -> Resolution:
    return a_resolution(*acts, number=number, in_force_from=day)


def on(book: Book, day: str) -> Structure:
    return book.history.structure_on(a_day(day))


def organization(book: Book, day: str) -> OrganizationState:
    found = on(book, day).organization
    assert found is not None
    return found


def changed(book: Book, base: str, target: str) -> list[tuple[ChangeKind, str | None, str | None]]:
    """Return the kinds of the changes between two days, each with what was and what is."""
    sides = []
    for day in (base, target):
        moment = book.history.moment_on(a_day(day))
        assert moment is not None
        sides.append(Side(moment.structure, moment.coverage))
    return [(change.kind, change.before, change.after) for change in diff(ORGANIZATION, *sides)]


def test_an_organization_is_renamed_from_its_day_on(book: Book) -> None:
    book.enact(then(RenameOrganization(name="Servicio de Costas", acronym="SC")))
    assert organization(book, "2015-12-31").name == "Servicio de Faros"
    renamed = organization(book, "2016-01-01")
    assert (renamed.name, renamed.acronym, renamed.time_zone) == (
        "Servicio de Costas",
        "SC",
        "America/Santiago",
    )
    assert renamed.legal_basis[-1].changed == ("name", "acronym")
    assert changed(book, "2015-12-31", "2016-01-01") == [
        (ChangeKind.ORGANIZATION_RENAMED, "Servicio de Faros", "Servicio de Costas"),
        (ChangeKind.ORGANIZATION_RENAMED, None, "SC"),
    ]


def test_a_rename_to_the_same_name_is_refused(book: Book) -> None:
    again = then(RenameOrganization(name="Servicio de Faros"))
    assert refused(book, again, ActChangesNothing).facts["target"] == ORGANIZATION


def test_an_organization_is_attached_to_another_body_and_to_none(book: Book) -> None:
    book.enact(then(AttachOrganization(to="cl.ministerio-obras")))
    book.enact(then(AttachOrganization(to=None), number="3", day="2017-01-01"))
    days = ("2015-12-31", "2016-01-01", "2017-01-01")
    assert [organization(book, day).attached_to for day in days] == [
        "cl.ministerio-mar",
        "cl.ministerio-obras",
        None,
    ]
    assert changed(book, "2015-12-31", "2016-01-01") == [
        (ChangeKind.ORGANIZATION_ATTACHED, "cl.ministerio-mar", "cl.ministerio-obras")
    ]
    assert changed(book, "2016-01-01", "2017-01-01") == [
        (ChangeKind.ORGANIZATION_ATTACHED, "cl.ministerio-obras", None)
    ]


def test_a_statement_says_to_which_body_an_organization_is_attached(book: Book) -> None:
    book.enact(then(StateOrganization(attached_to="cl.ministerio-obras")))
    book.enact(then(StateOrganization(acronym="SF"), number="3", day="2017-01-01"))
    assert organization(book, "2016-01-01").attached_to == "cl.ministerio-obras"
    assert organization(book, "2017-01-01").attached_to == "cl.ministerio-obras"


def test_a_statement_says_which_bodies_an_organization_has_joined_and_nothing_of_others(book: Book) -> None:
    book.enact(then(StateOrganization(affiliated_with=("int.faros-unidos", "cl.asociacion-costera"))))
    book.enact(then(StateOrganization(affiliated_with=("bo.asociacion",)), number="3", day="2017-01-01"))
    assert organization(book, "2016-01-01").affiliations == ("cl.asociacion-costera", "int.faros-unidos")
    assert organization(book, "2017-01-01").affiliations == (
        "bo.asociacion",
        "cl.asociacion-costera",
        "int.faros-unidos",
    )
    refused(
        book,
        then(StateOrganization(affiliated_with=(ORGANIZATION,)), number="4", day="2018-01-01"),
        OrganizationWithItself,
    )


def test_affiliations_are_kept_sorted_and_end_one_by_one(book: Book) -> None:
    book.enact(then(AffiliateOrganization(body="int.faros-unidos")))
    book.enact(then(AffiliateOrganization(body="cl.asociacion-costera"), number="3", day="2017-01-01"))
    book.enact(then(EndAffiliation(body="int.faros-unidos"), number="4", day="2018-01-01"))
    days = ("2015-12-31", "2016-01-01", "2017-01-01", "2018-01-01")
    assert [organization(book, day).affiliations for day in days] == [
        (),
        ("int.faros-unidos",),
        ("cl.asociacion-costera", "int.faros-unidos"),
        ("cl.asociacion-costera",),
    ]
    assert changed(book, "2015-12-31", "2017-01-01") == [
        (ChangeKind.ORGANIZATION_AFFILIATED, None, "cl.asociacion-costera, int.faros-unidos")
    ]


def test_a_second_affiliation_with_one_body_is_refused(book: Book) -> None:
    book.enact(then(AffiliateOrganization(body="int.faros-unidos")))
    again = then(AffiliateOrganization(body="int.faros-unidos"), number="3", day="2017-01-01")
    assert refused(book, again, ActChangesNothing).facts["target"] == ORGANIZATION


def test_an_affiliation_that_is_not_in_force_does_not_end(book: Book) -> None:
    refusal = refused(book, then(EndAffiliation(body="int.faros-unidos")), AffiliationNotInForce)
    assert refusal.facts["body"] == "int.faros-unidos"


@pytest.mark.parametrize(
    "act",
    [
        AttachOrganization(to=ORGANIZATION),
        AffiliateOrganization(body=ORGANIZATION),
        StateOrganization(attached_to=ORGANIZATION),
    ],
)
def test_no_organization_is_attached_to_itself(book: Book, act: Act) -> None:
    assert refused(book, then(act), OrganizationWithItself).facts["organization"] == ORGANIZATION


@pytest.mark.parametrize(
    "act",
    [
        RenameOrganization(name="Otro"),
        AttachOrganization(to="cl.otro"),
        AffiliateOrganization(body="cl.otro"),
        EndAffiliation(body="cl.otro"),
        DissolveOrganization(),
    ],
)
def test_what_no_source_has_stated_is_not_changed(act: Act) -> None:
    refusal = refused(Book(), a_resolution(act), OrganizationNotInForce)
    assert refusal.facts["day"] == "2015-01-01"


def test_an_organization_is_dissolved_when_its_units_are_suppressed_in_any_order(book: Book) -> None:
    book.enact(then(a_unit("faros"), a_unit("boyas", "faros")))
    book.enact(
        then(
            DissolveOrganization(),
            SuppressUnit(unit="faros"),
            SuppressUnit(unit="boyas"),
            number="3",
            day="2020-01-01",
        )
    )
    assert organization(book, "2019-12-31").code == ORGANIZATION
    ended = on(book, "2020-01-01")
    assert (ended.organization, ended.units) == (None, {})
    assert ended.endings[Noun.ORGANIZATION, ORGANIZATION].on.value == "2020-01-01"
    assert (ChangeKind.ORGANIZATION_ENDED, "Servicio de Faros", None) in changed(
        book, "2019-12-31", "2020-01-01"
    )


def test_an_organization_with_units_is_not_dissolved(book: Book) -> None:
    book.enact(then(a_unit("faros"), a_unit("boyas")))
    early = then(DissolveOrganization(), SuppressUnit(unit="boyas"), number="3", day="2020-01-01")
    refusal = refused(book, early, OrganizationHasUnits)
    assert refusal.facts["units"] == ("faros",)
    assert refusal.sentence() == (
        f"La organización {ORGANIZATION} está disuelta el 2020-01-01 y aún tendría unidades: faros."
    )


def dissolved() -> Book:
    return Book(a_resolution(ESTABLISHED), then(DissolveOrganization(), day="2020-01-01"))


@pytest.mark.parametrize(
    "act",
    [
        ESTABLISHED,
        StateOrganization(name="Servicio de Faros"),
        RenameOrganization(name="Servicio de Costas"),
        AttachOrganization(to=None),
        AffiliateOrganization(body="cl.otro"),
        DissolveOrganization(),
    ],
)
def test_a_dissolved_organization_is_never_there_again(act: Act) -> None:
    refusal = refused(dissolved(), then(act, number="3", day="2021-01-01"), OrganizationEnded)
    assert (refusal.facts["ended"], refusal.facts["day"]) == ("2020-01-01", "2021-01-01")


def test_a_dissolved_organization_gets_no_unit() -> None:
    late = then(a_unit("faros"), number="3", day="2021-01-01")
    assert refused(dissolved(), late, OrganizationHasUnits).facts["units"] == ("faros",)


def test_what_is_only_attested_gives_way_when_a_norm_dissolves_the_organization(book: Book) -> None:
    book.enact(an_attestation(a_statement("faros"), StateOrganization(acronym="SF")))
    assert set(on(book, "2019-12-31").units) == {"faros"}
    book.enact(then(DissolveOrganization(), number="3", day="2020-01-01"))
    assert set(on(book, "2019-12-31").units) == {"faros"}
    ended = on(book, "2020-01-01")
    assert (ended.organization, ended.units) == (None, {})


def test_a_back_dated_dissolution_that_takes_the_ground_from_a_unit_is_refused(book: Book) -> None:
    book.enact(
        then(CreateUnit(unit="faros", parent=under("boyas"), kind="Sección", name="Faros"), a_unit("boyas"))
    )
    book.enact(then(MoveUnit(unit="faros", parent=a_unit("x").parent), number="3", day="2018-01-01"))
    early = then(DissolveOrganization(), number="4", day="2017-01-01")
    assert refused(book, early, OrganizationHasUnits).facts["units"] == ("boyas", "faros")


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        (RenameOrganization(name="Uno"), RenameOrganization(name="Dos"), "name"),
        (AttachOrganization(to=None), StateOrganization(attached_to="cl.otro"), "attached_to"),
        (AffiliateOrganization(body="cl.a"), EndAffiliation(body="cl.a"), "affiliation cl.a"),
        (RenameOrganization(name="Uno"), DissolveOrganization(), "existence"),
    ],
)
def test_two_acts_of_one_day_that_differ_need_a_declared_order(
    book: Book, first: Act, second: Act, field: str
) -> None:
    book.enact(then(first))
    if isinstance(second, EndAffiliation):
        book.enact(then(AffiliateOrganization(body="cl.b"), number="9"))
    assert refused(book, then(second, number="3"), UndatedOrder).facts["field"] == field


def test_two_affiliations_of_one_day_need_no_order(book: Book) -> None:
    book.enact(then(AffiliateOrganization(body="cl.b")))
    book.enact(then(AffiliateOrganization(body="cl.a"), number="3"))
    assert organization(book, "2016-01-01").affiliations == ("cl.a", "cl.b")
