"""Every body that is no request gets its status and code, and the next reader gets an answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive

from api import graphql_request
from tests.api.graphql.asking import JSON, PATH, RESPONSE, must_refuse

pytestmark = pytest.mark.usefixtures("still_answers")

GOOD = '{"query": "{ __typename }"}'
DEEP = 30_000
LIMIT = 64_000

BODIES: list[tuple[str, bytes, int, str]] = [
    ("nothing", b"", 400, "malformed_json"),
    ("blank", b"   ", 400, "malformed_json"),
    ("half an object", b'{"query": "{ __typename }"', 400, "malformed_json"),
    ("words", b"query", 400, "malformed_json"),
    ("a trailing comma", b'{"query": "{ __typename }",}', 400, "malformed_json"),
    ("two values", b"{}{}", 400, "malformed_json"),
    ("NaN", b'{"query": "{ __typename }", "variables": {"a": NaN}}', 400, "malformed_json"),
    ("a number of 5,000 digits", b'{"variables": {"a": ' + b"9" * 5_000 + b"}}", 400, "malformed_json"),
    ("a byte order mark", b"\xef\xbb\xbf" + GOOD.encode(), 400, "malformed_json"),
    ("a control character", b'{"query": "\x00"}', 400, "malformed_json"),
    ("bytes that are no UTF-8", b'{"query": "\xff\xfe"}', 400, "invalid_utf8"),
    ("Latin-1", '{"query": "ñ"}'.encode("latin-1"), 400, "invalid_utf8"),
    ("half a character", b'{"query": "{ __typename }", "variables": {"a": "\\ud800"}}', 400, "invalid_utf8"),
    ("half a character as key", b'{"\\udfff": 1, "\\udfff": 2}', 400, "duplicate_json_key"),
    ("null", b"null", 400, "not_an_object"),
    ("a number", b"1", 400, "not_an_object"),
    ("a string", b'"{ __typename }"', 400, "not_an_object"),
    ("true", b"true", 400, "not_an_object"),
    ("a list", b"[]", 400, "batch_refused"),
    ("a batch", f"[{GOOD}, {GOOD}]".encode(), 400, "batch_refused"),
    ("a key twice", b'{"query": "{ a }", "query": "{ __typename }"}', 400, "duplicate_json_key"),
    ("a nested key twice", b'{"query": "{ a }", "variables": {"a": 1, "a": 2}}', 400, "duplicate_json_key"),
    ("brackets", b"[" * DEEP, 400, "json_too_deep"),
    ("nested variables", b'{"variables": ' + b'{"a":' * 5_000, 400, "json_too_deep"),
    ("a hundred thousand brackets", b"[" * 100_000, 413, "body_too_large"),
    ("an empty object", b"{}", 400, "missing_query"),
    ("a misspelt key", b'{"qeury": "{ __typename }"}', 400, "missing_query"),
    ("a null query", b'{"query": null}', 400, "missing_query"),
    ("a query that is a number", b'{"query": 1}', 400, "bad_request_member"),
    ("a query that is a list", b'{"query": ["a"]}', 400, "bad_request_member"),
    ("variables that are a list", b'{"query": "{ a }", "variables": []}', 400, "bad_request_member"),
    ("variables that are a text", b'{"query": "{ a }", "variables": "{}"}', 400, "bad_request_member"),
    ("extensions that are false", b'{"query": "{ a }", "extensions": false}', 400, "bad_request_member"),
    ("an operation that is 0", b'{"query": "{ a }", "operationName": 0}', 400, "bad_request_member"),
]


@pytest.mark.parametrize(
    ("body", "status", "code"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES]
)
@pytest.mark.parametrize("accept", [JSON, RESPONSE])
def test_a_body_that_is_no_request(
    client: TestClient, body: bytes, status: int, code: str, accept: str
) -> None:
    response = client.post(PATH, content=body, headers={"content-type": JSON, "accept": accept})
    must_refuse(response, status, code)
    assert response.headers["content-type"] == f"{accept}; charset=utf-8"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-type": ""},
        {"content-type": "text/plain"},
        {"content-type": "application/graphql"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "multipart/form-data; boundary=a"},
        {"content-type": "application/json; charset=iso-8859-1"},
        {"content-type": "application/json; charset=utf-16"},
        {"content-type": "application/json", "content-encoding": "gzip"},
    ],
)
def test_a_body_of_another_type(client: TestClient, headers: dict[str, str]) -> None:
    must_refuse(client.post(PATH, content=GOOD.encode(), headers=headers), 415, "unsupported_media_type")


@pytest.mark.parametrize(
    "media_type", ["application/json;charset=UTF-8", 'Application/JSON ; charset="utf-8"']
)
def test_utf8_may_be_written_in_any_way(client: TestClient, media_type: str) -> None:
    assert client.post(PATH, content=GOOD, headers={"content-type": media_type}).status_code == 200


def test_a_body_of_the_largest_size_is_read_and_one_byte_more_is_not(client: TestClient) -> None:
    headers = {"content-type": JSON}
    largest = GOOD + " " * (LIMIT - len(GOOD))
    assert client.post(PATH, content=largest, headers=headers).status_code == 200
    response = client.post(PATH, content=largest + " ", headers=headers)
    must_refuse(response, 413, "body_too_large")
    assert response.headers["connection"] == "close"


def test_of_a_body_of_20_mb_in_pieces_no_more_than_the_limit_is_read(client: TestClient) -> None:
    given = 0

    def pieces() -> Iterator[bytes]:
        nonlocal given
        for _ in range(20_000_000 // 1_000):
            given += 1_000
            yield b" " * 1_000

    source = pieces()

    async def receive() -> Message:
        return {"type": "http.request", "body": next(source), "more_body": True}

    assert _sent(client, receive)[0]["status"] == 413
    assert given == LIMIT + 1_000


def test_a_body_that_never_comes_is_not_waited_for(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graphql_request, "BODY_TIMEOUT_S", 0.05)
    given = [b'{"query": ']

    async def receive() -> Message:
        if not given:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": given.pop(), "more_body": True}

    start, body = _sent(client, receive)
    assert start["status"] == 408
    assert (b"connection", b"close") in start["headers"]
    [error] = json.loads(body["body"])["errors"]
    assert error["extensions"]["code"] == "body_too_slow"


def test_a_body_may_take_ten_seconds() -> None:
    assert graphql_request.BODY_TIMEOUT_S == 10


def _sent(client: TestClient, receive: Receive) -> list[Message]:
    """Return what the application itself sends: the test client gathers a body before it asks."""
    sent = list[Message]()

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": PATH,
        "raw_path": PATH.encode(),
        "query_string": b"",
        "headers": [(b"content-type", JSON.encode()), (b"transfer-encoding", b"chunked")],
        "http_version": "1.1",
        "scheme": "http",
        "server": ("testserver", 80),
        "client": ("testclient", 1),
        "root_path": "",
        "state": {},
    }
    asyncio.run(_call(client, scope, receive, send))
    return sent


async def _call(client: TestClient, scope: Any, receive: Any, send: Any) -> None:
    await client.app(scope, receive, send)


def test_a_body_announced_as_too_large_is_not_read_at_all(client: TestClient) -> None:
    response = client.post(PATH, content=GOOD, headers={"content-type": JSON, "content-length": "20000000"})
    must_refuse(response, 413, "body_too_large")
