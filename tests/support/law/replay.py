"""One replay of everything that is filed: every day in order, over plain dictionaries.

Takes what the filings say and the calendar; returns what is so on each day, and what is wrong. Source: design,
section 3. Each day folds without what is omitted on it: where that changes, everything so far is done again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from organica.domain import acts
from organica.domain.acts import PlainAct, Resume, Revoke, Succeed, Suspend
from tests.support.law.calendar import Calendar, organizations_of
from tests.support.law.carrying_out import carry_out, concerns_units
from tests.support.law.declaring import Declared, of_things
from tests.support.law.filling import answered
from tests.support.law.given import Answers, Given
from tests.support.law.naming import Naming
from tests.support.law.organizations import passing_codes, rings, sound
from tests.support.law.posts import leave
from tests.support.law.programmes import report_later
from tests.support.law.reading import Key, Reading, Readings, Upon
from tests.support.law.state import Codes, Layers, State, World, Wrong, copied

Step = Callable[[World], None]
_STATEMENTS = acts.StateUnit | acts.StateOrganization | acts.StateProgramme


class Replay:
    """Walks the calendar once. `faults` are reasons to refuse, `later` those that an act enacted before gives."""

    def __init__(self, readings: Readings, calendar: Calendar, given: Given) -> None:
        self._readings, self._calendar, self._given = readings, calendar, given
        self.declared = Declared(readings, calendar)
        self._world: World = {}
        self._upon: list[Reading] = []
        self._carried: dict[str, set[str]] = {}
        self._steps: list[tuple[Key | None, Step]] = []
        self.codes: dict[Key, Codes] = {}
        self.faults: set[str] = set()
        self.answers: list[Answers] = []

    def run(self) -> Replay:
        """Walk through every day; stop where the newest filing itself is wrong."""
        if self._walked():
            of_things(self.answers)
        return self

    def _walked(self) -> bool:
        for day in self._days():
            happening = self._calendar.days.get(day)
            if happening is not None:
                for ending in happening.endings:
                    self._lapse(ending)
                for reporting in happening.reports:
                    if not self._report(reporting, day):
                        return False
                for group in happening.groups:
                    if not self._carry_out(day, group):
                        return False
            self.answers.append(self._answers(day))
        return True

    def _days(self) -> list[date]:
        ends = {end for act in self._calendar.acts for _, end in self._calendar.windows(act)}
        return sorted({*self._calendar.days, *self.declared.days(), *ends})

    def _answers(self, day: date) -> Answers:
        omitted = self._omitted()
        uncertain = {
            code
            for act in self._calendar.acts
            if act.key not in omitted
            and any(start <= day < end for start, end in self._calendar.windows(act))
            for code in organizations_of(act, self._readings)
        }
        codes = {code for code, _ in self._readings.sources}
        said = {code: answered(layers) for code, layers in self._world.items()}
        units = {code: said[code].units if code in said else {} for code in codes}
        return Answers(
            day,
            {code: state.picture() for code, state in said.items()},
            uncertain,
            parts={code: self.declared.parts(day, code, units[code]) for code in codes},
            gaps={code: self.declared.open(day, code) for code in codes},
            not_at_hand={code: self.declared.not_at_hand(day, code) for code in codes},
        )

    def _of(self, world: World, organization: str) -> Layers:
        return world.setdefault(organization, Layers())

    def _seen(self, organization: str, *, normative: bool) -> State:
        """Return what an act meets: norms meet norms, an attestation meets the answer."""
        layers = self._of(self._world, organization)
        return layers.norms if normative else answered(layers)

    def _lapse(self, act: Reading) -> None:
        organization, normative = act.source.organization, act.source.facts.normative
        codes = self.codes.get(act.key, {})

        def step(world: World) -> None:
            leave(self._of(world, organization).of(normative=normative), codes.get("appointment", ""))

        step(self._world)
        self._steps.append((None, step))

    def _report(self, act: Reading, day: date) -> bool:
        """Let figures be known whose period is over now; tell whether to go on."""
        organization, normative = act.source.organization, act.source.facts.normative
        if act.key not in self.codes:
            return True  # It could not be carried out, which is a fault already.
        plain, codes = act.act, self.codes[act.key]
        assert isinstance(plain, acts.StateProgramme | acts.ReportIndicator)

        def step(world: World) -> None:
            state = self._of(world, organization).of(normative=normative)
            report_later(state, plain, codes, day)

        try:
            if act.key not in self._omitted():
                step(self._world)
        except Wrong as wrong:
            return self._blame(act, wrong)
        self._steps.append((act.key, step))
        return True

    def _carry_out(self, day: date, group: list[Reading]) -> bool:
        """Carry out one source's acts of a day, or none of them; tell whether to go on."""
        start, done = copied(self._world), len(self._steps)
        acting = group[0]
        try:
            upon = [act for act in group if isinstance(act.act, Upon)]
            if upon:
                acting = upon[0]
                self._omit(upon)
            before = copied(self._world)
            for acting in group:
                if not isinstance(acting.act, Upon):
                    self._act(acting, before)
            self._judge(day, group, start)
        except Wrong as wrong:
            self._world = start
            del self._steps[done:]
            return self._blame(acting, wrong, group)
        return True

    def _blame(self, acting: Reading, wrong: Wrong, group: list[Reading] | None = None) -> bool:
        """Note who is at fault: the newest filing, or an act that it takes the ground from."""
        fresh = {act.key in self._readings.fresh for act in (*(group or ()), acting)}
        for code in wrong.codes:
            self.faults |= {code} if True in fresh else set()
            self.faults |= {f"later:{code}"} if False in fresh else set()
        return acting.key not in self._readings.fresh

    def _act(self, act: Reading, before: World) -> None:
        """Find what one act means and do it; where it has no force on its day, only find it."""
        organization, normative = act.source.organization, act.source.facts.normative
        if not normative and not isinstance(act.act, _STATEMENTS):
            raise Wrong("cannot_attest")
        plain = act.act
        assert not isinstance(plain, Upon)
        now = self._seen(organization, normative=normative)
        was = self._of(before, organization)
        carried = self._carried.get(organization, set())
        naming = Naming(
            was.norms if normative else answered(was),
            now,
            lambda stem: self._given.mint(organization, stem, carried),
            self._given.codes.get(organization, set()) | carried,
            self._given.withheld,
        )
        omitted = act.key in self._omitted()
        # What was enacted before has its codes; on a day on which it has no force its paths may lead nowhere.
        enacted = omitted and act.key not in self._readings.fresh
        codes = dict(act.codes) if enacted else naming.codes(plain, act.codes)
        if isinstance(plain, Succeed) and "units" not in codes:
            heir = answered(self._of(self._world, plain.heir))
            codes["units"] = passing_codes(plain, now, heir, organization)
        self.codes[act.key] = codes

        def step(world: World) -> None:
            self._do(world, act, plain, codes)

        if not omitted:
            step(self._world)
            self._note_carried(plain)
        self._steps.append((act.key, step))

    def _note_carried(self, plain: PlainAct) -> None:
        """Keep the codes that a succession carried: they are never given to anything else of the heir."""
        if isinstance(plain, Succeed):
            norms = self._of(self._world, plain.heir).norms
            self._carried.setdefault(plain.heir, set()).update(norms.functions, norms.posts)

    def _do(self, world: World, act: Reading, plain: PlainAct, codes: Codes) -> None:
        own, normative = act.source.organization, act.source.facts.normative
        heir = self._of(world, plain.heir) if isinstance(plain, Succeed) else None
        day = self._calendar.day_of[act.key]
        carry_out(plain, self._of(world, own), heir, codes, own, day, normative=normative)

    def _judge(self, day: date, group: list[Reading], start: World) -> None:
        """Hold what a source leaves behind to the rules, and what it concerns to what is covered."""
        normative = group[0].source.facts.normative
        wrong: set[str] = set()
        for code in {code for act in group for code in organizations_of(act, self._readings)}:
            there = answered(self._of(self._world, code)).units
            wrong |= sound(self._seen(code, normative=normative), there)
            if any(rings(self._of(self._world, code).attested.units)):
                wrong.add("parent_cycle")
        if self._unknown_runner(group):
            wrong.add("unit_not_in_force")
        if wrong:
            raise Wrong(*wrong)
        own = group[0].source.organization
        covered = self.declared.covers(day, own, answered(self._of(start, own)).units)
        fresh = any(act.key in self._readings.fresh and concerns_units(act.act) for act in group)
        units = self._seen(own, normative=normative).units or self._of(start, own).norms.units
        if fresh and units and not covered:
            raise Wrong("outside_coverage")

    def _unknown_runner(self, group: list[Reading]) -> bool:
        """Tell whether a new attestation gives a programme to a unit that is not there; norms are sound."""
        units = answered(self._of(self._world, group[0].source.organization)).units
        runners = (
            act.act.runner
            for act in group
            if not act.source.facts.normative
            and isinstance(act.act, acts.StateProgramme)
            and act.key in self._readings.fresh
            and act.key not in self._omitted()
        )
        return any(each is not None and each.unit is not None and each.unit not in units for each in runners)

    # --- Acts upon acts ---------------------------------------------------------------------------

    def _omit(self, upon: list[Reading]) -> None:
        """Do everything so far again, without what has no force from this day on."""
        for act in upon:
            self._refuse_idle(act)
        self._upon += upon
        omitted = self._omitted()
        world: World = {}
        for key, step in self._steps:
            if key in omitted:
                continue
            before = copied(world)
            try:
                step(world)
            except Wrong as wrong:
                world = before  # An act is carried out whole or not at all.
                failed = next(act for act in self._calendar.acts if act.key == key)
                self._blame(failed, wrong)
                if key in self._readings.fresh:
                    raise
        for code, layers in self._world.items():
            now = self._of(world, code)
            for was, state in ((layers.norms, now.norms), (layers.attested, now.attested)):
                # What was there and is there no more has ended; its code is not free again.
                by_acts = set(state.ended)
                state.ended = (state.ended | was.ended | was.things()) - state.things()
                # No act that has force ends these: what is attested of them shows again.
                state.lost = (was.lost | was.things()) - state.things() - by_acts
        self._world = world

    def _refuse_idle(self, act: Reading) -> None:
        targets = {each.key for each in self._readings.targets(act)}
        if act.key in self._omitted():
            return
        if isinstance(act.act, Resume):
            if not targets & self._suspended():
                raise Wrong("nothing_suspended")
        elif targets <= (self._taken(Revoke) if isinstance(act.act, Revoke) else self._omitted()):
            raise Wrong("omitted_already")

    def _omitted(self) -> set[Key]:
        """Return what has no force now."""
        return self._taken(Revoke) | self._taken(Suspend)

    def _suspended(self) -> set[Key]:
        return self._taken(Suspend)

    def _taken(self, by: type[Revoke] | type[Suspend]) -> set[Key]:
        """Return what acts of one kind take away now."""
        return {
            target.key
            for place, act in enumerate(self._upon)
            if isinstance(act.act, by)
            for target in self._readings.targets(act)
            if self._takes(place, act, target)
        }

    def _takes(self, place: int, act: Reading, target: Reading) -> bool:
        """Tell whether a revocation or suspension that has force takes another act away, not being resumed."""
        later = self._upon[place + 1 :]
        return self._has_force(act) and not (
            isinstance(act.act, Suspend)
            and any(
                isinstance(each.act, Resume)
                and target in self._readings.targets(each)
                and self._has_force(each)
                for each in later
            )
        )

    def _has_force(self, act: Reading) -> bool:
        """Tell whether nothing takes an act away; whatever could was entered after it, so this ends."""
        return not any(
            isinstance(each.act, Revoke | Suspend)
            and act in self._readings.targets(each)
            and self._takes(place, each, act)
            for place, each in enumerate(self._upon)
        )
