"""`organica preview`: what a stored proposal would change, and what the structure would be with it.

Takes the key of a proposal, a day and a state of knowledge; prints sentences, a tree or the REST answer.
Changes nothing. A proposal that can no longer apply is answered with why, and that is no error.
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
from api.commands.changes import change_lines
from api.commands.consulting import consulting
from api.commands.paper import print_json, print_lines
from api.commands.proposed_lines import fate_lines, refusal_lines
from api.commands.speech import both
from api.commands.structure import tree_lines
from api.rest.answers import proposals
from api.rest.answers.proposals import Previewed
from api.rest.difference_text import act_behind
from organica.domain.errors import Language, Says
from organica.domain.ids import organization_code
from organica.register.consult import KnownAt
from organica.render.days import day_text
from organica.render.sentences import cited
from organica.render.tree import Line, Style

HELP = both(
    "Muestra qué cambiaría una propuesta, o la estructura como sería con ella. Nada de ello rige.",
    "Show what a proposal would change, or the structure as it would be with it. None of it is in force.",
)
EPILOG = both(
    "Ejemplo:\n  organica preview "
    "pe/mtpe/propuesta-plan-de-trabajo/2023/plan-de-trabajo-producto-de-la-cooperacion-con-paraguay",
    "Example:\n  organica preview "
    "pe/mtpe/propuesta-plan-de-trabajo/2023/plan-de-trabajo-producto-de-la-cooperacion-con-paraguay",
)
_NOT_IN_FORCE = Says(
    es="Sólo se propone para {organization}; no rige.", en="Only proposed for {organization}; not in force."
)
_WOULD_CHANGE = Says(es="Cambiaría, el {day}:", en="It would change, on {day}:")
_WOULD_BE = Says(es="La estructura sería, el {day}:", en="The structure would be, on {day}:")
_NOTHING = Says(es="Nada cambiaría ese día.", en="Nothing would change on that day.")


def preview(
    context: typer.Context,
    proposal: Annotated[
        str,
        typer.Argument(
            metavar=both("PROPUESTA", "PROPOSAL"),
            help=both(
                "La clave de su fuente, como la da «organica proposals».",
                "The key of its source, as `organica proposals` gives it.",
            ),
        ),
    ],
    organization: Annotated[
        str | None,
        typer.Option(
            "--organization",
            metavar=both("CÓDIGO", "CODE"),
            help=both(
                "De qué organismo es, si un documento propone algo en varios.",
                "Whose it is, where one document proposes something in several.",
            ),
        ),
    ] = None,
    as_of: AsOf = None,
    known_at: KnownAtText = None,
    structure: Annotated[
        bool,
        typer.Option(
            "--structure",
            help=both(
                "La estructura completa, no sólo los cambios.", "The whole structure, not only changes."
            ),
        ),
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help=both("Muestra los textos completos.", "Show whole texts."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Print what would be so with a proposal; by default on the proposal's own day."""
    language = language_of(context)
    day = day_asked(as_of)
    known = known_at_asked(known_at)
    code = None if organization is None else asked(organization_code, organization)
    if as_json:
        print_json(run(_plain(proposal, code, day, known, structure)))
        return
    seen = run(_previewed(proposal, code, known))
    print_lines(_lines(seen, day or seen.proposal.day, language, structure=structure, full=full))


async def _plain(
    key: str, organization: str | None, day: date | None, known_at: KnownAt | None, structure: bool
) -> dict[str, Any]:
    """Return the very answer that REST gives to the same question."""
    answer = proposals.structure if structure else proposals.diff
    async with consulting() as consult:
        return (await answer(consult, key, day, known_at, organization)).body


async def _previewed(key: str, organization: str | None, known_at: KnownAt | None) -> Previewed:
    async with consulting() as consult:
        return await proposals.previewed(consult, key, known_at, organization)


def _lines(seen: Previewed, day: date, language: Language, *, structure: bool, full: bool) -> Iterator[Line]:
    source, said = seen.proposal.source, {"organization": seen.proposal.organization}
    yield Line(0, cited(source.citation, language, source.nature), Style.TITLE, seen.proposal.key)
    yield Line(0, _NOT_IN_FORCE.render(language, {**said}), Style.DOUBT)
    yield from fate_lines(seen.fate, language)
    if seen.would_be.refusal is not None:
        yield from refusal_lines(seen.would_be.refusal, language)
    elif structure:
        yield Line(0, _WOULD_BE.render(language, {"day": day_text(day, language)}), Style.TITLE)
        yield from _structure_lines(seen, day, language, full)
    else:
        yield Line(0, _WOULD_CHANGE.render(language, {"day": day_text(day, language)}), Style.TITLE)
        yield from _change_lines(seen, day, language, full)


def _structure_lines(seen: Previewed, day: date, language: Language, full: bool) -> Iterator[Line]:
    if seen.would_be.archive is not None:
        yield from tree_lines(
            seen.would_be.archive.snapshot(day, seen.would_be.known), day, None, language, full
        )


def _change_lines(seen: Previewed, day: date, language: Language, full: bool) -> Iterator[Line]:
    found = seen.would_be.against(seen.in_force, day, seen.known)
    if found is None or not found.changes:
        yield Line(1, _NOTHING.render(language, {}), Style.NOTE)
        return
    names = found.names
    yield from change_lines(
        found.changes,
        names,
        lambda change: act_behind(found, change, language),
        language,
        indent=1,
        full=full,
    )
