"""An outline as lines: exact text, exact levels, each doubt beside what it is about and told once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from organica.domain.errors import Language
from organica.domain.outline import (
    Doubt,
    DoubtCode,
    Outline,
    OutlineFunction,
    OutlineHead,
    OutlineSort,
    OutlineSource,
    OutlineUnit,
    Place,
)
from organica.render.outline import doubt_lines, outline_lines, summary
from organica.render.tree import Line, Style
from tests.support.growth import assert_grows_with_its_length


def unit(
    name: str, parent: str | None, first: int, last: int, *functions: OutlineFunction, **more: Any
) -> OutlineUnit:
    return OutlineUnit(name, "Departamento", parent, None, functions, Place(first, last), None, **more)


def item(label: str, line: int, *children: OutlineFunction, **more: Any) -> OutlineFunction:
    last = max([line, *(child.place.last_line for child in children)])
    return OutlineFunction(label, f"Función {label}.", Place(line, last), children=children, **more)


def doubt(code: DoubtCode, line: int, subject: str = "Compras", printed: str = "c") -> Doubt:
    return Doubt(code, Place(line, line), subject, printed, "b")


def shown(outline: Outline, language: Language = "es") -> list[tuple[int, str, str]]:
    return [(line.indent, line.text, line.note) for line in outline_lines(outline, language)]


def told(outline: Outline) -> list[str]:
    """Return the names, the labels and the codes of doubts, in the order of the lines, without their rest."""
    return [
        line.note.removeprefix("Duda: ") if line.style is Style.DOUBT else line.text.split(")")[0]
        for line in outline_lines(outline, "es")
    ]


def test_each_doubt_stands_under_what_it_is_about() -> None:
    function = OutlineFunction("c", "Comprar.", Place(7, 8))
    outline = Outline(
        units=(unit("División", None, 1, 3), unit("Compras", "División", 4, 9, function)),
        heads=(OutlineHead("Compras", "Ana Soto", "Jefa", None, Place(5, 5)),),
        sources=(OutlineSource("ley", "1", None, 2020, None, "Ley 1 de 2020", "self", Place(12, 12)),),
        doubts=(
            doubt(DoubtCode.LABEL_SKIPPED, 7),
            doubt(DoubtCode.EMPTY_UNIT, 4),
            doubt(DoubtCode.UNREAD_TEXT, 11),
        ),
    )
    assert shown(outline) == [
        (0, "Ley 1 de 2020", "línea 12"),
        (0, "Departamento: División", "líneas 1–3"),
        (1, "Departamento: Compras", "líneas 4–9"),
        (2, "Ana Soto (Jefa)", "línea 5"),
        (
            2,
            "? Línea 4: bajo «Compras» no hay objetivo ni funciones; puede no ser una unidad.",
            "Duda: empty_unit",
        ),
        (2, "c) Comprar.", "líneas 7–8"),
        (3, "? Línea 7: en «Compras» viene «c» donde se esperaba «b».", "Duda: label_skipped"),
        (0, "? Línea 11: no se reconoció qué es «c».", "Duda: unread_text"),
    ]


def test_a_doubt_about_a_sub_item_stands_under_it_and_one_behind_the_list_at_its_end() -> None:
    functions = (item("a", 3, item("1", 4), item("2", 5)), item("b", 6))
    outline = Outline(
        (unit("Compras", None, 1, 9, *functions),),
        (),
        (),
        (
            doubt(DoubtCode.UNREAD_TEXT, 8),
            doubt(DoubtCode.LABEL_SKIPPED, 5, printed="2"),
            doubt(DoubtCode.LABEL_REPEATED, 3, printed="a"),
        ),
    )
    assert told(outline) == [
        "Departamento: Compras",
        *("a", "1", "2", "label_skipped", "label_repeated", "b"),
        "unread_text",
    ]


def one_line(name: str, code: str, parent: str | None, *labels: str) -> OutlineUnit:
    functions = tuple(item(label, 1) for label in labels)
    return unit(name, None, 1, 1, *functions, code=code, parent_code=parent)


def test_in_a_file_of_one_line_names_codes_and_labels_say_where_a_doubt_belongs() -> None:
    outline = Outline(
        (
            one_line("Gerencia", "1", None, "I", "II"),
            one_line("Oficina", "2", "1", "I", "III"),
            one_line("Oficina", "3", "1", "I"),
        ),
        (),
        (),
        (
            doubt(DoubtCode.LABEL_SKIPPED, 1, "Oficina (2)", "III"),
            doubt(DoubtCode.ITEMS_UNCLEAR, 1, "Oficina (3)", ""),
            doubt(DoubtCode.PARENT_OUTSIDE, 1, "Gerencia", "900"),
            doubt(DoubtCode.UNREAD_TEXT, 1, "Nadie", "x"),
        ),
    )
    assert told(outline) == [
        *("Departamento: Gerencia", "parent_outside", "I", "II"),
        *("Departamento: Oficina", "I", "III", "label_skipped"),
        *("Departamento: Oficina", "items_unclear", "I"),
        "unread_text",
    ]


def test_parents_are_found_by_their_codes_before_their_names() -> None:
    outline = Outline(
        (
            one_line("Gerencia", "1", None),
            one_line("Gerencia", "2", None),
            unit("Oficina", "Gerencia", 1, 1, code="3", parent_code="2"),
            unit("Sección", "Gerencia", 1, 1, code="4", parent_code="99"),
        ),
        (),
        (),
        (),
    )
    assert [(indent, note.split(";")[0]) for indent, _, note in shown(outline)] == [
        (0, "1"),
        (1, "4"),
        (0, "2"),
        (1, "3"),
    ]


def test_units_that_name_each_other_as_parents_are_each_shown_once() -> None:
    outline = Outline((unit("A", "B", 1, 1), unit("B", "A", 2, 2), unit("C", "C", 3, 3)), (), (), ())
    assert sorted(line.text for line in outline_lines(outline, "en")) == [
        "Departamento: A",
        "Departamento: B",
        "Departamento: C",
    ]


def test_two_units_of_one_name_are_both_shown() -> None:
    outline = Outline((unit("A", None, 1, 1), unit("B", "A", 2, 2), unit("A", None, 3, 3)), (), (), ())
    assert shown(outline, "en") == [
        (0, "Departamento: A", "line 1"),
        (1, "Departamento: B", "line 2"),
        (0, "Departamento: A", "line 3"),
    ]


def test_sort_acronym_code_start_provision_and_repeal_are_told() -> None:
    body = unit(
        "Agencia", None, 1, 1, sort=OutlineSort.BODY, acronym="AG", code="7", in_force_from="2025-02-13"
    )
    post = unit("Jefa", "Agencia", 2, 3, sort=OutlineSort.POST, provision="Artículo 2")
    gone = unit("Archivo", "Agencia", 4, 4, repealed=True, provision="Artículo 3")
    outline = Outline((body, post, gone), (), (), ())
    assert shown(outline) == [
        (0, "Departamento: Agencia (AG)", "organismo; 7; desde 2025-02-13; línea 1"),
        (1, "Departamento: Jefa", "cargo; Artículo 2; líneas 2–3"),
        (1, "Departamento: Archivo", "derogada; Artículo 3; línea 4"),
    ]
    assert shown(outline, "en")[0][2] == "body; 7; since 2025-02-13; line 1"
    assert [line.style for line in outline_lines(outline, "es")] == [Style.UNIT, Style.UNIT, Style.REPEALED]


def test_lists_have_their_names_and_only_provisions_that_are_news_are_told() -> None:
    functions = (
        item("a", 2, provision="Artículo 2"),
        item("I", 3, list="Art. 31", provision="Art. 31"),
        item("II", 4, list="Art. 31", provision="Art. 33"),
        item("I", 5, list="Art. 32"),
        item("b", 6),
    )
    outline = Outline((unit("A", None, 1, 9, *functions, provision="Artículo 2"),), (), (), ())
    assert shown(outline)[1:] == [
        (1, "a) Función a.", "línea 2"),
        (1, "Art. 31", ""),
        (1, "I) Función I.", "línea 3"),
        (1, "II) Función II.", "Art. 33; línea 4"),
        (1, "Art. 32", ""),
        (1, "I) Función I.", "línea 5"),
        (1, "–", ""),
        (1, "b) Función b.", "línea 6"),
    ]


def test_the_summary_counts_what_there_is() -> None:
    outline = Outline(
        (unit("A", None, 1, 5, item("a", 2, item("1", 3)), sort=OutlineSort.BODY), unit("B", "A", 6, 9)),
        (),
        (OutlineSource("ley", "2", None, 2019, None, "Ley 2", "cited", Place(3, 3)),),
        (
            doubt(DoubtCode.UNREAD_TEXT, 1),
            doubt(DoubtCode.EMPTY_UNIT, 6),
            doubt(DoubtCode.UNREAD_TEXT, 2),
        ),
    )
    assert summary(outline, "es") == (
        "Organismos: 1. Unidades: 1. Funciones: 2. Fuentes: 1. Dudas: 3 (unread_text 2, empty_unit 1)."
    )
    assert summary(outline, "en") == (
        "Bodies: 1. Units: 1. Functions: 2. Sources: 1. Doubts: 3 (unread_text 2, empty_unit 1)."
    )
    assert summary(Outline((), (), (), ()), "es") == "Unidades: 0. Funciones: 0. Fuentes: 0. Dudas: 0."


def test_the_doubts_alone_come_in_the_order_of_the_text() -> None:
    outline = Outline((), (), (), (doubt(DoubtCode.UNREAD_TEXT, 9), doubt(DoubtCode.EMPTY_LIST, 2)))
    assert list(doubt_lines(outline, "en")) == [
        Line(
            0,
            "? Line 2: the functions of “Compras” are announced and none follows.",
            Style.DOUBT,
            "Doubt: empty_list",
        ),
        Line(0, "? Line 9: it was not recognised what “c” is.", Style.DOUBT, "Doubt: unread_text"),
    ]


places = st.tuples(st.integers(1, 12), st.integers(0, 6)).map(lambda pair: Place(pair[0], sum(pair)))
names = st.sampled_from(["A", "B", "C"])
functions = st.recursive(
    st.builds(OutlineFunction, st.sampled_from(["a", "b"]), st.just("x"), places),
    lambda inner: st.builds(
        OutlineFunction,
        *(st.sampled_from(["a", "b"]), st.just("x"), places),
        children=st.lists(inner, max_size=2).map(tuple),
    ),
    max_leaves=4,
)
units = st.builds(
    OutlineUnit,
    *(
        names,
        st.none(),
        st.none() | names,
        st.none(),
        st.lists(functions, max_size=3).map(tuple),
        places,
        st.none(),
    ),
    code=st.none() | st.sampled_from("123"),
    parent_code=st.none() | st.sampled_from("123"),
)
doubts = st.builds(
    Doubt, st.sampled_from(DoubtCode), places, st.none() | names, st.none() | st.sampled_from(["a", "b"])
)


@given(st.lists(units, max_size=5), st.lists(doubts, max_size=6))
def test_of_any_outline_each_unit_function_and_doubt_is_told_once(
    some_units: list[OutlineUnit], some_doubts: list[Doubt]
) -> None:
    outline = Outline(tuple(some_units), (), (), tuple(some_doubts))
    styles = [line.style for line in outline_lines(outline, "es")]

    def count(functions: Sequence[OutlineFunction]) -> int:
        return sum(1 + count(function.children) for function in functions)

    assert styles.count(Style.UNIT) == len(some_units)
    assert styles.count(Style.FUNCTION) == sum(count(each.functions) for each in some_units)
    assert styles.count(Style.DOUBT) == len(some_doubts)


def test_the_time_to_tell_an_outline_grows_with_its_length_alone() -> None:
    def outline(size: int) -> Outline:
        some_units = tuple(
            unit(
                f"Unidad {each}",
                None,
                10 * each + 1,
                10 * each + 9,
                *(item(str(n), 10 * each + n) for n in range(2, 9)),
            )
            for each in range(size)
        )
        some_doubts = tuple(doubt(DoubtCode.UNREAD_TEXT, 10 * each + 5, "nadie") for each in range(size))
        return Outline(some_units, (), (), some_doubts)

    def told(told_of: Outline) -> None:
        assert sum(1 for _ in outline_lines(told_of, "es")) == 9 * len(told_of.units)

    assert_grows_with_its_length(outline, told, 4_000)
