"""Search over GraphQL, on both engines: hits with their things of the day, pages, limits and refusals."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.contract import Reader
from tests.api.graphql.asking import Asker, code_of

FORMACION = "formacion-y-capacitacion-usuaria"
QUESTION = "¿quién ve la capacitación de compradores?"
SEARCH = """query (
  $text: String!, $asOf: Date = "2025-06-30", $knownAt: KnownAt, $organization: String, $first: Int, $after: String
) {
  search(
    text: $text, asOf: $asOf, knownAt: $knownAt, organization: $organization, first: $first, after: $after
  ) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node {
      field text score marks { start end }
      organization { code } organizationVersion { name } unit { code name }
      thing {
        __typename
        ... on UnitVersion { code name }
        ... on FunctionVersion { code label legalBasis { citation } }
        ... on PostVersion { code occupancy }
      }
    } }
  }
}"""


def search(graphql: Asker, **variables: Any) -> dict[str, Any]:
    found: dict[str, Any] = graphql.data(SEARCH, **variables)["search"]
    return found


def nodes(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in found["edges"]]


def test_the_functions_and_units_are_found_with_their_words_marked(graphql: Asker) -> None:
    found = search(graphql, text=QUESTION, organization="cl.chilecompra")
    unit, function = nodes(found)[:2]
    assert unit["thing"] == {
        "__typename": "UnitVersion",
        "code": FORMACION,
        "name": "Departamento de Formación y Capacitación Usuaria",
    }
    assert function["thing"] == {
        "__typename": "FunctionVersion",
        "code": f"{FORMACION}.5",
        "label": "e",
        "legalBasis": [{"citation": "Resolución exenta 35B de 2024"}],
    }
    assert (function["field"], function["unit"]["code"]) == ("FUNCTION_TEXT", FORMACION)
    assert (function["organization"], function["organizationVersion"]) == (
        {"code": "cl.chilecompra"},
        {"name": "ChileCompra"},
    )
    marks = [function["text"][each["start"] : each["end"]] for each in function["marks"]]
    assert marks == ["compradores", "capacitación"]
    assert found["totalCount"] == len(nodes(found)) == 15


def test_rest_and_graphql_find_the_same(graphql: Asker, rest: Reader) -> None:
    told = rest.answer("/v1/search?q=atenci%C3%B3n&as_of=2025-06-30&limit=200")["hits"]
    found = nodes(search(graphql, text="atención", first=200))
    assert [(each["thing"]["code"], each["score"], each["text"], each["marks"]) for each in found] == [
        (each["code"], each["score"], each["text"], each["marks"]) for each in told
    ]


def test_a_post_is_found_by_its_name(graphql: Asker) -> None:
    found = nodes(search(graphql, text="jefatura", asOf="2024-06-01", organization="cl.servicio-ficticio"))
    assert {each["thing"]["__typename"] for each in found} == {"PostVersion"}
    assert {each["field"] for each in found} == {"POST_NAME"}


@pytest.mark.parametrize("organization", [None, "cl.chilecompra"])
def test_pages_give_each_hit_once(graphql: Asker, organization: str | None) -> None:
    asked = {"text": "gestión de compras", "organization": organization}
    whole = search(graphql, **asked, first=200)
    seen: list[dict[str, Any]] = []
    after = None
    while True:
        page = search(graphql, **asked, first=7, after=after)
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        seen += page["edges"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert seen == whole["edges"]
    assert len({edge["cursor"] for edge in seen}) == len(seen) == whole["totalCount"]


def test_the_state_of_knowledge_and_the_day_are_those_asked_for(graphql: Asker) -> None:
    assert search(graphql, text="capacitación", asOf="2023-06-30")["totalCount"] == 0
    assert search(graphql, text="capacitación", knownAt={"entry": 0})["totalCount"] == 0
    assert search(graphql, text="capacitación", knownAt={"entry": 1})["totalCount"] == 8
    assert search(graphql, text="capacitación", asOf=None)["totalCount"] == 8


@pytest.mark.parametrize("text", ["", " ", "¿quién ve?", "de la", "\x00", "🙂"])
def test_a_question_without_words_is_refused(graphql: Asker, text: str) -> None:
    error = graphql.refusal(SEARCH, status=200, text=text)
    assert code_of(error) == "nothing_to_search"
    assert error["path"] == ["search"]
    english = graphql.refusal(SEARCH, status=200, language="en", text=text)
    assert "no word to look for" in english["message"]


def test_other_questions_that_cannot_be_asked_are_refused(graphql: Asker) -> None:
    cursor = search(graphql, text="capacitación", first=1)["edges"][0]["cursor"]
    for variables, code in (
        ({"text": "faros " * 40}, "question_too_long"),
        ({"text": "faros", "organization": "cl.nadie"}, "unknown_organization"),
        ({"text": "faros", "organization": ""}, "bad_code"),
        ({"text": "faros", "knownAt": {"entry": 9999}}, "unknown_entry"),
        ({"text": "faros", "after": "x"}, "bad_cursor"),
        ({"text": "otra pregunta", "after": cursor}, "bad_cursor"),
        ({"text": "capacitación", "organization": "cl.chilecompra", "after": cursor}, "bad_cursor"),
    ):
        assert code_of(graphql.refusal(SEARCH, status=200, **variables)) == code, variables


def test_one_operation_searches_only_so_often(graphql: Asker) -> None:
    once = 's{}: search(text: "capacitación", first: 1) {{ totalCount }}'
    few = graphql.data("{" + " ".join(once.format(number) for number in range(20)) + "}")
    assert {each["totalCount"] for each in few.values()} == {8}
    error = graphql.refusal("{" + " ".join(once.format(number) for number in range(60)) + "}", status=200)
    assert code_of(error) == "query_too_costly"


def test_half_a_character_in_a_question_is_no_word(client: TestClient) -> None:
    body = b'{"query": "{ search(text: \\"\\\\ud800\\") { totalCount } }"}'
    by_variable = (
        b'{"query": "query($t: String!) { search(text: $t) { totalCount } }", "variables": {"t": "\\ud800"}}'
    )
    for written in (body, by_variable):
        answer = client.post("/graphql", content=written, headers={"content-type": "application/json"})
        assert answer.status_code < 500
        assert answer.json()["errors"]
