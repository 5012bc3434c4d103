"""An organization on one day: its units, their functions, posts and appointments, each with its basis.

Made by `apply` from an earlier structure and an act; read by binding, checks, diff and versions.
Maps are never changed in place: `replace` makes the next structure and shares what stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from organica.domain.acts import (
    Channel,
    Financing,
    Parent,
    ParentStatus,
    Party,
    Period,
    ProgrammeType,
    Runner,
    UnitClass,
)
from organica.domain.dates import LegalDate
from organica.domain.source import LegalBasis

S = TypeVar("S")


class Noun(StrEnum):
    """The kinds of things that have versions, in the order in which they hang from one another."""

    ORGANIZATION = "organization"
    UNIT = "unit"
    FUNCTION = "function"
    POST = "post"
    APPOINTMENT = "appointment"
    REFERENCE = "reference"
    LINEAGE = "lineage"
    PROGRAMME = "programme"
    INDICATOR = "indicator"


@dataclass(frozen=True, slots=True)
class OrganizationState:
    """What is so of an organization; `since` is when that began.

    `attached_to` is the body through which it answers; `affiliations` are sorted. Both name bodies that
    need not be in the register.
    """

    code: str
    name: str
    acronym: str | None
    time_zone: str | None
    attached_to: str | None
    affiliations: tuple[str, ...]
    born: LegalDate
    since: LegalDate
    legal_basis: tuple[LegalBasis, ...]


@dataclass(frozen=True, slots=True)
class UnitState:
    """What is so of a unit. `born` is its birth, or the day since which it existed at least.

    `place` orders units as the sources name them and means nothing else.
    """

    code: str
    kind: str
    name: str
    parent: Parent
    unit_class: UnitClass | None
    acronym: str | None
    objective: str | None
    place: int
    born: LegalDate
    since: LegalDate
    legal_basis: tuple[LegalBasis, ...]


@dataclass(frozen=True, slots=True)
class FunctionState:
    """What is so of a function. `place` orders it among its siblings and means nothing else.

    It is held by `post` where that is given, else by `unit`; `parent` is the item that it belongs to.
    """

    code: str
    unit: str
    post: str | None
    parent: str | None
    list: str | None
    label: str | None
    text: str
    place: int
    misprint: bool
    born: LegalDate
    since: LegalDate
    legal_basis: tuple[LegalBasis, ...]


@dataclass(frozen=True, slots=True)
class PostState:
    """What is so of a post; a source that names a head need not name the post.

    `vacant`: a source says so. `emptied`: the last appointment known has ended. The second follows from
    appointments alone, so it makes no new version of the post. `substitutes` are the posts that stand in
    for it, the first first, as the act that set the order names them: one may be abolished since.
    """

    code: str
    unit: str
    name: str | None
    heads: bool
    vacant: bool
    emptied: bool
    substitutes: tuple[str, ...]
    born: LegalDate
    since: LegalDate
    legal_basis: tuple[LegalBasis, ...]

    @property
    def known_vacant(self) -> bool:
        """Tell whether the register knows that nobody holds the post."""
        return self.vacant or self.emptied


@dataclass(frozen=True, slots=True)
class AppointmentState:
    """Who holds a post: `seal` stands for the name, which is kept apart."""

    code: str
    post: str
    seal: str
    capacity: str | None
    employment: str | None
    born: LegalDate
    since: LegalDate
    lapses: LegalDate | None
    legal_basis: tuple[LegalBasis, ...]


@dataclass(frozen=True, slots=True)
class ReferenceState:
    """What references to an old name mean: a unit, or an organization that need not be in the register."""

    code: str
    name: str
    unit: str | None
    organization: str | None
    born: LegalDate
    since: LegalDate
    legal_basis: tuple[LegalBasis, ...]

    @property
    def target(self) -> str:
        """Return the code of what the name means now."""
        return self.unit or self.organization or ""


class LineageKind(StrEnum):
    """How one thing came out of another."""

    ABSORPTION = "absorption"
    MERGE = "merge"
    SPLIT = "split"
    SUCCESSION = "succession"


@dataclass(frozen=True, slots=True)
class LineageState:
    """That one thing came out of another; from then on it is so for ever.

    `noun` is the kind of both. An organization is None where the thing is of the organization itself.
    """

    code: str
    kind: LineageKind
    noun: Noun
    predecessor: str
    predecessor_organization: str | None
    successor: str
    successor_organization: str | None
    born: LegalDate
    since: LegalDate
    legal_basis: tuple[LegalBasis, ...]

    @property
    def predecessor_path(self) -> str:
        """Return the code of the forebear, under its organization where that is another."""
        return _path(self.predecessor_organization, self.predecessor)

    @property
    def successor_path(self) -> str:
        """Return the code of the heir, under its organization where that is another."""
        return _path(self.successor_organization, self.successor)


@dataclass(frozen=True, slots=True)
class ProgrammeState:
    """What is so of a programme or a service.

    `functions` and `rests_on` name codes of functions and keys of sources as the act names them: a function
    may be removed since, a source need not be in the register.
    """

    code: str
    type: ProgrammeType
    kind: str | None
    name: str
    acronym: str | None
    objective: str | None
    runner: Runner
    functions: tuple[str, ...]
    audience: tuple[str, ...]
    channels: tuple[Channel, ...]
    partners: tuple[Party, ...]
    financing: tuple[Financing, ...]
    rests_on: tuple[str, ...]
    born: LegalDate
    since: LegalDate
    legal_basis: tuple[LegalBasis, ...]


@dataclass(frozen=True, slots=True)
class IndicatorState:
    """A figure reported of a programme: a decimal number, what it counts, and the days that it is about."""

    code: str
    programme: str
    name: str
    value: str
    unit: str | None
    period: Period
    note: str | None
    born: LegalDate
    since: LegalDate
    legal_basis: tuple[LegalBasis, ...]


def _path(organization: str | None, code: str) -> str:
    return code if organization in (None, code) else f"{organization}/{code}"


State = (
    OrganizationState
    | UnitState
    | FunctionState
    | PostState
    | AppointmentState
    | ReferenceState
    | LineageState
    | ProgrammeState
    | IndicatorState
)


def content(state: State) -> tuple[object, ...]:
    """Return what a state says, apart from why and since when: what makes it another version."""
    apart = {"legal_basis", "since", "born", "place", "emptied"}
    return tuple(getattr(state, name.name) for name in fields(state) if name.name not in apart)


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
