"""JSON Schemas of whole answers: the published half of `api.rest.answers`.

Takes nothing; gives `COMPONENTS`, all schemas by name, for the OpenAPI document. A test holds every answer
against them with no member more and none less; readers must allow for members that come later.
"""

from __future__ import annotations

from api.rest.schema_words import (
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
from api.rest.schemas import THINGS

_MOMENT: dict[str, JsonSchema] = {
    "in_force_from": or_null(ref("LegalDate")),
    "in_force_until": or_null(ref("LegalDate")),
    "certain": said(TRUTH, "False while an imprecise date leaves open whether an act was in force yet."),
    "basis": said(COUNT, "The newest entry of the register that altered this answer; a pin for `known_at`."),
    "coverage": ref("Coverage"),
}
_ASKED: dict[str, JsonSchema] = {
    "organization": ref("Organization"),
    "as_of": said(DAY, "The day that the answer is about."),
    "known_at": said(or_null(ref("KnownAt")), "As asked; null: with all that the register knows now."),
    **_MOMENT,
}
_CODE = said(TEXT, "The organization's code.")
_NOT_COVERED = "Null where the register does not cover the day: unknown, not empty."

COMPONENTS: dict[str, JsonSchema] = {
    **THINGS,
    "ComparedDay": an_object("One of the two days.", as_of=DAY, **_MOMENT),
    "OrganizationItem": an_object("An organization of the register.", code=TEXT, country=TEXT),
    "OrganizationPage": an_object(
        "A page of organizations by code.",
        organizations=list_of(ref("OrganizationItem")),
        next=said(or_null(TEXT), "The address of the next page, as in the header Link."),
    ),
    "OrganizationAnswer": an_object(
        "An organization on a day.",
        **_ASKED,
        change_points=said(list_of(DAY), "The days on which the answer changes."),
    ),
    "StructureAnswer": an_object(
        "The structure on a day.", **_ASKED, units=said(or_null(list_of(ref("Unit"))), _NOT_COVERED)
    ),
    "UnitsAnswer": an_object(
        "All units on a day, each after the one above it.",
        **_ASKED,
        units=said(or_null(list_of(ref("FlatUnit"))), _NOT_COVERED),
    ),
    "FunctionsAnswer": an_object(
        "All functions on a day, unit by unit.",
        **_ASKED,
        functions=said(or_null(list_of(ref("FlatFunction"))), _NOT_COVERED),
    ),
    "UnitAnswer": an_object("One unit on a day.", **_ASKED, unit=ref("Unit")),
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
    "Diff": an_object(
        "What differs between two days.",
        organization=_CODE,
        known_at=or_null(ref("KnownAt")),
        base=ref("ComparedDay"),
        target=ref("ComparedDay"),
        changes=list_of(ref("Change")),
    ),
    "SourceList": an_object(
        "The legal sources of an organization, as the register learnt them.",
        organization=_CODE,
        known_at=or_null(ref("KnownAt")),
        sources=list_of(ref("Source")),
    ),
    "SourceAnswer": an_object("A legal source.", known_at=or_null(ref("KnownAt")), source=ref("Source")),
}
