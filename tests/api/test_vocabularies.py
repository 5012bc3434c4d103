"""Vocabularies over REST: what a country calls things, and which terms nobody has checked."""

from __future__ import annotations

import csv
import io

from rdflib import RDF, SKOS, Literal
from starlette.testclient import TestClient

from organica.domain.vocabulary.concepts import Scheme
from organica.files.vocabulary_file import included_vocabularies
from tests.api.contract import Reader
from tests.api.formats.linked import OWN, loaded, named

KNOWN = included_vocabularies()


def test_the_list_names_every_vocabulary_with_how_much_of_it_is_verified(rest: Reader) -> None:
    found = rest.answer("/v1/vocabularies")
    assert found["countries"] == ["bo", "br", "cl", "int", "pe", "py"]
    assert [each["scheme"] for each in found["schemes"]] == list(Scheme)
    ranks = found["schemes"][1]
    assert ranks["label"] == {"es": "Tipos de unidad", "en": "Kinds of unit"}
    assert ranks["count"] == len(KNOWN.concepts(Scheme.UNIT_KINDS))
    assert ranks["unverified"] == sum(not each.verified for each in KNOWN.concepts(Scheme.UNIT_KINDS)) > 0
    assert rest.answer(ranks["href"])["concepts"][0]["scheme"] == "unit_kinds"
    assert rest.answer("/v1/vocabularies?country=zz")["schemes"][2]["count"] == 0


def test_a_vocabulary_of_a_country_has_its_own_terms_and_the_common_ones(rest: Reader) -> None:
    found = rest.answer("/v1/vocabularies/relation_kinds?country=bo")
    assert (found["scheme"], found["country"]) == ("relation_kinds", "bo")
    assert [(each["code"], each["relation"], each["verified"]) for each in found["concepts"]] == [
        ("abrogar", "repeals", True),
        ("derogar", "derogates", True),
    ]
    capacities = rest.answer("/v1/vocabularies/capacities?country=py")["concepts"]
    assert {each["country"] for each in capacities} == {None, "py"}
    assert [each["verified"] for each in capacities if each["code"] == "encargado_de_despacho"] == [False]
    whole = rest.answer("/v1/vocabularies/source_kinds")["concepts"]
    assert len(whole) == len(KNOWN.concepts(Scheme.SOURCE_KINDS))
    portuguese = {label["text"] for each in whole for label in each["native_labels"]}
    assert "Medida provisória" in portuguese


def test_a_table_has_a_row_for_each_term(client: TestClient) -> None:
    answer = client.get("/v1/vocabularies/source_kinds.csv?country=br")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) == len(KNOWN.concepts(Scheme.SOURCE_KINDS, "br"))
    [measure] = [row for row in rows if row["concept"] == "medida_provisoria"]
    assert measure["label_es"] == "Medida provisoria"
    assert measure["native_labels"] == "Medida provisória"
    assert measure["normative"] == measure["verified"] == "true"
    [page] = [row for row in rows if row["concept"] == "pagina_web"]
    assert (page["country"], page["normative"]) == ("", "false")


def test_linked_data_is_a_scheme_of_skos_to_which_the_terms_of_ours_lead(client: TestClient) -> None:
    graph = loaded(client, "/v1/vocabularies/unit_classes.jsonld?country=pe")
    scheme = named("/v1/vocabularies/unit_classes")
    assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
    line = named("/v1/vocabularies/unit_classes#pe.organos_de_linea")
    assert (line, SKOS.inScheme, scheme) in graph
    assert (line, SKOS.prefLabel, Literal("Órganos de línea", lang="es")) in graph
    assert (line, SKOS.prefLabel, Literal("Line bodies", lang="en")) in graph
    assert (line, SKOS.altLabel, Literal("órgano de línea", lang="es")) in graph
    notes = [note for note in graph.objects(line, SKOS.editorialNote) if isinstance(note, Literal)]
    assert {note.language for note in notes} == {"es", "en"}
    assert (line, OWN.verified, Literal(False)) in graph
    ours = loaded(client, "/ns")
    assert scheme in set(ours.objects())


def test_bad_questions_are_refused(rest: Reader) -> None:
    unknown = rest.problem("/v1/vocabularies/rangos", 404)
    assert unknown["code"] == "unknown_vocabulary"
    assert unknown["facts"]["known"] == list(Scheme)
    bad = rest.problem("/v1/vocabularies/unit_kinds?country=chile", 400)
    assert (bad["code"], bad["facts"]["parameter"]) == ("bad_code", "country")
    assert rest.problem("/v1/vocabularies/Rangos", 400)["code"] == "bad_code"
