"""The genre "legal text": an act or an annex that says which units there are and what each does.

Takes passages; returns what was read of units. Called by `reading`. The text comes in articles, or under
headings with titles ("RESPONSABILIDAD PRIMARIA", "ACCIONES"), or both. A list is one of functions only
where the sentence before it, or the title above it, says so; lists of members, resources and the like are
passed over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from organica.domain.outline import PassedBecause
from organica.importer.bodies import Body
from organica.importer.headings import article_in, begins_orders, begins_recitals, division_in
from organica.importer.legal import ahead
from organica.importer.legal.article_titles import bracketed_title, title_and_text
from organica.importer.legal.items import take_item, take_unlabelled_item
from organica.importer.legal.kept_units import UnitsRead, finished
from organica.importer.legal.known_units import KnownUnits
from organica.importer.legal.sentences import lead_at, take_lead, take_prose
from organica.importer.legal.state import Region, State
from organica.importer.legal.unit_headings import heads_a_unit, note_group, take_heading
from organica.importer.passages import Passage
from organica.importer.unit_phrases import amendment_note, superior_of_group, unit_of_title
from organica.importer.unit_words import is_group
from organica.text.labels import labelled

_LEFT_POINT = re.compile(r"\.[-–—.]*\s+")


def units_of(
    passages: Sequence[Passage],
    body: Body | None,
    outside: frozenset[int],
    orders: frozenset[int] = frozenset(),
) -> UnitsRead:
    """Return the units that a legal text describes.

    `outside` are the passages of formulas and signatures, `orders` those that were read as amendments.
    """
    enacts = any(article_in(one.text) or begins_orders(one.text) for one in passages)
    # Where no order comes, there is nothing before the orders either.
    state = State(passages, outside, KnownUnits(body), Region.FRONT if enacts else Region.ORDERS)
    for place in range(len(passages)):
        if place in orders:
            _skip_order(state, passages[place])
        else:
            _take(state, place)
    return finished(state)


def _skip_order(state: State, passage: Passage) -> None:
    """Leave an order of amendment to whoever read it; what follows may stand in its article."""
    article = article_in(passage.text)
    if article is not None:
        state.begin_article(article.number)
    else:
        state.close_list()
    state.passed.read(passage.place)


def _take(state: State, place: int) -> None:
    """Read one passage, or note why it says nothing of units."""
    headed = state.last_heading
    state.passed.because(PassedBecause.OTHER_MATTERS)
    _take_passage(state, place, state.passages[place])
    state.passed.end(state.passages[place].place)
    if state.last_heading is headed:
        state.last_heading = None


def _take_passage(state: State, place: int, passage: Passage) -> None:
    """Find out what a passage is, from the most telling sign to the least."""
    if place in state.outside:
        state.close_list()
        state.passed.because(PassedBecause.SIGNATURES)
        return
    article = article_in(passage.text)
    if article is not None:
        if not article.rest:
            state.passed.because(PassedBecause.HEADINGS)
        _begin_article(state, place, article.number, article.rest)
        return
    if _take_division(state, passage):
        state.passed.unless_read(PassedBecause.HEADINGS)
        return
    untitled, state.untitled = state.untitled, False
    if untitled and ahead.titles_a_division(state, place):
        _take_division_title(state, passage.text, passage)
        state.passed.unless_read(PassedBecause.HEADINGS)
        return
    if begins_orders(passage.text):
        state.begin_region(Region.ORDERS)
        state.passed.because(PassedBecause.HEADINGS)
    elif begins_recitals(passage.text) and state.open_list is None and not state.in_article:
        state.begin_region(Region.RECITALS)
        state.passed.because(PassedBecause.RECITALS)
    elif state.region is Region.RECITALS and not heads_a_unit(state, place, passage.text):
        state.passed.because(PassedBecause.RECITALS)
    else:
        if state.region is Region.RECITALS:
            state.begin_region(Region.ORDERS)
        _take_content(state, place, passage)


def _take_division(state: State, passage: Passage) -> bool:
    """Read the heading of a division: "CAPÍTULO II", "SECCIÓN 2ª De la Secretaría"."""
    division = division_in(passage.text)
    if division is None or (state.open_list and labelled(passage.text)):
        return False
    state.begin_region(Region.CLOSING if division.closing else Region.ORDERS)
    if division.title and not division.closing:
        _take_division_title(state, division.title, passage)
    state.untitled = not division.title
    return True


def _take_division_title(state: State, title: str, passage: Passage) -> None:
    """Read the title of a division: the unit that it names is the one that what follows is about."""
    state.group_above = superior_of_group(title)
    unit = unit_of_title(title)
    if unit is not None and unit.name and not state.units.is_body(unit.name):
        state.heading_unit = state.unit_called(unit.name, passage)
        state.heading_unit.headed = True


def _begin_article(state: State, place: int, number: str, rest: str) -> None:
    passage = state.passages[place]
    state.begin_article(number)
    title, text = title_and_text(rest)
    state.awaits_title = not rest
    if title:
        _take_article_title(state, title, passage)
    if text:
        _take_content(state, place, replace(passage, text=text, label=None))


def _take_article_title(state: State, title: str, passage: Passage) -> None:
    """Read the title of an article: the unit that it names is the one that the article is about."""
    unit = unit_of_title(title)
    if unit is None or unit.name is None:
        state.article_group = title if is_group(title) else None
        return
    if state.body is not None and state.body.is_named(unit.name):
        state.article_unit = state.body_draft(state.body, passage)
    else:
        state.article_unit = state.unit_called(unit.name, passage)
        note_group(state, state.article_unit.name)


def _take_content(state: State, place: int, passage: Passage) -> None:
    """Read a passage that is no heading of the act: an item, a heading of a unit, a sentence."""
    passage = _without_late_title(state, passage)
    if not passage.text:
        return
    if state.region is Region.FRONT:
        state.passed.because(PassedBecause.FRONT)
    if _take_note(state, passage):
        return
    item = ahead.item_in(passage, state.open_list)
    if item is not None:
        if take_item(state, place, passage, *item):
            return
        passage = replace(passage, text=item[1], label=None)
    elif passage.heading is not None:
        # What the format marks as a heading is no item, however it is numbered.
        numbered = labelled(passage.text)
        passage = replace(passage, text=numbered.text, label=None) if numbered else passage
    if take_heading(state, place, passage):
        return
    lead = lead_at(state, place, passage.text)
    if lead is not None:
        take_lead(state, place, passage, lead)
    elif not take_unlabelled_item(state, passage):
        take_prose(state, place, passage)


def _without_late_title(state: State, passage: Passage) -> Passage:
    """Return the text without the title, or the point, of an article whose number stands above alone."""
    if state.awaits_title:
        state.awaits_title = False
        titled = bracketed_title(passage.text)
        if titled is not None:
            _take_article_title(state, titled[0], passage)
            passage = replace(passage, text=titled[1])
    # Some editors leave the point behind the number of an article on the line of its text.
    left = _LEFT_POINT.match(passage.text) if state.in_article else None
    if left is not None:
        passage = replace(passage, text=passage.text[left.end() :])
    return passage


def _take_note(state: State, passage: Passage) -> bool:
    """Read a note of whoever keeps the text; a repealed unit has nothing but its heading and such a note."""
    note = amendment_note(passage.text)
    if note is None:
        return False
    state.passed.because(PassedBecause.NOTES)
    unit = state.at_hand if state.in_article else state.heading_unit
    if note.repeals and unit is not None and unit.is_empty():
        unit.repealed = True
        unit.place = unit.place.through(passage.place)
    return True
