"""The bodies of tests.support.programmes behind the application, on both engines: read-only, so made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.api.served_bodies import application, enact_and_rebuild, graph, reader
from tests.support.programmes import programme_filings
from tests.support.stores import filled

__all__ = ["application", "graph", "reader"]  # Fixtures that live elsewhere.


async def fill(url: str) -> None:
    await enact_and_rebuild(url, programme_filings())


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with filled(request, tmp_path_factory, fill) as url:
        yield url
