"""The application over a register that holds every seed, on both engines: read-only, so made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import an_application
from tests.questions.seeded import fill_with_seeds
from tests.support.stores import filled


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def seeded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the application over all seeds, once on each engine."""
    with (
        filled(request, tmp_path_factory, fill_with_seeds) as url,
        TestClient(an_application(url), follow_redirects=False) as client,
    ):
        yield client
