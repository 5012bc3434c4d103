"""Programmes over REST, on both engines: of a day, one of them, its history, as tables and as linked data."""

from __future__ import annotations

import csv
import io
import json

import pytest
from rdflib import RDF, Namespace, URIRef
from starlette.testclient import TestClient

from tests.api.contract import Reader
from tests.api.formats.linked import CV, OWN, leaves, loaded, named, said
from tests.support.programmes import LAW, ORDER

ABOUT = "/v1/organizations/pe.perucompras/programmes"
OSCE = "/v1/organizations/pe.osce/programmes"
COURSE = ("compradores-publicos", "2021-08-01", None, "in_force")
SHOP = ("tienda", "2023-01-01", "2024-01-01", "ended")
CPSV = Namespace("http://purl.org/vocab/cpsv#")
DCT = Namespace("http://purl.org/dc/terms/")


def test_programmes_of_a_day_say_who_runs_them_and_what_was_reported(reader: Reader) -> None:
    [service] = reader.answer(f"{ABOUT}?as_of=2022-12-31")["programmes"]
    assert (
        service["code"],
        service["programme_type"],
        service["run_by"],
        service["unit"],
        service["unit_name"],
    ) == (
        "registro-blockchain",
        "service",
        "unit",
        "oti",
        "Oficina de Tecnologías de la Información",
    )
    assert service["functions"] == [
        {
            "code": "oti.1",
            "in_force": True,
            "label": "a",
            "text": "Desarrollar los sistemas de la entidad.",
        }
    ]
    assert service["rests_on"] == [LAW, ORDER]
    assert [(each["code"], each["value"], each["unit"]) for each in service["indicators"]] == [
        ("registro-blockchain.4", "4504702937.47", "PEN"),
        ("registro-blockchain.1", "79091", "órdenes"),
        ("registro-blockchain.2", "125343", "órdenes"),
        ("registro-blockchain.3", "393734", "órdenes"),
    ]
    assert [basis["normative"] for basis in service["legal_basis"]] == [False]


@pytest.mark.parametrize(
    ("organization", "interval", "expected"),
    [
        ("pe.osce", "until=2021-01-02", []),
        ("pe.osce", "from=2023-01-01&until=2023-01-02", [COURSE, SHOP]),
        ("pe.osce", "until=2023-01-01", [COURSE]),
        ("pe.osce", "from=2024-01-01", [COURSE]),
        ("pe.osce", "from=2023-12-31", [COURSE, SHOP]),
        ("pe.osce", "from=2023-12-31&until=2023-12-31", []),
        ("pe.perucompras", "until=2019-04-12", []),
        ("pe.perucompras", "until=2019-04-13", [("registro-blockchain", "2019-04-12", None, "in_force")]),
    ],
)
def test_programmes_of_an_interval_are_versions_with_their_days_and_how_they_stand(
    reader: Reader, organization: str, interval: str, expected: list[object]
) -> None:
    answer = reader.answer(f"/v1/organizations/{organization}/programmes?{interval}")
    found = [(each["code"], each["from"], each["until"], each["status"]) for each in answer["programmes"]]
    assert found == expected
    assert "as_of" not in answer
    given = dict(part.split("=") for part in interval.split("&"))
    assert (answer["from"], answer["until"]) == (given.get("from"), given.get("until"))


def test_a_programme_of_an_interval_has_its_figures_of_the_first_day(reader: Reader) -> None:
    [service] = reader.answer(f"{ABOUT}?from=2019-01-01")["programmes"]
    assert service == {
        **reader.answer(f"{ABOUT}/registro-blockchain/history")["versions"][0],
        "status": "in_force",
        "scheduled": False,
    }
    assert [each["value"] for each in service["indicators"]] == ["79091"]


def test_programmes_of_a_day_and_of_an_interval_are_not_asked_for_together(reader: Reader) -> None:
    assert reader.problem(f"{OSCE}?as_of=2024-01-01&from=2023-01-01", 400)["code"] == "day_or_interval"
    backward = reader.problem(f"{OSCE}?from=2024-01-01&until=2023-01-01", 400)
    assert backward["code"] == "backward_interval"


def test_programmes_of_an_interval_are_a_table_and_linked_data_too(
    application: TestClient, reader: Reader
) -> None:
    text = application.get(f"{OSCE}.csv?from=2022-01-01&until=2023-06-01").text.lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [
        (row["programme"], row["in_force_from"], row["status"], row["as_of"], row["asked_from"])
        for row in rows
    ] == [
        ("compradores-publicos", "2021-08-01", "in_force", "", "2022-01-01"),
        ("tienda", "2023-01-01", "ended", "", "2022-01-01"),
    ]
    linked = loaded(application, f"{OSCE}.jsonld?from=2022-01-01&until=2023-06-01")
    versions = set(linked.subjects(RDF.type, OWN.ProgrammeVersion))
    assert len(versions) == len(rows)


def test_one_programme_is_told_on_its_days_and_in_its_history(reader: Reader) -> None:
    answer = reader.answer(f"{OSCE}/tienda?as_of=2023-06-30")
    assert (answer["programme"]["run_by"], answer["programme"]["unit"]) == ("organization", None)
    assert answer["programme"]["ended_by"]["citation"] == "Resolución 9 de 2023"
    [version] = reader.answer(f"{OSCE}/tienda/history")["versions"]
    assert (version["from"], version["until"], version["name"]) == (
        "2023-01-01",
        "2024-01-01",
        "Tienda de bases estándar",
    )
    pilot = reader.answer(f"{OSCE}/compradores-publicos?as_of=2022-01-01")["programme"]
    assert pilot["partners"][0] == {
        "name": "USAID",
        "organization": "int.usaid",
        "role": "asistencia técnica",
    }
    assert [each["period"] for each in pilot["indicators"]] == [
        {"on": None, "from": "2021-01-01", "until": "2021-09-01"}
    ]


def test_a_unit_shows_the_programmes_that_it_runs(reader: Reader) -> None:
    unit = reader.answer("/v1/organizations/pe.perucompras/units/oti?as_of=2022-12-31")["unit"]
    assert [each["code"] for each in unit["programmes"]] == ["registro-blockchain"]
    [nested] = reader.answer("/v1/organizations/pe.perucompras/structure?as_of=2022-12-31")["units"]
    assert nested["programmes"] == unit["programmes"]


def test_what_is_not_there_is_refused_by_name(reader: Reader) -> None:
    missing = reader.problem(f"{OSCE}/registro-blockchain", 404)
    assert missing["code"] == "unknown_programme"
    assert reader.problem(f"{OSCE}/registro-blockchain/history", 404)["code"] == "unknown_programme"
    ended = reader.problem(f"{OSCE}/tienda?as_of=2024-01-01", 404)
    assert (ended["code"], ended["facts"]["in_force"]) == (
        "programme_not_in_force_on",
        ["2023-01-01/2024-01-01"],
    )
    assert reader.problem(f"{OSCE}/Tienda", 400)["code"] == "bad_code"


def test_programmes_are_null_where_nothing_is_covered_and_none_is_known(reader: Reader) -> None:
    assert reader.answer(f"{ABOUT}?as_of=2018-12-31")["programmes"] is None


def test_programmes_as_tables_have_one_row_each(application: TestClient) -> None:
    answer = application.get(f"{OSCE}.csv?as_of=2023-06-30")
    assert answer.status_code == 200
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["programme"], row["programme_type"], row["run_by"], row["unit"]) for row in rows] == [
        ("compradores-publicos", "programme", "organization", ""),
        ("tienda", "service", "organization", ""),
    ]
    assert rows[0]["partners"] == "USAID; CLDP"
    assert rows[0]["indicators"] == "Personas capacitadas (2021-01-01/2021-09-01): 63354 personas"
    assert (rows[0]["normative"], rows[1]["normative"]) == ("false", "true")
    lines = application.get(f"{OSCE}.jsonl?as_of=2023-06-30").text.splitlines()
    told = [json.loads(line) for line in lines]
    assert [(each["type"], each["asked"]["as_of"]) for each in told] == [("programme", "2023-06-30")] * 2
    assert [each["code"] for each in told] == ["compradores-publicos", "tienda"]


@pytest.mark.parametrize("place", ["", "/registro-blockchain", "/registro-blockchain/history"])
def test_linked_data_says_every_value_of_a_public_service(
    application: TestClient, reader: Reader, place: str
) -> None:
    query = "" if place.endswith("history") else "?as_of=2022-12-31"
    graph = loaded(application, f"{ABOUT}{place}.jsonld{query}")
    service = named("/id/programme/pe.perucompras/registro-blockchain")
    assert (service, RDF.type, CPSV.PublicService) in graph
    [version] = graph.subjects(DCT.isVersionOf, service)
    assert (version, RDF.type, OWN.ProgrammeVersion) in graph
    assert set(graph.objects(version, CV.hasLegalResource)) == {
        named(f"/id/source/{LAW}"),
        named(f"/id/source/{ORDER}"),
    }
    body = reader.answer(f"{ABOUT}{place}{query}")
    shown = body.get("programmes") or body.get("versions") or [body["programme"]]
    told = said(graph) | {str(each) for each in graph.all_nodes() if isinstance(each, URIRef)}
    values = {str(each) for each in graph.objects(None, OWN.value)}
    assert values >= {figure["value"] for figure in shown[0]["indicators"]}
    plain = ("code", "programme_type", "kind", "name", "objective", "run_by", "audience", "channels")
    for value in leaves({name: shown[0][name] for name in plain}):
        assert value in told


def test_the_identifier_of_a_programme_leads_to_its_document(application: TestClient) -> None:
    answer = application.get("/id/programme/pe.osce/tienda?as_of=2023-06-30")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{OSCE}/tienda?as_of=2023-06-30")
