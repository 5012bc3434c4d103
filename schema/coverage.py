"""Coverage (cobertura): what the register claims to hold on a structure's days."""

from __future__ import annotations

from datetime import date

import strawberry

from organica.domain.coverage import NotCoveredReason
from organica.domain.resolution import CoverageStatus
from schema import enums as enums
from schema.source import LegalSource


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


@strawberry.type(description="Why something is not covered (falta de cobertura).")
class NotCovered:
    """The reason, and the sources behind it."""

    reason: NotCoveredReason = strawberry.field(description="Why (motivo).")
    sources: list[LegalSource] = strawberry.field(
        description="The sources in force whose contents are not at hand (fuentes no disponibles)."
    )


@strawberry.type(
    description="What a source leaves open (lo no sabido), until another file settles it. It has no id: it "
    "is part of its structure's coverage."
)
class Gap:
    """Shows organica.domain.coverage.Gap."""

    key: str = strawberry.field(description="How a file names it that settles it: source#ref (clave).")
    subject: str = strawberry.field(description="The question, in Spanish (materia).")
    since: date = strawberry.field(description="The day from which it is open (desde).")
    unit: str | None = strawberry.field(description="The code of the unit that it is about (unidad).")
    programme: str | None = strawberry.field(
        description="The code of the programme that it is about (programa)."
    )
    source: str = strawberry.field(description="The key of the source that leaves it open (fuente).")
    lines: str | None = strawberry.field(description="The lines of its evidence (líneas).")


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
    not_covered: NotCovered | None = strawberry.field(
        description="Why the rest is not covered; null where the whole organization is (falta de cobertura)."
    )
    gaps: list[Gap] = strawberry.field(
        description="What files declare not to be known, by key (lo no sabido)."
    )
