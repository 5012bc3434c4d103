"""Passages: the lines of a document gathered into what was written as one piece.

Takes a document; returns passages with their places. Called by `reading`, used by the genres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from organica.domain.outline import Place
from organica.importer.document import Document, Line
from organica.importer.furniture import without_furniture
from organica.importer.headings import begins_a_part, stands_alone
from organica.importer.run_in import cuts
from organica.importer.unit_phrases import has_a_verb
from organica.importer.wrapped_numbers import goes_on_with_a_number, refers_to_the_number
from organica.text.kinds import kind_that_begins
from organica.text.labels import bulleted, first_in, label_alone, labelled, next_in, rows_of
from organica.text.normalise import SOFT_HYPHEN

_ENDS_A_SENTENCE = (".", ":", ";", "!", "?", ".»", ".”", '."', ".)", ".'", ";)", ":)", ";»", ";”")
# A point behind one of these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:arts?|incs?|n[uú]ms?|n[°ºo]s?|nros?|dra?|sra?|ing|lic|prof|av|cap|p[aá]gs?|etc|ex|res|"
    r"d\.\s?s|d\.\s?f\.\s?l|ee|uu|gral|cnel|cmdte|ltda|ud|vs|ej|op|cit|[A-ZÁÉÍÓÚ])\.[”\"]?$",
    re.IGNORECASE,
)
# Behind one of these something must come: a number, a name.
_LEADS_ON = re.compile(
    r"(?:^|[\s(“\"])(?:arts?|incs?|n[uú]ms?|n[°ºo]s?|nros?|dra?|sra?|ing|lic|prof|av|cap|p[aá]gs?|gral|cnel|"
    r"d\.\s?s|d\.\s?f\.\s?l)\.$",
    re.IGNORECASE,
)
# A line that ends with one of these goes on below.
_GOES_ON = re.compile(
    r"(?:,|\b(?:de|del|la|las|el|los|y|e|o|u|a|al|en|con|por|para|que|su|sus|un|una|lo|se|sin|sobre|desde|"
    r"hasta|entre|como|según|cuyo|cuya|the|do|da|dos|das|no|na|ao))$",
    re.IGNORECASE,
)
# A heading in capitals that goes on: "SECRETARIA DE REGISTRO / DE COOPERATIVAS".
_JOINS_CAPITALS = re.compile(r"(?:DE|DEL|Y|E|EN|PARA|CON)\s")
_LEAST_WRAPPED, _MOST_WRAPPED = 30, 200
# So many lines that surely go on below show how wide the text was set.
_WRAPS_THAT_TELL = 3
_LEAST_SENTENCE = 30
# The first lines tell whether a passage is a sentence or a heading; looking at all would take a long time.
_LINES_THAT_TELL = 12
_INNER_ARTICLE = re.compile(
    r"(?:(?<=[^\s“\"«(])\s+(?=ART[IÍ]CULO\s+\d{1,4}\s?[°ºo]?\s?\.?\s?[-–—])"
    r"|(?<=[.;])\s+(?=Art[ií]culo\s+\d{1,4}\s?[°ºo]?\s?\.\s?[-–—]))"
)
_MOST_LINES_OF_A_QUOTE = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """One heading, paragraph or item; a hard-wrapped one has its lines joined by one space.

    `heading`, `bold` and `label` as the format gives them (see `Line`).
    """

    text: str
    place: Place
    heading: int | None = None
    bold: bool = False
    label: str | None = None


def passages(document: Document) -> tuple[Passage, ...]:
    """Return the passages in the order of the text; every line that is not blank, nor a note, is in one."""
    lines = without_furniture([one for line in document.lines if not line.note for one in _apart(line)])
    groups = _groups(lines, _Setting.of(lines, document.blocks))
    return tuple(part for group in groups for part in _parts(_passage(group), group))


def _parts(passage: Passage, group: Sequence[Line]) -> Iterator[Passage]:
    """Yield a passage, or the lead and the items of a list that runs on in it, each with its own lines."""
    where = cuts(passage.text)
    if not where:
        yield passage
        return
    for start, end in pairwise((0, *where, len(passage.text))):
        text = passage.text[start:end].strip()
        place = Place(_line_at(group, start), _line_at(group, end - 1))
        if text:
            yield replace(passage, text=text, place=place, label=None if start else passage.label)


def _line_at(group: Sequence[Line], offset: int) -> int:
    """Return the line of the file in which a character of the joined text stands."""
    end = 0
    for line in group:
        end += len(line.text) + 1
        if offset < end:
            return line.number
    return group[-1].number


def _apart(line: Line) -> Iterator[Line]:
    """Yield the parts of a line that runs on over heads of articles ("… II Bienes ARTICULO 6o.- …")."""
    start = 0
    for found in _INNER_ARTICLE.finditer(line.text):
        yield replace(line, text=line.text[start : found.start()].rstrip())
        start = found.end()
    yield line if not start else replace(line, text=line.text[start:], opens=True, label=None)


def ends_a_sentence(text: str) -> bool:
    """Return whether the text ends as a sentence or a clause does."""
    return text.endswith(_ENDS_A_SENTENCE) and not _ABBREVIATION.search(text[-12:])


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the text is set: whether its format gives blocks, its width, and the gap within a paragraph."""

    blocks: bool
    width: int | None
    gap: int

    @classmethod
    def of(cls, lines: Sequence[Line], blocks: bool) -> _Setting:
        """Measure the lines that surely go on below: they end no sentence, and a small letter follows."""
        if blocks:
            return cls(True, None, 0)
        widths: dict[int, list[int]] = {0: [], 1: []}
        gap, before = 0, None
        for line in lines:
            if not line.text:
                gap += 1
                continue
            if before is not None and gap in widths and _surely_goes_on(before.text, line.text):
                widths[gap].append(len(before.text))
            gap, before = 0, line
        double = len(widths[1]) > 3 * len(widths[0]) and len(widths[1]) >= _WRAPS_THAT_TELL
        found = sorted(width for width in widths[0] + widths[1] if width <= _MOST_WRAPPED)
        tells = len(found) >= _WRAPS_THAT_TELL
        width = found[int(len(found) * 0.95)] if tells else None
        return cls(False, width if width and width >= _LEAST_WRAPPED else None, 1 if double else 0)


def _surely_goes_on(before: str, line: str) -> bool:
    return line[0].islower() and not ends_a_sentence(before) and not labelled(line)


def _groups(lines: Sequence[Line], setting: _Setting) -> Iterator[list[Line]]:
    """Yield the lines of each passage."""
    group: list[Line] = []
    gap = 0
    rows: set[str] = set()
    for line in lines:
        if not line.text:
            gap += 1
            continue
        if group and not _continues(group, line, gap, setting, rows):
            yield group
            group = []
        if not group:
            _expect(line, rows)
        group.append(line)
        gap = 0
    if group:
        yield group


def _expect(line: Line, rows: set[str]) -> None:
    """Remember which labels may come next, in the list at hand and in those around it."""
    item = labelled(line.text)
    label = line.label or (item.label if item else None)
    if label is None:
        return
    for row in rows_of(label):
        if label == first_in(row) or label in rows:
            rows.update(next_in(row, label))


def _continues(group: list[Line], line: Line, gap: int, setting: _Setting, rows: set[str]) -> bool:
    """Return whether the line goes on with the sentence of the lines above.

    A sentence that ends at the end of a line ends its passage: joining what does not belong together would
    alter legal text.
    """
    before = group[-1].text
    if line.opens or line.heading != group[-1].heading or line.label:
        return False
    if setting.blocks:
        return not _begins_an_item(before, line.text, rows, inside=True)
    if _bare_label(group) and gap < 3 and not labelled(line.text):
        return True
    if gap > setting.gap and not (gap == 1 and _surely_goes_on(before, line.text)):
        return False
    if before.endswith(SOFT_HYPHEN):
        return True
    if line.heading is not None:
        return False
    if refers_to_the_number(before, line.text):
        return True
    if _begins_an_item(before, line.text, rows, inside=False) or begins_a_part(line.text):
        return False
    if len(group) < _MOST_LINES_OF_A_QUOTE and _opens_a_quote(" ".join(one.text for one in group)):
        return True
    if ends_a_sentence(before):
        return False
    if _LEADS_ON.search(before[-12:]) or goes_on_with_a_number(before, line.text):
        return True
    if stands_alone(before) or stands_alone(line.text) or _heads_another(group, line.text):
        return False
    if _is_a_sentence(group) and gap <= setting.gap:
        return True
    if line.text[0].islower() or (_GOES_ON.search(before) and not (group[0].bold and not line.bold)):
        return True
    if _all_capitals(group) and line.text.isupper() and _JOINS_CAPITALS.match(line.text):
        return True
    if _all_capitals(group) and not line.text.isupper():
        return False
    return _was_full(before, line.text, setting.width)


def _begins_an_item(before: str, line: str, rows: set[str], *, inside: bool) -> bool:
    """Return whether a line begins an item, not a reference that happens to stand at its beginning."""
    if bulleted(line):
        return not inside or ends_a_sentence(before)
    item = labelled(line)
    if item is None or item.label is None:
        return False
    if ends_a_sentence(before) or before.endswith((" y", " e", ", y", ", e", "; y", "; e", "-", ",")):
        return True
    return item.label in rows or item.label in {first_in(row) for row in rows_of(item.label)}


def _bare_label(group: Sequence[Line]) -> bool:
    """Return whether the line is nothing but a label, of which the text comes below."""
    return len(group) == 1 and label_alone(group[0].text) is not None


def _heads_another(group: Sequence[Line], line: str) -> bool:
    """Return whether a heading in capitals is followed by the next one, which begins with a word of rank."""
    whole = " ".join(one.text for one in group[:_LINES_THAT_TELL])
    return (
        whole.isupper()
        and line.isupper()
        and bool(kind_that_begins(whole) and kind_that_begins(line))
        and not _GOES_ON.search(group[-1].text)
    )


def _is_a_sentence(group: Sequence[Line]) -> bool:
    """Return whether the lines are a sentence, which nothing but its point ends, rather than a heading."""
    whole = " ".join(line.text for line in group[:_LINES_THAT_TELL])
    if (group[0].bold and group[0].heading is not None) or whole.isupper():
        return False
    return len(whole) >= _LEAST_SENTENCE and has_a_verb(whole)


def _opens_a_quote(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count("(") > text.count(")")


def _all_capitals(group: Sequence[Line]) -> bool:
    return all(line.text.isupper() for line in group[:_LINES_THAT_TELL])


def _was_full(before: str, line: str, width: int | None) -> bool:
    """Return whether the first word of the line did not fit above."""
    if width is None or len(before) > width + 10:
        return False
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) > width


def _passage(group: Sequence[Line]) -> Passage:
    joined = " ".join(line.text for line in group).replace(f"{SOFT_HYPHEN} ", "")
    return Passage(
        text=joined.removesuffix(SOFT_HYPHEN),
        place=Place(group[0].number, max(line.number for line in group)),
        heading=group[0].heading,
        bold=all(line.bold for line in group),
        label=group[0].label,
    )
