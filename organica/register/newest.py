"""The register's newest entry, as one process knows it.

Takes how to read it; gives its index, never older than a second and never going back. Used by consult. Where
nobody follows the register, a reader reads it anew a quarter of a second later; a server follows it, so that
its readers need not wait for the storage.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from time import monotonic

READ_EVERY_S = 0.25
OLDEST_S = 1.0
_log = logging.getLogger("organica.register")


class NewestEntry:
    """What is known of the newest entry; 0 before it was read for the first time."""

    def __init__(self, read: Callable[[], Awaitable[int]]) -> None:
        self._read = read
        self._read_at = float("-inf")
        self._reading = asyncio.Lock()
        self._fresh_s = READ_EVERY_S
        self.known = 0

    async def index(self, at_least: int = 0) -> int:
        """Return its index.

        `at_least`: one that a reader must see, which makes an older answer be read again.
        """
        asked_at = monotonic()
        if self._suffices(at_least, asked_at):
            return self.known
        async with self._reading:
            # Whoever waited shares the answer of a reading that began after it asked.
            if self._read_at < asked_at and not self._suffices(at_least, monotonic()):
                await self._read_now()
        return self.known

    @asynccontextmanager
    async def followed(self) -> AsyncIterator[None]:
        """Read it again and again for as long as the block runs; readers then wait only where that fails."""
        self._fresh_s = OLDEST_S
        task = asyncio.create_task(self._follow(), name="organica-newest-entry")
        try:
            yield
        finally:
            self._fresh_s = READ_EVERY_S
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _follow(self) -> None:
        while True:
            try:
                async with self._reading:
                    await self._read_now()
            except Exception as failure:
                # Whoever asks next reads for itself, and is told what is wrong.
                _log.warning("the newest entry was not read: %s", failure)
            await asyncio.sleep(READ_EVERY_S)

    async def _read_now(self) -> None:
        began_at = monotonic()
        self.known = max(self.known, await self._read())
        self._read_at = began_at

    def _suffices(self, at_least: int, now: float) -> bool:
        return self.known >= at_least and now - self._read_at <= self._fresh_s
