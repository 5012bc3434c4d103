"""docs/model.md: the examples of merges, splits, succession and acts upon acts, enacted and asked on both engines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.domain.filings import Filing
from organica.files import read_text
from organica.register.enact import enact, preview
from organica.register.rebuild import rebuild
from organica.register.verify import verify
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.support.stores import filled

PAGE = (Path(__file__).parents[2] / "docs" / "model.md").read_text(encoding="utf-8")
SECTION = PAGE.split("### Merges, splits, succession and acts upon acts, by example\n")[1].split("\n## ")[0]
EXAMPLES = re.findall(r"```yaml\n# (\d{4})-01-01\n(acts:\n.*?)```", SECTION, re.DOTALL)
BODY, HEIR = "cl.servicio-ficticio", "cl.heredero-ficticio"
HEAD = """organica: resolution/1
organization: {organization}
source: {{kind: decreto, number: "{year}", in_force_from: {year}-01-01, year: "{year}"}}
coverage: {{complete_under: [{organization}]}}
"""
ESTABLISHED = (
    "acts: [establish: {organization: cl.heredero-ficticio, name: Heredero, time_zone: America/Santiago}]"
)


async def fill(url: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    try:
        for year, acts in EXAMPLES:
            if "succeed" in acts:
                await enact(store, a_file(HEIR, year, ESTABLISHED))
            shown = await preview(store, a_file(BODY, year, acts))
            done = await enact(store, a_file(BODY, year, acts))
            assert shown.effects == done.effects
        before = [await store.rows(code) for code in (BODY, HEIR)]
        await rebuild(store)
        assert [await store.rows(code) for code in (BODY, HEIR)] == before
        assert (await verify(store)).faults == ()
    finally:
        await store.close()


def a_file(organization: str, year: str, acts: str) -> Filing:
    return read_text(HEAD.format(organization=organization, year=year) + acts, "model.md")


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with (
        filled(request, tmp_path_factory, fill) as url,
        TestClient(an_application(url), follow_redirects=False) as client,
    ):
        yield Reader(client)


def flat(reader: Reader, day: str, body: str = BODY, known: int | None = None) -> dict[str, dict[str, Any]]:
    """Return every unit of a day by its code."""
    at = "" if known is None else f"&known_at={known}"
    answer = reader.answer(f"/v1/organizations/{body}/structure?as_of={day}{at}")
    found: dict[str, dict[str, Any]] = {}
    waiting = list(answer["units"] or [])
    while waiting:
        unit = waiting.pop()
        found[unit["code"]] = unit
        waiting += unit["units"]
    return found


def held(reader: Reader, day: str, body: str = BODY, known: int | None = None) -> dict[str, str]:
    """Return where each function is: "unit letter"."""
    return {
        function["code"]: f"{code} {function['label'] or ''}".strip()
        for code, unit in flat(reader, day, body, known).items()
        for function in unit["functions"]
    }


def test_every_block_of_the_section_is_an_example() -> None:
    assert len(EXAMPLES) == SECTION.count("```yaml") == 9


@pytest.mark.parametrize(
    ("day", "functions"),
    [
        ("2020-12-31", {"compras.1": "compras a", "compras.2": "compras b", "pagos.1": "pagos a"}),
        ("2021-01-01", {"compras.1": "finanzas", "compras.2": "finanzas", "pagos.1": "finanzas a"}),
        ("2021-12-31", {"compras.1": "finanzas", "compras.2": "finanzas", "pagos.1": "finanzas a"}),
        ("2022-01-01", {"compras.1": "finanzas", "compras.2": "finanzas", "pagos.1": "tesoreria"}),
        ("2023-12-31", {"compras.1": "finanzas", "compras.2": "finanzas", "pagos.1": "tesoreria"}),
        ("2024-01-01", {"compras.1": "finanzas", "compras.2": "finanzas", "pagos.1": "finanzas a"}),
        ("2025-01-01", {"compras.1": "finanzas", "compras.2": "finanzas", "pagos.1": "tesoreria"}),
        ("2027-12-31", {"compras.1": "finanzas", "compras.2": "finanzas", "pagos.1": "tesoreria"}),
        ("2028-01-01", {}),
    ],
)
def test_a_function_is_where_the_acts_of_the_day_place_it(
    reader: Reader, day: str, functions: dict[str, str]
) -> None:
    assert held(reader, day) == functions


def test_units_are_those_of_the_day(reader: Reader) -> None:
    assert [
        sorted(flat(reader, day)) for day in ("2020-12-31", "2021-01-01", "2024-01-01", "2027-12-31")
    ] == [
        ["compras", "direccion", "pagos"],
        ["direccion", "finanzas"],
        ["direccion", "finanzas"],
        ["direccion", "finanzas", "tesoreria"],
    ]


def test_a_rectified_name_is_another_one_on_all_its_days_except_for_who_knew_less(reader: Reader) -> None:
    assert [flat(reader, "2021-06-01", known=known)["finanzas"]["name"] for known in (3, 4, None)] == [
        "División de Finanzas",
        "División de Administración y Finanzas",
        "División de Administración y Finanzas",
    ]


def test_a_revocation_is_read_until_it_is_invalidated(reader: Reader) -> None:
    assert held(reader, "2025-12-31", known=7)["pagos.1"] == "tesoreria"
    assert [held(reader, "2026-01-01", known=known)["pagos.1"] for known in (6, 7, 8)] == [
        "tesoreria",
        "finanzas a",
        "tesoreria",
    ]


def test_the_heir_has_the_units_with_their_functions_from_the_day_of_the_succession(reader: Reader) -> None:
    assert flat(reader, "2027-12-31", HEIR) == {}
    assert sorted(flat(reader, "2028-01-01", HEIR)) == ["direccion", "finanzas", "tesoreria"]
    assert held(reader, "2028-01-01", HEIR)["servicio-ficticio-pagos.1"] == "tesoreria"
    assert flat(reader, "2028-01-01") == {}
