"""Timelines and differences as lines: every role has its words, columns stand under one another."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from organica.domain.change import Change, ChangeKind
from organica.domain.dates import LegalDate
from organica.domain.errors import Language
from organica.domain.resolution import CoverageStatus
from organica.domain.source import BasisRole
from organica.domain.states import Noun
from organica.render.difference import ComparedDay, ToldChange, difference_lines, text_of
from organica.render.timeline import TimelineRow, began_text, days_certain, ended_text, timeline_lines

DAYS = (
    ComparedDay(date(2024, 1, 1), CoverageStatus.COMPLETE, ("Todo.",)),
    ComparedDay(date(2025, 1, 1), CoverageStatus.COMPLETE, ("Todo.",)),
)


@pytest.mark.parametrize("role", BasisRole)
@pytest.mark.parametrize("language", get_args(Language))
def test_every_role_of_an_act_is_said_with_its_citation(role: BasisRole, language: Language) -> None:
    assert began_text(role, "Resolución 1", language).endswith("Resolución 1")
    assert "Resolución 1" in ended_text(role, "Resolución 1", language)


def test_the_columns_of_a_timeline_stand_under_one_another() -> None:
    day, year = LegalDate("2020-01-01"), LegalDate("2024")
    rows = [
        TimelineRow(day, year, "Faros", ("R. 1", "R. 2"), ending="Cesa: R. 3.", certain=False),
        TimelineRow(year, None, "Faros y Balizas", ("R. 3",)),
    ]
    heading, first, ending, second = timeline_lines(rows, "es")
    assert heading.text.index("QUÉ") == first.text.index("Faros") == second.text.index("Faros y")
    assert first.text.endswith("R. 1; R. 2")
    assert (first.note, second.note) == ("día no seguro", "")
    assert (ending.indent, ending.text) == (1, "Cesa: R. 3.")
    assert [days_certain(day, None), days_certain(day, year), days_certain(year, None)] == [
        True,
        False,
        False,
    ]


def test_a_difference_goes_unit_by_unit_in_the_order_of_the_structure() -> None:
    def renamed(unit: str | None, noun: Noun = Noun.UNIT) -> ToldChange:
        kind = ChangeKind.ORGANIZATION_RENAMED if unit is None else ChangeKind.UNIT_RENAMED
        return ToldChange(Change(kind, noun, unit or "cl.x", unit, "name", "A", "B", None, None), "R. 1")

    told = [renamed("boyas"), renamed("otra"), renamed("archivo"), renamed(None, Noun.ORGANIZATION)]
    names = {"boyas": "Boyas", "archivo": "Archivo"}
    text = text_of(difference_lines("X", DAYS, told, names, ["boyas", "archivo"], "en", entry=7))
    assert text.splitlines() == [
        "X",
        "Difference between 1 January 2024 and 1 January 2025.",
        "As the register knew it at entry 7.",
        "Todo.",
        "",
        "The organization",
        "  Organization cl.x changes “A” to “B”.  [R. 1]",
        "Boyas (boyas)",
        "  “A” is renamed “B” (boyas).  [R. 1]",
        "Archivo (archivo)",
        "  “A” is renamed “B” (archivo).  [R. 1]",
        "otra (otra)",
        "  “A” is renamed “B” (otra).  [R. 1]",
    ]
