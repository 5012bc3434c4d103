"""The OpenAPI 3.1 document, made from the operations that are served.

Takes the operations and the public address; returns the document as plain values. Called by
`api.rest.routing` once, and by tests. Its examples of answers are those that `api.rest.print_examples` wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from api.problems import PROBLEM_TYPE, TITLES, problem_of, status_of
from api.refusals import BadEncoding, MalformedRequest, NotAcceptable, UnknownPath
from api.rest.deprecation import Deprecation
from api.rest.formats import JSON, JSON_LD, TEXT, XLSX, Format
from api.rest.identifiers import IDENTIFIERS, Identifier
from api.rest.operation import Operation
from api.rest.operations import OPERATIONS
from api.rest.parameters.common import Parameter
from api.rest.refusals import (
    EmptyParameter,
    FormatNotServed,
    MissingParameter,
    RepeatedParameter,
    UnknownParameter,
    UnknownSuffix,
)
from api.rest.schemas.answers import COMPONENTS
from api.rest.schemas.words import ref
from api.rest.served_examples import example_of
from organica.domain.errors import Refused, Unavailable
from organica.domain.resolution import CoverageStatus
from organica.render.workbook_refusals import CellTooLong, TooManyRows
from schema.refusals import InternalError

VERSION = "1.0.0"
INFO = {
    "title": "Orgánica",
    "summary": "Las unidades y funciones de los organismos públicos en cualquier fecha, con su acto.",
    "description": (
        "Orgánica is the register of how public bodies are organised. Every answer holds for one day "
        "(`as_of`) and one state of knowledge (`known_at`). Problems follow RFC 9457, in Spanish or, with "
        "`Accept-Language: en`, in English. Answers may gain members; readers ignore those they do not know."
        "\n\nThe formats of an answer are chosen by `Accept` or by a suffix of the path, which outweighs it: "
        "`…/units.csv`, `.xlsx`, `.jsonl`, `.jsonld`, `.json`. What is deprecated says so in the headers "
        "`Deprecation` (RFC 9745) and `Sunset` (RFC 8594), with a `Link` to what takes its place."
    ),
    "version": VERSION,
    "contact": {"name": "Orgánica"},
    "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
}
TAGS = (
    ("organizations", "Organizaciones"),
    ("structure", "Unidades, funciones y cargos en un día"),
    ("programmes", "Programas y servicios con sus indicadores"),
    ("history", "Versiones y cambios"),
    ("sources", "Fuentes legales"),
    ("proposals", "Lo que sólo se propone, y lo que sería con ello"),
    ("search", "Búsqueda en palabras corrientes"),
    ("work", "Lo que falta por saber"),
    ("statutory", "Planillas que la ley de cada país obliga a publicar"),
    ("tables", "Qué es cada tabla que se descarga"),
    ("vocabularies", "Vocabularios de cada país"),
    ("identifiers", "Identificadores permanentes de las cosas, que llevan a sus documentos"),
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


def openapi(operations: Sequence[Operation] = OPERATIONS, public_url: str = "") -> dict[str, Any]:
    """Return the document; equal for every process of one release and one public address."""
    paths = {
        **{operation.path: {"get": _operation(operation)} for operation in operations},
        **{identifier.path: {"get": _identifier(identifier)} for identifier in IDENTIFIERS},
    }
    return {
        "openapi": "3.1.0",
        "info": INFO,
        "servers": [{"url": public_url or "/", "description": "Este registro / This register"}],
        "security": [],
        "tags": [{"name": name, "description": means} for name, means in TAGS],
        "paths": paths,
        "components": {"schemas": COMPONENTS, "headers": _headers_in(paths)},
    }


_HEADERS = {
    "ETag": {"description": "A strong validator of these bytes.", "schema": {"type": "string"}},
    "Link": {
        "description": "The next page of the list, where there is one: rel=next. The other formats: "
        "rel=alternate. The Table Schema of a table: rel=describedby.",
        "schema": {"type": "string"},
    },
    "ContentLocation": {
        "description": "The address of the format that was chosen, where the path had no suffix.",
        "schema": {"type": "string", "format": "uri-reference"},
    },
    "ContentDisposition": {
        "description": "The name under which a table is saved.",
        "schema": {"type": "string"},
    },
    "OrganicaCoverage": {
        "description": "How far a table's day is covered; with `none` it has no rows: unknown, not empty.",
        "schema": {"type": "string", "enum": [status.value for status in CoverageStatus]},
    },
    "Location": {
        "description": "The document about the thing.",
        "schema": {"type": "string", "format": "uri-reference"},
    },
    "Deprecation": {
        "description": "Since when what was asked is deprecated: @ and seconds since 1970 (RFC 9745).",
        "schema": {"type": "string", "pattern": "^@\\d+$"},
    },
    "Sunset": {
        "description": "From when on it may be gone (RFC 8594).",
        "schema": {"type": "string"},
    },
    "ContentLanguage": {"description": "es or en.", "schema": {"type": "string", "enum": ["es", "en"]}},
    "RetryAfter": {"description": "Seconds to wait.", "schema": {"type": "integer"}},
}


def _headers_in(paths: Mapping[str, Any]) -> dict[str, Any]:
    """Return the headers that the paths refer to: of a deprecation, only while something is deprecated."""
    text = str(paths)
    return {name: header for name, header in _HEADERS.items() if f"'#/components/headers/{name}'" in text}


def _operation(operation: Operation) -> dict[str, Any]:
    return {
        "operationId": operation.id,
        "tags": [operation.tag],
        "summary": operation.asks.en,
        "description": _told(operation.asks.es + ".", operation.deprecated),
        **_deprecated(operation.deprecated),
        "parameters": [_parameter(parameter) for parameter in operation.parameters],
        "responses": {
            "200": _answer(operation),
            "304": {"description": "The reader has the answer already.", "headers": _header("ETag")},
            **_problems(refusals_of(operation)),
        },
    }


def _identifier(identifier: Identifier) -> dict[str, Any]:
    """Return what an identifier answers: it leads on, and never has a body of its own."""
    return {
        "operationId": identifier.id,
        "tags": ["identifiers"],
        "summary": identifier.asks.en,
        "description": f"{identifier.asks.es}; lleva al documento, en el formato que pida Accept.",
        "parameters": [_parameter(each) for each in (*identifier.parameters, *identifier.queried)],
        "responses": {
            "303": {
                "description": f"The document: {identifier.leads_to.path}",
                "headers": _header("Location"),
            },
            **_problems((UnknownPath, *EVERYWHERE)),
        },
    }


def _told(sentence: str, deprecation: Deprecation | None) -> str:
    return f"{sentence} {deprecation.words()}" if deprecation else sentence


def _deprecated(deprecation: Deprecation | None) -> dict[str, bool]:
    return {"deprecated": True} if deprecation else {}


_WRITTEN = {
    "ContentLanguage": "Content-Language",
    "ContentLocation": "Content-Location",
    "ContentDisposition": "Content-Disposition",
    "OrganicaCoverage": "Organica-Coverage",
    "RetryAfter": "Retry-After",
}


def _header(*names: str) -> dict[str, Any]:
    return {_WRITTEN.get(name, name): {"$ref": f"#/components/headers/{name}"} for name in names}


def _answer(operation: Operation) -> dict[str, Any]:
    dated = (operation.deprecated, *(each.deprecated for each in operation.parameters))
    also = (
        *(("ContentDisposition", "OrganicaCoverage") if operation.table or operation.prescribed else ()),
        *(("ContentLanguage",) if operation.text else ()),
        *(("Deprecation", "Sunset") if any(dated) else ()),
    )
    texts = {TEXT.media_type: {"schema": {"type": "string"}}} if operation.text else {}
    return {
        "description": COMPONENTS[operation.schema]["description"],
        "headers": _header("ETag", "Link", "ContentLocation", *also),
        "content": {
            **{each.media_type: _content(operation, each) for each in operation.formats},
            **texts,
        },
    }


def _content(operation: Operation, format_: Format) -> dict[str, Any]:
    """Return the schema of an answer in a format, with an answer that was served so."""
    schema: dict[str, Any] = {"type": "string"}
    if format_ is JSON:
        schema = ref(operation.schema)
    elif format_ is JSON_LD:
        schema = ref("LinkedData")
    elif not format_.is_text:
        return {"schema": {**schema, "format": "binary"}}
    example = example_of(operation, format_)
    return {"schema": schema} if example is None else {"schema": schema, "example": example}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.required,
        "description": _told(f"{parameter.means.en} / {parameter.means.es}", parameter.deprecated),
        **_deprecated(parameter.deprecated),
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
    unfit = (CellTooLong, TooManyRows) if XLSX in operation.formats else ()
    return (*operation.refusals, *missing, *unfit, UnknownSuffix, FormatNotServed, *EVERYWHERE)


def _problems(refusals: Iterable[type[Refused]]) -> dict[str, Any]:
    """Return the problems by status code, each kind as an example."""
    by_status: dict[int, list[type[Refused]]] = {}
    for refusal in refusals:
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
