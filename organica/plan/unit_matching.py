"""Which unit of the text is which unit in force: by what it does before what it is called.

Takes both sides and how alike their functions are; returns the pairs, with what speaks for each and what else
was possible. Called by propose. The thresholds are those with which the campaign of plans finds most and
invents nothing (tests/campaigns/plans.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from organica.domain.acts import ParentStatus
from organica.domain.outline import OutlineSort
from organica.plan.assignment import assigned
from organica.plan.candidates import Likeness
from organica.plan.sides import Sides

# What each sign is worth where both units have functions of their own, and where one has none.
_DOES, _NAME, _KIND, _PARENT = 0.55, 0.35, 0.05, 0.05
_NAME_ALONE, _KIND_ALONE, _PARENT_ALONE = 0.8, 0.1, 0.1
_LEAST = 0.4
_LEAST_BY_NAME = 0.75
_LEAST_DOES = 0.3
# A text that states the whole would end what it does not have: rather a doubtful rename than an end.
_LEAST_RATHER_THAN_END = 0.2
_FEWEST_RATHER_THAN_END = 2
# In a part, a unit of another name must be by far the likest: a new office often does what its sisters do.
_AHEAD_IN_PART = 0.1
_NAME_IN_OTHER_RANK = 0.95
_LIKE_BY_ACRONYM = 0.8


@dataclass(frozen=True, slots=True)
class UnitPair:
    """That a unit of the text may be a unit in force. `does` is None where one has no function of its own."""

    entry: int
    unit: int
    worth: float
    name: float
    does: float | None
    shared: int
    same_parent: bool
    same_code: bool

    @property
    def same_name(self) -> bool:
        """Tell whether the names differ at most in case, accents and punctuation."""
        return self.name == 1.0

    @property
    def possible(self) -> bool:
        """Tell whether enough speaks for it."""
        if self.same_code or self.same_name:
            return True
        if self.does is None:
            return self.name >= _LEAST_BY_NAME
        return self.worth >= _LEAST and self.does >= _LEAST_DOES

    @property
    def rather_than_end(self) -> bool:
        """Tell whether enough speaks for it where the unit would else end, and the entry be a new one."""
        enough = self.does is not None and self.does >= _LEAST_RATHER_THAN_END
        return self.possible or (enough and self.shared >= _FEWEST_RATHER_THAN_END)


@dataclass(frozen=True)
class UnitMatching:
    """The pairs that were chosen, by entry, and every possible pair of each entry, the best first."""

    chosen: Mapping[int, UnitPair]
    possible: Mapping[int, tuple[UnitPair, ...]]

    @cached_property
    def units(self) -> Mapping[int, int]:
        """Map each unit in force that was found again to its entry."""
        return {pair.unit: pair.entry for pair in self.chosen.values()}


def match_units(sides: Sides, likeness: Likeness, covered: Collection[int]) -> UnitMatching:
    """Return which unit of the text is which one in force; of `covered` the text states everything."""
    does = _doing(sides, likeness)
    first = _round(sides, _pairs(sides, does, {}), covered)
    # What a unit hangs from is known only now, and tells units of one name apart.
    pairs = _pairs(sides, does, {entry: pair.unit for entry, pair in first.chosen.items()})
    matching = _round(sides, pairs, covered)
    left = [
        pair
        for pair in pairs
        if pair.rather_than_end
        and pair.entry not in matching.chosen
        and pair.unit in covered
        and pair.unit not in matching.units
    ]
    rather = _best(left)
    return UnitMatching({**matching.chosen, **rather.chosen}, {**matching.possible, **rather.possible})


def _round(sides: Sides, pairs: Iterable[UnitPair], covered: Collection[int]) -> UnitMatching:
    matching = _best(pair for pair in pairs if pair.possible)
    return matching if covered else UnitMatching(_clearly_ahead(sides, matching), matching.possible)


def _clearly_ahead(sides: Sides, matching: UnitMatching) -> Mapping[int, UnitPair]:
    """Return the chosen pairs without those that other units could be nearly as well.

    Of several units of one name it is the one under the parent that the text says, or a new one.
    """

    def is_ahead(pair: UnitPair) -> bool:
        others = [other for other in matching.possible[pair.entry] if other.unit != pair.unit]
        if pair.same_code:
            return True
        if pair.same_name:
            placed = pair.same_parent or sides.entries[pair.entry].parent is None
            return placed or not any(other.same_name for other in others)
        return all(other.worth < pair.worth - _AHEAD_IN_PART for other in others)

    return {entry: pair for entry, pair in matching.chosen.items() if is_ahead(pair)}


def _pairs(
    sides: Sides, does: Mapping[tuple[int, int], tuple[float, int]], chosen: Mapping[int, int]
) -> list[UnitPair]:
    return [
        _pair(sides, entry, unit, does, chosen)
        for entry, unit in sorted({*does, *_alike_in_name(sides)})
        if _may_be(sides, entry, unit)
    ]


def _best(pairs: Iterable[UnitPair]) -> UnitMatching:
    possible: dict[int, list[UnitPair]] = defaultdict(list)
    for pair in pairs:
        possible[pair.entry].append(pair)
    # The cube: one strong pair is worth more than two weak ones.
    worths = {(pair.entry, pair.unit): pair.worth**3 for each in possible.values() for pair in each}
    best = assigned(worths)
    return UnitMatching(
        {
            entry: next(pair for pair in possible[entry] if pair.unit == unit)
            for entry, unit in sorted(best.items())
        },
        {
            entry: tuple(sorted(each, key=lambda pair: (-pair.worth, pair.unit)))
            for entry, each in possible.items()
        },
    )


def _doing(sides: Sides, likeness: Likeness) -> dict[tuple[int, int], tuple[float, int]]:
    """Return for each pair of units how much of what they do is the same, and how many functions.

    Each function counts with the function of the other unit that is most like it, by the weight of its words.
    """
    best_said: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    best_held: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    for (said, held), alike in likeness.items():
        if not (sides.said[said].telling and sides.held[held].telling):
            continue
        pair = sides.said[said].entry, sides.held[held].unit
        best_said[pair][said] = max(alike, best_said[pair].get(said, 0.0))
        best_held[pair][held] = max(alike, best_held[pair].get(held, 0.0))
    weigh = sides.weights.of
    all_said = [sum(weigh(each.words) for each in by if each.telling) for by in sides.said_by]
    all_held = [sum(weigh(each.words) for each in by if each.telling) for by in sides.held_by]
    found = {}
    for pair, said_here in best_said.items():
        held_here = best_held[pair]
        shared = sum(weigh(sides.said[index].words) * alike for index, alike in said_here.items())
        shared += sum(weigh(sides.held[index].words) * alike for index, alike in held_here.items())
        whole = all_said[pair[0]] + all_held[pair[1]]
        found[pair] = (shared / whole, min(len(said_here), len(held_here))) if whole else (0.0, 0)
    return found


def _alike_in_name(sides: Sides) -> set[tuple[int, int]]:
    """Return the pairs whose names share a word, or that share acronym or code."""
    by_sign: dict[str, list[int]] = defaultdict(list)
    for unit, name in enumerate(sides.unit_names):
        for sign in _signs(name.key, name.roots, sides.units[unit].acronym, sides.units[unit].code):
            by_sign[sign].append(unit)
    found: set[tuple[int, int]] = set()
    for entry, name in enumerate(sides.entry_names):
        said = sides.entries[entry]
        for sign in _signs(name.key, name.roots, said.acronym, said.code):
            found.update((entry, unit) for unit in by_sign.get(sign, ()))
    return found


def _signs(key: str, roots: tuple[str, ...], acronym: str | None, code: str | None) -> list[str]:
    marked = [f"acronym {acronym}"] if acronym else []
    return [f"name {key}", *roots, *marked, *([f"code {code}"] if code else [])]


def _may_be(sides: Sides, entry: int, unit: int) -> bool:
    """The body itself can only be what hangs from no other unit."""
    if sides.entries[entry].sort is not OutlineSort.BODY:
        return True
    return sides.units[unit].parent.status is not ParentStatus.KNOWN


def _pair(
    sides: Sides,
    entry: int,
    unit: int,
    does: Mapping[tuple[int, int], tuple[float, int]],
    chosen: Mapping[int, int],
) -> UnitPair:
    said, known = sides.entries[entry], sides.units[unit]
    name = _name(sides, entry, unit)
    kind = sides.entry_kinds[entry] == sides.unit_kinds[unit]
    parent = _same_parent(sides, entry, unit, chosen)
    both = any(each.telling for each in sides.said_by[entry])
    both = both and any(each.telling for each in sides.held_by[unit])
    doing, shared = does.get((entry, unit), (0.0, 0))
    worth = _DOES * doing + _NAME * name + _KIND * kind + _PARENT * parent
    if not both:
        worth = _NAME_ALONE * name + _KIND_ALONE * kind + _PARENT_ALONE * parent
    same_code = said.code is not None and said.code == known.code
    worth = 1.0 if same_code else worth
    return UnitPair(entry, unit, worth, name, doing if both else None, shared, parent, same_code)


def _name(sides: Sides, entry: int, unit: int) -> float:
    said, known = sides.entry_names[entry], sides.unit_names[unit]
    if said.key == known.key:
        return 1.0
    alike = sides.name_weights.alike(said, known) * _NAME_IN_OTHER_RANK
    acronym = sides.entries[entry].acronym
    if acronym is not None and acronym == sides.units[unit].acronym:
        return max(alike, _LIKE_BY_ACRONYM)
    return alike


def _same_parent(sides: Sides, entry: int, unit: int, chosen: Mapping[int, int]) -> bool:
    parent = sides.entry_parents[entry]
    known = sides.units[unit].parent.unit
    if parent is None or known is None or known not in sides.unit_numbers:
        return parent is None and known is None
    above = sides.entry_named.get(parent)
    number = sides.unit_numbers[known]
    if above is not None and above in chosen:
        return chosen[above] == number
    return sides.unit_names[number].key == parent
