"""`organica structure`: how an organization is made up on a day, and by which act.

Takes an organization, a day and a state of knowledge; prints a tree or the REST answer. Changes nothing.
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
from api.rest.answers import on_a_day
from organica.domain.errors import Language, Says
from organica.register.consult import KnownAt
from organica.register.difference import unit_names
from organica.register.programme_views import ProgrammeVersion
from organica.register.snapshot import Snapshot
from organica.register.views import BasisView, FunctionVersion, PostVersion, UnitVersion
from organica.render.banner import (
    certainty_sentence,
    coverage_sentences,
    force_sentence,
    not_at_hand_sentence,
)
from organica.render.days import day_text
from organica.render.programmes import runner_text, type_text
from organica.render.sentences import cited
from organica.render.tree import (
    FunctionNode,
    Line,
    PostNode,
    ProgrammeNode,
    Style,
    UnitNode,
    programme_lines,
    structure_lines,
    titled,
)

HELP = both(
    "Muestra la estructura de una organización en una fecha: unidades, letras y fuente legal.",
    "Show the structure of an organization on a day: units, letters and legal source.",
)
EPILOG = both(
    """Ejemplo:
  organica structure cl.chilecompra --as-of 2024-12-31 --unit atencion-usuaria --full""",
    """Example:
  organica structure cl.chilecompra --as-of 2024-12-31 --unit atencion-usuaria --full""",
)
_OCCUPANCY = {
    "vacant": Says(es="vacante", en="vacant"),
    "unknown": Says(es="sin titular conocido", en="holder not known"),
}
_CARRIED = Says(
    es="Toda referencia a «{name}» se entiende hecha a {means}.",
    en="Every reference to “{name}” is understood as made to {means}.",
)


def structure(
    context: typer.Context,
    organization: Organization,
    as_of: AsOf = None,
    known_at: KnownAtText = None,
    unit: Annotated[
        str | None,
        typer.Option(
            "--unit",
            metavar=both("CÓDIGO", "CODE"),
            help=both("Solo esa unidad y lo que depende de ella.", "Only this unit and all below it."),
        ),
    ] = None,
    full: Annotated[
        bool,
        typer.Option(
            "--full", help=both("También objetivos y textos.", "Objectives and texts of functions too.")
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Print the structure of a day."""
    language = language_of(context)
    day = day_asked(as_of)
    known = known_at_asked(known_at)
    if as_json:
        print_json(run(_plain(organization, day, known, unit)))
        return
    snapshot, day, chosen = run(_ask(organization, day, known, unit))
    print_lines(tree_lines(snapshot, day, chosen, language, full))


async def _plain(
    organization: str, day: date | None, known_at: KnownAt | None, unit: str | None
) -> dict[str, Any]:
    """Return the very answer that REST gives to the same question."""
    async with consulting() as consult:
        if unit is None:
            return (await on_a_day.structure(consult, organization, day, known_at)).body
        return (await on_a_day.unit(consult, organization, unit, day, known_at)).body


async def _ask(
    organization: str, day: date | None, known_at: KnownAt | None, unit: str | None
) -> tuple[Snapshot, date, UnitVersion | None]:
    async with consulting() as consult:
        known = await consult.known(known_at)
        pinned = KnownAt(entry=known)
        as_of = day or consult.today(await consult.archive(organization), known)
        snapshot = await consult.structure(organization, as_of, pinned)
        if unit is None:
            return snapshot, as_of, None
        # REST's own words for a unit of other days, or of none.
        await on_a_day.unit(consult, organization, unit, as_of, pinned)
        return snapshot, as_of, snapshot.units[unit]


def tree_lines(
    snapshot: Snapshot, day: date, chosen: UnitVersion | None, language: Language, full: bool
) -> Iterator[Line]:
    """Yield a structure, or one unit of it, with what the answer says of itself."""
    seen = snapshot.organization
    name = seen.state.name if seen else snapshot.organization_code
    yield Line(0, f"{name} · {day_text(day, language)}", Style.TITLE, snapshot.organization_code)
    citation = _common_citation(snapshot, language)
    if citation:
        yield Line(0, citation, Style.SOURCE)
    if in_force := force_sentence(snapshot.in_force_from, snapshot.in_force_until, language):
        yield Line(0, in_force, Style.NOTE)
    next_point = snapshot.interval.end if snapshot.interval else None
    if doubtful := certainty_sentence(snapshot.certain, next_point, language):
        yield Line(0, doubtful, Style.DOUBT)
    names = unit_names([snapshot])
    covered = coverage_sentences(
        snapshot.coverage,
        snapshot.organization_code,
        names,
        language,
        as_of=day,
        change_point=snapshot.change_point,
    )
    for sentence in covered:
        yield Line(0, sentence, Style.NOTE)
    if missing := not_at_hand_sentence([each.citation for each in snapshot.sources_not_at_hand], language):
        yield Line(0, missing, Style.NOTE)
    roots = (chosen,) if chosen else snapshot.roots
    nodes = [_node(root, language) for root in roots]
    yield from structure_lines(nodes, language, full=full, citation=citation)
    if chosen is None:
        without = [each for each in snapshot.programmes.values() if each.unit is None]
        alone = [_programme(each, language) for each in without]
        yield from programme_lines(alone, full=full, told=citation)
    for reference in snapshot.references.values() if chosen is None else ():
        means = names.get(reference.state.target, reference.state.target)
        yield Line(0, _CARRIED.render(language, {"name": reference.name, "means": means}), Style.NOTE)


def _common_citation(snapshot: Snapshot, language: Language) -> str | None:
    """Return the source that every unit, or the body where it has none, rests on last; None: they differ."""
    if not snapshot.units and snapshot.organization is not None:
        return _cited(snapshot.organization.legal_basis, language)
    citations = {_cited(unit.legal_basis, language) for unit in snapshot.units.values()} - {None}
    return citations.pop() if len(citations) == 1 else None


def _cited(bases: Sequence[BasisView], language: Language) -> str | None:
    """Return the last basis as it is printed, marked where it is no norm."""
    return cited(bases[-1].citation, language, bases[-1].nature) if bases else None


def _attested_by(bases: Sequence[BasisView], language: Language) -> str | None:
    """Return the last basis where it is no norm: what only it says must not pass for law."""
    return _cited(bases, language) if bases and not bases[-1].normative else None


def _node(unit: UnitVersion, language: Language) -> UnitNode:
    return UnitNode(
        code=unit.code,
        kind=unit.state.kind,
        name=unit.state.name,
        citation=_cited(unit.legal_basis, language),
        objective=unit.state.objective,
        posts=tuple(_post(post, language) for post in unit.posts),
        functions=tuple(_function(function, language) for function in unit.functions),
        children=tuple(_node(child, language) for child in unit.children),
        programmes=tuple(_programme(each, language) for each in unit.programmes),
    )


def _programme(programme: ProgrammeVersion, language: Language) -> ProgrammeNode:
    """Return a programme with its type, and who runs it where that is not the unit above it."""
    text = titled(type_text(programme.type, language), programme.state.name)
    if programme.unit is None:
        runner = runner_text(programme.run_by, programme.state.runner.unit or "", language)
        text = f"{text} ({runner[:1].lower()}{runner[1:]})"
    attested_by = _attested_by(programme.legal_basis, language)
    return ProgrammeNode(programme.code, text, programme.state.objective, attested_by)


def _function(function: FunctionVersion, language: Language) -> FunctionNode:
    children = tuple(_function(child, language) for child in function.children)
    attested_by = _attested_by(function.legal_basis, language)
    return FunctionNode(function.code, function.state.label, function.state.text, children, attested_by)


def _post(post: PostVersion, language: Language) -> PostNode:
    # A norm may create the post and an attestation name its holder; either makes the line one of record.
    bases = [post.legal_basis, *(held.legal_basis for held in post.appointments)]
    marks = dict.fromkeys(_attested_by(each, language) for each in bases)
    attested_by = "; ".join(mark for mark in marks if mark) or None
    return PostNode(_post_sentence(post, language), attested_by)


def _post_sentence(post: PostVersion, language: Language) -> str:
    spanish = language == "es"
    default = ("Encabeza" if spanish else "Head") if post.state.heads else ("Cargo" if spanish else "Post")
    title = post.state.name or default
    order = _substitutes(post, language)
    if not post.appointments:
        return f"{title}: {_OCCUPANCY[post.occupancy.value].render(language, {})}{order}"
    holders = []
    for held in post.appointments:
        holder = held.holder or ("nombre reservado" if spanish else "name withheld")
        holders.append(f"{holder} ({held.state.capacity})" if held.state.capacity else holder)
    return f"{title}: {', '.join(holders)}{order}"


def _substitutes(post: PostVersion, language: Language) -> str:
    """Return who stands in for the post, in order; one that was abolished since is marked."""
    if not post.substitutes:
        return ""
    spanish = language == "es"
    gone = " (suprimido)" if spanish else " (abolished)"
    named = [
        f"{each.rank}. {each.post.state.name or each.code}"
        if each.post
        else f"{each.rank}. {each.code}{gone}"
        for each in post.substitutes
    ]
    return f"; {'subrogan' if spanish else 'stand in for it'}: {', '.join(named)}"
