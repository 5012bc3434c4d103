"""Tables copied as text: a cell a line, the columns in their order, blank cells missing.

Takes the passages below the heads of the columns; returns rows. Called by `found`. What a line is follows
from the line above it: behind a unit comes its text, behind that its source, days and links.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from organica.importer.passages import Passage, ends_a_sentence
from organica.importer.transparency_table.columns import DATES, Column
from organica.importer.transparency_table.glued import cells_of
from organica.importer.transparency_table.rows import LINK, SourceCell, TableRow
from organica.importer.transparency_table.words import (
    day_alone,
    is_row_number,
    may_name_a_unit,
    names_a_source,
    names_a_unit,
    numbered_as_units_are,
    says_nothing,
    without_number,
)
from organica.text.fold import folded
from organica.text.labels import bulleted, labelled, labels_after

_MOST_CHARACTERS_OF_A_SOURCE_LINE = 200


class _Stage(IntEnum):
    """Which cell the line above was."""

    BEGIN = 0
    UNIT = 1
    TEXT = 2
    SOURCE = 3
    END = 4


@dataclass(slots=True)
class _Copy:
    columns: tuple[Column, ...]
    glued: bool
    rows: list[TableRow] = field(default_factory=list)
    unread: list[Passage] = field(default_factory=list)
    stage: _Stage = _Stage.BEGIN
    names: set[str] = field(default_factory=set)
    label: str | None = None

    def take(self, passage: Passage, below: Passage | None) -> None:
        """Read one line; `below` is the next one."""
        text = passage.text
        day = day_alone(text)
        if is_row_number(text):
            (self.rows[-1].reach if self.rows else self.unread.append)(passage)
        elif says_nothing(text) or (day and self._has_days()):
            self._mark(passage, day or LINK)
        elif self.glued and self._took_cells(passage):
            return
        elif self._names(passage, below):
            self._unit(passage)
        elif self._is_source(passage):
            self._source(passage)
        else:
            self._text(passage)

    def _has_days(self) -> bool:
        return any(column in DATES for column in self.columns)

    def _mark(self, passage: Passage, mark: str) -> None:
        if not self.rows:
            self.unread.append(passage)
            return
        self.rows[-1].reach(passage)
        if not self.rows[-1].sources:
            self.rows[-1].sources.append(SourceCell())
        self.rows[-1].sources[-1].marks.append(mark)
        self.stage = _Stage.END

    def _names(self, passage: Passage, below: Passage | None) -> bool:
        """Return whether the line is the name of a unit, from its words and from the cell above it."""
        text = passage.text
        if self.stage is _Stage.UNIT or names_a_source(text):
            return False
        known = folded(without_number(text)) in self.names
        if known or (numbered_as_units_are(text) and names_a_unit(text)):
            return True
        item = labelled(text)
        if bulleted(text) or (item and item.label and item.label in self._next_labels()):
            return False
        if self.stage in (_Stage.BEGIN, _Stage.END):
            # Behind days and links a row has ended: what comes is the first cell of the next one.
            by_place = not self.glued and may_name_a_unit(text) and not text.endswith(".")
            return by_place or names_a_unit(text)
        if not names_a_unit(text):
            return False
        if self.stage is _Stage.TEXT:
            cut_off = below is not None and (names_a_source(below.text) or day_alone(below.text) is not None)
            whole = ends_a_sentence(self.rows[-1].texts[-1].text)
            return whole and not cut_off and not ends_a_sentence(text)
        return True

    def _next_labels(self) -> tuple[str, ...]:
        if self.stage is not _Stage.TEXT:
            return ("a", "1", "A", "I", "i", *(labels_after(self.label) if self.label else ()))
        return labels_after(self.label) if self.label else ("a", "1", "A", "I", "i")

    def _unit(self, passage: Passage) -> None:
        self.names.add(folded(without_number(passage.text)))
        self.rows.append(TableRow(passage.place, unit=passage))
        self.stage, self.label = _Stage.UNIT, None

    def _is_source(self, passage: Passage) -> bool:
        if not self.rows:
            return False
        text = passage.text
        if self.stage is _Stage.SOURCE and not (labelled(text) or bulleted(text)):
            # "Ley Nº 18.695" / "Orgánica Constitucional de Municipalidades"
            short = len(text) <= _MOST_CHARACTERS_OF_A_SOURCE_LINE
            return names_a_source(text) or day_alone(text) is not None or (short and may_name_a_unit(text))
        return names_a_source(text)

    def _source(self, passage: Passage) -> None:
        row = self.rows[-1]
        row.reach(passage)
        if self.stage is not _Stage.SOURCE:
            row.sources.append(SourceCell())
        row.sources[-1].passages.append(passage)
        self.stage = _Stage.SOURCE

    def _text(self, passage: Passage) -> None:
        if not self.rows:
            self.unread.append(passage)
            return
        if self.stage in (_Stage.SOURCE, _Stage.END):
            # A row without a unit goes on with the one above.
            self.rows.append(TableRow(passage.place))
            self.label = None
        self.rows[-1].reach(passage)
        self.rows[-1].texts.append(passage)
        item = labelled(passage.text)
        self.label = item.label if item and item.label else self.label
        self.stage = _Stage.TEXT

    def _took_cells(self, passage: Passage) -> bool:
        """Take the cells of a line; return False where it is one cell alone."""
        cells = cells_of(passage.text, self.columns)
        if cells.text == passage.text or (not self.rows and not cells.unit):
            return False
        if cells.unit:
            self._unit(replace(passage, text=cells.unit))
        if cells.text:
            self._text(replace(passage, text=cells.text))
        if cells.source:
            self._source(replace(passage, text=cells.source))
        for mark in cells.marks:
            self._mark(passage, mark)
        return True


def copied_rows(
    passages: Sequence[Passage], columns: tuple[Column, ...], *, glued: bool
) -> tuple[tuple[TableRow, ...], tuple[Passage, ...]]:
    """Return the rows, and the lines before the first of them; `glued` when a row stands in a line."""
    copy = _Copy(columns, glued)
    for place, passage in enumerate(passages):
        copy.take(passage, passages[place + 1] if place + 1 < len(passages) else None)
    return tuple(copy.rows), tuple(copy.unread)
