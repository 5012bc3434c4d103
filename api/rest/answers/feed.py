"""What the changes feed answers over REST.

Takes the reads of the register and the parameters by name; returns an Answer or refuses. Called by
`api.rest.routing` and by `organica changes --json`.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from api.rest.answers.answering import Answer
from api.rest.parameters.common import DEFAULT_CHANGES
from api.rest.presenting import things
from api.rest.presenting.law import Plain
from organica.ledger.canonical import instant
from organica.register.change_pages import ChangePage
from organica.register.consult import Consult
from organica.register.feed import RecordedChange, Wanted


async def changes(
    consult: Consult,
    after: int = 0,
    first: int = DEFAULT_CHANGES,
    organization: str | None = None,
    unit: str | None = None,
    effective_from: date | None = None,
    effective_until: date | None = None,
) -> Answer:
    """Return a page of the feed.

    `next` in the body is always there: where nothing is new, it is the same question. The header Link names
    it only where more follows already, because whoever follows links must come to an end.
    """
    wanted = Wanted(organization, unit, effective_from, effective_until)
    page = await consult.changes(after, first, wanted)
    asked = {
        "after": page.after,
        "first": first,
        "organization": organization,
        "unit": unit,
        "effective_from": effective_from,
        "effective_until": effective_until,
    }
    given = urlencode({name: value for name, value in asked.items() if value is not None})
    following = f"/v1/changes?{given}"
    body = {
        "changes": [recorded_change(page, each) for each in page.changes],
        "after": page.after,
        "more": page.more,
        "next": following,
    }
    return Answer(body, following if page.more else None)


def recorded_change(page: ChangePage, recorded: RecordedChange) -> Plain:
    """Return one change of the feed with the act behind it."""
    return {
        "seq": recorded.seq,
        "phase": recorded.phase.value,
        "nature": recorded.nature.value,
        "organization": recorded.organization,
        "entry": recorded.entry,
        "day": recorded.day.isoformat(),
        "recorded_at": instant(recorded.recorded_at),
        "change": things.change(recorded.change, page.basis_view(recorded)),
    }
