"""The one style sheet of all pages: under a name that holds its digest, for ever; and under one that stays.

Takes nothing; gives the address that pages name, and routes. Called by `api.embed.routes`. A page that a
cache kept from an earlier release names an earlier digest, which leads to the present sheet.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.delivery.made import Lifetime, Made
from api.delivery.sending import send
from api.embed.addresses import EMBED, Addresses

SHEET = (Path(__file__).parent / "static" / "embed.css").read_bytes()
DIGEST = hashlib.sha256(SHEET).hexdigest()[:16]
STYLE_PATH = f"{EMBED}/style.{DIGEST}.css"
NEWEST_PATH = f"{EMBED}/style.css"
_CSS = "text/css; charset=utf-8"


def style_routes(addresses: Addresses) -> list[BaseRoute]:
    """Return the routes of the sheet. They come before those of organizations, whose codes hold dots too."""
    fixed = Made(SHEET, _CSS, lifetime=Lifetime.FOR_EVER)
    newest = Made(SHEET, _CSS, lifetime=Lifetime.SHORT)

    async def answer_fixed(request: Request) -> Response:
        if request.path_params["digest"] == DIGEST:
            return await send(request, fixed)
        location = addresses.plain(STYLE_PATH)
        return Response(status_code=303, headers={"location": location, "cache-control": "public, no-cache"})

    async def answer_newest(request: Request) -> Response:
        return await send(request, newest)

    return [
        Route(f"{EMBED}/style.{{digest}}.css", answer_fixed, methods=["GET"], name="embed-style"),
        Route(NEWEST_PATH, answer_newest, methods=["GET"], name="embed-newest-style"),
    ]
