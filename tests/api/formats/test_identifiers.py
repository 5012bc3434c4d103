"""Permanent identifiers lead to documents: 303, in the format that Accept names, with the question passed on."""

from __future__ import annotations

import pytest
from rdflib import OWL, RDF, RDFS, Literal, URIRef
from starlette.testclient import TestClient

from api.rest.identifiers import IDENTIFIERS, Identifier
from organica.render.json_ld.names import COMMON_NAMESPACE
from tests.api.contract import must_be_a_problem
from tests.api.formats.bodies import SHEET
from tests.api.formats.conftest import PUBLIC
from tests.api.formats.linked import BASE, parsed

SOURCE = "cl/chilecompra/resolucion-exenta/2024/35-B"
CHILECOMPRA = "/v1/organizations/cl.chilecompra"
LEADS = {
    "/id/organization/cl.chilecompra": f"{CHILECOMPRA}",
    "/id/unit/cl.chilecompra/atencion-usuaria": f"{CHILECOMPRA}/units/atencion-usuaria",
    "/id/function/cl.chilecompra/atencion-usuaria.2": f"{CHILECOMPRA}/functions/atencion-usuaria.2/history",
    "/id/post/cl.chilecompra/gestion-usuaria.p1": f"{CHILECOMPRA}/posts/gestion-usuaria.p1/history",
    "/id/appointment/cl.chilecompra/gestion-usuaria.p1.1": f"{CHILECOMPRA}/posts/gestion-usuaria.p1/history",
    f"/id/source/{SOURCE}": f"/v1/sources/{SOURCE}",
}


@pytest.mark.parametrize("identifier", LEADS)
def test_an_identifier_leads_to_the_document_about_its_thing(web: TestClient, identifier: str) -> None:
    for accept, suffix in (("*/*", ""), ("application/json", ""), ("application/ld+json", ".jsonld")):
        answer = web.get(identifier, headers={"accept": accept})
        assert (answer.status_code, answer.content) == (303, b"")
        assert answer.headers["location"] == LEADS[identifier] + suffix
        assert answer.headers["vary"] == "Accept"
        assert web.get(answer.headers["location"]).status_code == 200
        head = web.head(identifier, headers={"accept": accept})
        assert dict(head.headers) == dict(answer.headers)


def test_the_question_goes_along(web: TestClient) -> None:
    answer = web.get("/id/unit/cl.chilecompra/atencion-usuaria?as_of=2024-12-31&known_at=1")
    assert answer.headers["location"] == f"{CHILECOMPRA}/units/atencion-usuaria?as_of=2024-12-31&known_at=1"
    linked = web.get(
        "/id/unit/cl.chilecompra/atencion-usuaria?as_of=2024-12-31", headers={"accept": "application/ld+json"}
    )
    assert linked.headers["location"] == f"{CHILECOMPRA}/units/atencion-usuaria.jsonld?as_of=2024-12-31"
    problem = must_be_a_problem(web.get("/id/unit/cl.chilecompra/atencion-usuaria?as_of=ayer"), 400)
    assert problem["code"] == "bad_date"
    assert (
        must_be_a_problem(web.get("/id/post/cl.x/a.p1?as_of=2024-01-01"), 400)["code"] == "unknown_parameter"
    )


def test_a_malformed_identifier_is_refused_and_an_unknown_thing_is_told_by_its_document(
    web: TestClient,
) -> None:
    for bad in (
        "/id/unit/cl.chilecompra/Una",
        "/id/post/cl.chilecompra/x",
        "/id/source/una",
        "/id/organization/x",
    ):
        assert must_be_a_problem(web.get(bad), 400)["code"] == "bad_code"
    unknown = web.get("/id/unit/cl.chilecompra/desconocida")
    assert unknown.status_code == 303
    assert must_be_a_problem(web.get(unknown.headers["location"]), 404)["code"] == "unknown_unit"
    assert must_be_a_problem(web.get("/id/persona/1"), 404)["code"] == "unknown_path"
    assert must_be_a_problem(web.get("/id/organization/cl.x", headers={"accept": "image/png"}), 406)


def test_every_thing_that_a_document_names_can_be_looked_up(web: TestClient) -> None:
    """Follow each identifier of a structure with a merge behind it, as a linked-data client does."""
    seen = set()
    for address in (
        f"/v1/organizations/{SHEET}/structure.jsonld?as_of=2027-08-01",
        "/v1/organizations/cl.servicio-ficticio/posts.jsonld?as_of=2023-06-01",
    ):
        graph = parsed(web.get(address).text, "json-ld", BASE + address)
        seen |= {str(each)[len(BASE) :] for each in graph.all_nodes() if str(each).startswith(f"{BASE}/id/")}
    named_only = {"/id/organization/cl.ministerio-ficticio"}
    assert named_only < seen
    assert {each.split("/")[2] for each in seen} == {
        "organization",
        "unit",
        "function",
        "post",
        "appointment",
        "source",
    }
    for identifier in seen - named_only:
        first = web.get(identifier, headers={"accept": "application/ld+json"})
        document = web.get(first.headers["location"])
        # A unit of the future is told on its day.
        if document.status_code == 404:
            document = web.get(first.headers["location"], params={"as_of": "2027-08-01"})
        assert document.status_code == 200, identifier
        assert BASE + identifier in {
            str(each) for each in parsed(document.text, "json-ld", BASE + identifier).all_nodes()
        }


def test_a_public_address_leads_to_absolute_documents(published: TestClient) -> None:
    answer = published.get("/id/organization/cl.chilecompra")
    assert answer.headers["location"] == f"{PUBLIC}/v1/organizations/cl.chilecompra"


@pytest.mark.parametrize("identifier", IDENTIFIERS, ids=lambda each: each.id)
def test_the_description_tells_each_identifier(web: TestClient, identifier: Identifier) -> None:
    described = web.get("/openapi.json").json()["paths"][identifier.path]["get"]
    assert described["operationId"] == identifier.id
    assert "303" in described["responses"]
    assert "200" not in described["responses"]
    assert web.get(identifier.example).status_code == 303


def test_the_vocabulary_says_each_term_in_both_languages(web: TestClient, published: TestClient) -> None:
    for client, base in ((web, COMMON_NAMESPACE), (published, f"{PUBLIC}/ns#")):
        answer = client.get("/ns", headers={"accept": "text/html, */*;q=0.5"})
        assert answer.headers["content-type"] == "application/ld+json"
        graph = parsed(answer.text, "json-ld")
        terms = {each for each in graph.subjects(RDF.type) if str(each).startswith(base)}
        assert len(terms) > 150
        for term in terms:
            labels = [each for each in graph.objects(term, RDFS.label) if isinstance(each, Literal)]
            assert sorted(str(each.language) for each in labels) == ["en", "es"]
            assert all(str(each).strip() for each in labels)
        version = URIRef(f"{base}UnitVersion")
        assert (version, RDFS.subClassOf, URIRef("http://www.w3.org/ns/org#OrganizationalUnit")) in graph
        assert (version, RDF.type, OWL.Class) in graph
    of_published = parsed(published.get("/ns").text, "json-ld")
    same = of_published.value(URIRef(f"{PUBLIC}/ns#UnitVersion"), OWL.equivalentClass)
    assert same == URIRef(f"{COMMON_NAMESPACE}UnitVersion")
    assert must_be_a_problem(web.get("/ns", headers={"accept": "text/turtle"}), 406)
