"""The edge of the application: what holds for every request and every answer, whatever serves it.

Takes ASGI messages; refuses addresses that are no UTF-8, answers CORS preflights, gives every answer its
headers and turns what nobody foresaw into a problem. Wrapped around the router by `api.app`.
"""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import answer_unforeseen, problem_response
from api.refusals import BadEncoding

PREFLIGHT_MAX_AGE_S = 86_400

# Everything here is public and nobody is ever logged in: any origin may read, none may send credentials.
# The headers are the same for every reader: no `Vary: Origin`, which would split shared caches for nothing.
EVERY_ANSWER = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Content-Disposition, Content-Language, Content-Location, Deprecation, "
    "ETag, Link, Organica-Coverage, Retry-After, Sunset",
    "cross-origin-resource-policy": "cross-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
# A page with scripts or styles of its own brings its own policy.
UNLESS_GIVEN = {"content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"}
PREFLIGHT = {
    "access-control-allow-methods": "GET, HEAD, POST",
    # Whatever a client says of itself is ignored; a browser takes `*` for every header but `Authorization`.
    "access-control-allow-headers": "Accept, Accept-Language, Content-Type, If-None-Match, *",
    "access-control-max-age": str(PREFLIGHT_MAX_AGE_S),
}


class Edge:
    """The outermost layer of our own. POST is for GraphQL, whose queries are reads too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; other kinds of connection pass through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _complete(MutableHeaders(scope=message))
            await send(message)

        try:
            answer = _answer_here(scope)
            await (answer or self._app)(scope, receive, send_with_headers)
        except Exception as raised:
            if started:
                raise  # Half an answer is on its way; the server can only cut the connection.
            await answer_unforeseen(Request(scope), raised)(scope, receive, send_with_headers)


def _answer_here(scope: Scope) -> Response | None:
    """Return the answer where the request needs no route, or can have none."""
    for place, quoted in (("path", scope.get("raw_path") or b""), ("query", scope["query_string"])):
        try:
            unquote_to_bytes(quoted).decode()
        except UnicodeDecodeError:
            return problem_response(Request(scope), BadEncoding(place=place))
    headers = Headers(scope=scope)
    if scope["method"] == "OPTIONS" and "origin" in headers and "access-control-request-method" in headers:
        return Response(status_code=204, headers=PREFLIGHT)
    return None


def _complete(headers: MutableHeaders) -> None:
    headers.update(EVERY_ANSWER)
    for name, value in UNLESS_GIVEN.items():
        headers.setdefault(name, value)
