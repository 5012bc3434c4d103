"""Why things are so, as linked data: legal bases, places in a source, and since when until when.

Takes plain values of the register; returns members and nodes. Used by the files beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from organica.render.json_ld.names import Names
from organica.render.json_ld.nodes import Node, Plain, as_precise, legal_date, link, node, typed


def in_force(names: Names, seen: Plain) -> Node:
    """Return since when a thing is so, until when, and why.

    `schema:validThrough` is the last day, so only an end on a known day has one.
    """
    bases = seen["legal_basis"]
    return node(
        schema_validFrom=as_precise(seen["in_force_from"]),
        schema_validThrough=_last_day(seen["in_force_until"]),
        inForceFrom=legal_date(seen["in_force_from"]),
        inForceUntil=legal_date(seen["in_force_until"]),
        dct_source=[link(iri) for iri in _once(names.source(basis["source"]) for basis in bases)],
        legalBasis=[legal_basis(names, basis, order) for order, basis in enumerate(bases, start=1)],
        endedBy=legal_basis(names, seen["ended_by"]) if seen.get("ended_by") else None,
    )


def run(seen: Plain) -> Plain:
    """Return the days over which a version is so, and how it stands today, where the answer tells that."""
    return {
        "firstDay": typed(seen.get("from"), "date"),
        "firstDayAfter": typed(seen.get("until"), "date"),
        "standing": seen.get("status"),
        "scheduled": seen.get("scheduled"),
    }


def _last_day(until: Plain | None) -> Node | None:
    if until is None or until["precision"] != "day":
        return None
    return typed((date.fromisoformat(until["value"]) - timedelta(days=1)).isoformat(), "date")


def _once(iris: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(iris))


def legal_basis(names: Names, basis: Plain, order: int | None = None) -> Node:
    """Return a source, the act and the place in it, and what it does; `order` counts from the oldest."""
    return node(
        type_="LegalBasis",
        order=order,
        dct_source=link(names.source(basis["source"])),
        act=basis["act"],
        role=basis["role"],
        normative=basis["normative"],
        sourceNature=basis["nature"],
        dct_bibliographicCitation=basis["citation"],
        provision=provision(names, basis["source"], basis["provision"]),
    )


def provision(names: Names, source: str, place: Plain | None) -> Node | None:
    """Return a place inside a source."""
    if place is None:
        return None
    return node(type_="eli:LegalResourceSubdivision", eli_is_part_of=link(names.source(source)), **place)


def identifiers(code: str, external_ids: Iterable[Plain]) -> Node:
    """Return under which names a thing is known: its permanent code, and what other systems call it."""
    return node(
        dct_identifier=code,
        adms_identifier=[
            node(
                type_="adms:Identifier",
                skos_notation=each["value"],
                adms_schemaAgency=each["system"],
                sinceEntry=each["since"],
            )
            for each in external_ids
        ],
    )
