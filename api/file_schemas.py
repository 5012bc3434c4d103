"""The JSON Schemas of the files that people write, for their editors: `/schemas/resolution-1.json`, ….

Takes nothing; returns routes that answer with an ETag, from any origin. Called by `api.app`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.rest.routing import json_answer
from organica.files.filing_schema import KINDS, contract_of, file_name

PATH = "/schemas"


def file_schema_routes() -> list[BaseRoute]:
    """Return a route for each kind of file."""
    return [
        Route(f"{PATH}/{file_name(kind)}", _serving(kind), methods=["GET"], name=f"schema-{kind}")
        for kind in KINDS
    ]


def _serving(kind: str) -> Callable[[Request], Awaitable[Response]]:
    body = contract_of(kind).encode()

    async def endpoint(request: Request) -> Response:
        return json_answer(request, body)

    return endpoint
