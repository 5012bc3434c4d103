"""An organization on one day: everything that is so of it, by kind and code, and what ended before.

Made by `apply` from an earlier structure and an act; read by binding, checks, diff and versions.
Maps are never changed in place: `replace` makes the next structure and shares what stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from organica.domain.acts import ParentStatus
from organica.domain.dates import LegalDate
from organica.domain.source import LegalBasis
from organica.domain.states import (
    AppointmentState,
    FunctionState,
    IndicatorState,
    LineageState,
    Noun,
    OrganizationState,
    PostState,
    ProgrammeState,
    ReferenceState,
    State,
    UnitState,
)

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Ending:
    """When and by which act something ended."""

    on: LegalDate
    basis: LegalBasis


@dataclass(frozen=True)
class Structure:
    """Everything that is so of one organization on one day; `endings` is what was so before.

    `listed` names the units whose functions some act has decided, also those that were left with none.
    `lost` are things that ended because the act behind them lost its force, and no other act ends them.
    `abolished` holds the posts that ended as they last were: acts name posts by what they are called.
    """

    organization: OrganizationState | None = None
    units: Mapping[str, UnitState] = field(default_factory=dict)
    functions: Mapping[str, FunctionState] = field(default_factory=dict)
    posts: Mapping[str, PostState] = field(default_factory=dict)
    appointments: Mapping[str, AppointmentState] = field(default_factory=dict)
    references: Mapping[str, ReferenceState] = field(default_factory=dict)
    lineage: Mapping[str, LineageState] = field(default_factory=dict)
    programmes: Mapping[str, ProgrammeState] = field(default_factory=dict)
    indicators: Mapping[str, IndicatorState] = field(default_factory=dict)
    endings: Mapping[tuple[Noun, str], Ending] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()
    abolished: Mapping[str, PostState] = field(default_factory=dict)
    lost: frozenset[tuple[Noun, str]] = frozenset()

    def states(self) -> Iterator[tuple[Noun, str, State]]:
        """Yield every state with its noun and code."""
        if self.organization is not None:
            yield Noun.ORGANIZATION, self.organization.code, self.organization
        for noun, states in self._maps():
            for code, state in states.items():
                yield noun, code, state

    def holds(self, noun: Noun, code: str) -> bool:
        """Tell whether a thing is there."""
        if noun is Noun.ORGANIZATION:
            return self.organization is not None and self.organization.code == code
        return code in dict(self._maps())[noun]

    def _maps(self) -> tuple[tuple[Noun, Mapping[str, State]], ...]:
        return (
            (Noun.UNIT, self.units),
            (Noun.FUNCTION, self.functions),
            (Noun.POST, self.posts),
            (Noun.APPOINTMENT, self.appointments),
            (Noun.REFERENCE, self.references),
            (Noun.LINEAGE, self.lineage),
            (Noun.PROGRAMME, self.programmes),
            (Noun.INDICATOR, self.indicators),
        )

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """Map each unit to the codes of the units below it."""
        found: dict[str, list[str]] = {}
        for unit in self.units.values():
            if unit.parent.unit is not None:
                found.setdefault(unit.parent.unit, []).append(unit.code)
        return {code: tuple(below) for code, below in found.items()}

    @cached_property
    def functions_by_unit(self) -> Mapping[str, tuple[FunctionState, ...]]:
        """Map each unit to its functions and those of its posts, in their printed order."""
        return _grouped(self.functions)

    def functions_of(self, unit: str) -> tuple[FunctionState, ...]:
        """Return the functions of one unit in their printed order, without ordering all the others."""
        found = [function for function in self.functions.values() if function.unit == unit]
        return tuple(sorted(found, key=function_order))

    @cached_property
    def posts_by_unit(self) -> Mapping[str, tuple[PostState, ...]]:
        """Map each unit to its posts, the one that heads it first."""
        found: dict[str, list[PostState]] = {}
        for post in sorted(self.posts.values(), key=lambda post: (not post.heads, post.code)):
            found.setdefault(post.unit, []).append(post)
        return {code: tuple(posts) for code, posts in found.items()}

    def appointments_to(self, post: str) -> tuple[AppointmentState, ...]:
        """Return who holds the post, in the order of their codes."""
        return tuple(
            self.appointments[code]
            for code in sorted(self.appointments)
            if self.appointments[code].post == post
        )

    def programmes_of(self, unit: str) -> tuple[ProgrammeState, ...]:
        """Return the programmes that a unit runs, in the order of their codes."""
        return tuple(
            self.programmes[code]
            for code in sorted(self.programmes)
            if self.programmes[code].runner.unit == unit
        )

    def indicators_of(self, programme: str) -> tuple[IndicatorState, ...]:
        """Return the figures reported of a programme, in the order of their codes."""
        return tuple(held for _, held in sorted(self.indicators.items()) if held.programme == programme)

    def ancestors(self, unit: str) -> Iterator[str]:
        """Yield the unit's own code and those above it; stops where a cycle closes."""
        seen: set[str] = set()
        code: str | None = unit
        while code is not None and code in self.units and code not in seen:
            seen.add(code)
            yield code
            code = self.units[code].parent.unit

    def ended(self, noun: Noun, code: str) -> bool:
        """Tell whether this existed and is no more."""
        return (noun, code) in self.endings

    def ending(self, noun: Noun, code: str, ending: Ending) -> Structure:
        """Return the structure without this thing, remembering which act ended it."""
        if (noun, code) in self.lost:
            return replace(self, lost=self.lost - {(noun, code)}).ending(noun, code, ending)
        endings = {**self.endings, (noun, code): ending}
        match noun:
            case Noun.ORGANIZATION:
                return replace(self, organization=None, endings=endings)
            case Noun.UNIT:
                return replace(self, units=without(self.units, code), endings=endings)
            case Noun.FUNCTION:
                return replace(self, functions=without(self.functions, code), endings=endings)
            case Noun.POST:
                abolished = {**self.abolished, code: self.posts[code]}
                posts = without(self.posts, code)
                return replace(self, posts=posts, abolished=abolished, endings=endings)
            case Noun.APPOINTMENT:
                return replace(self, appointments=without(self.appointments, code), endings=endings)
            case Noun.REFERENCE:
                return replace(self, references=without(self.references, code), endings=endings)
            case Noun.LINEAGE:
                return replace(self, lineage=without(self.lineage, code), endings=endings)
            case Noun.PROGRAMME:
                return replace(self, programmes=without(self.programmes, code), endings=endings)
            case Noun.INDICATOR:
                return replace(self, indicators=without(self.indicators, code), endings=endings)

    def with_states(
        self, states: Mapping[tuple[Noun, str], State], endings: Mapping[tuple[Noun, str], Ending]
    ) -> Structure:
        """Return a structure that holds exactly these states and endings."""
        found: dict[Noun, dict[str, Any]] = {noun: {} for noun in Noun}
        for (noun, code), state in states.items():
            found[noun][code] = state
        return replace(
            self,
            organization=next(iter(found[Noun.ORGANIZATION].values()), None),
            units=found[Noun.UNIT],
            functions=found[Noun.FUNCTION],
            posts=found[Noun.POST],
            appointments=found[Noun.APPOINTMENT],
            references=found[Noun.REFERENCE],
            lineage=found[Noun.LINEAGE],
            programmes=found[Noun.PROGRAMME],
            indicators=found[Noun.INDICATOR],
            endings=endings,
        )


def without(states: Mapping[str, S], code: str) -> dict[str, S]:
    """Return the map without one code."""
    return {other: state for other, state in states.items() if other != code}


def _grouped(functions: Mapping[str, FunctionState]) -> dict[str, tuple[FunctionState, ...]]:
    found: dict[str, list[FunctionState]] = {}
    for function in sorted(functions.values(), key=function_order):
        found.setdefault(function.unit, []).append(function)
    return {code: tuple(held) for code, held in found.items()}


def function_order(function: FunctionState) -> tuple[str, str, int, str]:
    """Order functions as printed: the unit's own before its posts', list by list, then by place."""
    return (function.post or "", function.list or "", function.place, function.code)


def root_units(units: Mapping[str, UnitState]) -> tuple[str, ...]:
    """Return the codes of the units below none that is known."""
    return tuple(code for code in sorted(units) if units[code].parent.status is not ParentStatus.KNOWN)
