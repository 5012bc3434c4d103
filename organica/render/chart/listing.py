"""Units one below the other, each as far in as it is deep: how deep levels stand, and all of them where it is
narrow.

Takes a forest, the root of a list and a place; returns boxes and edges. Called by `across` and `layout`.
Linear in the number of units.
"""

from __future__ import annotations

from collections.abc import Callable

from organica.render.chart.forest import Forest
from organica.render.chart.placing import Edge, Placed, PlacedBox, box

INDENT = 20
GAP = 10
# What a box keeps of the width of its list however deep it hangs.
LEAST_WIDTH = 120
# With smaller steps than this nobody sees how deep a box hangs, so the box says it.
LEAST_STEP = 6
# How far below its top an edge meets a box.
MEETS = 16

LevelWords = Callable[[int], str]


def listed_below(trees: Forest, place: int, top: PlacedBox, level_words: LevelWords) -> Placed:
    """Return what hangs from a unit whose box is placed, below that box and no wider than it."""
    step = _step(top.width, trees.levels_below(place))
    boxes = {place: top}
    edges: list[Edge] = []
    y = top.bottom
    for each in trees.below(place):
        above = trees.parents[each]
        parent = top if above is None else boxes[above]
        x = parent.x + step
        level = level_words(trees.units[each].depth + 1) if step < LEAST_STEP else ""
        boxes[each] = placed = box(trees.units[each], x, y + GAP, top.x + top.width - x, level)
        edges.append(_edge(parent, placed, step))
        y = placed.bottom
    del boxes[place]
    return Placed(tuple(boxes.values()), tuple(edges), y)


def listed(trees: Forest, x: float, y: float, width: float, level_words: LevelWords) -> Placed:
    """Return the whole forest as one list."""
    boxes: list[PlacedBox] = []
    edges: list[Edge] = []
    for root in trees.roots:
        top = box(trees.units[root], x, y, width)
        below = listed_below(trees, root, top, level_words)
        boxes += (top, *below.boxes)
        edges += below.edges
        y = below.bottom + GAP
    return Placed(tuple(boxes), tuple(edges), y - GAP)


def _step(width: float, levels: int) -> float:
    return min(INDENT, (width - LEAST_WIDTH) / levels) if levels else INDENT


def _edge(parent: PlacedBox, child: PlacedBox, step: float) -> Edge:
    """Return an edge down the free strip that a parent leaves at the left of all that hangs from it."""
    strip, meets = parent.x + step / 2, child.y + min(MEETS, child.height / 2)
    return Edge(parent.unit.code, child.unit.code, ((strip, parent.bottom), (strip, meets), (child.x, meets)))
