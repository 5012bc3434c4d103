"""What the workshop of UN DESA and AMB (14 June 2023) lets the register say."""

from __future__ import annotations

from tests.seeds.conftest import Asking

MUNICIPALITIES = {
    "bo.gam-cobija": "GAM Cobija",
    "bo.gam-el-alto": "GAM El Alto",
    "bo.gam-la-paz": "GAM La Paz",
    "bo.gam-potosi": "GAM Potosí",
    "bo.gam-trinidad": "GAM Trinidad",
}
DAY = "2023-06-14"


def test_the_unit_for_capacity_development_hangs_from_the_division_of_un_desa(ask: Asking) -> None:
    body = ask.structure("int.un-desa", DAY)["organization"]
    assert (body["name"], body["acronym"]) == ("Departamento de Asuntos Económicos y Sociales", "UN DESA")
    units = ask.rest(f"organizations/int.un-desa/units?as_of={DAY}")["units"]
    assert [(unit["acronym"], unit["name"], unit["parent"]) for unit in units] == [
        ("DPIDG", "División de Instituciones Públicas y Gobierno Digital", None),
        ("PMCDU", "Programme Management and Capacity Development Unit", "dpidg"),
    ]


def test_their_posts_have_holders_on_that_day(ask: Asking) -> None:
    assert ask.holders("int.un-desa", DAY) == [
        ("dpidg", "Director", "Juwang Zhu", None),
        (
            "dpidg",
            "Inter-Regional Adviser on Governance and Public Administration",
            "Cristina Rodriguez-Acosta",
            None,
        ),
        ("pmcdu", "Chief", "Adriana Alberti", None),
    ]
    assert ask.holders("bo.amb", DAY) == [("asociacion", "Director Ejecutivo", "Alfonso Lema", None)]


def test_the_municipal_governments_that_took_part_are_members_of_the_association(ask: Asking) -> None:
    for code, name in MUNICIPALITIES.items():
        body = ask.rest(f"organizations/{code}?as_of={DAY}")["organization"]
        assert (body["name"], body["affiliations"]) == (name, ["bo.amb"])
        assert body["in_force_from"]["basis"] == "since_at_least"
        assert [basis["normative"] for basis in body["legal_basis"]] == [False]
        before = ask.rest(f"organizations/{code}?as_of=2023-06-13")
        assert (before["organization"]["name"], before["coverage"]["status"]) == (None, "none")
    association = ask.rest(f"organizations/bo.amb?as_of={DAY}")["organization"]
    assert association["name"] == "Asociación de Municipalidades de Bolivia"


def test_the_two_toolkits_are_programmes_of_un_desa(ask: Asking) -> None:
    toolkits = ask.programmes("int.un-desa", DAY)
    assert {code: each["name"] for code, each in toolkits.items()} == {
        "cambio-de-mentalidad": (
            "Cambiando la mentalidad en las instituciones públicas para implementar la Agenda 2030 para el "
            "Desarrollo Sostenible"
        ),
        "innovacion-y-gobierno-digital": (
            "Innovación y Gobierno Digital para la Prestación de Servicios Públicos"
        ),
    }
    assert {each["runBy"] for each in toolkits.values()} == {"ORGANIZATION"}
    assert {each["partners"][0]["organization"] for each in toolkits.values()} == {"bo.amb"}


def test_nothing_of_it_is_a_norm(ask: Asking) -> None:
    for code in ("int.un-desa", "bo.amb", *MUNICIPALITIES):
        structure = ask.structure(code, DAY)
        found = [structure["organization"], *structure["units"]]
        assert {basis["normative"] for each in found for basis in each["legal_basis"]} == {False}
