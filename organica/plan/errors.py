"""Why no resolution can be proposed: one class a reason. What a person can still decide is a doubt instead.

Raised by this folder; shown by the command line.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, Says


class PlanRefused(BadInput):
    """No resolution can be proposed."""

    code = "plan_refused"
    says = Says(es="No se puede proponer una resolución.", en="No resolution can be proposed.")
    remedy = Says(es="Revise el documento y los datos.", en="Check the document and the facts.")


class NoUnitToState(PlanRefused):
    """The outline holds no unit."""

    code = "no_unit_to_state"
    says = Says(es="En el documento no se encontró ninguna unidad.", en="No unit was found in the document.")
    remedy = Says(
        es="Revise con `organica read` qué se leyó, y que el documento sea el que corresponde.",
        en="See with `organica read` what was read, and that the document is the right one.",
    )


class NothingToAmend(PlanRefused):
    """The text only amends, and nothing that it might amend is in force on the day of the comparison."""

    code = "nothing_to_amend"
    says = Says(
        es="El texto modifica otro, y ese día no hay nada vigente que modificar.",
        en="The text amends another one, and nothing is in force on that day that it could amend.",
    )
    remedy = Says(
        es="Promulgue antes el texto que modifica, o compare con otro día con --as-of.",
        en="Enact first the text that it amends, or compare with another day with --as-of.",
    )


class NoOwnSource(PlanRefused):
    """The text does not name the legal source it rests on."""

    code = "no_own_source"
    says = Says(
        es="El documento no nombra la fuente normativa en que se basa.",
        en="The document does not name the legal source that it rests on.",
    )
    remedy = Says(
        es="Busque la fuente y agregue a los datos `source: {{kind: …, number: …, year: …}}`; sin fuente "
        "nada se inscribe.",
        en="Find the source and add `source: {{kind: …, number: …, year: …}}` to the facts; nothing is "
        "registered without a source.",
    )


class StartUnknown(PlanRefused):
    """Neither the source nor the facts give a year."""

    code = "start_unknown"
    says = Says(
        es="Ni la fuente ({printed}) ni los datos dicen desde cuándo rige.",
        en="Neither the source ({printed}) nor the facts say since when it is in force.",
    )
    remedy = Says(
        es="Agregue a los datos `in_force_from: {{value: …, basis: assumed}}`.",
        en="Add `in_force_from: {{value: …, basis: assumed}}` to the facts.",
    )


class NameWithoutLetters(PlanRefused):
    """A unit's name gives no code, because no letter of it is Latin. Facts: name, line."""

    code = "name_without_letters"
    says = Says(
        es="Línea {line}: del nombre «{name}» no sale un código.",
        en="Line {line}: no code can be made from the name “{name}”.",
    )
    remedy = Says(es="Escriba la resolución a mano.", en="Write the resolution by hand.")


class ScopeNotInForce(PlanRefused):
    """The facts name a unit that is not in force, as the one that the text states all of. Facts: unit."""

    code = "scope_not_in_force"
    says = Says(
        es="La unidad «{unit}», de la que el texto enunciaría todo, no está vigente.",
        en="The unit “{unit}”, of which the text is said to state everything, is not in force.",
    )
    remedy = Says(
        es="Corrija `scope: {{under: …}}` en los datos.", en="Correct `scope: {{under: …}}` in the facts."
    )


class UnknownFact(PlanRefused):
    """A key that the facts do not have. Facts: fact, known."""

    code = "unknown_fact"
    says = Says(es="El dato «{fact}» no existe.", en="There is no fact “{fact}”.")
    remedy = Says(es="Datos posibles: {known}.", en="Possible facts: {known}.")


class MissingFact(PlanRefused):
    """A fact that must be given. Facts: fact."""

    code = "missing_fact"
    says = Says(es="Falta el dato «{fact}».", en="The fact “{fact}” is missing.")
    remedy = Says(es="Agréguelo: el documento no lo dice.", en="Add it: the document does not say it.")


class WrongFact(PlanRefused):
    """A fact of another sort than expected. Facts: fact."""

    code = "wrong_fact"
    says = Says(
        es="El dato «{fact}» no es del tipo que corresponde.", en="The fact “{fact}” is of the wrong sort."
    )
    remedy = Says(
        es="Escriba un texto, o un mapa donde corresponda.", en="Write a text, or a map where one belongs."
    )
