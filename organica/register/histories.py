"""Histories beyond those of units and functions: of a post with who held it, and of the organization itself.

Takes an archive and the entry at which it is known; returns versions and runs of days. Called by schema, REST
and the command line. Values only: nothing here waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

from organica.domain.source import BasisRole
from organica.domain.states import Noun
from organica.domain.taking_effect import ActEffect
from organica.domain.versions import Interval
from organica.register.acts_between import TakenAct
from organica.register.archive import Archive, Run
from organica.register.programme_views import ProgrammeVersion
from organica.register.views import AppointmentVersion, Occupancy, OrganizationVersion, PostVersion


class AppointmentEnd(StrEnum):
    """Why somebody no longer holds a post.

    LAPSED: the act that appointed set the day. ENDED: another act ended it, or appointed somebody in its
    place. POST_ABOLISHED: the post itself ended. REVOKED, SUSPENDED: the act that appointed lost its force.
    GAVE_WAY: it was only attested, and a norm says otherwise.
    """

    LAPSED = "lapsed"
    ENDED = "ended"
    POST_ABOLISHED = "post_abolished"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    GAVE_WAY = "gave_way"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One run of days over which somebody holds a post in one capacity; `end` is excluded.

    `appointment` is shown in the snapshot of its first day, `post` by its permanent code.
    """

    start: date
    end: date | None
    appointment: AppointmentVersion
    ending: AppointmentEnd | None

    @property
    def post(self) -> str:
        """Return the code of the post."""
        return self.appointment.state.post


@dataclass(frozen=True, slots=True)
class Spell:
    """One run of days over which a post is held by the same appointments, is vacant, or nobody knows."""

    start: date
    end: date | None
    occupancy: Occupancy
    appointments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """A day on which the answer for an organization changes, and the acts of that day.

    No act: coverage begins, or the window of an imprecise date ends.
    """

    interval: Interval
    acts: tuple[TakenAct, ...]


def post_versions(archive: Archive, post: str, known: int) -> list[PostVersion]:
    """Return the versions of a post in order, each in the snapshot of its first day.

    Who holds it makes no new version of the post; `tenures` tells that.
    """
    return [archive.snapshot(day, known).posts[post] for day, _ in archive.runs(Noun.POST, post, known)]


def programme_versions(archive: Archive, programme: str, known: int) -> list[ProgrammeVersion]:
    """Return the versions of a programme in order, each in the snapshot of its first day.

    A figure that is reported makes no new version of it.
    """
    runs = archive.runs(Noun.PROGRAMME, programme, known)
    return [archive.snapshot(day, known).programmes[programme] for day, _ in runs]


def organization_versions(archive: Archive, known: int) -> list[OrganizationVersion]:
    """Return the versions of the organization in order, each in the snapshot of its first day."""
    found = (
        archive.snapshot(day, known).organization
        for day, _ in archive.runs(Noun.ORGANIZATION, archive.organization, known)
    )
    return [each for each in found if each is not None]


def organization_by(archive: Archive, day: date, known: int) -> OrganizationVersion | None:
    """Return the organization on a day; where it has ended by then, as it was last; None before it was."""
    versions = archive.versions_of(Noun.ORGANIZATION, archive.organization, known)
    began = [each.start for each in versions if each.start <= day]
    return archive.snapshot(began[-1], known).organization if began else None


def tenures(archive: Archive, known: int, post: str | None = None) -> list[Tenure]:
    """Return who held posts, or one post, in the order in which they began."""
    found = [
        _tenure(archive, code, run, known)
        for code in archive.codes(Noun.APPOINTMENT, known)
        for run in archive.runs(Noun.APPOINTMENT, code, known)
    ]
    chosen = [each for each in found if post is None or each.post == post]
    return sorted(chosen, key=lambda each: (each.start, each.post, each.appointment.code))


def _tenure(archive: Archive, code: str, run: Run, known: int) -> Tenure:
    start, end = run
    view = archive.snapshot(start, known).appointments[code]
    return Tenure(start, end, view, None if end is None else _ending(archive, view, end, known))


def _ending(archive: Archive, seen: AppointmentVersion, end: date, known: int) -> AppointmentEnd:
    by = seen.ended_by
    if by is None:
        return AppointmentEnd.GAVE_WAY
    if by.role in _LOST_FORCE:
        return _LOST_FORCE[by.role]
    own = {(basis.source.key, basis.act) for basis in seen.legal_basis}
    if seen.state.lapses is not None and (by.source.key, by.act) in own:
        return AppointmentEnd.LAPSED
    if seen.state.post not in archive.snapshot(end, known).posts:
        return AppointmentEnd.POST_ABOLISHED
    return AppointmentEnd.ENDED


_LOST_FORCE = {
    BasisRole.REVOKES: AppointmentEnd.REVOKED,
    BasisRole.SUSPENDS: AppointmentEnd.SUSPENDED,
}


def spells(archive: Archive, post: str, known: int) -> list[Spell]:
    """Return the runs of days of a post by who held it, from its first day to its last."""
    held = [(each.start, each.end) for each in tenures(archive, known, post)]
    lives = [(each.start, each.end) for each in archive.versions_of(Noun.POST, post, known)]
    edges = sorted({day for run in (*held, *lives) for day in run if day is not None})
    found: list[Spell] = []
    for start, end in [*pairwise(edges), *((day, None) for day in edges[-1:])]:
        seen = archive.snapshot(start, known).posts.get(post)
        if seen is not None:
            holders = tuple(each.code for each in seen.appointments)
            found.append(Spell(start, end, seen.occupancy, holders))
    return _joined(found)


def _joined(found: Sequence[Spell]) -> list[Spell]:
    """Join spells that touch and say the same: the post itself may have changed in between."""
    joined: list[Spell] = []
    for each in found:
        last = joined[-1] if joined else None
        same = last and (last.end, last.occupancy, last.appointments) == (
            each.start,
            each.occupancy,
            each.appointments,
        )
        if last and same:
            joined[-1] = Spell(last.start, each.end, last.occupancy, last.appointments)
        else:
            joined.append(each)
    return joined


def change_points(archive: Archive, acts: Sequence[TakenAct], known: int) -> list[ChangePoint]:
    """Return every day on which the answer changes, with the acts of `acts` that take effect or lapse then.

    Acts that mend others change nothing on their own day; they are told apart.
    """
    ordering = (act for act in acts if act.effect is not ActEffect.MENDS)
    by_day = {day: tuple(group) for day, group in groupby(ordering, key=lambda act: act.day)}
    return [ChangePoint(each, by_day.get(each.start, ())) for each in archive.intervals(known)]


def overlapping(run: Run, start: date | None, end: date | None) -> bool:
    """Tell whether a run has a day in common with the days from `start` up to, not including, `end`."""
    if start is not None and end is not None and end <= start:
        return False
    return (end is None or run[0] < end) and (start is None or run[1] is None or start < run[1])
