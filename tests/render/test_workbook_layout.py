"""How a workbook looks and prints: no line is cut off that a sheet can show, and each page says what it is."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from organica.domain.statutory import Paper
from organica.render.csv_table import Cell
from organica.render.workbook import Sheet, workbook
from organica.render.workbook_layout import MOST_LINES, MOST_WIDTH, height, widths

# "Excel specifications and limits": no row is higher.
MOST_POINTS = 409
WORDS = st.lists(st.text("ab", min_size=1, max_size=15), min_size=1, max_size=60).map(" ".join)
TEXTS = st.lists(WORDS, min_size=1, max_size=20).map("\n".join)


def page(*rows: list[Cell], foot: str = "", paper: Paper | None = None) -> Worksheet:
    headers = [f"columna {number}" for number in range(len(rows[0]))]
    found = load_workbook(io.BytesIO(workbook(Sheet("hoja", headers, rows, foot=foot, paper=paper)))).active
    assert isinstance(found, Worksheet)
    return found


def lines_in(text: str, letters: int) -> int:
    """Return how many lines a text takes where no word is broken, counted word by word."""
    count = 0
    for paragraph in text.split("\n"):
        room = -1
        for word in paragraph.split(" "):
            if len(word) > room:
                count, room = count + 1, letters
            room -= len(word) + 1
    return count


def test_a_sheet_prints_on_one_page_across_with_its_headers_and_numbered() -> None:
    found = page(["uno", "dos"], foot="cl.hoja, 2025-01-31", paper=Paper.A4)
    assert (found.page_setup.orientation, found.print_title_rows) == ("landscape", "$1:$1")
    assert found.sheet_properties.pageSetUpPr is not None
    assert found.sheet_properties.pageSetUpPr.fitToPage is True
    assert (found.page_setup.fitToWidth or 1, found.page_setup.fitToHeight) == (1, 0)
    assert found.print_options.gridLines is True
    foot = found.oddFooter
    assert foot is not None
    said = [part and part.text for part in (foot.left, foot.center, foot.right)]
    assert said == ["cl.hoja, 2025-01-31", "&A", "Página &P de &N"]


@pytest.mark.parametrize(("paper", "code"), [(Paper.LETTER, 1), (Paper.A4, 9), (None, None)])
def test_the_paper_is_what_the_template_says(paper: Paper | None, code: int | None) -> None:
    found = page(["uno"], paper=paper).page_setup.paperSize
    assert (None if found is None else int(found)) == code


def test_a_column_is_as_wide_as_what_it_holds_needs() -> None:
    name, text = "Departamento de Gestión y Asesoría de Compradores", "Ejercer esta función. " * 100
    many = "\n".join(["Ejercer esta función y las que siguen de ella."] * 60)
    assert widths(["a", "b", "c", "d", "e"], [["corto", name, text, text * 2, many]]) == [10, 20, 70, 90, 255]
    assert widths(["Fecha de última modificación"], []) == [12]


def test_a_row_says_how_high_it_is_since_no_program_need_find_out() -> None:
    found = page(["corto", "Departamento de Gestión y Asesoría de Compradores"], ["corto", None])
    assert (found.row_dimensions[2].height, found.row_dimensions[3].height) == (33.75, None)
    assert height(["x" * 40_000], [MOST_WIDTH]) == MOST_LINES * 11.25 <= MOST_POINTS


@given(TEXTS, WORDS)
def test_no_line_of_a_text_is_cut_off_that_a_sheet_can_show(text: str, name: str) -> None:
    wide = widths(["Unidad", "Descripción"], [[name, text]])
    high = height([name, text], wide) or 11.25
    for cell, width in zip((name, text), wide, strict=True):
        # The letters of this font and size that stand beside each other in a column of so many digits.
        letters = int(width * 1.45)
        assert lines_in(cell, letters) * 11.25 <= high or width == MOST_WIDTH
