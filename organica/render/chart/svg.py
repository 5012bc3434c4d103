"""A layout as SVG text: title, description, edges, boxes that are links, and words.

Takes a chart and its layout; returns the image, the same characters for the same chart. Called by
`api.embed.chart.serving`. Every text and address is escaped; the image holds no script and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from organica.render.chart.drawn import Chart, DrawnUnit, LegendRow, Tone
from organica.render.chart.layout import SWATCH, Layout
from organica.render.chart.measuring import shown
from organica.render.chart.placing import Edge, PlacedBox, PlacedLine
from organica.render.chart.style import PLAIN, ROOT, THEMED

MEDIA_TYPE = "image/svg+xml"
# The first four are equally wide; Linux without them often has the fifth, which is nearly so.
FAMILIES = "Arial, 'Liberation Sans', Arimo, Helvetica, 'DejaVu Sans Condensed', sans-serif"
_ROUND = 4


def svg(chart: Chart, layout: Layout, *, themed: bool = True, families: str = FAMILIES) -> str:
    """Return the image. `themed`: with colours for light, dark and paper, among which browsers choose."""
    width, height = _number(layout.width), _number(layout.height)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{ROOT}" role="img" lang="{chart.language}" '
        'aria-labelledby="organica-chart-title" aria-describedby="organica-chart-description" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f"font-family={quoteattr(families)}>",
        f'<title id="organica-chart-title">{_said(f"{chart.title}. {chart.day}")}</title>',
        f'<desc id="organica-chart-description">{_said(chart.description)}</desc>',
        f"<style>{THEMED if themed else PLAIN}</style>",
        f'<rect class="oc-g" width="{width}" height="{height}"/>',
        _link(chart.href, chart.title, _texts(layout.title, "oc-l")),
        *_texts(layout.said),
        *map(_edge, layout.edges),
        *map(_box, layout.boxes),
        *(_frame(each.row, each.x, each.y, SWATCH, SWATCH) for each in layout.swatches),
        _link(
            chart.permanent, f"{chart.permanent_label} {chart.permanent}", _texts(layout.permanent, "oc-l")
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _box(box: PlacedBox) -> str:
    frame = _frame(box.unit, box.x, box.y, box.width, box.height)
    return _link(box.unit.href, _named(box.unit), (frame, *_texts(box.lines)), box.unit.code)


def _named(unit: DrawnUnit) -> str:
    """Return what a box says, with no word broken."""
    return ". ".join(filter(None, (unit.kind, unit.name, *unit.notes))) or unit.code


def _link(href: str, label: str, inside: Iterable[str], code: str = "") -> str:
    unit = f" data-unit={quoteattr(code)}" if code else ""
    return f'<a href={quoteattr(href)} aria-label="{_said(label)}"{unit}>{" ".join(inside)}</a>'


def _frame(of: DrawnUnit | LegendRow, x: float, y: float, width: float, height: float) -> str:
    names = "oc-b"
    if of.tone is not Tone.PLAIN:
        names += f" oc-{of.tone}"
    if of.doubtful:
        names += " oc-d"
    return (
        f'<rect class="{names}" x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" '
        f'height="{_number(height)}" rx="{_ROUND}"/>'
    )


def _edge(edge: Edge) -> str:
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in edge.points)
    return f'<polyline class="oc-e" points="{points}"/>'


def _texts(lines: Iterable[PlacedLine], usual: str = "oc-t") -> Iterator[str]:
    """Yield the lines, each set into the width that was computed for it, whatever font the reader has."""
    for each in lines:
        letters, length = each.line.letters, each.line.width
        place = f'x="{_number(each.x)}" y="{_number(each.baseline)}" font-size="{letters.size}"'
        weight = ' font-weight="700"' if letters.bold else ""
        # A line of marks without a letter has no width, and a length of 0 would hide it.
        fitted = f' textLength="{_number(length)}" lengthAdjust="spacingAndGlyphs"' if length else ""
        name = "oc-q" if each.quiet else usual
        yield f'<text class="{name}" {place}{weight}{fitted}>{escape(each.line.text)}</text>'


def _said(text: str) -> str:
    return escape(shown(text), {'"': "&quot;"})


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
