"""What the text repeats unchanged, in the fewest acts that renew its legal basis.

Takes a comparison; returns the restatements. Called by propose, before all other acts: a unit restated with
its functions renews those that it has at that moment, and what the same file then takes away, hands over or
adds is not said to be repeated. A function that the file amends is then both restated and amended by it, in
this order.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.acts import RestateFunction, RestateUnit
from organica.plan.comparison import Comparison, reference_to
from organica.plan.function_acts import (
    confidence_in_function,
    is_unchanged_function,
    left_out,
    place_of,
    states_whole_list,
)
from organica.plan.proposal import PlannedAct
from organica.plan.provisions import provision_of
from organica.plan.reasons import Reason, ReasonCode
from organica.plan.sides import Said
from organica.plan.unit_acts import is_unchanged
from organica.plan.unit_matching import UnitPair
from organica.plan.weighing import confidence_in, reasons_for

# From so many unchanged functions on, a unit that is otherwise changed is restated with them in one act.
_TOGETHER_FROM = 2


def restatements(found: Comparison) -> Iterator[PlannedAct]:
    """Yield one act for each unit that is repeated, or one for each function where that says too much."""
    for number, pair in sorted(found.units.chosen.items()):
        repeated = [
            said
            for said in found.sides.said_by[number]
            if (match := found.functions.chosen.get(said.index)) is not None
            and is_unchanged_function(found, said, match)
        ]
        unchanged = is_unchanged(found, pair)
        together = _speaks_of_all(found, number, pair) and (
            len(repeated) >= _TOGETHER_FROM or (unchanged and bool(repeated))
        )
        if unchanged or together:
            yield _unit(found, number, pair, together)
        if not together:
            yield from (_function(found, said) for said in repeated)


def _speaks_of_all(found: Comparison, number: int, pair: UnitPair) -> bool:
    """Tell whether every function in force of a unit is in the text or ends by it."""
    return states_whole_list(found, number) or not left_out(found, pair.unit)


def _unit(found: Comparison, number: int, pair: UnitPair, together: bool) -> PlannedAct:
    entry = found.sides.entries[number]
    act = RestateUnit(
        unit=found.codes[number], with_functions=together, provision=provision_of(entry.provision)
    )
    because = (Reason(ReasonCode.REPEATED), *reasons_for(found, pair))
    return PlannedAct(act, confidence_in(found, pair), because)


def _function(found: Comparison, said: Said) -> PlannedAct:
    pair = found.functions.chosen[said.index]
    state = found.sides.held[pair.held].state
    act = RestateFunction(function=reference_to(state, found.structure), provision=place_of(found, said))
    return PlannedAct(act, confidence_in_function(found, pair), (Reason(ReasonCode.REPEATED),))
