"""Why an act on units cannot take effect.

One class a reason, each with its sentence and its remedy; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Inapplicable, Says


class UnitNotInForce(Inapplicable):
    """An act aims at a unit that the register does not know on that day."""

    code = "unit_not_in_force"
    says = Says(
        es="La unidad {unit} no existe en el registro el {day}.",
        en="Unit {unit} does not exist in the register on {day}.",
    )
    remedy = Says(
        es="Revise el código y la fecha, o declare antes la unidad (state o create).",
        en="Check the code and the day, or state or create the unit first.",
    )


class ParentNotInForce(Inapplicable):
    """A unit would hang from one that does not exist on that day."""

    code = "parent_not_in_force"
    says = Says(
        es="La unidad superior {parent} de {unit} no existe el {day}.",
        en="The parent {parent} of {unit} does not exist on {day}.",
    )
    remedy = Says(
        es="Cree o declare la unidad superior, o indique parent: unknown.",
        en="Create or state the parent, or write parent: unknown.",
    )


class UnitExists(Inapplicable):
    """A unit would be created under a code that is in force."""

    code = "unit_exists"
    says = Says(es="La unidad {unit} ya existe el {day}.", en="Unit {unit} exists already on {day}.")
    remedy = Says(
        es="Use otro código para una unidad nueva, o declare la existente (state).",
        en="Give a new unit another code, or state the existing one.",
    )


class UnitCodeUsedBefore(Inapplicable):
    """A code is never given twice, not even after its unit was suppressed."""

    code = "unit_code_used_before"
    says = Says(
        es="El código {unit} perteneció a una unidad ya suprimida.",
        en="Code {unit} belonged to a unit that was suppressed.",
    )
    remedy = Says(es="Elija otro código.", en="Choose another code.")


class StatementIncomplete(Inapplicable):
    """A unit that is new to the register is stated without its name or kind."""

    code = "statement_incomplete"
    says = Says(
        es="La unidad {unit} es nueva en el registro y falta su {missing}.",
        en="Unit {unit} is new to the register and lacks its {missing}.",
    )
    remedy = Says(es="Agregue name y kind.", en="Add name and kind.")


class UnitHasChildren(Inapplicable):
    """A unit is suppressed while units still hang from it when the source's day is done."""

    code = "unit_has_children"
    says = Says(
        es="La unidad {unit} se suprime y de ella aún dependen: {children}.",
        en="Unit {unit} is suppressed while these still hang from it: {children}.",
    )
    remedy = Says(
        es="Mueva o suprima esas unidades en el mismo acto.",
        en="Move or suppress the units in `children` in the same act.",
    )


class UnitHasFunctions(Inapplicable):
    """A unit is suppressed while it still holds functions when the source's day is done."""

    code = "unit_has_functions"
    says = Says(
        es="La unidad {unit} se suprime y aún tiene funciones: {functions}.",
        en="Unit {unit} is suppressed while it still holds functions: {functions}.",
    )
    remedy = Says(
        es="Traspase o elimine esas funciones en el mismo acto.",
        en="Transfer or remove the functions in `functions` in the same act.",
    )


class ParentCycle(Inapplicable):
    """Units that would hang from one another in a ring."""

    code = "parent_cycle"
    says = Says(
        es="El {day} estas unidades dependerían unas de otras en círculo: {units}.",
        en="On {day} these units would hang from one another in a ring: {units}.",
    )
    remedy = Says(
        es="Cambie la dependencia de una de ellas.",
        en="Give one of them another parent.",
    )


class HeirIsPart(Inapplicable):
    """A unit would be its own heir."""

    code = "heir_is_part"
    says = Says(
        es="La unidad {unit} se fusiona o escinde y a la vez sería quien recibe.",
        en="Unit {unit} is merged or split and would also be the one that receives.",
    )
    remedy = Says(
        es="Nombre otra unidad que reciba; si la propia subsiste tras una escisión, use remains: true.",
        en="Name another unit to receive; where the split unit itself goes on, use remains: true.",
    )
