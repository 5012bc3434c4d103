"""What differs between two days of one organization, and the acts behind it.

Takes an archive, two days and the entry at which they are known; returns a StructureDiff. Called by consult.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from organica.domain.change import Change
from organica.domain.diff import Side, diff
from organica.domain.states import Noun, UnitState
from organica.domain.structure import Structure
from organica.register.acts_between import ActsBetween, TakenAct, between
from organica.register.archive import Archive
from organica.register.ports import SourceRecord
from organica.register.snapshot import Snapshot
from organica.register.views import BasisView

Answer = tuple[Archive, Snapshot, int]
"""A snapshot with the archive that it is of and the entry at which that was read."""


@dataclass(frozen=True, slots=True)
class StructureDiff:
    """What differs between two days, as known at one entry, with the two answers that were compared.

    `passing`: the last names of units that changes name and that came and went between the days.
    """

    base_day: date
    target_day: date
    known: int
    base: Snapshot
    target: Snapshot
    sources: Mapping[str, SourceRecord]
    changes: tuple[Change, ...]
    passing: Mapping[str, str]

    @property
    def names(self) -> dict[str, str]:
        """Return the units' names by code: of the later day, else of the former, else as they were last."""
        return {**self.passing, **unit_names([self.base, self.target], self.changes)}

    def basis_view(self, change: Change) -> BasisView | None:
        """Return the act behind a change, with its source."""
        basis = change.legal_basis
        # An act that no longer shows in either answer may rest on a source that neither of them cites.
        if basis is None:
            return None
        source = self.sources[basis.source].source
        return BasisView(source, basis.provision, basis.role, basis.act)

    def among(self, acts: Sequence[TakenAct]) -> ActsBetween:
        """Return those of an organization's acts that took effect between the days, with their changes."""
        return between(acts, self.base_day, self.target_day, self.changes)


def difference(archive: Archive, base: date, target: date, known: int) -> StructureDiff:
    """Return what changed from one day to another, which is not before it."""
    first, second = archive.snapshot(base, known), archive.snapshot(target, known)
    return compared((archive, first, known), (archive, second, known), (base, target))


def compared(base: Answer, target: Answer, days: tuple[date, date]) -> StructureDiff:
    """Return what differs between two answers about an organization, each of its own archive."""
    (one, first, known), (other, second, knew) = base, target
    sides = _side(one, first, known), _side(other, second, knew)
    sources = {**other.sources_at(knew), **one.sources_at(known)}
    changes = tuple(diff(one.organization, *sides))
    passing = _passing(other, changes, {*first.units, *second.units}, days[1], knew)
    return StructureDiff(*days, known, first, second, sources, changes, passing)


def unit_names(snapshots: Iterable[Snapshot], changes: Iterable[Change] = ()) -> dict[str, str]:
    """Return the units' names by code: those of the snapshots, the later over the earlier, then the rest."""
    names = {code: unit.state.name for snapshot in snapshots for code, unit in snapshot.units.items()}
    for change in changes:
        title = change.after or change.before
        named = change.noun is Noun.UNIT and change.field in (None, "name")
        if named and change.code not in names and title is not None:
            names[change.code] = title
    return names


def _passing(
    archive: Archive, changes: Iterable[Change], seen: Set[str], until: date, known: int
) -> dict[str, str]:
    """Return the names of units that changes name and neither answer has, as they were last called."""
    named = {code for each in changes for code in (each.unit, each.before, each.after) if code}
    names: dict[str, str] = {}
    for code in named - seen:
        for version in archive.versions_of(Noun.UNIT, code, known):
            if version.start <= until and isinstance(version.state, UnitState):
                names[code] = version.state.name
    return names


def _side(archive: Archive, snapshot: Snapshot, known: int) -> Side:
    """Return a snapshot as the structure that diff compares, with the endings that rows remember."""
    structure = Structure(
        organization=snapshot.organization.state if snapshot.organization else None,
        units={code: unit.state for code, unit in snapshot.units.items()},
        functions={code: function.state for code, function in snapshot.functions.items()},
        posts={code: post.state for code, post in snapshot.posts.items()},
        appointments={code: held.state for code, held in snapshot.appointments.items()},
        references={code: reference.state for code, reference in snapshot.references.items()},
        lineage={code: tie.state for code, tie in snapshot.lineage.items()},
        programmes={code: programme.state for code, programme in snapshot.programmes.items()},
        indicators={
            figure.code: figure.state for held in snapshot.indicators_by_programme.values() for figure in held
        },
        endings=archive.endings_before(snapshot.change_point, known) if snapshot.change_point else {},
    )
    return Side(structure, snapshot.coverage)
