"""Versions: what is current, what is dated and what is fixed, and what a register that grows does to each."""

from __future__ import annotations

import asyncio
import time
from datetime import date, timedelta

import pytest
from starlette.testclient import TestClient

from db.engine import make_engine
from db.store import Store
from organica.register.consult import Consult
from tests.api.conftest import an_application
from tests.api.embed.reading import ASK_EACH_TIME, FOR_EVER, SHORT, Page, of_class
from tests.domain.fictional import fictional_resolutions
from tests.makers import a_withholding
from tests.support.stores import enact_in

BODY = "/embed/cl.servicio-ficticio"
VISIBLE_WITHIN_S = 1
HEAD = "Marta Farías Luz"


def location(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 303
    return answer.headers["location"]


def test_a_dated_address_leads_to_the_fixed_version_of_its_change_point(client: TestClient) -> None:
    fixed = location(client, f"{BODY}?as_of=2018-06-30")
    assert fixed.startswith(f"{BODY}?as_of=2018-01-15&known_at=")
    assert location(client, f"{BODY}?as_of=2019-01-01") == fixed
    page = client.get(fixed)
    assert page.status_code == 200
    assert page.headers["cache-control"] == FOR_EVER
    assert client.get(fixed, headers={"if-none-match": page.headers["etag"]}).status_code == 304


def test_the_language_that_was_chosen_and_the_form_of_a_fragment_are_kept(client: TestClient) -> None:
    fixed = location(client, f"{BODY}?as_of=2018-06-30&lang=en")
    assert fixed.endswith("&lang=en")
    assert location(client, f"{BODY}.fragment.html?as_of=2018-06-30").startswith(
        f"{BODY}.fragment.html?as_of="
    )
    assert Page(client, fixed).root.get("lang") == "en"


@pytest.mark.parametrize(
    ("address", "held"),
    [
        (BODY, SHORT),
        (f"{BODY}/boyas", SHORT),
        (f"{BODY}?as_of=2018-06-30", SHORT),
        (f"{BODY}?as_of=2018-06-30&known_at=14", FOR_EVER),
        (f"{BODY}?as_of=2018-06-30&known_at=2100-01-01T00:00:00Z", SHORT),
        (f"{BODY}/changes?from=2016-01-01&to=2019-01-01", SHORT),
        (f"{BODY}/changes.atom", ASK_EACH_TIME),
        ("/embed/cl.chilecompra", SHORT),
        ("/embed/cl.chilecompra/gestion-usuaria", ASK_EACH_TIME),
    ],
)
def test_an_address_says_how_long_it_holds(client: TestClient, address: str, held: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (200, 303)
    assert answer.headers["cache-control"] == held


@pytest.mark.parametrize(
    ("unit", "day"),
    # One was suppressed on 1 April 2022, after the year 2021 had passed; the other will be created.
    [("apoyo", "2022-01-01"), ("innovacion", "2031-01-01")],
)
def test_a_unit_that_is_not_in_force_today_leads_to_its_nearest_version(
    client: TestClient, unit: str, day: str
) -> None:
    fixed = location(client, f"{BODY}/{unit}")
    assert fixed.startswith(f"{BODY}/{unit}?as_of={day}&known_at=")
    assert Page(client, fixed).headers["cache-control"] == FOR_EVER


def test_a_redirect_is_never_answered_as_unchanged(client: TestClient) -> None:
    answer = client.get(f"{BODY}?as_of=2018-06-30")
    again = client.get(f"{BODY}?as_of=2018-06-30", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 303


async def test_every_version_has_one_address_that_is_its_own(filled_url: str) -> None:
    """(change point, basis), asked for again, is the same change point and the same basis."""
    store = Store(make_engine(filled_url))
    try:
        for organization in ("cl.chilecompra", "cl.servicio-ficticio"):
            archive = await Consult(store).archive(organization)
            for known in range(archive.head + 1):
                for point in archive.change_points(known):
                    seen = archive.snapshot(point, known)
                    again = archive.snapshot(point, seen.basis)
                    assert (again.change_point, again.basis) == (point, seen.basis)
                    before = archive.snapshot(point - timedelta(days=1), known)
                    again = archive.snapshot(before.change_point or date(1800, 1, 1), before.basis)
                    assert again.change_point == before.change_point
    finally:
        await store.close()


def test_fixed_pages_stay_as_they_are_while_the_register_grows(database_url: str) -> None:
    """Later acts and a back-dated one move only what follows the register: the dated redirects."""
    *earlier, back_dated = fictional_resolutions()
    first, later = earlier[:7], earlier[7:]
    asyncio.run(enact_in(database_url, *first))
    dated = [
        f"{BODY}?as_of=2015-06-30",
        f"{BODY}?as_of=2017-03-01",
        f"{BODY}.fragment.html?as_of=2017-03-01",
        f"{BODY}.frame.html?as_of=2017-03-01",
        f"{BODY}?as_of=2017-03-01&lang=en",
        f"{BODY}/boyas?as_of=2017-03-01",
        f"{BODY}/changes?from=2015-06-30&to=2018-06-30",
        f"{BODY}?as_of=1990-01-01",
    ]
    with TestClient(an_application(database_url), follow_redirects=False) as client:
        fixed = {address: location(client, address) for address in dated}
        pages = {address: client.get(address) for address in fixed.values()}
        assert {page.status_code for page in pages.values()} == {200}
        assert {page.headers["cache-control"] for page in pages.values()} == {FOR_EVER}

        def must_be_unchanged() -> None:
            # A server that kept nothing must write the same bytes.
            with TestClient(an_application(database_url), follow_redirects=False) as another:
                for reader in (client, another):
                    for address, page in pages.items():
                        now = reader.get(address)
                        assert now.content == page.content, address
                        assert now.headers["etag"] == page.headers["etag"]

        asyncio.run(enact_in(database_url, *later))
        time.sleep(VISIBLE_WITHIN_S)
        must_be_unchanged()
        assert location(client, dated[0]) == fixed[dated[0]]
        grown = {address: location(client, address) for address in dated}

        asyncio.run(enact_in(database_url, back_dated))
        time.sleep(VISIBLE_WITHIN_S)
        must_be_unchanged()
        moved = {address for address in dated if location(client, address) != grown[address]}
        # Resolution 5/2017 takes effect on 1 February 2017: what lies before it keeps its address.
        assert moved == set(dated[1:7])


def test_a_name_that_is_withheld_leaves_the_fixed_page_that_bore_it(database_url: str) -> None:
    resolutions = fictional_resolutions()
    asyncio.run(enact_in(database_url, *resolutions))
    with TestClient(an_application(database_url), follow_redirects=False) as client:
        fixed = location(client, f"{BODY}/direccion?as_of=2023-06-01")
        page = client.get(fixed)
        assert HEAD in page.text
        assert page.headers["cache-control"] == ASK_EACH_TIME
        structure = client.get(location(client, f"{BODY}?as_of=2023-06-01"))
        assert HEAD not in structure.text
        held = client.get("/v1/organizations/cl.servicio-ficticio/appointments?as_of=2023-06-01").json()
        [code] = {each["code"] for each in held["appointments"] if each["holder"]["name"] == HEAD}
        asyncio.run(enact_in(database_url, a_withholding(code, organization="cl.servicio-ficticio")))
        time.sleep(VISIBLE_WITHIN_S)
        after = Page(client, fixed)
        assert HEAD not in after.html
        assert "nombre reservado" in after.text(of_class("post"))
