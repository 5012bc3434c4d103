"""What a published page says, what it leaves in doubt, and that nothing of it vanishes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organica.domain.outline import DOUBT_SENTENCES, Doubt, DoubtCode, Outline, Place, to_plain
from organica.importer import ReadRefused, read_text
from organica.text.normalise import SOFT_HYPHEN, normalised
from tests.support.growth import assert_grows_with_its_length

SOURCE = "Fuente normativa: Resolución exenta 9C de 2021."
LEAD_IN = "Las funciones de la Oficina de Partes son las siguientes:"


def a_page(*passages: str) -> str:
    return "\n\n".join((*passages, SOURCE))


def an_office(*passages: str) -> str:
    return a_page("Oficina de Partes", "La Oficina de Partes recibe documentos.", *passages)


def doubts(text: str) -> list[tuple[str, int, str | None, str | None]]:
    return [
        (doubt.code.value, doubt.place.first_line, doubt.printed, doubt.suggestion)
        for doubt in read_text(text).doubts
    ]


def test_a_plain_page_is_read_without_any_doubt() -> None:
    outline = read_text(an_office("Contribuye al orden.", LEAD_IN, "a. Recibir.", "b. Despachar."))
    (unit,) = outline.units
    assert unit.objective == "La Oficina de Partes recibe documentos.\n\nContribuye al orden."
    assert unit.objective_place == Place(3, 5)
    assert [(one.label, one.text, one.place) for one in unit.functions] == [
        ("a", "Recibir.", Place(9, 9)),
        ("b", "Despachar.", Place(11, 11)),
    ]
    assert unit.place == Place(1, 11)
    assert outline.doubts == ()


@pytest.mark.parametrize(
    ("lead_in", "expected"),
    [
        ("Las funciones de la OFICINA de partes son las siguientes:", []),
        ("Las funciones de la Oficina son las siguientes:", []),
        ("Las principales funciones y atribuciones de esta Oficina serán las siguientes:", []),
        ("Sus funciones son las siguientes:", []),
        ("Funciones:", []),
        ("La Oficina de Partes tendrá las siguientes funciones:", []),
        ("Corresponderá a la Oficina de Partes las siguientes atribuciones:", []),
        ("Las funciones de la Oficina de las Partes son:",
         [("name_variant", 5, "Oficina de las Partes", "Oficina de Partes")]),
        ("Las funciones de la Unidad de Tesorería son:",
         [("other_unit_named", 5, "Unidad de Tesorería", "Oficina de Partes")]),
    ],
)  # fmt: skip
def test_the_heading_stands_where_the_list_names_the_unit_otherwise(
    lead_in: str, expected: list[tuple[str, int, str, str]]
) -> None:
    text = an_office(lead_in, "a. Recibir.")
    assert doubts(text) == expected
    assert [(unit.name, len(unit.functions)) for unit in read_text(text).units] == [("Oficina de Partes", 1)]


def test_a_name_that_another_heading_bears_is_no_variant() -> None:
    text = a_page(
        "Sección A1", "Hace algo.", "Las funciones de la Sección A2 son:", "a. Uno.", "Sección A2", "Más."
    )
    assert [code for code, *_ in doubts(text)] == ["other_unit_named", "parent_unstated"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("abc", []),
        ("ABC", []),
        ("123", []),
        ("klm", [("label_skipped", 7, "k", "a")]),
        ("abde", [("label_skipped", 11, "d", "c")]),
        ("abbc", [("label_repeated", 11, "b", "c")]),
        ("ab1", [("label_skipped", 11, "1", "c")]),
    ],
)
def test_labels_that_skip_or_repeat_are_kept_as_printed_and_doubted(
    labels: str, expected: list[tuple[str, int, str, str]]
) -> None:
    text = an_office(LEAD_IN, *(f"{label}) Hacer algo." for label in labels))
    assert doubts(text) == expected
    assert "".join(one.label or "?" for one in read_text(text).units[0].functions) == labels


@pytest.mark.parametrize(
    ("sentence", "kinds", "expected"),
    [
        ("Esta División está compuesta por dos secciones:", "ss", []),
        ("La División se compone de 2 secciones y una oficina:", "sso", []),
        ("La División cuenta con las siguientes secciones y oficinas.", "sos", []),
        (
            "Esta División está compuesta por tres secciones:",
            "ss",
            [("unit_count", 5, "tres secciones", "2")],
        ),
        ("Esta División está compuesta por dos secciones:", "sss", [("unit_count", 5, "dos secciones", "3")]),
        ("Está integrada por las siguientes oficinas:", "", [("unit_count", 5, "siguientes oficinas", "0")]),
        ("Esta División está compuesta por dos secciones:", "sso", [("parent_unstated", 15, None, None)]),
    ],
)
def test_counted_units_stand_under_the_unit_that_counts_them(
    sentence: str, kinds: str, expected: list[tuple[str, int, str | None, str | None]]
) -> None:
    below = [{"s": "Sección", "o": "Oficina"}[kind] + f" de Asunto {n}" for n, kind in enumerate(kinds)]
    text = a_page("División Norte", "Une.", sentence, *(part for name in below for part in (name, "Hace.")))
    outline = read_text(text)
    unstated = [doubt.subject for doubt in outline.doubts if doubt.code is DoubtCode.PARENT_UNSTATED]
    assert outline.units[0].objective == "Une."
    assert [unit.parent for unit in outline.units[1:]] == [
        None if name in unstated else "División Norte" for name in below
    ]
    assert doubts(text) == expected


def test_the_counting_sentence_leaves_the_objective_before_it() -> None:
    text = a_page(
        "División Norte", "Une. Crece. Para ello está formada por una sección:", "Sección A", "Hace."
    )
    assert [(u.objective, u.parent) for u in read_text(text).units] == [
        ("Une. Crece.", None),
        ("Hace.", "División Norte"),
    ]


def test_a_second_division_ends_what_the_first_one_counted() -> None:
    text = a_page(
        "División Norte", "Tiene. Se compone de una sección:", "Sección A", "Hace.",
        "División Sur", "Tiene.", "Sección B", "Hace.",
    )  # fmt: skip
    assert [unit.parent for unit in read_text(text).units] == [None, "División Norte", None, None]
    assert [code for code, *_ in doubts(text)] == ["parent_unstated", "parent_unstated"]


def test_parts_of_parts_stand_under_the_innermost_that_counts_them() -> None:
    text = a_page(
        "División Norte", "Tiene. Se compone de dos departamentos:",
        "Departamento A", "Hace. Cuenta con una sección:", "Sección A1", "Hace.",
        "Departamento B", "Hace.",
    )  # fmt: skip
    assert [unit.parent for unit in read_text(text).units] == [
        None, "División Norte", "Departamento A", "División Norte",
    ]  # fmt: skip
    assert doubts(text) == []


@pytest.mark.parametrize(
    ("line", "head"),
    [("Ana Ruiz Soto", "Ana Ruiz Soto"), ("Ana Ruiz Soto (s)", None), ("Jefa: Ana Ruiz Soto", None)],
)
def test_a_person_under_the_heading_is_the_head_or_is_doubted(line: str, head: str | None) -> None:
    text = a_page("Oficina de Partes", line, "La Oficina de Partes recibe documentos.")
    outline = read_text(text)
    assert [one.name for one in outline.heads] == ([head] if head else [])
    assert doubts(text) == ([] if head else [("unread_text", 3, line, None)])
    assert outline.units[0].objective == "La Oficina de Partes recibe documentos."


def test_a_line_that_stands_under_several_units_is_no_persons_name_for_sure() -> None:
    text = a_page(
        "Oficina A", "Alfa Beta", "Hace.", "Oficina B", "Alfa Beta", "Hace.", "Oficina C", "Ana Ruiz", "Hace."
    )
    assert [(head.unit, head.name) for head in read_text(text).heads] == [("Oficina C", "Ana Ruiz")]
    assert [one for one in doubts(text) if one[0] != "parent_unstated"] == [
        ("head_uncertain", 3, "Alfa Beta", None),
        ("head_uncertain", 9, "Alfa Beta", None),
    ]


def test_what_is_not_recognised_is_doubted_once_with_its_lines() -> None:
    text = an_office(LEAD_IN, "a. Recibir.", "Teléfono 5", "Volver\nal inicio", "b. Despachar.")
    assert read_text(text).doubts == (
        Doubt(DoubtCode.UNREAD_TEXT, Place(9, 12), "Oficina de Partes", "Teléfono 5"),
    )
    assert [one.label for one in read_text(text).units[0].functions] == ["a", "b"]


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        # Items without a lead-in may be anything: members, resources, addresses.
        (["a. Recibir."], [("unread_text", 5, "a. Recibir.", None)]),
        # Prose behind a list may belong to its last item or to nobody.
        ([LEAD_IN, "a. Recibir.", "Además, ordenará."], [("unread_text", 9, "Además, ordenará.", None)]),
        ([LEAD_IN], [("empty_list", 5, None, None)]),
        (["Son sus medios:"], [("unread_text", 5, "Son sus medios:", None)]),
        (["Oficina de Partes", "Otra vez."],
         [("repeated_unit", 5, "Oficina de Partes", None), ("parent_unstated", 5, None, None)]),
        (["Fiscalía"], [("parent_unstated", 5, None, None), ("empty_unit", 5, None, None)]),
    ],
)  # fmt: skip
def test_what_may_be_read_in_two_ways_is_a_doubt(
    passages: list[str], expected: list[tuple[str, int, str | None, str | None]]
) -> None:
    assert doubts(an_office(*passages)) == expected


def test_a_hard_wrapped_item_is_joined_and_a_closed_sentence_takes_nothing_in() -> None:
    wide = "a. Recibir los documentos que lleguen a la sede central y llevarlos al"
    text = an_office(LEAD_IN, f"{wide}\nRegistro General de\nla institución.\nTeléfono 5")
    assert [(one.text, one.place) for one in read_text(text).units[0].functions] == [
        (f"{wide[3:]} Registro General de la institución.", Place(7, 9))
    ]
    assert doubts(text) == [("unread_text", 10, "Teléfono 5", None)]


@pytest.mark.parametrize(
    ("line", "sources", "expected"),
    [
        (SOURCE, [("9", "C", 2021, "self")], []),
        ("Base legal:\n\nLey N° 20.000", [("20000", None, None, "self")], []),
        ("Marco normativo: Ley N° 5, que modifica la Ley N° 4",
         [("5", None, None, "self"), ("4", None, None, "cited")], [("unread_text", 5, "que modifica la", None)]),
        ("Marco normativo: Ley N° 5 y Ley N° 6",
         [("5", None, None, "self"), ("6", None, None, "self")], [("several_sources", 5, "Ley N° 6", None)]),
        ("Fuente normativa: Ley N° 5, anexo II.",
         [("5", None, None, "self")], [("unread_text", 5, "anexo II", None)]),
        ("Fuente normativa: el estatuto.", [],
         [("unread_source", 5, "el estatuto.", None), ("no_source", 1, None, None)]),
        ("Base legal:", [], [("unread_source", 5, None, None), ("no_source", 1, None, None)]),
        ("Base legal:\n\nFiscalía\n\nHace.\n\nFuente legal: Ley N° 5", [("5", None, None, "self")],
         [("unread_source", 5, None, None), ("parent_unstated", 7, None, None)]),
        ("Cumple la Ley N° 5 y la Ley N° 5.", [("5", None, None, "cited")], [("no_source", 1, None, None)]),
    ],
)  # fmt: skip
def test_the_line_of_sources_gives_the_own_source_and_what_else_it_says(
    line: str,
    sources: list[tuple[str, str | None, int | None, str]],
    expected: list[tuple[str, int, str | None, str | None]],
) -> None:
    text = f"Oficina de Partes\n\nRecibe documentos.\n\n{line}"
    found = read_text(text).sources
    assert [(one.number, one.series, one.year, one.role) for one in found] == sources
    assert doubts(text) == expected


def test_a_text_of_another_genre_is_all_doubts() -> None:
    assert doubts("Receta de cocina\n\nPonga sal.") == [
        ("unread_text", 1, "Receta de cocina", None),
        ("no_unit", 1, None, None),
        ("no_source", 1, None, None),
    ]


def test_every_doubt_has_its_sentence_in_both_languages() -> None:
    assert set(DOUBT_SENTENCES) == set(DoubtCode)
    for code in DoubtCode:
        doubt = Doubt(code, Place(7, 8), "una unidad", "lo impreso", "lo propuesto")
        for language in ("es", "en"):
            sentence = doubt.sentence(language)
            assert not set("{}—") & set(sentence)
            assert sentence.endswith(".")
        assert doubt.sentence("es") != doubt.sentence("en")


def test_a_place_is_a_range_of_real_lines() -> None:
    for first, last in ((0, 1), (3, 2)):
        with pytest.raises(ValueError, match="no such lines"):
            Place(first, last)


def test_the_plain_form_is_what_json_carries() -> None:
    plain = to_plain(
        read_text(a_page("Oficina de Partes", "Ana Ruiz", "Recibe.", "Funciones:", "b) Despachar."))
    )
    assert json.loads(json.dumps(plain)) == {
        "body": None,
        "dated": None,
        "units": [{
            "name": "Oficina de Partes", "sort": "unit", "kind": "Oficina", "acronym": None, "parent": None,
            "code": None, "parent_code": None, "in_force_from": None, "provision": None, "repealed": False,
            "objective": "Recibe.", "objective_lines": [5, 5], "lines": [1, 9],
            "functions": [{
                "label": "b", "text": "Despachar.", "list": None, "provision": None, "lines": [9, 9], "functions": [],
            }],
        }],
        "heads": [{"unit": "Oficina de Partes", "name": "Ana Ruiz", "post": None, "capacity": None, "lines": [3, 3]}],
        "legal_sources": [{
            "kind": "resolucion_exenta", "number": "9", "series": "C", "year": 2021, "issuer": None,
            "role": "self", "date": None, "title": None, "relation": None,
            "printed": "Resolución exenta 9C de 2021", "lines": [11, 11],
        }],
        "amendments": [],
        "passed_over": [],
        "doubts": [{
            "code": "label_skipped", "subject": "Oficina de Partes", "printed": "b", "suggestion": "a", "lines": [9, 9],
            "es": "Línea 9: en «Oficina de Partes» viene «b» donde se esperaba «a».",
            "en": "Line 9: in “Oficina de Partes” comes “b” where “a” was expected.",
        }],
    }  # fmt: skip


PIECES = st.sampled_from(
    ["Oficina de Partes", "División Norte", "Ana Ruiz", "Recibe.", "Funciones:", LEAD_IN, "a. Uno.", "b) dos", SOURCE,
     "Se compone de dos oficinas:", "Teléfono 5", "", "\u00a0", "sigue aquí", "Ley N° 5", "Base legal:"]
)  # fmt: skip


@settings(deadline=None)  # a busy machine is no failure
@given(st.lists(PIECES, max_size=30).map("\n".join) | st.text(max_size=200))
def test_any_text_is_read_or_refused_and_no_word_vanishes(text: str) -> None:
    try:
        outline = read_text(text)
    except ReadRefused:
        return
    read_lines = accounted_lines(outline)
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        assert not normalised(line).strip(SOFT_HYPHEN) or number in read_lines


def accounted_lines(outline: Outline) -> set[int]:
    """The lines of units, sources and doubts; those about the whole text say nothing of a line."""
    whole = {DoubtCode.NO_SOURCE, DoubtCode.NO_UNIT}
    places = [unit.place for unit in outline.units]
    places += [source.place for source in outline.sources]
    places += [doubt.place for doubt in outline.doubts if doubt.code not in whole]
    places += [passed.place for passed in outline.passed_over]
    return {n for place in places for n in range(place.first_line, place.last_line + 1)}


@pytest.mark.parametrize(
    "piece",
    ["a. " + "Recibir y despachar documentos. " * 5 + "\n\n", "Oficina 5\n\n", "la ley 5 ", " ", "a", "(", "Sección de ",
     "Teléfono 5\n\nFunciones:\n\n", "se compone de dos ", "Oficina 5\n\nSe compone de dos oficinas:\n\n",
     "Oficina " + "de Partes " * 15 + "\n\nLas funciones de la Oficina " + "de Parte " * 15 + "son:\n\n"],
)  # fmt: skip
def test_anything_however_often_it_comes_is_read_in_time_that_grows_with_the_text(piece: str) -> None:
    assert_grows_with_its_length(
        lambda length: an_office(LEAD_IN, piece * (length // len(piece)) + "x"), read_text, 120_000
    )


def test_a_word_that_a_soft_hyphen_parts_at_the_end_of_a_line_is_joined() -> None:
    page = (
        "División de Compras\nComprar lo que la admi\u00ad\nnistración pide\u200b, \u202ea\ttiempo.\n\u00ad\n"
    )
    [unit] = read_text(page).units
    assert unit.objective == "Comprar lo que la administración pide, a tiempo."
    assert (unit.place.first_line, unit.place.last_line) == (1, 3)
