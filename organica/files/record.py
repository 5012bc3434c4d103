"""Records: maps with known keys that become one value, described once for reading and writing.

Takes a table of keys; returns a form. Called by the tables of shapes and of acts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from functools import cached_property
from typing import Any, Generic, TypeVar

from organica.domain.errors import Refused
from organica.files.errors import MissingKey, UnknownKey
from organica.files.forms import Context, Form, entries_in, nearest
from organica.files.json_schema import Definitions, JsonSchema
from organica.files.meanings import MEANINGS
from organica.files.node import Node, Plain, quoted

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its word in the file, its form, and the field that it fills (by default the same word).

    `field` None marks a key that only repeats what the file says already. `ledger`: the register alone
    writes it. `usual` gives what stands there when the key is left out, where that hangs on the file.
    """

    word: str
    form: Form[Any]
    field: str | None = ""
    ledger: bool = False
    usual: Callable[[Context], Any] | None = None

    @property
    def attribute(self) -> str | None:
        """Return the name of the field, or None."""
        return self.word if self.field == "" else self.field


@dataclass(frozen=True)
class Record(Generic[T]):
    """The shape of one dataclass. A key is required when its field has no default and no `usual` value.

    `derived` names fields that follow from others and have no key; every other field must have one, or be
    at its default when it is written: nothing is ever lost in silence.
    """

    cls: type[T]
    keys: tuple[Key, ...]
    derived: tuple[str, ...] = ()
    derive: Callable[[dict[str, Any], Context], None] = lambda _values, _context: None
    name: str = ""

    @property
    def form(self) -> Form[T]:
        """Return the record as a form."""
        return Form(self.read, self.write, self.shape)

    @property
    def called(self) -> str:
        """Return the name by which the table of meanings and other schemas speak of the record."""
        return self.name or self.cls.__name__

    def shape(self, definitions: Definitions) -> JsonSchema:
        """Return a reference to the schema of what a person may write, which stands in `definitions`."""
        if self.called not in definitions:
            # The name is taken first: a function may hold functions.
            definitions[self.called] = {}
            definitions[self.called] = self._schema(definitions)
        return {"$ref": f"#/$defs/{self.called}"}

    def _schema(self, definitions: Definitions) -> JsonSchema:
        keys = [key for key in self.keys if not key.ledger]
        means = MEANINGS[self.called]
        required = [key.word for key in keys if self.must_have(key)]
        return {
            "type": "object",
            "properties": {
                key.word: {**key.form.shape(definitions), "description": means[key.word]} for key in keys
            },
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    @cached_property
    def _fields(self) -> Mapping[str, Field[Any]]:
        return {each.name: each for each in fields(self.cls)}  # type: ignore[arg-type]

    def read(self, node: Node, context: Context) -> T:
        """Return the value. Raises: UnknownKey, MissingKey, and what the keys and the class refuse."""
        entries = entries_in(node)
        known = [key for key in self.keys if context.ledger or not key.ledger]
        refuse_unknown(entries, [key.word for key in known])
        values: dict[str, Any] = {}
        for key in known:
            if key.word in entries:
                value = key.form.read(entries[key.word], context)
                if key.attribute:
                    values[key.attribute] = value
            elif key.usual is not None:
                if key.attribute:
                    values[key.attribute] = key.usual(context)
            elif self.must_have(key):
                raise MissingKey(key=key.word, **node.key_spot.facts())
        try:
            self.derive(values, context)
            return self.cls(**values)
        except Refused as refusal:
            raise refusal.located(**node.key_spot.facts()) from None

    def write(self, value: T, context: Context) -> Plain:
        """Return the map; what is at its default, or as usual in this file, is left out."""
        written: dict[str, Plain] = {}
        for key in self.keys:
            if key.ledger and not context.ledger:
                continue
            if key.attribute is None:
                written[key.word] = key.form.write(None, context)
                continue
            held = getattr(value, key.attribute)
            left_out = key.usual(context) if key.usual else self._default(key.attribute)
            if held != left_out:
                written[key.word] = key.form.write(held, context)
        return written

    def _default(self, name: str) -> Any:
        return self._fields[name].default

    def must_have(self, key: Key) -> bool:
        """Tell whether a file must have the key."""
        if key.usual is not None:
            return False
        return key.attribute is None or (
            key.attribute not in self.derived and self._default(key.attribute) is MISSING
        )


def refuse_unknown(entries: Mapping[str, Node], known: Sequence[str]) -> None:
    """Refuse the first key that is none of the known ones. Raises: UnknownKey."""
    for word, node in entries.items():
        if word not in known:
            facts = node.key_spot.facts()
            raise UnknownKey(key=quoted(word), known=tuple(known), suggestion=nearest(word, known), **facts)
