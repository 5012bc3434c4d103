"""Sentences on changes of units.

Rows of the table of `organica.render.sentences`.
"""

from __future__ import annotations

from organica.domain.change import ChangeKind
from organica.domain.errors import Says
from organica.render.sentences.phrase import FieldPhrases, Phrase

PHRASES: dict[ChangeKind, Phrase] = {
    ChangeKind.UNIT_CREATED: Phrase(
        Says(es="Se crea «{after}» ({code}).", en="“{after}” ({code}) is created.")
    ),
    ChangeKind.UNIT_STATED: Phrase(
        Says(
            es="Consta «{after}» ({code}), sin que se diga cuándo nació.",
            en="“{after}” ({code}) is on record; its birth is not stated.",
        )
    ),
    ChangeKind.UNIT_COVERED: Phrase(
        Says(
            es="El registro empieza a cubrir «{after}» ({code}); no nace ese día.",
            en="The register begins to cover “{after}” ({code}); it is not born that day.",
        )
    ),
    ChangeKind.UNIT_RENAMED: Phrase(
        Says(
            es="«{before}» pasa a llamarse «{after}» ({code}).",
            en="“{before}” is renamed “{after}” ({code}).",
        ),
        given=Says(
            es="{unit_name} recibe la sigla «{after}».", en="{unit_name} gains the acronym “{after}”."
        ),
        taken=Says(
            es="{unit_name} pierde la sigla «{before}».", en="{unit_name} loses the acronym “{before}”."
        ),
    ),
    ChangeKind.UNIT_RETYPED: Phrase(
        Says(
            es="{unit_name} pasa de «{before}» a «{after}».",
            en="{unit_name} changes from “{before}” to “{after}”.",
        ),
        given=Says(
            es="{unit_name} se clasifica como «{after}».", en="{unit_name} is classified as “{after}”."
        ),
        taken=Says(
            es="{unit_name} deja de clasificarse como «{before}».",
            en="{unit_name} is no longer classified as “{before}”.",
        ),
    ),
    ChangeKind.UNIT_MOVED: Phrase(
        Says(
            es="{unit_name} pasa a depender de {after_name}; antes, de {before_name}.",
            en="{unit_name} moves under {after_name}; before, under {before_name}.",
        )
    ),
    ChangeKind.OBJECTIVE_CHANGED: Phrase(
        Says(
            es="Cambia el objetivo de {unit_name}: de «{before}» a «{after}».",
            en="The objective of {unit_name} changes: from “{before}” to “{after}”.",
        ),
        given=Says(
            es="Se fija el objetivo de {unit_name}: «{after}».",
            en="The objective of {unit_name} is set: “{after}”.",
        ),
        taken=Says(
            es="{unit_name} queda sin objetivo; era «{before}».",
            en="{unit_name} is left without objective; it was “{before}”.",
        ),
    ),
    ChangeKind.UNIT_SUPPRESSED: Phrase(
        Says(es="Se suprime «{before}» ({code}).", en="“{before}” ({code}) is suppressed.")
    ),
    ChangeKind.UNIT_GAVE_WAY: Phrase(
        Says(
            es="«{before}» ({code}) solo constaba sin norma; una norma dice otra cosa.",
            en="“{before}” ({code}) was only attested; a norm now says otherwise.",
        )
    ),
}

FIELD_PHRASES: FieldPhrases = {
    (ChangeKind.UNIT_RENAMED, "acronym", None): Phrase(
        Says(
            es="{unit_name} cambia su sigla de «{before}» a «{after}».",
            en="{unit_name} changes its acronym from “{before}” to “{after}”.",
        ),
        given=PHRASES[ChangeKind.UNIT_RENAMED].given,
        taken=PHRASES[ChangeKind.UNIT_RENAMED].taken,
    ),
}
