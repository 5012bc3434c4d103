"""The table of norms: which are in force on a day, and what amended each, as the register answers it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from organica.domain.acts import (
    Act,
    Invalidate,
    RemoveFunction,
    RenameUnit,
    Resume,
    Revoke,
    SuppressUnit,
    Suspend,
)
from organica.domain.dates import LegalDate
from organica.domain.resolution import Resolution
from organica.domain.source import Relation, RelationKind
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.makers import a_function, a_resolution, a_unit, items, key_of
from tests.support.stores import enact_in

BODY = "cl.servicio-ficticio"
NEVER = "Sin modificación"


def later(*acts: Act, number: str, year: int, **relations: str) -> Resolution:
    """Return a resolution of the first of March of a year, with what it says that it does to others."""
    made = a_resolution(*acts, number=number, in_force_from=f"{year}-03-01", coverage=None)
    said = tuple(Relation(RelationKind(kind), target) for kind, target in relations.items())
    return replace(made, source=replace(made.source, relations=said))


FILINGS = (
    a_resolution(
        a_unit("faros", functions=items("a b")),
        a_unit("boyas", functions=items("a")),
        a_unit("redes", functions=items("a")),
    ),
    # What amends it is repealed in 2022, and what it amended stays amended.
    later(a_unit("mareas", functions=items("a")), number="2", year=2016, amends=key_of("1", "2015")),
    # A unit and all that it does are of an act of their own, and end with the unit.
    later(a_unit("puertos", functions=items("a")), a_unit("muelles"), number="3", year=2017),
    later(
        RemoveFunction(function=a_function("puertos/a")),
        SuppressUnit(unit="puertos"),
        number="4",
        year=2018,
    ),
    later(a_unit("canales"), number="5", year=2018),
    later(RenameUnit(unit="canales", name="Departamento de Canales y Esclusas"), number="6", year=2019),
    later(a_unit("lastres"), number="7", year=2019),
    later(Revoke(target=key_of("7", "2019")), number="8", year=2020),
    later(a_unit("gruas"), number="9", year=2020),
    later(Suspend(target=key_of("9", "2020")), number="10", year=2021),
    later(Resume(target=key_of("9", "2020")), number="11", year=2023),
    later(a_unit("sondas"), number="12", year=2021, repeals=key_of("5", "2018")),
    later(Invalidate(target=key_of("12", "2021")), number="13", year=2024),
    later(a_unit("anclas"), a_unit("cadenas"), number="14", year=2021),
    later(Revoke(target=f"{key_of('14', '2021')}#1"), number="15", year=2022, repeals=key_of("2", "2016")),
    later(Revoke(target=key_of("8", "2020")), number="16", year=2025),
    later(a_unit("boyas-menores"), number="17", year=2017, amends=key_of("3", "2017")),
    later(Invalidate(target=key_of("17", "2017")), number="18", year=2026),
    later(a_unit("velas"), a_unit("mastiles"), number="19", year=2021),
    later(Suspend(target=key_of("19", "2021")), number="20", year=2022),
    later(Resume(target=f"{key_of('19', '2021')}#1"), number="21", year=2023),
)


@pytest.fixture(scope="module")
def norms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    url = f"sqlite:///{tmp_path_factory.mktemp('normas') / 'organica.sqlite'}"
    asyncio.run(enact_in(url, *FILINGS))
    with TestClient(an_application(url)) as client:
        yield Reader(client)


def told(norms: Reader, month: str, known_at: int | None = None) -> dict[str, str | None]:
    """Return the norms in force at the end of a month by number, each with what amended it."""
    known = f"&known_at={known_at}" if known_at else ""
    rows = norms.answer(f"/v1/organizations/{BODY}/statutory/marco-normativo?month={month}{known}")["rows"]
    found = {row["cells"][1]: row["cells"][-1] for row in rows}
    assert len(found) == len(rows)
    return found


def test_a_norm_that_another_revoked_is_not_in_force_until_that_one_is_revoked(norms: Reader) -> None:
    assert [month for month in ("2020-02", "2020-03", "2025-02", "2025-03") if "7" in told(norms, month)] == [
        "2020-02",
        "2025-03",
    ]


def test_a_suspended_norm_is_not_in_force_until_it_is_resumed(norms: Reader) -> None:
    months = ("2021-02", "2021-03", "2023-02", "2023-03")
    assert [month for month in months if "9" in told(norms, month)] == ["2021-02", "2023-03"]


def test_a_norm_of_which_a_part_was_resumed_is_in_force(norms: Reader) -> None:
    months = ("2022-02", "2022-03", "2023-02", "2023-03")
    assert [month for month in months if "19" in told(norms, month)] == ["2022-02", "2023-03"]


def test_a_norm_of_which_a_part_was_revoked_is_in_force_and_was_amended(norms: Reader) -> None:
    assert told(norms, "2022-02")["14"] == NEVER
    assert told(norms, "2022-03")["14"] == "01/03/2022"


def test_an_invalidated_norm_never_was_and_repealed_nothing(norms: Reader) -> None:
    assert {"5", "12"} & set(told(norms, "2021-03")) == {"5"}
    before = told(norms, "2021-03", known_at=12)
    assert {"5", "12"} & set(before) == {"12"}


def test_what_amended_a_norm_still_amended_it_after_it_was_repealed_itself(norms: Reader) -> None:
    assert told(norms, "2016-02")["1"] == NEVER
    assert told(norms, "2021-12")["1"] == told(norms, "2022-12")["1"] == "01/03/2016"
    assert "2" in told(norms, "2022-02")
    assert "2" not in told(norms, "2022-03")


def test_nor_did_it_amend_anything_that_others_say_of_powers(norms: Reader) -> None:
    """Norm 17 says that it amends the third one, and norm 18 takes it away as if it had never been."""

    def amended(known_at: int) -> list[str | None]:
        address = f"/v1/organizations/{BODY}/statutory/facultades?month=2017-12&known_at={known_at}"
        rows = norms.answer(address)["rows"]
        return [row["cells"][5] for row in rows if row["unit"] == "puertos"]

    assert (amended(17), amended(18)) == (["01/03/2017"], [NEVER])


def test_a_suppressed_unit_amended_the_norm_that_established_it(norms: Reader) -> None:
    assert (told(norms, "2018-02")["3"], told(norms, "2018-03")["3"]) == (NEVER, "01/03/2018")


def test_a_new_name_of_a_unit_amended_the_norm_that_gave_the_former(norms: Reader) -> None:
    assert (told(norms, "2019-02")["5"], told(norms, "2019-03")["5"]) == (NEVER, "01/03/2019")
    assert told(norms, "2019-03")["6"] == NEVER


def test_graphql_lists_the_same_norms(norms: Reader) -> None:
    query = """query ($month: String) { organization(code: "cl.servicio-ficticio") {
        statutoryTable(template: "marco-normativo", month: $month) { rows { cells } } } }"""

    def asked(month: str) -> Any:
        posted = {"query": query, "variables": {"month": month}}
        return norms.client.post("/graphql", json=posted).json()

    rows = asked("2021-03")["data"]["organization"]["statutoryTable"]["rows"]
    assert {row["cells"][1]: row["cells"][-1] for row in rows} == told(norms, "2021-03")
    # A month that is empty is none, and is refused as REST refuses it.
    [error] = asked("")["errors"]
    assert error["extensions"]["code"] == "bad_month"


def test_the_number_stands_as_the_citation_prints_it_and_the_date_is_the_one_that_is_known(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = a_resolution(a_unit("faros"), number="35", in_force_from="2024-01-01")
    printed = replace(
        made.source,
        series="B",
        citation_printed="Resolución exenta 35B de 2024",
        signed_on=LegalDate("2023-12-20"),
    )
    plain = replace(printed, number="36", citation_printed=None, published_on=LegalDate("2024-02-01"))
    vague = replace(printed, number="37", citation_printed=None, published_on=LegalDate("2024-02"))
    filings = [replace(made, source=printed)]
    for number, source in enumerate((plain, vague)):
        act = a_unit(f"unidad-{number}")
        filings.append(replace(made, source=source, acts=(act,), coverage=None))
    url = f"sqlite:///{tmp_path_factory.mktemp('numeros') / 'organica.sqlite'}"
    asyncio.run(enact_in(url, *filings))
    with TestClient(an_application(url)) as client:
        answer = Reader(client).answer(f"/v1/organizations/{BODY}/statutory/marco-normativo?month=2024-03")
    assert [[row["cells"][place] for place in (1, 3, 4)] for row in answer["rows"]] == [
        ["35B", None, "20/12/2023"],
        ["36-B", "Sí", "01/02/2024"],
        ["37-B", "Sí", None],
    ]
    lacking = [each["says"]["es"] for each in answer["missing"] if "publi" in str(each["value"])]
    assert lacking == [
        "Resolución exenta 35B de 2024: no consta si se publicó.",
        "Resolución exenta 37-B de 2024: de la fecha en que se publicó o se dictó solo consta 2024-02.",
    ]
