"""Legal sources over GraphQL: what one does to another, and the doubts that were settled about its text."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from starlette.testclient import TestClient

from organica.domain.source import Relation, RelationKind
from tests.api.conftest import an_application
from tests.api.graphql.asking import Asker
from tests.makers import a_resolution, a_unit, key_of
from tests.support.stores import enact_in

LAW = "cl/congreso/ley/2003/19886"
AMENDED = key_of("1", "2015")
RELATIONS = """query ($id: ID!) {
  legalSource(id: $id) { relations { kind target source { citation relations { kind } } } }
}"""
DOUBTS = """{ organization(code: "cl.chilecompra") {
  legalSources { edges { node { doubts { code unit lines printed decision } } } }
} }"""


def test_a_source_tells_what_it_does_to_others_in_the_register_and_outside_it(database_url: str) -> None:
    later = a_resolution(a_unit("boyas"), number="2", in_force_from="2016-01-01")
    relations = (Relation(RelationKind.AMENDS, AMENDED), Relation(RelationKind.IMPLEMENTS, LAW))
    later = replace(later, source=replace(later.source, relations=relations))
    asyncio.run(enact_in(database_url, a_resolution(a_unit("faros")), later))
    with TestClient(an_application(database_url)) as client:
        graphql = Asker(client)
        found = graphql.data(RELATIONS, id=f"source/{key_of('2', '2016')}")["legalSource"]["relations"]
    assert found == [
        {
            "kind": "AMENDS",
            "target": AMENDED,
            "source": {"citation": "Resolución exenta 1 de 2015", "relations": []},
        },
        {"kind": "IMPLEMENTS", "target": LAW, "source": None},
    ]


def test_the_doubts_about_a_text_stand_beside_what_was_decided(graphql: Asker) -> None:
    edges = graphql.data(DOUBTS)["organization"]["legalSources"]["edges"]
    doubts = [doubt for edge in edges for doubt in edge["node"]["doubts"]]
    assert [(doubt["code"], doubt["unit"]) for doubt in doubts] == [
        ("name_variant", "formacion-y-capacitacion-usuaria"),
        ("date_assumed", None),
        ("name_variant", None),
        ("contents_not_at_hand", None),
        ("contents_not_at_hand", None),
        ("date_assumed", None),
    ]
    assert all(doubt["decision"] for doubt in doubts)
