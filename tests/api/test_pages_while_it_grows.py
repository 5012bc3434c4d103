"""A reader turns pages over HTTP while acts are enacted between one page and the next: nothing lost, nothing twice."""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx2 as httpx
import pytest

from organica.domain.resolution import Resolution
from tests.api.conftest import an_application
from tests.makers import ORGANIZATION, a_resolution, a_unit
from tests.support.served import served
from tests.support.stores import enact_in

PAGE = 2
BEFORE = ["c", "f", "i", "l", "o"]
# Enacted after the first page, the second and so on: twice behind the cursor, twice before it.
BETWEEN = ["g", "z", "a", "b"]
VISIBLE_WITHIN_S = 5
LATER = "2999-01-01T00:00:00Z"

UNITS = """query ($after: String) { organization(code: "cl.servicio-ficticio") {
  structure(asOf: "2025-06-01") { id list: units(first: 2, after: $after) {
    edges { cursor node { code } } pageInfo { hasNextPage endCursor } } } } }"""
UNITS_OF_ONE_ANSWER = """query ($id: ID!, $after: String) { node(id: $id) { ... on Structure {
  list: units(first: 2, after: $after) {
    edges { cursor node { code } } pageInfo { hasNextPage endCursor } } } } }"""
SOURCES = """query ($after: String) { organization(code: "cl.servicio-ficticio") {
  list: legalSources(first: 2, after: $after) {
    edges { cursor node { entry } } pageInfo { hasNextPage endCursor } } } }"""
CHANGES = """query ($after: String) { list: changes(first: 2, after: $after) {
  edges { cursor node { seq } } pageInfo { hasNextPage endCursor } } }"""

WORK = """query ($after: String, $first: Int = 2, $entry: KnownAt) {
  list: workList(first: $first, after: $after, knownAt: $entry) {
    edges { cursor node { thing } } pageInfo { hasNextPage endCursor } } }"""


class Growing:
    """A served register, and a reader of it over HTTP."""

    def __init__(self, url: str, http: httpx.Client) -> None:
        self._url = url
        self._http = http
        self._between = iter(BETWEEN)

    def ask(self, query: str, **variables: object) -> dict[str, Any]:
        """Return the data of an answer without errors."""
        answer = self._http.post("/graphql", json={"query": query, "variables": variables}).json()
        assert set(answer) - {"extensions"} == {"data"}, answer
        data: dict[str, Any] = answer["data"]
        return data

    def refusal(self, query: str, **variables: object) -> str:
        """Return the code of the only refusal of a question."""
        answer = self._http.post("/graphql", json={"query": query, "variables": variables}).json()
        [error] = answer["errors"]
        code: str = error["extensions"]["code"]
        return code

    def get(self, address: str) -> dict[str, Any]:
        """Return an answer of REST."""
        answer: dict[str, Any] = self._http.get(address).raise_for_status().json()
        return answer

    def grow(self) -> bool:
        """Enact another unit, as long as there are some, and wait until readers see it."""
        unit = next(self._between, None)
        if unit is None:
            return False
        asyncio.run(enact_in(self._url, _resolution(unit)))
        address = f"/v1/organizations/{ORGANIZATION}/units/{unit}?as_of=2025-06-01"
        deadline = time.monotonic() + VISIBLE_WITHIN_S
        while (answer := self._http.get(address)).status_code != 200 or answer.json()["unit"] is None:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        return True

    def pages(self, query: str, where: Callable[[dict[str, Any]], Any], **variables: object) -> list[Any]:
        """Return the nodes of all pages in the order in which they came; after each page the register grows.

        A reader who came to the end goes on from there once there may be more.
        """
        found: list[Any] = []
        after = None
        while True:
            page = where(self.ask(query, after=after, **variables))["list"]
            assert len(page["edges"]) <= PAGE
            found += [next(iter(edge["node"].values())) for edge in page["edges"]]
            grown = self.grow()
            after = page["pageInfo"]["endCursor"] or after
            if not grown and not page["pageInfo"]["hasNextPage"]:
                return found


def _resolution(unit: str) -> Resolution:
    number = str(ord(unit))
    return a_resolution(a_unit(unit), number=number, in_force_from="2020-01-01")


@pytest.fixture
def growing(database_url: str) -> Iterator[Growing]:
    asyncio.run(enact_in(database_url, *map(_resolution, BEFORE)))
    with (
        served(an_application(database_url)) as port,
        httpx.Client(base_url=f"http://127.0.0.1:{port}") as http,
    ):
        yield Growing(database_url, http)


def test_units_come_each_once_and_in_order_while_others_are_created(growing: Growing) -> None:
    found = growing.pages(UNITS, lambda data: data["organization"]["structure"])
    # Those behind the cursor are met on the way; those before it are for whoever begins anew.
    assert found == sorted([*BEFORE, "g", "z"])


def test_units_of_one_answer_stay_those_of_that_answer(growing: Growing) -> None:
    structure = growing.ask(UNITS)["organization"]["structure"]["id"]
    assert growing.pages(UNITS_OF_ONE_ANSWER, lambda data: data["node"], id=structure) == BEFORE


def test_sources_come_each_once_and_in_order_while_others_are_registered(growing: Growing) -> None:
    found = growing.pages(SOURCES, lambda data: data["organization"])
    assert found == list(range(1, len(BEFORE) + len(BETWEEN) + 1))


def test_changes_come_each_once_and_in_order_while_others_are_told(growing: Growing) -> None:
    found = growing.pages(CHANGES, lambda data: data)
    last = growing.ask("{ changes(first: 200) { edges { node { seq } } } }")["changes"]["edges"][-1]
    assert found == list(range(1, last["node"]["seq"] + 1))
    assert len(found) > len(BEFORE) + len(BETWEEN)


def test_changes_over_rest_come_each_once_and_in_order_while_others_are_told(growing: Growing) -> None:
    found: list[int] = []
    address = "/v1/changes?first=2"
    while True:
        page = growing.get(address)
        found += [change["seq"] for change in page["changes"]]
        grown = growing.grow()
        address = page["next"]
        if not grown and not page["more"]:
            break
    assert found == list(range(1, found[-1] + 1))
    assert len(found) > len(BEFORE) + len(BETWEEN)


def test_what_is_to_be_found_out_stays_the_list_of_its_first_page(growing: Growing) -> None:
    def things(**variables: object) -> list[str]:
        edges = growing.ask(WORK, first=200, **variables)["list"]["edges"]
        return [edge["node"]["thing"] for edge in edges]

    before = things()
    assert growing.pages(WORK, lambda data: data) == before
    assert len(things()) > len(before) > PAGE
    assert things(entry={"entry": len(BEFORE)}) == before


def test_a_page_with_a_state_of_knowledge_goes_on_with_it_and_with_no_other(growing: Growing) -> None:
    known = {"entry": len(BEFORE)}
    after = growing.ask(WORK, entry=known)["list"]["pageInfo"]["endCursor"]
    rest = growing.ask(WORK, first=200, after=after, entry=known)["list"]["edges"]
    assert growing.grow()
    assert growing.ask(WORK, first=200, after=after)["list"]["edges"] == rest
    assert growing.ask(WORK, first=200, after=after, entry={"instant": LATER})["list"]["edges"] == rest
    for entry in (0, len(BEFORE) + 1, 999):
        assert growing.refusal(WORK, after=after, entry={"entry": entry}) == "bad_cursor"
    # The register has no such entry, so no list of it gave this cursor.
    forged = base64.urlsafe_b64encode(b"work:999" + base64.urlsafe_b64decode(after + "==")[6:]).decode()
    assert growing.refusal(WORK, after=forged.rstrip("=")) == "bad_cursor"
