"""JSON Schemas of the work list: the published half of `presenting_work`.

Takes nothing; gives `WORK`, by name.
"""

from __future__ import annotations

from api.rest.schemas.words import (
    COUNT,
    DAY,
    TEXT,
    JsonSchema,
    an_object,
    list_of,
    one_of,
    or_null,
    ref,
    said,
)
from organica.register.work_items import WorkKind, WorkThing

WORK: dict[str, JsonSchema] = {
    "WorkPage": an_object(
        "A page of what is not known, by organization, kind and thing.",
        as_of=said(or_null(DAY), "As asked; null: today where each organization is."),
        known_at=said(or_null(ref("KnownAt")), "As asked; null: with all that the register knows now."),
        items=list_of(ref("WorkItem")),
        next=said(or_null(TEXT), "The address of the next page, as in the header Link."),
    ),
    "WorkItem": an_object(
        "One thing to find out.",
        kind=said(one_of(WorkKind), "What is missing."),
        organization=said(TEXT, "The organization's code."),
        noun=said(one_of(WorkThing), "The kind of thing that lacks it."),
        thing=said(TEXT, "Its code, or the key of the source."),
        es=said(TEXT, "What is to be found out, in Spanish."),
        en=said(TEXT, "What is to be found out, in English."),
        text=said(TEXT, "What was declared, printed or named, literal."),
        source=said(or_null(TEXT), "The key of the source."),
        file=said(or_null(TEXT), "The file that it was transcribed from."),
        lines=said(or_null(TEXT), "The lines of that file."),
        reference=said(or_null(TEXT), "Of a declared gap, how a file that settles it names it."),
        count=said(COUNT, "How many facts lack it."),
    ),
}
