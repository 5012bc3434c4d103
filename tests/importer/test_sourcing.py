"""The sources of whole texts, their own and those cited, after real heads and ends of acts."""

from __future__ import annotations

import pytest

from organica.domain.outline import DoubtCode, OutlineSource, Place
from organica.importer.document import Document, Line
from organica.importer.formats import ley_chile, markdown, plain
from organica.importer.passages import passages
from organica.importer.sourcing import SourcesRead, sources_of


def read(document: Document) -> SourcesRead:
    return sources_of(document, passages(document))


def own(found: SourcesRead) -> OutlineSource:
    (source,) = (source for source in found.sources if source.role == "self")
    return source


def cited(found: SourcesRead) -> dict[str | None, tuple[int | None, str | None, str | None]]:
    return {
        source.number: (source.year, source.date, source.relation.value if source.relation else None)
        for source in found.sources
        if source.role == "cited"
    }


RESOLUTION = """\
RESOLUCIÓN EXENTA N° 35B

SANTIAGO, 2 de mayo de 2024.-

APRUEBA ESTRUCTURA INTERNA Y DEJA SIN EFECTO RESOLUCIÓN EXENTA N° 370-B, DE 2020

VISTOS:

La Ley N° 19.886; el D.F.L. N° 1/19.653, de 2000; y la resolución N° 7, de 2019, de la Contraloría.

RESUELVO:

1.- APRUÉBASE la siguiente estructura, conforme a la citada resolución N° 7:

ANÓTESE, COMUNÍQUESE Y PUBLÍQUESE

ANA SOTO RUIZ
"""


def test_a_resolution_gives_its_number_day_title_and_what_it_cites() -> None:
    found = read(plain.document(RESOLUTION))
    source = own(found)
    assert (source.kind, source.number, source.series, source.year) == ("resolucion_exenta", "35", "B", 2024)
    assert source.date == found.dated == "2024-05-02"
    assert source.title == "APRUEBA ESTRUCTURA INTERNA Y DEJA SIN EFECTO RESOLUCIÓN EXENTA N° 370-B, DE 2020"
    assert source.place.first_line == 1
    assert cited(found) == {
        "370": (2020, None, "repeals"),
        "19886": (None, None, None),
        "1-19653": (2000, None, None),
        "7": (2019, None, None),
    }
    assert found.doubts == ()


DECREE = """\
---
title: "MINISTERIO DE SALUD"
identifier: "DEC-1628-1997"
rank: "decreto"
publication_date: "1997-01-07"
enactment_date: "1996-12-23"
---
# MINISTERIO DE SALUD

MINISTERIO DE SALUD

Decreto 1628/96

Apruébase la estructura organizativa de la Administración.

Bs. As., 23/12/96

VISTO los Decretos Nros. 558 del 24 de mayo de 1996 y 660 del 24 de junio de 1996, y

Que por el citado Decreto Nº 558/96 se estableció

**Art. 3º** — *(Artículo derogado por art. 4° del*[Decreto N° 569/2019](http://example.org/1)*B.O. 20/8/2019)*
"""


def test_the_title_is_believed_before_the_identifier_of_the_file() -> None:
    found = read(markdown.document(DECREE))
    source = own(found)
    assert (source.kind, source.number, source.year, source.date) == ("decreto", "1628", 1996, "1996-12-23")
    assert source.title == "Apruébase la estructura organizativa de la Administración."
    assert cited(found) == {
        "558": (1996, "1996-05-24", None),
        "660": (1996, "1996-06-24", None),
        "569": (2019, "2019-08-20", "amended_by"),
    }
    assert found.doubts == ()


def test_month_and_day_under_the_title_take_its_year() -> None:
    text = "DECRETO 2106 DE 2019\n\n(noviembre 22)\n\nDiario Oficial No. 51.145 de 23 de noviembre de 2019\n"
    found = read(plain.document(text))
    assert (own(found).year, own(found).date, found.dated) == (2019, "2019-11-22", "2019-11-22")


def test_the_day_of_the_official_journal_is_no_day_of_signing() -> None:
    text = "DECRETO 1260 DE 2013\n\nDiario Oficial No. 48.824 de 17 de junio de 2013\n"
    found = read(plain.document(text))
    assert (own(found).date, found.dated) == (None, "2013-06-17")


def test_an_act_signed_in_the_middle_of_the_document_takes_that_day() -> None:
    text = (
        "DECRETO SUPREMO Nº 005-2025-MINAM\n\nCONSIDERANDO:\n\nQue, la Ley Nº 27658 establece principios;\n\n"
        "Dado en Lima, a los nueve días del mes de abril del año dos mil veinticinco.\n\nANA SOTO VERA\n\n"
        "REGLAMENTO DE ORGANIZACIÓN\n\nArtículo 1.- El plazo vence el 2 de mayo de 2026.\n"
    )
    source = own(read(plain.document(text)))
    assert (source.number, source.year, source.issuer, source.date) == ("005", 2025, "MINAM", "2025-04-09")


LAW = """\
<?xml version="1.0" encoding="utf-8"?>
<ley xmlns="https://leychile.cl/schema/ley/v1" tipo="Decreto con Fuerza de Ley" numero="1"
     fecha_promulgacion="2006-05-09" fecha_publicacion="2006-07-26">
  <metadatos>
    <titulo>FIJA EL TEXTO REFUNDIDO, COORDINADO Y SISTEMATIZADO DE LA LEY Nº 18.695, DE MUNICIPALIDADES</titulo>
  </metadatos>
  <contenido>
<articulo numero="27"><contenido>
<parrafo>Artículo 27.- La unidad encargada de administración y D.F.L 1-19.704
finanzas tendrá las siguientes funciones: ART. 27
a) Asesorar al alcalde en la administración del personal D.O. 03.05.2002
de la municipalidad, conforme a la ley N° 18.883.</parrafo>
</contenido></articulo>
  </contenido>
</ley>
"""


def test_a_consolidated_text_is_one_source_and_the_law_that_it_restates_another() -> None:
    found = read(ley_chile.document(LAW, "ley.xml"))
    source = own(found)
    assert (source.kind, source.number, source.year) == ("decreto_con_fuerza_de_ley", "1", 2006)
    assert (source.date, found.dated) == ("2006-05-09", "2006-05-09")
    assert cited(found) == {
        "18695": (None, None, "consolidates"),
        "18883": (None, None, None),
        "1-19704": (2002, "2002-05-03", None),
    }


def test_a_law_without_a_number_is_known_by_its_title() -> None:
    text = "# LEY Orgánica del Centro Federal de Registro\n\nArtículo 1. El Centro aplica la Ley Federal del Trabajo.\n"
    source = own(read(markdown.document(text)))
    assert (source.kind, source.number, source.title) == (
        "ley",
        None,
        "LEY Orgánica del Centro Federal de Registro",
    )


def test_a_source_without_a_year_is_doubted() -> None:
    found = read(plain.document("RESOLUCIÓN EXENTA\n\nN° 1.234\n\nVISTOS: la Ley N° 19.886.\n"))
    assert (own(found).number, own(found).year) == ("1234", None)
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.SOURCE_WITHOUT_YEAR]


def test_a_second_title_is_doubted() -> None:
    found = read(plain.document("LEY N° 5 DE 2001\n\nDECRETO N° 6 DE 2002\n\nVISTOS:\n"))
    assert own(found).number == "5"
    assert [(doubt.code, doubt.printed) for doubt in found.doubts] == [
        (DoubtCode.SEVERAL_SOURCES, "DECRETO N° 6 DE 2002")
    ]


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("Fuente normativa: la Resolución exenta 35B de 2024", 5, 5),
        ("Fuente normativa:\n\nLa Resolución exenta 35B de 2024", 5, 7),
    ],
)
def test_a_text_without_a_title_takes_the_line_that_gives_its_source(
    printed: str, first: int, last: int
) -> None:
    found = read(plain.document(f"División de Compras\n\nCompra según la Ley N° 19.886.\n\n{printed}\n"))
    assert (own(found).number, own(found).place) == ("35", Place(first, last))
    assert cited(found) == {"19886": (None, None, None)}


def test_a_text_that_names_no_source_of_its_own_is_doubted() -> None:
    found = read(plain.document("La División compra según la Ley N° 19.886.\n"))
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.NO_SOURCE]
    assert cited(found) == {"19886": (None, None, None)}


def test_a_short_name_is_the_source_that_was_cited_in_full() -> None:
    text = "El Decreto Legislativo N° 1412 rige. Según el Decreto 1412 y la Ley 5 de 2001, esa Ley 5 rige.\n"
    assert [(one.kind, one.number, one.year) for one in read(plain.document(text)).sources] == [
        ("decreto_legislativo", "1412", None),
        ("ley", "5", 2001),
    ]


def test_notes_beside_the_text_are_cited_with_their_day() -> None:
    lines = (
        Line("Artículo 27.- La unidad tendrá", 1),
        Line("LEY 20033", 1, note=True),
        Line("Art. 5 Nº 4", 2, note=True),
        Line("D.O. 01.07.2005", 3, note=True),
    )
    found = read(Document("plain", lines))
    assert cited(found) == {"20033": (2005, "2005-07-01", None)}
