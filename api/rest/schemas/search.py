"""JSON Schemas of what a search answers: the published half of `presenting_search`.

Takes nothing; gives `SEARCHES`, by name.
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
from organica.domain.states import Noun
from organica.register.search.texts import SEARCHED, SearchField

_FOUND: JsonSchema = {"type": "string", "enum": [noun.value for noun in Noun if noun in SEARCHED]}
_SCORE: JsonSchema = {"type": "number", "minimum": 0, "maximum": 1}

SEARCHES: dict[str, JsonSchema] = {
    "SearchPage": an_object(
        "A page of what a search found, the most telling first.",
        known_at=said(or_null(ref("KnownAt")), "As asked; null: with what was known at the first page."),
        total=said(COUNT, "How many were found in all."),
        hits=list_of(ref("SearchHit")),
        next=said(or_null(TEXT), "The address of the next page, as in the header Link."),
    ),
    "SearchHit": an_object(
        "A unit, a function, a post or a programme whose texts have words that were looked for.",
        noun=said(_FOUND, "What was found."),
        code=TEXT,
        organization=an_object("Where it was found.", code=TEXT, name=or_null(TEXT)),
        unit=or_null(
            an_object(
                "The unit that it is, that it is in or that runs it; null where none is known to run it.",
                code=TEXT,
                name=TEXT,
            )
        ),
        label=said(or_null(TEXT), "The letter of a function, where it has one."),
        as_of=said(DAY, "The day that was asked about, where the organization is."),
        field=said(one_of(SearchField), "Which of its texts tells most."),
        text=said(TEXT, "That text, literal."),
        marks=said(list_of(ref("SearchMark")), "The words in it that were looked for, in their order."),
        score=said(_SCORE, "From 0.5 on it has all the words that were looked for."),
        in_force_from=ref("LegalDate"),
        legal_basis=list_of(ref("LegalBasis")),
    ),
    "SearchMark": an_object(
        "A run of characters.",
        start=said(COUNT, "The place of the first, in Unicode characters from 0."),
        end=said(COUNT, "The place behind the last."),
    ),
}
