"""The fold: every act of an organization, in order, becomes its structure on every day.

Takes the enacted resolutions (and one that is about to be); returns the moments at which the answer
changes, or refuses. Only enacting, rebuilding and verifying fold; readers use the rows made from it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from organica.domain.acts import Act, ActUponActs, PlainAct, Rectify
from organica.domain.conflicts import (
    refuse_contradictions,
    refuse_coverage_of_nothing,
    refuse_failures,
    refuse_undated_order,
)
from organica.domain.coverage import Coverage
from organica.domain.dates import LegalDate
from organica.domain.desk import read
from organica.domain.filings import Correction, Enacted, Filing, Supplement
from organica.domain.gaps import refuse_gaps_of_nothing
from organica.domain.ids import Minter
from organica.domain.moments import Moment
from organica.domain.resolution import Resolution
from organica.domain.schedule import Calendar
from organica.domain.structure import Structure
from organica.domain.walk import Answers, Walk


@dataclass(frozen=True)
class History:
    """All moments of one organization, by day; `bound` is the fresh filing about it, with its codes.

    `attested`: the keys of the organization's sources that are no norms; `invalid`: of those that never were.
    """

    organization: str
    moments: tuple[Moment, ...]
    bound: Filing | None = None
    attested: frozenset[str] = frozenset()
    invalid: frozenset[str] = frozenset()

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
    """Return the history that the filings make; as `fold_together`, for an organization that stands alone."""
    family = fold_together([organization], enacted, fresh=fresh, minter=minter, names=names)
    return family[organization]


def fold_together(
    organizations: Iterable[str],
    enacted: Sequence[Enacted],
    *,
    fresh: Enacted | None = None,
    minter: Minter | None = None,
    names: Mapping[str, str] | None = None,
) -> dict[str, History]:
    """Return the histories that the filings make; `fresh` is the one that is about to be enacted.

    `enacted` holds every filing about these organizations and about those that they are bound to by a
    succession. `minter` knows every code given so far; `names` opens the seals that may still be opened.
    Raises: what refuses an act of `fresh`, with source and act among its facts;
    LaterActNoLongerApplies where `fresh` takes the ground from under acts enacted before;
    UndatedOrder where nothing tells which of two contradicting sources is later.
    """
    everything = [*enacted, fresh] if fresh is not None else list(enacted)
    calendar = Calendar(read(everything, fresh, names))
    walk = Walk(calendar, fresh, minter or Minter(), names or {})
    wanted = sorted({*organizations, *([fresh.organization] if fresh else [])})
    tellers = {organization: _Teller(organization, calendar, walk) for organization in wanted}
    days = {day for teller in tellers.values() for day in teller.days} | calendar.days.keys()
    for day, answers in walk.through(sorted(days)):
        for teller in tellers.values():
            teller.hear(day, answers)
    if fresh is not None:
        refuse_failures(walk.failures, fresh)
        refuse_contradictions(walk.bound, calendar, fresh)
        refuse_undated_order(walk.bound, calendar, fresh)
    histories = {code: teller.history() for code, teller in tellers.items()}
    if fresh is not None:
        own = histories[fresh.organization]
        refuse_coverage_of_nothing(own.moments, calendar, fresh)
        refuse_gaps_of_nothing(own.moments, calendar, fresh)
        histories[fresh.organization] = replace(own, bound=rebound(fresh.filing, fresh.entry, walk, calendar))
    return histories


class _Teller:
    """Makes the moments of one organization out of the days of a walk."""

    def __init__(self, organization: str, calendar: Calendar, walk: Walk) -> None:
        self._organization = organization
        self._calendar = calendar
        self._legal = walk.legal_days(organization)
        self._walk = walk
        self._own = [act for act in calendar.acts if act.concerns(organization)]
        self._windows = [(act, window) for act in self._own for window in act.windows]
        self.days = self._legal | {window.end for _, window in self._windows if window.end is not None}
        self._moments: list[Moment] = []
        self._since: LegalDate | None = None

    def hear(self, day: date, answers: Answers) -> None:
        """Note the answer of a day, where it is one of the organization's."""
        if day not in self.days:
            return
        structure, coverage = answers.get(self._organization, (Structure(), Coverage()))
        legal = self._is_legal(day)
        if legal:
            self._since = self._calendar.legal_date(day, self._organization)
            # A new structure ends the former one, with every moment that the former one has.
            self._moments = [
                replace(moment, until=self._since) if moment.until is None else moment
                for moment in self._moments
            ]
        certain = not any(day in window and not self._walk.omits(act) for act, window in self._windows)
        since = self._since or LegalDate.of(day)
        moment = Moment(day, structure, coverage, certain, since)
        if legal or not self._moments or not _same_answer(self._moments[-1], moment):
            self._moments.append(moment)

    def _is_legal(self, day: date) -> bool:
        """Tell whether an act that has force begins or ends on a day, or coverage does."""
        if day not in self._legal or self._walk.covers_from(day, self._organization):
            return day in self._legal
        happening = self._calendar.days.get(day)
        if happening is None:
            return False
        acts = (act for act in happening.acts if act.concerns(self._organization))
        return any(not self._walk.does_nothing(act, day) for act in acts)

    def history(self) -> History:
        """Return all that was heard."""
        readings = self._calendar.readings.sources
        own = [reading for reading in readings if reading.organization == self._organization]
        attested = frozenset(each.source.key for each in own if not each.source.orders)
        invalid = frozenset(each.source.key for each in own if each.invalid)
        return History(self._organization, self._of_things(), attested=attested, invalid=invalid)

    def _of_things(self) -> tuple[Moment, ...]:
        """Return the moments, none of which covers or asks about what never was there."""
        said = {thing for each in self._moments for thing in each.coverage.things(self._organization)}
        nowhere = {thing for thing in said if not any(each.structure.holds(*thing) for each in self._moments)}
        if not nowhere:
            return tuple(self._moments)
        return tuple(replace(each, coverage=each.coverage.without(nowhere)) for each in self._moments)


def _same_answer(one: Moment, other: Moment) -> bool:
    return (one.structure, one.coverage, one.certain) == (other.structure, other.coverage, other.certain)


def rebound(filing: Filing, entry: int, walk: Walk, calendar: Calendar) -> Filing:
    """Return the fresh filing with the codes of its acts, also of those put in the place of others."""

    def bound(position: int, act: Act | None) -> Act | None:
        target = calendar.readings.reads_as((entry, position))
        if target is None:
            return walk.bound.get((entry, position), act)
        if isinstance(act, Rectify):
            return replace(act, to=_as_given(walk.bound[target], act.to))
        return act if act is None or isinstance(act, ActUponActs) else _as_given(walk.bound[target], act)

    match filing:
        case Resolution() | Supplement():
            acts = (bound(position, act) for position, act in enumerate(filing.acts))
            return replace(filing, acts=tuple(act for act in acts if act is not None))
        case Correction():
            corrected = (
                replace(each, to=bound(position, each.to)) for position, each in enumerate(filing.acts)
            )
            return replace(filing, acts=tuple(corrected))
        case _:
            return filing


def _as_given(bound: PlainAct, written: PlainAct) -> PlainAct:
    """Return a bound act with no more of reference, place and date than its file wrote."""
    return replace(bound, ref=written.ref, provision=written.provision, in_force_from=written.in_force_from)
