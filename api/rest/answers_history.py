"""What REST answers about history: timelines of posts and organizations, differences of two days.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by the commands that print JSON.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from api.rest import presenting, presenting_history
from api.rest.answers import Answer, echo, must_know, post_runs
from api.rest.difference_text import difference_text
from api.rest.presenting_law import Plain
from organica.domain.structure import Noun
from organica.domain.taking_effect import ActEffect
from organica.register import histories
from organica.register.consult import Consult, KnownAt
from organica.register.difference import StructureDiff
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
        "base": {"as_of": base.isoformat(), **presenting.moment(found.base, base)},
        "target": {"as_of": target.isoformat(), **presenting.moment(found.target, target)},
    }
    if as_ is DiffForm.ACTS:
        return Answer({**head, **await _acts(consult, found)}, json_only=True)
    changes = [presenting.change(each, found.basis_view(each)) for each in found.changes]
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
        "acts": [presenting_history.act_with_changes(each, found) for each in among.acts],
        "other_changes": [presenting.change(each, found.basis_view(each)) for each in among.others],
    }


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
            "versions": [presenting_history.post_version(version, run) for version, run in versions],
            "occupancy": [presenting_history.spell(each) for each in histories.spells(archive, post, known)],
            "appointments": [
                presenting_history.tenure(each) for each in histories.tenures(archive, known, post)
            ],
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
            "versions": [presenting_history.organization_version(each) for each in versions],
            "change_points": [presenting_history.change_point(each) for each in points],
            "mending_acts": [presenting_history.act(each) for each in acts if each.effect is ActEffect.MENDS],
        }
    )
