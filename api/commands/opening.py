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
from organica.domain.errors import Says
from organica.register.refusals import DatabaseNotMigrated, StorageOutOfReach

# The storage is imported when it is opened: `read`, `plan` and every --help would wait for it in vain.
if TYPE_CHECKING:
    from sqlalchemy import URL
    from sqlalchemy.ext.asyncio import AsyncEngine

    from db.store import Store

NO_SUCH_DATABASE = "3D000"  # invalid_catalog_name


class DatabaseFileMissing(DatabaseNotMigrated):
    """The SQLite file of the settings does not exist."""

    says = Says(
        es="No existe el archivo de la base de datos {database}.",
        en="The database file {database} does not exist.",
    )
    remedy = Says(
        es="Créelo con «organica migrate», o revise ORGANICA_DATABASE_URL.",
        en="Create it with `organica migrate`, or check ORGANICA_DATABASE_URL.",
    )


class FileOutOfReach(StorageOutOfReach):
    """The SQLite file of the settings cannot be used: no server is to blame."""

    says = Says(
        es="No se puede usar el archivo de la base de datos {database}: {cause}",
        en="The database file {database} cannot be used: {cause}",
    )
    remedy = Says(
        es="Revise ORGANICA_DATABASE_URL, y que el archivo sea de Orgánica y se pueda leer.",
        en="Check ORGANICA_DATABASE_URL, and that the file is Orgánica's and can be read.",
    )


class ServerOutOfReach(StorageOutOfReach):
    """The PostgreSQL server of the settings does not answer, or does not let us in."""

    remedy = Says(
        es="Revise ORGANICA_DATABASE_URL y que el servidor de PostgreSQL esté en marcha.",
        en="Check ORGANICA_DATABASE_URL and that the PostgreSQL server is running.",
    )


class ServerLacksDatabase(StorageOutOfReach):
    """The PostgreSQL server answers and has no database of that name."""

    says = Says(
        es="El servidor de PostgreSQL no tiene la base de datos «{database}».",
        en="The PostgreSQL server has no database “{database}”.",
    )
    remedy = Says(
        es="Créela con «createdb {database}» (o CREATE DATABASE), o revise ORGANICA_DATABASE_URL.",
        en="Create it with `createdb {database}` (or CREATE DATABASE), or check ORGANICA_DATABASE_URL.",
    )


@asynccontextmanager
async def connected(address: str) -> AsyncIterator[AsyncEngine]:
    """Give an engine on the database, whatever its tables are, and close it afterwards.

    Raises: WrongUsage for an address of no use; StorageOutOfReach in the words of its engine.
    """
    from db.engine import make_engine
    from db.urls import BadDatabaseUrl, database_url

    try:
        engine = make_engine(address)
    except BadDatabaseUrl as refusal:
        raise WrongUsage(refusal) from refusal
    except StorageOutOfReach as refusal:
        raise _of_engine(refusal, database_url(address)) from refusal
    try:
        yield engine
    except StorageOutOfReach as refusal:
        raise _of_engine(refusal, engine.url) from refusal
    finally:
        await engine.dispose()


def _of_engine(refusal: StorageOutOfReach, url: URL) -> StorageOutOfReach:
    """Return the refusal with a remedy that fits the engine: a file has no server to start."""
    from db.urls import file_of

    kind: type[StorageOutOfReach] = ServerOutOfReach
    database = url.database
    if url.get_backend_name() == "sqlite":
        kind, database = FileOutOfReach, file_of(url) or url.database
    elif _state_of(refusal) == NO_SUCH_DATABASE:
        kind = ServerLacksDatabase
    return kind(**{**refusal.facts, "database": database})


def _state_of(refusal: StorageOutOfReach) -> str | None:
    """Return the server's own code for what went wrong; its words may be in any language."""
    raised = refusal.__cause__
    return getattr(getattr(raised, "orig", raised), "sqlstate", None)


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
        raise DatabaseFileMissing(database=path, found=None, wanted=newest_revision())
