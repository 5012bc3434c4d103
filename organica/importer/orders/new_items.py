"""The items of a new text that an order gives, each with its words, and whether its articles are whole.

Takes the words of the new text; returns items with the places where they stand in it. Called by the readers
of amending acts. An article whose unchanged items are left out ("[...]", "…") is not whole: only the items
that it prints are new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from organica.importer.headings import Article, article_in
from organica.importer.orders.labels import follows, same_row
from organica.importer.orders.units import unit_of_heading
from organica.text.labels import Labelled, labelled

_QUOTES = ' \t\n“”„«»"'
_DOTS = r"(?:\.\s?\.\s?\.+|…|\.{3,})"
_LEFT_OUT = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|(?:(?<=\s)|^){_DOTS}(?=\s|$|[“”\"»])")
# "I. a IV. …": a range of items that stay as they are.
_STAY = re.compile(
    r"\s*\(?\w{1,4}[.)]+\s?[-–]?\s*(?:al?|y|hasta)\s+(?:la\s+|el\s+)?\(?\w{1,4}[.)]*\s*[.;,…\s]*",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"(?:(?<=[.;:,])|(?<=[.;:,]\sy)|(?<=[.;:,]\se))\s+(?=\(?(?:\d{1,3}|[a-zñ]"
    r"|[IVXL]{1,6})\s?(?:[.)]|[.][-–])\s*[-–]*\s*[A-ZÁÉÍÓÚÑ])"
)
_NOTHING = re.compile(r"[\s.;:,“”\"«»…-]*")


@dataclass(frozen=True, slots=True)
class NewItem:
    """One new item; `start` and `end` are where it stands in the text that was given."""

    label: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NewArticle:
    """One article of a new text. `whole` when it leaves nothing out; else `items` are what it prints."""

    number: str
    whole: bool
    unit: str | None
    items: tuple[NewItem, ...]
    start: int
    end: int


def new_articles(text: str) -> tuple[NewArticle, ...]:
    """Return the articles that a new text gives; none where it begins with something smaller."""
    heads: list[tuple[int, Article]] = []
    for start, line in _lines(text):
        skipped = len(line) - len(line.lstrip(_QUOTES))
        head = _heading(text, start + skipped, line[skipped:])
        if head is not None:
            heads.append((start, head))
        elif not heads and not _NOTHING.fullmatch(line):
            return ()
    if not heads:
        return ()
    ends = [start for start, _ in heads[1:]] + [len(text)]
    return tuple(_article(text, start, end, head) for (start, head), end in zip(heads, ends, strict=True))


def new_items(text: str, announced: Sequence[str]) -> tuple[NewItem, ...]:
    """Return the items of a new text; `announced` are the labels that the order gives for them, if any."""
    found: list[NewItem] = []
    for start, line in _lines(text):
        if _NOTHING.fullmatch(line):
            continue
        item = _item(line, announced[len(found)] if len(found) < len(announced) else None)
        last = found[-1] if found else None
        begins = last is None or (
            item is not None
            and item.label is not None
            and (item.label in announced or (last.label is not None and follows(last.label, item.label)))
            and (last.label is None or same_row(last.label, item.label))
        )
        if begins:
            label, words = (None, line) if item is None else (item.label, item.text)
            found.append(NewItem(label, words, start, start + len(line)))
            if not announced:
                found[-1:] = _run_on(found[-1])
        elif last is not None:
            found[-1] = NewItem(last.label, f"{last.text}\n{line}", last.start, start + len(line))
    if len(found) == 1 and len(announced) > 1:
        found = list(_parted(found[0], announced))
    return tuple(NewItem(one.label, _clean(one.text), one.start, one.end) for one in found)


def _heading(text: str, start: int, line: str) -> Article | None:
    if line.casefold() in ("artículo", "articulo"):
        # Some editors break the line behind the word.
        line = " ".join(text[start : start + 60].split())
    return article_in(line)


def _article(text: str, start: int, end: int, head: Article) -> NewArticle:
    words = text[start:end]
    left_out = _LEFT_OUT.search(words) is not None
    unit = None
    for _, line in list(_lines(words))[:3]:
        inner = article_in(line.lstrip(_QUOTES))
        said = _LEFT_OUT.split(inner.rest if inner else line)[0]
        unit = next(filter(None, (unit, *map(unit_of_heading, _sentences(said)))), None)
    items = tuple(_printed_items(words, start)) if left_out else ()
    return NewArticle(head.number, not left_out, unit, items, start, end)


def _sentences(words: str) -> list[str]:
    """Return the parts of a heading and its sentence: "ATRIBUCIONES DEL ALCALDE Son atribuciones del
    alcalde:".
    """
    capitals = re.match(r"[^a-záéíóúñ]{8,}(?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ])", words)
    parts = [capitals[0], words[capitals.end() :]] if capitals else [words]
    return [piece.strip() for part in parts for piece in re.split(r"(?<=\.)\s+[-–—]*", part) if piece.strip()]


def _printed_items(words: str, offset: int) -> Iterator[NewItem]:
    """Yield the items that an article prints among those that it leaves out."""
    row: str | None = None
    item: NewItem | None = None
    for start, line in _lines(words):
        if _STAY.fullmatch(line):
            continue
        pieces = _LEFT_OUT.split(line)
        at = 0
        # Behind the heading and its sentence the items may run on in one line.
        for piece in pieces[1:] if article_in(line.lstrip(_QUOTES)) else pieces:
            opens = at > 0
            for part in _INSIDE.split(piece):
                found = labelled(part.strip(_QUOTES)) if part.strip(_QUOTES) else None
                begins = (
                    found is not None
                    and found.label is not None
                    and (row is None or same_row(row, found.label))
                )
                if begins and found and found.label:
                    if item is not None:
                        yield item
                    row = found.label
                    item = NewItem(
                        found.label, _clean(found.text), offset + start, offset + start + len(line)
                    )
                elif item is not None and part.strip(_QUOTES) and not opens:
                    text = (
                        f"{item.text} {part.strip()}" if part is not piece else f"{item.text}\n{part.strip()}"
                    )
                    item = NewItem(item.label, _clean(text), item.start, offset + start + len(line))
            at += len(piece)
    if item is not None:
        yield item


def _item(line: str, announced: str | None) -> Labelled | None:
    line = line.strip(_QUOTES)
    if announced is not None:
        label = announced.rsplit("/", 1)[-1]
        found = re.match(
            rf"\(?{re.escape(label)}\s?[.)°º]+\s?[-–—]*\s*(?P<text>\S.*)", line, re.IGNORECASE | re.DOTALL
        )
        if found:
            return Labelled(line[line.startswith("(") :][: len(label)], found["text"])
    return labelled(line)


def _parted(item: NewItem, announced: Sequence[str]) -> Iterator[NewItem]:
    """Yield the items of one line that holds all that were announced ("h) …; i) …")."""
    text, label, at = item.text, item.label, 0
    for following in announced[1:]:
        mark = re.compile(rf"(?<=[.;,:yYeE])\s+\(?{re.escape(following)}\s?[.)]+\s?[-–—]*\s*").search(
            text, at
        )
        if mark is None:
            break
        yield NewItem(label, text[at : mark.start()], item.start, item.end)
        label, at = following, mark.end()
    yield NewItem(label, text[at:], item.start, item.end)


def _run_on(item: NewItem) -> Iterator[NewItem]:
    """Yield the items of a line on which they run on: "15. Uno. 16. Dos."."""
    label, text = item.label, ""
    for part in _INSIDE.split(item.text):
        found = labelled(part)
        if label and found and found.label and follows(label, found.label) and same_row(label, found.label):
            yield NewItem(label, text, item.start, item.end)
            label, text = found.label, found.text
        else:
            text = f"{text} {part}" if text else part
    yield NewItem(label, text, item.start, item.end)


def _clean(text: str) -> str:
    """Return the text without the marks of quotation that were opened or closed outside it."""
    text = text.strip()
    while text[:1] in tuple('“„«"') and text[:1] and not _closes_inside(text):
        text = text[1:].lstrip()
    while re.search(r"[”»\"][.;,]?$", text) and not _opens_inside(text):
        text = re.sub(r"[”»\"][.;,]?$", "", text).rstrip()
    return text


def _closes_inside(text: str) -> bool:
    return any(sign in text[1:] for sign in '”»"')


def _opens_inside(text: str) -> bool:
    return any(sign in text[:-2] for sign in '“„«"')


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
