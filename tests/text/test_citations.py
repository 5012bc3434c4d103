"""Citations of legal sources, as tables of fragments."""

from __future__ import annotations

import pytest

from organica.domain.ids import kind_code
from organica.text.citations import SOURCE_KINDS, citations


@pytest.mark.parametrize(
    ("printed", "kind", "number", "series", "year", "issuer"),
    [
        ("Resolución exenta 35B de 2024", "resolucion_exenta", "35", "B", 2024, None),
        ("Resolución Exenta N° 370-B, de 2020", "resolucion_exenta", "370", "B", 2020, None),
        ("Resolución Exenta N° 370 B, de 2020", "resolucion_exenta", "370", "B", 2020, None),
        ("RESOLUCION EXENTA Nº 12", "resolucion_exenta", "12", None, None, None),
        ("Res. Ex. N° 7 del año 2019", "resolucion_exenta", "7", None, 2019, None),
        ("Resolución N° 1.600, de 2008", "resolucion", "1600", None, 2008, None),
        ("Ley N° 19.886", "ley", "19886", None, None, None),
        ("Ley 1444 de 2011", "ley", "1444", None, 2011, None),
        ("Ley 1150 del 2007", "ley", "1150", None, 2007, None),
        ("D.S. Nº 250, de 2004", "decreto_supremo", "250", None, 2004, None),
        ("Decreto Supremo N° 052-2019-EF", "decreto_supremo", "052", None, 2019, "EF"),
        ("Decreto Legislativo N° 1412", "decreto_legislativo", "1412", None, None, None),
        ("Decreto con Fuerza de Ley N° 29, de 2004", "decreto_con_fuerza_de_ley", "29", None, 2004, None),
        ("D.F.L. N° 29", "decreto_con_fuerza_de_ley", "29", None, None, None),
        ("Decreto 1628/96", "decreto", "1628", None, 1996, None),
        ("Decreto N° 775/1993", "decreto", "775", None, 1993, None),
        ("Decreto N° 667 del 15 de abril de 1991", "decreto", "667", None, 1991, None),
    ],
)
def test_a_citation_is_read_in_its_many_spellings(
    printed: str, kind: str, number: str, series: str | None, year: int | None, issuer: str | None
) -> None:
    (found,) = citations(f"según la {printed}; lo demás sigue igual.")
    assert found.printed == printed
    assert (found.kind, found.number, found.series, found.year, found.issuer) == (
        kind, number, series, year, issuer,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "la ley",
        "leyes 5",
        "Decreto Supremo",
        "conforme a la ley de 2004",
        "en 2024 la resolución",
        "paisley 5",
    ],
)
def test_a_kind_without_a_number_is_no_citation(text: str) -> None:
    assert citations(text) == ()


def test_several_citations_come_in_the_order_of_the_text() -> None:
    text = "Ley N° 10 y Resolución Exenta N° 5 A, de 2001, y el Decreto 3 y de 2020 nada."
    assert [(one.kind, one.number, one.series, one.year) for one in citations(text)] == [
        ("ley", "10", None, None),
        ("resolucion_exenta", "5", "A", 2001),
        ("decreto", "3", None, None),
    ]
    assert [text[one.start : one.end] for one in citations(text)] == [one.printed for one in citations(text)]


def test_the_code_of_every_kind_of_source_is_a_code() -> None:
    assert [kind_code(code) for code, _ in SOURCE_KINDS] == [code for code, _ in SOURCE_KINDS]
