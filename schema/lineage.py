"""Lineage (linaje): what came out of what, and who received the functions of a unit.

Shown from the register's Kin and FunctionDestination.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain.states import LineageKind, Noun
from organica.register import consult, kinship
from schema.dates import LegalDate
from schema.enums import describe
from schema.history import identity
from schema.ids import Timeless
from schema.known_at import AtKnowledge, known_at_of
from schema.request import Info
from schema.source import LegalBasis

if TYPE_CHECKING:
    from schema.function import Function, FunctionVersion
    from schema.organization import Organization
    from schema.unit import Unit

describe(
    LineageKind,
    "How one thing came out of another (tipo de linaje).",
    {
        LineageKind.ABSORPTION: "A unit ended and one that existed goes on with what it had (absorción).",
        LineageKind.MERGE: "Units ended and a new one goes on with what they had (fusión).",
        LineageKind.SPLIT: "A unit gave part of what it had, or all, to others (división).",
        LineageKind.SUCCESSION: "What an organization had passed to another one (sucesión).",
    },
)


async def _organization(parent: strawberry.Parent[kinship.Kin], info: Info) -> Any:
    code = parent.organization_code
    return Timeless(Noun.ORGANIZATION, code, code) if await info.context.archive(code) else None


async def _unit(parent: strawberry.Parent[kinship.Kin], info: Info) -> Any:
    if parent.noun is not Noun.UNIT:
        return None
    return await identity(Noun.UNIT, parent.organization_code, parent.code, info)


@strawberry.type(
    description="The other side of a tie between a forebear and its heir (linaje). It has no id: it is part "
    "of the thing that was asked about."
)
class Lineage:
    """Shows organica.register.kinship.Kin."""

    kind: LineageKind = strawberry.field(description="How the one came out of the other (tipo).")
    organization_code: str = strawberry.field(
        description="The code of the organization on the other side, which may be this one (organismo)."
    )
    code: str = strawberry.field(description="The code of the unit or organization there (código).")
    name: str | None = strawberry.field(
        description="What it was called then: a forebear just before, an heir on that day; null where the "
        "register does not know it (nombre)."
    )
    organization: Annotated[Organization, strawberry.lazy("schema.organization")] | None = strawberry.field(
        resolver=_organization,
        description="That organization; null where it is not in the register (organización).",
    )
    unit: Annotated[Unit, strawberry.lazy("schema.unit")] | None = strawberry.field(
        resolver=_unit,
        description="That unit; null for an organization, and where it is not in the register (unidad).",
    )
    in_force_from: LegalDate = strawberry.field(description="Since when it is so (vigente desde).")
    legal_basis: list[LegalBasis] = strawberry.field(description="Why it is so, oldest first (base legal).")


def _function(parent: strawberry.Parent[kinship.FunctionDestination]) -> Any:
    return Timeless(Noun.FUNCTION, parent.last.snapshot.organization_code, parent.last.code)


def _label(parent: strawberry.Parent[kinship.FunctionDestination]) -> str | None:
    return parent.last.state.label


def _text(parent: strawberry.Parent[kinship.FunctionDestination]) -> str:
    return parent.last.state.text


def _ended_by(parent: strawberry.Parent[kinship.FunctionDestination]) -> Any:
    return parent.last.ended_by


@strawberry.type(
    description="Where a function went that a unit held (destino de una función). It has no id: it is part "
    "of the unit."
)
class FunctionDestination:
    """Shows organica.register.kinship.FunctionDestination."""

    function: Annotated[Function, strawberry.lazy("schema.function")] = strawberry.field(
        resolver=_function, description="The function without a day (función)."
    )
    label: str | None = strawberry.field(
        resolver=_label, description="The letter under which the unit last held it (última letra)."
    )
    text: str = strawberry.field(
        resolver=_text, description="Its text as the unit last held it, literally (último texto)."
    )
    until: LegalDate = strawberry.field(
        description="The first day on which the unit does not hold it, which may be to come (hasta)."
    )
    ended_by: LegalBasis | None = strawberry.field(
        resolver=_ended_by,
        description="The act by which it left; null where it was only attested and gave way (acto que le "
        "pone término).",
    )
    to: Annotated[FunctionVersion, strawberry.lazy("schema.function")] | None = strawberry.field(
        description="The function where it went, as it began there: in another unit or, by a succession, in "
        "the heir under a code of its own; null where it ended (destino)."
    )


AsOf = Annotated[
    date | None,
    strawberry.argument(description="The day; by default today where the organization is (fecha)."),
]


def kin(noun: Noun, side: str) -> Callable[..., Awaitable[Any]]:
    """Return the resolver of `predecessors` or `successors` of organizations or units."""

    async def found(
        parent: strawberry.Parent[Timeless],
        info: Info,
        as_of: AsOf = strawberry.UNSET,
        known_at: AtKnowledge = strawberry.UNSET,
    ) -> Any:
        known = await info.context.known(known_at_of(known_at))
        told = await info.context.consult.kinship(
            noun, parent.organization, parent.code, as_of or None, consult.KnownAt(entry=known)
        )
        return list(getattr(told, side))

    return found


async def function_destinations(
    parent: strawberry.Parent[Timeless], info: Info, known_at: AtKnowledge = strawberry.UNSET
) -> Any:
    """Resolve `Unit.functionDestinations`."""
    known = await info.context.known(known_at_of(known_at))
    return await info.context.consult.function_destinations(
        parent.organization, parent.code, consult.KnownAt(entry=known)
    )
