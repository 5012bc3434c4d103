"""Units (unidades): the timeless identity, and a day's version.

A Unit is shown from a Timeless, a UnitVersion from the register's own view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain.acts import ParentStatus, UnitClass
from organica.domain.states import Noun
from organica.domain.vocabulary.concepts import Scheme
from organica.register import views
from organica.register.archive import Archive
from schema.connection import Connection
from schema.external_id import ExternalId, external_ids
from schema.function import FunctionVersion
from schema.history import history, organization_of
from schema.ids import Timeless
from schema.lineage import FunctionDestination, Lineage, function_destinations, kin
from schema.node import Node, timeless
from schema.post import PostVersion
from schema.programme import ProgrammeVersion
from schema.version import Version
from schema.vocabulary import Concept, concept_of, country_of

if TYPE_CHECKING:
    from schema.organization import Organization


def _unit(parent: strawberry.Parent[views.UnitVersion]) -> Any:
    return Timeless(Noun.UNIT, parent.snapshot.organization_code, parent.code)


@strawberry.type(
    description="A unit (unidad) as an identity without a day: nothing here changes with time. Its names, "
    "functions and place in the structure are in its versions."
)
class Unit(Node):
    """Shows a Timeless of a unit."""

    code: str = strawberry.field(description="The permanent code in the organization (código).")
    organization: Annotated[Organization, strawberry.lazy("schema.organization")] = strawberry.field(
        resolver=organization_of, description="The organization that it belongs to (organización)."
    )
    versions: Connection[UnitVersion] | None = strawberry.field(
        resolver=history(Noun.UNIT, Archive.unit_versions),
        description="Its history (historia), oldest first; each version belongs to the change point at which "
        "it began; null only with an error.",
    )
    external_ids: list[ExternalId] | None = strawberry.field(
        resolver=external_ids,
        description="What other systems call it, by system and value (identificadores externos); null only "
        "with an error.",
    )
    predecessors: list[Lineage] | None = strawberry.field(
        resolver=kin(Noun.UNIT, "predecessors"),
        description="The units that it came out of, as said on a day (antecesoras); null only with an error.",
    )
    successors: list[Lineage] | None = strawberry.field(
        resolver=kin(Noun.UNIT, "successors"),
        description="The units that came out of it, as said on a day (sucesoras); null only with an error.",
    )
    function_destinations: list[FunctionDestination] | None = strawberry.field(
        resolver=function_destinations,
        description="Who received each function that it ever held and that left it, by code (destino de las "
        "funciones); null only with an error.",
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return timeless(value, Noun.UNIT)


@strawberry.type(
    description="A unit as it is from one change point on (versión de una unidad). All that hangs from it is "
    "of the same day."
)
class UnitVersion(Version):
    """Shows organica.register.views.UnitVersion."""

    unit: Unit = strawberry.field(resolver=_unit, description="The unit without a day (unidad).")
    kind: str = strawberry.field(description="Its rank as printed, such as Departamento (tipo).")
    kind_concept: Concept | None = strawberry.field(
        resolver=concept_of(Scheme.UNIT_KINDS, country_of, lambda seen: seen.state.kind),
        description="The term of its country for that rank; null where no vocabulary has it (concepto).",
    )
    unit_class: UnitClass | None = strawberry.field(
        name="class", description="Its class, where a source gives it (clase)."
    )
    name: str = strawberry.field(description="Its name (nombre).")
    acronym: str | None = strawberry.field(description="Its acronym (sigla).")
    objective: str | None = strawberry.field(description="Its objective, literally (objetivo).")
    parent: UnitVersion | None = strawberry.field(
        description="The unit above, on the same day; null for a root or where unknown (unidad superior)."
    )
    parent_status: ParentStatus = strawberry.field(
        description="What is known of the unit above (dependencia)."
    )
    children: list[UnitVersion] = strawberry.field(
        description="The units directly below, as the sources order them (unidades dependientes)."
    )
    functions: list[FunctionVersion] = strawberry.field(
        description="Its functions as printed, without sub-items (funciones)."
    )
    posts: list[PostVersion] = strawberry.field(description="Its posts, the head's first (cargos).")
    head_post: PostVersion | None = strawberry.field(description="The post that heads it (jefatura).")
    programmes: list[ProgrammeVersion] = strawberry.field(
        description="The programmes and services that it runs, by code (programas y servicios)."
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return isinstance(value, views.UnitVersion)
