"""CSV: what RFC 4180 says, names that stay, cells that nothing runs."""

from __future__ import annotations

import csv
import io
import re
from itertools import product
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.rest.tables import columns
from api.rest.tables.table import Table
from api.settings import CHECKOUT
from tests.api.contract import Reader
from tests.api.formats.bodies import FORMULAS, SHEET, TEXT

ABOUT = f"/v1/organizations/{SHEET}"
CHILECOMPRA = "/v1/organizations/cl.chilecompra"
FICTIONAL = "/v1/organizations/cl.servicio-ficticio"
TABLES = {
    f"{CHILECOMPRA}/units.csv": columns.UNITS,
    f"{CHILECOMPRA}/functions.csv": columns.FUNCTIONS,
    f"{CHILECOMPRA}/posts.csv": columns.POSTS,
    f"{CHILECOMPRA}/appointments.csv": columns.APPOINTMENTS,
    f"{CHILECOMPRA}/sources.csv": columns.SOURCES,
    f"{CHILECOMPRA}/diff.csv?base=2023-06-30&target=2025-01-01": columns.DIFFERENCES,
    f"{CHILECOMPRA}/statutory/facultades/missing.csv?month=2025-01": columns.MISSING,
    "/v1/changes.csv": columns.CHANGES,
    "/v1/organizations.csv": columns.ORGANIZATIONS,
}


def rows(web: TestClient, address: str) -> list[dict[str, str]]:
    """Return the rows as a program reads them, with the apostrophe taken away that makes a cell inert."""
    answer = web.get(address)
    assert answer.status_code == 200, answer.text
    read = csv.DictReader(io.StringIO(answer.content.decode(), newline=""), strict=True)
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in read]


@pytest.mark.parametrize("address", TABLES)
def test_a_table_is_as_rfc_4180_says(web: TestClient, address: str) -> None:
    answer = web.get(address)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    text = answer.content.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert text.endswith("\r\n")
    first = text.split("\r\n")[0].split(",")
    assert tuple(first) == TABLES[address].header
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in first)
    assert len(set(first)) == len(first)
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len(read) > 1
    assert {len(row) for row in read} == {len(first)}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.member)
def test_every_column_is_told_on_the_page(table: Table) -> None:
    page = (CHECKOUT / "docs" / "rest-formats.md").read_text(encoding="utf-8")
    missing = [name for name in table.header if f"`{name}`" not in page]
    assert missing == []


def test_no_cell_of_any_table_can_be_run(web: TestClient) -> None:
    """A cell that begins so is run by Excel, LibreOffice or Google Sheets."""
    every = [
        f"{place}/{list_}.csv?from=2000-01-01"
        for place, list_ in product(
            (ABOUT, FICTIONAL, CHILECOMPRA), ("units", "functions", "posts", "appointments")
        )
    ]
    every += [
        f"{ABOUT}/diff.csv?base=2019-01-01&target=2030-01-01",
        f"{ABOUT}/sources.csv",
        "/v1/changes.csv",
    ]
    seen = 0
    for address in every:
        for row in csv.reader(io.StringIO(web.get(address).content.decode(), newline="")):
            for cell in row:
                assert not re.match(r"[\s\u200b-\u202e]*[=+\-@\t\r＝＋－＠]", cell), (address, cell)
                seen += cell.startswith("'")
    assert seen > 2 * len(FORMULAS)


def test_a_text_is_as_it_is_in_the_register(web: TestClient, plain: Reader) -> None:
    day = "2021-01-01"
    units = {row["unit"]: row for row in rows(web, f"{ABOUT}/units.csv?as_of={day}")}
    assert {code: units[code]["name"] for code in FORMULAS} == FORMULAS
    assert units["direccion"]["objective"] == "Dirigir.\n\nY responder."
    [function] = [
        row for row in rows(web, f"{ABOUT}/functions.csv?as_of={day}") if row["function"] == "hojas.1"
    ]
    assert function["text"] == TEXT
    flat = plain.answer(f"{ABOUT}/units?as_of={day}")["units"]
    assert [row["unit"] for row in rows(web, f"{ABOUT}/units.csv?as_of={day}")] == [
        each["code"] for each in flat
    ]


def test_a_row_of_a_unit(web: TestClient) -> None:
    [row] = [each for each in rows(web, f"{ABOUT}/units.csv?as_of=2020-03-15") if each["unit"] == "hojas"]
    assert row == {
        "organization": SHEET,
        "unit": "hojas",
        "kind": "Departamento",
        "class": "",
        "name": "Departamento Hojas",
        "acronym": "",
        "objective": "",
        "parent": "direccion",
        "parent_status": "known",
        "in_force_from": "2020-03-01",
        "in_force_from_precision": "month",
        "in_force_from_basis": "stated",
        "in_force_until": "2027-07-01",
        "in_force_until_precision": "day",
        "in_force_until_basis": "stated",
        "status": "in_force",
        "legal_basis": "Resolución exenta 10 de 2020, artículo 5, letra b)",
        "legal_basis_uri": "/id/source/cl/servicio-ficticio/resolucion-exenta/2020/10",
        "normative": "true",
        "last_amended_by": "",
        "last_amended_by_uri": "",
        "ended_by": "Segunda organización",
        "ended_by_uri": "/id/source/cl/servicio-ficticio/resolucion-exenta/2027/11",
        "as_of": "2020-03-15",
        "asked_from": "",
        "asked_until": "",
        "known_at": "",
        "certain": "false",
        "coverage": "complete",
        "attested_by": "",
    }


def test_a_sub_item_names_the_item_that_it_belongs_to(web: TestClient) -> None:
    found = {row["function"]: row for row in rows(web, f"{ABOUT}/functions.csv?as_of=2021-01-01")}
    assert {code: (row["label"], row["list"], row["parent_function"]) for code, row in found.items()} == {
        "hojas.1": ("a", "", ""),
        "hojas.2": ("b", "generales", ""),
        "hojas.3": ("1", "", "hojas.2"),
    }


def test_an_appointment_shows_the_name_the_post_and_the_act_and_nothing_else(web: TestClient) -> None:
    held = rows(web, f"{FICTIONAL}/appointments.csv?from=2020-01-01")
    assert [
        (row["holder"], row["withheld"], row["capacity"], row["held_from"], row["held_until"], row["ending"])
        for row in held
    ] == [
        ("Marta Farías Luz", "false", "titular", "2023-01-01", "2024-01-01", "lapsed"),
        ("", "true", "subrogante", "2024-06-01", "2025-01-01", "ended"),
    ]
    assert [(row["lapses"], row["lapses_precision"], row["ended_by_uri"][-7:]) for row in held] == [
        ("2024-01-01", "day", "/2023/5"),
        ("", "", "/2025/7"),
    ]
    assert "Rompeolas" not in web.get(f"{FICTIONAL}/appointments.csv?from=2020-01-01").text


def test_the_last_amendment_stands_beside_the_granting_act(web: TestClient) -> None:
    [faros] = [row for row in rows(web, f"{FICTIONAL}/units.csv?as_of=2021-06-01") if row["unit"] == "faros"]
    assert (faros["legal_basis_uri"][-7:], faros["last_amended_by_uri"][-7:]) == ("/2020/1", "/2021/2")


def test_a_difference_and_the_feed_are_one_row_a_change(web: TestClient, plain: Reader) -> None:
    days = "base=2021-01-01&target=2028-01-01"
    told = rows(web, f"{ABOUT}/diff.csv?{days}")
    changes: list[dict[str, Any]] = plain.answer(f"{ABOUT}/diff?{days}")["changes"]
    assert [(row["kind"], row["code"], row["before"], row["after"]) for row in told] == [
        (each["kind"], each["code"], each["before"] or "", each["after"] or "") for each in changes
    ]
    assert {(row["organization"], row["base"], row["target"]) for row in told} == {
        (SHEET, "2021-01-01", "2028-01-01")
    }
    feed = rows(web, "/v1/changes.csv?first=200")
    assert [row["seq"] for row in feed] == [str(n) for n in range(1, len(feed) + 1)]


def test_a_source_has_every_date_with_its_precision(web: TestClient) -> None:
    _, second = rows(web, f"{ABOUT}/sources.csv")
    assert [
        (second[name], second[f"{name}_precision"], second[f"{name}_basis"])
        for name in ("in_force_from", "signed_on", "published_on", "notified_on")
    ] == [
        ("2027-07-01", "day", "stated"),
        ("2026-10-01", "month", "stated"),
        ("2026-01-01", "year", "stated"),
        ("2026-11-02", "day", "computed"),
    ]
    assert (second["subject"], second["text_url"]) == ("Organiza, «otra vez»", "https://ley.example/11")


def test_what_is_not_covered_is_told_apart_from_what_is_empty(web: TestClient) -> None:
    unknown = web.get(f"{CHILECOMPRA}/units.csv?as_of=2001-01-01")
    assert unknown.text.split("\r\n")[1:] == [""]
    assert unknown.headers["organica-coverage"] == "none"
    assert web.get(f"{CHILECOMPRA}/units.csv?as_of=2025-01-01").headers["organica-coverage"] == "partial"
    assert web.get(f"{ABOUT}/units.csv?as_of=2025-01-01").headers["organica-coverage"] == "complete"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (f"{ABOUT}/units.csv?as_of=2025-01-01", "cl.hoja-ficticia-units-2025-01-01.csv"),
        (f"{ABOUT}/units.csv", "cl.hoja-ficticia-units-2026-11-21.csv"),
        (f"{ABOUT}/posts.jsonl?from=2025-01-01", "cl.hoja-ficticia-posts-2025-01-01_.jsonl"),
        (
            f"{ABOUT}/diff.csv?base=2021-01-01&target=2021-02-01",
            "cl.hoja-ficticia-changes-2021-01-01_2021-02-01.csv",
        ),
        (f"{ABOUT}/sources.csv", "cl.hoja-ficticia-sources.csv"),
        ("/v1/changes.csv", "changes.csv"),
    ],
)
def test_a_table_is_saved_under_a_name_that_tells_what_it_is(
    web: TestClient, address: str, name: str
) -> None:
    answer = web.get(address)
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert "content-disposition" in answer.headers["access-control-expose-headers"].lower()


def test_the_public_address_makes_the_sources_absolute(published: TestClient) -> None:
    row = rows(published, f"{ABOUT}/units.csv?as_of=2021-01-01")[0]
    assert row["legal_basis_uri"] == (
        "https://registro.example/organica/id/source/cl/servicio-ficticio/resolucion-exenta/2020/10"
    )
