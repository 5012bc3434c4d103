"""Sentences: those that announce a list and say whose it is, and those that say what a unit is for.

Takes the state of the reading and one passage; opens lists, adds objectives, doubts what it cannot place.
Called by the genre of legal texts.
"""

from __future__ import annotations

from dataclasses import replace

from organica.domain.outline import Doubt, DoubtCode, OutlineSort
from organica.importer.bodies import Body
from organica.importer.headings import Section
from organica.importer.leads import Announced, Lead, last_sentence, lead_in, sentences_of, subject_of
from organica.importer.legal import ahead
from organica.importer.legal.drafts import MAX_PRINTED_CHARACTERS, LegalDraft
from organica.importer.legal.items import take_further_paragraph
from organica.importer.legal.lists import OpenList
from organica.importer.legal.state import Region, State, may_be_unit
from organica.importer.legal.unit_headings import note_group
from organica.importer.passages import Passage, ends_a_sentence
from organica.importer.unit_phrases import (
    aims,
    described,
    general_charge,
    is_made_up,
    orders,
    units_brought_in,
)
from organica.importer.unit_words import is_group, may_be_a_body, points_back, sort_of
from organica.text.fold import folded, words
from organica.text.kinds import kind_named, kind_that_begins

_MOST_TITLE_CHARACTERS = 80


def lead_at(state: State, place: int, text: str) -> Lead | None:
    """Return what the passage announces, as far as a list does follow, or None."""
    if state.region is Region.FRONT:
        return None
    lead = lead_in(text)
    if lead is not None and not text.endswith(":") and not ahead.list_follows(state, place):
        lead = None
    if lead is None and ahead.is_an_unended_lead(state, place, text):
        lead = lead_in(f"{text}:")
        lead = lead if lead and lead.announced in (Announced.FUNCTIONS, Announced.UNITS) else None
    return lead


def take_lead(state: State, place: int, passage: Passage, lead: Lead) -> None:
    """Open the list that a sentence announces."""
    state.close_list()
    _note_told(state, passage.text)
    if lead.announced is Announced.UNITS:
        state.open_list = OpenList(Announced.UNITS, passage.place, parent=_parent_of_list(state, lead))
    elif lead.announced is Announced.OBJECTIVE:
        _take_aims(state, passage, lead)
    elif lead.announced is Announced.OTHER or not _is_of_functions(state, place, lead):
        if state.in_article and state.region is Region.ORDERS and aims(passage.text):
            # "El Comité es una instancia encargada de asesorar y estará conformado por:"
            _take_description(state, passage)
        state.open_other_list(passage)
    else:
        _take_functions(state, passage, lead)


def _is_of_functions(state: State, place: int, lead: Lead) -> bool:
    """Return whether a list that may be one of functions is: its items say what somebody does."""
    if lead.announced is not Announced.PERHAPS:
        return not ahead.items_are_names(state, place + 1)
    if state.region is Region.CLOSING:
        # What somebody must do once, when the act comes into force.
        return False
    follows = place + 1 < len(state.passages) and ahead.items_are_functions(state, place + 1)
    named = lead.subject is not None and may_be_unit(lead.subject)
    return follows and (named or state.at_hand is not None)


def _take_aims(state: State, passage: Passage, lead: Lead) -> None:
    unit = _unit_of_lead(state, passage, lead)
    if unit is not None and not unit.objective:
        state.add_objective(unit, passage)
        state.open_list = OpenList(Announced.OBJECTIVE, passage.place, draft=unit)
    else:
        state.open_other_list(passage)


def _take_functions(state: State, passage: Passage, lead: Lead) -> None:
    unit = _unit_of_lead(state, passage, lead)
    if unit is None:
        printed = passage.text[:MAX_PRINTED_CHARACTERS]
        state.doubts.append(Doubt(DoubtCode.LIST_WITHOUT_UNIT, passage.place, printed=printed))
        state.open_other_list(passage)
        return
    if lead.announced is Announced.PERHAPS:
        state.doubts.append(Doubt(DoubtCode.LIST_UNCLASSIFIED, passage.place, unit.name))
    before = passage.text[: len(passage.text) - len(last_sentence(passage.text))].strip()
    charge = general_charge(passage.text)
    if before and described(before):
        state.add_objective(unit, replace(passage, text=before))
    elif charge is not None and not unit.objective:
        state.add_objective(unit, replace(passage, text=charge))
    if state.in_article and state.article_unit is None:
        # "Asimismo, le corresponderá:" further on is about the same one.
        state.article_unit = unit
    if state.in_article:
        note_group(state, unit.name)
    state.parentage.take_sentences(passage.text, state.units, unit)
    state.open_functions(unit, passage)


def _unit_of_lead(state: State, passage: Passage, lead: Lead) -> LegalDraft | None:
    """Return whose list is announced: named in the sentence, brought in before it, or at hand."""
    together = _titled_together(state, last_sentence(passage.text))
    if together is not None:
        return _group_called(state, passage, together)
    if lead.subject:
        named = _unit_named(state, passage, lead.subject)
        if named is not None:
            return named
    before = _introduced(state, passage)
    if before is not None:
        return before
    if (
        state.at_hand is None
        and state.in_article
        and state.region is Region.ORDERS
        and state.body is not None
    ):
        # A sentence that speaks of a unit in a way not understood is not about the body.
        if lead.subject or _speaks_of_a_unit(last_sentence(passage.text)):
            return None
        return state.body_draft(state.body, passage)
    return state.at_hand


def _titled_together(state: State, sentence: str) -> str | None:
    """Return the units that the title of the article names together, where the list is of their members.

    "(Comités de Zona).- El Servicio promoverá Comités de Zona, cuyos miembros tendrán como cometidos:"
    """
    title = state.article_group
    if state.article_unit is not None or title is None:
        return None
    before, whose, _ = f" {folded(sentence)} ".partition(" cuy")
    return title if whose and f" {folded(title)} " in f"{before} " else None


def _speaks_of_a_unit(sentence: str) -> bool:
    kinds = (kind_named(word) for word in words(sentence))
    return any(kind is not None and not kind.everyday for kind in kinds)


def _unit_named(state: State, passage: Passage, name: str) -> LegalDraft | None:
    if state.body is not None and state.body.is_named(name):
        return state.body_draft(state.body, passage)
    known = state.unit_meant(name)
    if known is not None:
        return known
    if state.body is None and _names_a_body(name):
        body = Body(name, frozenset({folded(name), folded(name).split()[0]}))
        state.units.take_body(body)
        return state.body_draft(body, passage)
    if may_be_unit(name):
        return state.unit_called(name, passage)
    return _group_called(state, passage, name) if is_group(name) else None


def _group_called(state: State, passage: Passage, name: str) -> LegalDraft:
    """Return the units that a plural names together as one, with a doubt."""
    state.doubts.append(Doubt(DoubtCode.SEVERAL_UNITS, passage.place, name))
    return state.unit_called(name, passage)


def _names_a_body(name: str) -> bool:
    """Return whether a list of functions is of a whole body that no title named."""
    return may_be_a_body(name) and sort_of(name) is None and name[:1].isupper() and " " in name


def _introduced(state: State, passage: Passage) -> LegalDraft | None:
    """Return the unit that an earlier sentence of the passage is about, the last first."""
    sentences = sentences_of(passage.text)
    own = described(sentences[-1])
    if own and own.introduces and own.name and may_be_unit(own.name):
        # "Créase el Departamento de Datos, dependiente de …, al que le corresponderá:"
        return state.unit_called(own.name, passage)
    for sentence in reversed(sentences[:-1]):
        told = described(sentence)
        name = told.name if told and told.name else subject_of(sentence)
        if name and not points_back(name):
            known = state.units.meant_by(name)
            if known is not None:
                return known
            if may_be_unit(name) and (told or (kind_that_begins(name) and " " in name)):
                return state.unit_called(name, passage)
    return None


def _parent_of_list(state: State, lead: Lead) -> str | None:
    if lead.subject:
        known = state.unit_meant(lead.subject)
        if known is not None:
            return known.name
        if not state.units.is_body(lead.subject) and may_be_unit(lead.subject):
            return lead.subject
    if state.at_hand is not None and not lead.subject:
        return state.at_hand.name
    return state.body.name if state.body else None


def _note_told(state: State, text: str) -> None:
    """Take what the sentences say of parents, and the whole names of units that they bring in."""
    for sentence in sentences_of(text):
        told = described(sentence)
        if told and told.name and told.introduces and " " in told.name:
            state.units.brought_in.append(told.name)
    state.parentage.take_sentences(text, state.units, state.at_hand)


def take_prose(state: State, place: int, passage: Passage) -> None:
    """Read a paragraph that announces nothing: a part of an item, an objective, or nothing of units."""
    if take_further_paragraph(state, place, passage):
        return
    before = state.open_list if state.open_list is not None and state.open_list.count else None
    if before is not None and state.section is Section.FUNCTIONS and _is_a_foreign_title(passage):
        state.section = None
    state.close_list()
    _note_told(state, passage.text)
    if state.in_article:
        if state.region is not Region.ORDERS:
            return
        if before is None:
            _take_description(state, passage)
        elif before.draft is not None:
            _note_duty(state, before.draft, passage)
        return
    unit = state.heading_unit
    if unit is None or unit.items:
        return
    if ahead.verbs_follow(state, place):
        state.doubts.append(Doubt(DoubtCode.LIST_UNCLASSIFIED, passage.place, unit.name))
        functions = state.open_functions(unit, passage)
        functions.unlabelled = True
        state.doubts += functions.take(None, passage.text, passage.place, None)
    elif state.section is not Section.OTHER and (
        ends_a_sentence(passage.text) or len(passage.text) > MAX_PRINTED_CHARACTERS
    ):
        state.add_objective(unit, passage)


def _is_a_foreign_title(passage: Passage) -> bool:
    """Return whether a few words behind a list head something else ("Línea de autoridad")."""
    return len(passage.text) <= _MOST_TITLE_CHARACTERS and not ends_a_sentence(passage.text)


def _take_description(state: State, passage: Passage) -> None:
    """Read what an article says of a unit in a sentence."""
    first = sentences_of(passage.text)[0]
    together = units_brought_in(first)
    if len(together) > 1:
        state.parentage.take_named(together, passage.place)
    told = described(first)
    name = told.name if told and told.name else subject_of(first)
    unit = state.article_unit
    if unit is None and name and not points_back(name):
        if state.body is not None and state.body.is_named(name):
            unit = state.body_draft(state.body, passage) if told else None
        else:
            unit = state.units.meant_by(name)
            if unit is None and told and told.introduces and (may_be_unit(name) or is_group(name)):
                unit = state.unit_called(name, passage)
                unit.by_prose = True
        state.article_unit = unit
    if unit is None:
        return
    says_what_for = aims(first) or not (unit.sort is OutlineSort.BODY or is_made_up(first))
    if told and not unit.objective and says_what_for:
        state.add_objective(unit, passage)
    else:
        _note_duty(state, unit, passage)


def _note_duty(state: State, unit: LegalDraft, passage: Passage) -> None:
    """Note the first passage outside its lists that orders a unit to do something: a person has to look."""
    if unit.unread is not None or unit.sort is OutlineSort.BODY:
        return
    for sentence in filter(orders, sentences_of(passage.text)):
        name = subject_of(sentence)
        if name is None or points_back(name) or state.units.meant_by(name) is unit:
            unit.unread = passage
            state.passed.read(passage.place)
            return
