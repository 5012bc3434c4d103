"""Executing on the real store: one load an organization, one state of knowledge, cheap refusals."""

from __future__ import annotations

import time
from typing import Any

import pytest

from db.store import Store
from organica.register.archive import Archive
from organica.register.consult import Consult
from organica.register.enact import enact
from schema import execute as executing
from schema.execute import MAX_DOCUMENTS, execute
from tests.domain.fictional import fictional_resolutions


class Counting(Consult):
    """Counts the loads."""

    def __init__(self, register: Store) -> None:
        super().__init__(register)
        self.loads = 0

    async def archive(self, organization: str) -> Archive:
        self.loads += 1
        return await super().archive(organization)


async def data(consult: Consult, query: str, **variables: Any) -> Any:
    answer = await execute(query, consult, variables=variables)
    assert answer.executed
    assert answer.faults == ()
    return answer.data


async def test_an_organization_is_loaded_once_a_request(store: Store) -> None:
    for resolution in fictional_resolutions()[:3]:
        await enact(store, resolution)
    consult = Counting(store)
    found = await data(
        consult,
        """{ organization(code: "cl.servicio-ficticio") {
          a: structure(asOf: "2015-03-01") { roots { code children { code functions { code unit { code } } } } }
          b: structure(asOf: "2018-03-01") { roots { code legalBasis { source { key } } } }
          unit(code: "boyas") { versions { edges { node { code unit { organization { code } } } } } }
          changePoints
        } }""",
    )
    assert found["organization"]["changePoints"] == ["2015-03-01", "2016-07-01", "2018-01-15"]
    assert consult.loads == 1


async def test_a_reader_sees_an_entry_at_once_by_pinning_it(store: Store) -> None:
    first, second, *_ = fictional_resolutions()
    await enact(store, first)
    consult = Consult(store)
    query = """query ($k: KnownAt) { organization(code: "cl.servicio-ficticio") {
      now: structure(asOf: "2016-07-01") { basis }
      pinned: structure(asOf: "2016-07-01", knownAt: $k) { basis unit(code: "operaciones") { name } }
    } }"""
    assert (await data(consult, query, k={"entry": 1}))["organization"]["pinned"]["basis"] == 1
    await enact(store, second)
    pinned = (await data(consult, query, k={"entry": 2}))["organization"]["pinned"]
    assert pinned == {"basis": 2, "unit": {"name": "División de Señalización Marítima"}}


async def test_an_empty_register_has_no_organizations(store: Store) -> None:
    found = await data(
        Consult(store),
        '{ organizations { totalCount edges { cursor } } organization(code: "cl.a") { code } }',
    )
    assert found == {"organizations": {"totalCount": 0, "edges": []}, "organization": None}


async def test_the_cache_of_documents_is_bounded(store: Store) -> None:
    consult = Consult(store)
    for number in range(MAX_DOCUMENTS + 10):
        await data(consult, f"{{ a{number}: __typename }}")
    assert len(executing._documents) == MAX_DOCUMENTS
    await data(consult, "{ __typename }" + " " * 10_000)
    assert len(executing._documents) == MAX_DOCUMENTS


async def test_a_document_that_was_read_before_may_still_not_write_over_get(store: Store) -> None:
    query = "query A { __typename }"
    assert (await execute(query, Consult(store), reading=True)).data == {"__typename": "Query"}
    refused = await execute("mutation { __typename }", Consult(store), reading=True)
    assert [fault.refusal.code for fault in refused.faults] == ["mutation_over_get"]


FAN = "".join(f" fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(60))
WIDE = "{ ...F0 }" + FAN + " fragment F60 on Query { __typename }"
ALIASES = "{" + " ".join(f"a{n}: organizations {{ totalCount }}" for n in range(290)) + "}"
SAME = "{" + "__typename " * 1_400 + "}"
NESTED = "{ organization(code: " + "[" * 700 + "]" * 700 + ") { id } }"
OBJECTS = "{ organization(code: " + "{a:" * 480 + "1" + "}" * 480 + ") { id } }"
INLINE = "{" + "... on Query {" * 300 + "__typename" + "}" * 301


@pytest.mark.parametrize(
    "query",
    [WIDE, ALIASES, SAME, NESTED, OBJECTS, INLINE],
    ids=["fan", "aliases", "same", "lists", "objects", "inline"],
)
async def test_an_attack_costs_less_than_a_second(store: Store, query: str) -> None:
    started = time.perf_counter()
    answer = await execute(query, Consult(store))
    assert time.perf_counter() - started < 1
    assert answer.executed or answer.faults
    assert "internal_error" not in {fault.refusal.code for fault in answer.faults}
