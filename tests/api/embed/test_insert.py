"""The page for editors of portals: what it offers, the lines to copy, and what it shows of them."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from api.embed.assets import COMPONENT, COPYING
from api.settings import Settings
from tests.api.conftest import an_application
from tests.api.embed.conftest import PORTAL, PUBLIC
from tests.api.embed.reading import Page
from tests.render.test_snippets import pasted

ORGANIZATION = "/embed/cl.chilecompra"
INSERT = f"{ORGANIZATION}.insert.html"
UNIT = f"{ORGANIZATION}/gestion-usuaria"
BODY = "/embed/cl.servicio-ficticio"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
EVERY = (
    INSERT,
    f"{INSERT}?how=component",
    f"{INSERT}?how=oembed",
    f"{INSERT}?what=chart",
    f"{INSERT}?what=changes",
    f"{INSERT}?version=day&as_of=1990-01-01",
    f"{UNIT}.insert.html?version=fixed&how=link",
    f"{BODY}/changes.insert.html?from=2014-12-31&to=2016-06-30&version=fixed",
)


def lines(page: Page) -> str:
    """Return what is to be copied."""
    [field] = page.find("//textarea")
    return str(field.text)


def to_paste(page: Page) -> Any:
    """Return what is to be copied as elements, the first one first."""
    return list(pasted(lines(page)))


def inside(address: str) -> str:
    """Return where an address of the installation is for its test client."""
    assert address.startswith(f"{PUBLIC}/")
    return address.removeprefix(PUBLIC)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("address", EVERY)
def test_every_page_for_editors_is_well_formed_and_keeps_to_its_own_origin(
    public: TestClient, address: str, language: str
) -> None:
    page = Page(public, address, language=language)
    assert page.root.get("lang") == language
    assert page.headers["content-security-policy"] == POLICY
    assert page.headers["x-robots-tag"] == "noindex"
    assert "set-cookie" not in page.headers
    [robots] = page.find("//meta[@name='robots']")
    assert robots.get("content") == "noindex, follow"
    assert page.find("//@style") == []
    assert all(each.text is None for each in page.find("//script"))
    asked = [str(each) for each in page.find("//main//@src | //main//@srcset | //form/@action")]
    assert asked
    assert all(each.startswith("/organica/embed/") for each in asked)
    labelled = {each.get("for") for each in page.find("//label[@for]")}
    assert {each.get("id") for each in page.find("//textarea | //select")} == labelled == {"snippet", "what"}


def test_it_offers_the_structure_as_a_frame_that_is_always_up_to_date(public: TestClient) -> None:
    page = Page(public, INSERT)
    assert page.text("//h1") == "Insertar en su portal"
    frame, script = to_paste(page)
    assert frame.get("src") == f"{PUBLIC}{ORGANIZATION}.frame.html?lang=es"
    assert frame.get("title") == "Estructura de ChileCompra"
    assert script.get("src") == f"{PUBLIC}/embed/grow.js"
    for each in (frame, script):
        assert public.get(inside(each.get("src"))).status_code == 200
    assert [each.get("value") for each in page.find("//input[@checked]")] == ["present", "frame", "es"]


def test_what_is_shown_is_what_is_copied(public: TestClient) -> None:
    for how in ("frame", "component", "link"):
        page = Page(public, f"{INSERT}?how={how}&version=fixed")
        preview = page.find("//section[@class='organica-preview']/*[not(self::h2)]")
        copied = to_paste(page)
        assert [each.tag for each in preview] == [each.tag for each in copied]
        for shown, pasted_one in zip(preview, copied, strict=True):
            assert {
                name: value.replace("/organica", PUBLIC, 1) for name, value in shown.attrib.items()
            } == dict(pasted_one.attrib)


def test_every_unit_of_the_day_may_be_chosen_in_the_order_of_the_structure(public: TestClient) -> None:
    page = Page(public, INSERT)
    values = [each.get("value") for each in page.find("//select/optgroup/option")]
    assert values[:2] == ["unit/gestion-usuaria", "unit/gestion-y-asesoria-de-compradores"]
    assert len(values) == 6
    for value in values:
        frame, _ = to_paste(Page(public, f"{INSERT}?what={value}"))
        assert public.get(inside(frame.get("src"))).status_code == 200


@pytest.mark.parametrize(
    ("address", "chosen", "title"),
    [
        (INSERT, "structure", "Estructura de ChileCompra"),
        (f"{UNIT}.insert.html", "unit/gestion-usuaria", "División de Gestión Usuaria · ChileCompra"),
        (f"{ORGANIZATION}/changes.insert.html", "changes", "Cambios de ChileCompra"),
        (f"{INSERT}?what=chart", "chart", "Organigrama de ChileCompra"),
        (f"{UNIT}.insert.html?what=structure", "structure", "Estructura de ChileCompra"),
    ],
)
def test_a_page_for_editors_begins_with_the_page_that_it_stands_beside(
    public: TestClient, address: str, chosen: str, title: str
) -> None:
    page = Page(public, address)
    [option] = page.find("//option[@selected]")
    assert option.get("value") == chosen
    assert page.text("//main/p[1]") == f"Qué se inserta: {title}"


def test_a_day_follows_what_is_learnt_of_it_and_a_fixed_version_does_not(public: TestClient) -> None:
    day = f"{INSERT}?as_of=2024-12-31&speaks=reader&version="
    frame, _ = to_paste(Page(public, f"{day}day"))
    assert frame.get("src") == f"{PUBLIC}{ORGANIZATION}.frame.html?as_of=2024-12-31"
    moved = public.get(inside(frame.get("src")))
    assert moved.status_code == 303
    frame, _ = to_paste(Page(public, f"{day}fixed"))
    fixed = public.get(inside(frame.get("src")))
    assert fixed.status_code == 200
    assert fixed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert inside(frame.get("src")) == moved.headers["location"].removeprefix("/organica")


def test_a_page_of_a_fixed_version_leads_to_the_lines_of_that_very_version(public: TestClient) -> None:
    for address in (
        f"{ORGANIZATION}?as_of=2024-12-31&known_at=2&lang=es",
        f"{UNIT}?as_of=2024-12-31&known_at=2",
    ):
        page = Page(public, address)
        [canonical] = page.find("//link[@rel='canonical']")
        [insert] = [each for each in page.links("//footer//a") if ".insert.html" in each]
        editors = Page(public, insert.removeprefix("/organica"))
        [shown] = editors.links("//main/p[1]/a")
        assert f"{PUBLIC}{shown.removeprefix('/organica')}".removesuffix("&lang=es") == canonical.get(
            "href"
        ).removesuffix("&lang=es")
        [kept] = editors.find("//input[@type='hidden'][@name='known_at']")
        assert kept.get("value") == "2"


def test_a_component_is_told_its_day_in_attributes_and_checked_by_its_digest(public: TestClient) -> None:
    script, element = to_paste(Page(public, f"{INSERT}?how=component&version=day&as_of=2024-12-31"))
    assert script.get("src") == PUBLIC + COMPONENT.path
    assert script.get("integrity") == COMPONENT.integrity
    assert public.get(inside(script.get("src"))).headers["cache-control"].endswith("immutable")
    assert dict(element.attrib) == {"src": PUBLIC + ORGANIZATION, "as-of": "2024-12-31", "lang": "es"}
    [link] = element
    assert public.get(inside(link.get("href"))).status_code == 303
    asked = f"{BODY}/changes.insert.html?how=component&from=2014-12-31&to=2016-06-30"
    _, changed = to_paste(Page(public, asked))
    assert changed.get("src") == f"{PUBLIC}{BODY}/changes?from=2014-12-31&to=2016-06-30"


def test_a_chart_is_a_picture_as_wide_as_the_editor_says(public: TestClient) -> None:
    picture, paragraph = to_paste(Page(public, f"{INSERT}?what=chart&width=720&as_of=2024-12-31&version=day"))
    source, image = picture
    assert image.get("alt") == "Organigrama de ChileCompra, 31 de diciembre de 2024"
    assert image.get("src") == f"{PUBLIC}{ORGANIZATION}.svg?as_of=2024-12-31&lang=es&width=720"
    assert source.get("srcset").endswith("&width=360")
    for each in (image.get("src"), source.get("srcset"), paragraph.find("a").get("href")):
        assert public.get(inside(each), follow_redirects=False).status_code in (200, 303)
    image, _ = to_paste(Page(public, f"{INSERT}?what=chart&width=400&version=fixed&as_of=2024-12-31"))
    assert public.get(inside(image.get("src"))).headers["cache-control"].endswith("immutable")


def test_what_cannot_be_put_in_that_way_is_offered_in_its_own_ways_alone(public: TestClient) -> None:
    def ways(address: str) -> list[Any]:
        return [each.get("value") for each in Page(public, address).find("//input[@name='how']")]

    assert ways(INSERT) == ["frame", "component", "link", "oembed"]
    # Whoever chose a frame before now has a picture: the choice that was made last decides.
    assert ways(f"{INSERT}?what=chart&how=frame") == ["image", "link"]
    assert to_paste(Page(public, f"{INSERT}?what=chart&how=frame"))[0].tag == "picture"


def test_every_way_says_what_the_portal_must_allow(public: TestClient) -> None:
    page = Page(public, INSERT)
    for field in page.find("//input[@name='how']"):
        [said] = page.texts(f"//*[@id='{field.get('aria-describedby')}']")
        assert len(said) > 20
    needs = page.text("//*[@id='how-frame']")
    assert "https://registro.example (frame-src, script-src)" in needs


def test_an_address_for_oembed_is_one_that_it_answers(public: TestClient) -> None:
    page = Page(public, f"{UNIT}.insert.html?how=oembed&speaks=reader")
    address = lines(page)
    assert address == f"{PUBLIC}{UNIT}"
    [answer] = [each for each in page.links() if "/oembed?" in each]
    told = public.get(answer.removeprefix("/organica")).json()
    assert told["type"] == "rich"
    assert told == public.get("/oembed", params={"url": address}).json()


def test_the_language_that_is_put_in_is_not_that_of_the_page(public: TestClient) -> None:
    page = Page(public, f"{INSERT}?lang=en&speaks=es")
    assert page.text("//h1") == "Put it into your portal"
    frame, _ = to_paste(page)
    assert (frame.get("src")[-7:], frame.get("title")) == ("lang=es", "Estructura de ChileCompra")
    frame, _ = to_paste(Page(public, INSERT, language="en"))
    assert (frame.get("src")[-7:], frame.get("title")) == ("lang=en", "Structure of ChileCompra")


def test_an_empty_field_of_the_form_is_no_answer(public: TestClient) -> None:
    page = Page(public, f"{INSERT}?what=structure&version=present&as_of=&how=frame&speaks=es&width=")
    assert lines(page) == lines(Page(public, INSERT))
    # A day that is not asked for is not put in.
    page = Page(public, f"{INSERT}?version=present&as_of=2024-12-31")
    assert lines(page) == lines(Page(public, INSERT))
    assert page.find("//input[@name='as_of']")[0].get("value") == "2024-12-31"


def test_a_fixed_version_without_a_day_is_that_of_today(public: TestClient) -> None:
    frame, _ = to_paste(Page(public, f"{INSERT}?version=fixed&speaks=reader"))
    permanent = Page(public, ORGANIZATION).links("//*[@class='organica-permanent']/a")
    assert [inside(frame.get("src")).replace(".frame.html", "")] == [
        each.removeprefix("/organica") for each in permanent
    ]
    listed, _ = to_paste(Page(public, f"{BODY}/changes.insert.html?version=fixed&speaks=reader"))
    assert "known_at=" in listed.get("src")
    assert public.get(inside(listed.get("src"))).status_code == 200


def test_a_unit_of_other_days_can_be_put_in_too(public: TestClient) -> None:
    def codes(query: str) -> set[str]:
        units = public.get(f"/v1/organizations/cl.servicio-ficticio/units{query}").json()["units"]
        return {each["code"] for each in units}

    gone = min(codes("?as_of=2016-01-01") - codes(""))
    page = Page(public, f"{BODY}/{gone}.insert.html")
    [first, *_] = page.find("//select/optgroup/option")
    assert (first.get("value"), first.get("selected")) == (f"unit/{gone}", "")
    frame, _ = to_paste(page)
    assert frame.get("src") == f"{PUBLIC}{BODY}/{gone}.frame.html?lang=es"


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/embed/cl.nadie.insert.html", 404, "El registro no conoce la organización"),
        (f"{ORGANIZATION}/nadie.insert.html", 404, "nadie"),
        (f"{UNIT}.insert.html?version=day&as_of=1990-01-01", 404, "El registro no cubre la unidad"),
        (f"{INSERT}?what=nada", 400, "«nada» no es una de las opciones"),
        (f"{INSERT}?what=unit/Mal", 400, "no es un código válido"),
        (f"{INSERT}?how=magia", 400, "«magia» no es una de las opciones"),
        (f"{INSERT}?version=ayer", 400, "«ayer» no es una de las opciones"),
        (f"{INSERT}?speaks=pt", 400, "«pt» no es una de las opciones"),
        (f"{INSERT}?as_of=ayer", 400, "as_of"),
        (f"{INSERT}?what=chart&width=1", 400, "«1» no es un ancho posible"),
        (f"{INSERT}?x=1", 400, "no tiene el parámetro «x»"),
        (f"{BODY}/changes.insert.html?from=2024-01-02&to=2024-01-01", 400, "2024-01-02"),
    ],
)
def test_what_cannot_be_shown_is_refused_as_on_every_page(
    public: TestClient, address: str, status: int, says: str
) -> None:
    page = Page(public, address, status)
    assert says in page.text("//main")
    assert page.headers["cache-control"] == "no-store"


def test_the_lines_are_asked_for_again_also_where_they_are_of_a_fixed_version(public: TestClient) -> None:
    # They name the scripts of this release.
    page = Page(public, f"{INSERT}?version=fixed&as_of=2024-12-31&known_at=2&lang=es")
    assert page.headers["cache-control"] == "public, max-age=60, must-revalidate"
    etag = page.headers["etag"]
    again = public.get(str(page.answer.url), headers={"if-none-match": etag})
    assert again.status_code == 304


def test_a_field_shows_the_lines_and_the_button_waits_for_its_script(public: TestClient) -> None:
    page = Page(public, INSERT)
    [field] = page.find("//textarea")
    assert field.get("readonly") == ""
    [button] = page.find("//button[@hidden]")
    assert button.get("data-copies") == field.get("id")
    assert page.find("//*[@role='status']")[0].text is None
    assert page.find("//script[not(ancestor::section)]/@src") == [f"/organica{COPYING.path}"]
    script = public.get(COPYING.path)
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert script.headers["cache-control"].endswith("immutable")


def test_without_a_public_address_there_are_no_lines_and_the_page_says_why(client: TestClient) -> None:
    page = Page(client, INSERT)
    assert page.find("//textarea") == []
    assert page.find("//button[@hidden]") == []
    assert "ORGANICA_PUBLIC_URL" in page.text("//main")
    [frame] = page.find("//iframe")
    assert client.get(frame.get("src")).status_code == 200
    # Whatever a reader calls the service, nothing of it stands in a page that is kept for others.
    forged = client.get(INSERT, headers={"host": "mal.example"})
    assert "mal.example" not in forged.text


def test_what_editors_are_shown_frames_only_where_the_operator_lets(
    public: TestClient, filled_url: str
) -> None:
    page = Page(public, INSERT)
    assert f"permite marcos sólo en: {PORTAL}" in page.text("//main")
    framed = public.get(f"{ORGANIZATION}.frame.html").headers["content-security-policy"]
    # The preview is a frame in a page of our own.
    assert framed.endswith(f"frame-ancestors 'self' {PORTAL}")
    settings = Settings(database_url=filled_url, public_url=PUBLIC, frame_ancestors="'none'")
    with TestClient(an_application(filled_url, settings)) as client:
        ways = [each.get("value") for each in Page(client, INSERT).find("//input[@name='how']")]
        assert ways == ["component", "link"]
        policy = client.get(f"{ORGANIZATION}.frame.html").headers["content-security-policy"]
        assert policy.endswith("frame-ancestors 'none'")


def test_every_page_leads_to_its_page_for_editors(public: TestClient) -> None:
    for address in (
        ORGANIZATION,
        UNIT,
        f"{ORGANIZATION}/changes",
        f"{BODY}/changes?from=2014-12-31&to=2016-06-30",
    ):
        page = Page(public, f"{address}{'&' if '?' in address else '?'}lang=en")
        [found] = page.find("//footer//a[contains(@href, '.insert.html')]")
        assert found.text == "Put it into your portal"
        editors = Page(public, found.get("href").removeprefix("/organica"))
        assert editors.text("//title").endswith(page.text("//title"))
