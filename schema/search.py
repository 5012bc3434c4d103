"""Search (búsqueda): who does what, in the words of whoever asks.

Takes a question; shows the hits of organica.register.search.finding, most telling first.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, TypeAlias

import strawberry

from organica.domain.ids import organization_code
from organica.domain.states import Noun
from organica.register.search import finding as register
from organica.register.search.places import Question
from organica.register.search.refusals import BadSearchCursor
from organica.register.search.texts import SearchField
from schema.connection import After, PageInfo, checked_first, cursor_of, key_in
from schema.function import FunctionVersion
from schema.ids import Timeless
from schema.known_at import AtKnowledge, known_at_of
from schema.organization import Organization, OrganizationVersion
from schema.post import PostVersion
from schema.programme import ProgrammeVersion
from schema.refusals import BadCursor
from schema.request import Info
from schema.unit import UnitVersion

DEFAULT_HITS = 20
_LIST = "search"

SearchFirst: TypeAlias = Annotated[
    int | None, strawberry.argument(description="How many to return, 1 to 200 (cuántos).")
]
Searched: TypeAlias = Annotated[
    UnitVersion | FunctionVersion | PostVersion | ProgrammeVersion,
    strawberry.union(
        "Searched",
        description="What a search finds: a unit, a function, a post or a programme of the day (lo "
        "encontrado).",
    ),
]


@strawberry.type(description="A word of a text that was looked for (marca), in Unicode characters from 0.")
class SearchMark:
    """A run of characters."""

    start: int = strawberry.field(description="The place of its first character (inicio).")
    end: int = strawberry.field(description="The place behind its last character (fin).")


def _organization(parent: strawberry.Parent[register.Hit]) -> Any:
    code = parent.snapshot.organization_code
    return Timeless(Noun.ORGANIZATION, code, code)


def _organization_version(parent: strawberry.Parent[register.Hit]) -> Any:
    return parent.snapshot.organization


def _marks(parent: strawberry.Parent[register.Hit]) -> Any:
    return [SearchMark(start=start, end=end) for start, end in parent.marks]


@strawberry.type(
    description="Something that a search found (resultado). It has no id: what it found has one."
)
class SearchHit:
    """Shows organica.register.search.finding.Hit."""

    thing: Searched = strawberry.field(description="What was found, as it is on the day (lo encontrado).")
    unit: UnitVersion | None = strawberry.field(
        description="The unit that it is, that it is in or that runs it; null for a programme that no unit "
        "is known to run (unidad)."
    )
    organization: Organization = strawberry.field(
        resolver=_organization, description="The organization that it belongs to (organización)."
    )
    organization_version: OrganizationVersion | None = strawberry.field(
        resolver=_organization_version,
        description="The organization as it is on the day; null where nothing says what it is (versión de la "
        "organización).",
    )
    field: SearchField = strawberry.field(description="Which of its texts tells most (texto encontrado).")
    text: str = strawberry.field(description="That text, literally (texto).")
    marks: list[SearchMark] = strawberry.field(
        resolver=_marks, description="The words in it that were looked for, in their order (marcas)."
    )
    score: float = strawberry.field(
        description="From 0 to 1; from 0.5 on it has all the words that were looked for (puntaje)."
    )


@strawberry.type(description="A hit with its cursor (resultado con su cursor).")
class SearchEdge:
    """Relay's Edge."""

    node: SearchHit = strawberry.field(description="The hit (resultado).")
    cursor: str = strawberry.field(description="Its opaque place in the list (cursor).")


@strawberry.type(description="A page of what a search found, most telling first (página de resultados).")
class SearchConnection:
    """Relay's Connection."""

    edges: list[SearchEdge] = strawberry.field(description="The hits with their cursors (resultados).")
    page_info: PageInfo = strawberry.field(description="Where the page stands (información de página).")
    total_count: int = strawberry.field(description="How many were found in all (total).")


async def search(
    info: Info,
    text: Annotated[
        str,
        strawberry.argument(
            description="What is looked for, in plain Spanish, up to 200 characters; accents, plurals and "
            'words such as "quién" make no difference (pregunta).'
        ),
    ],
    as_of: Annotated[
        date | None,
        strawberry.argument(description="The day; by default today where each organization is (fecha)."),
    ] = strawberry.UNSET,
    known_at: AtKnowledge = strawberry.UNSET,
    organization: Annotated[
        str | None, strawberry.argument(description="Only in this organization (organización).")
    ] = strawberry.UNSET,
    first: SearchFirst = DEFAULT_HITS,
    after: After = strawberry.UNSET,
) -> Any:
    """Resolve `Query.search`."""
    size = DEFAULT_HITS if first is None else checked_first(first)
    code = organization_code(organization) if isinstance(organization, str) else None
    question = Question(text, as_of or None, known_at_of(known_at), code)
    cursor = after if isinstance(after, str) else None
    place = None if cursor is None else key_in(_LIST, cursor)
    try:
        page = await info.context.search(question, size, place)
    except BadSearchCursor:
        raise BadCursor(cursor=cursor) from None
    return _shown(page, started=cursor is None)


def _shown(page: register.SearchPage, *, started: bool) -> SearchConnection:
    shown: Any = SearchEdge
    edges = [shown(node=hit, cursor=cursor_of(_LIST, hit.place)) for hit in page.hits]
    return SearchConnection(
        edges=edges,
        page_info=PageInfo(
            has_next_page=page.more,
            has_previous_page=not started,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        total_count=page.total,
    )
