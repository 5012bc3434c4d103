"""What changed: what an entry says anew, and what takes effect as days pass. Values only, nothing is written.

Takes histories of one organization; returns changes with the day from which each holds, in the order of
days and, within a day, of diff and then of renewals. Called by record, which writes them, and by feed_check,
which compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from organica.domain.change import Change, ChangeKind
from organica.domain.coverage import Coverage
from organica.domain.diff import Side, diff
from organica.domain.history import History
from organica.domain.renewals import renewals
from organica.domain.resolution import EntryKind
from organica.domain.states import Noun
from organica.register.feed import Nature

Dated = tuple[date, Change]
Field = tuple[Noun, str, str | None]
_A_DAY = timedelta(days=1)
_COVERED = frozenset({ChangeKind.UNIT_COVERED, ChangeKind.FUNCTION_COVERED, ChangeKind.COVERAGE_CHANGED})


def recorded(before: History, after: History, first: date = date.min) -> list[Dated]:
    """Return what an entry says anew, each change at the first day from which it shows.

    A reader who keeps, for each field, the value that the last change of each day gives, has the history
    after the entry. So a day on which both histories come to agree again is told where only the new one
    moves there. `first`: a day before which the two are equal.
    """
    moments = (moment for history in (before, after) for moment in history.moments)
    found: list[Dated] = []
    last: list[Change] = []
    for day in sorted({moment.day for moment in moments if moment.day >= first}):
        differing = _diff(after.organization, _side(before, day), _side(after, day))
        if differing or last:
            found += [(day, change) for change in _told(before, after, day, last, differing)]
        last = differing
    return found


def _told(
    before: History, after: History, day: date, last: Sequence[Change], differing: Sequence[Change]
) -> Iterator[Change]:
    """Yield what a day adds to the differences of the day before."""
    told_before = set(last)
    fields = {_field(change): change for change in last}
    moved_now = moved(after, day)
    for change in differing:
        former = fields.get(_field(change))
        came_before = former is not None and _came(former)
        if came_before and _came(change):
            # It came before, by the same entry: this day only what moved of it since then is new.
            yield from (each for each in moved_now if (each.noun, each.code) == (change.noun, change.code))
        elif change not in told_before and (
            former is None or change.field is not None or came_before is not _came(change)
        ):
            yield change
    agreed = fields.keys() - {_field(change) for change in differing}
    if agreed:
        moved_then = {_field(change) for change in moved(before, day)}
        yield from (each for each in moved_now if _field(each) in agreed and _field(each) not in moved_then)


def taking_effect(history: History, after: date, until: date) -> list[Dated]:
    """Return what takes effect on the days after `after`, up to and including `until`.

    The end of an imprecise date's window is a change point on which nothing changes but certainty.
    """
    days = [moment.day for moment in history.moments if after < moment.day <= until]
    return [(day, change) for day in days for change in moved(history, day)]


def moved(history: History, day: date) -> list[Change]:
    """Return what changed in the answers from the day before to this one."""
    return _diff(history.organization, _side(history, day - _A_DAY), _side(history, day))


def civil_day(history: History, instant: datetime) -> date:
    """Return the day that it is where the organization is."""
    state = history.structure_on(instant.date()).organization
    return local_day(state.time_zone if state else None, instant)


def local_day(time_zone: str | None, instant: datetime) -> date:
    """Return the civil day of an instant; in UTC where no zone is known."""
    return instant.astimezone(ZoneInfo(time_zone or "UTC")).date()


def nature_of(change: Change, kind: EntryKind = EntryKind.ENACTMENT) -> Nature:
    """Tell whether the law changed: a correction mends the register, and to cover more is no law either."""
    mends = kind is EntryKind.CORRECTION or change.kind in _COVERED
    return Nature.REGISTER if mends else Nature.LEGAL


def _diff(organization: str, base: Side, target: Side) -> list[Change]:
    # Most change points of two histories share their structure, which compares faster than it differs.
    same = base.structure is target.structure or base.structure == target.structure
    differing = [] if same else diff(organization, base, target)
    return [
        *differing,
        *([] if same and base.coverage == target.coverage else renewals(organization, base, target)),
    ]


def _side(history: History, day: date) -> Side:
    moment = history.moment_on(day)
    structure = moment.structure if moment else history.structure_on(day)
    return Side(structure, moment.coverage if moment else Coverage(), history.attested)


def _field(change: Change) -> Field:
    return change.noun, change.code, change.field


def _came(change: Change) -> bool:
    """Tell whether a change of no field is a coming, and not a going."""
    return change.field is None and change.before is None
