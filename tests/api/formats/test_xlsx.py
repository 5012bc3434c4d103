"""XLSX: the cells of the CSV with their types, the same bytes each time, and none that anything runs."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import date, datetime
from itertools import product
from typing import Any

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from api.rest.tables.table import Kind, Table
from api.rest.tables.workbooks import MAX_WAITING, Workbooks
from organica.render.workbook import Sheet
from organica.render.workbook_refusals import WorkbookNotMade
from tests.api.formats.bodies import FORMULAS, SHEET, TEXT
from tests.api.formats.test_csv import ABOUT, CHILECOMPRA, FICTIONAL, TABLES

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet(web: TestClient, address: str) -> list[list[Any]]:
    """Return the rows of the only sheet, the headers first, as another library reads them."""
    answer = web.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == XLSX
    [page] = load_workbook(io.BytesIO(answer.content)).worksheets
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n", "b", "d"}
    return [
        [cell.date() if isinstance(cell, datetime) else cell for cell in row]
        for row in page.iter_rows(values_only=True)
    ]


def as_csv_writes(cell: object) -> str:
    """Return a typed cell in the words of a CSV."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


@pytest.mark.parametrize("address", TABLES)
def test_a_workbook_has_the_cells_of_the_csv_with_their_types(web: TestClient, address: str) -> None:
    table: Table = TABLES[address]
    header, *rows = sheet(web, address.replace(".csv", ".xlsx"))
    assert tuple(header) == table.header
    text = web.get(address).content.decode()
    _, *expected = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert [[as_csv_writes(cell) for cell in row] for row in rows] == [
        [cell.removeprefix("'") for cell in row] for row in expected
    ]
    types = {Kind.TEXT: str, Kind.INSTANT: str, Kind.DAY: date, Kind.NUMBER: int, Kind.TRUTH: bool}
    for row in rows:
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or isinstance(cell, types[column.kind]), (column.name, cell)


def test_a_text_needs_no_mark_to_be_a_text(web: TestClient) -> None:
    header, *rows = sheet(web, f"{ABOUT}/units.xlsx?as_of=2021-01-01")
    names = {row[header.index("unit")]: row[header.index("name")] for row in rows}
    assert {code: names[code] for code in FORMULAS} == FORMULAS
    header, *rows = sheet(web, f"{ABOUT}/functions.xlsx?as_of=2021-01-01")
    assert rows[0][header.index("text")] == TEXT


def test_every_list_of_every_body_can_be_had(web: TestClient) -> None:
    places = product((ABOUT, FICTIONAL, CHILECOMPRA), ("units", "functions", "posts", "appointments"))
    for place, list_ in places:
        rows = web.get(f"{place}/{list_}.jsonl?from=2000-01-01").text.splitlines()
        assert len(sheet(web, f"{place}/{list_}.xlsx?from=2000-01-01")) == 1 + len(rows)


def test_equal_questions_have_equal_bytes_and_a_fixed_one_holds_for_ever(web: TestClient) -> None:
    address = f"{ABOUT}/diff.xlsx?base=2019-01-01&target=2021-01-01&known_at=20"
    fixed = web.get(address)
    assert "immutable" in fixed.headers["cache-control"]
    assert "content-encoding" not in fixed.headers
    accepted = web.get(address.replace(".xlsx", ""), headers={"accept": XLSX})
    assert (accepted.content, accepted.headers["etag"]) == (fixed.content, fixed.headers["etag"])
    again = web.get(address, headers={"if-none-match": fixed.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_table_with_names_is_never_kept_for_ever(web: TestClient) -> None:
    answer = web.get(f"{FICTIONAL}/appointments.xlsx?as_of=2024-06-30&known_at=20")
    assert "immutable" not in answer.headers["cache-control"]
    header, *rows = sheet(web, f"{FICTIONAL}/appointments.xlsx?from=2020-01-01")
    assert [row[header.index("holder")] for row in rows] == ["Marta Farías Luz", None]


def test_a_workbook_is_saved_under_a_name_and_says_where_it_is_from(published: TestClient) -> None:
    answer = published.get(f"{ABOUT}/units.xlsx?as_of=2025-01-01")
    name = f"{SHEET}-units-2025-01-01.xlsx"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["organica-coverage"] == "complete"
    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["units"]
    assert book.properties.title == "Unidades"
    assert book.properties.description == (f"https://registro.example/organica{ABOUT}/units?as_of=2025-01-01")


def test_what_is_not_covered_has_headers_alone_and_says_so(web: TestClient) -> None:
    address = f"{CHILECOMPRA}/units.xlsx?as_of=2001-01-01"
    assert len(sheet(web, address)) == 1
    assert web.get(address).headers["organica-coverage"] == "none"


async def test_whoever_comes_when_too_many_wait_for_a_workbook_is_told_to_come_again() -> None:
    workbooks, sheet = Workbooks(), Sheet("hoja", ["a"], [("x",)])
    made = await asyncio.gather(
        *(workbooks.made(sheet) for _ in range(MAX_WAITING + 1)), return_exceptions=True
    )
    assert [isinstance(each, bytes) for each in made] == [True] * MAX_WAITING + [False]
    assert isinstance(made[-1], WorkbookNotMade)
    assert isinstance(await workbooks.made(sheet), bytes)
