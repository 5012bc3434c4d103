"""Which format an answer has: by suffix, else by Accept; and what is said where there is no such format."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.rest.operation import Operation
from api.rest.operations import OPERATIONS
from tests.api.contract import must_be_a_problem

ABOUT = "/v1/organizations/cl.chilecompra"
SOURCE = "/v1/sources/cl/chilecompra/resolucion-exenta/2024/35-B"
TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8; header=present",
    "jsonl": "application/jsonl",
    "jsonld": "application/ld+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SERVED = [(operation, each.suffix) for operation in OPERATIONS for each in operation.formats]


def suffixed(address: str, suffix: str) -> str:
    path, mark, query = address.partition("?")
    return f"{path}.{suffix}{mark}{query}"


@pytest.mark.parametrize(
    ("operation", "suffix"), SERVED, ids=lambda each: each.id if isinstance(each, Operation) else each
)
def test_a_suffix_and_accept_give_the_same_answer(web: TestClient, operation: Operation, suffix: str) -> None:
    by_suffix = web.get(suffixed(operation.example, suffix), headers={"accept": "image/png"})
    media_type = TYPES[suffix].partition(";")[0]
    by_accept = web.get(operation.example, headers={"accept": f"{media_type}, */*;q=0.1"})
    assert (by_suffix.status_code, by_suffix.headers["content-type"]) == (200, TYPES[suffix])
    assert by_accept.content == by_suffix.content
    assert by_accept.headers["content-type"] == TYPES[suffix]
    assert by_accept.headers["content-location"] == suffixed(operation.example, suffix)
    assert "Accept" in by_accept.headers["vary"].split(", ")
    assert "Accept" not in by_suffix.headers.get("vary", "").split(", ")
    assert "content-location" not in by_suffix.headers


@pytest.mark.parametrize(
    ("operation", "suffix"), SERVED, ids=lambda each: each.id if isinstance(each, Operation) else each
)
def test_every_answer_links_to_its_other_formats_which_are_there(
    web: TestClient, operation: Operation, suffix: str
) -> None:
    answer = web.get(suffixed(operation.example, suffix))
    links = [link for link in answer.headers.get("link", "").split(", ") if 'rel="alternate"' in link]
    others = [each.suffix for each in operation.formats if each.suffix != suffix]
    assert [link[1:].partition(">")[0] for link in links] == [
        suffixed(operation.example, other) for other in others
    ]
    for link, other in zip(links, others, strict=True):
        assert f'type="{TYPES[other].partition(";")[0]}"' in link
        assert web.get(link[1:].partition(">")[0]).headers["content-type"] == TYPES[other]


@pytest.mark.parametrize("suffix", TYPES)
def test_head_is_get_without_the_body_in_every_format(web: TestClient, suffix: str) -> None:
    address = f"{ABOUT}/units.{suffix}?as_of=2024-12-31"
    full, head = web.get(address), web.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.headers) == dict(full.headers)


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("application/*", "json"),
        ("text/*", "csv"),
        ("text/csv", "csv"),
        ("application/json, text/csv", "json"),
        ("text/csv, application/json", "csv"),
        ("text/csv;q=0.5, application/json", "json"),
        ("application/ld+json, application/json", "jsonld"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted", */*;q=0.1', "jsonld"),
        ("application/json, text/plain, */*", "json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json"),
        ("application/jsonl", "jsonl"),
        ("*/*, application/json;q=0", "csv"),
        ("TEXT/CSV", "csv"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, text/csv;q=0.9", "xlsx"),
    ],
)
def test_accept_is_weighed(web: TestClient, accept: str, given: str) -> None:
    answer = web.get(f"{ABOUT}/units?as_of=2024-12-31", headers={"accept": accept})
    assert answer.headers["content-type"] == TYPES[given]


def test_json_lines_have_an_older_name_too(web: TestClient) -> None:
    address = f"{ABOUT}/units?as_of=2024-12-31"
    older = web.get(address, headers={"accept": "application/x-ndjson"})
    assert older.headers["content-type"] == "application/x-ndjson"
    assert older.content == web.get(address, headers={"accept": "application/jsonl"}).content


@pytest.mark.parametrize(
    ("address", "suffix"),
    [
        (f"{ABOUT}/structure.xls", "xls"),
        (f"{ABOUT}/structure.JSON", "JSON"),
        (f"{ABOUT}/structure.json.gz", "json.gz"),
        (f"{ABOUT}/units/atencion-usuaria.pdf", "pdf"),
        (f"{ABOUT}.html", "html"),
        ("/v1/organizations.xml", "xml"),
    ],
)
def test_a_suffix_that_names_no_format_is_not_found(web: TestClient, address: str, suffix: str) -> None:
    spanish = must_be_a_problem(web.get(address), 404)
    english = must_be_a_problem(web.get(address, headers={"accept-language": "en"}), 404)
    assert spanish["facts"] == {"suffix": suffix, "known": ["json", "csv", "jsonl", "jsonld", "xlsx"]}
    assert (spanish["code"], english["code"]) == ("unknown_suffix", "unknown_suffix")
    assert (
        spanish["remedy"] == "Termine la ruta en uno de estos, o en ninguno: json, csv, jsonl, jsonld, xlsx."
    )
    assert english["remedy"] == "End the path in one of these, or in none: json, csv, jsonl, jsonld, xlsx."


@pytest.mark.parametrize(
    ("address", "has"),
    [
        (f"{ABOUT}/structure.csv", ["application/json", "application/ld+json"]),
        (f"{ABOUT}/structure.xlsx", ["application/json", "application/ld+json"]),
        (f"{ABOUT}/units/atencion-usuaria.jsonl", ["application/json", "application/ld+json"]),
        (f"{ABOUT}.csv", ["application/json", "application/ld+json"]),
        (f"{SOURCE}.csv", ["application/json", "application/ld+json"]),
        (f"{ABOUT}/coordination.jsonld", ["application/json"]),
        (f"{ABOUT}/diff.csv?base=2023-06-30&target=2025-01-01&as=acts", ["application/json"]),
        (f"{ABOUT}/diff.json?base=2023-06-30&target=2025-01-01&as=text", ["text/plain"]),
    ],
)
def test_a_format_that_the_answer_has_not_is_refused_with_those_that_it_has(
    web: TestClient, address: str, has: list[str]
) -> None:
    problem = must_be_a_problem(web.get(address), 406)
    assert problem["code"] == "format_not_served"
    assert problem["facts"]["accepted"] == has
    for media_type in has:
        assert media_type in problem["remedy"]
        answer = web.get(
            address.replace(f".{problem['facts']['suffix']}", ""), headers={"accept": media_type}
        )
        assert answer.headers["content-type"].partition(";")[0] == media_type


@pytest.mark.parametrize(
    ("address", "accept", "has"),
    [
        (f"{ABOUT}/structure", "text/csv", ["application/json", "application/ld+json"]),
        (f"{ABOUT}/diff?base=2023-06-30&target=2025-01-01", "text/plain", None),
        (f"{ABOUT}/diff?base=2023-06-30&target=2025-01-01&as=text", "application/json", ["text/plain"]),
        (f"{ABOUT}/diff?base=2023-06-30&target=2025-01-01&as=acts", "text/csv", ["application/json"]),
    ],
)
def test_whoever_accepts_none_of_the_formats_is_told_them(
    web: TestClient, address: str, accept: str, has: list[str] | None
) -> None:
    problem = must_be_a_problem(web.get(address, headers={"accept": accept}), 406)
    every = [TYPES[each].partition(";")[0] for each in TYPES]
    assert (problem["code"], problem["facts"]) == ("not_acceptable", {"accepted": has or every})


def test_a_suffix_counts_only_behind_a_code(web: TestClient) -> None:
    """`cl.json` could be the code of a body, and `cl.chilecompra` is one; a dot is no suffix by itself."""
    for address in ("/v1/organizations/cl.json", "/v1/organizations/cl.csv"):
        assert must_be_a_problem(web.get(address), 404)["code"] == "unknown_organization"
    assert web.get(f"{ABOUT}.json?as_of=2024-12-31").json() == web.get(f"{ABOUT}?as_of=2024-12-31").json()
    assert must_be_a_problem(web.get(f"{ABOUT}.json.json"), 400)["code"] == "bad_code"
    assert must_be_a_problem(web.get(f"{ABOUT}/units/Una.json"), 400)["code"] == "bad_code"
    assert must_be_a_problem(web.get(f"{ABOUT}/units/atencion-usuaria.1"), 400)["code"] == "bad_code"


def test_the_key_of_a_source_may_hold_dots_itself(web: TestClient) -> None:
    """Only the suffix of a format is one there: `35.bis` is as good a number as `35-B`."""
    linked = web.get(f"{SOURCE}.jsonld")
    assert linked.headers["content-type"] == "application/ld+json"
    assert web.get(f"{SOURCE}.json").content == web.get(SOURCE).content
    assert must_be_a_problem(web.get(f"{SOURCE}.bis"), 404)["code"] == "unknown_source"


def test_a_page_leads_to_the_next_one_in_its_own_format(web: TestClient) -> None:
    for suffix in ("csv", "jsonl"):
        first = web.get(f"/v1/changes.{suffix}?first=3")
        following = f"/v1/changes.{suffix}?after=3&first=3"
        assert f'<{following}>; rel="next"' in first.headers["link"].split(", ")
        assert web.get(following).status_code == 200


def test_the_address_of_a_format_stays_ascii_and_closed(web: TestClient) -> None:
    """Nothing that a reader writes into the query can open another link or another header."""
    answer = web.get(
        f"{ABOUT}/external-ids", params={"system": "cl.rrhh", "value": 'ñ>; rel="next", <http://x.example/'}
    )
    assert answer.status_code == 200
    location = answer.headers["content-location"]
    assert location.isascii()
    assert not set('<>"; ') & set(location)
