"""Sentences on ties between things: references carried over, what came out of what, what was restored.

Rows of the table of `organica.render.sentences`.
"""

from __future__ import annotations

from organica.domain.change import ChangeKind
from organica.domain.errors import Says
from organica.render.sentences.phrase import FieldPhrases, Phrase

PHRASES: dict[ChangeKind, Phrase] = {
    ChangeKind.REFERENCE_CARRIED_OVER: Phrase(
        Says(
            es="Toda referencia a «{before}» se entiende hecha a {after_name}.",
            en="Every reference to “{before}” is understood as made to {after_name}.",
        )
    ),
    ChangeKind.REFERENCE_ENDED: Phrase(
        Says(
            es="Las referencias a «{before}» dejan de entenderse hechas a {after_name}.",
            en="References to “{before}” are no longer understood as made to {after_name}.",
        )
    ),
    ChangeKind.PASSED_ON: Phrase(
        Says(es="{after_name} proviene de {before_name}.", en="{after_name} came out of {before_name}.")
    ),
    ChangeKind.PASSED_ON_NO_LONGER: Phrase(
        Says(
            es="{after_name} deja de provenir de {before_name}: el acto perdió su fuerza.",
            en="{after_name} no longer came out of {before_name}: the act lost its force.",
        )
    ),
    ChangeKind.UNSAID: Phrase(
        Says(
            es="Deja de constar, desde esta fecha, {code}: {code_or_title}.",
            en="{code} is no longer on record from this day on: {code_or_title}.",
        )
    ),
    ChangeKind.RESTORED: Phrase(
        Says(
            es="Recupera su vigencia {code_or_title} ({code}).",
            en="{code_or_title} ({code}) regains its force.",
        )
    ),
}

FIELD_PHRASES: FieldPhrases = {
    (ChangeKind.REFERENCE_CARRIED_OVER, "target", None): Phrase(
        Says(
            es="Las referencias a «{code}», que se entendían hechas a {before_name}, se entienden hechas a "
            "{after_name}.",
            en="References to “{code}”, understood as made to {before_name}, are understood as made to "
            "{after_name}.",
        )
    ),
    (ChangeKind.REFERENCE_CARRIED_OVER, "name", None): Phrase(
        Says(
            es="El nombre cuyas referencias se arrastran se escribe «{after}»; antes, «{before}».",
            en="The name whose references are carried over is written “{after}”; before, “{before}”.",
        )
    ),
}
