"""`organica diff`: what changed in an organization between two days, and by which acts.

Takes an organization and two days; prints sentences or JSON. Changes nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from api.commands.asking import (
    Json,
    KnownAtText,
    Organization,
    day_asked,
    known_at_asked,
    language_of,
    run,
    settings,
)
from api.commands.changes import change_lines, unit_names
from api.commands.failing import WrongUsage
from api.commands.opening import opened
from api.commands.paper import print_json, print_lines
from api.commands.speech import both
from api.rest import answers
from organica.domain.diff import Change
from organica.domain.errors import Language
from organica.register.consult import Consult, KnownAt, StructureDiff
from organica.register.refusals import BackwardInterval
from organica.render.days import day_text
from organica.render.sentences import act_sentence, cited
from organica.render.tree import Line, Style

HELP = both(
    "Muestra qué cambió entre dos fechas y por qué acto.",
    "Show what changed between two days, and by which act.",
)
EPILOG = both(
    """Ejemplo:
  organica diff cl.chilecompra 2023-06-30 2024-12-31""",
    """Example:
  organica diff cl.chilecompra 2023-06-30 2024-12-31""",
)


def diff(
    context: typer.Context,
    organization: Organization,
    base: Annotated[
        str, typer.Argument(metavar=both("DESDE", "BASE"), help=both("La primera fecha.", "The first day."))
    ],
    target: Annotated[
        str,
        typer.Argument(metavar=both("HASTA", "TARGET"), help=both("La segunda fecha.", "The second day.")),
    ],
    known_at: KnownAtText = None,
    full: Annotated[
        bool, typer.Option("--full", help=both("Muestra los textos completos.", "Show whole texts."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Print what changed from one day to another."""
    language = language_of(context)
    first, second, known = day_asked(base), day_asked(target), known_at_asked(known_at)
    if second < first:
        raise WrongUsage(BackwardInterval(base=base, target=target))
    if as_json:
        print_json(run(_plain(organization, (first, second), known)))
        return
    found = run(_diff(organization, (first, second), known))
    title = f"{organization}: {day_text(first, language)} → {day_text(second, language)}"
    print_lines([Line(0, title, Style.TITLE)])
    print_lines(_lines(found, language, full))


async def _plain(organization: str, days: tuple[date, date], known: KnownAt | None) -> dict[str, Any]:
    async with opened(settings().database_url) as register:
        return (await answers.diff(Consult(register), organization, *days, known)).body


async def _diff(organization: str, days: tuple[date, date], known: KnownAt | None) -> StructureDiff:
    async with opened(settings().database_url) as register:
        return await Consult(register).diff(organization, *days, known)


def _lines(found: StructureDiff, language: Language, full: bool) -> list[Line]:
    if not found.changes:
        nothing = "Nada cambió." if language == "es" else "Nothing changed."
        return [Line(0, nothing, Style.NOTE)]
    names = unit_names([found.base, found.target], found.changes)

    def act(change: Change) -> str:
        view = found.basis_view(change)
        citation = cited(view.citation, language, normative=view.normative) if view else None
        return act_sentence(change, citation, language)

    return list(change_lines(found.changes, names, act, language, full=full))
