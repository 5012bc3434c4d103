"""A child that enacts one resolution after the other until it is killed, by its parent or at a named point.

Takes a database, an organization of its own and a point; tells over a pipe that it is ready, and each entry
after `enact` has returned it: only then is the entry acknowledged. Started by tests/campaigns/kills.py.

The storage is the real one. What kills is wrapped around its write transaction here, so that no code that
runs in production knows of it.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection
from typing import Any

from db.engine import make_engine
from db.store import Store
from db.writing import WriteTransaction
from organica.domain.errors import Unavailable
from organica.register.enact import enact
from tests.campaigns.resolutions import numbered

WRITES = (
    *("append", "keep_source", "close", "insert", "close_texts", "insert_texts"),
    *("append_changes", "set_turned_day"),
)
# Where a child kills itself; None stands for a kill from outside, at any instant.
POINTS = (
    *(f"{when} {write}" for write in WRITES for when in ("before", "after")),
    "before commit",
    "after commit",
)
READY = 0
MOST_RESOLUTIONS = 200


def enact_until_killed(
    url: str, organization: str, acknowledged: Connection[int, int], point: str | None, turn: int
) -> None:
    """Enact; at resolution number `turn` the child kills itself at `point`."""
    asyncio.run(_enact(url, organization, acknowledged, point, turn))


async def _enact(
    url: str, organization: str, acknowledged: Connection[int, int], point: str | None, turn: int
) -> None:
    store = _Doomed(make_engine(url))
    await store.head()
    acknowledged.send(READY)
    for number in range(1, MOST_RESOLUTIONS + 1):
        store.doom = point if number == turn else None
        try:
            outcome = await enact(store, numbered(organization, number))
        except Unavailable:  # The server was killed instead of this child.
            break
        acknowledged.send(outcome.entry)
    await store.close()


class _Doomed(Store):
    """A store whose process ends at the point `doom`, as if the machine's operator had killed it."""

    doom: str | None = None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[WriteTransaction]:
        async with super().writing() as transaction:
            for write in WRITES:
                setattr(transaction, write, self._around(write, getattr(transaction, write)))
            yield transaction
            self._die_at("before commit")
        self._die_at("after commit")

    def _around(
        self, write: str, carry_out: Callable[..., Awaitable[None]]
    ) -> Callable[..., Awaitable[None]]:
        async def wrapped(*arguments: Any) -> None:
            self._die_at(f"before {write}")
            await carry_out(*arguments)
            self._die_at(f"after {write}")

        return wrapped

    def _die_at(self, point: str) -> None:
        if self.doom == point:
            os.kill(os.getpid(), signal.SIGKILL)
