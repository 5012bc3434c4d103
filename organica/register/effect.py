"""What an entry changes in the answers: for each change point that it touches, the difference.

Takes the history before and after; returns the differences that a person reads before confirming.
Called by enact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from organica.domain.acts import ActUponActs
from organica.domain.change import Change
from organica.domain.coverage import Coverage
from organica.domain.diff import Side, diff
from organica.domain.filings import Filing
from organica.domain.history import History
from organica.domain.renewals import renewals
from organica.domain.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Effect:
    """The changes in one organization that become visible from a day on, compared with what was answered."""

    organization: str
    day: date
    certain: bool
    changes: tuple[Change, ...]


def first_day_of(filing: Filing) -> date:
    """Return a day before which the filing changes no answer.

    The fold goes from day to day, and `after` only ever makes an act take effect later than its own date.
    What bears on acts that were entered before may change any day.
    """
    if not isinstance(filing, Resolution) or any(isinstance(act, ActUponActs) for act in filing.acts):
        return date.min
    dated = [act.in_force_from for act in filing.acts if act.in_force_from is not None]
    return min(on.earliest for on in (filing.source.in_force_from, *dated))


def effect_of(before: History, after: History, first: date) -> list[Effect]:
    """Return the effects by day; a day whose changes are those of the day before is not repeated.

    `first`: a day before which the two histories are equal, so that nothing is compared there.
    """
    moments = (moment for history in (before, after) for moment in history.moments)
    days = sorted({moment.day for moment in moments if moment.day >= first})
    effects: list[Effect] = []
    last: tuple[Change, ...] = ()
    for day in days:
        sides = _side(before, day), _side(after, day)
        changes = (*diff(after.organization, *sides), *renewals(after.organization, *sides))
        moment = after.moment_on(day)
        if changes and changes != last:
            effects.append(Effect(after.organization, day, moment.certain if moment else True, changes))
        last = changes
    return effects


def _side(history: History, day: date) -> Side:
    moment = history.moment_on(day)
    structure = moment.structure if moment else history.structure_on(day)
    return Side(structure, moment.coverage if moment else Coverage(), history.attested)
