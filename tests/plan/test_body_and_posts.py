"""What a text gives to the body itself, to posts and to the parts of an item."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import (
    ROOT,
    CreateUnit,
    RestateUnit,
    under,
)
from organica.domain.outline import OutlineSort
from organica.plan import propose
from tests.support.plan.texts import (
    a_body,
    a_plan,
    a_text,
    a_text_unit,
    acts_of,
    facts,
    structure_of,
    the_text_of_the_body,
)


def test_the_functions_of_the_body_itself_are_those_of_a_root_unit() -> None:
    body = a_text_unit(
        "Servicio Ficticio", ("Velar por el puerto",), kind=None, parent=None, sort=OutlineSort.BODY
    )
    units = [replace(unit, parent=unit.parent or "Servicio Ficticio") for unit in the_text_of_the_body()]
    book = a_body()
    proposal = a_plan(book, a_text(body, *units))
    created = next(planned.act for planned in proposal.acts if isinstance(planned.act, CreateUnit))
    assert (created.unit, created.parent, created.kind) == ("servicio-ficticio", ROOT, "Servicio")
    assert structure_of(book).units["direccion"].parent == under("servicio-ficticio")
    assert "kind_unstated" in [doubt.code for doubt in proposal.doubts]


def test_a_body_that_is_only_named_is_no_unit() -> None:
    body = a_text_unit("Servicio Ficticio", kind=None, parent=None, sort=OutlineSort.BODY)
    units = [replace(unit, parent=unit.parent or "Servicio Ficticio") for unit in the_text_of_the_body()]
    proposal = a_plan(a_body(), a_text(body, *units))
    assert {type(planned.act) for planned in proposal.acts} == {RestateUnit}


def test_what_a_post_is_given_is_assigned_to_the_post_and_restated_later() -> None:
    post = a_text_unit("Jefatura de Gabinete", ("Llevar la agenda",), sort=OutlineSort.POST)
    book = a_body()
    outline = a_text(*the_text_of_the_body(), post)
    proposal = a_plan(book, outline)
    assert acts_of(proposal)[-2:] == ["create post direccion", "assign function a"]
    (held,) = structure_of(book).functions_by_unit["direccion"]
    assert (held.post, held.text) == ("direccion.p1", "Llevar la agenda")
    again = propose(outline, structure_of(book), facts())
    assert acts_of(again)[-1] == f"restate function {held.unit}/a"


def test_a_post_of_no_known_unit_is_a_doubt() -> None:
    post = a_text_unit("Jefatura", ("Mandar",), parent="Otra cosa", sort=OutlineSort.POST)
    proposal = a_plan(a_body(), a_text(*the_text_of_the_body(), post))
    assert [doubt.code for doubt in proposal.doubts] == ["post_astray"]


def test_sub_items_are_compared_under_their_item() -> None:
    units = the_text_of_the_body()
    above = units[3].functions[0]
    below = tuple(
        replace(above, label=label, text=text) for label, text in (("1", "Inventario"), ("2", "Copias"))
    )
    units[3] = replace(units[3], functions=(replace(above, children=below), *units[3].functions[1:]))
    book = a_body()
    assert acts_of(a_plan(book, a_text(*units)))[-2:] == ["assign function 1", "assign function 2"]
    fewer = replace(above, children=(replace(below[1], label="1", text="Copias autorizadas"),))
    units[3] = replace(units[3], functions=(fewer, *units[3].functions[1:]))
    again = propose(a_text(*units), structure_of(book), facts())
    assert acts_of(again)[-3:] == [
        "relabel function archivo/a/2",
        "amend function archivo/a/2",
        "remove function archivo/a/1",
    ]
