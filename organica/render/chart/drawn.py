"""What a chart is drawn of: units with what each box says, and what stands around them.

Takes nothing; gives the values that `layout` places. Made by `api.embed.chart.drawing` from the structure of
a day. No text here is a person's name: a chart of a fixed day then never changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from organica.domain.errors import Language


class Tone(StrEnum):
    """What happened to a unit since the day that is compared with; its box says it in words too."""

    PLAIN = "plain"
    CREATED = "created"
    ALTERED = "altered"
    REWORDED = "reworded"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class DrawnUnit:
    """One unit: how deep it hangs, where its box leads, and what the box says.

    `kind` is None where the name begins with it. `notes` are what changed of it, and what a reader must know
    before taking the box for more than it is; `doubtful` draws its frame broken, unless it has a tone.
    """

    code: str
    depth: int
    href: str
    kind: str | None
    name: str
    notes: tuple[str, ...] = ()
    tone: Tone = Tone.PLAIN
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class LegendRow:
    """What a kind of frame means."""

    text: str
    tone: Tone = Tone.PLAIN
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart to be drawn. `units` come each before those below it, as deep as `depth` says, roots at 0.

    `href` leads to the same as a page of text, `permanent` to this chart for ever. `sentences` stand above
    the tree, `gone` below it, under their heading.
    """

    language: Language
    title: str
    day: str
    description: str
    href: str
    permanent_label: str
    permanent: str
    sentences: tuple[str, ...]
    units: tuple[DrawnUnit, ...]
    gone_heading: str = ""
    gone: tuple[DrawnUnit, ...] = ()
    legend: tuple[LegendRow, ...] = ()
