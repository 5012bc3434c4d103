"""How wide a text is drawn, and which of its characters are drawn at all.

Takes texts; returns widths in pixels, and texts without what nobody sees. Called by `wrapping` and `layout`.
Readers have other fonts than Arial, wider and narrower ones; that is why `svg` writes with each line the
width that was computed here, into which every browser then sets it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from organica.render.chart.widths import BOLD, REGULAR
from organica.text.unseen import is_unseen

# Scripts that the tables do not have: ideographs and pictures fill a square and a little more, the others
# hardly ever more than the widest Latin letter.
_SQUARE, _UNKNOWN = 1_300, 1_000
_SQUARES = frozenset({"W", "F"})
_MARKS = frozenset({"Mn", "Me"})
_BLANKS = frozenset("\t\r\n")
MOST_MARKS = 2
# Nearly every text is of these, with single blanks, and is drawn as it is: one look tells.
_PLAIN = re.compile("[!-~\u00a1-\u00ac\u00ae-\u02ff]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff]+)*")


@dataclass(frozen=True, slots=True)
class Letters:
    """How a line is set: the size of its letters and the height that it takes, in pixels, and its weight."""

    size: int
    line: int
    bold: bool = False


def shown(text: str) -> str:
    """Return the text as it is drawn: one blank between words, nothing that is unseen or turns the order.

    The register refuses such characters when they are written down; a chart holds none whatever it is given.
    Marks that pile up on one letter would leave its box, so it keeps the first few.
    """
    if _PLAIN.fullmatch(text):
        return text
    seen: list[str] = []
    piled = 0
    for each in unicodedata.normalize("NFC", text):
        piled = piled + 1 if joins(each) else 0
        if each in _BLANKS:
            seen.append(" ")
        elif piled <= MOST_MARKS and not is_unseen(each):
            seen.append(each)
    return " ".join("".join(seen).split())


def width(text: str, letters: Letters) -> float:
    """Return how wide a text is in Arial of this size and weight, in pixels."""
    table = _BOLD if letters.bold else _REGULAR
    return sum(map(table.__getitem__, text)) * letters.size / 1000


def joins(character: str) -> bool:
    """Tell whether a character stands on the one before it, from which no line may part it."""
    return unicodedata.category(character) in _MARKS


class _Widths(dict[str, int]):
    """The width of each character, in thousandths of the size of the letters."""

    def __missing__(self, character: str) -> int:
        plain = unicodedata.normalize("NFD", character)[0]
        found = self.get(plain)
        if found is None:
            square = unicodedata.east_asian_width(character) in _SQUARES
            found = 0 if joins(character) else _SQUARE if square else _UNKNOWN
        self[character] = found
        return found


_REGULAR, _BOLD = _Widths(REGULAR), _Widths(BOLD)
