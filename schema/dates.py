"""A legal date (fecha legal). Reads a domain LegalDate by plain attributes."""

from __future__ import annotations

from datetime import date

import strawberry

from organica.domain.dates import DateBasis, Precision
from organica.domain.entry_rule import Anchor
from schema import enums as enums


@strawberry.type(
    description="How an act prints an entry into force that is no plain date (regla de vigencia): so many "
    "days after another of its dates, the day after that one being day one; or the first day of a month."
)
class EntryRule:
    """Shows organica.domain.entry_rule.EntryRule."""

    after: Anchor = strawberry.field(description="The date that it counts from (desde).")
    days: int | None = strawberry.field(
        description="Which day it is, counted from that date; 0 is that date itself (días)."
    )
    working: bool = strawberry.field(description="Whether only working days count (días hábiles).")
    month_after: int | None = strawberry.field(
        description="The first day of which month: 1 is the month after that date's (mes siguiente)."
    )
    printed: str | None = strawberry.field(description="The rule as printed (como está impresa).")
    calendar: str | None = strawberry.field(
        description="Whose working days were counted, with version and country (calendario)."
    )


@strawberry.type(
    description="A date as precise as the act that gives it (fecha legal): a year, a month, a day, or the "
    "days between which it lies."
)
class LegalDate:
    """Shows organica.domain.dates.LegalDate."""

    value: str = strawberry.field(
        description="As known: 2024, 2024-03, 2024-03-15 or 2024-03-15/2024-06-30 (valor)."
    )
    precision: Precision = strawberry.field(description="How much of it is known (precisión).")
    earliest: date = strawberry.field(description="The first day that it may mean (primer día posible).")
    latest: date = strawberry.field(
        description="The last day that it may mean, included (último día posible)."
    )
    basis: DateBasis = strawberry.field(description="How the register came to it (fundamento).")
    rule: EntryRule | None = strawberry.field(
        description="The rule of entry into force behind it, where the act prints one (regla)."
    )
