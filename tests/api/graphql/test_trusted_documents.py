"""Trusted documents: asked for by their id, alone where the operator says so, checked when the server starts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from api.graphql_refusals import BadTrustedDocuments
from api.settings import Settings
from tests.api.conftest import an_application
from tests.api.filled_with import BODIES
from tests.api.graphql.asking import JSON, PATH, RESPONSE, must_refuse

TEXT = """query Unidades($fecha: Date) {
  organization(code: "cl.chilecompra") { structure(asOf: $fecha) { units { totalCount } } }
}"""
OTHER = "{ organizations { totalCount } }"
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()
ID = f"sha256:{DIGEST}"
VARIABLES = {"fecha": "2025-01-01"}
UNITS = {"organization": {"structure": {"units": {"totalCount": 6}}}}

Served = Callable[..., TestClient]


@pytest.fixture
def served(filled_url: str, tmp_path: Path) -> Iterator[Served]:
    """Makes a client of an application with a manifest."""
    running = ExitStack()

    def client(written: object = None, *, only: bool = False) -> TestClient:
        manifest = tmp_path / "documents.json"
        manifest.write_text(json.dumps({ID: TEXT} if written is None else written), encoding="utf-8")
        settings = Settings(trusted_documents=manifest, trusted_only=only)
        return running.enter_context(TestClient(an_application(filled_url, settings)))

    with running:
        yield client


@pytest.mark.parametrize("key", [ID, DIGEST])
def test_a_document_is_asked_for_by_its_id(served: Served, key: str) -> None:
    client = served({key: TEXT})
    body = {"documentId": ID, "variables": VARIABLES}
    by_post = client.post(PATH, json=body, headers={"accept": RESPONSE})
    assert (by_post.status_code, by_post.json()["data"]) == (200, UNITS)
    address = f"{PATH}?{urlencode({'documentId': ID, 'variables': json.dumps(VARIABLES)})}"
    by_get = client.get(address, headers={"accept": JSON})
    assert by_get.json() == by_post.json()
    again = client.get(address, headers={"accept": JSON, "if-none-match": by_get.headers["etag"]})
    assert again.status_code == 304
    assert client.post(PATH, json={"query": OTHER}).json()["data"] == {
        "organizations": {"totalCount": len(BODIES)}
    }


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"documentId": "sha256:" + "0" * 64}, "unknown_document"),
        ({"documentId": ""}, "unknown_document"),
        ({"documentId": "x" * 60_000}, "unknown_document"),
        ({"documentId": ID, "query": TEXT}, "query_and_document"),
        ({"documentId": 1}, "bad_request_member"),
        ({"variables": {}}, "missing_query"),
        ({"documentId": ID, "variables": {"fecha": "2025-02-30"}}, "bad_date"),
    ],
)
def test_a_request_that_names_no_document(served: Served, body: object, code: str) -> None:
    response = served().post(PATH, json=body, headers={"accept": RESPONSE})
    error = must_refuse(response, 400, code)
    assert len(response.content) < 2_000
    assert error["extensions"]["remedy"]


def test_where_only_trusted_documents_count_every_other_text_is_refused(served: Served) -> None:
    client = served(only=True)
    refused = client.post(PATH, json={"query": OTHER}, headers={"accept": RESPONSE})
    error = must_refuse(refused, 400, "document_not_trusted")
    assert "documentId" in error["extensions"]["remedy"]
    english = client.post(PATH, json={"query": OTHER}, headers={"accept": RESPONSE, "accept-language": "en"})
    assert english.json()["errors"][0]["message"].startswith("This server only answers")
    for body in ({"documentId": ID}, {"query": TEXT}):
        answer = client.post(PATH, json={**body, "variables": VARIABLES}, headers={"accept": RESPONSE})
        assert (answer.status_code, answer.json()["data"]) == (200, UNITS)


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ([TEXT], "list"),
        ({"a": 1}, "a: int"),
        ({"bueno": TEXT, "malo": "{ nada }"}, "malo"),
        ({"malo": "{ organization("}, "malo"),
        ({"malo": "{" + "a " * 2_000 + "}"}, "malo"),
    ],
)
def test_a_server_does_not_start_with_a_manifest_that_it_could_not_answer(
    served: Served, written: object, named: str
) -> None:
    with pytest.raises(BadTrustedDocuments) as refusal:
        served(written)
    for sentence in (refusal.value.sentence("es"), refusal.value.sentence("en")):
        assert "documents.json" in sentence
        assert named in sentence


def test_a_manifest_that_is_not_there_or_no_json_is_named(filled_url: str, tmp_path: Path) -> None:
    for file in (tmp_path / "none.json", tmp_path / "half.json"):
        if file.stem == "half":
            file.write_text('{"a": ')
        with pytest.raises(BadTrustedDocuments) as refusal:
            an_application(filled_url, Settings(trusted_documents=file))
        assert refusal.value.facts["path"] == str(file)
