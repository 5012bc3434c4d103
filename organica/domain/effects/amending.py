"""How a state that exists changes under an act, whichever noun it belongs to.

Takes a state and the fields an act gives; returns the next state with date and basis, or the same
content with a renewed basis.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from organica.domain.effects.order import Order
from organica.domain.refusals.matters import ActChangesNothing
from organica.domain.source import BasisRole
from organica.domain.states import (
    AppointmentState,
    FunctionState,
    IndicatorState,
    LineageState,
    OrganizationState,
    PostState,
    ProgrammeState,
    ReferenceState,
    UnitState,
)

S = TypeVar(
    "S",
    OrganizationState,
    UnitState,
    FunctionState,
    PostState,
    AppointmentState,
    ReferenceState,
    LineageState,
    ProgrammeState,
    IndicatorState,
)


def amended(state: S, given: Mapping[str, Any], order: Order) -> S:
    """Return the state with the given fields, amended from this day by this act.

    Raises: ActChangesNothing when every field is so already.
    """
    changed: list[str] = [name for name, value in given.items() if getattr(state, name) != value]
    if not changed:
        raise ActChangesNothing(target=state.code)
    basis = (*state.legal_basis, *order.bases(BasisRole.AMENDS, changed))
    return replace(state, **given, since=order.since, legal_basis=basis)


def restated(state: S, order: Order) -> S:
    """Return the state unchanged, resting on this act too; its date does not move."""
    return replace(state, legal_basis=(*state.legal_basis, *order.bases(BasisRole.RESTATES)))


def stated(state: S, given: Mapping[str, Any], order: Order) -> S:
    """Return the state amended where the given fields differ, restated where they do not."""
    if all(getattr(state, name) == value for name, value in given.items()):
        return restated(state, order)
    return amended(state, given, order)


def only_given(fields: Mapping[str, object | None]) -> dict[str, object]:
    """Keep the fields that an act gives; what it leaves out stays untouched."""
    return {name: value for name, value in fields.items() if value is not None}
