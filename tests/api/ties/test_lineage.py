"""Lineage asked over GraphQL, REST and the command line, on both engines, before and after each act."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.api.command_line.conftest import organica
from tests.api.contract import Reader
from tests.api.graphql.asking import Asker
from tests.support.lineage import ABSORBED, FOUNDED, HEIR, OLD, SPLIT, SUCCEEDED

KIN = "kind organizationCode code name unit { code organization { code } } organization { code } inForceFrom { value }"
UNIT = f"""
query ($code: String!, $day: Date, $known: KnownAt) {{
  unit(organization: "{OLD}", code: $code) {{
    predecessors(asOf: $day, knownAt: $known) {{ {KIN} legalBasis {{ citation }} }}
    successors(asOf: $day, knownAt: $known) {{ {KIN} legalBasis {{ citation }} }}
  }}
}}
"""
DESTINATIONS = f"""
query ($code: String!, $known: KnownAt) {{
  unit(organization: "{OLD}", code: $code) {{
    functionDestinations(knownAt: $known) {{
      function {{ code }} label text until {{ value }} endedBy {{ citation }}
      to {{ code label unit {{ code unit {{ organization {{ code }} }} }} inForceFrom {{ value }} legalBasis {{ citation }} }}
    }}
  }}
}}
"""
ACT = {
    day: f"Resolución exenta {day.replace('-', '')} de {day[:4]}"
    for day in ("2020-01-01", "2022-01-01", "2025-01-01")
}


def kin(found: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """Return kind, organization, code, name and first day, as GraphQL or REST write them."""
    return [
        (
            each["kind"].lower(),
            each.get("organizationCode") or each["organization"],
            each["code"],
            each["name"],
            (each.get("inForceFrom") or each["in_force_from"])["value"],
        )
        for each in found
    ]


ABSORPTION = ("absorption", OLD, "puertos", "Departamento Puertos", "2020-01-01")
FAROS = ("absorption", OLD, "faros", "Departamento Faros", "2020-01-01")
TO_SENALES = ("merge", OLD, "senales", "Sección de Señales", "2020-01-01")
FROM_BOYAS = ("merge", OLD, "boyas", "Departamento Boyas", "2020-01-01")
FROM_LUCES = ("merge", OLD, "luces", "Departamento Luces", "2020-01-01")
TO_COSTAS = ("split", OLD, "costas", "División de Costas", "2022-01-01")
TO_MUELLES = ("split", OLD, "muelles", "Departamento Muelles", "2022-01-01")
FROM_PUERTOS = ("split", OLD, "puertos", "Departamento Puertos", "2022-01-01")
TO_HEIR = ("succession", HEIR, "muelles", "Departamento Muelles", "2025-01-01")


@pytest.mark.parametrize(
    ("unit", "day", "known", "before", "after"),
    [
        ("faros", "2019-12-31", None, [], []),
        ("faros", "2020-01-01", None, [], [ABSORPTION]),
        ("faros", "2020-01-01", ABSORBED - 1, [], []),
        ("faros", "2020-01-01", ABSORBED, [], [ABSORPTION]),
        ("faros", None, None, [], [ABSORPTION]),
        ("boyas", "2020-01-01", None, [], [TO_SENALES]),
        ("boyas", "2020-01-01", ABSORBED - 1, [], []),
        ("senales", "2020-01-01", None, [FROM_BOYAS, FROM_LUCES], []),
        ("puertos", "2021-06-01", None, [FAROS], []),
        ("puertos", "2022-01-01", SPLIT - 1, [FAROS], []),
        ("puertos", "2022-01-01", SPLIT, [FAROS], [TO_COSTAS, TO_MUELLES]),
        ("muelles", "2024-12-31", None, [FROM_PUERTOS], []),
        ("muelles", "2025-01-01", None, [FROM_PUERTOS], [TO_HEIR]),
        ("muelles", "2025-01-01", SUCCEEDED - 1, [FROM_PUERTOS], []),
    ],
)
def test_forebears_and_heirs_are_those_of_the_day_and_the_knowledge(
    graph: Asker, reader: Reader, unit: str, day: str | None, known: int | None, before: list[Any],
    after: list[Any],
) -> None:  # fmt: skip
    at = None if known is None else {"entry": known}
    told = graph.data(UNIT, code=unit, day=day, known=at)["unit"]
    assert (kin(told["predecessors"]), kin(told["successors"])) == (before, after)
    asked = [f"as_of={day}" if day else "", f"known_at={known}" if known else ""]
    address = f"/v1/organizations/{OLD}/units/{unit}/lineage?{'&'.join(filter(None, asked))}"
    answer = reader.answer(address.rstrip("?"))
    assert (kin(answer["predecessors"]), kin(answer["successors"])) == (before, after)


def test_a_tie_leads_to_the_unit_also_in_another_organization_and_names_its_act(graph: Asker) -> None:
    [heir] = graph.data(UNIT, code="muelles", day="2025-01-01")["unit"]["successors"]
    assert heir["unit"] == {"code": "muelles", "organization": {"code": HEIR}}
    assert heir["organization"] == {"code": HEIR}
    assert heir["legalBasis"] == [{"citation": ACT["2025-01-01"]}]
    asked = f'{{ unit(organization: "{HEIR}", code: "costas") {{ predecessors {{ {KIN} }} }} }}'
    [forebear] = graph.data(asked)["unit"]["predecessors"]
    assert kin([forebear]) == [("succession", OLD, "costas", "División de Costas", "2025-01-01")]
    assert forebear["unit"] == {"code": "costas", "organization": {"code": OLD}}


def test_organizations_have_forebears_and_heirs_too(graph: Asker, reader: Reader) -> None:
    query = f"""query ($code: String!, $known: KnownAt) {{ organization(code: $code) {{
      predecessors(knownAt: $known) {{ {KIN} }} successors(knownAt: $known) {{ {KIN} }} }} }}"""
    old, heir = (graph.data(query, code=code)["organization"] for code in (OLD, HEIR))
    to_heir = [("succession", HEIR, HEIR, "Faro Nuevo", "2025-01-01")]
    of_old = [("succession", OLD, OLD, "Faro Viejo", "2025-01-01")]
    assert (kin(old["predecessors"]), kin(old["successors"])) == ([], to_heir)
    assert (kin(heir["predecessors"]), kin(heir["successors"])) == (of_old, [])
    assert (old["successors"][0]["unit"], old["successors"][0]["organization"]) == (None, {"code": HEIR})
    earlier = graph.data(query, code=OLD, known={"entry": SUCCEEDED - 1})["organization"]
    assert earlier == {"predecessors": [], "successors": []}
    assert kin(reader.answer(f"/v1/organizations/{OLD}?as_of=2025-06-01")["successors"]) == to_heir
    assert reader.answer(f"/v1/organizations/{OLD}?as_of=2024-12-31")["successors"] == []


def destinations(graph: Asker, unit: str, known: int | None = None) -> list[tuple[Any, ...]]:
    at = None if known is None else {"entry": known}
    told = graph.data(DESTINATIONS, code=unit, known=at)["unit"]["functionDestinations"]
    return [
        (
            each["function"]["code"],
            each["label"],
            each["until"]["value"],
            each["endedBy"]["citation"],
            each["to"]
            and (
                each["to"]["unit"]["unit"]["organization"]["code"],
                each["to"]["unit"]["code"],
                each["to"]["code"],
                each["to"]["label"],
                each["to"]["inForceFrom"]["value"],
                each["to"]["legalBasis"][-1]["citation"],
            ),
        )
        for each in told
    ]


def rest_destinations(reader: Reader, unit: str, known: int | None = None) -> list[tuple[Any, ...]]:
    asked = "" if known is None else f"?known_at={known}"
    told = reader.answer(f"/v1/organizations/{OLD}/units/{unit}/lineage{asked}")["functions"]
    return [
        (
            each["code"],
            each["label"],
            each["until"]["value"],
            each["ended_by"]["citation"],
            each["to"]
            and (
                each["to"]["organization"],
                each["to"]["unit"],
                each["to"]["code"],
                each["to"]["label"],
                each["to"]["in_force_from"]["value"],
                each["to"]["legal_basis"][-1]["citation"],
            ),
        )
        for each in told
    ]


def went(code: str, label: str | None, day: str, *to: str | None) -> tuple[Any, ...]:
    return (code, label, day, ACT[day], (*to, day, ACT[day]) if to else None)


OF_FAROS = [
    went("faros.1", "a", "2020-01-01", OLD, "puertos", "faros.1", None),
    went("faros.2", "b", "2020-01-01", OLD, "direccion", "faros.2", "z"),
    went("faros.3", "c", "2020-01-01"),
]
OF_BOYAS = [went("boyas.1", "a", "2020-01-01", OLD, "senales", "boyas.1", None)]
OF_PUERTOS = [
    went("faros.1", None, "2022-01-01", OLD, "muelles", "faros.1", None),
    went("puertos.1", "a", "2022-01-01", OLD, "costas", "puertos.1", None),
]
OF_MUELLES = [
    went("faros.1", None, "2025-01-01", HEIR, "muelles", "faro-viejo-faros.1", None),
    went("muelles.1", "a", "2025-01-01", HEIR, "muelles", "faro-viejo-muelles.1", "a"),
]


@pytest.mark.parametrize(
    ("unit", "known", "expected"),
    [
        ("faros", None, OF_FAROS),
        ("faros", ABSORBED, OF_FAROS),
        ("faros", FOUNDED, []),
        ("boyas", None, OF_BOYAS),
        ("luces", None, []),
        ("puertos", None, OF_PUERTOS),
        ("puertos", SPLIT - 1, []),
        ("muelles", None, OF_MUELLES),
        ("muelles", SUCCEEDED - 1, []),
        ("costas", SPLIT, []),
    ],
)
def test_one_question_tells_who_received_each_function_that_left_a_unit(
    graph: Asker, reader: Reader, unit: str, known: int | None, expected: list[Any]
) -> None:
    assert destinations(graph, unit, known) == expected
    # REST refuses a unit that was not known yet; nothing here asks for one.
    assert rest_destinations(reader, unit, known) == expected


def test_a_unit_that_was_not_known_yet_has_no_kin_and_rest_refuses_it(graph: Asker, reader: Reader) -> None:
    assert destinations(graph, "costas", SPLIT - 1) == []
    address = f"/v1/organizations/{OLD}/units/costas/lineage?known_at={SPLIT - 1}"
    assert reader.problem(address, 404)["code"] == "unknown_unit"


def test_a_state_of_knowledge_that_is_not_there_is_told_without_the_siblings(graph: Asker) -> None:
    for field in ("successors", "predecessors", "functionDestinations", "externalIds"):
        query = f'{{ unit(organization: "{OLD}", code: "faros") {{ code {field}(knownAt: {{entry: 99}}) {{ __typename }} }} }}'
        assert graph.refusal(query, status=200)["extensions"]["code"] == "unknown_entry"


def test_the_difference_of_two_days_tells_what_passed_on(reader: Reader) -> None:
    answer = reader.answer(f"/v1/organizations/{OLD}/diff?base=2019-12-31&target=2020-01-01")
    told = [each for each in answer["changes"] if each["kind"] == "passed_on"]
    assert [(each["before"], each["after"]) for each in told] == [
        ("faros", "puertos"),
        ("boyas", "senales"),
        ("luces", "senales"),
    ]
    assert {each["legal_basis"]["citation"] for each in told} == {ACT["2020-01-01"]}


def test_the_command_line_tells_lineage_in_sentences_and_as_rest_does(url: str, reader: Reader) -> None:
    shown = organica("lineage", OLD, "faros", url=url)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines() == [
        "Departamento Faros  [faros]",
        "Continúa en:",
        f"  Departamento Puertos (absorción), el 1 de enero de 2020  [{OLD}/puertos · {ACT['2020-01-01']}]",
        "Funciones que dejó:",
        "  a: la recibe Departamento Puertos, el 1 de enero de 2020. «Ejercer la función a.»"
        f"  [faros.1 · {ACT['2020-01-01']}]",
        "  b: la recibe Departamento Direccion, letra z, el 1 de enero de 2020. «Ejercer la función b.»"
        f"  [faros.2 · {ACT['2020-01-01']}]",
        f"  c: termina el 1 de enero de 2020. «Ejercer la función c.»  [faros.3 · {ACT['2020-01-01']}]",
    ]
    before = organica("--lang", "en", "lineage", OLD, "faros", "--known-at", str(FOUNDED), url=url)
    assert before.out.splitlines()[1:] == [
        "No unit is on record that it came out of, or in which it goes on."
    ]
    as_json = organica("lineage", OLD, "muelles", "--as-of", "2025-01-01", "--json", url=url)
    address = f"/v1/organizations/{OLD}/units/muelles/lineage?as_of=2025-01-01"
    assert json.loads(as_json.out) == reader.answer(address)
    nobody = organica("lineage", OLD, "nadie", url=url)
    assert (nobody.code, nobody.out) == (1, "")
    assert "error[unknown_unit]" in nobody.err
