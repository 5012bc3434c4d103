"""The table of pages: where each kind stands, what it takes, and what makes it.

Takes nothing; gives the table, and what an address of it shows in the end. Read by `api.embed.routes` and by
what tells portals how to show a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from api.embed.addresses import CHANGES, EMBED, Query, joined
from api.embed.pages.changes import changes
from api.embed.pages.structure import structure
from api.embed.pages.unit import unit
from api.embed.parameters import FROM, LANG, TO
from api.embed.serving import Asked, Make, Shown
from api.rest.parameters.common import AS_OF, KNOWN_AT, ORGANIZATION, UNIT, Parameter, read_all
from organica.register.consult import Consult


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page: its path, its parameters, and what makes it. Each is served in several forms."""

    name: str
    path: str
    parameters: tuple[Parameter, ...]
    make: Make


CHANGES_PAGE = Page("changes", f"{EMBED}/{{code}}/{CHANGES}", (ORGANIZATION, FROM, TO, KNOWN_AT), changes)
UNIT_PAGE = Page("unit", f"{EMBED}/{{code}}/{{unit}}", (ORGANIZATION, UNIT, AS_OF, KNOWN_AT), unit)
STRUCTURE_PAGE = Page("structure", f"{EMBED}/{{code}}", (ORGANIZATION, AS_OF, KNOWN_AT), structure)
# A unit with the code `changes` would stand where the page of changes does, which comes first.
PAGES = (CHANGES_PAGE, UNIT_PAGE, STRUCTURE_PAGE)


async def shown_at(
    page: Page, consult: Consult, asked: Asked, placed: Mapping[str, str], query: Query
) -> tuple[Shown, Query]:
    """Return what a page shows, and the query of the address where it is: a dated one leads to a fixed one.

    `placed`: what stands in its path. `asked` gives the language; its values are not looked at.
    Raises: what reading the parameters raises, and what the page refuses.
    """
    known = (*page.parameters, LANG)
    while True:
        values = read_all(known, placed, joined("", query)[1:].encode())
        found = await page.make(consult, replace(asked, values=values))
        if isinstance(found, Shown):
            return found, query
        query = found.query
