"""Programmes on the pages under /embed: with the unit that runs them, else with the organization."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from tests.api.embed.reading import FOR_EVER, Page, of_class
from tests.support.programmes import LAW

BUYERS = "/embed/pe.perucompras"
OFFICE = f"{BUYERS}/oti"
TRAINERS = "/embed/pe.osce"
SERVICE = "Experiencia innovadora: Registro de órdenes de compra en cadena de bloques"


def facts_of(page: Page, programme: str) -> dict[str, list[str]]:
    """Return the facts of a programme as a page tells them: each with its items, or its one text."""
    found: dict[str, list[str]] = {}
    for row in page.find(f"//*[@id='p-{programme}']//dl/div"):
        items = row.xpath("dd/ul/li") or row.xpath("dd")
        name = "".join(row.find("dt").itertext())
        found[name] = [" ".join("".join(each.itertext()).split()) for each in items]
    return found


def rows_of(page: Page, programme: str) -> list[list[str]]:
    """Return the figures of a programme, cell by cell."""
    rows = page.find(f"//*[@id='p-{programme}']//tbody/tr")
    return [["".join(cell.itertext()) for cell in row] for row in rows]


def test_the_page_of_a_unit_tells_all_of_each_programme_that_it_runs(application: TestClient) -> None:
    page = Page(application, f"{OFFICE}?as_of=2022-12-31")
    assert page.text("//section[h2='Programas y servicios']/ul/li/details/summary") == SERVICE
    assert facts_of(page, "registro-blockchain") == {
        "Tipo": ["Servicio"],
        "Vigencia": ["al menos desde el 12 de abril de 2019"],
        "Objetivo": ["Dar transparencia a cada orden con un código QR."],
        "Destinatarios": ["Entidades compradoras", "Proveedores", "Ciudadanía"],
        "Canales": ["Aplicación móvil con código QR", "Buscador público"],
        "Funciones que cumple": ["a) Desarrollar los sistemas de la entidad."],
        # The first norm was entered, the second was not: it stands by its key.
        "Marco legal": ["Decreto supremo 082-2019-EF de 2019", "pe/pcm/decreto-supremo/2018/118-2018-PCM"],
        "Base legal": ["Formulario de postulación consta, pero no es una norma"],
    }
    assert page.links("//dl//a[@rel='external noopener']") == ["https://ejemplo.pe/buscador"]


def test_its_figures_are_a_table_in_the_notation_of_the_language(application: TestClient) -> None:
    page = Page(application, f"{OFFICE}?as_of=2022-12-31")
    assert page.texts("//thead//th") == ["Indicador", "Valor", "Unidad de medida", "Período"]
    assert rows_of(page, "registro-blockchain") == [
        ["Monto contratado", "4\u202f504\u202f702\u202f937,47", "PEN", "31 de julio de 2022"],
        ["Órdenes de compra", "79\u202f091", "órdenes", "2017"],
        ["Órdenes de compra", "125\u202f343", "órdenes", "2021"],
        ["Órdenes registradas", "393\u202f734", "órdenes", "31 de julio de 2022"],
    ]
    # Four are many: they are read on request.
    assert page.find(f"{of_class('figures')}/@open") == []
    english = Page(application, f"{OFFICE}?as_of=2022-12-31&lang=en")
    assert english.text("//section[h2='Programmes and services']//dl/div[dt='Who it is for']/dd/ul/li[2]")
    assert rows_of(english, "registro-blockchain")[0][1:] == ["4,504,702,937.47", "PEN", "31 July 2022"]
    assert set(english.find("//tbody//bdi/@lang")) == {"es"}


def test_the_link_of_a_function_leads_to_its_place(application: TestClient) -> None:
    page = Page(application, f"{OFFICE}?as_of=2022-12-31")
    [address] = page.links("//dl/div[dt='Funciones que cumple']//a")
    path, _, place = address.partition("#")
    assert place == "f-oti.1"
    assert Page(application, path).text(f"//*[@id='{place}']") == "a) Desarrollar los sistemas de la entidad."


def test_the_structure_tells_a_units_programme_in_short_and_where_the_rest_is(
    application: TestClient,
) -> None:
    page = Page(application, f"{BUYERS}?as_of=2022-12-31")
    inside = f"//li[@id='u-oti']{of_class('programmes-of')}"
    assert page.text(f"{inside}/summary") == "Programas y servicios (1)"
    assert page.texts(f"{inside}//li/*") == [SERVICE, "Dar transparencia a cada orden con un código QR."]
    assert page.texts("//h2") == ["Unidades"]
    [address] = page.links(f"{inside}//a")
    path, _, place = address.partition("#")
    assert Page(application, path).text(f"//*[@id='{place}']/details/summary") == SERVICE


def test_what_the_organization_runs_itself_stands_on_its_own_page(application: TestClient) -> None:
    page = Page(application, f"{TRAINERS}?as_of=2022-01-01")
    facts = facts_of(page, "compradores-publicos")
    assert facts["Socios"] == ["USAID (asistencia técnica)", "CLDP"]
    assert facts["Financiamiento"] == ["Banco Interamericano de Desarrollo"]
    assert page.text("//li[@id='p-compradores-publicos']/details/div/p") == "A cargo del propio organismo"
    [figure] = rows_of(page, "compradores-publicos")
    assert figure[-1] == "del 1 de enero de 2021 al 31 de agosto de 2021"
    assert page.find(f"{of_class('figures')}/@open") == [""]
    ended = Page(application, f"{TRAINERS}?as_of=2024-06-01")
    assert [each.get("id") for each in ended.find(f"{of_class('programmes')}/li")] == [
        "p-compradores-publicos"
    ]


def test_days_without_programmes_have_no_such_part(application: TestClient) -> None:
    assert Page(application, f"{BUYERS}?as_of=2019-02-01").find(of_class("programmes")) == []
    assert Page(application, f"{BUYERS}?as_of=1990-01-01").find(of_class("programmes")) == []


@pytest.mark.parametrize("address", [f"{TRAINERS}?as_of=2022-01-01", f"{OFFICE}?as_of=2022-12-31"])
def test_a_fixed_page_with_programmes_is_immutable_and_its_fragment_says_the_same(
    application: TestClient, address: str
) -> None:
    page = Page(application, address)
    assert page.headers["cache-control"] == FOR_EVER
    path, _, query = address.partition("?")
    fragment = Page(application, f"{path}.fragment.html?{query}")
    assert fragment.text("//section[@class='organica']") == page.text("//main")


def test_a_norm_that_was_entered_later_does_not_alter_a_page_of_before(application: TestClient) -> None:
    before = Page(application, f"{OFFICE}?as_of=2022-12-31&known_at=1")
    assert facts_of(before, "registro-blockchain")["Marco legal"][0] == LAW


def test_the_data_in_the_page_names_the_service_and_who_runs_it(application: TestClient) -> None:
    page = Page(application, f"{OFFICE}?as_of=2022-12-31")
    [data] = page.find("//script")
    [service] = [each for each in json.loads(data.text)["@graph"] if each["@type"] == "GovernmentService"]
    assert service == {
        "@id": "/id/programme/pe.perucompras/registro-blockchain",
        "@type": "GovernmentService",
        "identifier": "registro-blockchain",
        "name": "Registro de órdenes de compra en cadena de bloques",
        "url": f"{OFFICE}#p-registro-blockchain",
        "serviceType": "Experiencia innovadora",
        "description": "Dar transparencia a cada orden con un código QR.",
        "provider": {"@id": "/id/organization/pe.perucompras"},
        "serviceOperator": {"@id": "/id/unit/pe.perucompras/oti"},
    }
