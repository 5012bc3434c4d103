"""One pass over the calendar: act by act, day by day, for an organization and those that it is bound to.

Takes the calendar and the codes given so far; yields the days with the structures they leave, and keeps the
acts it bound. An act that cannot take effect is the fresh filing's fault: its own refusal, or a failure of an
act enacted before, of which all are gathered. Called by history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from organica.domain import acts
from organica.domain.acts import ActUponActs, Appoint, PlainAct, ReportIndicator, StateProgramme, Succeed
from organica.domain.apply import apply
from organica.domain.binding import Binder
from organica.domain.checks import check, check_rings
from organica.domain.coverage import Coverage, Reach
from organica.domain.dates import LegalDate
from organica.domain.effects.lineage import carried_units, inherit
from organica.domain.effects.order import Order
from organica.domain.effects.posts import lapse
from organica.domain.effects.programmes import report_later
from organica.domain.errors import Refused
from organica.domain.filings import Enacted
from organica.domain.ids import Minter
from organica.domain.layers import Layers
from organica.domain.omission import Omission, reconciled_together
from organica.domain.reached import refuse_uncovered, refuse_unknown_runner
from organica.domain.readings import ActKey
from organica.domain.refusals.matters import CannotAttest
from organica.domain.refusals.organizations import HeirNotInForce
from organica.domain.schedule import Calendar, Scheduled, order_of
from organica.domain.structure import Structure

Answers = Mapping[str, tuple[Structure, Coverage]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An act enacted before that could no longer take effect, and why."""

    scheduled: Scheduled
    refusal: Refused


class Walk:
    """Two layers grow side by side in each organization: what norms order, and what attestations state."""

    def __init__(
        self, calendar: Calendar, fresh: Enacted | None, minter: Minter, names: Mapping[str, str]
    ) -> None:
        self.bound: dict[ActKey, PlainAct] = {}
        self.failures: list[Failure] = []
        self._calendar = calendar
        self._fresh = fresh
        self._minter = minter
        self._names = names
        self._layers: dict[str, Layers] = {}
        self._omission = Omission(calendar.readings)
        self._reaches = self._reaches_by_day()
        self._untold: set[tuple[ActKey, date]] = set()
        self._mended = frozenset() if fresh is None else calendar.readings.mended_by(fresh.entry)

    def legal_days(self, organization: str) -> set[date]:
        """Return the days on which an act on the organization takes effect or ends, or coverage begins."""
        days = {
            day
            for day, happening in self._calendar.days.items()
            for act in happening.acts
            if act.concerns(organization)
        }
        return days | {day for day, reaches in self._reaches.items() if organization in reaches}

    def through(self, days: list[date]) -> Iterator[tuple[date, Answers]]:
        """Yield each of the given days, in order, with what is so in each organization when it is done."""
        coverage: dict[str, Coverage] = {}
        for day in days:
            for organization, reaches in self._reaches.get(day, {}).items():
                for reach in reaches:
                    known = coverage.get(organization, Coverage())
                    coverage[organization] = known.with_reach(reach, day)
            calendar_day = self._calendar.days.get(day)
            if calendar_day is not None:
                for ending in calendar_day.endings:
                    self._end(ending, day)
                for report in calendar_day.reports:
                    self._report(report, day)
                for group in calendar_day.groups:
                    self._carry_out(group, coverage)
            known_of = self._layers.keys() | coverage.keys()
            yield day, {code: self._answer(code, coverage.get(code, Coverage())) for code in known_of}

    def _answer(self, organization: str, coverage: Coverage) -> tuple[Structure, Coverage]:
        structure = self._of(organization).answer()
        return structure, coverage.left_in(structure, organization)

    def _reaches_by_day(self) -> dict[date, dict[str, list[Reach]]]:
        found: dict[date, dict[str, list[Reach]]] = {}
        for reading in self._calendar.readings.sources:
            for reach in reading.reaches:
                on = found.setdefault(self._calendar.start_of(reading), {})
                on.setdefault(reading.organization, []).append(reach)
        return found

    def omits(self, scheduled: Scheduled) -> bool:
        """Tell whether an act has no force on the day that was yielded last."""
        return self._omission.omits(scheduled.key)

    def does_nothing(self, scheduled: Scheduled, day: date) -> bool:
        """Tell whether an act does nothing on the day that was yielded last.

        It has no force, or the programme of its figure is there no more.
        """
        return self.omits(scheduled) or (scheduled.key, day) in self._untold

    def covers_from(self, day: date, organization: str) -> bool:
        """Tell whether a file claims coverage of the organization from a day on."""
        return any(not reach.fallen for reach in self._reaches.get(day, {}).get(organization, ()))

    def _of(self, organization: str) -> Layers:
        return self._layers.get(organization, Layers())

    def _end(self, scheduled: Scheduled, day: date) -> None:
        """Let what an act gave for a time lapse, on the layer that the act stands on."""
        self._layers = self._lapsed(self._layers, scheduled, day)
        self._omission.note(lambda layers: self._lapsed(layers, scheduled, day))

    def _lapsed(self, layers: dict[str, Layers], scheduled: Scheduled, day: date) -> dict[str, Layers]:
        act = self.bound.get(scheduled.key)
        if not isinstance(act, Appoint) or act.in_force_until is None or act.bound_appointment is None:
            return layers
        order = Order(
            source=scheduled.source.key,
            act=scheduled.ref,
            since=act.in_force_until,
            day=day,
            provision=act.provision,
        )
        normative = scheduled.source.orders
        own = layers.get(scheduled.organization, Layers())
        ended = lapse(own.layer(normative=normative), act.bound_appointment, order)
        return {**layers, scheduled.organization: own.with_layer(ended, normative=normative)}

    def _report(self, scheduled: Scheduled, day: date) -> None:
        """Let a figure be known whose period was not over when its act took effect."""
        act = self.bound.get(scheduled.key)
        if not isinstance(act, StateProgramme | ReportIndicator):
            return  # It could not be carried out, which is a failure already.
        if act.programme not in self._of(scheduled.organization).answer().programmes:
            self._untold.add((scheduled.key, day))

        def step(layers: dict[str, Layers]) -> dict[str, Layers]:
            normative = scheduled.source.orders
            own = layers.get(scheduled.organization, Layers())
            order = replace(order_of(scheduled), since=LegalDate.of(day), day=day)
            reported = report_later(own.layer(normative=normative), act, order)
            return {**layers, scheduled.organization: own.with_layer(reported, normative=normative)}

        try:
            if not self._omission.omits(scheduled.key):
                self._layers = step(self._layers)
        except Refused as refusal:
            self._fail(scheduled, refusal)
            return
        self._omission.note(step, scheduled)

    def _carry_out(self, group: list[Scheduled], coverage: Mapping[str, Coverage]) -> None:
        """Apply the acts of one source on one day, those upon acts first, then check what they leave."""
        start, day, done = self._layers, group[0].day, self._omission.steps()
        scheduled = group[0]
        try:
            upon = [act for act in group if isinstance(act.act, ActUponActs)]
            if upon:
                scheduled = upon[0]
                self._omit(upon, day)
            before = self._layers
            for scheduled in group:
                if not isinstance(scheduled.act, ActUponActs):
                    self._one(scheduled, before)
            self._check(group, day)
            self._refuse_out_of_reach(group, start, coverage)
        except Refused as refusal:
            self._fail(scheduled, refusal)
            self._layers = start
            self._omission.forget_after(done)

    def _check(self, group: list[Scheduled], day: date) -> None:
        """Hold what a source leaves behind to the invariants. Raises: the first fault."""
        normative = group[0].source.orders
        for organization in sorted({code for act in group for code in act.organizations}):
            layers = self._of(organization)
            check(layers.seen(normative=normative), day, layers.answer())
            # What norms say breaks a ring that attestations would close; among themselves nothing does.
            check_rings(layers.attested, day)

    def _one(self, scheduled: Scheduled, before: dict[str, Layers]) -> None:
        """Bind one act and carry it out; where it has no force on this day it is only bound."""
        normative = scheduled.source.orders
        own = before.get(scheduled.organization, Layers()).seen(normative=normative)
        binder = Binder(own, scheduled.day, self._minter, self._names)
        now = self._of(scheduled.organization).seen(normative=normative)
        assert not isinstance(scheduled.act, ActUponActs)  # noqa: S101  # Its caller tells the two apart.
        omitted = self._omission.omits(scheduled.key)
        # What was enacted before is bound; on a day on which it has no force its paths may lead nowhere.
        bound = omitted and not self._is_fresh(scheduled)
        act = scheduled.act if bound else binder.bind(scheduled.act, now)
        if isinstance(act, Succeed) and act.bound_units is None:
            heir = self._of(act.heir).answer()
            act = replace(act, bound_units=carried_units(act, now, heir, scheduled.organization))
        self.bound[scheduled.key] = act
        if not omitted:
            self._layers = self._applied(self._layers, act, scheduled)
            self._note_carried(act)
        self._omission.note(lambda layers: self._applied(layers, act, scheduled), scheduled)

    def _note_carried(self, act: PlainAct) -> None:
        """Let nothing of the heir be given a code that a succession carried to it."""
        if isinstance(act, Succeed) and self._fresh is not None and act.heir == self._fresh.organization:
            heir = self._of(act.heir).norms
            for code in (*heir.functions, *heir.posts):
                self._minter.note(code)

    def _applied(self, layers: dict[str, Layers], act: PlainAct, scheduled: Scheduled) -> dict[str, Layers]:
        """Return the layers as an act leaves them. Raises: what refuses it."""
        normative = scheduled.source.orders
        if not normative and not isinstance(act, acts.StateUnit | acts.StateOrganization | StateProgramme):
            raise CannotAttest(act=acts.kind_of(act))
        order = order_of(scheduled)
        own = layers.get(scheduled.organization, Layers())
        layer = own.layer(normative=normative)
        applied = apply(layer, act, order, scheduled.organization)
        changed = {scheduled.organization: own.with_layer(applied, normative=normative)}
        if isinstance(act, Succeed):
            heir = layers.get(act.heir, Layers())
            if heir.answer().organization is None:
                raise HeirNotInForce(heir=act.heir, day=scheduled.day.isoformat())
            changed[act.heir] = heir.with_layer(
                inherit(heir.norms, act, own.answer(), order, scheduled.organization), normative=True
            )
        return {**layers, **changed}

    def _omit(self, upon: list[Scheduled], day: date) -> None:
        """Replay everything so far without what has no force from this day on, and with what regains it."""
        replays, failed = self._omission.take(upon, day)
        for scheduled, refusal in failed:
            self._fail(scheduled, refusal)
        self._layers = reconciled_together(self._layers, replays, upon)

    def _refuse_out_of_reach(
        self, group: list[Scheduled], start: Mapping[str, Layers], coverage: Mapping[str, Coverage]
    ) -> None:
        """Hold the fresh acts of a group to what is there, and then to what is covered."""
        fresh = [(each, act) for each in group if self._is_fresh(each) and (act := self.bound.get(each.key))]
        for scheduled, act in fresh:
            if not self._omission.omits(scheduled.key):
                refuse_unknown_runner(scheduled, act, self._of(scheduled.organization))
        for own in sorted({scheduled.organization for scheduled, _ in fresh}):
            before, covered = start.get(own, Layers()), coverage.get(own, Coverage())
            acts_on = [each for each in fresh if each[0].organization == own]
            refuse_uncovered(acts_on, own, before, self._of(own), covered)

    def _is_fresh(self, scheduled: Scheduled) -> bool:
        """Tell whether the fresh filing orders the act, or gives it the words that it now has."""
        fresh = self._fresh
        return fresh is not None and (scheduled.key[0] == fresh.entry or scheduled.key in self._mended)

    def _fail(self, scheduled: Scheduled, refusal: Refused) -> None:
        """Raise what refuses the fresh filing; gather what it takes the ground from."""
        if self._fresh is None or self._is_fresh(scheduled):
            raise refusal.located(source=scheduled.source.key, act=scheduled.ref) from refusal
        self.failures.append(Failure(scheduled, refusal))
