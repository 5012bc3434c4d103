"""A small history with every turn that a reader must not overlook: enacted by the tests of histories.

2020-01-01  resolución 1/2020   creates Faros with a post that heads it and one that may stand in for it
2021-01-01  resolución 2/2021   renames Faros, misspelt; rectified by 4/2022
2022-01-01  resolución 3/2022   renames it again; revoked by 6/2024
2022-06-01  resolución 4/2022   rectifies 2/2021
2023-01-01  resolución 5/2023   appoints Marta Farías Luz until 31 December, and orders who stands in
2024-06-01  resolución 6/2024   revokes 3/2022; appoints Ana Rompeolas Sur, whose name is withheld
2025-01-01  resolución 7/2025   ends that appointment
"""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import EndAppointment, Rectify, RenameUnit, Revoke, SetSubstitutionOrder
from organica.domain.filings import Filing, Withholding
from tests.makers import ORGANIZATION, a_post, a_post_ref, a_resolution, a_unit, an_appointment, key_of

HEAD = "faros.p1"
MISSPELT, FIRST_NAME, SECOND_NAME = "Faros y Valizas", "Faros y Balizas", "Señalización Marítima"
WITHHELD = "Ana Rompeolas Sur"


def turbulent() -> list[Filing]:
    """Return the history, unbound, in the order in which it is enacted: entries 1 to 8."""

    def later(*acts: object, number: str, day: str) -> Filing:
        return a_resolution(*acts, number=number, in_force_from=day, coverage=None)  # type: ignore[arg-type]

    return [
        a_resolution(
            a_unit("faros", name="Faros", posts=[a_post("Jefatura", heads=True), a_post("Subjefatura")]),
            in_force_from="2020-01-01",
        ),
        later(RenameUnit(unit="faros", name=MISSPELT), number="2", day="2021-01-01"),
        later(RenameUnit(unit="faros", name=SECOND_NAME), number="3", day="2022-01-01"),
        later(
            Rectify(target=f"{key_of('2', '2021')}#1", to=RenameUnit(unit="faros", name=FIRST_NAME)),
            number="4",
            day="2022-06-01",
        ),
        later(
            replace(
                an_appointment("faros/head", "Marta Farías Luz", until="2024-01-01"), employment="contrata"
            ),
            SetSubstitutionOrder(
                post=a_post_ref("faros/head"), substitutes=(a_post_ref("faros/Subjefatura"),)
            ),
            number="5",
            day="2023-01-01",
        ),
        later(
            Revoke(target=key_of("3", "2022")),
            an_appointment("faros/head", WITHHELD, "subrogante"),
            number="6",
            day="2024-06-01",
        ),
        later(EndAppointment(post=a_post_ref("faros/head")), number="7", day="2025-01-01"),
        Withholding(ORGANIZATION, "A petición de su titular.", ("faros.p1.2",)),
    ]
