"""Legal sources as linked data: ELI's legal resources, or mere attestations, with what shows them.

Takes plain values of the register; returns nodes. Called by `documents`.
"""

from __future__ import annotations

from organica.render.json_ld.names import Names
from organica.render.json_ld.nodes import Node, Plain, as_precise, legal_date, link, node, typed

# ELI has no relation for a repeal in part, for an approval and for an implementation: those are our own.
_RELATIONS = {
    "amends": "eli:amends",
    "repeals": "eli:repeals",
    "corrects": "eli:corrects",
    "consolidates": "eli:consolidates",
}
_INVERSE = {
    "amends": "eli:amended_by",
    "repeals": "eli:repealed_by",
    "corrects": "eli:corrected_by",
    "consolidates": "eli:consolidated_by",
    "derogates": "derogatedBy",
    "approves": "approvedBy",
    "implements": "implementedBy",
}
_CLASSES = {
    "norm": ["eli:LegalResource", "schema:Legislation", "cv:ReferenceFramework"],
    "attestation": ["Attestation", "schema:CreativeWork"],
    "proposal": ["Proposal", "schema:CreativeWork"],
}


def legal_source(names: Names, seen: Plain) -> Node:
    """Return a legal source with its dates, its relations, its evidence and the doubts that were settled."""
    issuer = f"{seen['country']}.{seen['issuer']}"
    return {
        **node(
            id_=names.source(seen["id"]),
            type_=_CLASSES[seen["nature"]],
            dct_identifier=seen["id"],
            dct_bibliographicCitation=seen["citation"],
            eli_title=seen["title"],
            dct_description=seen["subject"],
            eli_type_document=node(type_="skos:Concept", skos_notation=seen["kind"]),
            eli_number=seen["number"],
            series=seen["series"],
            year=seen["year"],
            country=seen["country"],
            eli_passed_by={**link(names.organization(issuer)), "issuerSlug": seen["issuer"]},
            normative=seen["normative"],
            sourceNature=seen["nature"],
            contents=seen["contents"],
            invalidated=seen["invalid"],
            eli_date_document=as_precise(seen["signed_on"]),
            eli_date_publication=as_precise(seen["published_on"]),
            eli_first_date_entry_in_force=as_precise(seen["in_force_from"]),
            inForceFrom=legal_date(seen["in_force_from"]),
            signedOn=legal_date(seen["signed_on"]),
            publishedOn=legal_date(seen["published_on"]),
            notifiedOn=legal_date(seen["notified_on"]),
            schema_url=typed(seen["text_url"], "anyURI"),
            enteredFor=link(names.organization(seen["organization"]), seen["organization"]),
            entry=seen["entry"],
            prov_wasDerivedFrom=_evidence(seen["evidence"]),
            doubt=[node(type_="Doubt", **_doubt(each)) for each in seen["doubts"]],
        ),
        **_relations(names, seen["relations"]),
    }


def related_by(names: Names, relations: list[Plain]) -> Node:
    """Return what other sources do to a source, as its own properties."""
    found: dict[str, list[Node]] = {}
    for each in relations:
        other = link(names.source(each["source"]), each["source"])
        said = node(dct_bibliographicCitation=each["citation"], sourceNature=each["nature"])
        found.setdefault(_INVERSE[each["kind"]], []).append({**other, **said})
    return dict(found)


def _relations(names: Names, relations: list[Plain]) -> Node:
    found: dict[str, list[Node]] = {}
    for each in relations:
        kind: str = each["kind"]
        target = link(names.source(each["target"]), each["target"])
        found.setdefault(_RELATIONS.get(kind, kind), []).append(target)
    return dict(found)


def _evidence(seen: Plain | None) -> Node | None:
    if seen is None:
        return None
    return node(
        type_="Evidence",
        fileName=seen["file"],
        schema_url=typed(seen["url"], "anyURI"),
        retrievedOn=legal_date(seen["retrieved_on"]),
        sha256=seen["sha256"],
        lines=seen["lines"],
    )


def _doubt(seen: Plain) -> Plain:
    return {
        "doubtCode": seen["code"],
        "doubtUnit": seen["unit"],
        "lines": seen["lines"],
        "printed": seen["printed"],
        "decision": seen["decision"],
    }
