"""How a sheet looks on a screen and on paper: how wide and high its cells are, and how it is printed.

Takes a sheet's headers and cells; returns widths and heights, or sets up the page. Called by `workbook`. No
row of a sheet is higher than 409 points: what needs more lines would be cut off, also on paper, so its column
becomes wider instead. Heights are told, since LibreOffice finds none out for itself in a file of this kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from organica.domain.statutory import Paper
from organica.render.csv_table import Cell

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# Small letters on a wide sheet are printed larger than large ones on one that is wider still.
FONT_SIZE_PT = 8
SCREEN_ZOOM_PERCENT = 125
LINE_HEIGHT_PT = 11.25
MOST_LINES = 36
LEAST_WIDTH, SHORT_WIDTH, LONG_WIDTH, MOST_WIDTH = 10, 20, 70, 255
# A name or a citation of more lines than these is a text to be read, and gets the room of one.
SHORT_LINES = 5
WIDTH_STEP = 5
# A column is measured in digits of the usual size, of which a letter of ours takes about two thirds; at the
# end of a line some room is lost to the word that goes to the next one whole.
LETTERS_PER_WIDTH = 1.45
LOST_LETTERS = 5
DAY_WIDTH = 11
# Beside the longest word of a header stands the button that filters; its letters are bold.
BUTTON_WIDTH = 3
MARGINS_INCH = {"left": 0.3, "right": 0.3, "top": 0.4, "bottom": 0.6}
# ECMA-376-1, 18.3.1.63: the codes of paper sizes.
_PAPER_CODES = {Paper.LETTER: 1, Paper.A4: 9}


def widths(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> list[int]:
    """Return how wide each column is, in digits: so that no row is too high, and no wider than that needs."""
    found = [_header_width(header) for header in headers]
    for row in rows:
        for column, cell in enumerate(row):
            if isinstance(cell, str) and len(cell) + 2 > found[column]:
                found[column] = max(found[column], _width_of(cell, found[column]))
            elif isinstance(cell, date):
                found[column] = max(found[column], DAY_WIDTH)
    return [min(max(width, LEAST_WIDTH), MOST_WIDTH) for width in found]


def _header_width(header: str) -> int:
    longest = max((len(word) for word in header.split()), default=0)
    return ceil(longest / LETTERS_PER_WIDTH) + BUTTON_WIDTH


def _width_of(text: str, least: int) -> int:
    """Return how wide a column must be for a text."""
    lines = [len(line) for line in text.split("\n")]
    if max(lines) + 2 <= SHORT_WIDTH:
        return max(lines) + 2
    for width, most in ((SHORT_WIDTH, SHORT_LINES), (LONG_WIDTH, MOST_LINES)):
        if _height(lines, width) <= most:
            return width
    steps = range(max(least, LONG_WIDTH), MOST_WIDTH, WIDTH_STEP)
    return next((width for width in steps if _height(lines, width) <= MOST_LINES), MOST_WIDTH)


def height(cells: Sequence[Cell], wide: Sequence[int]) -> float | None:
    """Return how high a row must be, in points, given how wide its columns are; None: as high as usual."""
    most = 1
    for cell, width in zip(cells, wide, strict=True):
        if isinstance(cell, str) and (len(cell) > width or "\n" in cell):
            most = max(most, _height([len(line) for line in cell.split("\n")], width))
    return min(most, MOST_LINES) * LINE_HEIGHT_PT if most > 1 else None


def _height(lines: Sequence[int], width: int) -> int:
    """Return how many lines a text takes, given how long each line of it is."""
    letters = width * LETTERS_PER_WIDTH - LOST_LETTERS
    return sum(max(1, ceil(length / letters)) for length in lines)


def set_up(page: Worksheet, foot: str, paper: Paper | None) -> None:
    """Make a sheet ready for a printer: landscape, as wide as one page, the headers on each of them.

    `foot`: what stands below at the left, beside the name of the sheet; codes and days only, so it is short
    and needs no escaping. At the right the page is numbered.
    """
    page.set_zoom(SCREEN_ZOOM_PERCENT)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(**MARGINS_INCH)
    page.hide_gridlines(0)
    if paper is not None:
        page.set_paper(_PAPER_CODES[paper])
    page.set_footer(f"&L{foot}&C&A&RPágina &P de &N")
