"""What REST answers about all units, functions, posts, appointments and programmes: on a day, or over an
interval.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`. What an interval has says also whether it is in force today, has ended or is scheduled.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import date

from api.rest.answers.answering import Answer, Asked, ask, echo
from api.rest.answers.history import function_runs, post_runs, programme_runs, unit_runs
from api.rest.presenting import history, things
from api.rest.presenting import programmes as programmes_shown
from api.rest.presenting.law import Plain
from api.rest.refusals import DayOrInterval
from api.rest.standing import standing
from organica.domain.states import Noun
from organica.register import histories
from organica.register.archive import Archive, Run
from organica.register.consult import Consult, KnownAt
from organica.register.histories import overlapping
from organica.register.refusals import BackwardInterval
from organica.register.snapshot import Snapshot
from organica.register.turns import listed


def _units_on(asked: Asked) -> Iterable[Plain]:
    return map(things.flat_unit, asked.snapshot.walk())


def _functions_on(asked: Asked) -> Iterable[Plain]:
    found = (each for unit in asked.snapshot.walk() for each in unit.all_functions)
    return map(things.flat_function, found)


def _posts_on(asked: Asked) -> Iterable[Plain]:
    found = (post for unit in asked.snapshot.walk() for post in unit.posts)
    return map(history.flat_post, found)


def _held_on(asked: Asked) -> Iterable[Plain]:
    codes, day = asked.snapshot.appointments, asked.as_of
    return (
        history.tenure(each)
        for each in histories.tenures(asked.archive, asked.known)
        if each.appointment.code in codes and each.start <= day and (each.end is None or day < each.end)
    )


def _programmes_on(asked: Asked) -> Iterable[Plain]:
    return map(programmes_shown.programme, asked.snapshot.programmes.values())


def _unit_versions(archive: Archive, known: int, among: Callable[[Run], bool]) -> Iterable[Plain]:
    return (
        things.unit_version(version, run)
        for unit in archive.codes(Noun.UNIT, known)
        for version, run in unit_runs(archive, unit, known)
        if among(run)
    )


def _function_versions(archive: Archive, known: int, among: Callable[[Run], bool]) -> Iterable[Plain]:
    return (
        things.function_version(version, run)
        for function in archive.codes(Noun.FUNCTION, known)
        for version, run in function_runs(archive, function, known)
        if among(run)
    )


def _post_versions(archive: Archive, known: int, among: Callable[[Run], bool]) -> Iterable[Plain]:
    return (
        history.post_version(version, run)
        for post in archive.codes(Noun.POST, known)
        for version, run in post_runs(archive, post, known)
        if among(run)
    )


def _tenures(archive: Archive, known: int, among: Callable[[Run], bool]) -> Iterable[Plain]:
    found = histories.tenures(archive, known)
    return (history.tenure(each) for each in found if among((each.start, each.end)))


def _programme_versions(archive: Archive, known: int, among: Callable[[Run], bool]) -> Iterable[Plain]:
    return (
        programmes_shown.programme_version(version, run)
        for programme in archive.codes(Noun.PROGRAMME, known)
        for version, run in programme_runs(archive, programme, known)
        if among(run)
    )


def _covered(snapshot: Snapshot) -> bool:
    return snapshot.covered


def _programmes_covered(snapshot: Snapshot) -> bool:
    """A document about a programme may cover nothing of the structure, and says something all the same."""
    return snapshot.covered or bool(snapshot.programmes)


def _exporting(
    member: str,
    on_day: Callable[[Asked], Iterable[Plain]],
    between: Callable[[Archive, int, Callable[[Run], bool]], Iterable[Plain]],
    covered: Callable[[Snapshot], bool] = _covered,
) -> Callable[..., Awaitable[Answer]]:
    """Return what answers with all things of a kind.

    `member`: under which name. `covered`: whether what is so on a day is known, be it nothing.
    """

    async def exported(
        consult: Consult,
        code: str,
        as_of: date | None = None,
        from_: date | None = None,
        until: date | None = None,
        known_at: KnownAt | None = None,
    ) -> Answer:
        """Return what is so on a day, or each version that was so in an interval; an edge not given is open.

        What is so on a day is null where nothing is covered, and does not depend on what day it is.
        Raises: DayOrInterval, BackwardInterval.
        """
        if from_ is None and until is None:
            asked = await ask(consult, code, as_of, known_at)
            found = await listed(on_day(asked)) if covered(asked.snapshot) else None
            return Answer(
                {**asked.head(), member: found}, today=lambda: consult.today(asked.archive, asked.known)
            )
        if as_of is not None:
            raise DayOrInterval(as_of=as_of.isoformat())
        if from_ is not None and until is not None and until < from_:
            raise BackwardInterval(base=from_.isoformat(), target=until.isoformat())
        known = await consult.known(known_at)
        archive = await consult.archive(code, known)
        today = consult.today(archive, known)
        start, end = (day.isoformat() if day else None for day in (from_, until))
        head = {"organization": code, "known_at": echo(known_at, known), "from": start, "until": end}
        versions = between(archive, known, lambda run: overlapping(run, from_, until))
        rows = await listed({**each, **standing(each, today)} for each in versions)
        return Answer({**head, "today": today.isoformat(), member: rows}, today=lambda: today)

    return exported


# Units each after the one above it; functions in printed order, unit by unit; posts unit by unit.
units = _exporting("units", _units_on, _unit_versions)
functions = _exporting("functions", _functions_on, _function_versions)
posts = _exporting("posts", _posts_on, _post_versions)
# Who held which post on a day, or at any time of an interval.
appointments = _exporting("appointments", _held_on, _tenures)
# Programmes and services by code.
programmes = _exporting("programmes", _programmes_on, _programme_versions, _programmes_covered)
