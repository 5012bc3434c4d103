"""The main job over GraphQL: División de Gestión Usuaria as published, on any date, to the letter."""

from __future__ import annotations

import pytest

from tests.api.graphql.asking import Asker
from tests.api.test_chilecompra import published

CITATION = "Resolución exenta 35B de 2024"
SOURCE = "source/cl/chilecompra/resolucion-exenta/2024/35-B"
STRUCTURE = """
query ($day: Date!) {
  organization(code: "cl.chilecompra") {
    code
    country
    structure(asOf: $day) {
      id
      basis
      certain
      organization { name acronym timeZone }
      inForceFrom { value precision earliest latest basis }
      inForceUntil { value }
      coverage { status checkedOn parts { part status since checkedOn note } }
      roots { code parentStatus parent { code } children { code functions { code } } }
      units { totalCount edges { node { code } } }
      unit(code: "atencion-usuaria") {
        kind
        class
        name
        parent { code }
        parentStatus
        headPost { code }
        functions { code position label list text heldBy { code } legalBasis { citation role normative } }
        legalBasis { citation source { id citation kind number series year normative } }
        lastAmendedBy { citation }
      }
    }
  }
}
"""


@pytest.mark.parametrize("day", ["2024-12-31", "2024-01-01", "2026-11-21"])
def test_atencion_usuaria_has_the_letters_a_to_l_with_the_literal_texts(graphql: Asker, day: str) -> None:
    unit = graphql.data(STRUCTURE, day=day)["organization"]["structure"]["unit"]
    assert (unit["kind"], unit["class"], unit["name"]) == (
        "Departamento",
        None,
        "Departamento de Atención Usuaria",
    )
    assert (unit["parent"], unit["parentStatus"]) == ({"code": "gestion-usuaria"}, "KNOWN")
    functions = unit["functions"]
    assert [(each["label"], each["text"]) for each in functions] == published(
        "Departamento de Atención Usuaria"
    )
    assert [each["label"] for each in functions] == list("abcdefghijkl")
    assert [each["position"] for each in functions] == list(range(1, 13))
    assert {each["legalBasis"][0]["citation"] for each in functions} == {CITATION}
    assert unit["lastAmendedBy"] is None
    [basis] = unit["legalBasis"]
    assert basis["source"] == {
        "id": SOURCE,
        "citation": CITATION,
        "kind": "resolucion_exenta",
        "number": "35",
        "series": "B",
        "year": "2024",
        "normative": True,
    }


def test_the_division_has_five_departments_and_sixty_one_functions(graphql: Asker) -> None:
    organization = graphql.data(STRUCTURE, day="2024-12-31")["organization"]
    assert (organization["code"], organization["country"]) == ("cl.chilecompra", "cl")
    [division] = organization["structure"]["roots"]
    assert (division["code"], division["parentStatus"], division["parent"]) == (
        "gestion-usuaria",
        "UNKNOWN",
        None,
    )
    assert [(unit["code"], len(unit["functions"])) for unit in division["children"]] == [
        ("gestion-y-asesoria-de-compradores", 13),
        ("gestion-y-participacion-de-proveedores", 14),
        ("diseno-de-servicios-y-experiencia-usuaria", 11),
        ("formacion-y-capacitacion-usuaria", 11),
        ("atencion-usuaria", 12),
    ]
    assert organization["structure"]["units"]["totalCount"] == 6


def test_the_structure_says_what_it_covers_and_how_sure_it_is(graphql: Asker) -> None:
    structure = graphql.data(STRUCTURE, day="2024-12-31")["organization"]["structure"]
    assert structure["organization"] == {
        "name": "ChileCompra",
        "acronym": None,
        "timeZone": "America/Santiago",
    }
    assert structure["coverage"] == {
        "status": "PARTIAL",
        "checkedOn": "2026-11-20",
        "parts": [
            {
                "part": "gestion-usuaria",
                "status": "COMPLETE",
                "since": "2024-01-01",
                "checkedOn": "2026-11-20",
                "note": "Sólo la División de Gestión Usuaria",
            }
        ],
    }
    assert structure["inForceFrom"] == {
        "value": "2024",
        "precision": "YEAR",
        "earliest": "2024-01-01",
        "latest": "2024-12-31",
        "basis": "ASSUMED",
    }
    assert structure["inForceUntil"] is None
    # The sources behind it, found later, are in what it covers.
    assert structure["basis"] == 16


@pytest.mark.parametrize(
    ("day", "certain"), [("2024-01-01", False), ("2024-12-31", False), ("2025-01-01", True)]
)
def test_the_answer_is_certain_from_the_end_of_the_year_that_the_source_gives(
    graphql: Asker, day: str, certain: bool
) -> None:
    assert graphql.data(STRUCTURE, day=day)["organization"]["structure"]["certain"] is certain


def test_a_day_that_nobody_has_loaded_has_no_coverage_and_null_units(graphql: Asker) -> None:
    structure = graphql.data(STRUCTURE, day="2023-06-30")["organization"]["structure"]
    assert structure["coverage"] == {"status": "NONE", "checkedOn": None, "parts": []}
    assert (structure["roots"], structure["units"], structure["unit"]) == (None, None, None)
    assert structure["id"] == "structure/cl.chilecompra/2020-01-01/16"
    before = graphql.data(STRUCTURE, day="2003-07-29")["organization"]["structure"]
    assert (before["organization"], before["inForceFrom"]) == (None, None)
    assert before["id"] == "structure/cl.chilecompra/undated/0"


def test_the_head_is_attested_and_not_granted_by_a_norm(graphql: Asker) -> None:
    query = """{ organization(code: "cl.chilecompra") { structure(asOf: "2024-12-31") {
      unit(code: "gestion-usuaria") { headPost { name heads occupancy unit { code } appointments {
        holder withheld capacity employment inForceFrom { value basis } legalBasis { citation normative source { kind } }
      } } } } } }"""
    post = graphql.data(query)["organization"]["structure"]["unit"]["headPost"]
    assert (post["name"], post["heads"], post["occupancy"]) == (None, True, "HELD")
    assert post["unit"] == {"code": "gestion-usuaria"}
    [appointment] = post["appointments"]
    assert (appointment["holder"], appointment["capacity"], appointment["employment"]) == (
        "Cristián Pérez Contreras",
        None,
        None,
    )
    assert appointment["withheld"] is False
    assert appointment["legalBasis"] == [
        {
            "citation": "Organigrama: División de Gestión Usuaria",
            "normative": False,
            "source": {"kind": "pagina_web"},
        }
    ]


def test_today_is_the_day_where_the_organization_is(graphql: Asker) -> None:
    query = '{ organization(code: "cl.chilecompra") { a: structure { id } b: structure(asOf: "2026-11-21") { id } } }'
    organization = graphql.data(query)["organization"]
    assert organization["a"] == organization["b"]


@pytest.mark.parametrize(
    "how",
    [
        f'id: "{SOURCE}"',
        f'organization: "cl.chilecompra", citation: "{CITATION}"',
        'organization: "cl.chilecompra", citation: "resolución  EXENTA 35b de 2024"',
    ],
)
def test_a_source_is_found_by_its_id_or_its_citation(graphql: Asker, how: str) -> None:
    source = graphql.data(f"{{ legalSource({how}) {{ id key citation }} }}")["legalSource"]
    assert source == {"id": SOURCE, "key": SOURCE.removeprefix("source/"), "citation": CITATION}


def test_an_organization_lists_its_sources_with_entry_and_evidence(graphql: Asker) -> None:
    query = """{ organization(code: "cl.chilecompra") { legalSources { totalCount edges { node {
      entry organization { code } source { id } evidence { sha256 lines }
    } } } } }"""
    listed = graphql.data(query)["organization"]["legalSources"]
    assert listed["totalCount"] == 4
    first, second, *_ = (edge["node"] for edge in listed["edges"])
    assert (first["entry"], first["source"]["id"], first["evidence"]["lines"]) == (1, SOURCE, "1-175")
    assert len(first["evidence"]["sha256"]) == 64
    assert (second["entry"], second["organization"]) == (2, {"code": "cl.chilecompra"})


def test_the_unknown_is_null_and_no_error(graphql: Asker) -> None:
    query = """{
      a: organization(code: "cl.nadie") { code }
      b: organization(code: "'; drop table entry; --") { code }
      c: organization(code: "\\u0000") { code }
      d: unit(organization: "cl.chilecompra", code: "nadie") { code }
      e: unit(organization: "cl.nadie", code: "nadie") { code }
      f: legalSource(id: "source/cl/nadie/ley/2024/1") { key }
      g: legalSource(organization: "cl.chilecompra", citation: "Ley 1") { key }
      h: legalSource(id: "unit/cl.chilecompra/atencion-usuaria") { key }
    }"""
    assert set(graphql.data(query).values()) == {None}
