"""The legal sources of a text: its own, from its line of sources, and those that it mentions.

Takes passages; gives sources and the doubts about them. Called by the genres.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from organica.domain.outline import Doubt, DoubtCode, OutlineSource, Place
from organica.importer.drafts import shortened
from organica.importer.passages import Passage
from organica.text.citations import Citation, citations
from organica.text.fold import words

# "…, que modifica la Resolución 10": what comes after is not the text's own source.
_RELATION = re.compile(r"\bque\b", re.IGNORECASE)
_JOINING = frozenset({"y", "e", "de", "del", "la", "las", "el", "los"})


@dataclass(slots=True)
class Sourcing:
    """Gathers sources in the order of the text; each once, and the text's own before a mention of it."""

    _own: list[OutlineSource] = field(default_factory=list)
    _cited: list[OutlineSource] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def take_line(self, printed: str, place: Place) -> None:
        """Read what a line of sources gives."""
        found = citations(printed)
        if not found:
            self.doubts.append(Doubt(DoubtCode.UNREAD_SOURCE, place, printed=shortened(printed)))
            return
        relation = _RELATION.search(printed)
        for citation in found:
            if relation and citation.start > relation.start():
                self._cited.append(_source(citation, "cited", place))
                continue
            if self._own:
                self.doubts.append(Doubt(DoubtCode.SEVERAL_SOURCES, place, printed=citation.printed))
            self._own.append(_source(citation, "self", place))
        self._doubt_rest(printed, found, place)

    def take_mentions(self, passage: Passage) -> None:
        """Note the sources that a passage mentions."""
        self._cited.extend(_source(one, "cited", passage.place) for one in citations(passage.text))

    def finished(self) -> tuple[OutlineSource, ...]:
        """Return each source once: the text's own first, then those mentioned."""
        once: dict[tuple[str, str, str | None, int | None], OutlineSource] = {}
        for source in (*self._own, *self._cited):
            once.setdefault((source.kind, source.number, source.series, source.year), source)
        return tuple(once.values())

    def has_own(self) -> bool:
        """Return whether the text names its own source."""
        return bool(self._own)

    def _doubt_rest(self, printed: str, found: tuple[Citation, ...], place: Place) -> None:
        """Doubt what stands in the line beside the citations: an annex, a relation, an issuer."""
        ends = [0, *(citation.end for citation in found)]
        starts = [*(citation.start for citation in found), len(printed)]
        for start, end in zip(ends, starts, strict=True):
            rest = printed[start:end]
            if any(word not in _JOINING for word in words(rest)):
                self.doubts.append(Doubt(DoubtCode.UNREAD_TEXT, place, printed=shortened(rest.strip(" ,;."))))


def _source(citation: Citation, role: Literal["self", "cited"], place: Place) -> OutlineSource:
    return OutlineSource(
        kind=citation.kind,
        number=citation.number,
        series=citation.series,
        year=citation.year,
        issuer=citation.issuer,
        printed=citation.printed,
        role=role,
        place=place,
    )
