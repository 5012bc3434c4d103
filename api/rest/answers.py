"""What each REST operation answers: from a question already read to plain values.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by the commands that print JSON. Every answer is made from one snapshot, so that it
never mixes two days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from api.rest import presenting, presenting_sources, presenting_ties
from api.rest.parameters import DEFAULT_LIMIT
from api.rest.presenting_law import Plain
from api.rest.refusals import UnitNotCoveredOn, UnitNotInForceOn
from organica.domain.dates import DateBasis
from organica.domain.errors import Language, NotFound
from organica.domain.structure import Noun
from organica.register.archive import Archive, Run
from organica.register.consult import Consult, KnownAt
from organica.register.histories import post_versions
from organica.register.refusals import UnknownFunction, UnknownPost, UnknownProgramme, UnknownUnit
from organica.register.snapshot import Snapshot
from organica.register.views import FunctionVersion, PostVersion, UnitVersion
from organica.render.statutory.csv_file import Charset

STILL = ".."


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer as a file whose form somebody else prescribes; it is saved as `name`, with a suffix."""

    name: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str | None]]
    charset: Charset


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer and, where the list goes on, the address of its next page.

    `text`: the same for people, in either language, where the reader asked for text instead.
    `json_only`: it has a form that only JSON shows, whatever its operation has otherwise.
    `today`: tells what day it is where the organization is, for formats that say what is in force today.
    `sheet`: what the answer is as CSV, where that is no table of ours.
    """

    body: Plain
    next: str | None = None
    text: Callable[[Language], str] | None = None
    json_only: bool = False
    today: Callable[[], date] | None = None
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Asked:
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
            "known_at": echo(self.known_at, self.known),
            **presenting.moment(self.snapshot, self.as_of),
        }


async def ask(consult: Consult, code: str, as_of: date | None, known_at: KnownAt | None) -> Asked:
    """Return the answer that a dated question is about. Raises: UnknownOrganization, UnknownEntry."""
    known = await consult.known(known_at)
    archive = await consult.archive(code)
    day = as_of or consult.today(archive, known)
    return Asked(archive, known, known_at, day, archive.snapshot(day, known))


def echo(known_at: KnownAt | None, known: int) -> Plain | None:
    """Return the state of knowledge that was asked for; the newest one is not named.

    Naming it would change the bytes of every answer with every entry about any organization.
    """
    if known_at is None:
        return None
    instant = known_at.instant.isoformat().replace("+00:00", "Z") if known_at.instant else None
    return {"entry": known, "instant": instant}


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
    items = [{"code": code, "country": presenting.country_of(code)} for code in page]
    return Answer({"known_at": echo(known_at, known), "organizations": items, "next": following}, following)


async def organization(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return an organization on a day, with the days on which its structure changes."""
    asked = await ask(consult, code, as_of, known_at)
    points = [day.isoformat() for day in asked.archive.change_points(asked.known)]
    kin = await consult.kinship(Noun.ORGANIZATION, code, code, asked.as_of, KnownAt(entry=asked.known))
    return Answer({**asked.head(), "change_points": points, **presenting_ties.kinship(kin)})


async def structure(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return the structure of a day; its units are null where nothing is covered."""
    asked = await ask(consult, code, as_of, known_at)
    snapshot = asked.snapshot
    nested = await presenting.nested_units(snapshot) if snapshot.covered else None
    references = [presenting.reference(each) for each in snapshot.references.values()]
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
    [nested] = await presenting.nested_units(asked.snapshot, found)
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


def must_know(archive: Archive, noun: Noun, code: str, known: int) -> None:
    """Refuse what the register did not know yet, in the same words as what it never knew."""
    if archive.has(noun, code, known):
        return
    if noun is Noun.UNIT:
        raise UnknownUnit(organization=archive.organization, unit=code)
    if noun is Noun.PROGRAMME:
        raise UnknownProgramme(organization=archive.organization, programme=code)
    if noun is Noun.POST:
        raise UnknownPost(organization=archive.organization, post=code)
    raise UnknownFunction(organization=archive.organization, function=code)


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
    return list(zip(post_versions(archive, post, known), runs, strict=True))


async def unit_history(consult: Consult, code: str, unit: str, known_at: KnownAt | None = None) -> Answer:
    """Return the versions of a unit, and those of its functions while they were in it."""
    known = await consult.known(known_at)
    archive = await consult.archive(code)
    must_know(archive, Noun.UNIT, unit, known)
    held = [
        {
            "code": function,
            "versions": [
                presenting.function_version(version, run)
                for version, run in function_runs(archive, function, known)
                if version.state.unit == unit
            ],
        }
        for function in archive.functions_ever_in(unit, known)
    ]
    versions = [presenting.unit_version(version, run) for version, run in unit_runs(archive, unit, known)]
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
        presenting.function_version(version, run) for version, run in function_runs(archive, function, known)
    ]
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "function": function,
            "versions": versions,
        }
    )


async def sources(consult: Consult, code: str, known_at: KnownAt | None = None) -> Answer:
    """Return the legal sources of an organization that the register knew, in the order of its entries."""
    known = await consult.known(known_at)
    records = await consult.sources(code, KnownAt(entry=known))
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "sources": [presenting_sources.source(record) for record in records],
        }
    )


async def source(consult: Consult, id: str, known_at: KnownAt | None = None) -> Answer:
    """Return a legal source by its key. Raises: UnknownSource, also where it was learnt later."""
    known = await consult.known(known_at)
    record = await consult.source(id, known)
    bearing = await consult.proposals.bearing_on(id, known)
    return Answer(
        {
            "known_at": echo(known_at, known),
            "source": presenting_sources.source(record),
            "related_by": presenting_sources.inverse_relations(id, bearing),
        }
    )
