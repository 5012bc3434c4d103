"""Why a REST question is not answered, beyond what the register itself refuses.

Raised while parameters are read and by the operations; turned into answers by `api.problems`.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, NotFound, Says


class UnknownParameter(BadInput):
    """A parameter that the operation does not have: it would be ignored, and the reader misled."""

    code = "unknown_parameter"
    says = Says(
        es="Esta consulta no tiene el parámetro «{parameter}».",
        en="This operation has no parameter “{parameter}”.",
    )
    remedy = Says(es="Parámetros que admite: {known}.", en="The parameters that it takes: {known}.")


class RepeatedParameter(BadInput):
    """A parameter given more than once."""

    code = "repeated_parameter"
    says = Says(
        es="El parámetro «{parameter}» viene más de una vez.",
        en="The parameter “{parameter}” is given more than once.",
    )
    remedy = Says(es="Delo una sola vez.", en="Give it once.")


class EmptyParameter(BadInput):
    """A parameter without a value."""

    code = "empty_parameter"
    says = Says(es="El parámetro «{parameter}» está vacío.", en="The parameter “{parameter}” is empty.")
    remedy = Says(
        es="Quítelo o dele un valor, por ejemplo {parameter}={example}.",
        en="Leave it out or give it a value, for example {parameter}={example}.",
    )


class MissingParameter(BadInput):
    """A parameter without which there is no question."""

    code = "missing_parameter"
    says = Says(es="Falta el parámetro «{parameter}».", en="The parameter “{parameter}” is missing.")
    remedy = Says(
        es="Agréguelo, por ejemplo {parameter}={example}.", en="Add it, for example {parameter}={example}."
    )


class BadLimit(BadInput):
    """A page size outside its bounds."""

    code = "bad_limit"
    says = Says(
        es="«{value}» no es un tamaño de página posible.", en="“{value}” is not a possible page size."
    )
    remedy = Says(es="Pida un número entre 1 y {most}.", en="Ask for a number between 1 and {most}.")


class UnitNotInForceOn(NotFound):
    """The register has the unit, but not on that day.

    `in_force` lists the spans of days on which it is, first day and first day after, ".." where open.
    """

    code = "unit_not_in_force_on"
    says = Says(
        es="La unidad «{unit}» de {organization} no rige el {as_of}.",
        en="The unit “{unit}” of {organization} is not in force on {as_of}.",
    )
    remedy = Says(
        es="Pregunte por un día en que rige (desde/hasta, este último excluido): {in_force}.",
        en="Ask for a day on which it is in force (from/until, the latter excluded): {in_force}.",
    )
