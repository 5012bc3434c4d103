"""Engines for the tests of the storage, closed at the end whatever happens."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import make_engine


@pytest.fixture
async def empty(database_url: str) -> AsyncIterator[AsyncEngine]:
    """The engine of a database without tables."""
    engine = make_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
async def engine(migrated_url: str) -> AsyncIterator[AsyncEngine]:
    """The engine of a migrated database; the `store` of the same test uses the same database."""
    engine = make_engine(migrated_url)
    yield engine
    await engine.dispose()
