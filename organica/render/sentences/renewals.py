"""Sentences on what was renewed: a legal basis, a coverage.

Rows of the table of `organica.render.sentences`.
"""

from __future__ import annotations

from organica.domain.change import ChangeKind
from organica.domain.errors import Says
from organica.render.sentences.phrase import FieldPhrases, Phrase

PHRASES: dict[ChangeKind, Phrase] = {
    ChangeKind.BASIS_RENEWED: Phrase(
        Says(
            es="{name} se mantiene igual, con otro fundamento legal.",
            en="{name} stays as it is, on another legal basis.",
        ),
        given=Says(
            es="{name} se mantiene igual, con un nuevo fundamento legal.",
            en="{name} stays as it is, on one more legal basis.",
        ),
        taken=Says(
            es="{name} se mantiene igual, con un fundamento legal menos.",
            en="{name} stays as it is, on one legal basis less.",
        ),
    ),
    ChangeKind.COVERAGE_CHANGED: Phrase(
        Says(
            es="La cobertura de {name} pasa de {before} a {after}.",
            en="The coverage of {name} changes from {before} to {after}.",
        ),
        given=Says(
            es="El registro pasa a cubrir {name}: cobertura {after}.",
            en="The register now covers {name}: {after} coverage.",
        ),
        taken=Says(es="El registro deja de cubrir {name}.", en="The register no longer covers {name}."),
    ),
}

FIELD_PHRASES: FieldPhrases = {
    (ChangeKind.COVERAGE_CHANGED, "coverage_checked_on", None): Phrase(
        Says(
            es="La cobertura de {name} se revisó el {after}; antes, el {before}.",
            en="The coverage of {name} was checked on {after}; before, on {before}.",
        ),
        given=Says(
            es="La cobertura de {name} se revisó el {after}.",
            en="The coverage of {name} was checked on {after}.",
        ),
        taken=Says(
            es="La cobertura de {name} deja de tener fecha de revisión.",
            en="The coverage of {name} no longer has a day on which it was checked.",
        ),
    ),
}
