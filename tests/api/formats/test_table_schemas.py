"""Table Schemas: each says of its table what holds of every row, and stands where the table says."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from typing import Any
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

from api.rest.tables.columns import TABLES
from api.settings import CHECKOUT
from organica.files.template_file import included_templates
from tests.api.contract import Reader
from tests.api.formats.bodies import SHEET
from tests.api.formats.test_csv import ABOUT, CHILECOMPRA, FICTIONAL

MORE = (
    "/v1/organizations.csv",
    "/v1/changes.csv?first=200",
    "/v1/work-list.csv?limit=200",
    "/v1/vocabularies/unit_kinds.csv",
    "/v1/vocabularies/source_kinds.csv?country=cl",
    f"{CHILECOMPRA}/diff.csv?base=2023-06-30&target=2025-01-01",
    f"{ABOUT}/diff.csv?base=2019-01-01&target=2030-01-01",
    f"{CHILECOMPRA}/statutory/facultades/missing.csv?month=2025-01",
    f"{CHILECOMPRA}/statutory/facultades.csv?month=2025-01",
    f"{ABOUT}/statutory/facultades.csv?month=2025-01",
    "/v1/organizations/pe.perucompras/programmes.csv",
    *(
        f"{place}/{table}.csv{asked}"
        for place, (table, asked) in product(
            (ABOUT, FICTIONAL, CHILECOMPRA),
            (
                *((table, "?from=1900-01-01") for table in ("units", "functions", "posts", "appointments")),
                ("sources", ""),
            ),
        )
    ),
)


def described_by(web: TestClient, address: str) -> dict[str, Any]:
    """Return the schema that the header Link of a table leads to."""
    [found] = re.findall(r'<([^>]+)>; rel="describedby"', web.get(address).headers["link"])
    schema: dict[str, Any] = web.get(found).json()
    return schema


def rows_of(web: TestClient, address: str) -> list[dict[str, str]]:
    text = web.get(address).content.decode("utf-8-sig")
    separator = ";" if "/statutory/" in address and "/missing." not in address else ","
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def faults(schema: dict[str, Any], rows: list[dict[str, str]]) -> Iterator[str]:
    """Yield what a table has against its schema, read as the standard reads it."""
    names = [field["name"] for field in schema["fields"]]
    for number, row in enumerate(rows):
        if list(row) != names:
            yield f"{number}: the columns differ"
        for field in schema["fields"]:
            cell = row[field["name"]]
            bounds = field.get("constraints", {})
            if cell in field.get("missingValues", schema["missingValues"]):
                if bounds.get("required"):
                    yield f"{number}: no {field['name']}"
                continue
            if not _is(cell, field):
                yield f"{number}: {field['name']} is no {field['type']}: {cell}"
            if cell not in bounds.get("enum", [cell]) or not re.search(bounds.get("pattern", ""), cell):
                yield f"{number}: {field['name']} may not be {cell}"
    key = [tuple(row[name] for name in schema.get("primaryKey", ())) for row in rows]
    if schema.get("primaryKey") and len(set(key)) != len(key):
        yield "a key stands twice"


def _is(cell: str, field: dict[str, Any]) -> bool:
    try:
        match field["type"]:
            case "date":
                datetime.strptime(cell, field.get("format", "%Y-%m-%d"))  # noqa: DTZ007
            case "datetime":
                datetime.fromisoformat(cell)
            case "integer":
                int(cell)
            case "boolean":
                return cell in (*field["trueValues"], *field["falseValues"])
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("address", MORE)
def test_every_row_is_as_the_schema_says(web: TestClient, address: str) -> None:
    rows = rows_of(web, address)
    # One of the bodies has no functions.
    assert rows or address == f"{FICTIONAL}/functions.csv?from=1900-01-01"
    assert list(faults(described_by(web, address), rows)) == []


def test_what_a_schema_does_not_allow_is_found(web: TestClient) -> None:
    """Else the tests above would show nothing."""
    address = f"{ABOUT}/units.csv?as_of=2021-01-01"
    schema, [row, *_] = described_by(web, address), rows_of(web, address)
    for name, cell, fault in (
        ("in_force_from", "ayer", "is no date"),
        ("known_at", "x", "is no integer"),
        ("certain", "sí", "is no boolean"),
        ("parent_status", "quizás", "may not be"),
        ("unit", "Una Unidad", "may not be"),
        ("unit", "", "no unit"),
    ):
        [found] = faults(schema, [{**row, name: cell}])
        assert fault in found
    assert list(faults({**schema, "primaryKey": ["unit"]}, [row, row])) == ["a key stands twice"]


def test_the_schema_of_a_table_is_that_of_its_columns(plain: Reader) -> None:
    for name, table in TABLES.items():
        schema = plain.answer(f"/v1/tables/{name}")
        assert [field["name"] for field in schema["fields"]] == list(table.header)
        assert (schema["name"], schema["title"]) == (name, table.title.es)
        assert all(field["title"] and field["description"] for field in schema["fields"])
    units = {field["name"]: field for field in plain.answer("/v1/tables/units")["fields"]}
    assert units["in_force_from"] == {
        "name": "in_force_from",
        "type": "date",
        "title": "Desde cuándo es así.",
        "description": "Since when it is so.",
        "constraints": {"required": True},
    }


def test_the_schema_of_a_statutory_table_has_its_headers_to_the_letter(plain: Reader) -> None:
    for template in included_templates():
        schema = plain.answer(f"/v1/tables/{template.country}.{template.code}")
        assert tuple(field["name"] for field in schema["fields"]) == template.headers
    fields = {each["name"]: each for each in plain.answer("/v1/tables/cl.facultades")["fields"]}
    assert fields["Fecha de última modificación (dd/mm/aaaa)"] == {
        "name": "Fecha de última modificación (dd/mm/aaaa)",
        "type": "date",
        "format": "%d/%m/%Y",
        "missingValues": ["", "Sin modificación"],
        "title": "Fecha de la última modificación",
        "description": "When it was last amended.",
    }


def test_a_table_that_does_not_exist_is_refused_with_those_that_do(plain: Reader) -> None:
    problem = plain.problem("/v1/tables/unidades", 404)
    assert problem["code"] == "unknown_table"
    assert problem["facts"]["known"][:2] == ["organizations", "units"]
    assert "cl.facultades" in problem["facts"]["known"]
    assert plain.problem("/v1/tables/Una", 400)["code"] == "bad_code"


def test_json_lines_and_json_have_no_table_schema(web: TestClient) -> None:
    for suffix in ("json", "jsonl", "jsonld"):
        assert "describedby" not in web.get(f"{ABOUT}/units.{suffix}").headers["link"]


@pytest.mark.parametrize(
    ("body", "day"),
    [(SHEET, "2021-01-01"), ("cl.servicio-ficticio", "2024-06-30"), ("pe.perucompras", "2025-01-01")],
)
def test_a_package_has_the_tables_of_a_day_and_what_they_refer_to(
    web: TestClient, plain: Reader, body: str, day: str
) -> None:
    address = f"/v1/organizations/{body}/datapackage"
    package = plain.answer(f"{address}?as_of={day}")
    assert (package["name"], package["title"][-10:]) == (body, day)
    tables = {}
    for resource in package["resources"]:
        place = urljoin(f"{address}.json", resource["path"])
        rows = rows_of(web, place)
        assert list(faults(resource["schema"], rows)) == []
        assert resource["dialect"]["delimiter"] in web.get(place).text.split("\n")[0]
        tables[resource["name"]] = rows
    assert list(tables)[:6] == ["units", "functions", "posts", "appointments", "programmes", "sources"]
    referred = 0
    for resource in package["resources"]:
        for each in resource["schema"].get("foreignKeys", []):
            there = tables[each["reference"]["resource"] or resource["name"]]
            known = {tuple(row[name] for name in each["reference"]["fields"]) for row in there}
            named = {tuple(row[name] for name in each["fields"]) for row in tables[resource["name"]]}
            assert named - {("",)} <= known
            referred += len(named - {("",)})
    assert referred


def test_a_package_of_a_day_that_is_not_covered_has_no_statutory_table(plain: Reader) -> None:
    names = [
        each["name"] for each in plain.answer(f"{CHILECOMPRA}/datapackage?as_of=2001-01-01")["resources"]
    ]
    assert names == ["units", "functions", "posts", "appointments", "programmes", "sources"]
    covered = [
        each["name"] for each in plain.answer(f"{CHILECOMPRA}/datapackage?as_of=2025-01-01")["resources"]
    ]
    assert covered[6:8] == ["statutory-estructura", "statutory-estructura-missing"]


def test_a_package_keeps_the_entry_that_was_asked_for(plain: Reader) -> None:
    package = plain.answer(f"{CHILECOMPRA}/datapackage?as_of=2025-01-01&known_at=1")
    assert {each["path"].partition("?")[2] for each in package["resources"]} == {
        "as_of=2025-01-01&known_at=1",
        "known_at=1",
    }


def test_the_page_tells_of_schemas_and_packages() -> None:
    page = (CHECKOUT / "docs" / "rest-formats.md").read_text(encoding="utf-8")
    assert "/v1/tables/{table}" in page
    assert "/datapackage" in page
    assert [name for name in TABLES if f"`{name}`" not in page] == []
