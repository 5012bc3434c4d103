"""What OSCE's press release (2021), and the law that ended OSCE, let the register say."""

from __future__ import annotations

from tests.seeds.conftest import Asking, figures

SUCCESSORS = """
query ($code: String!, $day: Date!) {
  organization(code: $code) {
    structure(asOf: $day) {
      organization { name }
      carriedReferences { name organization inForceFrom { value basis } legalBasis { citation } }
    }
    successors(asOf: $day) { kind organizationCode inForceFrom { value basis } legalBasis { citation normative } }
  }
}
"""


def test_the_pilot_programme_for_public_buyers_runs_since_august_2021(ask: Asking) -> None:
    assert "compradores-publicos" not in ask.programmes("pe.osce", "2021-07-31")
    pilot = ask.programmes("pe.osce", "2021-12-31")["compradores-publicos"]
    assert (pilot["kind"], pilot["name"]) == (
        "Programa piloto",
        "Potenciando las habilidades de los compradores públicos",
    )
    assert pilot["inForceFrom"] == {"value": "2021-08", "basis": "SINCE_AT_LEAST"}
    assert pilot["audience"] == ["Equipos compradores de nueve entidades de la región Cajamarca"]
    assert pilot["channels"] == [{"name": "Aula Virtual del OSCE"}]
    assert pilot["runBy"] == "UNKNOWN"
    assert [(each["name"], each["note"]) for each in pilot["financing"]] == [
        (
            "Banco Interamericano de Desarrollo",
            "Proyecto «Mejoramiento de la Capacidad para la Generación del Conocimiento y Mejora Continua en la "
            "Gestión de la Contratación Pública»",
        )
    ]
    assert [each["name"] for each in pilot["partners"]] == [
        "Agencia de los Estados Unidos para el Desarrollo Internacional (USAID)",
        "Commercial Law Development Program (CLDP)",
        "Universidad de Adquisiciones de los Estados Unidos de América",
    ]
    assert {basis["normative"] for basis in pilot["legalBasis"]} == {False}


def test_it_has_nine_entities_five_routes_and_twenty_facilitators(ask: Asking) -> None:
    assert figures(ask.programmes("pe.osce", "2022-01-01")["compradores-publicos"]) == [
        ("Entidades de la región Cajamarca", "9", "entidades", "2021"),
        ("Facilitadores preparados", "20", "facilitadores", "2021"),
        ("Rutas formativas", "5", "rutas", "2021"),
    ]


def test_the_figures_of_january_to_august_2021_are_told_once_the_months_are_over(ask: Asking) -> None:
    assert figures(ask.programmes("pe.osce", "2021-08-31")["aula-virtual"]) == []
    days = "2021-01-01/2021-09-01"
    assert figures(ask.programmes("pe.osce", "2021-09-01")["aula-virtual"]) == [
        ("Cursos masivos autoinstructivos (MOOC)", "57", "cursos", days),
        ("Participantes", "63354", "personas", days),
        ("Talleres virtuales", "30", "talleres", days),
        ("Transmisiones por Zoom", "112", "transmisiones", days),
    ]


def test_oece_succeeds_it_on_22_april_2025(ask: Asking) -> None:
    before = ask.graphql(SUCCESSORS, code="pe.osce", day="2025-04-21")["organization"]
    after = ask.graphql(SUCCESSORS, code="pe.osce", day="2025-04-22")["organization"]
    assert (before["structure"]["organization"], before["successors"]) == ({"name": "OSCE"}, [])
    assert after["structure"]["organization"] is None
    assert after["successors"] == [
        {
            "kind": "SUCCESSION",
            "organizationCode": "pe.oece",
            "inForceFrom": {"value": "2025-04-22", "basis": "STATED"},
            "legalBasis": [
                {"citation": "Ley N° 32069, Ley General de Contrataciones Públicas", "normative": True}
            ],
        }
    ]
    heir = ask.rest("organizations/pe.oece?as_of=2025-04-22")["organization"]
    assert heir["name"] == "Organismo Especializado para las Contrataciones Públicas Eficientes"


def test_references_to_it_are_read_as_made_to_oece(ask: Asking) -> None:
    for code in ("pe.osce", "pe.oece"):
        structure = ask.graphql(SUCCESSORS, code=code, day="2025-04-22")["organization"]["structure"]
        references = structure["carriedReferences"]
        assert {(each["name"], each["organization"]) for each in references} == {
            ("OSCE", "pe.oece"),
            ("Organismo Supervisor de las Contrataciones del Estado", "pe.oece"),
        }
        assert {each["inForceFrom"]["value"] for each in references} == {"2025-04-22"}
        assert {each["legalBasis"][0]["citation"] for each in references} == {
            "Decreto Supremo N° 278-2024-EF, Cuarta Disposición Complementaria Final"
        }


def test_the_decree_itself_begins_ninety_working_days_after_its_publication(ask: Asking) -> None:
    decree = ask.rest("sources/pe/mef/decreto-supremo/2024/278-2024-EF")["source"]
    assert decree["published_on"]["value"] == "2024-12-21"
    assert decree["in_force_from"]["basis"] == "computed"
    assert (decree["in_force_from"]["rule"]["days"], decree["in_force_from"]["rule"]["working"]) == (90, True)
    assert [doubt["code"] for doubt in decree["doubts"]] == ["own_day_of_a_clause"]
