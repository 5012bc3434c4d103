"""What other systems call a programme stands beside it and leads back to it, on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from organica.domain.filings import ExternalId, IdMapping
from tests.api.contract import Reader
from tests.api.graphql.asking import Asker
from tests.api.served_bodies import enact_and_rebuild
from tests.support.programmes import programme_filings
from tests.support.stores import filled

BODY, CODE = "pe.perucompras", "registro-blockchain"
TIE = IdMapping(BODY, (ExternalId("pe.mef", "0117", programme=CODE),))
MAPPED = len(programme_filings()) + 1
SAID = {"system": "pe.mef", "value": "0117", "since": MAPPED}
IDS = """query ($code: String!, $known: KnownAt) {
  programme(organization: "pe.perucompras", code: $code) { externalIds(knownAt: $known) { system value since } } }"""


async def fill(url: str) -> None:
    await enact_and_rebuild(url, (*programme_filings(), TIE))


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with filled(request, tmp_path_factory, fill) as url:
        yield url


def test_a_programme_shows_its_outside_names_from_the_entry_on_that_says_them(
    graph: Asker, reader: Reader
) -> None:
    for known, said in ((MAPPED - 1, []), (MAPPED, [SAID])):
        told = graph.data(IDS, code=CODE, known={"entry": known})["programme"]
        assert told == {"externalIds": said}
        answer = reader.answer(f"/v1/organizations/{BODY}/programmes?as_of=2022-12-31&known_at={known}")
        assert [each["external_ids"] for each in answer["programmes"]] == [said]


def test_an_outside_name_leads_back_to_the_programme(reader: Reader) -> None:
    answer = reader.answer(f"/v1/organizations/{BODY}/external-ids?system=pe.mef&value=0117")
    assert answer["external_ids"] == [{"noun": "programme", "code": CODE, **SAID}]
