"""Every sort of page and every feed, as libraries that others wrote read them: extruct, rdflib and feedparser."""

from __future__ import annotations

import extruct
import feedparser
import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDF
from starlette.testclient import TestClient

from tests.api.embed.conftest import PUBLIC
from tests.api.embed.reading import Page
from tests.api.embed.test_machines import ORG, SCHEMA, graph_of

BODY = "/embed/cl.servicio-ficticio"
PROGRAMME = "/embed/pe.perucompras/oficina-de-tecnologias-de-la-informacion"
# Each sort of page that holds data, with how many programmes it tells of.
TELLING = (
    ("/embed/cl.chilecompra", 0),
    ("/embed/cl.chilecompra?as_of=2024-12-31", 0),
    ("/embed/cl.chilecompra?as_of=1990-01-01", 0),
    ("/embed/cl.chilecompra/atencion-usuaria", 0),
    ("/embed/cl.chilecompra/gestion-usuaria?as_of=2024-12-31", 0),
    (f"{BODY}?as_of=2018-06-30", 0),
    ("/embed/pe.perucompras", 1),
    (PROGRAMME, 1),
)
WITHOUT = (f"{BODY}/changes", f"{BODY}/changes?from=2014-12-31&to=2026-01-01")


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(("address", "programmes"), TELLING)
def test_the_data_of_every_page_is_a_graph_about_what_the_page_shows(
    public: TestClient, address: str, programmes: int, language: str
) -> None:
    page = Page(public, address, language=language)
    [canonical] = page.find("//link[@rel='canonical']")
    here = URIRef(canonical.get("href"))
    graph = graph_of(page.html, here)
    assert list(graph.subjects(RDF.type, SCHEMA.WebPage)) == [here]
    assert graph.value(here, SCHEMA.name) == Literal(page.text("//title"))
    assert graph.value(here, SCHEMA.inLanguage) == Literal(language)
    [topic] = graph.objects(here, SCHEMA.about)
    assert (topic, RDF.type, SCHEMA.GovernmentOrganization) in graph
    # What is at no address of its own cannot be spoken of elsewhere.
    assert all(str(each).startswith(f"{PUBLIC}/") for each in graph.subjects(unique=True))
    told = set(graph.subjects(RDF.type, ORG.OrganizationalUnit))
    # A structure tells of every unit in it; the page of a unit of that one and those above, as its path does.
    path = page.links("//nav[@class='organica-path']//a")
    assert len(told) == len(path or page.find("//li[starts-with(@id, 'u-')]"))
    for unit in told:
        [where] = graph.objects(unit, SCHEMA.url)
        assert public.get(str(where).removeprefix(PUBLIC), follow_redirects=True).status_code == 200
    assert len(set(graph.subjects(RDF.type, SCHEMA.GovernmentService))) == programmes
    for law in graph.subjects(RDF.type, SCHEMA.Legislation):
        assert graph.value(law, SCHEMA.legislationIdentifier) is not None
        assert str(graph.value(law, SCHEMA.name)) in page.text("//main")


@pytest.mark.parametrize("address", [*(address for address, _ in TELLING), *WITHOUT])
def test_every_page_tells_others_how_to_link_to_it(public: TestClient, address: str) -> None:
    page = Page(public, address)
    found = extruct.extract(page.html, base_url=PUBLIC, uniform=False)
    assert len(found["json-ld"]) == (0 if address in WITHOUT else 1)
    [told] = found["opengraph"]
    properties = dict(told["properties"])
    [canonical] = page.find("//link[@rel='canonical']")
    assert properties == {
        "og:type": "website",
        "og:site_name": "Orgánica",
        "og:title": page.text("//title"),
        "og:description": page.find("//meta[@name='description']")[0].get("content"),
        "og:locale": "es_CL",
        "og:url": canonical.get("href"),
    }
    # Nothing else is hidden in it that a reader of data would take for data.
    assert found["microdata"] == []


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("code", ["cl.chilecompra", "cl.servicio-ficticio", "pe.mtpe", "pe.perucompras"])
def test_the_feed_of_every_body_is_read_and_leads_to_its_pages(
    public: TestClient, code: str, language: str
) -> None:
    feed = feedparser.parse(public.get(f"/embed/{code}/changes.atom?lang={language}").content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.language == language
    assert feed.feed.title
    assert feed.entries
    for entry in feed.entries:
        assert entry.title
        assert entry.updated_parsed
        assert entry.content[0].type == "text/html"
        answer = public.get(entry.link.removeprefix(PUBLIC), follow_redirects=True)
        assert answer.status_code == 200
