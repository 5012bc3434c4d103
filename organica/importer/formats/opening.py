"""From a file to its lines: which format it is in, and the limits that hold for all of them.

Takes a path, bytes or a text; returns a Document, or refuses it. Called by `reading`. Registers in JSON are
told apart here and read elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from organica.importer.document import Document
from organica.importer.errors import FormatNotRead, TextEmpty, TextIsBinary, TextNotUtf8
from organica.importer.formats import markdown, plain
from organica.importer.formats.detect import Format, sniff, text_format
from organica.importer.formats.encoding import Decoded, decoded
from organica.importer.formats.garbled import garbled
from organica.importer.formats.limits import content_of, refuse_large_file, refuse_large_text
from organica.importer.formats.margin_notes import parted


def open_document(path: Path) -> Document:
    """Return the lines of a file.

    Raises: a subclass of ReadRefused when it cannot be read at all.
    """
    return document_of_bytes(content_of(path), path.name)


def document_of_bytes(content: bytes, name: str) -> Document:
    """Return the lines of a file's bytes; `name` is what a refusal calls it. Raises: as `open_document`."""
    refuse_large_file(content, name)
    found = sniff(content)
    match found:
        # Loaded only when such a file comes: together they take longer to start than the command line itself.
        case Format.PDF:
            from organica.importer.formats import pdf

            return _checked(pdf.document(content, name), name)
        case Format.DOCX:
            from organica.importer.formats import docx

            return _checked(docx.document(content, name), name)
        case Format.RTF | Format.OLE | Format.ZIP | Format.IMAGE:
            raise FormatNotRead(file=name, format=found.value)
        case _:
            return _of_characters(decoded(content, name), name)


def document_of_text(text: str, name: str = "text") -> Document:
    """Return the lines of a text, which may be Markdown, HTML or XML too. Raises: as `open_document`."""
    nul = text.find("\0")
    if nul >= 0:
        raise TextIsBinary(file=name, line=text.count("\n", 0, nul) + 1)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        # Half of a pair of UTF-16 is no character of any text.
        before = text[: error.start]
        raise TextNotUtf8(file=name, byte=len(before.encode()), line=before.count("\n") + 1) from error
    return _of_characters(Decoded(text.replace("\r\n", "\n").replace("\r", "\n")), name)


def _of_characters(content: Decoded, name: str) -> Document:
    found = text_format(content.text)
    match found:
        case Format.HTML:
            from organica.importer.formats import html

            document = html.document(content.text, name)
        case Format.LEY_CHILE:
            from organica.importer.formats import ley_chile

            document = ley_chile.document(content.text, name)
        case Format.XML:
            from organica.importer.formats.xml_tree import refuse_declared_type

            refuse_declared_type(content.text, name)
            raise FormatNotRead(file=name, format=found.value)
        case Format.JSON:
            raise FormatNotRead(file=name, format=found.value)
        case _:
            refuse_large_text(content.text, name)
            document = (markdown if found is Format.MARKDOWN else plain).document(content.text)
    document = replace(document, doubts=content.doubts() + document.doubts)
    return _checked(document, name, content.text.split("\n"))


def _checked(document: Document, name: str, source: Sequence[str] = ()) -> Document:
    """Refuse a text that is too long or not there, part its margin notes, and doubt what is garbled in it."""
    if not any(line.text for line in document.lines):
        raise TextEmpty(file=name)
    refuse_large_text("\n".join(line.text for line in document.lines), name)
    doubts = document.doubts + garbled(document.lines, source)
    return replace(document, lines=parted(document.lines), doubts=doubts)
