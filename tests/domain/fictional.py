"""A fictional body with eleven resolutions and one attestation between 2015 and 2031, as values.

Gives the unbound resolutions in the order in which they are enacted. The tests of the domain, the storage,
REST and GraphQL tell the same history, so that an answer can be compared from room to room.

    2015-03-01  resolución 1/2015   establishes the service with its units, functions and posts
    2016-07-01  resolución 20/2016  renames a division
    2017-02-01  resolución 5/2017   adds a function; enacted last of all
    2017-06-01  constancia w/2017   attests who heads a department
    2018-01-15  resolución 3/2018   moves a department
    2019-05-10  resolución 44/2019  rewords a function
    2020-09-01  resolución 60/2020  transfers a function under a new letter, and closes the gap it leaves
    2021        resolución 9/2021   sets an objective; nobody says on which day
    2022-04-01  resolución 12/2022  suppresses a division, whose parts go elsewhere
    2023-01-01  resolución 1/2023   appoints a head until the end of 2025
    2024-03-01  resolución 30/2024  creates the post that was only attested, and appoints to it
    2031-01-01  resolución 77/2024  creates a unit, in the future
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from organica.domain.acts import (
    ROOT,
    AmendFunction,
    AssignFunction,
    CreatePost,
    CreateUnit,
    EstablishOrganization,
    FunctionItem,
    FunctionRef,
    Holder,
    MoveUnit,
    PostItem,
    RelabelFunction,
    RenameUnit,
    SetObjective,
    SuppressUnit,
    TransferFunction,
    under,
)
from organica.domain.dates import DateBasis
from organica.domain.resolution import Resolution
from organica.domain.states import PostState
from organica.domain.structure import Structure, root_units
from tests.makers import (
    EVERYTHING,
    ORGANIZATION,
    a_resolution,
    a_source,
    a_statement,
    an_appointment,
    an_attestation,
    enact_all,
)

__all__ = ["BODY", "enact_all", "fictional_resolutions", "tree"]

BODY = ORGANIZATION


def fictional_resolutions() -> list[Resolution]:
    """Return the history, unbound, in the order in which it is enacted."""
    return [
        _establishment(),
        a_resolution(
            RenameUnit(unit="operaciones", name="División de Señalización Marítima"),
            number="20",
            in_force_from="2016-07-01",
            signed_on="2016-06-20",
            coverage=None,
        ),
        a_resolution(
            MoveUnit(unit="boyas", parent=under("apoyo")),
            number="3",
            in_force_from="2018-01-15",
            coverage=None,
        ),
        a_resolution(
            AmendFunction(
                function=FunctionRef(at="boyas/b"),
                text="Recuperar las boyas a la deriva y dar aviso a la autoridad marítima.",
            ),
            number="44",
            in_force_from="2019-05-10",
            coverage=None,
        ),
        a_resolution(
            TransferFunction(function=FunctionRef(at="boyas/a"), to="faros-norte", label="c"),
            RelabelFunction(function=FunctionRef(at="boyas/b"), label="a"),
            number="60",
            in_force_from="2020-09-01",
            coverage=None,
        ),
        a_resolution(
            SetObjective(unit="apoyo", objective="Sostener a las demás unidades."),
            number="9",
            in_force_from="2021",
            basis=DateBasis.ASSUMED,
            coverage=None,
        ),
        # The suppression comes first on purpose: the order inside one file does not matter.
        a_resolution(
            SuppressUnit(unit="apoyo"),
            TransferFunction(function=FunctionRef(at="apoyo/a"), to="direccion", label="b"),
            MoveUnit(unit="archivo", parent=under("direccion")),
            MoveUnit(unit="boyas", parent=under("direccion")),
            number="12",
            in_force_from="2022-04-01",
            coverage=None,
        ),
        a_resolution(
            an_appointment("direccion/head", "Marta Farías Luz", until="2026-01-01"),
            number="1",
            in_force_from="2023-01-01",
            coverage=None,
        ),
        an_attestation(
            a_statement(
                "faros-norte",
                None,
                name="Departamento de Faros del Norte",
                kind=None,
                posts=[PostItem(heads=True, holder=Holder("Luis Brisa Mar"))],
            ),
            number="w",
            in_force_from="2017-06-01",
            coverage=None,
        ),
        a_resolution(
            CreatePost(unit="faros-norte", post=PostItem(name="Jefatura de Faros del Norte", heads=True)),
            an_appointment("faros-norte/head", "Ana Rompeolas Sur"),
            number="30",
            in_force_from="2024-03-01",
            coverage=None,
        ),
        replace(
            a_resolution(
                CreateUnit(
                    unit="innovacion",
                    parent=under("direccion"),
                    kind="Unidad",
                    name="Unidad de Innovación",
                    functions=(FunctionItem(label="a", text="Ensayar faros sin cable."),),
                ),
                coverage=None,
            ),
            source=replace(a_source("77", "2031-01-01", signed_on="2024-10-02"), year="2024"),
        ),
        a_resolution(
            AssignFunction(
                unit="boyas",
                function=FunctionItem(label="c", text="Llevar el registro de boyas."),
            ),
            number="5",
            in_force_from="2017-02-01",
            signed_on="2017-01-10",
            coverage=None,
        ),
    ]


def _establishment() -> Resolution:
    """Units below come before units above on purpose: the order inside one file does not matter."""
    return a_resolution(
        EstablishOrganization(name="Servicio Nacional de Faros", time_zone="America/Santiago"),
        CreateUnit(
            unit="faros-norte",
            parent=under("operaciones"),
            kind="Departamento",
            name="Departamento de Faros del Norte",
            functions=(
                FunctionItem(label="a", text="Mantener encendidos los faros."),
                FunctionItem(label="b", text="Pintar las torres."),
            ),
        ),
        CreateUnit(
            unit="boyas",
            parent=under("operaciones"),
            kind="Departamento",
            name="Departamento de Boyas",
            functions=(
                FunctionItem(label="a", text="Fondear las boyas."),
                FunctionItem(label="b", text="Recuperar las boyas a la deriva."),
            ),
        ),
        CreateUnit(
            unit="archivo",
            parent=under("apoyo"),
            kind="Oficina",
            name="Oficina de Archivo",
            functions=(FunctionItem(label="a", text="Guardar las bitácoras."),),
        ),
        CreateUnit(
            unit="operaciones",
            parent=under("direccion"),
            kind="División",
            name="División de Operaciones",
        ),
        CreateUnit(
            unit="apoyo",
            parent=under("direccion"),
            kind="División",
            name="División de Apoyo",
            functions=(FunctionItem(label="a", text="Administrar los bienes."),),
        ),
        CreateUnit(
            unit="direccion",
            parent=ROOT,
            kind="Dirección",
            name="Dirección del Servicio",
            functions=(FunctionItem(label="a", text="Dirigir el servicio."),),
            posts=(PostItem(name="Directora o Director", heads=True),),
        ),
        number="1",
        in_force_from="2015-03-01",
        coverage=EVERYTHING,
    )


def tree(structure: Structure) -> str:
    """Print a structure for people: each unit with its posts, lettered functions and the units below it.

    A star marks the post that heads the unit; a question mark stands for what nobody says.
    """
    return "\n".join(line for root in root_units(structure.units) for line in _branch(structure, root, ""))


def _branch(structure: Structure, code: str, indent: str) -> Iterator[str]:
    unit = structure.units[code]
    yield f"{indent}{code}: {unit.name}" + (f" | {unit.objective}" if unit.objective else "")
    for post in structure.posts_by_unit.get(code, ()):
        yield f"{indent}  [{post.code}{' *' if post.heads else ''} {post.name or '?'}: {_held(structure, post)}]"
    for function in structure.functions_by_unit.get(code, ()):
        yield f"{indent}  {function.label}) {function.text} <{function.code}>"
    for below in sorted(structure.children.get(code, ())):
        yield from _branch(structure, below, indent + "  ")


def _held(structure: Structure, post: PostState) -> str:
    held = [f"{each.seal} ({each.capacity or '?'})" for each in structure.appointments_to(post.code)]
    return ", ".join(held) or ("vacante" if post.known_vacant else "?")
