"""The unit that an order concerns, and the names between which it is renamed.

Takes words of an order without what it quotes; returns names as printed. Called by the readers of amending
acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from organica.domain.outline import OutlineSort
from organica.importer.leads import lead_in
from organica.importer.orders.text import QUOTE, QUOTED
from organica.importer.unit_phrases import unit_of_title
from organica.importer.unit_words import sort_of, without_article
from organica.text.kinds import kind_that_begins

_MOST_CHARACTERS = 200
_MARKS = tuple('“”«»"')
_JOIN = r"(?:de|del|la|las|los|el|y|e|para|en|a|al|con|por|sobre|–|-)"
_WORD = rf"(?:[A-ZÁÉÍÓÚÑ(][\w/().-]*|{QUOTE}{QUOTED}*)"
_NAME = re.compile(rf"{_WORD}(?:,?\s+(?:{_JOIN}\s+){{0,3}}{_WORD}){{0,24}}")
_BEFORE_A_NAME = r"(?:del|de\s+las?|al|a\s+la|de\s+los|en\s+el|en\s+la|el|la|los|las)\s+"
_TOLD = re.compile(
    r"\b(?:relativ[oa]s?|referid[oa]s?|referentes?|correspondientes?|asignad[oa]s?)\s+(?:al?"
    r"\s+(?:las?\s+)?|a\s+los\s+)(?=[A-ZÁÉÍÓÚÑ])"
    r"|\bque\s+(?:regula|trata|establece|fija)\s+(?:(?:las\s+)?funciones\s+)?(?:del?"
    r"|al?)?\s*(?:la\s+)?(?=[A-ZÁÉÍÓÚÑ])",
    re.IGNORECASE,
)
_OF = re.compile(rf"\s*,?\s*{_BEFORE_A_NAME}(?=[A-ZÁÉÍÓÚÑ])")
_ANY = re.compile(rf"(?<![\w]){_BEFORE_A_NAME}(?=[A-ZÁÉÍÓÚÑ])", re.IGNORECASE)
# What stands behind the name of an act is of the act: its number, who issued it, what it is about.
_AN_ACT = re.compile(
    r"\b(?:decretos?|resoluci[oó]n(?:es)?|ley(?:es)?|reglamentos?|ordenanzas?|acuerdos?"
    r"|directivas?|disposici[oó]n(?:es)?|"
    r"estatutos?|manual(?:es)?|rof|c[oó]digo|constituci[oó]n)\b",
    re.IGNORECASE,
)
_NAMES = r"(?P<old>.{3,300}?)"
_RENAMED: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"denominaci[oó]n\s+(?:actual\s+)?(?:del?|de\s+la)\s+{_NAMES},?\s*(?:la|el)\s+(?:que"
        rf"|cual)\s+(?:pas(?:a|ar[aá])\s+a\s+(?:denominarse|llamarse|ser)|se"
        rf"\s+denominar[aá])\s*:?\s*(?P<new>.{{3,300}})",
        rf"denominaci[oó]n\s+(?:actual\s+)?(?:(?:del?|de\s+la)\s+)?{_NAMES},?\s+por\s+(?:la"
        rf"\s+(?:siguiente|de)\s*:?\s*(?:la\s+|el\s+)?|el\s+de\s+|el\s+|la\s+)?(?P<new>.{{3,300}})",
        rf"{_NAMES},?\s*(?:la\s+que\s+|el\s+que\s+|el\s+cual\s+|la\s+cual\s+)?(?:pasan?"
        rf"|pasar[aá]n?)\s+a\s+(?:denominarse|llamarse)\s*:?\s*(?P<new>.{{3,300}})",
        rf"{_NAMES},?\s*(?:en\s+adelante\s+)?se\s+denominar[aá]n?(?:\s+en"
        rf"\s+adelante)?,?\s*:?\s*(?P<new>.{{3,300}})",
    )
)
_BEHIND_A_NAME = re.compile(
    r",?\s+(?:cread[oa]|establecid[oa]|dependiente|debiendo|aprobad[oa]|contemplad[oa]"
    r"|contenid[oa]|señalad[oa]|a\s+que\s+se|"
    r"que\s|en\s+adelante|manteniendo|conservando|con\s+(?:las\s+mismas|sus))|[;:]|,(?!"
    r"\s+[A-ZÁÉÍÓÚÑ])|\.(?:\s|$)|$"
)
_NO_UNITS = re.compile(
    r"\s*(?:t[ií]tulo|cap[ií]tulo|art[ií]culo|p[aá]rrafo|secci[oó]n\s+[IVX\d]|anexo|decreto|ley"
    r"|programa|cargos?|empleos?|puestos?)\b",
    re.IGNORECASE,
)


# Who made the unit, in the middle of the sentence: ", creado por el artículo 4º del Decreto Nº 348/17,".
_MADE_BY = re.compile(
    r",?\s+(?:cread[oa]|aprobad[oa]|establecid[oa]|contemplad[oa]|señalad[oa])\s+(?:por"
    r"|en)\s[^,;:]{3,200}(?=,)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Renamed:
    """Where the old name and the new one stand in the words of an order."""

    old: tuple[int, int]
    new: tuple[int, int]


def unit_in(words: str, behind: int | None = None) -> str | None:
    """Return the unit that the words name, or None. `behind` is where the letter that is its own is named."""
    if behind is not None and (own := _OF.match(words, behind)):
        name = _name_at(words, own.end())
        if name is not None:
            return name
    told = _TOLD.search(words)
    if told is not None and (name := _name_at(words, told.end())):
        return name
    act = _AN_ACT.search(words)
    before = words[: act.start()] if act else words
    for found in _ANY.finditer(before):
        name = _name_at(before, found.end())
        if name is not None:
            return name
    return None


def unit_of_heading(line: str) -> str | None:
    """Return the unit that the title of a provision, or the sentence before a list, is about."""
    lead = lead_in(line) if line.endswith(":") else None
    if lead is not None and lead.subject is not None:
        return lead.subject
    told = unit_of_title(line) if len(line) <= _MOST_CHARACTERS else None
    return told.name if told is not None else None


def renamed_in(words: str) -> Renamed | None:
    """Return which name an order replaces by which, or None."""
    if re.search(r"\brespectivamente\b", words, re.IGNORECASE):
        return None
    words = _MADE_BY.sub(lambda found: " " * len(found[0]), words)
    for pattern in _RENAMED:
        found = pattern.search(words)
        if found is None or _NO_UNITS.match(found["old"]):
            continue
        old, new = _named_within(words, *found.span("old")), _trimmed(words, *found.span("new"))
        if old is not None and new is not None:
            return Renamed(old, new)
    return None


def _name_at(words: str, at: int) -> str | None:
    found = _NAME.match(words, at, at + _MOST_CHARACTERS)
    if found is None or QUOTE in found[0]:
        return None
    name = _cut(found[0]).rstrip(" .,(-–")
    return name if sort_of(name) is not None else None


def _cut(name: str) -> str:
    """Cut off the unit above: "Departamento de Compras de la División de Gestión"."""
    said = name.split()
    capitals = len(said[0]) > 1 and said[0].isupper()
    for place in range(1, len(said)):
        lower = said[place][0].islower()
        if capitals and lower:
            return " ".join(said[:place])
        if said[place].endswith(",") and not _goes_on(said[place + 1 :], capitals=capitals):
            return " ".join(said[: place + 1])
        above = " ".join(said[place:])
        joined = said[place - 1] in ("del", "la", "al", "el")
        if joined and kind_that_begins(above) and sort_of(name) is OutlineSort.UNIT and place > 2:
            return " ".join(said[: place - (1 if said[place - 1] in ("del", "al") else 2)])
    return name


def _goes_on(said: list[str], *, capitals: bool) -> bool:
    """Return whether a name goes on behind a comma: "Departamento de Planificación, Control y Gestión"."""
    if not said or kind_that_begins(said[0]):
        return False
    return said[0].isupper() if capitals else said[0][0].isupper() and bool({"y", "e"} & set(said[1:4]))


def _named_within(words: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the name begins and ends in the words for a unit ("la unidad ejecutora 003 “…” del Inciso
    07").
    """
    quote = words.find(QUOTE, start, end)
    if quote >= 0:
        closed = re.compile(f"{QUOTE}{QUOTED}*").match(words, quote)
        return (quote, closed.end()) if closed else None
    capital = re.compile(r"(?<!\w)[A-ZÁÉÍÓÚÑ]").search(words, start, end)
    if capital is None:
        return None
    return _trimmed(words, _last_name(words, capital.start(), end), end)


def _last_name(words: str, start: int, end: int) -> int:
    """Return where the last unit begins that stands before a verb; what is before it is a place."""
    begins = [
        found.end()
        for found in _ANY.finditer(words, 0, end)
        if found.end() >= start and sort_of(words[found.end() : end])
    ]
    kept = [at for at in begins if not re.search(r"[,;:]\s", words[at:end].rstrip(" ,"))]
    return kept[0] if kept else start


def _trimmed(words: str, start: int, end: int) -> tuple[int, int] | None:
    article = re.compile(r"\s*(?:(?:la|el)\s+de\s+(?:la\s+|el\s+)?|(?:la|el)\s+)?").match(words, start, end)
    start = article.end() if article else start
    if start < end and words[start] == QUOTE:
        quote = re.compile(f"{QUOTE}{QUOTED}*").match(words, start)
        return (start, quote.end()) if quote else None
    stop = _BEHIND_A_NAME.search(words, start, end)
    end = stop.start() if stop else end
    name = words[start:end].rstrip(" .,;")
    return (start, start + len(name)) if name and not name[0].islower() else None


def plain_name(name: str) -> str:
    """Return a name without its article and the marks around the whole of it."""
    name = name.strip(" .,;:")
    if name[:1] in _MARKS and name[-1:] in _MARKS and not any(mark in name[1:-1] for mark in _MARKS):
        name = name[1:-1]
    return without_article(name)
