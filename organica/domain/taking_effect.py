"""Which acts took effect over some days, in the order in which they did, without folding anything.

Takes a calendar; returns its acts, each with its day and how it bears on it. Called by the register, which
shows the difference of two days as acts. What has no force on its day did not take effect and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from organica.domain.acts import (
    ActUponActs,
    DissolveOrganization,
    EndProgramme,
    Invalidate,
    Rectify,
    ReportIndicator,
    StateProgramme,
    Succeed,
)
from organica.domain.omission import Omission
from organica.domain.readings import Readings
from organica.domain.schedule import Calendar, CalendarDay, Scheduled

_ENDING = EndProgramme | DissolveOrganization | Succeed


class ActEffect(StrEnum):
    """How an act bears on a day.

    BEGINS: it takes effect, or a figure that it reports comes to be known. LAPSES: what it gave for a time
    ends. MENDS: it rectifies or invalidates other acts, which then read so on all their days; its own day
    changes nothing.
    """

    BEGINS = "begins"
    LAPSES = "lapses"
    MENDS = "mends"


@dataclass(frozen=True, slots=True)
class Effect:
    """One act on a day on which it takes effect, lapses, or begins to mend others."""

    scheduled: Scheduled
    effect: ActEffect
    day: date


def taking_effect(calendar: Calendar, organization: str) -> list[Effect]:
    """Return every effect on an organization, in order.

    Order: day, then what lapses, then the acts of each source as the fold applies them, then what mends.
    """
    found = list(_in_calendar(calendar))
    found += _mending(calendar.readings)
    # The sort is stable: within a day each list keeps its own order, the calendar's first.
    return sorted(
        (each for each in found if each.scheduled.concerns(organization)), key=lambda each: each.day
    )


def _in_calendar(calendar: Calendar) -> Iterator[Effect]:
    omission = Omission(calendar.readings)
    ends: list[Scheduled] = []
    for day, happening in calendar.days.items():
        yield from _on(day, happening, omission, ends)
        ends += [act for act in happening.acts if isinstance(act.act, _ENDING)]


def _on(day: date, happening: CalendarDay, omission: Omission, ends: Sequence[Scheduled]) -> Iterator[Effect]:
    """Yield the effects of a day; `ends`: the acts of earlier days that may have ended a programme."""
    for ending in happening.endings:
        if not omission.omits(ending.key):
            yield Effect(ending, ActEffect.LAPSES, day)
    for report in happening.reports:
        ended = any(_ends_what_is_reported(end, report) and not omission.omits(end.key) for end in ends)
        if not ended and not omission.omits(report.key):
            yield Effect(report, ActEffect.BEGINS, day)
    for group in happening.groups:
        upon = [act for act in group if isinstance(act.act, ActUponActs)]
        if upon:
            # No step was noted, so nothing is replayed: only what has force from now on is settled.
            omission.take(upon, day)
        for act in (*upon, *(act for act in group if not isinstance(act.act, ActUponActs))):
            if not omission.omits(act.key):
                yield Effect(act, ActEffect.BEGINS, day)


def _ends_what_is_reported(end: Scheduled, report: Scheduled) -> bool:
    """Tell whether an act ends the programme of which another reports: alone, or with its organization."""
    if end.organization != report.organization:
        return False
    if not isinstance(end.act, EndProgramme):
        return True
    return isinstance(report.act, StateProgramme | ReportIndicator) and (
        end.act.programme == report.act.programme
    )


def _mending(readings: Readings) -> Iterator[Effect]:
    """Yield what the calendar leaves out, because the other acts read as it says."""
    for read in readings.acts.values():
        if isinstance(read.act, Rectify | Invalidate):
            since = read.act.in_force_from or read.reading.source.in_force_from
            scheduled = Scheduled(
                read, since.earliest, since.without_rule(), (read.organization,), since.rule
            )
            yield Effect(scheduled, ActEffect.MENDS, since.earliest)
