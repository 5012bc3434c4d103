"""What the words before a citation say of it, as tables of fragments."""

from __future__ import annotations

import pytest

from organica.text.citations import citations
from organica.text.relations import relation_at, relations_at


def relations(text: str, of_title: bool = False) -> list[tuple[str, str | None]]:
    found = citations(text)
    read = relations_at(text, [(one.start, one.end) for one in found], of_title)
    assert read == tuple(relation_at(text, one.start, one.end, of_title) for one in found)
    return [
        (one.number, relation.value if relation else None) for one, relation in zip(found, read, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Derógase el Decreto N° 5 de 2001.", [("5", "repeals")]),
        ("Se deroga el Decreto Supremo Nº 001-2015-MINAM, que aprueba el Reglamento", [("001", "repeals")]),
        ("Artículo 3.- Dejar sin efecto la Resolución Exenta N° 5, de 2020", [("5", "repeals")]),
        ("2.- DÉJASE SIN EFECTO la Resolución Exenta N° 370-B, de 2020.", [("370", "repeals")]),
        ("Ficam revogados: o Decreto nº 5.731, de 20 de março de 2006", [("5731", "repeals")]),
        (
            "Deróganse las normas que se indican: la Ley 5 de 2001 y la Ley 6 de 2002",
            [("5", "repeals"), ("6", "repeals")],
        ),
        (
            "Sustitúyese el inciso b) del artículo 2° del Decreto Nº 558/96 por el siguiente: b) el Decreto Nº 5/97",
            [("558", "amends"), ("5", None)],
        ),
        ("Fica revogada a Portaria nº 5, de 2 de janeiro de 2018.", [("5", "repeals")]),
        (
            "El presente decreto rige a partir de la fecha de su publicación y deroga todas las normas que le sean"
            " contrarias, en especial los Decretos 3620 de 2004, 485 de 2009 y los artículos 3° y 4° del Decreto 3485"
            " de 2011.",
            [("3620", "repeals"), ("485", "repeals"), ("3485", "amends")],
        ),
        (
            "Art. 4º -Deróganse los Decretos N° 1811 del 1° de setiembre de 1980 y N° 667 del 15 de abril de 1991, en"
            " lo que respecta al CONSEJO, y sustitúyese el Anexo IVa del Decreto 1870/91",
            [("1811", "amends"), ("667", "amends"), ("1870", "amends")],
        ),
        *(
            (f"{verb} la letra b) del artículo 3 de la Ley N° 19.886", [("19886", "amends")])
            for verb in (
                "Sustitúyese",
                "SUSTITÚYESE",
                "Reemplázase",
                "Refórmase",
                "Incorpórase a",
                "Agrégase a",
                "Adiciónase a",
                "Intercálase en",
                "Rectifícase",
                "Suprímese",
                "Elimínase",
                "Se modifica",
                "Derógase",
            )
        ),
        ("Revócase la Resolución N° 5 de 2001", [("5", "repeals")]),
        ("Abrógase el Decreto Supremo N° 29894 de 7 de febrero de 2009", [("29894", "repeals")]),
        ("Redação dada pela Lei nº 14.307, de 2022", [("14307", "amended_by")]),
        ("Reglaméntase la Ley N° 24.156", [("24156", "implements")]),
        ("Modifícase el artículo 3 de la Ley N° 19.886 en el siguiente sentido", [("19886", "amends")]),
        ("Artículo 2.- Modificar el artículo 5 de la Resolución N° 10-2020-SG", [("10", "amends")]),
        ("Apruébase el Reglamento de la Ley N° 19.886", [("19886", "implements")]),
        ("Apruébase la Directiva N° 001-2021-EF", [("001", "approves")]),
        ("(Artículo derogado por art. 4° del Decreto N° 569/2019 B.O. 20/8/2019)", [("569", "amended_by")]),
        ("(Anexo sustituido por art. 4° del Decreto N° 192/2026 B.O. 26/03/2026.)", [("192", "amended_by")]),
        ("(Norma abrogada por Ley N° 26.939)", [("26939", "repealed_by")]),
        (
            "(Nota Infoleg: Por art. 1° del Decreto N° 1657/2012 B.O. 18/9/2012 se sustituye la denominación)",
            [("1657", "amended_by")],
        ),
        (
            "Nota 2: Modificado por la Ley 2079 de 2021, por la Ley 2050 de 2020 y por el Decreto 538 de 2020.",
            [("2079", "amended_by"), ("2050", "amended_by"), ("538", "amended_by")],
        ),
    ],
)
def test_what_the_text_orders_is_its_relation(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert relations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "en cumplimiento de la Ley N° 5",
        "el Decreto 5, que modifica la Ley 6",
        "el Decreto 5, por el que se modifica la Ley 6",
        "Que, mediante la Ley N° 5, se deroga el Decreto 6 de 2001",
        "Que por Decreto N° 5/97 se modificó la Ley 20.000",
        "la Ley Nº 15.809, en la redacción dada por la Ley Nº 16.170",
        "Lineamientos de Organización del Estado, aprobados por Decreto Supremo Nº 054-2018-PCM",
        "la Ley N° 18.695, cuyo texto refundido fue fijado por el D.F.L. N° 1 de 2006",
        "Nota 1: Corregido por el Decreto 635 de 2023.",
        "el Texto Único Ordenado de la Ley N° 30225",
    ],
)
def test_what_others_did_says_nothing_of_the_text(text: str) -> None:
    assert {relation for _, relation in relations(text)} == {None}


def test_a_source_that_an_order_only_leans_on_is_not_its_target() -> None:
    text = "Derógase la Ley 5 de 2001, en concordancia con el Decreto 10 de 2001"
    assert relations(text) == [("5", "repeals"), ("10", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FIJA EL TEXTO REFUNDIDO, COORDINADO Y SISTEMATIZADO DE LA LEY Nº 18.695, ORGANICA", [("18695", "consolidates")]),
        ("Resolución 35 de 2024, que modifica la Resolución 10 de 2020", [("35", None), ("10", "amends")]),
        ("APRUEBA REGLAMENTO DE LA LEY Nº 19.886", [("19886", "implements")]),
        ("Por el cual se reglamenta la Ley 80 de 1993", [("80", "implements")]),
        ("MODIFICA RESOLUCIÓN EXENTA N° 5, DE 2020", [("5", "amends")]),
        ("Deja sin efecto Resolución Exenta N° 3 y aprueba estructura", [("3", "repeals")]),
        ("Reglamento aprobado por Decreto Supremo N° 5-2020-EF", [("5", "approved_by")]),
        ("LEY N° 20.744 - TEXTO ORDENADO POR DECRETO 390/1976", [("20744", None), ("390", None)]),
    ],
)  # fmt: skip
def test_a_title_speaks_of_the_text_in_the_present_tense(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert relations(text, of_title=True) == expected
