"""The legal sources of a text: its own, and those that it cites, with what they do to each other.

Takes a document and its passages, or one line and one passage after the other; gives sources and the doubts
about them. Called by the genres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from organica.domain.outline import Doubt, DoubtCode, OutlineSource, Place
from organica.importer.document import Document, Line
from organica.importer.drafts import shortened
from organica.importer.gathered_sources import GatheredSources, one_source, source_of
from organica.importer.own_source import own_source, title_end
from organica.importer.passages import Passage
from organica.importer.phrases import source_line
from organica.text.citations import Citation, citations
from organica.text.fold import words
from organica.text.relations import relation_at, relations_at

# "…, que modifica la Resolución 10": what comes after is not the text's own source.
_RELATION = re.compile(r"\bque\b", re.IGNORECASE)
_JOINING = frozenset({"y", "e", "de", "del", "la", "las", "el", "los"})


@dataclass(frozen=True, slots=True)
class SourcesRead:
    """The sources, the text's own first, the doubts about them, and the day of the text ("2011-11-03")."""

    sources: tuple[OutlineSource, ...]
    doubts: tuple[Doubt, ...]
    dated: str | None


def sources_of(document: Document, passages: Sequence[Passage]) -> SourcesRead:
    """Return the sources of a legal text: its own first, then those that it cites, in its order.

    Margin notes of the document count as citing. That the text names no source of its own is a doubt.
    """
    own = own_source(document, passages)
    sourcing = Sourcing()
    if own.source is not None:
        sourcing.take_own(own.source)
    else:
        for printed, place in _source_lines(passages):
            sourcing.take_line(printed, place)
    title = document.facts.get("title", "")
    if title and document.lines:
        number = document.lines[0].number
        sourcing.take_mentions(Passage(title, Place(number, number)), of_title=True)
    end = title_end(passages) if own.source is not None else 0
    for index, passage in enumerate(passages):
        sourcing.take_mentions(passage, of_title=index < end)
    for note in _notes(document.lines):
        sourcing.take_mentions(note)
    doubts = [*own.doubts, *sourcing.doubts]
    if not sourcing.has_own() and passages:
        whole = passages[0].place.through(passages[-1].place)
        doubts.append(Doubt(DoubtCode.NO_SOURCE, whole))
    return SourcesRead(sourcing.finished(), tuple(doubts), own.dated)


@dataclass(slots=True)
class Sourcing:
    """Gathers sources in the order of the text; each once, and the text's own before a mention of it."""

    _own: list[OutlineSource] = field(default_factory=list)
    _cited: GatheredSources = field(default_factory=GatheredSources)
    doubts: list[Doubt] = field(default_factory=list)

    def take_own(self, source: OutlineSource) -> None:
        """Note the source that the text is."""
        self._own.append(source)

    def take_line(self, printed: str, place: Place) -> None:
        """Read what a line of sources gives."""
        found = citations(printed)
        if not found:
            self.doubts.append(Doubt(DoubtCode.UNREAD_SOURCE, place, printed=shortened(printed)))
            return
        relation = _RELATION.search(printed)
        for citation in found:
            if relation and citation.start > relation.start():
                bears = relation_at(printed, citation.start, citation.end, of_title=True)
                self._cited.add(source_of(citation, "cited", place, bears))
                continue
            if self._own:
                self.doubts.append(Doubt(DoubtCode.SEVERAL_SOURCES, place, printed=citation.printed))
            self._own.append(source_of(citation, "self", place))
        self._doubt_rest(printed, found, place)

    def take_mentions(self, passage: Passage, of_title: bool = False) -> None:
        """Note the sources that a passage mentions; `of_title` when it is part of the title of the act."""
        found = citations(passage.text)
        if not found:
            return
        relations = relations_at(passage.text, [(one.start, one.end) for one in found], of_title)
        for one, relation in zip(found, relations, strict=True):
            self._cited.add(source_of(one, "cited", passage.place, relation))

    def finished(self) -> tuple[OutlineSource, ...]:
        """Return each source once: the text's own first, then those mentioned."""
        own = GatheredSources()
        for source in self._own:
            own.add(source)
        cited = (one for one in self._cited.all() if not any(one_source(one, mine) for mine in own.all()))
        return (*own.all(), *cited)

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


def _source_lines(passages: Sequence[Passage]) -> Iterator[tuple[str, Place]]:
    """Yield what follows "Fuente normativa:", on its line or, where the line ends there, on the next one."""
    for index, passage in enumerate(passages):
        printed = source_line(passage.text)
        if printed:
            yield printed, passage.place
        elif printed is not None and index + 1 < len(passages):
            yield passages[index + 1].text, passage.place.through(passages[index + 1].place)


def _notes(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield the notes beside the text; the lines of one note follow each other."""
    texts: list[str] = []
    first = last = 0
    for line in lines:
        if not line.note:
            continue
        if texts and line.number - last > 1:
            yield Passage(" ".join(texts), Place(first, last))
            texts = []
        first = first if texts else line.number
        last = line.number
        texts.append(line.text)
    if texts:
        yield Passage(" ".join(texts), Place(first, last))
