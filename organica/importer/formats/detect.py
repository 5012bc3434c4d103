"""Which format a file is in: what its bytes say, whatever its name says.

Takes a path or the bytes; returns a `Format`. Called by `reading` and `opening`.
"""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import Path

from organica.importer.formats.front_matter import has_front_matter
from organica.importer.formats.limits import content_of


class Format(StrEnum):
    """The closed set of what is told apart; the last ones are named only to be refused by name."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    LEY_CHILE = "ley_chile"
    JSON = "json"
    XML = "xml"
    RTF = "rtf"
    OLE = "doc"
    ZIP = "zip"
    IMAGE = "image"


_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", Format.RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLE),
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
    (b"II*\0", Format.IMAGE),
    (b"MM\0*", Format.IMAGE),
)
# Readers of PDF accept some bytes before the mark. Source: ISO 32000-1, annex H, note 13.
_PDF_MARK_WITHIN_BYTES = 1_024
_LOOKED_AT_BYTES = 64_000
_LEY_CHILE = re.compile(r"<(?:ley|Norma)\b[^>]{0,2000}?\bxmlns\s*=\s*[\"']https?://(?:www\.)?leychile\.cl/")
_JSON = re.compile(r"\{\s*[\"}]|\[\s*[\[{\"\]]")
_HTML_TAG = (
    r"(?:!doctype\s+html|html|head|body|meta|title|div|p|table|tbody|tr|td|ul|ol|li|h[1-6]|section|article"
    r"|main|span|font|center|br|b|strong|a|style|script|link)\b"
)
_OPENS_AS_HTML = re.compile(rf"(?:<!--.{{0,4000}}?-->\s*|<\?xml[^>]{{0,300}}>\s*)*<{_HTML_TAG}", re.I | re.S)
_HTML_LINE = re.compile(rf"</?{_HTML_TAG}", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"^#{1,6}[ \t]+\S"  # a heading
    r"|\*\*[^\s*][^*\n]{0,2000}\*\*"  # bold
    r"|\[[^\[\]\n]{1,500}\]\((?:https?:|#|/|mailto:)[^()\s]{0,1000}\)"  # a link
    r"|\S[ \t]?\[\^[^\[\]\s^]{1,30}\]"  # the mark of a footnote
    r"|^[ \t]{0,3}\d{1,3}\\[.)]\s"  # an escaped number
    r"|^[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*$"  # the rule of a table
    r"|^:?-{3,}:?[ \t]?(?:\|[ \t]?:?-{3,}:?[ \t]?)+\|?[ \t]*$",  # the same without a bar before it
    re.MULTILINE,
)


def sniff(source: Path | bytes) -> Format:
    """Return the format of a file or of its bytes; what is nothing else is plain text.

    Raises: FileNotReadable, TextTooLarge, for a path.
    """
    content = content_of(source) if isinstance(source, Path) else source
    found = _binary_format(content)
    return found if found is not None else text_format(_beginning(content))


def text_format(text: str) -> Format:
    """Return which of the formats that are text this one is in."""
    opening = text[:_LOOKED_AT_BYTES].lstrip("\ufeff \t\r\n\f")
    if _JSON.match(opening):
        return Format.JSON
    if opening.startswith("<"):
        if _LEY_CHILE.search(opening[:10_000]):
            return Format.LEY_CHILE
        if _OPENS_AS_HTML.match(opening):
            return Format.HTML
        if opening.startswith("<?xml"):
            return Format.XML
    if has_front_matter(text):
        return Format.MARKDOWN
    if _is_mostly_html(opening):
        return Format.HTML
    return Format.MARKDOWN if _MARKDOWN.search(opening) else Format.TEXT


def _is_mostly_html(text: str) -> bool:
    """Return whether half of the lines have a tag: a page's source whose beginning was cut off.

    A text into which some scraps of HTML were copied is no page, and its lines must stay as they are.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    return 2 * sum(1 for line in lines if _HTML_LINE.search(line)) > len(lines)


def _binary_format(content: bytes) -> Format | None:
    if b"%PDF-" in content[:_PDF_MARK_WITHIN_BYTES]:
        return Format.PDF
    if content.startswith(b"PK\x03\x04"):
        return _zip_format(content)
    return next((format_ for mark, format_ in _MAGIC if content.startswith(mark)), None)


def _zip_format(content: bytes) -> Format:
    """Tell a DOCX from other archives by its list of entries; nothing is inflated."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return Format.DOCX if "word/document.xml" in archive.NameToInfo else Format.ZIP
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return Format.ZIP


def _beginning(content: bytes) -> str:
    """Return the first characters, well enough to see marks that are ASCII."""
    start = content[: 2 * _LOOKED_AT_BYTES]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "replace")
    return start.decode("utf-8", "replace")
