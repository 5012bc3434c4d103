"""What each REST operation answers: from a question already read to plain values.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing` only. Every answer is made from one snapshot, so that it never mixes two days.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from api.rest import presenting, presenting_sources
from api.rest.parameters import DEFAULT_LIMIT
from api.rest.presenting import Plain
from api.rest.refusals import UnitNotCoveredOn, UnitNotInForceOn
from organica.domain.dates import DateBasis
from organica.domain.errors import NotFound
from organica.domain.structure import Noun
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.refusals import UnknownFunction, UnknownUnit
from organica.register.snapshot import Snapshot

STILL = ".."


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer and, where the list goes on, the address of its next page."""

    body: Plain
    next: str | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """One organization on one day with one state of knowledge: what a dated question is about."""

    archive: Archive
    known: int
    known_at: KnownAt | None
    as_of: date
    snapshot: Snapshot

    def head(self) -> Plain:
        """Return the members with which every dated answer begins."""
        return {
            "organization": presenting.organization(self.snapshot),
            "as_of": self.as_of.isoformat(),
            "known_at": _echo(self.known_at, self.known),
            **presenting.moment(self.snapshot, self.as_of),
        }


async def _ask(consult: Consult, code: str, as_of: date | None, known_at: KnownAt | None) -> _Asked:
    known = await consult.known(known_at)
    archive = await consult.archive(code)
    day = as_of or consult.today(archive, known)
    return _Asked(archive, known, known_at, day, archive.snapshot(day, known))


def _echo(known_at: KnownAt | None, known: int) -> Plain | None:
    """Return the state of knowledge that was asked for; the newest one is not named.

    Naming it would change the bytes of every answer with every entry about any organization.
    """
    if known_at is None:
        return None
    instant = known_at.instant.isoformat().replace("+00:00", "Z") if known_at.instant else None
    return {"entry": known, "instant": instant}


async def organizations(consult: Consult, limit: int = DEFAULT_LIMIT, after: str = "") -> Answer:
    """Return a page of organizations, by code: keyset, so that an insertion loses and repeats none."""
    codes = await consult.organizations()
    start = bisect_right(codes, after)
    page = codes[start : start + limit]
    following = None
    if start + limit < len(codes):
        following = f"/v1/organizations?{urlencode({'limit': limit, 'after': page[-1]})}"
    items = [{"code": code, "country": presenting.country_of(code)} for code in page]
    return Answer({"organizations": items, "next": following}, following)


async def organization(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return an organization on a day, with the days on which its structure changes."""
    asked = await _ask(consult, code, as_of, known_at)
    points = [day.isoformat() for day in asked.archive.change_points(asked.known)]
    return Answer({**asked.head(), "change_points": points})


async def structure(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return the structure of a day; its units are null where nothing is covered."""
    asked = await _ask(consult, code, as_of, known_at)
    snapshot = asked.snapshot
    nested = [presenting.nested_unit(unit) for unit in snapshot.roots] if snapshot.covered else None
    return Answer({**asked.head(), "units": nested})


async def units(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return all units of a day, each after the one above it."""
    asked = await _ask(consult, code, as_of, known_at)
    snapshot = asked.snapshot
    flat = [presenting.flat_unit(unit) for unit in snapshot.walk()] if snapshot.covered else None
    return Answer({**asked.head(), "units": flat})


async def functions(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return all functions of a day in printed order, unit by unit."""
    asked = await _ask(consult, code, as_of, known_at)
    snapshot = asked.snapshot
    flat = None
    if snapshot.covered:
        flat = [presenting.flat_function(each) for unit in snapshot.walk() for each in unit.all_functions]
    return Answer({**asked.head(), "functions": flat})


async def unit(
    consult: Consult, code: str, unit: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return a unit on a day. Raises: UnknownUnit, UnitNotInForceOn, UnitNotCoveredOn."""
    asked = await _ask(consult, code, as_of, known_at)
    found = asked.snapshot.units.get(unit)
    if found is None:
        _must_know(asked.archive, Noun.UNIT, unit, asked.known)
        raise _absent(asked, unit)
    return Answer({**asked.head(), "unit": presenting.nested_unit(found)})


def _absent(asked: _Asked, unit: str) -> NotFound:
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


def _must_know(archive: Archive, noun: Noun, code: str, known: int) -> None:
    """Refuse what the register did not know yet, in the same words as what it never knew."""
    if archive.has(noun, code, known):
        return
    if noun is Noun.UNIT:
        raise UnknownUnit(organization=archive.organization, unit=code)
    raise UnknownFunction(organization=archive.organization, function=code)


async def unit_history(consult: Consult, code: str, unit: str, known_at: KnownAt | None = None) -> Answer:
    """Return the versions of a unit, and those of its functions while they were in it."""
    known = await consult.known(known_at)
    archive = await consult.archive(code)
    _must_know(archive, Noun.UNIT, unit, known)
    held = [
        {
            "code": function,
            "versions": [
                presenting.function_version(version)
                for version in archive.function_versions(function, known)
                if version.state.unit == unit
            ],
        }
        for function in archive.functions_ever_in(unit, known)
    ]
    versions = [presenting.unit_version(version) for version in archive.unit_versions(unit, known)]
    return Answer(
        {
            "organization": code,
            "known_at": _echo(known_at, known),
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
    _must_know(archive, Noun.FUNCTION, function, known)
    versions = [presenting.function_version(each) for each in archive.function_versions(function, known)]
    return Answer(
        {
            "organization": code,
            "known_at": _echo(known_at, known),
            "function": function,
            "versions": versions,
        }
    )


async def diff(
    consult: Consult, code: str, base: date, target: date, known_at: KnownAt | None = None
) -> Answer:
    """Return what changed from one day to another. Raises: BackwardInterval."""
    known = await consult.known(known_at)
    found = await consult.diff(code, base, target, KnownAt(entry=known))
    return Answer(
        {
            "organization": code,
            "known_at": _echo(known_at, known),
            "base": {"as_of": base.isoformat(), **presenting.moment(found.base, base)},
            "target": {"as_of": target.isoformat(), **presenting.moment(found.target, target)},
            "changes": [presenting.change(each, found.basis_view(each)) for each in found.changes],
        }
    )


async def sources(consult: Consult, code: str, known_at: KnownAt | None = None) -> Answer:
    """Return the legal sources of an organization that the register knew, in the order of its entries."""
    known = await consult.known(known_at)
    records = [record for record in await consult.sources(code) if record.entry <= known]
    return Answer(
        {
            "organization": code,
            "known_at": _echo(known_at, known),
            "sources": [presenting_sources.source(record) for record in records],
        }
    )


async def source(consult: Consult, id: str, known_at: KnownAt | None = None) -> Answer:
    """Return a legal source by its key. Raises: UnknownSource, also where it was learnt later."""
    known = await consult.known(known_at)
    record = await consult.source(id, known)
    return Answer({"known_at": _echo(known_at, known), "source": presenting_sources.source(record)})
