"""All that was found out about a text and the structure in force, before it becomes acts.

Takes an outline, a structure and the scope; returns which is which, what came out of what, and what ends.
Called by propose; read by the files that propose acts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from organica.domain.acts import FunctionRef
from organica.domain.outline import Outline
from organica.domain.states import FunctionState, Noun
from organica.domain.structure import Structure
from organica.plan.candidates import candidates
from organica.plan.function_matching import FunctionMatching, match_functions
from organica.plan.kinship import Kinships, Merge, Split, kinships
from organica.plan.new_codes import new_code
from organica.plan.parents import Parents, parents_said
from organica.plan.proposal import Mode, Scope
from organica.plan.sides import Sides, sides_of
from organica.plan.still_named import StillNamed
from organica.plan.unit_matching import UnitMatching, match_units


@dataclass(frozen=True)
class Comparison:
    """Which is which. `codes` are those of the entries; `ending` are units in force that the text ends.

    `still_named` are those that it does not describe and names somewhere: they stay, and a person decides.
    """

    outline: Outline
    structure: Structure
    scope: Scope
    sides: Sides
    units: UnitMatching
    functions: FunctionMatching
    kinships: Kinships
    codes: tuple[str, ...]
    parents: Parents
    ending: tuple[int, ...]
    still_named: tuple[int, ...]

    def merge_into(self, entry: int) -> Merge | None:
        """Return the merge that this entry came out of."""
        return next((merge for merge in self.kinships.merges if merge.entry == entry), None)

    def split_into(self, entry: int) -> Split | None:
        """Return the split that this entry came out of."""
        return next((split for split in self.kinships.splits if entry in split.entries), None)

    @cached_property
    def codes_ended(self) -> frozenset[str]:
        """Return the codes of the units that end and leave no heir to what hangs from them."""
        split = {split.unit for split in self.kinships.splits if not split.remains}
        return frozenset(self.sides.units[unit].code for unit in {*self.ending, *split})

    def created(self, entry: int) -> bool:
        """Tell whether the entry is no unit in force."""
        return entry not in self.units.chosen


def compared(outline: Outline, structure: Structure, scope: Scope, taken: Collection[str]) -> Comparison:
    """Return what was found out. Raises: NameWithoutLetters."""
    sides = sides_of(outline, structure)
    likeness = candidates(sides)
    covered = _covered(sides, structure, scope)
    units = match_units(sides, likeness, covered)
    functions = match_functions(sides, likeness, _homes(units), _givers(sides, units, covered))
    missing = [unit for unit in sorted(covered) if unit not in units.units]
    still_named = StillNamed(outline)
    kept = tuple(unit for unit in missing if still_named.names(sides.unit_names[unit]))
    ending = tuple(unit for unit in missing if unit not in kept)
    kin = kinships(sides, units, functions, ending)
    if kin.renamed_no_more:
        chosen = {entry: pair for entry, pair in units.chosen.items() if entry not in kin.renamed_no_more}
        units = UnitMatching(chosen, units.possible)
    if kin.merges or kin.splits:
        homes = _homes(units) | kin.homes
        functions = match_functions(sides, likeness, homes, _givers(sides, units, covered))
    ended_by_kinship = {unit for merge in kin.merges for unit in merge.units}
    ended_by_kinship |= {split.unit for split in kin.splits if not split.remains}
    codes = _codes(sides, units, structure, taken)
    return Comparison(
        outline=outline,
        structure=structure,
        scope=scope,
        sides=sides,
        units=units,
        functions=functions,
        kinships=kin,
        codes=codes,
        parents=parents_said(outline, sides, codes, structure),
        ending=tuple(unit for unit in ending if unit not in ended_by_kinship),
        still_named=kept,
    )


def _homes(units: UnitMatching) -> set[tuple[int, int]]:
    return {(entry, pair.unit) for entry, pair in units.chosen.items()}


def _covered(sides: Sides, structure: Structure, scope: Scope) -> set[int]:
    """Return the units of which the text states everything."""
    if scope.mode is not Mode.FULL:
        return set()
    return {
        number
        for number, unit in enumerate(sides.units)
        if scope.under is None or scope.under in structure.ancestors(unit.code)
    }


def _givers(sides: Sides, units: UnitMatching, covered: set[int]) -> set[int]:
    """Return the units of which a function may have gone elsewhere.

    A text that is silent about a unit takes nothing from it, and one that prints no list of its functions
    does not either.
    """
    listed = {pair.unit for entry, pair in units.chosen.items() if sides.said_by[entry]}
    return listed | {unit for unit in covered if unit not in units.units}


def _codes(
    sides: Sides, units: UnitMatching, structure: Structure, taken: Collection[str]
) -> tuple[str, ...]:
    """Return the code of each entry; a new one is never one that was given before."""
    given = {*structure.units, *taken, *(code for noun, code in structure.endings if noun is Noun.UNIT)}
    codes = []
    for number, entry in enumerate(sides.entries):
        pair = units.chosen.get(number)
        code = sides.units[pair.unit].code if pair else new_code(entry, given)
        given.add(code)
        codes.append(code)
    return tuple(codes)


def reference_to(function: FunctionState, structure: Structure) -> FunctionRef:
    """Return how an act names a function: by its code, and by its path where that can be written."""
    labels: list[str | None] = []
    item: FunctionState | None = function
    while item is not None:
        labels.insert(0, item.label)
        item = structure.functions.get(item.parent) if item.parent else None
    if any(not label or "/" in label or ":" in label for label in labels):
        return FunctionRef(code=function.code)
    return FunctionRef(
        at="/".join([function.unit, *(label for label in labels if label)]), code=function.code
    )


def same_label(one: str | None, other: str | None) -> bool:
    """Tell whether two letters are one, in capitals or not."""
    return (one or "").casefold() == (other or "").casefold()


def named(names: Sequence[str]) -> tuple[str, ...]:
    """Return names as a sentence lists them."""
    return tuple(f"«{name}»" for name in names)
