"""The work list (lista de pendientes): what is not known, and where somebody would look.

Takes what is wanted; shows the items of organica.register.work_list.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import strawberry

from organica.domain.ids import organization_code
from organica.domain.states import Noun
from organica.register.known_at import KnownAt
from organica.register.refusals import UnknownEntry
from organica.register.work_items import BETWEEN, BadWorkCursor, WorkKind, WorkThing, checked_place
from organica.register.work_items import WorkItem as Found
from organica.register.work_list import Asked
from schema import enums as enums
from schema.connection import DEFAULT_FIRST, After, First, PageInfo, checked_first, cursor_of, key_in
from schema.ids import ENTRY, Timeless
from schema.known_at import AtKnowledge, known_at_of
from schema.organization import Organization
from schema.refusals import BadCursor
from schema.request import Info, Request

_LIST = "work"


def _organization(parent: strawberry.Parent[Found]) -> Any:
    return Timeless(Noun.ORGANIZATION, parent.organization, parent.organization)


def _label(
    parent: strawberry.Parent[Found],
    lang: Annotated[str, strawberry.argument(description="The language: es or en (idioma).")] = "es",
) -> str:
    return parent.sentence("en" if lang == "en" else "es")


@strawberry.type(description="One thing to find out (pendiente). It has no id: it goes once it is known.")
class WorkItem:
    """Shows organica.register.work_items.WorkItem."""

    kind: WorkKind = strawberry.field(description="What is missing (tipo).")
    organization: Organization = strawberry.field(
        resolver=_organization, description="The organization (organización)."
    )
    noun: WorkThing = strawberry.field(description="The kind of thing that lacks it (cosa).")
    thing: str = strawberry.field(description="Its code, or the key of the source (código).")
    label: str = strawberry.field(
        resolver=_label, description="What is to be found out, in one sentence (descripción)."
    )
    text: str = strawberry.field(description="What was declared, printed or named, literal (texto).")
    source: str | None = strawberry.field(description="The key of the source (fuente).")
    file: str | None = strawberry.field(description="The file that it was transcribed from (archivo).")
    lines: str | None = strawberry.field(description="The lines of that file (líneas).")
    reference: str | None = strawberry.field(
        description="Of a declared gap, how a file that settles it names it: source#ref (referencia)."
    )
    count: int = strawberry.field(description="How many facts lack it (cuántos).")


@strawberry.type(description="An item with its cursor (pendiente con su cursor).")
class WorkEdge:
    """Relay's Edge."""

    node: WorkItem = strawberry.field(description="The item (pendiente).")
    cursor: str = strawberry.field(description="Its opaque place in the list (cursor).")


@strawberry.type(
    description="A page of the work list, by organization, kind and thing (página de pendientes)."
)
class WorkConnection:
    """Relay's Connection, without a total: organizations are read only as far as a page needs."""

    edges: list[WorkEdge] = strawberry.field(description="The items with their cursors (pendientes).")
    page_info: PageInfo = strawberry.field(description="Where the page stands (información de página).")


async def _goes_on(request: Request, cursor: str, known_at: KnownAt | None) -> tuple[int, str]:
    """Return the entry at which the page of a cursor was read, and its place in that list.

    REST says the same in its link to the next page. Raises: BadCursor, also where another entry is asked for.
    """
    entry, _, place = key_in(_LIST, cursor).partition(BETWEEN)
    try:
        if not ENTRY.fullmatch(entry):
            raise BadCursor(cursor=cursor)
        known = await request.known(KnownAt(entry=int(entry)))
        if known_at is not None and known_at.entry not in (None, known):
            raise BadCursor(cursor=cursor)
        return known, checked_place(place)
    except (BadWorkCursor, UnknownEntry):
        raise BadCursor(cursor=cursor) from None


async def work_list(
    info: Info,
    organization: Annotated[
        str | None, strawberry.argument(description="Only of this organization (organización).")
    ] = strawberry.UNSET,
    kinds: Annotated[
        list[WorkKind] | None, strawberry.argument(description="Only of these kinds (tipos).")
    ] = strawberry.UNSET,
    as_of: Annotated[
        date | None,
        strawberry.argument(description="The day; by default today where each organization is (fecha)."),
    ] = strawberry.UNSET,
    known_at: AtKnowledge = strawberry.UNSET,
    first: First = DEFAULT_FIRST,
    after: After = strawberry.UNSET,
) -> Any:
    """Resolve `Query.workList`."""
    size = checked_first(first)
    code = organization_code(organization) if isinstance(organization, str) else None
    cursor = after if isinstance(after, str) else None
    place = None
    if cursor is None:
        known = await info.context.known(known_at_of(known_at))
    else:
        known, place = await _goes_on(info.context, cursor, known_at_of(known_at))
    asked = Asked(code, tuple(kinds or ()), as_of or None)
    page = await info.context.work_list(asked, known, size, place)
    shown: Any = WorkEdge
    edges = [
        shown(node=item, cursor=cursor_of(_LIST, f"{page.known}{BETWEEN}{item.place}")) for item in page.items
    ]
    return WorkConnection(
        edges=edges,
        page_info=PageInfo(
            has_next_page=page.more,
            has_previous_page=cursor is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
    )
