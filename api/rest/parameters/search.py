"""The parameters of the search: what is looked for, and where its next page begins.

Read like those of `api.rest.parameters.common`, from which they are apart only in this file.
"""

from __future__ import annotations

import re

from api.rest.parameters.common import AS_OF, KNOWN_AT, MAX_LIMIT, ORGANIZATION_WANTED, Parameter, limit
from organica.domain.dates import parse_day
from organica.domain.errors import Says
from organica.register.known_at import KnownAt
from organica.register.search.finding import MAX_QUESTION_CHARACTERS
from organica.register.search.places import MAX_PLACE_CHARACTERS, PLACE, Question
from organica.register.search.ranking import Scored
from organica.register.search.refusals import BadSearchCursor
from organica.register.search.texts import SearchField

DEFAULT_HITS = 20


def _question(text: str) -> str:
    return text


def _place(text: str) -> str:
    if len(text) > MAX_PLACE_CHARACTERS or not re.fullmatch(PLACE, text, re.ASCII):
        raise BadSearchCursor(value=text)
    return text


QUESTION = Parameter(
    "q",
    "query",
    _question,
    {"type": "string", "minLength": 1, "maxLength": MAX_QUESTION_CHARACTERS},
    "capacitación de compradores",
    Says(
        es="Lo que se busca, en palabras corrientes; dan igual tildes, plurales y palabras como «quién».",
        en="What is looked for, in plain Spanish; accents, plurals and words such as “quién” do not matter.",
    ),
    required=True,
)
HITS = Parameter(
    "limit",
    "query",
    limit,
    {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_HITS},
    str(DEFAULT_HITS),
    Says(es="Resultados por página.", en="Hits in a page."),
)
# A place belongs to one question, so the example is that of the other examples.
_EXAMPLE = Question(
    QUESTION.example,
    parse_day(AS_OF.example),
    KnownAt(entry=int(KNOWN_AT.example)),
    ORGANIZATION_WANTED.example,
).place_of(Scored(ORGANIZATION_WANTED.example, "atencion-usuaria", SearchField.NAME, 0.9), 1, None)
AFTER_HIT = Parameter(
    "after",
    "query",
    _place,
    {"type": "string", "pattern": f"^{PLACE}$", "maxLength": MAX_PLACE_CHARACTERS},
    _EXAMPLE,
    Says(
        es="Resultado tras el cual sigue la página; lo da el enlace `next` de la misma búsqueda.",
        en="The hit after which the page goes on; the link `next` of the same search gives it.",
    ),
)
