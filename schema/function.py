"""Functions (funciones): the timeless identity, which survives transfer, and a day's version.

A Function is shown from a Timeless, a FunctionVersion from the register's own view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain.states import Noun
from organica.register import views
from organica.register.archive import Archive
from schema.connection import Connection
from schema.external_id import ExternalId, external_ids
from schema.history import history, organization_of
from schema.ids import Timeless
from schema.mention import Mention
from schema.node import Node, timeless
from schema.post import PostVersion
from schema.programme import ProgrammeVersion
from schema.version import Version

if TYPE_CHECKING:
    from schema.organization import Organization
    from schema.unit import UnitVersion


def _function(parent: strawberry.Parent[views.FunctionVersion]) -> Any:
    return Timeless(Noun.FUNCTION, parent.snapshot.organization_code, parent.code)


@strawberry.type(
    description="A function (función) as an identity without a day: it stays the same through another "
    "letter, another wording and another holder."
)
class Function(Node):
    """Shows a Timeless of a function."""

    code: str = strawberry.field(description="The permanent code in the organization (código).")
    organization: Annotated[Organization, strawberry.lazy("schema.organization")] = strawberry.field(
        resolver=organization_of, description="The organization that it belongs to (organización)."
    )
    versions: Connection[FunctionVersion] | None = strawberry.field(
        resolver=history(Noun.FUNCTION, Archive.function_versions),
        description="Its history (historia), oldest first; each version belongs to the change point at which "
        "it began; null only with an error.",
    )
    external_ids: list[ExternalId] | None = strawberry.field(
        resolver=external_ids,
        description="What other systems call it, by system and value (identificadores externos); null only "
        "with an error.",
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return timeless(value, Noun.FUNCTION)


@strawberry.type(description="A function as it is from one change point on (versión de una función).")
class FunctionVersion(Version):
    """Shows organica.register.views.FunctionVersion."""

    function: Function = strawberry.field(
        resolver=_function, description="The function without a day (función)."
    )
    position: int = strawberry.field(description="Its place among its siblings, counted from 1 (posición).")
    label: str | None = strawberry.field(description="Its letter or number as printed (letra).")
    list: str | None = strawberry.field(
        description="The list that it is in, where a unit has several (nombre de la lista)."
    )
    text: str = strawberry.field(description="Its text, literally (texto).")
    unit: Annotated[UnitVersion, strawberry.lazy("schema.unit")] = strawberry.field(
        description="The unit that holds it, on the same day (unidad)."
    )
    held_by: PostVersion | None = strawberry.field(
        description="The post that holds it, where it is a post's and not the unit's (cargo)."
    )
    mentions: Mentions = strawberry.field(
        description="The units that its text names, in the order of the text (menciones)."
    )
    programmes: Programmes = strawberry.field(
        description="The programmes and services that fulfil it, by code (programas que la cumplen)."
    )
    children: SubItems = strawberry.field(description="Its sub-items as printed (subfunciones).")

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return isinstance(value, views.FunctionVersion)


# Inside the class `list` is a field.
SubItems = list[FunctionVersion]
Programmes = list[ProgrammeVersion]
Mentions = list[Mention]
