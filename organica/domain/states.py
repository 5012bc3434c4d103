"""What is so of one thing from a day on: the state of each kind of thing, each with its basis.

Made by effects, and by the storage from its rows; held by a structure of one day, and by versions.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from organica.domain.acts import (
    Channel,
    Financing,
    Parent,
    Party,
    Period,
    ProgrammeType,
    Runner,
    UnitClass,
)
from organica.domain.dates import LegalDate
from organica.domain.source import LegalBasis


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
