"""Pages of lists, after Relay's connections (listas por páginas).

Takes a sequence in the order of a permanent key; returns one page of it. Cursors hold the key of an item,
never its position, so that what is inserted in between neither repeats nor hides anything. Source:
https://relay.dev/graphql/connections.htm
"""

from __future__ import annotations

import base64
import binascii
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeAlias, TypeVar

import strawberry

from schema.refusals import BadCursor, PageSizeOutOfRange

MAX_FIRST = 200
DEFAULT_FIRST = 50
MAX_CURSOR_CHARACTERS = 800

T = TypeVar("T")
V = TypeVar("V")

First: TypeAlias = Annotated[
    int | None, strawberry.argument(description=f"How many to return, 1 to {MAX_FIRST} (cuántos).")
]
After: TypeAlias = Annotated[
    str | None, strawberry.argument(description="The cursor after which to go on (a continuación de).")
]


@strawberry.type(description="Where a page stands in its list (información de página).")
class PageInfo:
    """Relay's PageInfo."""

    has_next_page: bool = strawberry.field(description="Whether more follow (hay más).")
    has_previous_page: bool = strawberry.field(description="Whether some come before (hay anteriores).")
    start_cursor: str | None = strawberry.field(description="The cursor of the first item (primer cursor).")
    end_cursor: str | None = strawberry.field(
        description="The cursor of the last item; give it as `after` to go on (último cursor)."
    )


@strawberry.type(description="One item of a list with its cursor (elemento).")
class Edge(Generic[T]):
    """Relay's Edge."""

    node: T = strawberry.field(description="The item (elemento).")
    cursor: str = strawberry.field(description="Its opaque place in the list (cursor).")


def _total(parent: strawberry.Parent[Any]) -> int:
    return len(parent.everything)


@strawberry.type(description="One page of a list (página de una lista).")
class Connection(Generic[T]):
    """Relay's Connection. The total is counted only for those who ask."""

    edges: list[Edge[T]] = strawberry.field(description="The items with their cursors (elementos).")
    page_info: PageInfo = strawberry.field(description="Where the page stands (información de página).")
    everything: strawberry.Private[Sequence[Any]]

    total_count: int = strawberry.field(resolver=_total, description="How many the whole list has (total).")


def page(
    name: str, items: Sequence[V], key: Callable[[V], str], first: int | None, after: str | None
) -> Connection[Any]:
    """Return one page of a list that is sorted by its key.

    `name` marks the list's cursors, so that those of another list are refused.
    Raises: PageSizeOutOfRange, BadCursor.
    """
    size = checked_first(first)
    start = bisect_right(items, key_in(name, after), key=key) if isinstance(after, str) else 0
    shown = items[start : start + size]
    edges = [Edge(node=item, cursor=cursor_of(name, key(item))) for item in shown]
    return Connection(
        edges=edges,
        page_info=PageInfo(
            has_next_page=start + len(shown) < len(items),
            has_previous_page=start > 0,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        everything=items,
    )


def checked_first(first: int | None) -> int:
    """Return how many to show. Raises: PageSizeOutOfRange."""
    if first is None:
        return DEFAULT_FIRST
    if not 1 <= first <= MAX_FIRST:
        raise PageSizeOutOfRange(first=first, limit=MAX_FIRST)
    return first


def cursor_of(name: str, key: str) -> str:
    """Return the cursor of an item: its key, under the name of its list."""
    return base64.urlsafe_b64encode(f"{name}:{key}".encode()).decode().rstrip("=")


def key_in(name: str, cursor: str) -> str:
    """Return the key inside a cursor. Raises: BadCursor unless this list wrote it."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        written = base64.b64decode(padded, altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError):
        written = ""
    prefix, _, key = written.partition(":")
    if prefix != name or len(cursor) > MAX_CURSOR_CHARACTERS or cursor_of(name, key) != cursor:
        raise BadCursor(cursor=cursor[:MAX_CURSOR_CHARACTERS])
    return key
