"""A legal date (fecha legal). Reads a domain LegalDate by plain attributes."""

from __future__ import annotations

from datetime import date

import strawberry

from organica.domain.dates import DateBasis, Precision
from schema import enums as enums


@strawberry.type(
    description="A date as precise as the act that gives it (fecha legal): a year, a month or a day."
)
class LegalDate:
    """Shows organica.domain.dates.LegalDate."""

    value: str = strawberry.field(description="As known: 2024, 2024-03 or 2024-03-15 (valor).")
    precision: Precision = strawberry.field(description="How much of it is known (precisión).")
    earliest: date = strawberry.field(description="The first day that it may mean (primer día posible).")
    latest: date = strawberry.field(
        description="The last day that it may mean, included (último día posible)."
    )
    basis: DateBasis = strawberry.field(description="How the register came to it (fundamento).")
