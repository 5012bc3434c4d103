"""The bodies of tests.support.programmes behind the application, on both engines: read-only, so made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.register.enact import enact
from organica.register.rebuild import rebuild
from organica.register.verify import verify
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.api.graphql.asking import Asker
from tests.support.programmes import programme_filings
from tests.support.stores import filled


async def fill(url: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    try:
        for filing in programme_filings():
            await enact(store, filing)
        assert (await verify(store)).faults == ()
        await rebuild(store)
        assert (await verify(store)).faults == ()
    finally:
        await store.close()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with filled(request, tmp_path_factory, fill) as url:
        yield url


@pytest.fixture(scope="module")
def application(url: str) -> Iterator[TestClient]:
    with TestClient(an_application(url), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="module")
def graph(application: TestClient) -> Asker:
    return Asker(application)


@pytest.fixture(scope="module")
def reader(application: TestClient) -> Reader:
    return Reader(application)
