"""The bodies whose answers the tests of formats ask for: everything that a format must carry.

Gives filings. `cl.hoja-ficticia` has what a spreadsheet would run, a dated future, provisions, sub-items, a
reference that is carried over, relations of sources and every kind of date.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from api.rest.print_examples import BODIES
from organica.domain.acts import (
    CarryOver,
    ClassifyUnit,
    EstablishOrganization,
    RenameUnit,
    SetObjective,
    UnitClass,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.filings import Filing
from organica.domain.resolution import CoverageClaim
from organica.domain.source import Provision, Relation, RelationKind
from organica.files import read_file
from tests.makers import a_post, a_resolution, a_unit, an_appointment, an_item, key_of
from tests.support.lineage import lineage_filings
from tests.support.turbulent import turbulent

SEEDS = Path(__file__).parents[3] / "seeds"
SHEET = "cl.hoja-ficticia"
FORMULAS = {
    "igual": '=HYPERLINK("http://x.example","clic")',
    "mas": "+56 2 es el prefijo",
    "menos": "-2+3",
    "arroba": "@SUM(1+1)",
    "ancha": "＝1+1",
    "apostrofo": "'=1+1",
}
TEXT = 'Llevar «la hoja», con comas, "comillas" y\notra línea; 100 %.'
TODAY = "2026-11-21"


def sheet_filings() -> list[Filing]:
    """Return the filings of the body with the hostile names."""
    article = Provision(
        document="anexo", article="5", paragraph="2", label="b", printed="artículo 5, letra b)"
    )
    founded = a_resolution(
        EstablishOrganization(
            name="Hoja Ficticia",
            acronym="HF",
            time_zone="America/Santiago",
            attached_to="cl.ministerio-ficticio",
        ),
        a_unit("direccion", kind="Dirección", posts=[a_post("=1+1", heads=True), a_post("Subjefatura")]),
        *(a_unit(code, "direccion", name=name) for code, name in FORMULAS.items()),
        replace(
            a_unit(
                "hojas",
                "direccion",
                functions=[
                    an_item("a", TEXT),
                    replace(
                        an_item("b", "Guardar:", list="generales"), children=(an_item("1", "los libros."),)
                    ),
                ],
            ),
            provision=article,
        ),
        ClassifyUnit(unit="igual", unit_class=UnitClass.SUPPORT),
        SetObjective(unit="direccion", objective="Dirigir.\n\nY responder."),
        CarryOver(name="Oficina de Hojas", unit="hojas"),
        CarryOver(name="Ministerio Antiguo", organization="cl.ministerio-ficticio"),
        an_appointment("direccion/head", "Rocío Prado Ficticia", until="2028-01-01"),
        number="10",
        in_force_from="2020-03",
        organization=SHEET,
        coverage=CoverageClaim(complete_under=(SHEET,), note="Todo"),
    )
    future = a_resolution(
        RenameUnit(unit="hojas", name="Departamento de Hojas y Planillas"),
        a_unit("planillas", "direccion", functions=[an_item("a", "Llevar planillas.")]),
        number="11",
        in_force_from="2027-07-01",
        organization=SHEET,
        coverage=None,
    )
    return [
        founded,
        replace(
            future,
            source=replace(
                future.source,
                signed_on=LegalDate("2026-10"),
                published_on=LegalDate("2026"),
                notified_on=LegalDate("2026-11-02", DateBasis.COMPUTED),
                text_url="https://ley.example/11",
                title="Segunda organización",
                subject="Organiza, «otra vez»",
                relations=tuple(Relation(kind, key_of("10", "2020")) for kind in RelationKind),
            ),
        ),
    ]


def filings() -> list[Filing]:
    """Return the filings of all bodies, in the order in which they are enacted."""
    seeds = [
        read_file(file) for body in BODIES for file in sorted((SEEDS / body / "resolutions").glob("*.yaml"))
    ]
    return [*seeds, *turbulent(), *lineage_filings(), *sheet_filings()]
