"""Carried references (referencias): what an old name means, shown from the register's own views."""

from __future__ import annotations

import strawberry

from schema.dates import LegalDate
from schema.source import LegalBasis
from schema.unit import UnitVersion


@strawberry.type(
    description="What references to an old name mean (referencia): “toda referencia a X se entenderá hecha "
    "a Y”."
)
class CarriedReference:
    """Shows organica.register.views.ReferenceVersion. It has no id: it is part of its structure."""

    code: str = strawberry.field(description="The name without case, accents and punctuation (código).")
    name: str = strawberry.field(description="The old name, literal (nombre anterior).")
    unit: UnitVersion | None = strawberry.field(
        description="The unit that it means, on the same day; null where it means a body, or a unit that is "
        "no longer in force (unidad)."
    )
    unit_code: str | None = strawberry.field(
        description="The code of that unit, also where it is no longer in force (código de la unidad)."
    )
    organization: str | None = strawberry.field(
        description="The code of the body that it means, which need not be in the register (organismo)."
    )
    in_force_from: LegalDate = strawberry.field(description="Since when it means this (vigente desde).")
    in_force_until: LegalDate | None = strawberry.field(
        description="The first day on which it no longer does; null while nothing ends it (vigente hasta)."
    )
    legal_basis: list[LegalBasis] = strawberry.field(description="Why it is so, oldest first (base legal).")
