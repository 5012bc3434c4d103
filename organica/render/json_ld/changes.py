"""Changes between two days as linked data: events of W3C ORG, each with the act behind it.

Takes plain values of the register; returns nodes. Called by `documents`.
"""

from __future__ import annotations

from organica.render.json_ld.law import legal_basis
from organica.render.json_ld.names import DayOf
from organica.render.json_ld.nodes import Node, Plain, as_precise, legal_date, link, link_or_none, node, typed
from organica.render.json_ld.units import unit_itself


def change_event(before: DayOf, after: DayOf, seen: Plain) -> Node:
    """Return one change; `before` and `after` are the days that were compared.

    The organizations of the event are the units, or the body, as they are on either day: what begins has no
    original one, and what ends no resulting one.
    """
    names, why, since = after.names, seen["legal_basis"], seen["since"]
    original, resulting = _sides(before, after, seen)
    known_day = since is not None and since["precision"] == "day"
    return node(
        type_="org:ChangeEvent",
        dct_type=link(names.term(seen["kind"])),
        noun=seen["noun"],
        dct_subject=_subject(after, seen),
        org_originalOrganization=link_or_none(original),
        org_resultingOrganization=link_or_none(resulting),
        changedUnit={**unit_itself(after, seen["unit"]), "dct:identifier": seen["unit"]}
        if seen["unit"]
        else None,
        field=seen["field"],
        before=seen["before"],
        after=seen["after"],
        dct_date=as_precise(since),
        prov_startedAtTime=typed(f"{since['value']}T00:00:00", "dateTime") if known_day else None,
        since=legal_date(since),
        cv_hasFormalFramework=link(names.source(why["source"])) if why else None,
        legalBasis=legal_basis(names, why) if why else None,
    )


def _sides(before: DayOf, after: DayOf, seen: Plain) -> tuple[str | None, str | None]:
    """Return the organization or unit on either day. What has no field that changed began or ended whole."""
    if seen["noun"] == "organization":
        sides = before.organization_version(), after.organization_version()
    elif (unit := seen["code"] if seen["noun"] == "unit" else seen["unit"]) is not None:
        sides = before.unit_version(unit), after.unit_version(unit)
    else:
        return None, None
    whole = seen["noun"] in ("organization", "unit") and seen["field"] is None
    was, is_there = seen["before"] is not None or not whole, seen["after"] is not None or not whole
    return sides[0] if was else None, sides[1] if is_there else None


def _subject(after: DayOf, seen: Plain) -> Node:
    """Return the thing that changed, under its permanent IRI where it has one."""
    names, code = after.names, seen["code"]
    iris = {
        "organization": lambda: names.organization(code),
        "unit": lambda: names.unit(after.organization, code),
        "function": lambda: names.function(after.organization, code),
        "post": lambda: names.post(after.organization, code),
        "appointment": lambda: names.appointment(after.organization, code),
    }
    return node(id_=iris[seen["noun"]]() if seen["noun"] in iris else None, dct_identifier=code)
