"""One maker per value for outlines and what stands before them: the least that a test must say.

Called by tests/plan. A body is written as units with their functions; what a test does not name is plain.
"""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import Act, CreateUnit, FunctionItem, Parent, kind_of, under
from organica.domain.acts.parts import ROOT
from organica.domain.dates import LegalDate
from organica.domain.outline import (
    AmendmentAction,
    Outline,
    OutlineAmendment,
    OutlineFunction,
    OutlineSort,
    OutlineSource,
    OutlineUnit,
    Place,
    SourceRelation,
)
from organica.domain.structure import Structure
from organica.plan import Mode, ModeReason, PageFacts, Proposal, Scope, propose
from tests.makers import ORGANIZATION, Book, a_day, a_resolution

LINE = Place(1, 1)
DAY = "2025-12-31"
WHOLE = Scope(Mode.FULL, ModeReason.GIVEN)

COMPRAS = (
    "Elaborar el plan anual de compras de la institución",
    "Publicar las licitaciones y sus aclaraciones en el sistema de información",
    "Administrar los contratos de suministro y verificar su cumplimiento",
    "Capacitar a los requirentes en la normativa de contratación",
)
PERSONAS = (
    "Llevar la hoja de vida de los funcionarios",
    "Liquidar las remuneraciones y las horas extraordinarias",
    "Coordinar el comité paritario de higiene y seguridad",
    "Las demás funciones que le encomiende la jefatura superior",
)
ARCHIVO = (
    "Custodiar los expedientes y resguardar su integridad",
    "Transferir al archivo nacional los documentos históricos",
    "Responder las solicitudes de copias de los tribunales",
)


def a_text_unit(
    name: str,
    texts: tuple[str, ...] = (),
    *,
    parent: str | None = "Dirección",
    kind: str | None = "Departamento",
    labels: str = "abcdefghij",
    sort: OutlineSort = OutlineSort.UNIT,
    **more: object,
) -> OutlineUnit:
    """Return one unit of a text, its functions lettered in their order."""
    functions = tuple(OutlineFunction(label, text, LINE) for label, text in zip(labels, texts, strict=False))
    return OutlineUnit(name, kind, parent, None, functions, LINE, None, sort=sort, **more)  # type: ignore[arg-type]


def a_head_unit() -> OutlineUnit:
    return a_text_unit("Dirección", parent=None, kind="Dirección")


def a_text(
    *units: OutlineUnit, orders: tuple[OutlineAmendment, ...] = (), body: str | None = None
) -> Outline:
    """Return a text of its own source."""
    source = OutlineSource("decreto", "99", None, 2025, None, "Decreto 99 de 2025", "self", LINE)
    return Outline(units, (), (source,), (), amendments=orders, body=body)


def amends(source: OutlineSource) -> OutlineSource:
    """Return a source as a text cites it that amends it."""
    return replace(source, role="cited", relation=SourceRelation.AMENDS)


def an_order(action: AmendmentAction, **more: str) -> OutlineAmendment:
    """Return one order of an amending act."""
    return OutlineAmendment(action, LINE, "Modifícase …", **more)


def a_known_unit(name: str, texts: tuple[str, ...], code: str, parent: Parent = ROOT) -> CreateUnit:
    """Return the creation of a unit with lettered functions."""
    items = tuple(FunctionItem(text, label) for label, text in zip("abcdefghij", texts, strict=False))
    return CreateUnit(unit=code, parent=parent, kind=name.split()[0], name=name, functions=items)


def a_body() -> Book:
    """Return the register of a body with a direction and three departments."""
    above = under("direccion")
    return Book(
        a_resolution(
            a_known_unit("Dirección", (), "direccion"),
            a_known_unit("Departamento de Compras", COMPRAS, "compras", above),
            a_known_unit("Departamento de Personas", PERSONAS, "personas", above),
            a_known_unit("Departamento de Archivo", ARCHIVO, "archivo", above),
        )
    )


def the_text_of_the_body() -> list[OutlineUnit]:
    """Return the units of `a_body` as a text prints them."""
    return [
        a_head_unit(),
        a_text_unit("Departamento de Compras", COMPRAS),
        a_text_unit("Departamento de Personas", PERSONAS),
        a_text_unit("Departamento de Archivo", ARCHIVO),
    ]


def structure_of(book: Book) -> Structure:
    return book.history.structure_on(a_day(DAY))


def facts(scope: Scope | None = WHOLE) -> PageFacts:
    """Return the facts beside a text that begins on `DAY`; it states the whole, unless told otherwise."""
    return PageFacts(
        ORGANIZATION, "Servicio Ficticio", "America/Santiago", in_force_from=LegalDate(DAY), scope=scope
    )


def a_plan(book: Book, outline: Outline, scope: Scope | None = WHOLE) -> Proposal:
    """Return what is proposed for a text, after making sure that the register takes it as it is."""
    proposal = propose(outline, structure_of(book), facts(scope))
    if proposal.resolution.acts:
        book.enact(proposal.resolution)
    return proposal


def said(act: Act) -> str:
    """Return an act in a few words: its kind and what it is about."""
    target = getattr(act, "unit", None) or getattr(act, "units", None) or getattr(act, "post", None)
    function = getattr(act, "function", None)
    if function is not None:
        target = getattr(function, "at", None) or getattr(function, "label", None) or target
    return f"{kind_of(act)} {target}"


def acts_of(proposal: Proposal) -> list[str]:
    return [said(planned.act) for planned in proposal.acts]
