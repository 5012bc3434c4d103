"""The published page and its facts lead to exactly the committed resolution files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from organica.domain.acts import Act, Holder, PostItem, StateOrganization, StateUnit
from organica.domain.outline import Outline
from organica.domain.resolution import EntryKind, Resolution
from organica.files import read_file, read_plain, write
from organica.importer import read
from organica.plan import read_facts, state_outline
from tests.makers import resolution_of

SEEDS = Path(__file__).parents[2] / "seeds/cl.chilecompra"
PAGE = SEEDS / "sources/division-gestion-usuaria.txt"
FACTS = SEEDS / "sources/division-gestion-usuaria.facts.yaml"
ENACTMENT = SEEDS / "resolutions/0001-resolucion-exenta-35b-2024.yaml"
ATTESTATION = SEEDS / "resolutions/0002-constancia-jefatura-2024.yaml"
CODES = [
    "gestion-usuaria",
    "gestion-y-asesoria-de-compradores",
    "gestion-y-participacion-de-proveedores",
    "diseno-de-servicios-y-experiencia-usuaria",
    "formacion-y-capacitacion-usuaria",
    "atencion-usuaria",
]


@pytest.fixture(scope="module")
def outline() -> Outline:
    return read(PAGE)


@pytest.fixture(scope="module")
def proposed(outline: Outline) -> tuple[Resolution, Resolution]:
    enactment, attestation = state_outline(outline, read_facts(read_plain(FACTS)))
    assert attestation is not None
    return enactment, attestation


def committed(path: Path) -> Resolution:
    return resolution_of(read_file(path))


def units(resolution: Resolution) -> list[StateUnit]:
    return [act for act in resolution.acts if isinstance(act, StateUnit)]


def test_the_page_leads_to_exactly_the_committed_files(proposed: tuple[Resolution, Resolution]) -> None:
    for resolution, path in zip(proposed, (ENACTMENT, ATTESTATION), strict=True):
        assert write(resolution).encode() == path.read_bytes()


def test_the_committed_files_say_what_was_proposed(proposed: tuple[Resolution, Resolution]) -> None:
    assert (committed(ENACTMENT), committed(ATTESTATION)) == proposed


def test_the_file_states_the_organization_and_six_units() -> None:
    first: Act
    first, *others = committed(ENACTMENT).acts
    assert first == StateOrganization(name="ChileCompra", time_zone="America/Santiago")
    assert [type(act) for act in others] == [StateUnit] * 6
    stated = units(committed(ENACTMENT))
    assert [unit.unit for unit in stated] == CODES
    assert [unit.kind for unit in stated] == ["División"] + ["Departamento"] * 5
    assert [unit.parent.unit if unit.parent else "" for unit in stated] == [None] + ["gestion-usuaria"] * 5
    assert stated[0].parent is not None
    assert stated[0].parent.status == "unknown"


def test_the_sixty_one_functions_have_their_letters() -> None:
    letters = [[item.label for item in unit.functions or ()] for unit in units(committed(ENACTMENT))]
    assert [len(each) for each in letters] == [0, 13, 14, 11, 11, 12]
    assert letters == [list("abcdefghijklmn"[: len(each)]) for each in letters]


def test_every_text_is_literal_to_the_character(outline: Outline) -> None:
    published = PAGE.read_bytes().decode("utf-8").split("\n")
    for unit, printed in zip(units(committed(ENACTMENT)), outline.units, strict=True):
        assert unit.name == published[printed.place.first_line - 1]
        assert unit.objective in published
        for item, place in zip(unit.functions or (), printed.functions, strict=True):
            assert f"{item.label}. {item.text}" == published[place.place.first_line - 1]


def test_the_source_has_the_precision_that_is_printed_and_nothing_more() -> None:
    resolution = committed(ENACTMENT)
    source = resolution.source
    assert source.key == "cl/chilecompra/resolucion-exenta/2024/35-B"
    assert source.citation == "Resolución exenta 35B de 2024"
    assert (source.in_force_from.value, source.in_force_from.basis) == ("2024", "assumed")
    assert (source.signed_on, source.published_on, source.title, source.text_url) == (None, None, None, None)


def test_the_evidence_is_the_page_and_lies_beside_the_file() -> None:
    for path, lines in ((ENACTMENT, "1-175"), (ATTESTATION, "3-3")):
        evidence = committed(path).evidence
        assert evidence is not None
        assert evidence.file is not None
        assert SEEDS / evidence.file == PAGE
        assert evidence.sha256 == hashlib.sha256(PAGE.read_bytes()).hexdigest()
        assert (evidence.retrieved_on, evidence.lines) == (None, lines)


def test_coverage_is_declared_for_the_division_only() -> None:
    coverage = committed(ENACTMENT).coverage
    assert coverage is not None
    assert (coverage.complete_under, coverage.partial_under) == (("gestion-usuaria",), ())
    assert (str(coverage.checked_on), coverage.note) == ("2026-11-20", "Sólo la División de Gestión Usuaria")
    assert committed(ATTESTATION).coverage is None


def test_the_variant_of_a_name_is_kept_as_a_doubt_with_its_decision() -> None:
    [doubt] = committed(ENACTMENT).doubts
    assert (doubt.code, doubt.unit, doubt.lines) == (
        "name_variant",
        "formacion-y-capacitacion-usuaria",
        "117-117",
    )
    assert doubt.printed == "Departamento de Formación y Capacitación de Usuaria"
    assert (
        doubt.decision
        == "Queda el nombre del encabezado: «Departamento de Formación y Capacitación Usuaria»."
    )


def test_the_head_is_attested_without_post_or_capacity() -> None:
    resolution = committed(ATTESTATION)
    assert (resolution.kind, resolution.source.normative) == (EntryKind.ATTESTATION, False)
    assert resolution.source.key == "cl/chilecompra/pagina-web/2024/organigrama-division-de-gestion-usuaria"
    assert (resolution.source.in_force_from.value, resolution.source.in_force_from.basis) == (
        "2024",
        "assumed",
    )
    post = PostItem(heads=True, holder=Holder("Cristián Pérez Contreras"))
    assert resolution.acts == (StateUnit(unit="gestion-usuaria", posts=(post,)),)


def test_no_name_of_a_person_stands_in_the_enactment() -> None:
    assert "Cristián" not in ENACTMENT.read_text(encoding="utf-8")
