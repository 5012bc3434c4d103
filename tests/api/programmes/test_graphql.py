"""Programmes over GraphQL, on both engines: on a day, by unit and function, over time, and found by words."""

from __future__ import annotations

from typing import Any

from tests.api.graphql.asking import Asker
from tests.support.programmes import LAW, ORDER

REGISTRY = """
query ($day: Date!, $entry: KnownAt) {
  organization(code: "pe.perucompras") {
    structure(asOf: $day, knownAt: $entry) {
      programmes { totalCount edges { node {
        __typename id code type kind name objective runBy
        unit { code }
        functions { code function { label text } }
        audience
        channels { name url }
        restsOn { key source { citation relations { kind target } } }
        indicators { code name value unit period { on { value precision } from until } legalBasis { normative } }
        inForceFrom { value basis }
        legalBasis { normative }
      } } }
      unit(code: "oti") { programmes { code } functions { programmes { code } } }
      programme(code: "registro-blockchain") { id }
      other: programme(code: "no-hay") { id }
    }
  }
}
"""


def registry(graph: Asker, day: str, **variables: object) -> dict[str, Any]:
    found: dict[str, Any] = graph.data(REGISTRY, day=day, **variables)["organization"]["structure"]
    return found


def test_a_service_is_told_with_all_that_its_source_says(graph: Asker) -> None:
    structure = registry(graph, "2022-12-31")
    [edge] = structure["programmes"]["edges"]
    service = edge["node"]
    assert {
        name: service[name] for name in ("__typename", "code", "type", "kind", "name", "runBy", "unit")
    } == {
        "__typename": "ProgrammeVersion",
        "code": "registro-blockchain",
        "type": "SERVICE",
        "kind": "Experiencia innovadora",
        "name": "Registro de órdenes de compra en cadena de bloques",
        "runBy": "UNIT",
        "unit": {"code": "oti"},
    }
    assert service["objective"] == "Dar transparencia a cada orden con un código QR."
    assert service["functions"] == [
        {"code": "oti.1", "function": {"label": "a", "text": "Desarrollar los sistemas de la entidad."}}
    ]
    assert service["audience"] == ["Entidades compradoras", "Proveedores", "Ciudadanía"]
    assert service["channels"] == [
        {"name": "Aplicación móvil con código QR", "url": None},
        {"name": "Buscador público", "url": "https://ejemplo.pe/buscador"},
    ]
    # The one norm is in the register, of the other it knows the key alone.
    assert service["restsOn"] == [
        {
            "key": LAW,
            "source": {
                "citation": "Decreto supremo 082-2019-EF de 2019",
                "relations": [{"kind": "CONSOLIDATES", "target": "pe/congreso/ley/2014/30225"}],
            },
        },
        {"key": ORDER, "source": None},
    ]
    assert service["inForceFrom"] == {"value": "2019-04-12", "basis": "SINCE_AT_LEAST"}
    assert service["legalBasis"] == [{"normative": False}]
    assert structure["programme"] == {"id": service["id"]}
    assert structure["other"] is None
    code = {"code": "registro-blockchain"}
    assert structure["unit"] == {"programmes": [code], "functions": [{"programmes": [code]}]}


def test_figures_are_told_exactly_and_from_the_day_on_which_they_can_be_known(graph: Asker) -> None:
    def figures(day: str) -> list[tuple[str, str, str]]:
        edges = registry(graph, day)["programmes"]["edges"]
        return [
            (each["name"], each["value"], each["period"]["on"]["value"])
            for edge in edges
            for each in edge["node"]["indicators"]
        ]

    assert figures("2019-04-11") == []
    assert figures("2019-04-12") == [("Órdenes de compra", "79091", "2017")]
    assert figures("2021-12-31") == figures("2019-04-12")
    assert figures("2022-01-01") == [
        ("Órdenes de compra", "79091", "2017"),
        ("Órdenes de compra", "125343", "2021"),
    ]
    assert figures("2022-07-31") == [
        ("Monto contratado", "4504702937.47", "2022-07-31"),
        ("Órdenes de compra", "79091", "2017"),
        ("Órdenes de compra", "125343", "2021"),
        ("Órdenes registradas", "393734", "2022-07-31"),
    ]


def test_what_a_programme_rests_on_is_told_by_key_before_the_norm_is_in_the_register(graph: Asker) -> None:
    [edge] = registry(graph, "2022-12-31", entry={"entry": 1})["programmes"]["edges"]
    assert [each["key"] for each in edge["node"]["restsOn"]] == [LAW, ORDER]


def test_a_pilot_that_the_organization_runs_names_who_takes_part_and_who_pays(graph: Asker) -> None:
    asked = """
    { organization(code: "pe.osce") { structure(asOf: "2022-01-01") { programme(code: "compradores-publicos") {
        type runBy unit { code }
        partners { name organization role } financing { name organization amount currency }
        indicators { value unit period { on { value } from until } }
    } } } }
    """
    assert graph.data(asked)["organization"]["structure"]["programme"] == {
        "type": "PROGRAMME",
        "runBy": "ORGANIZATION",
        "unit": None,
        "partners": [
            {"name": "USAID", "organization": "int.usaid", "role": "asistencia técnica"},
            {"name": "CLDP", "organization": None, "role": None},
        ],
        "financing": [
            {
                "name": "Banco Interamericano de Desarrollo",
                "organization": "int.bid",
                "amount": None,
                "currency": None,
            }
        ],
        "indicators": [
            {
                "value": "63354",
                "unit": "personas",
                "period": {"on": None, "from": "2021-01-01", "until": "2021-09-01"},
            }
        ],
    }


def test_programmes_are_chosen_by_type_and_unit(graph: Asker) -> None:
    def codes(organization: str, chosen: str) -> list[str]:
        asked = f"""{{ organization(code: "{organization}") {{ structure(asOf: "2023-06-30") {{
            programmes{chosen} {{ edges {{ node {{ code }} }} }} }} }} }}"""
        edges = graph.data(asked)["organization"]["structure"]["programmes"]["edges"]
        return [edge["node"]["code"] for edge in edges]

    assert codes("pe.osce", "") == ["compradores-publicos", "tienda"]
    assert codes("pe.osce", "(types: [SERVICE])") == ["tienda"]
    assert codes("pe.osce", "(first: 1)") == ["compradores-publicos"]
    assert codes("pe.perucompras", '(unit: "oti")') == ["registro-blockchain"]
    assert codes("pe.perucompras", '(unit: "otra")') == []


def test_programmes_are_null_where_nothing_is_covered_and_none_is_known(graph: Asker) -> None:
    assert registry(graph, "2018-12-31")["programmes"] is None


def test_a_programme_has_an_identity_a_history_and_ids_that_lead_back(graph: Asker) -> None:
    asked = """
    { programme(organization: "pe.osce", code: "tienda") {
        id code organization { code }
        versions { edges { node { id name type inForceUntil { value } endedBy { normative } programme { id } } } }
      }
      none: programme(organization: "pe.osce", code: "registro-blockchain") { id }
    }
    """
    found = graph.data(asked)
    programme = found["programme"]
    assert found["none"] is None
    assert (programme["id"], programme["organization"]) == ("programme/pe.osce/tienda", {"code": "pe.osce"})
    [edge] = programme["versions"]["edges"]
    version = edge["node"]
    assert version["id"].startswith("programme-version/pe.osce/tienda/2023-01-01/")
    assert (version["type"], version["inForceUntil"], version["endedBy"]) == (
        "SERVICE",
        {"value": "2024-01-01"},
        {"normative": True},
    )
    for id_, kind in ((programme["id"], "Programme"), (version["id"], "ProgrammeVersion")):
        node = graph.data("query ($id: ID!) { node(id: $id) { __typename id } }", id=id_)["node"]
        assert node == {"__typename": kind, "id": id_}
    wrong = version["id"].replace("tienda", "otra")
    assert graph.data("query ($id: ID!) { node(id: $id) { id } }", id=wrong)["node"] is None


FIND = """
query ($text: String!, $organization: String) {
  search(text: $text, organization: $organization, asOf: "2022-12-31") {
    edges { node { field text unit { code } marks { start end } thing { __typename ... on ProgrammeVersion { code } } } }
  }
}
"""


def test_programmes_are_found_by_name_objective_and_audience_here_and_everywhere(graph: Asker) -> None:
    def found(text: str, organization: str | None) -> list[tuple[str, str, Any]]:
        edges = graph.data(FIND, text=text, organization=organization)["search"]["edges"]
        return [
            (edge["node"]["thing"]["code"], edge["node"]["field"], edge["node"]["unit"])
            for edge in edges
            if edge["node"]["thing"]["__typename"] == "ProgrammeVersion"
        ]

    service = ("registro-blockchain", "PROGRAMME_NAME", {"code": "oti"})
    pilot = ("compradores-publicos", "PROGRAMME_NAME", None)
    for organization in ("pe.perucompras", None):
        assert found("cadena de bloques", organization) == [service]
        assert found("proveedores", organization) == [(service[0], "AUDIENCE", service[2])]
        assert found("transparencia", organization) == [(service[0], "PROGRAMME_OBJECTIVE", service[2])]
    assert found("compradores", "pe.osce") == [pilot]
    assert found("compradores", None) == [pilot, (service[0], "AUDIENCE", service[2])]


def test_what_changed_names_programmes_and_figures(graph: Asker) -> None:
    asked = """
    { organization(code: "pe.perucompras") { diff(base: "2022-07-30", target: "2022-07-31") {
        changes { kind subject code unit after } } } }
    """
    assert graph.data(asked)["organization"]["diff"]["changes"] == [
        {
            "kind": "INDICATOR_REPORTED",
            "subject": "INDICATOR",
            "code": f"registro-blockchain.{number}",
            "unit": "oti",
            "after": told,
        }
        for number, told in (
            (3, "Órdenes registradas (2022-07-31): 393734 órdenes"),
            (4, "Monto contratado (2022-07-31): 4504702937.47 PEN"),
        )
    ]
