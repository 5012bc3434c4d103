"""The changes feed over REST and GraphQL, on both engines: a reader goes on from a number, for ever."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.clock import turning
from db.engine import make_engine
from db.store import Store
from organica.register.enact import enact
from tests.api.contract import Reader
from tests.api.filled_with import BODIES
from tests.api.graphql.asking import Asker, code_of
from tests.register.test_changes import Clock, founding, renaming

CHILECOMPRA = "cl.chilecompra"
QUERY = """
  query ($organization: String, $unit: String, $from: Date, $until: Date, $first: Int, $after: String) {
    changes(organization: $organization, unit: $unit, effectiveFrom: $from, effectiveUntil: $until,
            first: $first, after: $after) {
      edges { cursor node {
        seq phase nature entry day recordedAt organization { code }
        change { kind subject code unit field before after since { value } legalBasis { citation } }
      } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
"""
Plain = dict[str, Any]


@pytest.fixture(scope="module")
def asker(client: TestClient) -> Asker:
    return Asker(client)


def read_all(rest: Reader, address: str) -> list[Plain]:
    """Return the changes of all pages; the header Link leads to the last one and no further."""
    found: list[Plain] = []
    while True:
        page = rest.answer(address)
        found += page["changes"]
        links = rest.client.get(address).headers["link"].split(", ")
        following = [link for link in links if link.endswith('rel="next"')]
        assert following == ([f'<{page["next"]}>; rel="next"'] if page["more"] else [])
        address = page["next"]
        if not page["more"]:
            return found


def test_the_pages_lead_through_every_change_once(rest: Reader) -> None:
    found = read_all(rest, "/v1/changes?first=7")
    assert [each["seq"] for each in found] == list(range(1, len(found) + 1))
    assert {each["organization"] for each in found} == set(BODIES)
    assert [each["entry"] for each in found] == sorted(each["entry"] for each in found)
    assert {each["phase"] for each in found} == {"recorded"}


def test_the_first_body_is_recorded_with_the_act_behind_each_change(rest: Reader) -> None:
    own = read_all(rest, f"/v1/changes?organization={CHILECOMPRA}")
    assert len([each for each in own if each["change"]["noun"] == "function"]) == 61
    [created] = [each for each in own if each["change"]["code"] == "atencion-usuaria"]
    assert created["day"] == "2024-01-01"
    assert created["change"]["after"] == "Departamento de Atención Usuaria"
    assert created["change"]["since"]["value"] == "2024"
    assert created["change"]["legal_basis"]["citation"] == "Resolución exenta 35B de 2024"
    of_unit = read_all(rest, f"/v1/changes?organization={CHILECOMPRA}&unit=atencion-usuaria")
    assert {each["change"]["unit"] for each in of_unit} == {"atencion-usuaria"}
    assert len(of_unit) == 13


def test_where_nothing_is_new_the_page_is_empty_and_goes_on_from_the_same_number(rest: Reader) -> None:
    newest = read_all(rest, "/v1/changes")[-1]["seq"]
    page = rest.answer(f"/v1/changes?after={newest}")
    assert page == {
        "changes": [],
        "after": newest,
        "more": False,
        "next": f"/v1/changes?after={newest}&first=100",
    }
    assert rest.answer(page["next"]) == page


def test_the_days_are_half_open(rest: Reader) -> None:
    inside = read_all(rest, "/v1/changes?effective_from=2018-03-01&effective_until=2020-01-01")
    days = {each["day"] for each in read_all(rest, "/v1/changes")}
    assert {each["day"] for each in inside} == {day for day in days if "2018-03-01" <= day < "2020-01-01"}
    assert inside


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ("after=999999", 404, "unknown_change"),
        ("after=x", 400, "bad_change_number"),
        ("after=-1", 400, "bad_change_number"),
        ("after=12345678901234567890", 400, "bad_change_number"),
        ("first=0", 400, "bad_limit"),
        ("first=201", 400, "bad_limit"),
        ("unit=atencion-usuaria", 400, "unit_without_organization"),
        (f"organization={CHILECOMPRA}&unit=nadie", 404, "unknown_unit"),
        ("organization=cl.nadie", 404, "unknown_organization"),
        ("effective_from=2020-01-02&effective_until=2020-01-01", 400, "backward_interval"),
    ],
)
def test_a_question_that_cannot_be_answered(rest: Reader, asked: str, status: int, code: str) -> None:
    assert rest.problem(f"/v1/changes?{asked}", status)["code"] == code


def test_graphql_tells_the_same_changes(rest: Reader, asker: Asker) -> None:
    found: list[Plain] = []
    after: str | None = None
    while True:
        page = asker.data(QUERY, first=50, after=after)["changes"]
        found += [edge["node"] for edge in page["edges"]]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    told = read_all(rest, "/v1/changes")
    assert [
        (each["seq"], each["day"], each["organization"]["code"], each["change"]["after"]) for each in found
    ] == [(each["seq"], each["day"], each["organization"], each["change"]["after"]) for each in told]
    assert [each["change"]["kind"].lower() for each in found] == [each["change"]["kind"] for each in told]
    nothing = asker.data(QUERY, after=after)["changes"]
    assert nothing == {
        "edges": [],
        "pageInfo": {
            "hasNextPage": False,
            "hasPreviousPage": True,
            "startCursor": None,
            "endCursor": after,
        },
    }


def test_graphql_narrows_the_feed(asker: Asker) -> None:
    asked = {"organization": CHILECOMPRA, "unit": "atencion-usuaria", "from": "2024-01-01"}
    page = asker.data(QUERY, **asked, until="2024-01-02")["changes"]
    assert len(page["edges"]) == 13
    assert asker.data(QUERY, **asked, until="2024-01-01")["changes"]["edges"] == []
    first = page["edges"][0]["node"]
    assert (first["phase"], first["nature"], first["entry"]) == ("RECORDED", "REGISTER", 1)
    assert first["change"]["kind"] == "UNIT_COVERED"


def test_graphql_refuses_what_rest_refuses(asker: Asker) -> None:
    for variables, code in (
        ({"after": "bm90LW91cnM"}, "bad_cursor"),
        ({"first": 201}, "page_size_out_of_range"),
        ({"unit": "atencion-usuaria"}, "unit_without_organization"),
    ):
        status = 400 if code == "page_size_out_of_range" else 200
        assert code_of(asker.refusal(QUERY, status, **variables)) == code


async def test_the_servers_clock_tells_what_takes_effect_while_it_runs(store: Store) -> None:
    clock = Clock("2020-06-01")
    await enact(store, founding(), clock=clock)
    await enact(store, renaming("2", "2020-06-10", "Nuevo"), clock=clock)
    async with turning(store, clock=clock, every_s=0.01):
        await asyncio.sleep(0.1)
        assert await store.newest_change() == 6
        clock.now = datetime(2020, 6, 10, tzinfo=UTC)
        async with asyncio.timeout(10):
            while await store.newest_change() < 7:  # noqa: ASYNC110 - another task writes to the database
                await asyncio.sleep(0.01)
    [told] = await store.changes(6)
    assert (told.phase.value, told.change.after) == ("effective", "Nuevo")


async def test_a_read_only_register_is_served_without_a_clock(
    migrated_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock("2020-06-01")
    store = Store(make_engine(migrated_url))
    await enact(store, founding(), clock=clock)
    await store.close()
    if migrated_url.startswith("sqlite"):
        closed = Store(make_engine(f"{migrated_url}?immutable=1"))
    else:
        closed = Store(make_engine(migrated_url).execution_options(postgresql_readonly=True))
    clock.set("2020-06-10")
    with caplog.at_level(logging.WARNING, "organica.clock"):
        async with turning(closed, clock=clock, every_s=0.01):
            await asyncio.sleep(0.2)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "storage is read-only" in caplog.text
    assert await closed.newest_change() == 5
    await closed.close()
