"""The two sides of a comparison: what the text says, and what is in force, each arranged for being matched.

Takes an outline and a structure; returns numbered units and functions with their words. Called by propose.
Sub-items go with the item that they belong to, and what a post holds is compared post by post: neither is
here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from organica.domain.outline import Outline, OutlineFunction, OutlineUnit
from organica.domain.states import FunctionState, UnitState
from organica.domain.structure import Structure, function_order
from organica.plan.likeness import Weights, Words, is_generic, name_words
from organica.plan.printed import is_unit
from organica.text.fold import folded

T = TypeVar("T")

# The same words in so many units tell none of them from another.
COMMON_TO_UNITS = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A function as the text says it: `entry` is the place of its unit in `Sides.entries`.

    `generic`: it closes any list, and is looked for in its own unit only. `telling`: it tells its unit from
    others.
    """

    index: int
    entry: int
    item: OutlineFunction
    words: Words
    generic: bool
    telling: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A function in force: `unit` is the place of its unit in `Sides.units`."""

    index: int
    unit: int
    state: FunctionState
    words: Words
    generic: bool
    telling: bool


@dataclass(frozen=True)
class Sides:
    """Both sides, numbered from 0, in the order of the text and of the register.

    Names, kinds and parents are folded; `entry_named` maps a name to the first entry that bears it.
    """

    entries: tuple[OutlineUnit, ...]
    units: tuple[UnitState, ...]
    said: tuple[Said, ...]
    held: tuple[Held, ...]
    said_by: tuple[tuple[Said, ...], ...]
    held_by: tuple[tuple[Held, ...], ...]
    entry_names: tuple[Words, ...]
    unit_names: tuple[Words, ...]
    weights: Weights
    name_weights: Weights
    entry_kinds: tuple[str | None, ...]
    unit_kinds: tuple[str, ...]
    entry_parents: tuple[str | None, ...]
    entry_named: Mapping[str, int]
    unit_numbers: Mapping[str, int]


def sides_of(outline: Outline, structure: Structure) -> Sides:
    """Return the two sides of a comparison."""
    known = frozenset(folded(unit.name) for unit in structure.units.values())
    entries = tuple(entry for entry in outline.units if is_unit(entry, known))
    units = tuple(sorted(structure.units.values(), key=lambda unit: (unit.place, unit.code)))
    numbers = {unit.code: number for number, unit in enumerate(units)}
    items = [(number, item) for number, entry in enumerate(entries) for item in entry.functions]
    states = sorted(
        (
            state
            for state in structure.functions.values()
            if state.post is None and state.parent is None and state.unit in numbers
        ),
        key=lambda state: (numbers[state.unit], function_order(state)),
    )
    said_words = [Words.of(item.text) for _, item in items]
    held_words = [Words.of(state.text) for state in states]
    common = _common((entry, words) for (entry, _), words in zip(items, said_words, strict=True))
    common |= _common((numbers[state.unit], words) for state, words in zip(states, held_words, strict=True))
    said = tuple(
        Said(index, entry, item, words, *_kind(item.text, words, common))
        for index, ((entry, item), words) in enumerate(zip(items, said_words, strict=True))
    )
    held = tuple(
        Held(index, numbers[state.unit], state, words, *_kind(state.text, words, common))
        for index, (state, words) in enumerate(zip(states, held_words, strict=True))
    )
    entry_names = tuple(name_words(entry.name) for entry in entries)
    unit_names = tuple(name_words(unit.name) for unit in units)
    return Sides(
        entries=entries,
        units=units,
        said=said,
        held=held,
        said_by=_grouped(len(entries), said, [each.entry for each in said]),
        held_by=_grouped(len(units), held, [each.unit for each in held]),
        entry_names=entry_names,
        unit_names=unit_names,
        weights=Weights([*said_words, *held_words]),
        name_weights=Weights([*entry_names, *unit_names]),
        entry_kinds=tuple(entry.kind and folded(entry.kind) for entry in entries),
        unit_kinds=tuple(folded(unit.kind) for unit in units),
        entry_parents=tuple(entry.parent and folded(entry.parent) for entry in entries),
        # Where two units share a name, whoever speaks of that name means the first.
        entry_named={name.key: number for number, name in reversed(list(enumerate(entry_names)))},
        unit_numbers=numbers,
    )


def _kind(text: str, words: Words, common: Collection[str]) -> tuple[bool, bool]:
    """Return whether a text is generic, and whether it tells its unit from others."""
    generic = is_generic(text)
    return generic, not generic and words.key not in common


def _common(found: Iterable[tuple[int, Words]]) -> set[str]:
    """Return the texts that stand in so many units that they tell none from another."""
    units: dict[str, set[int]] = defaultdict(set)
    for unit, words in found:
        units[words.key].add(unit)
    return {key for key, having in units.items() if len(having) >= COMMON_TO_UNITS}


def _grouped(number: int, things: Sequence[T], owners: Sequence[int]) -> tuple[tuple[T, ...], ...]:
    groups: list[list[T]] = [[] for _ in range(number)]
    for thing, owner in zip(things, owners, strict=True):
        groups[owner].append(thing)
    return tuple(map(tuple, groups))
