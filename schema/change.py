"""The changes feed (cambios): what the register recorded and what took effect, each under its number."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import strawberry

from organica.domain.ids import organization_code, unit_code
from organica.domain.states import Noun
from organica.register.change_pages import ChangePage
from organica.register.feed import Nature, Phase, RecordedChange, Wanted
from schema.connection import After, Edge, First, PageInfo, checked_first, cursor_of, key_in
from schema.diff import Change, shown_change
from schema.ids import Timeless
from schema.organization import Organization
from schema.refusals import BadCursor
from schema.request import Info

DEFAULT_CHANGES = 100
MAX_SEQ_DIGITS = 9
_LIST = "changes"


@strawberry.type(
    description="A change as it stands in the feed for ever (cambio registrado): recorded by an entry, or "
    "taking effect on its day."
)
class ChangeRecord:
    """Shows organica.register.feed.RecordedChange."""

    seq: int = strawberry.field(description="Its number in the whole register, from 1 without gaps (número).")
    phase: Phase = strawberry.field(description="Whether it was recorded or took effect (fase).")
    nature: Nature = strawberry.field(description="Whether the law changed, or the register (naturaleza).")
    organization: Organization = strawberry.field(description="Of which organization (organización).")
    entry: int = strawberry.field(
        description="The entry that brought it; of one that took effect, the newest then (asiento)."
    )
    day: date = strawberry.field(description="From which day it holds (desde).")
    recorded_at: datetime = strawberry.field(description="When the register said so (registrado el).")
    change: Change = strawberry.field(description="What changed, and by which act (cambio).")


@strawberry.type(
    description="A page of the changes feed (página de cambios), in the order in which they were told."
)
class ChangeRecordConnection:
    """Relay's Connection, without a total: the feed has no end."""

    edges: list[Edge[ChangeRecord]] = strawberry.field(
        description="The changes with their cursors (cambios)."
    )
    page_info: PageInfo = strawberry.field(
        description="Where the page stands; endCursor stays the one that was given while nothing is new, so "
        "it is always where to go on (información de página)."
    )


async def changes(
    info: Info,
    organization: Annotated[
        str | None, strawberry.argument(description="Only of this organization (organización).")
    ] = strawberry.UNSET,
    unit: Annotated[
        str | None,
        strawberry.argument(description="Only in this unit of the organization, or out of it (unidad)."),
    ] = strawberry.UNSET,
    effective_from: Annotated[
        date | None, strawberry.argument(description="Only those that hold from this day or later (desde).")
    ] = strawberry.UNSET,
    effective_until: Annotated[
        date | None, strawberry.argument(description="Only those that hold from before this day (hasta).")
    ] = strawberry.UNSET,
    first: First = DEFAULT_CHANGES,
    after: After = strawberry.UNSET,
) -> Any:
    """Resolve `Query.changes`."""
    # What no code can be is not asked of the storage, which may refuse it in its own way (a NUL, for one).
    wanted = Wanted(
        organization_code(organization) if organization else None,
        unit_code(unit) if unit else None,
        effective_from or None,
        effective_until or None,
    )
    size = DEFAULT_CHANGES if first is None else checked_first(first)
    since = _seq_in(after) if isinstance(after, str) else 0
    page = await info.context.consult.changes(since, size, wanted)
    return _shown(page, after if isinstance(after, str) else None)


def _seq_in(cursor: str) -> int:
    """Return the number inside a cursor. Raises: BadCursor unless this list wrote it."""
    key = key_in(_LIST, cursor)
    if not (key.isascii() and key.isdecimal()) or len(key) > MAX_SEQ_DIGITS:
        raise BadCursor(cursor=cursor)
    return int(key)


def _shown(page: ChangePage, after: str | None) -> ChangeRecordConnection:
    shown: Any = Edge
    edges = [shown(node=_record(page, each), cursor=cursor_of(_LIST, str(each.seq))) for each in page.changes]
    return ChangeRecordConnection(
        edges=edges,
        page_info=PageInfo(
            has_next_page=page.more,
            has_previous_page=after is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else after,
        ),
    )


def _record(page: ChangePage, recorded: RecordedChange) -> ChangeRecord:
    shown: Any = ChangeRecord
    record: ChangeRecord = shown(
        seq=recorded.seq,
        phase=recorded.phase,
        nature=recorded.nature,
        organization=Timeless(Noun.ORGANIZATION, recorded.organization, recorded.organization),
        entry=recorded.entry,
        day=recorded.day,
        recorded_at=recorded.recorded_at,
        change=shown_change(recorded.change, page.basis_view(recorded)),
    )
    return record
