"""The parameters of oEmbed: an address, how much room there is, and the format.

Takes texts of an address; returns values or refuses. Read by `api.embed.oembed.serving`. Source: oembed.com,
section 2.2.
"""

from __future__ import annotations

import re

from api.embed.refusals import BadSize, FormatNotOffered
from api.rest.parameters.common import Parameter, pairs_of
from organica.domain.errors import Says

MOST_PIXELS = 99_999


def _pixels(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,4}", text, re.ASCII):
        raise BadSize(value=text, most=MOST_PIXELS)
    return int(text)


def _format(text: str) -> str:
    if text != "json":
        raise FormatNotOffered(value=text[:100])
    return text


def _room(name: str, means: Says) -> Parameter:
    schema = {"type": "integer", "minimum": 1, "maximum": MOST_PIXELS}
    return Parameter(name, "query", _pixels, schema, "640", means)


URL = Parameter(
    "url",
    "query",
    str,
    {"type": "string", "format": "uri"},
    "https://registro.example/embed/cl.chilecompra",
    Says(es="Dirección de una página o de un organigrama.", en="The address of a page or of a chart."),
    required=True,
)
MAX_WIDTH = _room("maxwidth", Says(es="Ancho que hay, en píxeles.", en="The width that there is, in pixels."))
MAX_HEIGHT = _room(
    "maxheight", Says(es="Alto que hay, en píxeles.", en="The height that there is, in pixels.")
)
FORMAT = Parameter(
    "format", "query", _format, {"enum": ["json"]}, "json", Says(es="Formato.", en="The format.")
)
PARAMETERS = (URL, MAX_WIDTH, MAX_HEIGHT, FORMAT)


def known_pairs(query: bytes) -> tuple[tuple[str, str], ...]:
    """Return what is known of a query. Consumers send parameters of their own, and no answer depends on them.

    Raises: MalformedRequest.
    """
    names = {each.name for each in PARAMETERS}
    return tuple((name, text) for name, text in pairs_of(query) if name in names)
