"""What REST answers about history: timelines of posts and organizations, who held what, differences.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by the commands that print JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from api.rest import presenting, presenting_history
from api.rest.answers import Answer, ask, echo, must_know
from api.rest.difference_text import difference_text
from api.rest.presenting import Plain
from api.rest.refusals import DayOrInterval
from organica.domain.structure import Noun
from organica.domain.taking_effect import ActEffect
from organica.register import histories
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.difference import StructureDiff
from organica.register.histories import Tenure, overlapping
from organica.register.refusals import BackwardInterval
from organica.register.views import PostVersion
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
        return Answer({**head, **await _acts(consult, found)})
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
    versions = histories.post_versions(archive, post, known)
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "post": post,
            "versions": [presenting_history.post_version(each) for each in versions],
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


async def posts(
    consult: Consult,
    code: str,
    as_of: date | None = None,
    from_: date | None = None,
    until: date | None = None,
    known_at: KnownAt | None = None,
) -> Answer:
    """Return all posts of a day, unit by unit; or of an interval, each version that was in force then."""
    if from_ is None and until is None:
        asked = await ask(consult, code, as_of, known_at)
        flat = [_flat_post(post) for unit in asked.snapshot.walk() for post in unit.posts]
        return Answer({**asked.head(), "posts": flat if asked.snapshot.covered else None})
    _must_be_one(as_of, from_, until)

    def versions(archive: Archive, known: int) -> list[Plain]:
        return [
            presenting_history.post_version(version)
            for post in archive.codes(Noun.POST, known)
            for version, run in zip(
                histories.post_versions(archive, post, known),
                archive.runs(Noun.POST, post, known),
                strict=True,
            )
            if overlapping(run, from_, until)
        ]

    return await _over(consult, code, (from_, until), known_at, "posts", versions)


async def appointments(
    consult: Consult,
    code: str,
    as_of: date | None = None,
    from_: date | None = None,
    until: date | None = None,
    known_at: KnownAt | None = None,
) -> Answer:
    """Return who held which post on a day, or at any time of an interval."""

    def held(archive: Archive, known: int, among: Callable[[Tenure], bool]) -> list[Plain]:
        return [presenting_history.tenure(each) for each in histories.tenures(archive, known) if among(each)]

    if from_ is None and until is None:
        asked = await ask(consult, code, as_of, known_at)
        codes = asked.snapshot.appointments
        day = asked.as_of
        found = held(
            asked.archive,
            asked.known,
            lambda each: (
                each.appointment.code in codes and each.start <= day and (each.end is None or day < each.end)
            ),
        )
        return Answer({**asked.head(), "appointments": found if asked.snapshot.covered else None})
    _must_be_one(as_of, from_, until)
    return await _over(
        consult,
        code,
        (from_, until),
        known_at,
        "appointments",
        lambda archive, known: held(
            archive, known, lambda each: overlapping((each.start, each.end), from_, until)
        ),
    )


def _flat_post(post: PostVersion) -> Plain:
    return {**presenting.post(post), "unit": post.state.unit, "unit_name": post.unit.state.name}


def _must_be_one(as_of: date | None, from_: date | None, until: date | None) -> None:
    """Refuse a day together with an interval, and an interval that ends before it begins.

    Raises: DayOrInterval, BackwardInterval.
    """
    if as_of is not None:
        raise DayOrInterval(as_of=as_of.isoformat())
    if from_ is not None and until is not None and until < from_:
        raise BackwardInterval(base=from_.isoformat(), target=until.isoformat())


async def _over(
    consult: Consult,
    code: str,
    days: tuple[date | None, date | None],
    known_at: KnownAt | None,
    member: str,
    found: Callable[[Archive, int], list[Plain]],
) -> Answer:
    """Return what was so at any time of an interval; an edge that was not given is open."""
    known = await consult.known(known_at)
    archive = await consult.archive(code, known)
    start, end = (day.isoformat() if day else None for day in days)
    head = {"organization": code, "known_at": echo(known_at, known), "from": start, "until": end}
    return Answer({**head, member: found(archive, known)})
