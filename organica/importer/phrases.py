"""The phrases by which a published page says what follows: titles, lead-ins, counts of units, sources.

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
_FUNCTIONS = r"(?:funciones|atribuciones|facultades|competencias|cometidos|obligaciones|responsabilidades)"
_LISTED = rf"{_FUNCTIONS}(?:(?:,| y| e) {_FUNCTIONS})*"

# Lines that only name what comes. The column is that of the transparency law (Ley N° 20.285, article 7,
# letter b): under it stand, as it comes, an objective or a list at once.
_SECTION_TITLES = frozenset({"objetivo", "objetivos", "objetivo general", "mision", "proposito"})
_COLUMN_TITLES = frozenset({"facultades funciones y atribuciones"})

# Lead-ins of a list, with the unit that they name, if any.
_LEAD_INS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:las|son) (?:principales )?{_LISTED}(?: principales)? (?:de las?|de los|del?) (?P<unit>.+?)"
        r"(?:,? (?:son|serán)(?: las siguientes)?)? ?:",
        rf"(?:(?:las|sus) )?(?:principales )?{_LISTED}(?: principales)? ?:?",
        rf"(?:las|sus) (?:principales )?{_LISTED}(?: principales)? (?:son|serán)(?: las siguientes)? ?:",
        r"(?:el|la) (?P<unit>.+?) (?:tiene|tendrá|cumple|cumplirá|ejerce|ejercerá|desempeña|desempeñará)"
        rf"(?: a su cargo)? las siguientes (?:principales )?{_LISTED} ?:",
        rf"(?:le )?(?:corresponden?|corresponderán?) (?:al|a la) (?P<unit>.+?),? las siguientes {_LISTED} ?:",
    )
)
_POINTING = re.compile(r"(?:este|esta|dicho|dicha)\s+", re.IGNORECASE)

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
class LeadIn:
    """The phrase before a list of functions; `unit` is the name that it gives, None when it gives none."""

    unit: str | None


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


def section_title(text: str) -> bool:
    """Return whether the passage only names a section, of which the text comes next."""
    return len(text) <= MAX_HEADING_CHARACTERS and folded(text) in _SECTION_TITLES


def column_title(text: str) -> bool:
    """Return whether the passage is the column's title under which objective and functions may come."""
    return len(text) <= MAX_HEADING_CHARACTERS and folded(text) in _COLUMN_TITLES


def lead_in(text: str) -> LeadIn | None:
    """Return what the passage says before a list of functions, or None when it is no lead-in."""
    for pattern in _LEAD_INS:
        found = pattern.fullmatch(text)
        if found:
            unit = found.groupdict().get("unit")
            return LeadIn(_POINTING.sub("", unit, count=1) if unit else None)
    return None


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
