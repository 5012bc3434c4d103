"""The rows of a table of norms: one for each norm that is in force, the oldest first.

Takes a day; yields rows. Called by `table`.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain.dates import LegalDate
from organica.render.statutory.day import Day, later
from organica.render.statutory.missing import Missing
from organica.render.statutory.powers import power_rows
from organica.render.statutory.rows import Row


def norm_rows(day: Day) -> Iterator[Row]:
    """Yield every norm that the register knows of the organization and that no other one repealed.

    A norm was amended on the last day on which another says that it amends it, or on which what it grants to
    some unit was altered.
    """
    amended: dict[str, LegalDate | None] = dict(day.amended_by_relation)
    for row in power_rows(day):
        if not isinstance(row, Missing) and row.source is not None:
            amended[row.source.key] = later(amended.get(row.source.key), row.amended_on)
    for source in day.norms_in_force:
        yield Row(source=source, granted_by=source.citation, amended_on=amended.get(source.key))
