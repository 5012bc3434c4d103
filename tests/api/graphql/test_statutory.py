"""The statutory tables over GraphQL: the same cells as over REST, with the units and sources behind them."""

from __future__ import annotations

import pytest

from tests.api.contract import Reader
from tests.api.graphql.asking import Asker, code_of

ADDRESS = "/v1/organizations/cl.chilecompra/statutory/facultades"
TEMPLATES = """{ organization(code: "cl.chilecompra") {
  statutoryTemplates { code title(lang: "en") kind confirmed newer law source columns { header value unamended } }
} }"""
TABLE = """query ($template: String!, $month: String, $asOf: Date, $knownAt: KnownAt) {
  organization(code: "cl.chilecompra") {
    statutoryTable(template: $template, month: $month, asOf: $asOf, knownAt: $knownAt) {
      asOf month headers confirmed template { code }
      rows { unit { code name } source { key } cells }
      missing { reason column value unit { code } source { key } detail sentence english: sentence(lang: "en") }
    }
  }
}"""


def test_the_tables_of_the_country_tell_which_headers_are_confirmed(graphql: Asker) -> None:
    told = graphql.data(TEMPLATES)["organization"]["statutoryTemplates"]
    assert [(each["code"], each["kind"], each["confirmed"], each["newer"]) for each in told] == [
        ("estructura", "STRUCTURE", False, None),
        ("facultades", "POWERS", True, None),
        ("facultades-anterior", "POWERS", True, "facultades"),
        ("marco-normativo", "NORMS", True, None),
    ]
    assert told[0]["title"] == "Organisational structure"
    assert told[1]["columns"][5] == {
        "header": "Fecha de última modificación (dd/mm/aaaa)",
        "value": "AMENDED_ON",
        "unamended": "Sin modificación",
    }
    assert graphql.data('{ organization(code: "pe.mtpe") { statutoryTemplates { code } } }') == {
        "organization": {"statutoryTemplates": []}
    }


def test_a_table_has_the_cells_of_rest_and_the_things_behind_them(graphql: Asker, rest: Reader) -> None:
    table = graphql.data(TABLE, template="facultades", month="2025-01")["organization"]["statutoryTable"]
    plain = rest.answer(f"{ADDRESS}?month=2025-01")
    assert (table["asOf"], table["month"], table["confirmed"]) == ("2025-01-31", "2025-01", True)
    assert table["headers"] == plain["headers"]
    assert [
        {"unit": row["unit"]["code"], "source": row["source"]["key"], "cells": row["cells"]}
        for row in table["rows"]
    ] == plain["rows"]
    assert table["rows"][0]["unit"]["name"] == "División de Gestión Usuaria"
    assert [(each["sentence"], each["english"], each["column"]) for each in table["missing"]] == [
        (each["says"]["es"], each["says"]["en"], each["column"]) for each in plain["missing"]
    ]
    assert table["missing"][0] == {
        "reason": "PARTLY_COVERED",
        "column": None,
        "value": None,
        "unit": None,
        "source": None,
        "detail": "División de Gestión Usuaria",
        "sentence": plain["missing"][0]["says"]["es"],
        "english": plain["missing"][0]["says"]["en"],
    }


def test_a_table_of_a_day_known_at_an_entry(graphql: Asker) -> None:
    asked = {"template": "marco-normativo", "asOf": "2025-01-31"}
    now = graphql.data(TABLE, **asked)["organization"]["statutoryTable"]
    then = graphql.data(TABLE, **asked, knownAt={"entry": 1})["organization"]["statutoryTable"]
    assert [row["cells"][1] for row in now["rows"]] == ["19886", "370-B", "35B"]
    assert [row["cells"][1] for row in then["rows"]] == ["35B"]
    assert (now["month"], now["rows"][0]["unit"]) == (None, None)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"template": "otra"}, "unknown_template"),
        ({"template": "facultades", "month": "2025-13"}, "bad_month"),
        ({"template": "facultades", "month": "2025-01", "asOf": "2025-01-31"}, "month_or_day"),
        ({"template": "facultades", "month": "2003-06"}, "statutory_day_not_covered"),
    ],
)
def test_what_cannot_be_answered_is_null_with_an_error(
    graphql: Asker, asked: dict[str, str], code: str
) -> None:
    assert code_of(graphql.refusal(TABLE, status=200, **asked)) == code
