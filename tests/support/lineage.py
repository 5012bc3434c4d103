"""A fictional body that absorbs, splits and passes to an heir, enacted file by file; its units have outside names.

Gives the filings by entry; the tests of lineage and external ids enact them and ask, before and after each.
"""

from __future__ import annotations

from organica.domain.acts import (
    Act,
    EstablishOrganization,
    MergeUnits,
    NewUnit,
    RemoveFunction,
    Share,
    SplitUnit,
    StateOrganization,
    Succeed,
    TransferFunction,
    under,
)
from organica.domain.filings import ExternalId, Filing, IdMapping
from organica.domain.resolution import CoverageClaim, Resolution
from tests.makers import a_function, a_resolution, a_unit, items

OLD, HEIR = "cl.faro-viejo", "cl.faro-nuevo"
FOUNDED, ABSORBED, SPLIT, SUCCEEDED, NAMED, UNNAMED = 1, 3, 4, 5, 6, 7
SENALES = NewUnit(unit="senales", parent=under("direccion"), kind="Sección", name="Sección de Señales")
COSTAS = NewUnit(unit="costas", parent=under("direccion"), kind="División", name="División de Costas")


def _filed(organization: str, day: str, *acts: Act) -> Resolution:
    return a_resolution(
        *acts,
        number=day.replace("-", ""),
        in_force_from=day,
        organization=organization,
        coverage=CoverageClaim(complete_under=(organization,)),
    )


def lineage_filings() -> list[Filing]:
    """Return the filings, entry 1 first.

    Puertos absorbs Faros, whose b goes to Dirección and whose c ends, and Boyas and Luces merge into Señales,
    which is new; then Puertos is split into Costas, which is new, and Muelles; then all passes to another
    organization.
    """
    absorption = (
        TransferFunction(function=a_function("faros/b"), to="direccion", label="z"),
        RemoveFunction(function=a_function("faros/c")),
        MergeUnits(units=("faros",), into="puertos"),
        MergeUnits(units=("boyas", "luces"), create=SENALES),
    )
    shares = (
        Share(create=COSTAS, functions=(a_function("puertos/a"),)),
        Share(unit="muelles", functions=(a_function(code="faros.1"),)),
    )
    names = (
        ExternalId("br.siorg", "77", unit="costas"),
        ExternalId("br.siorg", "78", unit="muelles"),
        ExternalId("cl.rrhh", "F-1", function="puertos.1"),
        ExternalId("cl.rrhh", "O", organization=OLD),
        ExternalId("cl.rrhh", "Ñ 1", unit="costas"),
    )
    return [
        _filed(
            OLD,
            "2015-01-01",
            StateOrganization(name="Faro Viejo", time_zone="America/Santiago"),
            a_unit("direccion"),
            a_unit("faros", "direccion", functions=items("a b c")),
            a_unit("puertos", "direccion", functions=items("a")),
            a_unit("muelles", "direccion", functions=items("a")),
            a_unit("boyas", "direccion", functions=items("a")),
            a_unit("luces", "direccion"),
        ),
        _filed(HEIR, "2016-01-01", EstablishOrganization(name="Faro Nuevo", time_zone="America/Santiago")),
        _filed(OLD, "2020-01-01", *absorption),
        _filed(OLD, "2022-01-01", SplitUnit(unit="puertos", into=shares)),
        _filed(OLD, "2025-01-01", Succeed(heir=HEIR)),
        IdMapping(OLD, names),
        IdMapping(OLD, (ExternalId("br.siorg", "77", unit="costas", withdrawn=True),)),
    ]
