"""Which acts took effect over some days, in the order in which they did, without folding anything.

Takes a calendar; returns its acts, each with its day and how it bears on it. Called by the register, which
shows the difference of two days as acts. What has no force on its day did not take effect and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from organica.domain.acts import ActUponActs, Invalidate, Rectify
from organica.domain.omission import Omission
from organica.domain.readings import Readings
from organica.domain.schedule import Calendar, CalendarDay, Scheduled


class ActEffect(StrEnum):
    """How an act bears on a day.

    BEGINS: it takes effect. LAPSES: what it gave for a time ends. MENDS: it rectifies or invalidates other
    acts, which then read so on all their days; its own day changes nothing.
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
    for day, happening in calendar.days.items():
        yield from _on(day, happening, omission)


def _on(day: date, happening: CalendarDay, omission: Omission) -> Iterator[Effect]:
    for ending in happening.endings:
        if not omission.omits(ending.key):
            yield Effect(ending, ActEffect.LAPSES, day)
    for report in happening.reports:
        if not omission.omits(report.key):
            yield Effect(report, ActEffect.BEGINS, day)
    for group in happening.groups:
        upon = [act for act in group if isinstance(act.act, ActUponActs)]
        if upon:
            # No step was noted, so nothing is replayed: only what has force from now on is settled.
            omission.take(upon, day)
        for act in (*upon, *(act for act in group if not isinstance(act.act, ActUponActs))):
            if not omission.omits(act.key):
                yield Effect(act, ActEffect.BEGINS, day)


def _mending(readings: Readings) -> Iterator[Effect]:
    """Yield what the calendar leaves out, because the other acts read as it says."""
    for read in readings.acts.values():
        if isinstance(read.act, Rectify | Invalidate):
            since = read.act.in_force_from or read.reading.source.in_force_from
            scheduled = Scheduled(
                read, since.earliest, since.without_rule(), (read.organization,), since.rule
            )
            yield Effect(scheduled, ActEffect.MENDS, since.earliest)
