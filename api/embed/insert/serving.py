"""Serving the page for editors of portals: `.insert.html` beside every page.

Takes the reads, what delivers, the names and who may frame; returns Starlette routes. Called by
`api.embed.routes`. It is kept and revalidated as the pages are, and runs scripts of its own origin alone: the
one that copies, and those that its preview shows.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.delivery.delivering import Delivery
from api.delivery.made import Made
from api.embed.addresses import INSERT, Addresses
from api.embed.failing import problem_as_page
from api.embed.forms import Form, drawn
from api.embed.insert.page import insert
from api.embed.insert.parameters import PARAMETERS, without_empty
from api.embed.pages.kinds import PAGES, Page
from api.embed.serving import HTML, Asked
from api.embed.speaking import spoken_in
from api.rest.parameters.common import read_all
from organica.domain.errors import Refused
from organica.register.consult import Consult
from organica.render.json_ld.names import Names

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def insert_routes(
    consult: Consult, delivery: Delivery, names: Names, frame_ancestors: str
) -> list[BaseRoute]:
    """Return the routes. They come before those of pages, because codes hold dots too."""

    def endpoint(page: Page) -> Callable[[Request], Awaitable[Response]]:
        placed = [each for each in page.parameters if each.place == "path"]

        async def answer(request: Request) -> Response:
            query: bytes = request.scope["query_string"]
            spoken = spoken_in(query, request)
            asked = Asked({}, spoken.language, Addresses(names, spoken.chosen))
            headers = {"content-security-policy": POLICY, "x-robots-tag": "noindex", **spoken.headers}

            async def made() -> Made:
                values = read_all((*placed, *PARAMETERS), request.path_params, without_empty(query))
                shown = await insert(page, consult, replace(asked, values=values), frame_ancestors)
                return Made(drawn(Form.WHOLE, shown.head, shown.nodes).encode(), HTML, headers)

            question = ("insert", page.name, request.scope["path"], query.decode(), spoken.language)
            try:
                return await delivery.deliver(request, question, made)
            except Refused as refusal:
                return problem_as_page(request, refusal, headers, spoken.language, asked.addresses)

        return answer

    return [
        Route(page.path + INSERT, endpoint(page), methods=["GET"], name=f"insert-{page.name}")
        for page in PAGES
    ]
