"""Establishing and stating an organization."""

from __future__ import annotations

import pytest

from organica.domain.acts import EstablishOrganization, StateOrganization
from organica.domain.dates import DateBasis
from organica.domain.refusals.organizations import OrganizationExists, UnknownTimeZone
from organica.domain.states import OrganizationState
from tests.makers import ORGANIZATION, Book, a_resolution
from tests.support.refusing import refused

ESTABLISHED = EstablishOrganization(name="Servicio de Faros", time_zone="America/Santiago")


def organization(book: Book) -> OrganizationState:
    found = book.history.moments[-1].structure.organization
    assert found is not None
    return found


def test_an_established_organization_claims_its_birth() -> None:
    found = organization(Book(a_resolution(ESTABLISHED)))
    assert (found.code, found.name, found.time_zone) == (
        ORGANIZATION,
        "Servicio de Faros",
        "America/Santiago",
    )
    assert (found.born.value, found.born.basis) == ("2015-01-01", DateBasis.STATED)


def test_an_organization_is_not_established_twice() -> None:
    book = Book(a_resolution(ESTABLISHED))
    again = a_resolution(ESTABLISHED, number="2", in_force_from="2016-01-01")
    assert refused(book, again, OrganizationExists).facts["organization"] == ORGANIZATION


def test_a_stated_organization_exists_at_least_since_then_and_takes_what_is_stated_later() -> None:
    book = Book(a_resolution(StateOrganization(name="Servicio de Faros")))
    assert organization(book).born.basis is DateBasis.SINCE_AT_LEAST
    later = StateOrganization(acronym="SF", time_zone="America/Punta_Arenas")
    book.enact(a_resolution(later, number="2", in_force_from="2016-01-01"))
    found = organization(book)
    assert (found.name, found.acronym, found.time_zone) == ("Servicio de Faros", "SF", "America/Punta_Arenas")
    assert found.since.value == "2016-01-01"


@pytest.mark.parametrize(
    "zone", ["Chile", "America/Santiago de Chile", "America", "../etc/passwd", "", "utc+3"]
)
def test_a_time_zone_that_does_not_exist_is_refused(zone: str) -> None:
    for act in (EstablishOrganization(name="Servicio", time_zone=zone), StateOrganization(time_zone=zone)):
        assert refused(Book(), a_resolution(act), UnknownTimeZone).facts["time_zone"] == zone
