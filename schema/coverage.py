"""Coverage (cobertura): what the register claims to hold on a structure's days."""

from __future__ import annotations

from datetime import date

import strawberry

from organica.domain.resolution import CoverageStatus
from schema import enums as enums


@strawberry.type(description="One covered part (parte cubierta): a unit with all below it, or all of it.")
class CoveragePart:
    """Shows organica.domain.coverage.CoveragePart."""

    part: str = strawberry.field(description="The unit's code, or the organization's own for all (parte).")
    status: CoverageStatus = strawberry.field(description="How much of the part is held (estado).")
    since: date = strawberry.field(description="Since which day it is covered (desde).")
    checked_on: date | None = strawberry.field(
        description="The day up to which it was checked; what came after was not (revisada el)."
    )
    note: str | None = strawberry.field(description="What the register adds (nota).")


@strawberry.type(description="What the register claims to hold on these days (cobertura).")
class Coverage:
    """The coverage of a whole structure."""

    status: CoverageStatus = strawberry.field(
        description="COMPLETE only where the whole organization is covered (estado)."
    )
    checked_on: date | None = strawberry.field(
        description="The day up to which every part was checked (revisada el)."
    )
    parts: list[CoveragePart] = strawberry.field(description="The covered parts, by code (partes).")
