"""The parameters of REST operations: how each is described, read and refused.

Takes the path and the query string of a request; returns values by name, or refuses and names the
parameter. Called by `api.rest.routing`; the descriptions are read by `api.rest.openapi`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from keyword import iskeyword
from typing import Literal
from urllib.parse import parse_qsl

from api.refusals import MalformedRequest
from api.rest.deprecation import Deprecation
from api.rest.refusals import (
    BadChangeNumber,
    BadLimit,
    EmptyParameter,
    MissingParameter,
    RepeatedParameter,
    UnescapedPlus,
    UnknownParameter,
)
from api.rest.schemas.words import JsonSchema
from organica.domain.dates import parse_day, parse_instant
from organica.domain.errors import BadInput, Says
from organica.domain.ids import MAX_CODE_CHARACTERS, BadCode, function_code, organization_code, unit_code
from organica.register.consult import KnownAt

DEFAULT_LIMIT = 50
DEFAULT_CHANGES = 100
MAX_LIMIT = 200
MAX_FIELDS = 50
MAX_SHOWN_CHARACTERS = 200

SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
ORGANIZATION_CODE = rf"([a-z]{{2}}|int)\.{SLUG}"
SOURCE_KEY = r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+){4}"
# As organica.domain.dates reads it: between 1800 and 2999.
DAY = r"^(1[89]|2\d)\d{2}-\d{2}-\d{2}$"
ENTRY = r"^(0|[1-9]\d{0,17})$"
CHANGE_NUMBER = r"^(0|[1-9]\d{0,8})$"
INSTANT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$"
SOURCE_ID = f"^{SOURCE_KEY}$"
MAX_SOURCE_ID_CHARACTERS = 1_000


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: where it stands, what it looks like, what it means and how it is read.

    `read` takes the text and returns the value or raises BadInput. `deprecated`: it is on its way out.
    """

    name: str
    place: Literal["path", "query"]
    read: Callable[[str], object]
    schema: JsonSchema
    example: str
    means: Says
    required: bool = False
    other_examples: Mapping[str, str] = field(default_factory=dict)
    deprecated: Deprecation | None = None

    @property
    def argument(self) -> str:
        """Return the name by which a function takes it: a word of Python's own gets an underscore."""
        return f"{self.name}_" if iskeyword(self.name) else self.name

    def value(self, text: str) -> object:
        """Return the value that a text stands for. Raises: BadInput with this parameter among its facts."""
        if not text:
            raise EmptyParameter(parameter=self.name, example=self.example)
        try:
            return self.read(text)
        except BadInput as refusal:
            if isinstance(shown := refusal.facts.get("value"), str) and len(shown) > MAX_SHOWN_CHARACTERS:
                refusal.facts["value"] = shown[:MAX_SHOWN_CHARACTERS] + "…"
            raise refusal.located(parameter=self.name) from None


def read_all(parameters: Sequence[Parameter], path: Mapping[str, str], query: bytes) -> dict[str, object]:
    """Return the values by name; a query parameter that was not given is left out.

    Raises: UnknownParameter, RepeatedParameter, EmptyParameter, MissingParameter, what reading raises.
    """
    values = {each.name: each.value(path[each.name]) for each in parameters if each.place == "path"}
    queried = {each.name: each for each in parameters if each.place == "query"}
    for name, text in pairs_of(query):
        if name not in queried:
            raise UnknownParameter(parameter=name[:MAX_SHOWN_CHARACTERS], known=tuple(queried) or None)
        if name in values:
            raise RepeatedParameter(parameter=name)
        values[name] = queried[name].value(text)
    for parameter in queried.values():
        if parameter.required and parameter.name not in values:
            raise MissingParameter(parameter=parameter.name, example=parameter.example)
    return values


def pairs_of(query: bytes) -> list[tuple[str, str]]:
    """Return names and values in order; the edge has seen to it that the bytes are UTF-8.

    Raises: MalformedRequest.
    """
    try:
        return parse_qsl(
            query.decode(), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS, separator="&"
        )
    except ValueError:
        raise MalformedRequest() from None


def limit(text: str) -> int:
    """Return how many items a page may have. Raises: BadLimit."""
    if not re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII) or int(text) > MAX_LIMIT:
        raise BadLimit(value=text, most=MAX_LIMIT)
    return int(text)


def change_number(text: str) -> int:
    """Return the number of a change. Raises: BadChangeNumber."""
    if not re.fullmatch(CHANGE_NUMBER, text, re.ASCII):
        raise BadChangeNumber(value=text)
    return int(text)


def _known_at(text: str) -> KnownAt:
    if re.fullmatch(ENTRY, text, re.ASCII):
        return KnownAt(entry=int(text))
    if re.fullmatch(INSTANT, text.replace(" ", "+"), re.ASCII) and " " in text:
        raise UnescapedPlus(value=text)
    return KnownAt(instant=parse_instant(text))


def _source_id(text: str) -> str:
    if len(text) > MAX_SOURCE_ID_CHARACTERS or not re.fullmatch(SOURCE_ID, text, re.ASCII):
        raise BadCode(value=text, what="source", example=SOURCE.example)
    return text


def _code_schema(pattern: str) -> JsonSchema:
    return {"type": "string", "pattern": f"^{pattern}$", "maxLength": MAX_CODE_CHARACTERS}


DAY_SCHEMA: JsonSchema = {"type": "string", "format": "date", "pattern": DAY}

ORGANIZATION = Parameter(
    "code",
    "path",
    organization_code,
    _code_schema(ORGANIZATION_CODE),
    "cl.chilecompra",
    Says(es="Código de la organización.", en="The organization's code."),
    required=True,
)
UNIT = Parameter(
    "unit",
    "path",
    unit_code,
    _code_schema(SLUG),
    "atencion-usuaria",
    Says(es="Código permanente de la unidad.", en="The unit's permanent code."),
    required=True,
)
FUNCTION = Parameter(
    "function",
    "path",
    function_code,
    _code_schema(rf"{SLUG}\.[1-9]\d*"),
    "atencion-usuaria.1",
    Says(es="Código permanente de la función.", en="The function's permanent code."),
    required=True,
)
SOURCE = Parameter(
    "id",
    "path",
    _source_id,
    {"type": "string", "pattern": SOURCE_ID, "maxLength": MAX_SOURCE_ID_CHARACTERS},
    "cl/chilecompra/resolucion-exenta/2024/35-B",
    Says(
        es="Clave de la fuente legal; sus barras van tal cual o como %2F.",
        en="The key of the legal source; its slashes stand as they are or as %2F.",
    ),
    required=True,
)
ORGANIZATION_PROPOSED = replace(ORGANIZATION, example="pe.mtpe")
PROPOSAL = replace(
    SOURCE,
    example="pe/mtpe/propuesta-plan-de-trabajo/2023/plan-de-trabajo-producto-de-la-cooperacion-con-paraguay",
    means=Says(
        es="Clave de la fuente de la propuesta; sus barras van tal cual o como %2F.",
        en="The key of the proposal's source; its slashes stand as they are or as %2F.",
    ),
)
AS_OF = Parameter(
    "as_of",
    "query",
    parse_day,
    DAY_SCHEMA,
    "2024-12-31",
    Says(
        es="Día por el que se pregunta; por omisión, hoy en la zona horaria de la organización.",
        en="The day that is asked about; by default today, in the organization's time zone.",
    ),
)
KNOWN_AT = Parameter(
    "known_at",
    "query",
    _known_at,
    {"type": "string", "anyOf": [{"pattern": ENTRY}, {"pattern": INSTANT, "format": "date-time"}]},
    "1",
    Says(
        es="Con qué conocimiento se responde: el número de un asiento del registro, o un instante.",
        en="With which knowledge to answer: the index of an entry of the register, or an instant.",
    ),
    other_examples={"instant": "2026-11-20T12:00:00Z"},
)
# The proposal of the example is among the newest entries of whichever register shows it.
PROPOSED_KNOWN_AT = replace(KNOWN_AT, example="2099-12-31T23:59:59Z", other_examples={})
BASE = Parameter(
    "base",
    "query",
    parse_day,
    DAY_SCHEMA,
    "2023-06-30",
    Says(es="Primer día que se compara.", en="The first day to compare."),
    required=True,
)
TARGET = Parameter(
    "target",
    "query",
    parse_day,
    DAY_SCHEMA,
    "2025-01-01",
    Says(
        es="Segundo día que se compara; no anterior al primero.",
        en="The second day to compare; not before the first.",
    ),
    required=True,
)
LIMIT = Parameter(
    "limit",
    "query",
    limit,
    {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
    str(DEFAULT_LIMIT),
    Says(es="Elementos por página.", en="Items in a page."),
)
AFTER = Parameter(
    "after",
    "query",
    organization_code,
    _code_schema(ORGANIZATION_CODE),
    "cl.aduanas",
    Says(
        es="Código tras el cual sigue la página; lo da el enlace `next`.",
        en="The code after which the page goes on; the link `next` gives it.",
    ),
)
AFTER_CHANGE = Parameter(
    "after",
    "query",
    change_number,
    {"type": "integer", "minimum": 0, "maximum": 999_999_999, "default": 0},
    "60",
    Says(
        es="El número del último cambio leído; nunca caduca. Por omisión, desde el primero.",
        en="The number of the last change that was read; it never expires. By default, from the first one.",
    ),
)
FIRST = Parameter(
    "first",
    "query",
    limit,
    {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_CHANGES},
    str(DEFAULT_CHANGES),
    Says(es="Cambios por página.", en="Changes in a page."),
)
ORGANIZATION_WANTED = Parameter(
    "organization",
    "query",
    organization_code,
    _code_schema(ORGANIZATION_CODE),
    "cl.chilecompra",
    Says(es="Solo los de este organismo.", en="Only those of this organization."),
)
PROPOSED_IN = replace(
    ORGANIZATION_WANTED,
    example="pe.mtpe",
    means=Says(
        es="El organismo de la propuesta, donde un mismo documento propone algo en varios.",
        en="The organization of the proposal, where one document proposes something in several.",
    ),
)
UNIT_WANTED = Parameter(
    "unit",
    "query",
    unit_code,
    _code_schema(SLUG),
    "atencion-usuaria",
    Says(
        es="Solo los de esta unidad del organismo, o que salen de ella; requiere `organization`.",
        en="Only those in this unit of the organization, or out of it; needs `organization`.",
    ),
)
EFFECTIVE_FROM = Parameter(
    "effective_from",
    "query",
    parse_day,
    DAY_SCHEMA,
    "2024-01-01",
    Says(
        es="Solo los que rigen desde este día o después.", en="Only those that hold from this day or later."
    ),
)
EFFECTIVE_UNTIL = Parameter(
    "effective_until",
    "query",
    parse_day,
    DAY_SCHEMA,
    "2025-01-01",
    Says(es="Solo los que rigen desde antes de este día.", en="Only those that hold from before this day."),
)
