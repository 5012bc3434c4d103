"""Bad input over REST: each has one answer that names what is wrong, in Spanish or English."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.api.contract import Reader, must_be_a_problem

ABOUT = "/v1/organizations/cl.chilecompra"
UNUSUAL_DAYS = [
    "2024-02-30",
    "20240229",
    "2024-W05-1",
    "2024-1-1",
    "2024-13-01",
    "0000-01-01",
    "1799-12-31",
    "9999-12-31",
    "2024-12-31T00:00:00Z",
    " 2024-12-31",
    "２０２４-12-31",
    "ayer",
    "2024-12-31\x00",
]


@pytest.mark.parametrize("day", UNUSUAL_DAYS)
@pytest.mark.parametrize("place", ["structure", "units", "functions", "units/atencion-usuaria", ""])
def test_an_impossible_or_unusual_date_is_refused_by_name(rest: Reader, place: str, day: str) -> None:
    address = f"{ABOUT}/{place}".rstrip("/") + f"?as_of={quote(day)}"
    problem = rest.problem(address, 400)
    assert problem["code"] == "bad_date"
    assert problem["facts"] == {"parameter": "as_of", "value": day}
    assert problem["detail"].startswith("Parámetro «as_of»: La fecha «")
    assert "2024-12-31" in problem["remedy"]


def test_the_same_refusal_in_english(rest: Reader) -> None:
    problem = rest.problem(f"{ABOUT}/structure?as_of=2024-02-30", 400, language="en-GB,es;q=0.5")
    assert problem == {
        "type": "/problems/bad_date",
        "title": "Malformed request",
        "status": 400,
        "detail": "Parameter “as_of”: The date “2024-02-30” does not exist or is not written as YYYY-MM-DD.",
        "code": "bad_date",
        "remedy": "Write year, month and day with hyphens, for example 2024-12-31 (between 1800 and 2999).",
        "facts": {"value": "2024-02-30", "parameter": "as_of"},
        "instance": "/v1/organizations/cl.chilecompra/structure?as_of=2024-02-30",
    }


@pytest.mark.parametrize(
    ("query", "code", "parameter"),
    [
        ("as_of=", "empty_parameter", "as_of"),
        ("as_of", "empty_parameter", "as_of"),
        ("known_at=", "empty_parameter", "known_at"),
        ("as_of=2024-01-01&as_of=2024-01-01", "repeated_parameter", "as_of"),
        ("known_at=1&known_at=1", "repeated_parameter", "known_at"),
        ("asOf=2024-01-01", "unknown_parameter", "asOf"),
        ("as_of=2024-01-01&a%C3%B1o=2024", "unknown_parameter", "año"),
        ("=2024-01-01", "unknown_parameter", ""),
        ("known_at=ayer", "bad_instant", "known_at"),
        ("known_at=-1", "bad_instant", "known_at"),
        ("known_at=01", "bad_instant", "known_at"),
        ("known_at=2026-02-30T00:00:00Z", "bad_instant", "known_at"),
        ("known_at=2026-01-01T00:00:00", "bad_instant", "known_at"),
        ("known_at=2026-11-20T12:00:00+00:00", "unescaped_plus", "known_at"),
        ("known_at=2026-11-20T12:00:00%20", "bad_instant", "known_at"),
        ("known_at=2026-11-20 12:00:00Z", "bad_instant", "known_at"),
        ("known_at=" + "9" * 5_000, "bad_instant", "known_at"),
    ],
)
def test_a_parameter_is_refused_by_name_in_both_languages(
    rest: Reader, query: str, code: str, parameter: str
) -> None:
    spanish, english = (rest.problem(f"{ABOUT}/structure?{query}", 400, each) for each in ("es", "en"))
    for problem in (spanish, english):
        assert (problem["code"], problem["facts"]["parameter"]) == (code, parameter)
        assert parameter in problem["detail"]
        assert len(problem["detail"]) < 500
    assert spanish["detail"] != english["detail"]


def test_a_bare_plus_in_an_instant_is_told_how_to_be_written(rest: Reader) -> None:
    problem = rest.problem(f"{ABOUT}/structure?known_at=2026-11-20T12:00:00+00:00", 400)
    assert problem["facts"]["value"] == "2026-11-20T12:00:00 00:00"
    assert "%2B" in problem["remedy"]
    assert rest.answer(f"{ABOUT}/structure?known_at=2027-11-20T12:00:00%2B00:00")["known_at"]["entry"] > 0


def test_too_many_parameters_are_refused(rest: Reader) -> None:
    assert rest.problem(f"{ABOUT}/structure?" + "a=1&" * 60, 400)["code"] == "malformed_request"


@pytest.mark.parametrize("limit", ["0", "-1", "201", "1.5", "99999999999", "1e2", "٣"])
def test_a_page_size_outside_its_bounds_is_refused(rest: Reader, limit: str) -> None:
    problem = rest.problem(f"/v1/organizations?limit={quote(limit)}", 400)
    assert problem["code"] == "bad_limit"
    assert problem["facts"] == {"value": limit, "most": 200, "parameter": "limit"}


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/v1/organizations/cl.desconocida/structure", "unknown_organization"),
        ("/v1/organizations/cl.desconocida", "unknown_organization"),
        ("/v1/organizations/cl.desconocida/diff?base=2024-01-01&target=2024-01-01", "unknown_organization"),
        (f"{ABOUT}/units/desconocida", "unknown_unit"),
        (f"{ABOUT}/units/desconocida/history", "unknown_unit"),
        (f"{ABOUT}/functions/desconocida.1/history", "unknown_function"),
        ("/v1/sources/cl/chilecompra/resolucion-exenta/2024/36-B", "unknown_source"),
        (f"{ABOUT}/structure?known_at=999", "unknown_entry"),
    ],
)
def test_what_the_register_does_not_have_is_not_found(rest: Reader, address: str, code: str) -> None:
    assert rest.problem(address, 404)["code"] == code


@pytest.mark.parametrize(
    "address",
    [
        "/v1/organizations/ChileCompra/structure",
        "/v1/organizations/cl.chile%00compra/structure",
        "/v1/organizations/" + "a" * 5_000,
        f"{ABOUT}/units/Atenci%C3%B3n",
        f"{ABOUT}/functions/atencion-usuaria/history",
        "/v1/sources/una",
        "/v1/sources/cl/chilecompra/resolucion-exenta/2024/35%00B",
    ],
)
def test_a_code_that_cannot_be_one_is_refused_with_an_example(rest: Reader, address: str) -> None:
    problem = rest.problem(address, 400)
    assert problem["code"] == "bad_code"
    assert problem["facts"]["example"] in problem["remedy"]


def test_a_comparison_needs_both_days_in_their_order(rest: Reader) -> None:
    missing = rest.problem(f"{ABOUT}/diff?base=2024-01-01", 400)
    assert (missing["code"], missing["facts"]["parameter"]) == ("missing_parameter", "target")
    backward = rest.problem(f"{ABOUT}/diff?base=2025-01-01&target=2024-01-01", 400)
    assert backward["facts"] == {"base": "2025-01-01", "target": "2024-01-01"}


@pytest.mark.parametrize(
    ("address", "place"),
    [("/v1/organizations/%FF", "path"), ("/%C3", "path"), ("/v1/organizations?after=%FF%FE", "query")],
)
def test_an_address_that_is_no_utf8_is_refused(rest: Reader, address: str, place: str) -> None:
    problem = must_be_a_problem(rest.client.get(address), 400)
    assert (problem["code"], problem["facts"]) == ("bad_encoding", {"place": place})


@pytest.mark.parametrize("address", ["/v1", "/v1/organizations/", "/nada", "/v1/organizations//structure"])
def test_an_unknown_path_is_not_found(rest: Reader, address: str) -> None:
    problem = must_be_a_problem(rest.client.get(address), 404)
    assert (problem["code"], problem["instance"]) == ("unknown_path", address)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY", "INVENTADO"])
@pytest.mark.parametrize(
    "address", ["/v1/organizations", f"{ABOUT}/structure", "/openapi.json", "/livez", "/"]
)
def test_only_reading_is_allowed(rest: Reader, address: str, method: str) -> None:
    response = rest.client.request(method, address, content=b'{"x": 1}' if method != "OPTIONS" else b"")
    assert must_be_a_problem(response, 405)["code"] == "method_not_allowed"
    assert response.headers["allow"] == "GET, HEAD"


def test_a_body_where_none_belongs_is_ignored(rest: Reader) -> None:
    plain = rest.client.get(f"{ABOUT}/structure")
    burdened = rest.client.request("GET", f"{ABOUT}/structure", content=b"\xff" * 1_000_000)
    assert (burdened.status_code, burdened.content) == (200, plain.content)


@pytest.mark.parametrize("accept", ["text/csv", "application/json;q=0", "text/html, */*;q=0", "image/*"])
def test_a_format_that_there_is_not_is_not_acceptable(rest: Reader, accept: str) -> None:
    response = rest.client.get(f"{ABOUT}/structure", headers={"accept": accept})
    assert must_be_a_problem(response, 406)["code"] == "not_acceptable"


@pytest.mark.parametrize(
    "accept",
    ["", "*/*", "application/*", "text/html,application/xml;q=0.9,*/*;q=0.8", "application/json;q=0.1"],
)
def test_whoever_takes_json_gets_it(rest: Reader, accept: str) -> None:
    assert rest.client.get(f"{ABOUT}/structure", headers={"accept": accept}).status_code == 200


@pytest.mark.parametrize(
    "query",
    ["as_of=" + "%C3%B1" * 1_000, "as_of=a" + "%C3%B1" * 1_000, "as_of=" + "ñ" * 1_000, "as_of=%25%zz%&%"],
)
def test_the_instance_of_a_problem_is_a_reference_however_long_the_address(rest: Reader, query: str) -> None:
    instance = rest.problem(f"{ABOUT}/structure?{query}", 400)["instance"]
    assert len(instance) <= 2_000
    assert re.sub("%[0-9A-F]{2}", "", instance, flags=re.IGNORECASE).count("%") == 0
