"""Tables as XLSX, read by another library: texts are texts, days are days, and what does not fit is refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from organica.render.csv_table import Cell
from organica.render.workbook import (
    MAX_CELL_UNITS,
    MAX_ROWS,
    Days,
    Sheet,
    must_fit,
    sheet_name,
    units_of,
    workbook,
    writable,
)
from organica.render.workbook_refusals import CellTooLong, TooManyRows

HOSTILE = (
    '=HYPERLINK("http://x.example","clic")',
    "=1+1",
    "+56 2",
    "-2+3",
    "@SUM(1+1)",
    "＝1+1",
    "'=1+1",
    "{=1+1}",
    "https://ley.example/1",
    "internal:Sheet1!A1",
    "0010",
    "2024-01-01",
    "TRUE",
    "\t=1+1",
    "<b>&amp;</b>",
    "una\notra",
    "  con  blancos  ",
    "\u202e=1+1",
    "𝒳 y 🜁",
)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)
CELLS = st.none() | TEXT | st.booleans() | st.integers(-(2**53), 2**53) | st.dates(min_value=date(1900, 3, 1))


def a_sheet(*rows: Sequence[Cell], days: Days = Days.ISO, name: str = "hoja") -> Sheet:
    headers = [f"columna {number}" for number in range(len(rows[0]) if rows else 2)]
    return Sheet(name, headers, rows, days=days, title="Título", about="cl.hoja, 2025-01-31")


def page(sheet: Sheet) -> Worksheet:
    """Return the only sheet of the workbook, as another library reads it."""
    [found] = load_workbook(io.BytesIO(workbook(sheet))).worksheets
    assert isinstance(found, Worksheet)
    return found


def cells(sheet: Sheet) -> list[list[Any]]:
    rows = page(sheet).iter_rows(min_row=2, max_col=len(sheet.headers), values_only=True)
    return [[each.date() if isinstance(each, datetime) else each for each in row] for row in rows]


def test_a_text_is_a_text_whatever_it_begins_with() -> None:
    sheet = a_sheet(*([each] for each in HOSTILE))
    assert [row[0] for row in cells(sheet)] == list(HOSTILE)
    found = page(sheet)
    assert {cell.data_type for row in found.iter_rows() for cell in row} == {"s"}
    assert not any(cell.hyperlink for row in found.iter_rows() for cell in row)


def test_nothing_in_the_file_is_a_formula_a_link_or_a_macro() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(a_sheet(*([each] for each in HOSTILE))))) as parts:
        names = parts.namelist()
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert sorted(names) == sorted(
        [
            *("[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml"),
            *("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/theme/theme1.xml"),
            *("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"),
        ]
    )
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


@pytest.mark.parametrize(("days", "form"), [(Days.ISO, "yyyy-mm-dd"), (Days.PORTAL, "dd/mm/yyyy")])
def test_a_day_is_a_day_and_a_number_a_number(days: Days, form: str) -> None:
    day, number, truth, nothing = page(a_sheet((date(2024, 2, 29), 7, True, None), days=days))[2]
    assert (day.value, day.data_type, day.number_format) == (datetime.fromisoformat("2024-02-29"), "d", form)
    assert (number.value, number.data_type) == (7, "n")
    assert (truth.value, truth.data_type) == (True, "b")
    assert nothing.value is None


def test_a_day_before_march_1900_stays_a_text_in_the_same_words() -> None:
    """Excel has a 29 February 1900, so programs disagree about the days before it."""
    early, first = date(1900, 2, 28), date(1900, 3, 1)
    assert cells(a_sheet((early, first), days=Days.PORTAL)) == [["28/02/1900", first]]
    assert cells(a_sheet((early, first))) == [["1900-02-28", first]]


def test_the_headers_are_bold_stay_in_view_and_filter() -> None:
    found = page(a_sheet(("uno", "dos"), ("tres", None)))
    assert [cell.value for cell in found[1]] == ["columna 0", "columna 1"]
    assert all(cell.font.b and cell.alignment.wrap_text for cell in found[1])
    assert (found.freeze_panes, found.auto_filter.ref) == ("A2", "A1:B3")
    assert found["A2"].alignment.wrap_text
    assert found["A2"].alignment.vertical == "top"


def test_a_table_without_rows_has_its_headers() -> None:
    found = page(a_sheet())
    assert [[cell.value for cell in row] for row in found.iter_rows()] == [["columna 0", "columna 1"]]


def test_what_is_not_the_table_stands_in_the_properties() -> None:
    properties = load_workbook(io.BytesIO(workbook(a_sheet()))).properties
    assert (properties.title, properties.description) == ("Título", "cl.hoja, 2025-01-31")
    assert properties.created == datetime.fromisoformat("2000-01-01")


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("facultades", "facultades"),
        ("x" * 40, "x" * 31),
        ("a/b\\c[d]e:f*g?", "a-b-c-d-e-f-g-"),
        ("'entre comillas'", "entre comillas"),
        ("history", "history_"),
    ],
)
def test_a_sheet_has_a_name_that_excel_takes(wanted: str, name: str) -> None:
    assert sheet_name(wanted) == name
    assert page(a_sheet(name=wanted)).title == name


def test_what_no_xml_can_carry_stands_as_its_code() -> None:
    text = "a\x00b\x1bc\ud800d\ufffee"
    assert writable(text) == "a[U+0000]b[U+001B]c[U+D800]d[U+FFFE]e"
    assert cells(a_sheet((text, "z"))) == [["a[U+0000]b[U+001B]c[U+D800]d[U+FFFE]e", "z"]]


def test_a_text_that_a_cell_cannot_hold_is_refused_and_never_cut() -> None:
    longest = "x" * MAX_CELL_UNITS
    list(must_fit(a_sheet((longest, None))))
    assert cells(a_sheet((longest, None)))[0][0] == longest
    with pytest.raises(CellTooLong) as refusal:
        list(must_fit(a_sheet(("corto", None), ("y", longest + "x"))))
    assert refusal.value.facts == {
        "sheet": "hoja",
        "column": "columna 1",
        "row": 2,
        "characters": MAX_CELL_UNITS + 1,
        "limit": MAX_CELL_UNITS,
    }


def test_characters_are_counted_as_excel_counts_them() -> None:
    """One beyond the first 65,536 counts twice, and one that stands as its code counts as that."""
    half = "🜁" * (MAX_CELL_UNITS // 2)
    assert units_of(half) == MAX_CELL_UNITS - 1
    list(must_fit(a_sheet((half + "x", None))))
    for too_long in (half + "🜁", "\x00" * (MAX_CELL_UNITS // 8 + 1)):
        with pytest.raises(CellTooLong):
            list(must_fit(a_sheet((too_long, None))))


def test_more_rows_than_a_sheet_has_are_refused() -> None:
    rows: list[tuple[Cell, ...]] = [("x", None)] * (MAX_ROWS + 1)
    with pytest.raises(TooManyRows) as refusal:
        next(must_fit(Sheet("hoja", ["a", "b"], rows)))
    assert refusal.value.facts == {"sheet": "hoja", "rows": MAX_ROWS + 1, "limit": MAX_ROWS}


MAKES = """
import hashlib
from datetime import date
from organica.render.workbook import Sheet, workbook
print(hashlib.sha256(workbook(Sheet("h", ["a", "b"], [("=1", date(2024, 1, 1)), ("ñ", None)]))).hexdigest())
"""


def test_the_same_cells_give_the_same_bytes_in_every_process_and_time_zone() -> None:
    made = set()
    for zone, seed in (("UTC", "0"), ("America/Santiago", "1"), ("Pacific/Auckland", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", MAKES], env=environment, capture_output=True, text=True, check=True
        )
        made.add(done.stdout)
    assert len(made) == 1


# Reading a workbook takes longer than Hypothesis likes, on a machine that has much to do.
@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_what_is_written_is_what_is_read(rows: list[tuple[Cell, Cell]]) -> None:
    # A row without any cell is none to a reader, so each has one more.
    assert cells(Sheet("hoja", ["a", "b", "c"], [(*row, "z") for row in rows])) == [
        [*row, "z"] for row in rows
    ]
