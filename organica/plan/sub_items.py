"""What becomes of the sub-items of a function that the text has again.

Takes the item of the text and the function in force; returns the acts, at every depth. Called by
function_acts and posting. A sub-item is looked for under its own item only.
"""

from __future__ import annotations

from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    PlainAct,
    RelabelFunction,
    RemoveFunction,
)
from organica.domain.outline import OutlineFunction
from organica.domain.source import Provision
from organica.domain.states import FunctionState
from organica.domain.structure import Structure, function_order
from organica.plan.assignment import assigned
from organica.plan.comparison import reference_to, same_label
from organica.plan.likeness import Weights, Words, says_the_same
from organica.plan.printed import function_item

_LEAST = 0.4
_BY_LABEL = 0.15


def match_sub_items(
    structure: Structure,
    weights: Weights,
    item: OutlineFunction,
    state: FunctionState,
    unit: str,
    place: Provision | None,
) -> list[PlainAct]:
    """Return the acts that make the sub-items of a function those of the item; `unit` is where it is then."""
    held = sorted(
        (each for each in structure.functions_by_unit.get(state.unit, ()) if each.parent == state.code),
        key=function_order,
    )
    if not held and not item.children:
        return []
    worths = {}
    for left, child in enumerate(item.children):
        for right, known in enumerate(held):
            alike = weights.alike(Words.of(child.text), Words.of(known.text))
            same = child.label is not None and same_label(child.label, known.label)
            if alike >= _LEAST or (same and alike >= _LEAST - _BY_LABEL):
                worths[left, right] = (alike + _BY_LABEL * same) ** 2
    pairs = assigned(worths)
    acts: list[PlainAct] = []
    for left, child in enumerate(item.children):
        if left not in pairs:
            parent = reference_to(state, structure)
            new = function_item(child)
            acts.append(AssignFunction(unit=unit, function=new, parent=parent, provision=place))
            continue
        known = held[pairs[left]]
        ref = reference_to(known, structure)
        if child.label is not None and not same_label(child.label, known.label):
            acts.append(RelabelFunction(function=ref, label=child.label, provision=place))
        if not says_the_same(child.text, known.text):
            acts.append(AmendFunction(function=ref, text=child.text, provision=place))
        acts += match_sub_items(structure, weights, child, known, unit, place)
    kept = set(pairs.values())
    for right, known in enumerate(held):
        if right not in kept:
            acts.append(RemoveFunction(function=reference_to(known, structure), provision=place))
    return acts
