"""For searches: the lists of all pages, and what robots should leave alone.

Takes the reads and the names; gives routes. Called by `api.embed.routes`. The protocol wants absolute
addresses, so the lists need the public address of the service.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.delivery.delivering import Delivery
from api.delivery.made import Lifetime, Made
from api.delivery.sending import send
from api.embed.addresses import EMBED, Addresses, changes_of, page_of
from api.embed.feed import feed
from api.embed.parameters import LANG
from api.embed.refusals import NoPublicAddress
from api.embed.speaking import spoken_in
from api.rest.parameters.common import ORGANIZATION, read_all
from organica.register.consult import Consult
from organica.render.atom import site_map, site_map_index
from organica.render.json_ld.names import Names

XML = "application/xml"
ATOM = "application/atom+xml; charset=utf-8"
SITEMAP = "/sitemap.xml"
# Every query of the explorer is an address: no search has any use for them.
_ROBOTS = "User-agent: *\nDisallow: /graphql\nDisallow: /explorer\n"


def site_routes(consult: Consult, delivery: Delivery, names: Names) -> list[BaseRoute]:
    """Return the routes of the feed, the lists of pages and the hints for robots."""

    async def all_maps() -> Made:
        _must_have_address(names)
        codes = await consult.organizations()
        return Made(site_map_index(names.document(f"{EMBED}/{code}{SITEMAP}") for code in codes), XML)

    async def answer_index(request: Request) -> Response:
        return await delivery.deliver(request, ("sitemaps",), all_maps)

    async def answer_map(request: Request) -> Response:
        async def made() -> Made:
            _must_have_address(names)
            code = cast(str, read_all((ORGANIZATION,), request.path_params, b"")["code"])
            snapshot = await consult.structure(code)
            pages = [page_of(code), changes_of(code), *(page_of(code, each) for each in snapshot.units)]
            return Made(site_map(map(names.document, pages)), XML)

        return await delivery.deliver(request, ("sitemap", request.scope["path"]), made)

    async def answer_robots(request: Request) -> Response:
        told = f"Sitemap: {names.document(SITEMAP)}\n" if names.public_url else ""
        return await send(request, Made((_ROBOTS + told).encode(), "text/plain; charset=utf-8"))

    return [
        Route(SITEMAP, answer_index, methods=["GET"], name="sitemap"),
        Route("/robots.txt", answer_robots, methods=["GET"], name="robots"),
        Route("/favicon.ico", _no_icon, methods=["GET"], name="icon"),
        Route(f"{EMBED}/{{code}}{SITEMAP}", answer_map, methods=["GET"], name="embed-sitemap"),
        Route(
            f"{EMBED}/{{code}}/changes.atom", _feed(consult, delivery, names), methods=["GET"], name="feed"
        ),
    ]


async def _no_icon(request: Request) -> Response:
    """Answer what every browser asks for unbidden: there is none, and that holds for a long time."""
    return Response(status_code=204, headers={"cache-control": Lifetime.FOR_EVER.value})


def _feed(consult: Consult, delivery: Delivery, names: Names) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        query: bytes = request.scope["query_string"]
        values = read_all((ORGANIZATION, LANG), request.path_params, query)
        spoken = spoken_in(query, request)
        addresses = Addresses(names, spoken.chosen)

        async def made() -> Made:
            body = await feed(consult, cast(str, values["code"]), addresses, spoken.language)
            return Made(body, ATOM, spoken.headers)

        question = ("feed", request.scope["path"], query.decode(), spoken.language)
        return await delivery.deliver(request, question, made)

    return answer


def _must_have_address(names: Names) -> None:
    if not names.public_url:
        raise NoPublicAddress()
