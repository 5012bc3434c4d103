"""The acts on units that a comparison calls for: create, rename, move, objective, merge, split.

Takes a comparison; returns planned acts in the order of the text. Called by propose.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.acts import (
    UNKNOWN_PARENT,
    CreateUnit,
    FunctionRef,
    MergeUnits,
    MoveUnit,
    NewUnit,
    Parent,
    ParentStatus,
    RenameUnit,
    SetObjective,
    Share,
    SplitUnit,
    StateUnit,
    under,
)
from organica.domain.outline import OutlineUnit
from organica.domain.states import UnitState
from organica.plan.comparison import Comparison, named, reference_to
from organica.plan.kinship import Merge, Split
from organica.plan.likeness import says_the_same
from organica.plan.printed import function_item, kind_of_entry
from organica.plan.proposal import Confidence, PlannedAct
from organica.plan.provisions import provision_of
from organica.plan.reasons import Alternative, AlternativeCode, Reason, ReasonCode
from organica.plan.unit_matching import UnitPair
from organica.plan.weighing import (
    alternatives_to,
    confidence_in,
    is_doubtful,
    kinships_instead,
    reasons_for,
    renames_instead,
)
from organica.text.fold import folded

# A merge or a split rests on where the functions went; the text itself does not say so.
_KINSHIP_SCORE = 0.75


def creations(found: Comparison) -> Iterator[PlannedAct]:
    """Yield the creation of every entry that is no unit in force and has no forebear."""
    for number, entry in enumerate(found.sides.entries):
        if not found.created(number) or _has_forebear(found, number):
            continue
        new = tuple(
            function_item(said.item)
            for said in found.sides.said_by[number]
            if said.index not in found.functions.chosen
        )
        act = CreateUnit(
            unit=found.codes[number],
            parent=parent_of(found, number) or UNKNOWN_PARENT,
            kind=kind_of_entry(entry),
            name=entry.name,
            acronym=entry.acronym,
            objective=entry.objective,
            functions=new,
            provision=provision_of(entry.provision),
        )
        rivals = (*renames_instead(found, number), *kinships_instead(found, number))
        score = 1.0 - max((rival.score for rival in rivals), default=0.05)
        because = (Reason(ReasonCode.NO_FORMER_UNIT),)
        yield PlannedAct(act, Confidence.of(score), because, rivals)


def parent_of(found: Comparison, number: int) -> Parent | None:
    """Return the unit above an entry; None where the text does not say it, or names none that is known."""
    return found.parents.of[number]


def changes(found: Comparison) -> Iterator[PlannedAct]:
    """Yield what is otherwise now of the units that go on: name, rank, acronym, parent, objective."""
    for number, pair in sorted(found.units.chosen.items()):
        entry, unit = found.sides.entries[number], found.sides.units[pair.unit]
        place = provision_of(entry.provision)
        because = reasons_for(found, pair)
        confidence = confidence_in(found, pair)
        others = alternatives_to(found, pair)
        if (renamed := _renamed(entry, unit)) is not None:
            name, kind, acronym = renamed
            act = RenameUnit(unit=unit.code, name=name, kind=kind, acronym=acronym, provision=place)
            yield PlannedAct(act, confidence, because, others, confirm=is_doubtful(found, pair))
        parent = parent_of(found, number) or left_without(found, unit)
        if parent is not None and parent != after_merges(found, unit.parent):
            if unit.parent.status is ParentStatus.UNKNOWN:
                stated = StateUnit(unit=unit.code, parent=parent, provision=place)
                yield PlannedAct(stated, confidence, because)
            else:
                moved = MoveUnit(unit=unit.code, parent=parent, provision=place)
                yield PlannedAct(moved, confidence, because)
        objective = entry.objective
        if objective is not None and not says_the_same(objective, unit.objective or ""):
            given = SetObjective(unit=unit.code, objective=objective, provision=place)
            yield PlannedAct(given, confidence, because)


def left_without(found: Comparison, unit: UnitState) -> Parent | None:
    """Return that nothing says what a unit hangs from now, where the unit above it ends."""
    return UNKNOWN_PARENT if unit.parent.unit in found.codes_ended else None


def is_unchanged(found: Comparison, pair: UnitPair) -> bool:
    """Tell whether the text repeats all that it says of a unit itself."""
    entry, unit = found.sides.entries[pair.entry], found.sides.units[pair.unit]
    parent = parent_of(found, pair.entry) or left_without(found, unit)
    objective = entry.objective is None or says_the_same(entry.objective, unit.objective or "")
    same_parent = parent is None or parent == after_merges(found, unit.parent)
    return _renamed(entry, unit) is None and same_parent and objective


def _renamed(entry: OutlineUnit, unit: UnitState) -> tuple[str | None, str | None, str | None] | None:
    """Return the new name, rank and acronym, each None where it stays; None where all do.

    A name in capitals or without its accents is the same name.
    """
    name = None if folded(entry.name) == folded(unit.name) else entry.name
    kind = None if entry.kind is None or folded(entry.kind) == folded(unit.kind) else entry.kind
    acronym = None if entry.acronym in (None, unit.acronym) else entry.acronym
    return None if name is kind is acronym is None else (name, kind, acronym)


def after_merges(found: Comparison, parent: Parent) -> Parent:
    """Return what a unit hangs from when the merges are done: what hung from a merged one is the heir's."""
    for merge in found.kinships.merges:
        if parent.unit in {found.sides.units[unit].code for unit in merge.units}:
            return under(found.codes[merge.entry])
    return parent


def mergers(found: Comparison) -> Iterator[PlannedAct]:
    """Yield the merges."""
    for merge in found.kinships.merges:
        units = tuple(found.sides.units[unit].code for unit in merge.units)
        names = named([found.sides.units[unit].name for unit in merge.units])
        entry = found.sides.entries[merge.entry]
        act = MergeUnits(
            units=units,
            into=None if merge.into is None else found.codes[merge.entry],
            create=_new_unit(found, merge.entry) if merge.into is None else None,
            provision=provision_of(entry.provision),
        )
        because = (Reason(ReasonCode.FUNCTIONS_OF_SEVERAL, {"units": names}),)
        facts = {"name": entry.name}
        other = Alternative(AlternativeCode.CREATE_AND_TRANSFER, 1 - _KINSHIP_SCORE, dict(facts))
        yield PlannedAct(act, Confidence.of(_KINSHIP_SCORE), because, (other,), confirm=True)


def splits(found: Comparison) -> Iterator[PlannedAct]:
    """Yield the splits; the functions that an heir receives are told with it."""
    for split in found.kinships.splits:
        unit = found.sides.units[split.unit]
        act = SplitUnit(
            unit=unit.code,
            into=tuple(
                Share(create=_new_unit(found, entry), functions=_received(found, split, entry))
                for entry in split.entries
            ),
            remains=split.remains,
            provision=provision_of(found.sides.entries[split.entries[0]].provision),
        )
        heirs = named([found.sides.entries[entry].name for entry in split.entries])
        because = (Reason(ReasonCode.FUNCTIONS_TO_SEVERAL, {"name": unit.name, "units": heirs}),)
        facts = {"name": found.sides.entries[split.entries[-1]].name}
        other = Alternative(AlternativeCode.CREATE_AND_TRANSFER, 1 - _KINSHIP_SCORE, dict(facts))
        confirm = not split.remains
        yield PlannedAct(act, Confidence.of(_KINSHIP_SCORE), because, (other,), confirm=confirm)


def _received(found: Comparison, split: Split, entry: int) -> tuple[FunctionRef, ...]:
    """Return the functions that an heir receives of the unit that is split."""
    pairs = (
        found.functions.chosen[said.index]
        for said in found.sides.said_by[entry]
        if said.index in found.functions.chosen
    )
    held = (found.sides.held[pair.held] for pair in pairs)
    return tuple(reference_to(each.state, found.structure) for each in held if each.unit == split.unit)


def _new_unit(found: Comparison, number: int) -> NewUnit:
    entry = found.sides.entries[number]
    return NewUnit(
        unit=found.codes[number],
        parent=parent_of(found, number) or UNKNOWN_PARENT,
        kind=kind_of_entry(entry),
        name=entry.name,
        acronym=entry.acronym,
        objective=entry.objective,
    )


def _has_forebear(found: Comparison, number: int) -> bool:
    merge: Merge | None = found.merge_into(number)
    return (merge is not None and merge.into is None) or found.split_into(number) is not None
