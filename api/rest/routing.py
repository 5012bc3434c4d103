"""From the description of operations to routes: reads the question, asks, and sends the answer's bytes.

Takes the reads of the register; returns Starlette routes. Called by `api.app`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.language import preferred, weighed
from api.refusals import NotAcceptable
from api.rest.openapi import openapi
from api.rest.operations import OPERATIONS, Operation
from api.rest.parameters import read_all
from organica.domain.errors import Language
from organica.register.consult import Consult

JSON = "application/json"
TEXT = "text/plain"
# Shared caches may keep an answer but ask each time whether it still holds: an act may come at any moment.
REVALIDATED = "public, no-cache"


def rest_routes(consult: Consult) -> list[BaseRoute]:
    """Return the routes of all operations and of the document that describes them."""
    routes: list[BaseRoute] = [
        Route(_pattern(operation), _endpoint(operation, consult), methods=["GET"], name=operation.id)
        for operation in OPERATIONS
    ]
    return [*routes, Route("/openapi.json", _document(), methods=["GET"], name="openapi")]


def _pattern(operation: Operation) -> str:
    """Return the path as Starlette writes it; the key of a source spans several segments."""
    return operation.path.replace("{id}", "{id:path}")


def _endpoint(operation: Operation, consult: Consult) -> Callable[[Request], Awaitable[Response]]:
    arguments = {parameter.name: parameter.argument for parameter in operation.parameters}

    async def endpoint(request: Request) -> Response:
        _must_accept(request, *((JSON, TEXT) if operation.text else (JSON,)))
        values = read_all(operation.parameters, request.path_params, request.scope["query_string"])
        given = {arguments[name]: value for name, value in values.items()}
        answer = await operation.answer(consult, **given)
        if answer.text is not None:
            return _text_answer(request, answer.text)
        _must_accept(request, JSON)
        return json_answer(request, orjson.dumps(answer.body), answer.next)

    return endpoint


def _document() -> Callable[[Request], Awaitable[Response]]:
    body = orjson.dumps(openapi(), option=orjson.OPT_INDENT_2)

    async def endpoint(request: Request) -> Response:
        return json_answer(request, body)

    return endpoint


def json_answer(request: Request, body: bytes, following: str | None = None) -> Response:
    """Return the bytes with their ETag, or 304 where the reader has them already.

    `following` is the address of the next page of a list.
    """
    return _tagged(request, body, JSON, {"link": f'<{following}>; rel="next"'} if following else {})


def _text_answer(request: Request, text: Callable[[Language], str]) -> Response:
    """Return a text for people in the language that the reader prefers."""
    _must_accept(request, TEXT)
    language = preferred(request.headers.get("accept-language"))
    headers = {"content-language": language, "vary": "Accept-Language"}
    return _tagged(request, text(language).encode(), f"{TEXT}; charset=utf-8", headers)


def _tagged(request: Request, body: bytes, media_type: str, more: dict[str, str]) -> Response:
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": REVALIDATED, **more}
    if _has(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=media_type)


def _has(if_none_match: str | None, tag: str) -> bool:
    """Compare weakly, as RFC 9110, section 13.1.2, asks; our tags hold no comma."""
    if if_none_match is None:
        return False
    named = {each.strip().removeprefix("W/") for each in if_none_match.split(",")}
    return tag in named or named == {"*"}


def _must_accept(request: Request, *types: str) -> None:
    """Refuse a reader who accepts none of these. A range with more detail outweighs a wider one."""
    accept = request.headers.get("accept", "").strip()
    if not accept:
        return
    weights = dict(reversed([(name.replace(" ", ""), weight) for name, weight in weighed(accept)]))
    for media_type in types:
        for name in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
            if name in weights:
                if weights[name] > 0:
                    return
                break
    raise NotAcceptable(accepted=types)
