"""Carrying references over: what an old name means from a day on, and when that is refused."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    CarryOver,
    DissolveOrganization,
    NotOneTarget,
    StateOrganization,
    SuppressUnit,
)
from organica.domain.change import ChangeKind
from organica.domain.diff import Side, diff
from organica.domain.ids import NamelessReference, reference_code
from organica.domain.refusals.matters import ActChangesNothing, CannotAttest
from organica.domain.refusals.ordering import UndatedOrder
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.resolution import Resolution
from organica.domain.states import ReferenceState
from organica.domain.structure import Structure
from tests.makers import ORGANIZATION, Book, a_day, a_resolution, a_unit, an_attestation
from tests.support.refusing import refused


@pytest.fixture
def book() -> Book:
    return Book(a_resolution(StateOrganization(name="Servicio"), a_unit("faros"), a_unit("boyas")))


def carried(
    name: str = "Sección de Señales",
    *,
    unit: str | None = None,
    to: str | None = None,
    number: str = "2",
    day: str = "2016-01-01",
) -> Resolution:
    act = CarryOver(name=name, unit=unit, organization=to)
    return a_resolution(act, number=number, in_force_from=day)


def on(book: Book, day: str) -> Structure:
    return book.history.structure_on(a_day(day))


def meaning(book: Book, day: str, code: str = "seccion-de-senales") -> str | None:
    found = on(book, day).references.get(code)
    return found.target if found else None


def test_references_to_a_name_mean_the_unit_from_the_day_on(book: Book) -> None:
    book.enact(carried(unit="faros"))
    assert meaning(book, "2015-12-31") is None
    found = on(book, "2016-01-01").references["seccion-de-senales"]
    assert isinstance(found, ReferenceState)
    assert (found.name, found.unit, found.organization) == ("Sección de Señales", "faros", None)
    assert (found.born.value, found.legal_basis[0].act) == ("2016-01-01", "1")


def test_the_later_of_two_carry_overs_of_one_name_replaces_the_earlier(book: Book) -> None:
    book.enact(carried(unit="faros"))
    book.enact(carried("SECCION DE SEÑALES", to="cl.otro", number="3", day="2018-01-01"))
    assert [meaning(book, day) for day in ("2016-01-01", "2017-12-31", "2018-01-01")] == [
        "faros",
        "faros",
        "cl.otro",
    ]
    assert on(book, "2018-01-01").references["seccion-de-senales"].name == "SECCION DE SEÑALES"


def test_a_back_dated_carry_over_of_the_same_name_ends_where_the_later_one_begins(book: Book) -> None:
    book.enact(carried(to="cl.otro", day="2018-01-01"))
    book.enact(carried(unit="boyas", number="3", day="2016-01-01"))
    assert [meaning(book, day) for day in ("2015-12-31", "2016-01-01", "2018-01-01")] == [
        None,
        "boyas",
        "cl.otro",
    ]


def test_a_reference_outlives_the_unit_that_it_means_and_the_organization(book: Book) -> None:
    book.enact(carried(unit="faros"))
    ends = (SuppressUnit(unit="faros"), SuppressUnit(unit="boyas"), DissolveOrganization())
    book.enact(a_resolution(*ends, number="3", in_force_from="2018-01-01"))
    assert (meaning(book, "2018-01-01"), on(book, "2018-01-01").units) == ("faros", {})


def test_what_changed_names_the_old_name_and_what_it_means(book: Book) -> None:
    book.enact(carried(unit="faros"))
    book.enact(carried(to="cl.otro", number="3", day="2018-01-01"))

    def changes(base: str, target: str) -> list[tuple[object, ...]]:
        sides = []
        for day in (base, target):
            moment = book.history.moment_on(a_day(day))
            assert moment is not None
            sides.append(Side(moment.structure, moment.coverage))
        found = diff(ORGANIZATION, *sides)
        return [(each.kind, each.code, each.unit, each.field, each.before, each.after) for each in found]

    kind, code = ChangeKind.REFERENCE_CARRIED_OVER, "seccion-de-senales"
    assert changes("2015-12-31", "2016-01-01") == [(kind, code, "faros", None, "Sección de Señales", "faros")]
    assert changes("2016-01-01", "2018-01-01") == [(kind, code, None, "target", "faros", "cl.otro")]


def test_a_unit_that_is_not_in_force_takes_no_references(book: Book) -> None:
    assert refused(book, carried(unit="puertos"), UnitNotInForce).facts["unit"] == "puertos"


def test_references_that_mean_this_already_are_not_carried_over_again(book: Book) -> None:
    book.enact(carried(unit="faros"))
    again = carried(unit="faros", number="3", day="2017-01-01")
    assert refused(book, again, ActChangesNothing).facts["target"] == "seccion-de-senales"


def test_two_meanings_of_one_day_need_a_declared_order(book: Book) -> None:
    book.enact(carried(unit="faros"))
    refusal = refused(book, carried(unit="boyas", number="3"), UndatedOrder)
    assert (refusal.facts["field"], refusal.facts["target"]) == ("target", "seccion-de-senales")


def test_an_attestation_carries_no_references_over(book: Book) -> None:
    attested = an_attestation(CarryOver(name="Sección de Señales", unit="faros"))
    assert refused(book, attested, CannotAttest).facts["act"] == "carry over"


@pytest.mark.parametrize(("unit", "organization"), [(None, None), ("faros", "cl.otro")])
def test_references_are_carried_over_to_one_thing(unit: str | None, organization: str | None) -> None:
    with pytest.raises(NotOneTarget) as refusal:
        CarryOver(name="OSCE", unit=unit, organization=organization)
    assert refusal.value.facts == {"name": "OSCE"}


def test_a_name_without_letters_or_digits_refers_to_nothing() -> None:
    with pytest.raises(NamelessReference) as refusal:
        CarryOver(name="— …", unit="faros")
    assert refusal.value.facts == {"name": "— …"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("OSCE", "osce"),
        ("Organismo Supervisor de las Contrataciones del Estado", "organismo-supervisor-de-las-contrataciones-del-estado"),
        ("Sección «Ñuñoa» N° 2", "seccion-nunoa-n-2"),
        ("Sección «Ñuñoa» Nº 2", "seccion-nunoa-n-2"),
        ("  Unidad  de   Señales ", "unidad-de-senales"),
    ],
)  # fmt: skip
def test_the_code_of_a_name_is_its_words_without_case_accents_and_punctuation(name: str, code: str) -> None:
    assert reference_code(name) == code
    assert reference_code(name.upper()) == code
