"""What the search answers over REST.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing` and by `organica search --json`.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from api.rest.answers.answering import Answer, echo
from api.rest.parameters.search import DEFAULT_HITS
from api.rest.presenting import search as shown
from organica.register.consult import Consult, KnownAt
from organica.register.search.places import Question
from organica.register.turns import listed


async def search(
    consult: Consult,
    q: str,
    as_of: date | None = None,
    known_at: KnownAt | None = None,
    organization: str | None = None,
    limit: int = DEFAULT_HITS,
    after: str | None = None,
) -> Answer:
    """Return a page of what a question finds, in one organization or in all, the most telling first."""
    page = await consult.search(Question(q, as_of, known_at, organization), limit, after)
    asked = {
        "q": q,
        "as_of": as_of.isoformat() if as_of else None,
        "known_at": _written(known_at),
        "organization": organization,
        "limit": limit,
        "after": page.hits[-1].place if page.more else None,
    }
    given = urlencode({name: value for name, value in asked.items() if value is not None})
    following = f"/v1/search?{given}" if page.more else None
    body = {
        "known_at": echo(known_at, page.known),
        "total": page.total,
        "hits": await listed(map(shown.hit, page.hits)),
        "next": following,
    }
    return Answer(body, following)


def _written(known_at: KnownAt | None) -> str | int | None:
    """Return a state of knowledge as it was asked for: the place of the next page holds what it means."""
    if known_at is None:
        return None
    return known_at.instant.isoformat() if known_at.instant else known_at.entry
