"""What an entry changes in the answers: for each change point that it touches, the difference.

Takes the history before and after; returns the differences that a person reads before confirming.
Called by enact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from organica.domain.coverage import Coverage
from organica.domain.diff import Change, Side, diff
from organica.domain.history import History
from organica.domain.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Effect:
    """The changes that become visible from a day on, compared with what was answered before."""

    day: date
    certain: bool
    changes: tuple[Change, ...]


def first_day_of(resolution: Resolution) -> date:
    """Return a day before which the resolution changes no answer.

    The fold goes from day to day, and `after` only ever makes an act take effect later than its own date.
    """
    dated = [act.in_force_from for act in resolution.acts if act.in_force_from is not None]
    return min(on.earliest for on in (resolution.source.in_force_from, *dated))


def effect_of(before: History, after: History, first: date) -> list[Effect]:
    """Return the effects by day; a day whose changes are those of the day before is not repeated.

    `first`: a day before which the two histories are equal, so that nothing is compared there.
    """
    moments = (moment for history in (before, after) for moment in history.moments)
    days = sorted({moment.day for moment in moments if moment.day >= first})
    effects: list[Effect] = []
    last: tuple[Change, ...] = ()
    for day in days:
        changes = tuple(diff(after.organization, _side(before, day), _side(after, day)))
        moment = after.moment_on(day)
        if changes and changes != last:
            effects.append(Effect(day, moment.certain if moment else True, changes))
        last = changes
    return effects


def _side(history: History, day: date) -> Side:
    moment = history.moment_on(day)
    return Side(moment.structure, moment.coverage) if moment else Side(history.structure_on(day), Coverage())
