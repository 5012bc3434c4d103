"""Rows one by one, so that the first that does not say what the register wrote is named.

Takes a query over one table and what makes a value of a row; returns the values, or raises UnreadableRow with
the table and the row's key. Called by readings. SQLite keeps any value in any column, and who alters a
database needs no driver of ours: a bad date or kind must not end a reader or `verify` with a traceback.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, Table, Text, cast, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from organica.domain.errors import Refused
from organica.register.refusals import UnreadableRow
from organica.register.turns import Slices

Read = Sequence[Any]
Value = TypeVar("Value")
_STRANGE = (Refused, ValueError, TypeError, LookupError, AttributeError)


async def read(
    connection: AsyncConnection, table: Table, query: Select[Any], made: Callable[[Read], Value]
) -> list[Value]:
    """Return what the rows of a query say, in its order, which must be total; a slice at a time.

    Raises: UnreadableRow for the first row that cannot be read, or whose values are of other types than
    its columns.
    """
    found: list[Value] = []
    slices = Slices()
    accepted: set[tuple[type, ...]] = set()
    try:
        result = await connection.execute(query)
    except (
        OverflowError
    ) as error:  # An instant beyond Python's years; asyncpg meets it before any row is here.
        key = await _key_of(connection, table, query, await _place_of_overflow(connection, query))
        raise UnreadableRow(table=table.name, key=key, cause=_words(error)) from error
    try:
        for columns in result:
            types = tuple(map(type, columns))
            if types not in accepted:
                _refuse_other_types(query, types)
                accepted.add(types)
            found.append(made(columns))
            if slices.over():
                await slices.turn()
    except _STRANGE as error:
        key = await _key_of(connection, table, query, len(found))
        raise UnreadableRow(table=table.name, key=key, cause=_words(error)) from error
    return found


def _refuse_other_types(query: Select[Any], types: tuple[type, ...]) -> None:
    for column, found in zip(query.selected_columns, types, strict=True):
        absent = found is type(None) and getattr(column, "nullable", True)
        if not absent and found is not column.type.python_type:
            raise TypeError(f"{column.key} is of type {found.__name__}")


async def _place_of_overflow(connection: AsyncConnection, query: Select[Any]) -> int:
    """Return the place of the first row that the driver cannot read, by halves."""
    readable = 0
    unreadable = await connection.scalar(select(func.count()).select_from(query.subquery())) or 0
    while unreadable - readable > 1:
        middle = (readable + unreadable) // 2
        try:
            await connection.execute(query.limit(middle))
            readable = middle
        except OverflowError:
            unreadable = middle
    return readable


async def _key_of(connection: AsyncConnection, table: Table, query: Select[Any], place: int) -> str:
    """Return the key of the row at a place, as text: even a part of the key may be what cannot be read."""
    columns = [cast(column, Text) for column in table.primary_key.columns]
    row = (await connection.execute(query.with_only_columns(*columns).offset(place).limit(1))).one()
    return " ".join(str(part) for part in row)


def _words(error: Exception) -> str:
    return error.sentence("en") if isinstance(error, Refused) else f"{type(error).__name__}: {error}"
