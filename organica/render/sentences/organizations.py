"""Sentences on changes of an organization.

Rows of the table of `organica.render.sentences`.
"""

from __future__ import annotations

from organica.domain.change import ChangeKind
from organica.domain.errors import Says
from organica.render.sentences.phrase import Phrase

PHRASES: dict[ChangeKind, Phrase] = {
    ChangeKind.ORGANIZATION_ESTABLISHED: Phrase(
        Says(es="Se crea la organización «{after}» ({code}).", en="“{after}” ({code}) is established.")
    ),
    ChangeKind.ORGANIZATION_STATED: Phrase(
        Says(
            es="Consta la organización «{after}» ({code}), sin que se diga cuándo nació.",
            en="“{after}” ({code}) is on record; its birth is not stated.",
        )
    ),
    ChangeKind.ORGANIZATION_RENAMED: Phrase(
        Says(
            es="La organización {code} cambia «{before}» por «{after}».",
            en="Organization {code} changes “{before}” to “{after}”.",
        ),
        given=Says(es="La organización {code} recibe «{after}».", en="Organization {code} gains “{after}”."),
        taken=Says(
            es="La organización {code} pierde «{before}».", en="Organization {code} loses “{before}”."
        ),
    ),
    ChangeKind.ORGANIZATION_CHANGED: Phrase(
        Says(
            es="La organización {code} pasa de la zona horaria {before} a {after}.",
            en="Organization {code} changes its time zone from {before} to {after}.",
        ),
        given=Says(
            es="La organización {code} tiene la zona horaria {after}.",
            en="Organization {code} has the time zone {after}.",
        ),
        taken=Says(
            es="La organización {code} queda sin zona horaria; era {before}.",
            en="Organization {code} is left without a time zone; it was {before}.",
        ),
    ),
    ChangeKind.ORGANIZATION_ATTACHED: Phrase(
        Says(
            es="La organización {code} pasa de estar adscrita a {before} a estarlo a {after}.",
            en="Organization {code} is attached to {after}; before, to {before}.",
        ),
        given=Says(
            es="La organización {code} queda adscrita a {after}.",
            en="Organization {code} is attached to {after}.",
        ),
        taken=Says(
            es="La organización {code} deja de estar adscrita a {before}.",
            en="Organization {code} is no longer attached to {before}.",
        ),
    ),
    ChangeKind.ORGANIZATION_AFFILIATED: Phrase(
        Says(
            es="Las afiliaciones de la organización {code} pasan de {before} a {after}.",
            en="The affiliations of organization {code} change from {before} to {after}.",
        ),
        given=Says(
            es="La organización {code} se afilia a {after}.",
            en="Organization {code} is affiliated with {after}.",
        ),
        taken=Says(
            es="La organización {code} deja de estar afiliada a {before}.",
            en="Organization {code} is no longer affiliated with {before}.",
        ),
    ),
    ChangeKind.ORGANIZATION_ENDED: Phrase(
        Says(es="Termina la organización «{before}» ({code}).", en="“{before}” ({code}) ends.")
    ),
}
