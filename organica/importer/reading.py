"""From a document to its outline: which format it has, which genre it is of.

Takes a path or a text; returns an `Outline`. A new format is a file in `formats`, a new register one in
`registers`, a new genre a file of its own, called from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from organica.domain.outline import (
    Doubt,
    DoubtCode,
    Outline,
    OutlineHead,
    OutlineUnit,
    PassedBecause,
    PassedOver,
)
from organica.importer import published_page
from organica.importer.amending import amendments_of
from organica.importer.bodies import body_of
from organica.importer.document import Document
from organica.importer.formats import Format, content_of, document_of_bytes, document_of_text, sniff
from organica.importer.headings import Section, article_in, begins_orders, section_of
from organica.importer.heads import head_in
from organica.importer.legal_text import units_of
from organica.importer.passages import Passage, passages
from organica.importer.registers import read_register
from organica.importer.signatures import signature_places
from organica.importer.sourcing import sources_of
from organica.importer.transparency_table import table_outline


def read(path: Path) -> Outline:
    """Return what the document says; what is uncertain is among the doubts.

    Raises: a subclass of ReadRefused when the document cannot be read at all.
    """
    content = content_of(path)
    if sniff(content) is Format.JSON:
        return read_register(content, path.name)
    return _outline(document_of_bytes(content, path.name))


def read_text(text: str) -> Outline:
    """Return what the text says; what is uncertain is among the doubts.

    Raises: a subclass of ReadRefused when the text cannot be read at all.
    """
    return _outline(document_of_text(text))


def _outline(document: Document) -> Outline:
    gathered = passages(document)
    table = table_outline(document, gathered)
    if table is not None:
        return replace(table, doubts=(*document.doubts, *table.doubts))
    if not _is_legal_text(gathered):
        page = published_page.outline(gathered)
        legal = _legal_outline(document, gathered)
        # A page may also be told in the way of legal texts: what loses fewer functions is the better reading.
        if _functions(legal) > _functions(page):
            return legal
        return replace(page, doubts=(*document.doubts, *page.doubts))
    return _legal_outline(document, gathered)


def _functions(outline: Outline) -> int:
    return sum(len(unit.functions) for unit in outline.units)


def _is_legal_text(gathered: Sequence[Passage]) -> bool:
    """Return whether the text comes in articles, gives orders, or puts titles over what units are to do."""
    titles = [section_of(passage.text) for passage in gathered]
    functions = titles.count(Section.FUNCTIONS)
    return any(article_in(passage.text) or begins_orders(passage.text) for passage in gathered) or (
        functions > 0 and titles.count(Section.OBJECTIVE) + functions > 1
    )


def _legal_outline(document: Document, gathered: Sequence[Passage]) -> Outline:
    body = body_of(document.facts, gathered)
    sources = sources_of(document, gathered)
    outside = signature_places(gathered)
    orders = amendments_of(gathered, outside)
    found = units_of(gathered, body, outside, orders.taken)
    doubts = [*document.doubts, *found.doubts, *orders.doubts, *sources.doubts]
    doubts.sort(key=lambda doubt: (doubt.place.first_line, doubt.place.last_line))
    passed_over = [*found.passed_over, *(_framing(gathered[place]) for place in orders.framing)]
    if not found.units and not orders.amendments:
        whole = gathered[0].place.through(gathered[-1].place)
        doubts.append(Doubt(DoubtCode.NO_UNIT, whole))
    return Outline(
        units=found.units,
        heads=_heads(gathered, found.units),
        sources=sources.sources,
        doubts=tuple(doubts),
        body=body.name if body else None,
        amendments=orders.amendments,
        dated=sources.dated,
        passed_over=tuple(sorted(passed_over, key=lambda one: (one.place.first_line, one.place.last_line))),
    )


def _framing(passage: Passage) -> PassedOver:
    """Return the sentence that only opens a list of orders, as the heading that it is."""
    return PassedOver(passage.place, PassedBecause.HEADINGS)


def _heads(gathered: Sequence[Passage], units: Sequence[OutlineUnit]) -> tuple[OutlineHead, ...]:
    """Return the persons whom the text names at the head of a unit, on a line within what it says of it."""
    heads: list[OutlineHead] = []
    for passage in gathered:
        named = head_in(passage.text)
        if named is None:
            continue
        line = passage.place.first_line
        around = [unit for unit in units if unit.place.first_line <= line <= unit.place.last_line]
        if around:
            innermost = max(around, key=lambda unit: unit.place.first_line)
            heads.append(OutlineHead(innermost.name, named.name, named.post, named.capacity, passage.place))
    return tuple(heads)
