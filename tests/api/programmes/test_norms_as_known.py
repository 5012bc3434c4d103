"""A norm that a programme rests on is told as it was known when the answer was asked for, on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.delivery.made import Lifetime
from organica.files import read_text
from tests.api.contract import Reader
from tests.api.embed.reading import Page
from tests.api.graphql.asking import Asker
from tests.api.programmes.test_pages import facts_of
from tests.api.served_bodies import enact_and_rebuild
from tests.support.programmes import LAW, ORDER, programme_filings
from tests.support.stores import filled

CITATION, MENDED = "Decreto supremo 082-2019-EF de 2019", "Decreto Supremo 082-2019-EF"
# Entry 5: the register's own slip is corrected. 6: another body files the norm that was known by its key alone. 7: a
# plan proposes a programme that would rest on both.
MORE = (
    f"""
organica: correction/1
organization: pe.perucompras
source: {LAW}
reason: Así se cita
facts: {{citation: {MENDED}}}
""",
    """
organica: resolution/1
organization: pe.osce
source:
  {kind: decreto_supremo, issuer: pcm, number: 118-2018-PCM, year: "2018", in_force_from: 2018-11-30}
contents: none_of_structure
""",
    f"""
organica: resolution/1
kind: proposal
organization: pe.osce
source: {{kind: plan, issuer: osce, title: Plan, year: "2024", in_force_from: 2024-06-01}}
acts:
  - start: {{programme: nuevo, name: Programa nuevo, unit: none, rests_on: [{ORDER}, {LAW}]}}
""",
)
ASKED = """
query ($entry: KnownAt, $day: Date! = "2022-12-31") {
  organization(code: "pe.perucompras") { structure(asOf: $day, knownAt: $entry) {
    basis
    programme(code: "registro-blockchain") { id restsOn { key source { id key citation } } }
  } }
}
"""

NODE = "query ($id: ID!) { node(id: $id) { ... on ProgrammeVersion { restsOn { source { citation } } } } }"


async def fill(url: str) -> None:
    more = [read_text(text, f"norms-{number}.yaml") for number, text in enumerate(MORE)]
    await enact_and_rebuild(url, [*programme_filings(), *more])


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with filled(request, tmp_path_factory, fill) as url:
        yield url


def told(graph: Asker, entry: int | None, **variables: object) -> tuple[int, dict[str, Any]]:
    known = None if entry is None else {"entry": entry}
    structure = graph.data(ASKED, entry=known, **variables)["organization"]["structure"]
    return structure["basis"], structure["programme"]


def cited(programme: dict[str, Any]) -> list[str | None]:
    return [each["source"] and each["source"]["citation"] for each in programme["restsOn"]]


def test_a_norm_is_told_as_it_was_known_then(graph: Asker) -> None:
    known = {entry: cited(told(graph, entry)[1]) for entry in (1, 2, 4, 5, 6, None)}
    order = "Decreto supremo 118-2018-PCM de 2018"
    assert known == {
        1: [None, None],
        2: [CITATION, None],
        4: [CITATION, None],
        5: [MENDED, None],
        6: [MENDED, order],
        None: [MENDED, order],
    }


def test_what_comes_to_be_known_of_a_norm_gives_the_answer_another_identity(graph: Asker) -> None:
    answers = [told(graph, entry) for entry in (1, 2, 4, 5, 6, None)]
    assert [basis for basis, _ in answers] == [1, 2, 2, 5, 6, 6]
    for basis, programme in answers:
        assert programme["id"].endswith(f"/{basis}")
        again = graph.data(NODE, id=programme["id"])["node"]
        assert cited(again) == cited(programme)


def test_days_before_the_programme_keep_their_identity(graph: Asker) -> None:
    def before(entry: int) -> int:
        return told(graph, entry, day="2019-03-01")[0]

    assert [before(entry) for entry in (1, 4, 5, 6)] == [1, 1, 1, 1]


def test_one_id_is_one_content(graph: Asker) -> None:
    contents: dict[str, dict[str, Any]] = {}
    for entry in (2, 5, 6, None):
        for norm in told(graph, entry)[1]["restsOn"]:
            source = norm["source"]
            if source is not None:
                assert source["key"] == norm["key"]
                assert contents.setdefault(source["id"], source) == source
    query = """query ($id: ID!) {
      node(id: $id) { id ... on LegalSource { key citation } } legalSource(id: $id) { id key citation } }"""
    for id_, source in contents.items():
        assert graph.data(query, id=id_) == {"node": source, "legalSource": source}
    newest = graph.data(query, id=f"source/{LAW}")["node"]
    assert (newest["id"], newest["citation"]) == (f"source/{LAW}", MENDED)


@pytest.mark.parametrize("entry", ["1", "3", "7", "02", "x", "", "99999999999999999999"])
def test_an_id_of_what_no_entry_said_names_nothing(graph: Asker, entry: str) -> None:
    query = "query ($id: ID!) { node(id: $id) { id } legalSource(id: $id) { id } }"
    assert graph.data(query, id=f"source/{LAW}@{entry}") == {"node": None, "legalSource": None}


def test_what_an_entry_said_holds_for_ever_and_what_none_said_yet_does_not(application: TestClient) -> None:
    def lifetime(entry: int) -> str:
        query = f'{{ legalSource(id: "source/{LAW}@{entry}") {{ citation }} }}'
        return application.get("/graphql", params={"query": query}).headers["cache-control"]

    assert {entry: lifetime(entry) for entry in (2, 3, 999)} == {
        2: Lifetime.FOR_EVER,
        3: Lifetime.FOR_EVER,
        999: Lifetime.SHORT,
    }


def test_a_proposed_programme_rests_on_what_is_known_of_its_norms(graph: Asker) -> None:
    query = """{ organization(code: "pe.osce") { proposals { edges { node { structure {
      programme(code: "nuevo") { id restsOn { key source { citation } } } } } } } } }"""
    [edge] = graph.data(query)["organization"]["proposals"]["edges"]
    programme = edge["node"]["structure"]["programme"]
    assert cited(programme) == ["Decreto supremo 118-2018-PCM de 2018", MENDED]
    again = graph.data(NODE, id=programme["id"])["node"]
    assert cited(again) == cited(programme)


def test_rest_names_the_same_answer_by_the_same_basis(reader: Reader) -> None:
    answers = {
        known: reader.answer(f"/v1/organizations/pe.perucompras/programmes?as_of=2022-12-31&known_at={known}")
        for known in (4, 5, 6)
    }
    assert {known: answer["basis"] for known, answer in answers.items()} == {4: 2, 5: 5, 6: 6}
    for answer in answers.values():
        assert answer["programmes"][0]["rests_on"] == [LAW, ORDER]
    sources = [reader.answer(f"/v1/sources/{LAW}?known_at={known}")["source"] for known in (4, 5)]
    assert [each["citation"] for each in sources] == [CITATION, MENDED]


def test_pages_cite_the_norms_as_they_were_known(application: TestClient) -> None:
    def norms(known: int) -> list[str]:
        page = Page(application, f"/embed/pe.perucompras/oti?as_of=2022-12-31&known_at={known}")
        return facts_of(page, "registro-blockchain")["Marco legal"]

    assert norms(4) == [CITATION, ORDER]
    assert norms(5) == [MENDED, ORDER]
    assert norms(6) == [MENDED, "Decreto supremo 118-2018-PCM de 2018"]
