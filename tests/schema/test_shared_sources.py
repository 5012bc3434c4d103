"""A source that two organizations register has one id and one content, whoever leads to it."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from db.store import Store
from organica.files.reading import read_text
from organica.register.consult import Consult
from organica.register.enact import enact
from tests.schema.test_execute import data

KEY = "cl/segpres/decreto/2015/7"
FILE = """
organica: resolution/1
organization: cl.{name}
source:
  kind: decreto
  issuer: segpres
  number: "7"
  year: 2015
  title: "{title}"
  in_force_from: {{value: "2015-01-01", basis: stated}}
coverage: {{complete_under: [cl.{name}]}}
acts:
  - state: {{organization: cl.{name}, name: "{name}", time_zone: America/Santiago}}
  - state: {{unit: u, parent: none, kind: Unidad, name: "Unidad", objective: "x"}}
"""
SOURCE = "id key citation title kind number year normative inForceFrom { value }"
PARTS = {
    "alfa": 'alfa: organization(code: "cl.alfa") { structure { roots { legalBasis { source { ...S } } } } }',
    "beta": 'beta: organization(code: "cl.beta") { structure { roots { legalBasis { source { ...S } } } } }',
    "list": 'list: organization(code: "cl.alfa") { legalSources { edges { node { source { ...S } } } } }',
    "node": f'node: node(id: "source/{KEY}") {{ ...S }}',
    "cited": 'cited: legalSource(organization: "cl.beta", citation: "Título de beta") { ...S }',
    "named": f'named: legalSource(id: "source/{KEY}") {{ ...S }}',
}


@pytest.fixture
async def consult(store: Store) -> Consult:
    """The reads of a register in which two organizations registered one decree, each with its own title."""
    for name in ("alfa", "beta"):
        await enact(store, read_text(FILE.format(name=name, title=f"Título de {name}"), f"{name}.yaml"))
    return Consult(store)


def sources_in(value: Any) -> list[Any]:
    """Return every source below a value."""
    if isinstance(value, list):
        return [found for each in value for found in sources_in(each)]
    if not isinstance(value, dict):
        return []
    return [value] if "key" in value else sources_in(list(value.values()))


async def test_one_id_has_one_content_in_whatever_order_it_is_asked_for(consult: Consult) -> None:
    answers = []
    for order in permutations(PARTS, 3):
        query = (
            "{ " + " ".join(PARTS[part] for part in order) + " } fragment S on LegalSource { " + SOURCE + " }"
        )
        found = sources_in(await data(consult, query))
        assert len(found) == 3, order
        answers += found
    assert {source["id"] for source in answers} == {f"source/{KEY}"}
    assert all(source == answers[0] for source in answers)


async def test_each_organization_lists_the_entry_by_which_it_registered_the_source(consult: Consult) -> None:
    query = """{ organizations { edges { node {
      code legalSources { edges { node { entry organization { code } source { key } } } }
    } } } }"""
    listed = {
        edge["node"]["code"]: [each["node"] for each in edge["node"]["legalSources"]["edges"]]
        for edge in (await data(consult, query))["organizations"]["edges"]
    }
    assert listed == {
        code: [{"entry": entry, "organization": {"code": code}, "source": {"key": KEY}}]
        for entry, code in enumerate(("cl.alfa", "cl.beta"), start=1)
    }


async def test_what_two_organizations_share_is_known_as_it_was(consult: Consult) -> None:
    query = """{ organization(code: "cl.beta") {
      now: legalSources { totalCount } then: legalSources(knownAt: {entry: 1}) { totalCount }
    } }"""
    found = (await data(consult, query))["organization"]
    assert found == {"now": {"totalCount": 1}, "then": {"totalCount": 0}}
