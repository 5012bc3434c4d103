"""The format DOCX: paragraphs with the numbers that the word processor prints before them.

Takes bytes; returns a Document. Called by `opening`. Read straight from the XML, one paragraph at a time, so
that a long document takes little memory. Headers and footers of pages are no part of it.
Source: ECMA-376, part 1, section 17.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.document import Document, Line
from organica.importer.errors import DocumentBroken, DocumentTooComplex
from organica.importer.formats.breaks import goes_on
from organica.importer.formats.docx_numbering import VAL, Numbering, W, numbering_in
from organica.importer.formats.docx_package import FORMAT_NAME, Package
from organica.importer.formats.docx_styles import Style, is_on, styles_in
from organica.importer.formats.tables import Tables
from organica.importer.formats.xml_tree import safe_parser
from organica.text.normalise import normalised

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CORE = "{http://purl.org/dc/elements/1.1/}"
_TOO_DEEP = "Excessive depth"
_NO_LIST = "0"
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
# A text box is said twice, once for old programs; its own paragraphs are read apart.
_APART = frozenset({f"{_MARKUP}Fallback", f"{W}txbxContent"})
_SHOWN_CHARACTERS = 200
_OF_TABLES = (f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}gridSpan")


@dataclass
class _Reading:
    name: str
    styles: dict[str, Style]
    numbering: Numbering
    lines: list[Line] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    tables: Tables = field(default_factory=Tables)


def document(content: bytes, name: str) -> Document:
    """Return the paragraphs, those of tables and text boxes among them, then the footnotes as notes.

    Raises: DocumentBroken, DocumentTooComplex, DocumentEncrypted, EntitiesRefused.
    """
    package = Package(content, name)
    body = package.part("word/document.xml")
    if body is None:
        raise DocumentBroken(file=name, format=FORMAT_NAME)
    styles = styles_in(_root(package, "word/styles.xml", name))
    reading = _Reading(name, styles, numbering_in(_root(package, "word/numbering.xml", name)))
    _read(body, reading)
    first_note = len(reading.lines)
    for path in ("word/footnotes.xml", "word/endnotes.xml"):
        notes = package.part(path)
        if notes is not None:
            _read(notes, reading)
    lines = (
        replace(line, note=True) if index >= first_note else line for index, line in enumerate(reading.lines)
    )
    facts = _facts_in(_root(package, "docProps/core.xml", name))
    return Document("docx", tuple(lines), blocks=True, facts=facts, doubts=tuple(_doubts(reading)))


def _root(package: Package, path: str, name: str) -> etree._Element | None:
    part = package.part(path)
    if part is None:
        return None
    try:
        return etree.fromstring(part, safe_parser())
    except etree.XMLSyntaxError as error:
        raise _refusal(error, name) from error


def _refusal(error: etree.XMLSyntaxError, name: str) -> DocumentTooComplex | DocumentBroken:
    if _TOO_DEEP in str(error):
        return DocumentTooComplex(file=name, format=FORMAT_NAME)
    return DocumentBroken(file=name, format=FORMAT_NAME)


def _read(part: bytes, reading: _Reading) -> None:
    """Add the lines of a part; each paragraph is forgotten as soon as it is read."""
    walk = etree.iterparse(
        io.BytesIO(part), events=("start", "end"), tag=(f"{W}p", *_OF_TABLES),
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        for event, element in walk:
            if element.tag != f"{W}p":
                _note_table(event, element, reading.tables)
                continue
            if event == "start":
                continue
            if next(element.iterancestors(f"{_MARKUP}Fallback"), None) is None:
                _read_paragraph(element, reading)
            if next(element.iterancestors(f"{W}p"), None) is None:
                _forget(element)
    except etree.XMLSyntaxError as error:
        raise _refusal(error, reading.name) from error


def _note_table(event: str, element: etree._Element, tables: Tables) -> None:
    """Follow the tables; a cell that goes on from the row above comes again here, without text."""
    if element.tag == f"{W}tbl":
        (tables.open_table if event == "start" else tables.close_table)()
    elif element.tag == f"{W}tr":
        if event == "start":
            tables.open_row()
    elif element.tag == f"{W}tc":
        (tables.open_cell if event == "start" else tables.close_cell)()
    elif event == "end" and re.fullmatch(r"[0-9]{1,4}", element.get(VAL, "")):
        tables.reaches(int(element.get(VAL, "")))


def _forget(paragraph: etree._Element) -> None:
    paragraph.clear()
    parent = paragraph.getparent()
    while parent is not None and paragraph.getprevious() is not None:
        del parent[0]


def _read_paragraph(paragraph: etree._Element, reading: _Reading) -> None:
    properties = paragraph.find(f"{W}pPr")
    style = _style_of(properties, reading)
    texts = list(_words(paragraph, style))
    printed = normalised("".join(text for text, _bold in texts))
    changed = next(paragraph.iter(*_CHANGES), None) is not None
    if not printed.strip():
        # An empty paragraph of a list is counted by nobody who reads the page.
        return
    label = reading.numbering.label(style.list_id, style.level or 0) if style.list_id else None
    marked = [bold for text, bold in texts if any(map(str.isalnum, text))]
    bold = bool(marked) and all(marked)
    if changed:
        reading.changed.append(len(reading.lines) + 1)
    above = ""
    for text in filter(None, (piece.strip() for piece in printed.split("\n"))):
        number = len(reading.lines) + 1
        opens = not goes_on(above, text)
        row, cell = reading.tables.place
        label_here = None if above else label
        reading.lines.append(Line(text, number, style.heading, bold, opens, label_here, row=row, cell=cell))
        above = text


def _style_of(properties: etree._Element | None, reading: _Reading) -> Style:
    """Return what the paragraph has from its style, with what it says itself."""
    if properties is None:
        return Style()
    named = properties.find(f"{W}pStyle")
    style = Style() if named is None else reading.styles.get(named.get(VAL, ""), Style())
    list_id = properties.find(f"{W}numPr/{W}numId")
    depth = properties.find(f"{W}numPr/{W}ilvl")
    if list_id is not None:
        style = replace(style, list_id=list_id.get(VAL))
    if depth is not None and depth.get(VAL, "").isdigit():
        style = replace(style, level=int(depth.get(VAL, "0")))
    return replace(style, list_id=None) if style.list_id == _NO_LIST else style


def _words(paragraph: etree._Element, style: Style) -> Iterator[tuple[str, bool]]:
    """Yield the texts of the runs, and whether each is bold; what was deleted is no text any more.

    A walk without recursion: a hostile file nests as deep as the parser lets it.
    """
    walk = etree.iterwalk(paragraph, events=("start",))
    bold = style.bold
    for _event, element in walk:
        tag = element.tag
        if tag in _DELETED or tag in _APART or (tag == f"{W}p" and element is not paragraph):
            walk.skip_subtree()
        elif tag == f"{W}r":
            own = element.find(f"{W}rPr/{W}b")
            bold = style.bold if own is None else is_on(own)
        elif tag == f"{W}t":
            yield element.text or "", bold
        elif tag in (f"{W}tab", f"{W}ptab") and _is_in_a_run(element):
            yield " ", bold
        elif tag in (f"{W}br", f"{W}cr"):
            yield "\n", bold
        elif tag == f"{W}noBreakHyphen":
            yield "-", bold


def _is_in_a_run(element: etree._Element) -> bool:
    """Return whether a tab is printed; one among the properties only says where tabs stop."""
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}r"


def _doubts(reading: _Reading) -> Iterator[Doubt]:
    if reading.changed:
        first = reading.lines[reading.changed[0] - 1]
        place = Place(reading.changed[0], reading.changed[-1])
        yield Doubt(DoubtCode.TRACKED_CHANGES, place, printed=first.text[:_SHOWN_CHARACTERS])


def _facts_in(root: etree._Element | None) -> dict[str, str]:
    title = "" if root is None else " ".join((root.findtext(f"{_CORE}title") or "").split())
    return {"title": normalised(title)} if title else {}
