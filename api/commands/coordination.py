"""`organica coordination`: which units name which in their functions, and the names that mean none.

Takes an organization and a day; prints lines or the REST answer. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import typer

from api.commands.asking import (
    AsOf,
    Json,
    KnownAtText,
    Organization,
    day_asked,
    known_at_asked,
    language_of,
    run,
)
from api.commands.consulting import consulting
from api.commands.paper import print_json, print_lines
from api.commands.speech import both
from api.rest.answers import ties
from organica.domain.errors import Language, Says
from organica.register.consult import KnownAt
from organica.register.snapshot import Snapshot
from organica.register.views import FunctionVersion
from organica.render.tree import Line, Style

HELP = both(
    "Muestra qué unidades nombran a cuáles en sus funciones.",
    "Show which units name which in their functions.",
)
EPILOG = both(
    """Ejemplo:
  organica coordination cl.chilecompra --as-of 2025-06-30""",
    """Example:
  organica coordination cl.chilecompra --as-of 2025-06-30""",
)
_NONE = Says(es="Ninguna función nombra a otra unidad.", en="No function names another unit.")
_NOT_COVERED = Says(es="El registro no cubre ese día.", en="The register does not cover that day.")
_UNRESOLVED = Says(es="Nombres sin unidad conocida:", en="Names of no known unit:")


def coordination(
    context: typer.Context,
    organization: Organization,
    as_of: AsOf = None,
    known_at: KnownAtText = None,
    as_json: Json = False,
) -> None:
    """Print who names whom."""
    language = language_of(context)
    day = day_asked(as_of)
    known = known_at_asked(known_at)
    if as_json:
        print_json(run(_plain(organization, day, known)))
        return
    print_lines(_lines(run(_ask(organization, day, known)), language))


async def _plain(organization: str, day: date | None, known_at: KnownAt | None) -> dict[str, Any]:
    async with consulting() as consult:
        return (await ties.coordination(consult, organization, day, known_at)).body


async def _ask(organization: str, day: date | None, known_at: KnownAt | None) -> Snapshot:
    async with consulting() as consult:
        return await consult.structure(organization, day, known_at)


def _lines(snapshot: Snapshot, language: Language) -> Iterator[Line]:
    if not snapshot.covered:
        yield Line(0, _NOT_COVERED.render(language, {}), Style.NOTE)
        return
    if not snapshot.coordination:
        yield Line(0, _NONE.render(language, {}), Style.NOTE)
    for edge in snapshot.coordination:
        text = f"{edge.from_unit.state.name} → {edge.to_unit.state.name}"
        yield Line(0, text, Style.UNIT, " ".join(map(_place, edge.functions)))
    if snapshot.unresolved_mentions:
        yield Line(0, _UNRESOLVED.render(language, {}), Style.NOTE)
    for mention in snapshot.unresolved_mentions:
        yield Line(1, mention.text, Style.NOTE, _place(mention.function))


def _place(function: FunctionVersion) -> str:
    """Return where people find a function on that day: its unit and letter."""
    return f"{function.state.unit}/{function.state.label}" if function.state.label else function.code
