"""The codec: a filing as plain values, and back. One shape serves files, entries and drafts.

Takes nodes, or dicts such as JSON gives; returns a `Filing`; and the other way. Called by reading and
by the register, which keeps the plain form inside its entries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from organica.domain.acts import Act, CreateUnit, StateUnit
from organica.domain.filings import Correction, Filing, IdMapping, Supplement, Withholding
from organica.domain.resolution import EntryKind, Resolution, SourceContents
from organica.files.act_table import ACT
from organica.files.errors import DuplicateCode, DuplicateRef, MissingKey, NothingOrdered, UnknownChoice
from organica.files.filing_shapes import FILINGS, format_key
from organica.files.forms import (
    ORGANIZATION,
    SOURCE_KEY,
    TARGET,
    Context,
    choice,
    entries_in,
    items_in,
    listing,
    nearest,
    phrase_in,
)
from organica.files.node import Node, Plain, node_of, quoted
from organica.files.record import Key, Record
from organica.files.source_shapes import COVERAGE, DOUBT, EVIDENCE, NOT_KNOWN, SOURCE

FORMAT = "resolution/1"


def to_plain(filing: Filing, *, ledger: bool = True) -> dict[str, Plain]:
    """Return the filing as values that JSON can carry: texts, true/false, lists and dicts.

    Shape: the keys of the file in its order; what is absent, or at its default, is left out. With `ledger`
    bound codes are included and a sealed holder is `{sealed: …}` only; without, codes that the register
    gave are left out and a holder whose name is at hand is that name: what a person would have written.
    Raises: ValueError for a resolution that no file can say (a norm in an attestation).
    """
    context = Context(filing.organization, ledger, filing.kind)
    written = _BY_CLASS[type(filing)].write(filing, context)
    assert isinstance(written, dict)  # noqa: S101  # A record is written as a map.
    return written


def act_to_plain(act: Act, organization: str) -> dict[str, Plain]:
    """Return one act of a file about an organization in the words of that file, as `to_plain` without ledger.

    A holder whose name is at hand is that name; a sealed one stays `{sealed: …}`.
    """
    written = ACT.write(act, Context(organization, ledger=False))
    assert isinstance(written, dict)  # noqa: S101  # An act is written as a map.
    return written


def refuse_what_no_file_may_say(filing: Filing) -> None:
    """Judge each value of a filing that was made in code as it would be judged in its file.

    Raises: a subclass of BadInput, with the path that the value would have in the file.
    """
    _filing_in(node_of(to_plain(filing, ledger=False)), ledger=False)


def from_plain(plain: Node | Mapping[str, Any], *, ledger: bool = False) -> Filing:
    """Return the filing that nodes or plain values say; the key `organica` tells which kind it is.

    `ledger`: also the keys that only the register writes (`bound`, `bound_appointment`, `sealed`), without
    judging anew what was accepted once: only the shape, never characters, lengths or grammars.
    Raises: a subclass of BadInput, with the place.
    """
    node = plain if isinstance(plain, Node) else node_of(plain, ledger=ledger)
    filing = _filing_in(node, ledger)
    if not ledger:
        _refuse_empty(filing, node)
        if isinstance(filing, Resolution | Supplement):
            _refuse_repetitions(filing.acts, node)
    return filing


def _filing_in(node: Node, ledger: bool) -> Filing:
    entries = entries_in(node)
    if "organization" not in entries:
        raise MissingKey(key="organization", **node.spot.facts())
    context = Context(ORGANIZATION.read(entries["organization"], Context("", ledger)), ledger)
    if "kind" in entries:
        context = Context(context.organization, ledger, _KIND.read(entries["kind"], context))
    # A file without the key is read as a resolution, whose table says that the key is missing.
    word = _read_format(entries["organica"], context) if "organica" in entries else FORMAT
    filing: Filing = FORMATS[word].read(node, context)
    return filing


def _read_format(node: Node, context: Context) -> str:
    word, known = phrase_in(node, context), tuple(FORMATS)
    if word not in known:
        facts = node.spot.facts()
        raise UnknownChoice(value=quoted(word), known=known, suggestion=nearest(word, known), **facts)
    return word


def _refuse_empty(filing: Filing, node: Node) -> None:
    """Refuse a file that would enter nothing. Raises: NothingOrdered."""
    said: tuple[object, ...]
    match filing:
        case Resolution(kind=EntryKind.PROPOSAL):
            said = filing.acts
        case Resolution():
            said = (*filing.acts, filing.coverage, filing.contents, *filing.not_known, *filing.answers)
        case Supplement():
            said = (*filing.acts, filing.coverage, filing.evidence, *filing.doubts, *filing.not_known)
            said = (*said, *filing.answers)
        case Correction():
            said = (*filing.acts, filing.facts)
        case Withholding():
            said = filing.appointments
        case IdMapping():
            said = filing.external_ids
        case _:
            assert_never(filing)
    if not any(each is not None for each in said):
        raise NothingOrdered(**node.spot.facts())


def _refuse_repetitions(acts: Sequence[Act], node: Node) -> None:
    """Refuse a unit brought in twice and a reference given twice. Raises: DuplicateCode, DuplicateRef."""
    units: dict[str, str] = {}
    refs: dict[str, str] = {}
    for act, item in zip(acts, _items_of_acts(node), strict=True):
        facts = item.spot.facts()
        if isinstance(act, StateUnit | CreateUnit):
            if act.unit in units:
                raise DuplicateCode(unit=act.unit, first=units[act.unit], **facts)
            units[act.unit] = item.spot.path
        if act.ref:
            if act.ref in refs:
                raise DuplicateRef(ref=act.ref, first=refs[act.ref], **facts)
            refs[act.ref] = item.spot.path


def _items_of_acts(node: Node) -> list[Node]:
    entries = entries_in(node)
    return items_in(entries["acts"]) if "acts" in entries else []


_KIND = choice(EntryKind, (EntryKind.ENACTMENT, EntryKind.ATTESTATION, EntryKind.PROPOSAL))
_RESOLUTION = Record(
    Resolution,
    (
        format_key(FORMAT),
        Key("kind", _KIND, usual=lambda _context: EntryKind.ENACTMENT),
        Key("organization", ORGANIZATION),
        Key("source", SOURCE),
        Key("evidence", EVIDENCE.form),
        Key("coverage", COVERAGE.form),
        Key("contents", choice(SourceContents)),
        Key("after", listing(SOURCE_KEY)),
        Key("replaces", listing(SOURCE_KEY)),
        Key("doubts", listing(DOUBT.form)),
        Key("not_known", listing(NOT_KNOWN.form)),
        Key("answers", listing(TARGET)),
        Key("acts", listing(ACT), usual=lambda _context: ()),
    ),
)
FORMATS: dict[str, Record[Any]] = {FORMAT: _RESOLUTION, **FILINGS}
_BY_CLASS: dict[type[Filing], Record[Any]] = {record.cls: record for record in FORMATS.values()}
