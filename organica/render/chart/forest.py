"""Who hangs from whom among units that come in order with their depths.

Takes the depths; gives parents, children and the ends of subtrees. Used by `across` and `listing`. Nothing is
recursive, so that no depth of a structure is too much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organica.render.chart.drawn import DrawnUnit


@dataclass(frozen=True, slots=True)
class Forest:
    """Units by their place in the order. `ends` are the places behind each subtree; a root has no parent."""

    units: Sequence[DrawnUnit]
    parents: Sequence[int | None]
    children: Sequence[Sequence[int]]
    ends: Sequence[int]

    @property
    def roots(self) -> list[int]:
        """Return the places of the units that hang from none."""
        return [place for place, parent in enumerate(self.parents) if parent is None]

    def below(self, place: int) -> range:
        """Return the places of all units below one."""
        return range(place + 1, self.ends[place])

    def levels_below(self, place: int) -> int:
        """Return how many levels there are below a unit."""
        own = self.units[place].depth
        return max((self.units[each].depth - own for each in self.below(place)), default=0)


def forest(units: Sequence[DrawnUnit]) -> Forest:
    """Return who hangs from whom; each unit hangs from the nearest before it that is less deep."""
    parents: list[int | None] = []
    children: list[list[int]] = [[] for _ in units]
    ends = [len(units)] * len(units)
    above: list[int] = []
    for place, unit in enumerate(units):
        while above and units[above[-1]].depth >= unit.depth:
            ends[above.pop()] = place
        parents.append(above[-1] if above else None)
        if above:
            children[above[-1]].append(place)
        above.append(place)
    return Forest(units, parents, children, ends)
