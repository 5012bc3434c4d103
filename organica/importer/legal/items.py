"""The items of lists: with labels, with bullets, or bare paragraphs that say what is done.

Takes the state of the reading and one passage; fills the list at hand, or opens one that no sentence
announced. Called by the genre of legal texts.
"""

from __future__ import annotations

import re

from organica.domain.outline import Doubt, DoubtCode, PassedBecause
from organica.importer.headings import Section, section_of
from organica.importer.leads import Announced, begins_with_a_verb, grammatical_subject, lead_in
from organica.importer.legal import ahead
from organica.importer.legal.lists import OpenList
from organica.importer.legal.state import Region, State
from organica.importer.legal.unit_headings import heads_a_unit
from organica.importer.passages import Passage

# "Las demás funciones que le encomiende la ley" ends a list of infinitives.
_CLOSES_A_LIST = re.compile(
    r"(?:las|los)\s+dem[aá]s|otr[oa]s\b|tod[oa]s?\s+(?:las|los|otra)|cualquier|en\s+general", re.IGNORECASE
)
_LEAST_ITEM_CHARACTERS = 12
_NUMBERS_A_PARAGRAPH = re.compile(r"\d{1,2}|[IVX]{1,5}")


def take_item(state: State, place: int, passage: Passage, label: str | None, text: str) -> bool:
    """Take an item; return False where the label belongs to a heading or to a numbered paragraph."""
    if _is_numbered_heading(state, place, label, text):
        return False
    _resume(state, label)
    if state.open_list is None:
        state.open_list = _list_without_lead(state, place, passage)
    if state.open_list.announced is Announced.OBJECTIVE and state.open_list.draft is not None:
        state.add_objective(state.open_list.draft, passage)
    state.doubts += state.open_list.take(label, text, passage.place, ahead.next_label(state, place))
    _note_kind(state, state.open_list, passage)
    return True


def _resume(state: State, label: str | None) -> None:
    """Go on with the functions read before where a label follows them, not the list of something else."""
    before, at_hand = state.suspended, state.open_list
    if before is None or label is None or (at_hand is not None and at_hand.announced is not Announced.OTHER):
        return
    if before.goes_on_with(label) and not (at_hand is not None and at_hand.goes_on_with(label)):
        state.close_list()
        state.open_list = before


def take_unlabelled_item(state: State, passage: Passage) -> bool:
    """Take a paragraph as a function where a list was announced and bears no labels at all."""
    at_hand = state.open_list
    if at_hand is None or at_hand.announced is not Announced.FUNCTIONS or at_hand.draft is None:
        return False
    if at_hand.count and not at_hand.unlabelled:
        return False
    closes = at_hand.unlabelled and _CLOSES_A_LIST.match(passage.text) is not None
    if not (begins_with_a_verb(passage.text) or closes) or len(passage.text) < _LEAST_ITEM_CHARACTERS:
        return False
    if not at_hand.count:
        state.doubts.append(Doubt(DoubtCode.UNLABELLED_LIST, passage.place, at_hand.draft.name))
    at_hand.unlabelled = True
    state.doubts += at_hand.take(None, passage.text, passage.place, None)
    state.passed.read(passage.place)
    return True


def take_further_paragraph(state: State, place: int, passage: Passage) -> bool:
    """Take a paragraph between two items as a part of the first."""
    if state.open_list is None or not state.open_list.count:
        return False
    label = ahead.label_after_prose(state, place)
    if label is None or not state.open_list.goes_on_with(label):
        return False
    state.open_list.add_to_last(passage.text, passage.place)
    _note_kind(state, state.open_list, passage)
    return True


def _note_kind(state: State, at_hand: OpenList, passage: Passage) -> None:
    """Note whether an item was read for a unit, or belongs to a list of other things."""
    if at_hand.announced in (Announced.FUNCTIONS, Announced.OBJECTIVE):
        state.passed.read(passage.place)
    else:
        state.passed.because(PassedBecause.OTHER_LISTS)


def _is_numbered_heading(state: State, place: int, label: str | None, text: str) -> bool:
    if section_of(text) is not None or _is_numbered_paragraph(state, place, label, text):
        return True
    if state.open_list is not None and label is not None and state.open_list.goes_on_with(label):
        return False
    if state.open_list is not None and state.open_list.announced is Announced.UNITS:
        return False
    lead = lead_in(text)
    if lead is not None and lead.announced is Announced.FUNCTIONS and lead.subject:
        return state.open_list is None or state.open_list.announced is not Announced.FUNCTIONS
    if label is None and not (text.isupper() or state.passages[place].bold):
        return False
    return heads_a_unit(state, place, text)


def _is_numbered_paragraph(state: State, place: int, label: str | None, text: str) -> bool:
    """Return whether a number stands before a whole sentence of an article, as in Spain and Bolivia.

    "1. El Consejo es un órgano …", "2. Al Consejo le corresponden las siguientes funciones:".
    """
    at_hand = state.open_list
    if not state.in_article or label is None or not _NUMBERS_A_PARAGRAPH.fullmatch(label):
        return False
    if at_hand is not None and at_hand.announced is not Announced.OTHER:
        return False
    lead = lead_in(text)
    if lead is not None and lead.announced is Announced.FUNCTIONS and lead.subject:
        return ahead.list_follows(state, place)
    subject = grammatical_subject(text) if at_hand is None else None
    return subject is not None and not begins_with_a_verb(text)


def _list_without_lead(state: State, place: int, passage: Passage) -> OpenList:
    """Open the list that begins without a sentence before it: under a title, or by how its items begin."""
    item = ahead.item_in(passage, None)
    are_functions = ahead.items_are_functions(state, place)
    # Bullets under a title may as well name what belongs to the unit.
    named = item is not None and item[0] is None and not are_functions
    titled = state.section is not None and state.section is not Section.OTHER
    if state.heading_unit is not None and titled and not named:
        return state.open_functions(state.heading_unit, passage, state.section_title)
    unit = state.at_hand
    if unit is not None and state.region is Region.ORDERS and are_functions:
        state.doubts.append(Doubt(DoubtCode.LIST_UNCLASSIFIED, passage.place, unit.name))
        return state.open_functions(unit, passage)
    return OpenList(Announced.OTHER, passage.place)
