"""`organica changes` and `organica turn`: the changes feed, and the clock that tells what takes effect.

`changes` prints sentences or JSON and changes nothing; `turn` appends what took effect up to today.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated

import typer

from api.commands.asking import Json, asked, language_of, run, settings
from api.commands.changes import change_lines
from api.commands.consulting import consulting
from api.commands.opening import opened
from api.commands.paper import print_json, print_lines, say
from api.commands.speech import both
from api.rest.answers.feed import recorded_change
from api.rest.parameters.common import MAX_LIMIT, change_number
from organica.domain.change import Change
from organica.domain.errors import Language
from organica.domain.ids import organization_code
from organica.register.change_pages import ChangePage
from organica.register.consult import Consult
from organica.register.difference import unit_names
from organica.register.feed import Nature, Phase, RecordedChange, Wanted
from organica.register.turn_day import turn_day
from organica.render.days import day_text
from organica.render.sentences import act_sentence, cited
from organica.render.tree import Line, Style

CHANGES_HELP = both(
    "Lista los cambios en el orden en que el registro los contó.",
    "List the changes in the order in which the register told them.",
)
CHANGES_EPILOG = both(
    """Ejemplo:
  organica changes --organization cl.chilecompra --after 60

Cada cambio tiene un número para siempre. Siga con --after y el último número leído: nada se salta ni se
repite.""",
    """Example:
  organica changes --organization cl.chilecompra --after 60

Every change has its number for ever. Go on with --after and the last number that you read: nothing is
skipped and nothing comes twice.""",
)
TURN_HELP = both(
    "Agrega a la lista de cambios los que entraron en vigor hasta hoy.",
    "Add to the feed the changes that took effect up to today.",
)
TURN_EPILOG = both(
    """Ejemplo:
  organica turn

El servidor lo hace por sí solo cada minuto; promulgar también, con los organismos que toca.""",
    """Example:
  organica turn

The server does so by itself every minute; so does enacting, for the organizations that it touches.""",
)
Pages = list[ChangePage]


def changes(
    context: typer.Context,
    organization: Annotated[
        str | None,
        typer.Option(
            "--organization",
            metavar=both("ORGANIZACIÓN", "ORGANIZATION"),
            help=both("Solo los de este organismo.", "Only those of this organization."),
        ),
    ] = None,
    after: Annotated[
        str,
        typer.Option(
            "--after",
            metavar=both("NÚMERO", "NUMBER"),
            help=both("Solo los que siguen a este número.", "Only those after this number."),
        ),
    ] = "0",
    as_json: Json = False,
) -> None:
    """Print the changes after a number."""
    language = language_of(context)
    number = asked(change_number, after)
    wanted = Wanted(organization=asked(organization_code, organization) if organization else None)
    pages, names = run(_read(number, wanted, named=not as_json))
    if as_json:
        told = [recorded_change(page, each) for page in pages for each in page.changes]
        print_json({"changes": told, "after": pages[-1].after})
        return
    print_lines(_lines(pages, names, language))
    newest = pages[-1].after
    say(f"Último número: {newest}." if language == "es" else f"Last number: {newest}.")


def turn(context: typer.Context, as_json: Json = False) -> None:
    """Append what took effect."""
    told = run(_turn())
    if as_json:
        print_json({"changes": told})
    elif language_of(context) == "es":
        say(f"Cambios que entraron en vigor: {told}.")
    else:
        say(f"Changes that took effect: {told}.")


async def _turn() -> int:
    async with opened(settings().database_url) as register:
        return await turn_day(register)


async def _read(after: int, wanted: Wanted, *, named: bool) -> tuple[Pages, dict[int, dict[str, str]]]:
    """Return every page after a number and, by number, the names of the units around each change."""
    pages: Pages = []
    names: dict[int, dict[str, str]] = {}
    async with consulting() as consult:
        while not pages or pages[-1].more:
            pages.append(await consult.changes(after, MAX_LIMIT, wanted))
            after = pages[-1].after
        for page in pages if named else ():
            for each in page.changes:
                names[each.seq] = await _names_around(consult, each)
    return pages, names


async def _names_around(consult: Consult, recorded: RecordedChange) -> dict[str, str]:
    archive = await consult.archive(recorded.organization, recorded.entry)
    days = (recorded.day - timedelta(days=1), recorded.day)
    return unit_names([archive.snapshot(day, recorded.entry) for day in days], [recorded.change])


def _lines(pages: Pages, names: dict[int, dict[str, str]], language: Language) -> Iterator[Line]:
    """Yield a title for each run of changes of one organization, entry and day, and a line a change."""
    title: str | None = None
    for page in pages:
        for each in page.changes:

            def act(_change: Change, page: ChangePage = page, each: RecordedChange = each) -> str:
                view = page.basis_view(each)
                citation = cited(view.citation, language, view.nature) if view else None
                return act_sentence(each.change, citation, language)

            now = _title(each, language)
            if now != title:
                yield Line(0, now, Style.TITLE)
                title = now
            for line in change_lines([each.change], names[each.seq], act, language):
                yield Line(1, f"{each.seq:>4} {line.text}", line.style, line.note)


def _title(recorded: RecordedChange, language: Language) -> str:
    spanish = language == "es"
    if recorded.phase is Phase.EFFECTIVE:
        happened = "entra en vigor" if spanish else "takes effect"
    else:
        happened = f"{'asiento' if spanish else 'entry'} {recorded.entry}"
    title = f"{recorded.organization}: {day_text(recorded.day, language)} ({happened})"
    if recorded.nature is Nature.REGISTER:
        title += " · cambia el registro, no la norma" if spanish else " · the register changes, not the law"
    return title
