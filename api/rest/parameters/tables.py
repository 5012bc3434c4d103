"""The parameter of questions about tables: which one.

Read like those of `api.rest.parameters.common`, from which it is apart only in this file.
"""

from __future__ import annotations

import re

from api.rest.parameters.common import SLUG, Parameter
from organica.domain.errors import Says
from organica.domain.ids import MAX_CODE_CHARACTERS, BadCode

_NAME = rf"(([a-z]{{2}}|int)\.)?{SLUG}"


def _table(text: str) -> str:
    if len(text) > MAX_CODE_CHARACTERS or not re.fullmatch(_NAME, text, re.ASCII):
        raise BadCode(value=text, what="table", example=TABLE.example)
    return text


TABLE = Parameter(
    "table",
    "path",
    _table,
    {"type": "string", "pattern": f"^{_NAME}$", "maxLength": MAX_CODE_CHARACTERS},
    "units",
    Says(
        es="Nombre de la tabla; el de una planilla legal es su país y su código, como cl.facultades.",
        en="The table's name; that of a statutory one is its country and code, such as cl.facultades.",
    ),
    required=True,
)
