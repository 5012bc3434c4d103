"""The changes feed in its tables: what to write of a change, and every question about them.

Takes a connection inside a transaction, or a change; returns values of the ports, or columns. Called by
readings and writing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from db import tables
from db.packing import Columns, date_columns, one_text
from db.rows import Read, read
from db.unpacking import Unpacking
from organica.domain.change import Change, ChangeKind
from organica.domain.states import Noun
from organica.register.feed import Nature, Phase, RecordedChange, TurnedDay, Wanted

_CHANGE = tables.change


def change_columns(recorded: RecordedChange) -> Columns:
    """Return the columns of a change."""
    change = recorded.change
    return {
        "seq": recorded.seq,
        "phase": recorded.phase.value,
        "nature": recorded.nature.value,
        "organization": recorded.organization,
        "entry": recorded.entry,
        "day": recorded.day,
        "kind": change.kind.value,
        "noun": change.noun.value,
        "code": change.code,
        "unit": change.unit,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        **date_columns("since", change.since),
        "legal_basis": one_text(change.legal_basis),
        "recorded_at": recorded.recorded_at,
    }


async def newest(connection: AsyncConnection) -> int:
    """Return the number of the newest change; 0 before the first."""
    return (await connection.scalar(select(func.max(_CHANGE.c.seq)))) or 0


async def read_changes(
    connection: AsyncConnection, after: int, limit: int | None, wanted: Wanted
) -> list[RecordedChange]:
    """Return the wanted changes after a number, in order."""
    query = _wanted(select(*_CHANGE.columns).where(_CHANGE.c.seq > after), wanted).order_by(_CHANGE.c.seq)
    if limit is not None:
        query = query.limit(limit)
    return await read(connection, _CHANGE, query, _opener())


def _wanted(query: Select[Any], wanted: Wanted) -> Select[Any]:
    own = _CHANGE.c
    if wanted.organization is not None:
        query = query.where(own.organization == wanted.organization)
    if wanted.unit is not None:
        left = and_(own.field == "unit", own.before == wanted.unit)
        query = query.where(or_(own.unit == wanted.unit, left))
    if wanted.effective_from is not None:
        query = query.where(own.day >= wanted.effective_from)
    if wanted.effective_until is not None:
        query = query.where(own.day < wanted.effective_until)
    return query


def _opener() -> Callable[[Read], RecordedChange]:
    unpacking = Unpacking()

    def made(columns: Read) -> RecordedChange:
        (seq, phase, nature, organization, entry, day, kind, noun, code, unit, field) = columns[:11]
        (before, after, since, since_basis, basis, recorded_at) = columns[11:]
        change = Change(
            kind=ChangeKind(kind),
            noun=Noun(noun),
            code=code,
            unit=unit,
            field=field,
            before=before,
            after=after,
            since=unpacking.maybe_date(since, since_basis),
            legal_basis=unpacking.maybe_basis("legal_basis", basis),
        )
        return RecordedChange(
            seq, Phase(phase), Nature(nature), organization, entry, day, change, recorded_at
        )

    return made


async def read_turned_days(
    connection: AsyncConnection, on: date, organization: str | None
) -> list[TurnedDay]:
    """Return up to which day each organization was turned, by code, with what decides whether it is due."""
    turned, zones, points = tables.turned_day, tables.organization_version, tables.answer_interval
    zone = (
        select(zones.c.time_zone)
        .where(zones.c.organization == turned.c.organization, zones.c.known_until.is_(None))
        .where(zones.c.in_force_day <= on, or_(zones.c.end_day.is_(None), zones.c.end_day > on))
        .order_by(zones.c.code)
        .limit(1)
        .scalar_subquery()
    )
    point = (
        select(func.min(points.c.in_force_day))
        .where(points.c.organization == turned.c.organization, points.c.known_until.is_(None))
        .where(points.c.in_force_day > turned.c.day)
        .scalar_subquery()
    )
    effective = (
        select(func.max(_CHANGE.c.day))
        .where(_CHANGE.c.organization == turned.c.organization, _CHANGE.c.phase == Phase.EFFECTIVE.value)
        .scalar_subquery()
    )
    query = select(
        turned.c.organization,
        turned.c.day,
        zone.label("time_zone"),
        point.label("next_point"),
        effective.label("last_effective"),
    ).order_by(turned.c.organization)
    if organization is not None:
        query = query.where(turned.c.organization == organization)
    return await read(connection, turned, query, lambda columns: TurnedDay(*columns))
