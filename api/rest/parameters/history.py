"""The parameters of questions about history: a post, an interval of days, how a difference is told.

Read like those of `api.rest.parameters.common`, from which they are apart only in this file.
"""

from __future__ import annotations

from dataclasses import replace

from api.rest.answers.history import DiffForm
from api.rest.parameters.common import DAY_SCHEMA, KNOWN_AT, SLUG, Parameter
from api.rest.refusals import BadDiffForm
from api.rest.schemas.words import one_of
from organica.domain.dates import parse_day
from organica.domain.errors import Says
from organica.domain.ids import MAX_CODE_CHARACTERS, appointment_code, post_code


def _form(text: str) -> DiffForm:
    known = tuple(form.value for form in DiffForm)
    if text not in known:
        raise BadDiffForm(value=text, known=known)
    return DiffForm(text)


POST = Parameter(
    "post",
    "path",
    post_code,
    {"type": "string", "pattern": rf"^{SLUG}\.p[1-9]\d*$", "maxLength": MAX_CODE_CHARACTERS},
    "gestion-usuaria.p1",
    Says(es="Código permanente del cargo.", en="The post's permanent code."),
    required=True,
)
APPOINTMENT = Parameter(
    "appointment",
    "path",
    appointment_code,
    {"type": "string", "pattern": rf"^{SLUG}\.p[1-9]\d*\.[1-9]\d*$", "maxLength": MAX_CODE_CHARACTERS},
    "gestion-usuaria.p1.1",
    Says(es="Código permanente del nombramiento.", en="The appointment's permanent code."),
    required=True,
)
# The post of the example is known from the second entry on.
POST_KNOWN_AT = replace(KNOWN_AT, example="2")
FROM = Parameter(
    "from",
    "query",
    parse_day,
    DAY_SCHEMA,
    "2024-01-01",
    Says(
        es="En lugar de `as_of`: todo lo que rigió desde este día; por omisión, desde siempre.",
        en="Instead of `as_of`: all that was in force from this day on; by default from the beginning.",
    ),
)
UNTIL = Parameter(
    "until",
    "query",
    parse_day,
    DAY_SCHEMA,
    "2025-01-01",
    Says(
        es="En lugar de `as_of`: todo lo que rigió antes de este día; por omisión, sin fin.",
        en="Instead of `as_of`: all that was in force before this day; by default without end.",
    ),
)
AS = Parameter(
    "as",
    "query",
    _form,
    {**one_of(DiffForm), "default": DiffForm.CHANGES.value},
    DiffForm.CHANGES.value,
    Says(
        es="Cómo se cuenta la diferencia: los cambios, los actos que los hicieron, o un texto para leer.",
        en="How the difference is told: the changes, the acts that made them, or a text to read.",
    ),
    other_examples={"acts": DiffForm.ACTS.value, "text": DiffForm.TEXT.value},
)
