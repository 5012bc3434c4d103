"""Whether the process lives, and whether it can answer: what supervisors and balancers ask.

Takes a check that returns when all is well and refuses otherwise; returns routes. Called by `api.app`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.problems import problem_response
from organica.domain.errors import Unavailable
from organica.register.refusals import StorageOutOfReach

Ready = Callable[[], Awaitable[object]]
READY_TIMEOUT_S = 5
_log = logging.getLogger("organica.api")


def health_routes(ready: Ready) -> list[Route]:
    """Return /livez and /readyz.

    `ready` returns when the database answers and its migrations are current; it raises a refusal that says
    what is wrong. Whatever else it raises counts as a database out of reach.
    """

    async def livez(request: Request) -> Response:
        return _plain({"status": "alive"})

    async def readyz(request: Request) -> Response:
        try:
            async with asyncio.timeout(READY_TIMEOUT_S):
                await ready()
        except Unavailable as refusal:
            return problem_response(request, refusal)
        except Exception as raised:
            _log.warning("the check of readiness failed", exc_info=raised)
            return problem_response(request, StorageOutOfReach(cause=type(raised).__name__))
        return _plain({"status": "ready"})

    return [Route("/livez", livez, name="livez"), Route("/readyz", readyz, name="readyz")]


def _plain(body: dict[str, str]) -> Response:
    return Response(orjson.dumps(body), headers={"cache-control": "no-store"}, media_type="application/json")
