"""The first filings of every random history: two organizations, one of which may succeed the other.

Called by the machine, and by what drafts the filings that follow.
"""

from __future__ import annotations

from datetime import date

from organica.domain.acts import (
    ROOT,
    Act,
    CreateUnit,
    EstablishOrganization,
    FunctionItem,
    Holder,
    PostItem,
    StartProgramme,
    StateOrganization,
    run_by,
    under,
)
from organica.domain.dates import LegalDate
from organica.domain.filings import Filing
from organica.domain.resolution import CoverageClaim, EntryKind, Resolution
from organica.domain.source import LegalSource

OWN, HEIR = "cl.servicio-ficticio", "cl.faro-nuevo"
FIRST = date(2000, 1, 1)


def openings() -> tuple[Filing, Filing]:
    """Return the first two filings: both organizations, each covered from the first day on."""
    trunk = PostItem(name="Dirección", heads=True, holder=Holder("Ana Marejada"), capacity="titular")
    own: tuple[Act, ...] = (
        StateOrganization(name="Servicio Ficticio", time_zone="America/Santiago"),
        CreateUnit(unit="direccion", parent=ROOT, kind="Dirección", name="Dirección", posts=(trunk,)),
        CreateUnit(unit="archivo", parent=under("direccion"), kind="Unidad", name="Archivo"),
        CreateUnit(
            unit="faros",
            parent=under("direccion"),
            kind="Departamento",
            name="Faros",
            functions=tuple(FunctionItem(text=f"Función {label}.", label=label) for label in "ab"),
            posts=(PostItem(name="Jefatura", heads=True), PostItem(name="Guardia")),
        ),
        CreateUnit(unit="boyas", parent=under("faros"), kind="Sección", name="Boyas"),
        StartProgramme(programme="guardacostas", name="Guardacostas", runner=run_by("archivo")),
    )
    heir = (
        EstablishOrganization(name="Faro Nuevo", time_zone="America/Santiago"),
        CreateUnit(unit="archivo", parent=ROOT, kind="Unidad", name="Archivo Nuevo"),
    )
    return tuple(  # type: ignore[return-value]  # There are two of them.
        Resolution(
            organization=organization,
            kind=EntryKind.ENACTMENT,
            source=source_of(entry, LegalDate.of(FIRST)),
            acts=acts,
            coverage=CoverageClaim(complete_under=(organization,)),
        )
        for entry, (organization, acts) in enumerate(((OWN, own), (HEIR, heir)), start=1)
    )


def source_of(
    entry: int, on: LegalDate, *, normative: bool = True, signed: date | None = None
) -> LegalSource:
    """Return a source numbered by its entry."""
    return LegalSource(
        country="cl",
        issuer="servicio-ficticio",
        kind="resolucion_exenta" if normative else "constancia",
        year=on.value[:4],
        in_force_from=on,
        number=str(entry),
        signed_on=None if signed is None else LegalDate.of(signed),
        normative=normative,
    )
