"""What a snapshot shows of programmes, services and the figures reported of them.

Made by the snapshot; read by schema, REST and the command line through plain attributes, as all views.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from organica.domain.acts import Channel, Financing, Party, Period, ProgrammeType, RunnerStatus
from organica.domain.states import IndicatorState, ProgrammeState
from organica.register.ports import SourceRecord
from organica.register.views import FunctionVersion, Seen, UnitVersion


@dataclass(frozen=True, slots=True)
class FulfilledFunction:
    """A function that a programme fulfils; `function` is None where it is no longer in force."""

    code: str
    function: FunctionVersion | None


@dataclass(frozen=True, slots=True)
class Foundation:
    """A norm that a programme rests on; `record` is None where the register did not have it."""

    key: str
    record: SourceRecord | None


class ProgrammeVersion(Seen):
    """A programme or a service as it is in a snapshot."""

    @cached_property
    def state(self) -> ProgrammeState:
        """Return what is so of it."""
        assert isinstance(self.version.state, ProgrammeState)  # noqa: S101 - the archive sorts by noun
        return self.version.state

    @property
    def type(self) -> ProgrammeType:
        """Return whether it is a programme or a service."""
        return self.state.type

    @property
    def run_by(self) -> RunnerStatus:
        """Tell whether a unit runs it, the organization itself, or one that no source says."""
        return self.state.runner.status

    @property
    def unit(self) -> UnitVersion | None:
        """Return the unit that runs it, as it is in the same snapshot."""
        return self.snapshot.units.get(self.state.runner.unit or "")

    @property
    def functions(self) -> tuple[FulfilledFunction, ...]:
        """Return the functions that it fulfils, as the act names them."""
        held = self.snapshot.functions
        return tuple(FulfilledFunction(code, held.get(code)) for code in self.state.functions)

    @property
    def audience(self) -> tuple[str, ...]:
        """Return whom it serves."""
        return self.state.audience

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Return where or how it is reached."""
        return self.state.channels

    @property
    def partners(self) -> tuple[Party, ...]:
        """Return the bodies that take part."""
        return self.state.partners

    @property
    def financing(self) -> tuple[Financing, ...]:
        """Return who pays for it."""
        return self.state.financing

    @property
    def rests_on(self) -> tuple[Foundation, ...]:
        """Return the norms that it rests on as they were known, in the order in which the act names them."""
        return tuple(Foundation(key, self.snapshot.norm(key)) for key in self.state.rests_on)

    @property
    def indicators(self) -> tuple[IndicatorVersion, ...]:
        """Return the figures reported of it, by name and then by period."""
        return self.snapshot.indicators_by_programme.get(self.code, ())


class IndicatorVersion(Seen):
    """A figure of a programme as it is in a snapshot."""

    @cached_property
    def state(self) -> IndicatorState:
        """Return what is so of it."""
        assert isinstance(self.version.state, IndicatorState)  # noqa: S101 - the archive sorts by noun
        return self.version.state

    @property
    def period(self) -> Period:
        """Return the days that it is about."""
        return self.state.period


def indicator_order(indicator: IndicatorVersion) -> tuple[str, str, str]:
    """Order figures by what they measure, then by their period, then by code."""
    return (indicator.state.name, indicator.state.period.written, indicator.code)
