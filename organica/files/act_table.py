"""The table of acts: which word a file uses for each, and which key is which of its fields.

Takes nodes; returns acts, and back. Called by `codec`. A new act is one row of `ACTS`; a test holds that
every member of `acts.Act` has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from organica.domain import acts
from organica.domain.acts import Act, UnitClass
from organica.files.errors import BadlyWritten, NotOneAct, OneKeyOf, UnknownAct
from organica.files.forms import (
    FLAG,
    ORGANIZATION,
    PHRASE,
    TEXT,
    TIME_ZONE,
    UNIT,
    Context,
    Form,
    choice,
    entries_in,
    nearest,
)
from organica.files.node import Node, Plain, quoted
from organica.files.record import Key, Record, refuse_unknown
from organica.files.shapes import (
    FUNCTION_ITEM,
    FUNCTION_REF,
    FUNCTIONS,
    HOLDER,
    LEGAL_DATE,
    PARENT,
    POST_ITEM,
    POST_REF,
    POSTS,
    PROVISION,
)


@dataclass(frozen=True, slots=True)
class ActShape:
    """One row: the word of the act, and its record.

    Two acts may share a word (`state` of a unit, of an organization): then `marker` is the key that only
    one of them has.
    """

    word: str
    record: Record[Any]
    marker: str


def _read_own(node: Node, context: Context) -> str:
    code = ORGANIZATION.read(node, context)
    if not context.ledger and code != context.organization:
        raise BadlyWritten(value=quoted(code), example=context.organization, **node.spot.facts())
    return code


# A file is about one organization; its acts name it for whoever reads, and must name that one.
_OWN_ORGANIZATION: Form[Any] = Form(_read_own, lambda _none, context: context.organization)
_ORGANIZATION = Key("organization", _OWN_ORGANIZATION, field=None)
_UNIT = Key("unit", UNIT)
_NAMES = (Key("name", PHRASE), Key("acronym", PHRASE))
_UNIT_KEYS = (
    _UNIT,
    Key("parent", PARENT),
    Key("kind", PHRASE),
    Key("class", choice(UnitClass), "unit_class"),
    *_NAMES,
    Key("objective", TEXT),
)
_LISTS = (Key("functions", FUNCTIONS), Key("posts", POSTS))
_FUNCTION = Key("function", FUNCTION_REF)
_POST = Key("post", POST_REF)
_APPOINTMENT = Key("bound_appointment", PHRASE, ledger=True)
_EVERY_ACT = (
    Key("in_force_from", LEGAL_DATE),
    Key("provision", PROVISION.form),
    Key("ref", PHRASE),
)


def _row(word: str, cls: type[Act], *keys: Key, lists: tuple[Key, ...] = ()) -> ActShape:
    """Make a row; its first key is the marker. Lists come last, so that dates are not lost below them."""
    return ActShape(word, Record(cls, (*keys, *_EVERY_ACT, *lists)), keys[0].word)


ACTS: tuple[ActShape, ...] = (
    _row("state", acts.StateOrganization, _ORGANIZATION, *_NAMES, Key("time_zone", TIME_ZONE)),
    _row("state", acts.StateUnit, *_UNIT_KEYS, lists=_LISTS),
    _row("establish", acts.EstablishOrganization, _ORGANIZATION, *_NAMES, Key("time_zone", TIME_ZONE)),
    _row("create", acts.CreateUnit, *_UNIT_KEYS, lists=_LISTS),
    _row("rename", acts.RenameUnit, _UNIT, *_NAMES, Key("kind", PHRASE)),
    _row("move", acts.MoveUnit, _UNIT, Key("parent", PARENT)),
    _row("set_objective", acts.SetObjective, _UNIT, Key("objective", TEXT)),
    _row("suppress", acts.SuppressUnit, _UNIT),
    _row("restate", acts.RestateUnit, _UNIT, Key("with_functions", FLAG)),
    _row("restate", acts.RestateFunction, _FUNCTION),
    _row(
        "assign",
        acts.AssignFunction,
        _UNIT,
        Key("function", FUNCTION_ITEM.form),
        Key("post", POST_REF),
        Key("parent", FUNCTION_REF),
    ),
    _row("amend", acts.AmendFunction, _FUNCTION, Key("text", TEXT)),
    _row("relabel", acts.RelabelFunction, _FUNCTION, Key("label", PHRASE)),
    _row(
        "transfer",
        acts.TransferFunction,
        _FUNCTION,
        Key("to", UNIT),
        Key("label", PHRASE),
        Key("list", PHRASE),
    ),
    _row("remove", acts.RemoveFunction, _FUNCTION),
    _row("create_post", acts.CreatePost, _UNIT, Key("post", POST_ITEM.form)),
    _row(
        "appoint",
        acts.Appoint,
        _POST,
        Key("holder", HOLDER),
        Key("capacity", PHRASE),
        Key("employment", PHRASE),
        Key("in_force_until", LEGAL_DATE),
        _APPOINTMENT,
    ),
    _row("end_appointment", acts.EndAppointment, _POST, Key("holder", HOLDER), _APPOINTMENT),
)
_BY_CLASS = {shape.record.cls: shape for shape in ACTS}
_WORDS = tuple(dict.fromkeys(shape.word for shape in ACTS))


def _read_act(node: Node, context: Context) -> Act:
    entries = entries_in(node)
    if len(entries) != 1:
        raise NotOneAct(**node.spot.facts())
    [(word, content)] = entries.items()
    shapes = [shape for shape in ACTS if shape.word == word]
    if not shapes:
        facts = content.key_spot.facts()
        raise UnknownAct(act=quoted(word), known=_WORDS, suggestion=nearest(word, _WORDS), **facts)
    act: Act = _meant(shapes, content).record.read(content, context)
    return act


def _meant(shapes: list[ActShape], node: Node) -> ActShape:
    """Return the one of several acts with the same word that the keys point at."""
    if len(shapes) == 1:
        return shapes[0]
    entries = entries_in(node)
    meant = [shape for shape in shapes if shape.marker in entries]
    if len(meant) != 1:
        words = [key.word for shape in shapes for key in shape.record.keys if not key.ledger]
        refuse_unknown(entries, list(dict.fromkeys(words)))
        raise OneKeyOf(keys=tuple(shape.marker for shape in shapes), **node.key_spot.facts())
    return meant[0]


def _write_act(act: Act, context: Context) -> Plain:
    shape = _BY_CLASS[type(act)]
    return {shape.word: shape.record.write(act, context)}


ACT: Form[Act] = Form(_read_act, _write_act)
