"""The outline as a person corrects it: JSON as `organica read --json` prints it, or the same in YAML.

Takes a file or a text; returns an `Outline` or refuses with line, column and JSON pointer. Called by
`organica plan`. What is null or left out is as if the reader had not found it; a key that does not exist is
refused. Lines that a person does not give are those of what is around.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

from organica.domain.errors import BadInput
from organica.domain.outline import (
    AmendmentAction,
    Doubt,
    DoubtCode,
    Outline,
    OutlineAmendment,
    OutlineFunction,
    OutlineHead,
    OutlineSort,
    OutlineSource,
    OutlineUnit,
    PassedBecause,
    PassedOver,
    Place,
    SourceRelation,
)
from organica.files.errors import BadlyWritten, ExpectedText, UnknownChoice
from organica.files.forms import COUNT, FLAG, Context, Form, choice, entries_in, items_in, listing, nearest
from organica.files.json_schema import any_text, list_of, matching, one_of_words
from organica.files.node import Node, Plain, quoted
from organica.files.record import Key, Record
from organica.files.text_file import text_of
from organica.files.yaml_strict import nodes_in

P = TypeVar("P", OutlineHead, OutlineSource, OutlineAmendment, PassedOver, Doubt)
ROLES = ("self", "cited")
# Stands for lines that the file does not give, until those around it are known; told apart by identity.
_NOWHERE = Place(1, 1)
_LINE = r"[1-9]\d{0,6}"


def read_outline(path: Path) -> Outline:
    """Return the outline in a file. Raises: a subclass of BadInput, with its place."""
    return read_outline_text(text_of(path), path.as_posix())


def read_outline_text(text: str, name: str) -> Outline:
    """Return the outline in a text, JSON or YAML; `name` stands for the file. Raises: as `read_outline`."""
    # JSON is YAML with other blanks: where it holds a tab, that is none of a text's.
    text = text.replace("\t", " ") if name.endswith(".json") else text
    try:
        outline = OUTLINE.read(nodes_in(text, name, nulls=True), Context(""))
    except BadInput as refusal:
        if path := refusal.facts.get("path"):
            refusal.located(pointer=_pointer(str(path)))
        raise
    return _placed(outline)


def is_outline(path: Path) -> bool:
    """Tell whether a file is an outline rather than a document: YAML, or JSON with the keys of one."""
    if path.suffix not in (".json", ".yaml", ".yml"):
        return False
    if path.suffix != ".json":
        return True
    try:
        keys = entries_in(nodes_in(text_of(path).replace("\t", " "), nulls=True))
    except BadInput:
        return False
    return bool({"units", "amendments"} & keys.keys()) and keys.keys() <= {key.word for key in OUTLINE.keys}


def _pointer(path: str) -> str:
    """Return `units[0].functions[2].text` as `/units/0/functions/2/text`. Source: RFC 6901."""
    return "/" + re.sub(r"\[(\d+)\]", r"/\1", path).replace(".", "/")


def _read_text(node: Node, _context: Context) -> str:
    """Return a text as it stands: what a resolution may not say is judged when it is written."""
    if not isinstance(node.value, str):
        raise ExpectedText(**node.spot.facts())
    return node.value


def _read_lines(node: Node, _context: Context) -> Place:
    numbers = [each.value for each in items_in(node)]
    if len(numbers) == 2 and all(isinstance(n, str) and re.fullmatch(_LINE, n, re.ASCII) for n in numbers):
        first, last = (int(str(number)) for number in numbers)
        if first <= last:
            return Place(first, last)
    raise BadlyWritten(
        value=", ".join(quoted(str(n)) if isinstance(n, str) else "…" for n in numbers),
        example="[12, 14]",
        **node.spot.facts(),
    )


def _read_role(node: Node, context: Context) -> str:
    word = _read_text(node, context)
    if word not in ROLES:
        facts = node.spot.facts()
        raise UnknownChoice(value=quoted(word), known=ROLES, suggestion=nearest(word, ROLES), **facts)
    return word


def _functions() -> Form[tuple[OutlineFunction, ...]]:
    one: Form[OutlineFunction] = Form(
        lambda node, context: _FUNCTION.read(node, context),
        lambda function, context: _FUNCTION.write(function, context),
        lambda definitions: _FUNCTION.shape(definitions),
    )
    return listing(one)


def _write_lines(place: Place, _context: Context) -> Plain:
    return [str(place.first_line), str(place.last_line)]


_TEXT: Form[str] = Form(_read_text, lambda text, _context: text, any_text)
_LINES: Form[Place] = Form(_read_lines, _write_lines, list_of(matching(_LINE)))
_ROLE: Form[str] = Form(_read_role, lambda role, _context: role, one_of_words(ROLES))


def _maybe(word: str, form: Form[Any] = _TEXT, field: str | None = "") -> Key:
    """Return a key that may be left out, of a field without a default."""
    return Key(word, form, field, usual=lambda _context: None)


def _many(word: str, item: Form[Any], field: str = "") -> Key:
    return Key(word, listing(item), field, usual=lambda _context: ())


_PLACE = Key("lines", _LINES, "place", usual=lambda _context: _NOWHERE)
_FUNCTION: Record[OutlineFunction] = Record(
    OutlineFunction,
    (
        _maybe("label"),
        Key("text", _TEXT),
        Key("list", _TEXT),
        Key("provision", _TEXT),
        _PLACE,
        Key("functions", _functions(), "children"),
    ),
)
_UNIT = Record(
    OutlineUnit,
    (
        Key("name", _TEXT),
        Key("sort", choice(OutlineSort)),
        _maybe("kind"),
        Key("acronym", _TEXT),
        _maybe("parent"),
        Key("code", _TEXT),
        Key("parent_code", _TEXT),
        Key("in_force_from", _TEXT),
        Key("provision", _TEXT),
        Key("repealed", FLAG),
        _maybe("objective"),
        _maybe("objective_lines", _LINES, "objective_place"),
        Key("functions", _functions(), usual=lambda _context: ()),
        _PLACE,
    ),
)
_HEAD = Record(
    OutlineHead, (Key("unit", _TEXT), Key("name", _TEXT), _maybe("post"), _maybe("capacity"), _PLACE)
)
_SOURCE = Record(
    OutlineSource,
    (
        Key("kind", _TEXT),
        Key("number", _TEXT),
        _maybe("series"),
        _maybe("year", COUNT),
        _maybe("issuer"),
        Key("role", _ROLE),
        Key("date", _TEXT),
        Key("title", _TEXT),
        Key("relation", choice(SourceRelation)),
        Key("printed", _TEXT),
        _PLACE,
    ),
)
_AMENDMENT = Record(
    OutlineAmendment,
    (
        Key("action", choice(AmendmentAction)),
        *(Key(word, _TEXT) for word in ("unit", "article", "label", "text", "new_label", "after")),
        *(Key(word, _TEXT) for word in ("old_words", "provision", "printed")),
        _PLACE,
    ),
)
_DOUBT = Record(
    Doubt,
    (
        Key("code", choice(DoubtCode)),
        *(Key(word, _TEXT) for word in ("subject", "printed", "suggestion")),
        _PLACE,
        # The sentences follow from the rest: they are there for whoever reads the file.
        _maybe("es", field=None),
        _maybe("en", field=None),
    ),
)
_PASSED_OVER = Record(PassedOver, (Key("because", choice(PassedBecause)), _PLACE))
OUTLINE = Record(
    Outline,
    (
        Key("body", _TEXT),
        Key("dated", _TEXT),
        _many("units", _UNIT.form),
        _many("heads", _HEAD.form),
        _many("legal_sources", _SOURCE.form, "sources"),
        _many("amendments", _AMENDMENT.form),
        _many("passed_over", _PASSED_OVER.form),
        _many("doubts", _DOUBT.form),
    ),
)


def _placed(outline: Outline) -> Outline:
    """Give every part its lines: a function those of its unit, a unit those of its functions, others all."""
    units = [_unit_placed(unit) for unit in outline.units]
    others = (outline.heads, outline.sources, outline.amendments, outline.passed_over, outline.doubts)
    places = [unit.place for unit in units] + [each.place for group in others for each in group]
    known = [place for place in places if place is not _NOWHERE]
    whole = reduce(Place.through, known, known[0]) if known else Place(1, 1)
    return replace(
        outline,
        units=tuple(_functions_placed(unit, whole) for unit in units),
        heads=_with_place(outline.heads, whole),
        sources=tuple(map(_with_short_number, _with_place(outline.sources, whole))),
        amendments=_with_place(outline.amendments, whole),
        passed_over=_with_place(outline.passed_over, whole),
        doubts=_with_place(outline.doubts, whole),
    )


def _unit_placed(unit: OutlineUnit) -> OutlineUnit:
    known = [each.place for each in unit.functions if each.place is not _NOWHERE]
    if unit.place is not _NOWHERE or not known:
        return unit
    return replace(unit, place=reduce(Place.through, known))


def _functions_placed(unit: OutlineUnit, whole: Place) -> OutlineUnit:
    place = whole if unit.place is _NOWHERE else unit.place
    functions = tuple(_function_placed(each, place) for each in unit.functions)
    return replace(unit, place=place, functions=functions)


def _function_placed(function: OutlineFunction, around: Place) -> OutlineFunction:
    place = around if function.place is _NOWHERE else function.place
    children = tuple(_function_placed(each, place) for each in function.children)
    return replace(function, place=place, children=children)


def _with_short_number(source: OutlineSource) -> OutlineSource:
    """Part "052-2019-EF" again: year and issuer have keys of their own."""
    ending = f"-{source.year}-{source.issuer}"
    return source if source.number is None else replace(source, number=source.number.removesuffix(ending))


def _with_place(parts: Iterable[P], whole: Place) -> tuple[P, ...]:
    return tuple(replace(each, place=whole) if each.place is _NOWHERE else each for each in parts)
