"""Case 35 of docs/limits.md: a name that is a program elsewhere is only a name here, wherever it is read."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from db.engine import make_engine
from db.store import Store
from organica.files.text_errors import ForbiddenCharacter
from organica.register.enact import enact
from tests.api.command_line.conftest import organica
from tests.api.conftest import an_application
from tests.api.graphql.asking import PATH
from tests.makers import ORGANIZATION, a_resolution, a_unit

MARKUP = "<img src=x onerror=alert(1)>"
FORMULA = "=cmd|' /C calc'!A0"
NAMES = {"markup": MARKUP, "formula": FORMULA}
ABOUT = f"/v1/organizations/{ORGANIZATION}"
DAY = "2016-01-01"


async def enacted(url: str) -> None:
    store = Store(make_engine(url))
    await enact(store, a_resolution(*(a_unit(code, name=name) for code, name in NAMES.items())))
    await store.close()


@pytest.fixture
def web(migrated_url: str) -> Iterator[TestClient]:
    """A client of a register with both names, once on each engine."""
    asyncio.run(enacted(migrated_url))
    with TestClient(an_application(migrated_url)) as client:
        yield client


def must_be_inert(response: Any, media_type: str) -> None:
    """Fail unless a browser takes the answer for what it is, and runs nothing in it."""
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("target", "media_type"),
    [
        (f"{ABOUT}/structure?as_of={DAY}", "application/json"),
        (f"{ABOUT}/units?as_of={DAY}", "application/json"),
        (f"{ABOUT}/units.jsonl?as_of={DAY}", "application/jsonl"),
        (f"{ABOUT}/structure.jsonld?as_of={DAY}", "application/ld+json"),
        (f"{ABOUT}/diff?base=2014-01-01&target={DAY}&as=text", "text/plain"),
        ("/v1/changes", "application/json"),
    ],
)
def test_case_35_a_name_is_told_letter_by_letter_and_never_as_a_page(
    web: TestClient, target: str, media_type: str
) -> None:
    answer = web.get(target, headers={"accept": "*/*"})
    must_be_inert(answer, media_type)
    for name in NAMES.values():
        assert name in answer.text


def test_case_35_over_graphql(web: TestClient) -> None:
    text = f'{{ organization(code: "{ORGANIZATION}") {{ structure(asOf: "{DAY}") {{ roots {{ name }} }} }} }}'
    answer = web.post(PATH, json={"query": text})
    must_be_inert(answer, "application/json")
    roots = answer.json()["data"]["organization"]["structure"]["roots"]
    assert {root["name"] for root in roots} == set(NAMES.values())


def test_case_35_no_spreadsheet_runs_a_cell(web: TestClient) -> None:
    answer = web.get(f"{ABOUT}/units.csv?as_of={DAY}")
    must_be_inert(answer, "text/csv")
    names = {row["unit"]: row["name"] for row in csv.DictReader(io.StringIO(answer.text, newline=""))}
    assert names == {"markup": MARKUP, "formula": f"'{FORMULA}"}


@pytest.mark.parametrize("page", ["/", "/explorer", "/openapi.json"])
def test_case_35_no_page_shows_what_a_reader_or_the_register_sent(web: TestClient, page: str) -> None:
    answer = web.get(f"{page}?q={MARKUP}", headers={"accept": "text/html, */*", "x-name": MARKUP})
    assert "onerror" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_case_35_a_refusal_repeats_markup_only_as_json(web: TestClient) -> None:
    answer = web.get(f"{ABOUT}/structure?as_of={MARKUP}", headers={"accept": "text/html, */*"})
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()["facts"]["value"] == MARKUP


def test_case_35_the_command_line_prints_the_name(migrated_url: str) -> None:
    asyncio.run(enacted(migrated_url))
    printed = organica("structure", ORGANIZATION, "--as-of", DAY, url=migrated_url)
    assert printed.code == 0, printed.err
    for name in NAMES.values():
        assert name in printed.out


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x1b", "\x00", "\ud800"])
async def test_case_35_what_turns_or_hides_letters_is_refused_at_entry(store: Store, sign: str) -> None:
    with pytest.raises(ForbiddenCharacter) as refusal:
        await enact(store, a_resolution(a_unit("division", name=f"División{sign}Uno")))
    assert refusal.value.facts["character"] == f"U+{ord(sign):04X}"
    assert list(await store.entries()) == []
