"""A statutory table as a file: semicolons, CRLF, the headers to the letter, and no cell that anything runs."""

from __future__ import annotations

import csv
import io

import pytest

from organica.domain.acts import Act
from organica.render.statutory.csv_file import Charset, cell_text, encoded, file_lines, unwritable
from organica.render.statutory.table import StatutoryTable
from tests.makers import Book, a_resolution, a_unit, an_item
from tests.support.statutory import a_table, a_template

HEADER = (
    "Unidad u órgano interno;Descripción de las facultades, funciones y atribuciones;"
    "Artículos de la ley, reglamento, u otro acto administrativo, que las otorgó;"
    "Fecha de publicación, si corresponde;Enlace a la publicación o archivo del texto íntegro y actualizado;"
    "Fecha de última modificación (dd/mm/aaaa);Fecha promulgación"
)


def a_file(table: StatutoryTable, charset: Charset = Charset.UTF8) -> bytes:
    rows = [[cell_text(cell) for cell in row.cells] for row in table.rows]
    return encoded(file_lines(table.template.headers, rows), charset)


def a_table_of(*acts: Act) -> StatutoryTable:
    return a_table(Book(a_resolution(*acts)), "2016-01-31")


def test_the_file_begins_with_a_mark_and_the_headers_and_ends_each_line_with_crlf() -> None:
    table = a_table_of(a_unit("faros", functions=[an_item("a", "Uno; dos."), an_item("b", 'Decir "tres".')]))
    assert (
        a_file(table)
        == (
            "\ufeff" + HEADER + "\r\n"
            'Departamento Faros;"a) Uno; dos.\nb) Decir ""tres"".";Resolución exenta 1 de 2015;;;Sin modificación;\r\n'
        ).encode()
    )


def test_in_latin_1_there_is_no_mark_and_every_letter_of_spanish_is_one_byte() -> None:
    table = a_table_of(a_unit("faros", functions=[an_item("a", "Niñez, ¿cómo? °")]))
    written = a_file(table, Charset.LATIN1)
    assert written.startswith(HEADER.encode("latin-1") + b"\r\n")
    assert "a) Niñez, ¿cómo? °".encode("latin-1") in written
    assert list(unwritable(table, Charset.LATIN1)) == []


def test_what_latin_1_lacks_is_written_as_its_code_and_told() -> None:
    table = a_table_of(a_unit("faros", name="Faros — “Norte” 🏛", functions=[an_item("a", "Pagar 5 €.")]))
    [row] = list(csv.reader(io.StringIO(a_file(table, Charset.LATIN1).decode("latin-1")), delimiter=";"))[1:]
    assert row[:2] == [
        "Faros [U+2014] [U+201C]Norte[U+201D] [U+1F3DB]",
        "a) Pagar 5 [U+20AC].",
    ]
    assert [(each.column, each.sentence("es")) for each in unwritable(table, Charset.LATIN1)] == [
        (
            "Unidad u órgano interno",
            "Latin-1 no tiene estos caracteres y la celda lleva su código: "
            "— (U+2014), “ (U+201C), ” (U+201D), 🏛 (U+1F3DB).",
        ),
        (
            "Descripción de las facultades, funciones y atribuciones",
            "Latin-1 no tiene estos caracteres y la celda lleva su código: € (U+20AC).",
        ),
    ]
    assert list(unwritable(table, Charset.UTF8)) == []


@pytest.mark.parametrize("name", ["=1+1", "+56 2 Faros", "-Faros", "@Faros", "＝1+1", "'Faros"])
def test_a_name_that_a_spreadsheet_would_run_is_made_inert(name: str) -> None:
    table = a_table_of(a_unit("faros", name=name, functions=[an_item(None, f"{name} x")]))
    [row] = list(csv.reader(io.StringIO(a_file(table).decode("utf-8-sig"), newline=""), delimiter=";"))[1:]
    assert row[:2] == [f"'{name}", f"'{name} x"]


@pytest.mark.parametrize("code", ["facultades", "facultades-anterior", "estructura", "marco-normativo"])
def test_every_row_has_as_many_cells_as_there_are_headers(code: str) -> None:
    book = Book(a_resolution(a_unit("faros", functions=[an_item("a")])))
    table = a_table(book, "2016-01-31", a_template(code))
    read = list(csv.reader(io.StringIO(a_file(table).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert tuple(read[0]) == table.template.headers
    assert [len(row) for row in read] == [len(table.template.headers)] * 2
