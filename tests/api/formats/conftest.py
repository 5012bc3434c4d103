"""The bodies of `bodies` behind the whole application, on both engines: read-only, so made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.settings import Settings
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.api.formats.bodies import filings
from tests.support.stores import enact_in, filled

PUBLIC = "https://registro.example/organica"


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def formats_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with filled(request, tmp_path_factory, lambda url: enact_in(url, *filings())) as url:
        yield url


@pytest.fixture(scope="session")
def web(formats_url: str) -> Iterator[TestClient]:
    """A client of an installation without a public address."""
    with TestClient(an_application(formats_url), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def published(formats_url: str) -> Iterator[TestClient]:
    """A client of an installation with a public address."""
    settings = Settings(database_url=formats_url, public_url=PUBLIC)
    with TestClient(an_application(formats_url, settings), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def plain(web: TestClient) -> Reader:
    """A reader that holds every JSON answer against the description."""
    return Reader(web)
