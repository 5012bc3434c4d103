"""The shapes of what acts are made of: dates, targets, functions, posts, holders, provisions.

Each shape says once which key is which field; reading and writing follow. Called by `act_table` and by
`source_shapes`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from organica.domain import ids
from organica.domain.acts import (
    ROOT,
    UNKNOWN_PARENT,
    Carried,
    FunctionItem,
    FunctionRef,
    Holder,
    NewUnit,
    Parent,
    PostItem,
    PostRef,
    Share,
    UnitClass,
    under,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.entry_rule import Anchor, EntryRule
from organica.domain.errors import Refused
from organica.domain.source import Provision
from organica.files.errors import BadlyWritten, MissingKey, UnknownChoice
from organica.files.forms import (
    APPOINTMENT,
    COUNT,
    FLAG,
    FUNCTION,
    PHRASE,
    POST,
    TEXT,
    UNIT,
    Context,
    Form,
    checked,
    choice,
    listing,
    phrase_in,
    text_in,
)
from organica.files.json_schema import LEGAL_DAY, Definitions, JsonSchema, either, matching
from organica.files.node import Node, Plain, quoted
from organica.files.record import Key, Record
from organica.files.text_errors import HolderWithoutName, PersonalData
from organica.files.vocabulary_forms import CAPACITY, EMPLOYMENT, UNIT_KIND

# Five digits or more are no part of any name: a RUN, a DNI, a telephone.
_MANY_DIGITS = re.compile(r"(?:\d\D{0,3}){5}")
# A unit, and how something of it is called.
_PATH = r"[a-z0-9]+(?:-[a-z0-9]+)*/.*\S"
# The part of a name's rules that a pattern can say.
_NAME = r"[^\s@](?:[^@\n]*[^\s@])?"


def _read_date(node: Node, context: Context) -> LegalDate:
    if isinstance(node.value, dict):
        return _DATE_WITH_BASIS.read(node, context)
    try:
        return LegalDate(phrase_in(node, context))
    except Refused as refusal:
        raise refusal.located(**node.spot.facts()) from None


def _write_date(value: LegalDate, context: Context) -> Plain:
    return value.value if value.basis is DateBasis.STATED else _DATE_WITH_BASIS.write(value, context)


def _read_entry_date(node: Node, context: Context) -> LegalDate:
    """A legal date, or the rule that leads to one; then its `basis` is computed, or stated with the day."""
    if not isinstance(node.value, dict) or "rule" not in node.value:
        return _read_date(node, context)
    found = _DATE_WITH_RULE.read(node, context)
    if not context.ledger and found.basis not in _RULED:
        spot = node.value["basis"].spot
        raise UnknownChoice(value=found.basis.value, known=_RULED, suggestion=None, **spot.facts())
    if not found.value and (context.ledger or found.basis is DateBasis.STATED):
        raise MissingKey(key="value", **node.key_spot.facts())
    return found


def _write_entry_date(value: LegalDate, context: Context) -> Plain:
    return _write_date(value, context) if value.rule is None else _DATE_WITH_RULE.write(value, context)


def _read_parent(node: Node, context: Context) -> Parent:
    match node.value:
        case "unknown":
            return UNKNOWN_PARENT
        case "none":
            return ROOT
        case _:
            return under(UNIT.read(node, context))


def _write_parent(value: Parent, _context: Context) -> Plain:
    if value.unit is not None:
        return value.unit
    return "none" if value == ROOT else "unknown"


def _read_holder(node: Node, context: Context) -> Holder:
    if context.ledger:
        return _SEALED.read(node, context) if isinstance(node.value, dict) else Holder(text_in(node, context))
    if isinstance(node.value, str) and not node.value.strip():
        raise HolderWithoutName(**node.spot.facts())
    name = phrase_in(node, context)
    if "@" in name or _MANY_DIGITS.search(name):
        raise PersonalData(**node.spot.facts())
    if not any(sign.isalpha() for sign in name):
        raise HolderWithoutName(**node.spot.facts())
    return Holder(name)


def _write_holder(value: Holder, context: Context) -> Plain:
    if value.seal is not None and (context.ledger or value.name is None):
        return {"sealed": value.seal}
    return value.name or ""


def _reference(cls: type[Any], code: Form[str], path: Form[str], example: str) -> Form[Any]:
    """The form of what an act aims at: `unit/label` or a code in one word, or a map where it has both."""
    record: Record[Any] = Record(cls, (Key("at", path), Key("code", code), Key("bound", code, ledger=True)))

    def read(node: Node, context: Context) -> Any:
        if isinstance(node.value, dict):
            target = record.read(node, context)
            if target.at is None and target.code is None:
                raise MissingKey(key="at", **node.key_spot.facts())
            return target
        word = phrase_in(node, context)
        if "/" in word:
            return cls(at=path.read(node, context))
        try:
            return cls(code=code.read(node, context))
        except Refused:
            raise BadlyWritten(value=quoted(word), example=example, **node.spot.facts()) from None

    def write(value: Any, context: Context) -> Plain:
        if context.ledger and value.bound is not None:
            return record.write(value, context)
        if value.at is not None and value.code is not None:
            return record.write(value, context)
        only: str = value.at if value.at is not None else value.code
        return only

    def named(definitions: Definitions) -> JsonSchema:
        return {**record.shape(definitions), "minProperties": 1}

    return Form(read, write, either(path.shape, code.shape, named))


def _function_path(value: str) -> str:
    ids.FunctionPath.parse(value)
    return value


def _post_path(value: str) -> str:
    unit, _, name = value.partition("/")
    if not name:
        raise ids.BadCode(value=value, what="post", example="atencion-usuaria/head")
    ids.unit_code(unit)
    return value


def _function_items() -> Form[tuple[FunctionItem, ...]]:
    """A list of functions, whose items may hold lists of functions again."""
    return listing(Form(lambda node, context: FUNCTION_ITEM.read(node, context), _write_item, _item_shape))


def _write_item(value: FunctionItem, context: Context) -> Plain:
    return FUNCTION_ITEM.write(value, context)


def _item_shape(definitions: Definitions) -> JsonSchema:
    return FUNCTION_ITEM.shape(definitions)


_DATE = replace(PHRASE, shape=matching(LEGAL_DAY))
_DATE_WITH_BASIS = Record(
    LegalDate, (Key("value", _DATE), Key("basis", choice(DateBasis))), name="DateWithBasis"
)
LEGAL_DATE: Form[LegalDate] = Form(
    _read_date, _write_date, either(matching(LEGAL_DAY), _DATE_WITH_BASIS.shape)
)
_RULED = (DateBasis.COMPUTED, DateBasis.STATED)
ENTRY_RULE = Record(
    EntryRule,
    (
        Key("days", COUNT),
        Key("working", FLAG),
        Key("month_after", COUNT),
        Key("after", choice(Anchor)),
        Key("printed", PHRASE),
        Key("calendar", PHRASE, ledger=True),
    ),
)
_DATE_WITH_RULE = Record(
    LegalDate,
    (
        Key("value", _DATE, usual=lambda _context: ""),
        Key("basis", choice(DateBasis), usual=lambda _context: DateBasis.COMPUTED),
        Key("rule", ENTRY_RULE.form),
    ),
    name="DateWithRule",
)
ENTRY_DATE: Form[LegalDate] = Form(
    _read_entry_date, _write_entry_date, either(LEGAL_DATE.shape, _DATE_WITH_RULE.shape)
)
PARENT: Form[Parent] = Form(_read_parent, _write_parent, UNIT.shape)
_SEALED = Record(
    Holder,
    (Key("sealed", PHRASE, "seal", ledger=True),),
    ("name",),
    lambda values, _: values.update(name=None),
)
HOLDER: Form[Holder] = Form(_read_holder, _write_holder, matching(_NAME))
FUNCTION_REF: Form[FunctionRef] = _reference(
    FunctionRef, FUNCTION, checked(_function_path, _PATH), "atencion-usuaria/b"
)
POST_REF: Form[PostRef] = _reference(PostRef, POST, checked(_post_path, _PATH), "atencion-usuaria/head")

PROVISION = Record(
    Provision,
    tuple(Key(word, PHRASE) for word in ("document", "article", "paragraph", "label", "printed")),
)
FUNCTION_ITEM = Record(
    FunctionItem,
    (
        Key("label", PHRASE),
        Key("text", TEXT),
        Key("list", PHRASE),
        Key("code", FUNCTION),
        Key("misprint", FLAG),
        Key("bound", FUNCTION, ledger=True),
        Key("functions", _function_items(), "children"),
    ),
)
FUNCTIONS: Form[tuple[FunctionItem, ...]] = _function_items()
POST_ITEM = Record(
    PostItem,
    (
        Key("name", PHRASE),
        Key("heads", FLAG),
        Key("vacant", FLAG),
        Key("holder", HOLDER),
        Key("capacity", CAPACITY),
        Key("employment", EMPLOYMENT),
        Key("code", POST),
        Key("appointment", APPOINTMENT),
        Key("bound", POST, ledger=True),
        Key("bound_appointment", PHRASE, ledger=True),
    ),
)
POSTS: Form[tuple[PostItem, ...]] = listing(POST_ITEM.form)
NEW_UNIT = Record(
    NewUnit,
    (
        Key("unit", UNIT),
        Key("parent", PARENT),
        Key("kind", UNIT_KIND),
        Key("class", choice(UnitClass), "unit_class"),
        Key("name", PHRASE),
        Key("acronym", PHRASE),
        Key("objective", TEXT),
    ),
)
SHARE = Record(
    Share,
    (
        Key("unit", UNIT),
        Key("create", NEW_UNIT.form),
        Key("functions", listing(FUNCTION_REF)),
    ),
)
CARRIED = Record(Carried, (Key("unit", UNIT), Key("code", UNIT)))
