"""Lists that are not of functions: they are passed over, and the functions around them are not lost."""

from __future__ import annotations

import pytest

from organica.domain.outline import PassedBecause
from organica.importer import read_text
from tests.importer.legal.makers import an_act, counted, doubted

FUNCTIONS = ("Artículo 2. Son funciones de la Oficina de Partes:", "a) Abrir.", "b) Cerrar.")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Artículo 1. El Consejo Directivo estará integrado por:", "a) El Alcalde;", "b) Dos vecinos."],
        ["Artículo 1. Conforman el Consejo los siguientes miembros:", "1. El Alcalde.", "2. Un vecino."],
        ["Artículo 1. El Consejo se compone de:", "- El Alcalde.", "- Un vecino."],
        ["Artículo 1. Constituyen recursos del Servicio:", "a) Los aportes;", "b) Las donaciones."],
        ["Artículo 1. El patrimonio del Servicio estará formado por:", "a) Los aportes;", "b) Sus bienes."],
        ["Artículo 1. Para los efectos de este reglamento se entenderá por:", "a) Carta: un escrito.", "b) Caja: un envase."],
        ["Artículo 1. Definiciones. Se entiende por:", "1. Carta: un escrito.", "2. Caja: un envase."],
        ["Artículo 1. Para ser Director se requiere cumplir los siguientes requisitos:", "a) Ser mayor de edad;", "b) Tener un título."],
        ["Artículo 1. El Director cesará por las siguientes causales:", "a) Renunciar;", "b) Fallecer."],
        ["Artículo 1. Este reglamento se rige por las siguientes normas legales:", "- Ley 1", "- Ley 2"],
        ["Artículo 1. El procedimiento tendrá las siguientes etapas:", "a) Presentar la carta;", "b) Sellar la carta."],
        ["Artículo 1. La gestión se sujetará a los siguientes principios:", "a) Probidad;", "b) Eficiencia."],
        ["Artículo 1. El Consejo celebrará dos tipos de sesiones:", "a) Ordinarias;", "b) Extraordinarias."],
        ["Artículo 1. Quedan sujetos a este decreto:", "a) Los ministerios;", "b) Los servicios."],
        ["Artículo 1. Las sanciones serán:", "a) Amonestar;", "b) Multar."],
    ],
)  # fmt: skip
def test_a_list_of_other_things_is_passed_over(paragraphs: list[str]) -> None:
    outline = read_text(an_act(*paragraphs, *FUNCTIONS))
    assert [(unit.name, len(unit.functions)) for unit in outline.units] == [("Oficina de Partes", 2)]
    assert doubted(outline) == []
    lines = {n for one in outline.passed_over for n in range(one.place.first_line, one.place.last_line + 1)}
    assert {5, 7} <= lines


def test_reasons_and_recitals_are_no_functions() -> None:
    text = "\n\n".join((
        "Reglamento de la Oficina", "VISTOS:", "a) Dictar normas conviene.", "b) Velar por el orden también.", "CONSIDERANDO:",
        "1. Dirigir es preciso.", an_act(*FUNCTIONS),
    ))  # fmt: skip
    outline = read_text(text)
    assert [(unit.name, len(unit.functions)) for unit in outline.units] == [("Oficina de Partes", 2)]
    assert [one.because for one in outline.passed_over][:2] == [PassedBecause.FRONT, PassedBecause.RECITALS]


def test_transitory_articles_give_no_functions() -> None:
    assert counted(
        *FUNCTIONS, "DISPOSICIONES TRANSITORIAS", "Artículo 1. El Alcalde deberá en el primer año:",
        "a) Nombrar al Director;", "b) Dictar el reglamento."
    ) == {"Oficina de Partes": 2}  # fmt: skip


def test_a_list_of_the_units_themselves_is_no_list_of_functions() -> None:
    text = an_act(
        "Artículo 1. La estructura orgánica del Servicio es la siguiente:", "1. Dirección General", "1.1 Oficina de Partes",
        "1.2 Oficina de Archivo", "2. Secretaría General", *FUNCTIONS,
    )  # fmt: skip
    outline = read_text(text)
    assert [(unit.name, unit.parent, len(unit.functions)) for unit in outline.units] == [
        ("Oficina de Partes", "Dirección General", 2)
    ]
    assert doubted(outline) == [
        "unit_not_described Dirección General",
        "unit_not_described Oficina de Archivo",
        "unit_not_described Secretaría General",
    ]


@pytest.mark.parametrize(
    ("paragraphs", "expected", "doubts"),
    [
        # Bullets under a title of functions that name sub-units: no functions.
        (["DIRECCIÓN DE OBRAS", "RESPONSABILIDAD PRIMARIA", "Hacer obras.", "ACCIONES", "1. Dirigir.",
          "UNIDADES DEPENDIENTES", "- Oficina de Planos", "- Oficina de Caminos"], {"DIRECCIÓN DE OBRAS": 1}, []),
        # What is only "deberá" is one of functions when its items say so and a unit is at hand.
        (["Artículo 1. Oficina de Partes. Su encargado deberá:", "a) Abrir cartas.", "b) Cerrar cartas."],
         {"Oficina de Partes": 2}, ["list_unclassified"]),
        (["Artículo 1. La solicitud deberá contener:", "a) El nombre.", "b) La fecha."], {}, []),
        # A list below a title of an article, without a sentence.
        (["Artículo 1. Oficina de Partes.", "a) Abrir cartas.", "b) Cerrar cartas."],
         {"Oficina de Partes": 2}, ["list_unclassified"]),
        # Nobody is named, and there is no body.
        (["Artículo 1. Las funciones serán las siguientes:", "a) Abrir cartas.", "b) Cerrar cartas."],
         {}, ["list_without_unit Las funciones serán las siguientes:"]),
        # Two units are named in one sentence, and of the second nothing else is said.
        (["Artículo 1. Habrá una Oficina de Partes y una Oficina de Cajas.", "Artículo 2. Son funciones de la Oficina de Partes:", "a) Abrir cartas."],
         {"Oficina de Partes": 1}, ["unit_not_described Oficina de Cajas"]),
        # Of the committees the title and the sentence speak together; the subject of the sentence is another.
        (["Créase el Instituto de Faros.", "Artículo 2. (Comités de Boyas).- El Instituto promoverá Comités de Boyas, cuyos miembros tendrán como cometidos:", "a) Abrir puertos.", "b) Cerrar puertos."],
         {"Comités de Boyas": 2}, ["several_units"]),
        # A list is announced and none comes.
        (["Artículo 1. Son funciones de la Oficina de Partes:", "Artículo 2. Otra cosa es aquí."], {}, ["empty_list"]),
    ],
)  # fmt: skip
def test_lists_of_which_the_sentence_says_little(
    paragraphs: list[str], expected: dict[str, int], doubts: list[str]
) -> None:
    assert counted(*paragraphs) == expected
    assert doubted(read_text(an_act(*paragraphs))) == doubts
