"""Migrated databases in milliseconds: each engine is migrated once a session, and every test gets a copy.

What enters is the session's server and temporary folders; what leaves are URLs and stores on both engines.
tests/conftest.py hands these fixtures to all tests.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sqlalchemy import make_url

from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.domain.filings import Filing
from organica.domain.resolution import Resolution
from organica.register.enact import enact
from tests.support.postgres import fresh_database


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file. Copy it; nobody may write to it."""
    path = tmp_path_factory.mktemp("migrated") / "organica.sqlite"
    _outside_any_loop(_migrated(str(path)))
    return path


async def enact_in(url: str, *filings: Filing | Resolution) -> None:
    """Enact in the database of a URL, migrated first where it is not, and leave nothing open."""
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    try:
        for filing in filings:
            await enact(store, filing)
    finally:
        await store.close()


@contextmanager
def sqlite_register(migrated: Path) -> Iterator[str]:
    """Give the URL of an empty register of its own: what Hypothesis runs needs one for each example."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "organica.sqlite"
        shutil.copyfile(migrated, path)
        yield f"sqlite+aiosqlite:///{path}"


@pytest.fixture(scope="session")
def migrated_template(postgres_url: str) -> Iterator[str]:
    """The name of a migrated, empty database on the session's server. Nobody may connect to it."""
    with fresh_database(postgres_url) as url:
        _outside_any_loop(_migrated(url))
        yield make_url(url).database or ""


@pytest.fixture(params=["sqlite", "postgres"])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a migrated, empty database that only this test uses; the test runs once on each engine."""
    if request.param == "sqlite":
        path = tmp_path / "organica.sqlite"
        shutil.copyfile(request.getfixturevalue("migrated_file"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    template = request.getfixturevalue("migrated_template")
    with fresh_database(request.getfixturevalue("postgres_url"), template=template) as url:
        yield url


@contextmanager
def filled(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    fill: Callable[[str], Coroutine[Any, Any, None]],
) -> Iterator[str]:
    """Give the URL of a database of its own that `fill` has filled, on the engine of the fixture's parameter.

    For fixtures that several tests read from: "sqlite" or "postgres" is the parameter of `request`.
    """
    with ExitStack() as stack:
        if request.param == "sqlite":
            url = f"sqlite:///{tmp_path_factory.mktemp('filled') / 'organica.sqlite'}"
        else:
            url = stack.enter_context(fresh_database(request.getfixturevalue("postgres_url")))
        asyncio.run(fill(url))
        yield url


@pytest.fixture
async def store(migrated_url: str) -> AsyncIterator[Store]:
    """An empty register; the test runs once on each engine."""
    store = Store(make_engine(migrated_url))
    yield store
    await store.close()


async def _migrated(url: str) -> None:
    engine = make_engine(url)
    try:
        await migrate(engine)
    finally:
        await engine.dispose()


def _outside_any_loop(work: Coroutine[Any, Any, None]) -> None:
    with ThreadPoolExecutor(max_workers=1) as threads:
        threads.submit(asyncio.run, work).result()
