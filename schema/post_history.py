"""Posts over all time (historia de un cargo): the timeless identity, who held it, and when nobody did.

A Post is shown from a Timeless, the rest from organica.register.histories.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain.states import Noun
from organica.register import histories
from organica.register.archive import Archive
from organica.register.histories import AppointmentEnd
from organica.register.views import Occupancy
from schema.connection import Connection
from schema.external_id import ExternalId, external_ids
from schema.history import history, identity, organization_of
from schema.ids import Timeless
from schema.known_at import AtKnowledge, known_at_of
from schema.node import Node, timeless
from schema.post import Appointment, PostVersion
from schema.request import Info
from schema.source import LegalBasis

if TYPE_CHECKING:
    from schema.organization import Organization


def _ended_by(parent: strawberry.Parent[histories.Tenure]) -> Any:
    return parent.appointment.ended_by


@strawberry.type(
    description="A run of days over which somebody holds a post in one capacity (ejercicio de un cargo)."
)
class Tenure:
    """Shows organica.register.histories.Tenure. It has no id: it is part of its post's history."""

    start: date = strawberry.field(name="from", description="Its first day (desde).")
    end: date | None = strawberry.field(
        name="until", description="The first day on which it is no longer so; null: still so (hasta)."
    )
    appointment: Appointment = strawberry.field(
        description="The appointment as it was on the first day, with its capacity and, apart, its link "
        "(nombramiento)."
    )
    ending: AppointmentEnd | None = strawberry.field(
        description="Why it ended; null while it has not (término)."
    )
    ended_by: LegalBasis | None = strawberry.field(
        resolver=_ended_by, description="The act that ended it, where one did (acto que le pone término)."
    )


@strawberry.type(
    description="A run of days over which the same appointments hold a post, or nobody does (ocupación)."
)
class OccupancySpell:
    """Shows organica.register.histories.Spell."""

    start: date = strawberry.field(name="from", description="Its first day (desde).")
    end: date | None = strawberry.field(
        name="until", description="The first day on which it is no longer so; null: still so (hasta)."
    )
    occupancy: Occupancy = strawberry.field(description="Whether somebody holds it (ocupación).")
    appointments: list[str] = strawberry.field(description="The codes of the appointments (nombramientos).")


async def _known(parent: Timeless, info: Info, known_at: Any) -> tuple[Archive, int]:
    known = await info.context.known(known_at_of(known_at))
    return await info.context.archive_of(parent.organization, known), known


async def _appointments(
    parent: strawberry.Parent[Timeless], info: Info, known_at: AtKnowledge = strawberry.UNSET
) -> Any:
    archive, known = await _known(parent, info, known_at)
    return histories.tenures(archive, known, parent.code)


async def _occupancy(
    parent: strawberry.Parent[Timeless], info: Info, known_at: AtKnowledge = strawberry.UNSET
) -> Any:
    archive, known = await _known(parent, info, known_at)
    return histories.spells(archive, parent.code, known)


@strawberry.type(
    description="A post (cargo) as an identity without a day: it stays the same through other names and "
    "other holders."
)
class Post(Node):
    """Shows a Timeless of a post."""

    code: str = strawberry.field(description="The permanent code in the organization (código).")
    organization: Annotated[Organization, strawberry.lazy("schema.organization")] = strawberry.field(
        resolver=organization_of, description="The organization that it belongs to (organización)."
    )
    versions: Connection[PostVersion] | None = strawberry.field(
        resolver=history(Noun.POST, histories.post_versions),
        description="Its history (historia), oldest first; each version belongs to the change point at which "
        "it began. Who holds it makes no new version. Null only with an error.",
    )
    external_ids: list[ExternalId] | None = strawberry.field(
        resolver=external_ids,
        description="What other systems call it, by system and value (identificadores externos); null only "
        "with an error.",
    )
    appointments: list[Tenure] | None = strawberry.field(
        resolver=_appointments,
        description="Who held it over all time, in order (quién lo ejerció); null only with an error.",
    )
    occupancy: list[OccupancySpell] | None = strawberry.field(
        resolver=_occupancy,
        description="When it was held, vacant or unknown, in order (ocupación); null only with an error.",
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return timeless(value, Noun.POST)


async def post(
    parent: strawberry.Parent[Timeless],
    info: Info,
    code: Annotated[str, strawberry.argument(description="The post's code (código).")],
) -> Any:
    """Return the identity of a post of an organization."""
    return await identity(Noun.POST, parent.code, code, info)
