"""Our own terms, served at `/ns`: what each means, in Spanish and English.

Takes the names of the installation; returns routes that answer with JSON-LD. Called by `api.app`.
"""

from __future__ import annotations

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.delivery.made import Made
from api.delivery.sending import send
from api.rest.formats import JSON_LD, choices
from organica.render.json_ld.names import VOCABULARY, Names
from organica.render.json_ld.vocabulary import vocabulary


def vocabulary_routes(names: Names) -> list[BaseRoute]:
    """Return the route of the vocabulary."""
    made = Made(orjson.dumps(vocabulary(names), option=orjson.OPT_INDENT_2), JSON_LD.media_type)

    async def endpoint(request: Request) -> Response:
        choices(request.headers.get("accept"), (JSON_LD,))
        return await send(request, made)

    return [Route(VOCABULARY, endpoint, methods=["GET"], name="vocabulary")]
