"""What acts on functions do to a structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    FunctionItem,
    FunctionRef,
    RelabelFunction,
    RemoveFunction,
    RestateFunction,
    TransferFunction,
)
from organica.domain.dates import LegalDate
from organica.domain.effects.amending import amended, restated, stated
from organica.domain.effects.order import Order
from organica.domain.labels import STEP, place_among
from organica.domain.refusals.functions import FunctionExists, FunctionNotInForce
from organica.domain.refusals.matters import NamedTwice
from organica.domain.refusals.units import UnitNotInForce
from organica.domain.states import FunctionState, Noun
from organica.domain.structure import Structure


def state_functions(
    structure: Structure, unit: str, items: Sequence[FunctionItem], order: Order, born: LegalDate
) -> Structure:
    """Make the unit's list exactly these items: absent ones begin, missing ones end."""
    named: set[str] = set()
    for place, (item, parent) in enumerate(flattened(items), start=1):
        code = item.bound or ""
        if code in named:
            raise NamedTwice(code=code, unit=unit)
        named.add(code)
        given: dict[str, object] = {
            "unit": unit,
            "post": None,
            "parent": parent,
            "list": item.list,
            "label": item.label,
            "text": item.text,
            "misprint": item.misprint,
        }
        known = structure.functions.get(code)
        if known is None:
            function = _new(code, unit, item, order, born, parent=parent, place=place * STEP)
        else:
            function = replace(stated(known, given, order), place=place * STEP)
        structure = _with(structure, function)
    structure = _listed(structure, unit)
    for held in structure.functions.values():
        listed = (held.unit == unit and held.post is None) or held.parent in named
        if listed and held.code not in named:
            structure = end_function(structure, held.code, order)
    return structure


def flattened(
    items: Sequence[FunctionItem], parent: str | None = None
) -> Iterator[tuple[FunctionItem, str | None]]:
    """Yield each item with the code of the item above it, in printed order."""
    for item in items:
        yield item, parent
        yield from flattened(item.children, item.bound)


def assign_function(structure: Structure, act: AssignFunction, order: Order) -> Structure:
    """Begin a function, placed among its siblings by its label."""
    if act.unit not in structure.units:
        raise UnitNotInForce(unit=act.unit, day=order.day.isoformat())
    post = act.post.bound if act.post else None
    parent = act.parent.bound if act.parent else None
    for item, above in flattened([act.function], parent):
        if item.bound in structure.functions:
            raise FunctionExists(function=item.bound, day=order.day.isoformat())
        new = _new(item.bound or "", act.unit, item, order, order.since, post=post, parent=above)
        structure = _placed(structure, new)
    return structure


def amend_function(structure: Structure, act: AmendFunction, order: Order) -> Structure:
    """Change the text. Raises: FunctionNotInForce, ActChangesNothing."""
    function = function_in_force(structure, act.function, order)
    return _with(structure, amended(function, {"text": act.text}, order))


def relabel_function(structure: Structure, act: RelabelFunction, order: Order) -> Structure:
    """Change the letter, and with it the place; a clash is refused at the day's end."""
    function = function_in_force(structure, act.function, order)
    given = {"label": act.label, "misprint": False}
    return _placed(structure, amended(function, given, order))


def transfer_function(structure: Structure, act: TransferFunction, order: Order) -> Structure:
    """Hand the function and its sub-items to another unit; each keeps its identity."""
    function = function_in_force(structure, act.function, order)
    if act.to not in structure.units:
        raise UnitNotInForce(unit=act.to, day=order.day.isoformat())
    label = act.label if act.label is not None else function.label
    return handed_over(structure, function, act.to, order, label=label, list_name=act.list)


def handed_over(
    structure: Structure,
    function: FunctionState,
    to: str,
    order: Order,
    *,
    label: str | None = None,
    list_name: str | None = None,
) -> Structure:
    """Return the structure with a function and its sub-items in another unit, under the letter given."""
    given: dict[str, object] = {
        "unit": to,
        "post": None,
        "parent": None,
        "list": list_name,
        "label": label,
        "misprint": False,
    }
    structure = _listed(structure, function.unit)
    structure = _placed(structure, amended(function, given, order))
    for below in _below(structure, function.code):
        if (below.unit, below.post) != (to, None):
            structure = _with(structure, amended(below, {"unit": to, "post": None}, order))
    return structure


def remove_function(structure: Structure, act: RemoveFunction, order: Order) -> Structure:
    """End a function and its sub-items. Raises: FunctionNotInForce."""
    return end_function(structure, function_in_force(structure, act.function, order).code, order)


def restate_function(structure: Structure, act: RestateFunction, order: Order) -> Structure:
    """Renew the basis. Raises: FunctionNotInForce."""
    return _with(structure, restated(function_in_force(structure, act.function, order), order))


def end_function(structure: Structure, code: str, order: Order) -> Structure:
    """Return the structure without the function and its sub-items."""
    for below in (*_below(structure, code), structure.functions.get(code)):
        if below is not None:
            structure = _listed(structure, below.unit)
            structure = structure.ending(Noun.FUNCTION, below.code, order.ending())
    return structure


def function_in_force(structure: Structure, ref: FunctionRef, order: Order) -> FunctionState:
    """Return the state of the function that an act aims at. Raises: FunctionNotInForce."""
    function = structure.functions.get(ref.bound or "")
    if function is None:
        raise FunctionNotInForce(function=ref.at or ref.code, day=order.day.isoformat())
    return function


def _new(
    code: str,
    unit: str,
    item: FunctionItem,
    order: Order,
    born: LegalDate,
    *,
    post: str | None = None,
    parent: str | None = None,
    place: int = 0,
) -> FunctionState:
    return FunctionState(
        code=code,
        unit=unit,
        post=post,
        parent=parent,
        list=item.list,
        label=item.label,
        text=item.text,
        place=place,
        misprint=item.misprint,
        born=born,
        since=born,
        legal_basis=order.granted(),
    )


def _placed(structure: Structure, function: FunctionState) -> Structure:
    """Put a function where its label belongs; its siblings move only when no number is left."""
    siblings = [
        other
        for other in structure.functions_of(function.unit)
        if other.code != function.code
        and (other.post, other.list, other.parent) == (function.post, function.list, function.parent)
    ]
    structure = _listed(structure, function.unit)
    place = place_among(function.label, [(other.label, other.place) for other in siblings])
    if place is None:
        for rank, other in enumerate(siblings, start=1):
            structure = _with(structure, replace(other, place=rank * STEP))
        return _placed(structure, function)
    return _with(structure, replace(function, place=place))


def _below(structure: Structure, code: str) -> list[FunctionState]:
    found: list[FunctionState] = []
    for function in structure.functions.values():
        if function.parent == code:
            found += [*_below(structure, function.code), function]
    return found


def _listed(structure: Structure, unit: str) -> Structure:
    """Note that an act has decided the functions of this unit."""
    if unit in structure.listed:
        return structure
    return replace(structure, listed=structure.listed | {unit})


def _with(structure: Structure, function: FunctionState) -> Structure:
    return replace(structure, functions={**structure.functions, function.code: function})
