"""A page becomes the lines that its reader sees, under the numbers of its source."""

from __future__ import annotations

import pytest

from organica.importer.document import Line
from organica.importer.formats import document_of_text
from organica.importer.formats.numbering import numbered, repeated_letter

PAGE = """<!doctype html>
<html><head><title>Estructura
 orgánica</title><link rel="canonical" href="https://ejemplo.invalid/a">
<style>p { color: red }</style></head>
<body>
<nav><ul><li>Inicio</li></ul></nav><header><h1>Sitio</h1></header>
<main>
<header><h2>Departamento de <b>Compras</b></h2></header>
<p><strong>Objetivo:</strong> comprar
   bien y <i>a tiempo</i>.</p>
<p><b>Funciones</b></p>
<ol type="a"><li>Comprar</li>
<li><p>Pagar</p><p>a tiempo</p>
  <ol reversed><li>Uno</li><li>Dos</li></ol></li></ol>
<table><tr><th>N°</th><td>Función&nbsp;1</td></tr>
<tr><td>2</td><td></td><td>Última</td></tr></table>
<script>var x = "<p>no</p>"</script><p hidden>no</p><div style="display: none">no</div><!-- no -->
Suelto</main>
<aside>Noticias</aside><footer>Teléfono</footer></body></html>"""


def test_a_page_gives_its_blocks_with_their_lines() -> None:
    document = document_of_text(PAGE)
    assert document.blocks
    assert document.doubts == ()
    assert document.facts == {"title": "Estructura orgánica", "url": "https://ejemplo.invalid/a"}
    assert document.lines == (
        Line("Departamento de Compras", 8, heading=2, opens=True),
        Line("Objetivo: comprar bien y a tiempo.", 9, opens=True),
        Line("Funciones", 11, bold=True, opens=True),
        Line("Comprar", 12, opens=True, label="a"),
        Line("Pagar", 13, opens=True, label="b"),
        Line("a tiempo", 13, opens=True),
        Line("Uno", 14, opens=True, label="2"),
        Line("Dos", 14, opens=True, label="1"),
        Line("N°", 15, bold=True, opens=True, row=0, cell=0),
        Line("Función\u00a01", 15, opens=True, row=0, cell=1),
        Line("2", 16, opens=True, row=1, cell=0),
        Line("Última", 16, opens=True, row=1, cell=2),
        Line("Suelto", 18, opens=True),
    )


def lines(body: str) -> list[tuple[str, bool, str | None]]:
    document = document_of_text(f"<html><body>{body}</body></html>")
    return [(line.text, line.opens, line.label) for line in document.lines]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<ol><li>x</li><li>y</li></ol>', ["1", "2"]),
        ('<ol start="5"><li>x</li><li value="9">y</li><li>z</li></ol>', ["5", "9", "10"]),
        ('<ol type="A" start="26"><li>x</li><li>y</li></ol>', ["Z", "AA"]),
        ('<ol type="i" start="3"><li>x</li><li>y</li></ol>', ["iii", "iv"]),
        ('<ol style="list-style-type: upper-roman"><li>x</li></ol>', ["I"]),
        ('<ol style="list-style: none"><li>a) x</li></ol>', [None]),
        ('<ol type="a" reversed><li>x</li><li>y</li></ol>', ["b", "a"]),
        ('<ol start="muchos"><li type="a">x</li></ol>', ["a"]),
        ('<ol type="a" start="0"><li>x</li></ol>', ["0"]),
        ("<ul><li>x</li></ul>", ["•"]),
        ('<ul style="list-style:none"><li>x</li></ul>', [None]),
        ("<li>x</li>", [None]),
        ("<ol><li></li><li>y</li></ol>", ["2"]),
    ],
)  # fmt: skip
def test_lists_are_numbered_as_a_browser_prints_them(body: str, expected: list[str | None]) -> None:
    assert [label for _text, _opens, label in lines(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<dl><dt>I.</dt><dd>Abrir;</dd> <dt>II.</dt> <dd>Cerrar.</dd></dl>", ["I. Abrir;", "II. Cerrar."]),
        ("<dl><dt>a)</dt><dd><p>Abrir</p></dd></dl>", ["a) Abrir"]),
        ("<dl><dt>Caja</dt><dd>Donde se paga.</dd></dl>", ["Caja", "Donde se paga."]),
        ("<dl><dt>1.</dt></dl><p>Aparte</p>", ["1.", "Aparte"]),
    ],
)
def test_a_term_that_is_a_label_stands_before_its_words(body: str, expected: list[str]) -> None:
    assert [text for text, _opens, _label in lines(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a) Uno;<br>b) Dos.</p>", [("a) Uno;", True), ("b) Dos.", True)]),
        ("<p>el Ministerio de<br>Hacienda, que<br>resuelve</p>", [("el Ministerio de", True), ("Hacienda, que", False), ("resuelve", False)]),
        ("<p>Jefatura<br>Unidad de Apoyo</p>", [("Jefatura", True), ("Unidad de Apoyo", True)]),
        ("<p>texto que no acaba<br><br>sigue</p>", [("texto que no acaba", True), ("sigue", True)]),
        ("<pre>uno\n\ndos\n  que sigue</pre>", [("uno", True), ("dos", True), ("que sigue", False)]),
    ],
)  # fmt: skip
def test_a_break_goes_on_with_a_sentence_or_opens_a_block(
    body: str, expected: list[tuple[str, bool]]
) -> None:
    assert [(text, opens) for text, opens, _label in lines(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<form id="aspnetForm"><p>Todo el texto de la norma</p><input value="x"></form><p>Pie</p>', ["Todo el texto de la norma", "Pie"]),
        ("<form>Buscar</form><p>Texto de la norma</p>", ["Texto de la norma"]),
        ('<div role="navigation">Menú</div><p>Texto de la norma</p>', ["Texto de la norma"]),
        ("<article><header><h1>Norma</h1></header><p>Texto</p><footer>Firma</footer></article>", ["Norma", "Texto", "Firma"]),
        ("<header>Cabecera</header><p>Texto de la norma</p><footer>Pie de página</footer>", ["Texto de la norma"]),
        ("<p>Uno<nav>menú</nav>dos tres cuatro</p>", ["Uno", "dos tres cuatro"]),
        ("<nav>a</nav> cola del texto largo", ["cola del texto largo"]),
        ("<noscript>no</noscript><select><option>no</option></select><p aria-hidden='true'>no</p><p>sí</p>", ["sí"]),
        ("<p>sin cerrar<p>otro<div>más", ["sin cerrar", "otro", "más"]),
        ("<b><p>negrita</b> y no</p>", ["negrita y no"]),
    ],
)  # fmt: skip
def test_only_what_is_the_text_of_the_page_is_read(body: str, expected: list[str]) -> None:
    assert [text for text, _opens, _label in lines(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected", "notes"),
    [
        ("<p>Informar al Director<sup>1</sup>.</p>", ["Informar al Director."], ["1"]),
        ("<p>Informar al Director <sup><a href='#n'>[12]</a></sup> de Obras</p>", ["Informar al Director de Obras"], ["[12]"]),
        ("<p>Informar<sup>*</sup>; dirigir<sup> 2 </sup></p><p>Mandar</p>", ["Informar; dirigir", "Mandar"], ["*", "2"]),
        ("<p>la Ley 9<sup>3</sup> vigente</p>", ["la Ley 9 vigente"], ["3"]),
        ("<p>Ley N<sup>o</sup> 5, 20 m<sup>2</sup>, 3km<sup>2</sup>, 10<sup>6</sup>, 5<sup>a</sup> y 5<sup>°</sup></p>",
         ["Ley No 5, 20 m2, 3km2, 106, 5a y 5°"], []),
        ("<p><sup>1</sup> Ver la ley.</p>", ["1 Ver la ley."], []),
        ("<p>el Ministerio de<sup>1</sup><br>Hacienda</p>", ["el Ministerio de", "Hacienda"], ["1"]),
        ("<p>Uno <sup style='font-weight:bold'>1</sup>dos <b>tres</b></p>", ["Uno dos tres"], ["1"]),
    ],
)  # fmt: skip
def test_a_raised_footnote_mark_is_a_note(body: str, expected: list[str], notes: list[str]) -> None:
    found = document_of_text(f"<html><body>{body}</body></html>", "pagina.html").lines
    assert [line.text for line in found if not line.note] == expected
    assert [line.text for line in found if line.note] == notes


def test_a_style_may_say_that_a_line_is_bold() -> None:
    document = document_of_text(
        '<p style="font-weight:700">Unidad</p><p><b>Unidad</b>: texto</p><p><b>A</b> <b>B</b></p>'
    )
    assert [line.bold for line in document.lines] == [True, False, True]


@pytest.mark.parametrize(
    ("number", "style", "label"),
    [
        (1, "a", "a"),
        (27, "a", "aa"),
        (52, "A", "AZ"),
        (1994, "i", "mcmxciv"),
        (4000, "I", "4000"),
        (0, "a", "0"),
        (7, "1", "7"),
    ],
)
def test_numbers_are_written_in_each_style(number: int, style: str, label: str) -> None:
    assert numbered(number, style) == label


def test_word_processors_repeat_the_letter_after_z() -> None:
    assert [repeated_letter(number, "a") for number in (1, 26, 27, 53, 0)] == ["a", "z", "aa", "aaa", "0"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", [("a", 0, 0), ("b", 0, 1), ("c", 1, 1)]),
        ("<table><tr><td colspan=2>a<td>b</table>", [("a", 0, 0), ("b", 0, 2)]),
        ("<table><tr><td>a<p>b</p><td><td>c</table>d", [("a", 0, 0), ("b", 0, 0), ("c", 0, 2), ("d", None, None)]),
        ("<table><tr><td>a<table><tr><td>b<tr><td>c</table>d</table>", [("a", 0, 0), ("b", 0, 0), ("c", 1, 0), ("d", 0, 0)]),
        ("<table><caption>t</caption><tr><td rowspan=9999999 colspan=9999999>a</table>", [("t", None, None), ("a", 0, 0)]),
        ("<p>a</p>", [("a", None, None)]),
    ],
)  # fmt: skip
def test_lines_know_their_row_and_column(
    body: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    document = document_of_text(f"<html><body>{body}</body></html>")
    assert [(line.text, line.row, line.cell) for line in document.lines] == expected
