"""The REST contract as a whole: its document, and what holds for every answer."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from starlette.testclient import TestClient

from api.rest.openapi import refusals_of
from api.rest.operation import Operation
from api.rest.operations import OPERATIONS
from organica.domain.vocabulary.concepts import Scheme
from tests.api.contract import COMPONENTS, DOCUMENT, Plain, Reader, must_fit
from tests.api.filled_with import BODIES

ABOUT = "/v1/organizations/cl.chilecompra"
STRUCTURE = f"{ABOUT}/structure?as_of=2024-12-31"
PAGES = ["/", "/livez", "/readyz", "/openapi.json", "/problems/bad_date", STRUCTURE]


def test_the_document_is_valid_openapi_31(rest: Reader) -> None:
    served = rest.client.get("/openapi.json").json()
    assert served == DOCUMENT
    assert served["openapi"].startswith("3.1.")
    validate(served, cls=OpenAPIV31SpecValidator)


def test_the_operations_are_these() -> None:
    assert {path: methods["get"]["operationId"] for path, methods in DOCUMENT["paths"].items()} == {
        "/v1/organizations": "listOrganizations",
        "/v1/organizations/{code}": "getOrganization",
        "/v1/organizations/{code}/structure": "getStructure",
        "/v1/organizations/{code}/units": "listUnits",
        "/v1/organizations/{code}/functions": "listFunctions",
        "/v1/organizations/{code}/programmes": "listProgrammes",
        "/v1/organizations/{code}/programmes/{programme}": "getProgramme",
        "/v1/organizations/{code}/programmes/{programme}/history": "getProgrammeHistory",
        "/v1/organizations/{code}/units/{unit}": "getUnit",
        "/v1/organizations/{code}/units/{unit}/history": "getUnitHistory",
        "/v1/organizations/{code}/units/{unit}/lineage": "getUnitLineage",
        "/v1/organizations/{code}/coordination": "getCoordination",
        "/v1/organizations/{code}/external-ids": "findByExternalId",
        "/v1/organizations/{code}/datapackage": "getDataPackage",
        "/v1/organizations/{code}/functions/{function}/history": "getFunctionHistory",
        "/v1/organizations/{code}/posts": "listPosts",
        "/v1/organizations/{code}/appointments": "listAppointments",
        "/v1/organizations/{code}/posts/{post}/history": "getPostHistory",
        "/v1/organizations/{code}/history": "getOrganizationHistory",
        "/v1/organizations/{code}/diff": "getDiff",
        "/v1/organizations/{code}/statutory": "listStatutoryTemplates",
        "/v1/organizations/{code}/statutory/{template}": "getStatutoryTable",
        "/v1/organizations/{code}/statutory/{template}/missing": "listMissingFields",
        "/v1/organizations/{code}/sources": "listSources",
        "/v1/sources/{id}": "getSource",
        "/v1/organizations/{code}/proposals": "listProposals",
        "/v1/proposals/{id}": "getProposal",
        "/v1/proposals/{id}/structure": "getProposedStructure",
        "/v1/proposals/{id}/diff": "getProposalDiff",
        "/v1/search": "search",
        "/v1/work-list": "listWork",
        "/v1/changes": "listChanges",
        "/v1/tables/{table}": "getTableSchema",
        "/v1/vocabularies": "listVocabularies",
        "/v1/vocabularies/{scheme}": "getVocabulary",
        "/id/organization/{code}": "identifyOrganization",
        "/id/unit/{code}/{unit}": "identifyUnit",
        "/id/function/{code}/{function}": "identifyFunction",
        "/id/post/{code}/{post}": "identifyPost",
        "/id/appointment/{code}/{appointment}": "identifyAppointment",
        "/id/programme/{code}/{programme}": "identifyProgramme",
        "/id/source/{id}": "identifySource",
    }


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_an_operation_is_answered_with_the_parameters_that_it_describes(operation: Operation) -> None:
    _, *taken = inspect.signature(operation.answer).parameters.values()
    assert [parameter.name for parameter in taken] == [each.argument for each in operation.parameters]
    assert [parameter.default is inspect.Parameter.empty for parameter in taken] == [
        parameter.required for parameter in operation.parameters
    ]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_the_examples_of_an_operation_work_and_fit_their_schemas(rest: Reader, operation: Operation) -> None:
    rest.answer(operation.example)
    for parameter in operation.parameters:
        for example in (parameter.example, *parameter.other_examples.values()):
            value = int(example) if parameter.schema["type"] == "integer" else example
            must_fit(value, parameter.schema)
            parameter.value(example)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_every_refusal_of_an_operation_is_in_the_document(operation: Operation) -> None:
    described = DOCUMENT["paths"][operation.path]["get"]["responses"]
    examples = {
        code
        for status, response in described.items()
        if status[0] in "45"
        for code in response["content"]["application/problem+json"]["examples"]
    }
    assert examples == {refusal.code for refusal in refusals_of(operation)}


def test_every_component_is_referred_to() -> None:
    text = str(DOCUMENT)
    unused = [name for name in COMPONENTS["schemas"] if f"'#/components/schemas/{name}'" not in text]
    assert unused == []


def test_no_component_is_called_what_clients_call_a_choice_or_an_object_written_within_another() -> None:
    """Generators name it after the component and its members: `scheme` of `Vocabulary` is their VocabularyScheme."""
    components = DOCUMENT["components"]["schemas"]
    within = {
        called: written
        for name, schema in components.items()
        for called, written in named_within(name, schema)
    }
    assert within["VocabularyScheme"]["enum"] == list(Scheme)
    assert within["ConceptNativeLabelsItem"]["required"] == ["language", "text"]
    assert set(within) & set(components) == set()


def named_within(name: str, schema: Plain) -> Iterator[tuple[str, Plain]]:
    """Return every choice and every object within a schema, by the name that generators give it."""
    members = {
        name + "".join(word.capitalize() for word in member.split("_")): within
        for member, within in schema.get("properties", {}).items()
    }
    if "items" in schema:
        members[f"{name}Item"] = schema["items"]
    for called, within in members.items():
        if "enum" in within or "properties" in within:
            yield called, within
        yield from named_within(called, within)


@pytest.mark.parametrize("address", [*PAGES, "/nada", f"{ABOUT}/structure?as_of=ayer"])
def test_head_is_get_without_the_body(client: TestClient, address: str) -> None:
    full, head = client.get(address), client.head(address)
    assert head.status_code == full.status_code
    assert head.content == b""
    assert dict(head.headers) == dict(full.headers)


@pytest.mark.parametrize("address", [*PAGES, "/nada", "/%FF"])
def test_every_answer_is_open_and_inert(client: TestClient, address: str) -> None:
    for origin in ({}, {"origin": "https://intranet.example"}):
        headers = client.get(address, headers=origin).headers
        assert headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "set-cookie" not in headers
        assert "origin" not in headers.get("vary", "").lower()


def test_a_browser_may_ask_beforehand(client: TestClient) -> None:
    asked = {
        "origin": "https://intranet.example",
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match",
    }
    answer = client.options(STRUCTURE, headers=asked)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "GET" in answer.headers["access-control-allow-methods"]
    allowed = answer.headers["access-control-allow-headers"]
    assert "If-None-Match" in allowed
    # Clients say who they are in headers of their own, such as Apollo's apollographql-client-name. No credential
    # is covered by it: a browser wants `Authorization` named.
    assert allowed.split(", ")[-1] == "*"
    assert "authorization" not in allowed.lower()


def test_an_answer_is_sent_once_and_then_confirmed(client: TestClient) -> None:
    first = client.get(STRUCTURE)
    tag = first.headers["etag"]
    assert re.fullmatch(r'"[0-9a-f]{32}(-gzip)?"', tag)
    assert first.headers["cache-control"] == "public, no-cache"
    for seen in (tag, f"W/{tag}", f'"otra", {tag}', "*"):
        again = client.get(STRUCTURE, headers={"if-none-match": seen})
        assert (again.status_code, again.content) == (304, b"")
        assert (again.headers["etag"], again.headers["cache-control"]) == (tag, "public, no-cache")
    assert client.get(STRUCTURE, headers={"if-none-match": '"otra"'}).content == first.content
    other_day = client.get(f"{ABOUT}/structure?as_of=2024-12-30", headers={"if-none-match": tag})
    assert other_day.status_code == 200


def test_text_is_utf8_as_it_is_and_members_keep_their_order(client: TestClient) -> None:
    response = client.get(STRUCTURE)
    assert "División de Gestión Usuaria".encode() in response.content
    assert list(response.json()) == [
        "organization",
        "as_of",
        "known_at",
        "in_force_from",
        "in_force_until",
        "certain",
        "basis",
        "coverage",
        "units",
        "references",
    ]


def test_organizations_come_in_pages_by_code(rest: Reader) -> None:
    whole = rest.answer("/v1/organizations")
    assert [item["code"] for item in whole["organizations"]] == [
        "cl.chilecompra",
        "cl.servicio-ficticio",
        "pe.mtpe",
        "pe.perucompras",
    ]
    assert whole["next"] is None
    first = rest.client.get("/v1/organizations?limit=1")
    following = "/v1/organizations?limit=1&after=cl.chilecompra"
    assert f'<{following}>; rel="next"' in first.headers["link"].split(", ")
    assert rest.answer("/v1/organizations?limit=1")["next"] == following
    last = rest.client.get("/v1/organizations?limit=1&after=pe.mtpe")
    assert [item["code"] for item in last.json()["organizations"]] == ["pe.perucompras"]
    assert 'rel="next"' not in last.headers["link"]
    inserted = rest.answer("/v1/organizations?after=cl.d")
    assert [item["code"] for item in inserted["organizations"]] == list(BODIES[1:])


def test_the_landing_page_leads_on_and_asks_nobody_else(client: TestClient) -> None:
    english = client.get("/", headers={"accept-language": "en-GB,es;q=0.5"})
    assert (english.headers["content-language"], english.headers["vary"]) == (
        "en",
        "Accept-Language, Accept-Encoding",
    )
    assert '<html lang="en">' in english.text
    assert "The register of how public bodies are organised" in english.text
    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert (page.headers["content-language"], page.headers["vary"]) == (
        "es",
        "Accept-Language, Accept-Encoding",
    )
    assert '<html lang="es">' in page.text
    links = re.findall(r'(?:href|src)="([^"]+)"', page.text)
    assert links == ["/graphql", "/openapi.json", STRUCTURE, "/embed/cl.chilecompra"]
    assert links == re.findall(r'(?:href|src)="([^"]+)"', english.text)
    for link in links[1:]:
        assert client.get(link).status_code == 200
    assert "http" not in page.text.split("</title>")[1]
