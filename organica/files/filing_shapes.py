"""The shapes of the filings that are no law: supplement, correction, withholding, mapping.

Each shape says once which key is which field; reading and writing follow. Called by `codec`.
"""

from __future__ import annotations

from typing import Any

from organica.domain.filings import (
    CorrectedAct,
    CorrectedFacts,
    Correction,
    ExternalId,
    IdMapping,
    Supplement,
    Withholding,
)
from organica.files.act_table import ACT
from organica.files.forms import (
    ADDRESS,
    APPOINTMENT,
    FLAG,
    FUNCTION,
    ORGANIZATION,
    PHRASE,
    POST,
    PROGRAMME,
    SHA256,
    SOURCE_KEY,
    SYSTEM,
    TARGET,
    TEXT,
    UNIT,
    Form,
    listing,
)
from organica.files.record import Key, Record
from organica.files.shapes import ENTRY_DATE, LEGAL_DATE
from organica.files.source_shapes import COVERAGE, DOUBT, EVIDENCE, NOT_KNOWN

_ORGANIZATION = Key("organization", ORGANIZATION)
_SOURCE = Key("source", SOURCE_KEY)
_REASON = Key("reason", TEXT)


def format_key(word: str) -> Key:
    """Return the key by which a file says of which format it is; `codec` has judged it already."""
    same: Form[Any] = Form(
        lambda _node, _context: word, lambda _none, _context: word, lambda _definitions: {"const": word}
    )
    return Key("organica", same, field=None)


_CORRECTED_ACT = Record(CorrectedAct, (Key("ref", PHRASE), Key("to", ACT), Key("drop", FLAG)))
_CORRECTED_FACTS = Record(
    CorrectedFacts,
    (
        Key("in_force_from", ENTRY_DATE),
        Key("signed_on", LEGAL_DATE),
        Key("published_on", LEGAL_DATE),
        Key("notified_on", LEGAL_DATE),
        Key("subject", TEXT),
        Key("citation", PHRASE, "citation_printed"),
        Key("text_url", ADDRESS),
    ),
)
_EXTERNAL_ID = Record(
    ExternalId,
    (
        Key("organization", ORGANIZATION),
        Key("unit", UNIT),
        Key("function", FUNCTION),
        Key("post", POST),
        Key("programme", PROGRAMME),
        Key("system", SYSTEM),
        Key("value", PHRASE),
        Key("withdrawn", FLAG),
    ),
)
FILINGS: dict[str, Record[Any]] = {
    "supplement/1": Record(
        Supplement,
        (
            format_key("supplement/1"),
            _ORGANIZATION,
            _SOURCE,
            Key("evidence", EVIDENCE.form),
            Key("coverage", COVERAGE.form),
            Key("doubts", listing(DOUBT.form)),
            Key("not_known", listing(NOT_KNOWN.form)),
            Key("answers", listing(TARGET)),
            Key("acts", listing(ACT)),
        ),
    ),
    "correction/1": Record(
        Correction,
        (
            format_key("correction/1"),
            _ORGANIZATION,
            _SOURCE,
            _REASON,
            Key("evidence", EVIDENCE.form),
            Key("facts", _CORRECTED_FACTS.form),
            Key("acts", listing(_CORRECTED_ACT.form)),
        ),
    ),
    "withholding/1": Record(
        Withholding,
        (
            format_key("withholding/1"),
            _ORGANIZATION,
            _REASON,
            Key("appointments", listing(APPOINTMENT)),
            Key("seals", listing(SHA256), ledger=True),
        ),
    ),
    "mapping/1": Record(
        IdMapping,
        (format_key("mapping/1"), _ORGANIZATION, Key("external_ids", listing(_EXTERNAL_ID.form))),
    ),
}
