"""`organica pending`: what is not known, and where somebody would look.

Takes what is wanted; prints the whole work list, or the REST answer's first page. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from api.commands.asking import (
    AsOf,
    Json,
    KnownAtText,
    asked,
    day_asked,
    known_at_asked,
    language_of,
    run,
)
from api.commands.consulting import consulting
from api.commands.paper import print_json, print_lines, say
from api.commands.speech import both
from api.rest.answers import work
from api.rest.parameters.common import MAX_LIMIT
from api.rest.parameters.work import kinds_in
from organica.domain.errors import Language, Says
from organica.domain.ids import organization_code
from organica.register.known_at import KnownAt
from organica.register.work_items import WorkItem
from organica.register.work_list import Asked, work_list
from organica.render.tree import Line, Style

HELP = both(
    "Lista lo que falta por saber y dónde buscarlo (pendientes).",
    "List what is not known, and where to look.",
)
EPILOG = both(
    """Ejemplo:
  organica pending --organization pe.mtpe --kinds declared_gap,unknown_parent

Un archivo posterior resuelve lo declarado no sabido con «answers».""",
    """Example:
  organica pending --organization pe.mtpe --kinds declared_gap,unknown_parent

A later file settles what was declared not to be known with `answers`.""",
)
_NOTHING = Says(es="No hay pendientes.", en="Nothing is pending.")
_SHOWN = Says(es="Pendientes: {total}.", en="Pending: {total}.")


def pending(
    context: typer.Context,
    organization: Annotated[
        str | None,
        typer.Option(
            "--organization",
            metavar=both("ORGANIZACIÓN", "ORGANIZATION"),
            help=both("Solo de este organismo.", "Only of this organization."),
        ),
    ] = None,
    kinds: Annotated[
        str | None,
        typer.Option(
            "--kinds",
            metavar=both("TIPOS", "KINDS"),
            help=both("Solo estos tipos, separados por comas.", "Only these kinds, separated by commas."),
        ),
    ] = None,
    as_of: AsOf = None,
    known_at: KnownAtText = None,
    as_json: Json = False,
) -> None:
    """Print the work list."""
    language = language_of(context)
    code = None if organization is None else asked(organization_code, organization)
    wanted = Asked(
        code,
        () if kinds is None else asked(kinds_in, kinds),
        day_asked(as_of),
    )
    known = known_at_asked(known_at)
    if as_json:
        print_json(run(_plain(wanted, known)))
        return
    items = run(_find(wanted, known))
    print_lines(_lines(items, language))
    if items:
        say(_SHOWN.render(language, {"total": len(items)}))


async def _plain(wanted: Asked, known_at: KnownAt | None) -> dict[str, Any]:
    async with consulting() as consult:
        found = await work.pending(consult, wanted.organization, wanted.kinds, wanted.as_of, known_at)
        return found.body


async def _find(wanted: Asked, known_at: KnownAt | None) -> Sequence[WorkItem]:
    async with consulting() as consult:
        known = await consult.known(known_at)
        page = await work_list(consult, wanted, known, MAX_LIMIT)
        items = list(page.items)
        while page.more:
            page = await work_list(consult, wanted, known, MAX_LIMIT, items[-1].place)
            items += page.items
        return items


def _lines(items: Sequence[WorkItem], language: Language) -> Iterator[Line]:
    if not items:
        yield Line(0, _NOTHING.render(language, {}), Style.NOTE)
    told: str | None = None
    for item in items:
        if item.organization != told:
            yield Line(0, item.organization, Style.UNIT)
            told = item.organization
        yield Line(1, item.sentence(language), Style.FUNCTION, item.thing)
        place = item.reference if item.reference and "#" in item.reference else item.source
        if place is not None and place != item.thing:
            lines = f", {item.lines}" if item.lines else ""
            yield Line(2, f"{place}{lines}", Style.SOURCE)
