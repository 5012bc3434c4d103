"""Vocabularies over GraphQL, and the terms to which units, sources and appointments lead."""

from __future__ import annotations

from starlette.testclient import TestClient

from organica.domain.vocabulary.concepts import Scheme
from organica.files.vocabulary_file import included_vocabularies
from tests.api.graphql.asking import Asker

DAY = "2024-12-31"
KNOWN = included_vocabularies()


def test_graphql_lists_concepts_in_the_language_asked_for(graphql: Asker) -> None:
    found = graphql.data(
        """{ vocabularies(country: "br", scheme: SOURCE_KINDS) {
          scheme code country es: label en: label(lang: "en") pt: label(lang: "pt") altLabels normative verified source
        } }"""
    )["vocabularies"]
    assert len(found) == len(KNOWN.concepts(Scheme.SOURCE_KINDS, "br"))
    [measure] = [each for each in found if each["code"] == "medida_provisoria"]
    assert measure == {
        "scheme": "SOURCE_KINDS",
        "code": "medida_provisoria",
        "country": "br",
        "es": "Medida provisoria",
        "en": "Provisional measure",
        "pt": "Medida provisória",
        "altLabels": ["MP"],
        "normative": True,
        "verified": True,
        "source": "Constituição Federal de 1988, artigo 59",
    }
    everything = graphql.data("{ vocabularies { code unitClass relation note } }")["vocabularies"]
    assert len(everything) == len(KNOWN.concepts())


def test_a_unit_and_a_source_lead_to_their_terms(graphql: Asker) -> None:
    found = graphql.data(
        """query ($day: Date!) {
          organization(code: "cl.chilecompra") { structure(asOf: $day) { unit(code: "atencion-usuaria") {
            kind kindConcept { code country verified }
            legalBasis { source { kind kindConcept { label normative verified } } }
          } } }
        }""",
        day=DAY,
    )
    unit = found["organization"]["structure"]["unit"]
    assert unit["kind"] == "Departamento"
    assert unit["kindConcept"] == {"code": "departamento", "country": "cl", "verified": False}
    source = unit["legalBasis"][0]["source"]
    assert source["kind"] == "resolucion_exenta"
    assert source["kindConcept"] == {"label": "Resolución exenta", "normative": True, "verified": True}


def test_an_answer_with_a_term_in_it_is_not_kept_for_ever(client: TestClient) -> None:
    """The next release, or the operator, may add the term."""
    pinned = 'organization(code: "cl.chilecompra") { structure(asOf: "2024-12-31", knownAt: {entry: 1}) { unit(code: "atencion-usuaria") { %s } } }'
    held = {
        field: client.get("/graphql", params={"query": "{ %s }" % (pinned % field)}).headers["cache-control"]
        for field in ("kind", "kindConcept { code }")
    }
    assert "immutable" in held["kind"]
    assert "immutable" not in held["kindConcept { code }"]
