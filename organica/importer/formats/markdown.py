"""The format "Markdown", line by line: what is printed, and what the marks say of it.

Takes characters; returns a Document. Called by `opening`. Labels such as `1.` and `a)` stay in the text as
printed, because a renderer would number them anew; a blank line may stand inside a sentence, so blocks are
not told from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from organica.importer.document import Document, Line
from organica.importer.formats.footnote_marks import defines_a_footnote, without_footnote_marks
from organica.importer.formats.front_matter import facts_in, front_matter_lines
from organica.importer.formats.markdown_inline import words_of
from organica.text.normalise import normalised

_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<text>.*?))??(?:[ \t]+#+)?[ \t]*")
_RULE = re.compile(r"\s{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_QUOTE = re.compile(r"^(?:\s{0,3}>[ \t]?)+")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*")
_TABLE_RULE = re.compile(r"[\s|:-]*-{3,}[\s|:-]*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CELL_END = re.compile(r"(?<!\\)\|")
_COMMENT = re.compile(r"<!--[^<>]{0,2000}-->")
_MOST_MARKED_CHARACTERS = 20_000


def document(text: str) -> Document:
    """Return the lines without their marks, under the numbers of the file, and what the front matter says."""
    lines = normalised(text).split("\n")
    matter = front_matter_lines(lines)
    rows = _rows(lines)
    body = tuple(
        line
        for number, printed in enumerate(lines[matter:], matter + 1)
        for line in _lines(printed, number, rows.get(number))
    )
    return Document("markdown", body, facts=facts_in(text.split("\n")[1 : matter - 1]) if matter else {})


def _rows(lines: Sequence[str]) -> dict[int, int]:
    """Return the lines that are rows of tables, by their number, each with its place in its table.

    A row stands between bars; below a header and its rule it need not, until a blank line. Source: GitHub
    Flavored Markdown, section 4.10.
    """
    rows: dict[int, int] = {}
    at, ruled = 0, False
    for printed, number, below in zip(lines, range(1, len(lines) + 1), (*lines[1:], ""), strict=True):
        if _is_rule_of_table(printed):
            ruled = at > 0
        elif _may_be_a_row(printed) and (
            ruled or _TABLE_ROW.fullmatch(printed) or (_is_rule_of_table(below) and not at)
        ):
            rows[number] = at
            at += 1
        else:
            at, ruled = 0, False
    return rows


def _is_rule_of_table(printed: str) -> bool:
    return _may_be_a_row(printed) and _TABLE_RULE.fullmatch(printed) is not None


def _may_be_a_row(printed: str) -> bool:
    return "|" in printed and len(printed) <= _MOST_MARKED_CHARACTERS


def _lines(printed: str, number: int, row: int | None) -> Iterator[Line]:
    if not printed:
        yield Line("", number)
        return
    # No line of a text is that long; what is, has no marks that anybody set.
    if len(printed) > _MOST_MARKED_CHARACTERS:
        yield Line(printed, number)
        return
    if _RULE.fullmatch(printed) or _TABLE_RULE.fullmatch(printed):
        yield Line("", number)
        return
    if defines_a_footnote(printed):
        yield replace(_line(printed, number), note=True)
        return
    printed, marks = without_footnote_marks(printed)
    yield from _marked_lines(printed, number, row)
    for mark in marks:
        yield Line(mark, number, note=True)


def _marked_lines(printed: str, number: int, row: int | None) -> Iterator[Line]:
    if row is not None:
        for cell, whole in enumerate(_CELL_END.split(printed.strip().removeprefix("|").removesuffix("|"))):
            for part in filter(None, map(str.strip, _BREAK.split(whole))):
                yield replace(_line(part, number, opens=True), row=row, cell=cell)
        return
    heading = _HEADING.fullmatch(printed)
    if heading is not None:
        yield _line(heading["text"] or "", number, heading=len(heading["marks"]))
        return
    yield _line(_COMMENT.sub("", _QUOTE.sub("", printed, count=1)), number)


def _line(marked: str, number: int, heading: int | None = None, *, opens: bool = False) -> Line:
    words = words_of(marked)
    text = normalised(words.text).replace("\n", " ")
    opens = opens or heading is not None
    return Line(text, number, heading=heading if text else None, bold=words.bold and bool(text), opens=opens)
