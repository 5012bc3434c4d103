"""The objective of a unit cites the norm that gave it one: that of the unit, or a later one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from organica.domain.acts import SetObjective
from organica.domain.filings import Filing
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.makers import a_resolution, a_statement, a_unit, an_attestation, items
from tests.support.stores import enact_in

FIRST, SECOND, THIRD = (
    "Resolución exenta 1 de 2015",
    "Resolución exenta 2 de 2020",
    "Resolución exenta 3 de 2022",
)
NEVER = "Sin modificación"
FOUNDING = a_unit("faros", functions=items("a"))
AIMED = replace(FOUNDING, objective="Alumbrar.")


def aiming(objective: str, number: str, day: str) -> Filing:
    act = SetObjective(unit="faros", objective=objective)
    return a_resolution(act, number=number, in_force_from=day, coverage=None)


GIVEN = aiming("Alumbrar más.", "2", "2020-03-05")
CHANGED = aiming("Alumbrar siempre.", "3", "2022-03-05")
SEEN = an_attestation(
    a_statement("faros", parent=None, name="Departamento Faros", objective="Señalar."), coverage=None
)


@pytest.mark.parametrize(
    ("filings", "rows"),
    [
        ((a_resolution(AIMED), GIVEN), [(FIRST, "Alumbrar más.\na) Ejercer la función a.", "05/03/2020")]),
        (
            (a_resolution(FOUNDING), GIVEN),
            [(SECOND, "Alumbrar más.", NEVER), (FIRST, "a) Ejercer la función a.", NEVER)],
        ),
        (
            (a_resolution(FOUNDING), GIVEN, CHANGED),
            [(SECOND, "Alumbrar siempre.", "05/03/2022"), (FIRST, "a) Ejercer la función a.", NEVER)],
        ),
        (
            (a_resolution(FOUNDING), SEEN, GIVEN),
            [(SECOND, "Alumbrar más.", NEVER), (FIRST, "a) Ejercer la función a.", NEVER)],
        ),
        (
            (
                a_resolution(FOUNDING),
                GIVEN,
                a_resolution(
                    a_statement("faros", functions=items("a"), objective="Alumbrar más."),
                    number="3",
                    in_force_from="2022-03-05",
                    coverage=None,
                ),
            ),
            [(THIRD, "Alumbrar más.\na) Ejercer la función a.", NEVER)],
        ),
    ],
    ids=["changed", "given", "given and changed", "attested before", "stated anew"],
)
def test_an_objective_cites_the_norm_that_gave_it(
    tmp_path: Path, filings: tuple[Filing, ...], rows: list[tuple[str, str, str]]
) -> None:
    url = f"sqlite:///{tmp_path / 'organica.sqlite'}"
    asyncio.run(enact_in(url, *filings))
    with TestClient(an_application(url)) as client:
        about = "/v1/organizations/cl.servicio-ficticio/statutory/facultades?month=2023-01"
        found = Reader(client).answer(about)["rows"]
    assert [(row["cells"][2], row["cells"][1], row["cells"][5]) for row in found] == rows
