"""What changed of each unit between two days, as the chart marks it.

Takes the difference of two days; returns a tone and notes by unit, and the units that are gone. Called by
`api.embed.chart.drawing`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from api.embed.chart import words
from api.rest.difference_text import act_behind
from organica.domain.change import Change, ChangeKind
from organica.domain.errors import Language, Says
from organica.domain.states import Noun
from organica.register.difference import StructureDiff
from organica.render.chart.drawn import Tone
from organica.render.sentences import change_sentence

_CAME: dict[ChangeKind, tuple[Tone, Says]] = {
    ChangeKind.UNIT_CREATED: (Tone.CREATED, words.CREATED),
    ChangeKind.RESTORED: (Tone.CREATED, words.RESTORED),
    ChangeKind.UNIT_STATED: (Tone.ALTERED, words.STATED),
    ChangeKind.UNIT_COVERED: (Tone.ALTERED, words.COVERED),
}
_WENT: dict[ChangeKind, Says] = {
    ChangeKind.UNIT_SUPPRESSED: words.SUPPRESSED,
    ChangeKind.UNIT_GAVE_WAY: words.GAVE_WAY,
    ChangeKind.UNSAID: words.UNSAID,
}


class _Happened(StrEnum):
    """What happened to a function, as a unit sees it. Of several things that of the first here is told."""

    NEW = "new"
    REMOVED = "removed"
    RECEIVED = "received"
    GIVEN = "given"
    AMENDED = "amended"
    MOVED = "moved"
    RELABELLED = "relabelled"


_FUNCTIONS: dict[ChangeKind, _Happened] = {
    **dict.fromkeys(
        (ChangeKind.FUNCTION_ASSIGNED, ChangeKind.FUNCTION_STATED, ChangeKind.FUNCTION_COVERED),
        _Happened.NEW,
    ),
    ChangeKind.RESTORED: _Happened.NEW,
    **dict.fromkeys(
        (ChangeKind.FUNCTION_REMOVED, ChangeKind.FUNCTION_GAVE_WAY, ChangeKind.UNSAID), _Happened.REMOVED
    ),
    ChangeKind.FUNCTION_AMENDED: _Happened.AMENDED,
    ChangeKind.FUNCTION_TRANSFERRED: _Happened.MOVED,
    ChangeKind.FUNCTION_RELABELLED: _Happened.RELABELLED,
}
# How it is counted: one, several.
_COUNTED: dict[_Happened, tuple[Says, Says]] = {
    _Happened.NEW: (Says(es="1 nueva", en="1 new"), Says(es="{count} nuevas", en="{count} new")),
    _Happened.REMOVED: (
        Says(es="1 que ya no rige", en="1 no longer in force"),
        Says(es="{count} que ya no rigen", en="{count} no longer in force"),
    ),
    _Happened.RECEIVED: (
        Says(es="1 recibida de otra unidad", en="1 received from another unit"),
        Says(es="{count} recibidas de otras unidades", en="{count} received from other units"),
    ),
    _Happened.GIVEN: (
        Says(es="1 traspasada a otra unidad", en="1 transferred to another unit"),
        Says(es="{count} traspasadas a otras unidades", en="{count} transferred to other units"),
    ),
    _Happened.AMENDED: (
        Says(es="1 con otro texto", en="1 reworded"),
        Says(es="{count} con otro texto", en="{count} reworded"),
    ),
    _Happened.MOVED: (
        Says(es="1 con otro lugar", en="1 in another place"),
        Says(es="{count} con otro lugar", en="{count} in another place"),
    ),
    _Happened.RELABELLED: (
        Says(es="1 con otra letra", en="1 re-lettered"),
        Says(es="{count} con otra letra", en="{count} re-lettered"),
    ),
}
_ABOVE = {"root": words.NO_UNIT_ABOVE, "unknown": words.UNKNOWN_ABOVE}


@dataclass(slots=True)
class Marked:
    """How the box of one unit shows what changed."""

    tone: Tone = Tone.PLAIN
    notes: list[str] = field(default_factory=list)
    functions: dict[str, _Happened] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, by unit; `gone` are the units that are no more, with why, as the first day has them."""

    units: Mapping[str, Marked]
    gone: Mapping[str, str]

    @property
    def count(self) -> int:
        """Return how many units changed, those that are gone included."""
        return len(self.units.keys() | self.gone.keys())


def changes_by_unit(found: StructureDiff, language: Language) -> Changes:
    """Return what the chart of the later day marks."""
    names = found.names
    marked: dict[str, Marked] = {}
    gone: dict[str, str] = {}
    for change in found.changes:
        if change.noun is Noun.UNIT and change.code not in found.target.units:
            if change.kind in _WENT:
                gone[change.code] = _by_act(_WENT[change.kind], found, change, language)
        elif change.noun is Noun.UNIT:
            _mark_unit(marked, found, change, names, language)
        elif change.noun is Noun.FUNCTION and change.kind in _FUNCTIONS:
            for unit, happened in _seen_by(change):
                # A new unit has nothing but new functions.
                if unit in found.target.units and unit in found.base.units:
                    _note_function(marked.setdefault(unit, Marked()), change.code, happened)
    for unit, mark in list(marked.items()):
        _count_functions(mark, language)
        if not mark.notes:
            del marked[unit]
    order = [unit.code for unit in found.base.walk() if unit.code in gone]
    return Changes(marked, {code: gone[code] for code in order})


def _mark_unit(
    marked: dict[str, Marked],
    found: StructureDiff,
    change: Change,
    names: Mapping[str, str],
    language: Language,
) -> None:
    tone, note = Tone.ALTERED, ""
    match change.kind:
        case ChangeKind.BASIS_RENEWED:
            return
        case kind if kind in _CAME:
            tone, said = _CAME[kind]
            note = _by_act(said, found, change, language)
        case ChangeKind.UNIT_RENAMED if change.before and change.field == "name":
            note = words.RENAMED.render(language, {"before": change.before})
        case ChangeKind.UNIT_MOVED:
            above = change.before or ""
            before = _ABOVE[above].render(language, {}) if above in _ABOVE else names.get(above, above)
            note = words.MOVED.render(language, {"before": before})
        case ChangeKind.OBJECTIVE_CHANGED:
            tone, note = Tone.REWORDED, words.OBJECTIVE.render(language, {})
        case _:
            note = change_sentence(change, names, language)
    mark = marked.setdefault(change.code, Marked())
    mark.tone = _stronger(mark.tone, tone)
    mark.notes.append(note)


def _seen_by(change: Change) -> Iterator[tuple[str, _Happened]]:
    """Yield what happened to a function, by unit: a transfer is two things to two units."""
    if change.kind is ChangeKind.FUNCTION_TRANSFERRED and change.field == "unit":
        yield change.after or "", _Happened.RECEIVED
        yield change.before or "", _Happened.GIVEN
    else:
        yield change.unit or "", _FUNCTIONS[change.kind]


def _note_function(mark: Marked, code: str, happened: _Happened) -> None:
    order = list(_Happened)
    mark.functions[code] = min(mark.functions.get(code, happened), happened, key=order.index)


def _count_functions(mark: Marked, language: Language) -> None:
    counts = Counter(mark.functions.values())
    told = [
        (one if counts[happened] == 1 else several).render(language, {"count": counts[happened]})
        for happened, (one, several) in _COUNTED.items()
        if counts[happened]
    ]
    if told:
        mark.tone = _stronger(mark.tone, Tone.REWORDED)
        mark.notes.append(words.FUNCTIONS.render(language, {"counts": ", ".join(told)}))


def _stronger(known: Tone, new: Tone) -> Tone:
    order = (Tone.PLAIN, Tone.REWORDED, Tone.ALTERED, Tone.CREATED)
    return max(known, new, key=order.index)


def _by_act(what: Says, found: StructureDiff, change: Change, language: Language) -> str:
    act = act_behind(found, change, language)
    said = what.render(language, {})
    return words.BY_ACT.render(language, {"what": said, "act": act}) if act else said
