"""What nobody may enact without a decision, whichever comparison it came from.

Takes all acts that are planned; returns them, marked where needed, with the doubts that say why. Called by
propose, when all acts are known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from organica.domain.outline import Outline
from organica.domain.resolution import DoubtNote
from organica.domain.structure import Structure
from organica.plan.letters import taken_letters
from organica.plan.noting import PlanDoubt, note
from organica.plan.personal import holds_personal, is_personal, personal_places
from organica.plan.proposal import UNDECIDED_SCORE, Confidence, PlannedAct

_ANOTHER = "otra que el mismo texto da"


def left_to_decide(
    outline: Outline, structure: Structure, acts: Iterable[PlannedAct]
) -> tuple[tuple[PlannedAct, ...], tuple[DoubtNote, ...]]:
    """Return the acts, with a mark on those that give a letter twice or hold personal data.

    What holds personal data may be sure all the same; which of two bears a letter is not.
    """
    planned = list(acts)
    taken = list(taken_letters(structure, (each.act for each in planned)))
    doubtful = {each.act for each in taken}
    # What all acts rest on is cited with each of them.
    all_of_them = any(
        source.role == "self" and is_personal(f"{source.printed} {source.title or ''}")
        for source in outline.sources
    )
    personal = {number for number, each in enumerate(planned) if all_of_them or holds_personal(each.act)}
    letters = [
        note(
            PlanDoubt.LABEL_TAKEN,
            unit=each.unit,
            place=planned[each.act].place,
            label=each.label,
            function=each.holder or _ANOTHER,
        )
        for each in taken
    ]
    persons = (
        note(PlanDoubt.PERSONAL_DATA, place=place) for place in dict.fromkeys(personal_places(outline))
    )
    for number in doubtful:
        score = min(planned[number].confidence.score, UNDECIDED_SCORE)
        planned[number] = replace(planned[number], confidence=Confidence.of(score))
    for number in doubtful | personal:
        planned[number] = replace(planned[number], confirm=True)
    return tuple(planned), (*letters, *persons)
