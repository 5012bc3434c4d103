"""The campaigns that send requests, shortly: 2,000 of schemathesis, every attack, and that they can find something."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from api.rest.openapi import openapi
from schema.build import sdl
from tests.api.conftest import fill
from tests.campaigns.attack import CLIENT, beside
from tests.campaigns.questions import ask_graphql, ask_rest
from tests.campaigns.requests import send
from tests.support.instance import instance
from tests.support.load.big_body import enact_big_body
from tests.support.load.corpus import ATTACKS, Sort, structure_question
from tests.support.load.sender import Answer, Tally, measure_until, send_until


def test_a_thousand_requests_on_each_engine_find_nothing(migrated_url: str) -> None:
    asyncio.run(fill(migrated_url))
    rest = send(migrated_url, ask_rest, seed=1, examples=1)
    graphql = send(migrated_url, ask_graphql, seed=1, examples=8)
    assert rest.findings + graphql.findings == []
    assert rest.counts["REST requests"] + graphql.counts["GraphQL requests"] >= 1_000
    asked = {name.removeprefix("REST ") for name in rest.counts if name.startswith("REST GET ")}
    assert asked == {f"GET {path}" for path in openapi()["paths"]}


class _Faulty(BaseHTTPRequestHandler):
    """A server that shows both contracts and keeps neither."""

    def do_GET(self) -> None:
        if self.path == "/openapi.json":
            self._answer(200, "application/json", json.dumps(openapi()))
        elif self.path == "/graphql/schema.graphql":
            self._answer(200, "text/plain", sdl())
        else:
            self._answer(500, "text/html", "<h1>Error</h1>")

    def do_POST(self) -> None:
        self._answer(200, "application/json", '{"errors": [{"message": "KeyError: name"}], "data": null}')

    def _answer(self, status: int, media_type: str, body: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: what this server does is for the campaign to tell."""


@contextmanager
def a_faulty_server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Faulty) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_server_that_breaks_its_contracts_is_told() -> None:
    with a_faulty_server() as address:
        rest, graphql = ask_rest(address, 1, 1), ask_graphql(address, 1, 1)
    assert any("GET /v1/organizations: Server error" in each for each in rest.findings)
    assert any("Undocumented Content-Type" in each for each in rest.findings)
    assert any("KeyError: name" in each for each in graphql.findings)


@pytest.fixture(scope="module")
def big_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A register with a very big body, in a file."""
    url = f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('big') / 'organica.sqlite'}"
    asyncio.run(fill(url))
    asyncio.run(enact_big_body(url))
    return url


def test_every_attack_is_answered_as_it_should_be_and_a_client_beside_them_too(big_url: str) -> None:
    async def attack(port: int) -> tuple[Tally, list[float]]:
        left, over = iter(ATTACKS), asyncio.Event()
        client = asyncio.create_task(measure_until(port, CLIENT, 0.05, over.is_set))
        tally = await send_until(port, ATTACKS, len(ATTACKS), lambda: next(left, None) is None)
        over.set()
        return tally, await client

    with instance(big_url) as running:
        tally, took = asyncio.run(attack(running.port))
        assert running.faults() == []
    assert tally.findings == []
    assert {name for name, _ in tally.answers} == {sort.name for sort in ATTACKS}
    assert sum(tally.answers.values()) == len(ATTACKS)
    assert len(took) >= 2


def test_a_load_is_sent_by_a_process_of_its_own(big_url: str) -> None:
    with instance(big_url) as running:
        took, tally = beside(running, "legitimate", 1, 0)
    assert took
    assert sum(tally.answers.values()) > len(took)
    assert tally.findings == []


def test_an_attack_that_is_served_or_breaks_the_server_is_told() -> None:
    tally, sort = Tally(), Sort("prueba", structure_question, frozenset({400}), "bad_date")
    tally.keep(sort, Answer(400, 0.1, b'{"code":"bad_date"}', closes=False))
    assert tally.findings == []
    tally.keep(sort, Answer(400, 0.1, b'{"code":"bad_code"}', closes=False))
    tally.keep(sort, Answer(200, 0.1, b'{"code":"bad_date"}', closes=False))
    tally.keep(sort, Answer(500, 0.3, b"", closes=True))
    assert [found.split(" ")[1] for found in tally.findings] == ["400", "200", "500"]
    assert tally.slowest == {"prueba": 0.3}
