"""Pages and filters of lists, over GraphQL."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.filled_with import BODIES
from tests.api.graphql.asking import Asker, code_of

UNITS = """
query ($kinds: [String!], $classes: [UnitClass!], $under: String, $depth: Int, $first: Int, $after: String) {
  organization(code: "cl.chilecompra") {
    structure(asOf: "2025-06-01") {
      units(kinds: $kinds, classes: $classes, under: $under, depth: $depth, first: $first, after: $after) {
        totalCount
        edges { cursor node { code } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
}
"""
ALL = [
    "atencion-usuaria",
    "diseno-de-servicios-y-experiencia-usuaria",
    "formacion-y-capacitacion-usuaria",
    "gestion-usuaria",
    "gestion-y-asesoria-de-compradores",
    "gestion-y-participacion-de-proveedores",
]


def units(graphql: Asker, **arguments: object) -> Any:
    return graphql.data(UNITS, **arguments)["organization"]["structure"]["units"]


def codes(page: Any) -> list[str]:
    return [edge["node"]["code"] for edge in page["edges"]]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 6, 200])
def test_pages_put_together_are_the_list_without_loss_or_repeat(graphql: Asker, size: int) -> None:
    found: list[str] = []
    after = None
    while True:
        page = units(graphql, first=size, after=after)
        assert page["totalCount"] == 6
        assert page["pageInfo"]["hasPreviousPage"] is bool(found)
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        assert page["pageInfo"]["endCursor"] == page["edges"][-1]["cursor"]
        found += codes(page)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert found == ALL


def test_after_the_last_item_there_is_an_empty_page(graphql: Asker) -> None:
    last = units(graphql)["pageInfo"]["endCursor"]
    page = units(graphql, after=last)
    assert page["edges"] == []
    assert page["pageInfo"] == {
        "hasNextPage": False,
        "hasPreviousPage": True,
        "startCursor": None,
        "endCursor": None,
    }


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"kinds": ["división"]}, ["gestion-usuaria"]),
        ({"kinds": ["División", "Departamento"]}, ALL),
        ({"kinds": ["Oficina"]}, []),
        ({"classes": ["LINE"]}, []),
        ({"classes": []}, ALL),
        ({"depth": 1}, ["gestion-usuaria"]),
        ({"depth": 2}, ALL),
        ({"under": "gestion-usuaria"}, [code for code in ALL if code != "gestion-usuaria"]),
        ({"under": "gestion-usuaria", "depth": 1, "kinds": ["División"]}, []),
        ({"under": "atencion-usuaria"}, []),
        ({"first": None}, ALL),
    ],
)
def test_filters(graphql: Asker, arguments: dict[str, object], expected: list[str]) -> None:
    assert codes(units(graphql, **arguments)) == expected


@pytest.mark.parametrize("first", [0, -1, 201, 99_999_999])
def test_a_page_size_out_of_range_is_refused_before_anything_runs(graphql: Asker, first: int) -> None:
    for error in (
        graphql.refusal(UNITS, first=first),
        graphql.refusal(f"{{ organizations(first: {first}) {{ totalCount }} }}"),
        graphql.refusal(f"query ($n: Int = {first}) {{ organizations(first: $n) {{ totalCount }} }}"),
        graphql.refusal(
            f"{{ ...F }} fragment F on Query {{ organizations(first: {first}) {{ totalCount }} }}"
        ),
    ):
        assert code_of(error) == "page_size_out_of_range"
        assert error["extensions"]["facts"] == {"first": first, "limit": 200}
        assert "200" in error["message"]


@pytest.mark.parametrize("after", ["", "zzz", "ñ", "=", "dW5pdHM6YQ==", "b3JnYW5pemF0aW9uczph", "a" * 10_000])
def test_a_cursor_that_this_list_did_not_give_is_refused(graphql: Asker, after: str) -> None:
    error = graphql.refusal(UNITS, status=200, after=after)
    assert code_of(error) == "bad_cursor"
    assert error["path"] == ["organization", "structure", "units"]


def test_a_depth_below_the_first_level_is_refused(graphql: Asker) -> None:
    assert code_of(graphql.refusal(UNITS, status=200, depth=0)) == "bad_depth"


def test_units_below_one_that_never_was_are_refused(graphql: Asker) -> None:
    error = graphql.refusal(UNITS, status=200, under="nadie")
    assert code_of(error) == "unknown_unit"
    assert error["extensions"]["facts"] == {"organization": "cl.chilecompra", "unit": "nadie"}


def test_organizations_are_listed_by_country(graphql: Asker) -> None:
    query = "query ($country: String) { organizations(country: $country) { edges { node { code } } } }"
    both = [{"node": {"code": "cl.chilecompra"}}, {"node": {"code": "cl.servicio-ficticio"}}]
    for country in ("cl", "CL"):
        assert graphql.data(query, country=country)["organizations"]["edges"] == both
    every = [{"node": {"code": code}} for code in BODIES]
    assert graphql.data(query, country=None)["organizations"]["edges"] == every
    assert graphql.data(query, country="pe")["organizations"]["edges"] == every[2:]
    for country in ("bo", "c", "cl."):
        assert graphql.data(query, country=country)["organizations"]["edges"] == []
