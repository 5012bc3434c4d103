"""Every refusal of the domain has its code, its sentences and a test that raises it."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from organica.domain.errors import Refused, error_tree
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.units import UnitNotInForce

DOMAIN = sorted(
    {each for each in error_tree() if each.__module__.startswith("organica.domain")},
    key=lambda each: each.code,
)
NAMED = [each for each in DOMAIN if each.__module__ != "organica.domain.errors"]


def raised_in_tests() -> set[str]:
    """Return the names of the classes that some test of this folder expects to be raised."""
    found: set[str] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call):
                called = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                if called in ("raises", "refused"):
                    found |= {argument.id for argument in node.args if isinstance(argument, ast.Name)}
    return found


@pytest.mark.parametrize("refusal", [each.__name__ for each in NAMED if ".refusals" in each.__module__])
def test_every_refusal_of_an_act_is_raised_by_some_test(refusal: str) -> None:
    assert refusal in raised_in_tests()


def test_codes_are_unique_and_in_lower_case() -> None:
    codes = [each.code for each in DOMAIN]
    assert len(codes) == len(set(codes))
    assert all(code == code.lower() and code.replace("_", "").isalpha() for code in codes)


@pytest.mark.parametrize("refusal", NAMED, ids=lambda each: each.__name__)
def test_sentence_and_remedy_are_said_in_both_languages(refusal: type[Refused]) -> None:
    for says in (refusal.says, refusal.remedy):
        for sentence in (says.es, says.en):
            assert sentence.endswith((".", ").", "}"))
            assert sentence != says.es or says.es != says.en
    assert facts_of(refusal.says.es) == facts_of(refusal.says.en)


def facts_of(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_sentence_names_the_facts() -> None:
    refusal = UnitNotInForce(unit="faros", day="2024-01-01")
    assert refusal.sentence() == "La unidad faros no existe en el registro el 2024-01-01."
    assert refusal.sentence("en") == "Unit faros does not exist in the register on 2024-01-01."
    assert refusal.cure("es") == "Revise el código y la fecha, o declare antes la unidad (state o create)."
    assert str(refusal) == refusal.sentence("en")


def test_what_an_inner_step_said_is_not_overwritten_by_an_outer_one() -> None:
    refusal = UnitNotInForce(unit="faros", day="2024-01-01").located(unit="otra", source="1/2024")
    assert refusal.facts == {"source": "1/2024", "unit": "faros", "day": "2024-01-01"}


def test_a_fact_that_is_missing_is_a_dash_and_never_a_second_error() -> None:
    assert UnitNotInForce(unit=None).sentence() == "La unidad — no existe en el registro el —."


def test_the_refusal_on_behalf_of_a_later_act_tells_its_cause_in_the_language_asked_for() -> None:
    cause = UnitNotInForce(unit="faros", day="2024-01-01")
    refusal = LaterActNoLongerApplies(
        cause, later_source="2/2024", later_act="3", later_acts=("2/2024#3", "5/2024#1")
    )
    assert "2/2024#3, 5/2024#1" in refusal.sentence("es")
    assert "2/2024#3, 5/2024#1" in refusal.sentence("en")
    assert refusal.sentence("es").endswith(cause.sentence("es"))
    assert refusal.sentence("en").endswith(cause.sentence("en"))
    assert refusal.facts["cause"] == "unit_not_in_force"
