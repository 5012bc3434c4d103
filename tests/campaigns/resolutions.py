"""The resolutions that campaigns enact: all rows and all writes of the storage, with as little law as that needs.

Takes an organization and a number; returns the resolution. Called by the processes that campaigns start.
"""

from __future__ import annotations

from datetime import date, timedelta

from organica.domain.acts import (
    FunctionItem,
    Holder,
    PostItem,
    RenameUnit,
    SetObjective,
    StateOrganization,
)
from organica.domain.resolution import CoverageClaim, Resolution
from tests.makers import a_resolution, a_unit

_FIRST_DAY = date(2015, 1, 1)


def founding(organization: str, number: str = "1") -> Resolution:
    """Return the resolution that creates the organization, a unit and its head."""
    head = PostItem(name="Jefatura", heads=True, holder=Holder("Ana Inventada"), capacity="titular")
    functions = [FunctionItem("Publicar.", "a"), FunctionItem("Ordenar.", "b")]
    return a_resolution(
        StateOrganization(name="Servicio", acronym="SF", time_zone="UTC"),
        a_unit("division", functions=functions, posts=[head]),
        number=number,
        organization=organization,
        coverage=CoverageClaim(complete_under=(organization,)),
        in_force_from=_FIRST_DAY.isoformat(),
    )


def renaming(organization: str, number: int) -> Resolution:
    """Return a later resolution, which closes rows of the one before and inserts others."""
    day = _FIRST_DAY + timedelta(days=number)
    return a_resolution(
        RenameUnit(unit="division", name=f"División {number}"),
        SetObjective(unit="division", objective=f"Servir por {number}.ª vez."),
        number=str(number),
        organization=organization,
        coverage=CoverageClaim(complete_under=(organization,)),
        in_force_from=day.isoformat(),
    )


def creating(organization: str, unit: str, number: str) -> Resolution:
    """Return a resolution that creates a unit beside whatever else there is."""
    return a_resolution(
        a_unit(unit),
        number=number,
        organization=organization,
        coverage=CoverageClaim(complete_under=(organization,)),
        in_force_from=_FIRST_DAY.isoformat(),
    )


def numbered(organization: str, number: int) -> Resolution:
    """Return the resolutions of an organization one after the other: number 1 founds it."""
    return founding(organization) if number == 1 else renaming(organization, number)
