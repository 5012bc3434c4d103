"""Sentences on changes of functions.

Rows of the table of `organica.render.sentences`.
"""

from __future__ import annotations

from organica.domain.change import ChangeKind
from organica.domain.errors import Says
from organica.render.sentences.phrase import FieldPhrases, Phrase

PHRASES: dict[ChangeKind, Phrase] = {
    ChangeKind.FUNCTION_ASSIGNED: Phrase(
        Says(
            es="{unit_name} recibe la función {code}: «{after}»",
            en="{unit_name} is given function {code}: “{after}”",
        )
    ),
    ChangeKind.FUNCTION_STATED: Phrase(
        Says(
            es="Consta en {unit_name} la función {code}: «{after}»",
            en="Function {code} of {unit_name} is on record: “{after}”",
        )
    ),
    ChangeKind.FUNCTION_COVERED: Phrase(
        Says(
            es="El registro empieza a cubrir en {unit_name} la función {code}: «{after}»",
            en="The register begins to cover function {code} of {unit_name}: “{after}”",
        )
    ),
    ChangeKind.FUNCTION_AMENDED: Phrase(
        Says(
            es="Cambia el texto de la función {code} de {unit_name}: de «{before}» a «{after}»",
            en="The text of function {code} of {unit_name} changes: from “{before}” to “{after}”",
        )
    ),
    ChangeKind.FUNCTION_RELABELLED: Phrase(
        Says(
            es="La función {code} de {unit_name} pasa de la letra «{before}» a la «{after}».",
            en="Function {code} of {unit_name} changes its letter from “{before}” to “{after}”.",
        ),
        given=Says(
            es="La función {code} de {unit_name} recibe la letra «{after}».",
            en="Function {code} of {unit_name} is given the letter “{after}”.",
        ),
        taken=Says(
            es="La función {code} de {unit_name} pierde la letra «{before}».",
            en="Function {code} of {unit_name} loses the letter “{before}”.",
        ),
    ),
    ChangeKind.FUNCTION_TRANSFERRED: Phrase(
        Says(
            es="La función {code} pasa de {before_name} a {after_name}.",
            en="Function {code} is transferred from {before_name} to {after_name}.",
        ),
        given=Says(
            es="La función {code} de {unit_name} pasa a {after}.",
            en="Function {code} of {unit_name} passes to {after}.",
        ),
        taken=Says(
            es="La función {code} de {unit_name} deja {before}.",
            en="Function {code} of {unit_name} leaves {before}.",
        ),
    ),
    ChangeKind.FUNCTION_REMOVED: Phrase(
        Says(
            es="{unit_name} pierde la función {code}: «{before}»",
            en="{unit_name} loses function {code}: “{before}”",
        )
    ),
    ChangeKind.FUNCTION_GAVE_WAY: Phrase(
        Says(
            es="La función {code} de {unit_name} solo constaba sin norma; una dice otra cosa: «{before}»",
            en="Function {code} of {unit_name} was only attested; a norm now says otherwise: “{before}”",
        )
    ),
}

FIELD_PHRASES: FieldPhrases = {
    (ChangeKind.FUNCTION_RELABELLED, "list", None): Phrase(
        Says(
            es="La función {code} de {unit_name} pasa de la lista «{before}» a la lista «{after}».",
            en="Function {code} of {unit_name} moves from the list “{before}” to the list “{after}”.",
        ),
        given=Says(
            es="La función {code} de {unit_name} pasa a la lista «{after}».",
            en="Function {code} of {unit_name} moves to the list “{after}”.",
        ),
        taken=Says(
            es="La función {code} de {unit_name} sale de la lista «{before}».",
            en="Function {code} of {unit_name} leaves the list “{before}”.",
        ),
    ),
}
