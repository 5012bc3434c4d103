"""oEmbed: a portal that is given the address of a page or a chart asks here how to show it.

Takes the reads, what delivers, the names and the charts; returns Starlette routes. Called by
`api.embed.routes`. The address is read and matched, never asked for; what it names is looked for as its own
page does it. Answers are JSON; a format that is not offered is 501. Source: oembed.com, section 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from api.delivery.delivering import Delivery
from api.delivery.made import Made
from api.embed.addresses import EMBED, OEMBED, Addresses, joined
from api.embed.chart import serving as chart
from api.embed.chart.pictures import zoom_of
from api.embed.chart.serving import Charts
from api.embed.forms import Form
from api.embed.oembed.embeddable import Embeddable, embeddable
from api.embed.oembed.parameters import MAX_HEIGHT, MAX_WIDTH, PARAMETERS, URL, known_pairs
from api.embed.pages.kinds import Page, shown_at
from api.embed.policy import NOBODY
from api.embed.refusals import NoPublicAddress
from api.embed.serving import Asked
from api.embed.speaking import spoken_in
from api.rest.parameters.common import read_all
from organica.domain.errors import Language
from organica.register.consult import Consult
from organica.render.chart.layout import LEAST_WIDTH, USUAL_WIDTH
from organica.render.json_ld.names import Names
from organica.render.pages.document import SITE
from organica.render.pages.snippets import FRAME_HEIGHT, frame
from organica.text.unseen import without_unseen

JSON = "application/json"
# A page is never wider than its style lets it be (60rem).
FRAME_WIDTH = 960
# What stands in the frame follows the register by itself; the answer says little more than its title.
CACHE_AGE_S = 86_400
Plain = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Room:
    """How much room the portal has, in pixels; None where it does not say."""

    width: int | None
    height: int | None

    def within(self, width: int, height: int) -> tuple[int, int]:
        """Return a width and a height, each no more than there is."""
        return min(width, self.width or width), min(height, self.height or height)

    def scaled(self, width: float, height: float) -> tuple[int, int]:
        """Return the size of a picture that is shown smaller where it must be, in its own proportions."""
        scale = min(1, (self.width or width) / width, (self.height or height) / height)
        return max(1, int(width * scale)), max(1, int(height * scale))


class OEmbed:
    """Answers of one installation. `framed`: whether anybody may show its pages in a frame."""

    def __init__(
        self, consult: Consult, delivery: Delivery, names: Names, charts: Charts, *, framed: bool
    ) -> None:
        self._consult = consult
        self._delivery = delivery
        self._names = names
        self._charts = charts
        self._framed = framed

    async def answer(self, request: Request) -> Response:
        """Answer a question about an address. Raises: what is wrong with it."""
        pairs = known_pairs(request.scope["query_string"])
        values = read_all(PARAMETERS, {}, joined("", pairs)[1:].encode())
        if not self._names.public_url:
            raise NoPublicAddress()
        named = embeddable(cast(str, values[URL.name]), self._names)
        spoken = spoken_in(joined("", named.query)[1:].encode(), request)
        room = Room(
            cast("int | None", values.get(MAX_WIDTH.name)), cast("int | None", values.get(MAX_HEIGHT.name))
        )

        async def made() -> Made:
            asked = Asked({}, spoken.language, Addresses(self._names, spoken.chosen))
            told = await (
                self._page(named.page, named, room, asked)
                if named.page
                else self._chart(named, room, spoken.language)
            )
            body = {
                "version": "1.0",
                "provider_name": SITE,
                "provider_url": self._names.public_url,
                "cache_age": CACHE_AGE_S,
                **told,
            }
            return Made(orjson.dumps(body), JSON, spoken.headers)

        # What the consumer added to the address, and how it wrote it, makes no other answer.
        question = ("oembed", joined(named.path, named.query), str(room), spoken.language)
        return await self._delivery.deliver(request, question, made)

    async def _page(self, page: Page, named: Embeddable, room: Room, asked: Asked) -> Plain:
        shown, _ = await shown_at(page, self._consult, asked, named.placed, named.query)
        title = without_unseen(shown.head.title)
        if not self._framed:
            return {"type": "link", "title": title}
        framed = joined(named.path + Form.FRAME, named.query)
        width, height = room.within(FRAME_WIDTH, FRAME_HEIGHT)
        html = frame(self._names.document(framed), title, width, height)
        return {"type": "rich", "title": title, "width": width, "height": height, "html": html}

    async def _chart(self, named: Embeddable, room: Room, language: Language) -> Plain:
        values = read_all(chart.PARAMETERS, named.placed, joined("", named.query)[1:].encode())
        chosen = cast(int, values.get("width", USUAL_WIDTH))
        # No chart is narrower than its letters let it be; it is shown smaller instead.
        drawn_width = max(LEAST_WIDTH, min(chosen, room.width or chosen))
        drawn = await self._charts.drawn({**values, "width": drawn_width}, language)
        zoom_of(drawn.layout)
        width, height = room.scaled(drawn.layout.width, drawn.layout.height)
        others = [(name, text) for name, text in named.query if name != "width"]
        picture = joined(f"{EMBED}/{named.placed['code']}.png", (*others, ("width", str(drawn_width))))
        title = without_unseen(f"{drawn.chart.title}. {drawn.chart.day}")
        address = self._names.document(picture)
        return {"type": "photo", "title": title, "url": address, "width": width, "height": height}


def oembed_routes(
    consult: Consult, delivery: Delivery, names: Names, charts: Charts, frame_ancestors: str
) -> list[BaseRoute]:
    """Return the route of oEmbed."""
    oembed = OEmbed(consult, delivery, names, charts, framed=frame_ancestors != NOBODY)
    return [Route(OEMBED, oembed.answer, methods=["GET"], name="oembed")]
