"""docs/model.md: the examples of acts on organizations, posts and references, enacted and asked on both engines."""

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
from organica.files import read_text
from organica.register.enact import enact
from organica.register.rebuild import rebuild
from organica.register.verify import verify
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.api.graphql.asking import Asker
from tests.support.stores import filled

PAGE = (Path(__file__).parents[2] / "docs" / "model.md").read_text(encoding="utf-8")
SECTION = PAGE.split("### Organizations, posts and references, by example\n")[1].split("\n##")[0]
EXAMPLES = re.findall(r"```yaml\n# (\d{4})-01-01\n(acts:\n.*?)```", SECTION, re.DOTALL)
BODY = "cl.servicio-ficticio"
HEAD = """organica: resolution/1
organization: cl.servicio-ficticio
source: {{kind: decreto, number: "{year}", in_force_from: {year}-01-01, year: "{year}"}}
coverage: {{complete_under: [cl.servicio-ficticio]}}
"""
STRUCTURE = """
query ($day: Date) {
  organization(code: "cl.servicio-ficticio") {
    structure(asOf: $day) {
      organization { name acronym attachedTo affiliations }
      unit(code: "compras") {
        headPost {
          substitutes { rank code post { name unit { code } occupancy } legalBasis { citation role } }
        }
      }
      carriedReferences { code name unitCode organization inForceFrom { value } inForceUntil { value } }
      reference(name: "oficina de Adquisiciónes") { unit { name } organization legalBasis { citation } }
    }
  }
}
"""


async def fill(url: str) -> None:
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    try:
        for year, acts in EXAMPLES:
            await enact(store, read_text(HEAD.format(year=year) + acts, "model.md"))
        await rebuild(store)
        assert (await verify(store)).faults == ()
    finally:
        await store.close()


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def application(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    with (
        filled(request, tmp_path_factory, fill) as url,
        TestClient(an_application(url), follow_redirects=False) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def reader(application: TestClient) -> Reader:
    return Reader(application)


def structure(reader: Reader, day: str) -> dict[str, Any]:
    answer: dict[str, Any] = reader.answer(f"/v1/organizations/{BODY}/structure?as_of={day}")
    return answer


def seen(application: TestClient, day: str) -> dict[str, Any]:
    found: dict[str, Any] = Asker(application).data(STRUCTURE, day=day)["organization"]["structure"]
    return found


def test_every_block_of_the_section_is_an_example() -> None:
    assert len(EXAMPLES) == SECTION.count("```yaml") == 7


@pytest.mark.parametrize(
    ("day", "name", "acronym", "attached_to", "affiliations"),
    [
        ("2020-12-31", "Servicio Ficticio", None, "cl.ministerio-ficticio", []),
        ("2021-01-01", "Servicio de Abastecimiento", "SA", "cl.ministerio-nuevo", ["int.red-ficticia"]),
        ("2022-12-31", "Servicio de Abastecimiento", "SA", "cl.ministerio-nuevo", ["int.red-ficticia"]),
        ("2023-01-01", "Servicio de Abastecimiento", "SA", "cl.ministerio-nuevo", []),
    ],
)
def test_an_organization_is_named_attached_and_affiliated_as_on_the_day(
    application: TestClient, reader: Reader, day: str, name: str, acronym: str | None, attached_to: str,
    affiliations: list[str],
) -> None:  # fmt: skip
    answer = reader.answer(f"/v1/organizations/{BODY}?as_of={day}")["organization"]
    assert [answer[key] for key in ("name", "acronym", "attached_to", "affiliations")] == [
        name,
        acronym,
        attached_to,
        affiliations,
    ]
    assert seen(application, day)["organization"] == {
        "name": name,
        "acronym": acronym,
        "attachedTo": attached_to,
        "affiliations": affiliations,
    }


def test_a_unit_is_classified_and_keeps_its_printed_kind(reader: Reader) -> None:
    def pagos(day: str) -> tuple[str | None, str]:
        [compras] = structure(reader, day)["units"]
        [unit] = compras["units"]
        return unit["class"], unit["kind"]

    assert pagos("2020-12-31") == (None, "Sección")
    assert pagos("2021-01-01") == ("support", "Sección")


def stands_in(rank: int, code: str, name: str | None, unit: str | None) -> dict[str, Any]:
    return {"rank": rank, "code": code, "in_force": name is not None, "name": name, "unit": unit}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-12-31", []),
        (
            "2022-01-01",
            [
                stands_in(1, "compras.p2", "Subjefatura", "compras"),
                stands_in(2, "pagos.p1", "Tesorería General", "pagos"),
            ],
        ),
        (
            "2023-01-01",
            [
                stands_in(1, "compras.p2", None, None),
                stands_in(2, "pagos.p1", "Tesorería General", "pagos"),
            ],
        ),
    ],
)
def test_who_stands_in_for_a_post_is_told_in_order_with_the_act(
    application: TestClient, reader: Reader, day: str, expected: list[dict[str, Any]]
) -> None:
    [compras] = structure(reader, day)["units"]
    told = compras["head"]["substitutes"]
    assert [{key: each[key] for key in each if key != "legal_basis"} for each in told] == expected
    assert {(each["legal_basis"]["citation"], each["legal_basis"]["act"]) for each in told} == (
        {("Decreto 2022 de 2022", "1")} if expected else set()
    )
    graph = seen(application, day)["unit"]["headPost"]["substitutes"]
    assert [(each["rank"], each["code"], each["post"] and each["post"]["name"]) for each in graph] == [
        (each["rank"], each["code"], each["name"]) for each in expected
    ]
    assert {each["post"]["occupancy"] for each in graph if each["post"]} <= {"UNKNOWN"}
    assert {each["legalBasis"]["role"] for each in graph} <= {"AMENDS"}


@pytest.mark.parametrize(
    ("day", "name", "unit", "organization"),
    [
        ("2024-01-01", "Oficina de Adquisiciones", "compras", None),
        ("2025-01-01", "OFICINA DE ADQUISICIONES", None, "cl.central-ficticia"),
        ("2026-01-01", "OFICINA DE ADQUISICIONES", None, "cl.central-ficticia"),
    ],
)
def test_an_old_name_means_what_the_last_act_says(
    application: TestClient, reader: Reader, day: str, name: str, unit: str | None, organization: str | None
) -> None:
    [told] = structure(reader, day)["references"]
    assert (told["code"], told["name"]) == ("oficina-de-adquisiciones", name)
    assert (told["unit"], told["unit_in_force"]) == (unit, None if unit is None else True)
    assert told["organization"] == organization
    found = seen(application, day)
    [carried] = found["carriedReferences"]
    assert (carried["name"], carried["unitCode"], carried["organization"]) == (name, unit, organization)
    assert carried["inForceFrom"]["value"] == ("2024-01-01" if unit else "2025-01-01")
    assert found["reference"]["organization"] == organization
    assert found["reference"]["unit"] == (None if unit is None else {"name": "Departamento de Compras"})


def test_a_name_that_no_act_carries_over_means_nothing(application: TestClient, reader: Reader) -> None:
    assert structure(reader, "2023-12-31")["references"] == []
    found = seen(application, "2023-12-31")
    assert (found["carriedReferences"], found["reference"]) == ([], None)
    asked = 'query { organization(code: "%s") { structure { reference(name: "…") { name } } } }'
    assert Asker(application).data(asked % BODY)["organization"]["structure"] == {"reference": None}


def test_a_dissolved_organization_has_no_name_and_no_units(application: TestClient, reader: Reader) -> None:
    before, after = structure(reader, "2025-12-31"), structure(reader, "2026-01-01")
    assert before["organization"]["in_force_until"]["value"] == "2026-01-01"
    assert [unit["code"] for unit in before["units"]] == ["compras"]
    assert (after["organization"]["name"], after["units"]) == (None, [])
    assert seen(application, "2026-01-01")["organization"] is None


def test_what_changed_is_told_with_the_act_behind_it(reader: Reader) -> None:
    asked = f"/v1/organizations/{BODY}/diff?base=2020-12-31&target=2026-01-01"
    kinds = {change["kind"]: change["legal_basis"]["citation"] for change in reader.answer(asked)["changes"]}
    assert kinds["organization_ended"] == "Decreto 2026 de 2026"
    assert kinds["reference_carried_over"] == "Decreto 2024 de 2024"
    asked = f"/v1/organizations/{BODY}/diff?base=2020-12-31&target=2025-12-31"
    changes = [
        (change["kind"], change["field"], change["before"], change["after"])
        for change in reader.answer(asked)["changes"]
    ]
    assert (
        "organization_attached",
        "attached_to",
        "cl.ministerio-ficticio",
        "cl.ministerio-nuevo",
    ) in changes
    assert ("unit_retyped", "unit_class", None, "support") in changes
    assert ("substitution_order_set", "substitutes", None, "compras.p2, pagos.p1") in changes
    assert ("post_changed", "name", "Tesorería", "Tesorería General") in changes
