"""Which units come out of which others: merges and splits, where the functions say so clearly.

Takes both sides with their matchings; returns the kinships. Called by propose. What is not clear stays a
creation with transfers, and the kinship is noted as an alternative by whoever proposes that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from organica.plan.function_matching import FunctionMatching
from organica.plan.sides import Sides
from organica.plan.unit_matching import UnitMatching

# How much of a unit must have gone to, or come from, one place before that is called clear.
_CLEAR_SHARE = 0.6
_CLEAR_ORIGIN = 0.8
# Of a unit that became two, the greater part; of one that came out of several, what its name does not say.
_GREATER_PART = 0.75
_OTHER_NAME = 0.6
_GOOD_PART = 0.3
_FEWEST_FUNCTIONS = 2
_FEWEST_SPLIT = 3


@dataclass(frozen=True, slots=True)
class Merge:
    """Units that end in favour of an entry: one that went on (`into`, a unit in force), or a new one."""

    units: tuple[int, ...]
    entry: int
    into: int | None


@dataclass(frozen=True, slots=True)
class Split:
    """A unit of which other entries came out; it `remains` where it goes on itself."""

    unit: int
    entries: tuple[int, ...]
    remains: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Which part of an entry's functions came from a unit, from 0 to 1."""

    unit: int
    share: float


@dataclass(frozen=True)
class Kinships:
    """Merges and splits. `renamed_no_more`: entries that were taken for a unit and are its heirs instead.

    `unclear` maps an entry that is new to the units from which a good part of its functions came.
    """

    merges: tuple[Merge, ...] = ()
    splits: tuple[Split, ...] = ()
    renamed_no_more: frozenset[int] = field(default_factory=frozenset)
    unclear: Mapping[int, tuple[Origin, ...]] = field(default_factory=dict)

    @property
    def homes(self) -> set[tuple[int, int]]:
        """Return the pairs (entry, unit) that belong together by kinship."""
        merged = {(merge.entry, unit) for merge in self.merges for unit in merge.units}
        return merged | {(entry, split.unit) for split in self.splits for entry in split.entries}


class _Flows:
    """How much of each unit went to each entry, counted in functions that say something of their own."""

    def __init__(self, sides: Sides, functions: FunctionMatching) -> None:
        self.between: dict[tuple[int, int], int] = defaultdict(int)
        for pair in functions.chosen.values():
            said, held = sides.said[pair.said], sides.held[pair.held]
            if said.telling and held.telling:
                self.between[held.unit, said.entry] += 1
        self.of_unit = [sum(each.telling for each in by) for by in sides.held_by]
        self.of_entry = [sum(each.telling for each in by) for by in sides.said_by]

    def share_of_unit(self, unit: int, entry: int) -> float:
        """Return which part of the unit's functions is the entry's now."""
        return self.between.get((unit, entry), 0) / self.of_unit[unit] if self.of_unit[unit] else 0.0

    def origins(self, entry: int) -> tuple[Origin, ...]:
        """Return the units from which a good part of an entry's functions came, the greatest first."""
        units = sorted(unit for unit, to in self.between if to == entry)
        found = [Origin(unit, self.share_of_entry(unit, entry)) for unit in units]
        found = [origin for origin in found if origin.share >= _GOOD_PART]
        return tuple(sorted(found, key=lambda origin: (-origin.share, origin.unit)))

    def share_of_entry(self, unit: int, entry: int) -> float:
        """Return which part of the entry's functions was the unit's."""
        return self.between.get((unit, entry), 0) / self.of_entry[entry] if self.of_entry[entry] else 0.0


def kinships(
    sides: Sides, units: UnitMatching, functions: FunctionMatching, ending: Collection[int]
) -> Kinships:
    """Return the merges and splits; `ending` are the units in force that no entry is any more."""
    flows = _Flows(sides, functions)
    merges = _merges(sides, units, flows, ending)
    merged = {merge.entry for merge in merges}
    splits = _splits(sides, units, flows, ending, merged)
    no_more = {merge.entry for merge in merges if merge.into is None and merge.entry in units.chosen}
    no_more |= {
        entry for split in splits if not split.remains for entry in split.entries if entry in units.chosen
    }
    clear = merged | {entry for split in splits for entry in split.entries}
    new = [entry for entry in range(len(sides.entries)) if entry not in units.chosen and entry not in clear]
    unclear = {entry: origins for entry in new if (origins := flows.origins(entry))}
    return Kinships(merges, splits, frozenset(no_more), unclear)


def _merges(sides: Sides, units: UnitMatching, flows: _Flows, ending: Collection[int]) -> tuple[Merge, ...]:
    parts: dict[int, list[int]] = defaultdict(list)
    for unit in ending:
        for entry in range(len(sides.entries)):
            enough = flows.between.get((unit, entry), 0) >= min(_FEWEST_FUNCTIONS, flows.of_unit[unit])
            if enough and flows.share_of_unit(unit, entry) >= _CLEAR_SHARE:
                parts[entry].append(unit)
    found = []
    for entry, merged in sorted(parts.items()):
        pair = units.chosen.get(entry)
        if pair is None:
            # One unit alone that became a new one with much besides is no merge.
            if len(merged) > 1:
                found.append(Merge(tuple(merged), entry, None))
        elif pair.name < _OTHER_NAME and flows.share_of_entry(pair.unit, entry) < _GREATER_PART:
            found.append(Merge(tuple(sorted([pair.unit, *merged])), entry, None))
        else:
            found.append(Merge(tuple(merged), entry, pair.unit))
    return tuple(found)


def _splits(
    sides: Sides,
    units: UnitMatching,
    flows: _Flows,
    ending: Collection[int],
    merged: Collection[int],
) -> tuple[Split, ...]:
    heirs: dict[int, list[int]] = defaultdict(list)
    for unit, entry in sorted(flows.between):
        if entry in units.chosen or entry in merged:
            continue
        enough = flows.between[unit, entry] >= _FEWEST_SPLIT
        if enough and flows.share_of_entry(unit, entry) >= _CLEAR_ORIGIN:
            heirs[unit].append(entry)
    found = []
    for unit, entries in sorted(heirs.items()):
        own = units.units.get(unit)
        if own is None:
            if unit in ending and len(entries) > 1:
                found.append(Split(unit, tuple(entries), remains=False))
            continue
        pair = units.chosen[own]
        another = pair.name < _OTHER_NAME and not pair.same_code
        if another and own not in merged and flows.share_of_unit(unit, own) < _GREATER_PART:
            found.append(Split(unit, tuple(sorted([own, *entries])), remains=False))
        else:
            found.append(Split(unit, tuple(entries), remains=True))
    return tuple(found)
