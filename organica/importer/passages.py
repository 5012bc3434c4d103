"""Passages: the lines of a text gathered into what was written as one piece.

Takes normalised text; returns passages with their places. Called by `reading`, used by the genres.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from organica.domain.outline import Place
from organica.text.labels import labelled
from organica.text.normalise import SOFT_HYPHEN

_ENDS_A_SENTENCE = (".", ":", ";", "!", "?", ".»", ".”", '."', ".)")
# Where the longest line is longer, each line is a whole paragraph; where it is shorter, there is no prose.
_WRAPPED_WIDTHS = range(60, 201)


@dataclass(frozen=True, slots=True)
class Passage:
    """One heading, paragraph or item; a hard-wrapped one has its lines joined by one space."""

    text: str
    place: Place


def passages(text: str) -> tuple[Passage, ...]:
    """Return the passages in the order of the text; every line that is not blank is in exactly one."""
    lines = text.split("\n")
    longest = max(map(len, lines))
    width = longest if longest in _WRAPPED_WIDTHS else None
    return tuple(_passage(lines, first, last) for first, last in _ranges(lines, width))


def ends_a_sentence(text: str) -> bool:
    """Return whether the text ends as a sentence or a clause does."""
    return text.endswith(_ENDS_A_SENTENCE)


def _ranges(lines: list[str], width: int | None) -> Iterator[tuple[int, int]]:
    """Yield first and last line, counted from 0, both included."""
    first = None
    for number, line in enumerate(lines):
        if first is not None and not (line and _continues(lines[number - 1], line, width)):
            yield first, number - 1
            first = None
        if line and first is None:
            first = number
    if first is not None:
        yield first, len(lines) - 1


def _continues(before: str, line: str, width: int | None) -> bool:
    """Return whether the line goes on with the sentence of the line just above it.

    It does when it begins in lower case, or when its first word did not fit above. A sentence that ends at
    the end of a line ends its passage: joining what does not belong together would alter legal text.
    """
    if before.endswith(SOFT_HYPHEN):
        return True
    if labelled(line) or ends_a_sentence(before):
        return False
    if line[0].islower():
        return True
    return width is not None and len(before) + 1 + len(line.split(maxsplit=1)[0]) > width


def _passage(lines: list[str], first: int, last: int) -> Passage:
    joined = " ".join(lines[first : last + 1]).replace(f"{SOFT_HYPHEN} ", "")
    return Passage(joined.removesuffix(SOFT_HYPHEN), Place(first + 1, last + 1))
