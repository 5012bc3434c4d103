"""The routes of everything that is embedded: one table of pages, and what stands beside them.

Takes the reads, what delivers answers, the names and the settings; returns Starlette routes. Called by
`api.app`.
"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.routing import BaseRoute, Route

from api.delivery.delivering import Delivery
from api.embed.addresses import CHANGES, EMBED, FRAGMENT, Addresses
from api.embed.changes import changes
from api.embed.chart import chart_routes
from api.embed.parameters import FROM, TO
from api.embed.serving import Asked, Embeds, Make, Moved, Shown
from api.embed.site import site_routes
from api.embed.structure import structure
from api.embed.styles import style_routes
from api.embed.unit import unit
from api.refusals import UnknownPath
from api.rest.parameters.common import AS_OF, KNOWN_AT, ORGANIZATION, UNIT, Parameter
from api.settings import Settings
from organica.register.consult import Consult
from organica.render.json_ld.names import Names


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page: its path, its parameters, and what makes it. Each is served as a fragment too."""

    name: str
    path: str
    parameters: tuple[Parameter, ...]
    make: Make


PAGES = (
    # A unit with the code `changes` would stand here; the page of changes comes first.
    Page("changes", f"{EMBED}/{{code}}/{CHANGES}", (ORGANIZATION, FROM, TO, KNOWN_AT), changes),
    Page("unit", f"{EMBED}/{{code}}/{{unit}}", (ORGANIZATION, UNIT, AS_OF, KNOWN_AT), unit),
    Page("structure", f"{EMBED}/{{code}}", (ORGANIZATION, AS_OF, KNOWN_AT), structure),
)


def embed_routes(consult: Consult, delivery: Delivery, names: Names, settings: Settings) -> list[BaseRoute]:
    """Return all routes under `/embed`, the lists of pages and the feeds."""
    embeds = Embeds(consult, delivery, names, settings.frame_ancestors)
    routes: list[BaseRoute] = [*style_routes(Addresses(names)), *site_routes(consult, delivery, names)]
    routes += chart_routes(consult, delivery, names, settings.frame_ancestors)
    for page in PAGES:
        for suffix, fragment in ((FRAGMENT, True), ("", False)):
            endpoint = embeds.endpoint(page.name, page.parameters, page.make, fragment=fragment)
            name = f"embed-{page.name}" + ("-fragment" if fragment else "")
            routes.append(Route(page.path + suffix, endpoint, methods=["GET"], name=name))
    nothing = embeds.endpoint("nothing", (), _nothing, fragment=False)
    return [*routes, Route(f"{EMBED}/{{path:path}}", nothing, methods=["GET"], name="embed-nothing")]


async def _nothing(consult: Consult, asked: Asked) -> Shown | Moved:
    """Refuse what has no page. Raises: UnknownPath."""
    raise UnknownPath(path=EMBED)
