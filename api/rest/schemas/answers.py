"""JSON Schemas of whole answers: the published half of `api.rest.answers`.

Takes nothing; gives `COMPONENTS`, all schemas by name, for the OpenAPI document. A test holds every answer
against them with no member more and none less; readers must allow for members that come later.
"""

from __future__ import annotations

from api.rest.schemas.exports import ASKED, EXPORTS, MOMENT, NOT_COVERED
from api.rest.schemas.history import HISTORIES
from api.rest.schemas.programmes import PROGRAMMES
from api.rest.schemas.proposals import PROPOSALS
from api.rest.schemas.search import SEARCHES
from api.rest.schemas.statutory import STATUTORY
from api.rest.schemas.tables import TABLES
from api.rest.schemas.things import THINGS
from api.rest.schemas.ties import KIN, TIES
from api.rest.schemas.vocabularies import VOCABULARIES
from api.rest.schemas.words import (
    COUNT,
    DAY,
    TEXT,
    TRUTH,
    JsonSchema,
    an_object,
    list_of,
    or_null,
    ref,
    said,
)
from api.rest.schemas.work import WORK

_CODE = said(TEXT, "The organization's code.")

COMPONENTS: dict[str, JsonSchema] = {
    **THINGS,
    **TIES,
    **HISTORIES,
    **SEARCHES,
    **PROPOSALS,
    **PROGRAMMES,
    **EXPORTS,
    **STATUTORY,
    **TABLES,
    **VOCABULARIES,
    **WORK,
    "LinkedData": {
        "type": "object",
        "description": "A JSON-LD 1.1 document with its context inside: W3C ORG, CPOV, ELI, schema.org, /ns.",
        "required": ["@context", "@id", "@type"],
        "properties": {
            "@context": {"type": "object"},
            "@id": TEXT,
            "@type": {"anyOf": [TEXT, {"type": "array", "items": TEXT}]},
        },
        "additionalProperties": True,
    },
    "ComparedDay": an_object("One of the two days.", as_of=DAY, **MOMENT),
    "OrganizationItem": an_object("An organization of the register.", code=TEXT, country=TEXT),
    "OrganizationPage": an_object(
        "A page of organizations by code.",
        known_at=or_null(ref("KnownAt")),
        organizations=list_of(ref("OrganizationItem")),
        next=said(or_null(TEXT), "The address of the next page, as in the header Link."),
    ),
    "OrganizationAnswer": an_object(
        "An organization on a day.",
        **ASKED,
        change_points=said(list_of(DAY), "The days on which the answer changes."),
        **KIN,
    ),
    "StructureAnswer": an_object(
        "The structure on a day.",
        **ASKED,
        units=said(or_null(list_of(ref("Unit"))), NOT_COVERED),
        references=said(list_of(ref("Reference")), "What references to old names mean, by name."),
    ),
    "UnitAnswer": an_object("One unit on a day.", **ASKED, unit=ref("Unit")),
    "FunctionHistory": an_object(
        "All versions of a function.",
        organization=_CODE,
        known_at=or_null(ref("KnownAt")),
        function=TEXT,
        versions=list_of(ref("FunctionVersion")),
    ),
    "UnitHistory": an_object(
        "All versions of a unit, and of its functions while they were in it.",
        organization=_CODE,
        known_at=or_null(ref("KnownAt")),
        unit=TEXT,
        versions=list_of(ref("UnitVersion")),
        functions=list_of(
            an_object(
                "A function that is or was in the unit.", code=TEXT, versions=list_of(ref("FunctionVersion"))
            )
        ),
    ),
    "LineageAnswer": an_object(
        "What a unit came out of, what came out of it, and where its functions went.",
        organization=_CODE,
        as_of=said(DAY, "The day on which the ties are so; functions are told of all days."),
        known_at=or_null(ref("KnownAt")),
        unit=TEXT,
        **KIN,
        functions=said(
            list_of(ref("FunctionDestination")),
            "Every function that the unit ever held and that left it, or will leave it, by code.",
        ),
    ),
    "CoordinationAnswer": an_object(
        "Which units name which in their functions on a day.",
        **ASKED,
        edges=said(or_null(list_of(ref("Coordination"))), NOT_COVERED),
        unresolved=said(
            or_null(list_of(ref("UnresolvedMention"))), "Names that mean no unit of the organization."
        ),
    ),
    "ExternalIdAnswer": an_object(
        "What another system calls so.",
        organization=_CODE,
        known_at=or_null(ref("KnownAt")),
        external_ids=said(list_of(ref("NamedThing")), "One thing, or none."),
    ),
    "SourceList": an_object(
        "The legal sources of an organization, as the register learnt them.",
        organization=_CODE,
        known_at=or_null(ref("KnownAt")),
        sources=list_of(ref("Source")),
    ),
    "ChangePage": an_object(
        "A page of the changes feed, in the order in which the register told them.",
        changes=list_of(ref("RecordedChange")),
        after=said(COUNT, "The number to go on from; where nothing is new, the one that was given."),
        more=said(TRUTH, "Whether others follow already; the header Link then names the next page."),
        next=said(TEXT, "Where to go on, now or later; it never expires."),
    ),
    "SourceAnswer": an_object(
        "A legal source.",
        known_at=or_null(ref("KnownAt")),
        source=ref("Source"),
        related_by=said(list_of(ref("InverseRelation")), "What other sources do to it, by their keys."),
    ),
}
