"""JSON Schemas of the things of the register as REST shows them: the published half of `presenting`.

Takes nothing; gives `THINGS`, by name. `api.rest.schemas.answers` builds on them.
"""

from __future__ import annotations

from api.rest.schemas.words import (
    COUNT,
    DAY,
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
from organica.domain.acts import ParentStatus, UnitClass
from organica.domain.change import ChangeKind
from organica.domain.coverage import NotCoveredReason
from organica.domain.dates import DateBasis, Precision
from organica.domain.entry_rule import Anchor
from organica.domain.resolution import CoverageStatus, SourceContents
from organica.domain.source import BasisRole, RelationKind, SourceNature
from organica.domain.states import Noun
from organica.register.feed import Nature, Phase
from organica.register.views import Occupancy

_IN_FORCE = {
    "in_force_from": ref("LegalDate"),
    "in_force_until": or_null(ref("LegalDate")),
    "legal_basis": list_of(ref("LegalBasis")),
}
EXTERNAL_IDS: dict[str, JsonSchema] = {
    "external_ids": said(list_of(ref("ExternalId")), "What other systems call it, by system and value."),
}
_UNIT: dict[str, JsonSchema] = {
    "code": said(TEXT, "Permanent: no rename and no move changes it."),
    "kind": said(TEXT, "The rank as printed, such as Departamento."),
    "class_": or_null(one_of(UnitClass)),
    "name": TEXT,
    "acronym": or_null(TEXT),
    "objective": or_null(TEXT),
    "parent": said(or_null(TEXT), "The code of the unit above."),
    "parent_status": one_of(ParentStatus),
    **_IN_FORCE,
    **EXTERNAL_IDS,
}
_POSTS = {"head": or_null(ref("Post")), "posts": list_of(ref("Post"))}
_FUNCTION: dict[str, JsonSchema] = {
    "code": said(TEXT, "Permanent: no new letter, wording or unit changes it."),
    "label": said(or_null(TEXT), "The letter or number as printed, without its punctuation."),
    "list": said(or_null(TEXT), "The name of the list, where a unit has several."),
    "position": {"type": "integer", "minimum": 1},
    "text": said(TEXT, "Literal, as published."),
    "misprint": said(TRUTH, "Whether a repeated letter was confirmed to stand so in print."),
    "held_by": said(or_null(TEXT), "The code of the post that holds it; null: the unit itself."),
    **_IN_FORCE,
    "mentions": said(list_of(ref("Mention")), "The units that the text names, in its order."),
    **EXTERNAL_IDS,
}
_ENDED_BY: dict[str, JsonSchema] = {
    "ended_by": said(or_null(ref("LegalBasis")), "The act by which it is no longer so, where one is known.")
}
RUN: dict[str, JsonSchema] = {
    "from": said(DAY, "The first day on which it is so."),
    "until": said(or_null(DAY), "The first day on which it is no longer so; null: still so."),
}
_FLAT_FUNCTION: dict[str, JsonSchema] = {
    **_FUNCTION,
    "unit": TEXT,
    "unit_name": TEXT,
    "parent": said(or_null(TEXT), "The code of the item that it is part of."),
    **_ENDED_BY,
}
FUNCTION_VERSION: dict[str, JsonSchema] = {**_FLAT_FUNCTION, **RUN}
UNIT_VERSION: dict[str, JsonSchema] = {**_UNIT, **RUN, **_ENDED_BY}
ORGANIZATION: dict[str, JsonSchema] = {
    "code": TEXT,
    "country": said(TEXT, "ISO 3166-1 alpha-2 in lower case, or int."),
    "name": or_null(TEXT),
    "acronym": or_null(TEXT),
    "time_zone": or_null(TEXT),
    "attached_to": said(
        or_null(TEXT),
        "The code of the body through which it answers; it need not be in the register.",
    ),
    "affiliations": said(list_of(TEXT), "The codes of the bodies with which it is affiliated, sorted."),
    "in_force_from": or_null(ref("LegalDate")),
    "in_force_until": or_null(ref("LegalDate")),
    "legal_basis": list_of(ref("LegalBasis")),
    **EXTERNAL_IDS,
}
APPOINTMENT: dict[str, JsonSchema] = {
    "code": TEXT,
    "holder": ref("Holder"),
    "capacity": or_null(TEXT),
    "employment": said(or_null(TEXT), "The link, such as planta or honorarios; no part of the capacity."),
    "lapses": or_null(ref("LegalDate")),
    **_IN_FORCE,
}
POST_ITSELF: dict[str, JsonSchema] = {
    "code": TEXT,
    "name": or_null(TEXT),
    "heads": said(TRUTH, "Whether it heads the unit."),
    **_IN_FORCE,
    **EXTERNAL_IDS,
    "substitutes": said(list_of(ref("Substitute")), "The posts that stand in for it, the first first."),
}
POST: dict[str, JsonSchema] = {
    **POST_ITSELF,
    "occupancy": one_of(Occupancy),
    "appointments": list_of(ref("Appointment")),
}
THINGS: dict[str, JsonSchema] = {
    "LegalDate": an_object(
        "A date as precise as the act that gives it.",
        value=said(TEXT, "A year, a month, a day or a period, such as 2024 or 2024-03-15/2024-06-30."),
        precision=one_of(Precision),
        earliest=DAY,
        latest=said(DAY, "The last day that the date may mean, itself included."),
        basis=said(one_of(DateBasis), "How the register came to it; `assumed`: no text says it."),
        rule=or_null(ref("EntryRule")),
    ),
    "EntryRule": an_object(
        "A rule of entry into force, as an act prints it; `days` or `month_after` is null.",
        after=said(one_of(Anchor), "The date of the source that it counts from."),
        days=said(or_null(COUNT), "Which day it is, counted from that date; 0 is that date itself."),
        working=said(TRUTH, "Whether only working days count."),
        month_after=said(or_null(COUNT), "The first day of which month after that date's."),
        printed=said(or_null(TEXT), "The rule as printed."),
        calendar=said(or_null(TEXT), "Whose working days were counted, with version and country."),
    ),
    "KnownAt": an_object(
        "With which knowledge the question was answered.",
        entry=said(COUNT, "The newest entry that counted."),
        instant=or_null({"type": "string", "format": "date-time"}),
    ),
    "Provision": an_object(
        "A place inside a source.",
        document=or_null(TEXT),
        article=or_null(TEXT),
        paragraph=or_null(TEXT),
        label=or_null(TEXT),
        printed=or_null(TEXT),
    ),
    "LegalBasis": an_object(
        "Why something is so.",
        source=said(TEXT, "The key of the source: GET /v1/sources/{id}."),
        act=said(TEXT, "The reference of the act inside its source."),
        citation=TEXT,
        provision=or_null(ref("Provision")),
        role=one_of(BasisRole),
        normative=said(TRUTH, "False where the source only attests, and is no norm."),
        nature=said(one_of(SourceNature), "Whether the source is a norm, attests or proposes."),
    ),
    "CoveragePart": an_object(
        "One covered part: a unit with all below it, or the whole organization.",
        part=TEXT,
        status=one_of(CoverageStatus),
        since=DAY,
        checked_on=or_null(DAY),
        note=or_null(TEXT),
    ),
    "Coverage": an_object(
        "What the register claims to cover on the day.",
        status=one_of(CoverageStatus),
        checked_on=said(or_null(DAY), "The day up to which every part was checked."),
        no_later_act_known=said(
            or_null(TRUTH),
            "What is known between the last check (`checked_on`) and the day asked for. True: the day lies "
            "after the check and the answer is still that of the check; later acts may exist and none is "
            "known. False: the day lies after the check and an act took effect in between, or may have. "
            "Null: the question does not arise, because the day is not after the check, some part was never "
            "checked, or nothing is covered.",
        ),
        parts=list_of(ref("CoveragePart")),
        not_covered=said(
            or_null(ref("NotCovered")), "Why the rest is not covered; null where the whole organization is."
        ),
        gaps=said(list_of(ref("Gap")), "What files declare not to be known, by key."),
    ),
    "Gap": an_object(
        "What a source leaves open, until another file settles it.",
        key=said(TEXT, "How a file names it that settles it: the key of the source, # and a reference."),
        subject=said(TEXT, "The question, in Spanish."),
        since=said(DAY, "The day from which it is open."),
        unit=said(or_null(TEXT), "The code of the unit that it is about."),
        programme=said(or_null(TEXT), "The code of the programme that it is about."),
        source=said(TEXT, "The key of the source that leaves it open."),
        lines=said(or_null(TEXT), "The lines of its evidence."),
    ),
    "Organization": an_object(
        "An organization on a day; null members where nothing says what it was.", **ORGANIZATION
    ),
    "Holder": an_object("The holder of a public post.", name=or_null(TEXT), withheld=TRUTH),
    "Appointment": an_object("Who holds a post, and why.", **APPOINTMENT),
    "Post": an_object("A post of a unit.", **POST),
    "Substitute": an_object(
        "A post that stands in for another, as the act that set the order names it.",
        rank={"type": "integer", "minimum": 1},
        code=TEXT,
        in_force=said(TRUTH, "False for a post that was abolished since; it stays in the order as printed."),
        name=or_null(TEXT),
        unit=said(or_null(TEXT), "The code of the unit of that post."),
        legal_basis=said(ref("LegalBasis"), "The act that set the order."),
    ),
    "Reference": an_object(
        "What references to an old name mean: a unit of the organization, or a body.",
        code=said(TEXT, "The name without case, accents and punctuation."),
        name=said(TEXT, "The old name, literal."),
        unit=said(or_null(TEXT), "The code of the unit."),
        unit_in_force=said(or_null(TRUTH), "False for a unit that ended since; null where it is a body."),
        organization=said(or_null(TEXT), "The code of the body, which need not be in the register."),
        **_IN_FORCE,
    ),
    "Function": an_object("A function with its sub-items.", **_FUNCTION, functions=list_of(ref("Function"))),
    "FlatFunction": an_object("A function and where it stands.", **_FLAT_FUNCTION),
    "FunctionVersion": an_object(
        "A function as it was for some time, and the act that ended that.", **FUNCTION_VERSION
    ),
    "Unit": an_object(
        "A unit with its posts, its functions and the units below it.",
        **_UNIT,
        **_POSTS,
        functions=list_of(ref("Function")),
        programmes=said(list_of(ref("Programme")), "The programmes and services that it runs, by code."),
        units=list_of(ref("Unit")),
    ),
    "FlatUnit": an_object("A unit with its posts.", **_UNIT, **_POSTS, **_ENDED_BY),
    "UnitVersion": an_object("A unit as it was for some time, and the act that ended that.", **UNIT_VERSION),
    "RecordedChange": an_object(
        "A change as it stands in the feed for ever.",
        seq=said({"type": "integer", "minimum": 1}, "Its number in the whole register, without gaps."),
        phase=said(one_of(Phase), "`recorded` by an entry, or `effective` when its day came."),
        nature=said(one_of(Nature), "`legal`, or `register`: a correction, or more coverage."),
        organization=TEXT,
        entry=said(COUNT, "The entry that brought it; of one that took effect, the newest then."),
        day=said(DAY, "The day from which it holds."),
        recorded_at=said({"type": "string", "format": "date-time"}, "When the register said so."),
        change=ref("Change"),
    ),
    "Change": an_object(
        "One change of one thing, with the act behind it.",
        kind=one_of(ChangeKind),
        noun=one_of(Noun),
        code=TEXT,
        unit=said(or_null(TEXT), "The unit that the thing is in, or was."),
        field=said(or_null(TEXT), "What changed of a thing that is there on both days."),
        before=or_null(TEXT),
        after=or_null(TEXT),
        since=or_null(ref("LegalDate")),
        legal_basis=or_null(ref("LegalBasis")),
    ),
    "Evidence": an_object(
        "What the text was transcribed from.",
        file=or_null(TEXT),
        url=or_null(TEXT),
        retrieved_on=or_null(ref("LegalDate")),
        sha256=or_null(TEXT),
        lines=or_null(TEXT),
    ),
    "Doubt": an_object(
        "A doubt about the text and what was decided.",
        code=TEXT,
        unit=or_null(TEXT),
        lines=or_null(TEXT),
        printed=or_null(TEXT),
        decision=or_null(TEXT),
    ),
    "Relation": an_object("What a source does to another.", kind=one_of(RelationKind), target=TEXT),
    "Source": an_object(
        "A legal source with what shows it.",
        id=TEXT,
        citation=TEXT,
        country=TEXT,
        issuer=TEXT,
        kind=TEXT,
        number=said(or_null(TEXT), "Text: 010 and 10 are two numbers."),
        series=or_null(TEXT),
        year=TEXT,
        title=or_null(TEXT),
        subject=or_null(TEXT),
        normative=TRUTH,
        nature=said(one_of(SourceNature), "Whether it is a norm, attests or proposes."),
        in_force_from=ref("LegalDate"),
        signed_on=or_null(ref("LegalDate")),
        published_on=or_null(ref("LegalDate")),
        notified_on=or_null(ref("LegalDate")),
        text_url=or_null(TEXT),
        relations=list_of(ref("Relation")),
        organization=TEXT,
        entry=said(COUNT, "The entry of the register that brought it in."),
        evidence=or_null(ref("Evidence")),
        doubts=list_of(ref("Doubt")),
        contents=said(or_null(one_of(SourceContents)), "Why the register has not all that it orders."),
        invalid=said(TRUTH, "Whether all that it ordered was invalidated, so that it never was."),
    ),
    "CitedSource": an_object(
        "A legal source by its key.", source=TEXT, citation=TEXT, nature=one_of(SourceNature)
    ),
    "InverseRelation": an_object(
        "What another source does to this one.",
        kind=one_of(RelationKind),
        source=said(TEXT, "The key of the other source."),
        citation=TEXT,
        nature=one_of(SourceNature),
    ),
    "NotCovered": an_object(
        "Why something is not covered.",
        reason=one_of(NotCoveredReason),
        sources=said(list_of(ref("CitedSource")), "Sources in force whose contents are not at hand."),
    ),
    "Problem": an_object(
        "Why there is no answer (RFC 9457), in Spanish or, by Accept-Language, in English.",
        type={"type": "string", "format": "uri-reference"},
        title=TEXT,
        status={"type": "integer", "minimum": 400, "maximum": 599},
        detail=TEXT,
        code=said(TEXT, "Stable."),
        remedy=said(TEXT, "What to do."),
        facts=said({"type": "object"}, "Plain values under English names."),
        instance={"type": "string", "format": "uri-reference"},
    ),
}
