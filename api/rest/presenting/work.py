"""The work list, as plain values.

Takes items of the register; returns dicts that JSON can carry, in a fixed order of keys. Called by the REST
operation. `api.rest.schemas.work` describes each.
"""

from __future__ import annotations

from api.rest.presenting.law import Plain
from organica.register.work_items import WorkItem


def item(seen: WorkItem) -> Plain:
    """Return one thing to find out, in both languages, and where to look."""
    return {
        "kind": seen.kind.value,
        "organization": seen.organization,
        "noun": seen.noun.value,
        "thing": seen.thing,
        "es": seen.sentence("es"),
        "en": seen.sentence("en"),
        "text": seen.text,
        "source": seen.source,
        "file": seen.file,
        "lines": seen.lines,
        "reference": seen.reference,
        "count": seen.count,
    }
