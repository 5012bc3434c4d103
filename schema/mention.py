"""Mentions (menciones): where functions name units, and which units they tie to which (coordinación).

Shown from the register's own views of one snapshot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain.states import Noun
from organica.register import mentioned
from organica.register.refusals import UnknownUnit
from organica.register.snapshot import Snapshot
from schema.connection import DEFAULT_FIRST, After, First, page
from schema.request import Info

if TYPE_CHECKING:
    from schema.function import FunctionVersion
    from schema.unit import UnitVersion


@strawberry.type(
    description="A name of a unit in the text of a function (mención). It has no id: it is part of the "
    "function's version."
)
class Mention:
    """Shows organica.register.mentioned.Mention."""

    function: Annotated[FunctionVersion, strawberry.lazy("schema.function")] = strawberry.field(
        description="The function whose text it stands in (función)."
    )
    start: int = strawberry.field(
        description="The place of its first character in the text, in Unicode characters from 0 (inicio)."
    )
    end: int = strawberry.field(description="The place behind its last character (fin).")
    text: str = strawberry.field(description="The name, literally (texto).")
    unit: Annotated[UnitVersion, strawberry.lazy("schema.unit")] | None = strawberry.field(
        description="The unit that it means, on the same day; null where no unit of the organization answers "
        "to it, or more than one does (unidad)."
    )


@strawberry.type(
    description="That functions of one unit name another one (coordinación), with which it then works."
)
class Coordination:
    """Shows organica.register.mentioned.Coordination."""

    from_unit: Annotated[UnitVersion, strawberry.lazy("schema.unit")] = strawberry.field(
        name="from", description="The unit that holds the functions (unidad que coordina)."
    )
    to_unit: Annotated[UnitVersion, strawberry.lazy("schema.unit")] = strawberry.field(
        name="to", description="The unit that they name (unidad mencionada)."
    )
    functions: list[Annotated[FunctionVersion, strawberry.lazy("schema.function")]] = strawberry.field(
        description="The functions that name it, as printed (funciones)."
    )


def unresolved_mentions(
    parent: strawberry.Parent[Snapshot], first: First = DEFAULT_FIRST, after: After = strawberry.UNSET
) -> Any:
    """Resolve `Structure.unresolvedMentions`."""
    if not parent.covered:
        return None
    found = sorted(parent.unresolved_mentions, key=_place)
    return page("unresolved-mentions", found, _place, first, after)


def _place(mention: mentioned.Mention) -> str:
    return f"{mention.span.function} {mention.start:06d}"


async def coordination(
    parent: strawberry.Parent[Snapshot],
    info: Info,
    unit: Annotated[
        str | None, strawberry.argument(description="Only what this unit names, or what names it (unidad).")
    ] = strawberry.UNSET,
    first: First = DEFAULT_FIRST,
    after: After = strawberry.UNSET,
) -> Any:
    """Resolve `Structure.coordination`."""
    if not parent.covered:
        return None
    if unit and unit not in parent.units:
        archive = await info.context.archive_of(parent.organization_code)
        if not archive.has(Noun.UNIT, unit):
            raise UnknownUnit(organization=parent.organization_code, unit=unit)
    found = [each for each in parent.coordination if not unit or unit in _pair(each)]
    return page("coordination", found, lambda each: " ".join(_pair(each)), first, after)


def _pair(edge: mentioned.Coordination) -> tuple[str, str]:
    return edge.from_unit.code, edge.to_unit.code
