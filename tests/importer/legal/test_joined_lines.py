"""Lines that belong to one sentence: wrapped, interrupted by pages, abbreviated, hyphenated."""

from __future__ import annotations

import pytest

from organica.importer.document import Document, Line
from organica.importer.passages import passages


def joined(text: str) -> list[str]:
    lines = tuple(Line(line.strip(), number) for number, line in enumerate(text.split("\n"), 1))
    return [one.text for one in passages(Document("txt", lines))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Hard wraps, without and with a blank line between.
        ("La Oficina de Partes recibe todas\nlas cartas del municipio y las\nguarda.", ["La Oficina de Partes recibe todas las cartas del municipio y las guarda."]),
        ("a) Recibir todas las cartas del\n\nmunicipio y guardar las que\n\nno tengan destinatario.\n\nb) Sellar.",
         ["a) Recibir todas las cartas del municipio y guardar las que no tengan destinatario.", "b) Sellar."]),
        # A sentence that ends at the end of a line ends its passage.
        ("a) Recibir.\nb) Sellar.", ["a) Recibir.", "b) Sellar."]),
        ("La Oficina recibe cartas.\nEl Director las firma.", ["La Oficina recibe cartas.", "El Director las firma."]),
        # Page numbers and running heads in the middle of a sentence go, when blank lines set them apart.
        ("a) Recibir todas las cartas y\n\n- 12 -\n\nguardar las cajas.", ["a) Recibir todas las cartas y guardar las cajas."]),
        ("a) Recibir todas las cartas y\n\nPágina 12 de 40\n\nguardar las cajas.", ["a) Recibir todas las cartas y guardar las cajas."]),
        ("a) Recibir todas las cartas y\n12\nguardar las cajas.", ["a) Recibir todas las cartas y 12 guardar las cajas."]),
        ("\n".join(f"{one}) Recibir\nlas cartas que\n\nGACETA DE FAROS {n}\n\nlleguen\nal municipio." for n, one in enumerate("abcd", 1)),
         [f"{one}) Recibir las cartas que lleguen al municipio." for one in "abcd"]),
        # What comes back at the ends of sentences may be text.
        ("Uno.\n\nGACETA\n\nDos.\n\nGACETA\n\nTres.\n\nGACETA\n\nCuatro.", ["Uno.", "GACETA", "Dos.", "GACETA", "Tres.", "GACETA", "Cuatro."]),
        # A table of contents.
        ("CAPÍTULO I ........ 3\nCAPÍTULO II ........ 9\nCAPÍTULO I", ["CAPÍTULO I"]),
        # Abbreviations end no sentence.
        ("La Oficina aplica lo que manda el art.\n5 de la ley y el D.S.\nN° 9 del año.", ["La Oficina aplica lo que manda el art. 5 de la ley y el D.S. N° 9 del año."]),
        ("Será presidido por el Dr.\nJuan Faro Luz, o quien lo reemplace.", ["Será presidido por el Dr. Juan Faro Luz, o quien lo reemplace."]),
        # A soft hyphen parts a word, a hard one may be its own.
        ("La administra\u00ad\nción de cartas.", ["La administración de cartas."]),
        # References at the beginning of a line are no items.
        ("La Oficina hará lo que mandan las letras a) y\nb) del artículo anterior de esta ley.", ["La Oficina hará lo que mandan las letras a) y", "b) del artículo anterior de esta ley."]),
        ("La Oficina hará lo que manda el inciso\n5. de la ley de cartas y cajas.", ["La Oficina hará lo que manda el inciso 5. de la ley de cartas y cajas."]),
        # A sentence goes on with the number that its last word needs, or with a number and a small letter.
        ("Ejercer lo suyo conforme al artículo\n25 de la Ley N° 9.", ["Ejercer lo suyo conforme al artículo 25 de la Ley N° 9."]),
        ("Ejercer lo suyo conforme al artículo\n1° de la Ley N° 9.", ["Ejercer lo suyo conforme al artículo 1° de la Ley N° 9."]),
        ("Ejercer lo suyo según el artículo\n3 fracción II", ["Ejercer lo suyo según el artículo 3 fracción II"]),
        ("El cuadro de la página\n12", ["El cuadro de la página 12"]),
        ("Informe anual sobre el cuidado de\n\n25 faros", ["Informe anual sobre el cuidado de", "25 faros"]),
        ("Informe anual del cuidado ordinario\n25 faros y boyas", ["Informe anual del cuidado ordinario 25 faros y boyas"]),
        ("Dado en el Salón de Sesiones, Puerto Faro\n25 de marzo de 2020", ["Dado en el Salón de Sesiones, Puerto Faro", "25 de marzo de 2020"]),
        ("Planta\n3 choferes\n4 guardias", ["Planta", "3 choferes", "4 guardias"]),
        ("CAPÍTULO\n12", ["CAPÍTULO", "12"]),
        # A heading ends where its capitals do.
        ("DIRECCIÓN DE OBRAS\nLa Dirección hace obras.", ["DIRECCIÓN DE OBRAS", "La Dirección hace obras."]),
        ("DIRECCIÓN DE OBRAS\nY DE CAMINOS\nLa Dirección hace obras.", ["DIRECCIÓN DE OBRAS Y DE CAMINOS", "La Dirección hace obras."]),
        ("DIRECCIÓN DE OBRAS\nOFICINA DE PLANOS", ["DIRECCIÓN DE OBRAS", "OFICINA DE PLANOS"]),
        ("FUNCIONES\nRecibir cartas.", ["FUNCIONES", "Recibir cartas."]),
        ("Artículo 7\nSon funciones de la Oficina:", ["Artículo 7", "Son funciones de la Oficina:"]),
        # Two articles that an extraction put on one line.
        ("CAPITULO II Bienes ARTICULO 6o.- La Oficina tiene cajas.", ["CAPITULO II Bienes", "ARTICULO 6o.- La Oficina tiene cajas."]),
        # Quotes hold their sentences together.
        ("Sustitúyese por lo siguiente: “La Oficina abre.\nTambién cierra.”", ["Sustitúyese por lo siguiente: “La Oficina abre. También cierra.”"]),
        ("a)\nRecibir cartas.", ["a) Recibir cartas."]),
        ("a)\n\nRecibir cartas.\n\nb)\n\nSellar.", ["a) Recibir cartas.", "b) Sellar."]),
    ],
)  # fmt: skip
def test_lines_are_joined_into_what_was_written_as_one(text: str, expected: list[str]) -> None:
    assert joined(text) == expected


def test_a_passage_knows_all_its_lines() -> None:
    lines = tuple(
        Line(text, n)
        for n, text in enumerate(["a) Recibir todas las cartas y", "", "- 12 -", "", "guardar cajas."], 5)
    )
    [one] = passages(Document("txt", lines))
    assert (one.place.first_line, one.place.last_line) == (5, 9)


def test_a_format_that_gives_blocks_says_itself_what_belongs_together() -> None:
    lines = (
        Line("Recibir las cartas.", 1, opens=True),
        Line("Y guardarlas.", 2),
        Line("Sellar.", 3, opens=True),
    )
    assert [one.text for one in passages(Document("html", lines, blocks=True))] == [
        "Recibir las cartas. Y guardarlas.",
        "Sellar.",
    ]
