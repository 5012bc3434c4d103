"""The parameters of questions about statutory tables: which table, which month, which characters.

Read like those of `api.rest.parameters.common`, from which they are apart only in this file.
"""

from __future__ import annotations

import re

from api.rest.parameters.common import SLUG, Parameter
from api.rest.refusals import BadCharset
from api.rest.schemas.words import one_of
from organica.domain.errors import Says
from organica.domain.ids import MAX_CODE_CHARACTERS, BadCode
from organica.register.statutory.months import parse_month
from organica.render.statutory.csv_file import Charset


def _template(text: str) -> str:
    if len(text) > MAX_CODE_CHARACTERS or not re.fullmatch(SLUG, text, re.ASCII):
        raise BadCode(value=text, what="template", example=TEMPLATE.example)
    return text


def _charset(text: str) -> Charset:
    known = tuple(charset.value for charset in Charset)
    if text not in known:
        raise BadCharset(value=text, known=known)
    return Charset(text)


TEMPLATE = Parameter(
    "template",
    "path",
    _template,
    {"type": "string", "pattern": f"^{SLUG}$", "maxLength": MAX_CODE_CHARACTERS},
    "facultades",
    Says(
        es="Código de la planilla entre las del país de la organización.",
        en="The code of the table, among those of the organization's country.",
    ),
    required=True,
)
MONTH = Parameter(
    "month",
    "query",
    parse_month,
    # As organica.domain.dates reads days: between 1800 and 2999.
    {"type": "string", "pattern": r"^(1[89]|2\d)\d{2}-(0[1-9]|1[0-2])$"},
    "2025-01",
    Says(
        es="En lugar de `as_of`: el mes del portal, o sea, lo vigente en su último día.",
        en="Instead of `as_of`: the portal's month, that is, what is in force on its last day.",
    ),
)
CHARSET = Parameter(
    "charset",
    "query",
    _charset,
    {**one_of(Charset), "default": Charset.UTF8.value},
    Charset.UTF8.value,
    Says(
        es="Codificación del CSV; lo que Latin-1 no tiene va como su código, y así consta en `missing`.",
        en="How the CSV is encoded; what Latin-1 lacks is written as its code, and `missing` says so.",
    ),
    other_examples={"latin1": Charset.LATIN1.value},
)
