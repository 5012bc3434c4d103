"""Altered contracts: what breaks a reader is found, and what does not is let through."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from api.rest.openapi import openapi
from schema.build import sdl
from tests.released.graphql_breaks import graphql_breaks
from tests.released.renew import without_words
from tests.released.rest_breaks import rest_breaks

Plain = dict[str, Any]
UNITS = "/v1/organizations/{code}/units"


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("  changePoints(", "  changeDays(", ["Field Organization.changePoints was removed."]),
        ("  stateKey: String!", "  stateKey: String", 5),
        (
            "    depth: Int\n",
            "    depth: Int!\n",
            ["Argument Structure.units(depth:) has changed type from Int to Int!."],
        ),
        ("  HELD\n", "  OCCUPIED\n", ["Enum value Occupancy.HELD was removed."]),
        ("type Post implements Node", "type Post", ["Post no longer implements interface Node."]),
        ("input KnownAt @oneOf {\n", "input KnownAt @oneOf {\n  day: Date\n", []),
        ("  stateKey: String!", "  stateKey: String!\n  added: Int", []),
        ("  HELD\n", "  HELD\n  LENT\n", []),
    ],
)
def test_a_change_of_the_graphql_contract(before: str, after: str, found: int | list[str]) -> None:
    assert before in sdl()
    changes = graphql_breaks(sdl(), sdl().replace(before, after))
    assert (len(changes) if isinstance(found, int) else changes) == found


def test_equal_contracts_break_nobody() -> None:
    assert graphql_breaks(sdl(), sdl()) == []
    assert rest_breaks(openapi(), openapi()) == []
    # The baseline is kept without what is there for people, and no client breaks by that.
    assert (
        rest_breaks(without_words(openapi()), openapi())
        == rest_breaks(openapi(), without_words(openapi()))
        == []
    )


def parameter(document: Plain, name: str) -> Plain:
    found: Plain = next(
        each for each in document["paths"][UNITS]["get"]["parameters"] if each["name"] == name
    )
    return found


def without_an_operation(document: Plain) -> None:
    del document["paths"][UNITS]


def under_another_name(document: Plain) -> None:
    document["paths"][UNITS]["get"]["operationId"] = "getUnits"


def without_a_parameter(document: Plain) -> None:
    document["paths"][UNITS]["get"]["parameters"].remove(parameter(document, "as_of"))


def asking_for_a_parameter(document: Plain) -> None:
    parameter(document, "as_of")["required"] = True


def asking_for_a_new_parameter(document: Plain) -> None:
    added = {"name": "lens", "in": "query", "required": True, "schema": {"type": "string"}}
    document["paths"][UNITS]["get"]["parameters"].append(added)


def taking_shorter_codes(document: Plain) -> None:
    parameter(document, "code")["schema"]["maxLength"] = 10


def taking_numbers(document: Plain) -> None:
    parameter(document, "code")["schema"] = {"type": "integer"}


def without_an_answer(document: Plain) -> None:
    del document["paths"][UNITS]["get"]["responses"]["200"]


def without_a_header(document: Plain) -> None:
    del document["paths"][UNITS]["get"]["responses"]["200"]["headers"]["ETag"]


def in_another_format(document: Plain) -> None:
    content = document["paths"][UNITS]["get"]["responses"]["200"]["content"]
    content["application/cbor"] = content.pop("application/json")


def without_a_member(document: Plain) -> None:
    del document["components"]["schemas"]["Problem"]["properties"]["remedy"]


def with_a_member_that_may_be_missing(document: Plain) -> None:
    document["components"]["schemas"]["Problem"]["required"].remove("remedy")


def with_a_member_that_may_be_null(document: Plain) -> None:
    members = document["components"]["schemas"]["Problem"]["properties"]
    members["remedy"] = {"anyOf": [members["remedy"], {"type": "null"}]}


def with_a_day_that_is_an_instant(document: Plain) -> None:
    document["components"]["schemas"]["LegalDate"]["properties"]["earliest"] = {
        "type": "string",
        "format": "date-time",
    }


@pytest.mark.parametrize(
    ("alter", "found"),
    [
        (without_an_operation, [f"GET {UNITS} was removed."]),
        (under_another_name, [f"GET {UNITS} is getUnits, was listUnits."]),
        (without_a_parameter, ["Parameter as_of of listUnits was removed."]),
        (asking_for_a_parameter, ["Parameter as_of of listUnits became required."]),
        (asking_for_a_new_parameter, ["Parameter lens of listUnits was added and is required."]),
        (taking_shorter_codes, ["Parameter code of listUnits takes another maxLength."]),
        (taking_numbers, ["Parameter code of listUnits takes integer, took string."]),
        (without_an_answer, ["listUnits no longer answers 200."]),
        (without_a_header, ["listUnits no longer sends ETag with 200."]),
        (in_another_format, ["listUnits no longer answers 200 as application/json."]),
        (without_a_member, ["Problem.remedy was removed."]),
        (with_a_member_that_may_be_missing, ["Problem.remedy may be missing."]),
        (with_a_member_that_may_be_null, ["Problem.remedy is null or string, was string."]),
        (with_a_day_that_is_an_instant, ["LegalDate.earliest is string (date-time), was string (date)."]),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_change_of_the_rest_description_that_breaks_readers(
    alter: Callable[[Plain], None], found: list[str]
) -> None:
    altered = json.loads(json.dumps(openapi()))  # As served: no part of it stands in two places.
    alter(altered)
    assert rest_breaks(openapi(), altered) == found


def with_more_to_ask(document: Plain) -> None:
    added = {"name": "lens", "in": "query", "required": False, "schema": {"type": "string"}}
    document["paths"][UNITS]["get"]["parameters"].append(added)


def with_more_answered(document: Plain) -> None:
    problem = document["components"]["schemas"]["Problem"]
    problem["properties"]["help"] = {"type": "string"}
    problem["required"].append("help")
    content = document["paths"][UNITS]["get"]["responses"]["200"]["content"]
    content["text/csv"] = {"schema": {"type": "string"}}


def taking_longer_codes(document: Plain) -> None:
    parameter(document, "code")["schema"]["maxLength"] = 1_000


def refusing_less(document: Plain) -> None:
    del document["paths"][UNITS]["get"]["responses"]["404"]


@pytest.mark.parametrize("alter", [with_more_to_ask, with_more_answered, taking_longer_codes, refusing_less])
def test_a_change_of_the_rest_description_that_breaks_nobody(alter: Callable[[Plain], None]) -> None:
    altered = json.loads(json.dumps(openapi()))  # As served: no part of it stands in two places.
    alter(altered)
    assert altered != openapi()
    assert rest_breaks(openapi(), altered) == []
