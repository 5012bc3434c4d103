"""What a snapshot shows: units, functions, posts and appointments as they are on its day.

Made by the snapshot; read by schema and REST through plain attributes, without waiting and without SQL.
A view reaches others only through its own snapshot, so that no answer ever mixes two days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from organica.domain.acts import ParentStatus
from organica.domain.dates import LegalDate
from organica.domain.external_ids import ExternalIdSpan
from organica.domain.source import (
    BasisRole,
    LegalSource,
    Provision,
    SourceNature,
    citation_of,
    last_act,
)
from organica.domain.states import (
    AppointmentState,
    FunctionState,
    LineageState,
    OrganizationState,
    PostState,
    ReferenceState,
    UnitState,
)
from organica.domain.versions import Version
from organica.register.mentioned import Mention
from organica.register.shown import state_key

if TYPE_CHECKING:
    from organica.register.programme_views import ProgrammeVersion
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
        return citation_of(self.source, self.provision)

    @property
    def normative(self) -> bool:
        """Tell whether the source is a norm."""
        return self.source.normative

    @property
    def nature(self) -> SourceNature:
        """Tell whether the source is a norm, attests or proposes."""
        return self.source.nature


class Seen:
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
        """Return since when the thing has been as it is now, with the rule that led to the day."""
        since, bases = self.version.state.since, self.version.state.legal_basis
        dated = (each.rule for each in reversed(bases) if each.since and each.since.value == since.value)
        rule = next((rule for rule in dated if rule is not None), None)
        return since if rule is None else replace(since, rule=rule)

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

    @property
    def external_ids(self) -> tuple[ExternalIdSpan, ...]:
        """Return what other systems call the thing, by system and value."""
        return self.snapshot.external_ids.get((self.version.noun, self.code), ())


class OrganizationVersion(Seen):
    """An organization as it is in a snapshot."""

    @property
    def state(self) -> OrganizationState:
        """Return what is so of it."""
        assert isinstance(self.version.state, OrganizationState)  # noqa: S101 - the archive sorts by noun
        return self.version.state


class UnitVersion(Seen):
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

    @property
    def programmes(self) -> tuple[ProgrammeVersion, ...]:
        """Return the programmes and services that it runs, by code."""
        return self.snapshot.programmes_by_unit.get(self.code, ())

    def ancestors(self) -> Iterator[UnitVersion]:
        """Yield the units above, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


class FunctionVersion(Seen):
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

    @property
    def programmes(self) -> tuple[ProgrammeVersion, ...]:
        """Return the programmes and services that fulfil it, by code."""
        return self.snapshot.programmes_by_function.get(self.code, ())

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Return the units that its text names, in the order of the text."""
        return self.snapshot.mentions_by_function.get(self.code, ())


class PostVersion(Seen):
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
    def substitutes(self) -> tuple[Substitute, ...]:
        """Return the posts that stand in for it, in the order that the act gives them."""
        if not self.state.substitutes:
            return ()
        bases = self.version.state.legal_basis
        ordering = [basis for basis in bases if "substitutes" in basis.changed]
        # A post that an heir took over keeps its order, which then rests on the act that handed it over.
        view = self.snapshot.basis_view(ordering[-1] if ordering else last_act(bases))
        return tuple(
            Substitute(rank, code, self.snapshot.posts.get(code), view)
            for rank, code in enumerate(self.state.substitutes, start=1)
        )

    @property
    def occupancy(self) -> Occupancy:
        """Tell whether somebody holds it, as far as the register knows."""
        if self.appointments:
            return Occupancy.HELD
        return Occupancy.VACANT if self.state.known_vacant else Occupancy.UNKNOWN


@dataclass(frozen=True, slots=True)
class Substitute:
    """A post in an order of substitution; `rank` counts from 1.

    `post` is None where it is no longer in force: it stays in the order as printed.
    """

    rank: int
    code: str
    post: PostVersion | None
    legal_basis: BasisView


class AppointmentVersion(Seen):
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


class ReferenceVersion(Seen):
    """What references to an old name mean in a snapshot."""

    @cached_property
    def state(self) -> ReferenceState:
        """Return what is so of it."""
        assert isinstance(self.version.state, ReferenceState)  # noqa: S101 - the archive sorts by noun
        return self.version.state

    @property
    def name(self) -> str:
        """Return the old name, literal."""
        return self.state.name

    @property
    def unit_code(self) -> str | None:
        """Return the code of the unit that the name means, also where that is no longer in force."""
        return self.state.unit

    @property
    def unit(self) -> UnitVersion | None:
        """Return the unit that the name means; None where it means a body, or a unit no longer in force."""
        return self.snapshot.units.get(self.state.unit or "")

    @property
    def organization(self) -> str | None:
        """Return the code of the body that the name means, which need not be in the register."""
        return self.state.organization


class LineageVersion(Seen):
    """That one thing came out of another, as it stands in a snapshot."""

    @cached_property
    def state(self) -> LineageState:
        """Return what is so of it."""
        assert isinstance(self.version.state, LineageState)  # noqa: S101 - the archive sorts by noun
        return self.version.state
