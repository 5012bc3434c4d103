"""Values with their places: what a YAML text and a JSON document both become before they are understood.

Takes plain values (`node_of`) or is built by `yaml_strict`; read by forms and records. Every text in a node
is in NFC and free of characters that nobody sees.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from organica.domain.errors import Fact
from organica.files.errors import EmptyValue, ExpectedMap, ExpectedText, ForbiddenCharacter, NestedTooDeep

Plain: TypeAlias = "str | bool | list[Plain] | dict[str, Plain]"
MAX_LEVELS = 24
# What a refusal repeats of a wrong word: enough to find it, never a whole paragraph.
MAX_QUOTED = 80
# C0 but tab and newline, DEL and C1, surrogates, and the marks that turn the direction of writing: they
# let a text show something else than what is hashed.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands; line and column are counted from 1, and are None where there is no text."""

    path: str = ""
    file: str | None = None
    line: int | None = None
    column: int | None = None

    def facts(self) -> dict[str, Fact]:
        """Return what is known of the place, as facts of a refusal."""
        known: dict[str, Fact] = {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "path": self.path or None,
        }
        return {name: fact for name, fact in known.items() if fact is not None}

    def key(self, word: str) -> Spot:
        """Return the spot one key further down."""
        return replace(self, path=f"{self.path}.{quoted(word)}" if self.path else quoted(word))

    def item(self, index: int) -> Spot:
        """Return the spot of one item of the list here."""
        return replace(self, path=f"{self.path}[{index}]")


@dataclass(frozen=True, slots=True)
class Node:
    """A text, true/false, list or map at its place; `named_at` is where the key before it stands."""

    value: str | bool | list[Node] | dict[str, Node]
    spot: Spot = field(default_factory=Spot)
    named_at: Spot | None = None

    @property
    def key_spot(self) -> Spot:
        """Return where its key stands: the place to look at when the key itself is wrong."""
        return self.named_at or self.spot


def quoted(value: str) -> str:
    """Return the beginning of a value, for a refusal."""
    return value if len(value) <= MAX_QUOTED else value[: MAX_QUOTED - 1] + "…"


def clean(text: str, spot: Spot) -> str:
    """Return the text in NFC. Raises: ForbiddenCharacter."""
    normal = unicodedata.normalize("NFC", text)
    if found := _FORBIDDEN.search(normal):
        raise ForbiddenCharacter(character=f"U+{ord(found[0]):04X}", **spot.facts())
    return normal


def first_forbidden(text: str) -> int | None:
    """Return the offset of the first character that no text may hold, or None. Line ends are no matter."""
    found = _FORBIDDEN.search(text.replace("\r\n", "\n\n"))
    return found.start() if found else None


def node_of(plain: object, spot: Spot | None = None, level: int = 1) -> Node:
    """Return plain values as nodes.

    Raises: EmptyValue for None, ExpectedText for numbers and the like, NestedTooDeep, ForbiddenCharacter.
    """
    spot = spot or Spot()
    if level > MAX_LEVELS:
        raise NestedTooDeep(most=MAX_LEVELS, **spot.facts())
    match plain:
        case bool():
            return Node(plain, spot)
        case str():
            return Node(clean(plain, spot), spot)
        case Mapping():
            return Node(_entries(plain, spot, level), spot)
        case Sequence() if not isinstance(plain, bytes):
            return Node([node_of(each, spot.item(i), level + 1) for i, each in enumerate(plain)], spot)
        case None:
            raise EmptyValue(**spot.facts())
        case _:
            raise ExpectedText(**spot.facts())


def _entries(plain: Mapping[object, object], spot: Spot, level: int) -> dict[str, Node]:
    entries: dict[str, Node] = {}
    for word, value in plain.items():
        if not isinstance(word, str):
            raise ExpectedMap(**spot.facts())
        word = clean(word, spot)
        entries[word] = node_of(value, spot.key(word), level + 1)
    return entries


def plain_of(node: Node) -> Plain:
    """Return the node's values without their places."""
    match node.value:
        case dict():
            return {word: plain_of(each) for word, each in node.value.items()}
        case list():
            return [plain_of(each) for each in node.value]
        case value:
            return value
