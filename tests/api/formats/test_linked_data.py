"""JSON-LD loads in an RDF library and says what the answer says, in the terms of ORG, CPOV, ELI and schema.org."""

from __future__ import annotations

from itertools import product

import pytest
from rdflib import DCTERMS, FOAF, RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.query import ResultRow
from starlette.testclient import TestClient

from tests.api.contract import Reader
from tests.api.formats.bodies import FORMULAS, SHEET, TEXT
from tests.api.formats.conftest import PUBLIC
from tests.api.formats.linked import (
    ADMS,
    BASE,
    CV,
    ELI,
    ORG,
    OWN,
    PROV,
    SCHEMA,
    TIME,
    leaves,
    loaded,
    named,
    parsed,
    said,
)

CHILECOMPRA = "/v1/organizations/cl.chilecompra"
SHEETS = f"/v1/organizations/{SHEET}"
OLD = "/v1/organizations/cl.faro-viejo"
FICTIONAL = "/v1/organizations/cl.servicio-ficticio"
PERU_COMPRAS = "/v1/organizations/pe.perucompras"
SOURCE = "cl/chilecompra/resolucion-exenta/2024/35-B"
DOCUMENTS = [
    *(
        f"{place}{what}.jsonld{query}"
        for place, (what, query) in product(
            (CHILECOMPRA, SHEETS, OLD, FICTIONAL),
            [
                ("", "?as_of=2024-07-01"),
                ("/structure", "?as_of=2024-07-01"),
                ("/structure", "?as_of=2028-01-01&known_at=33"),
                ("/units", "?as_of=2020-03-15"),
                ("/units", "?from=2019-01-01"),
                ("/functions", "?as_of=2024-07-01"),
                ("/functions", "?from=2019-01-01&until=2029-01-01"),
                ("/posts", "?as_of=2024-07-01"),
                ("/posts", "?from=2019-01-01"),
                ("/appointments", "?as_of=2024-07-01"),
                ("/appointments", "?from=2019-01-01"),
                ("/diff", "?base=2014-12-31&target=2028-01-01"),
                ("/sources", ""),
            ],
        )
    ),
    f"{CHILECOMPRA}/units/atencion-usuaria.jsonld?as_of=2024-12-31",
    f"{PERU_COMPRAS}/programmes.jsonld?as_of=2024-07-01",
    f"{PERU_COMPRAS}/programmes/registro-blockchain.jsonld?as_of=2024-07-01&known_at=33",
    f"{PERU_COMPRAS}/programmes/registro-blockchain/history.jsonld",
    f"{SHEETS}/units/hojas.jsonld?as_of=2027-07-01",
    f"{FICTIONAL}/units/faros/history.jsonld",
    f"{OLD}/units/puertos/history.jsonld",
    f"{OLD}/functions/faros.2/history.jsonld",
    f"{FICTIONAL}/posts/faros.p1/history.jsonld",
    f"{SHEETS}/posts/direccion.p1/history.jsonld?known_at=2999-01-01T00:00:00Z",
    f"/v1/sources/{SOURCE}.jsonld",
    "/v1/sources/cl/servicio-ficticio/resolucion-exenta/2027/11.jsonld",
    "/v1/vocabularies/source_kinds.jsonld?country=br",
    "/v1/vocabularies/unit_kinds.jsonld",
    "/v1/vocabularies/relation_kinds.jsonld?country=bo",
]


@pytest.mark.parametrize("address", DOCUMENTS)
def test_no_value_of_the_answer_is_lost(web: TestClient, plain: Reader, address: str) -> None:
    graph = loaded(web, address)
    literals = said(graph)
    names = {str(each) for triple in graph for each in triple if isinstance(each, URIRef)}
    told = set(leaves(plain.answer(address.replace(".jsonld", ""))))
    lost = {
        each for each in told - literals if not any(name.endswith((f"/{each}", f"#{each}")) for name in names)
    }
    assert lost == set()


@pytest.mark.parametrize("address", DOCUMENTS)
def test_a_document_goes_round_through_other_formats_unchanged(web: TestClient, address: str) -> None:
    graph = loaded(web, address)
    for format_ in ("nt", "turtle", "json-ld"):
        again = parsed(graph.serialize(format=format_), format_)
        assert said(again) == said(graph)
        assert len(again) == len(graph)
    assert len(graph) > 5
    if len(graph) < 400:  # Comparing blank nodes takes long where there are many.
        assert isomorphic(parsed(graph.serialize(format="nt"), "nt"), graph)


@pytest.mark.parametrize("address", DOCUMENTS)
def test_every_name_is_absolute_and_every_term_of_ours_is_in_the_vocabulary(
    web: TestClient, address: str
) -> None:
    terms = {str(each) for each in loaded(web, "/ns").subjects(RDF.type)}
    graph = loaded(web, address)
    used = {
        str(each)
        for triple in graph
        for each in triple
        if isinstance(each, URIRef) and str(each).startswith(str(OWN))
    }
    assert used
    assert used <= terms
    for triple in graph:
        for each in triple:
            if isinstance(each, URIRef):
                assert str(each).startswith(("https://", "http://", str(OWN))), each


def test_the_division_and_its_departments(web: TestClient) -> None:
    graph = loaded(web, f"{CHILECOMPRA}/structure.jsonld?as_of=2024-12-31")
    body = named("/id/organization/cl.chilecompra")
    assert (body, RDF.type, CV.PublicOrganisation) in graph
    assert (body, DCTERMS.identifier, Literal("cl.chilecompra")) in graph
    document = named(f"{CHILECOMPRA}/structure?as_of=2024-12-31")
    assert (document, OWN.asOf, Literal("2024-12-31", datatype=XSD.date)) in graph
    assert (document, OWN.certain, Literal(False)) in graph
    today = named(f"{CHILECOMPRA}?as_of=2024-12-31#version")
    assert (document, FOAF.primaryTopic, today) in graph
    assert (today, DCTERMS.isVersionOf, body) in graph
    assert (today, SKOS.prefLabel, Literal("ChileCompra")) in graph
    assert (today, RDF.type, SCHEMA.GovernmentOrganization) in graph
    versions = set(graph.subjects(RDF.type, OWN.UnitVersion))
    assert len(versions) == 6
    assert all((each, RDF.type, ORG.OrganizationalUnit) in graph for each in versions)
    division = named(f"{CHILECOMPRA}/units/gestion-usuaria?as_of=2024-12-31#version")
    assert (today, ORG.hasUnit, division) in graph
    assert set(graph.subjects(ORG.subOrganizationOf, division)) == versions - {division}
    assert set(graph.objects(division, ORG.hasSubOrganization)) == versions - {division}
    unit = named("/id/unit/cl.chilecompra/gestion-usuaria")
    assert (division, DCTERMS.isVersionOf, unit) in graph
    assert (unit, ORG.unitOf, body) in graph
    assert list(graph.objects(unit, SKOS.prefLabel)) == []  # What can change is said of versions only.
    kind = graph.value(division, ORG.classification)
    assert graph.value(kind, SKOS.prefLabel) == Literal("División")


def test_the_functions_of_a_department_by_letter(web: TestClient) -> None:
    """Competency question 1: which functions did the department hold on 31 December 2024, under which act?"""
    graph = loaded(web, f"{CHILECOMPRA}/units/atencion-usuaria.jsonld?as_of=2024-12-31")
    found = graph.query(
        """
        SELECT ?letter ?text ?source WHERE {
            ?unit dct:isVersionOf <https://registro.example/id/unit/cl.chilecompra/atencion-usuaria> ;
                  org:purpose ?function .
            ?function a own:LegalFunction ; skos:notation ?letter ; skos:definition ?text ; dct:source ?source .
        } ORDER BY ?letter
        """,
        initNs={"dct": DCTERMS, "org": ORG, "own": OWN, "skos": SKOS},
    )
    rows = [tuple(row) for row in found if isinstance(row, ResultRow)]
    assert [str(row[0]) for row in rows] == list("abcdefghijkl")
    assert {row[2] for row in rows} == {named(f"/id/source/{SOURCE}")}
    told = web.get(f"{CHILECOMPRA}/units/atencion-usuaria?as_of=2024-12-31").json()["unit"]["functions"]
    assert [str(row[1]) for row in rows] == [each["text"] for each in told]


def test_a_legal_source(web: TestClient) -> None:
    graph = loaded(web, f"/v1/sources/{SOURCE}.jsonld")
    source = named(f"/id/source/{SOURCE}")
    assert (source, RDF.type, ELI.LegalResource) in graph
    assert (source, RDF.type, SCHEMA.Legislation) in graph
    assert (source, ELI.number, Literal("35")) in graph
    assert (source, OWN.series, Literal("B")) in graph
    assert (source, ELI.passed_by, named("/id/organization/cl.chilecompra")) in graph
    assert (source, ELI.first_date_entry_in_force, Literal("2024", datatype=XSD.gYear)) in graph
    assert (source, DCTERMS.bibliographicCitation, Literal("Resolución exenta 35B de 2024")) in graph
    date = graph.value(source, OWN.inForceFrom)
    assert graph.value(date, OWN.latest) == Literal("2024-12-31", datatype=XSD.date)
    evidence = graph.value(source, PROV.wasDerivedFrom)
    assert len(str(graph.value(evidence, OWN.sha256))) == 64


def test_a_source_with_every_date_and_relation(web: TestClient) -> None:
    graph = loaded(web, "/v1/sources/cl/servicio-ficticio/resolucion-exenta/2027/11.jsonld")
    source = named("/id/source/cl/servicio-ficticio/resolucion-exenta/2027/11")
    other = named("/id/source/cl/servicio-ficticio/resolucion-exenta/2020/10")
    assert graph.value(source, ELI.date_document) == Literal("2026-10", datatype=XSD.gYearMonth)
    assert graph.value(source, ELI.date_publication) == Literal("2026", datatype=XSD.gYear)
    for relation in (ELI.amends, ELI.repeals, ELI.corrects, OWN.derogates, OWN.approves, OWN.implements):
        assert (source, relation, other) in graph
    assert graph.value(source, SCHEMA.url) == Literal("https://ley.example/11", datatype=XSD.anyURI)


def test_an_attestation_is_no_legal_resource(web: TestClient) -> None:
    graph = loaded(web, f"{CHILECOMPRA}/sources.jsonld")
    [attested] = graph.subjects(RDF.type, OWN.Attestation)
    assert (attested, RDF.type, ELI.LegalResource) not in graph
    assert graph.value(attested, OWN.normative) == Literal(False)


def test_an_amended_unit_names_each_act_in_its_order(web: TestClient) -> None:
    graph = loaded(web, f"{FICTIONAL}/units.jsonld?as_of=2021-06-01")
    faros = named(f"{FICTIONAL}/units/faros?as_of=2021-06-01#version")
    bases = sorted(graph.objects(faros, OWN.legalBasis), key=lambda each: str(graph.value(each, OWN.order)))
    assert [
        (str(graph.value(each, OWN.role)), str(graph.value(each, DCTERMS.source))[-7:]) for each in bases
    ] == [
        ("grants", "/2020/1"),
        ("amends", "/2021/2"),
        ("rectifies", "/2022/4"),
    ]
    assert graph.value(faros, SCHEMA.validFrom) == Literal("2021-01-01", datatype=XSD.date)


def test_a_merge_ties_units_and_gives_the_functions_to_the_heir(web: TestClient) -> None:
    graph = loaded(web, f"{OLD}/functions/faros.1/history.jsonld")
    function = named("/id/function/cl.faro-viejo/faros.1")
    versions = list(graph.subjects(DCTERMS.isVersionOf, function))
    held = {
        str(graph.value(each, SCHEMA.validFrom)): graph.value(
            graph.value(each, OWN.functionOf), DCTERMS.isVersionOf
        )
        for each in versions
    }
    assert held["2015-01-01"] == named("/id/unit/cl.faro-viejo/faros")
    assert held["2020-01-01"] == named("/id/unit/cl.faro-viejo/puertos")
    assert len(versions) == len(held) == 3
    first = next(each for each in versions if str(graph.value(each, SCHEMA.validFrom)) == "2015-01-01")
    assert graph.value(first, SCHEMA.validThrough) == Literal("2019-12-31", datatype=XSD.date)
    lost = loaded(web, "/v1/organizations/cl.faro-viejo.jsonld?as_of=2025-06-01")
    [heir] = lost.objects(None, OWN.successor)
    assert lost.value(heir, OWN.kinThing) == named("/id/organization/cl.faro-nuevo")
    assert str(lost.value(heir, OWN.lineageKind)) == "succession"


def test_changes_are_events_with_what_was_and_what_is(web: TestClient) -> None:
    graph = loaded(web, f"{OLD}/diff.jsonld?base=2019-12-31&target=2020-01-01")
    events = set(graph.subjects(RDF.type, ORG.ChangeEvent))
    body = web.get(f"{OLD}/diff?base=2019-12-31&target=2020-01-01").json()
    assert len(events) == len(body["changes"])
    by_kind = {
        (
            graph.value(each, DCTERMS.type),
            graph.value(graph.value(each, DCTERMS.subject), DCTERMS.identifier),
        ): each
        for each in events
    }
    created = by_kind[OWN.unit_created, Literal("senales")]
    ended = by_kind[OWN.unit_suppressed, Literal("faros")]
    moved = by_kind[OWN.function_transferred, Literal("faros.1")]
    senales = named(f"{OLD}/units/senales?as_of=2020-01-01#version")
    faros = named(f"{OLD}/units/faros?as_of=2019-12-31#version")
    assert list(graph.objects(created, ORG.originalOrganization)) == []
    assert list(graph.objects(created, ORG.resultingOrganization)) == [senales]
    assert list(graph.objects(ended, ORG.originalOrganization)) == [faros]
    assert list(graph.objects(ended, ORG.resultingOrganization)) == []
    assert graph.value(moved, DCTERMS.subject) == named("/id/function/cl.faro-viejo/faros.1")
    assert graph.value(moved, OWN.before) == Literal("faros")
    assert graph.value(moved, OWN.after) == Literal("puertos")
    assert graph.value(moved, PROV.startedAtTime) == Literal("2020-01-01T00:00:00", datatype=XSD.dateTime)
    assert str(graph.value(moved, CV.hasFormalFramework)).endswith("/2020/20200101")


def test_a_post_and_who_holds_it(web: TestClient) -> None:
    graph = loaded(web, f"{FICTIONAL}/appointments.jsonld?as_of=2023-06-01")
    [held] = graph.subjects(RDF.type, ORG.Membership)
    person = graph.value(held, ORG.member)
    assert graph.value(person, FOAF.name) == Literal("Marta Farías Luz")
    assert not isinstance(person, URIRef)
    assert {each for _, each, _ in graph.triples((person, None, None))} == {RDF.type, FOAF.name, OWN.withheld}
    assert graph.value(held, OWN.holdsPost) == named("/id/post/cl.servicio-ficticio/faros.p1")
    during = graph.value(held, ORG.memberDuring)
    beginning, end = (graph.value(during, each) for each in (TIME.hasBeginning, TIME.hasEnd))
    assert graph.value(beginning, TIME.inXSDDate) == Literal("2023-01-01", datatype=XSD.date)
    assert graph.value(end, TIME.inXSDDate) == Literal("2024-01-01", datatype=XSD.date)
    posts = loaded(web, f"{FICTIONAL}/posts.jsonld?as_of=2023-06-01")
    post = named(f"{FICTIONAL}/posts?as_of=2023-06-01#faros.p1")
    assert (post, RDF.type, ORG.Post) in posts
    assert posts.value(post, ORG.postIn) == named(f"{FICTIONAL}/units/faros?as_of=2023-06-01#version")
    [substitute] = posts.objects(post, OWN.substitute)
    assert posts.value(substitute, OWN.rank) == Literal(1)


def test_a_withheld_name_is_marked_and_a_person_without_it_says_nothing(web: TestClient) -> None:
    graph = loaded(web, f"{FICTIONAL}/appointments.jsonld?as_of=2024-07-01")
    [person] = graph.subjects(RDF.type, FOAF.Person)
    assert graph.value(person, OWN.withheld) == Literal(True)
    assert graph.value(person, FOAF.name) is None


def test_texts_are_literal_and_formulas_are_left_alone(web: TestClient) -> None:
    """RDF has no spreadsheet behind it: an apostrophe in front would be part of the name."""
    graph = loaded(web, f"{SHEETS}/structure.jsonld?as_of=2021-01-01")
    assert Literal(TEXT) in set(graph.objects(None, SKOS.definition))
    assert {Literal(name) for name in FORMULAS.values()} <= set(graph.objects(None, SKOS.prefLabel))
    [other] = set(graph.objects(None, OWN.article))
    assert other == Literal("5")


def test_other_systems_names_are_identifiers_of_the_thing_itself(web: TestClient) -> None:
    graph = loaded(web, "/v1/organizations/cl.faro-viejo/units.jsonld?as_of=2023-01-01&known_at=30")
    unit = named("/id/unit/cl.faro-viejo/costas")
    found = {
        (str(graph.value(each, ADMS.schemaAgency)), str(graph.value(each, SKOS.notation)))
        for each in graph.objects(unit, ADMS.identifier)
    }
    assert found == {("br.siorg", "77"), ("cl.rrhh", "Ñ 1")}


def test_what_is_not_covered_has_no_units_and_says_so(web: TestClient) -> None:
    address = f"{CHILECOMPRA}/structure.jsonld?as_of=2001-01-01"
    graph = loaded(web, address)
    assert list(graph.subjects(RDF.type, OWN.UnitVersion)) == []
    coverage = graph.value(named(address.replace(".jsonld", "")), OWN.coverage)
    assert graph.value(coverage, OWN.coverageStatus) == Literal("none")


def test_two_days_of_one_unit_do_not_run_together(web: TestClient) -> None:
    """The union of two documents still tells which name the unit had on which day."""
    both = Graph()
    for day in ("2026-06-01", "2027-08-01"):
        both += loaded(web, f"{SHEETS}/units/hojas.jsonld?as_of={day}")
    unit = named(f"/id/unit/{SHEET}/hojas")
    names = {
        str(both.value(version, SCHEMA.validFrom)): str(both.value(version, SKOS.prefLabel))
        for version in both.subjects(DCTERMS.isVersionOf, unit)
    }
    assert names["2020-03"] == "Departamento Hojas"
    assert names["2027-07-01"] == "Departamento de Hojas y Planillas"


def test_a_public_address_makes_every_name_absolute(published: TestClient) -> None:
    """Wherever the document is read from: nothing resolves against the address that it was asked under."""
    answer = published.get(f"{CHILECOMPRA}/structure.jsonld?as_of=2024-12-31")
    graph = parsed(answer.text, "json-ld", "https://otra.example/copia.jsonld")
    names = {str(each) for triple in graph for each in triple if isinstance(each, URIRef)}
    assert not any(name.startswith("https://otra.example") for name in names)
    assert f"{PUBLIC}/id/unit/cl.chilecompra/atencion-usuaria" in names
    assert f"{PUBLIC}/ns#UnitVersion" in names
    vocabulary = parsed(published.get("/ns").text, "json-ld", BASE)
    assert {name for name in names if name.startswith(f"{PUBLIC}/ns#")} <= {
        str(each) for each in vocabulary.subjects(RDF.type)
    }


def test_the_context_stands_in_the_document(web: TestClient) -> None:
    for address in DOCUMENTS:
        assert isinstance(web.get(address).json()["@context"], dict)
