"""Why a statutory table is not answered."""

from __future__ import annotations

from organica.domain.errors import BadInput, NotFound, Says


class UnknownTemplate(NotFound):
    """The country of the organization has no such table. Facts: template, country, known."""

    code = "unknown_template"
    says = Says(
        es="No hay una planilla «{template}» para los organismos de «{country}».",
        en="There is no table “{template}” for the bodies of “{country}”.",
    )
    remedy = Says(es="Planillas que hay: {known}.", en="The tables that there are: {known}.")


class StatutoryDayNotCovered(NotFound):
    """The register holds nothing of that day: an empty file would say that there was nothing."""

    code = "statutory_day_not_covered"
    says = Says(
        es="El registro no cubre {organization} el {as_of}; una planilla vacía diría que no tenía unidades.",
        en="The register does not cover {organization} on {as_of}; an empty table would say it had no units.",
    )
    remedy = Says(
        es="Pida un mes o un día que el registro cubra; {change_points} son fechas en que algo cambia.",
        en="Ask for a month or a day that the register covers; something changes on {change_points}.",
    )


class BadMonth(BadInput):
    """A month that does not exist or is not written as the register asks. Facts: value."""

    code = "bad_month"
    says = Says(
        es="El mes «{value}» no existe o no está escrito como AAAA-MM.",
        en="The month “{value}” does not exist or is not written as YYYY-MM.",
    )
    remedy = Says(
        es="Escriba año y mes con un guion, por ejemplo 2025-01 (entre 1800 y 2999).",
        en="Write year and month with a hyphen, for example 2025-01 (between 1800 and 2999).",
    )


class MonthOrDay(BadInput):
    """A month and a day asked for at once. Facts: month, as_of."""

    code = "month_or_day"
    says = Says(
        es="Se pide el mes {month} y a la vez el día {as_of}.",
        en="The month {month} is asked for, and the day {as_of} too.",
    )
    remedy = Says(es="Indique uno de los dos.", en="Give one of the two.")
