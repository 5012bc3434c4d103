"""A text as lines that are no wider than what there is for them; nothing of it is left out.

Takes a text, its letters and a width; returns lines. Called by `layout`. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from organica.render.chart.measuring import Letters, joins, shown, width

HYPHEN = "-"
# How far back from the last letter that fits a syllable may end.
_SYLLABLE = 4
# Behind these a line may end within a word; in an address they part what it is made of.
_PIECE = re.compile(r"[^-/–&]*[-/–&]+|[^-/–&]+")
_VOWELS = frozenset("aeiouáéíóúüAEIOUÁÉÍÓÚÜ")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text: what it says, how it is set, and how wide it is drawn."""

    text: str
    letters: Letters
    width: float


def wrapped(text: str, letters: Letters, room: float, *, hyphen: str = HYPHEN) -> tuple[TextLine, ...]:
    """Return the lines of a text, broken between words, and within a word that alone is too wide.

    `hyphen` stands at the end of a part of a word; addresses, which would say something else with it, take
    none. A room narrower than a letter still takes one letter a line.
    """
    blank = width(" ", letters)
    lines: list[TextLine] = []
    line, used = "", 0.0
    for before, piece in _pieces(shown(text)):
        wide = width(piece, letters)
        between = blank if before else 0.0
        if line and used + between + wide <= room:
            line, used = line + before + piece, used + between + wide
            continue
        if line:
            lines.append(TextLine(line, letters, used))
        *parts, line = _parts(piece, letters, room, hyphen) if wide > room else [piece]
        lines.extend(TextLine(part, letters, width(part, letters)) for part in parts)
        used = width(line, letters)
    return (*lines, TextLine(line, letters, used)) if line else tuple(lines)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a line may end behind, each with the blank that stands before it, if one does."""
    for word in text.split(" "):
        for number, piece in enumerate(_PIECE.findall(word)):
            yield "" if number else " ", piece


def _parts(word: str, letters: Letters, room: float, hyphen: str) -> list[str]:
    """Return a word that is too wide as parts that fit, each but the last with its hyphen."""
    dash = width(hyphen, letters)
    parts: list[str] = []
    start, used, place = 0, 0.0, 0
    while place < len(word):
        wide = width(word[place], letters)
        # The last letter needs no room for a hyphen behind it.
        behind = dash if place + 1 < len(word) else 0.0
        if used + wide + behind > room and place > start and not joins(word[place]):
            end = _syllable_end(word, start, place) if hyphen else place
            parts.append(word[start:end] + (hyphen if _is_latin(word[end - 1]) else ""))
            start, used, place = end, 0.0, end
            continue
        used += wide
        place += 1
    return [*parts, word[start:]]


def _is_latin(character: str) -> bool:
    """Tell whether a hyphen may stand behind a character: digits, signs and other scripts break without."""
    return character.isalpha() and character < "\u0250"


def _syllable_end(word: str, start: int, most: int) -> int:
    """Return the last place up to `most` between a vowel and a consonant with its vowel, if one is near.

    That is where most Spanish syllables part; where none is near, the word breaks at the letter that fits.
    """
    for end in range(most, max(start + 1, most - _SYLLABLE), -1):
        before, consonant, vowel = word[end - 1], word[end], word[end + 1 : end + 2]
        if before in _VOWELS and consonant.isalpha() and consonant not in _VOWELS and vowel in _VOWELS:
            return end
    return most
