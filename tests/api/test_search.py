"""Search over REST, in both bodies, on both engines: what a hit tells, pages, and what is refused."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.api.contract import Reader

DAY = "2025-06-30"
BODY = "cl.chilecompra"
FORMACION = "formacion-y-capacitacion-usuaria"
QUESTION = quote("¿quién ve la capacitación de compradores?")


def asked(rest: Reader, question: str, more: str = f"&as_of={DAY}") -> dict[str, Any]:
    return rest.answer(f"/v1/search?q={quote(question)}{more}")


def test_a_hit_tells_what_it_is_where_it_is_and_why_it_was_found(rest: Reader) -> None:
    found = rest.answer(f"/v1/search?q={QUESTION}&as_of={DAY}&organization={BODY}")
    unit, function = found["hits"][:2]
    assert found["total"] == len(found["hits"]) == 15
    assert (found["known_at"], found["next"]) == (None, None)
    assert (unit["noun"], unit["code"], unit["field"], unit["label"]) == (
        "unit",
        FORMACION,
        "objective",
        None,
    )
    assert function | {"text": "", "marks": [], "in_force_from": {}, "legal_basis": [], "score": 0} == {
        "noun": "function",
        "code": f"{FORMACION}.5",
        "organization": {"code": BODY, "name": "ChileCompra"},
        "unit": {"code": FORMACION, "name": "Departamento de Formación y Capacitación Usuaria"},
        "label": "e",
        "as_of": DAY,
        "field": "function_text",
        "text": "",
        "marks": [],
        "score": 0,
        "in_force_from": {},
        "legal_basis": [],
    }
    assert [function["text"][each["start"] : each["end"]] for each in function["marks"]] == [
        "compradores",
        "capacitación",
    ]
    assert function["in_force_from"]["value"] == "2024"
    assert [basis["citation"] for basis in function["legal_basis"]] == ["Resolución exenta 35B de 2024"]
    assert 1 > unit["score"] > function["score"] > 0.5


def test_accents_case_and_number_make_no_difference(rest: Reader) -> None:
    spellings = ("capacitación", "capacitacion", "CAPACITACIÓN", "capacitaciones", "Capacitaciones?")
    answers = [asked(rest, spelling)["hits"] for spelling in spellings]
    assert answers[0]
    assert all(answer == answers[0] for answer in answers)


def test_all_bodies_are_searched_at_once_each_on_the_day_asked_for(rest: Reader) -> None:
    both = asked(rest, "departamento", "&as_of=2025-01-01&limit=200")
    bodies = {hit["organization"]["code"] for hit in both["hits"]}
    assert bodies == {BODY, "cl.servicio-ficticio"}
    own = asked(rest, "departamento", f"&as_of=2025-01-01&limit=200&organization={BODY}")
    assert [hit for hit in both["hits"] if hit["organization"]["code"] == BODY] == own["hits"]
    assert {hit["as_of"] for hit in asked(rest, "departamento", "")["hits"]} == {"2026-11-21"}


@pytest.mark.parametrize("more", [f"&as_of={DAY}", f"&as_of={DAY}&organization={BODY}&known_at=1", ""])
def test_pages_follow_the_link_and_give_each_hit_once(rest: Reader, client: TestClient, more: str) -> None:
    whole = asked(rest, "gestión de compras", f"{more}&limit=200")
    address, seen, pages = f"/v1/search?q={quote('gestión de compras')}{more}&limit=7", [], 0
    while address:
        page = rest.answer(address)
        link = client.get(address).headers.get("link")
        assert link == (f'<{page["next"]}>; rel="next"' if page["next"] else None)
        assert page["total"] == whole["total"]
        seen += page["hits"]
        address, pages = page["next"], pages + 1
    assert seen == whole["hits"]
    assert pages > 3


def test_an_answer_about_a_fixed_day_and_entry_never_changes(client: TestClient) -> None:
    fixed = client.get(f"/v1/search?q={QUESTION}&as_of={DAY}&known_at=2")
    assert "immutable" in fixed.headers["cache-control"]
    today = client.get(f"/v1/search?q={QUESTION}")
    assert "immutable" not in today.headers["cache-control"]
    again = client.get(f"/v1/search?q={QUESTION}", headers={"if-none-match": today.headers["etag"]})
    assert again.status_code == 304


def test_nobody_is_found_by_the_name_under_which_a_post_is_held(rest: Reader, client: TestClient) -> None:
    posts = client.get(f"/v1/organizations/{BODY}/appointments?as_of={DAY}").json()["appointments"]
    names = [each["holder"]["name"] for each in posts]
    assert names
    for name in names:
        assert asked(rest, name)["total"] == 0


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("q=%C2%BFqui%C3%A9n%20ve%3F", "nothing_to_search"),
        ("q=%20", "nothing_to_search"),
        ("q=%00", "nothing_to_search"),
        ("q=%F0%9F%99%82", "nothing_to_search"),
        ("q=", "empty_parameter"),
        ("", "missing_parameter"),
        (f"q={'faros' * 41}", "question_too_long"),
        ("q=faros&limit=0", "bad_limit"),
        ("q=faros&limit=201", "bad_limit"),
        ("q=faros&after=x", "bad_search_cursor"),
        ("q=faros&after=1~day~0123456789ab~0.500000~cl.x~y", "bad_search_cursor"),
        ("q=faros&after=1~99999999T9999Z~0123456789ab~0.500000~cl.x~y", "bad_search_cursor"),
        ("q=faros&as_of=ayer", "bad_date"),
        ("q=faros&organization=CL", "bad_code"),
        ("q=faros&nombre=x", "unknown_parameter"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(rest: Reader, query: str, code: str) -> None:
    for language in ("es", "en"):
        problem = rest.problem(f"/v1/search?{query}", 400, language)
        assert problem["code"] == code
        assert problem["remedy"]


def test_an_organization_that_is_not_there_is_not_found(rest: Reader) -> None:
    assert rest.problem("/v1/search?q=faros&organization=cl.nadie", 404)["code"] == "unknown_organization"
    assert rest.problem("/v1/search?q=faros&known_at=9999", 404)["code"] == "unknown_entry"


@pytest.mark.parametrize("query", ["q=%ED%A0%80", "q=%FF", "q=a%ED%BF%BFb"])
def test_bytes_that_are_no_text_are_refused(client: TestClient, query: str) -> None:
    answer = client.get(f"/v1/search?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
