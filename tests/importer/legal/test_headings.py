"""Articles, their titles, and units of which the name stands on a line of its own."""

from __future__ import annotations

import pytest

from organica.domain.outline import OutlineSort
from organica.importer import read_text
from organica.importer.legal.article_titles import title_and_text
from tests.importer.legal.makers import all_functions, an_act, counted, doubted, labels, read_units

ITEMS = ("a) Abrir cartas;", "b) Cerrar cartas.")


@pytest.mark.parametrize(
    ("rest", "title", "text"),
    [
        ("Secretaría General. Son funciones de ella:", "Secretaría General", "Son funciones de ella:"),
        ("Funciones de la Oficina. La Oficina abre cartas.", "Funciones de la Oficina", "La Oficina abre cartas."),
        (".- Secretaría General.- Son funciones:", "Secretaría General", "Son funciones:"),
        ("(Atribuciones del Directorio).- Son atribuciones:", "Atribuciones del Directorio", "Son atribuciones:"),
        ("(Directorio) Habrá un Directorio.", "Directorio", "Habrá un Directorio."),
        ("Consejo Directivo", "Consejo Directivo", ""),
        ("Consejo Directivo.-", "Consejo Directivo", ""),
        ("ATRIBUCIONES DEL CONCEJO Corresponde al concejo aprobar:", "ATRIBUCIONES DEL CONCEJO", "Corresponde al concejo aprobar:"),
        ("La Oficina tendrá las siguientes funciones:", None, "La Oficina tendrá las siguientes funciones:"),
        ("El Director es nombrado. Dura tres años.", None, "El Director es nombrado. Dura tres años."),
        ("Son funciones de la Oficina:", None, "Son funciones de la Oficina:"),
        ("", None, ""),
        (".-", None, ""),
    ],
)  # fmt: skip
def test_the_title_of_an_article_is_parted_from_its_text(rest: str, title: str | None, text: str) -> None:
    assert title_and_text(rest) == (title, text)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # Colombia: title and text on one line.
        (["Artículo 7. Oficina Jurídica. Son funciones de la Oficina Jurídica, las siguientes:", *ITEMS], {"Oficina Jurídica": 2}),
        (["ARTÍCULO 7°. Funciones de la Oficina Jurídica. Son funciones las siguientes:", *ITEMS], {"Oficina Jurídica": 2}),
        # Peru: the title is a line, the text the next one.
        (["Artículo 7.- Funciones de la Oficina Jurídica", "Son funciones las siguientes:", *ITEMS], {"Oficina Jurídica": 2}),
        (["Artículo 7.- Oficina Jurídica\nEs el órgano de asesoría, responsable de informar.", "Artículo 8.- Funciones de la Oficina Jurídica\nTiene las funciones siguientes:", *ITEMS], {"Oficina Jurídica": 2}),
        # Uruguay: the title is in brackets, perhaps below the number.
        (["Artículo 7º. (Atribuciones del Directorio).- Son atribuciones las siguientes:", *ITEMS], {"Directorio": 2}),
        (["Artículo 7", "(Atribuciones del Directorio).- Son atribuciones las siguientes:", *ITEMS], {"Directorio": 2}),
        # Mexico: the number is a line.
        (["Artículo 7", "Son atribuciones de la Secretaría Técnica:", *ITEMS], {"Secretaría Técnica": 2}),
        (["Artículo 7", ".- Son atribuciones de la Secretaría Técnica:", *ITEMS], {"Secretaría Técnica": 2}),
        # The unit is named by the division above.
        (["CAPÍTULO II", "De la Oficina Jurídica", "Artículo 7. Le corresponderá:", *ITEMS], {"Oficina Jurídica": 2}),
        (["CAPÍTULO II De la Oficina Jurídica", "Artículo 7. Tendrá las siguientes funciones:", *ITEMS], {"Oficina Jurídica": 2}),
        (["SECCIÓN 1ª", "OFICINA JURÍDICA", "Artículo 7. Le corresponderá:", *ITEMS], {"OFICINA JURÍDICA": 2}),
        (["SECCIÓN 2.ª La Oficina Jurídica", "Artículo 7. Le corresponderá:", *ITEMS], {"Oficina Jurídica": 2}),
        # Such a title is about several, and the articles say which one.
        (["CAPÍTULO II De las funciones del Presidente, del Tesorero y de los Vocales", "Artículo 7. El Tesorero tendrá las siguientes funciones:", *ITEMS], {"Tesorero": 2}),
        # Spain and Bolivia number the paragraphs of an article.
        (["Artículo 7. La Oficina Jurídica.", "1. La Oficina Jurídica contará con un archivo.", "2. La Oficina Jurídica tendrá atribuidas las siguientes funciones:", *ITEMS], {"Oficina Jurídica": 2}),
        (["Artículo 7. (Oficina Jurídica).", "I. La Oficina Jurídica es el órgano de asesoría.", "II. La Oficina Jurídica tiene las siguientes atribuciones:", *ITEMS], {"Oficina Jurídica": 2}),
        (["Artículo 7. Comité de Ética.", "1. El comité estará compuesto por:", "a) El Director.", "b) El Tesorero.", "2. El Comité de Ética tendrá las siguientes funciones:", *ITEMS], {"Comité de Ética": 2}),
        # Only the sentence names it.
        (["Artículo 7. La Oficina Jurídica tendrá las siguientes funciones:", *ITEMS], {"Oficina Jurídica": 2}),
        (["Art. 7.- A la Oficina Jurídica le corresponde:", *ITEMS], {"Oficina Jurídica": 2}),
        (["Artículo 26 bis. Son funciones de la Oficina Jurídica:", *ITEMS], {"Oficina Jurídica": 2}),
        # It is described first, and "it" has the list.
        (["Artículo 7. La Oficina Jurídica es el órgano de asesoría. Esta unidad tendrá las siguientes funciones:", *ITEMS], {"Oficina Jurídica": 2}),
        (["Artículo 7. La Oficina Jurídica es el órgano de asesoría.", "Le corresponderán las siguientes funciones:", *ITEMS], {"Oficina Jurídica": 2}),
        (["Artículo 7. Habrá un Comité de Ética, que asesora al Director.", "El Comité tendrá las siguientes funciones:", *ITEMS], {"Comité de Ética": 2}),
        # Two units in one article.
        (["Artículo 7. La Oficina Jurídica tendrá las siguientes funciones:", *ITEMS, "La Oficina Contable tendrá las siguientes funciones:", *ITEMS], {"Oficina Jurídica": 2, "Oficina Contable": 2}),
        # A cited article begins none.
        (["Artículo 7. Son funciones de la Oficina Jurídica:", "a) Aplicar lo dispuesto en el", "artículo 5 de la ley;", "b) Cerrar."], {"Oficina Jurídica": 2}),
    ],
)  # fmt: skip
def test_a_list_belongs_to_the_unit_that_titles_or_sentences_name(
    paragraphs: list[str], expected: dict[str, int]
) -> None:
    assert counted(*paragraphs) == expected


def test_units_under_headings_have_a_purpose_and_actions() -> None:
    text = "\n\n".join((
        "ANEXO II", "DIRECCIÓN DE OBRAS", "RESPONSABILIDAD PRIMARIA", "Hacer las obras del municipio.", "ACCIONES",
        "1. Dirigir las obras.", "2. Medir las calles.", "OFICINA DE PLANOS", "OBJETIVO", "Guardar los planos.",
        "FUNCIONES", "- Dibujar planos.", "- Guardar planos.",
    ))  # fmt: skip
    outline = read_text(text)
    assert [(unit.name, unit.objective, labels(unit.functions)) for unit in outline.units] == [
        ("DIRECCIÓN DE OBRAS", "Hacer las obras del municipio.", ["1", "2"]),
        ("OFICINA DE PLANOS", "Guardar los planos.", ["-", "-"]),
    ]
    assert doubted(outline) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DIRECTORIO FUNCIONES Y ATRIBUCIONES", "1. Dirigir.", "2. Medir."], {"DIRECTORIO": ["1", "2"]}),
        (["UNIDAD DE PLANOS", "FUNCIONES GENERALES", "1. Dirigir.", "FUNCIONES ESPECÍFICAS", "1. Medir."], {"UNIDAD DE PLANOS": ["1", "1"]}),
        (["UNIDAD DE PLANOS", "OBJETIVOS", "1. Dirigir.", "2. Medir.", "UNIDAD DE OBRAS", "OBJETIVOS", "1. Medir."], {"UNIDAD DE PLANOS": ["1", "2"], "UNIDAD DE OBRAS": ["1"]}),
        (["1. UNIDAD DE PLANOS", "FUNCIONES", "a) Dirigir.", "2. UNIDAD DE OBRAS", "FUNCIONES", "a) Medir."], {"UNIDAD DE PLANOS": ["a"], "UNIDAD DE OBRAS": ["a"]}),
        (["Unidad de Planos", "Funciones:", "a) Dirigir.", "b) Medir.", "Unidad de Obras", "Funciones:", "a) Abrir."], {"Unidad de Planos": ["a", "b"], "Unidad de Obras": ["a"]}),
        (["UNIDAD DE PLANOS", "ACCIONES", "Dirigir los planos.", "Medir las calles."], {"UNIDAD DE PLANOS": ["-", "-"]}),
    ],
)  # fmt: skip
def test_titles_of_sections_say_what_stands_below(lines: list[str], expected: dict[str, list[str]]) -> None:
    units = read_text("\n\n".join(("ANEXO I", *lines))).units
    if len(units) == 0:
        units = read_text(an_act(*lines)).units
    assert {unit.name: labels(unit.functions) for unit in units} == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Planos y Mapas", "La Oficina de Planos y Mapas dependerá de la Alcaldía.", "Funciones", *ITEMS], {"Oficina de Planos y Mapas": ["a", "b"]}),
        # A title may be spelled a little otherwise, and its sentence name the rank only.
        (["Medio Ambiente", "La Dirección de Medioambiente es la unidad que cuida los ríos.", *ITEMS], {"Dirección de Medioambiente": ["a", "b"]}),
        # The sentence below is about another one.
        (["Planos y Mapas", "La Oficina de Cajas dependerá de la Alcaldía.", "Funciones", *ITEMS], {"OFICINA DE OBRAS": ["1", "a", "b"]}),
    ],
)  # fmt: skip
def test_a_title_without_a_rank_is_the_unit_that_the_sentence_below_names(
    lines: list[str], expected: dict[str, list[str]]
) -> None:
    before = ("OFICINA DE OBRAS", "OBJETIVO", "Hacer las obras.", "FUNCIONES", "1. Dirigir las obras.")
    units = read_text("\n\n".join((*before, *lines))).units
    found = {unit.name: labels(unit.functions) for unit in units}
    assert found == {"OFICINA DE OBRAS": ["1"], **expected}


def test_a_second_list_of_a_unit_bears_the_title_above_it() -> None:
    units = read_units(
        "UNIDAD DE PLANOS", "FUNCIONES GENERALES", "1. Dirigir.", "FUNCIONES ESPECÍFICAS", "1. Medir."
    )
    assert [(one.list, one.text) for one in all_functions(units["UNIDAD DE PLANOS"].functions)] == [
        (None, "Dirigir."),
        ("FUNCIONES ESPECÍFICAS", "Medir."),
    ]


def test_a_repealed_unit_keeps_its_heading() -> None:
    outline = read_text(
        an_act(
            "OFICINA DE PARTES", "(Derogada por la Ley N° 9)", "OFICINA DE ARCHIVO", "ACCIONES", "1. Guardar."
        )
    )
    assert [(unit.name, unit.repealed, len(unit.functions)) for unit in outline.units] == [
        ("OFICINA DE PARTES", True, 0),
        ("OFICINA DE ARCHIVO", False, 1),
    ]
    assert doubted(outline) == ["unit_repealed"]


def test_a_post_and_its_unit_have_functions_of_their_own() -> None:
    units = read_units(
        "Artículo 1. Oficina Jurídica. Son funciones de la Oficina Jurídica:", *ITEMS,
        "Artículo 2. Son funciones del Jefe de la Oficina Jurídica:", "a) Firmar;", "b) Citar.", "c) Delegar.",
    )  # fmt: skip
    assert [(one.name, one.sort, len(one.functions)) for one in units.values()] == [
        ("Oficina Jurídica", OutlineSort.UNIT, 2),
        ("Jefe de la Oficina Jurídica", OutlineSort.POST, 3),
    ]


def test_an_article_that_comes_twice_is_read_once() -> None:
    outline = read_text(
        an_act(
            "Artículo 1. Son funciones de la Oficina Jurídica:",
            *ITEMS,
            "Artículo 2. Es así.",
            "Artículo 1. Son funciones de la Oficina Jurídica:",
            "a) Abrir.",
        )
    )
    assert [(unit.name, len(unit.functions)) for unit in outline.units] == [("Oficina Jurídica", 2)]
    assert doubted(outline) == ["article_repeated 1"]


def test_an_index_before_the_text_makes_no_units() -> None:
    text = "\n\n".join((
        "Reglamento", "ÍNDICE", "Oficina Jurídica ........ 3", "Oficina Contable ........ 4",
        an_act("Artículo 1. Son funciones de la Oficina Jurídica:", *ITEMS),
    ))  # fmt: skip
    assert [(unit.name, len(unit.functions)) for unit in read_text(text).units] == [("Oficina Jurídica", 2)]


def test_what_the_format_marks_as_a_heading_is_no_item_however_it_is_numbered() -> None:
    outline = read_text(
        "# Manual\n\n## a) Dirección de Obras\n\nSon funciones de la Dirección de Obras:\n\n1. Dirigir.\n\n"
        "## b) Oficina de Partes\n\n### Funciones\n\n1. Recibir.\n\n### 2. De los recursos\n\nSon pocos.\n"
    )
    assert [(unit.name, [one.text for one in unit.functions]) for unit in outline.units] == [
        ("Dirección de Obras", ["Dirigir."]),
        ("Oficina de Partes", ["Recibir."]),
    ]
