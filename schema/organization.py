"""Organizations (organizaciones): the timeless identity, where both times are chosen, and a day's version.

An Organization is shown from a Timeless, an OrganizationVersion from the register's own view.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import strawberry

from organica.domain.states import Noun
from organica.register import consult, views
from organica.register.histories import organization_versions
from organica.register.ports import SourceRecord
from schema.connection import DEFAULT_FIRST, After, Connection, First, page
from schema.diff import StructureDiff
from schema.external_id import ExternalId, external_ids
from schema.function import Function
from schema.history import history, identity
from schema.ids import Timeless
from schema.known_at import AtKnowledge, known_at_of
from schema.lineage import Lineage, kin
from schema.node import Node, timeless
from schema.post_history import Post, post
from schema.proposal import Proposal
from schema.request import Info
from schema.source import RegisteredSource
from schema.statutory import StatutoryTable, StatutoryTemplate, statutory_table_on, statutory_templates
from schema.structure import Structure
from schema.unit import Unit
from schema.version import Version


def _country(parent: strawberry.Parent[Timeless]) -> str | None:
    country = parent.code.partition(".")[0]
    return None if country == "int" else country


async def _structure(
    parent: strawberry.Parent[Timeless],
    info: Info,
    as_of: Annotated[
        date | None,
        strawberry.argument(description="The day; by default today where the organization is (fecha)."),
    ] = strawberry.UNSET,
    known_at: AtKnowledge = strawberry.UNSET,
) -> Any:
    known = await info.context.known(known_at_of(known_at))
    archive = await info.context.archive_of(parent.code, known)
    return archive.snapshot(as_of or info.context.consult.today(archive, known), known)


async def _diff(
    parent: strawberry.Parent[Timeless],
    info: Info,
    base: Annotated[date, strawberry.argument(description="The first day (base).")],
    target: Annotated[
        date, strawberry.argument(description="The second day, not before the first (comparada).")
    ],
    known_at: AtKnowledge = strawberry.UNSET,
) -> Any:
    known = await info.context.known(known_at_of(known_at))
    await info.context.archive_of(parent.code, known)
    return await info.context.consult.diff(parent.code, base, target, consult.KnownAt(entry=known))


async def _change_points(
    parent: strawberry.Parent[Timeless], info: Info, known_at: AtKnowledge = strawberry.UNSET
) -> list[date]:
    known = await info.context.known(known_at_of(known_at))
    return (await info.context.archive_of(parent.code, known)).change_points(known)


async def _legal_sources(
    parent: strawberry.Parent[Timeless],
    info: Info,
    known_at: AtKnowledge = strawberry.UNSET,
    first: First = DEFAULT_FIRST,
    after: After = strawberry.UNSET,
) -> Any:
    known = await info.context.known(known_at_of(known_at))
    archive = await info.context.archive_of(parent.code, known)
    records = archive.sources_at(known).values()
    return page("sources", sorted(records, key=_source_order), _source_order, first, after)


async def _proposals(
    parent: strawberry.Parent[Timeless],
    info: Info,
    known_at: AtKnowledge = strawberry.UNSET,
    first: First = DEFAULT_FIRST,
    after: After = strawberry.UNSET,
) -> Any:
    known = await info.context.known(known_at_of(known_at))
    found = await info.context.proposals(parent.code, known)
    return page("proposals", found, lambda proposal: _source_order(proposal.record), first, after)


def _source_order(record: SourceRecord) -> str:
    return f"{record.entry:010d} {record.source.key}"


async def _unit(
    parent: strawberry.Parent[Timeless],
    info: Info,
    code: Annotated[str, strawberry.argument(description="The unit's code (código).")],
) -> Any:
    return await identity(Noun.UNIT, parent.code, code, info)


async def _function(
    parent: strawberry.Parent[Timeless],
    info: Info,
    code: Annotated[str, strawberry.argument(description="The function's code (código).")],
) -> Any:
    return await identity(Noun.FUNCTION, parent.code, code, info)


@strawberry.type(
    description="An organization (organización) as an identity without a day: nothing here changes with "
    "time. Its name is in Structure.organization."
)
class Organization(Node):
    """Shows a Timeless of an organization."""

    code: str = strawberry.field(description="The permanent code, such as cl.chilecompra (código).")
    country: str | None = strawberry.field(
        resolver=_country,
        description="ISO 3166-1 alpha-2 in lower case; null for an international body (país).",
    )
    structure: Structure | None = strawberry.field(
        resolver=_structure,
        description="The structure on a day (estructura). Both times are fixed here for all below. On days "
        "that nobody has loaded it answers with coverage NONE; null only with an error.",
    )
    diff: StructureDiff | None = strawberry.field(
        resolver=_diff,
        description="What differs between two days (diferencia entre dos fechas); null only with an error.",
    )
    change_points: list[date] | None = strawberry.field(
        resolver=_change_points,
        description="The days on which the answer changes (fechas de cambio); null only with an error.",
    )
    legal_sources: Connection[RegisteredSource] | None = strawberry.field(
        resolver=_legal_sources,
        description="The sources that it registered (fuentes legales), in the order of their entries; null "
        "only with an error.",
    )
    proposals: Connection[Proposal] | None = strawberry.field(
        resolver=_proposals,
        description="What is only proposed for it (propuestas), in the order of its entries: never part of "
        "what is in force; null only with an error.",
    )
    statutory_templates: list[StatutoryTemplate] = strawberry.field(
        resolver=statutory_templates,
        description="The tables that the law of its country makes it publish, by code; none for a country "
        "without any (planillas legales).",
    )
    statutory_table: StatutoryTable | None = strawberry.field(
        resolver=statutory_table_on,
        description="One of those tables for a month or a day (planilla legal); null only with an error.",
    )
    unit: Unit | None = strawberry.field(
        resolver=_unit, description="A unit that it has or had; null for none by this code (unidad)."
    )
    post: Post | None = strawberry.field(
        resolver=post, description="A post that it has or had; null for none by this code (cargo)."
    )
    versions: Connection[Annotated[OrganizationVersion, strawberry.lazy("schema.organization")]] | None = (
        strawberry.field(
            resolver=history(
                Noun.ORGANIZATION, lambda archive, _code, known: organization_versions(archive, known)
            ),
            description="Its history (historia), oldest first; each version belongs to the change point at "
            "which it began; null only with an error.",
        )
    )
    function: Function | None = strawberry.field(
        resolver=_function, description="A function that it has or had; null for none by this code (función)."
    )
    external_ids: list[ExternalId] | None = strawberry.field(
        resolver=external_ids,
        description="What other systems call it, by system and value (identificadores externos); null only "
        "with an error.",
    )
    predecessors: list[Lineage] | None = strawberry.field(
        resolver=kin(Noun.ORGANIZATION, "predecessors"),
        description="The organizations that it came out of, as said on a day (antecesoras); null only with "
        "an error.",
    )
    successors: list[Lineage] | None = strawberry.field(
        resolver=kin(Noun.ORGANIZATION, "successors"),
        description="The organizations that came out of it, as said on a day (sucesoras); null only with an "
        "error.",
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return timeless(value, Noun.ORGANIZATION)


def _organization(parent: strawberry.Parent[views.OrganizationVersion]) -> Any:
    return Timeless(Noun.ORGANIZATION, parent.code, parent.code)


@strawberry.type(
    description="An organization as it is from one change point on (versión de una organización)."
)
class OrganizationVersion(Version):
    """Shows organica.register.views.OrganizationVersion."""

    organization: Organization = strawberry.field(
        resolver=_organization, description="The organization without a day (organización)."
    )
    name: str = strawberry.field(description="Its name (nombre).")
    acronym: str | None = strawberry.field(description="Its acronym (sigla).")
    time_zone: str | None = strawberry.field(
        description="Its time zone, which decides what today is (zona horaria)."
    )
    attached_to: str | None = strawberry.field(
        description="The code of the body through which it answers; null for none that a source says "
        "(adscripción). It need not be in the register."
    )
    affiliations: list[str] = strawberry.field(
        description="The codes of the bodies with which it is affiliated, sorted (afiliaciones)."
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return isinstance(value, views.OrganizationVersion)
