"""What a search found, as plain values.

Takes hits of the register; returns dicts that JSON can carry, in a fixed order of keys. Called by the REST
operations. `api.rest.schemas.search` describes each.
"""

from __future__ import annotations

from api.rest.presenting.law import Plain, bases, legal_date
from organica.register.search.finding import Hit
from organica.register.views import FunctionVersion


def hit(seen: Hit) -> Plain:
    """Return a thing that was found, where it is, the text that tells most and the words marked in it."""
    thing, snapshot = seen.thing, seen.snapshot
    return {
        "noun": thing.version.noun.value,
        "code": thing.code,
        "organization": {
            "code": snapshot.organization_code,
            "name": snapshot.organization.state.name if snapshot.organization else None,
        },
        "unit": None if seen.unit is None else {"code": seen.unit.code, "name": seen.unit.state.name},
        "label": thing.state.label if isinstance(thing, FunctionVersion) else None,
        "as_of": seen.as_of.isoformat(),
        "field": seen.field.value,
        "text": seen.text,
        "marks": [{"start": start, "end": end} for start, end in seen.marks],
        "score": seen.score,
        "in_force_from": legal_date(thing.in_force_from),
        "legal_basis": bases(thing.legal_basis),
    }
