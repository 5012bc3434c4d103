"""Where the tables of a document are.

Takes a document and its passages; returns the tables, and the lines that are in none. Called by `outline`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organica.domain.outline import Place
from organica.importer.document import Document
from organica.importer.headings import article_in
from organica.importer.passages import Passage
from organica.importer.transparency_table.cells import table_of, tables_in
from organica.importer.transparency_table.columns import (
    Column,
    columns_headed,
    head_a_table,
    titles_the_table,
)
from organica.importer.transparency_table.copied import copied_rows
from organica.importer.transparency_table.rows import Table
from organica.importer.transparency_table.words import names_a_unit
from organica.text.labels import labelled

# So many lines that begin in small letters show that the lines are narrower than the sentences.
_WRAPS_THAT_TELL = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a document in its order, the lines before the first, and those around the others."""

    tables: tuple[Table, ...]
    above: tuple[Passage, ...]
    around: tuple[Passage, ...]


def tables_of(document: Document, gathered: Sequence[Passage]) -> Found | None:
    """Return the tables that have rows, or None when there is none."""
    return _drawn(document) or _copied(document, gathered) or _titled(document, gathered)


def _drawn(document: Document) -> Found | None:
    tables: list[Table] = []
    above: list[Passage] = []
    around: list[Passage] = []
    for run in tables_in(document.lines):
        table = table_of(run) if run[0].row is not None else None
        if table is not None and table.rows:
            tables.append(table)
        else:
            (around if tables else above).extend(
                Passage(line.text, Place(line.number, line.number)) for line in run
            )
    return Found(tuple(tables), tuple(above), tuple(around)) if tables else None


def _copied(document: Document, gathered: Sequence[Passage]) -> Found | None:
    passages = _as_cells(document, gathered)
    end = 0
    while end < len(passages):
        first, columns = end, list[Column]()
        while end < len(passages) and (heads := columns_headed(passages[end].text)):
            columns += heads
            end += 1
        if not head_a_table(columns):
            end = max(end, first + 1)
            continue
        header = passages[first].place.through(passages[end - 1].place)
        below = [passage for passage in passages[end:] if not columns_headed(passage.text)]
        again = tuple(passage.place for passage in passages[end:] if columns_headed(passage.text))
        rows, unread = copied_rows(below, tuple(columns), glued=end - first == 1)
        if not rows:
            return None
        table = Table(tuple(columns), header, rows, unread, again)
        return Found((table,), tuple(passages[:first]), ())
    return None


def _titled(document: Document, gathered: Sequence[Passage]) -> Found | None:
    """Return what stands below a title alone, where a unit follows at once and nothing comes in articles."""
    passages = _as_cells(document, gathered)
    first = next((place for place, one in enumerate(passages[:-1]) if titles_the_table(one.text)), None)
    if first is None or not names_a_unit(passages[first + 1].text):
        return None
    if any(article_in(passage.text) for passage in passages):
        return None
    columns = (Column.UNIT, Column.TEXT)
    rows, unread = copied_rows(passages[first + 1 :], columns, glued=False)
    table = Table(columns, passages[first].place, rows, unread)
    return Found((table,), tuple(passages[:first]), ())


def _as_cells(document: Document, gathered: Sequence[Passage]) -> Sequence[Passage]:
    """Return the lines one by one, or gathered where the text is set narrower than its sentences."""
    lines = [line for line in document.lines if line.text and not line.note]
    wrapped = sum(line.text[0].islower() and not labelled(line.text) for line in lines)
    if wrapped >= _WRAPS_THAT_TELL:
        return gathered
    return [Passage(line.text, Place(line.number, line.number), label=line.label) for line in lines]
