"""What a page carries beside its text: numbers of pages, running heads, tables of contents.

Takes lines; returns those of the text. Called by passages. Only what surely is no text goes: a number or a
line that comes back again and again, set apart in the middle of a sentence; and entries that end in dots
and a number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from organica.importer.document import Line

_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:p[aá]g(?:ina|\.)?|page|hoja|folio)?\s*\.?\s*\d{1,4}(?:\s*(?:de|/|of)\s*\d{1,4})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
_NAMED_PAGE = re.compile(r"p[aá]g(?:ina|\.)?\s*\d|\d+\s*(?:/|de)\s*\d+$|^[-–—]\s*\d+\s*[-–—]$", re.IGNORECASE)
_LEADER = re.compile(r"(?:(?:\.\s?){4,}|\t\s*|…{2,}\s*|_{4,}\s*)\d{1,4}$")
# An entry of a table of contents is told by its end; looking at the whole of a long line takes too long.
_MOST_OF_AN_END = 200
_DIGITS = re.compile(r"\d+")
_LEAST_TIMES = 3
_ENDS = (".", ":", ";", "!", "?")
# Where so large a part of all lines is blank, blanks stand between the lines of a sentence too.
_LARGEST_BLANK_PART = 0.4


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without page numbers, running heads and tables of contents, and without their gaps."""
    places = _set_apart(lines)
    running = _running(lines, places)
    kept: list[Line] = []
    for place, line in enumerate(lines):
        if not line.text:
            kept.append(line)
        elif _LEADER.search(line.text[-_MOST_OF_AN_END:]):
            continue
        elif _is_furniture(line.text, place, places, running):
            _drop_gap(kept)
        else:
            kept.append(line)
    # A file that holds nothing else is no page: what stands there is its text.
    return kept if any(line.text for line in kept) else list(lines)


def _is_furniture(text: str, place: int, places: frozenset[int], running: frozenset[str]) -> bool:
    """Return whether the line is the number of a page, or a head that comes back on every page."""
    if _PAGE_NUMBER.fullmatch(text) and (place in places or _NAMED_PAGE.search(text)):
        return True
    return place in places and _shape(text) in running


def _set_apart(lines: Sequence[Line]) -> frozenset[int]:
    """Return the places of lines with a blank on each side, in the middle of a sentence that goes on below.

    A line of the sentence itself may come back too, so a running head does not begin in small type.
    """
    blank = sum(not line.text for line in lines)
    if blank > len(lines) * _LARGEST_BLANK_PART:
        return frozenset()
    return frozenset(
        place
        for place in range(1, len(lines) - 1)
        if lines[place].text
        and not lines[place].text[0].islower()
        and not (lines[place - 1].text or lines[place + 1].text)
        and _interrupts(lines, place)
    )


def _running(lines: Sequence[Line], places: frozenset[int]) -> frozenset[str]:
    """Return the shapes of lines that come back and interrupt a sentence at least twice."""
    times = Counter(_shape(line.text) for line in lines if line.text)
    interrupting = Counter(_shape(lines[place].text) for place in places)
    return frozenset(
        shape for shape, count in interrupting.items() if count > 1 and times[shape] >= _LEAST_TIMES
    )


def _interrupts(lines: Sequence[Line], place: int) -> bool:
    before = next((one.text for one in reversed(lines[max(0, place - 4) : place]) if one.text), "")
    after = next((one.text for one in lines[place + 1 : place + 5] if one.text), "")
    return bool(before) and bool(after) and not before.endswith(_ENDS) and after[0].islower()


def _shape(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.casefold().split()))


def _drop_gap(kept: list[Line]) -> None:
    while kept and not kept[-1].text:
        kept.pop()
