"""The words of JSON Schema in which a form tells an editor what it takes.

Takes grammars and closed lists; returns schemas of draft 2020-12 as plain values. Called by forms and shapes.
A schema never refuses what its form takes; what hangs on the register, on the rest of the file or on persons
is for the reader alone.

An editor reads YAML by its own rules: to it a bare 2024 is a number and a bare true a truth value, while to
the register every value is a text. So a schema takes those too, wherever they would pass as a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

JsonSchema: TypeAlias = dict[str, Any]
# The schemas of records by name, to which the others refer; asking for the shape of a record adds it.
Definitions: TypeAlias = dict[str, JsonSchema]
Shape: TypeAlias = Callable[[Definitions], JsonSchema]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# A line without blanks at its ends.
ONE_LINE = r"\S(?:.*\S)?"
_DAY_OF_MONTH = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))"
)
CIVIL_DAY = rf"\d{{4}}-{_DAY_OF_MONTH}"
LEGAL_DAY = rf"\d{{4}}(?:-(?:0[1-9]|1[0-2])|-{_DAY_OF_MONTH}(?:/{CIVIL_DAY})?)?"


def matching(pattern: str, most: int | None = None) -> Shape:
    """Return the shape of texts that match a pattern as a whole, of `most` characters at most."""
    types = ["string"]
    types += ["number"] * any(re.fullmatch(pattern, number, re.ASCII) for number in ("1", "2024"))
    types += ["boolean"] * bool(re.fullmatch(pattern, "true"))
    found: JsonSchema = {
        "type": types[0] if len(types) == 1 else types,
        "pattern": f"^(?:{pattern})$",
        **({"maxLength": most} if most else {}),
    }
    return lambda _definitions: dict(found)


def any_text(_definitions: Definitions) -> JsonSchema:
    """Return the schema of texts that are not blank, of however many lines."""
    return {"type": ["string", "number", "boolean"], "pattern": r"\S"}


def flag(_definitions: Definitions) -> JsonSchema:
    """Return the schema of true and false, which may stand in quotes."""
    return {"enum": [True, False, "true", "false"]}


def one_of_words(words: Iterable[str]) -> Shape:
    """Return the shape of a closed list."""
    known = list(words)
    return lambda _definitions: {"enum": known}


def list_of(item: Shape) -> Shape:
    """Return the shape of a list whose items have one shape."""
    return lambda definitions: {"type": "array", "items": item(definitions)}


def either(*shapes: Shape) -> Shape:
    """Return the shape of what has one of these shapes."""
    return lambda definitions: {"anyOf": [shape(definitions) for shape in shapes]}
