"""Figures for people: what days they are about, and how a number is written in each language.

Takes values of the domain; returns text. Called by the command line. A last day includes itself here.
"""

from __future__ import annotations

from datetime import timedelta

from organica.domain.acts import Period
from organica.domain.dates import LegalDate, Precision
from organica.domain.errors import Language
from organica.domain.states import IndicatorState
from organica.render.days import day_text

# Spanish writes no separator in a number of four digits (Ortografía de la lengua española, 2010).
FEW_DIGITS = 4


def figure_text(indicator: IndicatorState, language: Language) -> str:
    """Return a figure in one line: "Órdenes registradas, 31 de julio de 2022: 393 734 órdenes"."""
    counted = f" {indicator.unit}" if indicator.unit else ""
    number = number_text(indicator.value, language)
    return f"{indicator.name}, {period_text(indicator.period, language)}: {number}{counted}"


def number_text(value: str, language: Language) -> str:
    """Return a decimal number as people write it: "4 504 702 937,47", "4,504,702,937.47"."""
    whole, point, decimals = value.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}"
    if language == "en":
        return f"{sign}{grouped}{point}{decimals}"
    spaced = digits if len(digits) <= FEW_DIGITS else grouped.replace(",", "\u202f")
    return f"{sign}{spaced}{',' if point else ''}{decimals}"


def period_text(period: Period, language: Language) -> str:
    """Return the days that a figure is about: "2017", "del 1 de enero de 2021 al 31 de agosto de 2021"."""
    if period.on is not None:
        return _date(period.on, language)
    if period.start is None or period.end is None:
        return ""
    first = day_text(period.start, language)
    last = day_text(period.end - timedelta(days=1), language)
    return f"del {first} al {last}" if language == "es" else f"{first} to {last}"


def _date(on: LegalDate, language: Language) -> str:
    return day_text(on.earliest, language) if on.precision is Precision.DAY else on.value
