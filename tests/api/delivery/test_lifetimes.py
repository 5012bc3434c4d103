"""How long an answer holds: for ever, a minute, or until it is asked again; on both engines."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

FOR_EVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=60, must-revalidate"
ASK_EACH_TIME = "public, no-cache"

ABOUT = "/v1/organizations/cl.chilecompra"
DAY = "as_of=2024-12-31"
# Entry 1 is the resolution, which names nobody; entry 2 attests who heads the division.
UNNAMED, NAMED = "known_at=1", "known_at=2"
INSTANT = "known_at=2100-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("address", "held"),
    [
        (f"{ABOUT}/structure?{DAY}&{UNNAMED}", FOR_EVER),
        (f"{ABOUT}/structure?{DAY}&{NAMED}", ASK_EACH_TIME),
        (f"{ABOUT}/structure?{DAY}", ASK_EACH_TIME),
        (f"{ABOUT}/functions?{DAY}&{NAMED}", FOR_EVER),
        (f"{ABOUT}/functions?{DAY}&{INSTANT}", SHORT),
        (f"{ABOUT}/functions?{DAY}", SHORT),
        (f"{ABOUT}/functions?{NAMED}", SHORT),
        (f"{ABOUT}/functions", SHORT),
        (f"{ABOUT}/units/atencion-usuaria?{DAY}&{NAMED}", FOR_EVER),
        (f"{ABOUT}/units/gestion-usuaria?{DAY}&{NAMED}", ASK_EACH_TIME),
        (f"{ABOUT}/units/atencion-usuaria/history?{NAMED}", FOR_EVER),
        (f"{ABOUT}/units/atencion-usuaria/lineage?{DAY}&{NAMED}", FOR_EVER),
        (f"{ABOUT}/posts/gestion-usuaria.p1/history?{NAMED}", ASK_EACH_TIME),
        (f"{ABOUT}/history?{NAMED}", FOR_EVER),
        (f"{ABOUT}/diff?base=2023-06-30&target=2025-01-01&{NAMED}", FOR_EVER),
        (f"{ABOUT}/diff?base=2023-06-30&target=2025-01-01&as=acts&{UNNAMED}", FOR_EVER),
        (f"{ABOUT}/diff?base=2023-06-30&target=2025-01-01&as=acts&{NAMED}", ASK_EACH_TIME),
        (f"{ABOUT}/sources?{NAMED}", FOR_EVER),
        ("/v1/sources/cl/chilecompra/resolucion-exenta/2024/35-B", SHORT),
        (f"/v1/sources/cl/chilecompra/resolucion-exenta/2024/35-B?{NAMED}", FOR_EVER),
        ("/v1/organizations", SHORT),
        (f"/v1/organizations?{NAMED}", FOR_EVER),
        ("/v1/changes", ASK_EACH_TIME),
        ("/v1/vocabularies", SHORT),
        ("/v1/vocabularies/unit_kinds?country=cl", SHORT),
        ("/openapi.json", SHORT),
        ("/", SHORT),
        ("/problems/bad_date", SHORT),
        ("/ns", SHORT),
        ("/schemas/resolution-1.json", SHORT),
        ("/graphql/schema.graphql", SHORT),
    ],
)
def test_an_answer_of_rest_says_how_long_it_holds(client: TestClient, address: str, held: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == held
    confirmed = client.get(address, headers={"if-none-match": answer.headers["etag"]})
    assert (confirmed.status_code, confirmed.content) == (304, b"")
    assert confirmed.headers["cache-control"] == held
    assert confirmed.headers["etag"] == answer.headers["etag"]


def pinned(fields: str, entry: int = 2, day: str = "2024-12-31") -> str:
    at = f'structure(asOf: "{day}", knownAt: {{entry: {entry}}}) {{ {fields} }}'
    return f'{{ organization(code: "cl.chilecompra") {{ {at} }} }}'


HEADS = "units { edges { node { headPost { appointments { %s } } } } }"


@pytest.mark.parametrize(
    ("query", "held"),
    [
        (pinned("units { edges { node { name functions { text } } } }"), FOR_EVER),
        (pinned(HEADS % "holder", entry=1), FOR_EVER),
        (pinned(HEADS % "capacity legalBasis { citation }"), FOR_EVER),
        (pinned(HEADS % "holder"), ASK_EACH_TIME),
        # What is shown of a source by its key is the newest that is known of it.
        (pinned("roots { legalBasis { source { title } } }"), SHORT),
        ('{ organization(code: "cl.chilecompra") { structure(asOf: "2024-12-31") { certain } } }', SHORT),
        ('{ organization(code: "cl.chilecompra") { structure(knownAt: {entry: 1}) { certain } } }', SHORT),
        ('{ organization(code: "cl.chilecompra") { code } }', FOR_EVER),
        ('{ organization(code: "cl.nadie") { code } }', SHORT),
        ('{ unit(organization: "cl.chilecompra", code: "atencion-usuaria") { code } }', FOR_EVER),
        ('{ unit(organization: "cl.chilecompra", code: "nada") { code } }', SHORT),
        ('{ node(id: "unit-version/cl.chilecompra/atencion-usuaria/2024-01-01/9") { id } }', SHORT),
        ("{ organizations { totalCount } }", SHORT),
        ("{ changes { edges { cursor } } }", ASK_EACH_TIME),
        ("{ __typename }", FOR_EVER),
        ("{ __schema { queryType { name } } }", SHORT),
        ('{ __type(name: "Unit") { name } }', SHORT),
    ],
)
def test_an_answer_of_graphql_says_how_long_it_holds(client: TestClient, query: str, held: str) -> None:
    address = f"/graphql?{urlencode({'query': query})}"
    answer = client.get(address)
    assert (answer.status_code, "errors" in answer.json()) == (200, False)
    assert answer.headers["cache-control"] == held
    confirmed = client.get(address, headers={"if-none-match": answer.headers["etag"]})
    assert (confirmed.status_code, confirmed.content) == (304, b"")
    by_post = client.post("/graphql", json={"query": query})
    assert by_post.json() == answer.json()
    assert (by_post.headers["cache-control"], "etag" in by_post.headers) == ("no-store", False)


@pytest.mark.parametrize(
    "query",
    [
        "{ nada }",
        '{ organization(code: "cl.chilecompra") { diff(base: "2025-01-01", target: "2024-01-01") { changes { code } } } }',
    ],
)
def test_an_answer_with_errors_is_stored_nowhere(client: TestClient, query: str) -> None:
    answer = client.get(f"/graphql?{urlencode({'query': query})}")
    assert "errors" in answer.json()
    assert (answer.headers["cache-control"], "etag" in answer.headers) == ("no-store", False)


def test_the_version_of_a_node_can_be_asked_for_for_ever(client: TestClient) -> None:
    query = pinned('unit(code: "atencion-usuaria") { id }')
    [found] = [
        client.post("/graphql", json={"query": query}).json()["data"]["organization"]["structure"]["unit"]
    ]
    query = "{ node(id: " + json.dumps(found["id"]) + ") { id } }"
    again = client.get(f"/graphql?{urlencode({'query': query})}")
    assert again.json()["data"]["node"] == found
    assert again.headers["cache-control"] == FOR_EVER
