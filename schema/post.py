"""Posts and who holds them (cargos y nombramientos), shown from the register's own views.

Of a person there is the name, the post and the act, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain.states import Noun
from organica.domain.vocabulary.concepts import Scheme
from organica.register import views
from organica.register.views import Occupancy
from schema.dates import LegalDate
from schema.ids import Timeless
from schema.source import LegalBasis
from schema.version import Version
from schema.vocabulary import Concept, concept_of, country_of

if TYPE_CHECKING:
    from schema.post_history import Post
    from schema.unit import UnitVersion


def _withheld(parent: strawberry.Parent[views.AppointmentVersion]) -> bool:
    return parent.holder is None


@strawberry.type(description="Who holds a post (nombramiento), on the structure's day.")
class Appointment:
    """Shows organica.register.views.AppointmentVersion. It has no id: it is part of its post's version."""

    code: str = strawberry.field(description="The permanent code in the organization (código).")
    holder: str | None = strawberry.field(
        description="The holder's name; null where it was withheld (titular)."
    )
    withheld: bool = strawberry.field(
        resolver=_withheld,
        description="Whether somebody holds the post whose name is not shown (nombre reservado).",
    )
    capacity: str | None = strawberry.field(
        description="In which capacity: titular, suplente, subrogante…; null where no source says (calidad)."
    )
    capacity_concept: Concept | None = strawberry.field(
        resolver=concept_of(Scheme.CAPACITIES, country_of, lambda seen: seen.state.capacity),
        description="The term of its country for that capacity; null where no vocabulary has it (concepto).",
    )
    employment: str | None = strawberry.field(
        description="The employment link: planta, contrata, honorarios…; null where no source says (vínculo)."
    )
    in_force_from: LegalDate = strawberry.field(
        description="Since when it has been as it is (vigente desde)."
    )
    in_force_until: LegalDate | None = strawberry.field(
        description="The first day on which it no longer is so; null while nothing ends it (vigente hasta)."
    )
    lapses: LegalDate | None = strawberry.field(
        description="The end that the act itself gives it (término previsto)."
    )
    legal_basis: list[LegalBasis] = strawberry.field(description="Why it is so, oldest first (base legal).")


@strawberry.type(
    description="A post that stands in for another (subrogante), as the act that set the order names it."
)
class Substitute:
    """Shows organica.register.views.Substitute. It has no id: it is part of its post's version."""

    rank: int = strawberry.field(description="Its place in the order, counted from 1 (orden).")
    code: str = strawberry.field(description="The permanent code of the post that stands in (código).")
    post: PostVersion | None = strawberry.field(
        description="That post on the same day; null where it is no longer in force (cargo)."
    )
    legal_basis: LegalBasis = strawberry.field(description="The act that set the order (base legal).")


def _post(parent: strawberry.Parent[views.PostVersion]) -> Any:
    return Timeless(Noun.POST, parent.snapshot.organization_code, parent.code)


@strawberry.type(description="A post as it is from one change point on (versión de un cargo).")
class PostVersion(Version):
    """Shows organica.register.views.PostVersion."""

    post: Annotated[Post, strawberry.lazy("schema.post_history")] = strawberry.field(
        resolver=_post, description="The post without a day (cargo)."
    )
    name: str | None = strawberry.field(
        description="Its name; a source may name the head only (denominación)."
    )
    heads: bool = strawberry.field(description="Whether it heads its unit (es jefatura).")
    occupancy: Occupancy = strawberry.field(description="Whether somebody holds it (ocupación).")
    unit: Annotated[UnitVersion, strawberry.lazy("schema.unit")] = strawberry.field(
        description="The unit that it belongs to, on the same day (unidad)."
    )
    appointments: list[Appointment] = strawberry.field(description="Who holds it (nombramientos).")
    substitutes: list[Substitute] = strawberry.field(
        description="The posts that stand in for it, the first first (orden de subrogación)."
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return isinstance(value, views.PostVersion)
