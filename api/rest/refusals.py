"""Why a REST question is not answered, beyond what the register itself refuses.

Raised while parameters are read and by the operations; turned into answers by `api.problems`.
"""

from __future__ import annotations

from api.refusals import NotAcceptable
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


class BadChangeNumber(BadInput):
    """A place in the changes feed that is not a number of it."""

    code = "bad_change_number"
    says = Says(es="«{value}» no es el número de un cambio.", en="“{value}” is not the number of a change.")
    remedy = Says(
        es="Dé el número (`seq`) del último cambio leído, o 0.",
        en="Give the number (`seq`) of the last change that you read, or 0.",
    )


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
        es="Rige en {in_force} (desde/hasta, este último excluido); pregunte por uno de esos días.",
        en="It is in force in {in_force} (from/until, the latter excluded); ask for one of those days.",
    )


class ProgrammeNotInForceOn(NotFound):
    """The register has the programme, but not on that day.

    `in_force` lists the spans of days on which it is, first day and first day after, ".." where open.
    """

    code = "programme_not_in_force_on"
    says = Says(
        es="El programa «{programme}» de {organization} no consta el {as_of}.",
        en="The programme “{programme}” of {organization} is not on record on {as_of}.",
    )
    remedy = Says(
        es="Consta en {in_force} (desde/hasta, este último excluido); pregunte por uno de esos días.",
        en="It is on record in {in_force} (from/until, the latter excluded); ask for one of those days.",
    )


class UnitNotCoveredOn(NotFound):
    """The register has the unit, stated without its birth, and the day lies before what it covers of it."""

    code = "unit_not_covered_on"
    says = Says(
        es="El registro no cubre la unidad «{unit}» de {organization} el {as_of}; pudo existir.",
        en="The register does not cover the unit “{unit}” of {organization} on {as_of}; it may have existed.",
    )
    remedy = Says(
        es="Pregunte por un día desde el {covered_from}, primero del que el registro sabe de ella.",
        en="Ask for a day from {covered_from} on, the first of which the register knows it.",
    )


class DayOrInterval(BadInput):
    """A day and an interval asked for at once."""

    code = "day_or_interval"
    says = Says(
        es="Se pide el día {as_of} y a la vez un intervalo.",
        en="The day {as_of} is asked for, and an interval too.",
    )
    remedy = Says(
        es="Indique `as_of`, o bien `from` y `until`.", en="Give either `as_of`, or `from` and `until`."
    )


class BadDiffForm(BadInput):
    """A way to tell a difference that there is not."""

    code = "bad_diff_form"
    says = Says(
        es="La diferencia no se puede contar como «{value}».",
        en="The difference cannot be told as “{value}”.",
    )
    remedy = Says(es="Pida uno de estos: {known}.", en="Ask for one of these: {known}.")


class UnescapedPlus(BadInput):
    """An instant whose "+" came as a blank: that is what a bare plus means in a query."""

    code = "unescaped_plus"
    says = Says(
        es="«{value}» tiene un espacio donde va el signo +: en una dirección, + significa espacio.",
        en="“{value}” has a blank where the sign + belongs: in an address, + means a blank.",
    )
    remedy = Says(
        es="Escriba %2B en lugar de +, por ejemplo 2026-11-20T12:00:00%2B00:00, o termine el instante en Z.",
        en="Write %2B instead of +, for example 2026-11-20T12:00:00%2B00:00, or end the instant with Z.",
    )


class UnknownSuffix(NotFound):
    """A suffix that names no format."""

    code = "unknown_suffix"
    says = Says(es="No hay un formato «.{suffix}».", en="There is no format “.{suffix}”.")
    remedy = Says(
        es="Termine la ruta en uno de estos, o en ninguno: {known}.",
        en="End the path in one of these, or in none: {known}.",
    )


class FormatNotServed(NotAcceptable):
    """A suffix of a format that this answer does not have."""

    code = "format_not_served"
    says = Says(
        es="Esta respuesta no existe en el formato «.{suffix}».",
        en="This answer does not exist in the format “.{suffix}”.",
    )
    remedy = Says(es="Pida {accepted}.", en="Ask for {accepted}.")


class UnknownVocabulary(NotFound):
    """A vocabulary that does not exist. Facts: scheme, known."""

    code = "unknown_vocabulary"
    says = Says(es="No existe el vocabulario «{scheme}».", en="There is no vocabulary “{scheme}”.")
    remedy = Says(es="Vocabularios: {known}.", en="Vocabularies: {known}.")


class BadCharset(BadInput):
    """A charset in which no file is written."""

    code = "bad_charset"
    says = Says(
        es="No se escriben archivos en «{value}».",
        en="No file is written in “{value}”.",
    )
    remedy = Says(es="Pida uno de estos: {known}.", en="Ask for one of these: {known}.")


class UnknownTable(NotFound):
    """A table that no answer has. Facts: table, known."""

    code = "unknown_table"
    says = Says(es="No existe la tabla «{table}».", en="There is no table “{table}”.")
    remedy = Says(es="Tablas: {known}.", en="Tables: {known}.")
