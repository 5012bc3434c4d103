"""A register that grows while it is served: what changes, what does not, and what was withheld."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from db.engine import make_engine
from db.store import Store
from organica.register.ports import Disclosure
from tests.api.conftest import an_application
from tests.api.contract import Reader
from tests.domain.fictional import fictional_resolutions
from tests.domain.fictional_answers import TREES, UNTIL_ESTABLISHED
from tests.support.stores import enact_in

ABOUT = "/v1/organizations/cl.servicio-ficticio"
VISIBLE_WITHIN_S = 1


def tags(client: TestClient) -> dict[str, str]:
    days = [UNTIL_ESTABLISHED, *TREES]
    return {day: client.get(f"{ABOUT}/structure?as_of={day}").headers["etag"] for day in days}


def test_a_back_dated_act_changes_the_tags_of_exactly_the_answers_that_it_changes(database_url: str) -> None:
    *earlier, back_dated = fictional_resolutions()
    asyncio.run(enact_in(database_url, *earlier))
    with TestClient(an_application(database_url)) as client:
        pinned = f"{ABOUT}/structure?as_of=2018-01-15&known_at={len(earlier)}"
        before, pinned_before = tags(client), client.get(pinned).content
        asyncio.run(enact_in(database_url, back_dated))
        time.sleep(VISIBLE_WITHIN_S)
        after = tags(client)
        # The interval before it ends earlier now; everything older is as it was.
        unchanged = {UNTIL_ESTABLISHED, "2015-03-01"}
        assert {day for day in before if before[day] == after[day]} == unchanged
        assert client.get(pinned).content == pinned_before


def test_an_empty_register_knows_no_organization_and_says_so(database_url: str) -> None:
    asyncio.run(enact_in(database_url))
    with TestClient(an_application(database_url)) as client:
        rest = Reader(client)
        assert rest.answer("/v1/organizations") == {
            "known_at": None,
            "organizations": [],
            "next": None,
        }
        assert rest.problem(f"{ABOUT}/structure", 404)["code"] == "unknown_organization"


class WithoutNames(Store):
    """A register in which every name was withheld."""

    async def disclosures(self, organization: str | None = None) -> Sequence[Disclosure]:
        """Return no name."""
        return []


def test_a_withheld_name_leaves_the_post_and_its_legal_basis(filled_url: str) -> None:
    store = WithoutNames(make_engine(filled_url))
    with TestClient(create_app(store, Settings())) as client:
        unit = Reader(client).answer(f"{ABOUT}/units/direccion?as_of=2023-01-01")["unit"]
        [appointment] = unit["head"]["appointments"]
        assert appointment["holder"] == {"name": None, "withheld": True}
        assert (unit["head"]["occupancy"], appointment["capacity"]) == ("held", "titular")
        assert appointment["legal_basis"][0]["source"].endswith("/2023/1")
        assert client.portal is not None
        client.portal.call(store.close)
