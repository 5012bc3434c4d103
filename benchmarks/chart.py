"""How long a chart of 300 units takes: laid out, written as SVG, and drawn as PNG.

Run by hand: `python -m benchmarks.chart [UNITS]` (300 by default). Prints one line a figure: the least and
the most of several times. The structures are those of the tests: random, of three shapes.
"""

from __future__ import annotations

import asyncio
import sys
import time

from api.embed.chart.pictures import Pictures
from api.embed.chart.refusals import PictureTooLarge
from organica.render.chart.drawn import Chart
from organica.render.chart.layout import Layout, laid_out
from organica.render.chart.svg import svg
from tests.support.charts import a_chart, random_units

UNITS = 300
TIMES = 9
WIDTHS = (360, 1000, 1280)
SHAPES = {"bushy": 0.9, "mixed": 0.5, "deep": 0.05}


def main() -> None:
    units = int(sys.argv[1]) if len(sys.argv) > 1 else UNITS
    for shape, bushy in SHAPES.items():
        chart = a_chart(random_units(units, 1, bushy=bushy, fearsome=0))
        for width in WIDTHS:
            laying, writing = [], []
            for _ in range(TIMES):
                begin = time.perf_counter()
                layout = laid_out(chart, width)
                between = time.perf_counter()
                image = svg(chart, layout)
                laying.append(between - begin)
                writing.append(time.perf_counter() - between)
            what = f"{units} units, {shape}, {width} px wide"
            say(f"{what}: laid out in {span(laying)}, written in {span(writing)}, {len(image) / 1000:.0f} kB")
            say(f"{what}: PNG {asyncio.run(picture(chart, layout))}")


async def picture(chart: Chart, layout: Layout) -> str:
    begin = time.perf_counter()
    try:
        drawn = await Pictures().drawn(chart, layout)
    except PictureTooLarge:
        return "refused: too large"
    return f"{time.perf_counter() - begin:.1f} s, {len(drawn) / 1000:.0f} kB"


def span(took: list[float]) -> str:
    return f"{min(took) * 1000:.0f} to {max(took) * 1000:.0f} ms"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
