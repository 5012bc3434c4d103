"""A norm may hang a unit from one that is only attested; each rests on its own source."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import Invalidate, MoveUnit, Revoke, SuppressUnit, under
from organica.domain.filings import CorrectedAct, Correction
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.units import ParentNotInForce, UnitHasChildren
from organica.domain.resolution import CoverageClaim
from organica.domain.structure import Structure
from tests.makers import (
    ORGANIZATION,
    Book,
    a_day,
    a_resolution,
    a_statement,
    a_unit,
    an_attestation,
    key_of,
)
from tests.support.refusing import refused

BASE = a_resolution(a_unit("direccion"), a_unit("faros", "direccion"))
MUELLES = a_statement("muelles", "direccion")
UNDER_ATTESTED = a_resolution(
    a_unit("gruas", "muelles"), number="2", in_force_from="2018-01-01", coverage=None
)


def on(book: Book, day: str) -> Structure:
    return book.history.structure_on(a_day(day))


def parents(book: Book, day: str) -> dict[str, str | None]:
    return {code: unit.parent.unit for code, unit in on(book, day).units.items()}


def test_a_norm_hangs_a_unit_from_one_that_is_only_attested() -> None:
    """The norm says what its unit hangs from; that this is there rests on the attestation alone."""
    book = Book(BASE, an_attestation(MUELLES, coverage=None), UNDER_ATTESTED)
    assert parents(book, "2018-01-01")["gruas"] == "muelles"
    units = on(book, "2018-01-01").units
    [attested], [norm] = units["muelles"].legal_basis, units["gruas"].legal_basis
    assert (attested.source, norm.source) == ("cl/servicio-ficticio/constancia/2016/c1", key_of("2", "2018"))
    assert book.history.attested == {attested.source}


def test_a_norm_hangs_nothing_from_what_is_attested_later_or_of_nowhere() -> None:
    late = an_attestation(MUELLES, in_force_from="2018-01-02", coverage=None)
    refusal = refused(Book(BASE, late), UNDER_ATTESTED, ParentNotInForce)
    assert (refusal.facts["unit"], refusal.facts["parent"]) == ("gruas", "muelles")
    refused(Book(BASE), UNDER_ATTESTED, ParentNotInForce)


def test_an_attestation_from_which_a_norm_hangs_something_is_not_taken_away() -> None:
    attestation = an_attestation(MUELLES, coverage=None)
    key = attestation.source.key
    book = Book(BASE, attestation, UNDER_ATTESTED)
    dropped = Correction(ORGANIZATION, key, "La página no lo dice.", (CorrectedAct("1", drop=True),))
    for filing in (dropped, a_resolution(Invalidate(target=key), number="3", in_force_from="2019-01-01")):
        refusal = refused(book, filing, LaterActNoLongerApplies)
        assert refusal.facts["later_acts"] == (f"{key_of('2', '2018')}#1",)
    revoking = a_resolution(Revoke(target=key), number="3", in_force_from="2019-01-01")
    refused(book, revoking, ParentNotInForce)


def test_what_a_norm_has_stated_and_ended_holds_up_nothing_any_more() -> None:
    book = Book(BASE, an_attestation(MUELLES), UNDER_ATTESTED)
    book.enact(a_resolution(MUELLES, number="3", in_force_from="2019-01-01"))
    assert parents(book, "2019-01-01")["gruas"] == "muelles"
    ending = a_resolution(SuppressUnit(unit="muelles"), number="4", in_force_from="2020-01-01")
    assert refused(book, ending, UnitHasChildren).facts["children"] == ("gruas",)
    moved = MoveUnit(unit="gruas", parent=under("direccion"))
    book.enact(replace(ending, acts=(moved, *ending.acts)))
    assert "muelles" not in parents(book, "2020-01-01")


def test_an_attested_parent_gives_way_where_a_norm_hangs_its_superior_from_it() -> None:
    book = Book(BASE, an_attestation(a_statement("muelles", "faros")))
    book.enact(
        a_resolution(MoveUnit(unit="faros", parent=under("muelles")), number="2", in_force_from="2018-01-01")
    )
    assert parents(book, "2017-12-31")["muelles"] == "faros"
    assert (parents(book, "2018-01-01")["faros"], parents(book, "2018-01-01")["muelles"]) == ("muelles", None)


def test_what_hangs_from_an_attested_unit_is_covered_with_what_that_hangs_from() -> None:
    covered = CoverageClaim(complete_under=("direccion",))
    book = Book(a_resolution(a_unit("direccion"), coverage=covered), an_attestation(MUELLES, coverage=None))
    book.enact(UNDER_ATTESTED)
    assert parents(book, "2018-01-01") == {"direccion": None, "muelles": "direccion", "gruas": "muelles"}
