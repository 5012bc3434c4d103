"""One who asks over GraphQL: a query in, its data or its only refusal out.

Takes a client of the application; checks on the way what holds for every answer.
"""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

PATH = "/graphql"
JSON = "application/json"
RESPONSE = "application/graphql-response+json"
Plain = dict[str, Any]


class Asker:
    """Asks, and fails the test where the answer is of another sort than expected."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def data(self, query: str, **variables: object) -> Plain:
        """Return the data of an answer without errors."""
        response = self._post(query, variables, "es")
        assert response.status_code == 200, response.text
        answer: Plain = response.json()
        assert set(answer) == {"data", "extensions"}, answer
        assert set(answer["extensions"]["cost"]) == {"objects", "fields", "maxObjects", "maxFields"}
        data: Plain = answer["data"]
        return data

    def refusal(self, query: str, status: int = 400, language: str = "es", **variables: object) -> Plain:
        """Return the first error of an answer: `status` 400 has no data, 200 has."""
        response = self._post(query, variables, language)
        answer: Plain = response.json()
        assert response.status_code == status, answer
        assert ("data" in answer) is (status == 200), answer
        error: Plain = answer["errors"][0]
        assert set(error["extensions"]) == {"code", "facts", "remedy"}
        return error

    def _post(self, query: str, variables: Plain, language: str) -> Any:
        response = self.client.post(
            PATH,
            json={"query": query, "variables": variables},
            headers={"accept": RESPONSE, "accept-language": language},
        )
        assert response.headers["content-type"] == f"{RESPONSE}; charset=utf-8"
        assert response.headers["content-language"] == language
        return response


def code_of(error: Plain) -> str:
    """Return the stable code of an error."""
    code: str = error["extensions"]["code"]
    return code


def must_refuse(response: Any, status: int, code: str) -> Plain:
    """Return the first error of a refused request, which has this status and code and no data."""
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (status, code)
    answer: Plain = response.json()
    assert "data" not in answer
    assert response.headers["cache-control"] == "no-store"
    error: Plain = answer["errors"][0]
    return error
