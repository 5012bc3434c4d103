"""Legal sources as plain values, with their evidence and the doubts that were settled.

Takes what an entry brought in; returns dicts that JSON can carry, in a fixed order of keys. Called by the
REST operations and by whatever else shows the register. `api.rest.schemas.things` describes each.
"""

from __future__ import annotations

from collections.abc import Iterable

from api.rest.presenting.law import Plain, legal_date, legal_date_or_none
from organica.domain.resolution import DoubtNote
from organica.domain.source import Evidence, LegalSource
from organica.register.ports import SourceRecord


def source(record: SourceRecord) -> Plain:
    """Return a legal source with its evidence and the doubts that were settled."""
    seen = record.source
    return {
        "id": seen.key,
        "citation": seen.citation,
        "country": seen.country,
        "issuer": seen.issuer,
        "kind": seen.kind,
        "number": seen.number,
        "series": seen.series,
        "year": seen.year,
        "title": seen.title,
        "subject": seen.subject,
        "normative": seen.normative,
        "nature": seen.nature.value,
        "in_force_from": legal_date(seen.in_force_from),
        "signed_on": legal_date_or_none(seen.signed_on),
        "published_on": legal_date_or_none(seen.published_on),
        "notified_on": legal_date_or_none(seen.notified_on),
        "text_url": seen.text_url,
        "relations": [{"kind": each.kind.value, "target": each.target} for each in seen.relations],
        "organization": record.organization,
        "entry": record.entry,
        "evidence": _evidence(record.evidence),
        "doubts": [_doubt(doubt) for doubt in record.doubts],
        "contents": record.contents.value if record.contents else None,
        "invalid": record.invalid,
    }


def cited_source(seen: LegalSource) -> Plain:
    """Return what names a source, and whether it is a norm, attests or proposes."""
    return {"source": seen.key, "citation": seen.citation, "nature": seen.nature.value}


def inverse_relations(key: str, bearing: Iterable[SourceRecord]) -> list[Plain]:
    """Return what other sources do to the one with this key."""
    return [
        {"kind": relation.kind.value, **cited_source(record.source)}
        for record in bearing
        for relation in record.source.relations
        if relation.target == key
    ]


def _evidence(evidence: Evidence | None) -> Plain | None:
    if evidence is None:
        return None
    return {
        "file": evidence.file,
        "url": evidence.url,
        "retrieved_on": legal_date_or_none(evidence.retrieved_on),
        "sha256": evidence.sha256,
        "lines": evidence.lines,
    }


def _doubt(doubt: DoubtNote) -> Plain:
    return {
        "code": doubt.code,
        "unit": doubt.unit,
        "lines": doubt.lines,
        "printed": doubt.printed,
        "decision": doubt.decision,
    }
