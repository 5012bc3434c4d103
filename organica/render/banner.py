"""What an answer says of itself: how far the register covers it, and how certain it is.

Takes the coverage and the days of an answer; returns sentences, and the one rule of the last check that
JSON and sentences share. Called by the command line and by REST.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from organica.domain.coverage import Coverage, CoveragePart
from organica.domain.dates import LegalDate
from organica.domain.errors import Language, Says
from organica.domain.resolution import CoverageStatus
from organica.render.days import day_text, legal_date_text, since_text, until_text

_ENDED = Says(es="La organización terminó {when}.", en="The organization ended {when}.")
_ENDED_BY = Says(
    es="La organización terminó {when}, por {act}.", en="The organization ended {when}, by {act}."
)
_FOLLOWED = Says(es="{ended} Le sucede {heirs}.", en="{ended} Its successor is {heirs}.")


def no_later_act_known(coverage: Coverage, change_point: date | None, as_of: date) -> bool | None:
    """Tell whether nothing is known to have changed the answer between the last check and the day asked for.

    True: the day lies after the check, and what held on the day of the check still holds. False: it lies
    after the check, and the answer changed in between. None where the question does not arise: the day is
    not after the check, some part was never checked, or nothing is covered.
    """
    checked_on = coverage.checked_on
    if checked_on is None or as_of <= checked_on:
        return None
    return change_point is None or change_point <= checked_on


def coverage_sentences(
    coverage: Coverage,
    organization: str,
    names: Mapping[str, str],
    language: Language,
    *,
    as_of: date,
    change_point: date | None,
    literal: Callable[[str], str] = str,
) -> Iterator[str]:
    """Yield what the register covers, up to which day it was checked, and what is known since.

    `literal` returns how a name or a note stands in a sentence.
    """
    if not coverage.parts:
        yield (
            "Sin cobertura: el registro no tiene nada de esa fecha; pudo haber unidades."
            if language == "es"
            else "Not covered: the register holds nothing of that day; units may well have existed."
        )
        return
    for part in coverage.parts:
        yield _part_sentence(part, organization, names, language, literal)
    if coverage.checked_on is not None:
        later = _since_the_check(coverage, change_point, as_of, language)
        checked = day_text(coverage.checked_on, language)
        yield f"{'Revisado el' if language == 'es' else 'Checked on'} {checked}{later}."


def not_at_hand_sentence(citations: Sequence[str], language: Language) -> str | None:
    """Return which sources are in force whose contents are not at hand; None where there is none."""
    if not citations:
        return None
    named = "; ".join(citations)
    if language == "es":
        return f"Rigen fuentes cuyo contenido no se tiene: {named}."
    return f"Sources are in force whose contents are not at hand: {named}."


def _since_the_check(coverage: Coverage, change_point: date | None, as_of: date, language: Language) -> str:
    none_known = no_later_act_known(coverage, change_point, as_of)
    if none_known is None:
        return ""
    if none_known or change_point is None:
        es, en = "; no consta ningún acto posterior", "; no later act is known"
    else:
        day = day_text(change_point, language)
        es, en = f"; después consta un cambio, desde el {day}", f"; a later change is known, from {day}"
    return es if language == "es" else en


def _part_sentence(
    part: CoveragePart,
    organization: str,
    names: Mapping[str, str],
    language: Language,
    literal: Callable[[str], str],
) -> str:
    whole = part.part == organization
    complete = part.status is CoverageStatus.COMPLETE
    name = literal(names.get(part.part, part.part))
    if language == "es":
        extent = "toda la organización" if whole else f"«{name}» y lo que de ella depende"
        text = f"Cobertura {'completa' if complete else 'parcial'} de {extent}."
    else:
        extent = "the whole organization" if whole else f"“{name}” and all below it"
        text = f"{'Complete' if complete else 'Partial'} coverage of {extent}."
    return f"{text} {literal(part.note.rstrip('.'))}." if part.note else text


def force_sentence(since: LegalDate | None, until: LegalDate | None, language: Language) -> str | None:
    """Return the days on which the answer is in force; None before anything is known."""
    if since is None:
        return None
    opening = "Así está" if language == "es" else "In this form"
    ending = f" {until_text(until, language)}" if until else ""
    return f"{opening} {since_text(since, language)}{ending}."


def ended_sentence(until: LegalDate, citation: str | None, heirs: Sequence[str], language: Language) -> str:
    """Return that an organization is no more: since when, by which act, and which one has its place."""
    says = _ENDED_BY if citation else _ENDED
    ended = says.render(language, {"when": legal_date_text(until, language), "act": citation})
    return _FOLLOWED.render(language, {"ended": ended, "heirs": ", ".join(heirs)}) if heirs else ended


def certainty_sentence(certain: bool, end: date | None, language: Language) -> str | None:
    """Return the warning of an uncertain answer; None where it is certain.

    `end` is the first day of the next answer, at which the uncertainty may be over.
    """
    if certain:
        return None
    if language == "es":
        until = f" Hay certeza desde el {day_text(end, language)}." if end else ""
        return f"Respuesta no segura: la fecha exacta de un acto no consta y podía no regir aún.{until}"
    until = f" It is certain from {day_text(end, language)}." if end else ""
    return f"Not certain: an act's exact date is not on record, and it may not have been in force yet.{until}"
