"""The numbers that a word processor prints before paragraphs, which stand nowhere in their text.

Takes the parts `numbering.xml` and `styles.xml`; gives each numbered paragraph its label in their order.
Called by `docx`. Source: ECMA-376, part 1, section 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from organica.importer.formats.numbering import BULLET, numbered, repeated_letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
LEVELS = 9
_HOLE = re.compile(r"%([1-9])")
_SIMPLE = re.compile(r"[^\w]*(?P<label>\w+(?:\.\w+)*)[^\w%]*")
_WHOLE_NUMBER = re.compile(r"-?\d{1,9}")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level is numbered; levels up to `restart` (from 0) set it back, all above it when None."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None


@dataclass(frozen=True, slots=True)
class _List:
    # Lists of one abstract definition go on counting together.
    abstract: str
    levels: tuple[Level, ...]
    # The levels that this list itself begins anew.
    starts: frozenset[int]


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, lists: dict[str, _List]) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, list_id: str, level: int) -> str | None:
        """Return the label of the next paragraph of a list, and count it; None when it prints none."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= level < LEVELS:
            return None
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for started in found.starts:
                counts[started] = None
        before = counts[level]
        counts[level] = found.levels[level].start if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or level <= restart:
                counts[deeper] = None
        return _printed(found.levels, counts, level)


def numbering_in(root: etree._Element | None) -> Numbering:
    """Return the lists that the part defines; none when a document has no such part."""
    if root is None:
        return Numbering({})
    abstracts = {
        one.get(f"{W}abstractNumId", ""): _levels(one.findall(f"{W}lvl"), (Level(),) * LEVELS)
        for one in root.findall(f"{W}abstractNum")
    }
    lists: dict[str, _List] = {}
    for one in root.findall(f"{W}num"):
        abstract = _value(one.find(f"{W}abstractNumId"))
        levels = list(abstracts.get(abstract, (Level(),) * LEVELS))
        starts: set[int] = set()
        for override in one.findall(f"{W}lvlOverride"):
            index = _number(override.get(f"{W}ilvl"), 0)
            if not 0 <= index < LEVELS:
                continue
            levels = list(_levels(override.findall(f"{W}lvl"), tuple(levels)))
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts.add(index)
                old = levels[index]
                levels[index] = Level(_number(_value(start), 1), old.format, old.text, old.restart)
        lists[one.get(f"{W}numId", "")] = _List(abstract, tuple(levels), frozenset(starts))
    return Numbering(lists)


def _levels(elements: Iterable[etree._Element], defaults: tuple[Level, ...]) -> tuple[Level, ...]:
    levels = list(defaults)
    for one in elements:
        index = _number(one.get(f"{W}ilvl"), 0)
        if not 0 <= index < LEVELS:
            continue
        restart = one.find(f"{W}lvlRestart")
        levels[index] = Level(
            start=_number(_value(one.find(f"{W}start")), 1),
            format=_value(one.find(f"{W}numFmt")) or "decimal",
            text=_value(one.find(f"{W}lvlText")),
            # "0" never sets it back: no level lies above the first.
            restart=None if restart is None else _number(_value(restart), 0) - 1,
        )
    return tuple(levels)


def _printed(levels: tuple[Level, ...], counts: list[int | None], level: int) -> str | None:
    """Return the label as printed, without the punctuation around it when it is a number or letter alone."""
    own = levels[level]
    if own.format == "none":
        return None
    if own.format == "bullet":
        return BULLET

    def filled(hole: re.Match[str]) -> str:
        index = int(hole[1]) - 1
        count = counts[index]
        return _written(levels[index].start if count is None else count, levels[index].format)

    printed = _HOLE.sub(filled, own.text).strip()
    simple = _SIMPLE.fullmatch(printed)
    return (simple["label"] if simple else printed) or None


def _written(number: int, format_: str) -> str:
    match format_:
        case "lowerLetter":
            return repeated_letter(number, "a")
        case "upperLetter":
            return repeated_letter(number, "A")
        case "lowerRoman":
            return numbered(number, "i")
        case "upperRoman":
            return numbered(number, "I")
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return f"{number}°"
        case _:
            return str(number)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(VAL, "")


def _number(text: str | None, default: int) -> int:
    return int(text) if text and _WHOLE_NUMBER.fullmatch(text) else default
