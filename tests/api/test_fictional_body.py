"""Twelve sources over sixteen years, over REST, on both engines: structures, differences, histories."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

import pytest

from tests.api.contract import Reader
from tests.api.filled_with import HEAD
from tests.domain.fictional_answers import (
    EVENTS,
    TREES,
    UNCERTAIN,
    UNTIL_ESTABLISHED,
    Event,
    changes_between,
)

ABOUT = "/v1/organizations/cl.servicio-ficticio"
FIRST, LAST = 3, 14
DAYS = [UNTIL_ESTABLISHED, *TREES]
Plain = dict[str, Any]


def tree(units: list[Plain]) -> str:
    """Print nested units as tests/domain/fictional.py prints a structure."""
    return "\n".join(line for unit in by_code(units) for line in branch(unit, ""))


def by_code(things: list[Plain]) -> list[Plain]:
    return sorted(things, key=lambda thing: str(thing["code"]))


def branch(unit: Plain, indent: str) -> Iterator[str]:
    yield f"{indent}{unit['code']}: {unit['name']}" + (f" | {unit['objective']}" if unit["objective"] else "")
    for post in unit["posts"]:
        star = " *" if post["heads"] else ""
        yield f"{indent}  [{post['code']}{star} {post['name'] or '?'}: {held(post)}]"
    for function in unit["functions"]:
        yield f"{indent}  {function['label']}) {function['text']} <{function['code']}>"
    for below in by_code(unit["units"]):
        yield from branch(below, indent + "  ")


def held(post: Plain) -> str:
    holders = [f"{each['holder']['name']} ({each['capacity'] or '?'})" for each in post["appointments"]]
    return ", ".join(holders) or {"vacant": "vacante", "unknown": "?"}[post["occupancy"]]


def act(basis: Plain | None) -> str | None:
    """Return `number/year` of the source behind a fact."""
    if basis is None:
        return None
    *_, year, number = basis["source"].split("/")
    return f"{number}/{year}"


@pytest.mark.parametrize("day", TREES)
def test_the_structure_from_each_change_point_on(rest: Reader, day: str) -> None:
    structure = rest.answer(f"{ABOUT}/structure?as_of={day}")
    assert tree(structure["units"]) == TREES[day].strip("\n")
    assert structure["certain"] is (day not in UNCERTAIN)
    assert structure["coverage"]["status"] == "complete"


def test_the_change_points_are_these_days(rest: Reader) -> None:
    answer = rest.answer(f"{ABOUT}?as_of=2015-03-01")
    assert answer["change_points"] == list(TREES)
    assert answer["organization"]["name"] == "Servicio Nacional de Faros"


def test_the_diff_of_any_two_days_names_the_act_behind_each_change(rest: Reader) -> None:
    days = {(event.kind, event.code, event.since): event.day for event in EVENTS}
    for base, target in product(DAYS, DAYS):
        if target < base:
            continue
        found = [
            Event(
                day=days[change["kind"], change["code"], change["since"] and change["since"]["value"]],
                kind=change["kind"],
                code=change["code"],
                before=change["before"],
                after=change["after"],
                since=change["since"] and change["since"]["value"],
                source=act(change["legal_basis"]),
            )
            for change in rest.answer(f"{ABOUT}/diff?base={base}&target={target}")["changes"]
        ]
        assert len(found) == len(set(found)), (base, target)
        assert set(found) == changes_between(base, target), (base, target)


def test_the_history_of_a_unit_that_moves_twice(rest: Reader) -> None:
    history = rest.answer(f"{ABOUT}/units/boyas/history")
    assert [
        (
            version["parent"],
            version["in_force_from"]["value"],
            version["in_force_until"] and version["in_force_until"]["value"],
            act(version["legal_basis"][-1]),
            act(version["ended_by"]),
        )
        for version in history["versions"]
    ] == [
        ("operaciones", "2015-03-01", "2018-01-15", "1/2015", "3/2018"),
        ("apoyo", "2018-01-15", "2022-04-01", "3/2018", "12/2022"),
        ("direccion", "2022-04-01", None, "12/2022", None),
    ]
    assert [function["code"] for function in history["functions"]] == ["boyas.1", "boyas.2", "boyas.3"]
    first, second, third = (function["versions"] for function in history["functions"])
    assert [(v["label"], v["in_force_until"]["value"], act(v["ended_by"])) for v in first] == [
        ("a", "2020-09-01", "60/2020")
    ]
    assert [(v["label"], v["text"], act(v["ended_by"])) for v in second] == [
        ("b", "Recuperar las boyas a la deriva.", "44/2019"),
        ("b", "Recuperar las boyas a la deriva y dar aviso a la autoridad marítima.", "60/2020"),
        ("a", "Recuperar las boyas a la deriva y dar aviso a la autoridad marítima.", None),
    ]
    assert [(v["label"], v["in_force_from"]["value"], v["in_force_until"]) for v in third] == [
        ("c", "2017-02-01", None)
    ]


def test_the_history_of_a_unit_that_is_suppressed(rest: Reader) -> None:
    versions = rest.answer(f"{ABOUT}/units/apoyo/history")["versions"]
    assert [(v["objective"], v["in_force_from"]["value"], act(v["ended_by"])) for v in versions] == [
        (None, "2015-03-01", "9/2021"),
        ("Sostener a las demás unidades.", "2021", "12/2022"),
    ]
    assert versions[0]["in_force_until"] == versions[1]["in_force_from"]
    assert versions[1]["in_force_from"] == {
        "value": "2021",
        "precision": "year",
        "earliest": "2021-01-01",
        "latest": "2021-12-31",
        "basis": "assumed",
        "rule": None,
    }


def test_the_history_of_a_function_that_goes_to_another_unit_with_a_new_letter(rest: Reader) -> None:
    versions = rest.answer(f"{ABOUT}/functions/boyas.1/history")["versions"]
    assert [
        (v["unit"], v["unit_name"], v["label"], act(v["legal_basis"][-1]), act(v["ended_by"]))
        for v in versions
    ] == [
        ("boyas", "Departamento de Boyas", "a", "1/2015", "60/2020"),
        ("faros-norte", "Departamento de Faros del Norte", "c", "60/2020", None),
    ]
    for version, following in pairwise(versions):
        assert version["in_force_until"] == following["in_force_from"]


def test_the_future_is_answered_with_what_is_enacted(rest: Reader) -> None:
    before = rest.answer(f"{ABOUT}/structure?as_of=2030-12-31")
    assert before["in_force_until"]["value"] == "2031-01-01"
    assert rest.answer(f"{ABOUT}/units/innovacion?as_of=2031-01-01")["unit"]["functions"][0]["label"] == "a"


def test_a_unit_is_not_found_on_a_day_on_which_it_is_not_in_force(rest: Reader) -> None:
    problem = rest.problem(f"{ABOUT}/units/apoyo?as_of=2022-04-01", 404)
    assert problem["code"] == "unit_not_in_force_on"
    assert problem["facts"] == {
        "organization": "cl.servicio-ficticio",
        "unit": "apoyo",
        "as_of": "2022-04-01",
        "in_force": ["2015-03-01/2022-04-01"],
    }
    open_end = rest.problem(f"{ABOUT}/units/innovacion?as_of=2030-12-31", 404)
    assert open_end["facts"]["in_force"] == ["2031-01-01/.."]
    assert open_end["remedy"] == (
        "Rige en 2031-01-01/.. (desde/hasta, este último excluido); pregunte por uno de esos días."
    )


def test_the_register_answers_with_what_it_knew(rest: Reader) -> None:
    """The act of 2017 was enacted last of all: before its entry, 2017 looks as if it had never been."""
    then = rest.answer(f"{ABOUT}/structure?as_of=2017-05-31&known_at={LAST - 1}")
    now = rest.answer(f"{ABOUT}/structure?as_of=2017-05-31")
    assert tree(then["units"]) == TREES["2016-07-01"].strip("\n")
    assert tree(now["units"]) == TREES["2017-02-01"].strip("\n")
    assert then["known_at"] == {"entry": LAST - 1, "instant": None}
    assert (now["known_at"], now["basis"]) == (None, LAST)
    assert rest.answer(f"{ABOUT}/structure?as_of=2017-05-31&known_at={now['basis']}") == {
        **now,
        "known_at": {"entry": LAST, "instant": None},
    }


def test_before_its_first_entry_nothing_is_known_of_a_body(rest: Reader) -> None:
    structure = rest.answer(f"{ABOUT}/structure?as_of=2020-01-01&known_at={FIRST - 1}")
    assert (structure["units"], structure["coverage"]["status"], structure["basis"]) == (None, "none", 0)
    assert rest.answer(f"{ABOUT}/structure?as_of=2020-01-01&known_at=0")["units"] is None
    assert rest.answer(f"{ABOUT}/sources?known_at=0")["sources"] == []


def test_what_was_not_known_yet_is_refused_as_what_never_was(rest: Reader) -> None:
    late = rest.problem(f"{ABOUT}/units/innovacion/history?known_at={LAST - 2}", 404)
    assert late["code"] == "unknown_unit"
    never = rest.problem(f"{ABOUT}/units/nunca/history?known_at={LAST - 2}", 404)
    assert {**never, "facts": None, "detail": None, "instance": None} == {
        **late,
        "facts": None,
        "detail": None,
        "instance": None,
    }
    assert rest.problem(f"{ABOUT}/functions/boyas.3/history?known_at={LAST - 1}", 404)["code"] == (
        "unknown_function"
    )
    key = "cl/servicio-ficticio/resolucion-exenta/2017/5"
    assert rest.problem(f"/v1/sources/{key}?known_at={LAST - 1}", 404)["code"] == "unknown_source"
    assert rest.answer(f"/v1/sources/{key}?known_at={LAST}")["source"]["entry"] == LAST


def test_an_instant_stands_for_the_newest_entry_by_then(rest: Reader) -> None:
    early = rest.answer(f"{ABOUT}/structure?as_of=2020-01-01&known_at=2015-01-01T00:00:00Z")
    assert early["known_at"] == {"entry": 0, "instant": "2015-01-01T00:00:00Z"}
    late = rest.answer(f"{ABOUT}/structure?as_of=2020-01-01&known_at=2999-01-01T00:00:00-03:00")
    assert late["known_at"] == {"entry": HEAD, "instant": "2999-01-01T03:00:00Z"}
