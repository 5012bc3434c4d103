"""What REST answers about ties: lineage, coordination, and names that other systems give.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`, and by `organica lineage` and `organica coordination`.
"""

from __future__ import annotations

from datetime import date

from api.rest.answers.answering import Answer, ask, echo, must_know
from api.rest.presenting import ties as shown
from organica.domain.states import Noun
from organica.register.consult import Consult, KnownAt
from organica.register.turns import listed


async def lineage(
    consult: Consult, code: str, unit: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return the kin of a unit on a day, and where its functions went on all days. Raises: UnknownUnit."""
    asked = await ask(consult, code, as_of, known_at)
    must_know(asked.archive, Noun.UNIT, unit, asked.known)
    pinned = KnownAt(entry=asked.known)
    kin = await consult.kinship(Noun.UNIT, code, unit, asked.as_of, pinned)
    destinations = await consult.function_destinations(code, unit, pinned)
    return Answer(
        {
            "organization": code,
            "as_of": asked.as_of.isoformat(),
            "known_at": echo(known_at, asked.known),
            "unit": unit,
            **shown.kinship(kin),
            "functions": [shown.destination(each) for each in destinations],
        }
    )


async def coordination(
    consult: Consult, code: str, as_of: date | None = None, known_at: KnownAt | None = None
) -> Answer:
    """Return which units name which in their functions; null where nothing is covered."""
    asked = await ask(consult, code, as_of, known_at)
    seen = asked.snapshot
    told = await listed(map(shown.coordination, seen.coordination))
    edges = told if seen.covered else None
    names = [shown.unresolved(each) for each in seen.unresolved_mentions] if seen.covered else None
    return Answer({**asked.head(), "edges": edges, "unresolved": names})


async def external_ids(
    consult: Consult, code: str, system: str, value: str, known_at: KnownAt | None = None
) -> Answer:
    """Return the thing that another system calls so, if there is one."""
    known = await consult.known(known_at)
    archive = await consult.archive(code, known)
    tie = archive.by_external_id(system, value, known)
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "external_ids": [shown.named_thing(tie)] if tie else [],
        }
    )
