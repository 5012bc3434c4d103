"""Where a line stands in the tables of a document: its row and its column, counted from 0.

Takes tables, rows and cells as they open and close; answers for the place at hand. Called by `html` and
`docx`. A cell that reaches over several rows or columns moves those beside and below it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

# No table that people read is so wide; without a bound, a hostile page would make every row take long.
MAX_COLUMNS = 100


@dataclass
class _Table:
    row: int = -1
    column: int = 0
    in_cell: bool = False
    # How many columns and rows the cell at hand reaches over.
    reach: tuple[int, int] = (1, 1)
    # The columns that a cell of a row above reaches into, and for how many rows more.
    taken: dict[int, int] = field(default_factory=dict)


class Tables:
    """The tables that are open at a place of the document, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Table] = []

    @property
    def place(self) -> tuple[int | None, int | None]:
        """Return row and column of the cell at hand; None and None outside of cells."""
        if not self._open or not self._open[-1].in_cell:
            return None, None
        return self._open[-1].row, self._open[-1].column

    def open_table(self) -> None:
        """Begin a table."""
        self._open.append(_Table())

    def close_table(self) -> None:
        """End the innermost table."""
        self._open.pop()

    def open_row(self) -> None:
        """Begin a row of the innermost table."""
        if self._open:
            table = self._open[-1]
            table.row += 1
            table.column, table.in_cell = 0, False
            table.taken = {column: rows - 1 for column, rows in table.taken.items() if rows > 0}

    def open_cell(self) -> None:
        """Begin the next cell of the row."""
        if self._open:
            table = self._open[-1]
            table.row = max(table.row, 0)
            while table.column in table.taken:
                table.column += 1
            table.in_cell, table.reach = True, (1, 1)

    def reaches(self, columns: int, rows: int = 1) -> None:
        """Say over how many columns and rows the cell at hand reaches."""
        if self._open:
            self._open[-1].reach = (columns, rows)

    def close_cell(self) -> None:
        """End the cell at hand."""
        if not self._open or not self._open[-1].in_cell:
            return
        table = self._open[-1]
        columns, rows = table.reach
        for _ in range(max(1, min(columns, MAX_COLUMNS))):
            if rows > 1 and table.column < MAX_COLUMNS:
                table.taken[table.column] = rows - 1
            table.column += 1
        table.in_cell = False
