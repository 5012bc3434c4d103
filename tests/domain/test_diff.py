"""A diff of two days names what changed, what it was and is, since when, and the act behind it."""

from __future__ import annotations

from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    Holder,
    MoveUnit,
    RelabelFunction,
    RemoveFunction,
    RenameUnit,
    RestateUnit,
    SetObjective,
    StateOrganization,
    StateUnit,
    SuppressUnit,
    TransferFunction,
    UnitClass,
    under,
)
from organica.domain.change import Change, ChangeKind
from organica.domain.diff import Side, diff
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
)

BASE = a_resolution(
    StateOrganization(name="Servicio de Faros"),
    a_unit("direccion", kind="Dirección"),
    a_unit("faros", "direccion", functions=items("a b"), posts=[a_post("Jefatura", heads=True)]),
    a_unit("boyas", "direccion"),
)
Told = list[tuple[str, str, str | None, str | None, str | None, str | None]]


def between(book: Book, base: str, target: str) -> list[Change]:
    first, second = (book.history.moment_on(a_day(day)) for day in (base, target))
    assert first
    assert second
    return diff(ORGANIZATION, Side(first.structure, first.coverage), Side(second.structure, second.coverage))


def told(book: Book, target: str = "2030-01-01", base: str = "2015-01-01") -> Told:
    """Return (kind, code, before, after, since, number of the source) of each change."""
    return [
        (
            change.kind.value,
            change.code,
            change.before,
            change.after,
            change.since.value if change.since else None,
            change.legal_basis.source.rpartition("/")[2] if change.legal_basis else None,
        )
        for change in between(book, base, target)
    ]


def book_of(*files: tuple[object, ...]) -> Book:
    """Return a book with one resolution a year from 2016 on, numbered from 2."""
    resolutions = [
        a_resolution(*acts, number=str(number), in_force_from=f"{2014 + number}-01-01")  # type: ignore[arg-type]  # Acts.
        for number, acts in enumerate(files, start=2)
    ]
    return Book(BASE, *resolutions)


def test_each_changed_field_is_told_with_its_own_act_and_date() -> None:
    book = book_of(
        (RenameUnit(unit="faros", name="Luces"),),
        (MoveUnit(unit="faros", parent=under("boyas")),),
        (SetObjective(unit="faros", objective="Guiar."),),
        (RenameUnit(unit="faros", kind="División"),),
        (RestateUnit(unit="faros"),),
    )
    assert told(book) == [
        ("unit_renamed", "faros", "Departamento Faros", "Luces", "2016-01-01", "2"),
        ("unit_retyped", "faros", "Departamento", "División", "2019-01-01", "5"),
        ("unit_moved", "faros", "direccion", "boyas", "2017-01-01", "3"),
        ("objective_changed", "faros", None, "Guiar.", "2018-01-01", "4"),
    ]


def test_a_field_that_changes_twice_is_told_once_under_its_last_act() -> None:
    book = book_of((RenameUnit(unit="faros", name="Luces"),), (RenameUnit(unit="faros", name="Fanales"),))
    assert told(book) == [("unit_renamed", "faros", "Departamento Faros", "Fanales", "2017-01-01", "3")]


def test_a_field_that_changes_and_changes_back_is_not_told() -> None:
    book = book_of(
        (RenameUnit(unit="faros", name="Luces"),), (RenameUnit(unit="faros", name="Departamento Faros"),)
    )
    assert told(book) == []


def test_a_mere_renewal_of_the_basis_is_no_change() -> None:
    assert told(book_of((RestateUnit(unit="faros", with_functions=True),))) == []


def test_what_comes_and_goes_in_between_leaves_no_trace() -> None:
    book = book_of((a_unit("puerto", "direccion"),), (SuppressUnit(unit="puerto"),))
    assert told(book) == []
    assert told(book, "2016-06-01") == [
        ("unit_created", "puerto", None, "Departamento Puerto", "2016-01-01", "2")
    ]
    assert told(book, base="2016-06-01") == [
        ("unit_suppressed", "puerto", "Departamento Puerto", None, "2017-01-01", "3")
    ]


def test_the_changes_of_functions() -> None:
    book = book_of(
        (AmendFunction(function=a_function("faros/a"), text="Guiar."),),
        (RelabelFunction(function=a_function("faros/a"), label="c"),),
        (TransferFunction(function=a_function("faros/c"), to="boyas"),),
        (RemoveFunction(function=a_function("faros/b")),),
        (an_assignment("boyas", "d", "Fondear."),),
    )
    assert told(book) == [
        ("function_transferred", "faros.1", "faros", "boyas", "2018-01-01", "4"),
        ("function_relabelled", "faros.1", "a", "c", "2017-01-01", "3"),
        ("function_amended", "faros.1", "Ejercer la función a.", "Guiar.", "2016-01-01", "2"),
        ("function_removed", "faros.2", "Ejercer la función b.", None, "2019-01-01", "5"),
        ("function_assigned", "boyas.1", None, "Fondear.", "2020-01-01", "6"),
    ]
    assert {change.code: change.unit for change in between(book, "2015-01-01", "2030-01-01")} == {
        "boyas.1": "boyas",
        "faros.1": "boyas",
        "faros.2": "faros",
    }


def test_the_acts_of_one_file_are_told_apart() -> None:
    book = book_of(
        (
            RenameUnit(unit="faros", name="Luces", ref="primero"),
            MoveUnit(unit="faros", parent=under("boyas"), ref="segundo"),
        )
    )
    changes = between(book, "2015-01-01", "2030-01-01")
    assert [(change.kind, change.legal_basis and change.legal_basis.act) for change in changes] == [
        (ChangeKind.UNIT_RENAMED, "primero"),
        (ChangeKind.UNIT_MOVED, "segundo"),
    ]


def test_the_acts_of_two_files_of_one_day_are_told_apart() -> None:
    book = Book(
        BASE,
        a_resolution(RenameUnit(unit="faros", name="Luces"), number="2", in_force_from="2016-01-01"),
        a_resolution(MoveUnit(unit="faros", parent=under("boyas")), number="3", in_force_from="2016-01-01"),
    )
    assert [(row[0], row[5]) for row in told(book)] == [("unit_renamed", "2"), ("unit_moved", "3")]


def test_the_changes_of_posts_and_appointments() -> None:
    book = book_of(
        (an_appointment("faros/head", "Ana Rompeolas Sur", until="2018-01-01"),),
        (StateUnit(unit="boyas", posts=(a_post("Patrón", holder=Holder("Luis Brisa Mar")),)),),
    )
    assert told(book, "2017-06-01") == [
        ("post_stated", "boyas.p1", None, "Patrón", "2017-01-01", "3"),
        ("appointment_stated", "boyas.p1.1", None, None, "2017-01-01", "3"),
        ("appointed", "faros.p1.1", None, "titular", "2016-01-01", "2"),
    ]
    assert told(book, base="2016-06-01", target="2018-01-01")[1:] == [
        ("appointment_stated", "boyas.p1.1", None, None, "2017-01-01", "3"),
        ("appointment_ended", "faros.p1.1", "titular", None, "2018-01-01", "2"),
    ]
    units = {change.code: change.unit for change in between(book, "2016-06-01", "2018-01-01")}
    assert units == {"boyas.p1": "boyas", "boyas.p1.1": "boyas", "faros.p1.1": "faros"}


def test_what_ends_with_its_unit_is_told_in_that_unit() -> None:
    book = Book(
        BASE,
        a_resolution(
            a_unit("puerto", "direccion", posts=[a_post("Capitán", holder=Holder("Ana Rompeolas Sur"))]),
            number="2",
            in_force_from="2016-01-01",
        ),
        a_resolution(SuppressUnit(unit="puerto"), number="3", in_force_from="2017-01-01"),
    )
    changes = between(book, "2016-01-01", "2017-01-01")
    assert [(change.kind.value, change.code, change.unit) for change in changes] == [
        ("unit_suppressed", "puerto", "puerto"),
        ("post_abolished", "puerto.p1", "puerto"),
        ("appointment_ended", "puerto.p1.1", "puerto"),
    ]


def test_an_organization_that_is_renamed() -> None:
    book = book_of((StateOrganization(name="Servicio de Luces"),))
    assert told(book) == [
        ("organization_renamed", ORGANIZATION, "Servicio de Faros", "Servicio de Luces", "2016-01-01", "2")
    ]


def test_the_class_of_a_unit_is_told_with_its_kind() -> None:
    book = book_of((StateUnit(unit="faros", unit_class=UnitClass.SUPPORT),))
    assert told(book) == [("unit_retyped", "faros", None, "support", "2016-01-01", "2")]


def test_a_day_does_not_differ_from_itself() -> None:
    assert told(book_of((an_assignment("boyas", "a"),)), base="2016-01-01", target="2016-12-31") == []


def test_a_function_that_enters_and_is_reworded_is_told_once_as_it_is_then() -> None:
    assign = AssignFunction(unit="boyas", function=items("a")[0])
    book = book_of((assign,), (AmendFunction(function=a_function("boyas/a"), text="Fondear."),))
    assert told(book) == [("function_assigned", "boyas.1", None, "Fondear.", "2016-01-01", "2")]
