"""Which function of the text is which function in force, across rewording, re-lettering and transfer.

Takes both sides, how alike their functions are, and which units belong together; returns the pairs. Called by
propose. Inside its own unit a function is known by a part of its words and by its letter; in another unit
only by most of its words, and what closes any list is never looked for there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from organica.plan.assignment import assigned
from organica.plan.candidates import Likeness
from organica.plan.likeness import Weights
from organica.plan.sides import Held, Said, Sides

_LEAST_AT_HOME = 0.4
_LEAST_BY_LABEL = 0.3
_LEAST_ABROAD = 0.57
_AT_HOME, _BY_LABEL, _BY_LIST, _BY_PLACE = 0.3, 0.15, 0.02, 0.02
_BOTH_GENERIC = 0.6


@dataclass(frozen=True, slots=True)
class FunctionPair:
    """That a function of the text may be one in force; `home`: its unit is the one that held it."""

    said: int
    held: int
    alike: float
    worth: float
    home: bool


@dataclass(frozen=True)
class FunctionMatching:
    """The pairs that were chosen, by function of the text, and every possible one of each, the best first."""

    chosen: Mapping[int, FunctionPair]
    possible: Mapping[int, tuple[FunctionPair, ...]]

    @cached_property
    def held(self) -> Mapping[int, FunctionPair]:
        """Map each function in force that was found again to its pair."""
        return {pair.held: pair for pair in self.chosen.values()}

    @cached_property
    def possible_for(self) -> Mapping[int, tuple[FunctionPair, ...]]:
        """Map each function in force to all that it may be in the text, the best first."""
        found: dict[int, list[FunctionPair]] = defaultdict(list)
        for pairs in self.possible.values():
            for pair in pairs:
                found[pair.held].append(pair)
        return {
            held: tuple(sorted(pairs, key=lambda pair: (-pair.worth, pair.said)))
            for held, pairs in found.items()
        }


def match_functions(
    sides: Sides,
    likeness: Likeness,
    homes: Collection[tuple[int, int]],
    givers: Collection[int],
) -> FunctionMatching:
    """Return which function of the text is which one in force.

    `homes` are the pairs (entry, unit) that belong together; `givers` are the units of which functions may
    have gone elsewhere.
    """
    possible: dict[int, list[FunctionPair]] = defaultdict(list)
    for entry, unit in sorted(homes):
        for pair in _at_home(sides, sides.said_by[entry], sides.held_by[unit]):
            possible[pair.said].append(pair)
    for (said, held), alike in sorted(likeness.items()):
        one, other = sides.said[said], sides.held[held]
        abroad = (one.entry, other.unit) not in homes and other.unit in givers
        if abroad and alike >= _LEAST_ABROAD and not other.generic:
            same_label = one.item.label == other.state.label
            worth = alike + _BY_PLACE * same_label
            possible[said].append(FunctionPair(said, held, alike, worth, home=False))
    # The square: one strong pair is worth more than two weak ones.
    best = assigned({(pair.said, pair.held): pair.worth**2 for each in possible.values() for pair in each})
    return FunctionMatching(
        {
            said: next(pair for pair in possible[said] if pair.held == held)
            for said, held in sorted(best.items())
        },
        {
            said: tuple(sorted(each, key=lambda pair: (-pair.worth, pair.held)))
            for said, each in possible.items()
        },
    )


def _at_home(sides: Sides, said_here: Sequence[Said], held_here: Sequence[Held]) -> list[FunctionPair]:
    found = []
    for said_place, said in enumerate(said_here):
        for held_place, held in enumerate(held_here):
            alike = _alike(sides.weights, said, held)
            same_label = said.item.label is not None and said.item.label == held.state.label
            if alike < (_LEAST_BY_LABEL if same_label else _LEAST_AT_HOME):
                continue
            apart = abs(said_place / len(said_here) - held_place / len(held_here))
            worth = alike + _AT_HOME + _BY_LABEL * same_label + _BY_PLACE * (1 - apart)
            worth += _BY_LIST * (said.item.list == held.state.list)
            found.append(FunctionPair(said.index, held.index, alike, worth, home=True))
    return found


def _alike(weights: Weights, said: Said, held: Held) -> float:
    alike = weights.alike(said.words, held.words)
    return max(alike, _BOTH_GENERIC) if said.generic and held.generic else alike
