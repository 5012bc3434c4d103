"""Negative cases 1 to 17, 19 and 35 of docs/limits.md, each under its number, on a real server and both engines."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

import httpx2
import pytest

from api.rest.parameters.common import DEFAULT_LIMIT
from db.store import Store
from organica.domain.acts import FunctionItem
from organica.domain.resolution import Resolution
from organica.ledger.canonical import digest
from organica.register.documents import document_of
from organica.register.enact import enact
from schema.connection import DEFAULT_FIRST
from tests.api.conftest import an_application
from tests.api.filled_with import BODIES
from tests.api.graphql.asking import PATH, RESPONSE
from tests.api.negative_cases import ABOUT, BY_VARIABLE, CASES, LIMIT, Case, Sent, query
from tests.makers import a_resolution, a_unit
from tests.support.load.corpus import ATTACKS
from tests.support.load.sender import Answer, Connection
from tests.support.served import served

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"
TIMEOUT_S = 20


@pytest.fixture(scope="module")
def port(filled_url: str) -> Iterator[int]:
    """The port of a server with two bodies, once on each engine."""
    with served(an_application(filled_url)) as port:
        yield port


@pytest.fixture(scope="module")
def web(port: int) -> Iterator[httpx2.Client]:
    """A client of that server over HTTP."""
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=TIMEOUT_S) as client:
        yield client


@pytest.fixture(autouse=True)
def still_answers(web: httpx2.Client) -> Iterator[None]:
    """After each test the server answers a legitimate reader of either interface."""
    yield
    assert web.get("/v1/organizations/cl.chilecompra/structure").status_code == 200
    answer = web.post(PATH, json={"query": "{ __typename }"})
    assert (answer.status_code, answer.json()["data"]) == (200, {"__typename": "Query"})


def send(web: httpx2.Client, sent: Sent, language: str) -> httpx2.Response:
    headers = {**sent.headers, "accept-language": language}
    return web.request(sent.method, sent.target, content=sent.body, headers=headers)


def refusal_in(response: httpx2.Response, *, stopped: bool) -> dict[str, Any]:
    """Return a refusal's sentence, code, remedy and facts, whichever interface told it."""
    answer: dict[str, Any] = response.json()
    if response.headers["content-type"].startswith("application/problem+json"):
        return answer
    assert response.headers["content-type"] == f"{RESPONSE}; charset=utf-8"
    assert ("data" in answer, answer.get("data")) == (stopped, None)
    [error, *_] = answer["errors"]
    return {"detail": error["message"], **error["extensions"]}


@pytest.mark.parametrize("case", CASES, ids=[f"case {case.number}: {case.what}" for case in CASES])
def test_a_bad_request_is_refused(web: httpx2.Client, case: Case) -> None:
    told = {}
    for language in ("es", "en"):
        response = send(web, case.sent, language)
        assert response.status_code == case.status, response.text
        assert response.headers["content-language"] == language
        assert response.headers["cache-control"] == "no-store"
        told[language] = refusal_in(response, stopped=case.stopped)
    for refusal in told.values():
        assert refusal["code"] == case.code
        assert {name: refusal["facts"][name] for name in case.facts} == case.facts
        # A limit that was passed is named, and so is what to do instead.
        assert str(case.facts.get("limit", "")) in refusal["detail"] + refusal["remedy"]
        assert len(refusal["detail"]) < 600
    assert told["es"]["detail"] != told["en"]["detail"]


def test_case_6_without_a_page_size_a_page_is_bounded(web: httpx2.Client) -> None:
    asked = send(web, query("{ organizations { totalCount } }"), "es").json()
    null = send(web, query(BY_VARIABLE, v=None), "es").json()
    assert asked["data"] == null["data"] == {"organizations": {"totalCount": len(BODIES)}}
    assert DEFAULT_FIRST == DEFAULT_LIMIT == 50


def test_case_14_a_body_of_20_mb_in_pieces_is_refused_before_it_has_come(port: int) -> None:
    [huge] = [sort for sort in ATTACKS if sort.name == "20 MB in pieces"]

    async def ask() -> Answer:
        # A pause after each piece: whoever goes on writing to a closed connection may not read why it was closed.
        return await Connection(port).ask(replace(huge, pause_s=0.5), 0)

    answer = asyncio.run(ask())
    assert answer.status == 413
    assert answer.closes
    [error] = json.loads(answer.body)["errors"]
    assert (error["extensions"]["code"], error["extensions"]["facts"]) == ("body_too_large", {"limit": LIMIT})


@pytest.mark.parametrize(
    ("field", "missing"),
    [
        ("organization(code: $v) { code }", {"organization": None}),
        ('unit(organization: $v, code: "a") { code }', {"unit": None}),
        ("legalSource(id: $v) { key }", {"legalSource": None}),
        ("node(id: $v) { id }", {"node": None}),
        (
            'unitByExternalId(organization: "cl.a", system: "a", value: $v) { code }',
            {"unitByExternalId": None},
        ),
    ],
)
def test_case_15_nothing_has_a_nul_in_its_code(web: httpx2.Client, field: str, missing: Any) -> None:
    kind = "String!" if "id:" not in field else "ID!"
    answer = send(web, query(f"query ($v: {kind}) {{ {field} }}", v="cl.a\0b"), "es").json()
    assert (answer["data"], answer.get("errors")) == (missing, None)


@pytest.mark.parametrize(
    "field",
    [
        "changes(organization: $v) { edges { cursor } }",
        'changes(organization: "cl.chilecompra", unit: $v) { edges { cursor } }',
        'search(text: "compras", organization: $v) { edges { cursor } }',
    ],
)
def test_case_15_a_nul_in_a_filter_is_refused_before_the_storage_meets_it(
    web: httpx2.Client, field: str
) -> None:
    answer = send(web, query(f"query ($v: String) {{ {field} }}", v="cl.a\0b"), "es").json()
    [error] = answer["errors"]
    assert (error["extensions"]["code"], set(answer["data"].values())) == ("bad_code", {None})


@pytest.mark.parametrize(
    "target",
    [f"{ABOUT}/external-ids?system=a&value=a%00b", "/v1/search?q=compras%00", f"{ABOUT}/units/a%00b/history"],
)
def test_case_15_a_nul_over_rest_is_no_fault_of_the_storage(web: httpx2.Client, target: str) -> None:
    assert web.get(target).status_code in (200, 400, 404)


async def test_case_19_words_composed_and_decomposed_have_one_digest(store: Store) -> None:
    def written(form: Literal["NFC", "NFD"]) -> Resolution:
        name, text = (normalize(form, words) for words in ("División de Gestión", "Atención de la Ñuñoa."))
        return a_resolution(a_unit("division", name=name, functions=[FunctionItem(text, "a")]))

    assert written("NFC") != written("NFD")
    kinds: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
    assert len({digest(document_of(written(form))) for form in kinds}) == 1
    await enact(store, written("NFD"))
    [entry] = await store.entries()
    assert "División de Gestión".encode() in entry.document
    assert not (await enact(store, written("NFC"))).new
    assert [each.digest for each in await store.entries()] == [entry.digest]


def test_every_case_stands_on_the_page_as_it_is_answered() -> None:
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    told = {f"{number} {what}: {answer}" for number, what, answer in rows if re.search(r"^\d{3} `", answer)}
    assert told == {f"{case.number} {case.what}: {case.status} `{case.code}`" for case in CASES}
    assert len(told) == len(CASES)
    tested = set[str]()
    for module in Path(__file__).parent.glob("test_*.py"):
        tested |= set(
            re.findall(r"^(?:async )?def test_case_(\d+)_", module.read_text(encoding="utf-8"), re.MULTILINE)
        )
    assert {number for number, _, answer in rows if not re.search(r"^\d{3} `", answer)} == tested
    assert {int(number) for number, _, _ in rows} == {*range(1, 18), 19, 35}
