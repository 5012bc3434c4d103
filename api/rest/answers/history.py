"""What REST answers about history: timelines of units, functions, posts and organizations, and differences.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by the commands that print JSON.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from api.rest.answers.answering import Answer, echo, must_know
from api.rest.difference_text import difference_text
from api.rest.presenting import history as shown
from api.rest.presenting import things
from api.rest.presenting.law import Plain
from organica.domain.states import Noun
from organica.domain.taking_effect import ActEffect
from organica.register import histories
from organica.register.archive import Archive, Run
from organica.register.consult import Consult, KnownAt
from organica.register.difference import StructureDiff
from organica.register.programme_views import ProgrammeVersion
from organica.register.views import FunctionVersion, PostVersion, UnitVersion
from organica.render.difference import text_of


class DiffForm(StrEnum):
    """How a reader wants a difference: as changes, as the acts that made them, or as a text to read."""

    CHANGES = "changes"
    ACTS = "acts"
    TEXT = "text"


async def diff(
    consult: Consult,
    code: str,
    base: date,
    target: date,
    as_: DiffForm = DiffForm.CHANGES,
    known_at: KnownAt | None = None,
) -> Answer:
    """Return what changed from one day to another. Raises: BackwardInterval."""
    known = await consult.known(known_at)
    found = await consult.diff(code, base, target, KnownAt(entry=known))
    head = {
        "organization": code,
        "known_at": echo(known_at, known),
        "base": {"as_of": base.isoformat(), **things.moment(found.base, base)},
        "target": {"as_of": target.isoformat(), **things.moment(found.target, target)},
    }
    if as_ is DiffForm.ACTS:
        return Answer({**head, **await _acts(consult, found)}, json_only=True)
    changes = [things.change(each, found.basis_view(each)) for each in found.changes]
    if as_ is DiffForm.TEXT:
        return Answer(
            {**head, "changes": changes},
            text=lambda language: text_of(difference_text(found, language, pinned=known_at is not None)),
        )
    return Answer({**head, "changes": changes})


async def _acts(consult: Consult, found: StructureDiff) -> Plain:
    """Return the acts between the days with their changes, and the changes that rest on none of them."""
    acts = await consult.acts(found.target.organization_code, KnownAt(entry=found.known))
    among = found.among(acts)
    return {
        "acts": [shown.act_with_changes(each, found) for each in among.acts],
        "other_changes": [things.change(each, found.basis_view(each)) for each in among.others],
    }


def unit_runs(archive: Archive, unit: str, known: int) -> list[tuple[UnitVersion, Run]]:
    """Return the versions of a unit, each with the days over which it is so."""
    runs = archive.runs(Noun.UNIT, unit, known)
    return list(zip(archive.unit_versions(unit, known), runs, strict=True))


def function_runs(archive: Archive, function: str, known: int) -> list[tuple[FunctionVersion, Run]]:
    """Return the versions of a function, each with the days over which it is so."""
    runs = archive.runs(Noun.FUNCTION, function, known)
    return list(zip(archive.function_versions(function, known), runs, strict=True))


def post_runs(archive: Archive, post: str, known: int) -> list[tuple[PostVersion, Run]]:
    """Return the versions of a post, each with the days over which it is so."""
    runs = archive.runs(Noun.POST, post, known)
    return list(zip(histories.post_versions(archive, post, known), runs, strict=True))


def programme_runs(archive: Archive, programme: str, known: int) -> list[tuple[ProgrammeVersion, Run]]:
    """Return the versions of a programme, each with the days over which it is so."""
    runs = archive.runs(Noun.PROGRAMME, programme, known)
    return list(zip(histories.programme_versions(archive, programme, known), runs, strict=True))


async def unit_history(consult: Consult, code: str, unit: str, known_at: KnownAt | None = None) -> Answer:
    """Return the versions of a unit, and those of its functions while they were in it."""
    known = await consult.known(known_at)
    archive = await consult.archive(code)
    must_know(archive, Noun.UNIT, unit, known)
    held = [
        {
            "code": function,
            "versions": [
                things.function_version(version, run)
                for version, run in function_runs(archive, function, known)
                if version.state.unit == unit
            ],
        }
        for function in archive.functions_ever_in(unit, known)
    ]
    versions = [things.unit_version(version, run) for version, run in unit_runs(archive, unit, known)]
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "unit": unit,
            "versions": versions,
            "functions": held,
        }
    )


async def function_history(
    consult: Consult, code: str, function: str, known_at: KnownAt | None = None
) -> Answer:
    """Return the versions of a function, in whichever units it was."""
    known = await consult.known(known_at)
    archive = await consult.archive(code)
    must_know(archive, Noun.FUNCTION, function, known)
    versions = [
        things.function_version(version, run) for version, run in function_runs(archive, function, known)
    ]
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "function": function,
            "versions": versions,
        }
    )


async def post_history(consult: Consult, code: str, post: str, known_at: KnownAt | None = None) -> Answer:
    """Return the versions of a post, the days on which it was held or vacant, and who held it."""
    known = await consult.known(known_at)
    archive = await consult.archive(code, known)
    must_know(archive, Noun.POST, post, known)
    versions = post_runs(archive, post, known)
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "post": post,
            "versions": [shown.post_version(version, run) for version, run in versions],
            "occupancy": [shown.spell(each) for each in histories.spells(archive, post, known)],
            "appointments": [shown.tenure(each) for each in histories.tenures(archive, known, post)],
        }
    )


async def organization_history(consult: Consult, code: str, known_at: KnownAt | None = None) -> Answer:
    """Return the versions of an organization, and each day on which anything of it changes with its acts."""
    known = await consult.known(known_at)
    archive = await consult.archive(code, known)
    acts = await consult.acts(code, KnownAt(entry=known))
    versions = histories.organization_versions(archive, known)
    points = histories.change_points(archive, acts, known)
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "versions": [shown.organization_version(each) for each in versions],
            "change_points": [shown.change_point(each) for each in points],
            "mending_acts": [shown.act(each) for each in acts if each.effect is ActEffect.MENDS],
        }
    )
