"""JSON Schemas of programmes, services and their figures: the published half of `presenting_programmes`.

Takes nothing; gives `PROGRAMMES`, by name.
"""

from __future__ import annotations

from api.rest.schemas.exports import ASKED, INTERVAL, STANDING
from api.rest.schemas.things import EXTERNAL_IDS, RUN
from api.rest.schemas.words import (
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
from organica.domain.acts import ProgrammeType, RunnerStatus

_CODE = said(TEXT, "The organization's code.")
_BODY = said(or_null(TEXT), "Its code; the body need not be in the register.")
_IN_FORCE = {
    "in_force_from": ref("LegalDate"),
    "in_force_until": or_null(ref("LegalDate")),
    "legal_basis": list_of(ref("LegalBasis")),
}
_PROGRAMME: dict[str, JsonSchema] = {
    "code": said(TEXT, "Permanent: no rename and no other unit changes it."),
    "programme_type": one_of(ProgrammeType),
    "kind": said(or_null(TEXT), "What it is called in print, such as Programa piloto."),
    "name": TEXT,
    "acronym": or_null(TEXT),
    "objective": said(or_null(TEXT), "Literal."),
    "run_by": said(one_of(RunnerStatus), "Who runs it; `unknown`: no source says, or its unit has ended."),
    "unit": said(or_null(TEXT), "The code of the unit that runs it."),
    "unit_name": or_null(TEXT),
    "functions": said(
        list_of(ref("FulfilledFunction")), "The functions that it fulfils, as the act names them."
    ),
    "audience": said(list_of(TEXT), "Whom it serves, literal."),
    "channels": list_of(ref("Channel")),
    "partners": list_of(ref("Party")),
    "financing": list_of(ref("Financing")),
    "rests_on": said(
        list_of(TEXT), "The keys of the norms that it rests on, also of those not in the register."
    ),
    **EXTERNAL_IDS,
    **_IN_FORCE,
    "indicators": said(list_of(ref("Indicator")), "The figures reported of it, by name and period."),
    "ended_by": said(or_null(ref("LegalBasis")), "The act by which it is no longer so, where one is known."),
}
PROGRAMMES: dict[str, JsonSchema] = {
    "Channel": an_object("Where or how a programme is reached.", name=TEXT, url=or_null(TEXT)),
    "Party": an_object(
        "A body that takes part in a programme.", name=TEXT, organization=_BODY, role=or_null(TEXT)
    ),
    "Financing": an_object(
        "Who pays for a programme.",
        name=TEXT,
        organization=_BODY,
        amount=said(or_null(TEXT), "A decimal number as text, so that nothing is rounded."),
        currency=said(or_null(TEXT), "ISO 4217."),
        note=or_null(TEXT),
    ),
    "FulfilledFunction": an_object(
        "A function that a programme fulfils.",
        code=TEXT,
        in_force=said(TRUTH, "False: it has ended since the act named it."),
        label=or_null(TEXT),
        text=or_null(TEXT),
    ),
    "Period": an_object(
        "The days that a figure is about: a date, or days.",
        on=or_null(ref("LegalDate")),
        **{
            "from": said(or_null(DAY), "The first day."),
            "until": said(or_null(DAY), "The first day that no longer counts."),
        },
    ),
    "Indicator": an_object(
        "A figure reported of a programme.",
        code=TEXT,
        name=said(TEXT, "What is measured, literal."),
        value=said(TEXT, "A decimal number as text, so that nothing is rounded."),
        unit=said(or_null(TEXT), "What it counts: %, personas, PEN."),
        period=ref("Period"),
        note=or_null(TEXT),
        **_IN_FORCE,
    ),
    "Programme": an_object("A programme or a service on a day.", **_PROGRAMME),
    "ProgrammeVersion": an_object(
        "A programme as it was for some time, with its figures of the first day.", **_PROGRAMME, **RUN
    ),
    "ProgrammeInInterval": an_object(
        "A programme in an interval with its figures of the first day, and how it stands today.",
        **_PROGRAMME,
        **RUN,
        **STANDING,
    ),
    "ProgrammesAnswer": either(
        "All programmes and services of a day or of an interval.", "ProgrammesOnDay", "ProgrammesBetween"
    ),
    "ProgrammesBetween": an_object(
        "Each version of a programme that was in force at any time of an interval.",
        **INTERVAL,
        programmes=list_of(ref("ProgrammeInInterval")),
    ),
    "ProgrammesOnDay": an_object(
        "All programmes and services on a day, by code.",
        **ASKED,
        programmes=said(
            or_null(list_of(ref("Programme"))), "Null where nothing is covered and none is known: not empty."
        ),
    ),
    "ProgrammeAnswer": an_object("One programme on a day.", **ASKED, programme=ref("Programme")),
    "ProgrammeHistory": an_object(
        "All versions of a programme.",
        organization=_CODE,
        known_at=or_null(ref("KnownAt")),
        programme=TEXT,
        versions=list_of(ref("ProgrammeVersion")),
    ),
}
