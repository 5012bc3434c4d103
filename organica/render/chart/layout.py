"""Where everything of a chart stands: what is said above, the tree, what is gone, what the frames mean.

Takes a chart and a width; returns a layout in pixels, the same for the same chart. Called by `svg` and by
`api.embed.chart.serving`. Everything is as high as it must be, so nothing is ever clipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organica.domain.errors import Language, Says
from organica.render.chart.across import across
from organica.render.chart.drawn import Chart, DrawnUnit, LegendRow
from organica.render.chart.forest import forest
from organica.render.chart.listing import listed
from organica.render.chart.measuring import Letters
from organica.render.chart.placing import NAME, SMALL, Edge, PlacedBox, PlacedLine, paragraph
from organica.render.chart.wrapping import HYPHEN

LEAST_WIDTH, MOST_WIDTH, USUAL_WIDTH = 280, 4_000, 1_000
# Narrower than this, three columns would not fit, and a list says it better.
NARROW = 560
MARGIN = 16
TITLE = Letters(18, 24, bold=True)
# Lines longer than this are hard to follow with the eye.
LONGEST_LINE = 760
SPACE = 20
SWATCH = 14
_LEVEL = Says(es="nivel {level}", en="level {level}")


@dataclass(frozen=True, slots=True)
class Swatch:
    """A small frame beside the words that say what such frames mean."""

    row: LegendRow
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole image, in pixels. `title` and `permanent` are links."""

    width: float
    height: float
    title: tuple[PlacedLine, ...]
    said: tuple[PlacedLine, ...]
    boxes: tuple[PlacedBox, ...]
    edges: tuple[Edge, ...]
    swatches: tuple[Swatch, ...]
    permanent: tuple[PlacedLine, ...]

    @property
    def lines(self) -> tuple[PlacedLine, ...]:
        """Return the lines that stand in no box."""
        return (*self.title, *self.said, *self.permanent)


def laid_out(chart: Chart, width: int = USUAL_WIDTH) -> Layout:
    """Return where everything stands in an image of a width."""
    page = _Page(width)
    title = page.text(chart.title, TITLE)
    page.say(chart.day, NAME)
    for sentence in chart.sentences:
        page.say(sentence, SMALL)
    page.y += SPACE
    page.draw(chart.units, chart.language)
    if chart.gone:
        page.say(chart.gone_heading, NAME)
        page.y += SPACE / 2
        page.draw(chart.gone, chart.language)
    for row in chart.legend:
        page.explain(row)
    page.say(chart.permanent_label, SMALL)
    permanent = page.text(chart.permanent, SMALL, hyphen="")
    return Layout(
        width,
        page.y + MARGIN,
        title,
        tuple(page.said),
        tuple(page.boxes),
        tuple(page.edges),
        tuple(page.swatches),
        permanent,
    )


class _Page:
    """What has been placed, from above to below; `y` is where the next thing goes."""

    def __init__(self, width: float) -> None:
        self.y = float(MARGIN)
        self.room = width - 2 * MARGIN
        self.said: list[PlacedLine] = []
        self.boxes: list[PlacedBox] = []
        self.edges: list[Edge] = []
        self.swatches: list[Swatch] = []

    def text(
        self, text: str, letters: Letters, *, indent: float = 0, hyphen: str = HYPHEN
    ) -> tuple[PlacedLine, ...]:
        room = min(self.room, LONGEST_LINE) - indent
        lines = tuple(paragraph(text, letters, MARGIN + indent, self.y, room, hyphen))
        self.y += len(lines) * letters.line
        return lines

    def say(self, text: str, letters: Letters, *, indent: float = 0) -> None:
        self.said += self.text(text, letters, indent=indent)

    def draw(self, units: Sequence[DrawnUnit], language: Language) -> None:
        """Place boxes: side by side, or in a list where it is narrow."""
        if not units:
            return
        put = across if self.room + 2 * MARGIN >= NARROW else listed
        placed = put(
            forest(units), MARGIN, self.y, self.room, lambda level: _LEVEL.render(language, {"level": level})
        )
        self.boxes += placed.boxes
        self.edges += placed.edges
        self.y = placed.bottom + SPACE

    def explain(self, row: LegendRow) -> None:
        self.swatches.append(Swatch(row, MARGIN, self.y + 1))
        self.say(row.text, SMALL, indent=SWATCH + 8)
        self.y += 4
