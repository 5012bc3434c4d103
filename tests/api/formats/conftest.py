"""The bodies of `bodies` behind the whole application, on both engines: read-only, so made once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.register.consult import Consult
from organica.register.enact import enact
from tests.api.conftest import NOW
from tests.api.contract import Reader
from tests.api.formats.bodies import filings
from tests.support.stores import filled

PUBLIC = "https://registro.example/organica"


async def fill(url: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    try:
        for filing in filings():
            await enact(store, filing)
    finally:
        await store.close()


def application(url: str, public_url: str = "") -> Starlette:
    store = Store(make_engine(url))

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await store.close()

    settings = Settings(database_url=url, public_url=public_url)
    return create_app(store, settings, consult=Consult(store, now=lambda: NOW), lifespan=lifespan)


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def formats_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with filled(request, tmp_path_factory, fill) as url:
        yield url


@pytest.fixture(scope="session")
def web(formats_url: str) -> Iterator[TestClient]:
    """A client of an installation without a public address."""
    with TestClient(application(formats_url), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def published(formats_url: str) -> Iterator[TestClient]:
    """A client of an installation with a public address."""
    with TestClient(application(formats_url, PUBLIC), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def plain(web: TestClient) -> Reader:
    """A reader that holds every JSON answer against the description."""
    return Reader(web)
