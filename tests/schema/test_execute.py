"""Executing on the real store: one load an organization, one state of knowledge, cheap refusals."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from graphql import get_introspection_query

from db.store import Store
from organica.files import read_file
from organica.register.archive import Archive
from organica.register.consult import Consult
from organica.register.enact import enact
from schema import execute as executing
from schema import request as requests
from schema.budget import MAX_FIELDS, MAX_OBJECTS, MAX_S, Budget
from schema.execute import MAX_DOCUMENTS, execute
from schema.refusals import QueryTooCostly
from tests.domain.fictional import fictional_resolutions


class Counting(Consult):
    """Counts the loads."""

    def __init__(self, register: Store) -> None:
        super().__init__(register)
        self.loads = 0

    async def archive(self, organization: str, at_least: int = 0) -> Archive:
        self.loads += 1
        return await super().archive(organization, at_least)


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
ALIASES = "{" + " ".join(f"a{n}: organizations {{ totalCount }}" for n in range(240)) + "}"
SAME = "{" + "__typename " * 1_400 + "}"
NESTED = "{ organization(code: " + "[" * 700 + "]" * 700 + ") { id } }"
OBJECTS = "{ organization(code: " + "{a:" * 480 + "1" + "}" * 480 + ") { id } }"
INLINE = "{" + "... on Query {" * 300 + "__typename" + "}" * 301


ATTACKS = {
    "fan": (WIDE, "query_too_deep"),
    "the same 1,400 times": (SAME, "query_not_valid"),
    "lists": (NESTED, "query_too_deep"),
    "objects": (OBJECTS, "query_too_deep"),
    "inline": (INLINE, "query_too_deep"),
}


@pytest.mark.parametrize(("query", "code"), ATTACKS.values(), ids=ATTACKS)
async def test_an_attack_is_refused_before_it_runs(store: Store, query: str, code: str) -> None:
    answer = await execute(query, Consult(store))
    assert (answer.executed, answer.data, answer.objects, answer.fields) == (False, None, 0, 0)
    assert [fault.refusal.code for fault in answer.faults] == [code]


async def test_repeating_what_is_cheap_is_allowed(store: Store) -> None:
    aliases = await execute(ALIASES, Consult(store))
    assert aliases.data == {f"a{n}": {"totalCount": 0} for n in range(240)}
    assert (aliases.faults, aliases.objects, aliases.fields) == ((), 240, 480)


CHILECOMPRA = Path(__file__).parents[2] / "seeds" / "cl.chilecompra" / "resolutions"
BRANCHES = """organization(code: "cl.chilecompra") { structure(asOf: "2025-01-01") {
  roots { children { %s } }
} }"""


@pytest.fixture
async def chilecompra(store: Store) -> Consult:
    """The reads of a register with a division of five departments and 61 functions."""
    for file in sorted(CHILECOMPRA.glob("*.yaml")):
        await enact(store, read_file(file))
    return Consult(store)


def to_and_fro(times: int, asked: str) -> str:
    """Return a query that goes from each function to its unit and from there to all functions again."""
    return (
        "{ " + BRANCHES % ("functions { unit { " * times + f"functions {{ {asked} }}" + " } }" * times) + " }"
    )


POSITIONS = " ".join(f"a{n}: position" for n in range(40))
NULLS = " ".join(f"a{n}: heldBy {{ code }}" for n in range(40))
COSTLY = {
    "to and fro": (to_and_fro(3, "code"), MAX_OBJECTS, "objects"),
    "to and fro, with 40 aliases": (to_and_fro(3, POSITIONS), MAX_FIELDS, "fields"),
    "to and fro over nulls": (to_and_fro(2, NULLS), MAX_FIELDS, "fields"),
    "to and fro, with something to wait for": (
        to_and_fro(2, "legalBasis { source { key } }"),
        MAX_OBJECTS,
        "objects",
    ),
    "aliases of fields": (
        to_and_fro(1, " ".join(f"a{n}: text" for n in range(300))),
        MAX_FIELDS,
        "fields",
    ),
    "aliases of the introspection": (
        "{ __schema { types { fields { " + " ".join(f"a{n}: description" for n in range(450)) + " } } } }",
        MAX_FIELDS,
        "fields",
    ),
}


@pytest.mark.parametrize(("query", "limit", "of"), COSTLY.values(), ids=COSTLY)
async def test_an_attack_that_no_text_betrays_is_stopped_while_it_runs(
    chilecompra: Consult, query: str, limit: int, of: str
) -> None:
    answer = await execute(query, chilecompra)
    # What had begun to wait when the execution stopped ends by itself, and does no more work.
    if waiting := asyncio.all_tasks() - {asyncio.current_task()}:
        _, unfinished = await asyncio.wait(waiting, timeout=5)
        assert not unfinished
    assert (answer.executed, answer.data) == (True, None)
    [fault] = answer.faults
    assert isinstance(fault.refusal, QueryTooCostly)
    assert (fault.refusal.facts["limit"], fault.refusal.facts["of"]) == (limit, of)
    assert getattr(answer, of) == limit
    assert (answer.objects <= MAX_OBJECTS, answer.fields <= MAX_FIELDS) == (True, True)
    written = {language: fault.written(language) for language in ("es", "en")}
    spanish = {"objects": "objetos", "fields": "campos"}[of]
    assert f"se detuvo al pasar de {limit} {spanish} " in written["es"]["message"]
    assert f"stopped beyond {limit} {of}" in written["en"]["message"]
    assert "first" in written["en"]["extensions"]["remedy"]


async def test_after_an_attack_the_next_reader_is_answered(chilecompra: Consult) -> None:
    await execute(COSTLY["to and fro, with something to wait for"][0], chilecompra)
    assert (await data(chilecompra, "{ organizations { totalCount } }"))["organizations"] == {"totalCount": 1}


WHOLE = """{ organization(code: "cl.chilecompra") { structure(asOf: "2025-01-01") {
  basis certain coverage { status checkedOn } inForceFrom { value }
  units(first: 200) { edges { node {
    id code kind name objective parent { code } inForceFrom { value basis }
    headPost { name appointments { holder } }
    legalBasis { citation source { id citation } }
    functions { id code label text position inForceFrom { value basis } legalBasis { citation source { id } } }
  } } }
} } }"""


async def test_the_whole_structure_with_all_functions_costs_a_small_part(chilecompra: Consult) -> None:
    answer = await execute(WHOLE, chilecompra)
    assert answer.faults == ()
    assert 61 * 4 < answer.objects < MAX_OBJECTS / 10
    assert answer.fields < MAX_FIELDS / 10


async def test_the_introspection_resolves_no_objects_of_ours(store: Store) -> None:
    query = get_introspection_query(
        descriptions=True, specified_by_url=True, input_value_deprecation=True, schema_description=True
    )
    answer = await execute(query, Consult(store))
    assert (answer.faults, answer.objects) == ((), 0)
    assert answer.fields < MAX_FIELDS / 2


async def test_an_execution_is_stopped_when_its_time_is_over(
    chilecompra: Consult, monkeypatch: pytest.MonkeyPatch
) -> None:
    instants = iter(range(1_000_000))
    # Each look at the clock finds it 10 ms later, so that 500 looks are 5 seconds.
    monkeypatch.setattr(requests, "Budget", lambda: Budget(clock=lambda: next(instants) / 100))
    answer = await execute(WHOLE, chilecompra)
    assert (answer.executed, answer.data) == (True, None)
    [fault] = answer.faults
    assert (fault.refusal.code, fault.refusal.facts["limit"], fault.refusal.facts["of"]) == (
        "query_too_costly",
        MAX_S,
        "seconds",
    )
    assert answer.objects + answer.fields == 500
