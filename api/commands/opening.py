"""Opening the register that the settings name, for the time of one command.

Gives a store whose database has this release's tables, or refuses. Called by every command that reads or
writes the register.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.failing import WrongUsage
from organica.register.refusals import DatabaseNotMigrated

# The storage is imported when it is opened: `read`, `plan` and every --help would wait for it in vain.
if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from db.store import Store


@asynccontextmanager
async def connected(address: str) -> AsyncIterator[AsyncEngine]:
    """Give an engine on the database, whatever its tables are, and close it afterwards.

    Raises: WrongUsage for an address of no use.
    """
    from db.engine import make_engine
    from db.urls import BadDatabaseUrl

    try:
        engine = make_engine(address)
    except BadDatabaseUrl as refusal:
        raise WrongUsage(refusal) from refusal
    try:
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Store]:
    """Open the register and close it afterwards.

    Raises: WrongUsage for an address of no use, DatabaseNotMigrated, DatabaseNewer, StorageOutOfReach.
    """
    from db.migrate import require_current
    from db.store import Store

    _refuse_missing_file(address)
    async with connected(address) as engine:
        await require_current(engine)
        yield Store(engine)


def _refuse_missing_file(address: str) -> None:
    """Refuse before SQLite makes an empty file: a mistyped path leaves nothing behind."""
    from db.revisions import newest_revision
    from db.urls import BadDatabaseUrl, database_url, file_of

    try:
        path = file_of(database_url(address))
    except BadDatabaseUrl as refusal:
        raise WrongUsage(refusal) from refusal
    if path is not None and not Path(path).exists():
        raise DatabaseNotMigrated(found=None, wanted=newest_revision())
