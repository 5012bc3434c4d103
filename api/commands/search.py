"""`organica search`: who does what, in the words of whoever asks.

Takes a question; prints what was found, the most telling first, with the words marked, or the REST answer.
Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
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
from api.rest.answers import search as answers
from api.rest.parameters.search import DEFAULT_HITS
from organica.domain.errors import Language, Says
from organica.domain.ids import organization_code
from organica.register.known_at import KnownAt
from organica.register.programme_views import ProgrammeVersion
from organica.register.search.finding import Hit, SearchPage, words_looked_for
from organica.register.search.places import Question
from organica.register.search.texts import SearchField
from organica.register.views import FunctionVersion, PostVersion, UnitVersion
from organica.render.sentences import cited
from organica.render.tree import Line, Style, lettered

HELP = both(
    "Busca quién hace qué, en palabras corrientes.",
    "Search who does what, in plain Spanish.",
)
EPILOG = both(
    """Ejemplo:
  organica search "¿quién ve la capacitación de compradores?" --organization cl.chilecompra

Dan igual las tildes, el singular y el plural. Quien ejerce un cargo no se busca por su nombre.""",
    """Example:
  organica search "¿quién ve la capacitación de compradores?" --organization cl.chilecompra

Accents and plurals make no difference. Nobody who holds a post is found by name.""",
)
_NOTHING = Says(es="Nada tiene esas palabras.", en="Nothing has these words.")
_SHOWN = Says(es="Resultados: {total}; se muestran {shown}.", en="Hits: {total}; {shown} shown.")


def search(
    context: typer.Context,
    question: Annotated[
        str,
        typer.Argument(
            metavar=both("PREGUNTA", "QUESTION"),
            help=both("Lo que se busca, entre comillas.", "What is looked for, in quotes."),
        ),
    ],
    organization: Annotated[
        str | None,
        typer.Option(
            "--organization",
            metavar=both("ORGANIZACIÓN", "ORGANIZATION"),
            help=both("Solo en este organismo.", "Only in this organization."),
        ),
    ] = None,
    as_of: AsOf = None,
    known_at: KnownAtText = None,
    as_json: Json = False,
) -> None:
    """Print what was found."""
    language = language_of(context)
    asked(words_looked_for, question)
    day = day_asked(as_of)
    known = known_at_asked(known_at)
    code = None if organization is None else asked(organization_code, organization)
    if as_json:
        print_json(run(_plain(question, day, known, code)))
        return
    page = run(_find(Question(question, day, known, code)))
    print_lines(_lines(page, language, everywhere=code is None))
    if page.hits:
        say(_SHOWN.render(language, {"total": page.total, "shown": len(page.hits)}))


async def _plain(
    question: str, day: date | None, known_at: KnownAt | None, code: str | None
) -> dict[str, Any]:
    async with consulting() as consult:
        return (await answers.search(consult, question, day, known_at, code)).body


async def _find(question: Question) -> SearchPage:
    async with consulting() as consult:
        return await consult.search(question, DEFAULT_HITS)


def _lines(page: SearchPage, language: Language, *, everywhere: bool) -> Iterator[Line]:
    if not page.hits:
        yield Line(0, _NOTHING.render(language, {}), Style.NOTE)
    for hit in page.hits:
        body = hit.snapshot.organization
        name = body.state.name if everywhere and body else ""
        title = f"{_title(hit)} · {name}" if name else _title(hit)
        named = hit.field in (SearchField.NAME, SearchField.PROGRAMME_NAME)
        yield Line(0, title, Style.UNIT, hit.thing.code, hit.marks if named else ())
        if not named:
            yield _text(hit)
        for basis in hit.thing.legal_basis:
            yield Line(1 if named else 2, cited(basis.citation, language, basis.nature), Style.SOURCE)


def _title(hit: Hit) -> str:
    """Return the name of the unit that a thing is or is in, or of the programme that it is."""
    match hit.thing:
        case UnitVersion() | ProgrammeVersion():
            return hit.thing.state.name
        case _:
            return hit.thing.unit.state.name


def _text(hit: Hit) -> Line:
    """Return the text that was found with its marks, which the letter before it moves to the right."""
    if isinstance(hit.thing, FunctionVersion):
        written, style = lettered(hit.thing.state.label, hit.text), Style.FUNCTION
    else:
        written, style = hit.text, Style.POST if isinstance(hit.thing, PostVersion) else Style.OBJECTIVE
    moved = len(written) - len(hit.text)
    return Line(1, written, style, marks=tuple((start + moved, end + moved) for start, end in hit.marks))
