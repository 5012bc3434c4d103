"""The table of acts: which word a file uses for each, and which key is which of its fields.

Takes nodes; returns acts, and back. Called by `codec`. A new act is one row of `ACTS`; a test holds that
every member of `acts.Act` has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from organica.domain import acts
from organica.domain.acts import Act, ActUponActs, PlainAct, UnitClass
from organica.files.act_meanings import ACT_MEANINGS
from organica.files.errors import NotOneAct, OneKeyOf, UndecidedAct, UnknownAct
from organica.files.forms import (
    APPOINTMENT,
    FLAG,
    ORGANIZATION,
    PHRASE,
    PROGRAMME,
    TARGET,
    TEXT,
    TIME_ZONE,
    UNIT,
    Context,
    Form,
    choice,
    entries_in,
    listing,
    nearest,
)
from organica.files.json_schema import Definitions, JsonSchema
from organica.files.node import Node, Plain, quoted
from organica.files.organization_shapes import BODY_OR_NONE, OWN_ORGANIZATION
from organica.files.programme_shapes import (
    INDICATOR_ITEM,
    INDICATORS,
    LISTS_OF_PROGRAMMES,
    OF_PROGRAMMES,
)
from organica.files.record import Key, Record, refuse_unknown
from organica.files.shapes import (
    CARRIED,
    ENTRY_DATE,
    FUNCTION_ITEM,
    FUNCTION_REF,
    FUNCTIONS,
    HOLDER,
    LEGAL_DATE,
    NEW_UNIT,
    PARENT,
    POST_ITEM,
    POST_REF,
    POSTS,
    PROVISION,
    SHARE,
)
from organica.files.vocabulary_forms import CAPACITY, EMPLOYMENT, UNIT_KIND


@dataclass(frozen=True, slots=True)
class ActShape:
    """One row: the word of the act, and its record.

    Two acts may share a word (`state` of a unit, of an organization): then `marker` is the key that only
    one of them has.
    """

    word: str
    record: Record[Any]
    marker: str

    def may_hold(self, word: str) -> bool:
        """Tell whether a word is the key of something that the act says, and not its marker."""
        return word != self.marker and any(key.word == word for key in self.record.keys)

    @property
    def title(self) -> tuple[str, str]:
        """Return the act in the words of the law, in Spanish, and what it does, in English."""
        return ACT_MEANINGS[self.record.called]


_WITH = Key("with", ORGANIZATION, "body")


_ORGANIZATION = Key("organization", OWN_ORGANIZATION, field=None)
_ATTACHED_TO = Key("attached_to", ORGANIZATION)
_UNIT = Key("unit", UNIT)
_CLASS = Key("class", choice(UnitClass), "unit_class")
_NAMES = (Key("name", PHRASE), Key("acronym", PHRASE))
_UNIT_KEYS = (
    _UNIT,
    Key("parent", PARENT),
    Key("kind", UNIT_KIND),
    _CLASS,
    *_NAMES,
    Key("objective", TEXT),
)
_LISTS = (Key("functions", FUNCTIONS), Key("posts", POSTS))
_FUNCTION = Key("function", FUNCTION_REF)
_POST = Key("post", POST_REF)
_PROGRAMME = Key("programme", PROGRAMME)
_APPOINTMENT = Key("bound_appointment", PHRASE, ledger=True)
_TARGET = Key("target", TARGET)
# An act inside an act: only a rectification holds one, and never another act upon acts.
_NESTED: Form[Any] = Form(
    lambda node, context: _read_plain_act(node, context),
    lambda act, context: _write_act(act, context),
    lambda definitions: act_shape(definitions, upon=False),
)
_EVERY_ACT = (
    Key("in_force_from", ENTRY_DATE),
    Key("provision", PROVISION.form),
    Key("ref", PHRASE),
)


def _row(word: str, cls: type[Act], *keys: Key, lists: tuple[Key, ...] = ()) -> ActShape:
    """Make a row; its first key is the marker. Lists come last, so that dates are not lost below them."""
    return ActShape(word, Record(cls, (*keys, *_EVERY_ACT, *lists)), keys[0].word)


ACTS: tuple[ActShape, ...] = (
    _row(
        "state",
        acts.StateOrganization,
        _ORGANIZATION,
        *_NAMES,
        Key("time_zone", TIME_ZONE),
        _ATTACHED_TO,
        Key("affiliated_with", listing(ORGANIZATION)),
    ),
    _row("state", acts.StateUnit, *_UNIT_KEYS, lists=_LISTS),
    _row(
        "establish",
        acts.EstablishOrganization,
        _ORGANIZATION,
        *_NAMES,
        Key("time_zone", TIME_ZONE),
        _ATTACHED_TO,
    ),
    _row("rename", acts.RenameOrganization, _ORGANIZATION, *_NAMES),
    _row("attach", acts.AttachOrganization, _ORGANIZATION, Key("to", BODY_OR_NONE)),
    _row("affiliate", acts.AffiliateOrganization, _ORGANIZATION, _WITH),
    _row("end_affiliation", acts.EndAffiliation, _ORGANIZATION, _WITH),
    _row("dissolve", acts.DissolveOrganization, _ORGANIZATION),
    _row(
        "succeed",
        acts.Succeed,
        Key("heir", ORGANIZATION),
        Key("units", listing(CARRIED.form)),
        Key("bound_units", listing(CARRIED.form), ledger=True),
    ),
    _row("create", acts.CreateUnit, *_UNIT_KEYS, lists=_LISTS),
    _row("rename", acts.RenameUnit, _UNIT, *_NAMES, Key("kind", UNIT_KIND)),
    _row("classify", acts.ClassifyUnit, _UNIT, _CLASS),
    _row("move", acts.MoveUnit, _UNIT, Key("parent", PARENT)),
    _row("set_objective", acts.SetObjective, _UNIT, Key("objective", TEXT)),
    _row("suppress", acts.SuppressUnit, _UNIT),
    _row(
        "merge",
        acts.MergeUnits,
        Key("units", listing(UNIT)),
        Key("into", UNIT),
        Key("create", NEW_UNIT.form),
    ),
    _row("split", acts.SplitUnit, _UNIT, Key("into", listing(SHARE.form)), Key("remains", FLAG)),
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
    _row("rename_post", acts.RenamePost, _POST, Key("name", PHRASE)),
    _row("abolish_post", acts.AbolishPost, _POST),
    _row(
        "set_substitution_order",
        acts.SetSubstitutionOrder,
        _POST,
        Key("substitutes", listing(POST_REF)),
    ),
    _row(
        "appoint",
        acts.Appoint,
        _POST,
        Key("holder", HOLDER),
        Key("capacity", CAPACITY),
        Key("employment", EMPLOYMENT),
        Key("in_force_until", LEGAL_DATE),
        Key("appointment", APPOINTMENT),
        _APPOINTMENT,
    ),
    _row("end_appointment", acts.EndAppointment, _POST, Key("holder", HOLDER), _APPOINTMENT),
    _row("carry_over", acts.CarryOver, Key("name", PHRASE), _UNIT, Key("organization", ORGANIZATION)),
    _row(
        "state",
        acts.StateProgramme,
        _PROGRAMME,
        *OF_PROGRAMMES,
        lists=(*LISTS_OF_PROGRAMMES, INDICATORS),
    ),
    _row("start", acts.StartProgramme, _PROGRAMME, *OF_PROGRAMMES, lists=LISTS_OF_PROGRAMMES),
    _row("amend", acts.AmendProgramme, _PROGRAMME, *OF_PROGRAMMES, lists=LISTS_OF_PROGRAMMES),
    _row("end", acts.EndProgramme, _PROGRAMME),
    _row("report", acts.ReportIndicator, _PROGRAMME, Key("indicator", INDICATOR_ITEM.form)),
    _row("rectify", acts.Rectify, _TARGET, Key("to", _NESTED)),
    _row("invalidate", acts.Invalidate, _TARGET),
    _row("revoke", acts.Revoke, _TARGET),
    _row("suspend", acts.Suspend, _TARGET),
    _row("resume", acts.Resume, _TARGET),
)
_BY_CLASS = {shape.record.cls: shape for shape in ACTS}
_WORDS = tuple(dict.fromkeys(shape.word for shape in ACTS))
# No key of any act: a proposal writes it where it is not sure, and a person deletes it.
UNDECIDED = "undecided"


def _read_act(node: Node, context: Context) -> Act:
    entries = entries_in(node)
    if len(entries) != 1:
        raise NotOneAct(**node.spot.facts())
    [(word, content)] = entries.items()
    shapes = [shape for shape in ACTS if shape.word == word]
    if not shapes:
        facts = content.key_spot.facts()
        raise UnknownAct(act=quoted(word), known=_WORDS, suggestion=_nearest_act(word), **facts)
    if not context.ledger and isinstance(content.value, dict) and UNDECIDED in content.value:
        raise UndecidedAct(act=word, **content.value[UNDECIDED].key_spot.facts())
    act: Act = _meant(shapes, content).record.read(content, context)
    return act


def _nearest_act(word: str) -> str | None:
    """Return the act that a wrong word looks most like, in English or in Spanish."""
    spanish = {shape.title[0].split()[0]: shape.word for shape in reversed(ACTS)}
    return nearest(word, _WORDS) or spanish.get(nearest(word, spanish, 0.8) or "")


def _read_plain_act(node: Node, context: Context) -> PlainAct:
    """Return an act that is not itself upon acts. Raises: UnknownAct, and those of any act."""
    act = ACT.read(node, context)
    if isinstance(act, ActUponActs):
        [(word, content)] = entries_in(node).items()
        upon = {shape.word for shape in ACTS if issubclass(shape.record.cls, ActUponActs)}
        known = tuple(each for each in _WORDS if each not in upon)
        raise UnknownAct(act=word, known=known, suggestion=None, **content.key_spot.facts())
    return act


def _meant(shapes: list[ActShape], node: Node) -> ActShape:
    """Return the one of several acts with the same word that the keys point at.

    The marker of one may be a key of another: a programme has a unit, and is then what is meant.
    """
    if len(shapes) == 1:
        return shapes[0]
    entries = entries_in(node)
    marked = [shape for shape in shapes if shape.marker in entries]
    meant = [shape for shape in marked if not any(other.may_hold(shape.marker) for other in marked)]
    if len(meant) != 1:
        words = [key.word for shape in shapes for key in shape.record.keys if not key.ledger]
        refuse_unknown(entries, list(dict.fromkeys(words)))
        raise OneKeyOf(keys=tuple(shape.marker for shape in shapes), **node.key_spot.facts())
    return meant[0]


def _write_act(act: Act, context: Context) -> Plain:
    shape = _BY_CLASS[type(act)]
    return {shape.word: shape.record.write(act, context)}


def act_shape(definitions: Definitions, *, upon: bool = True) -> JsonSchema:
    """Return a reference to the schema of an act: one word with its map. Without `upon`: no act upon acts."""
    name = "Act" if upon else "PlainAct"
    if name not in definitions:
        # The name is taken first: a rectification holds an act.
        definitions[name] = {}
        shapes = [shape for shape in ACTS if upon or not issubclass(shape.record.cls, ActUponActs)]
        definitions[name] = {
            "type": "object",
            "properties": {
                word: _meant_shape([shape for shape in shapes if shape.word == word], definitions)
                for word in dict.fromkeys(shape.word for shape in shapes)
            },
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _meant_shape(shapes: list[ActShape], definitions: Definitions) -> JsonSchema:
    """Return the schema of one word: of its record, or of the one whose marker is there."""
    found = [
        {**shape.record.shape(definitions), "description": "{1} ({0}).".format(*shape.title)}
        for shape in shapes
    ]
    if len(found) == 1:
        return found[0]
    markers = [shape.marker for shape in shapes]
    return {
        "anyOf": [{**each, "required": [marker]} for each, marker in zip(found, markers, strict=True)],
        "description": " ".join(each["description"] for each in found),
    }


def said_in_law(act: Act) -> str:
    """Return what the law calls the act, in Spanish: "crear una unidad"."""
    return _BY_CLASS[type(act)].title[0]


ACT: Form[Act] = Form(_read_act, _write_act, act_shape)
