"""What a text says that is nothing of units: every such line is told, with the reason why it was left out."""

from __future__ import annotations

from organica.domain.outline import PassedBecause
from organica.importer import read_text
from tests.importer.legal.makers import doubted

TEXT = """\
GACETA DE FAROS

Reglamento de la Oficina de Partes

VISTOS: lo que dice la ley,

CONSIDERANDO: que conviene abrir cartas,

DECRETA:

CAPÍTULO I

Disposiciones generales

Artículo 1. Este reglamento rige en todo el país.

Artículo 2. El Consejo estará integrado por:

a) El Alcalde;

b) Un vecino.

(Artículo sustituido por la Ley N° 9)

Artículo 3. Son funciones de la Oficina de Partes:

a) Abrir cartas.

b) Cerrar cartas.

(Letra b) modificada por la Ley N° 9)

Artículo 4. El Consejo se reúne los lunes.

Comuníquese y archívese.
"""


def test_each_line_that_was_passed_over_has_its_reason() -> None:
    outline = read_text(TEXT)
    lines = TEXT.split("\n")
    told = [
        (one.because, lines[one.place.first_line - 1][:12], lines[one.place.last_line - 1][:12])
        for one in outline.passed_over
    ]
    assert told == [
        (PassedBecause.FRONT, "GACETA DE FA", "Reglamento d"),
        (PassedBecause.RECITALS, "VISTOS: lo q", "CONSIDERANDO"),
        (PassedBecause.HEADINGS, "DECRETA:", "Disposicione"),
        (PassedBecause.OTHER_MATTERS, "Artículo 1. ", "Artículo 2. "),
        (PassedBecause.OTHER_LISTS, "a) El Alcald", "b) Un vecino"),
        (PassedBecause.NOTES, "(Artículo su", "(Artículo su"),
        (PassedBecause.NOTES, "(Letra b) mo", "(Letra b) mo"),
        (PassedBecause.OTHER_MATTERS, "Artículo 4. ", "Artículo 4. "),
        (PassedBecause.SIGNATURES, "Comuníquese ", "Comuníquese "),
    ]


def test_a_name_of_which_nothing_is_said_is_only_a_heading() -> None:
    outline = read_text(TEXT.replace("Disposiciones generales", "De la Oficina de Archivo"))
    assert [unit.name for unit in outline.units] == ["Oficina de Partes"]
    assert outline.passed_over[2].because is PassedBecause.HEADINGS


def test_a_duty_outside_the_lists_of_a_unit_is_doubted_once() -> None:
    text = TEXT.replace(
        "Artículo 4.",
        "Además, deberá informar al Alcalde cada lunes.\n\nLa Oficina de Partes deberá guardar copias.\n\nArtículo 4.",
    )
    assert doubted(read_text(text)) == ["unread_text Además, deberá informar al Alcalde cada lunes."]


def test_what_a_unit_must_be_or_how_it_meets_is_no_duty() -> None:
    text = TEXT.replace(
        "Artículo 4.",
        "Su encargado deberá ser abogado.\n\nLa Oficina deberá reunirse los lunes.\n\nArtículo 4.",
    )
    assert doubted(read_text(text)) == []


def test_what_is_said_of_several_units_is_kept_when_they_have_a_list() -> None:
    said = "Artículo 5. Los Órganos Desconcentrados son responsables de velar por las cartas en cada puerto."
    listed = (
        "Artículo 6. Los Órganos Desconcentrados tienen las siguientes funciones:\n\na) Velar.\n\nb) Sellar."
    )
    [office, organs] = read_text(TEXT.replace("Artículo 4.", f"{said}\n\n{listed}\n\nArtículo 4.")).units
    assert (office.name, office.objective) == ("Oficina de Partes", None)
    assert (organs.name, organs.objective) == ("Órganos Desconcentrados", said.removeprefix("Artículo 5. "))
    alone = read_text(TEXT.replace("Artículo 4.", f"{said}\n\nArtículo 4."))
    assert [unit.name for unit in alone.units] == ["Oficina de Partes"]


def test_a_sentence_may_say_what_for_and_announce_the_members() -> None:
    said = "Artículo 5. El Comité de Ética es una instancia encargada de asesorar y estará conformado por:"
    outline = read_text(
        TEXT.replace("Artículo 4.", f"{said}\n\n1. El Alcalde.\n\n2. Un vecino.\n\nArtículo 4.")
    )
    assert [(unit.name, unit.objective, len(unit.functions)) for unit in outline.units] == [
        ("Oficina de Partes", None, 2),
        ("Comité de Ética", said.removeprefix("Artículo 5. "), 0),
    ]


def test_a_unit_that_only_a_sentence_brings_in_is_doubted() -> None:
    said = "Artículo 5. Existirá una Unidad de Faros, que dependerá del Alcalde y velará por los puertos."
    outline = read_text(TEXT.replace("Artículo 4.", f"{said}\n\nArtículo 4."))
    assert [(unit.name, unit.objective) for unit in outline.units] == [
        ("Oficina de Partes", None),
        ("Unidad de Faros", said.removeprefix("Artículo 5. ")),
    ]
    assert doubted(outline) == ["described_in_prose"]


def test_who_is_in_a_unit_is_not_what_it_is_for() -> None:
    said = "Artículo 5. Habrá un Comité de Ética, integrado por tres vecinos."
    outline = read_text(TEXT.replace("Artículo 4.", f"{said}\n\nArtículo 4."))
    assert [(unit.name, unit.objective) for unit in outline.units] == [
        ("Oficina de Partes", None),
        ("Comité de Ética", None),
    ]


def test_what_a_lead_says_in_general_is_what_the_unit_is_for() -> None:
    said = "Corresponde al Directorio la administración de los faros"
    lead = f"Artículo 5. {said} y, en especial:\n\na) Encender.\n\nb) Apagar."
    units = read_text(TEXT.replace("Artículo 4.", f"{lead}\n\nArtículo 4.")).units
    assert [(unit.name, unit.objective, len(unit.functions)) for unit in units] == [
        ("Oficina de Partes", None, 2),
        ("Directorio", said, 2),
    ]
