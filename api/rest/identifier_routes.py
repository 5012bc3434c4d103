"""Serving permanent identifiers: each leads to the document about its thing, in the format that Accept names.

Takes the names of the installation; returns Starlette routes. Called by `api.app`. A thing is no document, so
the answer is 303. Whether the register has the thing, the document tells.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.rest.formats import JSON, choices
from api.rest.identifiers import IDENTIFIERS, Identifier
from api.rest.parameters.common import read_all
from api.rest.representing import Address
from organica.render.json_ld.names import Names

CACHED_S = 3_600


def identifier_routes(names: Names) -> list[BaseRoute]:
    """Return a route for each kind of identifier."""
    return [
        Route(each.path.replace("{id}", "{id:path}"), _endpoint(each, names), methods=["GET"], name=each.id)
        for each in IDENTIFIERS
    ]


def _endpoint(identifier: Identifier, names: Names) -> Callable[[Request], Awaitable[Response]]:
    parameters = (*identifier.parameters, *identifier.queried)

    async def endpoint(request: Request) -> Response:
        query: bytes = request.scope["query_string"]
        read_all(parameters, request.path_params, query)
        wanted = choices(request.headers.get("accept"), identifier.leads_to.formats)[0].format
        path = identifier.document(request.path_params)
        # JSON is what whoever names no format gets, so its document needs no suffix.
        suffix = None if wanted is JSON else wanted.suffix
        headers = {
            "location": names.document(Address(path, None, query).with_suffix(suffix)),
            "vary": "Accept",
            "cache-control": f"public, max-age={CACHED_S}",
        }
        return Response(status_code=303, headers=headers)

    return endpoint
