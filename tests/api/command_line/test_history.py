"""`history` and `diff --as`: tables, acts and texts for people, the REST answers for machines."""

from __future__ import annotations

import asyncio
import json

import pytest
from starlette.testclient import TestClient

from db.engine import make_engine
from db.store import Store
from organica.register.enact import enact
from tests.api.command_line.conftest import organica
from tests.api.conftest import an_application
from tests.support.turbulent import HEAD, WITHHELD, turbulent

BODY = "cl.servicio-ficticio"


@pytest.fixture
def filled(empty: str) -> str:
    """The URL of a register that holds the small history with every turn."""

    async def fill() -> None:
        store = Store(make_engine(empty))
        for filing in turbulent():
            await enact(store, filing)
        await store.close()

    asyncio.run(fill())
    return empty


def lines(*asked: str, url: str, language: str = "es") -> list[str]:
    shown = organica("--lang", language, *asked, url=url)
    assert (shown.code, shown.err) == (0, "")
    assert WITHHELD not in shown.out
    # Columns are as wide as their widest cell; the words are what a test is about.
    return ["  ".join(part for part in line.split("  ") if part).strip() for line in shown.out.splitlines()]


def test_a_unit_shows_what_was_rectified_and_revoked_as_such(filled: str) -> None:
    rectified = "Resolución exenta 2 de 2021; rectificado por Resolución exenta 4 de 2022"
    shown = [line.replace("   ", "  ") for line in lines("history", BODY, "--unit", "faros", url=filled)]
    assert [" ".join(line.split()) for line in shown] == [
        f"{BODY}: faros",
        "Versiones",
        "DESDE HASTA QUÉ POR QUÉ ACTO",
        "desde el 1 de enero de 2020 hasta el 31 de diciembre de 2020 Faros Resolución exenta 1 de 2020",
        "Cambia o termina: Resolución exenta 2 de 2021.",
        f"desde el 1 de enero de 2021 hasta el 31 de diciembre de 2021 Faros y Balizas {rectified}",
        "Cambia o termina: Resolución exenta 3 de 2022.",
        "desde el 1 de enero de 2022 hasta el 31 de mayo de 2024 Señalización Marítima "
        "Resolución exenta 3 de 2022",
        "Dejado sin efecto: Resolución exenta 6 de 2024.",
        f"desde el 1 de junio de 2024 sigue vigente Faros y Balizas {rectified}; "
        "al dejarse sin efecto otro acto: Resolución exenta 6 de 2024",
    ]


def test_a_post_shows_who_held_it_and_when_it_was_vacant(filled: str) -> None:
    shown = lines("history", BODY, "--post", HEAD, url=filled, language="en")
    assert [" ".join(line.split()) for line in shown][-9:] == [
        "Who held it",
        "FROM UNTIL WHAT BY WHICH ACT",
        "since 1 January 2020 until 31 December 2022 holder not known",
        "since 1 January 2023 until 31 December 2023 Marta Farías Luz (titular, link: contrata) "
        "Resolución exenta 5 de 2023",
        "Its term lapses: Resolución exenta 5 de 2023.",
        "since 1 January 2024 until 31 May 2024 vacant",
        "since 1 June 2024 until 31 December 2024 name withheld (subrogante) Resolución exenta 6 de 2024",
        "Ended: Resolución exenta 7 de 2025.",
        "since 1 January 2025 still in force vacant",
    ]


def test_an_organization_shows_its_change_points_with_their_acts(filled: str) -> None:
    shown = [" ".join(line.split()) for line in lines("history", BODY, url=filled)]
    assert shown[1] == "Fechas en que algo cambia"
    assert (
        "desde el 1 de junio de 2024 hasta el 31 de diciembre de 2024 actos: 2 Resolución exenta 6 de 2024"
        in shown
    )
    assert shown[-3] == "Actos que corrigen otros en todos sus días"


def test_an_imprecise_day_is_marked(seeded: str) -> None:
    [title, _, _, row, *_] = lines("history", "cl.chilecompra", "--unit", "atencion-usuaria", url=seeded)
    assert title == "cl.chilecompra: atencion-usuaria"
    assert row.endswith("[día no seguro]")


def test_one_history_at_a_time(filled: str) -> None:
    refused = organica("history", BODY, "--unit", "faros", "--post", HEAD, url=filled)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("error[one_history_at_a_time]")


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        (("history", BODY), f"{BODY}/history"),
        (("history", BODY, "--known-at", "4"), f"{BODY}/history?known_at=4"),
        (("history", BODY, "--unit", "faros"), f"{BODY}/units/faros/history"),
        (("history", BODY, "--post", HEAD), f"{BODY}/posts/{HEAD}/history"),
        (
            ("diff", BODY, "2020-06-01", "2024-07-01", "--as", "acts"),
            f"{BODY}/diff?base=2020-06-01&target=2024-07-01&as=acts",
        ),
    ],
)
def test_json_is_the_rest_answer(filled: str, asked: tuple[str, ...], path: str) -> None:
    printed = organica(*asked, "--json", url=filled)
    with TestClient(an_application(filled)) as client:
        answered = client.get(f"/v1/organizations/{path}")
    assert answered.status_code == 200
    assert json.loads(printed.out) == answered.json()


def test_a_function_has_its_history(seeded: str) -> None:
    asked = ("history", "cl.chilecompra", "--function", "atencion-usuaria.1")
    shown = lines(*asked, url=seeded)
    assert "Departamento de Atención Usuaria/a: " in shown[3]
    unknown = organica("history", "cl.chilecompra", "--function", "atencion-usuaria.99", url=seeded)
    assert (unknown.code, unknown.err.split("]")[0]) == (1, "error[unknown_function")


def test_a_difference_as_acts(filled: str) -> None:
    shown = lines("diff", BODY, "2021-12-31", "2022-12-31", "--as", "acts", url=filled)
    assert shown == [
        f"{BODY}: 31 de diciembre de 2021 → 31 de diciembre de 2022",
        "1 de enero de 2022: Resolución exenta 3 de 2022, acto 1 (rige)",
        "rename: {unit: faros, name: Señalización Marítima}",
        "~ «Faros y Balizas» pasa a llamarse «Señalización Marítima» (faros).",
        "1 de junio de 2022: Resolución exenta 4 de 2022, acto 1 (corrige otros actos en todos sus días)",
        "rectify:",
        "target: cl/servicio-ficticio/resolucion-exenta/2021/2#1",
        "to:",
        "rename: {unit: faros, name: Faros y Balizas}",
    ]
    none = lines("diff", BODY, "2022-07-01", "2022-12-31", "--as", "acts", url=filled)
    assert none[1:] == ["Ningún acto rige desde estos días."]


def test_a_difference_as_text_is_the_text_of_rest(filled: str) -> None:
    printed = organica("diff", BODY, "2020-06-01", "2024-07-01", "--as", "text", "--full", url=filled)
    with TestClient(an_application(filled)) as client:
        answered = client.get(
            f"/v1/organizations/{BODY}/diff?base=2020-06-01&target=2024-07-01&as=text",
        )
    assert printed.out == answered.text


def test_a_difference_as_json_is_the_one_of_the_option(filled: str) -> None:
    asked = ("diff", BODY, "2020-06-01", "2024-07-01")
    as_json = organica(*asked, "--as", "json", url=filled)
    assert as_json.out == organica(*asked, "--json", url=filled).out
    assert json.loads(as_json.out)["changes"]
