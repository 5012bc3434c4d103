"""Cases that a critical reader of the first release found wrong, each with the right answer."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    CreatePost,
    FunctionItem,
    Holder,
    RelabelFunction,
    RenameUnit,
    SetObjective,
    StateUnit,
    SuppressUnit,
    TransferFunction,
)
from organica.domain.dates import DateBasis
from organica.domain.refusals.functions import LabelTwice
from organica.domain.refusals.matters import CoverageOfNothing
from organica.domain.refusals.ordering import PredecessorBeginsLater, UndatedOrder
from organica.domain.resolution import CoverageClaim, Resolution
from organica.domain.states import Noun
from organica.domain.versions import Version, versions
from tests.makers import (
    Book,
    a_day,
    a_function,
    a_post,
    a_resolution,
    a_unit,
    an_appointment,
    an_assignment,
    an_attestation,
    an_item,
    items,
    key_of,
)
from tests.support.refusing import refused

ANA = "Ana Rompeolas Sur"


def of(book: Book, noun: Noun, code: str) -> list[Version]:
    return [version for version in versions(book.history) if (version.noun, version.code) == (noun, code)]


def spans(book: Book, noun: Noun, code: str) -> list[tuple[str, str | None]]:
    """Return since when and until when each version is so, as an answer shows it."""
    return [
        (version.state.since.value, version.until.value if version.until else None)
        for version in of(book, noun, code)
    ]


def test_what_an_attestation_fills_is_so_since_the_attestation() -> None:
    book = Book(
        a_resolution(a_unit("faros")), an_attestation(StateUnit(unit="faros", objective="Alumbrar la costa."))
    )
    assert spans(book, Noun.UNIT, "faros") == [("2015-01-01", "2016-01-01"), ("2016-01-01", None)]
    filled = book.history.structure_on(a_day("2016-01-01")).units["faros"]
    assert [basis.source.split("/")[2] for basis in filled.legal_basis] == ["resolucion-exenta", "constancia"]


def test_a_post_that_an_attestation_names_rests_on_it_too() -> None:
    book = Book(
        a_resolution(a_unit("faros", posts=[a_post(heads=True)])),
        an_attestation(StateUnit(unit="faros", posts=(a_post("Jefatura", heads=True),))),
    )
    post = book.history.structure_on(a_day("2016-01-01")).posts["faros.p1"]
    assert (post.name, post.since.value, len(post.legal_basis)) == ("Jefatura", "2016-01-01", 2)


def test_an_attested_vacancy_of_a_norms_post_is_shown() -> None:
    book = Book(
        a_resolution(a_unit("faros", posts=[a_post(heads=True)])),
        an_attestation(StateUnit(unit="faros", posts=(a_post(heads=True, vacant=True),))),
    )
    assert not book.history.structure_on(a_day("2015-06-01")).posts["faros.p1"].known_vacant
    assert book.history.structure_on(a_day("2016-01-01")).posts["faros.p1"].known_vacant


def test_what_gives_way_to_an_imprecise_norm_ends_as_imprecisely() -> None:
    book = Book(
        a_resolution(a_unit("faros")),
        an_attestation(StateUnit(unit="faros", posts=(a_post(heads=True, holder=Holder(ANA)),))),
        a_resolution(
            CreatePost(unit="faros", post=a_post("Jefatura", heads=True)),
            number="3",
            in_force_from="2018",
            basis=DateBasis.ASSUMED,
        ),
    )
    [attested] = of(book, Noun.POST, "faros.p1")
    assert attested.until is not None
    assert (attested.until.value, attested.until.basis) == ("2018", DateBasis.ASSUMED)
    assert spans(book, Noun.APPOINTMENT, "faros.p1.1") == [("2016-01-01", "2018"), ("2016-01-01", None)]


def test_an_act_that_is_surely_in_force_before_its_predecessor_begins_is_refused() -> None:
    later = a_resolution(
        SetObjective(unit="faros", objective="Guiar."), number="2", in_force_from="2018-06-01"
    )
    rename = RenameUnit(unit="faros", name="Faros del Sur")
    after = [key_of("2", "2018")]
    book = Book(a_resolution(a_unit("faros")), later)
    refused(
        book,
        a_resolution(rename, number="3", in_force_from="2016-01-01", after=after),
        PredecessorBeginsLater,
    )
    book.enact(a_resolution(rename, number="4", in_force_from="2018", after=after))
    assert book.history.structure_on(a_day("2018-05-31")).units["faros"].name == "Departamento Faros"
    assert book.history.structure_on(a_day("2018-06-01")).units["faros"].name == "Faros del Sur"


def test_an_act_raised_to_its_predecessors_day_needs_an_order_against_others_of_that_day() -> None:
    rename = RenameUnit(unit="faros", name="Faros del Sur")
    book = Book(
        a_resolution(a_unit("faros")),
        a_resolution(SetObjective(unit="faros", objective="Guiar."), number="2", in_force_from="2018-06-01"),
        a_resolution(rename, number="3", in_force_from="2018", after=[key_of("2", "2018")]),
    )
    other = RenameUnit(unit="faros", name="Faros del Norte")
    refused(book, a_resolution(other, number="4", in_force_from="2018-06-01"), UndatedOrder)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            StateUnit(unit="faros", posts=(a_post("Jefe", vacant=True),)),
            StateUnit(unit="faros", posts=(a_post("Jefe", heads=True),)),
        ),
        (
            StateUnit(unit="faros", functions=(an_item("a", "Guiar."),)),
            StateUnit(unit="faros", functions=(FunctionItem("Guiar."),)),
        ),
    ],
    ids=["a post", "a letter"],
)
def test_two_statements_of_one_day_that_differ_need_an_order_whichever_comes_first(
    first: StateUnit, second: StateUnit
) -> None:
    base = a_resolution(a_unit("faros", functions=[an_item("a", "Guiar.")], posts=[a_post("Jefe")]))
    one = a_resolution(first, number="2", in_force_from="2018-01-01")
    other = a_resolution(second, number="3", in_force_from="2018-01-01")
    refused(Book(base, one), other, UndatedOrder)
    refused(Book(base, other), one, UndatedOrder)


def test_an_appointment_and_the_end_of_its_unit_on_one_day_need_an_order() -> None:
    base = a_resolution(a_unit("faros", posts=[a_post("Jefe")]))
    appointing = a_resolution(an_appointment("faros/Jefe", ANA), number="2", in_force_from="2018-01-01")
    ending = a_resolution(SuppressUnit(unit="faros"), number="3", in_force_from="2018-01-01")
    refused(Book(base, appointing), ending, UndatedOrder)


def test_attested_functions_do_not_reappear_when_norms_hand_the_list_over() -> None:
    book = Book(
        a_resolution(a_unit("uno", functions=items("a")), a_unit("dos")),
        an_attestation(StateUnit(unit="uno", functions=(an_item("z", "Lo que dice la página."),))),
        a_resolution(
            TransferFunction(function=a_function("uno/a"), to="dos", label="a"),
            number="2",
            in_force_from="2017-01-01",
        ),
    )
    assert "uno" not in book.history.structure_on(a_day("2018-01-01")).functions_by_unit


def test_an_attested_sub_item_goes_with_its_item() -> None:
    said = StateUnit(
        unit="uno",
        functions=(an_item("a", "Guiar.", children=(an_item("1", "De noche."),)),),  # type: ignore[arg-type]  # Sub-items.
    )
    book = Book(a_resolution(a_unit("uno"), a_unit("dos")), an_attestation(said))
    norm = StateUnit(unit="dos", functions=(an_item("a", "Guiar.", code="uno.1"),))
    book.enact(a_resolution(norm, number="2", in_force_from="2018-01-01"))
    assert sorted(book.history.structure_on(a_day("2018-01-01")).functions) == ["uno.1"]


def test_a_confirmed_misprint_is_not_confirmed_for_another_letter() -> None:
    twice = [an_item("a"), an_item("b"), an_item("b", "Otra.", misprint=True)]
    book = Book(
        a_resolution(a_unit("faros", functions=twice)),
        a_resolution(
            RelabelFunction(function=a_function(code="faros.3"), label="c"),
            number="2",
            in_force_from="2016-01-01",
        ),
    )
    refused(
        book, a_resolution(an_assignment("faros", "c"), number="3", in_force_from="2017-01-01"), LabelTwice
    )


def test_a_numeral_of_thousands_of_digits_is_a_label_like_any_other() -> None:
    book = Book(a_resolution(a_unit("faros", functions=[an_item("9" * 5000)]), number="1"))
    book.enact(
        a_resolution(an_assignment("faros", "1" * 5000, "Otra."), number="2", in_force_from="2016-01-01")
    )
    assert len(book.history.structure_on(a_day("2016-01-01")).functions) == 2


def test_coverage_of_a_part_that_does_not_exist_is_refused() -> None:
    def claiming(*parts: str) -> Resolution:
        return a_resolution(a_unit("faros"), coverage=CoverageClaim(complete_under=parts))

    assert refused(Book(), claiming("faros", "no-existe"), CoverageOfNothing).facts["part"] == "no-existe"
    assert len(Book(claiming("faros")).enacted) == 1
