"""`organica lineage`: what a unit came out of, what came out of it, and who received each of its functions.

Takes an organization and a unit; prints sentences or the REST answer. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

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
from organica.domain.states import LineageKind, Noun
from organica.register.consult import KnownAt
from organica.register.kinship import FunctionDestination, Kin, Kinship
from organica.register.views import BasisView
from organica.render.days import legal_date_text
from organica.render.sentences import LONGEST_QUOTE, cited, shortened
from organica.render.tree import Line, Style

HELP = both(
    "Muestra de qué unidades proviene una unidad, en cuáles continúa y quién recibió sus funciones.",
    "Show what a unit came out of, what came out of it, and who received its functions.",
)
EPILOG = both(
    """Ejemplo:
  organica lineage cl.chilecompra atencion-usuaria""",
    """Example:
  organica lineage cl.chilecompra atencion-usuaria""",
)
KINDS: dict[LineageKind, Says] = {
    LineageKind.ABSORPTION: Says(es="absorción", en="absorption"),
    LineageKind.MERGE: Says(es="fusión", en="merge"),
    LineageKind.SPLIT: Says(es="división", en="split"),
    LineageKind.SUCCESSION: Says(es="sucesión", en="succession"),
}
_TITLES = (
    Says(es="Proviene de:", en="It came out of:"),
    Says(es="Continúa en:", en="It goes on in:"),
    Says(es="Funciones que dejó:", en="Functions that left it:"),
)
_NOBODY = Says(
    es="No consta que provenga de otra unidad ni que continúe en otra.",
    en="No unit is on record that it came out of, or in which it goes on.",
)
_RECEIVED = Says(
    es="{label}: la recibe {unit}{letter}, {day}. «{text}»",
    en="{label}: received by {unit}{letter}, {day}. “{text}”",
)
_ENDED = Says(es="{label}: termina {day}. «{text}»", en="{label}: ends {day}. “{text}”")
Unit = Annotated[
    str,
    typer.Argument(
        metavar=both("UNIDAD", "UNIT"),
        help=both("Código, también de una unidad suprimida.", "A code, also of a unit that was suppressed."),
    ),
]


def lineage(
    context: typer.Context,
    organization: Organization,
    unit: Unit,
    as_of: AsOf = None,
    known_at: KnownAtText = None,
    as_json: Json = False,
) -> None:
    """Print the forebears and heirs of a unit."""
    language = language_of(context)
    day = day_asked(as_of)
    known = known_at_asked(known_at)
    if as_json:
        print_json(run(_plain(organization, unit, day, known)))
        return
    name, kin, destinations = run(_ask(organization, unit, day, known))
    print_lines([Line(0, name, Style.TITLE, unit)])
    print_lines(_lines(kin, destinations, language))


async def _plain(organization: str, unit: str, day: date | None, known_at: KnownAt | None) -> dict[str, Any]:
    async with consulting() as consult:
        return (await ties.lineage(consult, organization, unit, day, known_at)).body


async def _ask(
    organization: str, unit: str, day: date | None, known_at: KnownAt | None
) -> tuple[str, Kinship, list[FunctionDestination]]:
    async with consulting() as consult:
        pinned = KnownAt(entry=await consult.known(known_at))
        history = await consult.unit_history(organization, unit, pinned)
        kin = await consult.kinship(Noun.UNIT, organization, unit, day, pinned)
        destinations = await consult.function_destinations(organization, unit, pinned)
        return history[-1].state.name, kin, destinations


def _lines(kin: Kinship, destinations: Sequence[FunctionDestination], language: Language) -> Iterator[Line]:
    if not kin.predecessors and not kin.successors:
        yield Line(0, _NOBODY.render(language, {}), Style.NOTE)
    groups = (
        [_kin_line(each, language) for each in kin.predecessors],
        [_kin_line(each, language) for each in kin.successors],
        [_function_line(each, language) for each in destinations],
    )
    for title, lines in zip(_TITLES, groups, strict=True):
        if lines:
            yield Line(0, title.render(language, {}), Style.NOTE)
            yield from lines


def _kin_line(kin: Kin, language: Language) -> Line:
    kind = KINDS[kin.kind].render(language, {})
    text = f"{kin.name or kin.code} ({kind}), {legal_date_text(kin.in_force_from, language)}"
    return Line(1, text, Style.UNIT, _note(f"{kin.organization_code}/{kin.code}", kin.legal_basis, language))


def _function_line(seen: FunctionDestination, language: Language) -> Line:
    last, to = seen.last, seen.to
    facts: dict[str, Any] = {
        "label": last.state.label or last.code,
        "day": legal_date_text(seen.until, language),
        "text": shortened(last.state.text, LONGEST_QUOTE),
    }
    note = _note(last.code, [last.ended_by] if last.ended_by else [], language)
    if to is None:
        return Line(1, _ENDED.render(language, facts), Style.LOSS, note)
    letter = (
        "" if to.state.label is None else f", {'letra' if language == 'es' else 'letter'} {to.state.label}"
    )
    facts |= {"unit": to.unit.state.name, "letter": letter}
    return Line(1, _RECEIVED.render(language, facts), Style.FUNCTION, note)


def _note(code: str, bases: Sequence[BasisView], language: Language) -> str:
    """Return what stands beside a line: the code and the act behind it."""
    citations = [cited(each.citation, language, each.nature) for each in bases[-1:]]
    return " · ".join([code, *citations])
