"""Units and functions as linked data: what never changes of them, and how they are on a day.

Takes plain values of the register; returns nodes. Called by `documents`.
"""

from __future__ import annotations

from organica.render.json_ld.law import identifiers, in_force, run
from organica.render.json_ld.names import DayOf
from organica.render.json_ld.nodes import Node, Plain, link, node
from organica.render.json_ld.posts import post_version


def unit_itself(on: DayOf, code: str) -> Node:
    """Return the unit that never changes: its name, place and objective are those of its versions."""
    return node(
        id_=on.names.unit(on.organization, code),
        type_="org:OrganizationalUnit",
        org_unitOf=link(on.names.organization(on.organization)),
    )


def unit_version(on: DayOf, seen: Plain) -> Node:
    """Return a unit as it is on a day, with its posts and functions, as far as told; it names those below."""
    code, parent = seen["code"], seen["parent"]
    return {
        **node(
            id_=on.unit_version(code),
            type_=["UnitVersion", "org:OrganizationalUnit"],
            dct_isVersionOf={**unit_itself(on, code), **identifiers(code, seen["external_ids"])},
            skos_prefLabel=seen["name"],
            skos_altLabel=seen["acronym"],
            org_classification=node(type_="skos:Concept", skos_prefLabel=seen["kind"]),
            unitClass=seen["class"],
            objective=seen["objective"],
            org_unitOf=link(on.names.organization(on.organization)),
            org_subOrganizationOf=link(on.unit_version(parent)) if parent else None,
            parentUnit={**unit_itself(on, parent), "dct:identifier": parent} if parent else None,
            parentStatus=seen["parent_status"],
            **run(seen),
            org_hasPost=[post_version(on, each, unit=code) for each in seen.get("posts", ())],
            org_purpose=[function_version(on, each, unit=code) for each in seen.get("functions", ())],
            org_hasSubOrganization=[link(on.unit_version(each["code"])) for each in seen.get("units", ())],
        ),
        **in_force(on.names, seen),
    }


def function_version(on: DayOf, seen: Plain, unit: str) -> Node:
    """Return a function as it is on a day, with its sub-items where they are told with it."""
    code, post, parent = seen["code"], seen["held_by"], seen.get("parent")
    return {
        **node(
            id_=on.function_version(code),
            type_=["FunctionVersion", "LegalFunction"],
            dct_isVersionOf={
                "@id": on.names.function(on.organization, code),
                "@type": "LegalFunction",
                **identifiers(code, seen["external_ids"]),
            },
            skos_notation=seen["label"],
            listName=seen["list"],
            position=seen["position"],
            skos_definition=seen["text"],
            misprint=seen["misprint"],
            **run(seen),
            functionOf=_unit(on, unit, seen.get("unit_name")),
            heldByPost=link(on.post_version(post), post) if post else None,
            skos_broader=link(on.function_version(parent), parent) if parent else None,
            skos_narrower=[function_version(on, each, unit) for each in seen.get("functions", ())],
            mention=[_mention(on, each) for each in seen["mentions"]],
        ),
        **in_force(on.names, seen),
    }


def _unit(on: DayOf, code: str, name: str | None) -> Node:
    return node(
        id_=on.unit_version(code),
        skos_prefLabel=name,
        dct_isVersionOf={**unit_itself(on, code), "dct:identifier": code},
    )


def _mention(on: DayOf, seen: Plain) -> Node:
    return node(
        type_="Mention",
        start=seen["start"],
        end=seen["end"],
        printed=seen["text"],
        mentionedUnit={**unit_itself(on, seen["unit"]), "dct:identifier": seen["unit"]}
        if seen["unit"]
        else None,
    )


def reference(on: DayOf, seen: Plain) -> Node:
    """Return what references to an old name mean."""
    unit, body = seen["unit"], seen["organization"]
    return {
        **node(
            type_="CarriedReference",
            dct_identifier=seen["code"],
            skos_prefLabel=seen["name"],
            meansUnit={**unit_itself(on, unit), "dct:identifier": unit} if unit else None,
            unitInForce=seen["unit_in_force"],
            meansOrganization=link(on.names.organization(body), body) if body else None,
        ),
        **in_force(on.names, seen),
    }
