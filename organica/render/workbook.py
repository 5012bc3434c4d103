"""Tables as XLSX: one sheet, real dates and numbers, the same bytes for the same cells.

Takes a sheet of plain cells; returns the bytes of a workbook, or refuses what does not fit. Called by REST
and the command line. Source: ISO/IEC 29500-1 (SpreadsheetML); the bounds are those of "Excel specifications
and limits".
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from organica.domain.statutory import Paper
from organica.render.csv_table import Cell
from organica.render.workbook_layout import FONT_SIZE_PT, height, set_up, widths
from organica.render.workbook_refusals import CellTooLong, TooManyRows

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The headers have the first of the 1,048,576 rows.
MAX_ROWS = 1_048_575
# Excel counts in UTF-16, as `units_of` does.
MAX_CELL_UNITS = 32_767
LONGEST_CODE = len("[U+0000]")
MAX_NAME_CHARACTERS = 31
# Excel takes 1900 for a leap year, and programs disagree about the days before its false 29 February.
FIRST_DAY = date(1900, 3, 1)
# What no XML can carry (XML 1.0, section 2.2), halves of a surrogate pair among it.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\]")
# Excel keeps this name for itself.
_RESERVED = "history"
# A moment of making would change the bytes of equal answers: every workbook has this one.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # The format has no time zones.


class Days(StrEnum):
    """How days are shown: as our own tables write them, or as the law of the portals asks."""

    ISO = "yyyy-mm-dd"
    PORTAL = "dd/mm/yyyy"

    def text(self, day: date) -> str:
        """Return a day in these words, for one that no cell can hold as a date."""
        return day.isoformat() if self is Days.ISO else day.strftime("%d/%m/%Y")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a sheet: its name, headers to the letter, rows of plain cells, and how its days are shown.

    `title` and `about` are told in the properties of the file, beside the table and not in it. `foot` stands
    below each printed page, at the left; it holds codes and days only. `paper`: what it is printed on.
    """

    name: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    days: Days = Days.ISO
    title: str = ""
    about: str = ""
    foot: str = ""
    paper: Paper | None = None


def units_of(text: str) -> int:
    """Return how long a text is as Excel counts: in units of UTF-16."""
    return len(text) + sum(character > "\uffff" for character in text)


def sheet_name(wanted: str) -> str:
    """Return a name that Excel takes for a sheet, as near to the wanted one as can be."""
    name = _FORBIDDEN_IN_NAME.sub("-", wanted).strip("'")[:MAX_NAME_CHARACTERS].strip("'")
    return f"{name}_" if name.lower() == _RESERVED else name


def must_fit(sheet: Sheet) -> Iterator[None]:
    """Look at row after row, so that it can be done in slices. Raises: TooManyRows, CellTooLong."""
    if len(sheet.rows) > MAX_ROWS:
        raise TooManyRows(sheet=sheet.name, rows=len(sheet.rows), limit=MAX_ROWS)
    for number, row in enumerate(sheet.rows, start=1):
        for header, cell in zip(sheet.headers, row, strict=True):
            # No character becomes longer than its code, so most texts need no counting.
            if isinstance(cell, str) and LONGEST_CODE * len(cell) > MAX_CELL_UNITS:
                units = units_of(writable(cell))
                if units > MAX_CELL_UNITS:
                    raise CellTooLong(
                        sheet=sheet.name, column=header, row=number, characters=units, limit=MAX_CELL_UNITS
                    )
        yield


def writable(text: str) -> str:
    """Return a text as XML can carry it: what it cannot stands as its code, [U+0000]."""
    return _UNWRITABLE.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)


def workbook(sheet: Sheet) -> bytes:
    """Return the workbook; `must_fit` has looked at the sheet before.

    A text is written as a text, so nothing in it is ever run as a formula and no mark has to stand before it;
    no address becomes a link. The headers stay in view, are bold, and filter.
    """
    # Imported here: a command that writes no workbook need not wait for it.
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    book.set_properties({"title": sheet.title, "comments": sheet.about, "created": _MADE})
    top = {"valign": "top", "font_size": FONT_SIZE_PT}
    wrapped = {**top, "text_wrap": True}
    bold, text = book.add_format({**wrapped, "bold": True}), book.add_format(wrapped)
    day = book.add_format({**top, "num_format": sheet.days.value, "align": "left"})
    page = book.add_worksheet(sheet_name(sheet.name))
    wide = widths(sheet.headers, sheet.rows)
    for column, (header, width) in enumerate(zip(sheet.headers, wide, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, writable(header), bold)
    page.set_row(0, height(sheet.headers, wide))
    for number, row in enumerate(sheet.rows, start=1):
        page.set_row(number, height(row, wide))
        for column, cell in enumerate(row):
            _write(page, number, column, cell, sheet.days, text, day)
    set_up(page, sheet.foot, sheet.paper)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
    book.close()
    return written.getvalue()


def _write(page: Worksheet, row: int, column: int, cell: Cell, days: Days, text: Format, day: Format) -> None:
    match cell:
        case None | "":
            return
        case bool():
            page.write_boolean(row, column, cell, text)
        case str():
            page.write_string(row, column, writable(cell), text)
        case date() if cell >= FIRST_DAY:
            page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
        case date():
            page.write_string(row, column, days.text(cell), text)
        case int():
            page.write_number(row, column, cell, text)
