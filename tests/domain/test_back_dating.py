"""Acts that are enacted late are inserted where they belong, and nothing later is silently erased."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import (
    AmendFunction,
    MoveUnit,
    RelabelFunction,
    RemoveFunction,
    RenameUnit,
    SuppressUnit,
    TransferFunction,
    under,
)
from organica.domain.history import fold
from organica.domain.refusals.functions import FunctionNotInForce, LabelTwice
from organica.domain.refusals.matters import ActChangesNothing, TargetMoved
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.units import ParentCycle, UnitExists, UnitHasFunctions, UnitNotInForce
from organica.domain.resolution import Resolution
from tests.makers import (
    ORGANIZATION,
    Book,
    a_day,
    a_function,
    a_post,
    a_resolution,
    a_unit,
    an_appointment,
    an_assignment,
    items,
    key_of,
)
from tests.support.refusing import refused


@pytest.fixture
def book() -> Book:
    """Units of 2015; in 2020 the department moves and its function a is reworded."""
    return Book(
        a_resolution(
            a_unit("direccion", kind="Dirección"),
            a_unit("faros", "direccion", functions=items("a b")),
            a_unit("boyas", "direccion"),
        ),
        a_resolution(
            MoveUnit(unit="faros", parent=under("boyas")),
            AmendFunction(function=a_function("faros/a"), text="Alumbrar la costa."),
            number="20",
            in_force_from="2020-01-01",
        ),
    )


def late(*acts: object, day: str = "2017-01-01", number: str = "7") -> Resolution:
    return a_resolution(*acts, number=number, in_force_from=day)  # type: ignore[arg-type]  # Acts.


def names(book: Book, code: str) -> dict[str, str]:
    return {
        moment.day.isoformat(): moment.structure.units[code].name
        for moment in book.history.moments
        if code in moment.structure.units
    }


def test_a_late_act_is_inserted_where_it_belongs_and_later_ones_stand(book: Book) -> None:
    book.enact(late(RenameUnit(unit="faros", name="Departamento de Luces")))
    assert names(book, "faros") == {
        "2015-01-01": "Departamento Faros",
        "2017-01-01": "Departamento de Luces",
        "2020-01-01": "Departamento de Luces",
    }
    faros = book.history.structure_on(a_day("2020-01-01")).units["faros"]
    assert faros.parent == under("boyas")
    assert [basis.source for basis in faros.legal_basis] == [
        key_of("1", "2015"),
        key_of("7", "2017"),
        key_of("20", "2020"),
    ]


def test_a_late_act_leaves_the_days_before_it_alone(book: Book) -> None:
    before = book.history.structure_on(a_day("2016-12-31"))
    book.enact(late(RenameUnit(unit="faros", name="Departamento de Luces")))
    assert book.history.structure_on(a_day("2016-12-31")) == before


def test_a_late_assignment_gets_the_next_code_though_an_earlier_day(book: Book) -> None:
    book.enact(late(an_assignment("faros", "c"), day="2021-01-01", number="21"))
    book.enact(late(an_assignment("faros", "d")))
    held = book.history.structure_on(a_day("2021-01-01")).functions_by_unit["faros"]
    assert [(function.label, function.code) for function in held] == [
        ("a", "faros.1"),
        ("b", "faros.2"),
        ("c", "faros.3"),
        ("d", "faros.4"),
    ]


def refusal_of(book: Book, resolution: Resolution, act: str = "2") -> LaterActNoLongerApplies:
    refusal = refused(book, resolution, LaterActNoLongerApplies)
    assert (refusal.facts["later_source"], refusal.facts["later_act"]) == (key_of("20", "2020"), act)
    assert refusal.facts["source"] == resolution.source.key
    assert refusal.cause.sentence("es") in refusal.sentence("es")
    assert refusal.cause.sentence("en") in refusal.sentence("en")
    return refusal


def test_a_late_act_that_takes_the_ground_from_a_later_one_is_refused_and_names_it(book: Book) -> None:
    refusal = refusal_of(book, late(RemoveFunction(function=a_function("faros/a"))))
    assert isinstance(refusal.cause, FunctionNotInForce)
    assert refusal.facts["cause"] == "function_not_in_force"


def test_a_late_act_after_which_a_later_one_would_hit_another_target_is_refused(book: Book) -> None:
    swap = late(
        RelabelFunction(function=a_function("faros/a"), label="b"),
        RelabelFunction(function=a_function("faros/b"), label="a"),
    )
    refusal = refusal_of(book, swap)
    assert isinstance(refusal.cause, TargetMoved)
    assert (refusal.cause.facts["recorded"], refusal.cause.facts["found"]) == ("faros.1", "faros.2")


def test_a_late_act_that_anticipates_a_later_one_is_refused(book: Book) -> None:
    early = AmendFunction(function=a_function("faros/a"), text="Alumbrar la costa.")
    assert isinstance(refusal_of(book, late(early)).cause, ActChangesNothing)


def test_a_late_suppression_of_what_a_later_act_moves_is_refused(book: Book) -> None:
    gone = late(
        SuppressUnit(unit="faros"),
        TransferFunction(function=a_function("faros/a"), to="boyas"),
        TransferFunction(function=a_function("faros/b"), to="boyas"),
    )
    assert isinstance(refusal_of(book, gone, "1").cause, UnitNotInForce)


def test_a_late_act_that_closes_a_ring_on_a_later_day_is_refused(book: Book) -> None:
    refusal = refusal_of(book, late(MoveUnit(unit="boyas", parent=under("faros"))))
    assert isinstance(refusal.cause, ParentCycle)
    assert refusal.cause.facts["day"] == "2020-01-01"


def test_a_late_act_that_takes_a_letter_which_a_later_act_gives_is_refused(book: Book) -> None:
    book.enact(late(an_assignment("boyas", "a"), day="2022-01-01", number="22"))
    refusal = refused(book, late(an_assignment("boyas", "a")), LaterActNoLongerApplies)
    assert refusal.facts["later_source"] == key_of("22", "2022")
    assert isinstance(refusal.cause, LabelTwice)


def test_a_code_that_is_created_later_is_not_created_before(book: Book) -> None:
    book.enact(late(a_unit("puerto", "direccion"), day="2022-01-01", number="22"))
    refusal = refused(book, late(a_unit("puerto", "boyas")), LaterActNoLongerApplies)
    assert isinstance(refusal.cause, UnitExists)


def test_a_late_function_of_a_unit_that_is_suppressed_later_is_refused(book: Book) -> None:
    book.enact(late(a_unit("puerto", "direccion"), day="2016-01-01", number="6"))
    book.enact(late(SuppressUnit(unit="puerto"), day="2022-01-01", number="22"))
    refusal = refused(book, late(an_assignment("puerto", "a")), LaterActNoLongerApplies)
    assert isinstance(refusal.cause, UnitHasFunctions)
    assert refusal.facts["later_source"] == key_of("22", "2022")


def test_an_act_named_by_code_survives_a_late_change_of_letters(book: Book) -> None:
    by_code = AmendFunction(function=a_function(code="faros.2"), text="Pintar.")
    book.enact(late(by_code, day="2021-01-01", number="21"))
    book.enact(late(RelabelFunction(function=a_function("faros/b"), label="c")))
    assert book.history.structure_on(a_day("2021-01-01")).functions["faros.2"].text == "Pintar."


def test_the_fault_of_the_new_act_itself_is_not_blamed_on_a_later_one(book: Book) -> None:
    refused(book, late(RemoveFunction(function=a_function("faros/z"))), FunctionNotInForce)


def test_a_late_suppression_of_a_posts_unit_is_refused_by_the_later_appointment() -> None:
    book = Book(
        a_resolution(
            a_unit("direccion"), a_unit("faros", "direccion", posts=[a_post("Jefatura", heads=True)])
        ),
        late(an_appointment("faros/head", "Ana Rompeolas Sur"), day="2020-01-01", number="20"),
    )
    refusal = refused(book, late(SuppressUnit(unit="faros")), LaterActNoLongerApplies)
    assert refusal.cause.code == "post_abolished"


def test_the_same_resolutions_in_another_order_give_the_same_days(book: Book) -> None:
    early = a_resolution(
        a_unit("direccion", kind="Dirección"),
        a_unit("faros", "direccion", functions=items("a b")),
        a_unit("boyas", "direccion"),
    )
    rename = late(RenameUnit(unit="faros", name="Departamento de Luces"), day="2016-01-01", number="6")
    move = late(MoveUnit(unit="faros", parent=under("boyas")), day="2018-01-01", number="8")
    back = late(MoveUnit(unit="faros", parent=under("direccion")), day="2019-01-01", number="9")

    def answers(*resolutions: Resolution) -> list[tuple[str, set[tuple[str, str, object]]]]:
        return [
            (
                moment.day.isoformat(),
                {(unit.code, unit.name, unit.parent) for unit in moment.structure.units.values()},
            )
            for moment in Book(early, *resolutions).history.moments
        ]

    expected = answers(rename, move, back)
    assert answers(move, back, rename) == expected
    assert answers(move, rename, back) == expected
    assert len(expected) == 4


def test_entries_whose_paths_lead_elsewhere_than_recorded_do_not_fold(book: Book) -> None:
    """What a rebuild meets when an entry was forged: the path and the recorded code disagree."""
    forged = replace(
        book.enacted[1],
        filing=late(
            AmendFunction(function=replace(a_function("faros/a"), bound="faros.2"), text="Pintar."),
            day="2020-01-01",
        ),
    )
    with pytest.raises(TargetMoved) as refusal:
        fold(ORGANIZATION, [book.enacted[0], forged])
    assert refusal.value.facts["found"] == "faros.1"
