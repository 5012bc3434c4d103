"""Reading the register that the settings name, for the time of one command.

Gives the reads over an opened store, or refuses as `opening` does. Called by the commands that only read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from api.commands.asking import settings
from api.commands.opening import opened
from organica.register.consult import Consult


@asynccontextmanager
async def consulting() -> AsyncIterator[Consult]:
    """Give the reads of the register, and close it afterwards. Raises: what `opened` raises."""
    async with opened(settings().database_url) as register:
        yield Consult(register)
