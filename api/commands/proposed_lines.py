"""What became of a proposal, and why it no longer applies, as lines to read.

Takes values of the register and a language; yields lines. Called by proposals and preview.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.errors import Language, Refused, Says
from organica.register.proposals import Fate
from organica.render.tree import Line, Style

_ENACTED = Says(es="La recoge: {source}.", en="Enacted by: {source}.")
_REPLACED = Says(es="La reemplaza: {source}.", en="Replaced by: {source}.")
_GONE = Says(es="Ya no se puede aplicar: {why}", en="It can no longer apply: {why}")


def fate_lines(fate: Fate, language: Language, *, indent: int = 0) -> Iterator[Line]:
    """Yield the norms that implement a proposal, and the proposals that took its place."""
    for record in fate.enacted_by:
        said = _ENACTED.render(language, {"source": record.source.citation})
        yield Line(indent, said, Style.NOTE, record.source.key)
    for record in fate.replaced_by:
        said = _REPLACED.render(language, {"source": record.source.citation})
        yield Line(indent, said, Style.NOTE, record.source.key)


def refusal_lines(refusal: Refused, language: Language) -> Iterator[Line]:
    """Yield why a proposal no longer applies, by which of its acts, and what to do about it."""
    act = refusal.facts.get("act")
    place = "" if act is None else f"acto {act}" if language == "es" else f"act {act}"
    yield Line(0, _GONE.render(language, {"why": refusal.sentence(language)}), Style.DOUBT, place)
    yield Line(0, refusal.cure(language), Style.NOTE)
