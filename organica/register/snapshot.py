"""A snapshot: the whole answer for one organization, one change point and one state of knowledge.

Made by the archive from rows; read by schema and REST through plain attributes, without waiting and
without SQL. Everything below a snapshot is of the same day: no answer ever mixes two.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from organica.domain.coverage import Coverage, NotCoveredReason
from organica.domain.dates import LegalDate
from organica.domain.external_ids import ExternalIdSpan
from organica.domain.ids import NamelessReference, reference_code
from organica.domain.resolution import CoverageStatus
from organica.domain.source import LegalBasis, LegalSource
from organica.domain.states import Noun
from organica.domain.structure import function_order
from organica.domain.versions import Interval, Version
from organica.register.mentioned import Coordination, Mention, coordination
from organica.register.mentions import MentionSpan
from organica.register.ports import SourceRecord
from organica.register.programme_views import IndicatorVersion, ProgrammeVersion, indicator_order
from organica.register.views import (
    AppointmentVersion,
    BasisView,
    FunctionVersion,
    LineageVersion,
    OrganizationVersion,
    PostVersion,
    ReferenceVersion,
    UnitVersion,
)
from organica.register.watching import note_name

if TYPE_CHECKING:
    from organica.register.archive import Archive


class Snapshot:
    """The answer for one organization from one change point to the next, as known at one entry.

    `basis` is the highest entry that altered this answer: (organization, change point, basis) is its
    identity. Before anything is known `interval` is None, and every map is empty. `proposal`: the key of the
    proposal with which it would be so; None for what is in force. `rows`: every thing that is in force.
    """

    def __init__(
        self,
        archive: Archive,
        basis: int,
        interval: Interval | None,
        rows: Collection[Version],
        mentions: Collection[MentionSpan],
        external_ids: Mapping[tuple[Noun, str], tuple[ExternalIdSpan, ...]],
        sources: Mapping[str, SourceRecord],
        norms: Mapping[str, SourceRecord],
    ) -> None:
        self._sources = sources
        self._norms = norms
        self._names = archive.names
        self.organization_code = archive.organization
        self.proposal = archive.proposal
        self.basis = basis
        self.interval = interval
        self.rows = rows
        self._mentions = mentions
        self.external_ids = external_ids

    @property
    def sizes(self) -> tuple[int, int]:
        """Return of how many versions and of how many mentions it is made."""
        return len(self.rows), len(self._mentions)

    @cached_property
    def _versions(self) -> Mapping[Noun, Mapping[str, Version]]:
        """Map each kind of thing to what is in force of it, by code."""
        found: dict[Noun, dict[str, Version]] = {noun: {} for noun in Noun}
        for version in self.rows:
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

    @cached_property
    def references(self) -> Mapping[str, ReferenceVersion]:
        """Map the codes of the names whose references are carried over to what they mean."""
        found = self._versions[Noun.REFERENCE]
        return {code: ReferenceVersion(self, found[code]) for code in sorted(found)}

    def reference(self, name: str) -> ReferenceVersion | None:
        """Return what references to a name mean; case, accents and punctuation make no difference."""
        try:
            return self.references.get(reference_code(name))
        except NamelessReference:
            return None

    @cached_property
    def lineage(self) -> Mapping[str, LineageVersion]:
        """Map the codes of the ties between forebears and heirs to them."""
        found = self._versions[Noun.LINEAGE]
        return {code: LineageVersion(self, found[code]) for code in sorted(found)}

    @cached_property
    def programmes(self) -> Mapping[str, ProgrammeVersion]:
        """Map the codes of the programmes and services in force to them, by code."""
        found = self._versions[Noun.PROGRAMME]
        return {code: ProgrammeVersion(self, found[code]) for code in sorted(found)}

    @cached_property
    def programmes_by_unit(self) -> Mapping[str, tuple[ProgrammeVersion, ...]]:
        """Map each unit to the programmes that it runs, by code."""
        found: dict[str, tuple[ProgrammeVersion, ...]] = {}
        for programme in self.programmes.values():
            unit = programme.state.runner.unit
            if unit is not None:
                found[unit] = (*found.get(unit, ()), programme)
        return found

    @cached_property
    def programmes_by_function(self) -> Mapping[str, tuple[ProgrammeVersion, ...]]:
        """Map each function to the programmes that fulfil it, by code."""
        found: dict[str, tuple[ProgrammeVersion, ...]] = {}
        for programme in self.programmes.values():
            for code in programme.state.functions:
                found[code] = (*found.get(code, ()), programme)
        return found

    @cached_property
    def indicators_by_programme(self) -> Mapping[str, tuple[IndicatorVersion, ...]]:
        """Map each programme to the figures reported of it, by name and period."""
        views = (IndicatorVersion(self, version) for version in self._versions[Noun.INDICATOR].values())
        found: dict[str, tuple[IndicatorVersion, ...]] = {}
        for each in sorted(views, key=indicator_order):
            found[each.state.programme] = (*found.get(each.state.programme, ()), each)
        return found

    @cached_property
    def mentions_by_function(self) -> Mapping[str, tuple[Mention, ...]]:
        """Map each function, by code, to the units that its text names, in the order of the text."""
        found: dict[str, tuple[Mention, ...]] = {}
        for span in sorted(self._mentions, key=lambda span: (span.function, span.first)):
            found[span.function] = (*found.get(span.function, ()), Mention(self, span))
        return found

    @cached_property
    def unresolved_mentions(self) -> tuple[Mention, ...]:
        """Return the mentions that mean no unit of the organization, by function and place."""
        every = (each for found in self.mentions_by_function.values() for each in found)
        return tuple(each for each in every if each.unit is None)

    @cached_property
    def coordination(self) -> tuple[Coordination, ...]:
        """Return which units name which in their functions, by the codes of both."""
        return coordination(self)

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

    @cached_property
    def sources_not_at_hand(self) -> tuple[LegalSource, ...]:
        """Return the sources in force whose contents nobody has entered because they are not at hand."""
        return tuple(self._sources[key].source for key in self.coverage.not_at_hand)

    @property
    def not_covered(self) -> NotCoveredReason | None:
        """Tell why something is not covered; None where the whole organization is."""
        return self.coverage.reason(self.organization_code)

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

    def walk(self, *units: UnitVersion) -> Iterator[UnitVersion]:
        """Yield every unit, or these and all below them, each before those below it."""
        stack = list(reversed(units or self.roots))
        while stack:
            unit = stack.pop()
            yield unit
            stack.extend(reversed(unit.children))

    def basis_view(self, basis: LegalBasis) -> BasisView:
        """Return a legal basis with its source."""
        source = self._sources[basis.source].source
        return BasisView(source, basis.provision, basis.role, basis.act)

    def norm(self, key: str) -> SourceRecord | None:
        """Return a norm that a programme rests on as it was known; None where it was in no entry yet."""
        return self._norms.get(key)

    def name_behind(self, seal: str) -> str | None:
        """Return the name that a seal stands for, unless it was withheld."""
        name = self._names.get(seal)
        if name is not None:
            note_name()
        return name
