"""Asking over GraphQL in tests: the endpoint of the whole application, on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.api.graphql.asking import PATH, Asker


@pytest.fixture(scope="session")
def graphql(client: TestClient) -> Asker:
    """One who asks over POST and accepts application/graphql-response+json."""
    return Asker(client)


@pytest.fixture
def still_answers(client: TestClient) -> Iterator[None]:
    """After the test the endpoint serves a legitimate reader."""
    yield
    answer = client.post(PATH, json={"query": "{ __typename }"})
    assert (answer.status_code, answer.json()["data"]) == (200, {"__typename": "Query"})
