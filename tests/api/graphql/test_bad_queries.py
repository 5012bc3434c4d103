"""Every query that is refused gets its status and code, and the next reader gets an answer."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from tests.api.filled_with import BODIES, HEAD
from tests.api.graphql.asking import JSON, PATH, RESPONSE, must_refuse

pytestmark = pytest.mark.usefixtures("still_answers")


def query(text: str, **members: object) -> str:
    return json.dumps({"query": text, **members})


QUERIES: list[tuple[str, str, str]] = [
    ("empty", query(""), "query_not_parsed"),
    ("half a query", query("{"), "query_not_parsed"),
    ("words", query("select * from entry"), "query_not_parsed"),
    ("an unknown field", query("{ nope }"), "query_not_valid"),
    ("no selection", query("{ organizations }"), "query_not_valid"),
    ("a missing argument", query("{ organization { code } }"), "query_not_valid"),
    ("a mutation", query("mutation { __typename }"), "query_not_valid"),
    ("a subscription", query("subscription { __typename }"), "query_not_valid"),
    ("an unknown fragment", query("{ ...Nope }"), "query_not_valid"),
    (
        "a cycle",
        query("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
        "query_not_valid",
    ),
    (
        "two operations, none named",
        query("query A { __typename } query B { __typename }"),
        "unknown_operation",
    ),
    ("an operation not there", query("{ __typename }", operationName="Otra"), "unknown_operation"),
    ("only a fragment", query("fragment F on Query { __typename }"), "query_not_valid"),
    ("a missing variable", query("query ($a: ID!) { node(id: $a) { id } }"), "variables_not_valid"),
    (
        "a variable of another type",
        query("query ($a: Int) { organizations(first: $a) { totalCount } }", variables={"a": "ñ"}),
        "variables_not_valid",
    ),
    (
        "both ways to know",
        query('{ organization(code: "a") { changePoints(knownAt: {entry: 1, instant: null}) } }'),
        "query_not_valid",
    ),
    ("no way to know", query('{ organization(code: "a") { changePoints(knownAt: {}) } }'), "query_not_valid"),
    (
        "2,000 aliases",
        query("{" + " ".join(f"a{n}: __typename" for n in range(2_000)) + "}"),
        "query_too_long",
    ),
    ("5,000 braces", query("{a" * 5_000), "query_too_deep"),
    ("5,000 brackets", query("{ organization(code: " + "[" * 5_000), "query_too_deep"),
    ("5,000 braces in a text", query('{ a(b: "' + "{" * 5_000 + '") ' + "c " * 2_000), "query_too_long"),
    ("5,000 pairs of braces", query("{ a " + "{}" * 5_000), "query_not_parsed"),
    (
        "a number of 5,000 digits",
        query("{ organizations(first: " + "9" * 5_000 + ") { totalCount } }"),
        "word_too_long",
    ),
    (
        "a number of 5,000 digits after the point",
        query("{ organizations(first: 1." + "9" * 5_000 + ") { totalCount } }"),
        "word_too_long",
    ),
    ("an alias of 60,000 letters", query("{ " + "a" * 60_000 + ": __typename }"), "word_too_long"),
    ("an unknown field of 60,000 letters", query("{ " + "a" * 60_000 + " }"), "word_too_long"),
    ("5,000 comments", query("#\n" * 5_000 + "{ __typename }"), "query_too_long"),
    ("500 directives", query("{ __typename " + "@include(if: true)" * 500 + "}"), "query_too_long"),
    ("200 braces", query("{a" * 200 + "}" * 200), "query_too_deep"),
    (
        "13 levels",
        query('{ organization(code: "a") { structure { roots { ' + "parent { " * 9 + "id" + " }" * 13),
        "query_too_deep",
    ),
    (
        "13 levels in fragments",
        query(
            '{ ...F0 } fragment F0 on Query { organization(code: "a") { structure { roots { ...F1 } } } }'
            + "".join(f" fragment F{n} on UnitVersion {{ parent {{ ...F{n + 1} }} }}" for n in range(1, 12))
            + " fragment F12 on UnitVersion { id }"
        ),
        "query_too_deep",
    ),
    (
        "a page of more than any number can say",
        query("{ organizations(first: " + "9" * 60 + ") { totalCount } }"),
        "query_not_valid",
    ),
    (
        "a fan of 4^28 fields in fragments",
        query(
            "{ ...F0 }"
            + "".join(f" fragment F{n} on Query {{{f' ...F{n + 1}' * 4} }}" for n in range(28))
            + " fragment F28 on Query { __typename }"
        ),
        "query_too_wide",
    ),
    (
        "a fan of 2^40 fields in fragments",
        query(
            "{ ...F0 }"
            + "".join(f" fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(40))
            + " fragment F40 on Query { __typename }"
        ),
        "too_many_fragments",
    ),
    (
        "a fan of 4^11 fields in levels",
        query(
            '{ organization(code: "a") { structure { roots { ...F0 } } } }'
            + "".join(
                f" fragment F{n} on UnitVersion {{ "
                + " ".join(f"{alias}: parent {{ ...F{n + 1} }}" for alias in "abcd")
                + " }"
                for n in range(8)
            )
            + " fragment F8 on UnitVersion { id }"
        ),
        "query_too_wide",
    ),
]


@pytest.mark.parametrize(("body", "code"), [row[1:] for row in QUERIES], ids=[row[0] for row in QUERIES])
def test_a_request_whose_query_is_refused(client: TestClient, body: str, code: str) -> None:
    headers = {"content-type": JSON, "accept": RESPONSE}
    error = must_refuse(client.post(PATH, content=body, headers=headers), 400, code)
    assert error["message"]
    assert error["extensions"]["remedy"]
    # In application/json a 4xx would be taken for the word of a proxy: the answer is well formed, so 200.
    again = client.post(PATH, content=body, headers={**headers, "accept": JSON})
    assert (again.status_code, again.json()["errors"][0]["extensions"]["code"]) == (200, code)
    assert "data" not in again.json()


DATES = [
    "2024-02-30",
    "20240229",
    "2024-W05-1",
    "",
    " 2024-01-01",
    "2024-1-1",
    "24-01-01",
    "2024-01-01T00:00:00Z",
    "1799-12-31",
    "3000-01-01",
    "２０２４-01-01",
]


@pytest.mark.parametrize("value", DATES)
def test_an_impossible_or_unusual_date(client: TestClient, value: str) -> None:
    written = json.dumps(value, ensure_ascii=False)
    for body in (
        query(f'{{ organization(code: "cl.chilecompra") {{ structure(asOf: {written}) {{ basis }} }} }}'),
        query(
            'query ($d: Date) { organization(code: "cl.chilecompra") { structure(asOf: $d) { basis } } }',
            variables={"d": value},
        ),
    ):
        response = client.post(PATH, content=body, headers={"content-type": JSON, "accept": RESPONSE})
        error = must_refuse(response, 400, "bad_date")
        assert error["extensions"]["facts"] == {"value": value}


@pytest.mark.parametrize("value", ["20240229", "true", "[]", "{}"])
def test_a_date_that_is_no_text(client: TestClient, value: str) -> None:
    body = query(
        'query ($d: Date) { organization(code: "a") { structure(asOf: $d) { basis } } }',
        variables={"d": json.loads(value)},
    )
    response = client.post(PATH, content=body, headers={"content-type": JSON, "accept": RESPONSE})
    must_refuse(response, 400, "bad_date")


@pytest.mark.parametrize("value", ["2024-01-01T00:00:00", "2024-01-01", "", "ayer", "2024-01-01T25:00:00Z"])
def test_an_instant_without_its_zone(client: TestClient, value: str) -> None:
    body = query(
        'query ($k: KnownAt) { organization(code: "a") { changePoints(knownAt: $k) } }',
        variables={"k": {"instant": value}},
    )
    response = client.post(PATH, content=body, headers={"content-type": JSON, "accept": RESPONSE})
    must_refuse(response, 400, "bad_instant")


@pytest.mark.parametrize("entry", [99, -1])
def test_an_entry_that_the_register_does_not_have(client: TestClient, entry: int) -> None:
    body = query(
        f'{{ organization(code: "cl.chilecompra") {{ structure(knownAt: {{entry: {entry}}}) {{ basis }} }} }}'
    )
    response = client.post(PATH, content=body, headers={"content-type": JSON, "accept": RESPONSE})
    assert response.status_code == 200
    assert response.json()["data"] == {"organization": {"structure": None}}
    [error] = response.json()["errors"]
    assert error["extensions"]["code"] == "unknown_entry"
    assert error["extensions"]["facts"] == {"entry": entry, "head": HEAD}
    assert error["path"] == ["organization", "structure"]


LONG = "ñandú " * 2_000
REPEATS: list[tuple[str, str, dict[str, object], str]] = [
    ("a page size", "query ($v: Int) { organizations(first: $v) { totalCount } }", {"v": LONG}, "reason"),
    (
        "a page size without spaces",
        "query ($v: Int) { organizations(first: $v) { totalCount } }",
        {"v": "x" * 50_000},
        "reason",
    ),
    (
        "a page size of 4,000 digits",
        "query ($v: Int) { organizations(first: $v) { totalCount } }",
        {"v": 10**4_000},
        "reason",
    ),
    (
        "a day",
        'query ($v: Date) { organization(code: "a") { structure(asOf: $v) { basis } } }',
        {"v": LONG},
        "value",
    ),
    (
        "a cursor",
        "query ($v: String) { organizations(after: $v) { totalCount } }",
        {"v": "a" * 5_000},
        "cursor",
    ),
    (
        "a unit",
        'query ($v: String) { organization(code: "cl.chilecompra") { structure(asOf: "2025-01-01") '
        "{ units(under: $v) { totalCount } } } }",
        {"v": LONG},
        "unit",
    ),
    ("an argument", '{ organizations(first: "' + "x" * 5_000 + '") { totalCount } }', {}, "reason"),
]


@pytest.mark.parametrize(
    ("text", "variables", "fact"), [row[1:] for row in REPEATS], ids=[row[0] for row in REPEATS]
)
def test_what_a_reader_sent_is_not_sent_back_at_length(
    client: TestClient, text: str, variables: dict[str, object], fact: str
) -> None:
    response = client.post(
        PATH, content=query(text, variables=variables), headers={"content-type": JSON, "accept": RESPONSE}
    )
    [error] = response.json()["errors"]
    repeated = error["extensions"]["facts"][fact]
    assert max(map(len, repeated.split())) <= 81
    assert len(repeated) <= (400 if fact == "reason" else 81)
    assert len(error["message"]) < 600


def test_an_operation_of_a_long_name_is_clipped(client: TestClient) -> None:
    body = query("{ __typename }", operationName="o" * 5_000)
    response = client.post(PATH, content=body, headers={"content-type": JSON, "accept": RESPONSE})
    error = must_refuse(response, 400, "unknown_operation")
    assert error["extensions"]["facts"] == {"operation": "o" * 80 + "…"}


def test_a_fault_in_one_field_leaves_its_siblings_alone(client: TestClient) -> None:
    text = """{
      organizations(after: "zzz") { totalCount }
      all: organizations { totalCount }
      organization(code: "cl.chilecompra") {
        structure(knownAt: {entry: 99}) { basis }
        diff(base: "2025-01-01", target: "2024-01-01") { changes { code } }
        changePoints(knownAt: {entry: 99})
        legalSources(after: "zzz") { totalCount }
        unit(code: "atencion-usuaria") { code versions(after: "zzz") { totalCount } }
        function(code: "atencion-usuaria.1") { code versions(knownAt: {entry: 99}) { totalCount } }
        then: structure(asOf: "2025-01-01") { basis }
      }
    }"""
    answer = client.post(PATH, content=query(text), headers={"content-type": JSON}).json()
    assert answer["data"] == {
        "organizations": None,
        "all": {"totalCount": len(BODIES)},
        "organization": {
            "structure": None,
            "diff": None,
            "changePoints": None,
            "legalSources": None,
            "unit": {"code": "atencion-usuaria", "versions": None},
            "function": {"code": "atencion-usuaria.1", "versions": None},
            "then": {"basis": 16},
        },
    }
    found = {".".join(error["path"]): error["extensions"]["code"] for error in answer["errors"]}
    assert found == {
        "organizations": "bad_cursor",
        "organization.structure": "unknown_entry",
        "organization.diff": "backward_interval",
        "organization.changePoints": "unknown_entry",
        "organization.legalSources": "bad_cursor",
        "organization.unit.versions": "bad_cursor",
        "organization.function.versions": "unknown_entry",
    }


def test_a_comparison_backwards(client: TestClient) -> None:
    body = query(
        '{ organization(code: "cl.chilecompra") { diff(base: "2025-01-01", target: "2024-01-01") { changes { code } } } }'
    )
    response = client.post(PATH, content=body, headers={"content-type": JSON})
    assert response.json()["errors"][0]["extensions"]["code"] == "backward_interval"


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        'id: "a", citation: "b", organization: "c"',
        'citation: "b"',
        'organization: "c"',
        'id: "a", organization: "c"',
    ],
)
def test_a_source_named_in_no_way_or_in_two(client: TestClient, arguments: str) -> None:
    body = query(f"{{ legalSource{f'({arguments})' if arguments else ''} {{ key }} }}")
    response = client.post(PATH, content=body, headers={"content-type": JSON})
    assert response.json()["errors"][0]["extensions"]["code"] == "ambiguous_source"


@pytest.mark.parametrize(
    ("declared", "variables", "named"),
    [
        ("$uno: ID!, $dos: ID!", {"uno": "x"}, "Variable '$dos' has invalid value: "),
        ("$uno: ID!, $dos: Int", {"uno": "x", "dos": "5"}, "Variable '$dos' has invalid value: "),
        (
            "$uno: ID!, $dos: KnownAt",
            {"uno": "x", "dos": {"entry": "5"}},
            "Variable '$dos' has invalid value at",
        ),
        (
            "$uno: ID!, $dos: KnownAt",
            {"uno": "x", "dos": {"asiento": 5}},
            "Variable '$dos' has invalid value",
        ),
    ],
)
def test_a_variable_that_does_not_fit_is_named(
    client: TestClient, declared: str, variables: dict[str, object], named: str
) -> None:
    uses = {"KnownAt": "knownAt: $dos", "Int": "first: $dos"}
    used = next((use for kind, use in uses.items() if kind in declared), None)
    other = f"organizations({used}) {{ totalCount }}" if used else "other: node(id: $dos) { id }"
    asked = {"query": f"query ({declared}) {{ node(id: $uno) {{ id }} {other} }}", "variables": variables}
    error = must_refuse(
        client.post(PATH, json=asked, headers={"accept": RESPONSE}), 400, "variables_not_valid"
    )
    assert error["extensions"]["facts"]["reason"].startswith(named)
    assert named in error["message"]
