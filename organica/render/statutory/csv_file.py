"""A statutory table as the file that a portal takes: CSV with semicolons, in UTF-8 or Latin-1.

Takes a table and a charset; returns lines and bytes, and what the charset cannot write. Called by REST and
the command line. Days are written dd/mm/aaaa, as the headers ask. No spreadsheet runs a cell (decision 0020).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from organica.render.csv_table import Cell as PlainCell
from organica.render.csv_table import csv_lines
from organica.render.statutory.cells import DAY_FORMAT, Cell
from organica.render.statutory.missing import Missing, Reason
from organica.render.statutory.table import StatutoryTable

SEPARATOR = ";"
# Excel takes a file without it for one in the code page of its own language.
BYTE_ORDER_MARK = "\ufeff"


class Charset(StrEnum):
    """How the characters of a file are written. Portals took LATIN1 for years, and some still do."""

    UTF8 = "utf-8"
    LATIN1 = "latin1"

    @property
    def registered(self) -> str:
        """Return the name under which IANA has it, for Content-Type."""
        return "utf-8" if self is Charset.UTF8 else "iso-8859-1"


def cell_text(cell: Cell) -> str | None:
    """Return a cell as people read it: a day as dd/mm/aaaa."""
    return cell.strftime(DAY_FORMAT) if isinstance(cell, date) else cell


def file_lines(headers: Sequence[str], rows: Iterable[Sequence[PlainCell]]) -> Iterator[str]:
    """Yield the lines of the file, the headers first, to the letter."""
    return csv_lines(headers, ([_shown(cell) for cell in row] for row in rows), SEPARATOR)


def _shown(cell: PlainCell) -> PlainCell:
    return cell.strftime(DAY_FORMAT) if isinstance(cell, date) else cell


def encoded(lines: Iterable[str], charset: Charset) -> bytes:
    """Return the bytes of a file. What Latin-1 has not becomes its code in brackets: [U+2013]."""
    text = "".join(lines)
    if charset is Charset.UTF8:
        return (BYTE_ORDER_MARK + text).encode()
    return "".join(each if _is_latin1(each) else f"[{_code(each)}]" for each in text).encode("latin-1")


def unwritable(table: StatutoryTable, charset: Charset) -> Iterator[Missing]:
    """Yield each cell with characters that a charset cannot write, and which they are."""
    if charset is Charset.UTF8:
        return
    for row in table.rows:
        for column, cell in zip(table.template.columns, row.cells, strict=True):
            lacking = dict.fromkeys(each for each in cell_text(cell) or "" if not _is_latin1(each))
            if lacking:
                named = ", ".join(f"{each} ({_code(each)})" for each in lacking)
                yield Missing(
                    Reason.UNWRITABLE, column.value, column.header, row.unit, row.source, detail=named
                )


def _is_latin1(character: str) -> bool:
    return ord(character) < 0x100


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
