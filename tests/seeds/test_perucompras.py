"""What the application form of PERÚ COMPRAS (2022) lets the register say."""

from __future__ import annotations

from tests.seeds.conftest import Asking, figures

BODY = "pe.perucompras"
NORMS = {
    "pe/mef/decreto-supremo/2019/082-2019-EF": "Decreto Supremo N° 082-2019-EF",
    "pe/mef/decreto-supremo/2020/250-2020-EF": "Decreto Supremo N° 250-2020-EF",
    "pe/pcm/decreto-supremo/2018/118-2018-PCM": "Decreto Supremo N° 118-2018-PCM",
    "pe/pcm/resolucion-de-secretaria-de-gobierno-digital/2018/004-2018-PCM-SEGDI": (
        "Resolución de Secretaría de Gobierno Digital N° 004-2018-PCM/SEGDI"
    ),
    "pe/poder-ejecutivo/decreto-legislativo/2018/1412": "Decreto Legislativo N° 1412",
    "pe/pcm/decreto-supremo/2021/029-2021-PCM": "Decreto Supremo N° 029-2021-PCM",
}
TUO = "pe/mef/texto-unico-ordenado/2019/tuo-de-la-ley-30225"
REST_ON = (
    "{ organization(code: $code) { structure(asOf: $day) { programme(code: $programme) { restsOn { key source "
    "{ citation normative issuer relations { kind target } } } } } } }"
)


def test_the_body_is_attested_and_attached_to_the_ministry_of_economy(ask: Asking) -> None:
    body = ask.structure(BODY, "2022-12-31")["organization"]
    assert body["name"] == "Central de Compras Públicas - PERÚ COMPRAS"
    assert body["attached_to"] == "pe.mef"
    assert {basis["normative"] for basis in body["legal_basis"]} == {False}


def test_its_office_of_information_technologies_hangs_from_nobody_knows_what(ask: Asking) -> None:
    assert ask.units(BODY, "2022-12-31") == [
        ("Jefatura", "Jefatura", None),
        ("Oficina", "Oficina de Tecnologías de la Información", None),
    ]
    units = {unit["code"]: unit for unit in ask.structure(BODY, "2022-12-31")["units"]}
    assert units["oficina-de-tecnologias-de-la-informacion"]["parent_status"] == "unknown"
    assert units["oficina-de-tecnologias-de-la-informacion"]["acronym"] == "OTI"
    assert "dependencia-oti" in ask.gaps(BODY, "2022-12-31")


def test_the_post_of_jefe_has_its_holder_since_april_2018(ask: Asking) -> None:
    assert ask.holders(BODY, "2022-12-31") == [("jefatura", "Jefe", "Fernando Masumura Tanaka", None)]
    held = ask.rest(f"organizations/{BODY}/appointments?as_of=2018-05-01")["appointments"]
    assert [each["in_force_from"]["value"] for each in held] == ["2018-04"]
    assert ask.structure(BODY, "2018-04-30")["certain"] is False
    assert ask.structure(BODY, "2018-05-01")["certain"] is True


def test_its_digital_registry_rests_on_six_norms_of_their_issuers(ask: Asking) -> None:
    data = ask.graphql(
        "query ($code: String!, $day: Date!, $programme: String!) " + REST_ON,
        code=BODY,
        day="2022-12-31",
        programme="registro-blockchain",
    )
    rests_on = data["organization"]["structure"]["programme"]["restsOn"]
    assert {each["key"]: each["source"]["citation"] for each in rests_on} == NORMS
    assert {each["source"]["normative"] for each in rests_on} == {True}
    assert {each["source"]["issuer"] for each in rests_on} == {"mef", "pcm", "poder-ejecutivo"}


def test_the_norms_approve_amend_and_implement_one_another(ask: Asking) -> None:
    told = {
        key: [(each["kind"], each["target"]) for each in ask.rest(f"sources/{key}")["source"]["relations"]]
        for key in NORMS
    }
    digital = "pe/poder-ejecutivo/decreto-legislativo/2018/1412"
    assert told == {
        "pe/mef/decreto-supremo/2019/082-2019-EF": [("approves", TUO)],
        "pe/mef/decreto-supremo/2020/250-2020-EF": [
            ("implements", TUO),
            ("amends", "pe/mef/decreto-supremo/2018/344-2018-EF"),
        ],
        "pe/pcm/decreto-supremo/2018/118-2018-PCM": [],
        "pe/pcm/resolucion-de-secretaria-de-gobierno-digital/2018/004-2018-PCM-SEGDI": [
            ("approves", "pe/pcm/lineamientos/2018/lineamientos-del-lider-de-gobierno-digital")
        ],
        digital: [("approves", "pe/poder-ejecutivo/ley/2018/ley-de-gobierno-digital")],
        "pe/pcm/decreto-supremo/2021/029-2021-PCM": [
            ("approves", "pe/pcm/reglamento/2021/reglamento-de-la-ley-de-gobierno-digital"),
            ("implements", digital),
        ],
    }
    assert ask.rest(f"sources/{TUO}")["source"]["citation"] == (
        "Texto Único Ordenado de la Ley N° 30225, Ley de Contrataciones del Estado"
    )


def test_purchase_orders_are_registered_in_a_blockchain_since_12_april_2019(ask: Asking) -> None:
    assert "registro-blockchain" not in ask.programmes(BODY, "2019-04-11")
    registry = ask.programmes(BODY, "2019-04-12")["registro-blockchain"]
    assert registry["name"] == (
        "Innovación a nivel mundial con Blockchain en los Catálogos Electrónicos de PERÚ COMPRAS"
    )
    assert registry["inForceFrom"] == {"value": "2019-04-12", "basis": "SINCE_AT_LEAST"}
    assert registry["unit"] == {"code": "oficina-de-tecnologias-de-la-informacion"}
    assert {"name": "Aplicativo móvil que lee el código QR"} in registry["channels"]
    assert registry["legalBasis"][0]["normative"] is False


def test_its_figures_are_those_of_2017_2021_and_31_july_2022(ask: Asking) -> None:
    told = figures(ask.programmes(BODY, "2023-01-01")["registro-blockchain"])
    assert [each for each in told if each[3] == "2017"] == [
        ("Ahorro", "162", "millones de soles", "2017"),
        ("Costo de la plataforma sobre los ingresos por contrataciones", "0.2", "%", "2017"),
        ("Entidades que ven promovida la integridad", "78.9", "%", "2017"),
        ("Entidades que ven promovida la transparencia", "87.1", "%", "2017"),
        ("Monto contratado", "542.07", "millones de soles", "2017"),
        ("Proveedores que ven promovida la integridad", "55.2", "%", "2017"),
        ("Proveedores que ven promovida la transparencia", "52.6", "%", "2017"),
        ("Órdenes de compra", "79091", "órdenes", "2017"),
    ]
    assert [each for each in told if each[3] == "2021"] == [
        ("Ahorro", "347.5", "millones de soles", "2021"),
        ("Aumento de las órdenes de compra", "37", "%", "2021"),
        ("Aumento del monto contratado", "73", "%", "2021"),
        ("Costo", "32000", "soles", "2021"),
        ("Entidades que ven promovida la integridad", "98.7", "%", "2021"),
        ("Entidades que ven promovida la transparencia", "98.5", "%", "2021"),
        ("Monto contratado", "1300", "millones de soles", "2021"),
        ("Proveedores que ven promovida la integridad", "93.8", "%", "2021"),
        ("Proveedores que ven promovida la transparencia", "92.3", "%", "2021"),
        ("Órdenes de compra", "125343", "órdenes", "2021"),
    ]
    assert [each for each in told if each[3] == "2022-07-31"] == [
        ("Instalaciones del aplicativo móvil", "6977", "dispositivos", "2022-07-31"),
        ("Monto contratado desde el inicio", "4504702937.47", "soles", "2022-07-31"),
        ("Proformas validadas en la cadena de bloques", "59787821", "proformas", "2022-07-31"),
        ("Órdenes de compra validadas en la cadena de bloques", "393734", "órdenes", "2022-07-31"),
    ]
