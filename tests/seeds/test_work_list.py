"""The work list of all seeds, over REST, as a table, over GraphQL and on the command line: one list."""

from __future__ import annotations

import json
from typing import Any

from starlette.testclient import TestClient

from tests.seeds.conftest import Asking

QUERY = """
query ($kinds: [WorkKind!], $organization: String, $after: String) {
  workList(kinds: $kinds, organization: $organization, first: 7, after: $after) {
    edges { cursor node { kind noun thing label en: label(lang: "en") reference organization { code } } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}
"""
REPORT = (
    "int/oea/informe/2023/cooperacion-bilateral-rial-oea-entre-los-ministerios-de-trabajo-de-peru-y-paraguay"
)


def over_rest(client: TestClient, asked: str = "") -> list[dict[str, Any]]:
    """Return the whole list, following its links."""
    address, found = f"/v1/work-list?limit=7{asked}", []
    while address:
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        address = answer.json()["next"]
    return found


def test_every_page_follows_and_nothing_comes_twice(seeded: TestClient) -> None:
    whole = over_rest(seeded)
    assert len(whole) > 100
    assert len({json.dumps(each) for each in whole}) == len(whole)
    assert [each["organization"] for each in whole] == sorted(each["organization"] for each in whole)
    assert {each["organization"] for each in whole} >= {
        "cl.chilecompra",
        "pe.mtpe",
        "bo.gam-cobija",
        "int.oea",
    }


def test_each_declared_gap_is_an_item_with_its_place(ask: Asking) -> None:
    page = ask.rest("work-list?organization=py.mtess&kinds=declared_gap")
    [question] = [each for each in page["items"] if each["reference"] == f"{REPORT}#estructura-organica"]
    assert question == {
        "kind": "declared_gap",
        "organization": "py.mtess",
        "noun": "organization",
        "thing": "py.mtess",
        "es": "No se sabe: ¿Qué estructura orgánica tiene el ministerio?",
        "en": "Not known: ¿Qué estructura orgánica tiene el ministerio?",
        "text": "¿Qué estructura orgánica tiene el ministerio?",
        "source": REPORT,
        "file": None,
        "lines": "290-290",
        "reference": f"{REPORT}#estructura-organica",
        "count": 1,
    }
    assert len(page["items"]) == 8


def test_mentions_fields_and_parents_that_are_missing_are_items_too(seeded: TestClient) -> None:
    kinds = {each["kind"] for each in over_rest(seeded, "&organization=cl.chilecompra")}
    assert kinds >= {
        "unknown_parent",
        "unresolved_mention",
        "source_without_date",
        "source_without_text",
        "uncertain_date",
        "basis_without_article",
    }


def test_graphql_tells_the_same_in_the_same_order(ask: Asking, seeded: TestClient) -> None:
    kinds = ["DECLARED_GAP", "UNKNOWN_PARENT"]
    told, after = [], None
    while True:
        page = ask.graphql(QUERY, kinds=kinds, after=after)["workList"]
        told += [edge["node"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert [
        (each["kind"].lower(), each["organization"]["code"], each["thing"], each["label"], each["en"])
        for each in told
    ] == [
        (each["kind"], each["organization"], each["thing"], each["es"], each["en"])
        for each in over_rest(seeded, "&kinds=declared_gap,unknown_parent")
    ]


def test_it_is_a_table_too(seeded: TestClient) -> None:
    address = "/v1/work-list.csv?organization=pe.oece&kinds=declared_gap"
    lines = seeded.get(address).text.splitlines()
    assert lines[0] == (
        "kind,organization,noun,thing,es,en,text,source,file,lines,reference,count,as_of,known_at"
    )
    assert len(lines) == 3
    rows = seeded.get(address.replace(".csv", ".jsonl")).text.splitlines()
    assert [json.loads(row)["kind"] for row in rows] == ["declared_gap", "declared_gap"]


def test_before_an_organization_was_known_it_has_no_list(seeded: TestClient) -> None:
    early = seeded.get("/v1/work-list?known_at=1&limit=200").json()
    assert {each["organization"] for each in early["items"]} == {"cl.chilecompra"}
    assert early["known_at"]["entry"] == 1


def test_what_cannot_be_asked_is_refused(seeded: TestClient) -> None:
    asked = {
        "kinds=nada": "unknown_work_kind",
        "after=nada": "bad_work_cursor",
        "after=%C3%B1": "bad_work_cursor",
        "organization=cl.nadie": "unknown_organization",
    }
    for question, code in asked.items():
        answer = seeded.get(f"/v1/work-list?{question}")
        assert (answer.json()["code"], answer.status_code in (400, 404)) == (code, True), answer.text
    wrong = {"query": '{ workList(after: "nada") { edges { cursor } } }'}
    refused = seeded.post("/graphql", json=wrong).json()["errors"][0]
    assert refused["extensions"]["code"] == "bad_cursor"
