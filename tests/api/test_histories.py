"""Histories over REST on both engines: posts and who held them, the organization, differences as acts and text."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from starlette.testclient import TestClient

from db.engine import make_engine
from db.store import Store
from organica.register.enact import enact
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.domain.fictional_answers import TREES, UNTIL_ESTABLISHED
from tests.support.turbulent import FIRST_NAME, HEAD, WITHHELD, turbulent

ABOUT = "/v1/organizations/cl.servicio-ficticio"
DIFF = f"{ABOUT}/diff?base=2020-06-01&target=2024-07-01"
Plain = dict[str, Any]


@pytest.fixture
def turbulent_rest(migrated_url: str) -> Iterator[Reader]:
    """A reader of the small history with every turn, on either engine."""

    async def fill() -> None:
        store = Store(make_engine(migrated_url))
        for filing in turbulent():
            await enact(store, filing)
        await store.close()

    asyncio.run(fill())
    with TestClient(an_application(migrated_url)) as client:
        yield Reader(client)


def test_the_history_of_a_post(turbulent_rest: Reader) -> None:
    answer = turbulent_rest.answer(f"{ABOUT}/posts/{HEAD}/history")
    assert [(each["from"], each["until"], each["occupancy"]) for each in answer["occupancy"]] == [
        ("2020-01-01", "2023-01-01", "unknown"),
        ("2023-01-01", "2024-01-01", "held"),
        ("2024-01-01", "2024-06-01", "vacant"),
        ("2024-06-01", "2025-01-01", "held"),
        ("2025-01-01", None, "vacant"),
    ]
    lapsed, ended = answer["appointments"]
    assert (lapsed["holder"], lapsed["ending"]) == (
        {"name": "Marta Farías Luz", "withheld": False},
        "lapsed",
    )
    assert (lapsed["capacity"], lapsed["employment"]) == ("titular", "contrata")
    assert (ended["holder"], ended["ending"]) == ({"name": None, "withheld": True}, "ended")
    assert ended["ended_by"]["source"].endswith("/2025/7")
    assert [len(each["substitutes"]) for each in answer["versions"]] == [0, 1]
    before = turbulent_rest.answer(f"{ABOUT}/posts/{HEAD}/history?known_at=4")
    assert before["appointments"] == []
    assert before["known_at"] == {"entry": 4, "instant": None}


def test_a_post_that_nobody_knew_is_not_found(turbulent_rest: Reader) -> None:
    problem = turbulent_rest.problem(f"{ABOUT}/posts/faros.p9/history", 404)
    assert problem["code"] == "unknown_post"
    assert turbulent_rest.problem(f"{ABOUT}/posts/faros/history", 400)["code"] == "bad_code"


def test_who_holds_what_on_a_day_or_over_an_interval(turbulent_rest: Reader) -> None:
    def codes(question: str, member: str = "appointments") -> list[str]:
        answer = turbulent_rest.answer(f"{ABOUT}/{member}?{question}")
        return [each["code"] for each in answer[member]]

    assert codes("as_of=2023-12-31") == ["faros.p1.1"]
    assert codes("as_of=2024-01-01") == []
    assert codes("from=2023-12-31&until=2024-06-01") == ["faros.p1.1"]
    assert codes("from=2023-12-31&until=2024-06-02") == ["faros.p1.1", "faros.p1.2"]
    assert codes("from=2024-01-01") == ["faros.p1.2"]
    assert codes("until=2023-01-01") == []
    # No day lies between a day and itself.
    assert codes("from=2023-12-31&until=2023-12-31") == []
    assert codes("from=2023-12-31&until=2023-12-31", "posts") == []
    assert codes("as_of=2023-12-31", "posts") == ["faros.p1", "faros.p2"]
    assert codes("from=2022-12-31&until=2023-01-02", "posts") == ["faros.p1", "faros.p1", "faros.p2"]
    uncovered = turbulent_rest.answer(f"{ABOUT}/appointments?as_of=2019-12-31")
    assert (uncovered["appointments"], uncovered["coverage"]["status"]) == (None, "none")


@pytest.mark.parametrize("member", ["posts", "appointments"])
def test_a_day_and_an_interval_are_not_asked_for_together(turbulent_rest: Reader, member: str) -> None:
    both = turbulent_rest.problem(f"{ABOUT}/{member}?as_of=2024-01-01&from=2023-01-01", 400)
    assert both["code"] == "day_or_interval"
    backward = turbulent_rest.problem(f"{ABOUT}/{member}?from=2024-01-01&until=2023-01-01", 400)
    assert backward["code"] == "backward_interval"


def test_the_history_of_the_organization_has_the_acts_of_each_change_point(turbulent_rest: Reader) -> None:
    answer = turbulent_rest.answer(f"{ABOUT}/history")
    assert answer["versions"] == []
    assert [(each["day"], [act["act"] for act in each["acts"]]) for each in answer["change_points"]] == [
        ("2020-01-01", ["1"]),
        ("2021-01-01", ["1"]),
        ("2022-01-01", ["1"]),
        ("2023-01-01", ["1", "2"]),
        ("2024-01-01", ["1"]),
        ("2024-06-01", ["1", "2"]),
        ("2025-01-01", ["1"]),
    ]
    assert [act["effect"] for act in answer["mending_acts"]] == ["mends"]


def test_the_versions_of_an_organization(rest: Reader) -> None:
    answer = rest.answer(f"{ABOUT}/history")
    assert [each["name"] for each in answer["versions"]] == ["Servicio Nacional de Faros"]
    assert [each["day"] for each in answer["change_points"]] == list(TREES)


def test_the_difference_as_acts(turbulent_rest: Reader) -> None:
    answer = turbulent_rest.answer(f"{DIFF}&as=acts")
    assert [(act["day"], act["source"][-6:], act["act"], act["effect"]) for act in answer["acts"]] == [
        ("2021-01-01", "2021/2", "1", "begins"),
        ("2022-01-01", "2022/3", "1", "begins"),
        ("2022-06-01", "2022/4", "1", "mends"),
        ("2023-01-01", "2023/5", "1", "begins"),
        ("2023-01-01", "2023/5", "2", "begins"),
        ("2024-01-01", "2023/5", "1", "lapses"),
        ("2024-06-01", "2024/6", "1", "begins"),
        ("2024-06-01", "2024/6", "2", "begins"),
    ]
    rectified, revoked, *_, revoking, appointing = answer["acts"]
    assert rectified["words"] == {"rename": {"unit": "faros", "name": FIRST_NAME}}
    assert [basis["role"] for basis in rectified["rectified_by"]] == ["rectifies"]
    assert revoked["changes"] == []
    assert [change["kind"] for change in revoking["changes"]] == ["unit_renamed"]
    assert list(appointing["words"]["appoint"]["holder"]) == ["sealed"]
    assert WITHHELD not in str(answer)


def test_the_acts_of_any_two_days_carry_every_change_of_their_difference(rest: Reader) -> None:
    for base, target in combinations([UNTIL_ESTABLISHED, *TREES], 2):
        asked = f"{ABOUT}/diff?base={base}&target={target}"
        changes = rest.answer(asked)["changes"]
        acts = rest.answer(f"{asked}&as=acts")
        told = [change for act in acts["acts"] for change in act["changes"]]
        assert by_thing([*told, *acts["other_changes"]]) == by_thing(changes)
        assert all(change["legal_basis"] is None for change in acts["other_changes"])
        assert all(base < act["day"] <= target for act in acts["acts"])


def by_thing(changes: list[Plain]) -> list[str]:
    return sorted(map(str, changes))


def test_the_difference_as_a_text(turbulent_rest: Reader) -> None:
    answer = turbulent_rest.client.get(f"{DIFF}&as=text", headers={"accept": "text/plain"})
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert (answer.headers["content-language"], answer.headers["vary"]) == ("es", "Accept-Language")
    assert answer.text.splitlines() == [
        "cl.servicio-ficticio",
        "Diferencia entre el 1 de junio de 2020 y el 1 de julio de 2024.",
        "Según lo que el registro sabe hoy.",
        "Cobertura completa de toda la organización.",
        "",
        "Faros y Balizas (faros)",
        "  «Faros» pasa a llamarse «Faros y Balizas» (faros).  "
        "[Resolución exenta 6 de 2024, el 1 de junio de 2024]",
        "  Se fija el orden de subrogación del cargo faros.p1 de Faros y Balizas: faros.p2.  "
        "[Resolución exenta 5 de 2023, el 1 de enero de 2023]",
        "  Se nombra en Faros y Balizas a quien ejerce el cargo (faros.p1.2).  "
        "[Resolución exenta 6 de 2024, el 1 de junio de 2024]",
    ]
    english = turbulent_rest.client.get(
        f"{DIFF}&as=text&known_at=3", headers={"accept-language": "en", "accept": "text/*"}
    )
    assert english.headers["content-language"] == "en"
    assert "As the register knew it at entry 3." in english.text
    assert "“Faros” is renamed “Señalización Marítima” (faros)." in english.text
    again = turbulent_rest.client.get(f"{DIFF}&as=text", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_text_says_that_nothing_changed_and_where_nothing_was_covered(turbulent_rest: Reader) -> None:
    def text(base: str, target: str) -> list[str]:
        asked = f"{ABOUT}/diff?base={base}&target={target}&as=text"
        return turbulent_rest.client.get(asked).text.splitlines()

    assert text("2022-02-01", "2022-12-31")[-1] == "Sin cambios."
    edge = text("2019-01-01", "2020-06-01")
    assert edge[3:6] == [
        "1 de enero de 2019: Sin cobertura: el registro no tiene nada de esa fecha; pudo haber unidades.",
        "1 de junio de 2020: Cobertura completa de toda la organización.",
        "El registro no cubre el primer día: solo nació entre los dos días lo que así se dice.",
    ]
    assert edge[7] == "Faros (faros)"
    assert text("2018-01-01", "2019-01-01")[4] == (
        "El registro no cubre ninguno de los dos días: nada consta, y pudo haber cambios."
    )


@pytest.mark.parametrize(
    ("accept", "form"), [("application/json", "text"), ("text/plain", "acts"), ("text/html", "text")]
)
def test_a_reader_who_does_not_accept_the_form_is_refused(
    turbulent_rest: Reader, accept: str, form: str
) -> None:
    answer = turbulent_rest.client.get(f"{DIFF}&as={form}", headers={"accept": accept})
    assert (answer.status_code, answer.json()["code"]) == (406, "not_acceptable")


def test_a_form_that_there_is_not(turbulent_rest: Reader) -> None:
    problem = turbulent_rest.problem(f"{DIFF}&as=poem", 400)
    assert (problem["code"], problem["facts"]["known"]) == ("bad_diff_form", ["changes", "acts", "text"])
