"""A PDF with a layer of text gives its lines; what belongs to the pages is told from the text."""

from __future__ import annotations

import pytest

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.document import Line
from organica.importer.errors import DocumentEncrypted, DocumentWithoutText
from organica.importer.formats import document_of_bytes
from organica.importer.formats.running_heads import PageLine, running
from tests.importer.formats.makers import a_pdf

BODY = ["Artículo 1.- Créase la Unidad", "a) Comprar «bienes»;", "b) Pagar."]


def test_lines_are_numbered_through_all_pages() -> None:
    document = document_of_bytes(a_pdf([BODY, ["Artículo 2.- Otra", "c) Tercera."]]), "x.pdf")
    assert (document.format, document.blocks, document.doubts) == ("pdf", False, ())
    assert document.lines == (
        Line("Artículo 1.- Créase la Unidad", 1),
        Line("a) Comprar «bienes»;", 2),
        Line("b) Pagar.", 3),
        Line("Artículo 2.- Otra", 4),
        Line("c) Tercera.", 5),
    )


def test_a_word_that_is_parted_at_the_end_of_a_line_stays_parted() -> None:
    document = document_of_bytes(
        a_pdf([["Las funciones de direc-", "ción y de coordina-", "ción general."]]), "x.pdf"
    )
    assert [line.text for line in document.lines] == [
        "Las funciones de direc-",
        "ción y de coordina-",
        "ción general.",
    ]


def test_a_larger_gap_parts_paragraphs() -> None:
    document = document_of_bytes(a_pdf([["Unidad", "", "Uno", "dos", "tres"]]), "x.pdf")
    assert [(line.text, line.number) for line in document.lines] == [
        ("Unidad", 1), ("", 2), ("Uno", 3), ("dos", 4), ("tres", 5),
    ]  # fmt: skip


def test_a_bold_font_is_seen() -> None:
    bold = a_pdf([["Unidad de Compras"]]).replace(b"/BaseFont /Helvetica ", b"/BaseFont /Helvetica-Bold ")
    assert [line.bold for line in document_of_bytes(bold, "x.pdf").lines] == [True]
    assert [line.bold for line in document_of_bytes(a_pdf([["Unidad"]]), "x.pdf").lines] == [False]


def test_running_headers_and_page_numbers_are_notes() -> None:
    pages = [
        [
            "Diario Oficial",
            f"Página {number} de 3",
            f"Texto de la página {'abc'[number - 1]}",
            *[""] * 50,
            f"- {number} -",
        ]
        for number in (1, 2, 3)
    ]
    lines = document_of_bytes(a_pdf(pages), "x.pdf").lines
    assert [line.text for line in lines if not line.note and line.text] == [
        "Texto de la página a", "Texto de la página b", "Texto de la página c",
    ]  # fmt: skip
    assert [line.text for line in lines if line.note][:3] == ["Diario Oficial", "Página 1 de 3", "- 1 -"]


def a_page(*texts: str, footer: str = "") -> list[PageLine]:
    lines = [PageLine(text, 0.95 - 0.02 * row) for row, text in enumerate(texts)]
    return [*lines, PageLine(footer, 0.05)] if footer else lines


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([a_page("Boletín", "uno"), a_page("Boletín", "dos"), a_page("otra", "tres")], [{0}, {0}, set()]),
        ([a_page("uno", footer="7"), a_page("dos", footer="8")], [{1}, {1}]),
        ([a_page("uno", footer="7"), a_page("dos", footer="7")], [set(), set()]),
        ([a_page("uno", footer="Página 1 de 1")], [{1}]),
        ([a_page("uno", footer="1")], [set()]),
        ([a_page("Artículo 4", "x"), a_page("Artículo 5", "y"), a_page("Artículo 6", "z")], [set()] * 3),
        ([a_page("Funciones:", "x"), a_page("Funciones:", "y"), a_page("Funciones:", "z")], [set()] * 3),
        ([a_page("a) Dirigir", "x"), a_page("a) Dirigir", "y")], [set()] * 2),
        ([a_page("uno", "Unidad"), a_page("dos", "Unidad"), a_page("tres", "Unidad")], [set()] * 3),
        ([a_page("Boletín | 3", "x"), a_page("Boletín | 4", "y")], [{0}, {0}]),
        ([a_page("Par", "a"), a_page("Impar", "b"), a_page("Par", "c"), a_page("Impar", "d"), a_page("Par", "e"), a_page("Impar", "f")], [{0}] * 6),
        ([[PageLine("sin lugar", -1.0)], [PageLine("sin lugar", -1.0)]], [set(), set()]),
        ([[], a_page("sola")], [set(), set()]),
        ([a_page("5", "x"), a_page("Capítulo II 6", "y"), a_page("Capítulo III 7", "z"), a_page("8", "w")], [{0}, set(), set(), {0}]),
    ],
    ids=["header", "numbers", "same number", "named", "lone number", "articles", "announced", "labelled", "not at the edge",
         "separated", "odd and even", "no place", "empty page", "beside chapters"],
)  # fmt: skip
def test_only_what_is_repeated_at_the_edge_belongs_to_the_pages(
    pages: list[list[PageLine]], expected: list[set[int]]
) -> None:
    assert running(pages) == expected


def test_a_page_of_images_among_others_is_doubted_and_a_blank_one_is_not() -> None:
    document = document_of_bytes(a_pdf([["Uno"], [], [], ["Dos"]], image_pages=[2]), "x.pdf")
    assert [line.text for line in document.lines] == ["Uno", "Dos"]
    assert document.doubts == (Doubt(DoubtCode.PAGE_WITHOUT_TEXT, Place(1, 1), printed="3"),)


def test_a_scan_is_refused_and_sent_to_text_recognition() -> None:
    with pytest.raises(DocumentWithoutText) as refused:
        document_of_bytes(a_pdf([[], []], image_pages=[0, 1]), "x.pdf")
    assert refused.value.facts == {"file": "x.pdf", "pages": 2}
    assert "OCR" in refused.value.cure("es")


def test_a_pdf_that_asks_for_a_password_is_refused() -> None:
    keys = f"/O ({'a' * 32}) /U ({'b' * 32}) /P -4"
    trailer = f"/Encrypt << /Filter /Standard /V 1 /R 2 {keys} >> /ID [({'c' * 16}) ({'c' * 16})]"
    with pytest.raises(DocumentEncrypted):
        document_of_bytes(a_pdf([["x"]], trailer=trailer), "x.pdf")


def test_the_title_of_the_file_is_a_fact() -> None:
    content = a_pdf([["x"]], extra=[b"<< /Title (Resolucion 5) >>"], trailer="/Info 6 0 R")
    assert document_of_bytes(content, "x.pdf").facts == {"title": "Resolucion 5"}
