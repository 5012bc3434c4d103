"""The table of powers that the Chilean transparency law has published, in each layout; every body is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organica.domain.outline import Outline, OutlineSort, OutlineUnit
from organica.importer.document import Document, Line
from organica.importer.formats import document_of_bytes, document_of_text
from organica.importer.passages import passages
from organica.importer.transparency_table import table_outline
from tests.importer.formats.makers import a_docx, a_paragraph
from tests.support.growth import assert_grows_with_its_length

HEADS = (
    "Unidad u órgano interno",
    "Descripción de las facultades, funciones y atribuciones",
    "Artículos de la ley, reglamento, u otro acto administrativo, que las otorgó",
    "Fecha de publicación, si corresponde",
    "Enlace a la publicación o archivo del texto íntegro y actualizado",
    "Fecha de última modificación (dd/mm/aaaa)",
)
ROWS = (
    ("01.- Alcalde/sa", "Tendrá las siguientes atribuciones: a) Dictar bandos; b) Otorgar permisos.",
     "Artículo 63, Ley 18.695", "26/07/2006", "Enlace", "Sin modificación"),
    ("01.- Alcalde/sa", "c) Comprar bienes muebles.", "Artículo 64, Ley 18.695", "26/07/2006", "Enlace", "27/02/2019"),
    ("4.1 Dirección de Faros", "La Dirección de Faros es la unidad que cuida los faros.", "Decreto exento N° 12", "05/03/2019", "Ver", "-"),
    ("4.1 Dirección de Faros", "Encender los faros.", "Reglamento Interno", "", "", ""),
)  # fmt: skip


def of(document: Document) -> Outline | None:
    return table_outline(document, passages(document))


def outline(text: str) -> Outline:
    found = of(document_of_text(text))
    assert found is not None
    return found


def html(*rows: tuple[str, ...]) -> str:
    printed = "\n".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (HEADS, *rows)
    )
    return f"<html><body><h1>Municipalidad de Puerto Ficticio</h1>\n<table>{printed}</table></body></html>"


def markdown(*rows: tuple[str, ...]) -> str:
    # A blank first cell needs the bar that the others go without.
    lines = [("" if row[0] else "| ") + " | ".join(row) + " |" for row in rows]
    return "\n".join(
        ("# Municipalidad de Puerto Ficticio", "", " | ".join(HEADS) + " |", "---|" * len(HEADS), *lines)
    )


def docx(*rows: tuple[str, ...]) -> bytes:
    table = "".join(
        "<w:tr>" + "".join(f"<w:tc>{a_paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    heads = "<w:tr>" + "".join(f"<w:tc>{a_paragraph(head)}</w:tc>" for head in HEADS) + "</w:tr>"
    return a_docx(a_paragraph("Municipalidad de Puerto Ficticio") + f"<w:tbl>{heads}{table}</w:tbl>")


def copied(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> str:
    """The table as people copy it: a cell a line, nothing where a cell is blank."""
    cells = [cell for row in rows for cell in row if cell]
    return "\n".join(("Logo", "", "Municipalidad de Puerto Ficticio", *heads, *cells))


LAYOUTS = {
    "html": lambda: of(document_of_text(html(*ROWS))),
    "markdown": lambda: of(document_of_text(markdown(*ROWS))),
    "docx": lambda: of(document_of_bytes(docx(*ROWS), "x.docx")),
    "copied": lambda: of(document_of_text(copied(*ROWS))),
}


def functions(unit: OutlineUnit) -> list[tuple[str | None, str, str | None]]:
    return [(one.label, one.text, one.provision) for one in unit.functions]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_gives_the_units_with_the_source_of_each_function(layout: str) -> None:
    found = LAYOUTS[layout]()
    assert found is not None
    mayor, lights = found.units
    assert found.body == "Municipalidad de Puerto Ficticio"
    assert (mayor.name, mayor.sort, mayor.objective) == ("Alcalde/sa", OutlineSort.POST, None)
    assert functions(mayor) == [
        ("a", "Dictar bandos;", "Artículo 63, Ley 18.695"),
        ("b", "Otorgar permisos.", "Artículo 63, Ley 18.695"),
        ("c", "Comprar bienes muebles.", "Artículo 64, Ley 18.695"),
    ]
    assert (lights.name, lights.sort) == ("Dirección de Faros", OutlineSort.UNIT)
    assert lights.objective == "La Dirección de Faros es la unidad que cuida los faros."
    assert lights.provision == "Decreto exento N° 12"
    assert functions(lights) == [(None, "Encender los faros.", "Reglamento Interno")]
    assert [(one.kind, one.number, one.role, one.date) for one in found.sources] == [
        ("ley", "18695", "cited", "2006-07-26"),
        ("decreto_exento", "12", "cited", "2019-03-05"),
    ]
    assert [(one.code.value, one.printed) for one in found.doubts] == [
        ("parent_unstated", None),
        ("unread_source", "Reglamento Interno"),
    ]


def test_the_columns_of_a_table_are_told_by_their_heads_and_not_by_their_place() -> None:
    text = (
        "| N° | Fuente legal | Unidad u órgano interno | Funciones y atribuciones |\n|---|---|---|---|\n"
        "| 1 | Ley 18.695 | Oficina de Partes | Recibir cartas. |"
    )
    (unit,) = outline(text).units
    assert (unit.name, functions(unit)) == ("Oficina de Partes", [(None, "Recibir cartas.", "Ley 18.695")])


def test_a_cell_over_several_rows_names_the_unit_of_each() -> None:
    row = "<tr><td rowspan=2>Oficina de Partes</td><td>Recibir cartas.</td><td>Ley 1</td></tr>"
    more = "<tr><td>Enviar cartas.</td><td>Ley 2</td></tr>"
    heads = "".join(f"<th>{head}</th>" for head in HEADS[:3])
    (unit,) = outline(f"<table><tr>{heads}</tr>{row}{more}</table>").units
    assert functions(unit) == [(None, "Recibir cartas.", "Ley 1"), (None, "Enviar cartas.", "Ley 2")]


def test_a_cell_of_several_lines_gives_its_items() -> None:
    text = markdown(("Oficina de Partes", "Funciones:<br>1. Recibir.<br>2. Enviar.", "Ley 1", "", "", ""))
    (unit,) = outline(text).units
    assert [(one.label, one.text) for one in unit.functions] == [("1", "Recibir."), ("2", "Enviar.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Run-in labels, as Portal Transparencia prints them.
        ("1.     Recibir cartas. 2.     Enviar cartas.", [("1", "Recibir cartas."), ("2", "Enviar cartas.")]),
        ("a. Recibir; b. Enviar", [("a", "Recibir;"), ("b", "Enviar")]),
        ("1.- la recepción, en los casos de los números 2, 3 y 4; 2.- la salida", [("1", "la recepción, en los casos de los números 2, 3 y 4;"), ("2", "la salida")]),
        # An acronym behind the point.
        ("1. Presidir el comité. (COTEA) 2. Enviar cartas.", [("1", "Presidir el comité. (COTEA)"), ("2", "Enviar cartas.")]),
        # Citations of letters are no items.
        ("a) Delegar, salvo lo de las letras b) y c) de la ley; b) Enviar.", [("a", "Delegar, salvo lo de las letras b) y c) de la ley;"), ("b", "Enviar.")]),
        # One label alone makes no list.
        ("Recibir cartas. a) Así dice la hoja.", [(None, "Recibir cartas. a) Así dice la hoja.")]),
        ("Recibir cartas.", [(None, "Recibir cartas.")]),
    ],
)  # fmt: skip
def test_the_text_of_a_row_gives_its_functions(text: str, expected: list[tuple[str | None, str]]) -> None:
    (unit,) = outline(html(("Oficina de Partes", text, "Ley 1", "", "", ""))).units
    assert [(one.label, one.text) for one in unit.functions] == expected


def test_lists_of_one_unit_are_told_apart_by_the_words_before_them() -> None:
    found = outline(
        html(
            ("Alcalde", "El Alcalde tendrá las siguientes atribuciones: a) Dictar bandos; b) Comprar.", "Ley 1", "", "", ""),
            ("Alcalde", "Requerirá acuerdo del Concejo para: a) Aprobar el plan; b) Vender.", "Ley 2", "", "", ""),
        )
    )  # fmt: skip
    (unit,) = found.units
    assert [(one.label, one.list) for one in unit.functions] == [
        ("a", "El Alcalde tendrá las siguientes atribuciones"),
        ("b", "El Alcalde tendrá las siguientes atribuciones"),
        ("a", "Requerirá acuerdo del Concejo para"),
        ("b", "Requerirá acuerdo del Concejo para"),
    ]


def test_an_article_inside_the_cell_is_the_provision_where_the_row_gives_none() -> None:
    text = "Artículo 7.- La Oficina tiene como objetivo servir. Artículo 8.- Sus funciones serán las siguientes: 1. Recibir. 2. Enviar."
    (unit,) = outline(copied(("Oficina de Partes", text))).units
    assert unit.objective == "Artículo 7.- La Oficina tiene como objetivo servir."
    assert functions(unit) == [("1", "Recibir.", "Artículo 8"), ("2", "Enviar.", "Artículo 8")]


@pytest.mark.parametrize(
    ("line", "unit", "text", "provision"),
    [
        ("01. Presidente1.- La representación del Fisco; 2.- la dirección", "Presidente", "La representación del Fisco;", None),
        ("Alcalde El Alcalde dicta bandos. Artículo 63, Ley 18.695 26/07/2006 Enlace 27/02/2019", "Alcalde", "El Alcalde dicta bandos.", "Artículo 63, Ley 18.695"),
        ("ALCALDEEl Alcalde dicta bandos.Artículo 63 Ley 18.695", "ALCALDE", "El Alcalde dicta bandos.", "Artículo 63 Ley 18.695"),
        # What the columns of year and month hold.
        ("xALCALDÍA Artículo 63.- El alcalde tendrá las siguientes atribuciones:\na) Dictar bandos;", "ALCALDÍA", "Dictar bandos;", "Artículo 63"),
    ],
)  # fmt: skip
def test_cells_glued_to_each_other_are_parted(line: str, unit: str, text: str, provision: str | None) -> None:
    (found,) = outline("".join(("Año (no obligatorio)Mes (no obligatorio)", *HEADS, "\n4\n", line))).units
    first = found.functions[0]
    assert (found.name, first.text, first.provision) == (unit, text, provision)


def test_a_second_source_of_a_row_stands_in_a_line_of_its_own() -> None:
    text = "Alcalde El Alcalde dicta bandos. Ley 18.695 26/07/2006 Enlace 27/02/2019\nArtículo 4, Decreto exento Nº66 12/01/2016 Enlace 05/04/2016"
    found = outline("".join(HEADS) + "\n" + text)
    assert functions(found.units[0]) == [
        (None, "El Alcalde dicta bandos.", "Ley 18.695; Artículo 4, Decreto exento Nº66")
    ]
    assert [(one.number, one.date) for one in found.sources] == [
        ("18695", "2006-07-26"),
        ("66", "2016-01-12"),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # The list of one unit over two rows, as it is numbered.
        (["01.01.Alcalde", "a) Dictar bandos;", "Ley 1", "26/07/2006", "01.02.Alcalde", "b) Comprar."], {"Alcalde": ["a", "b"]}),
        # Sources in several lines, no days; the next unit is told by its word.
        (["Alcalde", "Dicta los bandos de la comuna.", "Artículo 56º", "Ley Nº 18.695", "Orgánica Constitucional de Municipalidades", "D.A. Nº 01567", "30.10.88", "GABINETE", "1. Servir."], {"Alcalde": [None], "GABINETE": ["1"]}),
        # Behind days a new row begins, with a name of any words.
        (["Alcalde", "Dicta los bandos.", "Ley 1", "26/07/2006", "Relaciones Públicas", "Informar a la comunidad."], {"Alcalde": [None], "Relaciones Públicas": [None]}),
        # A row without its unit goes on with the one above.
        (["Alcalde", "Dicta los bandos.", "Ley 1", "26/07/2006", "Otorgar permisos.", "Ley 2", "26/07/2006"], {"Alcalde": [None, None]}),
        # An item may begin with the word of a unit.
        (["Alcalde", "1. Secretaría del concejo", "2. Dirección de las obras", "Ley 1"], {"Alcalde": ["1", "2"]}),
        # The unit's name ends in a full stop.
        (["Departamento de relaciones públicas.", "Informar a la comunidad.", "Ley 1"], {"Departamento de relaciones públicas": [None]}),
    ],
)  # fmt: skip
def test_copied_lines_are_read_by_the_order_of_the_columns(
    lines: list[str], expected: dict[str, list[str | None]]
) -> None:
    found = outline("\n".join((*HEADS, *lines)))
    assert {unit.name: [one.label for one in unit.functions] for unit in found.units} == expected


def test_a_day_is_that_of_publication_only_where_the_cells_tell_so() -> None:
    rows = [("Alcalde", "Dicta los bandos.", "Ley 18.695", "26/07/2006", "", "")]
    assert [one.date for one in outline(copied(*rows)).sources] == [None]
    assert [one.date for one in outline(html(*rows)).sources] == ["2006-07-26"]


def test_a_short_name_of_a_decree_keeps_its_words_and_has_its_day() -> None:
    text = copied(("Alcalde", "Dicta los bandos.", "D.A. Nº 01567 30.10.88"), heads=HEADS[:3])
    (source,) = outline(text).sources
    assert (source.kind, source.number, source.printed, source.date) == (
        "decreto_alcaldicio", "01567", "D.A. Nº 01567", "1988-10-30",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # A row whose unit nobody printed.
        (html(("", "Recibir cartas.", "Ley 1", "", "", ""), ("Alcaldía", "Dictar bandos.", "Ley 1", "", "", "")), ["unread_text", "parent_unstated"]),
        # A unit without text.
        (html(("Alcalde", "", "Ley 1", "", "", "")), ["empty_unit"]),
        # Words before a list that does not follow.
        (html(("Alcalde", "Sus funciones son las siguientes:", "Ley 1", "", "", "")), ["empty_unit", "empty_list"]),
        # Several sentences without labels.
        (html(("Alcalde", "Dictar bandos. Comprar cosas.", "Ley 1", "", "", "")), ["unlabelled_list"]),
        # Rows of one unit with another between them.
        (html(("Alcalde", "Uno.", "Ley 1", "", "", ""), ("Juez", "Dos.", "Ley 1", "", "", ""), ("Alcalde", "Tres.", "Ley 1", "", "", "")), ["repeated_unit"]),
        (html(("Alcalde", "Dictar bandos.", "", "", "", "")), ["no_source"]),
        (html(("Alcalde", "a) Uno; b) Dos; d) Tres.", "Ley 1", "", "", "")), []),
        (html(("Alcalde", "<p>a) Uno;</p><p>c) Tres.</p>", "Ley 1", "", "", "")), ["label_skipped"]),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_doubted(text: str, codes: list[str]) -> None:
    assert sorted(doubt.code.value for doubt in outline(text).doubts) == sorted(codes)


@pytest.mark.parametrize(
    "text",
    [
        "Oficina de Partes\nLas funciones de la Oficina de Partes son las siguientes:\na) Recibir.",
        "| Unidad | Funcionarios |\n|---|---|\n| Oficina de Partes | 3 |",
        "Unidad\nFunciones\nRecibir cartas.",
        "\n".join(HEADS),
    ],
)
def test_a_document_without_such_a_table_is_of_another_genre(text: str) -> None:
    assert of(document_of_text(text)) is None


def test_a_title_alone_heads_a_table_where_a_unit_follows_at_once() -> None:
    text = (
        "MUNICIPALIDAD DE PUERTO FICTICIO\nAsesoría Jurídica\n\nFUNCIONES Y/O ATRIBUCIONES DE LAS UNIDADES MUNICIPALES\n\n"
        "ALCALDE\n\nEs la máxima autoridad, con las\n\n\natribuciones que da la ley a\nquien dirige la comuna.\n"
        "Tendrá las siguientes atribuciones:\na) Dictar los\nbandos.\nb) Comprar."
    )
    found = outline(text)
    (unit,) = found.units
    assert (found.body, unit.name) == ("MUNICIPALIDAD DE PUERTO FICTICIO", "ALCALDE")
    assert (
        unit.objective
        == "Es la máxima autoridad, con las atribuciones que da la ley a quien dirige la comuna."
    )
    assert [(one.label, one.text) for one in unit.functions] == [
        ("a", "Dictar los bandos."),
        ("b", "Comprar."),
    ]
    assert of(document_of_text(text.replace("ALCALDE", "Artículo 5.- Habrá un alcalde."))) is None


@pytest.mark.parametrize(
    ("first", "piece", "times"),
    [
        ("", "; a) x", 24_000),
        ("", "Ver ", 24_000),
        ("Alcalde ", "El Alcalde. ", 12_000),
        ("Alcalde\n", "y sigue\n", 24_000),
        ("Alcalde\n", "Dicta bandos.\n", 8_000),
        ("", "Enlace\n", 24_000),
        ("", "a) Uno;\n", 12_000),
    ],
)
@pytest.mark.parametrize("between", ["", "\n"])
def test_a_hostile_table_is_read_in_time_that_grows_with_it(
    first: str, piece: str, times: int, between: str
) -> None:
    def table(number: int) -> Document:
        lines = f"{between.join(HEADS)}\n{first}{piece * number}".split("\n")
        return Document("text", tuple(Line(line, n) for n, line in enumerate(lines, 1)))

    assert_grows_with_its_length(table, lambda document: table_outline(document, ()), times)


PIECES = st.sampled_from(
    [
        *HEADS, "".join(HEADS), *(cell for row in ROWS for cell in row if cell), "Logo", "a) Uno; b) Dos.", "c) Tres.",
        "Oficina de Partes", "01.02.Alcalde", "4", "Sus funciones son las siguientes:", "Ley 18.695", "Orgánica Constitucional",
        "Alcalde El Alcalde dicta bandos. Ley 18.695 26/07/2006 Enlace", "y lo demás que sigue", "- Recibir.", "D.A. Nº 5 30.10.88",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=5), st.lists(PIECES, min_size=1, max_size=14), st.booleans())
def test_no_line_vanishes(above: list[str], below: list[str], glued: bool) -> None:
    heads = ["".join(HEADS)] if glued else list(HEADS)
    document = document_of_text("\n".join((*above, *heads, *below)))
    found = of(document)
    if found is None:
        return
    places = [one.place for one in found.units]
    places += [one.place for one in found.sources]
    places += [one.place for one in found.doubts]
    places += [one.place for one in found.passed_over]
    told = {line for place in places for line in range(place.first_line, place.last_line + 1)}
    assert {line.number for line in document.lines if line.text} <= told


# The end of a text, behind any label.
LEAST_SEEN = 4
CELLS = st.sampled_from(
    ["", *(cell for row in ROWS for cell in row), "Sus funciones son:", "a) Uno; b) Dos."]
)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(*[CELLS] * len(HEADS)), min_size=1, max_size=6), st.booleans())
def test_no_text_of_a_real_table_vanishes(rows: list[tuple[str, ...]], as_html: bool) -> None:
    found = of(document_of_text((html if as_html else markdown)(*rows)))
    if found is None:
        return
    said = [one for unit in found.units for one in (unit.objective, *(f.text for f in unit.functions))]
    said += [doubt.printed for doubt in found.doubts]
    whole = " ".join(filter(None, said))
    for _unit, text, *_rest in rows:
        assert text in ("Enlace", "Ver", "-", "Sin modificación") or text[-LEAST_SEEN:] in whole
