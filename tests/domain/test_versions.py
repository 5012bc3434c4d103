"""Versions: each state over its days, when its content ends and by which act."""

from __future__ import annotations

from organica.domain.acts import (
    AmendFunction,
    CreatePost,
    Holder,
    RenameUnit,
    RestateUnit,
    StateUnit,
    SuppressUnit,
)
from organica.domain.resolution import Resolution
from organica.domain.states import Noun
from organica.domain.versions import intervals, versions
from tests.makers import (
    Book,
    a_function,
    a_post,
    a_resolution,
    a_unit,
    an_appointment,
    an_assignment,
    an_attestation,
    items,
)

BASE = a_resolution(a_unit("direccion"), a_unit("faros", "direccion", functions=items("a b")))
Row = tuple[str, str | None, str | None, str | None, int]


def then(number: int, *acts: object, day: str | None = None) -> Resolution:
    """Return a resolution of 2016 for number 2, of 2017 for number 3, and so on."""
    return a_resolution(*acts, number=str(number), in_force_from=day or f"{2014 + number}-01-01")  # type: ignore[arg-type]  # Acts.


def rows(book: Book, noun: Noun, code: str) -> list[Row]:
    """Return (start, end, until, number of the source that ended it, number of bases) of each version."""
    return [
        (
            version.start.isoformat(),
            version.end.isoformat() if version.end else None,
            version.until.value if version.until else None,
            version.ended_by.source.rpartition("/")[2] if version.ended_by else None,
            len(version.state.legal_basis),
        )
        for version in versions(book.history)
        if (version.noun, version.code) == (noun, code)
    ]


def test_what_never_changes_has_one_open_version() -> None:
    book = Book(BASE, then(2, RenameUnit(unit="direccion", name="Dirección General")))
    assert rows(book, Noun.UNIT, "faros") == [("2015-01-01", None, None, None, 1)]


def test_a_renewal_of_the_basis_is_a_version_that_shares_the_end_of_the_content() -> None:
    book = Book(
        BASE,
        then(2, RestateUnit(unit="faros")),
        then(3, RestateUnit(unit="faros")),
        then(4, RenameUnit(unit="faros", name="Luces")),
    )
    assert rows(book, Noun.UNIT, "faros") == [
        ("2015-01-01", "2016-01-01", "2018-01-01", "4", 1),
        ("2016-01-01", "2017-01-01", "2018-01-01", "4", 2),
        ("2017-01-01", "2018-01-01", "2018-01-01", "4", 3),
        ("2018-01-01", None, None, None, 4),
    ]


def test_a_content_that_is_only_renewed_has_no_end() -> None:
    book = Book(BASE, then(2, RestateUnit(unit="faros")))
    assert rows(book, Noun.UNIT, "faros") == [
        ("2015-01-01", "2016-01-01", None, None, 1),
        ("2016-01-01", None, None, None, 2),
    ]


def test_the_act_that_ends_a_unit_ends_its_last_version() -> None:
    book = Book(BASE, then(2, a_unit("puerto", "direccion")), then(3, SuppressUnit(unit="puerto")))
    assert rows(book, Noun.UNIT, "puerto") == [("2016-01-01", "2017-01-01", "2017-01-01", "3", 1)]


def test_a_list_that_leaves_a_function_out_ends_it() -> None:
    book = Book(BASE, then(2, StateUnit(unit="faros", functions=items("a"))))
    assert rows(book, Noun.FUNCTION, "faros.2") == [("2015-01-01", "2016-01-01", "2016-01-01", "2", 1)]


def test_a_year_only_end_is_told_as_a_year() -> None:
    book = Book(BASE, then(2, RenameUnit(unit="faros", name="Luces"), day="2016"))
    assert rows(book, Noun.UNIT, "faros") == [
        ("2015-01-01", "2016-01-01", "2016", "2", 1),
        ("2016-01-01", None, None, None, 2),
    ]


def test_an_appointment_that_lapses_is_ended_by_its_own_act() -> None:
    book = Book(
        BASE,
        then(2, CreatePost(unit="faros", post=a_post("Jefatura", heads=True))),
        then(3, an_appointment("faros/head", "Ana Rompeolas Sur", until="2020-03-01")),
    )
    assert rows(book, Noun.APPOINTMENT, "faros.p1.1") == [("2017-01-01", "2020-03-01", "2020-03-01", "3", 1)]
    assert rows(book, Noun.POST, "faros.p1") == [
        ("2016-01-01", "2020-03-01", None, None, 1),
        ("2020-03-01", None, None, None, 1),
    ]


def test_what_is_attested_and_gives_way_ends_without_an_act() -> None:
    said = StateUnit(unit="faros", posts=(a_post(heads=True, holder=Holder("Luis Brisa Mar")),))
    book = Book(
        BASE,
        an_attestation(said, in_force_from="2016-01-01"),
        then(4, CreatePost(unit="faros", post=a_post("Jefatura", heads=True))),
    )
    assert rows(book, Noun.POST, "faros.p1") == [("2016-01-01", "2018-01-01", "2018-01-01", None, 1)]


def test_a_late_act_splits_the_version_in_which_it_falls() -> None:
    book = Book(
        BASE,
        then(6, AmendFunction(function=a_function("faros/a"), text="Guiar.")),
        then(3, AmendFunction(function=a_function("faros/a"), text="Alumbrar.")),
    )
    assert rows(book, Noun.FUNCTION, "faros.1") == [
        ("2015-01-01", "2017-01-01", "2017-01-01", "3", 1),
        ("2017-01-01", "2020-01-01", "2020-01-01", "6", 2),
        ("2020-01-01", None, None, None, 3),
    ]


def test_a_thing_that_only_takes_another_place_is_no_new_content() -> None:
    book = Book(
        a_resolution(a_unit("faros", functions=items("1 60"))),
        then(2, *(an_assignment("faros", str(number)) for number in range(59, 1, -1))),
        then(3, AmendFunction(function=a_function("faros/60"), text="Otra.")),
    )
    found = rows(book, Noun.FUNCTION, "faros.2")
    assert {(row[2], row[3]) for row in found} == {("2017-01-01", "3"), (None, None)}


def test_the_intervals_are_the_answers_days() -> None:
    book = Book(BASE, then(2, RenameUnit(unit="faros", name="Luces"), day="2016"))
    assert [
        (each.start.isoformat(), each.end.isoformat() if each.end else None, each.since.value, each.certain)
        for each in intervals(book.history)
    ] == [
        ("2015-01-01", "2016-01-01", "2015-01-01", True),
        ("2016-01-01", "2017-01-01", "2016", False),
        ("2017-01-01", None, "2016", True),
    ]
