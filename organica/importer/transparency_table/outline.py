"""What a transparency table says: the units of its rows, their functions, and the source of each.

Takes a document; returns an `Outline`, or None when it holds no such table. Called by `reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from organica.domain.outline import Doubt, DoubtCode, Outline, PassedBecause, PassedOver
from organica.importer.bodies import body_of
from organica.importer.document import Document
from organica.importer.drafts import shortened
from organica.importer.gathered_sources import GatheredSources, source_of
from organica.importer.passages import Passage
from organica.importer.transparency_table.drafts import UnitDraft
from organica.importer.transparency_table.found import Found, tables_of
from organica.importer.transparency_table.rows import SourceCell, Table
from organica.importer.transparency_table.words import day_at, is_row_number, says_nothing, without_number
from organica.importer.unit_phrases import has_a_verb
from organica.importer.unit_words import may_be_a_body
from organica.text.citations import Citation, citations
from organica.text.fold import folded
from organica.text.labels import labelled

# "D.A. Nº 1567": what municipalities of Chile write for decreto alcaldicio; elsewhere it means other acts.
_DECREE_OF_A_MAYOR = re.compile(r"\bD\.\s?A\.(?=\s*N?[°º]?\s*\d)")
_WRITTEN_OUT = "Decreto Alcaldicio"
_BLANKS = re.compile(r"\s*")
_MOST_CHARACTERS_OF_A_BODY = 120


def table_outline(document: Document, gathered: Sequence[Passage]) -> Outline | None:
    """Return the outline of the transparency tables in a document, or None when there is none."""
    found = tables_of(document, gathered)
    if found is None:
        return None
    reading = _Reading()
    for table in found.tables:
        reading.take(table)
    return reading.finished(document, found) if reading.drafts else None


@dataclass(slots=True)
class _Reading:
    drafts: dict[str, UnitDraft] = field(default_factory=dict)
    sources: GatheredSources = field(default_factory=GatheredSources)
    doubts: list[Doubt] = field(default_factory=list)
    passed: list[PassedOver] = field(default_factory=list)
    unread_sources: set[str] = field(default_factory=set)
    cites: bool = False

    def take(self, table: Table) -> None:
        """Read the rows of a table."""
        at_hand: UnitDraft | None = None
        for row in table.rows:
            if row.unit is not None:
                at_hand = self._begun(row.unit, at_hand)
            for cell in row.sources:
                self._take_source(cell, cell.date_from(table.columns))
            for text in row.texts:
                for citation in citations(text.text):
                    self.sources.add(source_of(citation, "cited", text.place))
            if at_hand is not None:
                at_hand.take(row)
            else:
                # A row before the first unit: nothing says whose it is.
                self.doubts.extend(_unread(row.texts))
                if not row.texts:
                    self.passed.append(PassedOver(row.place, PassedBecause.OTHER_MATTERS))

    def finished(self, document: Document, found: Found) -> Outline:
        """Return the outline; what stands around the tables was passed over."""
        units = tuple(draft.finished() for draft in self.drafts.values())
        stray = [passage for table in found.tables for passage in table.unread]
        nothing = [one for one in stray if says_nothing(one.text) or is_row_number(one.text)]
        self.doubts.extend(_unread(one for one in stray if one not in nothing))
        for draft in self.drafts.values():
            self.doubts.extend(draft.doubts)
        last = found.tables[-1].rows[-1].place
        if not self.cites:
            whole = found.tables[0].header.through(last)
            self.doubts.append(Doubt(DoubtCode.NO_SOURCE, whole))
        passed = [
            *_front(found.above),
            *self.passed,
            *(PassedOver(table.header, PassedBecause.HEADINGS) for table in found.tables),
            *(PassedOver(one, PassedBecause.HEADINGS) for table in found.tables for one in table.repeated),
            *(PassedOver(one.place, PassedBecause.OTHER_MATTERS) for one in (*nothing, *found.around)),
        ]
        return Outline(
            units=units,
            heads=(),
            sources=self.sources.all(),
            doubts=tuple(sorted((*document.doubts, *self.doubts), key=_by_place)),
            body=_body(document, found.above),
            passed_over=_joined(sorted(passed, key=_by_place)),
        )

    def _begun(self, unit: Passage, above: UnitDraft | None) -> UnitDraft:
        """Return the draft of the unit that a row names; the rows of one unit follow each other."""
        name = without_number(unit.text)
        key = folded(name)
        draft = self.drafts.get(key)
        if draft is not None and draft is not above:
            self.doubts.append(Doubt(DoubtCode.REPEATED_UNIT, unit.place, draft.name, shortened(name)))
        if draft is None:
            draft = self.drafts[key] = UnitDraft(name, unit.place, unit.place)
        return draft

    def _take_source(self, cell: SourceCell, published: str | None) -> None:
        if not cell.passages:
            return
        self.cites = True
        place = cell.passages[0].place.through(cell.passages[-1].place)
        printed = cell.printed
        found = _cited(printed, published)
        if not found and printed not in self.unread_sources:
            self.unread_sources.add(printed)
            self.doubts.append(Doubt(DoubtCode.UNREAD_SOURCE, place, printed=shortened(printed)))
        for citation in found:
            self.sources.add(source_of(citation, "cited", place))


def _cited(printed: str, published: str | None) -> tuple[Citation, ...]:
    """Return the acts that a cell cites, each with the day that is printed behind it or beside the cell."""
    short = _DECREE_OF_A_MAYOR.search(printed)
    written_out = _DECREE_OF_A_MAYOR.sub(_WRITTEN_OUT, printed)
    found = citations(written_out)
    # One day of publication beside several acts could be of any of them.
    day = published if len({one.number for one in found}) == 1 else None
    return tuple(
        replace(
            one,
            date=one.date or _date_behind(written_out, one.end) or day,
            printed=one.printed.replace(_WRITTEN_OUT, short[0]) if short else one.printed,
        )
        for one in found
    )


def _date_behind(printed: str, end: int) -> str | None:
    """Return the day that follows a citation at once ("D.A. Nº 01567 30.10.88")."""
    blanks = _BLANKS.match(printed, end)
    return day_at(printed, blanks.end()) if blanks else None


def _front(above: Sequence[Passage]) -> list[PassedOver]:
    if not above:
        return []
    return [PassedOver(above[0].place.through(above[-1].place), PassedBecause.FRONT)]


def _unread(passages: Iterable[Passage]) -> list[Doubt]:
    return [Doubt(DoubtCode.UNREAD_TEXT, one.place, printed=shortened(one.text)) for one in passages]


def _body(document: Document, above: Sequence[Passage]) -> str | None:
    """Return the body that a heading above the table names, or that the title of the page does."""
    for passage in above:
        item = labelled(passage.text)
        text = item.text if item else passage.text
        short = len(text) <= _MOST_CHARACTERS_OF_A_BODY and " " in text
        if short and may_be_a_body(text) and not has_a_verb(text) and not text.endswith((".", ":")):
            return text
    named = body_of(document.facts, above)
    return named.name if named else None


def _joined(passed: Sequence[PassedOver]) -> tuple[PassedOver, ...]:
    """Join what was passed over for one reason on lines that follow each other."""
    joined: list[PassedOver] = []
    for one in passed:
        last = joined[-1] if joined else None
        if last and last.because is one.because and one.place.first_line <= last.place.last_line + 1:
            joined[-1] = PassedOver(last.place.through(one.place), last.because)
        else:
            joined.append(one)
    return tuple(joined)


def _by_place(one: Doubt | PassedOver) -> tuple[int, int]:
    return one.place.first_line, one.place.last_line
