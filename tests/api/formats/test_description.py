"""The OpenAPI document tells every format, with an answer that was really served."""

from __future__ import annotations

import asyncio
import csv
import io
import json

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from api.rest.formats import JSON, XLSX
from api.rest.operation import Operation
from api.rest.operations import OPERATIONS
from api.rest.print_examples import examples, shortened
from api.rest.served_examples import FOLDER, place_of
from tests.api.contract import DOCUMENT, must_fit

# The instants at which a register was filled, and orders of what is ranked, are its own.
OF_THE_REGISTER = {"listChanges"}


def test_the_examples_are_what_the_operations_answer_today() -> None:
    """If this fails, the answers have changed: python -m api.rest.print_examples writes them anew."""
    made = asyncio.run(examples())
    assert {place.name for place in made} == {place.name for place in FOLDER.iterdir()}
    for place, written in made.items():
        assert place.read_bytes() == written, place.name


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_the_examples_are_served_so(web: TestClient, operation: Operation) -> None:
    """The examples are made without HTTP; what HTTP serves is the same."""
    served = web.get(operation.example)
    if operation.id not in OF_THE_REGISTER:
        assert json.loads(place_of(operation, JSON).read_bytes()) == shortened(served.json())


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_every_format_of_an_operation_is_described_with_an_example(operation: Operation) -> None:
    content = DOCUMENT["paths"][operation.path]["get"]["responses"]["200"]["content"]
    of_programs = {each: told for each, told in content.items() if each != "text/plain"}
    assert set(of_programs) == {each.media_type for each in operation.formats}
    for media_type, told in of_programs.items():
        if media_type == XLSX.media_type:
            assert told == {"schema": {"type": "string", "format": "binary"}}
            continue
        example = told["example"]
        match media_type:
            case "application/json":
                must_fit(example, told["schema"])
            case "application/ld+json":
                schema = {**told["schema"], "components": DOCUMENT["components"]}
                Draft202012Validator(schema).validate(example)
            case "text/csv":
                separator = ";" if operation.prescribed else ","
                text = io.StringIO(example, newline="")
                rows = list(csv.DictReader(text, strict=True, delimiter=separator))
                assert len(rows) == 1
            case _:
                [line] = example.splitlines()
                assert list(json.loads(line))[:2] == ["type", "asked"]


def test_every_tag_is_described_and_used() -> None:
    described = {tag["name"]: tag["description"] for tag in DOCUMENT["tags"]}
    used = {tag for methods in DOCUMENT["paths"].values() for tag in methods["get"]["tags"]}
    assert set(described) == used
    assert all(described.values())


def test_every_parameter_has_an_example() -> None:
    for methods in DOCUMENT["paths"].values():
        for parameter in methods["get"]["parameters"]:
            assert "example" in parameter or parameter["examples"]
            assert parameter["description"]


def test_the_document_says_where_it_is_served_and_stays_small(published: TestClient) -> None:
    answer = published.get("/openapi.json")
    assert answer.json()["servers"][0]["url"] == "https://registro.example/organica"
    assert DOCUMENT["servers"][0]["url"] == "/"
    assert len(json.dumps(DOCUMENT, ensure_ascii=False).encode()) < 600_000
