"""Dates as acts print them: "2 de mayo de 2024", "23/12/96", "a los nueve días del mes de abril del año …".

Takes text; returns days as "2024-05-02" with where they stand. Called by citations and by the importer. A new
name of a month or a number in words is a word in a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from organica.text.fold import unaccented, words
from organica.text.numbers import cardinal

# By their position in the year; Spanish, Portuguese, then how stamps shorten both.
_MONTHS: dict[str, int] = {
    name: number
    for row in (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "jan fev mar abr mai jun jul ago set out nov dez",
    )
    for number, name in enumerate(row.split(), start=1)
}
_TENS = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS = (
    "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_IN_WORDS: dict[str, int] = {
    **{word: 10 * tens for tens, word in enumerate(_TENS.split(), start=2)},
    **{word: 100 * hundreds for hundreds, word in enumerate(_HUNDREDS.split(), start=1)},
    **dict.fromkeys(("primero", "primer", "primeiro"), 1),
}
_YEARS = range(1800, 3000)
# "1628/96": two digits above this belong to the last century.
_LAST_TWO_DIGITS_OF_THIS_CENTURY = 40

_MONTH = r"(?P<{0}>[^\W\d_]{{3,10}})\.?"
_OF = r"(?:(?:de|del|do)\s+)"
_DAY_IN_WORDS = r"treinta\s+y\s+un[oa]?|veinti[^\W\d_]{2,6}|dieci[^\W\d_]{3,5}|[^\W\d_]{3,8}"
_YEAR_IN_WORDS = r"(?:dos\s+mil|mil\s+(?:ocho|nove)cientos)(?:\s+(?:[^\W\d_]+\s+y\s+[^\W\d_]+|[^\W\d_]+))?"
_BEHIND_MONTH = rf",?\s+{_OF}?(?:a[nñ]o\s+)?(?:de\s+)?"
_DATE = re.compile(
    rf"""
    (?<![\w/-])(?<!\d\.)
    (?:
        (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\w)
      | (?P<day_figures>\d{{1,2}})\s?(?P<joint>[/.-])\s?(?P<month_figures>\d{{1,2}})\s?(?P=joint)\s?
        (?P<year_figures>\d{{4}}|(?<!\.)\d{{2}})(?![\w/]|-\w|\.\d)
      | (?P<day>\d{{1,2}}|{_DAY_IN_WORDS})(?:\s?[°ºª]|(?:ro|er|o)\b\.?)?(?:\s?\(\d{{1,2}}\))?\s+
        (?:d[ií]as?\s+)?{_OF}?(?:m[eê]s\s+{_OF}?)?{_MONTH.format("month")}{_BEHIND_MONTH}
        (?P<year>\d{{4}}|\d\.\d{{3}}|{_YEAR_IN_WORDS})(?!\d)
      | {_MONTH.format("month_first")}\s+(?P<day_behind>\d{{1,2}})
        {_BEHIND_MONTH}(?P<year_behind>\d{{4}})(?!\d)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_AND_DAY = re.compile(r"\(?(?P<month>[^\W\d_]{4,10})\s+(?P<day>\d{1,2})[°ºo]?\)?\.?")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """One date; `day` is "2024-05-02", `start` and `end` are offsets in the text, end excluded."""

    day: str
    start: int
    end: int

    @property
    def year(self) -> int:
        """Return the year of the day."""
        return int(self.day[:4])


def date_at(text: str, start: int) -> PrintedDate | None:
    """Return the date that begins at this offset, or None."""
    found = _DATE.match(text, start)
    return _printed(found) if found else None


def dates(text: str) -> tuple[PrintedDate, ...]:
    """Return the dates in the text, in its order; impossible days are none."""
    return tuple(read for found in _DATE.finditer(text) if (read := _printed(found)))


def day_of_year(line: str, year: int) -> str | None:
    """Return the day of a line that prints only month and day, "(noviembre 03)", in the year given."""
    found = _MONTH_AND_DAY.fullmatch(line.strip())
    return _day(str(year), _month(found["month"]), found["day"]) if found else None


def year_of_two_or_three(figures: str) -> int:
    """Return the year that two figures mean ("96"), or three as Uruguay writes them ("012", "991")."""
    if len(figures) == 3:
        return int(figures) + (1000 if figures[0] in "89" else 2000)
    return int(figures) + (2000 if int(figures) <= _LAST_TWO_DIGITS_OF_THIS_CENTURY else 1900)


def _printed(found: re.Match[str]) -> PrintedDate | None:
    if found["iso"]:
        year, month, day = found["iso"].split("-")
        iso = _day(year, int(month), day)
    elif found["day_figures"]:
        iso = _day(found["year_figures"], int(found["month_figures"]), found["day_figures"])
    elif found["day"]:
        iso = _day(found["year"], _month(found["month"]), found["day"])
    else:
        iso = _day(found["year_behind"], _month(found["month_first"]), found["day_behind"])
    return None if iso is None else PrintedDate(iso, found.start(), _end(found))


def _end(found: re.Match[str]) -> int:
    """Return where the date ends; words behind a year in words that are no numbers are none of it."""
    year = found["year"]
    if not year or year[0].isdigit():
        return found.end()
    said = list(re.finditer(r"[^\W\d_]+", year))
    while said and _value(said[-1][0]) is None and words(said[-1][0]) != ("mil",):
        said.pop()
    return found.start("year") + said[-1].end()


def _day(year: str, month: int | None, day: str) -> str | None:
    number_of_year = _year(year)
    number_of_day = int(day) if day.isdigit() else _in_words(day)
    if month is None or number_of_year not in _YEARS or number_of_day is None:
        return None
    try:
        return date(number_of_year, month, number_of_day).isoformat()
    except ValueError:
        return None


def _month(word: str) -> int | None:
    return _MONTHS.get(unaccented(word).casefold())


def _year(printed: str) -> int:
    figures = printed.replace(".", "")
    if figures.isdigit():
        return int(figures) if len(figures) == 4 else year_of_two_or_three(figures)
    return _in_words(printed) or 0


def _in_words(printed: str) -> int | None:
    """Return the number in words: thousands before "mil", the rest added up to the first other word."""
    total = 0
    for word in words(printed):
        if word == "mil":
            total = max(total, 1) * 1000
            continue
        value = _value(word)
        if value is None and word != "y":
            break
        total += value or 0
    return total or None


def _value(word: str) -> int | None:
    key = unaccented(word).casefold()
    return _IN_WORDS.get(key, cardinal(key))
