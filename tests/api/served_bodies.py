"""Bodies that tests read over every interface: enacted, rebuilt, verified, and behind the application.

Takes filings or the fixture `url`, which a folder's own conftest gives; returns a database and its readers.
Called by the conftest of folders whose tests only read, so that everything is made once on each engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from starlette.testclient import TestClient

from db.engine import make_engine
from db.store import Store
from organica.domain.filings import Filing
from organica.domain.resolution import Resolution
from organica.register.rebuild import rebuild
from organica.register.verify import verify
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.api.graphql.asking import Asker
from tests.support.stores import enact_in


async def enact_and_rebuild(url: str, filings: Iterable[Filing | Resolution]) -> None:
    """Enact in an empty database, and write its rows anew from the ledger: what is read has been both."""
    await enact_in(url, *filings)
    store = Store(make_engine(url))
    try:
        assert (await verify(store)).faults == ()
        await rebuild(store)
        assert (await verify(store)).faults == ()
    finally:
        await store.close()


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
