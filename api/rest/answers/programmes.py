"""What REST answers about one programme or service: on a day, and over time. `exports` answers with all.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by the commands that print JSON.
"""

from __future__ import annotations

from datetime import date

from api.rest.answers.answering import Answer, ask, echo, must_know
from api.rest.answers.history import programme_runs
from api.rest.presenting.programmes import programme as presented
from api.rest.presenting.programmes import programme_version
from api.rest.refusals import ProgrammeNotInForceOn
from organica.domain.states import Noun
from organica.register.consult import Consult, KnownAt


async def programme(
    consult: Consult,
    code: str,
    programme: str,
    as_of: date | None = None,
    known_at: KnownAt | None = None,
) -> Answer:
    """Return a programme on a day. Raises: UnknownProgramme, ProgrammeNotInForceOn."""
    asked = await ask(consult, code, as_of, known_at)
    found = asked.snapshot.programmes.get(programme)
    if found is None:
        must_know(asked.archive, Noun.PROGRAMME, programme, asked.known)
        runs = asked.archive.runs(Noun.PROGRAMME, programme, asked.known)
        days = tuple(f"{start.isoformat()}/{end.isoformat() if end else '..'}" for start, end in runs)
        raise ProgrammeNotInForceOn(
            organization=code, programme=programme, as_of=asked.as_of.isoformat(), in_force=days
        )
    return Answer({**asked.head(), "programme": presented(found)})


async def programme_history(
    consult: Consult, code: str, programme: str, known_at: KnownAt | None = None
) -> Answer:
    """Return the versions of a programme. Raises: UnknownProgramme."""
    known = await consult.known(known_at)
    archive = await consult.archive(code, known)
    must_know(archive, Noun.PROGRAMME, programme, known)
    versions = programme_runs(archive, programme, known)
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "programme": programme,
            "versions": [programme_version(version, run) for version, run in versions],
        }
    )
