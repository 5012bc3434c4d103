"""Posts and who holds them, as linked data. Of a person there is the name, and a person has no IRI.

Takes plain values of the register; returns nodes. Called by `documents` and `units`.
"""

from __future__ import annotations

from organica.render.json_ld.law import identifiers, in_force, legal_basis, run
from organica.render.json_ld.names import DayOf
from organica.render.json_ld.nodes import Node, Plain, as_precise, legal_date, link, node

_IN_TIME = {
    "year": "time:inXSDgYear",
    "month": "time:inXSDgYearMonth",
    "day": "time:inXSDDate",
    "period": "dct:date",
}


def post_version(on: DayOf, seen: Plain, unit: str) -> Node:
    """Return a post as it is on a day, with who holds it where that is told."""
    code = seen["code"]
    return {
        **node(
            id_=on.post_version(code),
            type_=["PostVersion", "org:Post"],
            dct_isVersionOf={
                **_post_itself(on, code),
                **identifiers(code, seen["external_ids"]),
            },
            skos_prefLabel=seen["name"],
            heads=seen["heads"],
            org_postIn=_unit(on, unit, seen.get("unit_name")),
            occupancy=seen.get("occupancy"),
            **run(seen),
            appointment=[
                appointment_version(on, each, code, seen["name"], unit)
                for each in seen.get("appointments", ())
            ],
            substitute=[_substitute(on, each) for each in seen["substitutes"]],
        ),
        **in_force(on.names, seen),
    }


def _post_itself(on: DayOf, code: str) -> Node:
    return {"@id": on.names.post(on.organization, code), "@type": "org:Post"}


def _unit(on: DayOf, code: str, name: str | None) -> Node:
    itself = {"@id": on.names.unit(on.organization, code), "dct:identifier": code}
    return node(id_=on.unit_version(code), skos_prefLabel=name, dct_isVersionOf=itself)


def _substitute(on: DayOf, seen: Plain) -> Node:
    return node(
        type_="Substitute",
        rank=seen["rank"],
        substitutePost={**_post_itself(on, seen["code"]), "dct:identifier": seen["code"]},
        inForce=seen["in_force"],
        skos_prefLabel=seen["name"],
        substituteUnit=_unit(on, seen["unit"], None) if seen["unit"] else None,
        legalBasis=legal_basis(on.names, seen["legal_basis"]),
    )


def appointment_version(on: DayOf, seen: Plain, post: str, post_name: str | None, unit: str | None) -> Node:
    """Return who holds a post, or held it over a run of days, in which capacity and by which act."""
    code, holder = seen["code"], seen["holder"]
    return {
        **node(
            id_=on.appointment_version(code),
            type_=["AppointmentVersion", "org:Membership"],
            dct_isVersionOf=node(id_=on.names.appointment(on.organization, code), dct_identifier=code),
            org_member=node(type_="foaf:Person", foaf_name=holder["name"], withheld=holder["withheld"]),
            org_organization=_unit(on, unit, None) if unit else None,
            org_role=node(type_="org:Role", skos_prefLabel=post_name) if post_name else None,
            holdsPost={**_post_itself(on, post), "dct:identifier": post},
            capacity=seen["capacity"],
            employment=seen["employment"],
            lapses=legal_date(seen["lapses"]),
            org_memberDuring=node(
                type_="time:Interval",
                time_hasBeginning=_instant(seen["in_force_from"]),
                time_hasEnd=_instant(seen["in_force_until"]),
            ),
            **run(seen),
            ending=seen.get("ending"),
        ),
        **in_force(on.names, seen),
    }


def _instant(date: Plain | None) -> Node | None:
    if date is None:
        return None
    return {"@type": "time:Instant", _IN_TIME[date["precision"]]: as_precise(date)}


def spell(on: DayOf, seen: Plain) -> Node:
    """Return a run of days over which a post was held by the same people, or by nobody."""
    return node(
        type_="OccupancySpell",
        **run(seen),
        occupancy=seen["occupancy"],
        appointment=[
            link(on.names.appointment(on.organization, code), code) for code in seen["appointments"]
        ],
    )
