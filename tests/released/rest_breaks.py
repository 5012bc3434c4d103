"""What breaks readers between two OpenAPI descriptions.

Takes two descriptions of the kind that `api.rest.openapi` makes; returns one line for each breaking change. Called by the
tests beside this file. A reader may ask all that could be asked, and is answered with nothing but what was described:
members may be added to an answer, and values to a closed set, but none removed, retyped or made optional.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Schema = Mapping[str, Any]
# Where one of these differs, a parameter may no longer take something that it took. Patterns are left out: of two of them
# nobody can tell which takes less, and most are mended to say what was refused anyway.
LIMITS = ("maxLength", "minLength", "minimum", "maximum", "format")
COMPONENT = "#/components/schemas/"


def rest_breaks(before: Schema, after: Schema) -> list[str]:
    """Return the changes that break a client written for the older description."""
    return sorted(set(_Comparison(before, after).operations()))


class _Comparison:
    """Two descriptions, and which pairs of their components were compared already."""

    def __init__(self, before: Schema, after: Schema) -> None:
        self._before = before
        self._after = after
        self._seen: set[tuple[str, str]] = set()

    def operations(self) -> Iterator[str]:
        """Yield what breaks of every operation."""
        for path, methods in self._before["paths"].items():
            for method, old in methods.items():
                new = self._after["paths"].get(path, {}).get(method)
                if new is None:
                    yield f"{method.upper()} {path} was removed."
                    continue
                if old["operationId"] != new["operationId"]:
                    yield f"{method.upper()} {path} is {new['operationId']}, was {old['operationId']}."
                yield from _of_parameters(old["operationId"], old, new)
                yield from self._of_answers(old["operationId"], old["responses"], new["responses"])

    def _of_answers(self, operation: str, old: Schema, new: Schema) -> Iterator[str]:
        for status, answer in old.items():
            if status not in new:
                if status < "400":  # Nobody misses a refusal that no longer happens.
                    yield f"{operation} no longer answers {status}."
                continue
            for header in answer.get("headers", {}):
                if header not in new[status].get("headers", {}):
                    yield f"{operation} no longer sends {header} with {status}."
            for media_type, content in answer.get("content", {}).items():
                if media_type not in new[status].get("content", {}):
                    yield f"{operation} no longer answers {status} as {media_type}."
                    continue
                there = new[status]["content"][media_type]
                yield from self._of_schema(f"{operation} {status}", content["schema"], there["schema"])

    def _of_schema(self, place: str, old: Schema, new: Schema) -> Iterator[str]:
        """Yield what breaks of a value that is answered. `place` says where it stands."""
        olds, news = _forms(old), _forms(new)
        were, are = _kinds(self._read(self._before, olds)), _kinds(self._read(self._after, news))
        if not are <= were:
            yield f"{place} is {' or '.join(sorted(are))}, was {' or '.join(sorted(were))}."
            return
        for index, form in enumerate(news):
            other = _partner(form, index, olds)
            if other is not None:
                yield from self._of_form(place, other, form)

    def _of_form(self, place: str, old: Schema, new: Schema) -> Iterator[str]:
        if "$ref" in old or "$ref" in new:
            pair = (old.get("$ref", place), new.get("$ref", place))
            if pair in self._seen:
                return
            self._seen.add(pair)
            place = old.get("$ref", place).removeprefix(COMPONENT)
            old, new = _resolved(self._before, old), _resolved(self._after, new)
            if "anyOf" in old or "oneOf" in old or "anyOf" in new or "oneOf" in new:
                yield from self._of_schema(place, old, new)
                return
        for name, member in old.get("properties", {}).items():
            there = new.get("properties", {}).get(name)
            if there is None:
                yield f"{place}.{name} was removed."
                continue
            if name in old.get("required", ()) and name not in new.get("required", ()):
                yield f"{place}.{name} may be missing."
            yield from self._of_schema(f"{place}.{name}", member, there)
        if "items" in old and "items" in new:
            yield from self._of_schema(f"{place}[]", old["items"], new["items"])

    def _read(self, root: Schema, forms: Sequence[Schema]) -> Iterator[Schema]:
        for form in forms:
            there = _resolved(root, form)
            if "anyOf" in there or "oneOf" in there:
                yield from self._read(root, _forms(there))
            else:
                yield there


def _of_parameters(operation: str, old: Schema, new: Schema) -> Iterator[str]:
    taken = {(each["in"], each["name"]): each for each in new.get("parameters", ())}
    known = {(each["in"], each["name"]): each for each in old.get("parameters", ())}
    for place, parameter in known.items():
        name = f"Parameter {parameter['name']} of {operation}"
        there = taken.get(place)
        if there is None:
            yield f"{name} was removed."
            continue
        if there["required"] and not parameter["required"]:
            yield f"{name} became required."
        yield from (f"{name} takes {less}." for less in _taken_less(parameter["schema"], there["schema"]))
    for place, parameter in taken.items():
        if place not in known and parameter["required"]:
            yield f"Parameter {parameter['name']} of {operation} was added and is required."


def _taken_less(old: Schema, new: Schema) -> Iterator[str]:
    """Yield how a parameter may take less than it did."""
    if not _types(old) <= _types(new):
        yield f"{' or '.join(sorted(_types(new)))}, took {' or '.join(sorted(_types(old)))}"
    elif "enum" in new:
        gone = [value for value in old.get("enum", ["any value"]) if value not in new["enum"]]
        yield from (f"{value} no longer" for value in gone)
    for limit in LIMITS:
        if limit in new and old.get(limit) != new[limit] and not _wider(limit, old.get(limit), new[limit]):
            yield f"another {limit}"


def _wider(limit: str, old: object, new: object) -> bool:
    """Whether a limit that is a number lets through all that it did."""
    if not isinstance(old, int) or not isinstance(new, int):
        return False
    return new > old if limit.startswith("max") else new < old


def _forms(schema: Schema) -> Sequence[Schema]:
    """Return what a value may be, each alone."""
    forms: Sequence[Schema] = schema.get("anyOf") or schema.get("oneOf") or [schema]
    return forms


def _partner(form: Schema, index: int, olds: Sequence[Schema]) -> Schema | None:
    """Return the older form that a newer one goes on from: of its name, else of its kind, else at its place."""
    named = [old for old in olds if "$ref" in form and old.get("$ref") == form["$ref"]]
    alike = [old for old in olds if "type" in form and old.get("type") == form["type"]]
    at_its_place = [olds[index]] if index < len(olds) else []
    return next(iter([*named, *alike, *at_its_place]), None)


def _kinds(schemas: Iterable[Schema]) -> set[str]:
    return {
        f"{name} ({schema['format']})" if "format" in schema else name
        for schema in schemas
        for name in _types(schema)
    }


def _types(schema: Schema) -> set[str]:
    types = schema.get("type", "anything")
    return set(types) if isinstance(types, list) else {types}


def _resolved(root: Schema, schema: Schema) -> Schema:
    while "$ref" in schema:
        schema = root["components"]["schemas"][schema["$ref"].removeprefix(COMPONENT)]
    return schema
