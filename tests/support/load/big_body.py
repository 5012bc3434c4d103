"""A fictional body as big as a ministry: 300 units in a tree, 5,000 functions, some reforms.

Takes a store; enacts it. Called by campaigns that put a load on a served instance.
"""

from __future__ import annotations

from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.domain.acts import (
    ROOT,
    Act,
    FunctionItem,
    Holder,
    PostItem,
    RenameUnit,
    StateOrganization,
)
from organica.domain.resolution import CoverageClaim
from organica.register.enact import enact
from tests.makers import a_resolution, a_unit

ORGANIZATION = "cl.ministerio-ficticio"
UNITS = 300
FUNCTIONS = 5_000
CHILDREN_EACH = 4
RENAMES = 3
_EVERYTHING = CoverageClaim(complete_under=(ORGANIZATION,))
_SUBJECTS = ("compras", "personas", "archivos", "obras", "estudios", "atención", "datos", "finanzas")


def unit_code(number: int) -> str:
    """Return the code of the unit with a number from 0 on."""
    return f"unidad-{number}"


def _unit(number: int) -> Act:
    """Return the creation of a unit; CHILDREN_EACH hang from each, so that the tree is five levels deep."""
    first, last = number * FUNCTIONS // UNITS, (number + 1) * FUNCTIONS // UNITS
    functions = [
        FunctionItem(
            f"Proponer, coordinar y evaluar los planes de {_SUBJECTS[each % len(_SUBJECTS)]} que se le "
            f"encomienden con el número {each}, e informar de ellos a la Unidad {(each * 7) % UNITS}.",
            str(each - first + 1),
        )
        for each in range(first, last)
    ]
    head = PostItem(
        name=f"Jefatura {number}", heads=True, holder=Holder(f"Ana Inventada {number}"), capacity="titular"
    )
    return a_unit(
        unit_code(number),
        unit_code((number - 1) // CHILDREN_EACH) if number else ROOT,
        name=f"Unidad {number}",
        functions=functions,
        posts=[head],
    )


async def enact_big_body(url: str) -> None:
    """Enact the body and its renames into a register that has no such organization."""
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    try:
        founding: tuple[Act, ...] = (
            StateOrganization(name="Ministerio Ficticio", acronym="MF", time_zone="America/Santiago"),
            *(_unit(number) for number in range(UNITS)),
        )
        resolutions = [founding, *(_renames(turn) for turn in range(1, RENAMES + 1))]
        for year, acts in enumerate(resolutions, start=2010):
            await enact(
                store,
                a_resolution(
                    *acts,
                    number=str(year),
                    in_force_from=f"{year}-03-01",
                    organization=ORGANIZATION,
                    coverage=_EVERYTHING,
                ),
            )
    finally:
        await store.close()


def _renames(turn: int) -> tuple[Act, ...]:
    return tuple(
        RenameUnit(unit=unit_code(number), name=f"Unidad {number} de la reforma {turn}")
        for number in range(turn, UNITS, RENAMES)
    )
