"""Mentions and coordination of the first body, asked in every way, against the reading by hand, on both engines."""

from __future__ import annotations

import json
from typing import Any

from starlette.testclient import TestClient

from tests.api.command_line.conftest import organica
from tests.api.contract import Reader
from tests.api.graphql.asking import Asker, code_of
from tests.text.chilecompra_mentions import DIVISION, FORMACION, MENTIONS, PROVEEDORES

BODY = "cl.chilecompra"
DAY = "2025-06-30"
AT = f"/v1/organizations/{BODY}"
# What the rules find and a careful reader leaves out: the body is another one's.
FOUND_TOO = (f"{FORMACION}/g", "Dirección de Presupuestos")
GRAPH = """query ($unit: String, $first: Int, $after: String, $day: Date = "2025-06-30", $known: KnownAt) {
  organization(code: "cl.chilecompra") { structure(asOf: $day, knownAt: $known) {
    coordination(unit: $unit, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { from { code } to { code name } functions { code label } } }
    }
    unresolvedMentions(first: 200) { totalCount edges { node { text unit { code } function { label unit { code } } } } }
  } } }"""


def by_hand() -> list[tuple[str, str, list[str]]]:
    """Return who names whom, and under which letters, as the table of the reader says."""
    edges: dict[tuple[str, str], list[str]] = {}
    for path, found in MENTIONS.items():
        unit, _, label = path.partition("/")
        for other in dict.fromkeys(other for _, other in found if other not in (None, unit)):
            if label != "objective" and other is not None:
                edges.setdefault((unit, other), []).append(label)
    return [(*pair, edges[pair]) for pair in sorted(edges)]


def unknown_by_hand() -> list[tuple[str, str]]:
    return [
        (path, text)
        for path, found in MENTIONS.items()
        for text, unit in found
        if unit is None and not path.endswith("/objective")
    ]


def structure(client: TestClient, **variables: Any) -> dict[str, Any]:
    found: dict[str, Any] = Asker(client).data(GRAPH, **variables)["organization"]["structure"]
    return found


def edges(found: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    nodes = [each["node"] for each in found["coordination"]["edges"]]
    return [
        (each["from"]["code"], each["to"]["code"], [function["label"] for function in each["functions"]])
        for each in nodes
    ]


def test_the_edges_are_exactly_those_of_a_careful_reader(client: TestClient, rest: Reader) -> None:
    assert len(by_hand()) == 6
    found = structure(client)
    assert edges(found) == by_hand()
    assert found["coordination"]["totalCount"] == 6
    told = rest.answer(f"{AT}/coordination?as_of={DAY}")["edges"]
    assert [(each["from"], each["to"], [f["label"] for f in each["functions"]]) for each in told] == by_hand()


def test_names_of_no_unit_are_told_with_the_function(client: TestClient, rest: Reader) -> None:
    nodes = [each["node"] for each in structure(client)["unresolvedMentions"]["edges"]]
    found = [
        (f"{each['function']['unit']['code']}/{each['function']['label']}", each["text"]) for each in nodes
    ]
    assert sorted(found) == sorted([*unknown_by_hand(), FOUND_TOO])
    assert {each["unit"] for each in nodes} == {None}
    answer = rest.answer(f"{AT}/coordination?as_of={DAY}")["unresolved"]
    letters = {
        each["code"]: each["label"] for each in rest.answer(f"{AT}/functions?as_of={DAY}")["functions"]
    }
    told = [(f"{each['unit']}/{letters[each['function']]}", each["text"]) for each in answer]
    assert sorted(told) == sorted(found)


def test_every_mention_stands_where_it_says_in_the_text(client: TestClient, rest: Reader) -> None:
    found = {}
    for each in rest.answer(f"{AT}/functions?as_of={DAY}")["functions"]:
        for mention in each["mentions"]:
            assert each["text"][mention["start"] : mention["end"]] == mention["text"]
        found[f"{each['unit']}/{each['label']}"] = tuple((m["text"], m["unit"]) for m in each["mentions"])
    expected = {path: told for path, told in MENTIONS.items() if not path.endswith("/objective")}
    path, text = FOUND_TOO
    assert {path: told for path, told in found.items() if told} == {**expected, path: ((text, None),)}
    query = f"""{{ organization(code: "{BODY}") {{ structure(asOf: "{DAY}") {{ unit(code: "{PROVEEDORES}") {{
      functions {{ label text mentions {{ start end text unit {{ code name }} function {{ label }} }} }} }} }} }} }}"""
    [shown] = [
        each
        for each in Asker(client).data(query)["organization"]["structure"]["unit"]["functions"]
        if each["label"] == "f"
    ]
    start = shown["text"].index("departamento de formación")
    assert shown["mentions"] == [
        {
            "start": start,
            "end": start + len("departamento de formación y capacitación de usuarios"),
            "text": "departamento de formación y capacitación de usuarios",
            "unit": {"code": FORMACION, "name": "Departamento de Formación y Capacitación Usuaria"},
            "function": {"label": "f"},
        }
    ]


def test_one_unit_is_asked_for_with_what_names_it(client: TestClient) -> None:
    assert edges(structure(client, unit=FORMACION)) == [e for e in by_hand() if FORMACION in e[:2]]
    assert edges(structure(client, unit=DIVISION)) == [e for e in by_hand() if DIVISION in e[:2]]
    refusal = Asker(client).refusal(GRAPH, status=200, unit="nadie")
    assert code_of(refusal) == "unknown_unit"


def test_edges_come_in_pages(client: TestClient) -> None:
    first = structure(client, first=4)
    assert first["coordination"]["pageInfo"]["hasNextPage"] is True
    rest = structure(client, first=4, after=first["coordination"]["pageInfo"]["endCursor"])
    assert rest["coordination"]["pageInfo"]["hasNextPage"] is False
    assert [*edges(first), *edges(rest)] == by_hand()


def test_what_nobody_loaded_is_null_and_not_empty(client: TestClient, rest: Reader) -> None:
    for asked in ({"day": "2020-01-01"}, {"known": {"entry": 0}}):
        assert structure(client, **asked) == {"coordination": None, "unresolvedMentions": None}
    answer = rest.answer(f"{AT}/coordination?as_of=2020-01-01")
    assert (answer["edges"], answer["unresolved"]) == (None, None)


def test_mentions_count_as_objects_of_the_query_like_others(client: TestClient) -> None:
    once = "mentions { function { mentions { function { mentions { text } } } } }"
    fields = " ".join(f"a{n}: {once}" for n in range(60))
    query = f"""{{ organization(code: "{BODY}") {{ structure(asOf: "{DAY}") {{ units(first: 6) {{ edges {{ node {{
      functions {{ {fields} }} }} }} }} }} }} }}"""
    refusal = Asker(client).refusal(query, status=200)
    assert (code_of(refusal), refusal["extensions"]["facts"]["of"]) == ("query_too_costly", "objects")


def test_the_command_line_tells_the_edges_and_the_same_json(filled_url: str, rest: Reader) -> None:
    shown = organica("coordination", BODY, "--as-of", DAY, url=filled_url)
    assert (shown.code, shown.err) == (0, "")
    lines = shown.out.splitlines()
    assert len(lines) == 6 + 1 + len(unknown_by_hand()) + 1
    assert lines[-1] == f"  Departamento de Administración y Finanzas  [{PROVEEDORES}/i]"
    as_json = organica("coordination", BODY, "--as-of", DAY, "--json", url=filled_url)
    assert json.loads(as_json.out) == rest.answer(f"{AT}/coordination?as_of={DAY}")
    earlier = organica("--lang", "en", "coordination", BODY, "--known-at", "0", url=filled_url)
    assert earlier.out == "The register does not cover that day.\n"
