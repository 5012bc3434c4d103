"""A snapshot: the whole answer for one organization, one change point and one state of knowledge.

Made by the archive from rows; read by schema and REST through plain attributes, without waiting and
without SQL. Everything below a snapshot is of the same day: no answer ever mixes two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from organica.domain.acts import ParentStatus
from organica.domain.coverage import Coverage
from organica.domain.dates import LegalDate
from organica.domain.resolution import CoverageStatus
from organica.domain.source import BasisRole, LegalBasis, LegalSource, Provision
from organica.domain.structure import (
    AppointmentState,
    FunctionState,
    Noun,
    OrganizationState,
    PostState,
    State,
    UnitState,
    function_order,
)
from organica.domain.versions import Interval, Version

if TYPE_CHECKING:
    from organica.register.archive import Archive


class Occupancy(StrEnum):
    """Whether somebody holds a post."""

    HELD = "held"
    VACANT = "vacant"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class BasisView:
    """Why a thing is so, ready to be shown: the source with its citation and the place in it."""

    source: LegalSource
    provision: Provision | None
    role: BasisRole
    act: str

    @property
    def citation(self) -> str:
        """Return the citation of the source, with the place in it as printed or by article."""
        place = self.provision
        if place is None:
            return self.source.citation
        printed = place.printed or (f"artículo {place.article}" if place.article else place.label)
        return f"{self.source.citation}, {printed}" if printed else self.source.citation

    @property
    def normative(self) -> bool:
        """Tell whether the source is a norm."""
        return self.source.normative


class _Seen:
    """What every thing of a snapshot has; equal only to itself, since it knows its snapshot.

    Nothing sets its fields again. It is no frozen dataclass, because that takes three times as long to make,
    and a snapshot makes thousands of them.
    """

    def __init__(self, snapshot: Snapshot, version: Version) -> None:
        self.snapshot = snapshot
        self.version = version

    @property
    def code(self) -> str:
        """Return the permanent code."""
        return self.version.code

    @property
    def in_force_from(self) -> LegalDate:
        """Return since when the thing has been as it is now."""
        return self.version.state.since

    @property
    def in_force_until(self) -> LegalDate | None:
        """Return when that ends; None while nothing ends it."""
        return self.version.until

    @property
    def born(self) -> LegalDate:
        """Return since when the thing exists, or existed at least."""
        return self.version.state.born

    @cached_property
    def legal_basis(self) -> tuple[BasisView, ...]:
        """Return why the thing is so, oldest first."""
        return tuple(self.snapshot.basis_view(basis) for basis in self.version.state.legal_basis)

    @property
    def last_amended_by(self) -> BasisView | None:
        """Return the last amendment; None where nothing amended it (sin modificación)."""
        return next((view for view in reversed(self.legal_basis) if view.role is BasisRole.AMENDS), None)

    @property
    def ended_by(self) -> BasisView | None:
        """Return the act that ends this version."""
        return self.snapshot.basis_view(self.version.ended_by) if self.version.ended_by else None

    @cached_property
    def state_key(self) -> str:
        """Return a short digest of what is so of the thing: equal wherever the thing is equal."""
        return state_key(self.version.state)


class OrganizationVersion(_Seen):
    """An organization as it is in a snapshot."""

    @property
    def state(self) -> OrganizationState:
        """Return what is so of it."""
        assert isinstance(self.version.state, OrganizationState)  # noqa: S101 - the archive sorts by noun
        return self.version.state


class UnitVersion(_Seen):
    """A unit as it is in a snapshot."""

    @cached_property
    def state(self) -> UnitState:
        """Return what is so of it."""
        assert isinstance(self.version.state, UnitState)  # noqa: S101 - the archive sorts by noun
        return self.version.state

    @property
    def parent_status(self) -> ParentStatus:
        """Tell whether it is a root, has a known parent, or one that no source says."""
        return self.state.parent.status

    @property
    def parent(self) -> UnitVersion | None:
        """Return the unit above, as it is in the same snapshot."""
        return self.snapshot.units.get(self.state.parent.unit or "")

    @property
    def children(self) -> tuple[UnitVersion, ...]:
        """Return the units below, in the order in which the sources name them."""
        return self.snapshot.children.get(self.code, ())

    @cached_property
    def functions(self) -> tuple[FunctionVersion, ...]:
        """Return its functions in printed order, sub-items apart (they hang from their item)."""
        return tuple(f for f in self.all_functions if f.state.parent is None)

    @property
    def all_functions(self) -> tuple[FunctionVersion, ...]:
        """Return its functions with sub-items, in printed order."""
        return self.snapshot.functions_by_unit.get(self.code, ())

    @property
    def posts(self) -> tuple[PostVersion, ...]:
        """Return its posts, the one that heads it first."""
        return self.snapshot.posts_by_unit.get(self.code, ())

    @property
    def head_post(self) -> PostVersion | None:
        """Return the post that heads it."""
        return next((post for post in self.posts if post.state.heads), None)

    def ancestors(self) -> Iterator[UnitVersion]:
        """Yield the units above, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


class FunctionVersion(_Seen):
    """A function as it is in a snapshot."""

    @cached_property
    def state(self) -> FunctionState:
        """Return what is so of it."""
        assert isinstance(self.version.state, FunctionState)  # noqa: S101 - the archive sorts by noun
        return self.version.state

    @property
    def unit(self) -> UnitVersion:
        """Return the unit that holds it."""
        return self.snapshot.units[self.state.unit]

    @property
    def held_by(self) -> PostVersion | None:
        """Return the post that holds it, where it is a post's and not the unit's."""
        return self.snapshot.posts.get(self.state.post or "")

    @property
    def children(self) -> tuple[FunctionVersion, ...]:
        """Return its sub-items in printed order."""
        return self.snapshot.functions_by_parent.get((self.state.unit, self.code), ())

    @property
    def position(self) -> int:
        """Return its place among its siblings, counted from 1."""
        return self.snapshot.positions[self.code]


class PostVersion(_Seen):
    """A post as it is in a snapshot."""

    @cached_property
    def state(self) -> PostState:
        """Return what is so of it."""
        assert isinstance(self.version.state, PostState)  # noqa: S101 - the archive sorts by noun
        return self.version.state

    @property
    def unit(self) -> UnitVersion:
        """Return the unit that it belongs to."""
        return self.snapshot.units[self.state.unit]

    @property
    def appointments(self) -> tuple[AppointmentVersion, ...]:
        """Return who holds it."""
        return self.snapshot.appointments_by_post.get(self.code, ())

    @property
    def occupancy(self) -> Occupancy:
        """Tell whether somebody holds it, as far as the register knows."""
        if self.appointments:
            return Occupancy.HELD
        return Occupancy.VACANT if self.state.known_vacant else Occupancy.UNKNOWN


class AppointmentVersion(_Seen):
    """An appointment as it is in a snapshot."""

    @cached_property
    def state(self) -> AppointmentState:
        """Return what is so of it."""
        assert isinstance(self.version.state, AppointmentState)  # noqa: S101 - the archive sorts by noun
        return self.version.state

    @property
    def holder(self) -> str | None:
        """Return the holder's name; None where it was withheld."""
        return self.snapshot.name_behind(self.state.seal)


class Snapshot:
    """The answer for one organization from one change point to the next, as known at one entry.

    `basis` is the highest entry that altered this answer: (organization, change point, basis) is its
    identity. Before anything is known `interval` is None, and every map is empty.
    """

    def __init__(
        self, archive: Archive, basis: int, interval: Interval | None, rows: Collection[Version]
    ) -> None:
        self._sources = archive.sources
        self._names = archive.names
        self.organization_code = archive.organization
        self.basis = basis
        self.interval = interval
        self._rows = rows

    @cached_property
    def _versions(self) -> Mapping[Noun, Mapping[str, Version]]:
        """Map each kind of thing to what is in force of it, by code."""
        found: dict[Noun, dict[str, Version]] = {noun: {} for noun in Noun}
        for version in self._rows:
            found[version.noun][version.code] = version
        return found

    @cached_property
    def organization(self) -> OrganizationVersion | None:
        """Return the organization itself; None where nothing says what it is."""
        found = self._versions[Noun.ORGANIZATION].values()
        return next((OrganizationVersion(self, version) for version in found), None)

    @cached_property
    def units(self) -> Mapping[str, UnitVersion]:
        """Map the codes of the units in force to them."""
        return {code: UnitVersion(self, version) for code, version in self._versions[Noun.UNIT].items()}

    @cached_property
    def functions(self) -> Mapping[str, FunctionVersion]:
        """Map the codes of the functions in force to them."""
        found = self._versions[Noun.FUNCTION]
        return {code: FunctionVersion(self, version) for code, version in found.items()}

    @cached_property
    def posts(self) -> Mapping[str, PostVersion]:
        """Map the codes of the posts in force to them."""
        return {code: PostVersion(self, version) for code, version in self._versions[Noun.POST].items()}

    @cached_property
    def appointments(self) -> Mapping[str, AppointmentVersion]:
        """Map the codes of the appointments in force to them."""
        found = self._versions[Noun.APPOINTMENT]
        return {code: AppointmentVersion(self, version) for code, version in found.items()}

    @property
    def change_point(self) -> date | None:
        """Return the day from which this answer holds; None before anything is known."""
        return self.interval.start if self.interval else None

    @property
    def in_force_from(self) -> LegalDate | None:
        """Return since when the structure has been as it is."""
        return self.interval.since if self.interval else None

    @property
    def in_force_until(self) -> LegalDate | None:
        """Return when the structure changes next."""
        return self.interval.until if self.interval else None

    @property
    def certain(self) -> bool:
        """Tell whether no imprecise date leaves open that an act was not yet in force."""
        return self.interval.certain if self.interval else True

    @property
    def coverage(self) -> Coverage:
        """Return what the register claims to cover on these days."""
        return self.interval.coverage if self.interval else Coverage()

    @property
    def coverage_status(self) -> CoverageStatus:
        """Tell how far the organization is covered."""
        return self.coverage.status(self.organization_code)

    @property
    def covered(self) -> bool:
        """Tell whether anything is covered; where not, lists of units are unknown, not empty."""
        return self.coverage_status is not CoverageStatus.NONE

    @cached_property
    def roots(self) -> tuple[UnitVersion, ...]:
        """Return the units with no known parent."""
        return tuple(unit for unit in self._ordered_units() if unit.parent is None)

    @cached_property
    def children(self) -> Mapping[str, tuple[UnitVersion, ...]]:
        """Map each unit to those below it."""
        found: dict[str, list[UnitVersion]] = {}
        for unit in self._ordered_units():
            if unit.state.parent.unit is not None:
                found.setdefault(unit.state.parent.unit, []).append(unit)
        return {code: tuple(below) for code, below in found.items()}

    def _ordered_units(self) -> list[UnitVersion]:
        return sorted(self.units.values(), key=lambda unit: (unit.state.place, unit.code))

    @cached_property
    def functions_by_unit(self) -> Mapping[str, tuple[FunctionVersion, ...]]:
        """Map each unit to its functions in printed order."""
        found: dict[str, list[FunctionVersion]] = {}
        for function in self.functions.values():
            found.setdefault(function.state.unit, []).append(function)
        return {
            code: tuple(sorted(held, key=lambda function: function_order(function.state)))
            for code, held in found.items()
        }

    @cached_property
    def functions_by_parent(self) -> Mapping[tuple[str, str], tuple[FunctionVersion, ...]]:
        """Map each unit and item to the sub-items that the unit holds, in printed order."""
        found: dict[tuple[str, str], list[FunctionVersion]] = {}
        for unit, held in self.functions_by_unit.items():
            for function in held:
                if function.state.parent is not None:
                    found.setdefault((unit, function.state.parent), []).append(function)
        return {parent: tuple(below) for parent, below in found.items()}

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Map each function to its place among its siblings, counted from 1."""
        found: dict[str, int] = {}
        for held in self.functions_by_unit.values():
            last: dict[tuple[str | None, str | None, str | None], int] = {}
            for function in held:
                siblings = (function.state.post, function.state.list, function.state.parent)
                found[function.code] = last[siblings] = last.get(siblings, 0) + 1
        return found

    @cached_property
    def posts_by_unit(self) -> Mapping[str, tuple[PostVersion, ...]]:
        """Map each unit to its posts, the one that heads it first."""
        found: dict[str, list[PostVersion]] = {}
        for post in sorted(self.posts.values(), key=lambda post: (not post.state.heads, post.code)):
            found.setdefault(post.state.unit, []).append(post)
        return {code: tuple(posts) for code, posts in found.items()}

    @cached_property
    def appointments_by_post(self) -> Mapping[str, tuple[AppointmentVersion, ...]]:
        """Map each post to who holds it."""
        found: dict[str, list[AppointmentVersion]] = {}
        for appointment in self.appointments.values():
            found.setdefault(appointment.state.post, []).append(appointment)
        return {code: tuple(held) for code, held in found.items()}

    def walk(self) -> Iterator[UnitVersion]:
        """Yield every unit, each before those below it."""
        stack = list(reversed(self.roots))
        while stack:
            unit = stack.pop()
            yield unit
            stack.extend(reversed(unit.children))

    def basis_view(self, basis: LegalBasis) -> BasisView:
        """Return a legal basis with its source."""
        source = self._sources[basis.source].source
        return BasisView(source, basis.provision, basis.role, basis.act)

    def name_behind(self, seal: str) -> str | None:
        """Return the name that a seal stands for, unless it was withheld."""
        return self._names.get(seal)


def shown(state: State) -> tuple[tuple[str, object], ...]:
    """Return what an answer shows of a state: all that is so, since when, and why.

    Places only give an order, and whether a post fell vacant shows as whether it is known to be vacant.
    """
    said = tuple((name, getattr(state, name)) for name in _SHOWN[type(state)])
    return (*said, ("vacant", state.known_vacant)) if isinstance(state, PostState) else said


def state_key(state: State) -> str:
    """Return a short digest of a state: what is so, since when, and why."""
    return hashlib.sha256(repr(shown(state)).encode()).hexdigest()[:24]


_SHOWN = {
    kind: tuple(field.name for field in fields(kind) if field.name not in {"place", "vacant", "emptied"})
    for kind in get_args(State)
}
