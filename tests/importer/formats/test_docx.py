"""A DOCX gives its paragraphs with the numbers that the word processor prints."""

from __future__ import annotations

import pytest

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.document import Line
from organica.importer.errors import TextEmpty
from organica.importer.formats import document_of_bytes
from tests.importer.formats.makers import W, a_docx, a_paragraph


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    return a_paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def a_level(level: int, format_: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def a_numbering(levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}</w:numbering>'
    )


def read(paragraphs: str, **parts: str) -> tuple[Line, ...]:
    files = {f"word/{name}.xml": part for name, part in parts.items()}
    return document_of_bytes(a_docx(paragraphs, files), "x.docx").lines


def labels(paragraphs: str, numbering: str) -> list[str | None]:
    return [line.label for line in read(paragraphs, numbering=numbering)]


def test_paragraphs_headings_and_tables_come_in_their_order() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="Ttulo2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Propio"><w:name w:val="Mi estilo"/><w:basedOn w:val="Ttulo2"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="Esquema"><w:name w:val="Otro"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
    )
    body = (
        a_paragraph("Departamento", '<w:pStyle w:val="Ttulo2"/>')
        + a_paragraph("Unidad", '<w:pStyle w:val="Propio"/>')
        + a_paragraph("Capítulo", '<w:pStyle w:val="Esquema"/>')
        + a_paragraph("")
        + a_paragraph("Objetivo", run="<w:b/>")
        + f"<w:tbl><w:tr><w:tc>{a_paragraph('Celda 1')}</w:tc><w:tc>{a_paragraph('Celda 2')}</w:tc></w:tr></w:tbl>"
        + a_paragraph("Fin")
    )
    assert read(body, styles=styles) == (
        Line("Departamento", 1, heading=2, opens=True),
        Line("Unidad", 2, heading=2, bold=True, opens=True),
        Line("Capítulo", 3, heading=1, opens=True),
        Line("Objetivo", 4, bold=True, opens=True),
        Line("Celda 1", 5, opens=True, row=0, cell=0),
        Line("Celda 2", 6, opens=True, row=0, cell=1),
        Line("Fin", 7, opens=True),
    )


@pytest.mark.parametrize(
    ("format_", "text", "start", "expected"),
    [
        ("decimal", "%1.", 1, ["1", "2"]),
        ("lowerLetter", "%1)", 26, ["z", "aa"]),
        ("upperLetter", "(%1)", 1, ["A", "B"]),
        ("lowerRoman", "%1.-", 3, ["iii", "iv"]),
        ("upperRoman", "%1", 9, ["IX", "X"]),
        ("decimalZero", "%1", 1, ["01", "02"]),
        ("ordinal", "Artículo %1", 1, ["Artículo 1°", "Artículo 2°"]),
        ("decimal", "Artículo %1.-", 20, ["Artículo 20.-", "Artículo 21.-"]),
        ("bullet", "\uf0b7", 1, ["•", "•"]),
        ("none", "", 1, [None, None]),
    ],
)
def test_a_list_is_numbered_as_it_is_printed(
    format_: str, text: str, start: int, expected: list[str | None]
) -> None:
    numbering = a_numbering(a_level(0, format_, text, start))
    assert labels(numbered("uno") + numbered("dos"), numbering) == expected


def test_levels_count_inside_each_other_and_begin_anew() -> None:
    levels = a_level(0, "decimal", "%1.") + a_level(1, "decimal", "%1.%2") + a_level(2, "lowerLetter", "%3)")
    body = "".join(numbered(f"p{at}", level) for at, level in enumerate([0, 1, 1, 2, 2, 0, 1, 2]))
    assert labels(body, a_numbering(levels)) == ["1", "1.1", "1.2", "a", "b", "2", "2.1", "a"]


def test_a_level_that_never_restarts_goes_on() -> None:
    levels = a_level(0, "decimal", "%1.") + a_level(1, "lowerLetter", "%2)", more='<w:lvlRestart w:val="0"/>')
    body = "".join(numbered(f"p{at}", level) for at, level in enumerate([0, 1, 0, 1]))
    assert labels(body, a_numbering(levels)) == ["1", "a", "2", "b"]


def test_a_second_list_goes_on_unless_it_says_where_it_begins() -> None:
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(numbered("x", 0, list_id) for list_id in (1, 2, 3, 3))
    assert labels(body, a_numbering(a_level(0, "decimal", "%1."), lists)) == ["1", "2", "5", "6"]


def test_a_style_numbers_its_paragraphs_and_zero_takes_the_number_away() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="L"><w:name w:val="Lista"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style></w:styles>"
    )
    body = a_paragraph("uno", '<w:pStyle w:val="L"/>') + a_paragraph(
        "sin", '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    found = read(body, styles=styles, numbering=a_numbering(a_level(0, "lowerLetter", "%1)")))
    assert [line.label for line in found] == ["a", None]


def test_tracked_changes_are_read_as_accepted_and_doubted_once() -> None:
    body = (
        a_paragraph("Igual")
        + "<w:p><w:r><w:t>Comprar </w:t></w:r><w:ins><w:r><w:t>y pagar</w:t></w:r></w:ins>"
        + "<w:del><w:r><w:delText>y vender</w:delText></w:r></w:del></w:p>"
        + "<w:p><w:moveFrom><w:r><w:t>movido</w:t></w:r></w:moveFrom></w:p>"
        + "<w:p><w:moveTo><w:r><w:t>movido</w:t></w:r></w:moveTo></w:p>"
    )
    document = document_of_bytes(a_docx(body), "x.docx")
    assert [line.text for line in document.lines] == ["Igual", "Comprar y pagar", "movido"]
    assert document.doubts == (Doubt(DoubtCode.TRACKED_CHANGES, Place(2, 3), printed="Comprar y pagar"),)


def test_breaks_tabs_boxes_and_notes_are_read_and_headers_are_not() -> None:
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:txbxContent>{a_paragraph('En la caja')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{a_paragraph('En la caja')}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a)</w:t><w:tab/><w:t>Uno;</w:t><w:br/>'
        "<w:t>b) Dos</w:t><w:br/><w:t>y tres</w:t></w:r></w:p>"
        + f"<w:p><w:r>{box}<w:t>Fuera</w:t></w:r></w:p>"
    )
    found = read(
        body,
        header1=f"<w:hdr {W}>{a_paragraph('Cabecera')}</w:hdr>",
        footnotes=f"<w:footnotes {W}><w:footnote>{a_paragraph('Al pie')}</w:footnote></w:footnotes>",
    )
    assert found == (
        Line("a) Uno;", 1, opens=True),
        Line("b) Dos", 2, opens=True),
        Line("y tres", 3),
        Line("En la caja", 4, opens=True),
        Line("Fuera", 5, opens=True),
        Line("Al pie", 6, opens=True, note=True),
    )


def test_the_title_of_the_file_is_a_fact_and_an_empty_one_is_refused() -> None:
    core = '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Resolución 5</dc:title></c>'
    assert document_of_bytes(a_docx(a_paragraph("x"), {"docProps/core.xml": core}), "x").facts == {
        "title": "Resolución 5"
    }
    with pytest.raises(TextEmpty):
        document_of_bytes(a_docx(a_paragraph("")), "x.docx")


def test_lines_know_their_row_and_column() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    inner = f"<w:tbl><w:tr><w:tc>{a_paragraph('dentro')}</w:tc></w:tr></w:tbl>"
    rows = (
        f"<w:tr><w:tc>{wide}{a_paragraph('a')}{a_paragraph('b')}</w:tc><w:tc>{a_paragraph('c')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{a_paragraph('')}</w:tc><w:tc>{inner}{a_paragraph('d')}</w:tc></w:tr>"
    )
    lines = read(f"<w:tbl>{rows}</w:tbl>{a_paragraph('fin')}")
    assert [(line.text, line.row, line.cell) for line in lines] == [
        ("a", 0, 0), ("b", 0, 0), ("c", 0, 2), ("dentro", 0, 0), ("d", 1, 1), ("fin", None, None),
    ]  # fmt: skip
