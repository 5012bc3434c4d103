"""Organizations as linked data: the body itself, which never changes, and how it is on a day.

Takes plain values of the register; returns nodes. Called by `documents`.
"""

from __future__ import annotations

from organica.render.json_ld.law import identifiers, in_force
from organica.render.json_ld.names import DayOf
from organica.render.json_ld.nodes import Node, Plain, link, node


def organization_version(on: DayOf, seen: Plain) -> Node:
    """Return an organization as it is on a day; where nothing says what it was, only the body itself."""
    names = on.names
    body = {
        **node(
            id_=names.organization(seen["code"]), type_=["cv:PublicOrganisation", "org:FormalOrganization"]
        ),
        **identifiers(seen["code"], seen["external_ids"]),
        **node(country=seen["country"]),
    }
    if seen["in_force_from"] is None:
        return body
    attached_to = seen["attached_to"]
    return {
        **node(
            id_=on.organization_version(),
            type_=[
                "OrganizationVersion",
                "cv:PublicOrganisation",
                "org:FormalOrganization",
                "schema:GovernmentOrganization",
            ],
            dct_isVersionOf=body,
            skos_prefLabel=seen["name"],
            skos_altLabel=seen["acronym"],
            timeZone=seen["time_zone"],
            attachedTo=_body(on, attached_to) if attached_to else None,
            affiliatedWith=[_body(on, code) for code in seen["affiliations"]],
        ),
        **in_force(names, seen),
    }


def _body(on: DayOf, code: str) -> Node:
    return link(on.names.organization(code), code)


def kin(on: DayOf, seen: Plain, noun: str) -> Node:
    """Return the other side of a tie between a forebear and its heir."""
    names = on.names
    other = (
        names.organization(seen["code"])
        if noun == "organization"
        else names.unit(seen["organization"], seen["code"])
    )
    return {
        **node(
            type_="Kin",
            lineageKind=seen["kind"],
            kinThing={"@id": other, "dct:identifier": seen["code"]},
            kinOrganization=_body(on, seen["organization"]),
            skos_prefLabel=seen["name"],
        ),
        **in_force(names, {"in_force_until": None, **seen}),
    }
