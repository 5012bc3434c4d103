"""Whatever comes is read or refused; what is read keeps the promises of a Document."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from organica.importer.document import Document
from organica.importer.errors import ReadRefused
from organica.importer.formats import document_of_bytes, document_of_text
from organica.text.normalise import normalised
from tests.importer.formats.makers import a_docx, a_paragraph, a_pdf
from tests.importer.formats.test_html import PAGE
from tests.importer.formats.test_ley_chile import LEY, NORMA

PIECES = st.sampled_from(
    ["# Título", "**negrita**", "*", "(*)", "---", "title: Uno", "a) Uno;", "[x](#)", "|a|b|", "|---|", "\\", "&nbsp;", "<p>", "</p>",
     "<ol type=a><li>", "<nav>", "</nav>", "<form>", "<!--", "-->", "<br>", "<b>", "<table><tr><td>", "Ley 20742", "Art. 1 N° 5", "D.O. 01.04.2014",
     "Ã³", "\ufffd", "\u200b", "\u00ad", "\u00a0", "\ufdd0", "\n", "\r\n", " ", "texto", "<html>", '<ley xmlns="https://leychile.cl/schema/ley/v1">',
     "<texto>", "</texto>", "</ley>", "<inciso numero='1'>", "<pre>", "\t", "{", "["]
)  # fmt: skip


def assert_promises(document: Document) -> None:
    numbers = [line.number for line in document.lines]
    assert numbers == sorted(numbers)
    assert all(number >= 1 for number in numbers)
    for line in document.lines:
        assert "\n" not in line.text
        assert normalised(line.text) == line.text
        assert line.heading is None or 1 <= line.heading <= 6
        assert line.label is None or line.label.strip()
    assert any(line.text for line in document.lines)
    for doubt in document.doubts:
        assert doubt.sentence("es")


def read_or_refused(content: bytes | str) -> None:
    document, said = None, ("", "")
    try:
        document = document_of_text(content) if isinstance(content, str) else document_of_bytes(content, "x")
    except ReadRefused as refused:
        said = (refused.sentence("es"), refused.cure("en"))
    if document is None:
        assert all(said)
    else:
        assert_promises(document)


@settings(deadline=None, max_examples=400)  # a busy machine is no failure
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_mixture_of_marks_is_read_or_refused(text: str) -> None:
    read_or_refused(text)


@settings(deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300))
def test_any_bytes_and_any_text_are_read_or_refused(content: bytes | str) -> None:
    read_or_refused(content)


SOUND = [
    PAGE.encode(),
    LEY.encode(),
    NORMA.encode(),
    a_docx(
        a_paragraph("Uno") + a_paragraph("Dos"), {"word/styles.xml": "<a/>", "word/numbering.xml": "<b/>"}
    ),
]


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(SOUND), st.data())
def test_a_damaged_document_is_read_or_refused(content: bytes, data: st.DataObject) -> None:
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(damaged[: data.draw(st.integers(1, len(damaged)))]))


@settings(deadline=None, max_examples=15)  # each starts a process
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused(data: st.DataObject) -> None:
    damaged = bytearray(a_pdf([["Uno", "dos"], ["Tres"]]))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(9, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(damaged))
