"""What acts on references do to a structure."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import CarryOver
from organica.domain.effects.amending import amended
from organica.domain.effects.order import Order
from organica.domain.effects.units import unit_in_force
from organica.domain.ids import reference_code
from organica.domain.states import ReferenceState
from organica.domain.structure import Structure


def carry_over(structure: Structure, act: CarryOver, order: Order) -> Structure:
    """Let a name mean something else from this day; what it was carried over to before, it no longer means.

    The unit must be in force. An organization need not be in the register.
    Raises: UnitNotInForce, ActChangesNothing.
    """
    if act.unit is not None:
        unit_in_force(structure, act.unit, order)
    code = reference_code(act.name)
    known = structure.references.get(code)
    if known is not None:
        given = {"name": act.name, "unit": act.unit, "organization": act.organization}
        reference = amended(known, given, order)
    else:
        reference = ReferenceState(
            code=code,
            name=act.name,
            unit=act.unit,
            organization=act.organization,
            born=order.since,
            since=order.since,
            legal_basis=order.granted(),
        )
    return replace(structure, references={**structure.references, code: reference})
