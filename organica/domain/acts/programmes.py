"""Acts on programmes and services, what they are made of, and the figures reported of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from organica.domain.acts.parts import FunctionRef, Ordered
from organica.domain.dates import LAST_DAY, LegalDate, Precision
from organica.domain.errors import BadInput, Says
from organica.domain.ids import programme_code

_DECIMAL = re.compile(r"(-?)0*(\d+)(?:\.(\d*?)0*)?", re.ASCII)


class ProgrammeType(StrEnum):
    """Whether it runs for a purpose of its own, or serves whoever asks (programa, servicio)."""

    PROGRAMME = "programme"
    SERVICE = "service"


class RunnerStatus(StrEnum):
    """What the register knows of who runs a programme."""

    ORGANIZATION = "organization"
    UNIT = "unit"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Runner:
    """Who runs a programme: a unit, the organization itself, or one that no source says."""

    status: RunnerStatus
    unit: str | None = None


THE_ORGANIZATION = Runner(RunnerStatus.ORGANIZATION)


UNKNOWN_RUNNER = Runner(RunnerStatus.UNKNOWN)


def run_by(unit: str) -> Runner:
    """Return the runner that is the named unit."""
    return Runner(RunnerStatus.UNIT, unit)


class BadNumber(BadInput):
    """A figure that is no decimal number."""

    code = "bad_number"
    says = Says(
        es="«{value}» no es un número decimal.",
        en="“{value}” is not a decimal number.",
    )
    remedy = Says(
        es="Escriba cifras, con punto para los decimales y sin separar los miles: 4504702937.47.",
        en="Write digits, with a point before decimals and nothing between thousands: 4504702937.47.",
    )


def decimal_text(value: str) -> str:
    """Return the one way of writing a decimal number: no zeros that say nothing, no sign before zero.

    Raises: BadNumber.
    """
    match = _DECIMAL.fullmatch(value)
    if match is None or value.endswith("."):
        raise BadNumber(value=value)
    sign, whole, decimals = match[1], match[2], match[3] or ""
    number = f"{whole}.{decimals}" if decimals else whole
    return number if number == "0" else f"{sign}{number}"


class BadPeriod(BadInput):
    """A period that is said in no way or in two, or that ends before it begins."""

    code = "bad_period"
    says = Says(
        es="El período debe ser una fecha (on) o días desde (from) hasta (until), éste posterior.",
        en="A period is either a date (on), or days from one (from) up to a later one (until).",
    )
    remedy = Says(
        es="Deje on, o bien from y until; until es el primer día que ya no cuenta.",
        en="Leave on, or else from and until; until is the first day that no longer counts.",
    )


class PeriodBeyondCalendar(BadInput):
    """A figure that could be known only after the last day that the register counts. Facts: period, last."""

    code = "period_beyond_calendar"
    says = Says(
        es="El indicador de «{period}» se conocería después del {last}, último día del registro.",
        en="The figure of “{period}” would be known after {last}, the last day of the register.",
    )
    remedy = Says(
        es="Corrija el período (`period`): un mes o un año debe terminar antes de ese día.",
        en="Correct the period (`period`): a month or a year must end before that day.",
    )


@dataclass(frozen=True, slots=True)
class Period:
    """The days of a figure: `on` a day, a month or a year, or from `start` up to, not including, `end`.

    Raises: BadPeriod, PeriodBeyondCalendar.
    """

    on: LegalDate | None = None
    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        days = (self.start, self.end)
        if self.on is not None:
            bad = days != (None, None) or self.on.precision is Precision.PERIOD
        else:
            bad = self.start is None or self.end is None or self.end <= self.start
        if bad:
            raise BadPeriod()
        if self.known_on > LAST_DAY:
            raise PeriodBeyondCalendar(period=self.written, last=LAST_DAY.isoformat())

    @property
    def known_on(self) -> date:
        """Return the first day on which a figure can be known: its day, or the one after its period."""
        if self.on is not None:
            return self.on.certain_from
        return self.end if self.end is not None else date.max

    @property
    def written(self) -> str:
        """Return the period as text, its last day included: "2017", "2022-07-31", "2021-01-01/2021-08-31".

        It tells one period from another, however the register came to its date.
        """
        if self.on is not None:
            return self.on.value
        if self.start is None or self.end is None:
            return ""
        return f"{self.start.isoformat()}/{(self.end - timedelta(days=1)).isoformat()}"


@dataclass(frozen=True, slots=True)
class Channel:
    """Where or how a programme is reached (canal)."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A body that takes part in a programme; it need not be in the register (socio, aliado)."""

    name: str
    organization: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Financing:
    """Who pays for a programme, and how much where a source says so. Raises: BadNumber."""

    name: str
    organization: str | None = None
    amount: str | None = None
    currency: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if self.amount is not None:
            object.__setattr__(self, "amount", decimal_text(self.amount))


@dataclass(frozen=True, slots=True)
class IndicatorItem:
    """A figure as an act reports it. Raises: BadNumber."""

    name: str
    value: str
    period: Period
    unit: str | None = None
    note: str | None = None
    bound: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", decimal_text(self.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfProgramme(Ordered):
    """What an act may say of a programme: None says nothing, and a list that is given is the whole list."""

    programme: str
    type: ProgrammeType | None = None
    kind: str | None = None
    name: str | None = None
    acronym: str | None = None
    objective: str | None = None
    runner: Runner | None = None
    functions: tuple[FunctionRef, ...] | None = None
    audience: tuple[str, ...] | None = None
    channels: tuple[Channel, ...] | None = None
    partners: tuple[Party, ...] | None = None
    financing: tuple[Financing, ...] | None = None
    rests_on: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StateProgramme(OfProgramme):
    """State that, from this day, a programme is so; its indicators are reported with it. Raises: BadCode.

    One that is new is a programme, and no service, where the act does not say its type.
    """

    indicators: tuple[IndicatorItem, ...] = ()

    def __post_init__(self) -> None:
        programme_code(self.programme)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartProgramme(Ordered):
    """Start a programme or a service (crear, aprobar). Raises: BadCode."""

    programme: str
    name: str
    type: ProgrammeType = ProgrammeType.PROGRAMME
    kind: str | None = None
    acronym: str | None = None
    objective: str | None = None
    runner: Runner = UNKNOWN_RUNNER
    functions: tuple[FunctionRef, ...] = ()
    audience: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    partners: tuple[Party, ...] = ()
    financing: tuple[Financing, ...] = ()
    rests_on: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        programme_code(self.programme)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendProgramme(OfProgramme):
    """Change what is so of a programme (modificar)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndProgramme(Ordered):
    """End a programme (terminar); its indicators leave the structure with it."""

    programme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportIndicator(Ordered):
    """Report a figure of a programme (informar indicador); the same figure of one period is mended."""

    programme: str
    indicator: IndicatorItem
