"""Values with their places: what a YAML text and a JSON document both become before they are understood.

Takes plain values (`node_of`) or is built by `yaml_strict`; read by forms and records. Every text in a node
is in NFC and free of characters that nobody sees; in a node made of an entry it is as the entry holds it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from organica.domain.errors import Fact
from organica.files.errors import EmptyValue, ExpectedMap, ExpectedText, NestedTooDeep
from organica.files.text_errors import ForbiddenCharacter
from organica.text.unseen import code_point, first_unseen, unicode_name

Plain: TypeAlias = "str | bool | list[Plain] | dict[str, Plain]"
MAX_LEVELS = 24
# What a refusal repeats of a wrong word: enough to find it, never a whole paragraph.
MAX_QUOTED = 80


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
    if (offset := first_unseen(normal)) is not None:
        raise forbidden(normal[offset], spot)
    return normal


def forbidden(character: str, spot: Spot) -> ForbiddenCharacter:
    """Return the refusal of a character that no text may hold."""
    facts = spot.facts()
    return ForbiddenCharacter(character=code_point(character), name=unicode_name(character), **facts)


def node_of(plain: object, spot: Spot | None = None, level: int = 1, *, ledger: bool = False) -> Node:
    """Return plain values as nodes; those of the ledger as they stand, their texts and depth not judged.

    Raises: EmptyValue for None, ExpectedText for numbers and the like, NestedTooDeep, ForbiddenCharacter.
    """
    spot = spot or Spot()
    if level > MAX_LEVELS and not ledger:
        raise NestedTooDeep(most=MAX_LEVELS, **spot.facts())
    match plain:
        case bool():
            return Node(plain, spot)
        case str():
            return Node(plain if ledger else clean(plain, spot), spot)
        case Mapping():
            return Node(_entries(plain, spot, level, ledger), spot)
        case Sequence() if not isinstance(plain, bytes):
            items = enumerate(plain)
            return Node([node_of(each, spot.item(i), level + 1, ledger=ledger) for i, each in items], spot)
        case None:
            raise EmptyValue(**spot.facts())
        case _:
            raise ExpectedText(**spot.facts())


def _entries(plain: Mapping[object, object], spot: Spot, level: int, ledger: bool) -> dict[str, Node]:
    entries: dict[str, Node] = {}
    for word, value in plain.items():
        if not isinstance(word, str):
            raise ExpectedMap(**spot.facts())
        word = word if ledger else clean(word, spot)
        entries[word] = node_of(value, spot.key(word), level + 1, ledger=ledger)
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
