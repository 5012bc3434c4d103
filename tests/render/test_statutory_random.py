"""Random structures lose no function: each is, to the letter, in exactly one row, and that is its unit's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organica.domain.acts import Act, FunctionItem
from organica.domain.source import Provision
from organica.domain.structure import Structure
from organica.render.statutory.description import STEP
from organica.render.statutory.table import StatutoryTable
from tests.makers import Book, a_resolution, a_unit, acts_of, an_assignment
from tests.support.model import FIRST, Model, Step, histories
from tests.support.statutory import a_table, cells

PROFILE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ARTICLES = st.none() | st.sampled_from(["1", "2"]).map(lambda article: Provision(article=article))
LISTS = st.sampled_from([None, "generales", "específicas"])


def holds_every_function(table: StatutoryTable, structure: Structure) -> None:
    """Fail unless each function stands on one line of one row of its unit, with its letter."""
    lines = Counter(
        (row.unit.code, line.removeprefix(STEP * depth))
        for row in table.rows
        for line in str(row.cells[1]).split("\n")
        for depth in [(len(line) - len(line.lstrip(" "))) // len(STEP)]
        if row.unit is not None
    )
    for function in structure.functions.values():
        letter = f"{function.label}) " if function.label else ""
        found = [
            count
            for (unit, line), count in lines.items()
            if unit == function.unit and line.endswith(f"{letter}{function.text}")
        ]
        assert sum(found) == 1, function
    told = sum(count for (_, line), count in lines.items() if "función" in line or "Texto" in line)
    assert told == len(structure.functions)


@st.composite
def foundings(draw: st.DrawFn) -> list[Act]:
    """Draw units with nested lists, under articles of one act, and functions that it assigns besides."""
    number = iter(range(1, 1000))

    def item(depth: int) -> FunctionItem:
        below = draw(st.integers(0, 2)) if depth < 2 else 0
        children = tuple(item(depth + 1) for _ in range(below))
        text = f"Texto {next(number):03}."
        return FunctionItem(
            text=text, label=f"x{next(number)}" if draw(st.booleans()) else None, children=children
        )

    acts: list[Act] = []
    for unit in ("faros", "boyas", "redes")[: draw(st.integers(1, 3))]:
        functions = [replace(item(0), list=draw(LISTS)) for _ in range(draw(st.integers(0, 4)))]
        objective = "Alumbrar." if draw(st.booleans()) else None
        acts.append(replace(a_unit(unit, functions=functions), objective=objective, provision=draw(ARTICLES)))
        for _ in range(draw(st.integers(0, 3))):
            act = an_assignment(unit, f"y{next(number)}", f"Texto {next(number):03}.")
            acts.append(replace(act, provision=draw(ARTICLES)))
    return acts


@given(foundings())
@PROFILE
def test_a_random_structure_loses_no_function(acts: list[Act]) -> None:
    book = Book(a_resolution(*acts))
    table = a_table(book, "2016-01-31")
    structure = book.history.structure_on(date(2016, 1, 31))
    holds_every_function(table, structure)
    places = [(row.unit.code if row.unit else None, row.cells[2]) for row in table.rows]
    assert len(places) == len(set(places))
    empty = {code for code in structure.units if code not in {unit for unit, _ in places}}
    assert {each.unit.code for each in table.missing if each.unit and each.reason == "nothing_known"} == empty


@given(histories(8))
@PROFILE
def test_nor_does_any_day_of_a_random_history(steps: list[Step]) -> None:
    book, model = Book(), Model()
    opening = model.opening()
    model.accept(opening, acts_of(book.enact(opening.resolution)))
    for step in steps:
        proposal = model.propose(step)
        if proposal.ops and model.judge(proposal) is None:
            model.accept(proposal, acts_of(book.enact(proposal.resolution)))
    for day in (FIRST, *model.days(), FIRST + timedelta(days=5_000)):
        structure = book.history.structure_on(day)
        table = a_table(book, day)
        told = [line for row in cells(table) for line in str(row["description"]).split("\n")]
        assert Counter(told) == Counter(f"{held.label}) {held.text}" for held in structure.functions.values())
        assert {row.unit.code for row in table.rows if row.unit} == set(structure.functions_by_unit)
