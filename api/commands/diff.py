"""`organica diff`: what changed in an organization between two days, and by which acts.

Takes an organization and two days; prints sentences, acts in the words of their files, a text or
JSON. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

from api.commands.asking import (
    Json,
    KnownAtText,
    Organization,
    day_asked,
    known_at_asked,
    language_of,
    run,
)
from api.commands.changes import change_lines
from api.commands.consulting import consulting
from api.commands.failing import WrongUsage
from api.commands.paper import print_json, print_lines
from api.commands.speech import both
from api.rest.answers import history
from api.rest.answers.history import DiffForm
from api.rest.difference_text import act_behind, difference_text
from organica.domain.change import Change
from organica.domain.errors import Language, Says
from organica.domain.taking_effect import ActEffect
from organica.register.acts_between import ActsBetween, TakenAct
from organica.register.consult import Consult, KnownAt
from organica.register.difference import StructureDiff
from organica.register.refusals import BackwardInterval
from organica.render.days import day_text
from organica.render.sentences import LONGEST_QUOTE, cited
from organica.render.timeline import began_text
from organica.render.tree import Line, Style

HELP = both(
    "Muestra qué cambió entre dos fechas y por qué acto.",
    "Show what changed between two days, and by which act.",
)
EPILOG = both(
    """Ejemplo:
  organica diff cl.chilecompra 2023-06-30 2024-12-31 --as acts""",
    """Example:
  organica diff cl.chilecompra 2023-06-30 2024-12-31 --as acts""",
)
T = TypeVar("T")


class Form(StrEnum):
    """How the difference is printed."""

    CHANGES = "changes"
    ACTS = "acts"
    TEXT = "text"
    JSON = "json"


_EFFECTS: dict[ActEffect, Says] = {
    ActEffect.BEGINS: Says(es="rige", en="takes effect"),
    ActEffect.LAPSES: Says(es="vence lo que dispuso por un plazo", en="what it gave for a time lapses"),
    ActEffect.MENDS: Says(
        es="corrige otros actos en todos sus días", en="mends other acts on all their days"
    ),
}
_OTHERS = Says(es="Cambios sin un acto de estos días", en="Changes that rest on no act of these days")
_NO_ACTS = Says(es="Ningún acto rige desde estos días.", en="No act takes effect on these days.")


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
    form: Annotated[
        Form,
        typer.Option(
            "--as",
            help=both(
                "Los cambios, los actos que los hicieron, un texto por unidades, o JSON.",
                "The changes, the acts that made them, a text by units, or JSON.",
            ),
        ),
    ] = Form.CHANGES,
    full: Annotated[
        bool, typer.Option("--full", help=both("Muestra los textos completos.", "Show whole texts."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Print what changed from one day to another."""
    language = language_of(context)
    days, known = (day_asked(base), day_asked(target)), known_at_asked(known_at)
    if days[1] < days[0]:
        raise WrongUsage(BackwardInterval(base=base, target=target))
    if as_json or form is Form.JSON:
        told_as = DiffForm.ACTS if form is Form.ACTS else DiffForm.CHANGES
        print_json(_asked(lambda consult: _plain(consult, organization, days, told_as, known)))
    elif form is Form.ACTS:
        found, among = _asked(lambda consult: _acts(consult, organization, days, known))
        print_lines(_title(organization, days, language))
        print_lines(_act_lines(found, among, language, full))
    else:
        found = _asked(lambda consult: consult.diff(organization, *days, known))
        if form is Form.TEXT:
            longest = None if full else LONGEST_QUOTE
            print_lines(difference_text(found, language, pinned=known is not None, longest=longest))
        else:
            print_lines(_title(organization, days, language))
            print_lines(_lines(found, language, full))


def _asked(ask: Callable[[Consult], Coroutine[Any, Any, T]]) -> T:
    async def answer() -> T:
        async with consulting() as consult:
            return await ask(consult)

    return run(answer())


async def _plain(
    consult: Consult, organization: str, days: tuple[date, date], form: DiffForm, known: KnownAt | None
) -> dict[str, Any]:
    return (await history.diff(consult, organization, *days, form, known)).body


async def _acts(
    consult: Consult, organization: str, days: tuple[date, date], known: KnownAt | None
) -> tuple[StructureDiff, ActsBetween]:
    found = await consult.diff(organization, *days, known)
    return found, found.among(await consult.acts(organization, KnownAt(entry=found.known)))


def _title(organization: str, days: tuple[date, date], language: Language) -> list[Line]:
    first, second = (day_text(day, language) for day in days)
    return [Line(0, f"{organization}: {first} → {second}", Style.TITLE)]


def _lines(found: StructureDiff, language: Language, full: bool) -> list[Line]:
    if not found.changes:
        nothing = "Nada cambió." if language == "es" else "Nothing changed."
        return [Line(0, nothing, Style.NOTE)]
    names = found.names

    def act(change: Change) -> str:
        return act_behind(found, change, language)

    return list(change_lines(found.changes, names, act, language, full=full))


def _act_lines(found: StructureDiff, among: ActsBetween, language: Language, full: bool) -> Iterator[Line]:
    """Yield each act with its day, its words and what it changed; then what rests on none of them."""
    names = found.names
    if not among.acts:
        yield Line(0, _NO_ACTS.render(language, {}), Style.NOTE)
    for each in among.acts:
        yield Line(0, _heading(each, language), Style.SOURCE)
        for words in each.words.splitlines():
            yield Line(2, words, Style.FUNCTION)
        for basis in each.rectified_by:
            yield Line(1, began_text(basis.role, basis.citation, language), Style.NOTE)
        yield from change_lines(each.changes, names, lambda _change: "", language, indent=1, full=full)
    if among.others:
        yield Line(0, _OTHERS.render(language, {}), Style.NOTE)
        yield from change_lines(
            among.others,
            names,
            lambda change: act_behind(found, change, language),
            language,
            indent=1,
            full=full,
        )


def _heading(act: TakenAct, language: Language) -> str:
    citation = cited(act.citation, language, act.nature)
    number = f"acto {act.ref}" if language == "es" else f"act {act.ref}"
    effect = _EFFECTS[act.effect].render(language, {})
    return f"{day_text(act.day, language)}: {citation}, {number} ({effect})"
