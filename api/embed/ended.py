"""That an organization is no more, in a sentence: since when, by which act, and which one has its place.

Takes an archive, a day and the entry at which it is known; returns the sentence, or nothing where the
organization is in force or has not begun. Called by the page of a structure and by its chart.
"""

from __future__ import annotations

from datetime import date

from organica.domain.errors import Language
from organica.domain.states import LineageKind, Noun
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.histories import organization_by
from organica.render.banner import ended_sentence
from organica.render.sentences import Literal


async def ended_of(
    consult: Consult, archive: Archive, day: date, known: int, language: Language, literal: Literal = str
) -> str | None:
    """Return the sentence. `literal` returns how a name stands in it."""
    last = organization_by(archive, day, known)
    until = last.in_force_until if last else None
    if last is None or until is None or until.earliest > day:
        return None
    code = archive.organization
    kinship = await consult.kinship(Noun.ORGANIZATION, code, code, day, KnownAt(entry=known))
    heirs = [each for each in kinship.successors if each.kind is LineageKind.SUCCESSION]
    citation = literal(last.ended_by.citation) if last.ended_by else None
    return ended_sentence(until, citation, [literal(each.name or each.code) for each in heirs], language)
