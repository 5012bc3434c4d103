"""Units in force that share a name: what is proposed for one of them is sure only where the text tells which.

Takes a comparison and its acts; returns them, less sure where they may be about another unit. Called by
propose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from organica.domain.acts import Act
from organica.domain.structure import Structure
from organica.plan.comparison import Comparison
from organica.plan.proposal import UNDECIDED_SCORE, Confidence, PlannedAct
from organica.plan.reasons import Alternative, AlternativeCode


def less_sure_of_namesakes(found: Comparison, acts: Iterable[PlannedAct]) -> Iterator[PlannedAct]:
    """Yield the acts; those on a unit that may as well be another one of its name are uncertain."""
    others = _others(found)
    for planned in acts:
        told = [other for unit in _units_of(planned.act, found.structure) for other in others.get(unit, ())]
        if told:
            score = Confidence.of(min(planned.confidence.score, UNDECIDED_SCORE))
            known = [each for each in planned.instead_of if each not in told]
            planned = replace(planned, confidence=score, instead_of=(*told, *known))
        yield planned


def _others(found: Comparison) -> Mapping[str, tuple[Alternative, ...]]:
    """Map the code of each unit that nothing tells from its namesakes to what else it may be."""
    told: dict[str, tuple[Alternative, ...]] = {}
    for number, pair in found.units.chosen.items():
        rivals = [
            each for each in found.units.possible.get(number, ()) if each.same_name and each.unit != pair.unit
        ]
        by_parent = pair.same_parent and found.sides.entries[number].parent is not None
        by_parent = by_parent and not any(each.same_parent for each in rivals)
        if not pair.same_name or pair.same_code or by_parent or not rivals:
            continue
        units = (found.sides.units[each.unit] for each in rivals)
        told[found.codes[number]] = tuple(
            Alternative(AlternativeCode.ANOTHER_UNIT, UNDECIDED_SCORE, {"name": f"{unit.name} [{unit.code}]"})
            for unit in units
        )
    return told


def _units_of(act: Act, structure: Structure) -> tuple[str, ...]:
    """Return the codes of the units that an act is about."""
    function = structure.functions.get(getattr(getattr(act, "function", None), "code", None) or "")
    unit = getattr(act, "unit", None)
    named = (unit if isinstance(unit, str) else None, getattr(act, "to", None))
    units = (*named, *getattr(act, "units", ()), None if function is None else function.unit)
    return tuple(dict.fromkeys(code for code in units if code is not None))
