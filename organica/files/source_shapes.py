"""The shapes of what stands around the acts: the source, its evidence, what is covered, the doubts.

Each shape says once which key is which field; reading and writing follow. Called by `codec`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from organica.domain.dates import DateBasis
from organica.domain.errors import Refused
from organica.domain.refusals.entry_rules import RuleWithoutDay
from organica.domain.resolution import CoverageClaim, DoubtNote, EntryKind, NotKnown
from organica.domain.source import (
    Evidence,
    LegalSource,
    Relation,
    RelationKind,
    SourceNature,
    refuse_kind_of_proposals,
)
from organica.files.errors import MissingKey
from organica.files.forms import (
    ADDRESS,
    COUNTRY,
    DAY,
    KIND,
    LINES,
    ORGANIZATION,
    PHRASE,
    PROGRAMME,
    SEED_FILE,
    SHA256,
    SLUG,
    SOURCE_KEY,
    TEXT,
    UNIT,
    YEAR,
    Context,
    Form,
    choice,
    listing,
)
from organica.files.json_schema import either
from organica.files.node import Node, Plain
from organica.files.record import Key, Record
from organica.files.shapes import ENTRY_DATE, LEGAL_DATE
from organica.files.vocabulary_forms import SOURCE_KIND


def _derived(values: dict[str, Any], context: Context) -> None:
    """Give a source what follows from the rest: what it is, the day of a proposal without one, its year.

    A proposal that names no day is previewed from the day on which it was made.
    A source without a year of its own has that of its oldest printed date.
    Raises: MissingKey, RuleWithoutDay.
    """
    values["normative"] = context.kind is EntryKind.ENACTMENT
    values["proposal"] = context.kind is EntryKind.PROPOSAL
    if "in_force_from" not in values:
        made = (values.get(name) for name in ("signed_on", "published_on") if values["proposal"])
        day = next((on for on in made if on is not None), None)
        if day is None:
            raise MissingKey(key="in_force_from")
        values["in_force_from"] = replace(day, basis=DateBasis.ASSUMED)
    dates = [values.get(name) for name in ("signed_on", "published_on", "notified_on", "in_force_from")]
    if "year" not in values:
        year = next((date.value[:4] for date in dates if date is not None and not date.pending), None)
        if year is None:
            raise RuleWithoutDay(after=values["in_force_from"].rule.after.value, known=None)
        values["year"] = year


def _read_kind(node: Node, context: Context) -> str:
    """Return the kind. Raises: KindOfProposals, and those of its form."""
    kind = SOURCE_KIND.read(node, context)
    if not context.ledger:
        try:
            refuse_kind_of_proposals(kind, _NATURES[context.kind])
        except Refused as refusal:
            raise refusal.located(**node.spot.facts()) from None
    return kind


def _write_source(value: LegalSource, context: Context) -> Plain:
    if _KINDS[value.nature] is not context.kind:
        raise ValueError("a norm is enacted, and what is no norm is attested or proposed")
    return _SOURCE.write(value, context)


_KINDS = {
    SourceNature.NORM: EntryKind.ENACTMENT,
    SourceNature.ATTESTATION: EntryKind.ATTESTATION,
    SourceNature.PROPOSAL: EntryKind.PROPOSAL,
}
_NATURES = {kind: nature for nature, kind in _KINDS.items()}
RELATION = Record(Relation, (Key("kind", choice(RelationKind)), Key("target", SOURCE_KEY)))
_SOURCE = Record(
    LegalSource,
    (
        Key("kind", replace(SOURCE_KIND, read=_read_kind)),
        Key("number", PHRASE),
        Key("series", PHRASE),
        Key("year", YEAR),
        Key("title", PHRASE),
        Key("citation", PHRASE, "citation_printed"),
        Key("issuer", SLUG, usual=lambda context: context.organization.partition(".")[2]),
        Key("country", COUNTRY, usual=lambda context: context.organization.partition(".")[0]),
        Key("subject", TEXT),
        Key("signed_on", LEGAL_DATE),
        Key("published_on", LEGAL_DATE),
        Key("notified_on", LEGAL_DATE),
        Key("in_force_from", ENTRY_DATE),
        Key("text_url", ADDRESS),
        Key("relations", listing(RELATION.form)),
    ),
    ("year", "normative", "proposal", "in_force_from"),
    _derived,
)
SOURCE: Form[LegalSource] = Form(_SOURCE.read, _write_source, _SOURCE.shape)
EVIDENCE = Record(
    Evidence,
    (
        Key("file", SEED_FILE),
        Key("url", ADDRESS),
        Key("retrieved_on", LEGAL_DATE),
        Key("sha256", SHA256),
        Key("lines", LINES),
    ),
)
_PART: Form[str] = Form(
    lambda node, context: (ORGANIZATION if "." in str(node.value) else UNIT).read(node, context),
    lambda value, _context: value,
    either(ORGANIZATION.shape, UNIT.shape),
)
COVERAGE = Record(
    CoverageClaim,
    (
        Key("complete_under", listing(_PART)),
        Key("partial_under", listing(_PART)),
        Key("checked_on", DAY),
        Key("note", TEXT),
    ),
)
NOT_KNOWN = Record(
    NotKnown,
    (
        Key("subject", TEXT),
        Key("unit", UNIT),
        Key("programme", PROGRAMME),
        Key("lines", LINES),
        Key("ref", PHRASE),
    ),
)
DOUBT = Record(
    DoubtNote,
    (
        Key("code", KIND),
        Key("unit", UNIT),
        Key("lines", LINES),
        Key("printed", TEXT),
        Key("decision", TEXT),
    ),
)
