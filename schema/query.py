"""The entrances of the contract (consultas): organizations, units, sources, and whatever has an id."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from organica.domain.states import Noun
from organica.register.watching import note_newest
from schema.change import ChangeRecordConnection, changes
from schema.connection import DEFAULT_FIRST, After, Connection, First, page
from schema.external_id import unit_by_external_id
from schema.history import identity
from schema.ids import Timeless, resolve, source_in
from schema.known_at import AtKnowledge, known_at_of
from schema.node import Node
from schema.organization import Organization
from schema.programme import Programme, programme
from schema.proposal import Proposal, proposal
from schema.refusals import AmbiguousSource
from schema.request import Info
from schema.search import SearchConnection, search
from schema.source import LegalSource
from schema.unit import Unit
from schema.vocabulary import Concept, vocabularies
from schema.work import WorkConnection, work_list

OrganizationCode = Annotated[
    str, strawberry.argument(description="The organization's code, such as cl.chilecompra (organización).")
]


async def _organization(
    info: Info,
    code: Annotated[str, strawberry.argument(description="The code, such as cl.chilecompra (código).")],
) -> Any:
    archive = await info.context.archive(code)
    return Timeless(Noun.ORGANIZATION, code, code) if archive else None


async def _organizations(
    info: Info,
    country: Annotated[
        str | None,
        strawberry.argument(description="Only those of this country, ISO 3166-1 alpha-2, or int (país)."),
    ] = strawberry.UNSET,
    known_at: AtKnowledge = strawberry.UNSET,
    first: First = DEFAULT_FIRST,
    after: After = strawberry.UNSET,
) -> Any:
    codes = await info.context.organizations(await info.context.known(known_at_of(known_at)))
    start = f"{country.lower()}." if country else ""
    found = [Timeless(Noun.ORGANIZATION, code, code) for code in codes if code.startswith(start)]
    return page("organizations", found, lambda organization: organization.code, first, after)


async def _unit(
    info: Info,
    organization: OrganizationCode,
    code: Annotated[str, strawberry.argument(description="The unit's code (código).")],
) -> Any:
    return await identity(Noun.UNIT, organization, code, info)


async def _legal_source(
    info: Info,
    id: Annotated[
        strawberry.ID | None, strawberry.argument(description="Its id (identificador).")
    ] = strawberry.UNSET,
    organization: Annotated[
        str | None,
        strawberry.argument(description="Its organization (organización), where a citation is given."),
    ] = strawberry.UNSET,
    citation: Annotated[
        str | None, strawberry.argument(description="How people cite it, in any case (cita).")
    ] = strawberry.UNSET,
) -> Any:
    if bool(id) == bool(citation) or bool(citation) != bool(organization):
        raise AmbiguousSource()
    if id:
        kind, _, path = id.partition("/")
        return await source_in(path, info.context) if kind == "source" else None
    note_newest()
    archive = await info.context.archive(organization or "")
    wanted = _plain(citation or "")
    records = archive.sources_at(archive.head).values() if archive else ()
    keys = (record.source.key for record in records if _plain(record.source.citation) == wanted)
    found = next(keys, None)
    return await info.context.source(found) if found else None


def _plain(citation: str) -> str:
    """Return a citation without the differences that people do not mean: case and spaces."""
    return " ".join(citation.casefold().split())


async def _node(
    info: Info,
    id: Annotated[strawberry.ID, strawberry.argument(description="The id, as it was given (identificador).")],
) -> Any:
    found = await resolve(id, info.context)
    if found is None:
        note_newest()  # It may come into being.
    return found


@strawberry.type(
    description="The entrances (consultas). Null means that there is no such thing; faults are in `errors`, "
    "each with `extensions {code, facts, remedy}`, in Spanish or, by Accept-Language, in English."
)
class Query:
    """The root."""

    organization: Organization | None = strawberry.field(
        resolver=_organization, description="One organization; null for none by this code (organización)."
    )
    organizations: Connection[Organization] | None = strawberry.field(
        resolver=_organizations,
        description="The organizations by code (organizaciones); null only with an error, such as a cursor "
        "of another list.",
    )
    unit: Unit | None = strawberry.field(
        resolver=_unit, description="A unit of any time; null for none by this code (unidad)."
    )
    programme: Programme | None = strawberry.field(
        resolver=programme,
        description="A programme or a service of any time; null for none by this code (programa).",
    )
    unit_by_external_id: Unit | None = strawberry.field(
        resolver=unit_by_external_id,
        description="The unit of an organization that another system calls so; null where none is (unidad).",
    )
    legal_source: LegalSource | None = strawberry.field(
        resolver=_legal_source,
        description="A legal source, by its id or by organization and citation (fuente legal).",
    )
    proposal: Proposal | None = strawberry.field(
        resolver=proposal,
        description="What a source proposes, by its id or its source's key; null for none (propuesta).",
    )
    search: SearchConnection | None = strawberry.field(
        resolver=search,
        description="Who does what: the units, functions, posts and programmes in force whose texts have the "
        "words of a question, most telling first (búsqueda); null only with an error. Pages go on with what "
        "the register knew at the first one.",
    )
    changes: ChangeRecordConnection | None = strawberry.field(
        resolver=changes,
        description="What the register recorded and what took effect, in the order in which it said so, from "
        "a cursor that never expires (cambios). Organization.diff compares two days; this is what happened; "
        "null only with an error.",
    )
    work_list: WorkConnection | None = strawberry.field(
        resolver=work_list,
        description="What is not known, as of a day: declared gaps, unresolved mentions, missing legal "
        "fields (lista de pendientes); null only with an error. Pages go on with what the register knew at "
        "the first one.",
    )
    vocabularies: list[Concept] = strawberry.field(
        resolver=vocabularies,
        description="What countries call kinds of sources, ranks of units, capacities and links, by scheme, "
        "country and code (vocabularios).",
    )
    node: Node | None = strawberry.field(
        resolver=_node, description="Whatever has this id; null for an unknown or malformed id (nodo)."
    )
