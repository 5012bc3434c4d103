"""Markdown loses its marks and nothing else; its front matter becomes facts."""

from __future__ import annotations

import pytest

from organica.importer.document import Line
from organica.importer.errors import ReadRefused
from organica.importer.formats import document_of_text
from organica.importer.formats.markdown import document
from organica.importer.formats.markdown_inline import words_of
from tests.support.growth import assert_grows_with_its_length

# (as printed, text, all bold), after lines of real decrees.
FRAGMENTS = [
    ("Sin marcas", "Sin marcas", False),
    ("**Artículo 1.- Aprobación**", "Artículo 1.- Aprobación", True),
    ("**Artículo 3°.** *Funciones.* La Agencia ejercerá:", "Artículo 3°. Funciones. La Agencia ejercerá:", False),
    ("**Artículo 2°.***Creación de la Agencia.* Para", "Artículo 2°.Creación de la Agencia. Para", False),
    ("**Artículo 20*.***", "Artículo 20.", True),
    ("***-**", "-", False),
    ("**NOTA****: Esta Exposición**", "NOTA: Esta Exposición", True),
    ("***Todo***", "Todo", True),
    ("*cursiva*", "cursiva", False),
    ("**negrita** y *cursiva* y ***ambas***", "negrita y cursiva y ambas", False),
    ("el artículo 40 de la Ley 18.716. (*)", "el artículo 40 de la Ley 18.716. (*)", False),
    ("**Texto** dado (*) así", "Texto dado (*) así", False),
    ("Anexo IVb(*) y Vb(*)", "Anexo IVb(*) y Vb(*)", False),
    ("Director*", "Director*", False),
    ("* Nota del Director", "* Nota del Director", False),
    ("5 * 3 * 2", "5 * 3 * 2", False),
    (r"4\. Dirección", "4. Dirección", False),
    (r"\*literal\* y \[corchete\]", "*literal* y [corchete]", False),
    ("1. Proponer", "1. Proponer", False),
    ("a) Comprar", "a) Comprar", False),
    ("1. - Estudiar", "1. - Estudiar", False),
    ("- Gral. José de San Martín", "- Gral. José de San Martín", False),
    ("[**Ver Antecedentes**](#1)", "Ver Antecedentes", True),
    ("**[Enlace: (PDF).](https://ejemplo.invalid/a_(b).pdf)**", "Enlace: (PDF).", True),
    ('Decreto [Nº 94/012](https://ejemplo.invalid/94 "título") de 2012', "Decreto Nº 94/012 de 2012", False),
    ("![escudo](escudo.png) Ministerio", "escudo Ministerio", False),
    ("[IMG]", "[IMG]", False),
    ("texto [sic] y (nota)", "texto [sic] y (nota)", False),
    ("<https://ejemplo.invalid/x>", "https://ejemplo.invalid/x", False),
    ("uno<br>dos&nbsp;tres &amp; &desconocida;", "unodos\xa0tres & &desconocida;", False),
    ("_cursiva_ y __negrita__ y nombre_de_campo", "cursiva y negrita y nombre_de_campo", False),
    ("__Artículo 5__", "Artículo 5", True),
    ("Firma: ____________", "Firma: ____________", False),
    ("si a < b y c > d", "si a < b y c > d", False),
    ("`código`", "código", False),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "text", "bold"), FRAGMENTS)
def test_marks_go_and_words_stay(printed: str, text: str, bold: bool) -> None:
    words = words_of(printed)
    assert (words.text, words.bold) == (text, bold)


@pytest.mark.parametrize(
    ("printed", "text", "notes"),
    [
        ("a) Informar al Director[^1].", "a) Informar al Director.", ["1"]),
        ("a) Informar [^nota] al Director", "a) Informar al Director", ["nota"]),
        ("a) Informar al Director <sup>2</sup>.", "a) Informar al Director.", ["2"]),
        ("Ley N<sup>o</sup> 5 y 20 m<sup>2</sup>", "Ley No 5 y 20 m2", []),
        ("> si c > d", "si c > d", []),
        ("[^1]: Ver la ley.", None, ["[^1]: Ver la ley."]),
        ("Texto [sic] y [enlace](https://ejemplo.invalid)", "Texto [sic] y enlace", []),
    ],
)
def test_a_footnote_mark_is_a_note(printed: str, text: str | None, notes: list[str]) -> None:
    found = document(printed).lines
    assert [line.text for line in found if not line.note] == ([] if text is None else [text])
    assert [line.text for line in found if line.note] == notes


def test_lines_keep_the_numbers_of_the_file() -> None:
    text = "---\ntitle: Uno\n---\n\n# Título **primero** #\n> Citado\n\n---\n### Artículo 4\n\n| a | **b** |\n|---|:-:|\n***\n"
    assert document(text).lines == (
        Line("", 4),
        Line("Título primero", 5, heading=1, opens=True),
        Line("Citado", 6),
        Line("", 7),
        Line("", 8),
        Line("Artículo 4", 9, heading=3, opens=True),
        Line("", 10),
        Line("a", 11, opens=True, row=0, cell=0),
        Line("b", 11, bold=True, opens=True, row=0, cell=1),
        Line("", 12),
        Line("", 13),
        Line("", 14),
    )


def facts(matter: str) -> dict[str, str]:
    return dict(document_of_text(f"---\n{matter}\n---\nTexto.").facts)


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        (
            'title: "Ley"\nidentifier: DEC-1\nrank: decreto\npublication_date: \'1997-01-07\'\nenactment_date: 1996-12-23\n'
            "source: http://ejemplo.invalid\ndepartment: PODER EJECUTIVO\nofficial_number: 010\nyear: 1997\nstatus: in_force",
            {
                "title": "Ley", "kind": "decreto", "number": "010", "year": "1997", "published_on": "1997-01-07",
                "signed_on": "1996-12-23", "issuer": "PODER EJECUTIVO", "url": "http://ejemplo.invalid",
                "identifier": "DEC-1", "state": "in_force",
            },
        ),
        (
            'titulo: "DECRETO 4170"\nidentificador: "D-1"\nrango: decreto\nfecha_publicacion: "2011-11-03"\nfuente: http://b.invalid',
            {"title": "DECRETO 4170", "kind": "decreto", "published_on": "2011-11-03", "url": "http://b.invalid", "identifier": "D-1"},
        ),
        ("title: >-\n  Dos\n  líneas\npublication_date: ayer\nyear: 97", {"title": "Dos líneas"}),
        ("department: ANA RUIZ - LUIS PAZ\nsignatories: ANA RUIZ - LUIS PAZ", {}),
        ("title: [una, lista]", {}),
        ("title: 'sin cerrar", {}),
        ("title: " + "[" * 5_000, {}),
        ("a: &a [x, x]\nb: [*a, *a]\ntitle: *a", {}),
    ],
    ids=["english", "spanish", "folded", "signatories", "list", "broken", "deep", "aliases"],
)  # fmt: skip
def test_front_matter_becomes_facts_and_is_no_text(matter: str, expected: dict[str, str]) -> None:
    assert facts(matter) == expected


def test_malformed_front_matter_is_not_text_either() -> None:
    lines = document_of_text("---\ntitle: 'sin cerrar\n---\n# Texto").lines
    assert [(line.number, line.text) for line in lines] == [(4, "Texto")]


@pytest.mark.parametrize(
    "piece", ["*", "[", "[](", "<a", "`", "_x", "\\", "&", "**a*", "[a](b ", "<!--", "|", "> ", "# "]
)
def test_no_pile_of_marks_is_slow(piece: str) -> None:
    def pile(length: int) -> str:
        some_lines = [piece * (length // 20 // len(piece))] * 20
        return "# x\n" + "\n".join(some_lines) + "\n" + piece * length

    def read(text: str) -> None:
        try:
            document_of_text(text)
        except ReadRefused as refused:
            # Piles of open tags are taken for a page, whose depth is bounded.
            assert refused.code == "document_too_complex"  # noqa: PT017

    assert_grows_with_its_length(pile, read, 200_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a | b |\n---|---|\nc | d\n\ne | f", [("a", 0, 0), ("b", 0, 1), ("c", 1, 0), ("d", 1, 1), ("e | f", None, None)]),
        ("| a | | b |", [("a", 0, 0), ("b", 0, 2)]),
        ("| a |\n|---|\n| uno<br>dos<BR /> |", [("a", 0, 0), ("uno", 1, 0), ("dos", 1, 0)]),
        ("| a |\n\n| b |", [("a", 0, 0), ("b", 0, 0)]),
    ],
)  # fmt: skip
def test_lines_know_their_row_and_column(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert [(line.text, line.row, line.cell) for line in document(text).lines if line.text] == expected
