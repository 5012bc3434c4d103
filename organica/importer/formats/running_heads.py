"""Lines at the edges of pages that belong to the page and not to the text: running headers, page numbers.

Takes the lines of each page with their heights; says which are of this kind. Called by `pdf`. A line counts
only when it stands at the edge and is repeated on most pages: what is left out wrongly would be lost law.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from organica.text.labels import labelled

_HEADER_FROM = 0.80
_FOOTER_UP_TO = 0.15
_MOST_LINES = 6
_MOST_DIGITS = 4
_NUMBER = re.compile(r"\d{1,4}")
_PAGE_WORD = re.compile(r"(?:p[aá]g(?:ina|\.)?|p\.|hoja|folio|page)\s*(?:n[°º]\s*)?$", re.IGNORECASE)
_SEPARATED = re.compile(r"[|–—-]\s*$|\s{2,}$")
_NAMED_PAGE = re.compile(
    r"\W*(?:p[aá]g(?:ina|\.)?|hoja|folio)\s*(?:n[°º]\s*)?\d{1,4}(?:\s*(?:de|/)\s*\d{1,4})?\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page; `height` is its place above the lower edge, from 0 to 1, negative where unknown."""

    text: str
    height: float
    bold: bool = False


def running(pages: Sequence[Sequence[PageLine]]) -> list[set[int]]:
    """Return, for each page, the indices of the lines that belong to the page."""
    edges = [(_edge(page, top=True), _edge(page, top=False)) for page in pages]
    counts: Counter[tuple[bool, str]] = Counter()
    for index, (page, (header, footer)) in enumerate(zip(pages, edges, strict=True)):
        keys = {(True, key) for at in header for key in _keys(page[at].text, index)}
        keys |= {(False, key) for at in footer for key in _keys(page[at].text, index)}
        counts.update(keys)
    read = sum(1 for page in pages if page)
    repeated = {key for key, count in counts.items() if _is_most(count, read)}
    numbering = _numbering(pages, edges, read)
    found: list[set[int]] = []
    for index, (page, sides) in enumerate(zip(pages, edges, strict=True)):
        of_page: set[int] = set()
        for top, edge in zip((True, False), sides, strict=True):
            for at in edge:
                text = page[at].text
                # From the edge inwards: behind the first line of text nothing is a header any more.
                of_pages = any((top, key) in repeated for key in _keys(text, index))
                counted = text.isdecimal() and len(text) <= _MOST_DIGITS and int(text) - index in numbering
                if not (of_pages or counted or _NAMED_PAGE.fullmatch(text)):
                    break
                of_page.add(at)
        found.append(of_page)
    return found


def _numbering(
    pages: Sequence[Sequence[PageLine]], edges: Sequence[tuple[list[int], list[int]]], read: int
) -> set[int]:
    """Return by how much the numbers printed at the edges of most pages differ from the count of the pages.

    The number may stand alone on one page and behind the title of the chapter on another.
    """
    counts: Counter[int] = Counter()
    for index, (page, sides) in enumerate(zip(pages, edges, strict=True)):
        outermost = {page[edge[0]].text for edge in sides if edge}
        ends = {word for text in outermost for word in (text.split()[0], text.split()[-1])}
        counts.update({int(word) - index for word in ends if word.isdecimal() and len(word) <= _MOST_DIGITS})
    return {offset for offset, count in counts.items() if _is_most(count, read)}


def _edge(page: Sequence[PageLine], *, top: bool) -> list[int]:
    """Return the lines at one edge of a page, the outermost first."""
    inside = [at for at, line in enumerate(page) if line.height >= (_HEADER_FROM if top else 0)]
    if not top:
        inside = [at for at in inside if page[at].height <= _FOOTER_UP_TO]
    return sorted(inside, key=lambda at: page[at].height, reverse=top)[:_MOST_LINES]


def _is_most(count: int, pages: int) -> bool:
    """Return whether a line is on most pages, or on every other one as in books with two kinds of pages."""
    return count >= 2 and (2 * count > pages or (count >= 3 and 2 * count >= pages - 1))


def _keys(text: str, page: int) -> Iterator[str]:
    """Yield what a line is counted as: itself, and itself with the number of the page told from others.

    A line that announces or begins an item is text, even when each page begins with one.
    """
    if text.endswith(":") or labelled(text) is not None:
        return
    words = " ".join(text.split())
    if not words.isdecimal():
        yield words
    for number in _NUMBER.finditer(text):
        before, behind = text[: number.start()], text[number.end() :]
        if _counts_pages(before, behind):
            yield f"{before}\0{int(number[0]) - page}\0{behind}"


def _counts_pages(before: str, behind: str) -> bool:
    if _PAGE_WORD.search(before) or not any(map(str.isalnum, before + behind)):
        return True
    if not any(map(str.isalnum, behind)):
        return _SEPARATED.search(before) is not None
    return not any(map(str.isalnum, before)) and _SEPARATED.search(behind[:3][::-1]) is not None
