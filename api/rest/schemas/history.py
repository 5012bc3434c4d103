"""JSON Schemas of histories and of acts: the published half of `presenting_history` and `answers_history`.

Takes nothing; gives `HISTORIES`, by name. `api.rest.schemas.answers` takes them in.
"""

from __future__ import annotations

from api.rest.schemas.things import APPOINTMENT, ORGANIZATION, POST, POST_ITSELF, RUN
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
from organica.domain.source import SourceNature
from organica.domain.taking_effect import ActEffect
from organica.register.histories import AppointmentEnd
from organica.register.views import Occupancy

_CODE = said(TEXT, "The organization's code.")
_KNOWN_AT = {"known_at": or_null(ref("KnownAt"))}
_ENDED_BY = {"ended_by": or_null(ref("LegalBasis"))}
_ACT: dict[str, JsonSchema] = {
    "source": said(TEXT, "The key of the source: GET /v1/sources/{id}."),
    "act": said(TEXT, "The reference of the act inside its source."),
    "citation": TEXT,
    "provision": or_null(ref("Provision")),
    "normative": TRUTH,
    "nature": one_of(SourceNature),
    "organization": said(TEXT, "The organization that its file is about."),
    "entry": said(COUNT, "The entry that brought it in."),
    "effect": said(
        one_of(ActEffect),
        "`begins`: it takes effect. `lapses`: what it gave for a time ends. `mends`: it rectifies or "
        "invalidates other acts on all their days, and its own day changes nothing.",
    ),
    "day": DAY,
    "since": said(ref("LegalDate"), "The day as the act gives it."),
    "rectified_by": said(list_of(ref("LegalBasis")), "The acts by which it reads as it does."),
}
_IN_UNIT: dict[str, JsonSchema] = {"unit": TEXT, "unit_name": TEXT}
_DAYS: dict[str, JsonSchema] = {
    "organization": _CODE,
    **_KNOWN_AT,
    "base": ref("ComparedDay"),
    "target": ref("ComparedDay"),
}


POST_VERSION: dict[str, JsonSchema] = {**POST_ITSELF, **_IN_UNIT, **_ENDED_BY, **RUN}
TENURE: dict[str, JsonSchema] = {
    **APPOINTMENT,
    "post": said(TEXT, "The permanent code of the post."),
    "post_name": or_null(TEXT),
    "unit": or_null(TEXT),
    **RUN,
    "ending": or_null(one_of(AppointmentEnd)),
    **_ENDED_BY,
}
HISTORIES: dict[str, JsonSchema] = {
    "Act": an_object("An act that takes effect on a day.", **_ACT),
    "ActWithChanges": an_object(
        "An act in the words of its file, and its part of a difference.",
        **_ACT,
        words={
            "type": "object",
            "description": "The act as its resolution file has it, rectified where it was; a name that is "
            "no longer shown is `{sealed: …}`.",
        },
        changes=said(list_of(ref("Change")), "Empty where a later act took its place before the second day."),
    ),
    "PostVersion": an_object("A post as it was for some time, and the act that ended that.", **POST_VERSION),
    "OccupancySpell": an_object(
        "A run of days over which the same appointments held a post, or nobody did.",
        **RUN,
        occupancy=one_of(Occupancy),
        appointments=said(list_of(TEXT), "The codes of the appointments."),
    ),
    "Tenure": an_object("Who held a post over a run of days, and why no longer.", **TENURE),
    "OrganizationVersion": an_object(
        "An organization as it was for some time, and the act that ended that.", **ORGANIZATION, **_ENDED_BY
    ),
    "ChangePoint": an_object(
        "A day on which the answer changes; without acts, coverage begins or a date's window ends.",
        day=DAY,
        in_force_from=ref("LegalDate"),
        in_force_until=or_null(ref("LegalDate")),
        certain=TRUTH,
        acts=list_of(ref("Act")),
    ),
    "PostHistory": an_object(
        "All versions of a post, when it was held, and by whom.",
        organization=_CODE,
        **_KNOWN_AT,
        post=TEXT,
        versions=list_of(ref("PostVersion")),
        occupancy=list_of(ref("OccupancySpell")),
        appointments=list_of(ref("Tenure")),
    ),
    "OrganizationHistory": an_object(
        "All versions of an organization, and every day on which anything in it changes.",
        organization=_CODE,
        **_KNOWN_AT,
        versions=list_of(ref("OrganizationVersion")),
        change_points=list_of(ref("ChangePoint")),
        mending_acts=said(
            list_of(ref("Act")), "Acts that rectify or invalidate others; their own day changes nothing."
        ),
    ),
    "FlatPost": an_object(
        "A post with who holds it and the unit that it belongs to.", **POST, **_IN_UNIT, **_ENDED_BY
    ),
    "ChangesDiff": an_object(
        "What differs between two days, as changes.", **_DAYS, changes=list_of(ref("Change"))
    ),
    "ActsDiff": an_object(
        "What differs between two days, as the acts that took effect after the first up to the second.",
        **_DAYS,
        acts=list_of(ref("ActWithChanges")),
        other_changes=said(
            list_of(ref("Change")),
            "Changes that rest on no act of these days: what was only attested gave way, or shows again.",
        ),
    ),
    "Diff": either("What differs between two days.", "ChangesDiff", "ActsDiff"),
}
