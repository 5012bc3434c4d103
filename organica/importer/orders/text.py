"""The words of one provision of an amending act, with what is quoted in them set apart from the orders.

Takes passages; returns an `OrderText`. Called by `reading`. Quotes may span passages, hold other
quotes, be opened again at each paragraph, and are sometimes never closed; then they end where the next order
begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from organica.importer.orders.verbs import begins_with_an_order
from organica.importer.passages import Passage

# In the skeleton: a quoted text is one of these, then as many of the second as it has further characters.
QUOTE, QUOTED = "\ue001", "\ue000"
_MARKS = re.compile(r"[“”„«»\"\n]")
_OPENING, _CLOSING = "“„«", "”»"
_NAMES_A_LABEL = re.compile(
    r"(?:\b(?:letras?|literal(?:es)?|incisos?|numeral(?:es)?|n[uú]meros?|fracci[oó]n(?:es)?"
    r"|puntos?|ordinal(?:es)?)|"
    r"[\w)] [ \w)]{1,4}(?:,| y| e| al?))\s+$",
    re.IGNORECASE,
)
_ONLY_A_LABEL = re.compile(r"\s*\(?(?:[a-zñA-ZÑ]{1,2}|\d{1,3}|[ivxlIVXL]{2,6})\s?[).°º]*\s*")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted text: where it stands with its marks, and without."""

    start: int
    end: int
    inner_start: int
    inner_end: int


@dataclass(frozen=True, slots=True)
class OrderText:
    """The passages as one text, a line each. `skeleton` is equally long, with the quotes made unreadable."""

    text: str
    skeleton: str
    quotes: dict[int, Quote]
    starts: tuple[int, ...]
    indexes: tuple[int, ...]

    def indexes_between(self, start: int, end: int) -> tuple[int, ...]:
        """Return the indexes of the passages that the characters from start to end (excluded) lie in."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        return self.indexes[first : last + 1]

    def words(self, start: int, end: int) -> str:
        """Return the words as published, on one line."""
        return " ".join(self.text[start:end].split())

    def quotes_between(self, start: int, end: int) -> list[Quote]:
        """Return the quotes that begin between two places."""
        found = []
        at = self.skeleton.find(QUOTE, start, end)
        while at >= 0:
            found.append(self.quotes[at])
            at = self.skeleton.find(QUOTE, at + 1, end)
        return found


def order_text(
    passages: Sequence[Passage], indexes: Sequence[int], headed: int, bare: frozenset[int]
) -> OrderText:
    """Return the passages of these indexes as one text.

    The first `headed` characters are the heading of the provision, which is no order. `bare` are the passages
    that begin new text without a quote.
    """
    lines = [_line(passages[index]) for index in indexes]
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    text = "\n".join(lines)
    cuts = {start for start, line in zip(starts, lines, strict=True) if start and begins_with_an_order(line)}
    unquoted = [start for start, index in zip(starts, indexes, strict=True) if index in bare]
    quotes = [quote for quote in _quotes(text, cuts) if not unquoted or quote.start < unquoted[0]]
    if unquoted:
        quotes.append(Quote(unquoted[0], len(text), unquoted[0], len(text)))
    return OrderText(
        text,
        _skeleton(text, quotes, headed),
        {quote.start: quote for quote in quotes},
        tuple(starts),
        tuple(indexes),
    )


def balance(text: str) -> int:
    """Return how many more quotes a passage opens than it closes."""
    opened = 0
    for found in _MARKS.finditer(text):
        if found[0] != "\n":
            opened += 1 if _opens(text, found.start(), opened > 0) else -1
    return opened


def _line(passage: Passage) -> str:
    text = passage.text.replace(QUOTE, " ").replace(QUOTED, " ").replace("\n", " ")
    return text if passage.label is None else f"{passage.label}) {text}"


def _opens(text: str, at: int, inside: bool) -> bool:
    """Return whether the mark opens a quote; printers take one mark for the other."""
    mark = text[at]
    before = text[at - 1] if at else " "
    behind = text[at + 1] if at + 1 < len(text) else " "
    at_the_left = (before.isspace() or before in "(:¿¡—–-“«") and not behind.isspace()
    if mark == '"':
        return at_the_left
    if mark in _OPENING:
        return not inside or at_the_left or not (behind.isspace() or behind in ".,;:)")
    return at_the_left and not inside


def _quotes(text: str, cuts: set[int]) -> list[Quote]:
    """Return the outermost quotes. One that is never closed ends before the next order, or with its line."""
    closed: dict[int, int] = {}
    open_marks: list[int] = []
    every: list[int] = []
    for found in _MARKS.finditer(text):
        at = found.start()
        if found[0] == "\n":
            if at + 1 in cuts:
                open_marks.clear()
            continue
        if _opens(text, at, bool(open_marks)):
            # A mark at the beginning of a further paragraph only says that the quote goes on.
            if not open_marks or text[at - 1] != "\n":
                open_marks.append(at)
                every.append(at)
        elif open_marks:
            closed[open_marks.pop()] = at
    ends = sorted(cuts)
    quotes: list[Quote] = []
    behind = 0
    for start in every:
        if start < behind:
            continue
        end = closed.get(start)
        quote = Quote(start, end + 1, start + 1, end) if end is not None else _unclosed(text, start, ends)
        quotes.append(quote)
        behind = quote.end
    return quotes


def _unclosed(text: str, start: int, cuts: Sequence[int]) -> Quote:
    before = text[max(0, start - 3) : start].rstrip(" ")
    end = text.find("\n", start)
    if not before or before.endswith((":", "\n")):
        later = bisect_right(cuts, start)
        end = cuts[later] - 1 if later < len(cuts) else len(text)
    end = len(text) if end < 0 else end
    return Quote(start, end, start + 1, end)


def _skeleton(text: str, quotes: list[Quote], headed: int) -> str:
    pieces = [" " * headed]
    behind = headed
    for quote in tuple(quotes):
        if quote.start < behind:
            continue
        pieces.append(text[behind : quote.start])
        inner = text[quote.inner_start : quote.inner_end]
        short = quote.end - quote.start <= 10 and quote.inner_start > quote.start
        if short and _ONLY_A_LABEL.fullmatch(inner) and _NAMES_A_LABEL.search("".join(pieces)[-24:]):
            # «la letra "b)"» quotes no text: it names a letter.
            pieces.append(" " + inner + " " * (quote.end - quote.inner_end))
            quotes.remove(quote)
        else:
            pieces.append(QUOTE + QUOTED * (quote.end - quote.start - 1))
        behind = quote.end
    pieces.append(text[behind:])
    return "".join(pieces)
