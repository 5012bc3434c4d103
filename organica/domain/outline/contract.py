"""The contract of an outline as JSON: what `organica read --json` prints, as JSON Schema.

Takes nothing; returns a schema of draft 2020-12 as plain values. Called by whoever prints the committed
contracts. It stands beside `plain`, which makes what it describes: a key is added to both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from organica.domain.outline.doubts import DoubtCode
from organica.domain.outline.parts import AmendmentAction, OutlineSort, PassedBecause, SourceRelation

_DAY = r"^\d{4}-\d{2}-\d{2}$"
_TEXT: dict[str, Any] = {"type": "string"}
_TEXT_OR_NULL: dict[str, Any] = {"type": ["string", "null"]}
_DAY_OR_NULL: dict[str, Any] = {"type": ["string", "null"], "pattern": _DAY}


def outline_schema() -> dict[str, Any]:
    """Return the JSON Schema of an outline. Every key is always there; what is not printed is null."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Outline",
        "description": "What `organica read --json` prints: all that was read of one document, nothing of it "
        "law yet. Texts are literal; `lines` are the first and the last line, counted from 1.",
        **_object(
            {
                "body": {**_TEXT_OR_NULL, "description": "The body that the text is about."},
                "dated": {**_DAY_OR_NULL, "description": "The day of the text or register itself."},
                "units": _list("unit"),
                "heads": _list("head"),
                "legal_sources": _list("legal_source"),
                "amendments": _list("amendment"),
                "passed_over": _list("passed_over"),
                "doubts": _list("doubt"),
            }
        ),
        "$defs": {
            "lines": {
                "type": "array",
                "items": {"type": "integer", "minimum": 1},
                "minItems": 2,
                "maxItems": 2,
            },
            "unit": _unit(),
            "function": _function(),
            "head": _object(
                {
                    "unit": _TEXT,
                    "name": _TEXT,
                    "post": _TEXT_OR_NULL,
                    "capacity": _TEXT_OR_NULL,
                    "lines": _ref("lines"),
                }
            ),
            "legal_source": _legal_source(),
            "amendment": _amendment(),
            "passed_over": {
                **_object({"because": _one_of(PassedBecause), "lines": _ref("lines")}),
                "description": "Lines that say nothing of units, and why they were left out.",
            },
            "doubt": _doubt(),
        },
    }


def outline_contract() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(outline_schema(), ensure_ascii=False, indent=1) + "\n"


def _unit() -> dict[str, Any]:
    return _object(
        {
            "name": _TEXT,
            "sort": _one_of(OutlineSort),
            "kind": {**_TEXT_OR_NULL, "description": "The word of rank as printed."},
            "acronym": _TEXT_OR_NULL,
            "parent": {**_TEXT_OR_NULL, "description": "The name of the unit above, where it is stated."},
            "code": {**_TEXT_OR_NULL, "description": "The unit's code in a machine-readable register."},
            "parent_code": _TEXT_OR_NULL,
            "in_force_from": _DAY_OR_NULL,
            "provision": {**_TEXT_OR_NULL, "description": "The part of the source that says it, as printed."},
            "repealed": {"type": "boolean"},
            "objective": _TEXT_OR_NULL,
            "objective_lines": {"oneOf": [_ref("lines"), {"type": "null"}]},
            "functions": _list("function"),
            "lines": _ref("lines"),
        }
    )


def _function() -> dict[str, Any]:
    return _object(
        {
            "label": {**_TEXT_OR_NULL, "description": "As printed, without its punctuation."},
            "text": _TEXT,
            "list": {**_TEXT_OR_NULL, "description": "The name of the list where a unit has several."},
            "provision": _TEXT_OR_NULL,
            "lines": _ref("lines"),
            "functions": {**_list("function"), "description": "The sub-items."},
        }
    )


def _legal_source() -> dict[str, Any]:
    return _object(
        {
            "kind": _TEXT,
            "number": {**_TEXT_OR_NULL, "description": "With year and issuer where so printed: 052-2019-EF."},
            "series": _TEXT_OR_NULL,
            "year": {"type": ["integer", "null"]},
            "issuer": _TEXT_OR_NULL,
            "role": {"enum": ["self", "cited"]},
            "date": _DAY_OR_NULL,
            "title": _TEXT_OR_NULL,
            "relation": {
                "description": "What the text does to the source, or the source to the text.",
                "enum": [*_values(SourceRelation), None],
            },
            "printed": _TEXT,
            "lines": _ref("lines"),
        }
    )


def _amendment() -> dict[str, Any]:
    return _object(
        {
            "action": _one_of(AmendmentAction),
            **dict.fromkeys(("unit", "article", "label", "text", "new_label", "after"), _TEXT_OR_NULL),
            "old_words": _TEXT_OR_NULL,
            "provision": _TEXT_OR_NULL,
            "printed": _TEXT,
            "lines": _ref("lines"),
        }
    )


def _doubt() -> dict[str, Any]:
    return _object(
        {
            "code": _one_of(DoubtCode),
            "subject": {**_TEXT_OR_NULL, "description": "The name of the unit concerned."},
            "printed": _TEXT_OR_NULL,
            "suggestion": {**_TEXT_OR_NULL, "description": "What was taken instead, or expected."},
            "lines": _ref("lines"),
            "es": {**_TEXT, "description": "The doubt as a sentence, in Spanish."},
            "en": {**_TEXT, "description": "The same in English."},
        }
    )


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name)}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _one_of(choices: type[StrEnum]) -> dict[str, Any]:
    return {"enum": _values(choices)}


def _values(choices: Iterable[StrEnum]) -> list[str]:
    return [choice.value for choice in choices]
