"""Tables that the format of the document gives as such: HTML, DOCX, Markdown.

Takes the lines of one table; returns it with its rows, or None when it is another one. Called by `found`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from organica.domain.outline import Place
from organica.importer.document import Line
from organica.importer.passages import Passage
from organica.importer.transparency_table.columns import Column, columns_headed, head_a_table
from organica.importer.transparency_table.rows import SourceCell, Table, TableRow
from organica.importer.transparency_table.words import day_alone, says_nothing

# Above the heads of its columns a table may bear its title.
_ROWS_THAT_HEAD = 4


def tables_in(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each run: of one table, or of what stands between tables."""
    run: list[Line] = []
    for line in lines:
        if not line.text or line.note:
            continue
        if run and not _same_run(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _same_run(before: Line, line: Line) -> bool:
    if before.row is None or line.row is None:
        return before.row is None and line.row is None
    return (before.row, before.cell or 0) <= (line.row, line.cell or 0)


def table_of(lines: Sequence[Line]) -> Table | None:
    """Return the table with its rows, or None when its columns are not those of the law."""
    by_row = [list(row) for _number, row in groupby(lines, key=lambda line: line.row)]
    for place, row in enumerate(by_row[:_ROWS_THAT_HEAD]):
        heads = _heads(row)
        if head_a_table(heads.values()):
            header = _place(lines[0], row[-1])
            below = by_row[place + 1 :]
            again = [row for row in below if _heads(row) == heads]
            told = [row for row in below if row not in again]
            return Table(
                columns=tuple(heads[cell] for cell in sorted(heads)),
                header=header,
                rows=tuple(_row(row, heads) for row in told),
                unread=tuple(_unread(told, heads)),
                repeated=tuple(_place(row[0], row[-1]) for row in again),
            )
    return None


def _heads(row: Sequence[Line]) -> dict[int, Column]:
    heads: dict[int, Column] = {}
    for cell, lines in groupby(row, key=lambda line: line.cell or 0):
        columns = columns_headed(" ".join(line.text for line in lines))
        if len(columns) == 1:
            heads[cell] = columns[0]
    return heads


def _row(lines: Sequence[Line], heads: dict[int, Column]) -> TableRow:
    row = TableRow(_place(lines[0], lines[-1]))
    names: list[Line] = []
    source = SourceCell()
    for line in lines:
        column = heads.get(line.cell or 0)
        if says_nothing(line.text):
            continue
        if column is Column.UNIT:
            names.append(line)
        elif column is Column.TEXT:
            row.texts.append(_passage(line))
        elif column is Column.SOURCE:
            source.passages.append(_passage(line))
        elif column is Column.PUBLISHED:
            source.published = source.published or day_alone(line.text)
    if names:
        whole = " ".join(line.text for line in names)
        row.unit = Passage(whole, _place(names[0], names[-1]))
    if source.passages:
        row.sources.append(source)
    return row


def _unread(rows: Iterable[Sequence[Line]], heads: dict[int, Column]) -> Iterator[Passage]:
    """Yield what stands in cells under no known head, as far as it is text."""
    for line in (line for row in rows for line in row):
        nothing = says_nothing(line.text) or line.text.isdigit() or day_alone(line.text) is not None
        if (line.cell or 0) not in heads and not nothing:
            yield _passage(line)


def _passage(line: Line) -> Passage:
    return Passage(line.text, Place(line.number, line.number), label=line.label)


def _place(first: Line, last: Line) -> Place:
    return Place(first.number, last.number)
