"""What REST answers about a day: organizations, their structure, a unit.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by the commands that print JSON.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from urllib.parse import urlencode

from api.rest.answers.answering import Answer, Asked, ask, echo, must_know
from api.rest.parameters.common import DEFAULT_LIMIT
from api.rest.presenting import things, ties
from api.rest.refusals import UnitNotCoveredOn, UnitNotInForceOn
from organica.domain.dates import DateBasis
from organica.domain.errors import NotFound
from organica.domain.states import Noun
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt

STILL = ".."


async def organizations(
    consult: Consult, known_at: KnownAt | None = None, limit: int = DEFAULT_LIMIT, after: str = ""
) -> Answer:
    """Return a page of organizations, by code: keyset, so that an insertion loses and repeats none."""
    known = await consult.known(known_at)
    codes = await consult.organizations(KnownAt(entry=known))
    start = bisect_right(codes, after)
    page = codes[start : start + limit]
    following = None
    if start + limit < len(codes):
        pinned = {} if known_at is None else {"known_at": known}
        following = f"/v1/organizations?{urlencode({'limit': limit, 'after': page[-1], **pinned})}"
    items = [{"code": code, "country": things.country_of(code)} for code in page]
    return Answer({"known_at": echo(known_at, known), "organizations": items, "next": following}, following)


async def organization(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return an organization on a day, with the days on which its structure changes."""
    asked = await ask(consult, code, as_of, known_at)
    points = [day.isoformat() for day in asked.archive.change_points(asked.known)]
    kin = await consult.kinship(Noun.ORGANIZATION, code, code, asked.as_of, KnownAt(entry=asked.known))
    return Answer({**asked.head(), "change_points": points, **ties.kinship(kin)})


async def structure(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return the structure of a day; its units are null where nothing is covered."""
    asked = await ask(consult, code, as_of, known_at)
    snapshot = asked.snapshot
    nested = await things.nested_units(snapshot) if snapshot.covered else None
    references = [things.reference(each) for each in snapshot.references.values()]
    return Answer({**asked.head(), "units": nested, "references": references})


async def unit(
    consult: Consult, code: str, unit: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return a unit on a day. Raises: UnknownUnit, UnitNotInForceOn, UnitNotCoveredOn."""
    asked = await ask(consult, code, as_of, known_at)
    found = asked.snapshot.units.get(unit)
    if found is None:
        must_know(asked.archive, Noun.UNIT, unit, asked.known)
        raise _absent(asked, unit)
    [nested] = await things.nested_units(asked.snapshot, found)
    return Answer({**asked.head(), "unit": nested})


def _absent(asked: Asked, unit: str) -> NotFound:
    """Return why a known unit is not there on the day: by law, or because the register knows nothing yet.

    Before its first version a unit that an act created did not exist. One that a source only stated may have.
    """
    first = asked.archive.unit_versions(unit, asked.known)[0]
    facts = {"organization": asked.archive.organization, "unit": unit, "as_of": asked.as_of.isoformat()}
    if asked.as_of < first.version.start and first.born.basis is DateBasis.SINCE_AT_LEAST:
        return UnitNotCoveredOn(**facts, covered_from=first.version.start.isoformat())
    return UnitNotInForceOn(**facts, in_force=_days_in_force(asked.archive, unit, asked.known))


def _days_in_force(archive: Archive, unit: str, known: int) -> tuple[str, ...]:
    """Return the spans of a unit's life, versions that touch joined: "2015-01-01/2019-03-01"."""
    spans: list[tuple[str, str]] = []
    for version in archive.unit_versions(unit, known):
        start = version.version.start.isoformat()
        end = version.in_force_until.earliest.isoformat() if version.in_force_until else STILL
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(f"{start}/{end}" for start, end in spans)
