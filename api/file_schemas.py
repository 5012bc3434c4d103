"""The JSON Schemas of the files that people write, for their editors: `/schemas/resolution-1.json`, ….

Takes nothing; returns routes that answer with an ETag, from any origin. Called by `api.app`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.delivery.made import Made
from api.delivery.sending import send
from organica.files.filing_schema import KINDS, contract_of, file_name

PATH = "/schemas"


def file_schema_routes() -> list[BaseRoute]:
    """Return a route for each kind of file."""
    return [
        Route(f"{PATH}/{file_name(kind)}", _serving(kind), methods=["GET"], name=f"schema-{kind}")
        for kind in KINDS
    ]


def _serving(kind: str) -> Callable[[Request], Awaitable[Response]]:
    made = Made(contract_of(kind).encode(), "application/json")

    async def endpoint(request: Request) -> Response:
        return await send(request, made)

    return endpoint
