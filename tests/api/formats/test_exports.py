"""Bulk export at any date or over an interval: JSON, CSV and JSON Lines say the same, with the future marked."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.contract import Reader
from tests.api.formats.bodies import SHEET, TODAY

ABOUT = f"/v1/organizations/{SHEET}"
OLD = "/v1/organizations/cl.faro-viejo"
FICTIONAL = "/v1/organizations/cl.servicio-ficticio"
LISTS = ["units", "functions", "posts", "appointments"]
Plain = dict[str, Any]


def lines(web: TestClient, address: str) -> list[Plain]:
    answer = web.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.text == "" or answer.text.endswith("\n")
    return [json.loads(line) for line in answer.text.splitlines()]


@pytest.mark.parametrize("what", LISTS)
@pytest.mark.parametrize(
    "query", ["?as_of=2024-07-01", "?from=2021-06-01&until=2028-01-01", "?from=2026-12-01"]
)
def test_the_three_formats_say_the_same(web: TestClient, plain: Reader, what: str, query: str) -> None:
    for place in (ABOUT, OLD, FICTIONAL):
        told: list[Plain] = plain.answer(f"{place}/{what}{query}")[what]
        of_lines = lines(web, f"{place}/{what}.jsonl{query}")
        for line, one in zip(of_lines, told, strict=True):
            assert {name: line[name] for name in one} == one
        read = list(csv.DictReader(io.StringIO(web.get(f"{place}/{what}.csv{query}").text, newline="")))
        assert [row["status"] for row in read] == [line["status"] for line in of_lines]
        assert [row[what.removesuffix("s")] for row in read] == [one["code"] for one in told]


def test_the_versions_of_units_over_an_interval(plain: Reader) -> None:
    answer = plain.answer(f"{ABOUT}/units?from=2026-01-01&until=2028-01-01")
    found = [
        (each["code"], each["name"], each["from"], each["until"], each["status"], each["scheduled"])
        for each in answer["units"]
        if each["code"] in ("hojas", "planillas", "menos")
    ]
    assert found == [
        ("hojas", "Departamento Hojas", "2020-03-01", "2027-07-01", "in_force", False),
        ("hojas", "Departamento de Hojas y Planillas", "2027-07-01", None, "scheduled", True),
        ("menos", "-2+3", "2020-03-01", None, "in_force", False),
        ("planillas", "Departamento Planillas", "2027-07-01", None, "scheduled", True),
    ]
    assert (answer["from"], answer["until"], answer["today"]) == ("2026-01-01", "2028-01-01", TODAY)
    ended = {each["name"]: each["ended_by"] for each in answer["units"]}
    assert ended["Departamento Hojas"]["source"].endswith("/2027/11")
    assert ended["Departamento de Hojas y Planillas"] is None


def test_the_interval_includes_its_first_day_and_excludes_its_last(plain: Reader) -> None:
    def names(query: str) -> list[str]:
        return [
            each["name"] for each in plain.answer(f"{ABOUT}/units{query}")["units"] if each["code"] == "hojas"
        ]

    old, new = "Departamento Hojas", "Departamento de Hojas y Planillas"
    assert names("?until=2027-07-01") == [old]
    assert names("?until=2027-07-02") == [old, new]
    assert names("?from=2027-07-01") == [new]
    assert names("?from=2027-06-30") == [old, new]
    assert names("?until=2020-03-01") == []
    assert names("?from=2021-01-01&until=2021-01-01") == []


def test_the_versions_of_functions_over_an_interval(plain: Reader) -> None:
    told = plain.answer(f"{OLD}/functions?from=2019-06-01&until=2020-06-01")["functions"]
    assert [
        (each["code"], each["unit"], each["label"], each["from"], each["until"], each["status"])
        for each in told
        if each["code"].startswith("faros.")
    ] == [
        ("faros.1", "faros", "a", "2015-01-01", "2020-01-01", "ended"),
        ("faros.1", "puertos", None, "2020-01-01", "2022-01-01", "ended"),
        ("faros.2", "faros", "b", "2015-01-01", "2020-01-01", "ended"),
        ("faros.2", "direccion", "z", "2020-01-01", "2025-01-01", "ended"),
        ("faros.3", "faros", "c", "2015-01-01", "2020-01-01", "ended"),
    ]


def test_an_export_at_a_date_is_the_snapshot_of_that_date(plain: Reader) -> None:
    """Every version of the interval that holds a day is what the day has, for each of the four lists."""
    for place in (ABOUT, OLD, FICTIONAL):
        for what in LISTS:
            whole = plain.answer(f"{place}/{what}?from=2000-01-01")[what]
            for day in ("2016-01-01", "2020-03-01", "2021-12-31", "2024-07-01", "2027-07-01"):
                on_day = plain.answer(f"{place}/{what}?as_of={day}")[what] or []
                holding = [each for each in whole if each["from"] <= day and (each["until"] or "9") > day]
                assert sorted(each["code"] for each in holding) == sorted(each["code"] for each in on_day)
                texts = {each["code"]: each.get("name", each.get("text")) for each in holding}
                assert texts == {each["code"]: each.get("name", each.get("text")) for each in on_day}


@pytest.mark.parametrize("what", LISTS)
@pytest.mark.parametrize("suffix", ["", ".csv", ".jsonl", ".jsonld"])
def test_a_day_and_an_interval_are_not_asked_for_together(plain: Reader, what: str, suffix: str) -> None:
    both = plain.client.get(f"{ABOUT}/{what}{suffix}?as_of=2025-01-01&from=2024-01-01")
    assert (both.status_code, both.json()["code"]) == (400, "day_or_interval")
    backward = plain.client.get(f"{ABOUT}/{what}{suffix}?from=2025-01-01&until=2024-01-01")
    assert (backward.status_code, backward.json()["code"]) == (400, "backward_interval")


def test_a_line_alone_says_what_it_is_about(web: TestClient) -> None:
    [line] = lines(web, f"{ABOUT}/appointments.jsonl?as_of=2027-01-01")
    assert list(line)[:2] == ["type", "asked"]
    assert (line["type"], line["asked"]) == (
        "appointment",
        {
            "organization": SHEET,
            "as_of": "2027-01-01",
            "known_at": None,
            "certain": True,
            "basis": line["asked"]["basis"],
            "coverage": "complete",
            "today": TODAY,
        },
    )
    assert line["holder"] == {"name": "Rocío Prado Ficticia", "withheld": False}
    first = lines(web, f"{ABOUT}/units.jsonl?from=2026-01-01&known_at={line['asked']['basis']}")[0]
    assert first["asked"] == {
        "organization": SHEET,
        "from": "2026-01-01",
        "until": None,
        "known_at": {"entry": line["asked"]["basis"], "instant": None},
        "today": TODAY,
    }


def test_a_withheld_name_is_empty_and_marked_in_every_format(web: TestClient) -> None:
    for suffix in ("json", "csv", "jsonl", "jsonld"):
        for address in (
            f"{FICTIONAL}/appointments.{suffix}?from=2024-01-01",
            f"{FICTIONAL}/posts.{suffix}?as_of=2024-07-01",
        ):
            assert "Rompeolas" not in web.get(address).text
    [held] = lines(web, f"{FICTIONAL}/appointments.jsonl?as_of=2024-07-01")
    assert held["holder"] == {"name": None, "withheld": True}


def test_known_at_goes_back_in_what_the_register_knew(plain: Reader) -> None:
    entry = plain.answer(f"{ABOUT}/sources")["sources"][0]["entry"]
    before = plain.answer(f"{ABOUT}/units?from=2020-01-01&known_at={entry}")
    assert {each["status"] for each in before["units"]} == {"in_force"}
    assert "planillas" not in [each["code"] for each in before["units"]]
    assert plain.answer(f"{ABOUT}/units?from=2020-01-01&known_at={entry - 1}")["units"] == []


def test_only_what_depends_on_the_day_is_short_lived(web: TestClient) -> None:
    """JSON at a fixed date and entry never changes; the tables say how a row stands today, so they may."""
    entry = web.get(f"{ABOUT}/sources").json()["sources"][0]["entry"]
    fixed = f"as_of=2021-01-01&known_at={entry}"
    immutable = "public, max-age=31536000, immutable"
    assert web.get(f"{ABOUT}/functions.json?{fixed}").headers["cache-control"] == immutable
    assert web.get(f"{ABOUT}/functions.jsonld?{fixed}").headers["cache-control"] == immutable
    for suffix in ("csv", "jsonl"):
        assert web.get(f"{ABOUT}/functions.{suffix}?{fixed}").headers["cache-control"] != immutable
    assert (
        web.get(f"{ABOUT}/functions?from=2021-01-01&known_at={entry}").headers["cache-control"] != immutable
    )
