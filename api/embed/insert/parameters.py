"""What an editor may choose on the page for portals: what is put in, which version, in which way.

Takes texts of an address; returns values or refuses. Read by `api.embed.insert.page` and what serves it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from api.embed.addresses import CHANGES
from api.embed.chart.parameters import WIDTH
from api.embed.parameters import FROM, LANG, TO
from api.embed.refusals import BadChoice
from api.rest.parameters.common import AS_OF, KNOWN_AT, Parameter, pairs_of
from organica.domain.errors import Says
from organica.domain.ids import unit_code

STRUCTURE, CHART = "structure", "chart"
UNIT = "unit/"


class Edition(StrEnum):
    """Which version is put in: the one in force whenever it is read, that of a day, or one that is fixed."""

    PRESENT = "present"
    DAY = "day"
    FIXED = "fixed"


class How(StrEnum):
    """In which way it is put in. OEMBED: a content management system asks for the rest itself."""

    FRAME = "frame"
    COMPONENT = "component"
    IMAGE = "image"
    LINK = "link"
    OEMBED = "oembed"


class Speaks(StrEnum):
    """The language of what is put in. READER: the one that each reader's browser asks for."""

    ES = "es"
    EN = "en"
    READER = "reader"


Choice = TypeVar("Choice", bound=StrEnum)


def _one_of(kind: type[Choice]) -> Callable[[str], Choice]:
    def read(text: str) -> Choice:
        for known in kind:
            if text == known:
                return known
        raise BadChoice(value=text, known=tuple(kind))

    return read


def _what(text: str) -> str:
    """Return what is put in; a unit by its code. Raises: BadChoice, BadCode."""
    if text.startswith(UNIT):
        return UNIT + unit_code(text.removeprefix(UNIT))
    if text not in (STRUCTURE, CHANGES, CHART):
        raise BadChoice(value=text, known=(STRUCTURE, CHANGES, CHART, f"{UNIT}atencion-usuaria"))
    return text


def _choice(name: str, kind: type[StrEnum], means: Says) -> Parameter:
    return Parameter(name, "query", _one_of(kind), {"enum": list(kind)}, next(iter(kind)), means)


WHAT = Parameter(
    "what",
    "query",
    _what,
    {"type": "string"},
    STRUCTURE,
    Says(es="Qué se inserta.", en="What is put in."),
)
VERSION = _choice("version", Edition, Says(es="Qué versión.", en="Which version."))
HOW = _choice("how", How, Says(es="De qué manera se inserta.", en="In which way it is put in."))
SPEAKS = _choice("speaks", Speaks, Says(es="Idioma de lo que se inserta.", en="Language of what is put in."))
PARAMETERS = (WHAT, VERSION, AS_OF, KNOWN_AT, FROM, TO, HOW, SPEAKS, WIDTH, LANG)


def without_empty(query: bytes) -> bytes:
    """Return a query without what has no value: a form sends its empty fields too.

    Raises: MalformedRequest.
    """
    return urlencode([(name, text) for name, text in pairs_of(query) if text]).encode()
