"""The orders of amending acts, as a table of fragments written after real ones: one row per finding."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organica.domain.outline import DoubtCode, OutlineAmendment, Place
from organica.importer.amending import AmendmentsRead, amendments_of
from organica.importer.formats import document_of_text
from organica.importer.passages import Passage, passages
from tests.support.growth import assert_grows_with_its_length

_SAID = ("unit", "article", "label", "new_label", "after", "old_words", "text")
_NOTHING: frozenset[int] = frozenset()


def _read(text: str) -> AmendmentsRead:
    return amendments_of(passages(document_of_text(text)), _NOTHING)


def _says(amendment: OutlineAmendment) -> str:
    """Return an amendment on one line: "add article=12 new_label=h text=Informar."."""
    said = (f"{name}={value}" for name in _SAID if (value := getattr(amendment, name)) is not None)
    return " ".join((amendment.action.value, *said))


# Each fragment with its country, and what it orders, in its order.
ORDERS: list[tuple[str, str, list[str]]] = [
    # Letters that are replaced.
    ("cl", "Artículo único.- Sustitúyese la letra b) del artículo 5 por la siguiente: “b) Dirigir las compras.”",
     ["replace article=5 label=b text=Dirigir las compras."]),
    ("cl", 'Artículo 2.- Reemplázase la letra "b)" del artículo 4 por la siguiente: "b) Velar por el "Plan Anual" de compras."',
     ['replace article=4 label=b text=Velar por el "Plan Anual" de compras.']),
    ("cl", "Artículo 3.- Reemplázanse las letras b) y c) del artículo 5, por las siguientes: “b) Uno; c) Dos.”",
     ["replace article=5 label=b text=Uno;", "replace article=5 label=c text=Dos."]),
    ("cl", "Artículo 3.- Reemplázanse las letras b) y c) del artículo 5 por la siguiente: “b) Uno y dos.”",
     ["replace article=5 label=b text=Uno y dos.", "remove article=5 label=c"]),
    ("cl", "Artículo 3.- Reemplázase la letra b) del artículo 5 por la siguiente: “c) Uno.”",
     ["replace article=5 label=b text=Uno.", "relabel article=5 label=b new_label=c"]),
    ("cl", "Artículo 14. Sustitúyese, en el Departamento de Compras, la letra a) por la siguiente: “a) Planificar;”",
     ["replace unit=Departamento de Compras label=a text=Planificar;"]),
    ("uy", 'Artículo 4°.- Sustitúyese el literal C) del artículo 4 de la Ley N° 19.158, de 25 de octubre de 2013, por el siguiente:\n"C) Emitir pronósticos."',
     ["replace article=4 label=C text=Emitir pronósticos."]),
    ("co", 'Artículo 2. Modifícase el numeral 3 del artículo 5 del Decreto 210 de 2003, el cual quedará así:\n"3. Formular la política."',
     ["replace article=5 label=3 text=Formular la política."]),
    ("pa", "Artículo 3. El numeral 3 del artículo 5 de la Resolución 12 de 2010 queda así:\n3. Vigilar.\nArtículo 4. La presente Resolución rige.",
     ["replace article=5 label=3 text=Vigilar."]),
    ("pe", "Artículo 1.- Modificar el literal c) del artículo 15 del Reglamento de Organización y Funciones, en los siguientes términos:\n“c) Proponer normas.”",
     ["replace article=15 label=c text=Proponer normas."]),
    ("cr", "Artículo 1°.- Refórmese el inciso a) del artículo 5 del Decreto Ejecutivo N° 38536, para que en adelante se lea de la siguiente manera:\n“a) Dirigir la Oficina.”",
     ["replace article=5 label=a text=Dirigir la Oficina."]),
    ("bo", "ARTÍCULO 1.- Se modifica el inciso b) del Artículo 12 del Decreto Supremo N° 29894, con el siguiente texto:\n“b) Formular políticas.”",
     ["replace article=12 label=b text=Formular políticas."]),
    ("ec", "Art. 1.- Sustitúyase en el numeral 1.2.1 el literal c) de las atribuciones de la Dirección de Planificación, por el siguiente: “c) Elaborar el plan.”",
     ["replace unit=Dirección de Planificación label=1.2.1/c text=Elaborar el plan."]),
    ("ec", "Art. 2.- En el artículo 10, numeral 1.2, sustitúyase el literal d) por el siguiente texto: “d) Gestionar.”",
     ["replace article=10 label=1.2/d text=Gestionar."]),
    ("ar", "Artículo 1º — Modifícanse los incisos 3 y 5 del artículo 8º del Decreto Nº 101/85, los que quedarán redactados así:\n3. Uno.\n5. Cinco.",
     ["replace article=8 label=3 text=Uno.", "replace article=8 label=5 text=Cinco."]),
    ("ar", "ARTÍCULO 14.-\nSustitúyese, del Anexo II -Objetivos- aprobado por el artículo 2° del Decreto Nº 50/19, en el Apartado XVII, "
     "correspondiente al MINISTERIO DE DESARROLLO SOCIAL, el Objetivo 8 de la SECRETARÍA DE ECONOMÍA SOCIAL, por el siguiente:\n“8.- Supervisar la COMISIÓN.”",
     ["replace unit=SECRETARÍA DE ECONOMÍA SOCIAL label=8 text=Supervisar la COMISIÓN."]),
    ("cl", "Artículo 2.- Reemplázase, en el inciso primero del artículo 5, la letra b) por la siguiente: “b) Uno.”",
     ["replace article=5 label=b text=Uno."]),
    # Letters that are added.
    ("cl", "Artículo 1.- Agréganse las siguientes letras i) y j), nuevas, al artículo 12: “i) Uno; j) Dos.”",
     ["add article=12 new_label=i text=Uno;", "add article=12 new_label=j after=i text=Dos."]),
    ("cl", "Artículo 2.- Agréganse al artículo 12 las siguientes letras i) y j), nuevas:\n“i) Uno;”\n“j) Dos.”",
     ["add article=12 new_label=i text=Uno;", "add article=12 new_label=j after=i text=Dos."]),
    ("cl", "Artículo 3.- Intercálase en el artículo 7, entre las letras c) y d), la siguiente letra c bis): “c bis) Custodiar.”",
     ["add article=7 new_label=c bis after=c text=Custodiar."]),
    ("ar", 'Artículo 3.- Incorpórase como inciso 7 del artículo 9° del Decreto N° 10/20 el siguiente: "7. Elaborar el plan anual."',
     ["add article=9 new_label=7 text=Elaborar el plan anual."]),
    ("ar", "Artículo 7°.- Incorpóranse al Anexo II, en el Apartado IX, las Acciones 8 y 9 de la DIRECCIÓN NACIONAL DE EMPLEO, las que quedarán redactadas de la siguiente forma:\n"
     "“8. Asistir a la Secretaría.\n9. Administrar el registro.”",
     ["add unit=DIRECCIÓN NACIONAL DE EMPLEO new_label=8 text=Asistir a la Secretaría.",
      "add unit=DIRECCIÓN NACIONAL DE EMPLEO new_label=9 after=8 text=Administrar el registro."]),
    ("co", "Artículo 5°. Adiciónase la siguiente función al Consejo Directivo:\n1. Definir los asuntos.\nArtículo 6°. El presente decreto rige.",
     ["add unit=Consejo Directivo text=Definir los asuntos."]),
    ("co", "ARTÍCULO 1o. Adicionar al artículo 6o del Decreto 2 de 2019 los siguientes numerales:\n“18. Uno.\n19. Dos.”\nARTÍCULO 2o. Suprimir el numeral 7 del artículo 9o.",
     ["add article=6 new_label=18 text=Uno.", "add article=6 new_label=19 after=18 text=Dos.", "remove article=9 label=7"]),
    ("pe", 'Artículo 1.- Incorpórese el literal j) al artículo 23 del ROF, conforme al siguiente texto:\n"j) Supervisar."',
     ["add article=23 new_label=j text=Supervisar."]),
    ("cr", "Artículo 2°.- Adiciónese un inciso k) al artículo 9 del Decreto Ejecutivo N° 38536, que dirá:\n“k) Coordinar con las municipalidades.”",
     ["add article=9 new_label=k text=Coordinar con las municipalidades."]),
    ("hn", "Artículo 1º.- Refórmase el artículo 6º del Acuerdo 5, agregándose el inciso ch) que dirá:\n“ch) Velar por el patrimonio.”",
     ["add article=6 new_label=ch text=Velar por el patrimonio."]),
    ("ec", "Art. 2.- A continuación del literal f) del artículo 10, agréguense los siguientes:\n“g) Uno.\nh) Dos.”",
     ["add article=10 new_label=g after=f text=Uno.", "add article=10 new_label=h after=g text=Dos."]),
    ("gt", "Artículo 4.- Agréguese al final del artículo 20, los siguientes numerales: “15. Uno. 16. Dos.”",
     ["add article=20 new_label=15 text=Uno.", "add article=20 new_label=16 after=15 text=Dos."]),
    # What ends.
    ("cl", "Artículo 2.- Derógase el numeral 4 del artículo 10.", ["remove article=10 label=4"]),
    ("cl", "Artículo 2.- Derógase la letra b) del numeral 4 del artículo 10.", ["remove article=10 label=4/b"]),
    ("cl", "Artículo 2.- Suprímese el Departamento de Estudios.", ["remove unit=Departamento de Estudios"]),
    ("cl", "2° Suprímese, a contar de esta fecha, el Departamento de Estudios, dependiente de la División Jurídica.",
     ["remove unit=Departamento de Estudios"]),
    ("ar", "ARTÍCULO\n20.- Suprímese la UNIDAD DE COORDINACIÓN NACIONAL PARA LA PREVENCIÓN, ASISTENCIA Y ERRADICACIÓN DE LA VIOLENCIA, creada por el artículo 2° del Decreto N° 1836/09.",
     ["remove unit=UNIDAD DE COORDINACIÓN NACIONAL PARA LA PREVENCIÓN, ASISTENCIA Y ERRADICACIÓN DE LA VIOLENCIA"]),
    ("cl", "Artículo 2.- Suprímense la Dirección de Estudios y el Departamento de Archivo.",
     ["remove unit=Dirección de Estudios", "remove unit=Departamento de Archivo"]),
    ("ar", "ARTÍCULO 24.- Deróganse los artículos 7°, 8° y 13 del Decreto N° 348/17.",
     ["remove article=7", "remove article=8", "remove article=13"]),
    # Letters that become others.
    ("cl", "Artículo 1.- Elimínase la letra d) del artículo 12, pasando las actuales letras e) a g) a ser d) a f), respectivamente.",
     ["remove article=12 label=d", "relabel article=12 label=e new_label=d", "relabel article=12 label=f new_label=e",
      "relabel article=12 label=g new_label=f"]),
    ("cl", "Las actuales letras d) y e) del artículo 5 pasan a ser e) y f), respectivamente.",
     ["relabel article=5 label=d new_label=e", "relabel article=5 label=e new_label=f"]),
    ("cl", "Artículo 1.- Agrégase en el artículo 8 la siguiente letra d): “d) Uno.”, pasando la actual letra d) a ser letra e).",
     ["add article=8 new_label=d text=Uno.", "relabel article=8 label=d new_label=e"]),
    # Names.
    ("cl", "Artículo 4.- Cámbiase la denominación del Departamento de Compras por Departamento de Abastecimiento.",
     ["rename unit=Departamento de Compras text=Departamento de Abastecimiento"]),
    ("cl", "Artículo 4.- Sustitúyese la denominación “Oficina de Partes” por la de “Oficina de Gestión Documental”.",
     ["rename unit=Oficina de Partes text=Oficina de Gestión Documental"]),
    ("cl", "Artículo 6.- El Departamento de Estudios pasará a denominarse Departamento de Análisis.",
     ["rename unit=Departamento de Estudios text=Departamento de Análisis"]),
    ("uy", 'Artículo 316\nModifícase la denominación de la unidad ejecutora 003 "Dirección General de Recursos Naturales Renovables" del Inciso 07 '
     '"Ministerio de Ganadería", la que pasará a denominarse "Dirección General de Recursos Naturales".',
     ["rename unit=Dirección General de Recursos Naturales Renovables text=Dirección General de Recursos Naturales"]),
    ("ar", "ARTÍCULO 10.- Sustitúyese, en el Anexo II -Objetivos- aprobado por el artículo 2º del Decreto N° 50/19, en el Apartado XIII, correspondiente al "
     "MINISTERIO DE OBRAS PÚBLICAS, la denominación de la SUBSECRETARÍA DE GESTIÓN HÍDRICA por SUBSECRETARÍA DE PLANIFICACIÓN HÍDRICA.",
     ["rename unit=SUBSECRETARÍA DE GESTIÓN HÍDRICA text=SUBSECRETARÍA DE PLANIFICACIÓN HÍDRICA"]),
    ("ar", "ARTÍCULO 15.-\nModifícase la denominación del organismo desconcentrado CASAS DE CONTENIDOS, creado por el artículo 4º del Decreto Nº 348/17, "
     "por CENTRO CULTURAL “DOCTOR FICTICIO”, debiendo considerarse modificada tal denominación cada vez que se lo nombra.",
     ["rename unit=CASAS DE CONTENIDOS text=CENTRO CULTURAL “DOCTOR FICTICIO”"]),
    # Words.
    ("cl", "3.- Sustitúyese en el artículo 8 la expresión “Jefe” por “Jefatura”, y la expresión “Fiscal” por “Fiscalía”.",
     ["replace_words article=8 old_words=Jefe text=Jefatura", "replace_words article=8 old_words=Fiscal text=Fiscalía"]),
    ("cl", "Artículo 5.- Agrégase, en la letra b), a continuación de la palabra “compras”, la frase “y contratos”.",
     ["replace_words label=b old_words=compras text=compras y contratos"]),
    ("cl", "Artículo 6.- Elimínase, en la letra a) del artículo 3, la frase “y regionales”.",
     ["replace_words article=3 label=a old_words=y regionales text="]),
    ("cl", "PRIMERO: MODIFÍCASE la Resolución Exenta N° 100, de 2020, en su letra c), en el siguiente sentido:\n"
     "Donde dice: “Analizar”, debe decir: “Analizar y resolver”.\nSEGUNDO: Publíquese.",
     ["replace_words label=c old_words=Analizar text=Analizar y resolver"]),
    # Orders within orders.
    ("cl", "RESUELVO:\n1° Modifícase el artículo 12 de la resolución exenta N° 35 B, de 2024, de la Dirección de Compras, en el siguiente sentido:\n"
     "a) Reemplázase en la letra c) la expresión “X” por “Y”.\nb) Agrégase la siguiente letra h), nueva:\n“h) Llevar el registro.”.\n"
     "c) Elimínase la letra d), pasando la actual letra e) a ser d).",
     ["replace_words article=12 label=c old_words=X text=Y", "add article=12 new_label=h text=Llevar el registro.",
      "remove article=12 label=d", "relabel article=12 label=e new_label=d"]),
    ("cl", "Artículo único: Modifícase el artículo 12, en el siguiente sentido: a) Reemplázase en la letra c) la expresión “X” por “Y”. "
     "b) Agrégase la siguiente letra h), nueva: “h) Nueva función.”. c) Elimínase la letra d).",
     ["replace_words article=12 label=c old_words=X text=Y", "add article=12 new_label=h text=Nueva función.",
      "remove article=12 label=d"]),
    ("cl", "3° Modifíquese la resolución exenta 4A/Nº 28, de 2019, que estableció la organización interna, en el siguiente sentido:\n"
     "I) Introdúcense, en el artículo 152 numeral 1º, la enmienda que sigue:\na. Suprímese su letra l).\n4° En lo demás rige la resolución.",
     ["remove article=152 label=1/l"]),
    ("cl", "1) En el artículo 5:\na) Reemplázase la letra b) por la siguiente:\n“b) Uno.\nb) Elimínase la letra d).\n2) Suprímense las letras a) y c) del artículo 6.",
     ["replace article=5 label=b text=Uno.", "remove article=5 label=d", "remove article=6 label=a", "remove article=6 label=c"]),
    ("cl", "Artículo 5.- En el artículo 12, relativo al Departamento de Compras, suprímese la letra d) y agrégase la siguiente letra f): “f) Informar.”",
     ["remove unit=Departamento de Compras article=12 label=d", "add unit=Departamento de Compras article=12 new_label=f text=Informar."]),
    ("cl", "Artículo 3°.- Departamento de Compras. Suprímese su letra d).", ["remove unit=Departamento de Compras label=d"]),
    ("cl", "Artículo 4.- Modifícase el numeral 4 del artículo 10, en el sentido siguiente:\na) Suprímese la letra b).\nb) Sustitúyese la letra c) por la siguiente: «c) Emitir informes».",
     ["remove article=10 label=4/b", "replace article=10 label=4/c text=Emitir informes"]),
    # Articles that leave out what stays: only the items that they print are new.
    ("pe", "Artículo 1. Modificación\nModifícanse los artículos 9 y 10 de la Ley 27972 con los siguientes textos:\n“Artículo 9. Atribuciones del Concejo Municipal\n"
     "Corresponde al concejo municipal:\n(...)\n21. Solicitar exámenes.\n(...)\nArtículo 10. Atribuciones de los regidores\n[...]\n4. Fiscalizar. 5. Pedir informes.”",
     ["replace unit=concejo municipal article=9 label=21 text=Solicitar exámenes.", "replace article=10 label=4 text=Fiscalizar.",
      "replace article=10 label=5 text=Pedir informes."]),
    ("pe", "Artículo 1. Modificación del artículo 15 de la Ley 27867, Ley Orgánica de Gobiernos Regionales\n"
     "Se modifica el literal k del artículo 15 de la Ley 27867, Ley Orgánica de Gobiernos Regionales, en los siguientes términos:\n"
     '"Artículo 15. Atribuciones del Consejo Regional Son atribuciones del Consejo Regional: [...] k. Fiscalizar la gestión pública.\n'
     'Para tal efecto, se incorporan los recursos necesarios".',
     ["replace unit=Consejo Regional article=15 label=k text=Fiscalizar la gestión pública.\nPara tal efecto, se incorporan los recursos necesarios"]),
    ("mx", "ARTÍCULO ÚNICO.- Se reforman los artículos 5, fracción II, y 8; se adiciona la fracción X al artículo 6 y se deroga la fracción III del artículo 7 "
     "del Reglamento Interior de la Secretaría de Turismo, para quedar como sigue:\n"
     "ARTÍCULO 5.- La Dirección General de Promoción tendrá las siguientes atribuciones:\nI. …\nII. Coordinar ferias;\nIII. a V. …\n"
     "ARTÍCULO 6.- La Dirección General de Planeación tendrá las siguientes atribuciones:\nI. a IX. …\nX. Evaluar programas.\n"
     "ARTÍCULO 7.- …\nI. y II. …\nIII. Se deroga.\n"
     "ARTÍCULO 8.- La Unidad de Enlace tendrá las siguientes atribuciones:\nI. Atender solicitudes;\nII. Rendir informes.",
     ["replace unit=Dirección General de Promoción article=5 label=II text=Coordinar ferias;",
      "add unit=Dirección General de Planeación article=6 new_label=X text=Evaluar programas.", "remove article=7 label=III"]),
]  # fmt: skip


@pytest.mark.parametrize(("country", "fragment", "expected"), ORDERS)
def test_an_order_is_read_as_its_amendments(country: str, fragment: str, expected: list[str]) -> None:
    read = _read(fragment)
    assert [_says(amendment) for amendment in read.amendments] == expected, country
    assert read.doubts == ()


def test_the_orders_come_from_six_countries_at_least() -> None:
    assert len(ORDERS) >= 40
    assert len({country for country, _, _ in ORDERS}) >= 6


@pytest.mark.parametrize(
    ("fragment", "code"),
    [
        ("Artículo 2.- Sustitúyese el inciso cuarto del artículo 4, por el siguiente:\n“El ajuste se hará.”", DoubtCode.AMENDMENT_UNREAD),
        ("Artículo 9.- Modifícase la planta de personal en los cargos que se indican.", DoubtCode.AMENDMENT_UNREAD),
        ("Artículo 7.- Suprímense, del Anexo II, los Objetivos de la SUBSECRETARÍA ADMINISTRATIVA.", DoubtCode.AMENDMENT_UNREAD),
        ("Artículo 3. Reemplázase, en la letra h), el punto final por la expresión “, y”.", DoubtCode.AMENDMENT_UNREAD),
        ("Artículo 2.- Agrégase en el numeral 4 la siguiente letra d): “d) Revisar.”", DoubtCode.AMENDMENT_UNREAD),
        ("Artículo 6.- El Departamento de Estudios y la Sección de Archivo pasarán a denominarse Departamento de Análisis y Sección de Libros, respectivamente.", DoubtCode.AMENDMENT_UNREAD),
        ("Artículo 2. Se modifica el primer párrafo del numeral 22 del artículo 9 de la Ley 27972, en los siguientes términos:\n“ARTÍCULO 9. ATRIBUCIONES\n[...]\n22. Fiscalizar.”", DoubtCode.AMENDMENT_UNREAD),
        ("Artículo 2.- Sustitúyese el segundo párrafo del literal b) del artículo 5 por el siguiente: “Esto incluye.”", DoubtCode.AMENDMENT_UNREAD),
        ("Artículo 2.- Reemplázanse las letras b) y c) del artículo 5 por las siguientes: “Las que se indican.”", DoubtCode.AMENDMENT_UNREAD),
        ("Artículo 1.- Sustitúyense, del Anexo I, los Apartados IX y X, conforme a la planilla anexa.", DoubtCode.AMENDMENT_UNREAD),
    ],
)  # fmt: skip
def test_an_order_that_is_not_understood_is_a_doubt_with_its_words(fragment: str, code: DoubtCode) -> None:
    read = _read(fragment)
    assert read.amendments == ()
    assert [doubt.code for doubt in read.doubts] == [code]
    assert (read.doubts[0].printed or "")[:25] in " ".join(fragment.split())
    assert 0 in read.taken


def test_an_order_that_shares_its_sentence_with_another_matter_leaves_the_passage() -> None:
    read = _read(
        "Artículo 6.- Apruébase la planta del Instituto, y sustitúyese el Anexo IV del Decreto 5 por el adjunto."
    )
    assert [doubt.code for doubt in read.doubts] == [DoubtCode.AMENDMENT_UNREAD]
    assert read.taken == _NOTHING


def test_a_new_name_before_a_list_of_functions_leaves_the_sentence_to_the_reader_of_units() -> None:
    read = _read(
        "Artículo 6.- El Departamento de Estudios, que pasará a denominarse Departamento de Análisis, tendrá las "
        "siguientes funciones:\na) Analizar."
    )
    assert [_says(one) for one in read.amendments] == [
        "rename unit=Departamento de Estudios text=Departamento de Análisis"
    ]
    assert read.taken == _NOTHING


def test_and_so_on_is_a_doubt_beside_the_letter_that_is_named() -> None:
    read = _read(
        "Artículo 1.- Intercálase en el artículo 7, a continuación de la letra c), la siguiente letra d), pasando "
        "la actual d) a ser e), y así sucesivamente: “d) Custodiar los contratos.”"
    )
    assert [_says(amendment) for amendment in read.amendments] == [
        "add article=7 new_label=d after=c text=Custodiar los contratos.",
        "relabel article=7 label=d new_label=e",
    ]
    assert [doubt.code for doubt in read.doubts] == [DoubtCode.RELABEL_OPEN_ENDED]


@pytest.mark.parametrize(
    "fragment",
    [
        "Artículo 9.- Derógase la resolución exenta N° 12, de 2019.",  # a whole act: told among the sources
        "Artículo 9.- Deróganse todas las disposiciones que se opongan al presente decreto.",
        "4. Agréguese copia de la presente resolución al expediente.",
        "Artículo 8.- Corresponderá al Consejo:\na) Modificar su reglamento.\nb) Proponer que se modifique la planta.",
        "VISTO el Decreto N° 5, por el que se modifica el artículo 3, y\nDECRETA:\nArtículo 1.- Apruébase la estructura.",
        "Artículo 8.- Sustitúyense las funciones del Departamento de Compras, por las siguientes:\na) Comprar.\nb) Pagar.",
    ],
)
def test_what_orders_no_amendment_of_a_letter_is_left_alone(fragment: str) -> None:
    assert _read(fragment) == AmendmentsRead((), (), _NOTHING, _NOTHING)


@pytest.mark.parametrize(
    ("fragment", "taken"),
    [
        ('Artículo 1°. El artículo 7° del Decreto número 4165 de 2011, quedará así:\n"Artículo 7°. Estructura. La Agencia tendrá:\n1. Consejo Directivo\n2. Presidencia".\nArtículo 2°. Vigencia.', {0}),
        ('Art. 5°— Sustitúyese el artículo 3° del Decreto N° 1288 del 4 de noviembre de 1998, por el siguiente:\n"ARTICULO 3°.— Serán funciones del CONSEJO CONSULTIVO\na) Proponer.\nb) Asesorar."', {0}),
        ("Artículo 2. Modificar el artículo 5, el cual quedará así:\nArtículo 5. Funciones de la Dirección de Comercio. Son funciones:\n1. Formular.\n2. Evaluar.\nArtículo 3. Vigencia.", {0}),
        ("Artículo 7.- Agrégase el siguiente artículo 12 bis:\n“Artículo 12 bis.- Corresponderá a la Unidad de Control:\na) Auditar.\nb) Informar.”", {0}),
        ("Artículo 5°.- Sustitúyese el Anexo I del Decreto N° 5 por el siguiente:\nANEXO I\nDirección de Compras\nFunciones\n1. Comprar.", {0}),
    ],
)  # fmt: skip
def test_a_whole_article_is_left_to_the_reader_of_units(fragment: str, taken: set[int]) -> None:
    read = _read(fragment)
    assert (read.amendments, read.doubts) == ((), ())
    assert read.taken == read.framing == frozenset(taken)


def test_places_and_provisions_are_those_of_the_amending_act() -> None:
    read = _read(
        "Artículo único.- Modifícase el artículo 12 del reglamento:\n"
        "1) Suprímese la letra a).\n"
        "2) Agrégase la siguiente letra h):\n“h) Informar.”"
    )
    assert [(one.provision, one.place) for one in read.amendments] == [
        ("Artículo único, número 1", Place(2, 2)),
        ("Artículo único, número 2", Place(3, 4)),
    ]
    assert read.amendments[1].printed == "2) Agrégase la siguiente letra h)"
    assert read.taken == frozenset({0, 1, 2, 3})
    assert read.framing == frozenset({0})


@pytest.mark.parametrize(
    "piece",
    ["Sustitúyese la letra a) por ", "Modifícase: ", "En el artículo 5:\n", "“", "Sustitúyese el artículo 5 por el siguiente: “Artículo 5. [...] 1. A ", "artículos 1, 2 y ", "a) b. "],
)  # fmt: skip
def test_hostile_text_takes_time_that_grows_with_its_length_alone(piece: str) -> None:
    def hostile(length: int) -> list[Passage]:
        lines = (piece * (length // len(piece))).split("\n")
        return [Passage(line, Place(at, at)) for at, line in enumerate(lines, 1)]

    assert_grows_with_its_length(hostile, lambda passages: amendments_of(passages, _NOTHING), 400_000)


_PIECES = st.sampled_from(
    ["Artículo 1.- ", "Artículo 2.- ", "Sustitúyese ", "Modifícase ", "agrégase ", "se derogan ", "quedará así", "la letra b) ",
     "las letras e) a g) ", "del artículo 5 ", "por la siguiente", ": ", "\n", ". ", "“", "”", '"', "a) ", "b) ", "1. ", "II. ",
     "el Departamento de Compras ", "pasando la actual d) a ser e) ", "la expresión ", "[...] ", "…", "ARTÍCULO 5.- ", "Dirigir.", "y "]
)  # fmt: skip


@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=40).map("".join))
def test_any_text_is_read_and_what_is_taken_is_accounted_for(text: str) -> None:
    lines = [Passage(line, Place(number, number)) for number, line in enumerate(text.split("\n"), 1) if line]
    read = amendments_of(lines, _NOTHING)
    assert read.taken <= set(range(len(lines)))
    assert read.framing <= read.taken
    places = [one.place for one in read.amendments] + [one.place for one in read.doubts]
    for index in read.taken - read.framing:
        at = lines[index].place
        assert any(one.first_line <= at.first_line and at.last_line <= one.last_line for one in places)
    for amendment in read.amendments:
        assert all(
            value != "" or one == "text" for one in _SAID if (value := getattr(amendment, one)) is not None
        )
    assert {one.name for one in fields(OutlineAmendment)} >= set(_SAID)


@pytest.mark.parametrize(
    "text", ["quedará así“", "El artículo 5 quedará así: “”", "Sustitúyese la letra a) por: “"]
)
def test_a_new_text_that_is_missing_is_no_article(text: str) -> None:
    assert not _read(text).amendments
