"""What other systems call things, asked over GraphQL and REST, on both engines, before and after."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.contract import Reader
from tests.api.graphql.asking import Asker
from tests.support.lineage import NAMED, OLD, SUCCEEDED

IDS = """query ($known: KnownAt) { organization(code: "cl.faro-viejo") {
  externalIds(knownAt: $known) { system value }
  unit(code: "costas") { externalIds(knownAt: $known) { system value since } }
  function(code: "puertos.1") { externalIds(knownAt: $known) { system value } } } }"""
BY_ID = """query ($system: String!, $value: String!, $known: KnownAt) {
  unitByExternalId(organization: "cl.faro-viejo", system: $system, value: $value, knownAt: $known) { code } }"""


def test_outside_names_are_told_from_the_entry_on_that_says_them_until_it_is_withdrawn(graph: Asker) -> None:
    def told(known: int | None) -> dict[str, Any]:
        at = None if known is None else {"entry": known}
        found: dict[str, Any] = graph.data(IDS, known=at)["organization"]
        return found

    siorg = {"system": "br.siorg", "value": "77", "since": NAMED}
    other = {"system": "cl.rrhh", "value": "Ñ 1", "since": NAMED}
    assert told(NAMED - 1) == {
        "externalIds": [],
        "unit": {"externalIds": []},
        "function": {"externalIds": []},
    }
    assert told(NAMED) == {
        "externalIds": [{"system": "cl.rrhh", "value": "O"}],
        "unit": {"externalIds": [siorg, other]},
        "function": {"externalIds": [{"system": "cl.rrhh", "value": "F-1"}]},
    }
    assert told(None)["unit"] == {"externalIds": [other]}


@pytest.mark.parametrize(
    ("system", "value", "known", "code"),
    [
        ("br.siorg", "78", None, "muelles"),
        ("br.siorg", "77", NAMED, "costas"),
        ("br.siorg", "77", None, None),
        ("br.siorg", "78", NAMED - 1, None),
        ("cl.rrhh", "Ñ 1", None, "costas"),
        ("cl.rrhh", "F-1", None, None),  # A function, and no unit.
        ("cl.nadie", "78", None, None),
    ],
)
def test_a_unit_is_found_by_what_another_system_calls_it(
    graph: Asker, reader: Reader, system: str, value: str, known: int | None, code: str | None
) -> None:
    at = None if known is None else {"entry": known}
    found = graph.data(BY_ID, system=system, value=value, known=at)["unitByExternalId"]
    assert found == (None if code is None else {"code": code})
    asked = f"system={system}&value={value}" + ("" if known is None else f"&known_at={known}")
    answer = reader.answer(f"/v1/organizations/{OLD}/external-ids?{asked}")
    units = [each["code"] for each in answer["external_ids"] if each["noun"] == "unit"]
    assert units == ([] if code is None else [code])


def test_rest_shows_outside_names_with_the_thing_and_under_an_identity_of_their_own(reader: Reader) -> None:
    address = f"/v1/organizations/{OLD}/units/costas?as_of=2023-01-01&known_at="
    answers = {known: reader.answer(f"{address}{known}") for known in (NAMED - 1, NAMED, NAMED + 1)}
    values = {known: [each["value"] for each in answers[known]["unit"]["external_ids"]] for known in answers}
    assert values == {NAMED - 1: [], NAMED: ["77", "Ñ 1"], NAMED + 1: ["Ñ 1"]}
    # What was told of the unit is told of its days alone: in 2019 there was none.
    assert [answers[known]["basis"] for known in answers] == [SUCCEEDED, NAMED, NAMED + 1]
    functions = answers[NAMED]["unit"]["functions"]
    assert [each["external_ids"] for each in functions] == [
        [{"system": "cl.rrhh", "value": "F-1", "since": NAMED}]
    ]
    before_costas = f"/v1/organizations/{OLD}/units?as_of=2021-01-01&known_at="
    assert [reader.answer(f"{before_costas}{known}")["basis"] for known in (NAMED, NAMED + 1)] == [
        NAMED,
        NAMED,
    ]


def test_what_is_no_name_of_a_system_is_refused(reader: Reader) -> None:
    address = f"/v1/organizations/{OLD}/external-ids?value=1&system="
    assert reader.problem(f"{address}SIORG!", 400)["code"] == "bad_code"
    assert (
        reader.problem(f"/v1/organizations/{OLD}/external-ids?system=br.siorg", 400)["code"]
        == "missing_parameter"
    )
