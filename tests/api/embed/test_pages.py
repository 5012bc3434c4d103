"""The pages of a structure and of a unit: what stands in them, in both languages, whole and as fragments."""

from __future__ import annotations

import asyncio
import re

import pytest
from starlette.testclient import TestClient

from organica.domain.acts import AbolishPost, Holder, SetSubstitutionOrder
from organica.domain.resolution import CoverageClaim
from organica.files import read_file
from tests.api.conftest import SEEDS, an_application
from tests.api.embed.reading import Page, of_class
from tests.api.test_chilecompra import published
from tests.makers import ORGANIZATION, a_post, a_post_ref, a_resolution, a_unit
from tests.support.stores import enact_in

CHILECOMPRA = "/embed/cl.chilecompra"
UNIT = f"{CHILECOMPRA}/atencion-usuaria"
HEADED = f"{CHILECOMPRA}/gestion-usuaria"
BODY = "/embed/cl.servicio-ficticio"
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *"
EVERY = (
    CHILECOMPRA,
    f"{CHILECOMPRA}?as_of=1990-01-01",
    f"{CHILECOMPRA}?as_of=2024-12-31",
    UNIT,
    HEADED,
    f"{CHILECOMPRA}/changes",
    f"{BODY}/changes?from=2014-12-31&to=2026-01-01",
    BODY,
    f"{BODY}/direccion",
)


def as_fragment(address: str) -> str:
    path, question, query = address.partition("?")
    return f"{path}.fragment.html{question}{query}"


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("address", EVERY)
def test_every_page_is_well_formed_runs_no_script_and_asks_for_its_style_alone(
    client: TestClient, address: str, language: str
) -> None:
    page = Page(client, address, language=language)
    assert page.root.get("lang") == language
    assert page.headers["content-language"] == language
    assert "Accept-Language" in page.headers["vary"]
    assert page.headers["content-security-policy"] == POLICY
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in page.headers
    assert {each.get("type") for each in page.find("//script")} <= {"application/ld+json"}
    [style] = page.find("//link[@rel='stylesheet']")
    assert client.get(style.get("href")).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert page.find("//*[@src] | //*[@style] | //iframe | //img | //object") == []
    assert len(page.find("//h1")) == 1


@pytest.mark.parametrize("address", EVERY)
def test_every_fragment_is_the_same_without_a_head(client: TestClient, address: str) -> None:
    page, fragment = Page(client, address), Page(client, as_fragment(address))
    assert fragment.html.startswith('<section class="organica" lang="es">')
    assert not re.search("<(head|link|meta|script|style|title)", fragment.html)
    assert fragment.text("//section[@class='organica']") == page.text("//main")
    assert fragment.headers["x-robots-tag"] == "noindex"
    assert fragment.headers["content-security-policy"] == POLICY


def test_a_unit_shows_its_functions_with_the_letters_as_printed(client: TestClient) -> None:
    page = Page(client, UNIT)
    items = page.texts("//section[h2='Funciones']/ul/li")
    assert items == [f"{letter}) {text}" for letter, text in published("Departamento de Atención Usuaria")]
    assert [each[:2] for each in items] == [f"{letter})" for letter in "abcdefghijkl"]


def test_the_structure_nests_the_units_and_opens_the_first_two_levels(client: TestClient) -> None:
    page = Page(client, CHILECOMPRA)
    [division] = page.find("//main/section/ul/li")
    assert division.get("id") == "u-gestion-usuaria"
    departments = division.xpath("details/div/ul/li")
    assert [each.get("id") for each in departments] == [
        "u-gestion-y-asesoria-de-compradores",
        "u-gestion-y-participacion-de-proveedores",
        "u-diseno-de-servicios-y-experiencia-usuaria",
        "u-formacion-y-capacitacion-usuaria",
        "u-atencion-usuaria",
    ]
    assert all(each.xpath("details/@open") == [""] for each in (division, *departments))
    told = [each.xpath("string(details/div/details/summary)") for each in departments]
    assert told == [f"Funciones ({number})" for number in (13, 14, 11, 11, 12)]
    assert len(page.find(f"{of_class('functions')}/li")) == 61


def test_the_banner_says_since_when_by_which_act_and_how_certain(client: TestClient) -> None:
    fixed = Page(client, f"{CHILECOMPRA}?as_of=2024-12-31")
    banner = fixed.text(of_class("banner"))
    assert "Así está desde 2024 (fecha exacta no indicada; supuesto)" in banner
    assert (
        "Fuente: Resolución exenta 35B de 2024; Organigrama: División de Gestión Usuaria consta, pero no es una norma."
        in banner
    )
    assert "Respuesta no segura: la fecha exacta de un acto no consta" in banner
    assert "Hay certeza desde el 1 de enero de 2025." in banner
    assert "Cobertura completa de «División de Gestión Usuaria»" in banner
    current = Page(client, CHILECOMPRA).text(of_class("banner"))
    assert current.startswith("Versión vigente hoy. Así está desde 2024")
    assert "Respuesta no segura" not in current


def test_what_is_not_covered_is_said_and_shown_as_no_tree(client: TestClient) -> None:
    page = Page(client, f"{CHILECOMPRA}?as_of=1990-01-01")
    assert page.text(of_class("gap")).startswith("Sin cobertura: el registro no tiene nada de esa fecha")
    assert page.find(of_class("units")) == []
    english = Page(client, f"{CHILECOMPRA}?as_of=1990-01-01&lang=en")
    assert english.text(of_class("gap")).startswith("Not covered: the register holds nothing of that day")


def test_what_a_document_leaves_open_is_listed_and_where_it_is_of_a_unit_on_its_page(
    database_url: str,
) -> None:
    folder = SEEDS / "pe.perucompras" / "resolutions"
    asyncio.run(enact_in(database_url, *(read_file(path) for path in sorted(folder.glob("*.yaml")))))
    with TestClient(an_application(database_url), follow_redirects=False) as client:
        told = client.get("/v1/organizations/pe.perucompras/structure").json()["coverage"]["gaps"]
        page = Page(client, "/embed/pe.perucompras")
        assert page.text(f"{of_class('unknown')}/summary") == f"Lo que no consta ({len(told)})"
        listed = page.texts(f"{of_class('unknown')}/ul/li")
        assert len(listed) == len(told) > 1
        assert all(gap["subject"] in item for gap, item in zip(told, listed, strict=True))
        unit = "oficina-de-tecnologias-de-la-informacion"
        own = Page(client, f"/embed/pe.perucompras/{unit}").texts(f"{of_class('unknown')}/ul/li")
        assert own == [gap["subject"] for gap in told if gap["unit"] == unit]
        assert own


def test_a_page_in_english_marks_what_is_spanish(client: TestClient) -> None:
    page = Page(client, f"{UNIT}?lang=en", language="es")
    assert page.root.get("lang") == "en"
    assert "Accept-Language" not in page.headers["vary"]
    assert {each.get("lang") for each in page.find("//section[h2='Functions']//bdi")} == {"es"}
    assert page.links("//a[@lang='es']") == ["/embed/cl.chilecompra/atencion-usuaria?lang=es"]
    inside = [each for each in page.links() if each.startswith("/embed/")]
    assert all("lang=" in each for each in inside)


def test_the_page_of_a_unit_tells_its_head_and_that_a_web_page_alone_says_so(client: TestClient) -> None:
    post = Page(client, HEADED).text(of_class("post"))
    assert post.startswith("Jefatura (Encabeza la unidad)")
    assert "al menos desde 2024" in post
    assert post.endswith("Organigrama: División de Gestión Usuaria consta, pero no es una norma")


def test_the_page_of_a_unit_tells_its_history_and_its_kin(client: TestClient) -> None:
    page = Page(client, f"{BODY}/direccion")
    assert page.text("//section[h2='Base legal']//li[1]").endswith("(la establece)")
    assert len(page.find("//section[h2='Historia de la unidad']/ol/li")) >= 1
    assert page.links("//nav[1]//a") == [BODY]


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_only_attests_a_unit_is_not_said_to_establish_it(client: TestClient, language: str) -> None:
    page = Page(client, "/embed/pe.mtpe/gestion-operativa-territorial", language=language)
    [told] = page.texts("//section[h2='Base legal' or h2='Legal basis']//li")
    assert "establece" not in told
    assert "establishes" not in told
    assert told.endswith("consta, pero no es una norma" if language == "es" else "attested, but no norm")


def test_changes_are_told_in_sentences_unit_by_unit(client: TestClient) -> None:
    page = Page(client, f"{BODY}/changes?from=2016-06-30&to=2018-12-31")
    told = page.texts(f"{of_class('changes')}/li")
    assert any("pasa a llamarse" in each for each in told)
    assert any("pasa a depender de" in each for each in told)
    assert page.find("//h2")


def test_two_days_without_a_change_between_them_say_so_once(client: TestClient) -> None:
    page = Page(client, f"{BODY}/changes?from=2016-07-02&to=2016-08-01")
    assert page.text("//main").count("Sin cambios") == 1
    assert page.text("//main/p") == "Sin cambios entre los dos días."


def test_a_post_that_stands_in_and_is_no_more_is_told_by_its_last_name(migrated_url: str) -> None:
    posts = (a_post("Jefatura", heads=True), a_post("Subjefatura"), a_post("Tesorería"))
    order = SetSubstitutionOrder(
        post=a_post_ref("compras/head"),
        substitutes=(a_post_ref("compras/Subjefatura"), a_post_ref("compras/Tesorería")),
    )
    gone = AbolishPost(post=a_post_ref("compras/Subjefatura"))
    acts = (
        a_resolution(a_unit("compras", posts=posts)),
        a_resolution(order, number="2", in_force_from="2016-01-01"),
    )
    last = a_resolution(gone, number="3", in_force_from="2017-01-01")
    asyncio.run(enact_in(migrated_url, *acts, last))
    with TestClient(an_application(migrated_url), follow_redirects=False) as client:
        told = Page(client, f"/embed/{ORGANIZATION}/compras?as_of=2018-01-01").texts(
            f"{of_class('post')}/p[2]"
        )
    assert told == ["Subrogan: 1. Subjefatura (suprimido), 2. Tesorería"]


def test_the_manner_in_which_a_post_is_held_is_told_in_words(migrated_url: str) -> None:
    """A word as it is printed stays as it is; the code of a term is written as the vocabulary writes it."""
    held = {
        "Jefatura": ("designacion_temporal", "en comisión de servicio"),
        "Tesorería": ("encargada", "regimen_276"),
    }
    posts = [
        a_post(name, holder=Holder("Ficticia Persona"), capacity=capacity, employment=employment)
        for name, (capacity, employment) in held.items()
    ]
    body = "pe.servicio-ficticio"
    whole = CoverageClaim(complete_under=(body,))
    filing = a_resolution(a_unit("compras", posts=posts), organization=body, coverage=whole)
    asyncio.run(enact_in(migrated_url, filing))
    with TestClient(an_application(migrated_url), follow_redirects=False) as client:
        told = Page(client, f"/embed/{body}/compras?as_of=2018-01-01").texts(f"{of_class('post')}/ul[1]/li")
    assert told == [
        "Ficticia Persona (designación temporal, en comisión de servicio), desde el 1 de enero de 2015",
        "Ficticia Persona (encargada, régimen del Decreto Legislativo 276), desde el 1 de enero de 2015",
    ]


def test_all_versions_are_listed_with_their_acts_the_newest_first(client: TestClient) -> None:
    page = Page(client, f"{BODY}/changes")
    first, *_, last = page.texts(f"{of_class('history')}/li")
    assert first.startswith("Desde el 1 de enero de 2031Por: ")
    assert last.startswith("Desde el 1 de marzo de 2015, hasta el 30 de junio de 2016")
    for address in page.links(f"{of_class('links')}//a"):
        assert client.get(address, follow_redirects=True).status_code == 200


def test_every_link_within_the_origin_leads_somewhere(client: TestClient) -> None:
    seen = {CHILECOMPRA, BODY}
    waiting = list(seen)
    while waiting:
        page = Page(client, waiting.pop())
        # Charts and feeds are followed where the alternates are.
        found = {each for each in page.links("//a[not(@type)]") if each.startswith("/embed/")}
        new = sorted(found - seen)
        seen |= found
        waiting += new
    assert len(seen) > 40


def test_the_page_of_chilecompra_weighs_less_than_120_kilobytes(client: TestClient) -> None:
    for language in ("es", "en"):
        assert len(Page(client, CHILECOMPRA, language=language).answer.content) < 120_000


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/embed/cl.nadie", 404, "El registro no conoce la organización"),
        ("/embed/mal codigo", 400, "no es un código válido"),
        (f"{CHILECOMPRA}?as_of=ayer", 400, "as_of"),
        (f"{CHILECOMPRA}?dia=2024-01-01", 400, "Esta consulta no tiene el parámetro «dia»"),
        (f"{CHILECOMPRA}?lang=pt", 400, "«pt» no es un idioma de estas páginas"),
        (f"{CHILECOMPRA}?known_at=999", 404, "999"),
        (f"{CHILECOMPRA}/nadie", 404, "nadie"),
        (f"{UNIT}?as_of=1990-01-01", 404, "El registro no cubre la unidad"),
        (f"{CHILECOMPRA}/changes?to=2024-01-01", 400, "Falta el parámetro «from»"),
        (f"{CHILECOMPRA}/changes?from=2024-01-02&to=2024-01-01", 400, "2024-01-02"),
        ("/embed/cl.chilecompra/a/b", 404, "No hay nada en la ruta"),
        ("/embed/", 404, "No hay nada en la ruta"),
    ],
)
def test_what_went_wrong_is_a_small_page_with_the_status_that_rest_gives(
    client: TestClient, address: str, status: int, says: str
) -> None:
    page = Page(client, address, status)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["content-security-policy"] == POLICY
    assert says in page.text("//main")
    assert "Qué hacer: " in page.text("//main")
    assert len(page.html) < 2_500


def test_a_problem_is_told_in_english_and_as_a_fragment_too(client: TestClient) -> None:
    page = Page(client, "/embed/cl.nadie?lang=en", 404)
    assert "What to do: " in page.text("//main")
    fragment = Page(client, "/embed/cl.nadie.fragment.html", 404)
    assert fragment.html.startswith('<section class="organica" lang="es"><h1>No encontrado</h1>')


def test_the_style_sheet_stays_under_one_name_and_old_digests_lead_to_it(client: TestClient) -> None:
    newest = client.get("/embed/style.css")
    assert newest.headers["cache-control"] == "public, max-age=60, must-revalidate"
    old = client.get("/embed/style.0123456789abcdef.css")
    assert old.status_code == 303
    assert client.get(old.headers["location"]).content == newest.content
    assert b"url(" not in newest.content
    assert b"@import" not in newest.content


def test_the_landing_page_leads_to_the_pages(client: TestClient) -> None:
    page = client.get("/").text
    assert '<a href="/embed/cl.chilecompra">' in page
