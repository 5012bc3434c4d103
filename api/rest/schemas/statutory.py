"""JSON Schemas of statutory tables: the published half of `presenting_statutory`.

Takes nothing; gives `STATUTORY`, by name.
"""

from __future__ import annotations

from api.rest.schemas.exports import ASKED
from api.rest.schemas.words import (
    TEXT,
    TRUTH,
    JsonSchema,
    an_object,
    list_of,
    one_of,
    or_null,
    ref,
    said,
)
from organica.domain.statutory import TableKind, Value
from organica.render.statutory.csv_file import Charset
from organica.render.statutory.missing import Reason

_BOTH = {"es": TEXT, "en": TEXT}
_HEAD: dict[str, JsonSchema] = {
    **ASKED,
    "month": said(or_null(TEXT), "As asked; `as_of` is its last day."),
    "charset": said(one_of(Charset), "How the CSV of this answer is encoded."),
    "template": ref("StatutoryTemplate"),
}
_MISSING: dict[str, JsonSchema] = {
    "missing": said(list_of(ref("MissingField")), "All that the law asks for and the register lacks."),
}

STATUTORY: dict[str, JsonSchema] = {
    "StatutoryTemplateList": an_object(
        "The tables that the law of its country asks of an organization.",
        organization=said(TEXT, "The organization's code."),
        known_at=or_null(ref("KnownAt")),
        templates=said(list_of(ref("StatutoryTemplate")), "By code; none for a country without any."),
    ),
    "StatutoryTemplate": an_object(
        "A table as one instruction prescribes it.",
        code=said(TEXT, "Unique in its country."),
        country=TEXT,
        title=an_object("What it is called.", **_BOTH),
        kind=said(one_of(TableKind), "What a row is about."),
        law=said(TEXT, "What obliges to publish it."),
        instruction=said(or_null(TEXT), "What prescribes its columns, where that is known."),
        confirmed=said(TRUTH, "Whether the headers were read in `source`, to the letter."),
        source=said(or_null(TEXT), "The page or norm in which they were read."),
        note=or_null(TEXT),
        newer=said(or_null(TEXT), "The code of the table that took the place of this one."),
        columns=list_of(
            an_object(
                "A column.",
                header=said(TEXT, "To the letter."),
                value=one_of(Value),
                unamended=said(or_null(TEXT), "What stands there where nothing was amended."),
            )
        ),
        href=said(TEXT, "Where the organization's table is."),
    ),
    "StatutoryTable": an_object(
        "A statutory table of a day, and all that it lacks.",
        **_HEAD,
        headers=said(list_of(TEXT), "The header row, to the letter."),
        rows=list_of(
            an_object(
                "A row.",
                unit=said(or_null(TEXT), "The code of the unit that it is about."),
                source=said(or_null(TEXT), "The key of the norm that it rests on."),
                cells=said(
                    list_of(or_null(TEXT)), "In the order of the headers; days as dd/mm/aaaa; null: empty."
                ),
            )
        ),
        **_MISSING,
    ),
    "StatutoryWorkList": an_object("What a statutory table of a day lacks.", **_HEAD, **_MISSING),
    "MissingField": an_object(
        "One thing that is missing in a table.",
        reason=one_of(Reason),
        column=said(or_null(TEXT), "The header of its column; null: it is of the whole table."),
        value=or_null(one_of(Value)),
        unit=or_null(TEXT),
        unit_name=or_null(TEXT),
        source=said(or_null(TEXT), "The key of the source that it is about."),
        citation=or_null(TEXT),
        detail=said(or_null(TEXT), "What is known all the same, what was left out, or which characters."),
        says=an_object("What is missing, in a sentence.", **_BOTH),
    ),
}
