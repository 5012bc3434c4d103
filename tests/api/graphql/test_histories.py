"""Histories over GraphQL, on both engines: posts over all time, versions of organizations, acts of a difference."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.api.graphql.asking import Asker
from tests.domain.fictional_answers import TREES, UNTIL_ESTABLISHED

BODY = "cl.servicio-ficticio"
POST = """
query ($code: String!, $entry: KnownAt) {
  organization(code: "cl.servicio-ficticio") {
    post(code: $code) {
      id
      code
      organization { code }
      versions(knownAt: $entry) { totalCount edges { node { code name heads post { id } } } }
      appointments(knownAt: $entry) {
        from
        until
        ending
        endedBy { source { number } }
        appointment { code holder withheld capacity employment }
      }
      occupancy(knownAt: $entry) { from until occupancy appointments }
    }
  }
}
"""
ACTS = """
query ($base: Date!, $target: Date!) {
  organization(code: "cl.servicio-ficticio") {
    diff(base: $base, target: $target) {
      changes { kind code after }
      acts {
        source { number }
        ref citation normative entry effect day words
        since { value }
        provision { article }
        rectifiedBy { role }
        changes { kind code after }
      }
    }
  }
}
"""


def test_a_post_over_all_time(graphql: Asker) -> None:
    post = graphql.data(POST, code="direccion.p1")["organization"]["post"]
    assert (post["id"], post["organization"]) == (f"post/{BODY}/direccion.p1", {"code": BODY})
    assert [edge["node"]["post"]["id"] for edge in post["versions"]["edges"]] == [post["id"]]
    [held] = post["appointments"]
    assert held == {
        "from": "2023-01-01",
        "until": "2026-01-01",
        "ending": "LAPSED",
        "endedBy": {"source": {"number": "1"}},
        "appointment": {
            "code": "direccion.p1.1",
            "holder": "Marta Farías Luz",
            "withheld": False,
            "capacity": "titular",
            "employment": None,
        },
    }
    assert [(each["from"], each["until"], each["occupancy"]) for each in post["occupancy"]][1:] == [
        ("2023-01-01", "2026-01-01", "HELD"),
        ("2026-01-01", None, "VACANT"),
    ]
    before = graphql.data(POST, code="direccion.p1", entry={"entry": 5})["organization"]["post"]
    assert before["appointments"] == []


def test_a_post_is_found_by_its_id_and_an_unknown_one_is_null(graphql: Asker) -> None:
    query = "query ($id: ID!) { node(id: $id) { id __typename } }"
    found = graphql.data(query, id=f"post/{BODY}/direccion.p1")["node"]
    assert found == {"id": f"post/{BODY}/direccion.p1", "__typename": "Post"}
    assert graphql.data(query, id=f"post/{BODY}/direccion.p9")["node"] is None
    assert graphql.data(POST, code="direccion.p9")["organization"]["post"] is None


def test_the_versions_of_an_organization(graphql: Asker) -> None:
    query = (
        '{ organization(code: "cl.servicio-ficticio") '
        "{ versions { edges { node { name inForceFrom { value } } } } } }"
    )
    assert graphql.data(query)["organization"]["versions"]["edges"] == [
        {"node": {"name": "Servicio Nacional de Faros", "inForceFrom": {"value": "2015-03-01"}}}
    ]


@pytest.mark.parametrize(("base", "target"), list(combinations([UNTIL_ESTABLISHED, *TREES], 2))[::7])
def test_the_acts_between_two_days_carry_the_changes_of_their_difference(
    graphql: Asker, base: str, target: str
) -> None:
    found = graphql.data(ACTS, base=base, target=target)["organization"]["diff"]
    told = [change for act in found["acts"] for change in act["changes"]]
    assert all(change in found["changes"] for change in told)
    assert all(change["kind"].endswith("GAVE_WAY") for change in found["changes"] if change not in told)
    assert all(base < act["day"] <= target for act in found["acts"])


def test_an_act_has_the_words_of_its_file(graphql: Asker) -> None:
    found = graphql.data(ACTS, base="2016-06-30", target="2016-07-01")["organization"]["diff"]
    [act] = found["acts"]
    assert act["words"] == "rename: {unit: operaciones, name: División de Señalización Marítima}\n"
    assert (act["source"]["number"], act["ref"], act["effect"], act["day"]) == (
        "20",
        "1",
        "BEGINS",
        "2016-07-01",
    )
