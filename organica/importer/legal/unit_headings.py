"""Names of units and titles of sections on lines of their own: "DIRECCIÓN DE OBRAS", and below it "ACCIONES".

Takes the state of the reading and one passage; says whether it is such a line, and begins what it heads.
Called by the genre of legal texts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from organica.domain.outline import OutlineSort, PassedBecause
from organica.importer.headings import Section, article_in, division_in, heading_with_section, section_of
from organica.importer.heads import head_in
from organica.importer.leads import Announced, grammatical_subject, sentences_of
from organica.importer.legal import ahead
from organica.importer.legal.lists import OpenList
from organica.importer.legal.state import Region, State
from organica.importer.passages import Passage, ends_a_sentence
from organica.importer.unit_phrases import has_a_verb, superior_of_group, unit_of_title
from organica.importer.unit_words import is_group, points_back, sort_of
from organica.text.fold import folded, words
from organica.text.kinds import kind_that_begins

# "OFICINA DE CAJA (SUPRIMIDA)", "Dirección de Señales (derogada por art. 3° del Decreto N° 77)"
_NOTE_BEHIND_A_NAME = re.compile(
    r"\s*[(\[][^()\[\]]{0,40}\b(?:derogad|suprimid|abrogad|eliminad)[oa]s?\b[^()\[\]]*[)\]]$", re.IGNORECASE
)
_TITLED_LINE = re.compile(
    r"(?:(?P<above>dependencia(?:\s+jer[aá]rquica)?|depende\s+de|relaci[oó]n\s+superior|unidad\s+superior|superior\s+inmediato)"
    r"|(?P<title>[^\W\d_][^:]{3,40}?))\s*:\s+(?P<text>\S.+)",
    re.IGNORECASE | re.DOTALL,
)
_MOST_HEADING_CHARACTERS = 200
_MOST_HEADING_WORDS = 12
_LONGEST_JOINING_WORD = 3
_LEAST_TITLE_LETTERS = 4


def take_heading(state: State, place: int, passage: Passage) -> bool:
    """Read the title of a section, the name of a unit, or both on one line; return whether it is one."""
    if _take_section(state, place, passage) or _take_titled_line(state, place, passage):
        return True
    both = heading_with_section(passage.text)
    if both is not None and sort_of(both[0]) is not None:
        _begin_heading(state, replace(passage, text=both[0]))
        _take_section(state, place, replace(passage, text=both[1]))
        return True
    if heads_a_unit(state, place, passage.text):
        _begin_heading(state, passage)
        return True
    named = _named_below(state, place, passage)
    if named is not None:
        _begin_heading(state, replace(passage, text=named))
        return True
    return _take_group(state, place, passage)


def heads_a_unit(state: State, place: int, text: str) -> bool:
    """Return whether the text is a unit's name on a line of its own."""
    passage = state.passages[place]
    text = _NOTE_BEHIND_A_NAME.sub("", text)
    if not _may_be_a_heading(passage, text) or head_in(text) is not None:
        return False
    section_follows = ahead.section_follows(state, place)
    if unit_of_title(text) is None and not section_follows:
        return False
    sort = sort_of(text)
    set_apart = text.isupper() or passage.bold or passage.heading is not None
    if section_follows and (set_apart or sort):
        return True
    if sort is not OutlineSort.UNIT or state.region is Region.FRONT:
        return False
    if state.in_article:
        return set_apart and not is_group(text)
    if set_apart or (kind_that_begins(text) is not None and _in_title_case(text)):
        return True
    return state.units.meant_by(text) is not None


def _named_below(state: State, place: int, passage: Passage) -> str | None:
    """Return the name of the unit of which a title gives the last words, as the sentence below it begins.

    "Obras Municipales", and below: "La Dirección de Obras Municipales depende de …".
    """
    if state.in_article or state.region is Region.FRONT or place + 1 >= len(state.passages):
        return None
    if sort_of(passage.text) is not None or not _may_be_a_heading(state.passages[place], passage.text):
        return None
    name = grammatical_subject(sentences_of(state.passages[place + 1].text)[0])
    if name is None or points_back(name) or sort_of(name) is not OutlineSort.UNIT:
        return None
    whole, said = "".join(words(name)), "".join(words(passage.text))
    return name if len(said) >= _LEAST_TITLE_LETTERS and whole.endswith(said) else None


def _may_be_a_heading(passage: Passage, text: str) -> bool:
    """Return whether the words are short, begin with a capital and are no sentence."""
    if len(text) > _MOST_HEADING_CHARACTERS or text.endswith((":", ";", ",", "?")) or section_of(text):
        return False
    if not text[:1].isupper() or has_a_verb(text) or article_in(text) or division_in(text):
        return False
    return not ends_a_sentence(text) or text.isupper() or passage.bold


def _take_titled_line(state: State, place: int, passage: Passage) -> bool:
    """Read a line that begins with its title: "Objetivo: Dirigir …", "Dependencia: Dirección General"."""
    found = _TITLED_LINE.match(passage.text)
    unit = state.at_hand
    if found is None or unit is None:
        return False
    if found["above"]:
        state.close_list()
        state.parentage.take_sentence(unit.name, found["text"].strip(" ."))
        state.passed.read(passage.place)
        return True
    if section_of(found["title"]) is not Section.OBJECTIVE or unit.objective:
        return False
    _take_section(state, place, replace(passage, text=found["title"]))
    state.add_objective(unit, replace(passage, text=found["text"]))
    return True


def _take_section(state: State, place: int, passage: Passage) -> bool:
    """Read the title of a section; below it stands what the unit at hand is for, or what it does."""
    section = section_of(passage.text)
    if section is None or state.region is Region.FRONT:
        return False
    unit = state.at_hand if state.in_article else state.heading_unit
    state.close_list()
    state.section = section
    state.section_title = passage.text.rstrip(" :.")
    if unit is None and state.body is not None and state.in_article:
        unit = state.body_draft(state.body, passage)
    if unit is not None:
        state.heading_unit = unit
        unit.headed = True
        state.say_of(unit, passage)
        several = folded(passage.text) == "objetivos"
        if several and ahead.functions_follow(state, place):
            state.open_list = OpenList(Announced.OBJECTIVE, passage.place, draft=unit)
        elif several or section is Section.FUNCTIONS:
            state.open_functions(unit, passage, state.section_title)
    return True


def _take_group(state: State, place: int, passage: Passage) -> bool:
    """Read a heading that only says on what the units below it depend."""
    above = superior_of_group(passage.text)
    if above is None or not _may_be_a_heading(state.passages[place], passage.text):
        return False
    state.begin_region(Region.ORDERS)
    state.group_above = above
    state.passed.because(PassedBecause.HEADINGS)
    return True


def note_group(state: State, name: str) -> None:
    """Put the unit under the one that its group depends on; a unit of that one's rank ends the group."""
    above = superior_of_group(name)
    if above is not None:
        state.group_above = above
    elif state.group_above and kind_that_begins(name) == kind_that_begins(state.group_above):
        state.group_above = None
    if state.group_above:
        state.parentage.take_running_head(name, state.group_above)


def _begin_heading(state: State, passage: Passage) -> None:
    """Begin the unit whose name is the passage; the articles before it are over."""
    state.close_list()
    above = state.heading_unit if state.section is None and not state.in_article else None
    state.region = Region.ORDERS
    state.in_article, state.article_unit, state.provision = False, None, None
    state.section, state.suspended = None, None
    name = passage.text.rstrip(" .")
    note = _NOTE_BEHIND_A_NAME.search(name)
    if note is not None:
        name = name[: note.start()].rstrip(" .-–—")
    if state.body is not None and state.body.is_named(name):
        draft = state.body_draft(state.body, passage)
        draft.name = name if len(name) > len(draft.name) else draft.name
    else:
        draft = state.unit_called(name, passage)
        if not draft.headed and draft.is_empty():
            draft.name = name
    draft.headed = True
    draft.repealed = draft.repealed or note is not None
    # The name of a unit that was described before, right above another's, says what this one belongs to.
    if above is not None and above is not draft and not above.is_empty() and state.last_heading is above:
        state.parentage.take_running_head(draft.name, above.name)
    note_group(state, draft.name)
    state.heading_unit = draft
    state.last_heading = draft
    state.say_of(draft, passage)


def _in_title_case(text: str) -> bool:
    """Return whether every word that bears meaning begins with a capital ("Tesorería Municipal")."""
    said = [word for word in text.split() if len(word) > _LONGEST_JOINING_WORD]
    return 1 < len(text.split()) <= _MOST_HEADING_WORDS and all(word[0].isupper() for word in said)
