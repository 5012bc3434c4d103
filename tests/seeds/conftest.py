"""The application over a register that holds every seed, on both engines, and how the tests here ask it."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.questions.conftest import seeded as seeded

PROGRAMMES = """
query ($code: String!, $day: Date!) {
  organization(code: $code) { structure(asOf: $day) { programmes { edges { node {
    code name kind type runBy objective acronym unit { code } audience
    channels { name } partners { name organization role } financing { name organization amount currency note }
    restsOn { key } inForceFrom { value basis }
    indicators { name value unit note period { on { value } from to: until } legalBasis { normative } }
    legalBasis { normative citation }
  } } } } }
}
"""


class Asking:
    """Asks the served register, over REST or over GraphQL."""

    def __init__(self, client: TestClient) -> None:
        self._client = client

    def rest(self, path: str) -> Any:
        """Return the answer under /v1."""
        answer = self._client.get(f"/v1/{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def graphql(self, query: str, **variables: Any) -> Any:
        """Return the data of a query that has no errors."""
        answer = self._client.post("/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def structure(self, organization: str, day: str) -> Any:
        """Return the structure of a day."""
        return self.rest(f"organizations/{organization}/structure?as_of={day}")

    def units(self, organization: str, day: str) -> list[tuple[str | None, str, str | None]]:
        """Return the units of a day: kind, name and the code of the unit above."""
        found = self.rest(f"organizations/{organization}/units?as_of={day}")["units"]
        return sorted((unit["kind"], unit["name"], unit["parent"]) for unit in found)

    def holders(self, organization: str, day: str) -> list[tuple[str, str, str, str | None]]:
        """Return who holds which post of a day: unit, post, name, capacity."""
        found = self.rest(f"organizations/{organization}/appointments?as_of={day}")["appointments"]
        return sorted(
            (each["unit"], each["post_name"], each["holder"]["name"], each["capacity"]) for each in found
        )

    def programmes(self, organization: str, day: str) -> dict[str, Any]:
        """Return the programmes of a day, by code."""
        data = self.graphql(PROGRAMMES, code=organization, day=day)
        edges = data["organization"]["structure"]["programmes"]["edges"]
        return {edge["node"]["code"]: edge["node"] for edge in edges}

    def gaps(self, organization: str, day: str) -> dict[str, str]:
        """Return what is declared not to be known on a day: the subject by the reference in its source."""
        coverage = self.structure(organization, day)["coverage"]
        return {gap["key"].partition("#")[2]: gap["subject"] for gap in coverage["gaps"]}


def figures(programme: Any) -> list[tuple[str, str, str, str]]:
    """Return the figures of a programme: name, value, unit and the days that they are about."""
    found = []
    for each in programme["indicators"]:
        period = each["period"]
        days = period["on"]["value"] if period["on"] else f"{period['from']}/{period['to']}"
        found.append((each["name"], each["value"], each["unit"], days))
    return sorted(found)


@pytest.fixture
def ask(seeded: TestClient) -> Asking:
    """What asks the register of all seeds."""
    return Asking(seeded)
