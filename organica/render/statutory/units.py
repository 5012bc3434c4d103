"""The rows of a table of structure: one for each unit, each after the one above it.

Takes a day; yields rows. Called by `table`.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.source import citation_of
from organica.render.statutory.day import Day
from organica.render.statutory.granting import grant
from organica.render.statutory.rows import Row


def unit_rows(day: Day) -> Iterator[Row]:
    """Yield every unit with the norm that establishes it.

    One that only an attestation names has a row too, since the tree would be false without it; its row cites
    no act and says so in the work list.
    """
    for unit in day.units():
        found = grant(day, unit.legal_basis, frozenset())
        if found is None:
            attested_by = day.sources[unit.legal_basis[-1].source]
            yield Row(unit=unit, above=day.above(unit), attested_by=attested_by)
            continue
        source = day.sources[found.source]
        yield Row(
            unit=unit,
            above=day.above(unit),
            source=source,
            granted_by=citation_of(source, found.provision),
            amended_on=found.amended_on(),
        )
