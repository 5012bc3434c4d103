"""Why a rule of entry into force gives no day.

One class a reason, each with its sentence and its remedy; the facts are keys of the file and days.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, Conflict, Says


class BadEntryRule(BadInput):
    """A rule that counts nothing, or in two ways at once."""

    code = "bad_entry_rule"
    says = Says(
        es="La regla de vigencia no cuenta días ni meses de una sola manera.",
        en="The rule of entry into force does not count days or months in one way.",
    )
    remedy = Says(
        es="Escriba `days` (0 a 9999) o `month_after` (1 a 999), solo uno; `working: true` pide `days` de 1 "
        "o más.",
        en="Write `days` (0 to 9999) or `month_after` (1 to 999), only one; `working: true` asks for `days` "
        "of 1 or more.",
    )


class RuleWithoutDay(BadInput):
    """The date that a rule counts from is missing, or is no known day. Facts: after, known."""

    code = "rule_without_day"
    says = Says(
        es="La vigencia se cuenta desde `{after}`, y de esa fecha no consta el día: {known}.",
        en="Entry into force is counted from `{after}`, and the day of that date is not on record: {known}.",
    )
    remedy = Says(
        es="Agregue el día en `{after}` de la fuente; si nadie lo sabe, escriba en `in_force_from` el año o "
        "el mes, sin regla.",
        en="Add the day to `{after}` of the source; where nobody knows it, write the year or the month in "
        "`in_force_from`, without a rule.",
    )


class RuleOutOfRange(BadInput):
    """A rule that leads to a day that the register does not take. Facts: day."""

    code = "rule_out_of_range"
    says = Says(
        es="La regla de vigencia lleva al {day}, fuera de los años 1800 a 2999.",
        en="The rule of entry into force leads to {day}, outside the years 1800 to 2999.",
    )
    remedy = Says(
        es="Revise los días o meses de la regla y la fecha desde la que se cuenta.",
        en="Check the days or months of the rule and the date that it is counted from.",
    )


class RuleGivesAnotherDay(Conflict):
    """A file gives a day and a rule that leads to another. Facts: value, computed, calendar."""

    code = "rule_gives_another_day"
    says = Says(
        es="El archivo dice {value}, pero la regla de vigencia da {computed} (calendario: {calendar}).",
        en="The file says {value}, but the rule of entry into force gives {computed} (calendar: {calendar}).",
    )
    remedy = Says(
        es="Corrija `value` o la regla; si un texto oficial indica ese día, agregue `basis: stated`.",
        en="Correct `value` or the rule; if an official text says that day, add `basis: stated`.",
    )
