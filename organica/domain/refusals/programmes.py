"""Why an act on programmes and their indicators cannot take effect.

One class a reason, each with its sentence and its remedy; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Inapplicable, Says


class ProgrammeNotInForce(Inapplicable):
    """An act aims at a programme that the register does not know on that day."""

    code = "programme_not_in_force"
    says = Says(
        es="El programa {programme} no existe en el registro el {day}.",
        en="Programme {programme} does not exist in the register on {day}.",
    )
    remedy = Says(
        es="Revise el código y la fecha, o declare antes el programa (state o start).",
        en="Check the code and the day, or state or start the programme first.",
    )


class ProgrammeEnded(Inapplicable):
    """An act aims at a programme that has ended."""

    code = "programme_ended"
    says = Says(
        es="El programa {programme} terminó ({ended}) y no existe el {day}.",
        en="Programme {programme} ended ({ended}) and does not exist on {day}.",
    )
    remedy = Says(
        es="Revise la fecha del acto, o inicie otro programa con otro código.",
        en="Check the day of the act, or start another programme under another code.",
    )


class ProgrammeExists(Inapplicable):
    """A programme would be started under a code that is in force."""

    code = "programme_exists"
    says = Says(
        es="El programa {programme} ya existe el {day}.",
        en="Programme {programme} exists already on {day}.",
    )
    remedy = Says(
        es="Use otro código para un programa nuevo, o declare el existente (state).",
        en="Give a new programme another code, or state the existing one.",
    )


class ProgrammeCodeUsedBefore(Inapplicable):
    """A code is never given twice, not even after its programme has ended."""

    code = "programme_code_used_before"
    says = Says(
        es="El código {programme} perteneció a un programa ya terminado.",
        en="Code {programme} belonged to a programme that has ended.",
    )
    remedy = Says(es="Elija otro código.", en="Choose another code.")


class ProgrammeIncomplete(Inapplicable):
    """A programme that is new to the register is stated without its name."""

    code = "programme_incomplete"
    says = Says(
        es="El programa {programme} es nuevo en el registro y falta su nombre.",
        en="Programme {programme} is new to the register and lacks its name.",
    )
    remedy = Says(es="Agregue name.", en="Add name.")


class UnitHasProgrammes(Inapplicable):
    """A unit is suppressed while it still runs programmes when the source's day is done."""

    code = "unit_has_programmes"
    says = Says(
        es="La unidad {unit} se suprime y aún ejecuta programas: {programmes}.",
        en="Unit {unit} is suppressed while it still runs programmes: {programmes}.",
    )
    remedy = Says(
        es="Termine esos programas o páselos a otra unidad en el mismo acto (end o amend).",
        en="End the programmes in `programmes` or give them to another unit in the same act (end or amend).",
    )


class IndicatorTwice(Inapplicable):
    """A figure would be reported of one period twice."""

    code = "indicator_twice"
    says = Says(
        es="El indicador «{name}» de {period} quedaría informado dos veces en {programme}.",
        en="Indicator “{name}” for {period} of {programme} would be reported twice.",
    )
    remedy = Says(es="Déjelo una sola vez.", en="Leave it once.")


class ProgrammeFunctionTwice(Inapplicable):
    """A programme names the same function twice."""

    code = "programme_function_twice"
    says = Says(
        es="El programa {programme} nombra dos veces la función {function}.",
        en="Programme {programme} names function {function} twice.",
    )
    remedy = Says(es="Déjela una sola vez.", en="Leave it once.")
