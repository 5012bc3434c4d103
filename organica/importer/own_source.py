"""The source that a text itself is: from what its format says and from its title, with day and title.

Takes a document and its passages; returns the source or None, the day, and doubts. Called by `sourcing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from organica.domain.outline import Doubt, DoubtCode, OutlineSource, Place
from organica.importer.document import Document
from organica.importer.gathered_sources import one_source, source_of
from organica.importer.passages import Passage
from organica.importer.signatures import dateline, names_a_journal, signature_places
from organica.text.citations import Citation, citations
from organica.text.fold import folded, words
from organica.text.printed_dates import dates, day_of_year
from organica.text.source_kinds import kind_code_of

_MOST_PASSAGES_OF_A_TITLE = 30
_MOST_CHARACTERS_OF_A_TITLE = 600
# Where the title of an act ends and what it rests on, or what it orders, begins.
_TITLE_ENDS = re.compile(
    r"[\s*_#]*(?:vist[oa]s?\b|considerando|teniendo\s+(?:presente|en\s+cuenta)|el\s+presidente\b|la\s+presidenta\b"
    r"|decreta|resuelv[eo]|art(?:[ií]culo|\.)\s|por\s+ello\b|por\s+cuanto\b|en\s+(?:uso|ejercicio)\s+de)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\s*_#>«“\"]*")
_BEHIND_TITLE = re.compile(r"[\s*_»”\"]*(?:$|[-–—.,:;(|\n])")
_ONLY_NUMBER = re.compile(r"[\s*_]*(?:N[°ºo*]?\.?|N[úu]m\.?|Nro\.?)?\s*\d[\w./-]*[\s*_.]*", re.IGNORECASE)
# "DECTO-2021-384-APN-PTE - Modifícase …": the number of the file that Argentina prints before the subject.
_FILE_NUMBER = r"(?:[A-Z]{2,6}-\d{4}-\d+-[A-Z#-]+\s*[-–.]\s*)?"
# How the subject of an act begins, when it stands on a line of its own.
_SUBJECT = re.compile(
    rf"[\s*_#“\"«]*{_FILE_NUMBER}(?i:por\s+(?:el|la)\s+cual|por\s+medio\s+d|que\s|[^\W\d_]{{3,}}se\s|(?:se\s+)?"
    r"(?:apru[eé]b|cr[eé]a|f[ií]ja|modif[ií]c|establ|dispon|reglament|der[oó]g|deleg|sustit|determin|organiz"
    r"|escind|d[ií]ct|disp[oó]e|institu|altera|aprova|deja\s))"
)
_SUBJECT_BEHIND_A_DAY = re.compile(r"(?<=\d )por\s+(?:el|la)\s+cual\b")
_QUOTES = ' *_#“”«»"'
_TITLED_ONLY = re.compile(
    r"[\s*_#]*(?P<title>(?P<kind>ley|reglamento|estatuto|c[oó]digo)\s+\S.{8,300}[^.:;,\s*_])[\s*_]*",
    re.IGNORECASE,
)
_AN_ACT = re.compile(
    r"(?:ley|lei|decreto|resoluci|reglamento|ordenanza|estatuto|portaria|c[oó]digo)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class OwnSource:
    """The text's own source, where it says so; `dated` is its day, of signing before that of publication."""

    source: OutlineSource | None
    dated: str | None
    doubts: tuple[Doubt, ...]


def title_end(passages: Sequence[Passage]) -> int:
    """Return how many passages at the beginning may belong to the title of the act."""
    for index, passage in enumerate(passages[:_MOST_PASSAGES_OF_A_TITLE]):
        if _TITLE_ENDS.match(passage.text):
            return index
    return min(len(passages), _MOST_PASSAGES_OF_A_TITLE)


def own_source(document: Document, passages: Sequence[Passage]) -> OwnSource:
    """Return the source that the text is. What its title prints is believed before what the format says."""
    head = passages[: title_end(passages)]
    titled, said = tuple(_titles(head)), _said_by_format(document)
    chosen = next((one for one in titled if said is None or one.source.number == said.number), None)
    source = chosen.source if chosen else said or _without_number(document, head)
    signed = _signed(document, source, passages, head)
    dated = signed or document.facts.get("published_on") or _published(head)
    if source is None:
        return OwnSource(None, dated, ())
    doubts = [
        Doubt(DoubtCode.SEVERAL_SOURCES, other.source.place, printed=other.source.printed)
        for other in titled
        if not one_source(source, other.source)
    ]
    source = replace(
        source,
        date=signed,
        year=source.year or _year(signed) or _year(document.facts.get("year")),
        title=source.title or _title(document, head, chosen),
    )
    if source.year is None:
        doubts.append(Doubt(DoubtCode.SOURCE_WITHOUT_YEAR, source.place, printed=source.printed))
    return OwnSource(source, dated, tuple(doubts))


@dataclass(frozen=True, slots=True)
class _Titled:
    """A citation that is the title of the act: the passage in which it stands, and the words behind it."""

    source: OutlineSource
    passage: int
    behind: str


def _titles(head: Sequence[Passage]) -> Iterator[_Titled]:
    """Yield the citations that begin a passage of the title and are not the beginning of a sentence."""
    for index, passage in enumerate(head):
        text, place = passage.text, passage.place
        kind = kind_code_of(text.strip(" *_#:.")) if len(text) <= 80 else None
        if kind and index + 1 < len(head) and _ONLY_NUMBER.fullmatch(head[index + 1].text):
            text, place = f"{text} {head[index + 1].text}", place.through(head[index + 1].place)
        if len(text) > _MOST_CHARACTERS_OF_A_TITLE:
            continue
        marks = _MARKS.match(text)
        first = next(iter(citations(text)), None)
        if first is None or marks is None or first.start != marks.end():
            continue
        if _BEHIND_TITLE.match(text, first.end) or text.isupper():
            yield _Titled(source_of(first, "self", place), index, text[first.end :])


def _said_by_format(document: Document) -> OutlineSource | None:
    """Return the source that the format names by kind and number, read as if it were printed."""
    kind, number = document.facts.get("kind"), document.facts.get("number")
    if not kind or not number:
        return _said_by_identifier(document.facts, document)
    words_of_kind = kind.replace("_", " ")
    found = _whole_citation(f"{words_of_kind} N° {number}")
    place = _first_place(document)
    if found is not None:
        printed = f"{words_of_kind} {number}"
        return replace(source_of(found, "self", place), printed=printed)
    code = kind_code_of(words_of_kind) or "_".join(words(words_of_kind))
    return OutlineSource(code, number.replace(".", ""), None, None, None, f"{kind} {number}", "self", place)


def _said_by_identifier(facts: Mapping[str, str], document: Document) -> OutlineSource | None:
    """Return the source of an identifier: "DECRETO-4170-2011", "DS-005-2025-MINAM"."""
    kind = kind_code_of(facts.get("kind", "").replace("_", " ")) if facts.get("kind") else None
    identifier = facts.get("identifier", "")
    behind = re.fullmatch(r"[A-Za-z][A-Za-z_-]*?-(?P<rest>\d.*)", identifier)
    if kind is None or behind is None:
        return None
    found = _whole_citation(f"{kind.replace('_', ' ')} N° {behind['rest']}")
    if found is None or not found.year:
        return None
    return replace(source_of(found, "self", _first_place(document)), printed=identifier)


def _whole_citation(text: str) -> Citation | None:
    found = citations(text)
    return found[0] if len(found) == 1 and found[0].start == 0 and found[0].end == len(text) else None


def _without_number(document: Document, head: Sequence[Passage]) -> OutlineSource | None:
    """Return the source that is known by its title alone, as the laws of Mexico are."""
    lines = [(document.facts.get("title", ""), _first_place(document))]
    lines += [(passage.text, passage.place) for passage in head[:3]]
    for text, place in lines:
        found = _TITLED_ONLY.fullmatch(text)
        if found and not citations(text):
            code, title = words(found["kind"])[0], found["title"]
            return OutlineSource(code, None, None, None, None, title, "self", place, title=title)
    return None


def _signed(
    document: Document, source: OutlineSource | None, passages: Sequence[Passage], head: Sequence[Passage]
) -> str | None:
    """Return the day of signing: the format's, the title's, that of the line of the date or of who signed."""
    if stated := document.facts.get("signed_on"):
        return stated
    if source and source.date and not names_a_journal(source.printed):
        return source.date
    for passage in head:
        found = dateline(passage.text)
        if found:
            return found
        short = day_of_year(passage.text, source.year) if source and source.year else None
        if short:
            return short
    closing = sorted(signature_places(passages))
    return next((day for index in closing if (day := dateline(passages[index].text))), None)


def _published(head: Sequence[Passage]) -> str | None:
    """Return the day that the title gives behind the name of an official journal."""
    for passage in head:
        for day in dates(passage.text):
            if names_a_journal(passage.text[: day.start]):
                return day.day
    return None


def _title(document: Document, head: Sequence[Passage], titled: _Titled | None) -> str | None:
    """Return the name of the act: what stands behind its citation or below it, or what the format gives."""
    if titled is not None:
        behind = titled.behind.strip(" -–—.,:;*_\n")
        if len(behind) > 10:
            return behind
        closing = signature_places(head)
        for index in range(titled.passage + 1, min(titled.passage + 4, len(head))):
            text = head[index].text
            subject = _SUBJECT.match(text) or _SUBJECT_BEHIND_A_DAY.search(text)
            if subject and index not in closing and len(text) <= _MOST_CHARACTERS_OF_A_TITLE:
                return re.sub(_FILE_NUMBER, "", text[subject.start() :].strip(_QUOTES), count=1)
    title = document.facts.get("title", "")
    first = next(iter(citations(title)), None)
    if first is not None and first.start == 0:
        title = title[first.end :].strip(" -–—.,:;")
    above = head[: titled.passage] if titled is not None else ()
    # Argentina's files have the body, or the matter, as their title, and print it above the number.
    if any(folded(passage.text) == folded(title) for passage in above) and not _names_an_act(title):
        return None
    return title or None


def _names_an_act(title: str) -> bool:
    """Return whether the words say what an act does or what it is: "Decreto Supremo que aprueba …"."""
    return _SUBJECT.match(title) is not None or _AN_ACT.match(title) is not None


def _year(day: str | None) -> int | None:
    return int(day[:4]) if day and day[:4].isdigit() else None


def _first_place(document: Document) -> Place:
    return Place(document.lines[0].number, document.lines[0].number) if document.lines else Place(1, 1)
