"""The acts on functions that a comparison calls for: transfer, relabel, amend, assign, remove.

Takes a comparison; returns planned acts in the order of the text. Called by propose. The functions of units
that the file itself creates stand in their creation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    FunctionRef,
    PlainAct,
    RelabelFunction,
    RemoveFunction,
    TransferFunction,
)
from organica.domain.source import Provision
from organica.domain.states import FunctionState
from organica.plan.comparison import Comparison, reference_to, same_label
from organica.plan.function_matching import FunctionPair
from organica.plan.likeness import says_the_same
from organica.plan.printed import function_item
from organica.plan.proposal import CERTAIN, Confidence, Mode, PlannedAct
from organica.plan.provisions import provision_of
from organica.plan.reasons import Alternative, AlternativeCode, Reason, ReasonCode
from organica.plan.sides import Held, Said
from organica.plan.sub_items import match_sub_items
from organica.plan.weighing import percent

_FIRST_LABELS = ("a", "1", "i", "1.1", "01", "primero", "primera")
_REMOVED, _REMOVED_BY_PART = 0.9, 0.7
_RIVALRY = 0.15


def function_acts(found: Comparison) -> Iterator[PlannedAct]:
    """Yield what becomes of the functions of every entry.

    What a merge or a split has brought somewhere without a letter gets its letter first, there or elsewhere:
    the register puts a letter in its place among letters, but behind whatever has none.
    """
    every = [
        (said, found.functions.chosen.get(said.index))
        for number in range(len(found.sides.entries))
        for said in found.sides.said_by[number]
    ]
    giving = {unit for merge in found.kinships.merges for unit in merge.units}
    giving |= {split.unit for split in found.kinships.splits}
    brought = {
        said.index for said, pair in every if pair is not None and found.sides.held[pair.held].unit in giving
    }
    for said, pair in sorted(every, key=lambda each: each[0].index not in brought):
        if pair is not None:
            yield from _known(found, said, pair)
        elif not _created_with(found, said.entry):
            yield _assigned(found, said)


def _created_with(found: Comparison, number: int) -> bool:
    """Tell whether an entry's new functions stand in the act that creates it."""
    merge = found.merge_into(number)
    forebear = (merge is not None and merge.into is None) or found.split_into(number) is not None
    return found.created(number) and not forebear


def removals(found: Comparison) -> Iterator[PlannedAct]:
    """Yield the end of what the lists of the text leave out, and of what is left of units that end."""
    for number, pair in sorted(found.units.chosen.items()):
        if states_whole_list(found, number):
            for held in left_out(found, pair.unit):
                yield _removed(found, held.state, number, ReasonCode.LEFT_OUT_OF_LIST, held.index)
    for merge in found.kinships.merges:
        for unit in merge.units:
            for held in left_out(found, unit):
                yield _removed(found, held.state, merge.entry, ReasonCode.LEFT_OUT_OF_LIST, held.index)
    for split in found.kinships.splits:
        if not split.remains:
            for held in left_out(found, split.unit):
                yield _removed(found, held.state, split.entries[0], ReasonCode.LEFT_OUT_OF_LIST, held.index)
    for unit in found.ending:
        for held in left_out(found, unit):
            yield _removed(found, held.state, None, ReasonCode.UNIT_ENDS, held.index)
        for state in found.structure.functions_by_unit.get(found.sides.units[unit].code, ()):
            if state.post is not None and state.parent is None:
                yield _removed(found, state, None, ReasonCode.UNIT_ENDS)


def left_out(found: Comparison, unit: int) -> list[Held]:
    """Return the functions of a unit in force that the text has nowhere."""
    known = found.functions.held
    return [held for held in found.sides.held_by[unit] if held.index not in known]


def states_whole_list(found: Comparison, number: int) -> bool:
    """Tell whether the list that the text gives of a unit is all of it, so that what it leaves out ends.

    A list that does not begin with the first letter adds to one that stands elsewhere; one that has less than
    half of what a partial text finds in force may be an extract, and a person decides.
    """
    said = found.sides.said_by[number]
    if not said:
        return False
    if not begins_a_list([each.item.label for each in said]):
        return False
    pair = found.units.chosen.get(number)
    if pair is None or found.scope.mode is Mode.FULL:
        return True
    return 2 * len(left_out(found, pair.unit)) <= len(found.sides.held_by[pair.unit])


def begins_a_list(labels: Sequence[str | None]) -> bool:
    """Tell whether a list begins with a first letter or number, or with none at all."""
    first = labels[0] if labels else None
    return bool(labels) and (first is None or first.casefold() in _FIRST_LABELS)


def _known(found: Comparison, said: Said, pair: FunctionPair) -> Iterator[PlannedAct]:
    """Yield the acts on one function in force that the text has again."""
    held = found.sides.held[pair.held]
    state, item = held.state, said.item
    ref = reference_to(state, found.structure)
    place = place_of(found, said)
    because, others = _reasons(found, pair), _alternatives(found, pair)
    confidence = confidence_in_function(found, pair)
    moved = _moved(found, said, held, ref, place)
    if moved is not None:
        yield PlannedAct(moved, confidence, because, others)
    if not says_the_same(item.text, state.text):
        amended = AmendFunction(function=ref, text=item.text, provision=place)
        yield PlannedAct(amended, confidence, because, others)
    for act in sub_item_acts(found, said, state, place):
        yield PlannedAct(act, confidence, because)


def sub_item_acts(
    found: Comparison, said: Said, state: FunctionState, place: Provision | None
) -> list[PlainAct]:
    """Return the acts on the sub-items of a function that the text has again."""
    unit = found.codes[said.entry]
    return match_sub_items(found.structure, found.sides.weights, said.item, state, unit, place)


def _moved(
    found: Comparison, said: Said, held: Held, ref: FunctionRef, place: Provision | None
) -> TransferFunction | RelabelFunction | None:
    """Return the act that puts a function where the text has it; None where it is there already."""
    state, item = held.state, said.item
    to = found.codes[said.entry]
    if _handed_over(found, held.unit, said.entry):
        # A merge or a split brings it here, without a letter and in no list.
        if item.label is None and item.list is None:
            return None
        return TransferFunction(function=ref, to=to, label=item.label, list=item.list, provision=place)
    if state.unit != to or not same_label(item.list, state.list):
        return TransferFunction(function=ref, to=to, label=item.label, list=item.list, provision=place)
    if item.label is None or same_label(item.label, state.label):
        return None
    return RelabelFunction(function=ref, label=item.label, provision=place)


def _handed_over(found: Comparison, unit: int, entry: int) -> bool:
    """Tell whether a merge or a split hands over to the entry what the unit holds."""
    merge, split = found.merge_into(entry), found.split_into(entry)
    return (merge is not None and unit in merge.units) or (split is not None and split.unit == unit)


def _assigned(found: Comparison, said: Said) -> PlannedAct:
    act = AssignFunction(
        unit=found.codes[said.entry],
        function=function_item(said.item),
        provision=place_of(found, said),
    )
    others = tuple(
        Alternative(
            AlternativeCode.AMEND if pair.home else AlternativeCode.TRANSFER,
            round(pair.alike / 2, 2),
            {"function": found.sides.held[pair.held].state.code},
        )
        for pair in found.functions.possible.get(said.index, ())[:2]
    )
    score = 1.0 - max((other.score for other in others), default=0.05)
    return PlannedAct(act, Confidence.of(score), (Reason(ReasonCode.NO_FORMER_FUNCTION),), others)


def _removed(
    found: Comparison, state: FunctionState, number: int | None, why: ReasonCode, index: int | None = None
) -> PlannedAct:
    """Return the end of a function: `number` is the entry whose list lacks it, `index` its own in `held`."""
    entry = None if number is None else found.sides.entries[number]
    act = RemoveFunction(
        function=reference_to(state, found.structure),
        provision=None if entry is None else provision_of(entry.provision),
    )
    rivals = () if index is None else found.functions.possible_for.get(index, ())[:2]
    others = tuple(
        Alternative(
            AlternativeCode.AMEND if pair.home else AlternativeCode.TRANSFER,
            round(pair.alike / 2, 2),
            {"function": state.code},
        )
        for pair in rivals
    )
    surest = _REMOVED if found.scope.mode is Mode.FULL else _REMOVED_BY_PART
    score = min(surest, 1.0 - max((other.score for other in others), default=0.0))
    keep = Alternative(AlternativeCode.KEEP, round(1 - surest, 2))
    return PlannedAct(act, Confidence.of(score), (Reason(why),), (*others, keep), confirm=number is None)


def place_of(found: Comparison, said: Said) -> Provision | None:
    """Return the place in the source that says a function: its article and its letter."""
    entry = found.sides.entries[said.entry]
    return provision_of(said.item.provision or entry.provision, said.item.label)


def is_unchanged_function(found: Comparison, said: Said, pair: FunctionPair) -> bool:
    """Tell whether the text repeats a function as it is: unit, letter, list, text and sub-items."""
    held = found.sides.held[pair.held]
    if held.state.unit != found.codes[said.entry] or not says_the_same(said.item.text, held.state.text):
        return False
    if _moved(found, said, held, FunctionRef(code=held.state.code), None) is not None:
        return False
    return not sub_item_acts(found, said, held.state, None)


def confidence_in_function(found: Comparison, pair: FunctionPair) -> Confidence:
    """Return how sure it is that a function of the text is the one in force that it was taken for."""
    said = found.sides.said[pair.said]
    if pair.home and pair.alike == 1.0:
        return CERTAIN
    score = 0.5 + pair.alike / 2 if pair.home else 0.95 * pair.alike
    if said.generic:
        score = max(score, 0.8)
    rivals = [other for other in found.functions.possible.get(pair.said, ()) if other.held != pair.held]
    rival = max((other.worth for other in rivals), default=0.0)
    return Confidence.of(score * (0.85 if rival > pair.worth - _RIVALRY else 1.0))


def _reasons(found: Comparison, pair: FunctionPair) -> tuple[Reason, ...]:
    said, state = found.sides.said[pair.said], found.sides.held[pair.held].state
    facts = {"function": state.code}
    if pair.alike == 1.0:
        reasons = [Reason(ReasonCode.SAME_TEXT, dict(facts))]
    else:
        reasons = [Reason(ReasonCode.LIKE_TEXT, {"function": state.code, "percent": percent(pair.alike)})]
    if said.item.label is not None and same_label(said.item.label, state.label):
        reasons.append(Reason(ReasonCode.SAME_LABEL, {"label": said.item.label}))
    return tuple(reasons)


def _alternatives(found: Comparison, pair: FunctionPair) -> tuple[Alternative, ...]:
    score = confidence_in_function(found, pair).score
    state: FunctionState = found.sides.held[pair.held].state
    apart = Alternative(AlternativeCode.REMOVE_AND_ASSIGN, round(1 - score, 2), {"function": state.code})
    others = [
        Alternative(
            AlternativeCode.ANOTHER_FUNCTION,
            round(other.alike, 2),
            {"function": found.sides.held[other.held].state.code},
        )
        for other in found.functions.possible.get(pair.said, ())
        if other.held != pair.held
    ]
    return (apart, *others[:2])
