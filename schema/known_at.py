"""The state of knowledge that a reader asks with (conocimiento). Made into the register's own KnownAt."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, TypeAlias

import strawberry

from organica.register import consult


@strawberry.input(
    one_of=True,
    description="With which knowledge to answer (según lo conocido): what the register knew at an instant, "
    "or at one of its entries. Exactly one of the two.",
)
class KnownAt:
    """An instant, or the index of an entry."""

    instant: datetime | None = strawberry.field(
        default=strawberry.UNSET, description="What the register knew at this instant (instante)."
    )
    entry: int | None = strawberry.field(
        default=strawberry.UNSET,
        description="What it knew when this entry was its newest (asiento); Structure.basis gives one.",
    )


def known_at_of(written: KnownAt | None) -> consult.KnownAt | None:
    """Return the question as the register asks it; None means with all that it knows."""
    if not written:
        return None
    if written.entry is not None and written.entry is not strawberry.UNSET:
        return consult.KnownAt(entry=written.entry)
    return consult.KnownAt(instant=written.instant or None)


AtKnowledge: TypeAlias = Annotated[
    KnownAt | None,
    strawberry.argument(description="With which knowledge; by default all of it (según lo conocido)."),
]
