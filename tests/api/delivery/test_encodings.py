"""Compressed answers: the same bytes each time, compressed once, and tagged apart."""

from __future__ import annotations

import gzip

import pytest
from starlette.testclient import TestClient

from api.delivery import made as making

ADDRESS = "/v1/organizations/cl.chilecompra/structure?as_of=2024-11-0{day}"


@pytest.fixture
def compressions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of what was compressed while the test ran."""
    sizes: list[int] = []
    compress = making._gzip

    def counted(body: bytes) -> bytes:
        sizes.append(len(body))
        return compress(body)

    monkeypatch.setattr(making, "_gzip", counted)
    return sizes


def test_an_answer_is_compressed_once_for_all_who_take_it(
    client: TestClient, compressions: list[int]
) -> None:
    address = ADDRESS.format(day=1)
    plain = client.get(address, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert compressions == []
    tags = set()
    for taken in ("gzip", "br;q=1, gzip;q=0.8, *;q=0.1", "*"):
        zipped = client.get(address, headers={"accept-encoding": taken})
        assert zipped.headers["content-encoding"] == "gzip"
        assert zipped.content == plain.content
        tags.add(zipped.headers["etag"])
    assert compressions == [len(plain.content)]
    assert tags == {plain.headers["etag"].rstrip('"') + '-gzip"'}


def test_whoever_has_one_encoding_has_the_answer(client: TestClient) -> None:
    address = ADDRESS.format(day=2)
    tag = client.get(address, headers={"accept-encoding": "identity"}).headers["etag"]
    for taken in ("identity", "gzip"):
        again = client.get(address, headers={"accept-encoding": taken, "if-none-match": tag})
        assert again.status_code == 304


@pytest.mark.parametrize("taken", ["", "identity", "gzip;q=0", "br", "gzip;q=0.5, identity;q=0.9", "*;q=0"])
def test_whoever_takes_no_gzip_gets_none(client: TestClient, taken: str) -> None:
    answer = client.get(ADDRESS.format(day=3), headers={"accept-encoding": taken})
    assert "content-encoding" not in answer.headers
    assert "Accept-Encoding" in answer.headers["vary"]


def test_a_short_answer_is_never_compressed(client: TestClient) -> None:
    answer = client.post("/graphql", json={"query": "{ __typename }"}, headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in answer.headers


def test_an_answer_to_post_is_compressed_as_well(client: TestClient) -> None:
    query = '{ organization(code: "cl.chilecompra") { structure(asOf: "2024-12-31") { units { edges { node { functions { text } } } } } } }'
    with client.stream(
        "POST", "/graphql", json={"query": query}, headers={"accept-encoding": "gzip"}
    ) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        raw = b"".join(answer.iter_raw())
    assert gzip.decompress(raw).startswith(b'{"data":')
    assert len(raw) < 8_000
