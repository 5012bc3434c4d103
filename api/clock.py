"""The server's clock: while it serves, days pass, and what takes effect goes into the feed.

Takes the register; turns its days at once and every minute after. Called by the process that serves.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from organica.domain.errors import Refused
from organica.register.enact import Clock, utc_now
from organica.register.ports import Appends
from organica.register.refusals import StorageReadOnly
from organica.register.turn_day import turn_day

# A midnight is told at most this much later. Asking whether one has passed is a single small query.
TURN_EVERY_S = 60.0
_log = logging.getLogger("organica.clock")


@asynccontextmanager
async def turning(
    register: Appends, *, clock: Clock = utc_now, every_s: float = TURN_EVERY_S
) -> AsyncIterator[None]:
    """Turn the register's days for as long as the block runs."""
    task = asyncio.create_task(keep_turning(register, clock, every_s), name="organica-clock")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def keep_turning(register: Appends, clock: Clock, every_s: float) -> None:
    """Turn the days until cancelled; return at once from a storage that cannot be written.

    A storage out of reach or busy is asked again next time. Nothing that fails here stops the server, which
    answers without its clock as well.
    """
    while True:
        try:
            told = await turn_day(register, clock)
            if told:
                _log.info("%d changes took effect", told)
        except StorageReadOnly as refusal:
            _log.warning("no day is turned here, because the storage is read-only: %s", refusal)
            return
        except Refused as refusal:
            _log.warning("the days were not turned: %s", refusal)
        except Exception:
            _log.exception("the days were not turned")
        await asyncio.sleep(every_s)
