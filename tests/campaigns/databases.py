"""Databases for campaigns: a migrated register on either engine, gone when the portion is done.

Takes the URL of a server or nothing; gives the URL of the register. Called by the campaigns; the tests have
fixtures for the same.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from db.engine import make_engine
from db.migrate import migrate
from tests.support.altering import run
from tests.support.postgres import fresh_database


@contextmanager
def register_on(server: str | None) -> Iterator[str]:
    """Give the URL of a new register on this PostgreSQL server, or in a SQLite file without one."""
    if server is None:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite+aiosqlite:///{Path(folder) / 'organica.sqlite'}"
            asyncio.run(_migrated(url))
            yield url
    else:
        with fresh_database(server) as url:
            # First of all: the commits that follow write the log of what came before them, too.
            asyncio.run(_keep_commits(url))
            asyncio.run(_migrated(url))
            yield url


async def _keep_commits(url: str) -> None:
    """Let a database answer a commit only when its log is written, as every installation does.

    The server of the tests answers before that, which saves time and loses commits when a backend is killed.
    """
    engine = make_engine(url)
    await run(engine, f'ALTER DATABASE "{make_url(url).database}" SET synchronous_commit = on')
    await engine.dispose()


async def _migrated(url: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    await engine.dispose()
