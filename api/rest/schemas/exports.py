"""JSON Schemas of lists of units, functions, posts and appointments: the published half of `answers_exports`.

Takes nothing; gives `EXPORTS`, by name, and the members with which every answer about a day or an interval
begins.
"""

from __future__ import annotations

from api.rest.schemas.history import POST_VERSION, TENURE
from api.rest.schemas.things import FUNCTION_VERSION, UNIT_VERSION
from api.rest.schemas.words import (
    COUNT,
    DAY,
    TEXT,
    TRUTH,
    JsonSchema,
    an_object,
    either,
    list_of,
    one_of,
    or_null,
    ref,
    said,
)
from api.rest.standing import Standing

MOMENT: dict[str, JsonSchema] = {
    "in_force_from": or_null(ref("LegalDate")),
    "in_force_until": or_null(ref("LegalDate")),
    "certain": said(TRUTH, "False while an imprecise date leaves open whether an act was in force yet."),
    "basis": said(COUNT, "The newest entry of the register that altered this answer; a pin for `known_at`."),
    "coverage": ref("Coverage"),
}
ASKED: dict[str, JsonSchema] = {
    "organization": ref("Organization"),
    "as_of": said(DAY, "The day that the answer is about."),
    "known_at": said(or_null(ref("KnownAt")), "As asked; null: with all that the register knows now."),
    **MOMENT,
}
NOT_COVERED = "Null where the register does not cover the day: unknown, not empty."
INTERVAL: dict[str, JsonSchema] = {
    "organization": said(TEXT, "The organization's code."),
    "known_at": or_null(ref("KnownAt")),
    "from": said(or_null(DAY), "As asked; null: from the beginning."),
    "until": said(or_null(DAY), "As asked, this day excluded; null: without end."),
    "today": said(DAY, "The day on which `status` is so, in the organization's time zone."),
}
STANDING: dict[str, JsonSchema] = {
    "status": said(one_of(Standing), "How it stands today; `scheduled`: enacted, and begins later."),
    "scheduled": said(TRUTH, "Whether it begins after today."),
}

EXPORTS: dict[str, JsonSchema] = {
    "UnitsOnDay": an_object(
        "All units on a day, each after the one above it.",
        **ASKED,
        units=said(or_null(list_of(ref("FlatUnit"))), NOT_COVERED),
    ),
    "FunctionsOnDay": an_object(
        "All functions on a day, unit by unit.",
        **ASKED,
        functions=said(or_null(list_of(ref("FlatFunction"))), NOT_COVERED),
    ),
    "PostsOnDay": an_object(
        "All posts on a day, unit by unit.",
        **ASKED,
        posts=said(or_null(list_of(ref("FlatPost"))), NOT_COVERED),
    ),
    "AppointmentsOnDay": an_object(
        "Who holds which post on a day.",
        **ASKED,
        appointments=said(or_null(list_of(ref("Tenure"))), NOT_COVERED),
    ),
    "UnitInInterval": an_object(
        "A unit in an interval, and how it stands today.", **UNIT_VERSION, **STANDING
    ),
    "FunctionInInterval": an_object(
        "A function in an interval, and how it stands today.", **FUNCTION_VERSION, **STANDING
    ),
    "PostInInterval": an_object(
        "A post in an interval, and how it stands today.", **POST_VERSION, **STANDING
    ),
    "TenureInInterval": an_object(
        "Who held a post in an interval, and how that stands today.", **TENURE, **STANDING
    ),
    "UnitsBetween": an_object(
        "Each version of a unit that was in force at any time of an interval.",
        **INTERVAL,
        units=list_of(ref("UnitInInterval")),
    ),
    "FunctionsBetween": an_object(
        "Each version of a function that was in force at any time of an interval.",
        **INTERVAL,
        functions=list_of(ref("FunctionInInterval")),
    ),
    "PostsBetween": an_object(
        "Each version of a post that was in force at any time of an interval.",
        **INTERVAL,
        posts=list_of(ref("PostInInterval")),
    ),
    "AppointmentsBetween": an_object(
        "Who held which post at any time of an interval.",
        **INTERVAL,
        appointments=list_of(ref("TenureInInterval")),
    ),
    "UnitsAnswer": either("All units of a day or of an interval.", "UnitsOnDay", "UnitsBetween"),
    "FunctionsAnswer": either(
        "All functions of a day or of an interval.", "FunctionsOnDay", "FunctionsBetween"
    ),
    "PostsAnswer": either("All posts of a day or of an interval.", "PostsOnDay", "PostsBetween"),
    "AppointmentsAnswer": either(
        "Who holds which post, on a day or in an interval.", "AppointmentsOnDay", "AppointmentsBetween"
    ),
}
