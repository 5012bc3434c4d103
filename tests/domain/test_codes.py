"""Codes keep their grammar, and no number is ever given twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from organica.domain.ids import (
    MAX_CODE_CHARACTERS,
    BadCode,
    FunctionPath,
    Minter,
    function_code,
    kind_code,
    organization_code,
    post_code,
    unit_code,
)


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (organization_code, "cl.chilecompra"),
        (organization_code, "int.cepal"),
        (unit_code, "atencion-usuaria"),
        (unit_code, "u2"),
        (unit_code, "2"),
        (function_code, "atencion-usuaria.12"),
        (post_code, "atencion-usuaria.p1"),
        (kind_code, "resolucion_exenta"),
        (unit_code, "a" * MAX_CODE_CHARACTERS),
    ],
)
def test_a_code_that_keeps_its_grammar_stays_as_it_is(check: Callable[[str], str], value: str) -> None:
    assert check(value) == value


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (organization_code, "chilecompra"),
        (organization_code, "CL.chilecompra"),
        (organization_code, "chl.chilecompra"),
        (organization_code, "cl.chile.compra"),
        (unit_code, ""),
        (unit_code, "Atencion"),
        (unit_code, "atención"),
        (unit_code, "-atencion"),
        (unit_code, "atencion-"),
        (unit_code, "atencion--usuaria"),
        (unit_code, "atencion usuaria"),
        (unit_code, "atencion.usuaria"),
        (unit_code, "atencion\n"),
        (unit_code, "٢"),
        (unit_code, "a" * (MAX_CODE_CHARACTERS + 1)),
        (function_code, "atencion-usuaria.0"),
        (function_code, "atencion-usuaria.01"),
        (function_code, "atencion-usuaria"),
        (function_code, "atencion-usuaria.p1"),
        (post_code, "atencion-usuaria.1"),
        (kind_code, "resolución"),
        (kind_code, "resolucion-exenta"),
    ],
)
def test_a_code_that_breaks_its_grammar_is_refused(check: Callable[[str], str], value: str) -> None:
    with pytest.raises(BadCode) as refusal:
        check(value)
    assert refusal.value.facts["value"] == value
    assert check(str(refusal.value.facts["example"]))


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("atencion-usuaria/b", FunctionPath("atencion-usuaria", None, ("b",))),
        ("atencion-usuaria/b/1", FunctionPath("atencion-usuaria", None, ("b", "1"))),
        ("atencion-usuaria/específicas:b", FunctionPath("atencion-usuaria", "específicas", ("b",))),
        ("atencion-usuaria/específicas:b/1", FunctionPath("atencion-usuaria", "específicas", ("b", "1"))),
        ("boyas/ñ", FunctionPath("boyas", None, ("ñ",))),
    ],
)
def test_a_path_names_unit_list_and_letters(value: str, path: FunctionPath) -> None:
    assert FunctionPath.parse(value) == path


@pytest.mark.parametrize("value", ["", "boyas", "boyas/", "boyas//a", "/a", "Boyas/a", "boyas/x:"])
def test_a_path_that_leads_nowhere_is_refused(value: str) -> None:
    with pytest.raises(BadCode):
        FunctionPath.parse(value)


def test_the_minter_counts_each_unit_and_noun_apart() -> None:
    minter = Minter()
    assert [minter.mint("boyas.") for _ in range(3)] == ["boyas.1", "boyas.2", "boyas.3"]
    assert minter.mint("boyas.p") == "boyas.p1"
    assert minter.mint("boyas.p1.") == "boyas.p1.1"
    assert minter.mint("faros.") == "faros.1"


def test_the_minter_goes_on_after_the_highest_number_it_knows() -> None:
    minter = Minter(["boyas.2", "boyas.11", "boyas.p3", "boyas-2.7"])
    assert minter.mint("boyas.") == "boyas.12"
    assert minter.mint("boyas.p") == "boyas.p4"
    assert minter.mint("boyas-2.") == "boyas-2.8"
    minter.note("boyas.5")
    assert minter.mint("boyas.") == "boyas.13"
    assert "boyas.12" in minter.known
