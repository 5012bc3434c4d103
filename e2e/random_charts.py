"""Charts of random structures as files, which no register holds, for a browser to measure.

Takes a folder; writes images there, each with its width in its name. Called by `run`.
"""

from __future__ import annotations

from pathlib import Path

from organica.render.chart.layout import laid_out
from organica.render.chart.svg import svg
from tests.support.charts import a_chart, random_units

WIDTHS = (360, 1280)
# How many units, how bushy (few levels), and how many of the names are such as people fear.
SHAPES = ((300, 0.5, 0.0), (300, 0.5, 0.3), (300, 0.9, 0.1), (300, 0.05, 0.0), (40, 0.7, 0.0), (7, 0.6, 1.0))


def write_random_charts(folder: Path) -> None:
    """Write every shape at every width."""
    for width in WIDTHS:
        for seed, (count, bushy, fearsome) in enumerate(SHAPES):
            units = random_units(count, seed, bushy=bushy, fearsome=fearsome)
            chart = a_chart(units, gone=units[:4])
            file = folder / f"random-{seed}-{count}-{width}.svg"
            file.write_text(svg(chart, laid_out(chart, width)), encoding="utf-8")
