"""Items that stand one behind the other in running text: "… para: I - coordenar …;  II - propor: a) …".

Takes the text of one entry of a register; returns its items, its prose and what is odd about the labels;
every word of the text is in exactly one of them. Called by the registers' readers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum

from organica.text.roman import from_roman, roman


@dataclass(slots=True)
class Item:
    """One item with its label as printed; `heading` is the article or paragraph that it stands under.

    `series` counts, from 0, how often the numbering had begun anew in the text.
    """

    label: str
    text: str
    heading: str | None
    series: int
    children: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Slip:
    """A label that is not the one to be expected; `repeated` when it stood there before."""

    printed: str
    expected: str | None
    repeated: bool


@dataclass(slots=True)
class Running:
    """What a running text holds.

    `passed_over` are beginnings of what might be items and was left in the text of another one; `unclear`
    when there are several clauses and no label that parts them.
    """

    prose: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    unclear: bool = False


class _Level(IntEnum):
    """How deep an item of this style hangs: letters within Roman numbers, numbers within letters."""

    ROMAN = 0
    LETTER = 1
    NUMBER = 2


# SIORG has lost its dashes and typographic quotes in old texts: "¿" stands where one was.
_DASH = "[-–—¿]"
_MARK = re.compile(
    rf"""
      (?P<article>A?rt\.?\s?\d{{1,3}}(?:-[A-Z])?\s?[ºo°ª]?)\.?(?=\s)
    | (?P<paragraph>§\s?\d{{1,3}}\s?[ºo°ª]?|Parágrafo\s[úu]nico)
    | (?<![\w/-])(?P<roman>[IVXLCDM]{{1,12}})
        (?:-(?=\w)|(?P<dash>\s{{0,3}}{_DASH}{{1,2}})(?:\s+|(?=\w))|\.\s+|\s{{2,}}(?=[A-ZÀ-Ú]))
    | (?<![\w(-])(?P<letter>[a-z])\s?\)\s*(?=\w)
    | (?<![\w.,/])(?P<number>\d{{1,2}})[.)]\s+(?=\w)
    """,
    re.VERBOSE,
)
# What ends a clause; before "e" and "ou" too: "…; e II - propor".
_CLAUSE_ENDS = re.compile(r"[;:.!?¿](?:\s+(?:e|ou))?$|,\s+(?:e|ou)$")
_ABBREVIATION = re.compile(r"\b(?:arts?|incs?|al|cap|n[ºo°]?|par)\.$", re.IGNORECASE)
# The label behind one of these is a reference to another text, not an item of this one.
_REFERENCE = re.compile(
    r"(?:\bincisos?|\barts?\.?|\bartigos?|\bal[íi]neas?|\bite(?:m|ns)|\bletras?|\bcap[íi]tulos?|\bt[íi]tulos?"
    r"|\banexos?|\bse[cç][ãa]o|\bse[cç][õo]es|\bparte|\bgrupos?|\bclasses?|\bfator|\bcategorias?|\bn[ºo°]"
    r"|\b[IVXLCDM]+\s+[ea]|\b[IVXLCDM]+,|\)\s+e|\),)$",
    re.IGNORECASE,
)
_SEEN_BEFORE = 24
_SHOWN_BEHIND = 60
_LINE_BREAK = re.compile(r"\s*\n\s*")
# Two clauses without labels.
_CLAUSES = re.compile(r";\s+\w|[^\W\d_]{3}\.\s+[A-ZÀ-Ú]")


def running_items(text: str) -> Running:
    """Return the items, the prose and the slips of one running text."""
    return _Reading(text).whole()


class _Reading:
    """One pass over the marks of a text, from the left."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = Running()
        self._heading: str | None = None
        self._article: str | None = None
        self._series = 0
        self._open: dict[_Level, Item] = {}
        self._last: dict[_Level, str] = {}
        self._seen: dict[_Level, set[str]] = {}
        self._headings = 0
        # Where the count would be without misprints: after "III, V" for "III, IV" it goes on with V or VI.
        self._due = 0

    def whole(self) -> Running:
        begin = 0
        for mark in _MARK.finditer(self._text):
            # Where the text of the mark itself belongs: a heading stays in the prose, a label does not.
            if mark["article"] or mark["paragraph"]:
                if not self._heads(mark):
                    continue
                self._close(begin, mark.start())
                begin = mark.start()
                self._begin_heading(mark)
            elif accepted := self._accepted(mark):
                self._close(begin, mark.start())
                begin = mark.end()
                self._begin_item(*accepted)
        self._close(begin, len(self._text))
        clauses = self._headings > 1 or any(map(_CLAUSES.search, self._found.prose))
        self._found.unclear = clauses and not self._found.items
        return self._found

    def _close(self, begin: int, end: int) -> None:
        """Give the text between two marks to the innermost open item, or to the prose."""
        text = self._text[begin:end].strip()
        if self._open:
            self._open[max(self._open)].text = _LINE_BREAK.sub(" ", text)
        elif text:
            self._found.prose.append(text)

    def _before(self, offset: int) -> str:
        while offset and self._text[offset - 1].isspace():
            offset -= 1
        return self._text[max(0, offset - _SEEN_BEFORE) : offset]

    def _heads(self, mark: re.Match[str]) -> bool:
        before = self._before(mark.start())
        if mark["article"] and mark["article"].startswith("rt"):
            # The first letter was cut off with what stood before the text.
            return not before
        return _parted(before)

    def _begin_heading(self, mark: re.Match[str]) -> None:
        self._headings += 1
        printed = (mark["article"] or mark["paragraph"]).strip()
        if mark["article"]:
            self._article = printed
        self._heading = printed if mark["article"] or not self._article else f"{self._article}, {printed}"
        self._open.clear()
        self._last.clear()
        self._seen.clear()
        self._due = 0
        self._series += bool(self._found.items)

    def _accepted(self, mark: re.Match[str]) -> tuple[_Level, str, str | None] | None:
        """Return level, label and expected label of a mark that begins an item, or None."""
        before = self._before(mark.start())
        parted = _parted(before)
        # Where line breaks were lost, several blanks are left of them: nobody sets a reference so far apart.
        apart = mark["dash"] and self._text[max(0, mark.start() - 2) : mark.start()].isspace()
        if not parted and not apart and _REFERENCE.search(before):
            return None
        if mark["roman"]:
            return self._accepted_roman(mark, parted=parted)
        level = _Level.LETTER if mark["letter"] else _Level.NUMBER
        label = mark["letter"] or mark["number"]
        last = self._last.get(level) if level in self._open else None
        expected = _next(last) if last else ("a" if level is _Level.LETTER else "1")
        # A list may follow "…do macroprocesso de Fiscalização" without a colon, but only from its beginning.
        taken = label == expected == "a" or (parted and (level is _Level.LETTER or label == expected))
        return (level, label, None if label == expected else expected) if taken else None

    def _accepted_roman(self, mark: re.Match[str], *, parted: bool) -> tuple[_Level, str, str | None] | None:
        label = mark["roman"]
        number = from_roman(label)
        last = from_roman(self._last.get(_Level.ROMAN, "")) or 0
        expected = roman(last + 1)
        fits = label == expected or number == self._due + 1
        # C, D, L and M are more often a letter than a number out of its order.
        plain = not set(label) - set("IVX")
        if fits:
            taken = parted or mark["dash"] is not None
        else:
            taken = parted and (mark["dash"] is not None or number == 1) and plain
        if not taken and mark["dash"] and plain:
            self._found.passed_over.append(self._text[mark.start() : mark.start() + _SHOWN_BEHIND])
        return (_Level.ROMAN, label, None if fits else expected) if taken else None

    def _begin_item(self, level: _Level, label: str, expected: str | None) -> None:
        if expected is not None:
            repeated = label in self._seen.get(level, ())
            self._found.slips.append(Slip(label, expected, repeated))
            if level is _Level.ROMAN and from_roman(label) == 1 and self._found.items:
                self._series += 1
                self._seen.clear()
        for deeper in [each for each in self._open if each >= level]:
            del self._open[deeper]
        for below in [each for each in self._last if each > level]:
            del self._last[below]
            self._seen.pop(below, None)
        item = Item(label, "", self._heading, self._series)
        holder = self._open[max(self._open)].children if self._open else self._found.items
        holder.append(item)
        self._open[level] = item
        # What is no number ("IIII") leaves the count where it was.
        if level is not _Level.ROMAN or from_roman(label):
            self._last[level] = label
        if level is _Level.ROMAN:
            anew = from_roman(label) == 1
            self._due = from_roman(expected or label) or 0 if not anew else 1
        self._seen.setdefault(level, set()).add(label)


def _next(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)


def _parted(before: str) -> bool:
    """Return whether what stands before a mark ends a clause, so that something new may begin."""
    return not before or bool(_CLAUSE_ENDS.search(before) and not _ABBREVIATION.search(before))
