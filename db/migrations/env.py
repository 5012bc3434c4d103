"""What Alembic runs: with the connection that db/migrate.py hands over, or by hand with its command.

By hand the database is that of ORGANICA_DATABASE_URL. Everything happens in one transaction on both engines:
a migration that fails leaves the database as it was.
"""

from __future__ import annotations

import asyncio
import os
from logging.config import fileConfig

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection

from db import engine as engines
from db.migrate import take_lock
from db.tables import metadata


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()


async def run_by_hand() -> None:
    given = os.environ.get("ORGANICA_DATABASE_URL")
    if not given:
        raise CommandError("Set ORGANICA_DATABASE_URL to the database that is to be migrated.")
    engine = engines.make_engine(given)
    try:
        async with engines.writing(engine).begin() as connection:
            await take_lock(connection)
            await connection.run_sync(run)
    finally:
        await engine.dispose()


if context.is_offline_mode():
    raise CommandError("Migrations run on a database only; --sql is not provided for.")
handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    if context.config.config_file_name is not None:
        fileConfig(context.config.config_file_name, disable_existing_loggers=False)
    asyncio.run(run_by_hand())
