"""What other systems call a thing (identificadores externos), and the way back from such a name.

Takes the ties that an archive has at a state of knowledge; gives resolvers. These ties are no law: they know
no day, and only the register's entries say and withdraw them.
"""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from organica.domain.states import Noun
from schema.ids import Timeless
from schema.known_at import AtKnowledge, known_at_of
from schema.request import Info


@strawberry.type(
    description="What another system calls a thing of the register (identificador externo). It has no id: it "
    "is part of what it names."
)
class ExternalId:
    """Shows organica.domain.external_ids.ExternalIdSpan."""

    system: str = strawberry.field(description="The other system (sistema).")
    value: str = strawberry.field(description="What it calls the thing (valor).")
    since: int = strawberry.field(description="The entry from which on the register says so (asiento).")


async def external_ids(
    parent: strawberry.Parent[Timeless], info: Info, known_at: AtKnowledge = strawberry.UNSET
) -> Any:
    """Resolve `externalIds` of whatever has no day."""
    known = await info.context.known(known_at_of(known_at))
    archive = await info.context.archive_of(parent.organization, known)
    return list(archive.external_ids(parent.noun, parent.code, known))


async def unit_by_external_id(
    info: Info,
    organization: Annotated[
        str, strawberry.argument(description="The code of the organization (organización).")
    ],
    system: Annotated[str, strawberry.argument(description="The other system (sistema).")],
    value: Annotated[str, strawberry.argument(description="What it calls the unit (valor).")],
    known_at: AtKnowledge = strawberry.UNSET,
) -> Any:
    """Resolve `Query.unitByExternalId`."""
    known = await info.context.known(known_at_of(known_at))
    archive = await info.context.archive(organization, known)
    tie = archive.by_external_id(system, value, known) if archive else None
    return Timeless(Noun.UNIT, organization, tie.code) if tie and tie.noun is Noun.UNIT else None
