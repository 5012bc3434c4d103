"""The posts that a text gives functions to: which one in force each is, and what becomes of what it holds.

Takes a comparison and the posts of the outline; returns planned acts and what no post was found for. Called
by propose. A post is looked for in its own unit, by its name; what it holds is compared with what it held.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    CreatePost,
    PlainAct,
    PostItem,
    PostRef,
    RelabelFunction,
    RemoveFunction,
    RestateFunction,
)
from organica.domain.outline import OutlineUnit
from organica.domain.states import FunctionState, PostState
from organica.plan.assignment import assigned
from organica.plan.comparison import Comparison, reference_to, same_label
from organica.plan.function_acts import begins_a_list
from organica.plan.likeness import Words, says_the_same
from organica.plan.printed import function_item, posts_in
from organica.plan.proposal import CERTAIN, Confidence, Mode, PlannedAct
from organica.plan.provisions import provision_of
from organica.plan.reasons import Reason, ReasonCode
from organica.text.fold import folded

_LEAST = 0.4
_BY_LABEL = 0.15
_CREATED = 0.8


def unit_above(found: Comparison, post: OutlineUnit) -> str | None:
    """Return the code of the unit of a post; None where the text names none that is known."""
    if post.parent is None:
        return None
    key = folded(post.parent)
    entry = found.sides.entry_named.get(key)
    if entry is not None:
        return found.codes[entry]
    names = zip(found.sides.units, found.sides.unit_names, strict=True)
    known = [unit.code for unit, name in names if name.key == key]
    return known[0] if len(known) == 1 else None


def post_acts(found: Comparison) -> Iterator[PlannedAct]:
    """Yield the acts on posts and on what they hold."""
    for post in posts_in(found.outline):
        unit = unit_above(found, post)
        if unit is None:
            continue
        known = _post_in_force(found, post, unit)
        if known is None:
            act = CreatePost(unit=unit, post=PostItem(name=post.name), provision=provision_of(post.provision))
            yield PlannedAct(act, Confidence.of(_CREATED), (Reason(ReasonCode.NO_FORMER_UNIT),))
        yield from _held(found, post, unit, known)


def _post_in_force(found: Comparison, post: OutlineUnit, unit: str) -> PostState | None:
    key = folded(post.name)
    held = found.structure.posts_by_unit.get(unit, ())
    return next((each for each in held if each.name is not None and folded(each.name) == key), None)


def _held(found: Comparison, post: OutlineUnit, unit: str, known: PostState | None) -> Iterator[PlannedAct]:
    held = [
        each
        for each in found.structure.functions_by_unit.get(unit, ())
        if known is not None and each.post == known.code and each.parent is None
    ]
    weights, worths = found.sides.weights, {}
    for left, item in enumerate(post.functions):
        for right, state in enumerate(held):
            alike = weights.alike(Words.of(item.text), Words.of(state.text))
            same = item.label is not None and same_label(item.label, state.label)
            if alike >= _LEAST or (same and alike >= _LEAST - _BY_LABEL):
                worths[left, right] = (alike + _BY_LABEL * same) ** 2
    pairs = assigned(worths)
    ref = PostRef(at=f"{unit}/{post.name}") if known is None else PostRef(code=known.code)
    for left, item in enumerate(post.functions):
        place = provision_of(item.provision or post.provision, item.label)
        if left in pairs:
            yield from _known(found, post, left, held[pairs[left]])
        else:
            new = AssignFunction(unit=unit, post=ref, function=function_item(item), provision=place)
            yield PlannedAct(new, CERTAIN, (Reason(ReasonCode.NO_FORMER_FUNCTION),))
    kept = set(pairs.values())
    whole = found.scope.mode is Mode.FULL and begins_a_list([item.label for item in post.functions])
    for right, state in enumerate(held):
        if whole and right not in kept:
            removed = RemoveFunction(function=reference_to(state, found.structure))
            yield PlannedAct(removed, Confidence.of(_CREATED), (Reason(ReasonCode.LEFT_OUT_OF_LIST),))


def _known(found: Comparison, post: OutlineUnit, left: int, state: FunctionState) -> Iterator[PlannedAct]:
    item = post.functions[left]
    place = provision_of(item.provision or post.provision, item.label)
    ref = reference_to(state, found.structure)
    acts: list[PlainAct] = []
    if item.label is not None and not same_label(item.label, state.label):
        acts.append(RelabelFunction(function=ref, label=item.label, provision=place))
    if not says_the_same(item.text, state.text):
        acts.append(AmendFunction(function=ref, text=item.text, provision=place))
    if acts:
        facts = {"function": state.code}
        yield from (PlannedAct(act, CERTAIN, (Reason(ReasonCode.SAME_TEXT, dict(facts)),)) for act in acts)
        return
    again = RestateFunction(function=ref, provision=place)
    yield PlannedAct(again, CERTAIN, (Reason(ReasonCode.REPEATED),))
