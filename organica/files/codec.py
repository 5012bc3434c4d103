"""The codec: a resolution as plain values, and back. One shape serves files, entries and drafts.

Takes nodes, or dicts such as JSON gives; returns a `Resolution`; and the other way. Called by reading and
by the register, which keeps the plain form inside its entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from organica.domain.acts import Act, CreateUnit, StateUnit
from organica.domain.resolution import EntryKind, Resolution
from organica.files.act_table import ACT
from organica.files.errors import DuplicateCode, DuplicateRef, MissingKey, NothingOrdered, UnknownChoice
from organica.files.forms import (
    ORGANIZATION,
    SOURCE_KEY,
    Context,
    Form,
    choice,
    entries_in,
    items_in,
    listing,
    phrase_in,
)
from organica.files.node import Node, Plain, node_of, quoted
from organica.files.record import Key, Record
from organica.files.source_shapes import COVERAGE, DOUBT, EVIDENCE, SOURCE

FORMAT = "resolution/1"


def to_plain(resolution: Resolution, *, ledger: bool = True) -> dict[str, Plain]:
    """Return the resolution as values that JSON can carry: texts, true/false, lists and dicts.

    Shape: the keys of the file in its order; what is absent, or at its default, is left out. With `ledger`
    bound codes are included and a sealed holder is `{sealed: …}` only; without, codes that the register
    gave are left out and a holder whose name is at hand is that name: what a person would have written.
    Raises: ValueError for a resolution that no file can say (a norm in an attestation).
    """
    context = Context(resolution.organization, ledger, resolution.kind)
    written = _RESOLUTION.write(resolution, context)
    assert isinstance(written, dict)  # noqa: S101  # A record is written as a map.
    return written


def from_plain(plain: Node | Mapping[str, Any], *, ledger: bool = False) -> Resolution:
    """Return the resolution that nodes or plain values say.

    `ledger`: also the keys that only the register writes (`bound`, `bound_appointment`, `sealed`), without
    judging anew what was accepted once: only the shape, never characters, lengths or grammars.
    Raises: a subclass of BadInput, with the place.
    """
    node = plain if isinstance(plain, Node) else node_of(plain, ledger=ledger)
    entries = entries_in(node)
    if "organization" not in entries:
        raise MissingKey(key="organization", **node.spot.facts())
    context = Context(ORGANIZATION.read(entries["organization"], Context("", ledger)), ledger)
    if "kind" in entries:
        kind = choice(EntryKind).read(entries["kind"], context)
        context = Context(context.organization, ledger, kind)
    resolution = _RESOLUTION.read(node, context)
    if not ledger and not resolution.acts and resolution.coverage is None:
        raise NothingOrdered(**node.spot.facts())
    return resolution


def _read_format(node: Node, context: Context) -> str:
    word = phrase_in(node, context)
    if word != FORMAT:
        raise UnknownChoice(value=quoted(word), known=(FORMAT,), suggestion=FORMAT, **node.spot.facts())
    return word


def _read_acts(node: Node, context: Context) -> tuple[Act, ...]:
    acts: list[Act] = []
    units: dict[str, str] = {}
    refs: dict[str, str] = {}
    for item in items_in(node):
        act = ACT.read(item, context)
        acts.append(act)
        if not context.ledger:
            _refuse_repetition(act, item, units, refs)
    return tuple(acts)


def _refuse_repetition(act: Act, item: Node, units: dict[str, str], refs: dict[str, str]) -> None:
    """Note the unit that an act brings in and its reference. Raises: DuplicateCode, DuplicateRef."""
    facts = item.spot.facts()
    if isinstance(act, StateUnit | CreateUnit):
        if act.unit in units:
            raise DuplicateCode(unit=act.unit, first=units[act.unit], **facts)
        units[act.unit] = item.spot.path
    if act.ref:
        if act.ref in refs:
            raise DuplicateRef(ref=act.ref, first=refs[act.ref], **facts)
        refs[act.ref] = item.spot.path


_ACTS: Form[tuple[Act, ...]] = Form(_read_acts, listing(ACT).write)
_RESOLUTION = Record(
    Resolution,
    (
        Key("organica", Form(_read_format, lambda _none, _context: FORMAT), field=None),
        Key("kind", choice(EntryKind), usual=lambda _context: EntryKind.ENACTMENT),
        Key("organization", ORGANIZATION),
        Key("source", SOURCE),
        Key("evidence", EVIDENCE.form),
        Key("coverage", COVERAGE.form),
        Key("after", listing(SOURCE_KEY)),
        Key("doubts", listing(DOUBT.form)),
        Key("acts", _ACTS, usual=lambda _context: ()),
    ),
)
