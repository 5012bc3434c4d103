"""Serving charts: `/embed/{organization}.svg`, and `.png` for documents.

Takes the reads of the register; returns Starlette routes. Called by `api.embed.routes`. A chart is kept,
compressed and revalidated as the answers of REST are, and its refusals are problems as theirs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.delivery.delivering import Delivery
from api.delivery.made import Made
from api.embed.addresses import EMBED, joined, oembed_of
from api.embed.chart.drawing import ChartAsked, chart_of
from api.embed.chart.parameters import COMPARE, WIDTH
from api.embed.chart.pictures import MEDIA_TYPE as PNG
from api.embed.chart.pictures import Pictures
from api.embed.ended import ended_of
from api.embed.parameters import LANG
from api.embed.speaking import spoken_in
from api.problems import problem_response
from api.rest.answers.answering import ask
from api.rest.parameters.common import AS_OF, KNOWN_AT, ORGANIZATION, pairs_of, read_all
from organica.domain.errors import Language, Refused
from organica.register.consult import Consult, KnownAt
from organica.register.histories import organization_by
from organica.render.chart.drawn import Chart
from organica.render.chart.layout import USUAL_WIDTH, Layout, laid_out
from organica.render.chart.style import DIGEST
from organica.render.chart.svg import MEDIA_TYPE as SVG
from organica.render.chart.svg import svg
from organica.render.json_ld.names import Names
from organica.render.pages.document import OEMBED

PARAMETERS = (ORGANIZATION, AS_OF, KNOWN_AT, COMPARE, WIDTH, LANG)
# A code has two parts, so the page of a body whose code is `cl.svg` is not taken for a chart.
CHART_PATH = f"{EMBED}/{{country}}.{{name}}"
SUFFIXES = {"svg": f"{SVG}; charset=utf-8", "png": PNG}
# The image has one style sheet of its own, and asks for nothing.
_POLICY = (
    "default-src 'none'; style-src '{digest}'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors {ancestors}"
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with where everything in it stands, and the day that it is of."""

    chart: Chart
    layout: Layout
    day: date


class Charts:
    """What all charts share: the reads, what delivers, the names of the installation, who may frame."""

    def __init__(self, consult: Consult, delivery: Delivery, names: Names, frame_ancestors: str) -> None:
        self._consult = consult
        self._delivery = delivery
        self._names = names
        self._pictures = Pictures()
        self._policy = _POLICY.format(digest=DIGEST, ancestors=frame_ancestors)

    def routes(self) -> list[BaseRoute]:
        """Return the routes. They come before those of pages, because codes hold dots too."""
        return [
            Route(f"{CHART_PATH}.{each}", self._endpoint(each), methods=["GET"], name=f"chart-{each}")
            for each in SUFFIXES
        ]

    def _endpoint(self, suffix: str) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            query: bytes = request.scope["query_string"]
            spoken = spoken_in(query, request)

            async def made() -> Made:
                code = f"{request.path_params['country']}.{request.path_params['name']}"
                values = read_all(PARAMETERS, {"code": code}, query)
                drawn = await self.drawn(values, spoken.language)
                name = f"{values['code']}-{drawn.day.isoformat()}.{suffix}"
                headers = {
                    **spoken.headers,
                    **self._discovered(request.scope["path"], query),
                    "content-security-policy": self._policy,
                    "content-disposition": f'inline; filename="{name}"',
                }
                return Made(await self._bytes(suffix, drawn), SUFFIXES[suffix], headers)

            question = (f"chart-{suffix}", request.scope["path"], query.decode(), spoken.language)
            try:
                return await self._delivery.deliver(request, question, made)
            except Refused as refusal:
                return problem_response(request, refusal, language=spoken.language)

        return endpoint

    def _discovered(self, path: str, query: bytes) -> dict[str, str]:
        """Return the header that leads from an image to its oEmbed answer, which needs a whole address."""
        if not self._names.public_url:
            return {}
        address = self._names.document(joined(path, pairs_of(query)))
        answer = self._names.document(oembed_of(address))
        return {"link": f'<{answer}>; rel="alternate"; type="{OEMBED}"'}

    async def drawn(self, values: dict[str, Any], language: Language) -> Drawn:
        """Return the chart that is asked for. Raises: what the register refuses."""
        known_at: KnownAt | None = values.get("known_at")
        compare: date | None = values.get("compare")
        asked = await ask(self._consult, values["code"], values.get("as_of"), known_at)
        compared = None
        if compare is not None:
            known = KnownAt(entry=asked.known)
            compared = await self._consult.diff(values["code"], compare, asked.as_of, known)
        basis = asked.snapshot.basis
        chart = chart_of(
            ChartAsked(
                asked.snapshot,
                asked.as_of,
                language,
                self._names,
                organization_by(asked.archive, asked.as_of, basis),
                await ended_of(self._consult, asked.archive, asked.as_of, basis, language),
                known=asked.known if known_at else None,
                spoken="lang" in values,
                compared=compared,
                queried=tuple((name, str(values[name])) for name in ("compare", "width") if name in values),
            )
        )
        # Beside the event loop: a large body takes a tenth of a second.
        layout = await asyncio.to_thread(laid_out, chart, values.get("width", USUAL_WIDTH))
        return Drawn(chart, layout, asked.as_of)

    async def _bytes(self, suffix: str, drawn: Drawn) -> bytes:
        if suffix == "png":
            return await self._pictures.drawn(drawn.chart, drawn.layout)
        return (await asyncio.to_thread(svg, drawn.chart, drawn.layout)).encode()
