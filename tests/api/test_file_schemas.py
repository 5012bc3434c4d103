"""The JSON Schemas of files are served as they are committed, for editors anywhere."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from organica.files.filing_schema import KINDS, file_name
from schema.print import FILES


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_served_as_it_is_committed_and_revalidated(client: TestClient, kind: str) -> None:
    served = client.get(f"/schemas/{file_name(kind)}")
    assert served.status_code == 200
    assert served.text == (FILES / file_name(kind)).read_text(encoding="utf-8")
    assert served.headers["content-type"] == "application/json"
    assert served.headers["access-control-allow-origin"] == "*"
    assert served.headers["cache-control"] == "public, max-age=60, must-revalidate"
    again = client.get(f"/schemas/{file_name(kind)}", headers={"if-none-match": served.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_schema_that_does_not_exist_is_a_problem(client: TestClient) -> None:
    answer = client.get("/schemas/resolution-2.json")
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_path")


def test_a_schema_is_only_read(client: TestClient) -> None:
    answer = client.post("/schemas/resolution-1.json")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
