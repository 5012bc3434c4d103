"""Where acts are signed, after the ends of real ones; every name is invented."""

from __future__ import annotations

import pytest

from organica.domain.outline import Place
from organica.importer.passages import Passage
from organica.importer.signatures import dateline, signature_places


def signed(*texts: str) -> list[str]:
    passages = [Passage(text, Place(line, line)) for line, text in enumerate(texts, 1)]
    return [texts[index] for index in sorted(signature_places(passages))]


BODY = "a) Dirigir las compras de la División y publicar sus resultados."

CHILE = (
    "ANÓTESE, COMUNÍQUESE Y PUBLÍQUESE",
    "ANA SOTO RUIZ",
    "DIRECTORA NACIONAL (S)",
    "POR ORDEN DEL MINISTRO DE HACIENDA",
    "ASR/PVL/mcg",
    "Distribución:",
    "- Gabinete",
    "- División de Gestión Usuaria",
)
PERU = (
    "Dado en la Casa de Gobierno, en Lima, a los nueve días del mes de abril del año dos mil veinticinco.",
    "ANA ROSA SOTO VERA",
    "Presidenta de la República",
    "LUIS PAZ ROJAS",
    "Ministro del Ambiente",
)
COLOMBIA = (
    "Publíquese y cúmplase.",
    "Dado en Bogotá, D. C., a 3 de noviembre de 2011.",
    "ANA SOTO RUIZ",
    "El Ministro de Hacienda y Crédito Público,",
    "Luis Carlos Paz Rojas.",
)
ARGENTINA = (
    "Art. 6º — Comuníquese, publíquese, dése a la Dirección Nacional del Registro Oficial y archívese. — SOTO.",
    "— Jorge A. Ruiz. — Alberto J. Paz.",
    "e. 11/11/2024 N° 80556/24 v. 11/11/2024",
)
BOLIVIA = (
    "Es dado en el Palacio de Gobierno de la ciudad de La Paz, a los diez días del mes de septiembre del año dos mil"
    " doce.",
    "FDO. ANA SOTO RUIZ, Luis Paz Rojas, Pedro Vera Lillo.",
)
MEXICO = (
    "Ciudad de México, a 14 de noviembre de 2019.- Dip. Ana Soto Ruiz, Presidenta.- Sen. Luis Paz Rojas,"
    " Secretario.- Rúbricas.",
)


@pytest.mark.parametrize("block", [CHILE, PERU, COLOMBIA, ARGENTINA, BOLIVIA, MEXICO])
def test_the_end_of_an_act_is_its_signatures(block: tuple[str, ...]) -> None:
    assert signed("Artículo 1.- Funciones.", BODY, *block) == list(block)


@pytest.mark.parametrize(
    "annex",
    ["REGLAMENTO DE ORGANIZACIÓN Y FUNCIONES", "ANEXO I", "Artículo 1. Naturaleza Jurídica", "TÍTULO I"],
)
def test_an_annex_behind_the_signatures_is_body_again(annex: str) -> None:
    assert signed(BODY, *PERU, annex, BODY) == list(PERU)


def test_a_unit_behind_the_signatures_is_no_signature() -> None:
    assert signed(BODY, *PERU, "DIRECCIÓN GENERAL DE COMPRAS", BODY) == list(PERU)
    assert signed(BODY, *CHILE, "División de Compras", BODY) == list(CHILE)
    assert signed(BODY, *COLOMBIA, "El Director tendrá las siguientes funciones:", BODY) == list(COLOMBIA)


def test_a_name_may_bear_its_treatment_and_its_office() -> None:
    block = (
        "Regístrese, comuníquese y archívese.",
        "Dra. Ana Soto Ruiz",
        "Luis Paz Rojas, Secretario General",
    )
    assert signed(BODY, *block) == list(block)


def test_a_law_may_end_in_names_alone() -> None:
    names = "ANA SOTO RUIZ - LUIS PAZ ROJAS - PEDRO VERA LILLO"
    assert signed(BODY, names) == [names]


@pytest.mark.parametrize(
    "texts",
    [
        ("Artículo 5.- Comuníquese a las unidades la presente.", "Artículo 6.- Funciones.", BODY),
        ("a) Publíquese lo que corresponda.", "b) Regístrese lo recibido.", BODY),
        ("DIVISIÓN DE COMPRAS", "Jefa: Ana Soto Ruiz", BODY),
        (BODY, "- NO"),
    ],
)
def test_an_order_within_the_body_is_no_signature(texts: tuple[str, ...]) -> None:
    assert signed(*texts) == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Santiago, 2 de mayo de 2024.-", "2024-05-02"),
        ("Bs. As., 23/12/96", "1996-12-23"),
        ("Ciudad de Buenos Aires, 08/11/2024", "2024-11-08"),
        ("Dado en Bogotá, D. C., a 3 de noviembre de 2011.", "2011-11-03"),
        ("Santiago, 10 de junio de 2005.- ANA SOTO RUIZ, Presidenta de la República.", "2005-06-10"),
        ("Diario Oficial No. 48.824 de 17 de junio de 2013", None),
        ("El plazo vence el 2 de mayo de 2024.", None),
        ("Ley Nº 15.785, de 4 de diciembre de 1985 y sus modificaciones", None),
    ],
)
def test_the_line_of_the_date_gives_the_day_of_signing(line: str, day: str | None) -> None:
    assert dateline(line) == day
