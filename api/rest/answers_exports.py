"""What REST answers about all units, functions, posts and appointments: on a day, or over an interval.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`. What an interval has says also whether it is in force today, has ended or is scheduled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from api.rest import presenting, presenting_history
from api.rest.answers import Answer, Asked, ask, echo, function_runs, unit_runs
from api.rest.presenting_law import Plain
from api.rest.refusals import DayOrInterval
from api.rest.standing import standing
from organica.domain.structure import Noun
from organica.register import histories
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.histories import Tenure, overlapping
from organica.register.refusals import BackwardInterval
from organica.register.turns import listed


async def units(
    consult: Consult,
    code: str,
    as_of: date | None = None,
    from_: date | None = None,
    until: date | None = None,
    known_at: KnownAt | None = None,
) -> Answer:
    """Return all units of a day, each after the one above it; or each version of an interval."""
    if from_ is None and until is None:
        asked = await ask(consult, code, as_of, known_at)
        return await _on_day(consult, asked, "units", map(presenting.flat_unit, asked.snapshot.walk()))
    _must_be_one(as_of, from_, until)

    def versions(archive: Archive, known: int) -> Iterable[Plain]:
        return (
            presenting.unit_version(version, run)
            for unit in archive.codes(Noun.UNIT, known)
            for version, run in unit_runs(archive, unit, known)
            if overlapping(run, from_, until)
        )

    return await _over(consult, code, (from_, until), known_at, "units", versions)


async def functions(
    consult: Consult,
    code: str,
    as_of: date | None = None,
    from_: date | None = None,
    until: date | None = None,
    known_at: KnownAt | None = None,
) -> Answer:
    """Return all functions of a day in printed order, unit by unit; or each version of an interval."""
    if from_ is None and until is None:
        asked = await ask(consult, code, as_of, known_at)
        found = (each for unit in asked.snapshot.walk() for each in unit.all_functions)
        return await _on_day(consult, asked, "functions", map(presenting.flat_function, found))
    _must_be_one(as_of, from_, until)

    def versions(archive: Archive, known: int) -> Iterable[Plain]:
        return (
            presenting.function_version(version, run)
            for function in archive.codes(Noun.FUNCTION, known)
            for version, run in function_runs(archive, function, known)
            if overlapping(run, from_, until)
        )

    return await _over(consult, code, (from_, until), known_at, "functions", versions)


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
        found = (post for unit in asked.snapshot.walk() for post in unit.posts)
        return await _on_day(consult, asked, "posts", map(presenting_history.flat_post, found))
    _must_be_one(as_of, from_, until)

    def versions(archive: Archive, known: int) -> Iterable[Plain]:
        return (
            presenting_history.post_version(version, run)
            for post in archive.codes(Noun.POST, known)
            for version, run in zip(
                histories.post_versions(archive, post, known),
                archive.runs(Noun.POST, post, known),
                strict=True,
            )
            if overlapping(run, from_, until)
        )

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

    def held(archive: Archive, known: int, among: Callable[[Tenure], bool]) -> Iterable[Plain]:
        tenures = histories.tenures(archive, known)
        return (presenting_history.tenure(each) for each in tenures if among(each))

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
        return await _on_day(consult, asked, "appointments", found)
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


async def _on_day(consult: Consult, asked: Asked, member: str, found: Iterable[Plain]) -> Answer:
    """Return what is so on a day; null where nothing is covered. It does not depend on what day it is."""
    rows = await listed(found) if asked.snapshot.covered else None
    return Answer({**asked.head(), member: rows}, today=lambda: consult.today(asked.archive, asked.known))


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
    found: Callable[[Archive, int], Iterable[Plain]],
) -> Answer:
    """Return what was so at any time of an interval; an edge that was not given is open."""
    known = await consult.known(known_at)
    archive = await consult.archive(code, known)
    today = consult.today(archive, known)
    start, end = (day.isoformat() if day else None for day in days)
    head = {"organization": code, "known_at": echo(known_at, known), "from": start, "until": end}
    rows = await listed({**each, **standing(each, today)} for each in found(archive, known))
    return Answer({**head, "today": today.isoformat(), member: rows}, today=lambda: today)
