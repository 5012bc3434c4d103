"""Whether what a fresh act concerns is there and covered, when its source's acts of a day are done.

Takes the bound act and the layers that it left; raises the first fault. Called by walk.
"""

from __future__ import annotations

from collections.abc import Iterable

from organica.domain.acts import PlainAct, StateProgramme
from organica.domain.coverage import Coverage
from organica.domain.layers import Layers
from organica.domain.refusals.matters import OutsideCoverage
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.schedule import Scheduled
from organica.domain.structure import Structure
from organica.domain.touches import touches


def refuse_unknown_runner(scheduled: Scheduled, act: PlainAct, layers: Layers) -> None:
    """Refuse a programme that an attestation gives to a unit that is not there, attested or not.

    What a norm gives to one is checked as the norm leaves it: a merger may have handed it on by then.
    """
    if scheduled.source.orders or not isinstance(act, StateProgramme) or act.runner is None:
        return
    unit = act.runner.unit
    if unit is not None and unit not in layers.answer().units:
        raise UnitNotInForce(unit=unit, day=scheduled.day.isoformat())


def refuse_uncovered(
    acts: Iterable[tuple[Scheduled, PlainAct]],
    organization: str,
    start: Layers,
    layers: Layers,
    claimed: Coverage,
) -> None:
    """A unit must be covered where it was or where it comes to be; one that is neither needs nothing.

    `acts`: those of one source on one organization. What a norm's unit hangs from may be attested, so that
    the answers tell what is above it.
    """
    was, now = start.answer(), layers.answer()
    covered = claimed.left_in(was, organization)
    for scheduled, act in acts:
        before, after = (start.norms, layers.norms) if scheduled.source.orders else (was, now)
        for unit in sorted(_units_of(act, before, after)):
            places = [answer for own, answer in ((before, was), (after, now)) if unit in own.units]
            reached = [covered.reaches(place, organization, unit) for place in places]
            if reached and not any(reached):
                raise OutsideCoverage(unit=unit, day=scheduled.day.isoformat()).located(act=scheduled.ref)


def _units_of(act: PlainAct, before: Structure, after: Structure) -> set[str]:
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
