"""The legal source that a text is, since when it is in force, and the lines that show it.

Takes an outline and the facts that the text does not print; returns the source and its evidence. Called by
statement and propose, and by whoever needs the day with which the text is to be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from organica.domain.dates import DateBasis, LegalDate
from organica.domain.ids import kind_code
from organica.domain.outline import Outline, OutlineSource, Place
from organica.domain.source import Evidence, LegalSource
from organica.plan.doubts import lines
from organica.plan.errors import NoOwnSource, StartUnknown
from organica.plan.facts import PageFacts
from organica.plan.one_line import on_one_line
from organica.text.slug import slug


def own_source(outline: Outline, facts: PageFacts) -> LegalSource:
    """Return the text's own source. Raises: NoOwnSource, StartUnknown, BadCode."""
    printed = _printed(on_one_line(outline))
    if printed is None:
        raise NoOwnSource()
    return _source(printed, facts)


def comparison_day(outline: Outline, facts: PageFacts) -> date:
    """Return the day with which the text is to be compared: since when it is in force, as far as known.

    Where only the year is known it is its last day: whatever else that year brought may come before.
    Raises: NoOwnSource, StartUnknown.
    """
    start = own_source(outline, facts).in_force_from
    return start.latest if facts.in_force_from is None else start.earliest


def _printed(outline: Outline) -> OutlineSource | None:
    return next((source for source in outline.sources if source.role == "self"), None)


def _source(printed: OutlineSource, facts: PageFacts) -> LegalSource:
    country, _, body = facts.organization.partition(".")
    start = facts.in_force_from
    if start is None:
        if printed.year is None:
            raise StartUnknown(printed=printed.printed)
        # The day of signature is nearer than the bare year, and puts the texts of one year in their order.
        start = LegalDate(printed.date or str(printed.year), DateBasis.ASSUMED)
    return LegalSource(
        country=country,
        issuer=(slug(printed.issuer) if printed.issuer else "") or body,
        kind=kind_code(printed.kind),
        year=str(printed.year) if printed.year is not None else start.value[:4],
        in_force_from=start,
        number=printed.number,
        series=printed.series,
        title=printed.title,
        citation_printed=printed.printed,
        signed_on=None if printed.date is None else LegalDate(printed.date),
    )


def evidence_of(outline: Outline, facts: PageFacts) -> Evidence | None:
    """Return the evidence with the lines of everything that the outline holds, heads aside."""
    functions = [function.place for unit in outline.units for function in unit.functions]
    objectives = [unit.objective_place for unit in outline.units if unit.objective_place is not None]
    units = [unit.place for unit in outline.units]
    orders = [amendment.place for amendment in outline.amendments]
    printed = _printed(outline)
    own = [] if printed is None else [printed.place]
    return evidence_at(facts, [*own, *units, *objectives, *functions, *orders])


def evidence_at(facts: PageFacts, places: Sequence[Place]) -> Evidence | None:
    """Return the evidence that the facts name, with the lines from the first place to the last."""
    if facts.evidence is None:
        return None
    return replace(facts.evidence, lines=lines(reduce(Place.through, places)))
