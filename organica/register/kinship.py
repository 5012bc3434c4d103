"""Forebears and heirs: what came out of what, and where the functions of a unit went.

Takes archives and snapshots; returns values. Called by consult, which reads the archives of the other
organizations that a succession leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from organica.domain.dates import LegalDate
from organica.domain.states import (
    FunctionState,
    LineageKind,
    LineageState,
    Noun,
    OrganizationState,
    UnitState,
)
from organica.domain.versions import Version
from organica.register.archive import Archive
from organica.register.snapshot import Snapshot
from organica.register.views import BasisView, FunctionVersion, LineageVersion


@dataclass(frozen=True, slots=True)
class Kin:
    """The other side of a tie: the forebear or the heir of the thing that was asked about.

    `name` is what it was called then: a forebear just before, an heir on that day. None where the register
    does not know it.
    """

    kind: LineageKind
    noun: Noun
    organization_code: str
    code: str
    name: str | None
    in_force_from: LegalDate
    legal_basis: tuple[BasisView, ...]


@dataclass(frozen=True, slots=True)
class Kinship:
    """What a thing came out of, and what came out of it."""

    predecessors: tuple[Kin, ...]
    successors: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class FunctionDestination:
    """Where a function went that a unit held: `last` as it was there at the end, `to` as it then began.

    `to` is None where it ended; `last.ended_by` is the act, also where it went elsewhere.
    """

    last: FunctionVersion
    to: FunctionVersion | None

    @property
    def until(self) -> LegalDate:
        """Return the first day on which the unit no longer held it."""
        assert self.last.in_force_until is not None  # noqa: S101 - what has no end has not gone anywhere
        return self.last.in_force_until


def kinship(
    snapshot: Snapshot, noun: Noun, code: str, known: int, archives: Mapping[str, Archive]
) -> Kinship:
    """Return the kin of a thing on a snapshot's day, each side by organization and code.

    `archives`: those of the organizations that `organizations_tied` names, where the register has them.
    """
    own = snapshot.organization_code
    before: list[Kin] = []
    after: list[Kin] = []
    for tie in _ties(snapshot, noun, code):
        state, day = tie.state, tie.version.start
        if (state.successor_organization or own, state.successor) == (own, code):
            organization = state.predecessor_organization or own
            name = _name(archives.get(organization), noun, state.predecessor, day, known, before=True)
            before.append(_kin(tie, organization, state.predecessor, name))
        else:
            organization = state.successor_organization or own
            name = _name(archives.get(organization), noun, state.successor, day, known, before=False)
            after.append(_kin(tie, organization, state.successor, name))
    return Kinship(tuple(sorted(before, key=_order)), tuple(sorted(after, key=_order)))


def organizations_tied(snapshot: Snapshot, noun: Noun, code: str) -> set[str]:
    """Return the other organizations that the kin of a thing belongs to."""
    ties = [tie.state for tie in _ties(snapshot, noun, code)]
    sides = {side for tie in ties for side in (tie.predecessor_organization, tie.successor_organization)}
    return {side for side in sides if side is not None} - {snapshot.organization_code}


def _ties(snapshot: Snapshot, noun: Noun, code: str) -> Iterator[LineageVersion]:
    """Yield the ties on one side of which the organization's own thing stands."""
    own = snapshot.organization_code
    for tie in snapshot.lineage.values():
        state = tie.state
        sides = (
            (state.predecessor_organization or own, state.predecessor),
            (state.successor_organization or own, state.successor),
        )
        if state.noun is noun and (own, code) in sides:
            yield tie


def _kin(tie: LineageVersion, organization: str, code: str, name: str | None) -> Kin:
    return Kin(tie.state.kind, tie.state.noun, organization, code, name, tie.state.born, tie.legal_basis)


def _order(kin: Kin) -> tuple[str, str]:
    return kin.organization_code, kin.code


def _name(
    archive: Archive | None, noun: Noun, code: str, day: date, known: int, *, before: bool
) -> str | None:
    versions = archive.versions_of(noun, code, known) if archive else []
    so_far = [each for each in versions if each.start < day or (each.start == day and not before)]
    state = so_far[-1].state if so_far else None
    return state.name if isinstance(state, UnitState | OrganizationState) else None


def departures(archive: Archive, unit: str, known: int) -> list[tuple[Version, Version | None]]:
    """Return the last version of every function that left a unit, and the next one in the organization.

    In the order of their codes. A function that left, came back and is there is not told.
    """
    found = []
    for function in archive.functions_ever_in(unit, known):
        versions = archive.versions_of(Noun.FUNCTION, function, known)
        held = [each for each, version in enumerate(versions) if _holder(version) == unit]
        last = versions[held[-1]]
        if last.until is not None:
            found.append((last, next(iter(versions[held[-1] + 1 :]), None)))
    return found


def _holder(version: Version) -> str | None:
    return version.state.unit if isinstance(version.state, FunctionState) else None


def inherited(archive: Archive, ended: Version, known: int) -> LineageState | None:
    """Return the tie by which a function that ended goes on in another organization."""
    if ended.end is None:
        return None
    ties = archive.snapshot(ended.end, known).lineage.values()
    mine = (tie.state for tie in ties if tie.state.noun is Noun.FUNCTION)
    return next((tie for tie in mine if tie.predecessor == ended.code and tie.successor_organization), None)


def destination(
    archive: Archive,
    left: tuple[Version, Version | None],
    known: int,
    heirs: Mapping[str, Archive],
) -> FunctionDestination:
    """Return where a function went that left a unit: one of `departures`.

    `heirs`: the archives of the organizations that `inherited` names, where the register has them.
    """
    ended, following = left
    last = archive.snapshot(ended.start, known).functions[ended.code]
    if following is not None:
        return FunctionDestination(last, archive.snapshot(following.start, known).functions[ended.code])
    tie = inherited(archive, ended, known)
    heir = heirs.get(tie.successor_organization or "") if tie else None
    if tie is None or heir is None or ended.end is None:
        return FunctionDestination(last, None)
    return FunctionDestination(last, heir.snapshot(ended.end, known).functions.get(tie.successor))
