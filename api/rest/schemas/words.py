"""The few words in which the JSON Schemas of REST are written.

Takes schemas; returns schemas. Called by `api.rest.schemas.things` and `api.rest.schemas.answers` only.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

JsonSchema = dict[str, Any]
TEXT: JsonSchema = {"type": "string"}
TRUTH: JsonSchema = {"type": "boolean"}
DAY: JsonSchema = {"type": "string", "format": "date"}
COUNT: JsonSchema = {"type": "integer", "minimum": 0}


def ref(name: str) -> JsonSchema:
    """Return a reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def an_object(means: str, **members: JsonSchema) -> JsonSchema:
    """Return an object all of whose members are always there; `class_` stands for `class`."""
    named = {name.rstrip("_"): schema for name, schema in members.items()}
    return {"type": "object", "description": means, "required": list(named), "properties": named}


def or_null(schema: JsonSchema) -> JsonSchema:
    """Return a schema that also allows null."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    nullable = {**schema, "type": [schema["type"], "null"]}
    return {**nullable, "enum": [*schema["enum"], None]} if "enum" in schema else nullable


def list_of(item: JsonSchema) -> JsonSchema:
    """Return a list of such items."""
    return {"type": "array", "items": item}


def one_of(choices: type[StrEnum]) -> JsonSchema:
    """Return one of the values of a closed set of the register."""
    return {"type": "string", "enum": [choice.value for choice in choices]}


def said(schema: JsonSchema, means: str) -> JsonSchema:
    """Return the schema with what it means here."""
    return {**schema, "description": means}


def either(means: str, *names: str) -> JsonSchema:
    """Return one of several components, by what was asked for."""
    return {"description": means, "oneOf": [ref(name) for name in names]}
