"""What the passages ahead tell about the one at hand: whether items, a title or sentences follow it.

Takes the state of the reading and the place of a passage; returns answers, changes nothing. Called by the
genre of legal texts.
"""

from __future__ import annotations

import re

from organica.importer.headings import Section, article_in, division_in, section_of
from organica.importer.leads import Announced, begins_with_a_verb, lead_in
from organica.importer.legal.article_titles import MOST_TITLE_CHARACTERS
from organica.importer.legal.lists import OpenList
from organica.importer.legal.state import State
from organica.importer.passages import Passage
from organica.importer.unit_phrases import amendment_note, has_a_verb
from organica.text.awaited_labels import awaited
from organica.text.labels import bare_number, bulleted, labelled

_LEFT_OUT = re.compile(
    r"(?:[\[(]\s*(?:\.{3}|…)\s*[\])]|…|\.{3})\s*"
    # Mexico: a note of a reform that ran into the item behind it.
    r"|(?:Fe de erratas|Fracci[oó]n|Inciso|P[aá]rrafo)[^.]{1,60}?DOF\s"
    r"[\d-]{10}(?:,\s[\d-]{10})*\s+(?=[IVXLC]+\.-)"
)
_LOOK_AHEAD = 6
_SAMPLE = 5
_LONGEST_SECTION = 60
_NAMES_THAT_TELL = 3
_MOST_WORDS_OF_A_NAME = 6
_FIRST_LABELS = ("a", "A", "1", "I", "i")


def item_in(passage: Passage, open_list: OpenList | None) -> tuple[str | None, str] | None:
    """Return the label (None: a bullet) and the text of the item that a passage is, or None."""
    if passage.heading is not None:
        return _listed_heading(passage, open_list)
    if passage.label is not None:
        inner = bulleted(passage.text)
        text = inner.text if inner else passage.text
        if any(sign.isalnum() for sign in passage.label):
            return passage.label, text
        # A page that prints its own number behind the bullet of its list.
        own = labelled(text)
        return (own.label, own.text) if own else (None, text)
    # "[...] 21. Fiscalizar": an amending act leaves out what stays as it is.
    left_out = _LEFT_OUT.match(passage.text)
    item = labelled(passage.text[left_out.end() :] if left_out else passage.text)
    if item is not None:
        return item.label, item.text
    rare = awaited(passage.text)
    if rare is not None and open_list is not None and rare.label and open_list.enumeration.awaits(rare.label):
        return rare.label, rare.text
    number = bare_number(passage.text)
    if number is not None and number.label and _is_expected(number.label, open_list):
        return number.label, number.text
    bullet = bulleted(passage.text)
    # "- § 2º As Comissões …" is a paragraph of an article, not an item.
    if bullet is None or bullet.text.startswith("§"):
        return None
    inner = labelled(bullet.text)
    return (inner.label, inner.text) if inner else (None, bullet.text)


def _listed_heading(passage: Passage, open_list: OpenList | None) -> tuple[str | None, str] | None:
    """Return what a heading of the format names, where it is the next item of a list of units."""
    item = labelled(passage.text)
    if open_list is None or open_list.announced is not Announced.UNITS or item is None or item.label is None:
        return None
    return (item.label, item.text) if _is_expected(item.label, open_list) else None


def _is_expected(label: str, open_list: OpenList | None) -> bool:
    """Return whether a number without punctuation is the one that an open list waits for."""
    if open_list is None:
        return False
    return open_list.goes_on_with(label) if open_list.count else label == "1"


def next_label(state: State, place: int) -> str | None:
    """Return the label of the next item of a list, None where none comes before something else begins."""
    for one in state.passages[place + 1 : place + _LOOK_AHEAD]:
        item = item_in(one, state.open_list)
        if item is not None and item[0] is not None:
            return item[0]
        if article_in(one.text) or lead_in(one.text):
            return None
    return None


def label_after_prose(state: State, place: int) -> str | None:
    """Return the label that comes after a paragraph inside a list, None where the list may be over."""
    for one in state.passages[place + 1 : place + _LOOK_AHEAD]:
        item = item_in(one, state.open_list)
        if item is not None and item[0] is not None:
            return item[0]
        if article_in(one.text) or division_in(one.text) or section_of(one.text) or lead_in(one.text):
            return None
    return None


def items_are_functions(state: State, place: int) -> bool:
    """Return whether most of the items from here on say what is done."""
    items = [
        item[1]
        for one in state.passages[place : place + 3 * _SAMPLE]
        if (item := item_in(one, state.open_list)) is not None
    ][:_SAMPLE]
    return len(items) > 1 and sum(map(begins_with_a_verb, items)) * 5 >= len(items) * 3


def items_are_names(state: State, place: int) -> bool:
    """Return whether the items are a few words each and none says what is done ("a) Informática")."""
    items = [
        item[1]
        for one in state.passages[place : place + _SAMPLE]
        if (item := item_in(one, state.open_list)) is not None
    ]
    return len(items) >= _NAMES_THAT_TELL and all(
        len(text.split()) <= _MOST_WORDS_OF_A_NAME and not begins_with_a_verb(text) for text in items
    )


def list_follows(state: State, place: int) -> bool:
    """Return whether an item comes next, with a label or a bullet."""
    if place + 1 >= len(state.passages) or place + 1 in state.outside:
        return False
    following = state.passages[place + 1]
    if article_in(following.text) or division_in(following.text) or section_of(following.text):
        return False
    return item_in(following, state.open_list) is not None


def is_an_unended_lead(state: State, place: int, text: str) -> bool:
    """Return whether the first item of a list follows a sentence that lost its colon."""
    if text.endswith((".", ";", ":")) or place + 1 >= len(state.passages):
        return False
    item = item_in(state.passages[place + 1], state.open_list)
    return item is not None and item[0] in _FIRST_LABELS


def verbs_follow(state: State, place: int) -> bool:
    """Return whether this paragraph and the next two all say what is done, as items without labels do."""
    those = state.passages[place : place + 3]
    return (
        state.section is None
        and len(those) == 3
        and all(begins_with_a_verb(one.text) and item_in(one, state.open_list) is None for one in those)
    )


def section_follows(state: State, place: int) -> bool:
    """Return whether the title of a section ("ACCIONES") comes next, notes of amendments aside."""
    for one in state.passages[place + 1 : place + 4]:
        if amendment_note(one.text) is None:
            return section_of(one.text) is not None
    return False


def functions_follow(state: State, place: int) -> bool:
    """Return whether the title of a list of functions comes before the next article or division."""
    for one in state.passages[place + 1 : place + _LONGEST_SECTION]:
        if section_of(one.text) is Section.FUNCTIONS:
            return True
        if section_of(one.text) is None and (
            article_in(one.text) or division_in(one.text) or one.text.isupper() or one.heading is not None
        ):
            return False
    return False


def titles_a_division(state: State, place: int) -> bool:
    """Return whether the line below "CAPÍTULO II" is its title: a few words, and then an article."""
    text = state.passages[place].text
    follows = state.passages[place + 1].text if place + 1 < len(state.passages) else ""
    return (
        len(text) <= MOST_TITLE_CHARACTERS
        and not has_a_verb(text)
        and labelled(text) is None
        and (article_in(follows) is not None or division_in(follows) is not None)
    )
