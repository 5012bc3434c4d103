"""Names: of the body, of units that a sentence calls by a shorter or longer name, of bodies and posts."""

from __future__ import annotations

import pytest

from organica.domain.outline import OutlineSort
from organica.importer import read_text
from organica.importer.unit_phrases import Told, described, unit_of_title
from organica.importer.unit_words import is_group, points_back, sort_of, without_article
from tests.importer.legal.makers import an_act, read_units

ITEMS = ("a) Abrir cartas;", "b) Cerrar cartas.")


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Apruébase la estructura orgánica del Servicio Nacional de Faros.", "Servicio Nacional de Faros"),
        ("Por el cual se modifica la estructura de la Agencia Nacional de Faros y se dictan otras disposiciones", "Agencia Nacional de Faros"),
        ("Reglamento de Organización y Funciones del Instituto de Faros", "Instituto de Faros"),
        ("LEY ORGÁNICA DE LA AGENCIA DE FAROS", "AGENCIA DE FAROS"),
        ("Créase el Instituto Nacional de Faros, que será un ente autónomo.", "Instituto Nacional de Faros"),
        ("Créase el organismo público denominado Agencia de Faros.", "Agencia de Faros"),
        ("Reglamento interno de la Municipalidad de Villa Faro", "Municipalidad de Villa Faro"),
        ("Estructura orgánica del Instituto Nacional “Dr. Faro G. Luz”", "Instituto Nacional “Dr. Faro G. Luz”"),
        ("Establécese que el Instituto de Barcos, creado por el Decreto N° 4, pasará a denominarse Instituto de Faros.", "Instituto de Faros"),
        ("Creación del Consejo de Faros. Estructura orgánica del Servicio de Faros.", "Servicio de Faros"),
        ("Creación del Consejo de Faros.", "Consejo de Faros"),
        ("Apruébase la estructura orgánica del Departamento Administrativo de Faros.", "Departamento Administrativo de Faros"),
        ("Apruébase la estructura orgánica del Departamento de Faros.", None),
        # "Para" begins the aim, or is a part of the name.
        ("Créase el Servicio Nacional de Faros para la guarda de las luces.", "Servicio Nacional de Faros"),
        ("Créase el Consejo para la Navegación, que será un ente autónomo.", "Consejo para la Navegación"),
        ("Por el cual se crea la Agencia Austral para los Faros y Boyas y se dictan otras disposiciones", "Agencia Austral para los Faros y Boyas"),
        ("Reglamento de tránsito de caminos", None),
    ],
)  # fmt: skip
def test_the_first_sentences_say_which_body_it_is(sentence: str, body: str | None) -> None:
    text = f"{sentence}\n\n{an_act('Artículo 1. Son funciones de la Oficina de Partes:', *ITEMS)}"
    assert read_text(text).body == body


@pytest.mark.parametrize(
    "called",
    ["El Servicio Nacional de Faros", "El Servicio", "El SNF", "El Servicio Nacional de Faros (SNF)", "El SERVICIO NACIONAL DE FAROS"],
)  # fmt: skip
def test_the_body_is_one_thing_under_all_its_names(called: str) -> None:
    outline = read_text(
        "Créase el Servicio Nacional de Faros (SNF).\n\n"
        + an_act(f"Artículo 1. {called} tendrá las siguientes funciones:", *ITEMS)
    )
    assert [(unit.name, unit.sort) for unit in outline.units] == [
        ("Servicio Nacional de Faros", OutlineSort.BODY)
    ]


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("la Oficina Jurídica", "la OFICINA JURÍDICA", "Oficina Jurídica"),
        ("la OFICINA JURÍDICA", "la Oficina Jurídica", "OFICINA JURÍDICA"),
        ("la Oficina Jurídica", "la Oficina Juridica", "Oficina Jurídica"),
        ("la Oficina Jurídica", "la Oficina Jurídca", "Oficina Jurídica"),
        ("la Oficina Jurídica", "la Oficina Jurídica del Servicio Nacional de Faros", "Oficina Jurídica"),
        ("la Oficina Jurídica del Servicio Nacional de Faros", "la Oficina Jurídica", "Oficina Jurídica"),
        ("la Oficina Jurídica (OJ)", "la Oficina Jurídica", "Oficina Jurídica"),
        ("la Oficina Jurídica (OJ)", "la OJ", "Oficina Jurídica"),
        ("la Oficina de Estudios, Planes y Programas", "la Oficina de Estudios, Planes y Programas", "Oficina de Estudios, Planes y Programas"),
        ("la Oficina de Estudios y Planes", "la Oficina de Estudios y de Planes", "Oficina de Estudios y Planes"),
    ],
)  # fmt: skip
def test_two_spellings_are_one_unit(first: str, second: str, name: str) -> None:
    units = read_units(
        "Apruébase la estructura orgánica del Servicio Nacional de Faros.", f"Artículo 1. Son funciones de {first}:", *ITEMS,
        f"Artículo 2. Son también atribuciones de {second}:", *ITEMS,
    )  # fmt: skip
    assert [(one.name, len(one.functions)) for one in units.values()] == [(name, 4)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("la Sección 1", "la Sección 2"),
        ("la Dirección de Obras", "la Subdirección de Obras"),
        ("la Dirección de Compras", "la Dirección de Cobranzas"),
        ("la Oficina Norte", "la Oficina Sur"),
    ],
)
def test_two_units_are_two(first: str, second: str) -> None:
    units = read_units(
        f"Artículo 1. Son funciones de {first}:", *ITEMS, f"Artículo 2. Son funciones de {second}:", *ITEMS
    )
    assert list(units) == [first.removeprefix("la "), second.removeprefix("la ")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Oficina Jurídica", "Oficina Jurídica"),
        ("De la Oficina Jurídica", "Oficina Jurídica"),
        ("DEL DIRECTORIO", "DIRECTORIO"),
        ("Funciones de la Oficina Jurídica", "Oficina Jurídica"),
        ("Naturaleza y funciones del Consejo Directivo", "Consejo Directivo"),
        ("Organización de la Gerencia General", "Gerencia General"),
        ("Titular de la Secretaría", "Secretaría"),
        ("Da Secretaria Geral", "Secretaria Geral"),
        ("Dirección de la Mujer, de la Familia y de la Niñez", "Dirección de la Mujer, de la Familia y de la Niñez"),
        ("De la Secretaría de la Asamblea y del Consejo", "Secretaría de la Asamblea y del Consejo"),
        ("Secretaría General y de la Presidencia", "Secretaría General y de la Presidencia"),
        ("Del Presidente y del Tesorero", None),
        ("Funciones del Presidente, del Secretario Técnico y de los Vocales", None),
        ("Dirección y administración", None),
        ("Órganos de apoyo", None),
        ("Disposiciones generales", None),
        ("Patrimonio", None),
    ],
)  # fmt: skip
def test_a_title_is_about_a_unit(title: str, name: str | None) -> None:
    told = unit_of_title(title)
    assert (told.name if told else None) == name


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("La Oficina Jurídica es el órgano de asesoría.", Told("Oficina Jurídica", introduces=True)),
        ("Existirá un Comité de Ética, que asesora al Director.", Told("Comité de Ética", introduces=True)),
        ("Créase la Unidad de Datos.", Told("Unidad de Datos", introduces=True)),
        ("En cada Zona funcionará un Comité de Zona, con el cometido de oír.", Told("Comité de Zona", introduces=True)),
        ("Se constituirá un Comité de Ética con la finalidad de oír.", Told("Comité de Ética", introduces=True)),
        ("Créase una unidad especial, del orden nacional, denominada Agencia de Datos, adscrita al Gobierno.", Told("Agencia de Datos", introduces=True)),
        ("Créase la Oficina de Datos, que llevará el registro denominado Registro de Cartas.", Told("Oficina de Datos", introduces=True)),
        ("La dirección superior del Servicio corresponderá a un Consejo Directivo integrado por tres miembros.", Told("Consejo Directivo", introduces=True)),
        ("La dirección del Servicio estará a cargo de un Consejo Directivo y de un Director.", Told("Consejo Directivo", introduces=True)),
        ("La dirección del Servicio estará a cargo de un Director.", None),
        # The heads of offices have the powers; the sentence is about somebody else.
        ("Un funcionario será el titular del Servicio, con las atribuciones que corresponden a los jefes de oficina.", Told(None)),
        ("La Junta tendrá un Secretario y un Tesorero, quienes llevarán las actas.", None),
        ("Corresponde a la Oficina Jurídica informar en derecho.", Told("Oficina Jurídica", introduces=True)),
        ("El Alcalde tendrá por objeto mandar.", Told("Alcalde", introduces=True)),
        ("Es el órgano de asesoría.", Told(None)),
        ("Está encargada de abrir cartas.", Told(None)),
        ("El Servicio contará con un registro de faros.", None),
        ("La dirección y administración estará encargada al Alcalde.", None),
        ("La carta se abre el lunes.", None),
    ],
)  # fmt: skip
def test_a_sentence_describes_a_unit(sentence: str, told: Told | None) -> None:
    assert described(sentence) == told


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Oficina Jurídica", OutlineSort.UNIT), ("Secretaría Técnica", OutlineSort.UNIT), ("Secretario Técnico", OutlineSort.POST),
        ("Jefe/a de la Oficina", OutlineSort.POST), ("Alcalde", OutlineSort.POST), ("Comité", OutlineSort.UNIT),
        ("Diretoria", OutlineSort.UNIT), ("mismo", None), ("carta", None), ("", None),
    ],
)  # fmt: skip
def test_the_first_word_tells_units_from_posts(name: str, sort: OutlineSort | None) -> None:
    assert sort_of(name) is sort


@pytest.mark.parametrize(
    ("name", "points", "group", "bare"),
    [
        ("esta Unidad", True, False, "esta Unidad"),
        ("la citada Dirección", True, False, "citada Dirección"),
        ("dicho Comité", True, False, "dicho Comité"),
        ("Esta Dirección General", True, False, "Esta Dirección General"),
        ("Esta Dirección de Obras Menores", False, False, "Esta Dirección de Obras Menores"),
        ("los Departamentos de línea", False, True, "Departamentos de línea"),
        ("Órganos de apoyo", False, True, "Órganos de apoyo"),
        ("As Comissões", False, True, "Comissões"),
        ("El/La Jefe/a", False, False, "Jefe/a"),
        ("la Estación", False, False, "Estación"),
    ],
)
def test_what_words_point_back_or_stand_for_many(name: str, points: bool, group: bool, bare: str) -> None:
    assert points_back(name) is points
    assert is_group(name) is group
    assert without_article(name) == bare
