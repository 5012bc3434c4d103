"""What a file is and says of itself, for whoever is asked whether to enter it.

Takes a filing and the citation of its source; yields the lines above what the register would answer
differently. Called by enact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from organica.domain.dates import LegalDate
from organica.domain.errors import Language, Says
from organica.domain.filings import CorrectedFacts, Correction, Filing, IdMapping, Supplement, Withholding
from organica.domain.resolution import EntryKind, Resolution, SourceContents
from organica.domain.source import SourceNature
from organica.render.days import legal_date_text
from organica.render.sentences import cited
from organica.render.tree import Line, Style

_SUPPLEMENT = Says(es="Complemento de {source}", en="Supplement to {source}")
_CORRECTION = Says(
    es="Corrección de lo registrado de {source}", en="Correction of what is on record of {source}"
)
_WITHHOLDING = Says(es="Reserva de nombres de {organization}", en="Withholding of names of {organization}")
_MAPPING = Says(
    es="Correspondencias de {organization} con otros sistemas", en="What other systems call {organization}"
)
_PROPOSED = Says(
    es="Es una propuesta: se guarda y no rige. Lo que sigue es lo que cambiaría.",
    en="It is a proposal: it is kept and is not in force. What follows is what it would change.",
)
_CONTENTS = {
    SourceContents.NOT_AT_HAND: Says(
        es="El contenido de la fuente no se tiene a la vista.",
        en="The contents of the source are not at hand.",
    ),
    SourceContents.NONE_OF_STRUCTURE: Says(
        es="La fuente no dispone nada sobre la estructura.", en="The source orders nothing on structure."
    ),
}
_REASON = Says(es="Motivo: {reason}", en="Reason: {reason}")
_DROPPED = Says(es="El acto {ref} no es de la fuente.", en="Act {ref} is not in the source.")
_REREAD = Says(es="El acto {ref} se lee de otro modo.", en="Act {ref} reads otherwise.")
_ERASED = Says(
    es="Se borra el nombre de quien tiene el nombramiento {code}. No se puede deshacer.",
    en="The name behind appointment {code} is erased. This cannot be undone.",
)
_FACTS: dict[str, Says] = {
    "in_force_from": Says(es="Vigente", en="In force"),
    "signed_on": Says(es="Firmada", en="Signed"),
    "published_on": Says(es="Publicada", en="Published"),
    "subject": Says(es="Materia", en="Subject"),
    "citation_printed": Says(es="Cita", en="Citation"),
    "text_url": Says(es="Texto completo", en="Full text"),
}


def source_of(filing: Filing) -> str | None:
    """Return the key of the source that a filing is about; None where it is about none."""
    match filing:
        case Resolution():
            return filing.source.key
        case Supplement() | Correction():
            return filing.source
        case Withholding() | IdMapping():
            return None
        case _:
            assert_never(filing)


def title_of(filing: Filing, citation: str, language: Language) -> str:
    """Return what a filing is; `citation` is that of the source that it is about."""
    match filing:
        case Resolution(kind=EntryKind.PROPOSAL):
            return cited(citation, language, SourceNature.PROPOSAL)
        case Resolution():
            return citation
        case Supplement():
            return _SUPPLEMENT.render(language, {"source": citation})
        case Correction():
            return _CORRECTION.render(language, {"source": citation})
        case Withholding():
            return _WITHHOLDING.render(language, {"organization": filing.organization})
        case IdMapping():
            return _MAPPING.render(language, {"organization": filing.organization})
        case _:
            assert_never(filing)


def own_lines(filing: Filing, language: Language) -> Iterator[Line]:
    """Yield what a filing does that no difference between two answers shows."""
    match filing:
        case Correction():
            yield Line(1, _REASON.render(language, {"reason": filing.reason}), Style.NOTE)
            for each in filing.acts:
                says = _DROPPED if each.drop else _REREAD
                sign, style = ("−", Style.LOSS) if each.drop else ("~", Style.CHANGE)
                yield Line(1, f"{sign} {says.render(language, {'ref': each.ref})}", style)
            for name, says in _FACTS.items() if filing.facts is not None else ():
                if (fact := _fact(filing.facts, name, language)) is not None:
                    yield Line(1, f"~ {says.render(language, {})}: {fact}", Style.CHANGE)
        case Withholding():
            yield Line(1, _REASON.render(language, {"reason": filing.reason}), Style.NOTE)
            for code in filing.appointments:
                yield Line(1, f"− {_ERASED.render(language, {'code': code})}", Style.LOSS)
        case IdMapping():
            for tie in filing.external_ids:
                sign, style = ("−", Style.LOSS) if tie.withdrawn else ("+", Style.GAIN)
                yield Line(1, f"{sign} {tie.code} = {tie.system}: {tie.value}", style)
        case Resolution(kind=EntryKind.PROPOSAL):
            yield Line(1, _PROPOSED.render(language, {}), Style.NOTE)
        case Resolution(contents=SourceContents() as contents):
            yield Line(1, _CONTENTS[contents].render(language, {}), Style.NOTE)
        case Resolution() | Supplement():
            pass
        case _:
            assert_never(filing)


def _fact(facts: CorrectedFacts | None, name: str, language: Language) -> str | None:
    given = getattr(facts, name)
    return legal_date_text(given, language) if isinstance(given, LegalDate) else given
