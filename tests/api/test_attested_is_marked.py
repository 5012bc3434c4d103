"""Who heads ChileCompra's division stands on a web page: every format says of it that it is attested, not enacted.

One address a row. A format that a new operation brings is walked too, because the addresses of lists come from
the operations themselves.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from httpx2 import Response
from openpyxl import load_workbook
from starlette.testclient import TestClient

from api.rest.formats import CSV, JSON, JSON_LD, JSON_LINES, XLSX
from api.rest.operations import OPERATIONS
from tests.api.command_line.conftest import organica
from tests.api.graphql.asking import Asker

PAGE = "cl/chilecompra/pagina-web/2024/organigrama-division-de-gestion-usuaria"
CITATION = "Organigrama: División"
POST = "gestion-usuaria.p1"
ABOUT = "/v1/organizations/cl.chilecompra"
# Every answer in which the head, or the act behind it, is.
ADDRESSES = {
    "getStructure": f"{ABOUT}/structure?as_of=2025-06-30",
    "getUnit": f"{ABOUT}/units/gestion-usuaria?as_of=2025-06-30",
    "listUnits": f"{ABOUT}/units?as_of=2025-06-30",
    "listPosts": f"{ABOUT}/posts?as_of=2025-06-30",
    "listAppointments": f"{ABOUT}/appointments?as_of=2025-06-30",
    "getPostHistory": f"{ABOUT}/posts/{POST}/history",
    "getOrganizationHistory": f"{ABOUT}/history",
    "getDiff": f"{ABOUT}/diff?base=2023-06-30&target=2025-06-30",
    "listSources": f"{ABOUT}/sources",
    "getSource": f"/v1/sources/{PAGE}",
    "listChanges": "/v1/changes?organization=cl.chilecompra&first=100",
}
FORMATS = [
    pytest.param(operation, format_, id=f"{operation.id}-{format_.suffix}")
    for operation in OPERATIONS
    if operation.id in ADDRESSES
    for format_ in operation.formats
]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every map inside a plain value."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def marks_in_json(text: str) -> list[bool]:
    """Return for each place that names the page whether it is marked there."""
    every = [each for line in text.splitlines() if line for each in nodes(json.loads(line))]
    named = [each for each in every if PAGE in (each.get("source"), each.get("id")) and "citation" in each]
    return [each.get("nature") == "attestation" and not each.get("normative", False) for each in named]


def marks_in_linked_data(text: str) -> list[bool]:
    """Return the same for JSON-LD, where a source is a link."""
    named = [
        each
        for each in nodes(json.loads(text))
        if ("act" in each and "role" in each and str(each.get("dct:source", each)).count(PAGE))
        or ("@type" in each and str(each.get("@id", "")).endswith(PAGE) and "eli:title" in each)
    ]
    return [each["sourceNature"] == "attestation" and each["normative"] is False for each in named]


def marks_in_csv(text: str) -> list[bool]:
    """Return the same for a table."""
    return marks_in_table(csv.DictReader(io.StringIO(text)))


def marks_in_workbook(body: bytes) -> list[bool]:
    """Return the same for the one sheet of a workbook."""
    [sheet] = load_workbook(io.BytesIO(body)).worksheets
    header, *rows = sheet.iter_rows(values_only=True)
    return marks_in_table(dict(zip(header, row, strict=True)) for row in rows)


def marks_in_table(table: Iterable[dict[Any, Any]]) -> list[bool]:
    """Return the same for each row that rests on the page."""
    rows = [
        row
        for row in table
        if any(str(each).endswith(PAGE) or str(each).startswith(CITATION) for each in row.values())
    ]
    return [
        "attestation" in (row.get("nature"), row.get("legal_basis_nature")) or row.get("attested_by") == PAGE
        for row in rows
    ]


@pytest.mark.parametrize(("operation", "format_"), FORMATS)
def test_every_format_marks_what_the_page_attests(client: TestClient, operation: Any, format_: Any) -> None:
    path, _, query = ADDRESSES[operation.id].partition("?")
    response = client.get(f"{path}.{format_.suffix}" + (f"?{query}" if query else ""))
    assert response.status_code == 200, response.text
    read: dict[str, Callable[[Response], list[bool]]] = {
        JSON.suffix: lambda answer: marks_in_json(json.dumps(answer.json())),
        JSON_LINES.suffix: lambda answer: marks_in_json(answer.text),
        JSON_LD.suffix: lambda answer: marks_in_linked_data(answer.text),
        CSV.suffix: lambda answer: marks_in_csv(answer.text),
        XLSX.suffix: lambda answer: marks_in_workbook(answer.content),
    }
    found = read[format_.suffix](response)
    if operation.id == "listUnits" and format_ in (CSV, XLSX):
        # A unit is a norm's; its posts, which the page attests, are told in their own table.
        assert found == []
        return
    assert found
    assert all(found)


def test_graphql_marks_it_wherever_a_basis_or_a_source_is_shown(client: TestClient) -> None:
    found = Asker(client).data(
        """{ organization(code: "cl.chilecompra") {
          structure(asOf: "2025-06-30") { unit(code: "gestion-usuaria") { headPost {
            legalBasis { normative nature source { key normative nature } }
            appointments { legalBasis { normative nature source { key normative nature } } } } } }
          diff(base: "2023-06-30", target: "2025-06-30") { acts { source { key } normative nature }
            changes { legalBasis { normative nature source { key normative nature } } } }
          legalSources { edges { node { source { key normative nature } } } } } }"""
    )
    shown = [
        each
        for each in nodes(found)
        if each.get("key") == PAGE or ((each.get("source") or {}).get("key") == PAGE and "normative" in each)
    ]
    marked = [each for each in shown if "nature" in each]
    assert len(marked) >= 8
    assert all((each["normative"], each["nature"]) == (False, "ATTESTATION") for each in marked)


@pytest.mark.parametrize(
    "arguments",
    [
        ("structure", "cl.chilecompra", "--as-of", "2025-06-30"),
        ("structure", "cl.chilecompra", "--as-of", "2025-06-30", "--full"),
        ("diff", "cl.chilecompra", "2023-06-30", "2025-06-30"),
        ("diff", "cl.chilecompra", "2023-06-30", "2025-06-30", "--as", "acts"),
        ("diff", "cl.chilecompra", "2023-06-30", "2025-06-30", "--as", "text"),
        ("history", "cl.chilecompra", "--post", POST),
        ("changes", "--organization", "cl.chilecompra"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize(("language", "mark"), [("es", "constancia"), ("en", "attestation")])
def test_the_command_line_marks_it_in_either_language(
    filled_url: str, arguments: tuple[str, ...], language: str, mark: str
) -> None:
    ran = organica("--lang", language, *arguments, url=filled_url, COLUMNS="400")
    assert ran.code == 0, ran.err
    lines = [line for line in ran.out.splitlines() if CITATION in line]
    assert lines
    assert all(f"{mark}: {CITATION}" in line for line in lines)


def test_a_difference_as_text_marks_it(client: TestClient) -> None:
    for language, mark in (("es", "constancia"), ("en", "attestation")):
        address = f"{ADDRESSES['getDiff']}&as=text"
        text = client.get(address, headers={"accept-language": language, "accept": "*/*"}).text
        lines = [line for line in text.splitlines() if CITATION in line]
        assert lines
        assert all(f"{mark}: {CITATION}" in line for line in lines)
