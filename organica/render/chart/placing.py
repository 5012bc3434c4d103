"""A box with its lines at a place, and an edge between two boxes.

Takes a unit and a width; returns a box that is as high as its lines. Used by `across` and `listing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from organica.render.chart.drawn import DrawnUnit
from organica.render.chart.measuring import Letters, shown
from organica.render.chart.wrapping import TextLine, wrapped

NAME = Letters(14, 18, bold=True)
SMALL = Letters(12, 16)
PADDING_X, PADDING_Y = 10, 8
# Where in the height of a line its letters stand: room for the tails below, and for accents above.
BASELINE = 0.74

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text and where it begins: the left end of its baseline. `quiet`: it may be less loud."""

    line: TextLine
    x: float
    baseline: float
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """The box of a unit. `lines` know their own places."""

    unit: DrawnUnit
    x: float
    y: float
    width: float
    height: float
    lines: tuple[PlacedLine, ...]

    @property
    def bottom(self) -> float:
        """Return where the box ends."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Return the middle of its width."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of right angles from the box of a parent to the box of a child, both by code."""

    parent: str
    child: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Boxes and edges that were placed together, and how far down they reach."""

    boxes: tuple[PlacedBox, ...]
    edges: tuple[Edge, ...]
    bottom: float


def box(unit: DrawnUnit, x: float, y: float, width: float, level: str = "") -> PlacedBox:
    """Return the box of a unit, as high as what it says. `level` is said where no indentation shows it."""
    room = width - 2 * PADDING_X
    small = [(each, SMALL, True) for each in (level, unit.kind) if each]
    texts = [*small, (unit.name, NAME, False), *((each, SMALL, False) for each in unit.notes)]
    if not any(shown(text) for text, *_ in texts):
        texts = [(unit.code, NAME, False)]
    lines: list[PlacedLine] = []
    top = y + PADDING_Y
    for text, letters, quiet in texts:
        for line in wrapped(text, letters, room):
            lines.append(PlacedLine(line, x + PADDING_X, top + letters.line * BASELINE, quiet))
            top += letters.line
    return PlacedBox(unit, x, y, width, top + PADDING_Y - y, tuple(lines))


def lowered(placed: PlacedBox, y: float, height: float) -> PlacedBox:
    """Return a box as it stands in a row: at the row's top, as high as the row."""
    down = y - placed.y
    lines = tuple(replace(each, baseline=each.baseline + down) for each in placed.lines)
    return replace(placed, y=y, height=height, lines=lines)


def paragraph(
    text: str, letters: Letters, x: float, y: float, room: float, hyphen: str
) -> Iterator[PlacedLine]:
    """Yield the lines of a text that stands in no box, from `y` down."""
    for number, line in enumerate(wrapped(text, letters, room, hyphen=hyphen)):
        yield PlacedLine(line, x, y + (number + BASELINE) * letters.line)
