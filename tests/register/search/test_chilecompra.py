"""Search in the first body, on both engines: the questions of people, and what they must be shown first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.files import read_file
from organica.register.consult import Consult, KnownAt
from organica.register.enact import enact
from organica.register.search.finding import Hit
from organica.register.search.places import Question
from organica.register.search.texts import SearchField
from tests.register.search.chilecompra_questions import ATENCION, FORMACION, QUESTIONS
from tests.support.stores import filled

SEEDS = Path(__file__).parents[3] / "seeds" / "cl.chilecompra" / "resolutions"
BODY = "cl.chilecompra"
DAY = date(2025, 6, 30)
MANY = 200


async def fill(url: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    for file in sorted(SEEDS.glob("*.yaml")):
        await enact(store, read_file(file))
    await store.close()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with filled(request, tmp_path_factory, fill) as url:
        yield url


async def hits(url: str, text: str, organization: str | None = BODY, day: date | None = DAY) -> list[Hit]:
    store = Store(make_engine(url))
    try:
        return list((await Consult(store).search(Question(text, day, None, organization), MANY)).hits)
    finally:
        await store.close()


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]


async def test_every_question_is_first_shown_what_a_careful_reader_would_show(url: str) -> None:
    assert len({question for question, _ in QUESTIONS}) >= 15
    shown = {question: [hit.thing.code for hit in await hits(url, question)] for question, _ in QUESTIONS}
    assert {question: tuple(shown[question][: len(first)]) for question, first in QUESTIONS} == dict(
        QUESTIONS
    )


async def test_all_organizations_together_show_the_same_in_the_same_order(url: str) -> None:
    for question, _ in QUESTIONS:
        within, everywhere = await hits(url, question), await hits(url, question, None)
        assert [(hit.thing.code, hit.field, hit.score, hit.marks) for hit in everywhere] == [
            (hit.thing.code, hit.field, hit.score, hit.marks) for hit in within
        ]


async def test_the_question_of_the_contract_is_answered_with_its_words_marked(url: str) -> None:
    first, second, *_ = await hits(url, "¿quién ve la capacitación de compradores?")
    assert first.unit is not None
    assert (first.unit.state.name, first.field) == (
        "Departamento de Formación y Capacitación Usuaria",
        SearchField.OBJECTIVE,
    )
    assert marked(first) == ["Capacitación", "comprador"]
    assert second.text.startswith("Detectar necesidades y oportunidades de mejora")
    assert marked(second) == ["compradores", "capacitación"]
    assert [basis.citation for basis in second.thing.legal_basis] == ["Resolución exenta 35B de 2024"]
    assert first.score > second.score > 0.5


async def test_one_word_is_shown_first_where_it_is_in_a_name(url: str) -> None:
    found = await hits(url, "capacitación")
    assert (found[0].thing.code, found[0].field, marked(found[0])) == (
        FORMACION,
        SearchField.NAME,
        ["Capacitación"],
    )
    assert {hit.field for hit in found[1:]} >= {SearchField.FUNCTION_TEXT}
    assert all(hit.score >= 0.5 for hit in found)


async def test_nobody_is_found_by_the_name_under_which_a_post_is_held(url: str) -> None:
    store = Store(make_engine(url))
    try:
        names = [each.name for each in await store.disclosures()]
        stored = repr([await store.stored_texts(BODY)])
    finally:
        await store.close()
    assert names
    for name in names:
        assert await hits(url, name) == await hits(url, name, None) == []
        for part in name.split():
            assert part.casefold() not in stored.casefold()


async def test_before_the_register_covers_the_body_nothing_is_found(url: str) -> None:
    for organization in (BODY, None):
        assert await hits(url, "capacitación", organization, date(2023, 6, 30)) == []


async def test_what_was_not_known_yet_is_not_found(url: str) -> None:
    store = Store(make_engine(url))
    try:
        consult = Consult(store)
        page = await consult.search(Question("atención", DAY, KnownAt(entry=0)), MANY)
        assert (page.hits, page.total) == ((), 0)
        page = await consult.search(Question("atención", DAY, KnownAt(entry=1), BODY), 1)
        assert page.hits[0].thing.code == ATENCION
    finally:
        await store.close()
