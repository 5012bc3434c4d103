"""Bytes become the characters that were meant, and what is uncertain is doubted, never repaired."""

from __future__ import annotations

import codecs

import pytest

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.errors import ReadRefused, TextIsBinary, TextNotUtf8
from organica.importer.formats import document_of_bytes, document_of_text
from organica.importer.formats.garbled import MAX_DOUBTS

TEXT = "División de Compras\nAtención – «año»"
LINES = ["División de Compras", "Atención – «año»"]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 with its mark", "utf-16 le", "utf-16 be", "windows line ends", "old mac line ends"],
)
def test_an_encoding_that_is_certain_raises_no_doubt(content: bytes) -> None:
    document = document_of_bytes(content, "texto.txt")
    assert [line.text for line in document.lines] == LINES
    assert document.doubts == ()


def test_windows_1252_is_read_and_doubted_once_where_it_first_matters() -> None:
    document = document_of_bytes(("Oficina\n" + TEXT).encode("cp1252"), "texto.txt")
    assert [line.text for line in document.lines] == ["Oficina", *LINES]
    assert document.doubts == (
        Doubt(
            DoubtCode.ENCODING_GUESSED, Place(2, 2), printed="División de Compras", suggestion="Windows-1252"
        ),
    )


def test_bytes_that_windows_1252_lacks_are_read_as_iso_8859_1() -> None:
    document = document_of_bytes(
        b"a\xf1o de la ley n\xba 5 y art\xedculo 6 con letra \x81 suelta, dice el texto " * 3, "x"
    )
    assert [doubt.suggestion for doubt in document.doubts] == ["ISO 8859-1"]
    assert document.lines[0].text.startswith("año de la ley nº 5")


@pytest.mark.parametrize(
    "declaration",
    [
        '<html><head><meta charset="iso-8859-1"></head>',
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head>',
    ],
)
def test_an_encoding_that_a_page_declares_is_no_guess(declaration: str) -> None:
    document = document_of_bytes(
        f"{declaration}<body><p>Atención</p></body></html>".encode("cp1252"), "p.html"
    )
    assert [line.text for line in document.lines] == ["Atención"]
    assert document.doubts == ()


def test_a_declaration_that_is_false_or_unknown_leaves_a_guess() -> None:
    for label in ("utf-8", "x-desconocida"):
        page = f'<html><head><meta charset="{label}"></head><body><p>Atención</p></body></html>'
        document = document_of_bytes(page.encode("cp1252"), "p.html")
        assert [line.text for line in document.lines] == ["Atención"]
        assert [doubt.code for doubt in document.doubts] == [DoubtCode.ENCODING_GUESSED]


def test_one_damaged_byte_does_not_garble_the_whole_of_a_text() -> None:
    content = "Atención, dirección y gestión\n".encode() + b"Secci\xf3n\n" + "Más atención".encode()
    document = document_of_bytes(content, "texto.txt")
    assert [line.text for line in document.lines] == [
        "Atención, dirección y gestión",
        "Secci\ufffdn",
        "Más atención",
    ]
    assert document.doubts == (Doubt(DoubtCode.TEXT_GARBLED, Place(2, 2), printed="Secci\ufffdn"),)


@pytest.mark.parametrize(
    ("printed", "suggestion"),
    [
        ("DirecciÃ³n General", "Dirección General"),
        ("DirecciÃƒÂ³n de AtenciÃƒÂ³n", "Dirección de Atención"),
        ("â€œUnidadâ€\x9d de Compras", "“Unidad” de Compras"),
        ("ResoluciÃ³n exenta NÂº 35", "Resolución exenta Nº 35"),
        ("MarÃ\xada", "María"),
    ],
    ids=["once", "twice", "quotes", "ordinal", "soft hyphen"],
)
def test_garbled_letters_stay_and_a_repair_is_suggested(printed: str, suggestion: str) -> None:
    doubts = document_of_text(f"Objetivo\n{printed}").doubts
    assert [(doubt.code, doubt.place, doubt.suggestion) for doubt in doubts] == [
        (DoubtCode.TEXT_GARBLED, Place(2, 2), suggestion)
    ]


def test_a_garbled_line_is_not_altered() -> None:
    assert document_of_text("DirecciÃ³n General").lines[0].text == "DirecciÃ³n General"


@pytest.mark.parametrize(
    "line",
    ["ORGANIZAÇÃO DA ADMINISTRAÇÃO", "ÁREA DE GESTIÓN N° 5", "«Ñuñoa» – Título Iº", "ÃREA", "Él dijo: “sí”…"],
)
def test_sound_letters_are_not_doubted(line: str) -> None:
    assert document_of_text(line).doubts == ()


def test_a_text_garbled_throughout_gives_a_bounded_list_of_doubts() -> None:
    document = document_of_text("\n".join(["DirecciÃ³n"] * 500))
    assert len(document.doubts) == MAX_DOUBTS
    assert document.doubts[-1].place == Place(MAX_DOUBTS, 500)


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"uno\ndos\0tres", 2), (bytes(range(1, 32)) * 20, 1), ("uno".encode("utf-16-le"), 1)],
    ids=["nul", "controls", "utf-16 without its mark"],
)
def test_bytes_that_are_no_text_are_refused(content: bytes, line: int) -> None:
    with pytest.raises(TextIsBinary) as refused:
        document_of_bytes(content, "texto.txt")
    assert refused.value.facts["line"] == line


@pytest.mark.parametrize(("text", "refusal"), [("uno\0", TextIsBinary), ("uno\n\ud800", TextNotUtf8)])
def test_characters_that_no_text_has_are_refused(text: str, refusal: type[ReadRefused]) -> None:
    with pytest.raises(refusal):
        document_of_text(text)
