"""The negative cases 1 to 17 of docs/limits.md that one request shows: what is sent, and how it is refused.

Gives `CASES`, rows of a number, what is sent, and the exact outcome. Read by test_negative_cases.py, which sends
each to a real server on both engines in both languages.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tests.api.graphql.asking import JSON, PATH, RESPONSE

LIMIT = 64_000
DEEP = 5_000
ABOUT = "/v1/organizations/cl.chilecompra"
STRUCTURE = f"{ABOUT}/structure"


@dataclass(frozen=True, slots=True)
class Sent:
    """One request."""

    method: str
    target: str
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """One row. `facts` are some of the refusal's; `stopped`: it ran until a limit, so its data is null."""

    number: int
    what: str
    sent: Sent
    status: int
    code: str
    facts: dict[str, Any] = field(default_factory=dict)
    stopped: bool = False


def posted(body: bytes, media_type: str = JSON) -> Sent:
    """Return a body for the GraphQL endpoint."""
    return Sent("POST", PATH, body, {"content-type": media_type, "accept": RESPONSE})


def query(text: str, **variables: object) -> Sent:
    """Return a GraphQL query with its variables."""
    return posted(json.dumps({"query": text, "variables": variables}).encode())


def read(target: str) -> Sent:
    """Return a question to the REST interface."""
    return Sent("GET", target)


def fan(ways: int, levels: int) -> str:
    """Return fragments of which each spreads the next one `ways` times: ways^levels fields."""
    spreads = (f"fragment F{n} on Query {{ {f'...F{n + 1} ' * ways}}}" for n in range(levels))
    return "{ ...F0 } " + " ".join(spreads) + f" fragment F{levels} on Query {{ __typename }}"


def aliased(times: int) -> str:
    """Return the whole structure under many names."""
    whole = " ".join(f'a{n}: organization(code: "cl.chilecompra") {{ ...W }}' for n in range(times))
    return f"{{ {whole} }} fragment W on Organization {{ structure {{ roots {{ ...U children {{ ...U }} }} }} }} {UNIT}"


UNIT = "fragment U on UnitVersion { name functions { text legalBasis { citation } } }"
RING = "functions { unit { functions { text } } }"


def paged(inside: str, fragments: str = "") -> str:
    """Return pages of units, and what is asked of each."""
    units = f"units(first: 100) {{ edges {{ node {{ {inside} }} }} }}"
    return f'{{ organization(code: "cl.chilecompra") {{ structure {{ {units} }} }} }} {fragments}'


def dated(written: str) -> str:
    """Return a question about a day as it is written."""
    return f'{{ organization(code: "cl.chilecompra") {{ structure(asOf: "{written}") {{ basis }} }} }}'


BY_VARIABLE = "query ($v: Int) { organizations(first: $v) { totalCount } }"
DATED_BY_VARIABLE = (
    'query ($d: Date) { organization(code: "cl.chilecompra") { structure(asOf: $d) { basis } } }'
)
GOOD = '{"query": "{ __typename }"}'
CASES = (
    Case(1, "fan-out of 2^40", query(fan(2, 40)), 400, "too_many_fragments", {"limit": 30}),
    Case(1, "fan-out of 2^28, in few fragments", query(fan(2, 28)), 400, "query_too_wide", {"limit": 3_000}),
    Case(2, "fan-out of 4^40", query(fan(4, 40)), 400, "too_many_fragments", {"limit": 30}),
    Case(2, "fan-out of 4^28, in few fragments", query(fan(4, 28)), 400, "query_too_wide", {"limit": 3_000}),
    Case(
        3,
        "unknown fragment",
        query("{ ...Nope }"),
        400,
        "query_not_valid",
        {"reason": "Unknown fragment 'Nope'."},
    ),
    Case(4, "fragment within itself", query("{ ...A } fragment A on Query { ...A }"), 400, "query_not_valid"),
    Case(
        4,
        "fragments in a circle",
        query("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
        400,
        "query_not_valid",
    ),
    Case(
        5, "200 aliases of the whole structure", query(aliased(200)), 400, "query_too_long", {"limit": 1_500}
    ),
    Case(
        5,
        "100 aliases of the whole structure",
        query(aliased(100)),
        200,
        "query_too_costly",
        {"limit": 5_000, "of": "objects"},
        stopped=True,
    ),
    Case(
        6,
        "first: 99999999",
        query("{ organizations(first: 99999999) { totalCount } }"),
        400,
        "page_size_out_of_range",
        {"first": 99_999_999, "limit": 200},
    ),
    Case(
        6,
        "first: -1",
        query("{ organizations(first: -1) { totalCount } }"),
        400,
        "page_size_out_of_range",
        {"first": -1, "limit": 200},
    ),
    Case(
        6,
        "first: 0",
        query("{ organizations(first: 0) { totalCount } }"),
        400,
        "page_size_out_of_range",
        {"first": 0, "limit": 200},
    ),
    Case(
        6,
        "first in a variable",
        query(BY_VARIABLE, v=201),
        400,
        "page_size_out_of_range",
        {"first": 201, "limit": 200},
    ),
    Case(6, "first beyond 32 bits", query(BY_VARIABLE, v=2**40), 400, "variables_not_valid"),
    Case(
        6,
        "limit=99999999",
        read("/v1/organizations?limit=99999999"),
        400,
        "bad_limit",
        {"value": "99999999", "most": 200},
    ),
    Case(6, "limit=-1", read("/v1/organizations?limit=-1"), 400, "bad_limit", {"value": "-1", "most": 200}),
    Case(
        7,
        "pages and what hangs from each, in a ring",
        query(paged(f"functions {{ unit {{ {RING} }} }}")),
        200,
        "query_too_costly",
        {"limit": 5_000},
        stopped=True,
    ),
    Case(
        7,
        "the same hidden in fragments",
        query(
            paged(
                "...R",
                f"fragment R on UnitVersion {{ functions {{ unit {{ ...S }} }} }} fragment S on UnitVersion {{ {RING} }}",
            )
        ),
        200,
        "query_too_costly",
        {"limit": 5_000},
        stopped=True,
    ),
    Case(
        8,
        "500 directives",
        query("{ __typename " + "@include(if: true) " * 500 + "}"),
        400,
        "query_too_long",
        {"limit": 1_500},
    ),
    Case(
        8,
        "200 directives",
        query("{ __typename " + "@include(if: true) " * 200 + "}"),
        400,
        "query_not_valid",
    ),
    Case(9, "5,000 levels", query("{a" * DEEP + "}" * DEEP), 400, "query_too_deep", {"limit": 12}),
    Case(9, "5,000 levels that never end", query("{a" * DEEP), 400, "query_too_deep", {"limit": 12}),
    Case(
        9,
        "5,000 lists in an argument",
        query("{ organization(code: " + "[" * DEEP + "]" * DEEP + ") { code } }"),
        400,
        "query_too_deep",
        {"limit": 12},
    ),
    Case(10, "a batch", posted(f"[{GOOD}, {GOOD}]".encode()), 400, "batch_refused"),
    Case(
        10,
        "a mutation over GET",
        Sent("GET", f"{PATH}?query=mutation%7B__typename%7D", headers={"accept": RESPONSE}),
        405,
        "mutation_over_get",
    ),
    Case(
        10,
        "a mutation as text/plain",
        posted(b'{"query": "mutation { __typename }"}', "text/plain"),
        415,
        "unsupported_media_type",
    ),
    Case(11, "a body that is no UTF-8", posted(b'{"query": "\xff\xfe"}'), 400, "invalid_utf8"),
    Case(
        11,
        "an address that is no UTF-8",
        read(f"{STRUCTURE}?as_of=%FF%FE"),
        400,
        "bad_encoding",
        {"place": "query"},
    ),
    Case(12, "null", posted(b"null"), 400, "not_an_object", {"found": "null"}),
    Case(12, "1", posted(b"1"), 400, "not_an_object", {"found": "number"}),
    Case(13, "60,000 brackets", posted(b"[" * 60_000), 400, "json_too_deep", {"place": "body"}),
    Case(13, "100,000 brackets", posted(b"[" * 100_000), 413, "body_too_large", {"limit": LIMIT}),
    Case(14, "20 MB", posted(b" " * 20_000_000), 413, "body_too_large", {"limit": LIMIT}),
    Case(
        15,
        "half a character in a variable",
        posted(b'{"query": "{ __typename }", "variables": {"v": "\\ud800"}}'),
        400,
        "invalid_utf8",
    ),
    Case(15, "half a character in an address", read(f"{STRUCTURE}?as_of=%ED%A0%80"), 400, "bad_encoding"),
    Case(15, "NUL in a code", read("/v1/organizations/cl.chile%00compra/structure"), 400, "bad_code"),
    Case(
        15,
        "NUL in the key of a source",
        read("/v1/sources/cl/chilecompra/resolucion-exenta/2024/35%00B"),
        400,
        "bad_code",
    ),
    Case(15, "NUL in a day", query(dated("2024-01-01\\u0000")), 400, "bad_date"),
    Case(
        16,
        "a key twice",
        posted(b'{"query": "{ a }", "query": "{ __typename }"}'),
        400,
        "duplicate_json_key",
        {"key": "query"},
    ),
    Case(
        16,
        "a key twice in the variables",
        posted(b'{"query": "{ a }", "variables": {"a": 1, "a": 2}}'),
        400,
        "duplicate_json_key",
        {"key": "a"},
    ),
    Case(
        16,
        "a parameter twice",
        read(f"{STRUCTURE}?as_of=2024-01-01&as_of=2025-01-01"),
        400,
        "repeated_parameter",
        {"parameter": "as_of"},
    ),
    *(
        Case(17, f"{day} {place}", sent, 400, "bad_date", {"value": day})
        for day in ("2024-02-30", "20240229", "2024-W05-1")
        for place, sent in (
            ("in a query", query(dated(day))),
            ("in a variable", query(DATED_BY_VARIABLE, d=day)),
            ("in an address", read(f"{STRUCTURE}?as_of={day}")),
        )
    ),
)
