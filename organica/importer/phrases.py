"""The phrases by which a published page says what follows: headings, counts of units, sources.

Takes one passage; returns what it announces, or None. Called by the genres. Each table grows by a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from organica.text.fold import folded, words
from organica.text.kinds import UnitKind, kind_named, kind_that_begins
from organica.text.numbers import cardinal

MAX_HEADING_CHARACTERS = 160
# The column of the transparency law (Ley N° 20.285, article 7, letter b): under it stand, as it comes, an
# objective or a list at once.
_COLUMN_TITLES = frozenset({"facultades funciones y atribuciones"})

_MADE_UP_OF = re.compile(
    r"\b(?:(?:compuest|conformad|integrad|constituid|formad|estructurad|organizad|dividid)[oa] (?:por|de|en)"
    r"|se (?:compone|divide|organiza|estructura) (?:de|en)|cuenta con)\b",
    re.IGNORECASE,
)
_ANNOUNCING = frozenset({"siguientes", "siguiente"})
_AND = frozenset({"y", "e"})
_WORD = re.compile(r"\w+")
_LAST_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[^\W\d_])")

_SOURCE = re.compile(
    r"(?:fuente|marco|base|norma|fundamento|sustento|referencia)s? (?:normativ|legal|jur[ií]dic)\w*\s*:\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A sentence that says which units a unit is made of.

    `before` is the literal text of the passage before that sentence; `kinds` pairs each kind with the
    number stated (None when not) and the words that say so.
    """

    before: str
    kinds: tuple[tuple[UnitKind, int | None, str], ...]


def unit_heading(text: str) -> UnitKind | None:
    """Return the kind of the unit whose name is the whole passage, or None when it is no such heading."""
    kind = kind_that_begins(text)
    if kind is None or len(text) > MAX_HEADING_CHARACTERS or re.search(r"[.:;!?]", text):
        return None
    if not text[0].isupper() or (len(words(text)) == 1 and not kind.stands_alone):
        return None
    return kind


def column_title(text: str) -> bool:
    """Return whether the passage is the column's title under which objective and functions may come."""
    return len(text) <= MAX_HEADING_CHARACTERS and folded(text) in _COLUMN_TITLES


def count_of_units(text: str) -> Count | None:
    """Return the units that the last sentence of the passage counts, or None when it counts none.

    The sentence must end with them: "…compuesta por cinco departamentos y dos unidades:".
    """
    start = max((gap.end() for gap in _LAST_SENTENCE.finditer(text)), default=0)
    composed = _MADE_UP_OF.search(text, start)
    if composed is None or len(text) - composed.end() > MAX_HEADING_CHARACTERS:
        return None
    said = _WORD.findall(text, composed.end())
    kinds: list[tuple[UnitKind, int | None, str]] = []
    for before, word in pairwise(said):
        kind = kind_named(word)
        if kind is None:
            continue
        number = cardinal(before)
        if number is not None or before.casefold() in _ANNOUNCING or (kinds and before in _AND):
            kinds.append((kind, number, f"{before} {word}"))
    ends_with_them = bool(kinds) and kinds[-1][2].split()[-1] == said[-1]
    return Count(text[:start].rstrip(), tuple(kinds)) if ends_with_them else None


def source_line(text: str) -> str | None:
    """Return what the passage gives as its legal source, or None when it is no such line."""
    found = _SOURCE.match(text)
    return text[found.end() :] if found else None
