"""One pass over the calendar of an organization: norms and attestations, act by act, day by day.

Takes the calendar and the codes given so far; yields the days with the structure they leave, and keeps
the acts it bound. Called by history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from organica.domain.acts import Act, Appoint, StateOrganization, StateUnit
from organica.domain.apply import apply
from organica.domain.attest import filled
from organica.domain.binding import Binder
from organica.domain.checks import check, check_rings
from organica.domain.coverage import Coverage
from organica.domain.effects.order import Order
from organica.domain.effects.posts import lapse
from organica.domain.errors import Refused
from organica.domain.ids import Minter
from organica.domain.refusals.matters import CannotAttest, OutsideCoverage
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.resolution import CoverageClaim, Enacted
from organica.domain.schedule import Calendar, Scheduled
from organica.domain.structure import Structure
from organica.domain.touches import touches

ACTS_A_FILE = 1_000_000


class Walk:
    """Two layers grow side by side: what norms order, and what attestations state."""

    def __init__(
        self,
        organization: str,
        calendar: Calendar,
        fresh: Enacted | None,
        minter: Minter,
        names: Mapping[str, str],
    ) -> None:
        self.bound: dict[tuple[int, int], Act] = {}
        self._organization = organization
        self._calendar = calendar
        self._fresh = fresh
        self._minter = minter
        self._names = names
        self._norms = Structure()
        self._attested = Structure()
        self._claims = self._coverage_claims()

    def legal_days(self) -> set[date]:
        """Return the days on which an act takes effect or ends, or coverage begins."""
        return set(self._calendar.days) | set(self._claims)

    def through(self, days: list[date]) -> Iterator[tuple[date, Structure, Coverage]]:
        """Yield each of the given days, in order, with what is so when its acts are done."""
        coverage = Coverage()
        for day in days:
            for claim in self._claims.get(day, ()):
                coverage = coverage.with_claim(claim, day)
            calendar_day = self._calendar.days.get(day)
            if calendar_day is not None:
                for ending in calendar_day.endings:
                    self._end(ending, day)
                for group in calendar_day.groups:
                    self._carry_out(group, coverage)
            yield day, filled(self._norms, self._attested), coverage

    def _coverage_claims(self) -> dict[date, list[CoverageClaim]]:
        claims: dict[date, list[CoverageClaim]] = {}
        for each in self._calendar.enacted:
            if each.resolution.coverage is not None:
                claims.setdefault(self._calendar.start_of(each), []).append(each.resolution.coverage)
        return claims

    def _end(self, scheduled: Scheduled, day: date) -> None:
        """Let what an act gave for a time lapse, on the layer that the act stands on."""
        act = self.bound.get((scheduled.enacted.entry, scheduled.position))
        if not isinstance(act, Appoint) or act.in_force_until is None or act.bound_appointment is None:
            return
        appointment = act.bound_appointment
        order = Order(
            source=scheduled.enacted.resolution.source.key,
            act=scheduled.ref,
            since=act.in_force_until,
            day=day,
            provision=act.provision,
        )
        if scheduled.enacted.resolution.normative:
            self._norms = lapse(self._norms, appointment, order)
        else:
            self._attested = lapse(self._attested, appointment, order)

    def _carry_out(self, group: list[Scheduled], coverage: Coverage) -> None:
        """Apply the acts of one source on one day, then check what they leave behind."""
        enacted, day = group[0].enacted, group[0].day
        normative = enacted.resolution.normative
        before = self._norms if normative else filled(self._norms, self._attested)
        binder = Binder(before, day, self._minter, self._names)
        scheduled = group[0]
        try:
            for scheduled in group:
                now = self._norms if normative else filled(self._norms, self._attested)
                act = binder.bind(scheduled.act, now)
                self.bound[enacted.entry, scheduled.position] = act
                self._apply(act, scheduled, normative)
            after = self._norms if normative else filled(self._norms, self._attested)
            check(after, day)
            # What norms say breaks a ring that attestations would close; among themselves nothing does.
            check_rings(self._attested, day)
            if enacted is self._fresh:
                self._refuse_uncovered(group, before, after, coverage)
        except Refused as refusal:
            raise self._explained(refusal, scheduled) from refusal

    def _apply(self, act: Act, scheduled: Scheduled, normative: bool) -> None:
        order = Order(
            source=scheduled.enacted.resolution.source.key,
            act=scheduled.ref,
            since=scheduled.since,
            day=scheduled.day,
            provision=act.provision,
            rank=scheduled.enacted.entry * ACTS_A_FILE + scheduled.position,
            partial=not normative,
        )
        if normative:
            self._norms = apply(self._norms, act, order, self._organization)
        elif isinstance(act, StateUnit | StateOrganization):
            self._attested = apply(self._attested, act, order, self._organization)
        else:
            raise CannotAttest(act=type(act).__name__)

    def _refuse_uncovered(
        self, group: list[Scheduled], before: Structure, after: Structure, coverage: Coverage
    ) -> None:
        """A unit must be covered where it was or where it comes to be; one that is neither needs nothing."""
        for scheduled in group:
            act = self.bound[scheduled.enacted.entry, scheduled.position]
            for unit in sorted(_units_of(act, before, after)):
                places = [structure for structure in (before, after) if unit in structure.units]
                reached = [coverage.reaches(place, self._organization, unit) for place in places]
                if reached and not any(reached):
                    raise OutsideCoverage(unit=unit, day=scheduled.day.isoformat()).located(act=scheduled.ref)

    def _explained(self, refusal: Refused, scheduled: Scheduled) -> Refused:
        """Say which act failed; where it is not the fresh one, say that the fresh one made it fail."""
        source = scheduled.enacted.resolution.source.key
        if self._fresh is None or scheduled.enacted is self._fresh:
            return refusal.located(source=source, act=scheduled.ref)
        return LaterActNoLongerApplies(refusal, later_source=source, later_act=scheduled.ref).located(
            source=self._fresh.resolution.source.key
        )


def _units_of(act: Act, before: Structure, after: Structure) -> set[str]:
    """Return the units that an act concerns: those that it names and those that hold what it names."""
    units: set[str] = set()
    for matter, _ in touches(act):
        if matter.noun == "unit":
            units.add(matter.code)
        for structure in (before, after):
            held = structure.functions.get(matter.code) if matter.noun == "function" else None
            post = structure.posts.get(matter.code) if matter.noun == "post" else None
            units |= {thing.unit for thing in (held, post) if thing is not None}
    return units
