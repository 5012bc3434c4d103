"""Twelve sources over sixteen years, over GraphQL, on both engines: structures, differences, histories."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from tests.api.graphql.asking import Asker
from tests.domain.fictional_answers import (
    EVENTS,
    TREES,
    UNCERTAIN,
    UNTIL_ESTABLISHED,
    Event,
    changes_between,
)

BODY = "cl.servicio-ficticio"
LAST = 14
DAYS = [UNTIL_ESTABLISHED, *TREES]
Plain = dict[str, Any]

STRUCTURE = """
query ($day: Date!, $entry: KnownAt) {
  organization(code: "cl.servicio-ficticio") {
    structure(asOf: $day, knownAt: $entry) {
      basis
      certain
      coverage { status }
      organization { name }
      units(first: 200) {
        edges {
          node {
            code
            name
            objective
            parent { code }
            posts { code heads name occupancy appointments { holder capacity } }
            functions { code label text unit { code } }
          }
        }
      }
    }
  }
}
"""
DIFF = """
query ($base: Date!, $target: Date!) {
  organization(code: "cl.servicio-ficticio") {
    diff(base: $base, target: $target) {
      base { certain }
      target { certain }
      changes { kind subject code unit before after since { value } legalBasis { source { key } } }
    }
  }
}
"""


def tree(units: list[Plain], above: str | None = None, indent: str = "") -> Iterator[str]:
    """Print flat units as tests/domain/fictional.py prints a structure."""
    for unit in units:
        if (unit["parent"] or {"code": None})["code"] != above:
            continue
        yield f"{indent}{unit['code']}: {unit['name']}" + (
            f" | {unit['objective']}" if unit["objective"] else ""
        )
        for post in unit["posts"]:
            star = " *" if post["heads"] else ""
            yield f"{indent}  [{post['code']}{star} {post['name'] or '?'}: {held(post)}]"
        for function in unit["functions"]:
            assert function["unit"] == {"code": unit["code"]}
            yield f"{indent}  {function['label']}) {function['text']} <{function['code']}>"
        yield from tree(units, unit["code"], indent + "  ")


def held(post: Plain) -> str:
    holders = [f"{each['holder']} ({each['capacity'] or '?'})" for each in post["appointments"]]
    return ", ".join(holders) or {"VACANT": "vacante", "UNKNOWN": "?"}[post["occupancy"]]


def units_of(structure: Plain) -> list[Plain]:
    return [edge["node"] for edge in structure["units"]["edges"]]


def act(basis: Plain | None) -> str | None:
    """Return `number/year` of the source behind a fact."""
    if basis is None:
        return None
    *_, year, number = basis["source"]["key"].split("/")
    return f"{number}/{year}"


@pytest.mark.parametrize("day", TREES)
def test_the_structure_from_each_change_point_on(graphql: Asker, day: str) -> None:
    structure = graphql.data(STRUCTURE, day=day)["organization"]["structure"]
    assert "\n".join(tree(units_of(structure))) == TREES[day].strip("\n")
    assert structure["certain"] is (day not in UNCERTAIN)
    assert structure["coverage"] == {"status": "COMPLETE"}
    assert structure["organization"] == {"name": "Servicio Nacional de Faros"}


def test_the_change_points_are_these_days(graphql: Asker) -> None:
    query = f'{{ organization(code: "{BODY}") {{ changePoints }} }}'
    assert graphql.data(query)["organization"]["changePoints"] == list(TREES)


def test_the_diff_of_any_two_days_names_the_act_behind_each_change(graphql: Asker) -> None:
    days = {(event.kind, event.code, event.since): event.day for event in EVENTS}
    for base, target in product(DAYS, DAYS):
        if target < base:
            continue
        changes = graphql.data(DIFF, base=base, target=target)["organization"]["diff"]["changes"]
        found = [
            Event(
                day=days[
                    change["kind"].lower(), change["code"], change["since"] and change["since"]["value"]
                ],
                kind=change["kind"].lower(),
                code=change["code"],
                before=change["before"],
                after=change["after"],
                since=change["since"] and change["since"]["value"],
                source=act(change["legalBasis"]),
            )
            for change in changes
        ]
        assert len(found) == len(set(found)), (base, target)
        assert set(found) == changes_between(base, target), (base, target)


def test_the_history_of_a_unit_that_moves_twice(graphql: Asker) -> None:
    query = """{ unit(organization: "cl.servicio-ficticio", code: "boyas") { versions {
      totalCount
      edges { node {
        parent { code name } children { code }
        inForceFrom { value } inForceUntil { value }
        legalBasis { source { key } } endedBy { source { key } }
      } }
    } } }"""
    versions = graphql.data(query)["unit"]["versions"]
    assert versions["totalCount"] == 3
    assert [
        (
            node["parent"]["name"],
            node["inForceFrom"]["value"],
            node["inForceUntil"] and node["inForceUntil"]["value"],
            act(node["legalBasis"][-1]),
            act(node["endedBy"]),
        )
        for node in (edge["node"] for edge in versions["edges"])
    ] == [
        ("División de Operaciones", "2015-03-01", "2018-01-15", "1/2015", "3/2018"),
        ("División de Apoyo", "2018-01-15", "2022-04-01", "3/2018", "12/2022"),
        ("Dirección del Servicio", "2022-04-01", None, "12/2022", None),
    ]


def test_the_history_of_a_function_that_goes_to_another_unit_with_a_new_letter(graphql: Asker) -> None:
    query = """{ organization(code: "cl.servicio-ficticio") { function(code: "boyas.1") {
      id
      versions { edges { node {
        label text unit { code name } function { id }
        legalBasis { source { key } } endedBy { source { key } }
      } } }
    } } }"""
    function = graphql.data(query)["organization"]["function"]
    nodes = [edge["node"] for edge in function["versions"]["edges"]]
    assert [
        (node["unit"]["code"], node["label"], act(node["legalBasis"][-1]), act(node["endedBy"]))
        for node in nodes
    ] == [("boyas", "a", "1/2015", "60/2020"), ("faros-norte", "c", "60/2020", None)]
    assert {node["function"]["id"] for node in nodes} == {function["id"]}


def test_the_register_answers_with_what_it_knew(graphql: Asker) -> None:
    """The act of 2017 was enacted last of all: before its entry, 2017 looks as if it had never been."""
    then = graphql.data(STRUCTURE, day="2017-05-31", entry={"entry": LAST - 1})["organization"]["structure"]
    now = graphql.data(STRUCTURE, day="2017-05-31")["organization"]["structure"]
    assert "\n".join(tree(units_of(then))) == TREES["2016-07-01"].strip("\n")
    assert "\n".join(tree(units_of(now))) == TREES["2017-02-01"].strip("\n")
    assert now["basis"] == LAST
    pinned = graphql.data(STRUCTURE, day="2017-05-31", entry={"entry": now["basis"]})
    assert pinned["organization"]["structure"] == now


def test_an_instant_stands_for_the_newest_entry_by_then(graphql: Asker) -> None:
    late = graphql.data(STRUCTURE, day="2017-05-31", entry={"instant": "2999-01-01T00:00:00-03:00"})
    assert late == graphql.data(STRUCTURE, day="2017-05-31")
    early = graphql.data(STRUCTURE, day="2017-05-31", entry={"instant": "2015-01-01T00:00:00Z"})
    structure = early["organization"]["structure"]
    assert (structure["basis"], structure["coverage"], structure["units"]) == (0, {"status": "NONE"}, None)


def test_sources_are_listed_as_they_were_known(graphql: Asker) -> None:
    query = f'query ($e: KnownAt) {{ organization(code: "{BODY}") {{ legalSources(knownAt: $e) {{ totalCount }} }} }}'
    assert graphql.data(query)["organization"]["legalSources"]["totalCount"] == 12
    earlier = graphql.data(query, e={"entry": LAST - 1})["organization"]["legalSources"]
    assert earlier["totalCount"] == 11
