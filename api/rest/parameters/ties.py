"""The parameters by which a thing is found under the name that another system gives it.

Read like those of `api.rest.parameters.common`, from which they are apart only in this file.
"""

from __future__ import annotations

import re

from api.rest.parameters.common import Parameter
from organica.domain.errors import Says
from organica.domain.ids import MAX_CODE_CHARACTERS, BadCode

SYSTEM_NAME = r"^[a-z0-9]+([.-][a-z0-9]+)*$"


def _system(text: str) -> str:
    if len(text) > MAX_CODE_CHARACTERS or not re.fullmatch(SYSTEM_NAME, text, re.ASCII):
        raise BadCode(value=text, what="system", example=SYSTEM.example)
    return text


def _value(text: str) -> str:
    return text


SYSTEM = Parameter(
    "system",
    "query",
    _system,
    {"type": "string", "pattern": SYSTEM_NAME, "maxLength": MAX_CODE_CHARACTERS},
    "br.siorg",
    Says(es="El otro sistema.", en="The other system."),
    required=True,
)
VALUE = Parameter(
    "value",
    "query",
    _value,
    {"type": "string", "minLength": 1},
    "1234",
    Says(es="Cómo llama ese sistema a lo que se busca.", en="What that system calls the thing."),
    required=True,
)
