"""What a statutory table is made of: the structure of a day, with every source behind it.

Made by `organica.register.statutory`; read by the files beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from organica.domain.acts import ParentStatus
from organica.domain.coverage import Coverage
from organica.domain.dates import LegalDate
from organica.domain.resolution import CoverageStatus
from organica.domain.source import LegalBasis, LegalSource, RelationKind
from organica.domain.states import UnitState
from organica.domain.structure import Structure

# What takes away a part of a norm changes it as much as what words it anew.
_AMENDING = (RelationKind.AMENDS, RelationKind.DEROGATES)


@dataclass(frozen=True, slots=True)
class LeftFunction:
    """A function that a unit no longer holds: why it did, and when and by which act it left."""

    unit: str
    legal_basis: tuple[LegalBasis, ...]
    on: LegalDate
    by: LegalBasis


@dataclass(frozen=True, slots=True)
class Ended:
    """A thing that is no more: why it was, and on which day and by which act it ended."""

    legal_basis: tuple[LegalBasis, ...]
    on: LegalDate
    by: LegalBasis


@dataclass(frozen=True)
class Day:
    """One organization on one day.

    `sources` are all that the register knows, by key; `left` are the functions that its units held before the
    day. `kind_name` returns what a kind of source is called in its country. `not_held` are the keys of the
    sources whose contents the register has not: nothing can be said of what amended them. `void` are those
    that another act invalidated, as if they had never been; `idle` those that one revoked or suspended by
    then. `ended` are the things that were, where a table of norms is made. `objective_by` maps a unit that
    had been without an objective to the norm that gave it one.
    """

    organization: str
    as_of: date
    structure: Structure
    sources: Mapping[str, LegalSource]
    coverage: Coverage
    kind_name: Callable[[LegalSource], str]
    left: tuple[LeftFunction, ...] = ()
    not_held: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()
    ended: tuple[Ended, ...] = ()
    objective_by: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return what the organization is called; its code where no source says."""
        return self.structure.organization.name if self.structure.organization else self.organization

    @property
    def wholly_covered(self) -> bool:
        """Tell whether the register holds the whole organization."""
        return self.coverage.status(self.organization) is CoverageStatus.COMPLETE

    def norms(self, legal_basis: Sequence[LegalBasis]) -> tuple[LegalBasis, ...]:
        """Return those of the bases that are norms, oldest first."""
        return tuple(basis for basis in legal_basis if self.sources[basis.source].normative)

    def units(self) -> Iterator[UnitState]:
        """Yield every unit, each before those below it, in the order in which the sources name them."""
        below: dict[str | None, list[UnitState]] = {}
        for unit in sorted(self.structure.units.values(), key=lambda unit: (unit.place, unit.code)):
            below.setdefault(unit.parent.unit, []).append(unit)
        stack = below.get(None, [])[::-1]
        while stack:
            unit = stack.pop()
            yield unit
            stack.extend(below.get(unit.code, [])[::-1])

    def above(self, unit: UnitState) -> str | None:
        """Return what a unit hangs from: another unit, or the organization; None where no source says."""
        if unit.parent.unit is not None:
            return self.structure.units[unit.parent.unit].name
        return self.name if unit.parent.status is ParentStatus.ROOT else None

    @cached_property
    def norms_begun(self) -> tuple[LegalSource, ...]:
        """Return the norms that came into force, in force still or not, by the day since when and by key."""
        begun = (
            each
            for each in self.sources.values()
            if each.normative and each.key not in self.void and each.in_force_from.earliest <= self.as_of
        )
        return tuple(sorted(begun, key=lambda each: (each.in_force_from.earliest, each.key)))

    @cached_property
    def norms_in_force(self) -> tuple[LegalSource, ...]:
        """Return those that are in force still: no other one repealed, revoked or suspended them."""
        out = {
            relation.target
            for each in self.norms_begun
            for relation in each.relations
            if relation.kind is RelationKind.REPEALS
        }
        return tuple(each for each in self.norms_begun if each.key not in out | self.idle)

    @cached_property
    def amended_by_relation(self) -> Mapping[str, LegalDate]:
        """Map each source that another norm says it amends to the last day on which one began to.

        What amended it may be out of force by now: the text stays as it was amended.
        """
        found: dict[str, LegalDate] = {}
        for each in self.norms_begun:
            for relation in each.relations:
                if relation.kind in _AMENDING:
                    since = each.in_force_from.without_rule()
                    found[relation.target] = later(found.get(relation.target), since) or since
        return found

    @cached_property
    def left_by_unit(self) -> Mapping[str, tuple[LeftFunction, ...]]:
        """Map each unit to the functions that left it."""
        found: dict[str, tuple[LeftFunction, ...]] = {}
        for each in self.left:
            found[each.unit] = (*found.get(each.unit, ()), each)
        return found


def later(one: LegalDate | None, other: LegalDate | None) -> LegalDate | None:
    """Return the later of two dates, None where neither is known.

    Of two that may each be the later one, such as 2020 and 5 March 2020, it is the one that may be the last:
    what is not known for certain is not told as if it were.
    """
    known = [each for each in (one, other) if each is not None]
    return max(known, key=lambda each: (each.latest, each.earliest)) if known else None
