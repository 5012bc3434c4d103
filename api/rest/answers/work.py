"""What the work list answers over REST.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing` and by `organica pending --json`.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from api.rest.answers.answering import Answer, echo
from api.rest.parameters.work import written
from api.rest.presenting import work as shown
from organica.register.consult import Consult, KnownAt
from organica.register.work_items import WorkKind
from organica.register.work_list import DEFAULT_ITEMS, Asked, work_list


async def pending(
    consult: Consult,
    organization: str | None = None,
    kinds: tuple[WorkKind, ...] = (),
    as_of: date | None = None,
    known_at: KnownAt | None = None,
    limit: int = DEFAULT_ITEMS,
    after: str | None = None,
) -> Answer:
    """Return a page of what is not known; the next one is asked at the same entry."""
    known = await consult.known(known_at)
    page = await work_list(consult, Asked(organization, kinds, as_of), known, limit, after)
    asked = {
        "organization": organization,
        "kinds": ",".join(kinds) or None,
        "as_of": as_of.isoformat() if as_of else None,
        "known_at": known,
        "limit": limit,
        "after": written(page.items[-1].place) if page.more else None,
    }
    given = urlencode({name: value for name, value in asked.items() if value is not None})
    following = f"/v1/work-list?{given}" if page.more else None
    body = {
        "as_of": as_of.isoformat() if as_of else None,
        "known_at": echo(known_at, known),
        "items": [shown.item(each) for each in page.items],
        "next": following,
    }
    return Answer(body, following)
