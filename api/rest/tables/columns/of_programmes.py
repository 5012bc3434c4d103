"""The columns of programmes and services, with their figures in one cell.

Takes nothing; gives a `Table`. Called by the package.
"""

from __future__ import annotations

from api.rest.presenting.law import Plain
from api.rest.tables.columns.common import (
    ACRONYM,
    ASKED,
    LAW,
    OBJECTIVE,
    OF_UNIT,
    ORGANIZATION,
    UNIT_CODE,
    UNIT_NAME,
    joined,
    member,
)
from api.rest.tables.table import Column, Table
from organica.domain.acts import ProgrammeType, RunnerStatus
from organica.domain.errors import Says


def _figure(indicator: Plain) -> str:
    """Return a figure in one line: "Personas (2021-01-01/2021-09-01): 63354 personas", its end excluded."""
    period, unit = indicator["period"], indicator["unit"]
    days = period["on"]["value"] if period["on"] else f"{period['from']}/{period['until']}"
    return f"{indicator['name']} ({days}): {indicator['value']}{f' {unit}' if unit else ''}"


PROGRAMMES = Table(
    "programmes",
    Says(es="Programas y servicios", en="Programmes and services"),
    "programmes",
    "programme",
    (
        ORGANIZATION,
        member(
            "programme",
            Says(es="Código permanente del programa.", en="The programme's permanent code."),
            "code",
            required=True,
        ),
        member(
            "programme_type",
            Says(es="Si es un programa o un servicio.", en="Whether it is a programme or a service."),
            required=True,
            choices=ProgrammeType,
        ),
        member("kind", Says(es="Cómo se llama lo que es, en lo impreso.", en="What it is called in print.")),
        member("name", Says(es="Nombre.", en="Name."), required=True),
        member("acronym", ACRONYM),
        member("objective", OBJECTIVE),
        member(
            "run_by", Says(es="Quién lo ejecuta.", en="Who runs it."), required=True, choices=RunnerStatus
        ),
        member(
            "unit",
            Says(es="Código de la unidad que lo ejecuta.", en="The code of the unit that runs it."),
            pattern=UNIT_CODE,
        ),
        member("unit_name", UNIT_NAME),
        Column(
            "functions",
            lambda row: joined((each["code"] for each in row.seen["functions"]), " "),
            Says(
                es="Códigos de las funciones que cumple, separados por espacios.",
                en="Codes of the functions that it fulfils, with blanks between.",
            ),
        ),
        Column(
            "audience",
            lambda row: joined(row.seen["audience"]),
            Says(
                es="A quiénes atiende, separados por punto y coma.",
                en="Whom it serves, with semicolons between.",
            ),
        ),
        Column(
            "channels",
            lambda row: joined(each["name"] for each in row.seen["channels"]),
            Says(
                es="Por dónde se llega, separados por punto y coma.",
                en="How it is reached, with semicolons between.",
            ),
        ),
        Column(
            "partners",
            lambda row: joined(each["name"] for each in row.seen["partners"]),
            Says(
                es="Quiénes participan, separados por punto y coma.",
                en="Who takes part, with semicolons between.",
            ),
        ),
        Column(
            "financing",
            lambda row: joined(each["name"] for each in row.seen["financing"]),
            Says(
                es="Quiénes lo pagan, separados por punto y coma.",
                en="Who pays for it, with semicolons between.",
            ),
        ),
        Column(
            "rests_on",
            lambda row: joined(row.seen["rests_on"], " "),
            Says(
                es="Claves de las normas en que descansa, separadas por espacios.",
                en="Keys of the norms that it rests on, with blanks between.",
            ),
        ),
        Column(
            "indicators",
            lambda row: joined(map(_figure, row.seen["indicators"])),
            Says(
                es="Cada cifra con su período, cuyo fin se excluye, separadas por punto y coma.",
                en="Each figure with its period, the end of days excluded, with semicolons between.",
            ),
        ),
        *LAW,
        *ASKED,
    ),
    key_on_day=("programme",),
    references_on_day=(OF_UNIT,),
)
