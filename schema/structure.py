"""A structure (estructura): one organization from one change point on, shown from a Snapshot.

The one date is fixed here for everything below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain.acts import ProgrammeType, UnitClass
from organica.domain.states import Noun
from organica.register.refusals import UnknownUnit
from organica.register.snapshot import Snapshot
from organica.register.views import UnitVersion as UnitView
from schema.connection import DEFAULT_FIRST, After, Connection, First, page
from schema.coverage import Coverage, NotCovered
from schema.dates import LegalDate
from schema.mention import Coordination, Mention, coordination, unresolved_mentions
from schema.node import Node
from schema.programme import ProgrammeVersion
from schema.reference import CarriedReference
from schema.refusals import BadDepth
from schema.request import Info
from schema.unit import UnitVersion

if TYPE_CHECKING:
    from schema.organization import OrganizationVersion
    from schema.proposal import Proposal


async def _coverage(parent: strawberry.Parent[Snapshot], info: Info) -> Any:
    coverage, missing = parent.coverage, None
    if parent.not_covered is not None:
        sources = [await info.context.source(each.key) for each in parent.sources_not_at_hand]
        missing = NotCovered(reason=parent.not_covered, sources=sources)  # type: ignore[arg-type]
    return Coverage(
        status=parent.coverage_status,
        checked_on=coverage.checked_on,
        parts=coverage.parts,  # type: ignore[arg-type]
        gaps=coverage.gaps,  # type: ignore[arg-type]
        not_covered=missing,
    )


def _proposed(parent: strawberry.Parent[Snapshot]) -> bool:
    return parent.proposal is not None


async def _proposal(parent: strawberry.Parent[Snapshot], info: Info) -> Any:
    if parent.proposal is None:
        return None
    return await info.context.proposal(parent.proposal, await info.context.known())


def _roots(parent: strawberry.Parent[Snapshot]) -> Any:
    return parent.roots if parent.covered else None


def _unit(
    parent: strawberry.Parent[Snapshot],
    code: Annotated[str, strawberry.argument(description="The unit's code (código).")],
) -> Any:
    return parent.units.get(code)


async def _units(
    parent: strawberry.Parent[Snapshot],
    info: Info,
    kinds: Annotated[
        list[str] | None, strawberry.argument(description="Only these printed ranks, in any case (tipos).")
    ] = strawberry.UNSET,
    classes: Annotated[
        list[UnitClass] | None, strawberry.argument(description="Only these classes (clases).")
    ] = strawberry.UNSET,
    under: Annotated[
        str | None,
        strawberry.argument(description="Only what is below this unit, itself apart (dependientes de)."),
    ] = strawberry.UNSET,
    depth: Annotated[
        int | None,
        strawberry.argument(
            description="How many levels down from `under`, or from the roots; 1 is the nearest (niveles)."
        ),
    ] = strawberry.UNSET,
    first: First = DEFAULT_FIRST,
    after: After = strawberry.UNSET,
) -> Any:
    if not parent.covered:
        return None
    if depth is not None and depth is not strawberry.UNSET and depth < 1:
        raise BadDepth(depth=depth)
    if under and under not in parent.units:
        archive = await info.context.archive_of(parent.organization_code)
        if not archive.has(Noun.UNIT, under):
            raise UnknownUnit(organization=parent.organization_code, unit=under)
    ranks = {kind.casefold() for kind in kinds or ()}
    found = [
        unit
        for unit in _below(parent, under or None, depth or None)
        if (not kinds or unit.state.kind.casefold() in ranks)
        and (not classes or unit.state.unit_class in classes)
    ]
    found.sort(key=lambda unit: unit.code)
    return page("units", found, lambda unit: unit.code, first, after)


def _below(snapshot: Snapshot, under: str | None, depth: int | None) -> list[UnitView]:
    """Return the units below a unit, or all, down to a number of levels; none where it is not in force."""
    level = list(snapshot.children.get(under, ()) if under else snapshot.roots)
    found: list[UnitView] = []
    while level and (depth is None or depth > 0):
        found += level
        level = [child for unit in level for child in unit.children]
        depth = None if depth is None else depth - 1
    return found


def _programmes(
    parent: strawberry.Parent[Snapshot],
    types: Annotated[
        list[ProgrammeType] | None,
        strawberry.argument(description="Only programmes, or only services (clases)."),
    ] = strawberry.UNSET,
    unit: Annotated[
        str | None, strawberry.argument(description="Only those that this unit runs (unidad).")
    ] = strawberry.UNSET,
    first: First = DEFAULT_FIRST,
    after: After = strawberry.UNSET,
) -> Any:
    if not parent.covered and not parent.programmes:
        return None
    found = [
        programme
        for programme in parent.programmes.values()
        if (not types or programme.type in types) and (not unit or programme.state.runner.unit == unit)
    ]
    return page("programmes", found, lambda programme: programme.code, first, after)


def _programme(
    parent: strawberry.Parent[Snapshot],
    code: Annotated[str, strawberry.argument(description="The programme's code (código).")],
) -> Any:
    return parent.programmes.get(code)


def _references(parent: strawberry.Parent[Snapshot]) -> Any:
    return list(parent.references.values())


def _reference(
    parent: strawberry.Parent[Snapshot],
    name: Annotated[
        str,
        strawberry.argument(
            description="The old name; case, accents and punctuation make no difference (nombre)."
        ),
    ],
) -> Any:
    return parent.reference(name)


@strawberry.type(
    description="An organization from one change point on (estructura): everything below is of one day and "
    "of one state of knowledge. Where coverage is NONE, `roots` and `units` are null, never empty."
)
class Structure(Node):
    """Shows organica.register.snapshot.Snapshot."""

    organization: Annotated[OrganizationVersion, strawberry.lazy("schema.organization")] | None = (
        strawberry.field(
            description="The organization on this day; null where no source states it (organización)."
        )
    )
    basis: int = strawberry.field(
        description="The newest entry that altered this answer (asiento de base). Give it back in "
        "`knownAt: {entry}` to read the same again."
    )
    in_force_from: LegalDate | None = strawberry.field(
        description="Since when the structure has been as it is (vigente desde)."
    )
    in_force_until: LegalDate | None = strawberry.field(
        description="When it changes next, as far as enacted (vigente hasta)."
    )
    proposed: bool = strawberry.field(
        resolver=_proposed,
        description="True where this is only what would be so with a proposal, and not in force (propuesta).",
    )
    proposal: Annotated[Proposal, strawberry.lazy("schema.proposal")] | None = strawberry.field(
        resolver=_proposal, description="That proposal; null for what is in force (propuesta)."
    )
    certain: bool = strawberry.field(
        description="False where an imprecise date leaves open that an act was in force yet (certeza)."
    )
    coverage: Coverage = strawberry.field(
        resolver=_coverage, description="What the register claims to hold on these days (cobertura)."
    )
    roots: list[UnitVersion] | None = strawberry.field(
        resolver=_roots,
        description="The units below none that is known; null where not covered (unidades superiores).",
    )
    units: Connection[UnitVersion] | None = strawberry.field(
        resolver=_units, description="All units by code; null where not covered (unidades)."
    )
    unit: UnitVersion | None = strawberry.field(
        resolver=_unit, description="One unit; null where it is not in force (unidad)."
    )
    programmes: Connection[ProgrammeVersion] | None = strawberry.field(
        resolver=_programmes,
        description="The programmes and services by code; null where nothing is covered and none is known "
        "(programas y servicios).",
    )
    programme: ProgrammeVersion | None = strawberry.field(
        resolver=_programme,
        description="One programme or service; null where it is not in force (programa).",
    )
    carried_references: list[CarriedReference] = strawberry.field(
        resolver=_references,
        description="What references to old names mean on these days, by name (referencias).",
    )
    reference: CarriedReference | None = strawberry.field(
        resolver=_reference,
        description="What references to one name mean; null where no act carries them over (referencia).",
    )
    unresolved_mentions: Connection[Mention] | None = strawberry.field(
        resolver=unresolved_mentions,
        description="The names in functions that mean no unit of the organization, by function and place; "
        "null where not covered (menciones sin resolver).",
    )
    coordination: Connection[Coordination] | None = strawberry.field(
        resolver=coordination,
        description="Which units name which in their functions, by the codes of both; null where not covered "
        "(coordinación).",
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return isinstance(value, Snapshot)
