"""`organica proposals`: what is only proposed for an organization, and what became of it.

Takes an organization and a state of knowledge; prints a list or the REST answer. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

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
from api.commands.paper import print_json, print_lines
from api.commands.proposed_lines import fate_lines
from api.commands.speech import both
from api.rest.answers import proposals as answers
from organica.domain.errors import Language
from organica.register.consult import KnownAt
from organica.register.proposals import Fate, Proposal
from organica.render.sentences import cited
from organica.render.tree import Line, Style

HELP = both(
    "Lista lo que sólo se propone para una organización; nada de ello rige.",
    "List what is only proposed for an organization; none of it is in force.",
)
EPILOG = both(
    "Ejemplo:\n  organica proposals pe.mtpe",
    "Example:\n  organica proposals pe.mtpe",
)


def proposals(
    context: typer.Context, organization: Organization, known_at: KnownAtText = None, as_json: Json = False
) -> None:
    """Print the proposals of an organization."""
    language, known = language_of(context), known_at_asked(known_at)
    if as_json:
        print_json(run(_plain(organization, known)))
        return
    print_lines(_lines(run(_found(organization, known)), language))


async def _plain(organization: str, known_at: KnownAt | None) -> dict[str, object]:
    async with consulting() as consult:
        return (await answers.proposals(consult, organization, known_at)).body


async def _found(organization: str, known_at: KnownAt | None) -> list[tuple[Proposal, Fate]]:
    async with consulting() as consult:
        known = await consult.known(known_at)
        found = await consult.proposals.of(await consult.archive(organization, known), known)
        return [(each, await consult.proposals.fate(each, found, known)) for each in found]


def _lines(found: list[tuple[Proposal, Fate]], language: Language) -> Iterator[Line]:
    if not found:
        yield Line(0, "No hay propuestas." if language == "es" else "No proposals.", Style.NOTE)
    for proposal, fate in found:
        source = proposal.source
        yield Line(0, cited(source.citation, language, source.nature), Style.TITLE, proposal.key)
        yield from fate_lines(fate, language, indent=1)
