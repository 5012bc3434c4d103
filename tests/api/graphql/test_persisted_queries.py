"""Clients that ask by a digest first are told in their own words to send the text, and then do."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.graphql.asking import JSON, PATH, RESPONSE, must_refuse

QUERY = 'query A { organization(code: "cl.chilecompra") { code } }'
EXTENSIONS: dict[str, Any] = {
    "clientLibrary": {"name": "@apollo/client", "version": "4.3.8"},
    "persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(QUERY.encode()).hexdigest()},
}


@pytest.mark.parametrize("accept", [JSON, RESPONSE, f"{RESPONSE},{JSON};q=0.9"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_digest_alone_is_refused_in_the_words_that_clients_know(
    client: TestClient, accept: str, language: str
) -> None:
    headers = {"accept": accept, "accept-language": language}
    asked = {"operationName": "A", "variables": {}, "extensions": EXTENSIONS}
    inside = {"operationName": "A", "variables": "{}", "extensions": json.dumps(EXTENSIONS)}
    for response in (
        client.post(PATH, json=asked, headers=headers),
        client.get(PATH, params=inside, headers=headers),
    ):
        error = must_refuse(response, 400, "persisted_query_not_supported")
        assert error["message"] == "PersistedQueryNotSupported"


def test_the_text_beside_its_digest_is_answered(client: TestClient) -> None:
    response = client.post(PATH, json={"query": QUERY, "extensions": EXTENSIONS})
    assert response.json()["data"] == {"organization": {"code": "cl.chilecompra"}}


@pytest.mark.parametrize("extensions", [None, {}, {"clientLibrary": {"name": "x"}}])
def test_without_a_digest_the_query_is_what_is_missing(client: TestClient, extensions: object) -> None:
    must_refuse(client.post(PATH, json={"extensions": extensions}), 400, "missing_query")
