"""How a source is cited that nobody cites in print: its kind as Spanish writes it, its number and its year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.makers import a_source


@pytest.mark.parametrize(
    ("kind", "cited"),
    [
        ("resolucion_exenta", "Resolución exenta 5 de 2020"),
        ("resolucion_de_presidencia_ejecutiva", "Resolución de presidencia ejecutiva 5 de 2020"),
        ("instruccion_general", "Instrucción general 5 de 2020"),
        ("decision", "Decisión 5 de 2020"),
        ("decreto_supremo", "Decreto supremo 5 de 2020"),
        ("resoluciones", "Resoluciones 5 de 2020"),
    ],
)
def test_a_kind_is_cited_with_the_accent_that_its_code_cannot_hold(kind: str, cited: str) -> None:
    source = replace(a_source("5", "2020-03-01"), kind=kind)
    assert source.citation == cited
    assert kind.replace("_", "-") in source.key
