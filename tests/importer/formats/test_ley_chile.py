"""The law as XML, in both shapes: blocks, headings once each, labels, margin notes, facts."""

from __future__ import annotations

import pytest

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.document import Line
from organica.importer.errors import XmlBroken
from organica.importer.formats import document_of_bytes, document_of_text

LEY = """<?xml version="1.0" encoding="utf-8"?>
<ley xmlns="https://leychile.cl/schema/ley/v1" id_norma="99" tipo="Ley" numero="5" estado="vigente"
     fecha_version="2025-01-14" fecha_promulgacion="2006-05-09" fecha_publicacion="2006-07-26" url_original="https://ejemplo.invalid/99">
  <metadatos><titulo>LEY DEL SERVICIO</titulo><organismos><organismo>MINISTERIO FICTICIO</organismo></organismos></metadatos>
  <contenido>
    <articulo numero="1">
      <contexto>TITULO I DEL SERVICIO &gt; Párrafo 1º Normas</contexto>
      <contenido>
        <parrafo>Artículo 1.- La unidad encargada de compras y LEY Nº 20.033
pagos tendrá estas funciones: ART. 5º Nº 3
a) Comprar. D.O. 01.07.2005
 b) Pagar a los
 proveedores.</parrafo>
        <inciso numero="1">- Visar
 los decretos;</inciso>
      </contenido>
      <referencias><ref articulo="1"/></referencias>
    </articulo>
    <articulo numero="2" estado="derogado">
      <contexto>TITULO I DEL SERVICIO &gt; Párrafo 1º Normas</contexto>
      <texto>Artículo 2.- Derogado.</texto>
    </articulo>
    <articulo numero="3">
      <contexto>TITULO I DEL SERVICIO &gt; Párrafo 2º Otras</contexto>
      <texto>Artículo 3.- Fin.</texto>
    </articulo>
  </contenido>
</ley>
"""

NORMA = """<?xml version="1.0" encoding="UTF-8"?>
<Norma xmlns="http://www.leychile.cl/esquemas" normaId="99" fechaVersion="2025-01-14" derogado="no derogado">
  <Identificador fechaPromulgacion="2006-05-09" fechaPublicacion="2006-07-26">
    <TiposNumeros><TipoNumero><Tipo>Ley</Tipo><Numero>5</Numero></TipoNumero></TiposNumeros>
    <Organismos><Organismo>MINISTERIO FICTICIO</Organismo></Organismos>
  </Identificador>
  <Metadatos><TituloNorma>LEY DEL SERVICIO</TituloNorma></Metadatos>
  <Encabezado fechaVersion="2006-07-26"><Texto>    LEY DEL SERVICIO</Texto></Encabezado>
  <EstructurasFuncionales>
    <EstructuraFuncional idParte="1" tipoParte="Título" derogado="no derogado">
      <Texto>     TITULO I
     Del Servicio</Texto>
      <Metadatos><TituloParte presente="si">TITULO I Del Servicio</TituloParte></Metadatos>
      <EstructurasFuncionales>
        <EstructuraFuncional idParte="2" tipoParte="Artículo" derogado="no derogado">
          <Texto>    Artículo 1°.- El Servicio tendrá:                 Ley 20922
    a) Compras, que pagará                                 Art. 1 N° 2
a los proveedores;                                         D.O. 25.05.2016
    b) Finanzas.</Texto>
        </EstructuraFuncional>
        <EstructuraFuncional idParte="3" tipoParte="Artículo" derogado="derogado">
          <Texto>    Artículo 2°.- Derogado.</Texto>
        </EstructuraFuncional>
      </EstructurasFuncionales>
    </EstructuraFuncional>
  </EstructurasFuncionales>
  <Promulgacion><Texto>    Y por cuanto he tenido a bien aprobarlo.</Texto></Promulgacion>
</Norma>
"""


def test_the_shape_ley_v1_gives_headings_once_labels_and_notes() -> None:
    document = document_of_text(LEY)
    assert document.blocks
    assert document.lines == (
        Line("TITULO I DEL SERVICIO", 7, heading=1, opens=True),
        Line("Párrafo 1º Normas", 7, heading=2, opens=True),
        Line("Artículo 1.- La unidad encargada de compras y", 9, opens=True),
        Line("LEY Nº 20.033", 9, note=True),
        Line("pagos tendrá estas funciones:", 10),
        Line("ART. 5º Nº 3", 10, note=True),
        Line("a) Comprar.", 11, opens=True),
        Line("D.O. 01.07.2005", 11, note=True),
        Line("b) Pagar a los", 12, opens=True),
        Line("proveedores.", 13),
        Line("- Visar", 14, opens=True, label="1"),
        Line("los decretos;", 15),
        Line("Artículo 2.- Derogado.", 21, opens=True),
        Line("Párrafo 2º Otras", 24, heading=2, opens=True),
        Line("Artículo 3.- Fin.", 25, opens=True),
    )
    assert document.doubts == (
        Doubt(DoubtCode.REPEALED_TEXT, Place(21, 21), printed="Artículo 2.- Derogado."),
    )


def test_the_shape_of_the_library_gives_the_same_kinds_of_lines() -> None:
    document = document_of_text(NORMA)
    assert document.lines == (
        Line("LEY DEL SERVICIO", 8, opens=True),
        Line("TITULO I", 11, heading=1, opens=True),
        Line("Del Servicio", 12, heading=1),
        Line("Artículo 1°.- El Servicio tendrá:", 16, opens=True),
        Line("Ley 20922", 16, note=True),
        Line("a) Compras, que pagará", 17, opens=True),
        Line("Art. 1 N° 2", 17, note=True),
        Line("a los proveedores;", 18),
        Line("D.O. 25.05.2016", 18, note=True),
        Line("b) Finanzas.", 19, opens=True),
        Line("Artículo 2°.- Derogado.", 22, opens=True),
        Line("Y por cuanto he tenido a bien aprobarlo.", 27, opens=True),
    )
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.REPEALED_TEXT]


@pytest.mark.parametrize(
    ("xml", "own"),
    [
        (LEY, {"url": "https://ejemplo.invalid/99", "state": "vigente"}),
        (NORMA, {"url": "https://www.leychile.cl/Navegar?idNorma=99", "state": "no derogado"}),
    ],
    ids=["ley/v1", "library"],
)
def test_both_shapes_say_the_same_facts(xml: str, own: dict[str, str]) -> None:
    assert document_of_text(xml).facts == {
        "title": "LEY DEL SERVICIO", "kind": "Ley", "number": "5", "published_on": "2006-07-26",
        "signed_on": "2006-05-09", "issuer": "MINISTERIO FICTICIO", "identifier": "99", "version_on": "2025-01-14", **own,
    }  # fmt: skip


def test_divisions_that_hold_their_articles_give_their_heading_once() -> None:
    xml = (
        '<ley xmlns="https://leychile.cl/schema/ley/v1"><encabezado>PREÁMBULO</encabezado><contenido><libro>\n'
        "<titulo_seccion>LIBRO I</titulo_seccion><texto>LIBRO I</texto>\n<titulo><titulo_seccion>TITULO II</titulo_seccion>\n"
        "<articulo><contexto>LIBRO I &gt; TITULO II</contexto><texto>Artículo 1.- Uno.</texto></articulo></titulo></libro></contenido></ley>"
    )
    assert [(line.text, line.heading) for line in document_of_text(xml).lines] == [
        ("PREÁMBULO", None), ("LIBRO I", 1), ("TITULO II", 2), ("Artículo 1.- Uno.", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("xml", "place"),
    [
        (LEY.replace('estado="vigente"', 'estado="derogada"'), Place(9, 25)),
        (NORMA.replace("no derogado", "derogado", 1), Place(8, 27)),
    ],
    ids=["ley/v1", "library"],
)
def test_a_repealed_law_is_doubted_as_a_whole(xml: str, place: Place) -> None:
    doubts = document_of_text(xml).doubts
    assert [doubt.code for doubt in doubts] == [DoubtCode.REPEALED_TEXT] * 2
    assert doubts[-1].place == place


def test_an_encoding_that_the_declaration_names_is_used() -> None:
    document = document_of_bytes(LEY.replace("utf-8", "iso-8859-1").encode("latin-1"), "x.xml")
    assert document.lines[1].text == "Párrafo 1º Normas"
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.REPEALED_TEXT]


def test_xml_that_is_not_well_formed_is_refused_with_its_line() -> None:
    with pytest.raises(XmlBroken) as refused:
        document_of_text(LEY.replace("</inciso>", "", 1))
    assert refused.value.facts["line"] == 16
