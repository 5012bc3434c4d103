"""What REST answers about legal sources: those of an organization, and one by its key.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing`.
"""

from __future__ import annotations

from api.rest.answers.answering import Answer, echo
from api.rest.presenting import sources as shown
from organica.register.consult import Consult, KnownAt


async def sources(consult: Consult, code: str, known_at: KnownAt | None = None) -> Answer:
    """Return the legal sources of an organization that the register knew, in the order of its entries."""
    known = await consult.known(known_at)
    records = await consult.sources(code, KnownAt(entry=known))
    return Answer(
        {
            "organization": code,
            "known_at": echo(known_at, known),
            "sources": [shown.source(record) for record in records],
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
            "source": shown.source(record),
            "related_by": shown.inverse_relations(id, bearing),
        }
    )
