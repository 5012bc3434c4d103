"""The routes of everything that is embedded: the table of pages, and what stands beside them.

Takes the reads, what delivers answers, the names and the settings; returns Starlette routes. Called by
`api.app`.
"""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from api.delivery.delivering import Delivery
from api.embed.addresses import EMBED, Addresses
from api.embed.assets import asset_routes
from api.embed.chart.serving import Charts
from api.embed.forms import Form
from api.embed.insert.serving import insert_routes
from api.embed.oembed.serving import oembed_routes
from api.embed.pages.kinds import PAGES
from api.embed.serving import Asked, Embeds, Moved, Shown
from api.embed.site import site_routes
from api.refusals import UnknownPath
from api.settings import Settings
from organica.register.consult import Consult
from organica.render.json_ld.names import Names


def embed_routes(consult: Consult, delivery: Delivery, names: Names, settings: Settings) -> list[BaseRoute]:
    """Return all routes under `/embed`, the lists of pages and the feeds."""
    embeds = Embeds(consult, delivery, names, settings.frame_ancestors)
    routes: list[BaseRoute] = [*asset_routes(Addresses(names)), *site_routes(consult, delivery, names)]
    charts = Charts(consult, delivery, names, settings.frame_ancestors)
    routes += [*charts.routes(), *oembed_routes(consult, delivery, names, charts, settings.frame_ancestors)]
    routes += insert_routes(consult, delivery, names, settings.frame_ancestors)
    for page in PAGES:
        for form in (Form.FRAGMENT, Form.FRAME, Form.WHOLE):
            endpoint = embeds.endpoint(page.name, page.parameters, page.make, form)
            name = f"embed-{page.name}-{form.name.lower()}"
            routes.append(Route(page.path + form, endpoint, methods=["GET"], name=name))
    nothing = embeds.endpoint("nothing", (), _nothing, Form.WHOLE)
    return [*routes, Route(f"{EMBED}/{{path:path}}", nothing, methods=["GET"], name="embed-nothing")]


async def _nothing(consult: Consult, asked: Asked) -> Shown | Moved:
    """Refuse what has no page. Raises: UnknownPath."""
    raise UnknownPath(path=EMBED)
