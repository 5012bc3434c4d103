"""The parameters of vocabularies: which one, and of which country.

Read like those of `api.rest.parameters.common`, from which they are apart only in this file.
"""

from __future__ import annotations

import re

from api.rest.parameters.common import Parameter
from organica.domain.errors import Says
from organica.domain.ids import MAX_CODE_CHARACTERS, BadCode, kind_code
from organica.domain.vocabulary.concepts import Scheme

_COUNTRY = r"[a-z]{2}|int"


def _country(text: str) -> str:
    if not re.fullmatch(_COUNTRY, text, re.ASCII):
        raise BadCode(value=text, what="country", example=COUNTRY.example)
    return text


SCHEME = Parameter(
    "scheme",
    "path",
    kind_code,
    {"type": "string", "pattern": "^[a-z0-9]+(?:_[a-z0-9]+)*$", "maxLength": MAX_CODE_CHARACTERS},
    Scheme.UNIT_CLASSES.value,
    Says(
        es="Qué vocabulario; /v1/vocabularies los enumera.",
        en="Which vocabulary; /v1/vocabularies lists them.",
    ),
    required=True,
)
COUNTRY = Parameter(
    "country",
    "query",
    _country,
    {"type": "string", "pattern": f"^(?:{_COUNTRY})$"},
    "bo",
    Says(
        es="Solo los términos que rigen en este país, suyos o comunes: ISO 3166-1, o `int`.",
        en="Only the terms that hold in this country, its own or common ones: ISO 3166-1, or `int`.",
    ),
)
