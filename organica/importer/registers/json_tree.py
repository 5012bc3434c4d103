"""JSON with the lines of its values, read strictly: what a machine wrote is either right or refused.

Takes the bytes of a file; returns the tree of its values, each with its place. Called by `registers` only.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass

from organica.domain.outline import Place
from organica.importer.errors import (
    JsonMalformed,
    JsonRepeatsKey,
    JsonTooDeep,
    JsonTooManyValues,
    TextEmpty,
    TextNotUtf8,
    TextTooLarge,
)
from organica.text.normalise import normalised

MAX_JSON_BYTES = 25_000_000
MAX_JSON_DEPTH = 64
# Without this bound a file within the limit of bytes could still fill the memory with its empty lists.
MAX_JSON_VALUES = 1_000_000

_BLANKS = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_CONSTANT = re.compile("|".join(_CONSTANTS))
_LINE_END = re.compile(r"\r\n|\r|\n")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Node:
    """One value: an object, a list, a text, or a constant; a number is the text that stands there.

    Texts are normalised: what nobody sees is gone, and so are blanks at the ends of their lines.
    """

    value: dict[str, Node] | list[Node] | str | bool | None
    place: Place

    def member(self, key: str) -> Node | None:
        """Return the value under a key, or None when there is none or this is no object."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def items(self) -> list[Node]:
        """Return the values of a list; none when this is no list."""
        return self.value if isinstance(self.value, list) else []

    def text(self, key: str) -> str | None:
        """Return the text under a key, or None when it is missing, no text, or holds only blanks."""
        member = self.member(key)
        return (member.value.strip() or None) if member and isinstance(member.value, str) else None


def parse_json(content: bytes, name: str) -> Node:
    """Return the tree of a file's values; `name` is what a refusal calls the file.

    Raises: TextTooLarge, TextNotUtf8, TextEmpty, JsonMalformed, JsonRepeatsKey, JsonTooDeep,
    JsonTooManyValues.
    """
    return _Parser(text_of_json(content, name), name).whole()


def text_of_json(content: bytes, name: str) -> str:
    """Return the text of a file, whether or not it is JSON. Raises: TextTooLarge, TextNotUtf8, TextEmpty."""
    if len(content) > MAX_JSON_BYTES:
        raise TextTooLarge(file=name, most=MAX_JSON_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TextNotUtf8(file=name, byte=error.start, line=line) from error
    if not text.strip():
        raise TextEmpty(file=name)
    return text


class _Parser:
    """One pass over the text; `_at` is where it stands."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._at = 0
        self._count = 0
        self._line_ends = [found.end() for found in _LINE_END.finditer(text)]
        # Many values share their lines, in a file of one line all of them.
        self._places: dict[tuple[int, int], Place] = {}

    def whole(self) -> Node:
        """Return the only value of the text."""
        root = self._value(0)
        self._skip_blanks()
        if self._at < len(self._text):
            raise self._malformed()
        return root

    def _value(self, depth: int) -> Node:
        self._skip_blanks()
        if depth > MAX_JSON_DEPTH:
            raise JsonTooDeep(file=self._name, line=self._line(self._at), most=MAX_JSON_DEPTH)
        self._count += 1
        if self._count > MAX_JSON_VALUES:
            raise JsonTooManyValues(file=self._name, line=self._line(self._at), most=MAX_JSON_VALUES)
        start = self._at
        value: dict[str, Node] | list[Node] | str | bool | None
        match self._text[start : start + 1]:
            case "{":
                value = self._object(depth)
            case "[":
                value = self._list(depth)
            case '"':
                value = normalised(self._string())
            case _:
                value = self._scalar()
        lines = (self._line(start), self._line(self._at - 1))
        return Node(value, self._places.setdefault(lines, Place(*lines)))

    def _object(self, depth: int) -> dict[str, Node]:
        members: dict[str, Node] = {}
        while self._more("}", first=not members):
            self._skip_blanks()
            start = self._at
            if self._text[start : start + 1] != '"':
                raise self._malformed()
            key = self._string()
            if key in members:
                raise JsonRepeatsKey(file=self._name, line=self._line(start), key=key[:100])
            self._skip_blanks()
            if self._text[self._at : self._at + 1] != ":":
                raise self._malformed()
            self._at += 1
            members[key] = self._value(depth + 1)
        return members

    def _list(self, depth: int) -> list[Node]:
        values: list[Node] = []
        while self._more("]", first=not values):
            values.append(self._value(depth + 1))
        return values

    def _more(self, closing: str, *, first: bool) -> bool:
        """Step over what opens, parts or closes; return whether another member follows."""
        if first:
            self._at += 1
        self._skip_blanks()
        sign = self._text[self._at : self._at + 1]
        if sign == closing:
            self._at += 1
            return False
        if first:
            return True
        if sign != ",":
            raise self._malformed()
        self._at += 1
        return True

    def _string(self) -> str:
        start = self._at
        try:
            text, self._at = _DECODER.raw_decode(self._text, start)
        except json.JSONDecodeError as error:
            self._at = min(error.pos, len(self._text))
            raise self._malformed() from error
        if _LONE_SURROGATE.search(text):
            self._at = start
            raise self._malformed()
        return str(text)

    def _scalar(self) -> str | bool | None:
        if found := _CONSTANT.match(self._text, self._at):
            self._at = found.end()
            return _CONSTANTS[found[0]]
        if found := _NUMBER.match(self._text, self._at):
            self._at = found.end()
            return found[0]
        raise self._malformed()

    def _skip_blanks(self) -> None:
        found = _BLANKS.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _line(self, offset: int) -> int:
        return bisect_right(self._line_ends, offset) + 1

    def _malformed(self) -> JsonMalformed:
        line = self._line(self._at)
        begins = self._line_ends[line - 2] if line > 1 else 0
        return JsonMalformed(file=self._name, line=line, column=self._at - begins + 1)
