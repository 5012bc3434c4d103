"""What acts on units do to a structure."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import (
    UNKNOWN_PARENT,
    ClassifyUnit,
    CreateUnit,
    MoveUnit,
    NewUnit,
    Parent,
    ParentStatus,
    RenameUnit,
    RestateUnit,
    SetObjective,
    StateUnit,
    SuppressUnit,
)
from organica.domain.effects.amending import amended, only_given, restated, stated
from organica.domain.effects.functions import state_functions
from organica.domain.effects.order import Order
from organica.domain.effects.posts import abolish, state_posts
from organica.domain.refusals.units import StatementIncomplete, UnitCodeUsedBefore, UnitExists, UnitNotInForce
from organica.domain.states import Noun, UnitState
from organica.domain.structure import Structure


def state_unit(structure: Structure, act: StateUnit, order: Order) -> Structure:
    """Create what is absent without claiming its birth, change what differs, renew what is equal."""
    unit = structure.units.get(act.unit)
    given = only_given(
        {
            "kind": act.kind,
            "name": act.name,
            "parent": _said_parent(act.parent),
            "unit_class": act.unit_class,
            "acronym": act.acronym,
            "objective": act.objective,
        }
    )
    unit = _new_from_statement(structure, act, order) if unit is None else stated(unit, given, order)
    structure = _with(structure, unit)
    if act.functions is not None:
        structure = state_functions(structure, act.unit, act.functions, order, born=order.at_least())
    if act.posts is not None:
        structure = state_posts(structure, act.unit, act.posts, order, born=order.at_least())
    return structure


def _said_parent(parent: Parent | None) -> Parent | None:
    """A source that does not say the parent does not unsay what another one said."""
    return None if parent is not None and parent.status is ParentStatus.UNKNOWN else parent


def _new_from_statement(structure: Structure, act: StateUnit, order: Order) -> UnitState:
    if structure.ended(Noun.UNIT, act.unit):
        raise UnitCodeUsedBefore(unit=act.unit)
    if not order.partial and (act.name is None or act.kind is None):
        raise StatementIncomplete(unit=act.unit, missing="name" if act.name is None else "kind")
    return UnitState(
        code=act.unit,
        kind=act.kind or "",
        name=act.name or "",
        parent=act.parent or UNKNOWN_PARENT,
        unit_class=act.unit_class,
        acronym=act.acronym,
        objective=act.objective,
        place=order.rank,
        born=order.at_least(),
        since=order.at_least(),
        legal_basis=order.granted(),
    )


def create_unit(structure: Structure, act: CreateUnit, order: Order) -> Structure:
    """Bring a unit into being with its functions and posts. Raises: UnitExists, UnitCodeUsedBefore."""
    structure = begin_unit(structure, act, order)
    if act.functions:
        structure = state_functions(structure, act.unit, act.functions, order, born=order.since)
    return state_posts(structure, act.unit, act.posts, order, born=order.since)


def begin_unit(structure: Structure, act: CreateUnit | NewUnit, order: Order) -> Structure:
    """Bring a unit into being. Raises: UnitExists, UnitCodeUsedBefore."""
    if act.unit in structure.units:
        raise UnitExists(unit=act.unit, day=order.day.isoformat())
    if structure.ended(Noun.UNIT, act.unit):
        raise UnitCodeUsedBefore(unit=act.unit)
    unit = UnitState(
        code=act.unit,
        kind=act.kind,
        name=act.name,
        parent=act.parent,
        unit_class=act.unit_class,
        acronym=act.acronym,
        objective=act.objective,
        place=order.rank,
        born=order.since,
        since=order.since,
        legal_basis=order.granted(),
    )
    return _with(structure, unit)


def rename_unit(structure: Structure, act: RenameUnit, order: Order) -> Structure:
    """Change name, printed kind or acronym. Raises: UnitNotInForce, ActChangesNothing."""
    given = only_given({"name": act.name, "kind": act.kind, "acronym": act.acronym})
    return _with(structure, amended(unit_in_force(structure, act.unit, order), given, order))


def classify_unit(structure: Structure, act: ClassifyUnit, order: Order) -> Structure:
    """Change the class. Raises: UnitNotInForce, ActChangesNothing."""
    unit = unit_in_force(structure, act.unit, order)
    return _with(structure, amended(unit, {"unit_class": act.unit_class}, order))


def move_unit(structure: Structure, act: MoveUnit, order: Order) -> Structure:
    """Change the parent; whether it exists, and whether a ring closes, is checked at the day's end."""
    unit = unit_in_force(structure, act.unit, order)
    return _with(structure, amended(unit, {"parent": act.parent}, order))


def set_objective(structure: Structure, act: SetObjective, order: Order) -> Structure:
    """Change the objective. Raises: UnitNotInForce, ActChangesNothing."""
    unit = unit_in_force(structure, act.unit, order)
    return _with(structure, amended(unit, {"objective": act.objective}, order))


def suppress_unit(structure: Structure, act: SuppressUnit, order: Order) -> Structure:
    """End a unit, its posts and what these hold; what else is left of it is refused at the day's end."""
    unit_in_force(structure, act.unit, order)
    for post in structure.posts_by_unit.get(act.unit, ()):
        structure = abolish(structure, post.code, order)
    return structure.ending(Noun.UNIT, act.unit, order.ending())


def restate_unit(structure: Structure, act: RestateUnit, order: Order) -> Structure:
    """Renew the basis of a unit and, where the act says so, of its functions."""
    structure = _with(structure, restated(unit_in_force(structure, act.unit, order), order))
    if not act.with_functions:
        return structure
    held = {
        function.code: restated(function, order)
        for function in structure.functions_of(act.unit)
        if function.post is None
    }
    return replace(structure, functions={**structure.functions, **held})


def unit_in_force(structure: Structure, code: str, order: Order) -> UnitState:
    """Return the unit's state. Raises: UnitNotInForce."""
    unit = structure.units.get(code)
    if unit is None:
        raise UnitNotInForce(unit=code, day=order.day.isoformat())
    return unit


def _with(structure: Structure, unit: UnitState) -> Structure:
    return replace(structure, units={**structure.units, unit.code: unit})
