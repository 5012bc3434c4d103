"""Units that come out of others, and what is left where one ends."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import (
    UNKNOWN_PARENT,
    AssignFunction,
    CreatePost,
    CreateUnit,
    FunctionItem,
    MergeUnits,
    PostItem,
    SplitUnit,
    under,
)
from organica.domain.outline import Doubt, DoubtCode
from organica.plan import propose
from tests.makers import a_post_ref, a_resolution
from tests.support.plan.texts import (
    ARCHIVO,
    COMPRAS,
    LINE,
    a_body,
    a_known_unit,
    a_plan,
    a_text,
    a_text_unit,
    acts_of,
    facts,
    structure_of,
    the_text_of_the_body,
)


def test_units_whose_functions_one_new_unit_has_are_merged() -> None:
    units = the_text_of_the_body()
    heir = a_text_unit("Departamento de Gestión Interna", (*COMPRAS, *ARCHIVO))
    book = a_body()
    proposal = a_plan(book, a_text(units[0], units[2], heir))
    (merge,) = (each.act for each in proposal.acts if isinstance(each.act, MergeUnits))
    assert (merge.units, merge.heir) == (("compras", "archivo"), "gestion-interna")
    held = structure_of(book).functions_by_unit["gestion-interna"]
    assert [(each.label, each.code) for each in held] == [
        *(("abcd"[number], f"compras.{number + 1}") for number in range(4)),
        *(("efg"[number], f"archivo.{number + 1}") for number in range(3)),
    ]


def test_a_new_unit_with_something_of_another_is_created_and_the_split_is_noted() -> None:
    units = the_text_of_the_body()
    units[1] = a_text_unit("Departamento de Compras", COMPRAS[:2])
    new = (
        "Pagar a los proveedores",
        "Conciliar las cuentas corrientes",
        "Emitir los cheques de la institución",
    )
    units.append(a_text_unit("Departamento de Contratos", (*COMPRAS[2:], *new)))
    proposal = a_plan(a_body(), a_text(*units))
    created = next(planned for planned in proposal.acts if isinstance(planned.act, CreateUnit))
    assert [other.says.en for other in created.instead_of] == [
        "Split “Departamento de Contratos” from “Departamento de Compras”."
    ]
    assert [act for act in acts_of(proposal) if "transfer" in act] == [
        "transfer function compras/c",
        "transfer function compras/d",
    ]


def test_a_unit_that_takes_over_all_that_another_did_absorbs_it() -> None:
    units = the_text_of_the_body()
    units[1] = a_text_unit("Departamento de Compras", (*COMPRAS, *ARCHIVO))
    proposal = a_plan(a_body(), a_text(*units[:3]))
    (merge,) = (each.act for each in proposal.acts if isinstance(each.act, MergeUnits))
    assert (merge.units, merge.into) == (("archivo",), "compras")


def test_a_new_unit_made_of_one_units_functions_is_split_off() -> None:
    book = a_body()
    more = ("Emitir las órdenes de compra", "Pagar las facturas de los proveedores a treinta días")
    units = the_text_of_the_body()
    units[1] = a_text_unit("Departamento de Compras", (*COMPRAS, *more))
    a_plan(book, a_text(*units))
    units[1] = a_text_unit("Departamento de Compras", COMPRAS[:3])
    heir = a_text_unit("Oficina de Pagos", (COMPRAS[3], *more), kind="Oficina")
    outline = a_text(*units, heir)
    source = replace(outline.sources[0], number="100", printed="Decreto 100 de 2025")
    proposal = propose(replace(outline, sources=(source,)), structure_of(book), facts())
    (split,) = (each.act for each in proposal.acts if isinstance(each.act, SplitUnit))
    assert (split.unit, split.remains, [share.heir for share in split.into]) == ("compras", True, ["pagos"])
    assert [ref.code for ref in split.into[0].functions] == ["compras.4", "compras.5", "compras.6"]


def test_a_unit_that_the_text_still_names_is_left_for_a_person_to_decide() -> None:
    units = the_text_of_the_body()[:3]
    naming = (*COMPRAS, "Entregar los expedientes al departamento de archivo")
    book = a_body()
    listed = Doubt(DoubtCode.UNIT_NOT_DESCRIBED, LINE, printed="Departamento de Archivo")
    outlines = (
        a_text(units[0], a_text_unit("Departamento de Compras", naming), units[2]),
        replace(a_text(*units), doubts=(listed,)),
    )
    for outline in outlines:
        proposal = propose(outline, structure_of(book), facts())
        assert ("still_named", "archivo") in [(doubt.code, doubt.unit) for doubt in proposal.doubts]
        assert not [act for act in acts_of(proposal) if "archivo" in act and "expedientes" not in act]


def test_what_hung_from_a_unit_that_ends_hangs_from_nothing_known_where_the_text_is_silent() -> None:
    book = a_body()
    below = a_known_unit("Oficina de Actas", ("Redactar las actas",), "actas", under("archivo"))
    head = a_post_ref("archivo/head")
    held = AssignFunction(unit="archivo", post=head, function=FunctionItem("Firmar las copias", "z"))
    post = CreatePost(unit="archivo", post=PostItem(name="Archivero", heads=True))
    book.enact(a_resolution(below, post, held, number="2", in_force_from="2016-01-01"))
    units = the_text_of_the_body()[:3]
    lone = a_text_unit("Oficina de Actas", ("Redactar las actas",), parent=None, kind="Oficina")
    proposal = a_plan(book, a_text(*units, lone))
    assert [act for act in acts_of(proposal) if "restate" not in act] == [
        "move unit actas",
        *(f"remove function archivo/{label}" for label in "abcz"),
        "suppress unit archivo",
    ]
    assert structure_of(book).units["actas"].parent == UNKNOWN_PARENT
    assert [doubt.code for doubt in proposal.doubts] == ["suppression", "parent_ends"]
