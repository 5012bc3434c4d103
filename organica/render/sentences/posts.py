"""Sentences on changes of posts and appointments; none names a person.

Rows of the table of `organica.render.sentences`.
"""

from __future__ import annotations

from organica.domain.change import ChangeKind
from organica.domain.errors import Says
from organica.render.sentences.phrase import FieldPhrases, Phrase

PHRASES: dict[ChangeKind, Phrase] = {
    ChangeKind.POST_CREATED: Phrase(
        Says(
            es="Se crea en {unit_name} el cargo {code_or_title}.",
            en="{unit_name} gains the post {code_or_title}.",
        )
    ),
    ChangeKind.POST_STATED: Phrase(
        Says(
            es="Consta en {unit_name} el cargo {code_or_title}.",
            en="The post {code_or_title} of {unit_name} is on record.",
        )
    ),
    ChangeKind.POST_CHANGED: Phrase(
        Says(
            es="Cambia el cargo {code} de {unit_name}: de «{before}» a «{after}».",
            en="The post {code} of {unit_name} changes: from “{before}” to “{after}”.",
        ),
        given=Says(
            es="El cargo {code} de {unit_name} recibe «{after}».",
            en="The post {code} of {unit_name} gains “{after}”.",
        ),
        taken=Says(
            es="El cargo {code} de {unit_name} pierde «{before}».",
            en="The post {code} of {unit_name} loses “{before}”.",
        ),
    ),
    ChangeKind.SUBSTITUTION_ORDER_SET: Phrase(
        Says(
            es="Cambia el orden de subrogación del cargo {code} de {unit_name}: de {before} a {after}.",
            en="The substitution order of post {code} of {unit_name} changes: from {before} to {after}.",
        ),
        given=Says(
            es="Se fija el orden de subrogación del cargo {code} de {unit_name}: {after}.",
            en="The substitution order of post {code} of {unit_name} is set: {after}.",
        ),
        taken=Says(
            es="El cargo {code} de {unit_name} queda sin orden de subrogación; era {before}.",
            en="Post {code} of {unit_name} is left without a substitution order; it was {before}.",
        ),
    ),
    ChangeKind.POST_ABOLISHED: Phrase(
        Says(
            es="Se suprime en {unit_name} el cargo {code_or_title}.",
            en="The post {code_or_title} of {unit_name} is abolished.",
        )
    ),
    ChangeKind.POST_GAVE_WAY: Phrase(
        Says(
            es="El cargo {code_or_title} de {unit_name} solo constaba sin norma; una norma dice otra cosa.",
            en="The post {code_or_title} of {unit_name} was only attested; a norm now says otherwise.",
        )
    ),
    ChangeKind.APPOINTED: Phrase(
        Says(
            es="Se nombra en {unit_name} a quien ejerce el cargo ({code}).",
            en="A holder is appointed in {unit_name} ({code}).",
        )
    ),
    ChangeKind.APPOINTMENT_STATED: Phrase(
        Says(
            es="Consta quién ejerce un cargo de {unit_name} ({code}).",
            en="The holder of a post of {unit_name} is on record ({code}).",
        )
    ),
    ChangeKind.APPOINTMENT_CHANGED: Phrase(
        Says(
            es="Cambia el nombramiento {code} de {unit_name}: de «{before}» a «{after}».",
            en="The appointment {code} of {unit_name} changes: from “{before}” to “{after}”.",
        ),
        given=Says(
            es="El nombramiento {code} de {unit_name} recibe «{after}».",
            en="The appointment {code} of {unit_name} gains “{after}”.",
        ),
        taken=Says(
            es="El nombramiento {code} de {unit_name} pierde «{before}».",
            en="The appointment {code} of {unit_name} loses “{before}”.",
        ),
    ),
    ChangeKind.APPOINTMENT_ENDED: Phrase(
        Says(
            es="Termina un nombramiento en {unit_name} ({code}).",
            en="An appointment in {unit_name} ends ({code}).",
        )
    ),
    ChangeKind.APPOINTMENT_GAVE_WAY: Phrase(
        Says(
            es="El nombramiento {code} en {unit_name} solo constaba sin norma; una norma dice otra cosa.",
            en="The appointment {code} in {unit_name} was only attested; a norm now says otherwise.",
        )
    ),
}

FIELD_PHRASES: FieldPhrases = {
    (ChangeKind.POST_CHANGED, "vacant", "true"): Phrase(
        Says(
            es="El cargo {code} de {unit_name} queda vacante.",
            en="The post {code} of {unit_name} falls vacant.",
        )
    ),
    (ChangeKind.POST_CHANGED, "vacant", "false"): Phrase(
        Says(
            es="El cargo {code} de {unit_name} deja de estar vacante.",
            en="The post {code} of {unit_name} is no longer vacant.",
        )
    ),
    (ChangeKind.POST_CHANGED, "heads", "true"): Phrase(
        Says(
            es="El cargo {code} pasa a encabezar {unit_name}.",
            en="The post {code} comes to head {unit_name}.",
        )
    ),
    (ChangeKind.POST_CHANGED, "heads", "false"): Phrase(
        Says(
            es="El cargo {code} deja de encabezar {unit_name}.",
            en="The post {code} no longer heads {unit_name}.",
        )
    ),
    (ChangeKind.POST_CHANGED, "unit", None): Phrase(
        Says(
            es="El cargo {code} pasa de {before_name} a {after_name}.",
            en="The post {code} passes from {before_name} to {after_name}.",
        )
    ),
}
