"""Which acts have no force on a day, and what is so without them: revoked, suspended, resumed.

Takes the steps that a walk has made and the acts upon acts of a day; replays the steps without what is
omitted. Each day folds without what is omitted on it. Called by walk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from organica.domain.acts import Resume, Revoke, Suspend
from organica.domain.errors import Refused
from organica.domain.layers import Cause, Layers, reconciled
from organica.domain.readings import ActKey, Readings
from organica.domain.refusals.upon import NothingSuspended, OmittedAlready
from organica.domain.schedule import Scheduled, order_of
from organica.domain.source import BasisRole
from organica.domain.states import Noun, content
from organica.domain.structure import Structure

Step = Callable[[dict[str, Layers]], dict[str, Layers]]
_ROLES = {Revoke: BasisRole.REVOKES, Suspend: BasisRole.SUSPENDS, Resume: BasisRole.RESUMES}


@dataclass(frozen=True, slots=True)
class _Done:
    """One step of the walk: an act that it carried out or passed over, or (None) something that lapsed."""

    step: Step
    scheduled: Scheduled | None


class Omission:
    """What is omitted now, and all steps so far, so that they can be made again without it."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._upon: list[Scheduled] = []
        self._omitted: frozenset[ActKey] = frozenset()
        self._done: list[_Done] = []

    def omits(self, key: ActKey) -> bool:
        """Tell whether an act has no force now."""
        return key in self._omitted

    def note(self, step: Step, scheduled: Scheduled | None = None) -> None:
        """Remember a step."""
        self._done.append(_Done(step, scheduled))

    def steps(self) -> int:
        """Return how many steps there were."""
        return len(self._done)

    def forget_after(self, steps: int) -> None:
        """Forget the steps of a source whose acts could not stand."""
        del self._done[steps:]

    def take(
        self, upon: Sequence[Scheduled], day: date
    ) -> tuple[list[dict[str, Layers]], list[tuple[Scheduled, Refused]]]:
        """Let acts upon acts take effect, one after the other.

        Returns what is so after each of them, and which acts could not stand any more after all of them.
        Raises: OmittedAlready, NothingSuspended.
        """
        for act in upon:
            self._refuse_idle(act, day)
        replays: list[dict[str, Layers]] = []
        failed: list[tuple[Scheduled, Refused]] = []
        for act in upon:
            self._upon.append(act)
            self._omitted = self._now_omitted()
            layers, failed = self._replayed()
            replays.append(layers)
        return replays, failed

    def _replayed(self) -> tuple[dict[str, Layers], list[tuple[Scheduled, Refused]]]:
        """Make all steps again without what is omitted now; what cannot be made is passed over and told."""
        layers: dict[str, Layers] = {}
        failed: list[tuple[Scheduled, Refused]] = []
        for done in self._done:
            if done.scheduled is not None and done.scheduled.key in self._omitted:
                continue
            try:
                layers = done.step(layers)
            except Refused as refusal:
                if done.scheduled is None:
                    raise
                failed.append((done.scheduled, refusal))
        return layers, failed

    def _refuse_idle(self, act: Scheduled, day: date) -> None:
        if act.key in self._omitted:
            return
        targets = self._targets(act)
        facts = {"target": self._target_of(act), "day": day.isoformat()}
        if isinstance(act.act, Resume):
            if not targets & self._suspended():
                raise NothingSuspended(**facts)
        elif targets <= (self._revoked() if isinstance(act.act, Revoke) else self._omitted):
            raise OmittedAlready(**facts)

    def _target_of(self, act: Scheduled) -> str:
        return act.act.target if isinstance(act.act, Revoke | Suspend | Resume) else act.ref

    def _targets(self, act: Scheduled) -> frozenset[ActKey]:
        return frozenset(each.key for each in self._readings.targets(act.read))

    def _suspended(self) -> frozenset[ActKey]:
        """Return what is omitted by a suspension that is still in force."""
        return self._taken_by(self._standing(), (Suspend,))

    def _revoked(self) -> frozenset[ActKey]:
        """Return what is omitted for good: what is only suspended may still be revoked."""
        return self._taken_by(self._standing(), (Revoke,))

    def _now_omitted(self) -> frozenset[ActKey]:
        return self._taken_by(self._standing(), (Revoke, Suspend))

    def _standing(self) -> list[Scheduled]:
        """Return the acts upon acts that have force, in their order.

        An act is entered after all that it takes away, so the last one entered is judged first. The days do
        not tell: what is revoked before it begins never takes effect.
        """
        standing: set[ActKey] = set()
        for act in sorted(self._upon, key=lambda each: each.key, reverse=True):
            judged = [each for each in self._upon if each.key in standing]
            if act.key not in self._taken_by(judged, (Revoke, Suspend)):
                standing.add(act.key)
        return [each for each in self._upon if each.key in standing]

    def _taken_by(
        self, standing: Sequence[Scheduled], kinds: tuple[type[Revoke] | type[Suspend], ...]
    ) -> frozenset[ActKey]:
        """Return what acts of some kinds take away; a later resumption lifts a suspension."""
        taken: set[ActKey] = set()
        lifted: set[ActKey] = set()
        for act in reversed(standing):
            targets = self._targets(act)
            if isinstance(act.act, Resume):
                lifted |= targets
            elif isinstance(act.act, kinds):
                taken |= targets - lifted if isinstance(act.act, Suspend) else targets
        return frozenset(taken)


def reconciled_together(
    before: Mapping[str, Layers], replays: Sequence[Mapping[str, Layers]], upon: Sequence[Scheduled]
) -> dict[str, Layers]:
    """Return what was replayed last, each thing that differs resting on the act that made it so.

    `replays`: what is so after each of the acts. A thing rests on the last of them that changed it.
    """
    found: dict[str, Layers] = {}
    for organization in before.keys() | replays[-1].keys():
        states = [each.get(organization, Layers()) for each in (before, *replays)]
        found[organization] = Layers(
            _reconciled([each.norms for each in states], upon),
            _reconciled([each.attested for each in states], upon),
        )
    return found


def _reconciled(states: Sequence[Structure], upon: Sequence[Scheduled]) -> Structure:
    causes = [Cause(order_of(act), _ROLES[type(act.act)]) for act in upon]
    said = [
        {(noun, code): content(state) for noun, code, state in structure.states()} for structure in states
    ]

    def cause_of(noun: Noun, code: str) -> Cause:
        changing = (
            cause
            for cause, was, now in zip(reversed(causes), said[-2::-1], said[:0:-1], strict=True)
            if was.get((noun, code)) != now.get((noun, code))
        )
        return next(changing, causes[0])

    return reconciled(states[0], states[-1], cause_of)
