"""`organica history`: the timeline of an organization, or of one of its units, functions or posts.

Takes an organization and, at most, one code; prints a table or the REST answer. Changes nothing.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from api.commands.asking import (
    Json,
    KnownAtText,
    Organization,
    known_at_asked,
    language_of,
    run,
)
from api.commands.consulting import consulting
from api.commands.failing import WrongUsage
from api.commands.paper import print_json, print_lines
from api.commands.speech import both
from api.commands.timelines import Table, tables_of
from api.rest.answers import history as answers
from api.rest.answers import programmes
from organica.domain.errors import BadInput, Language, Says
from organica.domain.states import Noun
from organica.register.consult import KnownAt
from organica.render.timeline import timeline_lines
from organica.render.tree import Line, Style

HELP = both(
    "Muestra la historia de un organismo, unidad, función, cargo o programa: desde, hasta, qué y por qué "
    "acto.",
    "Show the history of an organization, or of a unit, function, post or programme: from, until, what, by "
    "which act.",
)
EPILOG = both(
    """Ejemplo:
  organica history cl.chilecompra --unit atencion-usuaria""",
    """Example:
  organica history cl.chilecompra --unit atencion-usuaria""",
)


class OneHistoryAtATime(BadInput):
    """Several things named whose histories are wanted."""

    code = "one_history_at_a_time"
    says = Says(
        es="Se pide la historia de varias cosas a la vez.", en="The history of several things is asked for."
    )
    remedy = Says(
        es="Indique solo uno: --unit, --function, --post o --programme.",
        en="Give only one: --unit, --function, --post or --programme.",
    )


def history(
    context: typer.Context,
    organization: Organization,
    unit: Annotated[
        str | None,
        typer.Option("--unit", metavar=both("CÓDIGO", "CODE"), help=both("De esta unidad.", "Of this unit.")),
    ] = None,
    function: Annotated[
        str | None,
        typer.Option(
            "--function", metavar=both("CÓDIGO", "CODE"), help=both("De esta función.", "Of this function.")
        ),
    ] = None,
    post: Annotated[
        str | None,
        typer.Option(
            "--post",
            metavar=both("CÓDIGO", "CODE"),
            help=both("De este cargo, y de quienes lo ejercieron.", "Of this post, and of who held it."),
        ),
    ] = None,
    programme: Annotated[
        str | None,
        typer.Option(
            "--programme",
            metavar=both("CÓDIGO", "CODE"),
            help=both("De este programa o servicio.", "Of this programme or service."),
        ),
    ] = None,
    known_at: KnownAtText = None,
    as_json: Json = False,
) -> None:
    """Print the history of an organization or of one thing in it."""
    language = language_of(context)
    named = [
        (noun, code)
        for noun, code in (
            (Noun.UNIT, unit),
            (Noun.FUNCTION, function),
            (Noun.POST, post),
            (Noun.PROGRAMME, programme),
        )
        if code is not None
    ]
    if len(named) > 1:
        raise WrongUsage(OneHistoryAtATime())
    noun, code = named[0] if named else (Noun.ORGANIZATION, organization)
    known = known_at_asked(known_at)
    plain, tables = run(_ask((organization, noun, code), known, language))
    if as_json:
        print_json(plain)
        return
    title = organization if noun is Noun.ORGANIZATION else f"{organization}: {code}"
    print_lines([Line(0, title, Style.TITLE)])
    for table in tables:
        print_lines([Line(0, table.heading, Style.SOURCE), *timeline_lines(table.rows, language)])


async def _ask(
    asked: tuple[str, Noun, str], known_at: KnownAt | None, language: Language
) -> tuple[dict[str, Any], list[Table]]:
    """Return the very answer that REST gives, and the tables for people."""
    organization, noun, code = asked
    async with consulting() as consult:
        pinned = KnownAt(entry=await consult.known(known_at))
        match noun:
            case Noun.UNIT:
                answer = await answers.unit_history(consult, organization, code, known_at)
            case Noun.FUNCTION:
                answer = await answers.function_history(consult, organization, code, known_at)
            case Noun.POST:
                answer = await answers.post_history(consult, organization, code, known_at)
            case Noun.PROGRAMME:
                answer = await programmes.programme_history(consult, organization, code, known_at)
            case _:
                answer = await answers.organization_history(consult, organization, known_at)
        known = pinned.entry or 0
        acts = await consult.acts(organization, pinned) if noun is Noun.ORGANIZATION else []
        archive = await consult.archive(organization, known)
        return answer.body, tables_of(archive, noun, code, acts, known, language)
