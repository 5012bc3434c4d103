"""Citations of legal sources as officials write them: "Resolución exenta 35B de 2024", "Ley N° 19.886".

Takes text; returns the citations in it with kind, number, series, year and where they stand.
Called by the importer's genres. A new kind of source is one row of `SOURCE_KINDS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Code and spellings, the longer before the shorter. `_` stands for blanks that may be missing.
SOURCE_KINDS: tuple[tuple[str, str], ...] = (
    ("resolucion_exenta", r"resoluci[oó]n_exenta|res\._ex(?:enta|\.)|r\._e\."),
    ("resolucion_afecta", r"resoluci[oó]n_afecta"),
    ("resolucion", r"resoluci[oó]n|res\."),
    ("decreto_con_fuerza_de_ley", r"decreto_con_fuerza_de_ley|d\._?f\._?l\.|dfl"),
    ("decreto_legislativo", r"decreto_legislativo"),
    ("decreto_supremo", r"decreto_supremo|d\._?s\.|ds"),
    ("decreto_exento", r"decreto_exento"),
    ("decreto_ley", r"decreto_ley|d\._?l\.|dl"),
    ("decreto", r"decreto|dto\."),
    ("ley", r"ley"),
    ("ordenanza", r"ordenanza"),
    ("circular", r"circular"),
)
# "1628/96": two digits above this belong to the last century.
_LAST_TWO_DIGITS_OF_THIS_CENTURY = 40

_KINDS = "|".join(
    f"(?P<{code}>{spellings.replace('_', chr(92) + 's{0,3}')})" for code, spellings in SOURCE_KINDS
)
_NUMBER_SIGN = r"(?:n[°ºo]\.?|n[uú]m(?:ero|\.)|nro\.?|n\.\s?[°º]|n)"
_MONTH = r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)"
_CITATION = re.compile(
    rf"""
    (?<!\w)(?:{_KINDS})(?!\w)\s{{0,3}}
    (?:{_NUMBER_SIGN}(?!\w)\s{{0,3}})?
    (?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,7}})
    (?:
        [-–]?(?P<series>[A-Z])(?!\w)
      | \s(?P<series_apart>(?-i:[A-Z]))(?=,?\s+del?\s)
      | \s?[-–/]\s?(?P<year_behind>(?:18|19|20)\d{{2}})(?:[-–](?P<issuer>[A-Z][A-Z/-]*[A-Z]))?(?!\w)
      | /(?P<year_short>\d{{2}})(?!\w)
      | (?![\d/]|[-–]\d|\.\d)
    )
    (?:,?\s+del?\s+(?:a[nñ]o\s+|\d{{1,2}}[°º]?\s+de\s+{_MONTH}\s+del?\s+)?(?P<year>(?:18|19|20)\d{{2}})(?!\d))?
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation. `number` has no points of thousands and keeps leading zeros; `issuer` as printed.

    `start` and `end` are offsets in the text that was searched, end excluded.
    """

    kind: str
    number: str
    series: str | None
    year: int | None
    issuer: str | None
    printed: str
    start: int
    end: int


def citations(text: str) -> tuple[Citation, ...]:
    """Return the citations in the text, in its order; a kind without a number is none."""
    return tuple(_citation(found) for found in _CITATION.finditer(text))


def _citation(found: re.Match[str]) -> Citation:
    series = found["series"] or found["series_apart"]
    issuer = found["issuer"]
    return Citation(
        kind=next(code for code, _ in SOURCE_KINDS if found[code]),
        number=found["number"].replace(".", ""),
        series=series.upper() if series else None,
        year=_year(found),
        issuer=issuer.upper() if issuer else None,
        printed=found[0],
        start=found.start(),
        end=found.end(),
    )


def _year(found: re.Match[str]) -> int | None:
    printed = found["year"] or found["year_behind"]
    if printed:
        return int(printed)
    if not found["year_short"]:
        return None
    last_two = int(found["year_short"])
    return last_two + (2000 if last_two <= _LAST_TWO_DIGITS_OF_THIS_CENTURY else 1900)
