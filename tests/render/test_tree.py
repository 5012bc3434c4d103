"""Trees as lines: exact text, exact levels."""

from dataclasses import replace

from organica.domain.outline import (
    Doubt,
    DoubtCode,
    Outline,
    OutlineFunction,
    OutlineHead,
    OutlineSource,
    OutlineUnit,
    Place,
)
from organica.render.tree import (
    FunctionNode,
    Line,
    PostNode,
    Style,
    UnitNode,
    outline_lines,
    structure_lines,
    titled,
)

ITEM = FunctionNode("compras.2", "1", "Un subpunto.")
COMPRAS = UnitNode(
    code="compras",
    kind="Departamento",
    name="Compras",
    citation="Resolución 2 de 2020",
    objective=None,
    posts=(PostNode("Jefatura: vacante"),),
    functions=(
        FunctionNode("compras.1", "a", "Comprar.", (ITEM,)),
        FunctionNode("compras.3", None, "Pagar."),
    ),
    children=(),
)
DIVISION = UnitNode(
    code="division",
    kind="División",
    name="División de Gestión",
    citation="Resolución 1 de 2019",
    objective="Gestionar.",
    posts=(),
    functions=(),
    children=(COMPRAS,),
)


def test_a_structure_shows_its_letters() -> None:
    assert list(structure_lines([DIVISION], "es", citation="Resolución 1 de 2019")) == [
        Line(0, "División de Gestión", Style.UNIT, "division"),
        Line(1, "Departamento: Compras", Style.UNIT, "compras"),
        Line(2, "Resolución 2 de 2020", Style.SOURCE),
        Line(2, "Jefatura: vacante", Style.POST),
        Line(2, "2 funciones: a –", Style.FUNCTION),
    ]


def test_a_full_structure_shows_objectives_texts_and_sub_items() -> None:
    assert [(line.indent, line.text, line.note) for line in structure_lines([DIVISION], "en", full=True)] == [
        (0, "División de Gestión", "division"),
        (1, "Resolución 1 de 2019", ""),
        (1, "Gestionar.", ""),
        (1, "Departamento: Compras", "compras"),
        (2, "Resolución 2 de 2020", ""),
        (2, "Jefatura: vacante", ""),
        (2, "a) Comprar.", "compras.1"),
        (3, "1) Un subpunto.", "compras.2"),
        (2, "– Pagar.", "compras.3"),
    ]


def test_what_is_no_norm_is_marked_beside_what_only_it_says() -> None:
    page = "constancia: Organigrama"
    attested = UnitNode(
        code="compras",
        kind="Departamento",
        name="Compras",
        citation="Resolución 2 de 2020",
        objective=None,
        posts=(PostNode("Encabeza: Ana Rojas", page),),
        functions=(
            FunctionNode("compras.1", "a", "Comprar."),
            FunctionNode("compras.2", "b", "Pagar.", attested_by=page),
        ),
        children=(),
    )
    assert [(line.text, line.note) for line in structure_lines([attested], "es")] == [
        ("Departamento: Compras", "compras"),
        ("Resolución 2 de 2020", ""),
        ("Encabeza: Ana Rojas", page),
        ("2 funciones: a b", page),
    ]
    full = [(line.text, line.note) for line in structure_lines([attested], "es", full=True)]
    assert full[-2:] == [("a) Comprar.", "compras.1"), ("b) Pagar.", f"compras.2; {page}")]
    whole = [line.note for line in structure_lines([replace(attested, citation=page)], "es", full=True)]
    assert whole == ["compras", "", page, "compras.1", "compras.2"]


def test_a_name_that_begins_with_its_kind_does_not_repeat_it() -> None:
    assert titled("División", "División de Compras") == "División de Compras"
    assert titled("Departamento", "Compras") == "Departamento: Compras"
    assert titled(None, "Compras") == "Compras"


def unit(name: str, parent: str | None, first: int, last: int, *functions: OutlineFunction) -> OutlineUnit:
    return OutlineUnit(name, "Departamento", parent, None, functions, Place(first, last), None)


def doubt(code: DoubtCode, line: int) -> Doubt:
    return Doubt(code, Place(line, line), subject="Compras", printed="c", suggestion="b")


def test_each_doubt_stands_under_what_it_is_about() -> None:
    item = OutlineFunction("c", "Comprar.", Place(7, 8))
    outline = Outline(
        units=(unit("División", None, 1, 3), unit("Compras", "División", 4, 9, item)),
        heads=(OutlineHead("Compras", "Ana Soto", "Jefa", None, Place(5, 5)),),
        sources=(OutlineSource("ley", "1", None, 2020, None, "Ley 1 de 2020", "self", Place(12, 12)),),
        doubts=(
            doubt(DoubtCode.LABEL_SKIPPED, 7),
            doubt(DoubtCode.EMPTY_UNIT, 4),
            doubt(DoubtCode.UNREAD_TEXT, 11),
        ),
    )
    lines = [(line.indent, line.text, line.note) for line in outline_lines(outline, "es")]
    assert lines == [
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


def test_units_that_name_each_other_as_parents_are_each_shown_once() -> None:
    outline = Outline((unit("A", "B", 1, 1), unit("B", "A", 2, 2), unit("C", "C", 3, 3)), (), (), ())
    assert sorted(line.text for line in outline_lines(outline, "en")) == [
        "Departamento: A",
        "Departamento: B",
        "Departamento: C",
    ]


def test_two_units_of_one_name_are_both_shown() -> None:
    outline = Outline((unit("A", None, 1, 1), unit("B", "A", 2, 2), unit("A", None, 3, 3)), (), (), ())
    assert [(line.indent, line.text, line.note) for line in outline_lines(outline, "en")] == [
        (0, "Departamento: A", "line 1"),
        (1, "Departamento: B", "line 2"),
        (0, "Departamento: A", "line 3"),
    ]
