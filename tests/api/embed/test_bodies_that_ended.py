"""What pages, charts and feeds say of a body that is no more, and of units that came and went between two days."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import feedparser
import pytest
from starlette.testclient import TestClient

from organica.domain.acts import DissolveOrganization, EstablishOrganization, StateOrganization
from organica.files import read_file
from tests.api.conftest import an_application, seed_files
from tests.api.embed.reading import FOR_EVER, Page, of_class
from tests.api.served_bodies import enact_and_rebuild
from tests.makers import ORGANIZATION, a_resolution
from tests.support.lineage import OLD, lineage_filings
from tests.support.stores import enact_in, filled

BODY = f"/embed/{OLD}"
ENDED = {
    "es": "La organización terminó el 1 de enero de 2025, por Resolución exenta 20250101 de 2025. Le sucede Faro Nuevo.",
    "en": "The organization ended on 1 January 2025, by Resolución exenta 20250101 de 2025. Its successor is Faro Nuevo.",
}


async def fill(url: str) -> None:
    await enact_and_rebuild(url, lineage_filings())


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def ended(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a register with a body whose units passed to another one."""
    with (
        filled(request, tmp_path_factory, fill) as url,
        TestClient(an_application(url), follow_redirects=False) as client,
    ):
        yield client


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("address", [BODY, f"{BODY}?as_of=2026-01-01"])
def test_a_body_that_ended_keeps_its_name_and_says_when_by_what_and_who_followed(
    ended: TestClient, address: str, language: str
) -> None:
    page = Page(ended, address, language=language)
    assert page.text("//h1") == "Faro Viejo"
    assert page.text(of_class("ended")) == ENDED[language]
    assert "Faro Viejo" in page.text("//title")


def test_the_fixed_page_of_a_body_that_ended_holds_for_ever(ended: TestClient) -> None:
    page = Page(ended, f"{BODY}?as_of=2026-01-01")
    assert page.answer.history[0].headers["location"] == f"{BODY}?as_of=2025-01-01&known_at=5"
    assert page.headers["cache-control"] == FOR_EVER


@pytest.mark.parametrize("day", ["2014-12-31", "2024-12-31"])
def test_before_its_end_nothing_is_said_of_it(ended: TestClient, day: str) -> None:
    page = Page(ended, f"{BODY}?as_of={day}")
    assert page.find(of_class("ended")) == []
    assert page.text("//h1") == ("Faro Viejo" if day > "2015" else OLD)


@pytest.mark.parametrize("query", ["", "?from=2014-12-31&to=2026-01-01", "?from=2025-06-01&to=2026-01-01"])
def test_the_changes_of_a_body_that_ended_bear_its_name(ended: TestClient, query: str) -> None:
    assert Page(ended, f"{BODY}/changes{query}").text("//h1") == "Cambios de Faro Viejo"


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_chart_of_a_body_that_ended_says_so_too(ended: TestClient, language: str) -> None:
    image = ended.get(f"{BODY}.svg?lang={language}").text
    assert '<title id="organica-chart-title">Faro Viejo. ' in image
    words = "".join(line.partition(">")[2].partition("<")[0] for line in image.split("<text")[1:])
    assert ENDED[language].rpartition(". ")[0].replace(" ", "") in words.replace(" ", "")


def test_the_feed_and_the_lines_to_paste_bear_the_name_of_a_body_that_ended(ended: TestClient) -> None:
    feed = feedparser.parse(ended.get(f"{BODY}/changes.atom").content)
    assert feed.feed.title == "Cambios de Faro Viejo"
    assert "Faro Viejo" in Page(ended, f"{BODY}.insert.html?what=chart").text("//main/p[1]")


def test_a_unit_that_came_and_went_between_two_days_is_told_by_its_name(ended: TestClient) -> None:
    page = Page(ended, f"{BODY}/changes?from=2019-12-31&to=2026-01-01")
    told = page.texts(f"{of_class('changes')}/li")
    assert any(each.startswith("Sección de Señales proviene de Departamento Boyas.") for each in told)
    assert not [each for each in told if each.startswith("senales ")]
    assert not [each for each in page.texts("//h2") if each == "senales (senales)"]


@pytest.mark.parametrize("body", ["pe.osce", "pe.oece"])
def test_an_old_name_is_understood_as_the_name_of_the_body_that_it_means(
    migrated_url: str, body: str
) -> None:
    files = (*seed_files("pe.oece"), *seed_files("pe.osce"))
    asyncio.run(enact_in(migrated_url, *map(read_file, files)))
    with TestClient(an_application(migrated_url), follow_redirects=False) as client:
        page = Page(client, f"/embed/{body}")
    heir = "Organismo Especializado para las Contrataciones Públicas Eficientes"
    assert f"Toda referencia a «OSCE» se entiende hecha a {heir}." in page.texts(of_class("carried"))


def test_a_body_that_ended_without_an_heir_says_when_and_by_what(migrated_url: str) -> None:
    asyncio.run(
        enact_in(
            migrated_url,
            a_resolution(EstablishOrganization(name="Servicio Efímero", time_zone="America/Santiago")),
            a_resolution(
                StateOrganization(name="Servicio Efímero", time_zone="America/Santiago"),
                number="3",
                in_force_from="2016-01-01",
            ),
            a_resolution(DissolveOrganization(), number="2", in_force_from="2017"),
        )
    )
    with TestClient(an_application(migrated_url), follow_redirects=False) as client:
        page = Page(client, f"/embed/{ORGANIZATION}?as_of=2017-06-01")
    assert page.text("//h1") == "Servicio Efímero"
    assert page.text(of_class("ended")) == (
        "La organización terminó durante 2017 (fecha exacta no indicada), por Resolución exenta 2 de 2017."
    )
