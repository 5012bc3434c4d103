"""Values with their places: what a YAML text and a JSON document both become before they are understood.

Takes plain values (`node_of`) or is built by `yaml_strict`; read by forms and records. Every text in a node
is in NFC and free of characters that nobody sees; in a node made of an entry it is as the entry holds it.
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
# Controls (but tab and newline), formats, surrogates, line and paragraph separators: a text that holds one
# shows something else than what is hashed, compared and searched. Formats are the marks of direction, the
# soft hyphen, blanks of no width, joiners, the byte mark within a text and the tag letters. The price:
# what is copied from a PDF may need its soft hyphens deleted, and an emoji made of several is refused.
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Unicode files these under letters, marks and symbols, but they are drawn as nothing too: the grapheme
# joiner, the fillers of Hangul and Khmer, variation selectors and the Braille blank.
_UNSEEN_OTHERS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef"
)
_UNSEEN_OTHER = re.compile(f"[{_UNSEEN_OTHERS}]")
# What Spanish law is written with is passed over at once: ASCII, and Latin letters with «», ·, º, ª, § and
# °. The non-breaking space U+00A0 is among it on purpose: word processors put it in "N° 35" and "art. 5",
# it shows as the blank that it is, and to refuse it would make people retype what is printed. Dashes,
# curly quotes, wider blanks and other scripts are looked up one by one, and stay too.
_LOOKED_UP = re.compile("[^\t\n -~\u00a0-\u00ac\u00ae-\u02ff]")


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
    if (offset := _first_unseen(normal)) is not None:
        raise ForbiddenCharacter(character=f"U+{ord(normal[offset]):04X}", **spot.facts())
    return normal


def first_forbidden(text: str) -> int | None:
    """Return the offset of the first character that no text may hold, or None. Line ends are no matter."""
    return _first_unseen(text.replace("\r\n", "\n\n"))


def _first_unseen(text: str) -> int | None:
    for found in _LOOKED_UP.finditer(text):
        if unicodedata.category(found[0]) in _UNSEEN_CATEGORIES or _UNSEEN_OTHER.match(found[0]):
            return found.start()
    return None


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
