"""What pages need beside their text: the style sheet and the scripts, which others' portals load too.

Takes nothing; gives the addresses that pages name, and routes. Called by `api.embed.routes`. Each is served
under a name that holds its digest, for ever; and under one that stays, as the newest. A page that a cache
kept from an earlier release names an earlier digest, which leads to the present one.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.delivery.made import Lifetime, Made
from api.delivery.sending import send
from api.embed.addresses import EMBED, Addresses

FOLDER = Path(__file__).parent / "static"
# Written by `make released`, and never taken away.
RELEASED = FOLDER / "released"
_MEDIA_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


def digest_of(body: bytes) -> str:
    """Return what an address of bytes holds, so that it is of no others."""
    return hashlib.sha256(body).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of `static/`. `path`: of these very bytes; `newest_path`: of whatever is the newest."""

    name: str
    file: str
    body: bytes = field(init=False, repr=False)
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        body = (FOLDER / self.file).read_bytes()
        object.__setattr__(self, "body", body)
        object.__setattr__(self, "digest", digest_of(body))

    @property
    def path(self) -> str:
        """Return where these bytes are, for ever."""
        return self.path_of(self.digest)

    @property
    def newest_path(self) -> str:
        """Return where the newest are."""
        return f"{EMBED}/{self.name}{self._suffix}"

    @property
    def integrity(self) -> str:
        """Return what a browser checks the bytes by (Subresource Integrity)."""
        return f"sha384-{base64.b64encode(hashlib.sha384(self.body).digest()).decode()}"

    @property
    def media_type(self) -> str:
        """Return what it is."""
        return _MEDIA_TYPES[self._suffix]

    def path_of(self, digest: str) -> str:
        """Return where the bytes of a digest are."""
        return f"{EMBED}/{self.name}.{digest}{self._suffix}"

    @property
    def _suffix(self) -> str:
        return Path(self.file).suffix


STYLE = Asset("style", "embed.css")
# In the page of a frame; in the page around it; and the element that shows a fragment.
FRAME = Asset("frame", "frame.js")
GROW = Asset("grow", "grow.js")
COMPONENT = Asset("org-structure", "org-structure.js")
# In the page for editors: the button that copies.
COPYING = Asset("insert", "insert.js")
ASSETS = (STYLE, FRAME, GROW, COMPONENT, COPYING)


def released(asset: Asset) -> list[bytes]:
    """Return what an asset was in earlier releases, where it is kept for portals that check its bytes."""
    return [path.read_bytes() for path in sorted(RELEASED.glob(Path(asset.path_of("*")).name))]


def asset_routes(addresses: Addresses) -> list[BaseRoute]:
    """Return the routes of all. They come before those of organizations, whose codes hold dots too."""
    return [route for asset in ASSETS for route in _routes(asset, addresses)]


def _routes(asset: Asset, addresses: Addresses) -> list[BaseRoute]:
    fixed = {
        digest_of(body): Made(body, asset.media_type, lifetime=Lifetime.FOR_EVER)
        for body in (*released(asset), asset.body)
    }
    newest = Made(asset.body, asset.media_type, lifetime=Lifetime.SHORT)

    async def answer_fixed(request: Request) -> Response:
        known = fixed.get(request.path_params["digest"])
        if known is not None:
            return await send(request, known)
        location = addresses.plain(asset.path)
        return Response(status_code=303, headers={"location": location, "cache-control": "public, no-cache"})

    async def answer_newest(request: Request) -> Response:
        return await send(request, newest)

    def route(path: str, answer: Callable[[Request], Awaitable[Response]], name: str) -> Route:
        return Route(path, answer, methods=["GET"], name=name)

    return [
        route(asset.path_of("{digest}"), answer_fixed, f"embed-{asset.name}"),
        route(asset.newest_path, answer_newest, f"embed-newest-{asset.name}"),
    ]
