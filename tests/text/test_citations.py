"""Citations of legal sources, as tables of fragments."""

from __future__ import annotations

import pytest

from organica.domain.ids import kind_code
from organica.text.citations import SOURCE_KINDS, citations
from organica.text.source_kinds import kind_code_of


@pytest.mark.parametrize(
    ("printed", "kind", "number", "series", "year", "issuer"),
    [
        # Chile
        ("Resolución exenta 35B de 2024", "resolucion_exenta", "35", "B", 2024, None),
        ("Resolución Exenta N° 370-B, de 2020", "resolucion_exenta", "370", "B", 2020, None),
        ("Resolución Exenta N° 370 B, de 2020", "resolucion_exenta", "370", "B", 2020, None),
        ('Resolución Exenta N° 35 "B", de 2024', "resolucion_exenta", "35", "B", 2024, None),
        ("RESOLUCION EXENTA Nº 12", "resolucion_exenta", "12", None, None, None),
        ("RESOLUCIÓN Nº 157 EXENTA, DE 2025", "resolucion_exenta", "157", None, 2025, None),
        ("Resolución 52 EXENTA", "resolucion_exenta", "52", None, None, None),
        ("Res. Ex. N° 7 del año 2019", "resolucion_exenta", "7", None, 2019, None),
        ("Resolución Exenta RA N° 425/300/2020", "resolucion_exenta", "425-300", None, 2020, None),
        ("Resolución N° 1.600, de 2008", "resolucion", "1600", None, 2008, None),
        ("resolución N° 7, de la Contraloría General de la República, de 2019", "resolucion", "7", None, 2019, None),
        ("Ley N° 19.886", "ley", "19886", None, None, None),
        ("Ley Orgánica Constitucional de Municipalidades N° 18.695", "ley", "18695", None, None, None),
        ("D.S. Nº 250, de 2004", "decreto_supremo", "250", None, 2004, None),
        ("DS 40", "decreto_supremo", "40", None, None, None),
        ("D.L. N° 3.500, de 1980", "decreto_ley", "3500", None, 1980, None),
        ("Decreto con Fuerza de Ley N° 29, de 2004", "decreto_con_fuerza_de_ley", "29", None, 2004, None),
        ("D.F.L. N° 29", "decreto_con_fuerza_de_ley", "29", None, None, None),
        ("D.F.L. 1-19.704", "decreto_con_fuerza_de_ley", "1-19704", None, None, None),
        ("DFL N° 1/19.653, de 2000", "decreto_con_fuerza_de_ley", "1-19653", None, 2000, None),
        ("D.F.L. Nº 1/2.005", "decreto_con_fuerza_de_ley", "1", None, 2005, None),
        ("Norma de Carácter General N° 25", "norma_de_caracter_general", "25", None, None, None),
        # Scans, capitals and line breaks
        ("LEY Nº 20.033", "ley", "20033", None, None, None),
        ("Ley N9 18.695", "ley", "18695", None, None, None),
        ("Ley N* 18.695", "ley", "18695", None, None, None),
        ("Ley Nº. 18.695", "ley", "18695", None, None, None),
        ("Ley N.º 18.695", "ley", "18695", None, None, None),
        ("Ley\nN° 19.886", "ley", "19886", None, None, None),
        ("Resolución del Ministerio de\nSalud y Acción Social Nº 424/96", "resolucion", "424", None, 1996, None),
        # Colombia
        ("Ley 1444 de 2011", "ley", "1444", None, 2011, None),
        ("Ley 1150 del 2007", "ley", "1150", None, 2007, None),
        ("DECRETO 4170 DE 2011", "decreto", "4170", None, 2011, None),
        ("Decreto – Ley 870 de 2017", "decreto_ley", "870", None, 2017, None),
        ("Decreto Único Reglamentario 1082 de 2015", "decreto", "1082", None, 2015, None),
        ("Decreto Distrital 714 de 1996", "decreto", "714", None, 1996, None),
        ("Acuerdo 05 de 2011", "acuerdo", "05", None, 2011, None),
        # Peru
        ("Decreto Supremo N° 052-2019-EF", "decreto_supremo", "052", None, 2019, "EF"),
        ("Decreto Supremo Nº 054-2018- PCM", "decreto_supremo", "054", None, 2018, "PCM"),
        ("Decreto Legislativo N° 1412", "decreto_legislativo", "1412", None, None, None),
        ("Decreto de Urgencia N° 044-2021", "decreto_de_urgencia", "044", None, 2021, None),
        ("Resolución Ministerial N° 123-2020-MINSA", "resolucion_ministerial", "123", None, 2020, "MINSA"),
        ("Resolución de Presidencia Ejecutiva N° 000155-2026-SERNANP/PE", "resolucion_de_presidencia_ejecutiva", "000155", None, 2026, "SERNANP/PE"),
        ("Resolución de Secretaría de Gobierno Digital N° 004-2018-PCM/SEGDI", "resolucion", "004", None, 2018, "PCM/SEGDI"),
        ("Directiva N° 001-2021-EF/54.01", "directiva", "001", None, 2021, "EF/54.01"),
        ("Ordenanza Regional N.° 009-2011-GRMDD/CR", "ordenanza", "009", None, 2011, "GRMDD/CR"),
        # Argentina
        ("Decreto 1628/96", "decreto", "1628", None, 1996, None),
        ("Decreto N° 775/1993", "decreto", "775", None, 1993, None),
        ("Decreto Nº 463-GCABA-AJG/19", "decreto", "463", None, 2019, "GCABA-AJG"),
        ("Decisión Administrativa 1926/2018", "decision_administrativa", "1926", None, 2018, None),
        ("Disposición Nº 485/2013", "disposicion", "485", None, 2013, None),
        ("Ley de la Nación Nº 24.301", "ley", "24301", None, None, None),
        # Uruguay, Bolivia, Ecuador, Costa Rica
        ("Decreto Nº 94/012", "decreto", "94", None, 2012, None),
        ("Decreto Nº 500/991", "decreto", "500", None, 1991, None),
        ("Resolución Suprema N° 5", "resolucion_suprema", "5", None, None, None),
        ("Resolución No. SERCOP-2021-0112", "resolucion", "0112", None, 2021, "SERCOP"),
        ("Acuerdo Ministerial No. MDT-2020-001", "acuerdo_ministerial", "001", None, 2020, "MDT"),
        ("Decreto Ejecutivo N.° 37554-JP", "decreto_ejecutivo", "37554", None, None, "JP"),
        # Brazil
        ("Lei nº 11.182, de 2005", "lei", "11182", None, 2005, None),
        ("Lei Complementar nº 73", "lei_complementar", "73", None, None, None),
        ("Resolução nº 381, de 2016", "resolucao", "381", None, 2016, None),
        ("Instrução Normativa nº 34/2020", "instrucao_normativa", "34", None, 2020, None),
        ("Portaria GM/MS nº 1.234/2020", "portaria", "1234", None, 2020, None),
    ],
)  # fmt: skip
def test_a_citation_is_read_in_its_many_spellings(
    printed: str, kind: str, number: str, series: str | None, year: int | None, issuer: str | None
) -> None:
    (found,) = citations(f"según la {printed}; lo demás sigue igual.")
    assert found.printed == printed
    assert (found.kind, found.number, found.series, found.year, found.issuer) == (
        kind, number, series, year, issuer,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "year", "day"),
    [
        ("Decreto N° 667 del 15 de abril de 1991", 1991, "1991-04-15"),
        ("Ley Nº 16.170, de 28 de diciembre de\n1990", 1990, "1990-12-28"),
        ("Decreto Nº 94/012 de 27/03/2012", 2012, "2012-03-27"),
        ("Acuerdo Ministerial No.- 1200 de fecha 18 de agosto de 1986", 1986, "1986-08-18"),
        ("Decreto Ejecutivo Nr. 32966-MINAE, 20 de febrero del 2006", 2006, "2006-02-20"),
        ("Portaria nº 12, de 3 de março de 2020", 2020, "2020-03-03"),
        ("Decreto N° 569/2019 B.O. 20/8/2019", 2019, "2019-08-20"),
        # As a format leaves it whose marks stood where the blanks were.
        ("Decreto N° 569/2019B.O. 20/8/2019", 2019, "2019-08-20"),
        ("D.F.L 1-19.704 ART. 27 D.O. 03.05.2002", 2002, "2002-05-03"),
        ("LEY Nº 20.033 Art. 5 Nº 4 a) D.O. 01.07.2005", 2005, "2005-07-01"),
        ("Ley N° 20.285, de 2008, D.O. 20.08.2008", 2008, "2008-08-20"),
    ],
)
def test_the_day_behind_a_number_belongs_to_the_source(printed: str, year: int, day: str) -> None:
    (found,) = citations(f"según {printed}; lo demás sigue igual.")
    assert (found.printed, found.year, found.date) == (printed, year, day)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("los Decretos Nros. 558 del 24 de mayo de 1996 y 660 del 24 de junio de 1996, y", [("558", 1996), ("660", 1996)]),
        ("los Decretos 3620 de 2004, 485 de 2009, 2430 de 2011 y los artículos 3° y 4° del Decreto 3485 de 2011.", [("3620", 2004), ("485", 2009), ("2430", 2011), ("3485", 2011)]),
        ("las leyes N°s 18.575, 18.695 y 19.886", [("18575", None), ("18695", None), ("19886", None)]),
        ("Resoluciones Exentas N°s. 5 y 7, ambas de 2020", [("5", 2020), ("7", 2020)]),
        ("las resoluciones exentas N° 559, de 14 de mayo de 2018, N° 438, de 28 de marzo de 2019, y N° 1.619, de 21 de noviembre de 2019, que modifican la resolución exenta N° 424, de 2017", [("559", 2018), ("438", 2019), ("1619", 2019), ("424", 2017)]),
        ("Resoluciones Exentas N° 504/2022, 576/2022 y 641/2022", [("504", 2022), ("576", 2022), ("641", 2022)]),
        ("Leyes Nros. 17.132 y sus modificatorias, 17.565 y sus modificaciones, 19.303", [("17132", None), ("17565", None), ("19303", None)]),
        ("los Decretos Nros. 7123 del 15 de noviembre de 1968 y sus modificatorios, 98 del 27 de febrero de 2023, y", [("7123", 1968), ("98", 2023)]),
        ("Resoluciones Exentas N° 5.664 (Banco del Sur) y N° 5.666", [("5664", None), ("5666", None)]),
        ("Leyes 909 de 2004 y 87 de 1993", [("909", 2004), ("87", 1993)]),
        ("el artículo 10 de la Ley N° 19.886 y N° 5 del artículo 3", [("19886", None)]),
    ],
)  # fmt: skip
def test_a_list_gives_each_of_its_sources(text: str, found: list[tuple[str, int | None]]) -> None:
    assert [(one.number, one.year) for one in citations(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "la ley",
        "leyes 5",
        "Decreto Supremo",
        "conforme a la ley de 2004",
        "en 2024 la resolución",
        "paisley 5",
        "artículo 5 de la ley",
        "Ley de 30 días",
        "la ley 20% del total",
        "ley 5 días después",
        "disposición 4",
        "acuerdo 5 miembros",
        "Decreto que modifica el N° 5",
        "la ley y el Oficio N° 5",
        "Resolución del Expediente N° 5",
        "Oficio Nº 00909-2025-MINAM/SG",
        "ds 40",
        "una resolución de 1024x768",
        "en resolución 4K",
        "de acuerdo al N° 5 del artículo 3",
    ],
)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert citations(text) == ()


def test_a_word_stuck_to_the_kind_does_not_hide_it() -> None:
    (found,) = citations("derogado por art. 4° delDecreto N° 569/2019")
    assert (found.kind, found.number, found.year) == ("decreto", "569", 2019)


def test_several_citations_come_in_the_order_of_the_text() -> None:
    text = "Ley N° 10 y Resolución Exenta N° 5 A, de 2001, y el Decreto 3 y de 2020 nada."
    assert [(one.kind, one.number, one.series, one.year) for one in citations(text)] == [
        ("ley", "10", None, None),
        ("resolucion_exenta", "5", "A", 2001),
        ("decreto", "3", None, None),
    ]
    assert [text[one.start : one.end] for one in citations(text)] == [one.printed for one in citations(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1" * 100_000, 0),
        ("Ley N° " * 15_000, 0),
        ("Ley N° 5 " * 5_000, 5_000),
        ("Resolución " + "A " * 50_000 + "5", 0),
        ("Ley 1" + ".111" * 25_000, 0),
        ("Decretos 1, " + "2, " * 10_000, 10_001),
        ("Ley N° 5 art " + "x " * 50_000, 1),
    ],
)
def test_a_hostile_line_is_read_once(text: str, count: int) -> None:
    assert len(citations(text)) == count


def test_the_code_of_every_kind_of_source_is_a_code() -> None:
    assert [kind_code(kind.code) for kind in SOURCE_KINDS] == [kind.code for kind in SOURCE_KINDS]
    assert len({kind.code for kind in SOURCE_KINDS}) == len(SOURCE_KINDS)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Decreto con Fuerza de Ley", "decreto_con_fuerza_de_ley"),
        ("decreto_supremo", "decreto_supremo"),
        ("LEY", "ley"),
        ("Resolución", "resolucion"),
        ("Instrução Normativa", "instrucao_normativa"),
        ("Acta", None),
        ("", None),
    ],
)
def test_a_kind_printed_alone_has_its_code(printed: str, code: str | None) -> None:
    assert kind_code_of(printed) == code


@pytest.mark.parametrize("title", ["RESOLUCIÓN EXENTA N° 512 B", "Resolución exenta N° 512 B/"])
def test_a_letter_at_the_end_of_a_title_is_the_series(title: str) -> None:
    [citation] = citations(title)
    assert (citation.number, citation.series) == ("512", "B")
