"""What machines read of the pages: data inside them, canonical addresses, feeds and lists of pages."""

from __future__ import annotations

import json
import time
import warnings
from typing import Any

import extruct
import feedparser
import pytest
from lxml import etree
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF
from starlette.testclient import TestClient

from tests.api.embed.conftest import PORTAL, PUBLIC
from tests.api.embed.reading import Page

SCHEMA = Namespace("https://schema.org/")
ORG = Namespace("http://www.w3.org/ns/org#")
BODY = "cl.servicio-ficticio"
CHILECOMPRA = f"{PUBLIC}/id/organization/cl.chilecompra"
RESOLUTION = f"{PUBLIC}/id/source/cl/chilecompra/resolucion-exenta/2024/35-B"
SITEMAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def inside(html: str, address: str) -> Any:
    """Return the one block of data in a page, as extruct finds it."""
    found = extruct.extract(html, base_url=address, syntaxes=["json-ld", "opengraph"], uniform=False)
    [data] = found["json-ld"]
    return data, found["opengraph"]


def graph_of(html: str, address: str) -> Graph:
    data, _ = inside(html, address)
    with warnings.catch_warnings():
        # rdflib's own reader of JSON-LD warns of rdflib's own class.
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return Graph().parse(data=json.dumps(data), format="json-ld", publicID=address)


def test_the_data_in_a_page_says_what_it_is_about(public: TestClient) -> None:
    page = Page(public, "/embed/cl.chilecompra?as_of=2024-12-31&lang=es")
    graph = graph_of(page.html, f"{PUBLIC}/embed/cl.chilecompra")
    body, unit = URIRef(CHILECOMPRA), URIRef(f"{PUBLIC}/id/unit/cl.chilecompra/atencion-usuaria")
    division = URIRef(f"{PUBLIC}/id/unit/cl.chilecompra/gestion-usuaria")
    assert (body, RDF.type, SCHEMA.GovernmentOrganization) in graph
    assert (body, SCHEMA.name, Literal("ChileCompra")) in graph
    assert (body, ORG.hasUnit, division) in graph
    assert (unit, RDF.type, ORG.OrganizationalUnit) in graph
    assert (unit, ORG.subOrganizationOf, division) in graph
    law = URIRef(RESOLUTION)
    assert (law, RDF.type, SCHEMA.Legislation) in graph
    assert graph.value(law, SCHEMA.name) == Literal("Resolución exenta 35B de 2024")
    assert graph.value(law, SCHEMA.legislationDateVersion) == Literal("2024-01-01")
    [described] = graph.subjects(SCHEMA.about, body)
    assert str(described).startswith(f"{PUBLIC}/embed/cl.chilecompra?as_of=2024-01-01&known_at=")
    assert len(list(graph.subjects(RDF.type, ORG.OrganizationalUnit))) == 6


def test_what_only_a_web_page_says_is_no_legislation(public: TestClient) -> None:
    path = "/embed/cl.chilecompra/gestion-usuaria"
    graph = graph_of(Page(public, path).html, PUBLIC + path)
    [page] = graph.subjects(RDF.type, SCHEMA.CreativeWork)
    assert graph.value(page, SCHEMA.name) == Literal("Organigrama: División de Gestión Usuaria")
    assert list(graph.subjects(RDF.type, SCHEMA.Legislation)) == [URIRef(RESOLUTION)]


def test_nobody_is_named_in_the_data(public: TestClient) -> None:
    page = Page(public, "/embed/cl.chilecompra/gestion-usuaria")
    [post] = page.texts("//*[@class='organica-post']/ul[1]/li")
    name = post.partition(",")[0]
    data, graph = inside(page.html, PUBLIC)
    assert name in page.html
    assert name not in json.dumps([data, graph], ensure_ascii=False)


def test_addresses_for_machines_are_whole_and_those_of_links_stay_within_the_origin(
    public: TestClient,
) -> None:
    page = Page(public, "/embed/cl.chilecompra?lang=en")
    [canonical] = page.find("//link[@rel='canonical']")
    assert canonical.get("href") == f"{PUBLIC}/embed/cl.chilecompra?lang=en"
    assert page.find("//meta[@property='og:url']")[0].get("content") == canonical.get("href")
    assert {each.get("hreflang"): each.get("href") for each in page.find("//link[@hreflang]")} == {
        "es": f"{PUBLIC}/embed/cl.chilecompra?lang=es",
        "en": f"{PUBLIC}/embed/cl.chilecompra?lang=en",
    }
    assert page.find("//link[@rel='stylesheet']")[0].get("href").startswith("/organica/embed/style.")
    assert all(each.startswith("/organica/") for each in page.links("//main//a"))
    types = {each.get("type") for each in page.find("//link[@rel='alternate'][@type]")}
    assert {"application/json", "application/ld+json", "text/csv", "application/atom+xml"} <= types
    fragment = Page(public, "/embed/cl.chilecompra.fragment.html")
    assert all(each.startswith(f"{PUBLIC}/") for each in fragment.links())


def test_the_same_data_is_where_the_page_says(client: TestClient) -> None:
    for address in ("/embed/cl.chilecompra", f"/embed/{BODY}?as_of=2018-06-30"):
        page = Page(client, address)
        for each in page.find("//link[@rel='alternate'][@type]"):
            answer = client.get(each.get("href"))
            assert answer.status_code == 200, each.get("href")
            assert answer.headers["content-type"].startswith(each.get("type"))


def test_searches_are_shown_what_is_in_force_and_not_every_version(public: TestClient) -> None:
    def robots(address: str) -> str:
        [told] = Page(public, address).find("//meta[@name='robots']")
        return str(told.get("content"))

    assert robots("/embed/cl.chilecompra") == "index, follow"
    assert robots("/embed/cl.chilecompra?as_of=2024-12-31") == "noindex, follow"


def test_frames_are_for_whom_the_operator_lets(public: TestClient) -> None:
    policy = public.get("/embed/cl.chilecompra").headers["content-security-policy"]
    assert policy.endswith(f"; frame-ancestors {PORTAL}")


def test_a_reader_of_feeds_takes_the_changes(public: TestClient) -> None:
    answer = public.get(f"/embed/{BODY}/changes.atom?lang=es")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.title.startswith("Cambios de ")
    assert {link.rel for link in feed.feed.links} == {"self", "alternate"}
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 5
    assert all(entry.id.startswith("urn:uuid:") for entry in feed.entries)
    instants = [time.mktime(entry.updated_parsed) for entry in feed.entries]
    assert instants == sorted(instants, reverse=True)
    newest = feed.entries[0]
    assert newest.title.startswith(
        "Resolución exenta 5 de 2017: cambios desde el 1 de febrero de 2017: 1 (asiento "
    )
    assert "recibe la función" in newest.content[0].value
    assert newest.link.startswith(f"{PUBLIC}/embed/{BODY}?as_of=2017-02-01")


def test_a_feed_keeps_its_names_without_a_public_address(client: TestClient, public: TestClient) -> None:
    path = f"/embed/{BODY}/changes.atom"
    here, there = (feedparser.parse(each.get(path).content) for each in (client, public))
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
    assert here.feed.id == there.feed.id


def test_the_lists_of_pages_lead_to_every_page(public: TestClient) -> None:
    index = etree.fromstring(public.get("/sitemap.xml").content)
    maps = index.xpath("s:sitemap/s:loc/text()", namespaces=SITEMAPS)
    assert {f"{PUBLIC}/embed/{code}/sitemap.xml" for code in ("cl.chilecompra", BODY)} <= set(maps)
    for each in maps:
        listed = etree.fromstring(public.get(each.removeprefix(PUBLIC)).content)
        pages = listed.xpath("s:url/s:loc/text()", namespaces=SITEMAPS)
        assert len(pages) >= 2
        assert {public.get(page.removeprefix(PUBLIC)).status_code for page in pages} == {200}
    assert f"Sitemap: {PUBLIC}/sitemap.xml\n" in public.get("/robots.txt").text


def test_without_a_public_address_there_are_no_lists_and_the_problem_says_why(client: TestClient) -> None:
    answer = client.get("/sitemap.xml")
    assert answer.status_code == 404
    assert answer.json()["code"] == "no_public_address"
    assert "ORGANICA_PUBLIC_URL" in answer.json()["remedy"]
    assert "Sitemap" not in client.get("/robots.txt").text


@pytest.mark.parametrize("path", ["/embed/cl.nadie/changes.atom", "/embed/cl.nadie/sitemap.xml"])
def test_nobody_has_no_feed_and_no_list(public: TestClient, path: str) -> None:
    assert public.get(path).json()["code"] == "unknown_organization"
