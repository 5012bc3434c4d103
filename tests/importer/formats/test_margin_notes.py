"""Margin notes of Ley Chile are parted from sentences, and no sentence loses a word."""

from __future__ import annotations

import pytest

from organica.importer.document import Line
from organica.importer.formats import document_of_bytes, document_of_text
from organica.importer.formats.margin_notes import parted
from tests.importer.formats.makers import a_pdf
from tests.support.growth import assert_grows_with_its_length

# (lines as printed, the sentence without notes, the notes by line), after Ley Chile.
NOTES = [
    (
        [
            "Artículo 27.- La unidad encargada de administración y D.F.L 1-19.704",
            "finanzas tendrá las siguientes funciones: ART. 27",
            "a) Asesorar al alcalde en la administración del personal D.O. 03.05.2002",
            "de la municipalidad. Además, deberá informar LEY Nº 20.033",
            "trimestralmente al concejo municipal sobre las ART. 5º Nº 3",
            "contrataciones de personal realizadas en el trimestre D.O. 01.07.2005",
            "anterior",
        ],
        [
            "Artículo 27.- La unidad encargada de administración y",
            "finanzas tendrá las siguientes funciones:",
            "a) Asesorar al alcalde en la administración del personal",
            "de la municipalidad. Además, deberá informar",
            "trimestralmente al concejo municipal sobre las",
            "contrataciones de personal realizadas en el trimestre",
            "anterior",
        ],
        [(1, "D.F.L 1-19.704"), (2, "ART. 27"), (3, "D.O. 03.05.2002"), (4, "LEY Nº 20.033"), (5, "ART. 5º Nº 3"), (6, "D.O. 01.07.2005")],
    ),
    (
        ["el que se regirá por", "Ley 20742", "Art. 1 N° 5 a)", "D.O. 01.04.2014", "esta ley."],
        ["el que se regirá por", "esta ley."],
        [(2, "Ley 20742"), (3, "Art. 1 N° 5 a)"), (4, "D.O. 01.04.2014")],
    ),
    (
        ["Fijar la planta.              Ley 20922", "b) Ordenar.                   Art. SEGUNDO N° 1 letra b)", "c) Cumplir.                   D.O. 25.05.2016"],
        ["Fijar la planta.", "b) Ordenar.", "c) Cumplir."],
        [(1, "Ley 20922"), (2, "Art. SEGUNDO N° 1 letra b)"), (3, "D.O. 25.05.2016")],
    ),
    (
        ["y el concejo. Ley 19602, Art. único Nº 1, letra a), D.O. 25.03.1999", "Sigue."],
        ["y el concejo.", "Sigue."],
        [(1, "Ley 19602, Art. único Nº 1, letra a), D.O. 25.03.1999")],
    ),
    (
        ["PROTECCION DE LOS DATOS PERSONALES                        Ley 21719", "Art. primero N° 1)", "El Congreso ha dado      D.O. 13.12.2024", "su aprobación"],
        ["PROTECCION DE LOS DATOS PERSONALES", "El Congreso ha dado", "su aprobación"],
        [(1, "Ley 21719"), (2, "Art. primero N° 1)"), (3, "D.O. 13.12.2024")],
    ),
    (
        ["Plan de Manejo, los productores Decreto 18,", "agrícolas. AGRICULTURA", "Asistencia técnica Art. PRIMERO N° 38), i", "2 bis. D.O. 07.11.2015"],
        ["Plan de Manejo, los productores", "agrícolas.", "Asistencia técnica", "2 bis."],
        [(1, "Decreto 18,"), (2, "AGRICULTURA"), (3, "Art. PRIMERO N° 38), i"), (4, "D.O. 07.11.2015")],
    ),
    (
        ["potencia neta. Decreto 70, ENERGÍA", "c) Horas. Art. único N° IV", "d) Otras. D.O. 05.06.2024"],
        ["potencia neta.", "c) Horas.", "d) Otras."],
        [(1, "Decreto 70, ENERGÍA"), (2, "Art. único N° IV"), (3, "D.O. 05.06.2024")],
    ),
    (
        ["La Contraloría DL 1.263", "controlará. D.O. 28.11.1975"],
        ["La Contraloría", "controlará."],
        [(1, "DL 1.263"), (2, "D.O. 28.11.1975")],
    ),
    (
        ["según lo dispuesto en la ley N° 18.575 LEY 19653", "y otras. Art. 2 N° 3 D.O. 14.12.1999"],
        ["según lo dispuesto en la ley N° 18.575", "y otras."],
        [(1, "LEY 19653"), (2, "Art. 2 N° 3 D.O. 14.12.1999")],
    ),
]  # fmt: skip

# Sentences that only look like notes: none may lose a word.
SENTENCES = [
    ["conforme a lo dispuesto en la LEY Nº 20.033", "y en sus modificaciones, publicadas en 2005."],
    ["conforme a la LEY Nº 20.033", "ART. 5º Nº 3", "y siguientes."],
    ["la Ley Nº 19.300 publicada en el D.O. 09.03.1994", "y su reglamento."],
    ["modifícase la Ley Nº 19.300, D.O. 09.03.1994", "en lo que sigue."],
    ["a que se refiere la Ley Nº 19.300 (D.O. 09.03.1994)", "y su reglamento."],
    ["Publíquese en el D.O. 03.05.2002"],
    ["lo señalado en la letra b) del", "artículo 5 de este cuerpo", "D.O. 03.05.2002"],
    ["el Decreto 458", "de 1975, que aprueba la ley", "general, fue publicado", "y rige desde entonces", "conforme al", "D.O. 13.04.1976"],
    ["Conforme a la Ley Nº 20.033", "", "D.O. 01.07.2005"],
    ["Resolución exenta 35", "D.O. sin fecha"],
    ["el MINISTERIO DE AGRICULTURA", "Art. 5", "D.O. 03.05.2002"],
    ["según el Decreto 18,", "de Agricultura, y el", "D.O. 03.05.2002"],
]  # fmt: skip


def lines_of(texts: list[str]) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(("printed", "sentence", "notes"), NOTES)
def test_a_note_is_parted_from_the_sentence(
    printed: list[str], sentence: list[str], notes: list[tuple[int, str]]
) -> None:
    found = parted(lines_of(printed))
    assert [line.text for line in found if not line.note] == sentence
    assert [(line.number, line.text) for line in found if line.note] == notes


@pytest.mark.parametrize("printed", [printed for printed, _sentence, _notes in NOTES])
def test_nothing_is_lost_with_a_note(printed: list[str]) -> None:
    found = parted(lines_of(printed))
    for number, text in enumerate(printed, 1):
        words = " ".join(line.text for line in found if line.number == number)
        assert words.split() == text.split()


@pytest.mark.parametrize("printed", SENTENCES)
def test_a_sentence_without_a_note_keeps_its_words(printed: list[str]) -> None:
    assert parted(lines_of(printed)) == tuple(lines_of(printed))


def test_what_a_line_that_was_all_note_opened_is_opened_by_the_next() -> None:
    lines = [
        Line("termina.", 1, opens=True),
        Line("Ley 20742 Art. 1 D.O. 01.04.2014", 2, opens=True, label="3"),
        Line("Comienza", 3),
    ]
    assert parted(lines) == (
        Line("termina.", 1, opens=True),
        Line("Ley 20742 Art. 1 D.O. 01.04.2014", 2, note=True),
        Line("Comienza", 3, opens=True, label="3"),
    )


@pytest.mark.parametrize(
    "piece", ["N° 1 ", "i ", "Art. 1 ", "letra a) ", "LEY 1 ", "ABC ", "1. ", "y ", "N°"]
)
def test_no_line_is_made_to_be_slow(piece: str) -> None:
    def made(times: int) -> list[Line]:
        long = piece * times
        return lines_of([f"Ley 1 {long}!", f"Art. 1 {long}!", f"{long} D.O. 01.01.2000"] * 60)

    assert_grows_with_its_length(made, parted, 480)


def test_notes_are_parted_in_a_pdf_too() -> None:
    printed = a_pdf([["Artículo 1.- Créase el    Ley 21074", "servicio.     D.O. 15.02.2018"]])
    assert [line.text for line in document_of_bytes(printed, "x").lines if line.note] == [
        "Ley 21074",
        "D.O. 15.02.2018",
    ]


def test_notes_are_parted_in_plain_text_too() -> None:
    lines = document_of_text("Artículo 1.- Créase el Ley 21074\nservicio. D.O. 15.02.2018").lines
    assert [(line.text, line.note) for line in lines] == [
        ("Artículo 1.- Créase el", False),
        ("Ley 21074", True),
        ("servicio.", False),
        ("D.O. 15.02.2018", True),
    ]
