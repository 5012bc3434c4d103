"""CSV as text: RFC 4180, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organica.render.csv_table import Cell, csv_lines, inert


def csv_table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    return "".join(csv_lines(header, rows))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_a_table_has_a_header_commas_and_crlf() -> None:
    assert csv_table(["a", "b"], [["x", 1], [None, date(2024, 1, 2)], [True, False]]) == (
        "a,b\r\nx,1\r\n,2024-01-02\r\ntrue,false\r\n"
    )
    assert csv_table(["a", "b"], []) == "a,b\r\n"


def test_what_would_break_a_row_is_quoted() -> None:
    cells = ['di "hola"', "uno, dos", "dos\nlíneas", "y\r\notra", "; no"]
    assert csv_table(["a"], [cells]).startswith('a\r\n"di ""hola""","uno, dos","dos\nlíneas"')
    assert read(csv_table(["a"], [cells]))[1] == cells


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\tx",
        " =1+1",
        "\u00a0=1+1",
        "\u202e=1+1",
        "\u200b\u200d=1+1",
        "\ufeff=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠A1",
        "=cmd|' /C calc'!A0",
        "'=1",
        "'",
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "a", "Año 2024 = +1", "a\t=1", " ", "«=1»", "(=1)", "1-2", "ñ", "\u202ehola"]
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_the_text_of_the_register_comes_back_from_any_cell(text: str) -> None:
    [_, *found] = read(csv_table(["a", "b"], [[text, "z"]]))
    assert found == [[inert(text), "z"]]
    assert found[0][0].removeprefix("'") == text
