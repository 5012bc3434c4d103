"""What is on its way out says so in the description and in every answer: nothing is today, so one is made here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from api.delivery.delivering import Delivery
from api.edge import Edge
from api.rest.deprecation import Deprecation, headers_of
from api.rest.openapi import openapi
from api.rest.operation import Operation
from api.rest.operations import OPERATIONS
from api.rest.parameters.common import KNOWN_AT, ORGANIZATION
from api.rest.routing import rest_routes
from db.engine import make_engine
from db.store import Store
from organica.domain.errors import Says
from organica.register.consult import Consult
from organica.render.json_ld.names import Names

INSTEAD = Says(es="Use /v1/organizations/{code}/sources.", en="Use /v1/organizations/{code}/sources.")
GOING = Deprecation(
    since=date(2026, 7, 1),
    instead=INSTEAD,
    sunset=date(2027, 7, 1),
    successor="/v1/organizations/cl.chilecompra/sources",
    page="https://ayuda.example/fuentes",
)
LATER = Deprecation(since=date(2027, 1, 1), instead=Says(es="Nada.", en="Nothing."))
[_SOURCES] = [operation for operation in OPERATIONS if operation.id == "listSources"]
OLD = replace(
    _SOURCES,
    path="/v1/organizations/{code}/fuentes",
    id="listFuentes",
    parameters=(ORGANIZATION, replace(KNOWN_AT, deprecated=LATER)),
    deprecated=GOING,
)
PARTLY = replace(OLD, path="/v1/organizations/{code}/partes", id="listPartes", deprecated=None)


@pytest.fixture(scope="module")
def old(formats_url: str) -> Iterator[TestClient]:
    store = Store(make_engine(formats_url))
    consult = Consult(store)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        await store.close()

    routes = rest_routes(consult, Delivery(consult, 1_000_000), Names(), (OLD, PARTLY))
    with TestClient(Starlette(routes=routes, middleware=[Middleware(Edge)], lifespan=lifespan)) as client:
        yield client


@pytest.mark.parametrize("suffix", ["", ".json", ".csv", ".jsonl", ".jsonld"])
def test_every_answer_of_a_deprecated_operation_says_so(old: TestClient, suffix: str) -> None:
    answer = old.get(f"/v1/organizations/cl.chilecompra/fuentes{suffix}")
    assert answer.status_code == 200
    assert answer.headers["deprecation"] == "@1782864000"
    assert answer.headers["sunset"] == "Thu, 01 Jul 2027 00:00:00 GMT"
    links = answer.headers["link"].split(", ")
    assert '<https://ayuda.example/fuentes>; rel="deprecation"; type="text/html"' in links
    assert '</v1/organizations/cl.chilecompra/sources>; rel="successor-version"' in links
    assert any('rel="alternate"' in link for link in links)
    confirmed = old.get(
        f"/v1/organizations/cl.chilecompra/fuentes{suffix}", headers={"if-none-match": answer.headers["etag"]}
    )
    assert (confirmed.status_code, confirmed.headers["deprecation"]) == (304, "@1782864000")
    assert "deprecation" in answer.headers["access-control-expose-headers"].lower()


def test_a_deprecated_parameter_says_so_only_to_whoever_uses_it(old: TestClient) -> None:
    without = old.get("/v1/organizations/cl.chilecompra/partes")
    assert "deprecation" not in without.headers
    used = old.get("/v1/organizations/cl.chilecompra/partes?known_at=1")
    assert used.headers["deprecation"] == "@1798761600"
    assert "sunset" not in used.headers
    both = old.get("/v1/organizations/cl.chilecompra/fuentes?known_at=1")
    assert both.headers["deprecation"] == "@1782864000"  # What goes first.


def test_the_description_marks_what_is_deprecated() -> None:
    document = openapi((OLD, PARTLY))
    validate(document, cls=OpenAPIV31SpecValidator)
    operation = document["paths"][OLD.path]["get"]
    assert operation["deprecated"] is True
    assert (
        "Deprecated since 2026-07-01: Use /v1/organizations/{code}/sources. Gone from 2027-07-01 on."
        in (operation["description"])
    )
    assert {"Deprecation", "Sunset"} <= set(operation["responses"]["200"]["headers"])
    partly = document["paths"][PARTLY.path]["get"]
    assert "deprecated" not in partly
    [known_at] = [each for each in partly["parameters"] if each["name"] == "known_at"]
    assert known_at["deprecated"] is True
    assert "Deprecated since 2027-01-01" in known_at["description"]


def test_nothing_is_deprecated_today() -> None:
    assert [each.id for each in OPERATIONS if each.deprecated] == []
    assert "deprecated" not in str(openapi()["paths"])
    assert headers_of(()) == {}


def test_the_operation_of_this_test_is_no_part_of_the_contract() -> None:
    assert isinstance(OLD, Operation)
    assert OLD.path not in openapi()["paths"]
