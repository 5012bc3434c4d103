"""Tables as CSV: a header and rows become lines that programs read and no spreadsheet runs.

Takes column names and rows of plain cells; yields lines as RFC 4180 has them. Called by the REST exports.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TypeAlias

from organica.text.unseen import is_unseen

Cell: TypeAlias = str | int | date | None
"""A boolean is an int here, and is written as true or false."""

MARK = "'"
# Excel, LibreOffice and Google Sheets run a cell that begins so; the last four are the wide forms of the
# first four, which Excel takes for them in some languages.
_RUN = frozenset("=+-@＝＋－＠")
# These make some spreadsheets begin a new cell, or look behind them for a formula.
_BREAK = frozenset("\t\r\n")


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]], separator: str = ",") -> Iterator[str]:
    """Yield the table line by line: commas, CRLF, quotes where needed, a header row, no byte order mark.

    A line that holds line breaks in quotes is yielded whole. Source: RFC 4180, section 2.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=separator, lineterminator="\r\n")
    for row in chain([header], rows):
        writer.writerow([_text(cell) for cell in row])
        yield written.getvalue()
        written.seek(0)
        written.truncate()


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return inert(cell)
        case date():
            return cell.isoformat()
        case int():
            return str(cell)


def inert(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula: an apostrophe goes before one that it would run.

    What nobody sees is looked through, so that a formula behind a mark of direction is found too. A text that
    begins with an apostrophe gets another one: whoever takes away one that begins a cell has every text as it
    is in the register.
    """
    if text.startswith(MARK):
        return MARK + text
    for character in text:
        if character in _RUN or character in _BREAK:
            return MARK + text
        if not (character.isspace() or is_unseen(character)):
            break
    return text
