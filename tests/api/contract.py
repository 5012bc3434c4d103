"""Reading over REST in tests: every answer is held against the OpenAPI document on its way.

Takes a client of the application; gives answers and problems as plain values.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from starlette.testclient import TestClient

from api.rest.openapi import openapi

Plain = dict[str, Any]


def strictly(schema: Any) -> Any:
    """Return a schema that allows no member which it does not name: readers may meet more, tests may not."""
    if isinstance(schema, list):
        return [strictly(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {name: strictly(each) for name, each in schema.items()}
    return {**strict, "additionalProperties": False} if "properties" in schema else strict


DOCUMENT = openapi()
COMPONENTS = {"schemas": strictly(DOCUMENT["components"]["schemas"])}


def must_fit(value: object, schema: Plain) -> None:
    """Fail unless the value fits a schema of the document."""
    Draft202012Validator({**schema, "components": COMPONENTS}, format_checker=FormatChecker()).validate(value)


def operation_at(path: str) -> Plain:
    """Return the operation that the document has for a path."""
    for template, methods in DOCUMENT["paths"].items():
        pattern = re.escape(template).replace(r"\{id\}", ".+")
        if re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", pattern), path):
            operation: Plain = methods["get"]
            return operation
    raise AssertionError(f"the document has no operation for {path}")


class Reader:
    """A client of the REST interface."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def answer(self, address: str) -> Plain:
        """Return the answer to a question that has one."""
        response = self.client.get(address)
        assert response.status_code == 200, response.text
        assert response.headers["content-type"] == "application/json"
        documented = operation_at(urlsplit(address).path)["responses"]["200"]
        body: Plain = response.json()
        must_fit(body, documented["content"]["application/json"]["schema"])
        return body

    def problem(self, address: str, status: int, language: str | None = None) -> Plain:
        """Return the problem with which a question is refused; its status must be documented."""
        headers = {"accept-language": language} if language else {}
        response = self.client.get(address, headers=headers)
        assert response.status_code == status, response.text
        documented = operation_at(urlsplit(address).path)["responses"][str(status)]
        body: Plain = response.json()
        must_fit(body, documented["content"]["application/problem+json"]["schema"])
        must_be_a_problem(response, status)
        return body


def must_be_a_problem(response: Any, status: int) -> Plain:
    """Fail unless a response is an RFC 9457 problem with this status; return it."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert "Accept-Language" in response.headers["vary"]
    assert response.headers["content-language"] in ("es", "en")
    body: Plain = response.json()
    must_fit(body, {"$ref": "#/components/schemas/Problem"})
    assert body["status"] == status
    assert body["type"] == f"/problems/{body['code']}"
    return body
