"""What a cell of the table can be told by: its words alone, without the place where it stands.

Takes the text of a cell or of a line. Called by `cells` and `copied`. Tables grow by a row.
"""

from __future__ import annotations

import re

from organica.importer.headings import article_in
from organica.importer.leads import begins_with_a_verb
from organica.importer.unit_phrases import has_a_verb
from organica.importer.unit_words import sort_of
from organica.text.printed_dates import date_at

_NO_TEXT = (
    r"(?:ver\s+)?(?:enlace|link|documento|archivo|texto(?:\s+[ií]ntegro)?|norma)(?:\s+aqu[ií])?|ver(?:\s+m[aá]s)?"
    r"|descargar|sin\s+modificaci[oó]n(?:es)?|no\s+(?:aplica|corresponde|registra|tiene)|s/[im]|n/a|pdf"
)
_SAYS_NOTHING = re.compile(rf"(?:{_NO_TEXT}|[-–—.*]+)[.]?", re.IGNORECASE)
# "01.- ", "4.1 ", "01.02.", "3) "
_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?:\s?\.\s?[-–—]*|\s?[-–—)]+|\s)\s*(?=[A-ZÁÉÍÓÚÑ])"
)
_BEGINS_A_SOURCE = re.compile(
    r"(?:arts?(?:[íi]culos?)?\b\.?|incisos?\b|letras?\b|numeral(?:es)?\b|(?:la\s+)?ley\b|(?:decretos?|dto|d\.\s?[asl]\.|"
    r"d\.?\s?[fs]?\.?\s?l\.?|d\.?s\.?)(?=\W)|res(?:oluci[oó]n(?:es)?|\.)|reglamento\b|ordenanzas?\b|c[oó]digo\b|constituci[oó]n\b|"
    r"estatuto\b|l\.?o\.?c\.?\b|oficio\b|circular\b|instructivo\b|manual\b|t[ií]tulo\b)",
    re.IGNORECASE,
)
MOST_CHARACTERS_OF_SOURCE = 400
_MOST_DIGITS_OF_A_ROW = 4
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}(?![\d.])")
MOST_CHARACTERS_OF_NAME = 120


def says_nothing(text: str) -> bool:
    """Return whether the cell holds but the words of a link, or that there is nothing."""
    return _SAYS_NOTHING.fullmatch(text) is not None


def is_row_number(text: str) -> bool:
    """Return whether the line is nothing but the number of a row, as spreadsheets are printed."""
    return text.isdigit() and len(text) <= _MOST_DIGITS_OF_A_ROW


def day_alone(text: str) -> str | None:
    """Return the day that is all a cell holds, "2006-07-26", or None."""
    found = _DOTTED.fullmatch(text)
    date = date_at(text, 0)
    return day_at(text, 0) if found or (date and date.end == len(text)) else None


def day_at(text: str, start: int) -> str | None:
    """Return the day printed at this offset, or None; "30.10.88" too, which elsewhere may be a number."""
    dotted = _DOTTED.match(text, start)
    found = date_at(dotted[0].replace(".", "/"), 0) if dotted else date_at(text, start)
    return found.day if found else None


def names_a_source(text: str) -> bool:
    """Return whether the cell cites articles or an act, rather than giving the text of one."""
    if len(text) > MOST_CHARACTERS_OF_SOURCE or text.endswith(":") or not _BEGINS_A_SOURCE.match(text):
        return False
    article = article_in(text)
    return article is None or not (article.rest and has_a_verb(article.rest))


def without_number(text: str) -> str:
    """Return the name of a unit without the number before it ("01.- Alcalde" is "Alcalde")."""
    found = _NUMBER.match(text)
    return (text[found.end() :] if found else text).strip(" .;:,-–—")


def numbered_as_units_are(text: str) -> bool:
    """Return whether a number stands before the text that items of lists do not bear ("01.02.Alcalde")."""
    found = _NUMBER.match(text)
    return found is not None and (found["number"].startswith("0") or "." in found["number"])


def names_a_unit(text: str) -> bool:
    """Return whether the text begins as names of units and posts do, and is no sentence."""
    return may_name_a_unit(text) and sort_of(without_number(text)) is not None


def may_name_a_unit(text: str) -> bool:
    """Return whether the text could be a name where one is expected: short, and no sentence."""
    name = without_number(text)
    return (
        bool(name)
        and len(name) <= MOST_CHARACTERS_OF_NAME
        and (name[0].isupper() or name[0].isdigit())
        and not re.search(r"[:;]|\.\s", name)
        and not text.endswith((":", ";", ","))
        and not has_a_verb(name)
        and not begins_with_a_verb(name)
    )
