"""The format of Ley Chile: the law as XML, in the shape of the Biblioteca del Congreso or in `ley/v1`.

Takes characters; returns a Document. Called by `opening`. Both shapes are walked alike: an element with words
of its own is a block, a heading is printed when it changes, and what is metadata becomes facts.
Sources: EsquemaIntercambioNorma-v1-0 (namespace http://www.leychile.cl/esquemas); the schema ley/v1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.document import Document, Line
from organica.importer.formats.ley_chile_facts import facts_in, is_repealed, local_name
from organica.importer.formats.margin_notes import parted
from organica.importer.formats.xml_tree import root_of
from organica.text.labels import labelled
from organica.text.normalise import normalised

FORMAT_NAME = "XML"
# Beside the text, or said again elsewhere.
_NO_TEXT = frozenset({"metadatos", "Metadatos", "Identificador", "referencias", "Vinculaciones", "Binarios"})
_HEADING = "titulo_seccion"
_PATH = "contexto"
_PATH_SEPARATOR = re.compile(r"\s+>\s+")
_ARTICLE = re.compile(r"art", re.IGNORECASE)
_DEEPEST_HEADING = 6
_MOST_HEADING_CHARACTERS = 300
_MOST_SHOWN_CHARACTERS = 120
_ENDS_A_CLAUSE = re.compile(r"(?:[.:;]|,\s*[yeo])[»”\"')]?$")


@dataclass
class _Reading:
    """What was read; `path` are the headings printed last, `starts` the lines where an element begins."""

    lines: list[Line] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    path: tuple[str, ...] = ()
    starts: set[int] = field(default_factory=set)


def document(text: str, name: str) -> Document:
    """Return the blocks of the law, its margin notes parted, and what its metadata say.

    Raises: EntitiesRefused, DocumentTooComplex, XmlBroken.
    """
    root = root_of(text, name, FORMAT_NAME)
    reading = _Reading()
    for child in root:
        _walk(child, (), reading)
    _doubt_if_repealed(root, 0, reading)
    lines = tuple(_joined(parted(reading.lines), reading.starts))
    return Document("ley_chile", lines, blocks=True, facts=facts_in(root), doubts=tuple(reading.doubts))


def _walk(
    element: etree._Element, above: tuple[str, ...], reading: _Reading, level: int | None = None
) -> None:
    """Read an element and those in it; libxml2 lets no document be so deep that this cannot return."""
    name = local_name(element)
    if name in _NO_TEXT or name == _HEADING:
        return
    if name == _PATH:
        path = tuple(filter(None, _PATH_SEPARATOR.split(" ".join((element.text or "").split()))))
        _print_headings(path or above, element, reading)
        return
    before = len(reading.lines)
    if not len(element) or (element.text or "").strip():
        _read_block(element, level, reading)
        _doubt_if_repealed(element, before, reading)
        return
    heading = _heading_of(element)
    below = above if heading is None else (*above, heading)
    if heading is not None:
        _print_headings(below, element, reading)
    division = _is_division(element)
    if division:
        below = (*above, element.get("idParte", ""))
    for child in element:
        own_words = division and local_name(child) == "Texto"
        _walk(child, below, reading, min(len(below), _DEEPEST_HEADING) if own_words else None)
    _doubt_if_repealed(element, before, reading)


def _heading_of(element: etree._Element) -> str | None:
    """Return the heading that a division of `ley/v1` carries."""
    found = next((child for child in element if local_name(child) == _HEADING), None)
    return None if found is None else " ".join((found.text or "").split()) or None


def _is_division(element: etree._Element) -> bool:
    """Return whether this is a title or a chapter of the Biblioteca's shape, whose text is its heading."""
    part = element.get("tipoParte")
    if part is None or _ARTICLE.match(part):
        return False
    words = next((child for child in element if local_name(child) == "Texto"), None)
    return words is not None and len("".join(words.itertext())) <= _MOST_HEADING_CHARACTERS


def _print_headings(path: tuple[str, ...], element: etree._Element, reading: _Reading) -> None:
    """Print the headings that are new, from the first one that differs from those printed last."""
    kept = 0
    for said, one in zip(reading.path, path, strict=False):
        if said != one:
            break
        kept += 1
    for depth, heading in enumerate(path[kept:], kept + 1):
        level = min(depth, _DEEPEST_HEADING)
        number = _line_of(element)
        reading.starts.add(number)
        reading.lines.append(Line(normalised(heading), number, heading=level, opens=True))
    reading.path = path


def _read_block(element: etree._Element, level: int | None, reading: _Reading) -> None:
    """Add the lines of an element with words; the first opens a block, others where a paragraph begins."""
    printed = normalised("".join(element.itertext())).split("\n")
    # A division of `ley/v1` says its heading a second time as its text.
    if reading.path and " ".join(" ".join(printed).split()) == reading.path[-1]:
        return
    indented = [line[:1].isspace() for line in "".join(element.itertext()).split("\n")]
    label = element.get("numero") if local_name(element) == "inciso" else None
    first = True
    for offset, text in enumerate(printed):
        if not text:
            continue
        number = _line_of(element) + offset
        opens = first or (level is None and (indented[offset] or labelled(text) is not None))
        if first:
            reading.starts.add(number)
        reading.lines.append(Line(text, number, heading=level, opens=opens, label=label if first else None))
        first = False


def _joined(lines: tuple[Line, ...], starts: set[int]) -> Iterator[Line]:
    """Yield the lines, where none opens a block in the midst of a sentence.

    Ley Chile indents the first line of a paragraph, but some texts have every line indented: inside an
    element, what no stop ended goes on. Margin notes must be gone, since they hide where a sentence ends.
    """
    above, starts_now = Line("", 0), False
    for line in lines:
        if line.note:
            starts_now = starts_now or (line.number in starts and line.number != above.number)
            yield line
            continue
        started = starts_now or line.number in starts
        if line.opens and not started and not _ENDS_A_CLAUSE.search(above.text):
            line = replace(line, opens=False)
        above, starts_now = line, False
        yield line


def _doubt_if_repealed(element: etree._Element, before: int, reading: _Reading) -> None:
    """Doubt the lines read since there were `before` of them, when the source marks them as repealed."""
    lines = reading.lines[before:]
    if not lines or not is_repealed(element):
        return
    shown = next((line for line in lines if line.heading is None), lines[0])
    place = Place(shown.number, max(shown.number, lines[-1].number))
    reading.doubts.append(Doubt(DoubtCode.REPEALED_TEXT, place, printed=shown.text[:_MOST_SHOWN_CHARACTERS]))


def _line_of(element: etree._Element) -> int:
    return element.sourceline or 1
