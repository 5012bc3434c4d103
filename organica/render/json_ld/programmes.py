"""Programmes and services as linked data: public services of CPSV-AP, with what is reported of them.

Takes plain values of the register; returns nodes. Called by `documents`.
"""

from __future__ import annotations

from organica.render.json_ld.law import identifiers, in_force, run
from organica.render.json_ld.names import DayOf
from organica.render.json_ld.nodes import Node, Plain, legal_date, link, node, typed


def programme_version(on: DayOf, seen: Plain) -> Node:
    """Return a programme as it is on a day, with who runs it, whom it serves and its figures."""
    code, unit = seen["code"], seen["unit"]
    organization = link(on.names.organization(on.organization), on.organization)
    itself = {
        **node(id_=on.names.programme(on.organization, code), type_="cpsv:PublicService"),
        **identifiers(code, seen["external_ids"]),
    }
    runner = None
    if unit:
        runner = node(
            id_=on.unit_version(unit),
            skos_prefLabel=seen["unit_name"],
            dct_isVersionOf=link(on.names.unit(on.organization, unit), unit),
        )
    return {
        **node(
            id_=on.programme_version(code),
            type_=["ProgrammeVersion", "cpsv:PublicService"],
            dct_isVersionOf=itself,
            programmeType=seen["programme_type"],
            dct_type=node(type_="skos:Concept", skos_prefLabel=seen["kind"]) if seen["kind"] else None,
            dct_title=seen["name"],
            skos_altLabel=seen["acronym"],
            objective=seen["objective"],
            runBy=seen["run_by"],
            cv_hasCompetentAuthority=organization,
            cv_ownedBy=runner,
            fulfils=[
                node(
                    id_=on.names.function(on.organization, each["code"]),
                    dct_identifier=each["code"],
                    inForce=each["in_force"],
                    skos_notation=each["label"],
                    skos_definition=each["text"],
                )
                for each in seen["functions"]
            ],
            audience=seen["audience"],
            cv_hasChannel=[
                node(type_="cv:Channel", dct_title=each["name"], foaf_page=each["url"] and link(each["url"]))
                for each in seen["channels"]
            ],
            partner=[_body(on, each, role=each["role"]) for each in seen["partners"]],
            financedBy=[
                _body(
                    on,
                    each,
                    amount=each["amount"],
                    currency=each["currency"],
                    note=each["note"],
                )
                for each in seen["financing"]
            ],
            cv_hasLegalResource=[link(on.names.source(key), key) for key in seen["rests_on"]],
            indicator=[indicator(on, each) for each in seen["indicators"]],
            **run(seen),
        ),
        **in_force(on.names, seen),
    }


def indicator(on: DayOf, seen: Plain) -> Node:
    """Return a figure with the days that it is about."""
    period = seen["period"]
    return {
        **node(
            type_="Indicator",
            dct_identifier=seen["code"],
            dct_title=seen["name"],
            value=seen["value"],
            unitOfMeasure=seen["unit"],
            periodOn=legal_date(period["on"]),
            periodFrom=typed(period["from"], "date"),
            periodUntil=typed(period["until"], "date"),
            note=seen["note"],
        ),
        **in_force(on.names, seen),
    }


def _body(on: DayOf, seen: Plain, **more: object) -> Node:
    code = seen["organization"]
    return node(
        type_="Party",
        dct_title=seen["name"],
        ofOrganization=link(on.names.organization(code), code) if code else None,
        **more,
    )
