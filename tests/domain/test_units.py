"""What the acts on units do, and when they are refused."""

from __future__ import annotations

import pytest

from organica.domain.acts import (
    ROOT,
    UNKNOWN_PARENT,
    ClassifyUnit,
    MoveUnit,
    RemoveFunction,
    RenameUnit,
    RestateUnit,
    SetObjective,
    SuppressUnit,
    TransferFunction,
    UnitClass,
    under,
)
from organica.domain.refusals.matters import ActChangesNothing
from organica.domain.refusals.ordering import UndatedOrder
from organica.domain.refusals.units import (
    ParentCycle,
    ParentNotInForce,
    UnitCodeUsedBefore,
    UnitExists,
    UnitHasChildren,
    UnitHasFunctions,
    UnitNotInForce,
)
from organica.domain.resolution import Resolution
from organica.domain.source import BasisRole
from organica.domain.states import UnitState
from organica.domain.structure import Structure
from tests.makers import Book, a_day, a_function, a_post, a_resolution, a_unit, items, key_of
from tests.support.refusing import refused

SECOND = key_of("2", "2016")


@pytest.fixture
def book() -> Book:
    """A direction with two departments, the first of which has an office and two functions."""
    return Book(
        a_resolution(
            a_unit("direccion", kind="Dirección"),
            a_unit("faros", "direccion", functions=items("a b")),
            a_unit("boyas", "direccion"),
            a_unit("pintura", "faros", kind="Oficina"),
        )
    )


def then(*acts: object, number: str = "2", in_force_from: str = "2016-01-01") -> Resolution:
    return a_resolution(*acts, number=number, in_force_from=in_force_from)  # type: ignore[arg-type]  # Acts.


def now(book: Book) -> Structure:
    return book.history.moments[-1].structure


def unit(book: Book, code: str) -> UnitState:
    return now(book).units[code]


def test_a_created_unit_claims_its_birth_under_the_act_that_granted_it(book: Book) -> None:
    faros = unit(book, "faros")
    assert (faros.kind, faros.name, faros.parent) == (
        "Departamento",
        "Departamento Faros",
        under("direccion"),
    )
    assert (faros.born.value, faros.since.value) == ("2015-01-01", "2015-01-01")
    assert [(basis.source, basis.role, basis.act) for basis in faros.legal_basis] == [
        (key_of("1", "2015"), BasisRole.GRANTS, "2")
    ]


def test_a_rename_changes_name_and_kind_and_keeps_all_else(book: Book) -> None:
    before = unit(book, "faros")
    book.enact(then(RenameUnit(unit="faros", name="División de Faros", kind="División", acronym="DF")))
    after = unit(book, "faros")
    assert (after.name, after.kind, after.acronym) == ("División de Faros", "División", "DF")
    assert (after.born, after.parent, after.code) == (before.born, before.parent, "faros")
    assert after.since.value == "2016-01-01"
    assert [(basis.source, basis.role) for basis in after.legal_basis] == [
        (key_of("1", "2015"), BasisRole.GRANTS),
        (SECOND, BasisRole.AMENDS),
    ]
    assert set(now(book).functions) == {"faros.1", "faros.2"}


@pytest.mark.parametrize(
    "act",
    [
        RenameUnit(unit="faros", name="Departamento Faros"),
        RenameUnit(unit="faros"),
        MoveUnit(unit="faros", parent=under("direccion")),
        MoveUnit(unit="direccion", parent=ROOT),
    ],
)
def test_an_act_that_orders_what_is_so_already_is_refused(book: Book, act: MoveUnit | RenameUnit) -> None:
    assert refused(book, then(act), ActChangesNothing).facts == {
        "target": act.unit,
        "source": SECOND,
        "act": "1",
    }


@pytest.mark.parametrize(
    "act",
    [
        RenameUnit(unit="nadie", name="Nadie"),
        MoveUnit(unit="nadie", parent=ROOT),
        SetObjective(unit="nadie", objective="Nada."),
        SuppressUnit(unit="nadie"),
        RestateUnit(unit="nadie"),
    ],
)
def test_an_act_on_a_unit_that_nobody_knows_is_refused(
    book: Book, act: RenameUnit | MoveUnit | SetObjective | SuppressUnit | RestateUnit
) -> None:
    refusal = refused(book, then(act), UnitNotInForce)
    assert refusal.facts == {"unit": "nadie", "day": "2016-01-01", "source": SECOND, "act": "1"}


def test_an_act_on_a_unit_that_does_not_exist_yet_is_refused(book: Book) -> None:
    resolution = then(RenameUnit(unit="faros", name="Faros"), in_force_from="2014-01-01")
    assert refused(book, resolution, UnitNotInForce).facts["day"] == "2014-01-01"


def test_an_objective_is_set_and_replaced(book: Book) -> None:
    book.enact(then(SetObjective(unit="faros", objective="Alumbrar la costa.")))
    book.enact(then(SetObjective(unit="faros", objective="Guiar."), number="3", in_force_from="2017-01-01"))
    assert book.history.structure_on(a_day("2016-12-31")).units["faros"].objective == "Alumbrar la costa."
    assert unit(book, "faros").objective == "Guiar."
    repeated = then(SetObjective(unit="faros", objective="Guiar."), number="4", in_force_from="2018-01-01")
    refused(book, repeated, ActChangesNothing)


def test_a_unit_is_classified_and_keeps_its_printed_kind(book: Book) -> None:
    book.enact(then(ClassifyUnit(unit="faros", unit_class=UnitClass.SUPPORT)))
    before = book.history.structure_on(a_day("2015-12-31")).units["faros"]
    after = unit(book, "faros")
    assert (before.unit_class, after.unit_class, after.kind) == (None, UnitClass.SUPPORT, before.kind)
    assert after.legal_basis[-1].changed == ("unit_class",)
    again = ClassifyUnit(unit="faros", unit_class=UnitClass.SUPPORT)
    refused(book, then(again, number="3", in_force_from="2017-01-01"), ActChangesNothing)
    absent = ClassifyUnit(unit="puertos", unit_class=UnitClass.LINE)
    refused(book, then(absent, number="3", in_force_from="2017-01-01"), UnitNotInForce)
    other = ClassifyUnit(unit="faros", unit_class=UnitClass.LINE)
    assert refused(book, then(other, number="3"), UndatedOrder).facts["field"] == "unit_class"


def test_a_moved_unit_takes_what_hangs_from_it_along(book: Book) -> None:
    book.enact(then(MoveUnit(unit="faros", parent=under("boyas"))))
    assert list(now(book).ancestors("pintura")) == ["pintura", "faros", "boyas", "direccion"]
    assert now(book).children == {"direccion": ("boyas",), "boyas": ("faros",), "faros": ("pintura",)}


def test_a_unit_may_become_a_root_or_lose_its_known_parent(book: Book) -> None:
    book.enact(
        a_resolution(
            MoveUnit(unit="faros", parent=ROOT),
            MoveUnit(unit="boyas", parent=UNKNOWN_PARENT),
            number="2",
            in_force_from="2016-01-01",
        )
    )
    assert (unit(book, "faros").parent, unit(book, "boyas").parent) == (ROOT, UNKNOWN_PARENT)


@pytest.mark.parametrize(
    ("moved", "parent", "ring"),
    [
        ("direccion", "pintura", ("direccion", "faros", "pintura")),
        ("faros", "pintura", ("faros", "pintura")),
        ("boyas", "boyas", ("boyas",)),
    ],
)
def test_units_that_would_hang_in_a_ring_are_refused(
    book: Book, moved: str, parent: str, ring: tuple[str, ...]
) -> None:
    refusal = refused(book, then(MoveUnit(unit=moved, parent=under(parent))), ParentCycle)
    assert refusal.facts["units"] == ring
    assert refusal.facts["day"] == "2016-01-01"


def test_two_units_swap_places_in_one_file(book: Book) -> None:
    book.enact(
        then(
            MoveUnit(unit="faros", parent=under("pintura")),
            MoveUnit(unit="pintura", parent=under("direccion")),
        )
    )
    assert list(now(book).ancestors("faros")) == ["faros", "pintura", "direccion"]


@pytest.mark.parametrize("act", [a_unit("grua", "nadie"), MoveUnit(unit="boyas", parent=under("nadie"))])
def test_a_parent_that_does_not_exist_is_refused(book: Book, act: object) -> None:
    assert refused(book, then(act), ParentNotInForce).facts["parent"] == "nadie"


def test_a_unit_may_hang_from_one_that_comes_later_in_the_same_file(book: Book) -> None:
    book.enact(then(a_unit("grua", "puerto"), a_unit("puerto", "direccion")))
    assert list(now(book).ancestors("grua")) == ["grua", "puerto", "direccion"]


def test_a_code_in_force_is_not_given_again(book: Book) -> None:
    assert refused(book, then(a_unit("boyas", "faros")), UnitExists).facts["unit"] == "boyas"


def test_a_code_is_not_given_again_after_its_unit_ended(book: Book) -> None:
    book.enact(then(SuppressUnit(unit="boyas")))
    again = then(a_unit("boyas", "direccion"), number="3", in_force_from="2017-01-01")
    assert refused(book, again, UnitCodeUsedBefore).facts["unit"] == "boyas"


def test_a_code_is_not_given_again_in_the_file_that_ends_its_unit(book: Book) -> None:
    refused(book, then(SuppressUnit(unit="boyas"), a_unit("boyas", "faros")), UnitCodeUsedBefore)


def test_suppressing_a_unit_with_children_is_refused(book: Book) -> None:
    refusal = refused(
        book,
        then(
            SuppressUnit(unit="faros"),
            RemoveFunction(function=a_function("faros/a")),
            RemoveFunction(function=a_function("faros/b")),
        ),
        UnitHasChildren,
    )
    assert refusal.facts["unit"] == "faros"
    assert refusal.facts["children"] == ("pintura",)


def test_suppressing_a_unit_with_functions_is_refused(book: Book) -> None:
    refusal = refused(
        book,
        then(SuppressUnit(unit="faros"), MoveUnit(unit="pintura", parent=under("boyas"))),
        UnitHasFunctions,
    )
    assert refusal.facts["functions"] == ("faros.1", "faros.2")


HANDED_OVER = (
    SuppressUnit(unit="faros"),
    MoveUnit(unit="pintura", parent=under("boyas")),
    TransferFunction(function=a_function("faros/a"), to="boyas"),
    TransferFunction(function=a_function("faros/b"), to="direccion", label="a"),
)


@pytest.mark.parametrize("acts", [HANDED_OVER, HANDED_OVER[::-1], (*HANDED_OVER[1:], HANDED_OVER[0])])
def test_a_unit_is_suppressed_and_its_parts_handed_over_in_any_order(
    book: Book, acts: tuple[object, ...]
) -> None:
    book.enact(then(*acts))
    structure = now(book)
    assert sorted(structure.units) == ["boyas", "direccion", "pintura"]
    assert structure.units["pintura"].parent == under("boyas")
    assert {code: (f.unit, f.label) for code, f in structure.functions.items()} == {
        "faros.1": ("boyas", "a"),
        "faros.2": ("direccion", "a"),
    }


@pytest.mark.parametrize("parent_first", [True, False])
def test_a_parent_and_its_child_are_suppressed_in_one_file_in_either_order(
    book: Book, parent_first: bool
) -> None:
    book.enact(then(a_unit("puerto", "direccion"), a_unit("grua", "puerto")))
    acts = [SuppressUnit(unit="puerto"), SuppressUnit(unit="grua")]
    book.enact(then(*(acts if parent_first else acts[::-1]), number="3", in_force_from="2017-01-01"))
    assert sorted(now(book).units) == ["boyas", "direccion", "faros", "pintura"]


def test_the_posts_of_a_suppressed_unit_end_with_it(book: Book) -> None:
    book.enact(then(a_unit("puerto", "direccion", posts=[a_post("Capitanía", heads=True)])))
    book.enact(then(SuppressUnit(unit="puerto"), number="3", in_force_from="2017-01-01"))
    assert now(book).posts == {}


def test_restating_a_unit_adds_a_basis_and_moves_no_date(book: Book) -> None:
    before = now(book)
    book.enact(then(RestateUnit(unit="faros")))
    after = unit(book, "faros")
    assert (after.since, after.name) == (before.units["faros"].since, before.units["faros"].name)
    assert [basis.role for basis in after.legal_basis] == [BasisRole.GRANTS, BasisRole.RESTATES]
    assert now(book).functions == before.functions


def test_restating_a_unit_with_its_functions_renews_each(book: Book) -> None:
    book.enact(then(RestateUnit(unit="faros", with_functions=True)))
    for function in now(book).functions.values():
        assert [basis.source for basis in function.legal_basis] == [key_of("1", "2015"), SECOND]
        assert function.since.value == "2015-01-01"
