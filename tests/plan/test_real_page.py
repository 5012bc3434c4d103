"""The published page of ChileCompra, read again after a year: as it is, and with known changes in its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from organica.domain.acts import RenameUnit, RestateUnit
from organica.files import read_file
from organica.importer import read_text
from organica.plan import Mode, ModeReason, PageFacts, Proposal, Scope, SourceFacts, propose, with_source
from tests.makers import Book, a_date, a_day, resolution_of

SEEDS = Path(__file__).parents[2] / "seeds/cl.chilecompra"
PAGE = (SEEDS / "sources/division-gestion-usuaria.txt").read_text(encoding="utf-8")
SEED = SEEDS / "resolutions/0001-resolucion-exenta-35b-2024.yaml"
FACTS = PageFacts(
    "cl.chilecompra",
    "ChileCompra",
    "America/Santiago",
    in_force_from=a_date("2025-06-01"),
    scope=Scope(Mode.FULL, ModeReason.GIVEN, "gestion-usuaria"),
)
A_YEAR_LATER = SourceFacts(kind="resolucion_exenta", number="7", series="B", year=2025)


@pytest.fixture
def register() -> Book:
    return Book(resolution_of(read_file(SEED)), organization="cl.chilecompra")


def planned(register: Book, page: str) -> Proposal:
    """Return what is proposed for the page as the text of a resolution of 2025; the register takes it."""
    outline = with_source(read_text(page), A_YEAR_LATER)
    proposal = propose(outline, register.history.structure_on(a_day("2025-06-01")), FACTS)
    register.enact(proposal.resolution)
    return proposal


def test_the_same_page_is_one_restatement_for_each_unit(register: Book) -> None:
    proposal = planned(register, PAGE)
    assert [planned.act for planned in proposal.acts] == [
        RestateUnit(unit=unit, with_functions=True)
        if unit != "gestion-usuaria"
        else RestateUnit(unit=unit, with_functions=False)
        for unit in (
            "gestion-usuaria",
            "gestion-y-asesoria-de-compradores",
            "gestion-y-participacion-de-proveedores",
            "diseno-de-servicios-y-experiencia-usuaria",
            "formacion-y-capacitacion-usuaria",
            "atencion-usuaria",
        )
    ]
    assert proposal.attestation is not None


def test_a_department_of_another_name_is_known_by_its_functions(register: Book) -> None:
    proposal = planned(register, PAGE.replace("Atención Usuaria", "Mesa Nacional de Ayuda"))
    changed = [each.act for each in proposal.acts if not isinstance(each.act, RestateUnit)]
    assert RenameUnit(unit="atencion-usuaria", name="Departamento de Mesa Nacional de Ayuda") in changed
    assert {type(act).__name__ for act in changed} <= {"RenameUnit", "AmendFunction", "SetObjective"}
