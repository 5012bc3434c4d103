"""The OpenAPI 3.1 document, made from the operations that are served.

Takes nothing; returns the document as plain values. Called by `api.rest.routing` once, and by tests.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from api.problems import PROBLEM_TYPE, TITLES, problem_of, status_of
from api.refusals import BadEncoding, MalformedRequest, NotAcceptable
from api.rest.answer_schemas import COMPONENTS
from api.rest.operations import OPERATIONS, Operation
from api.rest.parameters import Parameter
from api.rest.refusals import EmptyParameter, MissingParameter, RepeatedParameter, UnknownParameter
from api.rest.schema_words import ref
from organica.domain.errors import Refused, Unavailable
from schema.refusals import InternalError

JSON = "application/json"
TEXT = "text/plain"
VERSION = "1.0.0"
INFO = {
    "title": "Orgánica",
    "summary": "Las unidades y funciones de los organismos públicos en cualquier fecha, con su acto.",
    "description": (
        "Orgánica is the register of how public bodies are organised. Every answer holds for one day "
        "(`as_of`) and one state of knowledge (`known_at`). Problems follow RFC 9457, in Spanish or, with "
        "`Accept-Language: en`, in English. Answers may gain members; readers ignore those they do not know."
    ),
    "version": VERSION,
    "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
}
TAGS = (
    ("organizations", "Organizaciones"),
    ("structure", "Unidades, funciones y cargos en un día"),
    ("history", "Versiones y cambios"),
    ("sources", "Fuentes legales"),
)
EVERYWHERE: tuple[type[Refused], ...] = (
    UnknownParameter,
    RepeatedParameter,
    EmptyParameter,
    MalformedRequest,
    BadEncoding,
    NotAcceptable,
    InternalError,
    Unavailable,
)


def openapi() -> dict[str, Any]:
    """Return the document; equal for every process of one release."""
    return {
        "openapi": "3.1.0",
        "info": INFO,
        "servers": [{"url": "/"}],
        "security": [],
        "tags": [{"name": name, "description": means} for name, means in TAGS],
        "paths": {operation.path: {"get": _operation(operation)} for operation in OPERATIONS},
        "components": {"schemas": COMPONENTS, "headers": _HEADERS},
    }


_HEADERS = {
    "ETag": {"description": "A strong validator of these bytes.", "schema": {"type": "string"}},
    "Link": {
        "description": "The next page of the list, where there is one: rel=next.",
        "schema": {"type": "string"},
    },
    "ContentLanguage": {"description": "es or en.", "schema": {"type": "string", "enum": ["es", "en"]}},
    "RetryAfter": {"description": "Seconds to wait.", "schema": {"type": "integer"}},
}


def _operation(operation: Operation) -> dict[str, Any]:
    return {
        "operationId": operation.id,
        "tags": [operation.tag],
        "summary": operation.asks.en,
        "description": operation.asks.es + ".",
        "parameters": [_parameter(parameter) for parameter in operation.parameters],
        "responses": {
            "200": _answer(operation),
            "304": {"description": "The reader has the answer already.", "headers": _header("ETag")},
            **_problems(operation),
        },
    }


def _header(*names: str) -> dict[str, Any]:
    written = {"ContentLanguage": "Content-Language", "RetryAfter": "Retry-After"}
    return {written.get(name, name): {"$ref": f"#/components/headers/{name}"} for name in names}


def _answer(operation: Operation) -> dict[str, Any]:
    paged = any(parameter.name == "after" for parameter in operation.parameters)
    text = {TEXT: {"schema": {"type": "string"}}} if operation.text else {}
    also = (*(("Link",) if paged else ()), *(("ContentLanguage",) if operation.text else ()))
    return {
        "description": COMPONENTS[operation.schema]["description"],
        "headers": _header("ETag", *also),
        "content": {JSON: {"schema": ref(operation.schema)}, **text},
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.required,
        "description": f"{parameter.means.en} / {parameter.means.es}",
        "schema": parameter.schema,
    }
    example: object = parameter.example
    if parameter.schema["type"] == "integer":
        example = int(parameter.example)
    if not parameter.other_examples:
        return {**described, "example": example}
    others = {name: {"value": value} for name, value in parameter.other_examples.items()}
    return {**described, "examples": {"plain": {"value": example}, **others}}


def refusals_of(operation: Operation) -> tuple[type[Refused], ...]:
    """Return every kind of refusal that an operation may answer with, without those of reading values."""
    asked = [parameter for parameter in operation.parameters if parameter.place == "query"]
    missing = (MissingParameter,) if any(parameter.required for parameter in asked) else ()
    return (*operation.refusals, *missing, *EVERYWHERE)


def _problems(operation: Operation) -> dict[str, Any]:
    """Return the problems by status code, each kind as an example."""
    by_status: dict[int, list[type[Refused]]] = {}
    for refusal in refusals_of(operation):
        by_status.setdefault(status_of(refusal), []).append(refusal)
    return {str(status): _problem(status, kinds) for status, kinds in sorted(by_status.items())}


def _problem(status: int, kinds: list[type[Refused]]) -> dict[str, Any]:
    names = (
        ("ContentLanguage", "RetryAfter")
        if status == HTTPStatus.SERVICE_UNAVAILABLE
        else ("ContentLanguage",)
    )
    return {
        "description": f"{TITLES[status].en} / {TITLES[status].es}",
        "headers": _header(*names),
        "content": {
            PROBLEM_TYPE: {
                "schema": ref("Problem"),
                "examples": {
                    kind.code: {"value": {**problem_of(kind(), "es"), "instance": "/v1/organizations"}}
                    for kind in kinds
                },
            }
        },
    }
