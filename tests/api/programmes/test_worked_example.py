"""docs/model.md: the example of a programme with its figures, enacted and asked on both engines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.files import read_text
from organica.register.enact import enact, preview
from organica.register.rebuild import rebuild
from organica.register.verify import verify
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.support.stores import filled

PAGE = (Path(__file__).parents[3] / "docs" / "model.md").read_text(encoding="utf-8")
SECTION = PAGE.split("## Programmes and services\n")[1].split("\n## ")[0]
EXAMPLES = re.findall(r"```yaml\n# (\d{4})-01-01\n(acts:\n.*?)```", SECTION, re.DOTALL)
ABOUT = "/v1/organizations/cl.servicio-ficticio"
HEAD = """organica: resolution/1
organization: cl.servicio-ficticio
source: {{kind: decreto, number: "{year}", in_force_from: {year}-01-01, year: "{year}"}}
coverage: {{complete_under: [cl.servicio-ficticio]}}
"""


async def fill(url: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    try:
        for year, acts in EXAMPLES:
            filing = read_text(HEAD.format(year=year) + acts, "model.md")
            shown = await preview(store, filing)
            assert shown.effects == (await enact(store, filing)).effects
        before = await store.rows("cl.servicio-ficticio")
        await rebuild(store)
        assert await store.rows("cl.servicio-ficticio") == before
        assert (await verify(store)).faults == ()
    finally:
        await store.close()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def answers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with (
        filled(request, tmp_path_factory, fill) as url,
        TestClient(an_application(url), follow_redirects=False) as client,
    ):
        yield Reader(client)


def test_every_block_of_the_section_is_an_example() -> None:
    assert len(EXAMPLES) == SECTION.count("```yaml") == 4


@pytest.mark.parametrize(
    ("day", "unit", "kind", "figures"),
    [
        ("2020-12-31", "compras", "Programa piloto", []),
        ("2021-01-01", "compras", "Programa piloto", [("1200", "2020")]),
        ("2022-01-01", "academia", "Programa", [("1250", "2020")]),
        ("2023-01-01", "academia", "Programa", [("1250", "2020"), ("2400", "2022")]),
        ("2023-12-31", "academia", "Programa", [("1250", "2020"), ("2400", "2022")]),
    ],
)
def test_the_programme_is_as_the_table_says(
    answers: Reader, day: str, unit: str, kind: str, figures: list[tuple[str, str]]
) -> None:
    [programme] = answers.answer(f"{ABOUT}/programmes?as_of={day}")["programmes"]
    assert (programme["unit"], programme["kind"]) == (unit, kind)
    assert [(each["value"], each["period"]["on"]["value"]) for each in programme["indicators"]] == figures
    [shown] = answers.answer(f"{ABOUT}/units/{unit}?as_of={day}")["unit"]["programmes"]
    assert shown == programme


def test_the_programme_ends(answers: Reader) -> None:
    assert answers.answer(f"{ABOUT}/programmes?as_of=2024-01-01")["programmes"] == []
    history = answers.answer(f"{ABOUT}/programmes/compradores/history")["versions"]
    assert [(each["from"], each["until"]) for each in history] == [
        ("2020-01-01", "2022-01-01"),
        ("2022-01-01", "2024-01-01"),
    ]
