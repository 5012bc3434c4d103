"""Trees as lines: exact text, exact levels."""

from dataclasses import replace

from organica.render.tree import (
    FunctionNode,
    Line,
    PostNode,
    ProgrammeNode,
    Style,
    UnitNode,
    programme_lines,
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


def test_a_programme_is_a_line_below_the_functions_of_the_unit_that_runs_it() -> None:
    page = "constancia: Formulario"
    one = ProgrammeNode("tienda", "Servicio: Tienda", "Vender.", attested_by=page)
    unit = replace(COMPRAS, programmes=(one,), children=(replace(DIVISION, children=()),))
    assert list(structure_lines([unit], "es"))[3:5] == [
        Line(1, "2 funciones: a –", Style.FUNCTION),
        Line(1, "Servicio: Tienda", Style.PROGRAMME, f"tienda; {page}"),
    ]
    full = list(structure_lines([replace(unit, citation=page)], "es", full=True))
    assert Line(1, "Servicio: Tienda", Style.PROGRAMME, "tienda") in full
    assert full[full.index(Line(1, "Servicio: Tienda", Style.PROGRAMME, "tienda")) + 1] == Line(
        2, "Vender.", Style.OBJECTIVE
    )


def test_programmes_that_no_unit_runs_stand_by_themselves() -> None:
    one = ProgrammeNode("tienda", "Servicio: Tienda", attested_by="constancia: Formulario")
    assert list(programme_lines([one], told="constancia: Formulario")) == [
        Line(0, "Servicio: Tienda", Style.PROGRAMME, "tienda")
    ]


def test_a_name_that_begins_with_its_kind_does_not_repeat_it() -> None:
    assert titled("División", "División de Compras") == "División de Compras"
    assert titled("Departamento", "Compras") == "Departamento: Compras"
    assert titled(None, "Compras") == "Compras"
