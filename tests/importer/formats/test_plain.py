"""Plain text stays as it is, line by line."""

from __future__ import annotations

from organica.importer.document import Document, Line
from organica.importer.formats import document_of_text


def test_each_line_stays_with_its_number_and_blank_ones_too() -> None:
    assert document_of_text("Oficina  de Partes \n\n\ta. Recibir;\r\nb. 5 * 3 y (*)\n") == Document(
        "text",
        (
            Line("Oficina  de Partes", 1),
            Line("", 2),
            Line("a. Recibir;", 3),
            Line("b. 5 * 3 y (*)", 4),
            Line("", 5),
        ),
    )


def test_a_mark_at_the_beginning_is_no_character_of_the_text() -> None:
    assert document_of_text("\ufeffOficina").lines == (Line("Oficina", 1),)
