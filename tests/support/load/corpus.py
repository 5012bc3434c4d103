"""What is sent in a load: what legitimate readers ask, and what attackers send.

Gives `LEGITIMATE` and `ATTACKS`: each makes the bytes of one request from a number that is never repeated, so that
no cache knows the question, and says which answers it may get. Called by `tests.campaigns.attack`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tests.support.load.big_body import ORGANIZATION, UNITS, unit_code

SMALL = "cl.chilecompra"
REFUSED = frozenset(range(400, 500))
# A query that is stopped while it runs is answered as GraphQL over HTTP has it: 200, with its error.
SERVED = REFUSED | {200, 304}
_FIRST_DAY = date(2011, 1, 1)
_DAYS = 6_000


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of request.

    `make` takes a number; gives the bytes in pieces, between which a slow sender waits `pause_s`.
    `statuses`: what it may be answered with. `code`: the refusal that it must get, where that is always the same.
    """

    name: str
    make: Callable[[int], Iterator[bytes]]
    statuses: frozenset[int] = SERVED
    code: str | None = None
    pause_s: float = 0.0


def a_day(number: int) -> str:
    """Return a day of the body's history, another one for each number."""
    return (_FIRST_DAY + timedelta(days=number * 7 % _DAYS)).isoformat()


def get(target: str, accept: str = "application/json") -> bytes:
    """Return the bytes of a GET request."""
    return f"GET {target} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\n\r\n".encode()


_POST = (
    b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Accept: application/graphql-response+json\r\n"
)


def post(body: bytes) -> bytes:
    """Return the bytes of a GraphQL request with this body."""
    return _POST + b"Content-Length: %d\r\n\r\n" % len(body) + body


def _query(text: str, variables: Mapping[str, object] | None = None) -> bytes:
    return post(json.dumps({"query": text, "variables": variables or {}}).encode())


def _asks(target: Callable[[int], str]) -> Callable[[int], Iterator[bytes]]:
    def make(number: int) -> Iterator[bytes]:
        yield get(target(number))

    return make


def _says(text: Callable[[int], str]) -> Callable[[int], Iterator[bytes]]:
    """Return what sends a query. The comment makes it another document each time."""

    def make(number: int) -> Iterator[bytes]:
        yield _query(f"# {number}\n{text(number)}")

    return make


def _sends(body: bytes) -> Callable[[int], Iterator[bytes]]:
    def make(_number: int) -> Iterator[bytes]:
        yield post(body)

    return make


UNIT = """query ($organization: String!, $unit: String!, $day: Date) {
  organization(code: $organization) { structure(asOf: $day) { unit(code: $unit) {
    code name kind functions { label text } headPost { name appointments { holder } }
  } } }
}"""


def unit_question(number: int) -> Iterator[bytes]:
    """Give the question of a unit's page, with variables, as an intranet asks it."""
    variables = {"organization": SMALL, "unit": "atencion-usuaria", "day": f"2025-{number % 12 + 1:02}-01"}
    yield _query(UNIT, variables)


def structure_question(number: int) -> Iterator[bytes]:
    """Give the question of a whole small structure."""
    yield get(f"/v1/organizations/{SMALL}/structure?as_of=2025-{number % 12 + 1:02}-01")


def _big_unit(number: int) -> Iterator[bytes]:
    variables = {"organization": ORGANIZATION, "unit": unit_code(number % UNITS), "day": a_day(number)}
    yield _query(UNIT, variables)


BIG = f"/v1/organizations/{ORGANIZATION}"
LEGITIMATE = (
    Sort("structure", structure_question),
    Sort("unit page", unit_question),
    Sort("unit of the big body", _big_unit),
    Sort("unit over REST", _asks(lambda n: f"{BIG}/units/{unit_code(1 + n % (UNITS - 1))}?as_of={a_day(n)}")),
    Sort("organizations", _asks(lambda _: "/v1/organizations")),
    Sort("search", _asks(lambda n: f"/v1/search?q=capacitaci%C3%B3n+{n % 5}&organization={SMALL}")),
    Sort("changes", _asks(lambda n: f"/v1/changes?first=20&after={n % 500}")),
    Sort("diff", _asks(lambda _: f"/v1/organizations/{SMALL}/diff?base=2023-06-30&target=2025-01-01")),
    Sort("page of units", _says(lambda n: _page(10, a_day(n % 20)))),
)


def _page(first: int, day: str) -> str:
    return (
        f'{{ organization(code: "{ORGANIZATION}") {{ structure(asOf: "{day}") {{ '
        f"units(first: {first}) {{ edges {{ node {{ code name functions {{ label text }} }} }} }} }} }} }}"
    )


def _structures(aliases: int, number: int) -> str:
    """Return a query for whole structures, each on another day."""
    asked = " ".join(
        f'a{each}: organization(code: "{ORGANIZATION}") {{ structure(asOf: "{a_day(number + each)}") {{ ...S }} }}'
        for each in range(aliases)
    )
    below = "name functions { text }"
    for _ in range(4):
        below = f"name functions {{ text }} children {{ {below} }}"
    return f"{{ {asked} }} fragment S on Structure {{ roots {{ {below} }} }}"


def _search(words: str) -> str:
    return f'{{ search(text: "{words}", first: 200) {{ totalCount edges {{ node {{ score }} }} }} }}'


def _fan(ways: int, levels: int, *, on: str = "Query", leaf: str = "__typename") -> str:
    """Return fragments each of which spreads the next one several times."""
    spreads = "".join(
        f" fragment F{n} on {on} {{ {' '.join([f'...F{n + 1}'] * ways)} }}" for n in range(levels)
    )
    return f"{spreads} fragment F{levels} on {on} {{ {leaf} }}"


def _ring() -> str:
    """Return the longest way round that the depth allows: from functions to their unit and back."""
    inside = "functions { unit { functions { unit { functions { unit { name } } } } } }"
    return f'{{ organization(code: "{ORGANIZATION}") {{ structure {{ roots {{ children {{ {inside} }} }} }} }} }}'


def _merging(fields: int) -> str:
    """Return many fields of one name, each of which validation compares with every other."""
    return "{ " + f'organization(code: "{SMALL}") {{ code }} ' * fields + "}"


def _meeting() -> str:
    """Return fragments that all select the same field with its own subselection."""
    spreads = " ".join(f"...M{n}" for n in range(28))
    inside = "structure { roots { " + "name " * 20 + "children { name code } } }"
    fragments = " ".join(f"fragment M{n} on Organization {{ {inside} }}" for n in range(28))
    return f'{{ organization(code: "{SMALL}") {{ {spreads} }} }} {fragments}'


_TYPES = "__schema { types { name fields { name type { name ofType { name fields { name } } } } } }"


def _slow(number: int) -> Iterator[bytes]:
    """Give a body that comes a byte at a time."""
    yield _POST + b"Content-Length: 5000\r\n\r\n"
    for _ in range(5_000):
        yield b" "


def _announced(_number: int) -> Iterator[bytes]:
    """Give the headers of a body of 20 MB, which need not come to be refused."""
    yield _POST + b"Content-Length: 20000000\r\n\r\n"


def _huge(_number: int) -> Iterator[bytes]:
    """Give 20 MB in pieces whose total is not announced."""
    yield _POST + b"Transfer-Encoding: chunked\r\n\r\n"
    piece = b"10000\r\n" + b" " * 65_536 + b"\r\n"
    for _ in range(20_000_000 // 65_536):
        yield piece
    yield b"0\r\n\r\n"


ATTACKS = (
    Sort("fan of 2^40", _says(lambda _: "{ ...F0 }" + _fan(2, 40)), REFUSED),
    Sort("fan of 4^28", _says(lambda _: "{ ...F0 }" + _fan(4, 28)), REFUSED),
    Sort("unknown fragment", _says(lambda _: "{ ...Nada }"), REFUSED, "query_not_valid"),
    Sort("5,000 levels", _says(lambda _: "{a" * 5_000), REFUSED, "query_too_deep"),
    Sort("500 directives", _says(lambda _: "{ __typename " + "@include(if: true) " * 500 + "}"), REFUSED),
    Sort("200 whole structures", _says(lambda n: _structures(200, n)), REFUSED, "query_too_long"),
    Sort("60 whole structures", _says(lambda n: _structures(60, n))),
    Sort(
        "200 aliases",
        _says(lambda _: "{" + "".join(f"a{i}: organizations {{ totalCount }} " for i in range(200)) + "}"),
    ),
    Sort("a ring", _says(lambda _: _ring())),
    Sort("three pages within pages", _says(lambda n: _page(200, a_day(n)))),
    Sort("fields to merge", _says(lambda _: _merging(150))),
    Sort("fragments to merge", _says(lambda _: _meeting())),
    Sort(
        "introspection with aliases",
        _says(lambda _: "{" + "".join(f"a{i}: {_TYPES} " for i in range(40)) + "}"),
    ),
    Sort("introspection", _says(lambda _: "{ " + _TYPES + " }")),
    Sort("malformed JSON", _sends(b'{"query": "{ __typename }"'), REFUSED, "malformed_json"),
    Sort("60,000 brackets", _sends(b"[" * 60_000), REFUSED, "json_too_deep"),
    Sort("no UTF-8", _sends(b'{"query": "\xff\xfe"}' * 2_000), REFUSED, "invalid_utf8"),
    Sort(
        "60,000 letters",
        _sends(json.dumps({"query": "{ " + "a" * 60_000 + " }"}).encode()),
        REFUSED,
        "word_too_long",
    ),
    Sort("20 MB announced", _announced, REFUSED, "body_too_large"),
    # Who goes on writing to a closed connection may find it closed before it has read why.
    Sort("20 MB in pieces", _huge, REFUSED | {0}, "body_too_large"),
    Sort("slow body", _slow, REFUSED, "body_too_slow", pause_s=0.2),
    Sort("big structure on any day", _asks(lambda n: f"{BIG}/structure?as_of={a_day(n)}")),
    Sort("all functions on any day", _asks(lambda n: f"{BIG}/functions?as_of={a_day(n)}")),
    Sort(
        "big difference", _asks(lambda n: f"{BIG}/diff?base={a_day(n % 400)}&target=2026-{n % 12 + 1:02}-01")
    ),
    Sort("big history", _asks(lambda n: f"{BIG}/history?known_at={1 + n % 20}")),
    Sort("who names whom", _asks(lambda n: f"{BIG}/coordination?as_of={a_day(n)}")),
    Sort("export over years", _asks(lambda n: f"{BIG}/functions.csv?from={a_day(n)}&until=2027-01-01")),
    Sort("export as lines", _asks(lambda n: f"{BIG}/functions.jsonl?as_of={a_day(n)}")),
    Sort(
        "search of common words",
        _asks(lambda n: f"/v1/search?q=planes+evaluar+{n}&as_of={a_day(n)}&limit=200"),
    ),
    Sort("search everywhere", _says(lambda n: _search(f"coordinar planes de obras {n}"))),
    Sort("unknown organizations", _asks(lambda n: f"/v1/organizations/cl.nadie-{n}/structure"), REFUSED),
    Sort(
        "impossible days",
        _asks(lambda n: f"{BIG}/structure?as_of=2024-02-{30 + n % 60}"),
        REFUSED,
        "bad_date",
    ),
    Sort(
        "a long Accept",
        lambda n: iter([get(f"{BIG}/units/unidad-1?as_of={a_day(n)}", "a/b;q=0.1," * 5_000)]),
        REFUSED,
    ),
)
