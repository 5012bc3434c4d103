"""What a snapshot shows: units, functions, posts and appointments as they are on its day.

Made by the snapshot; read by schema and REST through plain attributes, without waiting and without SQL.
A view reaches others only through its own snapshot, so that no answer ever mixes two days.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from organica.domain.acts import ParentStatus
from organica.domain.dates import LegalDate
from organica.domain.source import BasisRole, LegalSource, Provision
from organica.domain.structure import (
    AppointmentState,
    FunctionState,
    OrganizationState,
    PostState,
    State,
    UnitState,
)
from organica.domain.versions import Version

if TYPE_CHECKING:
    from organica.register.snapshot import Snapshot


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
