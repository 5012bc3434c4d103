"""Units side by side under the unit that they hang from: how the upper levels stand where there is room.

Takes a forest and a width; returns boxes and edges. Called by `layout`. Three levels stand across where all
of them fit (a tidy tree: each parent over the middle of its children), else two, in as many rows as they
need; what is deeper stands as a list below its unit. Linear in the number of units.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from organica.render.chart.forest import Forest
from organica.render.chart.listing import LevelWords, listed_below
from organica.render.chart.placing import Edge, Placed, PlacedBox, Point, box, lowered

LEAST_COLUMN, MOST_COLUMN, MOST_PARENT = 170, 240, 300
GAP = 16
DROP = 36
# The free strip at the left, down which edges go to the second row and those below it.
GUTTER = 24
ACROSS = 2


def across(trees: Forest, x: float, y: float, width: float, level_words: LevelWords) -> Placed:
    """Return the forest with its upper levels side by side."""
    columns = sum(
        trees.units[each].depth == ACROSS or (trees.units[each].depth < ACROSS and not trees.children[each])
        for each in range(len(trees.units))
    )
    if _needed(columns, LEAST_COLUMN) <= width:
        return _Tidy(trees, _column(width, columns), level_words).placed(x, y, width)
    return _in_rows(trees, x, y, width, level_words)


def _needed(columns: int, column: float) -> float:
    return columns * (column + GAP) - GAP


def _column(width: float, columns: int) -> float:
    return min(MOST_COLUMN, (width + GAP) / columns - GAP)


class _Tidy:
    """Three levels across, all columns of one width; rows are as high as their highest box."""

    def __init__(self, trees: Forest, column: float, level_words: LevelWords) -> None:
        self._trees = trees
        self._column = column
        self._level_words = level_words
        self._next = 0.0
        self._middles: dict[int, float] = {}
        self._widths: dict[int, float] = {}

    def placed(self, x: float, y: float, width: float) -> Placed:
        """Return everything, in the middle of the width."""
        trees = self._trees
        for root in trees.roots:
            self._span(root)
        left = x + (width - (self._next - GAP)) / 2
        boxes: dict[int, PlacedBox] = {}
        edges: list[Edge] = []
        for depth in range(ACROSS + 1):
            row = [each for each in self._middles if trees.units[each].depth == depth]
            sized = [self._box(each, left, y) for each in row]
            height = max((each.height for each in sized), default=0)
            boxes.update(zip(row, (lowered(each, y, height) for each in sized), strict=True))
            y += height + DROP
        for place in boxes:
            parent = trees.parents[place]
            if parent is not None:
                edges.append(_elbow(boxes[parent], boxes[place]))
        bottom = max(each.bottom for each in boxes.values())
        deep: list[PlacedBox] = []
        for place, top in boxes.items():
            if trees.units[place].depth == ACROSS:
                below = listed_below(trees, place, top, self._level_words)
                deep += below.boxes
                edges += below.edges
                bottom = max(bottom, below.bottom)
        return Placed((*boxes.values(), *deep), tuple(edges), bottom)

    def _box(self, place: int, left: float, y: float) -> PlacedBox:
        width = self._widths[place]
        return box(self._trees.units[place], left + self._middles[place] - width / 2, y, width)

    def _span(self, place: int) -> tuple[float, float]:
        """Give a unit and those across below it their columns; return where its span begins and ends."""
        trees = self._trees
        children = trees.children[place] if trees.units[place].depth < ACROSS else ()
        if not children:
            begin, self._next = self._next, self._next + self._column + GAP
            end = begin + self._column
            self._widths[place] = self._column
        else:
            spans = [self._span(child) for child in children]
            begin, end = spans[0][0], spans[-1][1]
            self._widths[place] = min(max(self._column, MOST_PARENT), end - begin)
        self._middles[place] = (begin + end) / 2
        return begin, end


def _elbow(parent: PlacedBox, child: PlacedBox) -> Edge:
    bus = child.y - DROP / 2
    begin = ((parent.middle, parent.bottom), (parent.middle, bus))
    end = ((child.middle, bus), (child.middle, child.y))
    return Edge(parent.unit.code, child.unit.code, (*begin, *end))


def _in_rows(trees: Forest, x: float, y: float, width: float, level_words: LevelWords) -> Placed:
    """Return each root over rows of its children; roots without any stand in rows together."""
    boxes: list[PlacedBox] = []
    edges: list[Edge] = []
    alone: list[int] = []
    bottom = y
    for root in (*trees.roots, None):
        if root is not None and not trees.children[root]:
            alone.append(root)
            continue
        if alone:
            group = _rows(trees, alone, None, (x, y), width, level_words)
            boxes += group.boxes
            bottom, y, alone = group.bottom, group.bottom + DROP, []
        if root is not None:
            wide = min(MOST_PARENT, width)
            top = box(trees.units[root], x + (width - wide) / 2, y, wide)
            group = _rows(trees, trees.children[root], top, (x, top.bottom + DROP), width, level_words)
            boxes += (top, *group.boxes)
            edges += group.edges
            bottom, y = group.bottom, group.bottom + DROP
    return Placed(tuple(boxes), tuple(edges), bottom)


def _rows(
    trees: Forest,
    places: Sequence[int],
    parent: PlacedBox | None,
    at: Point,
    width: float,
    level_words: LevelWords,
) -> Placed:
    """Return units side by side, in rows of about equal length, each with its list below it."""
    (x, y), gutter = at, 0
    most = max(1, int((width + GAP) // (LEAST_COLUMN + GAP)))
    if len(places) > most:
        gutter = GUTTER
        most = max(1, int((width - gutter + GAP) // (LEAST_COLUMN + GAP)))
    per_row = ceil(len(places) / ceil(len(places) / most))
    column = _column(width - gutter, per_row)
    left = x + gutter + (0 if gutter else (width - _needed(per_row, column)) / 2)
    boxes: list[PlacedBox] = []
    edges: list[Edge] = []
    bottom = first = y
    for start in range(0, len(places), per_row):
        row = places[start : start + per_row]
        places_x = (left + number * (column + GAP) for number in range(per_row))
        sized = [box(trees.units[each], at_x, y, column) for each, at_x in zip(row, places_x, strict=False)]
        height = max(each.height for each in sized)
        for place, found in zip(row, sized, strict=True):
            top = lowered(found, y, height)
            below = listed_below(trees, place, top, level_words)
            boxes += (top, *below.boxes)
            if parent is not None:
                edges.append(_around(parent, top, first, x + gutter / 2))
            edges += below.edges
            bottom = max(bottom, below.bottom)
        y = bottom + DROP
    return Placed(tuple(boxes), tuple(edges), bottom)


def _around(parent: PlacedBox, child: PlacedBox, first: float, strip: float) -> Edge:
    """Return an edge to a child of any row: to the first one straight, to the others down the left strip."""
    if child.y == first:
        return _elbow(parent, child)
    high, low = first - DROP / 2, child.y - DROP / 2
    begin = ((parent.middle, parent.bottom), (parent.middle, high))
    around = ((strip, high), (strip, low))
    end = ((child.middle, low), (child.middle, child.y))
    return Edge(parent.unit.code, child.unit.code, (*begin, *around, *end))
