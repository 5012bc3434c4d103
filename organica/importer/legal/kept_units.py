"""The end of a legal text: which of the names are units, under which parents, and the doubts about them.

Takes the state when all passages were read; returns `UnitsRead`. Called by the genre of legal texts.
"""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.outline import Doubt, DoubtCode, OutlineSort, OutlineUnit, PassedBecause, PassedOver
from organica.importer.legal.drafts import MAX_PRINTED_CHARACTERS, LegalDraft
from organica.importer.legal.state import State
from organica.importer.unit_words import is_group


@dataclass(frozen=True, slots=True)
class UnitsRead:
    """The units of a text in its order, the doubts about them, and what says nothing of units."""

    units: tuple[OutlineUnit, ...]
    doubts: tuple[Doubt, ...]
    passed_over: tuple[PassedOver, ...] = ()


def finished(state: State) -> UnitsRead:
    """Return the units in the order of the text, with their parents and the doubts."""
    state.close_list()
    kept = _kept(state)
    ids = set(map(id, kept))
    names = {draft.name for draft in kept}
    for draft in kept:
        draft.parent = draft.parent if draft.parent in names else None
    for draft in state.units.drafts:
        if id(draft) not in ids:
            only_named = PassedBecause.HEADINGS if draft.is_empty() else PassedBecause.OTHER_MATTERS
            state.passed.drop(draft.place, only_named)
            if draft.unread is not None:
                state.passed.drop(draft.unread.place, PassedBecause.OTHER_MATTERS)
    state.doubts += state.parentage.doubts(kept, state.units)
    assumed = state.parentage.give(kept, state.units)
    if assumed and state.body is not None:
        state.doubts.append(Doubt(DoubtCode.PARENTS_ASSUMED, kept[0].place, state.body.name, str(assumed)))
    state.doubts += [doubt for draft in kept for doubt in _doubts_about(draft)]
    state.doubts.sort(key=lambda doubt: (doubt.place.first_line, doubt.place.last_line))
    ordered = sorted(kept, key=lambda draft: draft.place.first_line)
    return UnitsRead(
        tuple(draft.finished() for draft in ordered), tuple(state.doubts), state.passed.finished()
    )


def _kept(state: State) -> list[LegalDraft]:
    """Return the drafts that say something, and the empty ones above a post that the text treats as units."""
    said = [draft for draft in state.units.drafts if _says_something(draft)]
    speaking = set(map(id, said))
    above = {draft.parent for draft in said if draft.sort is OutlineSort.POST}
    return [
        draft
        for draft in state.units.drafts
        if id(draft) in speaking
        or (draft.name in above and (draft.headed or state.parentage.was_listed(draft.name)))
    ]


def _says_something(draft: LegalDraft) -> bool:
    if draft.items or (draft.repealed and draft.headed):
        draft.repealed = draft.repealed and draft.is_empty()
        return True
    if draft.sort is OutlineSort.POST:
        return bool(draft.objective) and draft.by_prose
    # What is said of several units at once is not said of one.
    return bool(draft.objective or draft.by_prose) and (draft.headed or not is_group(draft.name))


def _doubts_about(draft: LegalDraft) -> list[Doubt]:
    found: list[Doubt] = []
    if draft.repealed and draft.is_empty():
        found.append(Doubt(DoubtCode.UNIT_REPEALED, draft.place, draft.name))
    elif draft.by_prose and not draft.items:
        found.append(Doubt(DoubtCode.DESCRIBED_IN_PROSE, draft.place, draft.name))
    if draft.unread is not None:
        printed = draft.unread.text[:MAX_PRINTED_CHARACTERS]
        found.append(Doubt(DoubtCode.UNREAD_TEXT, draft.unread.place, draft.name, printed))
    return found
