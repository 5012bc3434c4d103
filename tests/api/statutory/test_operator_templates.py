"""An operator's own templates: shown and filled in like those that come with the register, over REST and GraphQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.settings import Settings
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.support.statutory import own_templates

ABOUT = "/v1/organizations/cl.chilecompra"


@pytest.fixture
def theirs(filled_url: str, tmp_path: Path) -> Iterator[Reader]:
    """A reader of an installation whose operator replaces one template and adds another."""
    settings = Settings(database_url=filled_url, template_folder=own_templates(tmp_path))
    with TestClient(an_application(filled_url, settings)) as client:
        yield Reader(client)


def test_rest_shows_and_fills_in_what_the_operator_has(theirs: Reader) -> None:
    listed = theirs.answer(f"{ABOUT}/statutory")["templates"]
    assert [(each["code"], each["confirmed"], each["instruction"]) for each in listed] == [
        ("estructura", False, None),
        ("facultades", False, "Instrucción General 99 de 2027"),
        ("facultades-anterior", True, "Instrucción General 11 del Consejo para la Transparencia"),
        ("marco-normativo", True, None),
        ("propia", True, "Instrucción General 99 de 2027"),
    ]
    table = theirs.answer(f"{ABOUT}/statutory/facultades?month=2025-01")
    assert table["headers"] == ["Unidad", "Última modificación"]
    assert table["rows"][0]["cells"] == ["División de Gestión Usuaria", "Nunca"]
    schema = theirs.answer("/v1/tables/cl.facultades")
    assert [field["name"] for field in schema["fields"]] == table["headers"]
    assert schema["fields"][1]["missingValues"] == ["", "Nunca"]
    names = [each["name"] for each in theirs.answer(f"{ABOUT}/datapackage?as_of=2025-01-01")["resources"]]
    assert "statutory-propia" in names


def test_graphql_does_too(theirs: Reader) -> None:
    query = (
        '{ organization(code: "cl.chilecompra") { statutoryTemplates { code confirmed } '
        'statutoryTable(template: "propia", month: "2025-01") { headers } } }'
    )
    answer = theirs.client.post("/graphql", json={"query": query}).json()["data"]["organization"]
    assert {"code": "propia", "confirmed": True} in answer["statutoryTemplates"]
    assert answer["statutoryTable"] == {"headers": ["Unidad", "Última modificación"]}
