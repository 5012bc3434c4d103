"""Days for people: what a legal date says, in a sentence of either language.

Takes days and legal dates; returns text. Called by the other renderers and the command line. Values are
half-open everywhere else; only here does a last day include itself.
"""

from __future__ import annotations

from datetime import date, timedelta

from organica.domain.dates import DateBasis, LegalDate, Precision
from organica.domain.errors import Language, Says

_MONTHS: dict[Language, tuple[str, ...]] = {
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_NOTES: dict[DateBasis, Says] = {
    DateBasis.ASSUMED: Says(es="supuesto", en="assumed"),
    DateBasis.COMPUTED: Says(es="calculado", en="computed"),
}


def day_text(day: date, language: Language) -> str:
    """Return a civil day: "31 de diciembre de 2024", "31 December 2024"."""
    month = _MONTHS[language][day.month - 1]
    return f"{day.day} de {month} de {day.year}" if language == "es" else f"{day.day} {month} {day.year}"


def legal_date_text(when: LegalDate, language: Language) -> str:
    """Return when something happened, as its act says: "durante 2024 (fecha exacta no indicada)".

    How the register came to the date is not said here; `since_text` says it.
    """
    first = when.earliest
    match when.precision, language:
        case Precision.DAY, "es":
            return f"el {day_text(first, language)}"
        case Precision.DAY, _:
            return f"on {day_text(first, language)}"
        case Precision.MONTH, "es":
            return f"durante {_MONTHS['es'][first.month - 1]} de {first.year} (día no indicado)"
        case Precision.MONTH, _:
            return f"during {_MONTHS['en'][first.month - 1]} {first.year} (day not stated)"
        case Precision.PERIOD, "es":
            return f"entre {_place_in_time(when, language)} (día no indicado)"
        case Precision.PERIOD, _:
            return f"between {_place_in_time(when, language)} (day not stated)"
        case _, "es":
            return f"durante {first.year} (fecha exacta no indicada)"
        case _:
            return f"during {first.year} (exact date not stated)"


def since_text(when: LegalDate, language: Language) -> str:
    """Return since when something is so: "desde el 1 de enero de 2020", and whether assumed or computed."""
    imprecise = when.precision is not Precision.DAY
    if when.basis is DateBasis.SINCE_AT_LEAST:
        opening = "al menos desde" if language == "es" else "at least since"
    else:
        opening = "desde" if language == "es" else "since"
    if when.precision is Precision.PERIOD:
        opening += " un día entre" if language == "es" else " some day between"
    text = f"{opening} {_place_in_time(when, language)}"
    notes = [_vagueness(when, language)] if imprecise else []
    if when.basis in _NOTES:
        notes.append(_NOTES[when.basis].render(language, {}))
    return f"{text} ({'; '.join(notes)})" if notes else text


def until_text(when: LegalDate, language: Language) -> str:
    """Return until when something is so, the last day included: 2025-01-01 gives "31 December 2024"."""
    opening = "hasta" if language == "es" else "until"
    if when.precision is Precision.DAY:
        last = day_text(when.earliest - timedelta(days=1), language)
        return f"{opening} el {last}" if language == "es" else f"{opening} {last}"
    if when.precision is Precision.PERIOD:
        opening += " un día entre" if language == "es" else " some day between"
    return f"{opening} {_place_in_time(when, language)} ({_vagueness(when, language)})"


def _place_in_time(when: LegalDate, language: Language) -> str:
    first = when.earliest
    match when.precision, language:
        case Precision.DAY, "es":
            return f"el {day_text(first, language)}"
        case Precision.DAY, _:
            return day_text(first, language)
        case Precision.MONTH, "es":
            return f"{_MONTHS['es'][first.month - 1]} de {first.year}"
        case Precision.MONTH, _:
            return f"{_MONTHS['en'][first.month - 1]} {first.year}"
        case Precision.PERIOD, "es":
            return f"el {day_text(first, language)} y el {day_text(when.latest, language)}"
        case Precision.PERIOD, _:
            return f"{day_text(first, language)} and {day_text(when.latest, language)}"
        case _:
            return str(first.year)


def _vagueness(when: LegalDate, language: Language) -> str:
    if when.precision is not Precision.YEAR:
        return "día no indicado" if language == "es" else "day not stated"
    return "fecha exacta no indicada" if language == "es" else "exact date not stated"
