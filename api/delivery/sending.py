"""Sending an answer that was made: 304 to whoever has it, gzip to whoever takes it.

Takes a request and a Made; returns a response. Called by `delivering` and by what serves fixed documents.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.delivery.made import Lifetime, Made
from api.language import weighed

GZIP = "gzip"
_GZIP_MARK = "-gzip"


async def send(request: Request, made: Made) -> Response:
    """Return the answer as this reader takes it, or 304 where the reader has it already."""
    headers = dict(made.headers)
    zipped = made.compressible and _takes_gzip(request.headers.get("accept-encoding"))
    if made.compressible:
        headers["vary"] = ", ".join(filter(None, (headers.get("vary"), "Accept-Encoding")))
    # What was asked by POST can be asked again by POST only, so no cache has a use for it.
    stored = made.lifetime is not Lifetime.NOT_STORED and request.method in ("GET", "HEAD")
    headers["cache-control"] = (made.lifetime if stored else Lifetime.NOT_STORED).value
    if stored:
        # Two encodings are two sequences of bytes, and a strong validator is of bytes.
        headers["etag"] = f'"{made.tag}{_GZIP_MARK if zipped else ""}"'
        # A redirect is no state of anything: whoever has an earlier one is told where it leads now.
        if made.status == 200 and _has(request.headers.get("if-none-match"), made.tag):
            return Response(status_code=304, headers=headers)
    if zipped:
        headers["content-encoding"] = GZIP
    body = await made.compressed() if zipped else made.body
    return Response(body, made.status, headers, media_type=made.media_type)


def _has(if_none_match: str | None, tag: str) -> bool:
    """Compare weakly, as RFC 9110, section 13.1.2, asks; our tags hold no comma.

    Both encodings say the same, so whoever has one of them has the answer.
    """
    if if_none_match is None:
        return False
    named = {each.strip().removeprefix("W/").strip('"') for each in if_none_match.split(",")}
    return bool(named & {tag, tag + _GZIP_MARK}) or named == {"*"}


def _takes_gzip(accept_encoding: str | None) -> bool:
    """Tell whether a reader takes gzip and does not prefer the bytes as they are."""
    weights = dict(reversed(weighed(accept_encoding or "")))
    weight = weights.get(GZIP, weights.get("*", 0.0))
    return weight > 0 and weight >= weights.get("identity", 0.0)
