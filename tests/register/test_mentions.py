"""Mentions over the days of a history: what they mean then, also where names were read before."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date

import pytest

from organica.domain.acts import Act, CarryOver, MoveUnit, RenameUnit, SuppressUnit, under
from organica.domain.history import fold
from organica.domain.refusals.matters import ActChangesNothing
from organica.domain.refusals.units import UnitNotInForce
from organica.register import mentions as rooms
from organica.register.mentions import mentions
from tests.makers import ORGANIZATION, Book, a_resolution, a_unit, an_assignment, an_item

TEXT = "Coordinar con el Departamento de Faros y con la Fiscalía."


def a_book() -> Book:
    return Book(
        a_resolution(
            a_unit("direccion", functions=[an_item("a", TEXT)]),
            a_unit("faros", "direccion", name="Departamento de Faros"),
        )
    )


def told(book: Book) -> list[tuple[str, str | None, date, date | None]]:
    return [(each.text, each.unit, each.start, each.end) for each in mentions(book.history)]


def test_a_mention_means_another_unit_from_the_day_on_which_that_one_bears_the_name() -> None:
    book = a_book()
    acts = (
        RenameUnit(unit="faros", name="Departamento de Boyas"),
        a_unit("luces", "direccion", name="Departamento de Faros"),
    )
    book.enact(a_resolution(*acts, number="20", in_force_from="2020-01-01", coverage=None))
    assert told(book) == [
        ("Departamento de Faros", "faros", date(2015, 1, 1), date(2020, 1, 1)),
        ("Departamento de Faros", "luces", date(2020, 1, 1), None),
        ("Fiscalía", None, date(2015, 1, 1), None),
    ]


def test_a_carried_over_reference_resolves_the_old_name_in_the_old_text() -> None:
    book = a_book()
    acts = (
        RenameUnit(unit="faros", name="Unidad de Balizamiento", kind="Unidad"),
        CarryOver(name="Departamento de Faros", unit="faros"),
    )
    book.enact(a_resolution(*acts, number="20", in_force_from="2020-01-01", coverage=None))
    assert told(book)[0] == ("Departamento de Faros", "faros", date(2015, 1, 1), None)


def test_places_count_the_characters_of_the_text_as_stored() -> None:
    [first, second] = mentions(a_book().history)
    assert [TEXT[each.first : each.last] for each in (first, second)] == [first.text, second.text]


NAMES = (
    "Departamento de Compras", "División de Compras Públicas", "Unidad de Compradores", "Fiscalía",
    "Departamento de Estudios", "Sección de Faros y Balizas", "Departamento Observatorio", "Dirección",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_what_is_read_beside_earlier_names_is_what_is_read_alone(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose = random.Random(seed)  # A reproducible test, no secret.
    said = [f"Informar a la {choose.choice(NAMES)} y a las divisiones de Compras y Faros." for _ in range(4)]
    units = [a_unit(f"u{at}", name=choose.choice(NAMES), kind="Unidad") for at in range(5)]
    book = Book(a_resolution(*units, *(an_assignment("u0", str(at), text) for at, text in enumerate(said))))
    for year in range(2016, 2024):
        acts: list[Act] = [
            RenameUnit(unit=f"u{choose.randrange(4)}", name=f"{choose.choice(NAMES)} {year}"),
            RenameUnit(
                unit=f"u{choose.randrange(4)}", kind=f"Oficina {year}", name=choose.choice(NAMES) + "s"
            ),
            MoveUnit(unit=f"u{choose.randrange(1, 4)}", parent=under("u0")),
            a_unit(f"n{year}", name=choose.choice(NAMES)),
            SuppressUnit(unit="u4"),
        ]
        act = choose.choice(acts)
        with suppress(ActChangesNothing, UnitNotInForce):
            book.enact(a_resolution(act, number=str(year), in_force_from=f"{year}-01-01", coverage=None))
    beside = mentions(fold(ORGANIZATION, book.enacted))
    monkeypatch.setattr(rooms, "_readings", rooms._Readings())
    monkeypatch.setattr(rooms._Reading, "under", lambda _self, key: rooms._Reading(key))
    assert mentions(book.history) == beside
