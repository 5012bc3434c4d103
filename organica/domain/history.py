"""The fold: every act of an organization, in order, becomes its structure on every day.

Takes the enacted resolutions (and one that is about to be); returns the moments at which the answer
changes, or refuses. Only enacting, rebuilding and verifying fold; readers use the rows made from it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from organica.domain.acts import Act
from organica.domain.coverage import Coverage
from organica.domain.dates import LegalDate
from organica.domain.ids import Minter
from organica.domain.refusals.matters import CoverageOfNothing
from organica.domain.refusals.ordering import UndatedOrder
from organica.domain.resolution import Enacted
from organica.domain.schedule import Calendar, Scheduled
from organica.domain.structure import Structure
from organica.domain.touches import Matter, contradict, touches
from organica.domain.walk import Walk


@dataclass(frozen=True)
class Moment:
    """The answer from `day` to the next moment.

    `since` and `until` are the legal dates between which the structure stays as it is: the end of an
    imprecise date's window starts a new moment (`certain` turns true), not a new structure.
    """

    day: date
    structure: Structure
    coverage: Coverage
    certain: bool
    since: LegalDate
    until: LegalDate | None = None


@dataclass(frozen=True)
class History:
    """All moments of one organization, by day; `bound` is the fresh resolution's acts with their codes."""

    organization: str
    moments: tuple[Moment, ...]
    bound: tuple[Act, ...] = ()

    def moment_on(self, day: date) -> Moment | None:
        """Return the moment that a day belongs to; None before anything is known."""
        index = bisect_right(self.moments, day, key=lambda moment: moment.day)
        return self.moments[index - 1] if index else None

    def structure_on(self, day: date) -> Structure:
        """Return what is so on a day; empty before anything is known."""
        moment = self.moment_on(day)
        return moment.structure if moment else Structure()


def fold(
    organization: str,
    enacted: Sequence[Enacted],
    *,
    fresh: Enacted | None = None,
    minter: Minter | None = None,
    names: Mapping[str, str] | None = None,
) -> History:
    """Return the history that the resolutions make; `fresh` is the one that is about to be enacted.

    `minter` knows every code given so far; `names` opens the seals that may still be opened.
    Raises: what refuses an act of `fresh`, with source and act among its facts;
    LaterActNoLongerApplies where `fresh` takes the ground from under an act enacted before;
    UndatedOrder where nothing tells which of two contradicting sources is later.
    """
    calendar = Calendar([*enacted, fresh] if fresh is not None else enacted)
    walk = Walk(organization, calendar, fresh, minter or Minter(), names or {})
    legal = walk.legal_days()
    windows = [window for act in calendar.acts for window in act.windows]
    edges = {window.end for window in windows if window.end is not None}
    moments: list[Moment] = []
    since: LegalDate | None = None
    for day, structure, coverage in walk.through(sorted(legal | edges)):
        if day in legal:
            since = calendar.legal_date(day)
            moments = _ended(moments, since)
        certain = not any(day in window for window in windows)
        moments.append(Moment(day, structure, coverage, certain, since or LegalDate.of(day)))
    if fresh is None:
        return History(organization, tuple(moments))
    _refuse_undated_order(walk, calendar, fresh)
    _refuse_coverage_of_nothing(moments, calendar.start_of(fresh), fresh)
    bound = tuple(walk.bound[fresh.entry, position] for position in range(len(fresh.resolution.acts)))
    return History(organization, tuple(moments), bound)


def _ended(moments: list[Moment], until: LegalDate) -> list[Moment]:
    """A new structure ends the former one, with every moment that the former one has."""
    return [replace(moment, until=until) if moment.until is None else moment for moment in moments]


def _refuse_coverage_of_nothing(moments: Sequence[Moment], start: date, fresh: Enacted) -> None:
    """Refuse a claim about a part that does not exist on the day from which it is made."""
    claim = fresh.resolution.coverage
    structure = next((moment.structure for moment in moments if moment.day == start), Structure())
    for part in (*claim.complete_under, *claim.partial_under) if claim else ():
        if part != fresh.resolution.organization and part not in structure.units:
            raise CoverageOfNothing(part=part, day=start.isoformat(), source=fresh.resolution.source.key)


def _refuse_undated_order(walk: Walk, calendar: Calendar, fresh: Enacted) -> None:
    """Refuse the fresh source where it and another differ on one matter and may be of one day."""
    own: dict[Matter, list[tuple[Scheduled, object]]] = {}
    for act in calendar.acts:
        if act.enacted is fresh:
            for matter, said in touches(walk.bound[fresh.entry, act.position]):
                own.setdefault(matter, []).append((act, said))
    for act in calendar.acts:
        if act.enacted is fresh or act.enacted.resolution.normative is not fresh.resolution.normative:
            continue
        for matter, said in touches(walk.bound[act.enacted.entry, act.position]):
            for ours, our_word in own.get(matter, ()):
                unclear = ours.may_be_of_one_day(act) and not calendar.ordered(act, ours)
                if unclear and contradict(said, our_word):
                    raise UndatedOrder(
                        first=act.enacted.resolution.source.key,
                        second=fresh.resolution.source.key,
                        field=matter.field,
                        target=matter.code or walk.bound[fresh.entry, ours.position].ref,
                        act=ours.ref,
                    )
