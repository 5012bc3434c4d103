"""The parameters of pages that REST does not have: the language, and the two days of a comparison.

Takes texts of an address; returns values or refuses. Read by `api.embed.serving`.
"""

from __future__ import annotations

from urllib.parse import parse_qsl

from api.embed.refusals import BadLanguage
from api.rest.parameters.common import MAX_FIELDS, Parameter
from organica.domain.dates import parse_day
from organica.domain.errors import Language, Says

LANGUAGES: tuple[Language, ...] = ("es", "en")


def language(text: str) -> Language:
    """Return a language. Raises: BadLanguage."""
    for known in LANGUAGES:
        if text == known:
            return known
    raise BadLanguage(value=text)


LANG = Parameter(
    "lang",
    "query",
    language,
    {"enum": list(LANGUAGES)},
    "en",
    Says(
        es="Idioma de la página; por omisión, el que prefiere el lector, y si no español.",
        en="Language of the page; by default the one that the reader prefers, else Spanish.",
    ),
)
FROM = Parameter(
    "from",
    "query",
    parse_day,
    {"type": "string", "format": "date"},
    "2023-12-31",
    Says(es="Primer día que se compara.", en="The first day to compare."),
)
TO = Parameter(
    "to",
    "query",
    parse_day,
    {"type": "string", "format": "date"},
    "2025-01-01",
    Says(
        es="Segundo día que se compara; por omisión, hoy.", en="The second day to compare; by default today."
    ),
)


def language_in(query: bytes) -> Language | None:
    """Return the language that an address asks for, where it does so in a readable way.

    What cannot be read is refused when all parameters are, in the language that the reader prefers.
    """
    try:
        pairs = parse_qsl(query.decode(), max_num_fields=MAX_FIELDS, separator="&")
    except ValueError:
        return None
    asked = [text for name, text in pairs if name == LANG.name]
    return next((known for known in LANGUAGES if asked == [known]), None)
