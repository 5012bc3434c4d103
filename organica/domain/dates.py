"""Legal dates: a day, a month or a year as an act prints it, and how the register came to it.

Takes text; returns values or refuses. Called by every reader of files, questions and entries.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cached_property

from organica.domain.entry_rule import EntryRule
from organica.domain.errors import BadInput, Says
from organica.domain.refusals.entry_rules import RuleWithoutDay

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LEGAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})", re.ASCII)
FIRST_DAY = date(1800, 1, 1)
LAST_DAY = date(2999, 12, 31)


class BadDate(BadInput):
    """A date that is impossible or not written as the register asks."""

    code = "bad_date"
    says = Says(
        es="La fecha «{value}» no existe o no está escrita como AAAA-MM-DD.",
        en="The date “{value}” does not exist or is not written as YYYY-MM-DD.",
    )
    remedy = Says(
        es="Escriba año, mes y día con guiones, por ejemplo 2024-12-31 (entre 1800 y 2999).",
        en="Write year, month and day with hyphens, for example 2024-12-31 (between 1800 and 2999).",
    )


class BadLegalDate(BadInput):
    """A legal date that is neither a year, nor a month, nor a day, nor a period in which its day lies."""

    code = "bad_legal_date"
    says = Says(
        es="«{value}» no es un año (2024), un mes (2024-03), un día (2024-03-15) ni un período "
        "(2024-03-15/2024-06-30) posible.",
        en="“{value}” is not a possible year (2024), month (2024-03), day (2024-03-15) or period "
        "(2024-03-15/2024-06-30).",
    )
    remedy = Says(
        es="Escriba solo lo que dice el acto: el año (entre 1800 y 2999), el mes, el día, o entre qué días "
        "ocurrió.",
        en="Write no more than the act says: the year (between 1800 and 2999), the month, the day, or "
        "between which days it was.",
    )


class BadInstant(BadInput):
    """An instant that is not an RFC 3339 date and time with its offset."""

    code = "bad_instant"
    says = Says(
        es="«{value}» no es una fecha y hora con zona, como 2026-11-20T12:00:00Z.",
        en="“{value}” is not a date and time with its zone, such as 2026-11-20T12:00:00Z.",
    )
    remedy = Says(
        es="Escriba fecha, hora y zona según RFC 3339, o el número de un asiento.",
        en="Write date, time and zone as in RFC 3339, or the index of an entry.",
    )


class Precision(StrEnum):
    """How much of a date is known; a period is the days between which it lies, both included."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    PERIOD = "period"


# By how many characters a date is written in.
_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 21: Precision.PERIOD}


class DateBasis(StrEnum):
    """How the register came to a date.

    STATED: a text says it. COMPUTED: a rule of the text gives it. ASSUMED: nobody says it.
    SINCE_AT_LEAST: the thing was in force by then, its beginning is not claimed.
    """

    STATED = "stated"
    COMPUTED = "computed"
    ASSUMED = "assumed"
    SINCE_AT_LEAST = "since_at_least"


def parse_day(value: str) -> date:
    """Return the civil day written as YYYY-MM-DD; other ISO 8601 forms are refused.

    Raises: BadDate. Source: RFC 3339, section 5.6, `full-date`.
    """
    if not _DAY.fullmatch(value):
        raise BadDate(value=value)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise BadDate(value=value) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadDate(value=value)
    return day


def parse_instant(value: str) -> datetime:
    """Return the instant in UTC.

    Raises: BadInstant. Source: RFC 3339, section 5.6, `date-time`.
    """
    if not _INSTANT.fullmatch(value):
        raise BadInstant(value=value)
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadInstant(value=value) from None


@dataclass(frozen=True)
class LegalDate:
    """A date as precise as the act that gives it.

    `value` is "2024", "2024-03", "2024-03-15", or "2024-03-15/2024-06-30": some day from one to the other,
    both included, where a text says only that. `rule` is how the act prints an entry into force that is no
    plain date. A date is pending while only its rule is known: its value is empty, and whoever asks for its
    days before the register counted them gets RuleWithoutDay.
    Raises: BadLegalDate.
    """

    value: str
    basis: DateBasis = DateBasis.STATED
    rule: EntryRule | None = None

    def __post_init__(self) -> None:
        if self.pending:
            return
        match = _PERIOD.fullmatch(self.value)
        ends = [match[1], match[2]] if match else [self.value]
        days = [self._first_day(end) for end in ends]
        if days != sorted(set(days)):
            raise BadLegalDate(value=self.value)

    def _first_day(self, written: str) -> date:
        match = _LEGAL.fullmatch(written)
        if match is None:
            raise BadLegalDate(value=self.value)
        try:
            first = date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        except ValueError:
            raise BadLegalDate(value=self.value) from None
        if not FIRST_DAY <= first <= LAST_DAY:
            raise BadLegalDate(value=self.value)
        return first

    @classmethod
    def of(cls, day: date, basis: DateBasis = DateBasis.STATED) -> LegalDate:
        """Return the legal date of one known day."""
        return cls(day.isoformat(), basis)

    @property
    def pending(self) -> bool:
        """Tell whether the day of the rule is still to be counted."""
        return self.rule is not None and not self.value

    @cached_property
    def precision(self) -> Precision:
        """Tell how much of the date is known. Raises: RuleWithoutDay."""
        self._refuse_pending()
        return _PRECISIONS[len(self.value)]

    @cached_property
    def earliest(self) -> date:
        """Return the first day that the date may mean. Raises: RuleWithoutDay."""
        self._refuse_pending()
        return date.fromisoformat((self.value + "-01-01")[:10])

    @cached_property
    def latest(self) -> date:
        """Return the last day that the date may mean, itself included."""
        match self.precision:
            case Precision.DAY:
                return self.earliest
            case Precision.MONTH:
                last = calendar.monthrange(self.earliest.year, self.earliest.month)[1]
                return self.earliest.replace(day=last)
            case Precision.YEAR:
                return date(self.earliest.year, 12, 31)
            case Precision.PERIOD:
                return date.fromisoformat(self.value.partition("/")[2])

    @property
    def certain_from(self) -> date:
        """Return the first day on which the date has surely come.

        A known day is certain from itself; an imprecise one from the day after its window.
        """
        return self.earliest if self.precision is Precision.DAY else self.latest + timedelta(days=1)

    def with_basis(self, basis: DateBasis) -> LegalDate:
        """Return the same date, come to in another way."""
        return replace(self, basis=basis)

    def without_rule(self) -> LegalDate:
        """Return the same date apart from the rule behind it: what versions of things carry."""
        return self if self.rule is None else replace(self, rule=None)

    def _refuse_pending(self) -> None:
        if self.rule is not None and not self.value:
            raise RuleWithoutDay(after=self.rule.after.value, known=None)
