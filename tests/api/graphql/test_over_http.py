"""GraphQL over HTTP: methods, formats, languages, masking, the printed contract."""

from __future__ import annotations

import json
import logging
from typing import Any, cast
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.testclient import TestClient

from api.delivery.delivering import Delivery
from api.graphql_http import graphql_routes
from api.language import acceptable
from api.settings import Settings
from organica.register.consult import Consult
from organica.register.refusals import StorageOutOfReach
from schema.build import sdl
from tests.api.graphql.asking import JSON, PATH, RESPONSE, Asker

GOOD = {"query": "{ __typename }"}
DATA = {"__typename": "Query"}
HTML = "text/html"
SECRET = "contraseña=s3creta"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


def address(**members: str) -> str:
    return f"{PATH}?{urlencode(members)}"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (RESPONSE, RESPONSE),
        (f"{RESPONSE}, {JSON};q=0.9", RESPONSE),
        (f"{JSON}, {RESPONSE}", JSON),
        (f"{JSON};q=0.5, {RESPONSE};q=0.6", RESPONSE),
        (f"{JSON};q=0, */*", RESPONSE),
        (f"{RESPONSE}; charset=utf-8", RESPONSE),
        ("text/html", None),
        ("image/png", None),
        (f"{JSON};q=0, {RESPONSE};q=0", None),
        ("*/*;q=0", None),
    ],
)
def test_the_format_is_the_one_that_the_reader_prefers(accept: str | None, media_type: str | None) -> None:
    assert next(iter(acceptable(accept, (JSON, RESPONSE))), None) == media_type


def test_a_browser_gets_the_page_and_nobody_else_does() -> None:
    assert acceptable(BROWSER, (JSON, RESPONSE, HTML))[0] == HTML
    assert acceptable("*/*", (JSON, RESPONSE, HTML))[0] == JSON


def test_what_nobody_can_give_is_not_acceptable(client: TestClient) -> None:
    response = client.post(PATH, json=GOOD, headers={"accept": "image/png"})
    assert response.status_code == 406
    assert response.json()["errors"][0]["extensions"]["code"] == "not_acceptable"


def test_a_query_may_come_by_get(client: TestClient) -> None:
    text = "query A($code: String!) { organization(code: $code) { code } } query B { __typename }"
    response = client.get(
        address(
            query=text, operationName="A", variables='{"code": "cl.chilecompra"}', extensions="{}", utm="x"
        )
    )
    assert response.status_code == 200
    assert response.json()["data"] == {"organization": {"code": "cl.chilecompra"}}
    assert response.headers["vary"] == "Accept, Accept-Language"
    assert client.get(address(query="{ __typename }", operationName="", variables="")).json()["data"] == DATA
    head = client.head(address(query="{ __typename }"))
    assert (head.status_code, head.headers["content-type"]) == (200, f"{JSON}; charset=utf-8")


@pytest.mark.parametrize("operation", ["mutation", "subscription"])
@pytest.mark.parametrize("accept", [JSON, RESPONSE])
def test_only_reading_may_come_by_get(client: TestClient, operation: str, accept: str) -> None:
    response = client.get(address(query=f"{operation} {{ __typename }}"), headers={"accept": accept})
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert response.json()["errors"][0]["extensions"]["code"] == "mutation_over_get"


@pytest.mark.parametrize(
    ("query_string", "status", "code"),
    [
        ("", 400, "missing_query"),
        ("query=%7B%20__typename%20%7D&query=a", 400, "duplicate_json_key"),
        ("query=%7Ba%7D&variables=nada", 400, "malformed_json"),
        ("query=%7Ba%7D&variables=[]", 400, "bad_request_member"),
        ("query=%7Ba%7D&variables=%7B%22a%22:1,%22a%22:2%7D", 400, "duplicate_json_key"),
        ("query=%7Ba%7D&extensions=1", 400, "bad_request_member"),
        ("&".join(f"a{n}=1" for n in range(60)), 400, "malformed_request"),
        ("query=" + "a" * 64_000, 413, "body_too_large"),
    ],
)
def test_an_address_that_is_no_request(client: TestClient, query_string: str, status: int, code: str) -> None:
    response = client.get(f"{PATH}?{query_string}", headers={"accept": RESPONSE})
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (status, code)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "QUERY"])
def test_other_methods_are_not_allowed(client: TestClient, method: str) -> None:
    response = client.request(method, PATH)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")
    assert response.json()["errors"][0]["extensions"]["code"] == "method_not_allowed"


def test_options_names_the_methods(client: TestClient) -> None:
    response = client.options(PATH)
    assert (response.status_code, response.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")


def test_the_contract_is_served_as_printed(client: TestClient) -> None:
    response = client.get("/graphql/schema.graphql")
    assert (response.status_code, response.text) == (200, sdl())
    assert response.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("language", "message", "remedy"),
    [
        (
            "es-CL",
            "La fecha «2024-02-30» no existe o no está escrita como AAAA-MM-DD.",
            "Escriba año, mes y día con guiones, por ejemplo 2024-12-31 (entre 1800 y 2999).",
        ),
        (
            "en",
            "The date “2024-02-30” does not exist or is not written as YYYY-MM-DD.",
            "Write year, month and day with hyphens, for example 2024-12-31 (between 1800 and 2999).",
        ),
    ],
)
def test_messages_are_in_spanish_or_by_request_in_english(
    client: TestClient, language: str, message: str, remedy: str
) -> None:
    text = '{ organization(code: "cl.chilecompra") { structure(asOf: "2024-02-30") { basis } } }'
    response = client.post(PATH, json={"query": text}, headers={"accept-language": language})
    [error] = response.json()["errors"]
    assert (error["message"], error["extensions"]["remedy"]) == (message, remedy)
    assert response.headers["content-language"] == language[:2]


def test_the_standard_introspection_is_answered(graphql: Asker) -> None:
    from graphql import build_client_schema, get_introspection_query, print_schema

    data = graphql.data(
        get_introspection_query(descriptions=True, specified_by_url=True, input_value_deprecation=True)
    )
    printed = print_schema(build_client_schema(cast("Any", data)))
    assert "type UnitVersion implements Node" in printed


class Broken(Consult):
    """A register whose storage fails in one way or another."""

    def __init__(self, failure: Exception) -> None:
        super().__init__(cast("Any", None))
        self.failure = failure

    async def head(self, at_least: int = 0) -> int:
        return 0

    async def archive(self, organization: str, at_least: int = 0) -> Any:
        raise self.failure


def routes_over(consult: Consult) -> list[BaseRoute]:
    return graphql_routes(consult, Delivery(consult, 0), Settings())


def ask_broken(failure: Exception) -> Any:
    app = Starlette(routes=routes_over(Broken(failure)))
    response = TestClient(app).post(PATH, json={"query": '{ organization(code: "cl.chilecompra") { code } }'})
    assert SECRET not in response.text
    return response


def test_what_nobody_foresaw_is_masked_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="organica.schema"):
        response = ask_broken(RuntimeError(SECRET))
    [error] = response.json()["errors"]
    assert error["message"] == "Ocurrió un error interno."
    assert (error["path"], error["extensions"]["code"]) == (["organization"], "internal_error")
    assert error["extensions"]["facts"] == {}
    assert SECRET in caplog.text


def test_what_the_storage_says_of_itself_is_for_its_operator(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="organica.schema"):
        response = ask_broken(StorageOutOfReach(cause=SECRET))
    [error] = response.json()["errors"]
    assert error["extensions"]["code"] == "storage_out_of_reach"
    assert error["extensions"]["facts"] == {}
    assert SECRET in caplog.text


def test_facts_are_plain_values(graphql: Asker) -> None:
    error = graphql.refusal("{ nope }", language="en")
    assert error["message"].startswith("The query does not fit the schema: ")
    assert json.dumps(error["extensions"]["facts"])
    assert error["locations"] == [{"line": 1, "column": 3}]
