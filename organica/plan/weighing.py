"""How sure it is that a unit of the text is one in force, what speaks for it, and what else it might be.

Takes a comparison and a pair; returns confidence, reasons and alternatives. Called by unit_acts and
restating.
"""

from __future__ import annotations

from organica.plan.comparison import Comparison, named
from organica.plan.proposal import CERTAIN, Confidence, Level, Mode
from organica.plan.reasons import Alternative, AlternativeCode, Reason, ReasonCode
from organica.plan.unit_matching import UnitPair

_RIVALRY = 0.15


def confidence_in(found: Comparison, pair: UnitPair) -> Confidence:
    """Return how sure it is that an entry is the unit in force that it was taken for."""
    if pair.same_code:
        return CERTAIN
    score = pair.name if pair.does is None else 0.75 * pair.does + 0.25 * pair.name
    if pair.same_name:
        score = max(score, 0.95 if pair.does is None or pair.does > _RIVALRY else 0.8)
    rivals = [other for other in found.units.possible.get(pair.entry, ()) if other.unit != pair.unit]
    rival = max((other.worth for other in rivals), default=0.0)
    close = not pair.same_name and rival > pair.worth - _RIVALRY
    return Confidence.of(score * (0.8 if close else 1.0))


def is_doubtful(found: Comparison, pair: UnitPair) -> bool:
    """Tell whether a person must decide on a rename: little speaks for it, or the text states a part only."""
    if pair.same_name or pair.same_code:
        return False
    return found.scope.mode is Mode.PARTIAL or confidence_in(found, pair).level is Level.UNCERTAIN


def reasons_for(found: Comparison, pair: UnitPair) -> tuple[Reason, ...]:
    """Return what speaks for an entry being the unit in force that it was taken for."""
    unit = found.sides.units[pair.unit]
    reasons = []
    if pair.same_code:
        reasons.append(Reason(ReasonCode.SAME_CODE, {"code": unit.code}))
    if pair.shared:
        every = len(found.sides.held_by[pair.unit])
        reasons.append(
            Reason(ReasonCode.SAME_FUNCTIONS, {"name": unit.name, "same": pair.shared, "all": every})
        )
    if pair.same_name:
        reasons.append(Reason(ReasonCode.SAME_NAME))
    elif pair.name:
        reasons.append(Reason(ReasonCode.LIKE_NAME, {"name": unit.name, "percent": percent(pair.name)}))
    acronym = found.sides.entries[pair.entry].acronym
    if acronym is not None and acronym == unit.acronym:
        reasons.append(Reason(ReasonCode.SAME_ACRONYM, {"acronym": acronym}))
    if pair.same_parent:
        reasons.append(Reason(ReasonCode.SAME_PARENT))
    return tuple(reasons)


def percent(part: float) -> int:
    """Return a part of one in hundredths."""
    return round(100 * part)


def alternatives_to(found: Comparison, pair: UnitPair) -> tuple[Alternative, ...]:
    """Return what a rename was chosen over: ending the one and creating the other, or another unit."""
    entry, unit = found.sides.entries[pair.entry], found.sides.units[pair.unit]
    score = confidence_in(found, pair).score
    facts = {"name": unit.name, "new": entry.name}
    apart = Alternative(AlternativeCode.SUPPRESS_AND_CREATE, round(1 - score, 2), dict(facts))
    others = [
        Alternative(
            AlternativeCode.ANOTHER_UNIT, round(other.worth, 2), {"name": found.sides.units[other.unit].name}
        )
        for other in found.units.possible.get(pair.entry, ())
        if other.unit != pair.unit
    ]
    return (apart, *others[:2])


def kinships_instead(found: Comparison, number: int) -> tuple[Alternative, ...]:
    """Return the merge or the split that a creation with transfers was chosen over, as not clear enough."""
    origins = found.kinships.unclear.get(number, ())
    units = [found.sides.units[origin.unit] for origin in origins]
    name = found.sides.entries[number].name
    share = round(sum(origin.share for origin in origins) / 2, 2)
    if len(units) > 1:
        names = named([unit.name for unit in units])
        return (Alternative(AlternativeCode.MERGE, share, {"name": name, "units": names}),)
    return tuple(
        Alternative(AlternativeCode.SPLIT, share, {"name": name, "origin": unit.name}) for unit in units
    )


def renames_instead(found: Comparison, number: int) -> tuple[Alternative, ...]:
    """Return the renames that a creation was chosen over."""
    entry = found.sides.entries[number]
    return tuple(
        Alternative(
            AlternativeCode.RENAME,
            round(min(other.worth, 0.5), 2),
            {"name": found.sides.units[other.unit].name, "new": entry.name},
        )
        for other in found.units.possible.get(number, ())[:2]
    )
