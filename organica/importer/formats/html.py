"""The format HTML: what a reader of the page sees, block by block.

Takes characters; returns a Document. Called by `opening`. Menus, forms and what is hidden are left out, but
nothing that holds most of the page's text: many old pages put all of it inside a form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from organica.importer.document import Document, Line
from organica.importer.errors import DocumentTooComplex
from organica.importer.formats.breaks import goes_on
from organica.importer.formats.footnote_marks import is_footnote_mark
from organica.importer.formats.html_lists import Lists
from organica.importer.formats.html_shown import Shown
from organica.importer.formats.limits import MAX_TAGS
from organica.importer.formats.tables import Tables
from organica.text.normalise import normalised

FORMAT_NAME = "HTML"
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_OF_A_TERM = frozenset({"dd", "div", "p"})
_CELLS = frozenset({"td", "th"})
_WHOLE_NUMBER = re.compile(r"\s*\d{1,4}")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LABEL = re.compile(r"\s*\(?[A-Za-zñÑ0-9]{1,6}\s?[.)°º]-?\s*")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
# libxml2 keeps a line number in 16 bits here; a larger one reads as this.
_LARGEST_SOURCE_LINE = 65_535
# A raised mark is a number in a link at most; looking into all that is raised would take a long time.
_MOST_INSIDE_A_MARK = 4
_TOO_DEEP = "Excessive depth"


@dataclass
class _Reading:
    """The lines so far, and the line that is being gathered."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    has_words: bool = False
    # The line of the file that has been reached, and the one where the gathered words begin.
    at: int = 1
    begins: int = 1
    bold: list[bool] = field(default_factory=list)
    bold_depth: int = 0
    pre_depth: int = 0
    headings: list[int] = field(default_factory=list)
    opens: bool = True
    label: str | None = None
    tables: Tables = field(default_factory=Tables)
    # Marks of footnotes in the line that is being gathered, and the last line that is none.
    marks: list[Line] = field(default_factory=list)
    above: str = ""
    # The line that is being gathered is a term of a list of definitions, and no more than a label.
    is_term: bool = False

    def words(self, text: str | None) -> None:
        """Add words; in preformatted text each line is one."""
        if not text:
            return
        for position, piece in enumerate(text.split("\n")):
            if position:
                self.at += 1
                if self.pre_depth:
                    self.break_line()
                else:
                    self.pieces.append(" ")
            if piece and not piece.isspace():
                if not self.has_words:
                    self.begins, self.has_words = self.at, True
                if any(map(str.isalnum, piece)):
                    self.bold.append(self.bold_depth > 0)
            self.pieces.append(piece)

    def leave_out_mark(self, element: etree._Element) -> bool:
        """Keep a raised footnote mark out of the words, as a note; return whether the element is one."""
        if element.tag != "sup" or not self.has_words:
            return False
        inside = list(islice(element.iter(), _MOST_INSIDE_A_MARK + 1))
        raised = "".join(
            filter(None, (element.text, *(part for one in inside[1:] for part in (one.text, one.tail))))
        )
        if len(inside) > _MOST_INSIDE_A_MARK or not is_footnote_mark(
            raised, "".join(piece[-4:] for piece in self.pieces[-2:])
        ):
            return False
        self.marks.append(Line(raised.strip(), self.at, note=True))
        if not element.tail or not element.tail[0].isalnum():
            self.pieces[-1] = self.pieces[-1].rstrip()
        return True

    def holds_a_label(self) -> bool:
        """Return whether the words gathered so far are no more than a label ("IV.")."""
        return self.has_words and _LABEL.fullmatch("".join(self.pieces)) is not None

    def goes_on_with_a_term(self, tag: str) -> bool:
        """Return whether the block holds the words of the item of which the term before it is the label."""
        if not (self.is_term and tag in _OF_A_TERM and self.holds_a_label()):
            return False
        self.pieces.append(" ")
        return True

    def end_block(self) -> None:
        """End the line; the next one opens a block."""
        self._flush()
        self.opens = True

    def break_line(self) -> None:
        """End the line where the page breaks it; a second break leaves a blank line and opens a block."""
        blank = not self.has_words
        self._flush()
        self.opens = self.opens or blank

    def _flush(self) -> None:
        text = normalised(_BLANKS.sub(" ", "".join(self.pieces)))
        if text:
            bold = bool(self.bold) and all(self.bold)
            heading = self.headings[-1] if self.headings else None
            opens = self.opens or not goes_on(self.above, text)
            row, cell = self.tables.place
            self.lines.append(Line(text, self.begins, heading, bold, opens, self.label, row=row, cell=cell))
            self.opens, self.label, self.above = False, None, text
            self.lines += self.marks
        self.pieces, self.bold, self.has_words, self.marks = [], [], False, []


def document(text: str, name: str) -> Document:
    """Return the lines of the page under the numbers of its source, with its title and its own address.

    Raises: DocumentTooComplex.
    """
    root = _root_of(text, name)
    if root is None:
        return Document("html", (), blocks=True)
    reading = _Reading()
    shown = Shown(root)
    lists = Lists()
    mark: etree._Element | None = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if shown.leaves_out(element):
                walk.skip_subtree()
                if element.tag in _BLOCKS:
                    reading.end_block()
            elif reading.leave_out_mark(element):
                mark = element
                walk.skip_subtree()
            else:
                _start(element, reading, lists)
        else:
            if element is not mark and not shown.leaves_out(element):
                _end(element, reading, lists)
            reading.words(element.tail)
    reading.end_block()
    return Document("html", tuple(reading.lines), blocks=True, facts=_facts_in(root))


def _root_of(text: str, name: str) -> etree._Element | None:
    if text.count("<") > MAX_TAGS:
        raise DocumentTooComplex(file=name, format=FORMAT_NAME)
    # Tags that nobody closed nest deep on honest old pages, so 2,048 levels are read instead of 256.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root: etree._Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    # What lies deeper is dropped without an error; half a text is worse than none.
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise DocumentTooComplex(file=name, format=FORMAT_NAME)
    return root


def _start(element: etree._Element, reading: _Reading, lists: Lists) -> None:
    tag = element.tag
    line = element.sourceline
    if line is not None and reading.at < line < _LARGEST_SOURCE_LINE:
        reading.at = line
    if tag in _BLOCKS:
        if not reading.goes_on_with_a_term(tag):
            reading.end_block()
    elif tag == "br":
        reading.break_line()
    if tag in _HEADINGS:
        reading.headings.append(_HEADINGS[tag])
    elif tag == "pre":
        reading.pre_depth += 1
    elif tag in ("ol", "ul"):
        lists.open(element)
    elif tag == "li":
        reading.label = lists.next_label(element)
    elif tag == "table":
        reading.tables.open_table()
    elif tag == "tr":
        reading.tables.open_row()
    elif tag in _CELLS:
        reading.tables.open_cell()
        reading.tables.reaches(_reach(element, "colspan"), _reach(element, "rowspan"))
    if _is_bold(element):
        reading.bold_depth += 1
    reading.words(element.text)


def _end(element: etree._Element, reading: _Reading, lists: Lists) -> None:
    tag = element.tag
    if _is_bold(element):
        reading.bold_depth -= 1
    # A page may set the label of an item as a term, and its words as what the term means.
    reading.is_term = tag == "dt" and reading.holds_a_label()
    if tag in _BLOCKS and not reading.is_term:
        reading.end_block()
    if tag in _HEADINGS:
        reading.headings.pop()
    elif tag == "pre":
        reading.pre_depth -= 1
    elif tag in ("ol", "ul"):
        lists.close()
    elif tag == "li":
        reading.label = None
    elif tag == "table":
        reading.tables.close_table()
    elif tag in _CELLS:
        reading.tables.close_cell()


def _reach(cell: etree._Element, name: str) -> int:
    """Return over how many columns or rows a cell reaches."""
    found = _WHOLE_NUMBER.match(cell.get(name, ""))
    return int(found[0]) if found else 1


def _is_bold(element: etree._Element) -> bool:
    return element.tag in ("b", "strong", "th") or _BOLD_STYLE.search(element.get("style", "")) is not None


def _facts_in(root: etree._Element) -> dict[str, str]:
    """Return the title of the page and the address that it gives for itself."""
    title = " ".join((root.findtext(".//head/title") or root.findtext(".//title") or "").split())
    address = next(
        (link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"), ""
    ) or next((meta.get("content", "") for meta in root.iter("meta") if meta.get("property") == "og:url"), "")
    facts = {"title": normalised(title), "url": address.strip()}
    return {name: value for name, value in facts.items() if value}
