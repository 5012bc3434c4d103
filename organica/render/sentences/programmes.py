"""Sentences on changes of programmes, services and their indicators.

Rows of the table of `organica.render.sentences`.
"""

from __future__ import annotations

from organica.domain.change import ChangeKind
from organica.domain.errors import Says
from organica.render.sentences.phrase import FieldPhrases, Phrase


def _list(spanish: str, english: str) -> Phrase:
    """Return how the change of one list or text of a programme is said, under its name in each language."""
    return Phrase(
        Says(
            es=f"Cambia {spanish} del programa {{code}}: de «{{before}}» a «{{after}}».",
            en=f"The {english} of programme {{code}} changes: from “{{before}}” to “{{after}}”.",
        ),
        given=Says(
            es=f"Se indica {spanish} del programa {{code}}: «{{after}}».",
            en=f"The {english} of programme {{code}} is given: “{{after}}”.",
        ),
        taken=Says(
            es=f"Deja de indicarse {spanish} del programa {{code}}; era «{{before}}».",
            en=f"The {english} of programme {{code}} is no longer given; it was “{{before}}”.",
        ),
    )


_ACRONYM = _list("la sigla", "acronym")

PHRASES: dict[ChangeKind, Phrase] = {
    ChangeKind.PROGRAMME_STARTED: Phrase(
        Says(es="Comienza el programa «{after}» ({code}).", en="Programme “{after}” ({code}) begins.")
    ),
    ChangeKind.PROGRAMME_STATED: Phrase(
        Says(
            es="Consta el programa «{after}» ({code}), sin que se diga cuándo comenzó.",
            en="Programme “{after}” ({code}) is on record; its beginning is not stated.",
        )
    ),
    ChangeKind.PROGRAMME_RENAMED: Phrase(
        Says(
            es="El programa «{before}» pasa a llamarse «{after}» ({code}).",
            en="Programme “{before}” is renamed “{after}” ({code}).",
        ),
        given=_ACRONYM.given,
        taken=_ACRONYM.taken,
    ),
    ChangeKind.PROGRAMME_MOVED: Phrase(
        Says(
            es="El programa {code} pasa a estar a cargo de {after_name}; antes, de {before_name}.",
            en="Programme {code} comes to be run by {after_name}; before, by {before_name}.",
        )
    ),
    ChangeKind.PROGRAMME_CHANGED: _list("un dato", "record"),
    ChangeKind.PROGRAMME_ENDED: Phrase(
        Says(es="Termina el programa «{before}» ({code}).", en="Programme “{before}” ({code}) ends.")
    ),
    ChangeKind.PROGRAMME_GAVE_WAY: Phrase(
        Says(
            es="El programa «{before}» ({code}) solo constaba sin norma; una norma dice otra cosa.",
            en="Programme “{before}” ({code}) was only attested; a norm now says otherwise.",
        )
    ),
    ChangeKind.INDICATOR_REPORTED: Phrase(
        Says(
            es="Se informa un indicador ({code}): {code_or_title}.",
            en="An indicator is reported ({code}): {code_or_title}.",
        )
    ),
    ChangeKind.INDICATOR_CHANGED: Phrase(
        Says(
            es="El indicador {code} pasa de {before} a {after}.",
            en="Indicator {code} changes from {before} to {after}.",
        ),
        given=Says(es="El indicador {code} recibe «{after}».", en="Indicator {code} gains “{after}”."),
        taken=Says(es="El indicador {code} pierde «{before}».", en="Indicator {code} loses “{before}”."),
    ),
    ChangeKind.INDICATOR_ENDED: Phrase(
        Says(
            es="Deja de informarse un indicador ({code}): {code_or_title}.",
            en="An indicator is no longer told ({code}): {code_or_title}.",
        )
    ),
    ChangeKind.INDICATOR_GAVE_WAY: Phrase(
        Says(
            es="El indicador {code} solo constaba sin norma; una norma dice otra cosa: {code_or_title}.",
            en="Indicator {code} was only attested; a norm now says otherwise: {code_or_title}.",
        )
    ),
}

FIELD_PHRASES: FieldPhrases = {
    (ChangeKind.PROGRAMME_RENAMED, "acronym", None): _ACRONYM,
    (ChangeKind.PROGRAMME_CHANGED, "type", None): _list("la clase", "type"),
    (ChangeKind.PROGRAMME_CHANGED, "kind", None): _list("el tipo", "kind"),
    (ChangeKind.PROGRAMME_CHANGED, "objective", None): _list("el objetivo", "objective"),
    (ChangeKind.PROGRAMME_CHANGED, "functions", None): _list("las funciones que cumple", "functions"),
    (ChangeKind.PROGRAMME_CHANGED, "audience", None): _list("los destinatarios", "audience"),
    (ChangeKind.PROGRAMME_CHANGED, "channels", None): _list("los canales", "channels"),
    (ChangeKind.PROGRAMME_CHANGED, "partners", None): _list("los socios", "partners"),
    (ChangeKind.PROGRAMME_CHANGED, "financing", None): _list("el financiamiento", "financing"),
    (ChangeKind.PROGRAMME_CHANGED, "rests_on", None): _list("el marco legal", "legal framework"),
}
