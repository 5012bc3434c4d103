"""`organica programmes`: the programmes and services of an organization on a day, with their figures.

Takes an organization and a day; prints lines or the REST answer. Changes nothing.
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
    Organization,
    day_asked,
    known_at_asked,
    language_of,
    run,
)
from api.commands.consulting import consulting
from api.commands.paper import print_json, print_lines
from api.commands.speech import both
from api.rest.answers import exports
from api.rest.answers import programmes as answers
from organica.domain.errors import Language, Says
from organica.register.consult import KnownAt
from organica.register.programme_views import ProgrammeVersion
from organica.register.snapshot import Snapshot
from organica.render.periods import figure_text
from organica.render.programmes import financing_text, party_text, runner_text
from organica.render.sentences import cited
from organica.render.tree import Line, Style, titled

HELP = both(
    "Muestra los programas y servicios de una organización en una fecha, con sus indicadores.",
    "Show the programmes and services of an organization on a day, with their figures.",
)
EPILOG = both(
    """Ejemplo:
  organica programmes pe.perucompras --as-of 2022-12-31""",
    """Example:
  organica programmes pe.perucompras --as-of 2022-12-31""",
)
_NONE = Says(es="No consta ningún programa ni servicio.", en="No programme or service is on record.")
_NOT_COVERED = Says(es="El registro no cubre ese día.", en="The register does not cover that day.")
_LISTS = {
    "functions": Says(es="Cumple: {all}", en="Fulfils: {all}"),
    "audience": Says(es="Destinatarios: {all}", en="Serves: {all}"),
    "channels": Says(es="Canales: {all}", en="Channels: {all}"),
    "partners": Says(es="Socios: {all}", en="Partners: {all}"),
    "financing": Says(es="Financiamiento: {all}", en="Financed by: {all}"),
    "rests_on": Says(es="Marco legal: {all}", en="Rests on: {all}"),
}


def programmes(
    context: typer.Context,
    organization: Organization,
    as_of: AsOf = None,
    known_at: KnownAtText = None,
    programme: Annotated[
        str | None,
        typer.Option(
            "--programme",
            metavar=both("CÓDIGO", "CODE"),
            help=both("Solo este programa o servicio.", "Only this programme or service."),
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Print the programmes of a day."""
    language = language_of(context)
    day = day_asked(as_of)
    known = known_at_asked(known_at)
    plain, snapshot = run(_ask(organization, programme, day, known))
    if as_json:
        print_json(plain)
    else:
        print_lines(_lines(snapshot, programme, language))


async def _ask(
    organization: str, programme: str | None, day: date | None, known_at: KnownAt | None
) -> tuple[dict[str, Any], Snapshot]:
    """Return the very answer that REST gives, and the snapshot that it is made from."""
    async with consulting() as consult:
        known = await consult.known(known_at)
        as_of = day or consult.today(await consult.archive(organization), known)
        if programme is None:
            answer = await exports.programmes(consult, organization, as_of, known_at=known_at)
        else:
            answer = await answers.programme(consult, organization, programme, as_of, known_at)
        return answer.body, await consult.structure(organization, as_of, KnownAt(entry=known))


def _lines(snapshot: Snapshot, chosen: str | None, language: Language) -> Iterator[Line]:
    shown = [each for each in snapshot.programmes.values() if chosen in (None, each.code)]
    if not shown:
        says = _NONE if snapshot.covered else _NOT_COVERED
        yield Line(0, says.render(language, {}), Style.NOTE)
    for each in shown:
        yield from _programme_lines(each, language)


def _programme_lines(seen: ProgrammeVersion, language: Language) -> Iterator[Line]:
    state = seen.state
    yield Line(0, titled(state.kind, state.name), Style.UNIT, seen.code)
    unit = seen.unit.state.name if seen.unit else ""
    yield Line(1, runner_text(seen.run_by, unit, language), Style.POST)
    if state.objective:
        yield Line(1, state.objective, Style.OBJECTIVE)
    for name, each in _lists(seen, language).items():
        if each:
            yield Line(1, _LISTS[name].render(language, {"all": "; ".join(each)}), Style.FUNCTION)
    for indicator in seen.indicators:
        yield Line(1, figure_text(indicator.state, language), Style.NOTE, indicator.code)
    for basis in seen.legal_basis:
        yield Line(1, cited(basis.citation, language, basis.nature), Style.SOURCE)


def _lists(seen: ProgrammeVersion, language: Language) -> dict[str, list[str]]:
    state = seen.state
    return {
        "functions": list(state.functions),
        "audience": list(state.audience),
        "channels": [each.name for each in state.channels],
        "partners": [party_text(each) for each in state.partners],
        "financing": [financing_text(each, language) for each in state.financing],
        "rests_on": list(state.rests_on),
    }
