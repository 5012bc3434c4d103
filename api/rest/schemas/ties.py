"""JSON Schemas of what ties things together: the published half of `presenting_ties`.

Takes nothing; gives `TIES`, by name, and `KIN`, the two members that lineage adds to an answer.
"""

from __future__ import annotations

from api.rest.schemas.words import COUNT, TEXT, JsonSchema, an_object, list_of, one_of, or_null, ref, said
from organica.domain.states import LineageKind, Noun

_MENTION: dict[str, JsonSchema] = {
    "start": said(COUNT, "The place of its first character in the text, in Unicode characters from 0."),
    "end": said(COUNT, "The place behind its last character."),
    "text": said(TEXT, "The name, literal."),
}
_EXTERNAL_ID: dict[str, JsonSchema] = {
    "system": TEXT,
    "value": TEXT,
    "since": said(COUNT, "The entry from which on the register says so."),
}
_FUNCTION: dict[str, JsonSchema] = {"code": TEXT, "label": or_null(TEXT), "text": said(TEXT, "Literal.")}

KIN: dict[str, JsonSchema] = {
    "predecessors": list_of(ref("Kin")),
    "successors": list_of(ref("Kin")),
}
TIES: dict[str, JsonSchema] = {
    "Kin": an_object(
        "The other side of a tie between a forebear and its heir.",
        kind=one_of(LineageKind),
        organization=said(TEXT, "The organization there, which may be the same one."),
        code=said(TEXT, "The code of the unit or organization there."),
        name=said(or_null(TEXT), "What it was called then: a forebear just before, an heir on that day."),
        in_force_from=ref("LegalDate"),
        legal_basis=list_of(ref("LegalBasis")),
    ),
    "FunctionDestination": an_object(
        "Where a function went that a unit held; letter and text are the last that it had there.",
        **_FUNCTION,
        until=said(ref("LegalDate"), "The first day on which the unit does not hold it."),
        ended_by=said(or_null(ref("LegalBasis")), "The act by which it left."),
        to=said(or_null(ref("Destination")), "Null where the function ended."),
    ),
    "Destination": an_object(
        "A function where it went, as it began there.",
        organization=said(TEXT, "Another one where the function passed by a succession."),
        unit=TEXT,
        unit_name=TEXT,
        **_FUNCTION,
        in_force_from=ref("LegalDate"),
        legal_basis=list_of(ref("LegalBasis")),
    ),
    "Mention": an_object(
        "A name of a unit in the text of a function.",
        **_MENTION,
        unit=said(or_null(TEXT), "The unit that it means; null where none answers to it, or several do."),
    ),
    "UnresolvedMention": an_object(
        "A name in a function that means no unit of the organization.",
        function=TEXT,
        unit=said(TEXT, "The unit that holds the function."),
        **_MENTION,
    ),
    "Coordination": an_object(
        "That functions of one unit name another one.",
        from_=TEXT,
        from_name=TEXT,
        to=TEXT,
        to_name=TEXT,
        functions=list_of(an_object("One of them.", code=TEXT, label=or_null(TEXT))),
    ),
    "ExternalId": an_object("What another system calls a thing.", **_EXTERNAL_ID),
    "NamedThing": an_object(
        "A thing that another system calls so.", noun=one_of(Noun), code=TEXT, **_EXTERNAL_ID
    ),
}
