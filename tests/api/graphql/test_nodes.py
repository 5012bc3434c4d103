"""Ids: what differs with time has another id, every id leads back to its object, anything else to null."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.graphql.asking import Asker

BODY = "cl.servicio-ficticio"
NODE = "query ($id: ID!) { node(id: $id) { __typename id } }"
EVERYTHING = """
query ($day: Date!, $entry: KnownAt) {
  organization(code: "cl.servicio-ficticio") {
    __typename id
    legalSources { edges { node { source { __typename id } } } }
    structure(asOf: $day, knownAt: $entry) {
      __typename id
      organization { __typename id }
      units { edges { node {
        __typename id
        unit { __typename id }
        posts { __typename id }
        functions { __typename id function { __typename id } }
      } } }
    }
  }
}
"""
Plain = dict[str, Any]


def ids_in(value: object) -> dict[str, str]:
    """Return the type of every id below a value."""
    found: dict[str, str] = {}
    if isinstance(value, dict):
        if "id" in value:
            found[value["id"]] = value["__typename"]
        for each in value.values():
            found |= ids_in(each)
    if isinstance(value, list):
        for each in value:
            found |= ids_in(each)
    return found


@pytest.mark.parametrize("day", ["2014-12-31", "2016-01-01", "2023-06-30", "2031-01-01"])
def test_every_id_leads_back_to_its_object(graphql: Asker, day: str) -> None:
    ids = ids_in(graphql.data(EVERYTHING, day=day))
    if day > "2015":
        assert set(ids.values()) == {
            "Organization",
            "OrganizationVersion",
            "LegalSource",
            "Structure",
            "Unit",
            "UnitVersion",
            "Function",
            "FunctionVersion",
            "PostVersion",
        }
    for node_id, kind in ids.items():
        assert graphql.data(NODE, id=node_id)["node"] == {"__typename": kind, "id": node_id}


def test_ids_are_equal_inside_a_change_point_and_differ_between_two(graphql: Asker) -> None:
    one = ids_in(graphql.data(EVERYTHING, day="2016-07-01"))
    same = ids_in(graphql.data(EVERYTHING, day="2017-01-31"))
    other = ids_in(graphql.data(EVERYTHING, day="2017-02-01"))
    assert one == same
    shared = {kind for node_id, kind in one.items() if node_id in other}
    assert shared == {"Organization", "LegalSource", "Unit", "Function"}
    assert not {kind for node_id, kind in one.items() if node_id in other} & {"UnitVersion", "Structure"}


def test_ids_differ_between_two_states_of_knowledge_of_one_day(graphql: Asker) -> None:
    now = ids_in(graphql.data(EVERYTHING, day="2017-05-31"))
    then = ids_in(graphql.data(EVERYTHING, day="2017-05-31", entry={"entry": 13}))
    assert {now[node_id] for node_id in now.keys() & then.keys()} == {
        "Organization",
        "LegalSource",
        "Unit",
        "Function",
    }


def test_a_versioned_id_answers_with_what_was_known_at_its_basis(graphql: Asker) -> None:
    query = """query ($id: ID!) { node(id: $id) { id ... on Structure {
      basis unit(code: "boyas") { functions { code } }
    } } }"""
    then = graphql.data(EVERYTHING, day="2017-05-31", entry={"entry": 13})["organization"]["structure"]
    node = graphql.data(query, id=then["id"])["node"]
    assert [function["code"] for function in node["unit"]["functions"]] == ["boyas.1", "boyas.2"]


def test_the_state_key_is_equal_while_the_unit_is(graphql: Asker) -> None:
    query = f"""query ($day: Date!) {{ organization(code: "{BODY}") {{ structure(asOf: $day) {{
      archivo: unit(code: "archivo") {{ id stateKey }} boyas: unit(code: "boyas") {{ id stateKey }}
    }} }} }}"""
    before = graphql.data(query, day="2018-01-14")["organization"]["structure"]
    after = graphql.data(query, day="2018-01-15")["organization"]["structure"]
    assert before["archivo"]["stateKey"] == after["archivo"]["stateKey"]
    assert before["archivo"]["id"] != after["archivo"]["id"]
    assert before["boyas"]["stateKey"] != after["boyas"]["stateKey"]


@pytest.mark.parametrize(
    "garbage",
    [
        "",
        "/",
        "unit",
        "unit/",
        "unit/cl.chilecompra",
        "unit/cl.chilecompra/nadie",
        "unit/cl.chilecompra/atencion-usuaria/",
        "unit/cl.nadie/atencion-usuaria",
        "organization/cl.nadie",
        "organization/CL.chilecompra",
        "organization/cl.chilecompra\u0000",
        "source/",
        "source/cl",
        "source/\u0000",
        "source/cl/chilecompra/resolucion-exenta/2024/36",
        "post/cl.chilecompra/gestion-usuaria.p99",
        "structure/cl.chilecompra",
        "structure/cl.chilecompra/2024-01-01",
        "structure/cl.chilecompra/2024-01-01/x",
        "structure/cl.chilecompra/2024-01-01/02",
        "structure/cl.chilecompra/2024-01-01/-1",
        "structure/cl.chilecompra/2024-01-01/99999999999999999999",
        "structure/cl.chilecompra/2024-01-01/9",
        "structure/cl.chilecompra/2024-01-02/2",
        "structure/cl.chilecompra/2024-W05-1/2",
        "structure/cl.chilecompra/undated/99",
        "organization-version/cl.chilecompra/undated/0",
        "unit-version/cl.chilecompra/atencion-usuaria/undated/0",
        "unit-version/cl.chilecompra/nadie/2024-01-01/2",
        "unit-version/cl.chilecompra/atencion-usuaria/2024-01-01/2/2",
        "function-version/cl.chilecompra/atencion-usuaria/2024-01-01/2",
        "🏃" * 500,
    ],
)
def test_an_id_that_names_nothing_is_null(graphql: Asker, garbage: str) -> None:
    assert graphql.data(NODE, id=garbage) == {"node": None}
