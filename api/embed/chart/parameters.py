"""The parameters that only charts have: how wide the image is, and which earlier day it is compared with.

Takes texts of an address; returns values or refuses. Read by `api.embed.chart.serving`.
"""

from __future__ import annotations

import re

from api.embed.chart.refusals import BadChartWidth
from api.rest.parameters.common import DAY_SCHEMA, Parameter
from organica.domain.dates import parse_day
from organica.domain.errors import Says
from organica.render.chart.layout import LEAST_WIDTH, MOST_WIDTH, USUAL_WIDTH


def chart_width(text: str) -> int:
    """Return how wide a chart is to be, in pixels. Raises: BadChartWidth."""
    if not re.fullmatch(r"[1-9]\d{2,3}", text, re.ASCII) or not LEAST_WIDTH <= int(text) <= MOST_WIDTH:
        raise BadChartWidth(value=text, least=LEAST_WIDTH, most=MOST_WIDTH)
    return int(text)


WIDTH = Parameter(
    "width",
    "query",
    chart_width,
    {"type": "integer", "minimum": LEAST_WIDTH, "maximum": MOST_WIDTH, "default": USUAL_WIDTH},
    "360",
    Says(
        es="Ancho de la imagen en píxeles; el alto es el que haga falta.",
        en="Width of the image in pixels; it is as high as it must be.",
    ),
)
COMPARE = Parameter(
    "compare",
    "query",
    parse_day,
    DAY_SCHEMA,
    "2023-12-31",
    Says(
        es="Día anterior con el que se compara: lo que cambió desde entonces se destaca.",
        en="An earlier day to compare with: what changed since then stands out.",
    ),
)
