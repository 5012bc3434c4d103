"""Changes as sentences: one row of the table a kind, in Spanish and English.

Takes changes of `organica.domain.diff` and the names of units; returns text. Called by the command line.
A kind without its row fails the test that holds the table, not a reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from organica.domain.diff import Change, ChangeKind
from organica.domain.errors import Fact, Language, Says
from organica.render.days import legal_date_text, since_text

LONGEST_QUOTE = 90


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a change is said; `given` where there was nothing before, `taken` where nothing is left."""

    says: Says
    given: Says | None = None
    taken: Says | None = None

    def for_change(self, change: Change) -> Says:
        """Return the sentence that fits what was and what is."""
        if change.before is None and self.given is not None:
            return self.given
        if change.after is None and self.taken is not None:
            return self.taken
        return self.says


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
    ChangeKind.ORGANIZATION_ENDED: Phrase(
        Says(es="Termina la organización «{before}» ({code}).", en="“{before}” ({code}) ends.")
    ),
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

# Fields that the kind's own sentence does not fit: (kind, field, value after; None stands for any).
FIELD_PHRASES: dict[tuple[ChangeKind, str, str | None], Phrase] = {
    (ChangeKind.UNIT_RENAMED, "acronym", None): Phrase(
        Says(
            es="{unit_name} cambia su sigla de «{before}» a «{after}».",
            en="{unit_name} changes its acronym from “{before}” to “{after}”.",
        ),
        given=PHRASES[ChangeKind.UNIT_RENAMED].given,
        taken=PHRASES[ChangeKind.UNIT_RENAMED].taken,
    ),
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

# What stands where a unit above is not a unit: the values of ParentStatus that a change may carry.
_NO_UNIT: dict[str, Says] = {
    "root": Says(es="ninguna unidad", en="no unit"),
    "unknown": Says(es="una unidad que no consta", en="a unit that is not on record"),
}


def change_sentence(
    change: Change, names: Mapping[str, str], language: Language, longest: int | None = LONGEST_QUOTE
) -> str:
    """Return what happened, in one sentence.

    `names` gives the units' names by code; a code without a name stands for itself. Quotes longer than
    `longest` characters end in an ellipsis; None quotes everything.
    """

    def named(code: str | None) -> str | None:
        if code in _NO_UNIT:
            return _NO_UNIT[code].render(language, {})
        return names.get(code or "", code)

    title = shortened(change.after or change.before, longest)
    quoted = f"«{title}»" if language == "es" else f"“{title}”"
    facts: dict[str, Fact] = {
        "code": change.code,
        "code_or_title": quoted if title else change.code,
        "unit_name": named(change.unit),
        "before": shortened(change.before, longest),
        "after": shortened(change.after, longest),
        "before_name": named(change.before),
        "after_name": named(change.after),
    }
    return _phrase(change).for_change(change).render(language, facts)


def _phrase(change: Change) -> Phrase:
    field = change.field or ""
    for key in ((change.kind, field, change.after), (change.kind, field, None)):
        if key in FIELD_PHRASES:
            return FIELD_PHRASES[key]
    return PHRASES[change.kind]


def cited(citation: str, language: Language, *, normative: bool) -> str:
    """Return a citation, marked where its source is no norm: "constancia: Organigrama"."""
    if normative:
        return citation
    return f"{'constancia' if language == 'es' else 'attestation'}: {citation}"


def act_sentence(change: Change, citation: str | None, language: Language) -> str:
    """Return the act behind a change and its date: "Resolución exenta 35B de 2024, durante 2024 (…)"."""
    said = [citation] if citation else []
    if change.since is not None:
        stated = change.kind.value.endswith(("_stated", "_covered"))
        said.append((since_text if stated else legal_date_text)(change.since, language))
    if said or change.kind.value.endswith("_gave_way"):
        return ", ".join(said)
    return "sin acto conocido" if language == "es" else "no known act"


def shortened(text: str | None, longest: int | None) -> str | None:
    """Return the text, cut at a word and closed by an ellipsis where it is longer."""
    if text is None or longest is None or len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;.") + "…"
