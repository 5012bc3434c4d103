"""From the description of operations to routes: reads the question, chooses a format, asks, delivers.

Takes the reads of the register, what delivers answers and the names of the installation; returns Starlette
routes. Called by `api.app`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.delivery.delivering import Delivery
from api.delivery.made import Made
from api.delivery.sending import send
from api.language import preferred
from api.refusals import NotAcceptable
from api.rest.formats import BY_SUFFIX, JSON, TEXT, Choice, Format, choices, split_suffix
from api.rest.openapi import openapi
from api.rest.operation import Operation
from api.rest.operations import OPERATIONS
from api.rest.parameters.common import MAX_SHOWN_CHARACTERS, read_all
from api.rest.refusals import FormatNotServed, UnknownSuffix
from api.rest.representing import Address, formats_of_answer, represented
from organica.register.consult import Consult
from organica.render.json_ld.names import Names


def rest_routes(
    consult: Consult, delivery: Delivery, names: Names, operations: Sequence[Operation] = OPERATIONS
) -> list[BaseRoute]:
    """Return the routes of all operations, also with a suffix, and of the document that describes them."""
    routes: list[BaseRoute] = []
    for operation in operations:
        endpoint = _endpoint(operation, consult, delivery, names)
        for number, pattern in enumerate(_patterns(operation)):
            name = f"{operation.id}-suffixed" if number else operation.id
            routes.append(Route(pattern, endpoint, methods=["GET"], name=name))
    document = _document(names, operations)
    return [*routes, Route("/openapi.json", document, methods=["GET"], name="openapi")]


def _patterns(operation: Operation) -> tuple[str, ...]:
    """Return the paths as Starlette writes them; the key of a source spans several segments.

    A path that ends in a code has no pattern of its own for suffixes, because codes hold dots too.
    """
    path = operation.path.replace("{id}", "{id:path}")
    return (path,) if path.endswith("}") else (path, path + ".{suffix}")


def _endpoint(
    operation: Operation, consult: Consult, delivery: Delivery, names: Names
) -> Callable[[Request], Awaitable[Response]]:
    arguments = {parameter.name: parameter.argument for parameter in operation.parameters}

    async def endpoint(request: Request) -> Response:
        codes, address = _address(operation, request)
        wanted = _wanted(operation, request, address.suffix)
        if not operation.text:
            # Each answer has every format, so what else the reader takes makes no other question.
            wanted = wanted[:1]
        language = preferred(request.headers.get("accept-language"))

        async def make() -> Made:
            values = read_all(operation.parameters, codes, address.query)
            given = {arguments[name]: value for name, value in values.items()}
            answer = await operation.answer(consult, **given)
            choice = _first_of(wanted, formats_of_answer(operation, answer), address.suffix)
            return await represented(
                operation, choice, answer, names, address, language, operation.deprecations(values)
            )

        formats = ",".join(choice.name for choice in wanted)
        spoken = language if operation.text else ""
        path, query = request.scope["path"], address.query.decode()
        return await delivery.deliver(request, (operation.id, path, query, formats, spoken), make)

    return endpoint


def _address(operation: Operation, request: Request) -> tuple[dict[str, str], Address]:
    """Return the codes in the path, and the address, both without the suffix. Raises: UnknownSuffix."""
    codes: dict[str, str] = dict(request.path_params)
    path: str = request.scope["path"]
    suffix = codes.pop("suffix", None)
    if suffix is None and operation.path.endswith("}"):
        last = next(each for each in operation.parameters if operation.path.endswith(f"{{{each.name}}}"))
        codes[last.name], suffix = split_suffix(last, codes[last.name])
    if suffix is None:
        return codes, Address(path, None, request.scope["query_string"])
    if suffix not in BY_SUFFIX:
        raise UnknownSuffix(suffix=suffix[:MAX_SHOWN_CHARACTERS], known=tuple(BY_SUFFIX))
    return codes, Address(path.removesuffix(f".{suffix}"), suffix, request.scope["query_string"])


def _wanted(operation: Operation, request: Request, suffix: str | None) -> tuple[Choice, ...]:
    """Return the formats that the reader takes, the best first; a suffix outweighs Accept.

    Raises: NotAcceptable, FormatNotServed.
    """
    if suffix is None:
        served = (*operation.formats, TEXT) if operation.text else operation.formats
        return choices(request.headers.get("accept"), served)
    format_ = BY_SUFFIX[suffix]
    if format_ not in operation.formats:
        raise FormatNotServed(suffix=suffix, accepted=_media_types(operation.formats))
    return (Choice(format_, format_.media_type),)


def _first_of(wanted: tuple[Choice, ...], has: tuple[Format, ...], suffix: str | None) -> Choice:
    """Return the best format that this very answer has. Raises: NotAcceptable, FormatNotServed."""
    for choice in wanted:
        if choice.format in has:
            return choice
    if suffix is not None:
        raise FormatNotServed(suffix=suffix, accepted=_media_types(has))
    raise NotAcceptable(accepted=_media_types(has))


def _media_types(formats: Sequence[Format]) -> tuple[str, ...]:
    return tuple(each.media_type for each in formats)


def _document(names: Names, operations: Sequence[Operation]) -> Callable[[Request], Awaitable[Response]]:
    described = openapi(operations, names.public_url)
    made = Made(orjson.dumps(described, option=orjson.OPT_INDENT_2), JSON.media_type)

    async def endpoint(request: Request) -> Response:
        return await send(request, made)

    return endpoint
