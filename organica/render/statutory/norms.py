"""The rows of a table of norms: one for each norm that is in force, the oldest first.

Takes a day; yields rows. Called by `table`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from organica.domain.dates import LegalDate
from organica.domain.source import BasisRole, LegalBasis
from organica.render.statutory.day import Day, later
from organica.render.statutory.granting import ALTERING
from organica.render.statutory.missing import Missing
from organica.render.statutory.powers import power_rows
from organica.render.statutory.rows import Row


def norm_rows(day: Day) -> Iterator[Row]:
    """Yield every norm that the register knows of the organization and that is in force.

    A norm was amended on the last day on which another says that it amends it, or on which something that it
    grants or establishes was altered or ended: a new name of a unit, or its suppression, is one too.
    """
    amended: dict[str, LegalDate | None] = dict(day.amended_by_relation)
    for altered, on in _alterations(day):
        amended[altered] = later(amended.get(altered), on)
    for source in day.norms_in_force:
        yield Row(source=source, granted_by=source.citation, amended_on=amended.get(source.key))


def _alterations(day: Day) -> Iterator[tuple[str, LegalDate]]:
    """Yield the norms of which something was altered, each with when."""
    for row in power_rows(day):
        if not isinstance(row, Missing) and row.source is not None and row.amended_on is not None:
            yield row.source.key, row.amended_on
    structure = day.structure
    for things in (structure.units, structure.functions, structure.posts):
        for thing in things.values():
            yield from _along(day.norms(thing.legal_basis))
    for ended in day.ended:
        bases = day.norms(ended.legal_basis)
        yield from _along(bases)
        granting = _granting(bases)
        if granting is not None and granting != ended.by.source and day.sources[ended.by.source].normative:
            yield granting, ended.on


def _along(bases: Sequence[LegalBasis]) -> Iterator[tuple[str, LegalDate]]:
    """Yield the norm that granted a thing before each act that altered it, with when that was."""
    for place, basis in enumerate(bases):
        granting = _granting(bases[:place])
        if granting is None or granting == basis.source:
            continue
        if basis.role in ALTERING and basis.since is not None:
            yield granting, basis.since


def _granting(bases: Sequence[LegalBasis]) -> str | None:
    """Return the last norm that granted a thing, gave it anew, or handed it to the unit that has it."""
    granting = (
        basis.source
        for basis in reversed(bases)
        if basis.role in (BasisRole.GRANTS, BasisRole.RESTATES) or "unit" in basis.changed
    )
    return next(granting, None)
