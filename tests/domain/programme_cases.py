"""A body with two units and no programme yet, and the short words in which tests speak of programmes.

Takes what a test names; returns acts, files and what a day shows. Called by the tests of programmes.
"""

from __future__ import annotations

from organica.domain.acts import (
    Act,
    EstablishOrganization,
    IndicatorItem,
    Period,
    StartProgramme,
)
from organica.domain.change import ChangeKind
from organica.domain.dates import LegalDate
from organica.domain.diff import Side, diff
from organica.domain.resolution import Resolution
from organica.domain.structure import Structure
from tests.makers import (
    ORGANIZATION,
    Book,
    a_day,
    a_resolution,
    a_unit,
    items,
)

COURSE, REGISTER = "compradores", "registro"


FOUNDED = a_resolution(
    EstablishOrganization(name="Servicio Ficticio", time_zone="UTC"),
    a_unit("faros", functions=items("a b")),
    a_unit("boyas"),
)


def then(*acts: Act, number: str = "2", day: str = "2016-01-01") -> Resolution:
    return a_resolution(*acts, number=number, in_force_from=day)


def on(book: Book, day: str) -> Structure:
    return book.history.structure_on(a_day(day))


def a_start(programme: str = COURSE, **more: object) -> StartProgramme:
    return StartProgramme(programme=programme, name="Compradores Públicos", **more)  # type: ignore[arg-type]


def a_figure(
    value: str = "57", name: str = "Cursos", period: Period | str = "2017", **more: str
) -> IndicatorItem:
    days = Period(on=LegalDate(period)) if isinstance(period, str) else period
    return IndicatorItem(name=name, value=value, period=days, **more)


def figures(book: Book, day: str) -> list[tuple[str, str, str]]:
    """Return the figures of a day with their codes and periods."""
    held = on(book, day).indicators
    return [(code, held[code].value, held[code].period.written) for code in sorted(held)]


def changed(book: Book, base: str, target: str) -> list[tuple[ChangeKind, str, str | None, str | None]]:
    sides = []
    for day in (base, target):
        moment = book.history.moment_on(a_day(day))
        assert moment is not None
        sides.append(Side(moment.structure, moment.coverage))
    found = diff(ORGANIZATION, *sides)
    return [(change.kind, change.code, change.before, change.after) for change in found]
