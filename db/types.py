"""Column types that keep and sort alike on SQLite and PostgreSQL.

Called by tables; the migrations repeat them in plain words, because a migration never changes afterwards.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from db.faults import UnstorableValue

_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"


class Words(TypeDecorator[str]):
    """Text that compares by code point on both engines.

    PostgreSQL would sort by the server's locale without its "C" collation; SQLite compares bytes of itself.
    PostgreSQL keeps no NUL character and SQLite would, so it is refused before either sees it.
    """

    impl = Text
    cache_ok = True
    python_type = str

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        # Not through `dialect.type_descriptor`: asyncpg's would make VARCHAR of TEXT in CREATE TABLE.
        return Text(collation="C" if dialect.name == "postgresql" else None)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is not None and "\x00" in value:
            raise UnstorableValue(cause="U+0000")
        return value


class Instant(TypeDecorator[datetime]):
    """An aware instant in UTC with microseconds.

    SQLite has no such type, so it keeps text of one width, whose order is the order of time.
    """

    impl = DateTime(timezone=True)
    cache_ok = True
    python_type = datetime

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return DateTime(timezone=True) if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs its time zone: a naive one means another on each machine.")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.strftime(_INSTANT)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        instant = datetime.strptime(str(value), _INSTANT).replace(tzinfo=UTC)
        # strptime takes "t" and "z" as well, which sort elsewhere: the order would not be that of time.
        if instant.strftime(_INSTANT) != value:
            raise ValueError(f"{value!r} is not how an instant is written")
        return instant
