"""Rows whose cells a page has left glued to each other: "Alcalde El Alcalde es … Artículo 56, Ley 18.695 …".

Takes a line; returns its cells. Called by `copied`, where the heads of the columns stand in one line too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from organica.importer.transparency_table.columns import Column
from organica.importer.transparency_table.rows import LINK
from organica.importer.transparency_table.words import (
    MOST_CHARACTERS_OF_NAME,
    MOST_CHARACTERS_OF_SOURCE,
    day_alone,
    names_a_source,
    names_a_unit,
    says_nothing,
    without_number,
)

# Where the text behind a name may begin: with a sentence, or with the first label of a list.
_TEXT_BEGINS = re.compile(
    r"(?=(?:El|La|Los|Las|Al|En|Es|Tendr[áa]|Tiene|Corresponder?[áa]?|Su|Son|Ser[áa]|Depender?[áa]?|Art[íi]culo|Art\.)\s)"
    r"|(?=(?<![\d.])1\s?[.)°º]\s?[-–]*\s*\w)|(?=(?<![^\W\d_])a\s?[.)]\s?[-–]*\s)"
)
_LEADS_ON = re.compile(r"(?:^|\s)(?:de|del|la|las|el|los|y|e|en|a|para|con|por)$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}[\s.)–-]*")
# "xALCALDÍA": what the columns of year and month hold.
_PERIOD = re.compile(r"(?:\d{4}|[a-zé]{1,10}|[\s./-])+(?=[A-ZÁÉÍÓÚÑ])")
_MARK = re.compile(r"\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|Ver enlace|Enlace|Ver|Sin modificaci[oó]n(?:es)?)\s*$")
_MOST_CHARACTERS_OF_A_MARK = 60
_SOURCE_BEGINS = re.compile(r"(?<=[.;:)])\s*(?=[A-ZÁÉÍÓÚÑ])")


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a line; None for those that it has not. `marks` are days and links in their order."""

    unit: str | None
    text: str | None
    source: str | None
    marks: tuple[str, ...]


def cells_of(line: str, columns: tuple[Column, ...]) -> Cells:
    """Return the cells of a line; where no name and no source is told apart, all of it is text."""
    rest, marks = _without_marks(line)
    unit: str | None = None
    name_end = _end_of_name(rest, columns)
    if name_end:
        unit, rest = rest[:name_end].strip(), rest[name_end:].strip()
        if Column.PERIOD in columns:
            unit = _PERIOD.sub("", unit, count=1) if _PERIOD.match(unit) else unit
    if names_a_source(rest):
        return Cells(unit, None, rest, marks)
    for gap in _SOURCE_BEGINS.finditer(rest, max(0, len(rest) - MOST_CHARACTERS_OF_SOURCE)):
        if names_a_source(rest[gap.end() :]):
            return Cells(unit, rest[: gap.start()].strip(), rest[gap.end() :], marks)
    return Cells(unit, rest or None, None, marks)


def _without_marks(line: str) -> tuple[str, tuple[str, ...]]:
    """Take the days and links from the end of a line."""
    marks: list[str] = []
    while found := _MARK.search(line, max(0, len(line) - _MOST_CHARACTERS_OF_A_MARK)):
        marks.append(LINK if says_nothing(found[1]) else day_alone(found[1]) or LINK)
        line = line[: found.start()]
    return line, tuple(reversed(marks))


def _end_of_name(line: str, columns: tuple[Column, ...]) -> int:
    """Return where the name of a unit at the beginning of a line ends; 0 when none is told apart."""
    number = _NUMBER_BEFORE.match(line)
    begin = number.end() if number else 0
    if Column.PERIOD in columns and (period := _PERIOD.match(line)):
        begin = period.end()
    for found in _TEXT_BEGINS.finditer(line, begin + 1):
        name = line[begin : found.start()].strip()
        if len(name) > MOST_CHARACTERS_OF_NAME:
            break
        if names_a_unit(name) and not _LEADS_ON.search(name) and name == without_number(name):
            return found.start()
    return 0
