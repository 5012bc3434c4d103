"""Executing on the real store: one load an organization, one state of knowledge, cheap refusals."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from graphql import get_introspection_query

from db.store import Store
from organica.files import read_file
from organica.register.archive import Archive
from organica.register.consult import Consult
from organica.register.enact import enact
from organica.register.turns import Slices, share_interpreter
from schema import documents
from schema import execute as executing
from schema.budget import MAX_OBJECTS, MAX_S, Budget, CostLimits
from schema.documents import MAX_DOCUMENTS, is_known
from schema.execute import execute
from schema.refusals import QueryTooCostly
from tests.domain.fictional import fictional_resolutions

MAX_FIELDS = CostLimits().fields


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


async def test_the_documents_that_are_kept_are_bounded_and_those_asked_again_stay(store: Store) -> None:
    consult = Consult(store)
    asked_again = "query Again { __typename }"
    for _ in range(2):
        await data(consult, asked_again)
    for number in range(MAX_DOCUMENTS + 5):
        await data(consult, f"query Q{number} {{ __typename }}")
    assert len(documents._known) <= 2 * MAX_DOCUMENTS
    assert is_known(asked_again)
    assert is_known(f"query Q{MAX_DOCUMENTS + 4} {{ __typename }}")
    assert not is_known("query Q0 { __typename }")
    await data(consult, "query Long { " + "__typename " * 90 + " ".join("," * 8_000) + "}")
    assert len(documents._known) <= 2 * MAX_DOCUMENTS


async def test_a_document_that_was_read_before_may_still_not_write_over_get(store: Store) -> None:
    query = "query A { __typename }"
    assert (await execute(query, Consult(store), reading=True)).data == {"__typename": "Query"}
    refused = await execute("mutation { __typename }", Consult(store), reading=True)
    assert [fault.refusal.code for fault in refused.faults] == ["mutation_over_get"]


FAN = "".join(f" fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(60))
WIDE = "{ ...F0 }" + FAN + " fragment F60 on Query { __typename }"
NARROW = "{ ...F0 }" + "".join(FAN.partition(" fragment F29")[:1]) + " fragment F29 on Query { __typename }"
FRAGMENTS = "{ ...F0 }" + "".join(f" fragment F{n} on Query {{ __typename }}" for n in range(31))
ONE_FIELD = 'organization(code: "x") { code structure { roots { name } } } '
ONE_IN_MANY = (
    "{"
    + "".join(f" ...F{n}" for n in range(30))
    + " }"
    + "".join(f" fragment F{n} on Query {{ organizations {{ {'totalCount ' * 4} }} }}" for n in range(30))
)
ALIASES = "{" + " ".join(f"a{n}: organizations {{ totalCount }}" for n in range(240)) + "}"
SAME = "{" + "__typename " * 1_400 + "}"
NESTED = "{ organization(code: " + "[" * 700 + "]" * 700 + ") { id } }"
OBJECTS = "{ organization(code: " + "{a:" * 480 + "1" + "}" * 480 + ") { id } }"
INLINE = "{" + "... on Query {" * 300 + "__typename" + "}" * 301


ATTACKS = {
    "fan": (WIDE, "too_many_fragments"),
    "fan of 30": (NARROW, "query_too_wide"),
    "the same 1,400 times": (SAME, "query_repeats_itself"),
    "lists": (NESTED, "query_too_deep"),
    "objects": (OBJECTS, "query_too_deep"),
    "inline": (INLINE, "query_too_deep"),
    "fragments": (FRAGMENTS, "too_many_fragments"),
    "one field 85 times": ("{" + ONE_FIELD * 85 + "}", "query_repeats_itself"),
    "one field in 30 fragments": (ONE_IN_MANY, "query_repeats_itself"),
    "a fragment within itself": (
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        "query_not_valid",
    ),
}


@pytest.mark.parametrize(("query", "code"), ATTACKS.values(), ids=ATTACKS)
async def test_an_attack_is_refused_before_it_runs(store: Store, query: str, code: str) -> None:
    answer = await execute(query, Consult(store))
    assert (answer.executed, answer.data, answer.budget) == (False, None, None)
    assert [fault.refusal.code for fault in answer.faults] == [code]


async def test_repeating_what_is_cheap_is_allowed(store: Store) -> None:
    aliases = await execute(ALIASES, Consult(store))
    assert aliases.data == {f"a{n}": {"totalCount": 0} for n in range(240)}
    assert aliases.budget is not None
    assert (aliases.faults, aliases.budget.objects, aliases.budget.fields) == ((), 240, 480)


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
    assert answer.budget is not None
    assert getattr(answer.budget, of) == limit
    assert (answer.budget.objects <= MAX_OBJECTS, answer.budget.fields <= MAX_FIELDS) == (True, True)
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
    assert answer.budget is not None
    assert 61 * 4 < answer.budget.objects < MAX_OBJECTS / 10
    assert answer.budget.fields < MAX_FIELDS / 10


async def test_the_introspection_resolves_no_objects_of_ours(store: Store) -> None:
    query = get_introspection_query(
        descriptions=True, specified_by_url=True, input_value_deprecation=True, schema_description=True
    )
    answer = await execute(query, Consult(store))
    assert answer.budget is not None
    assert (answer.faults, answer.budget.objects) == ((), 0)
    small = await execute(query, Consult(store), limits=CostLimits(objects=1))
    assert (small.faults, small.data) == ((), answer.data)


async def test_no_other_introspection_is_exempt(store: Store) -> None:
    twice = "{ __schema { types { name again: name } } }"
    beside = "{ __schema { types { name } } organizations { totalCount } }"
    for query in (twice, beside, "{ __schema { types { name } } other: __schema { types { name } } }"):
        answer = await execute(query, Consult(store), limits=CostLimits(objects=1))
        assert [fault.refusal.facts["of"] for fault in answer.faults] == ["fields"], query


async def test_an_operator_may_allow_more_or_less(chilecompra: Consult) -> None:
    for objects, code in ((400, []), (100, ["query_too_costly"])):
        answer = await execute(WHOLE, chilecompra, limits=CostLimits(objects=objects))
        assert [fault.refusal.code for fault in answer.faults] == code
        assert answer.written("es")["extensions"]["cost"]["maxObjects"] == objects


async def test_a_long_execution_gives_the_same_as_an_uninterrupted_one(
    chilecompra: Consult, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = CostLimits(seconds=600)
    whole = (await execute(WHOLE, chilecompra, limits=patient)).data
    assert whole is not None
    for slices in (True, False):
        monkeypatch.setattr(Slices, "over", lambda _, over=slices: over)
        assert (await execute(WHOLE, chilecompra, limits=patient)).data == whole


@pytest.fixture
def shared_interpreter() -> Iterator[None]:
    """The interpreter as a server shares it among threads; as before afterwards."""
    before = sys.getswitchinterval()
    share_interpreter()
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("shared_interpreter")
async def test_a_short_execution_does_not_wait_for_long_ones(chilecompra: Consult) -> None:
    """Twenty long ones begin first; the short one is answered before any of them."""
    ended: list[str] = []

    async def ask(name: str, query: str) -> None:
        await execute(query, chilecompra)
        ended.append(name)

    long = COSTLY["to and fro"][0]
    await execute(long, chilecompra)  # The archive is read, and the query known.
    await asyncio.gather(
        *(ask("long", long) for _ in range(20)), ask("short", "{ organizations { totalCount } }")
    )
    assert ended[0] == "short"
    assert len(ended) == 21


async def test_an_execution_is_stopped_when_its_time_is_over(
    chilecompra: Consult, monkeypatch: pytest.MonkeyPatch
) -> None:
    instants = iter(range(1_000_000))
    # Each look at the clock finds it 10 ms later, so that 500 looks are 5 seconds.
    monkeypatch.setattr(executing, "Budget", partial(Budget, clock=lambda: next(instants) / 100))
    answer = await execute(WHOLE, chilecompra)
    assert (answer.executed, answer.data) == (True, None)
    [fault] = answer.faults
    assert (fault.refusal.code, fault.refusal.facts["limit"], fault.refusal.facts["of"]) == (
        "query_too_costly",
        MAX_S,
        "seconds",
    )
    assert answer.budget is not None
    assert 200 < answer.budget.objects + answer.budget.fields < 500
