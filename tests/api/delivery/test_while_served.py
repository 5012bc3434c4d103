"""What is kept while the register grows: nothing that is no longer so, and no name that was withheld."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import urlencode

from starlette.testclient import TestClient

from tests.api.conftest import an_application
from tests.domain.fictional import fictional_resolutions
from tests.domain.fictional_answers import TREES, UNTIL_ESTABLISHED
from tests.makers import a_withholding
from tests.support.stores import enact_in

BODY = "cl.servicio-ficticio"
ABOUT = f"/v1/organizations/{BODY}"
VISIBLE_WITHIN_S = 1
HEAD = "Marta Farías Luz"
FOR_EVER = "public, max-age=31536000, immutable"


def asked(fields: str) -> str:
    query = f'{{ organization(code: "{BODY}") {{ {fields} }} }}'
    return f"/graphql?{urlencode({'query': query})}"


def structure(day: str, known: int | None = None) -> str:
    at = f", knownAt: {{entry: {known}}}" if known else ""
    fields = "units { edges { node { id name functions { label text } children { name } } } }"
    return asked(f'structure(asOf: "{day}"{at}) {{ basis inForceUntil {{ value }} {fields} }}')


def tags(client: TestClient, *addresses: str) -> list[str]:
    answers = [client.get(address) for address in addresses]
    assert all("errors" not in answer.json() for answer in answers)
    return [answer.headers["etag"] for answer in answers]


def test_a_back_dated_act_changes_the_tags_of_graphql_where_it_changes_the_answer(database_url: str) -> None:
    *earlier, back_dated = fictional_resolutions()
    asyncio.run(enact_in(database_url, *earlier))
    days = [UNTIL_ESTABLISHED, *TREES]
    now = [structure(day) for day in days]
    pinned = [structure(day, len(earlier)) for day in days]
    with TestClient(an_application(database_url)) as client:
        before, pinned_before = tags(client, *now), tags(client, *pinned)
        asyncio.run(enact_in(database_url, back_dated))
        time.sleep(VISIBLE_WITHIN_S)
        after = tags(client, *now)
        same = {day for day, old, new in zip(days, before, after, strict=True) if old == new}
        assert same == {UNTIL_ESTABLISHED, "2015-03-01"}
        assert tags(client, *pinned) == pinned_before
        assert {client.get(address).headers["cache-control"] for address in pinned} == {FOR_EVER}


def test_a_name_that_is_withheld_leaves_every_kept_answer(database_url: str) -> None:
    resolutions = fictional_resolutions()
    asyncio.run(enact_in(database_url, *resolutions))
    known = len(resolutions)
    posts = "posts { appointments { code holder withheld } }"
    addresses = [
        f"{ABOUT}/units/direccion?as_of=2023-06-01&known_at={known}",
        f"{ABOUT}/appointments?as_of=2023-06-01",
        f"{ABOUT}/diff?base=2022-12-31&target=2023-01-01&as=acts&known_at={known}",
        asked(
            f'structure(asOf: "2023-06-01", knownAt: {{entry: {known}}}) {{ unit(code: "direccion") {{ {posts} }} }}'
        ),
    ]
    with TestClient(an_application(database_url)) as client:
        held = client.get(addresses[1]).json()["appointments"]
        [code] = {each["code"] for each in held if each["holder"]["name"] == HEAD}
        for address in addresses:
            answer = client.get(address)
            assert HEAD in answer.text, address
            assert answer.headers["cache-control"] == "public, no-cache"
        asyncio.run(enact_in(database_url, a_withholding(code, organization=BODY)))
        time.sleep(VISIBLE_WITHIN_S)
        for address in addresses:
            assert HEAD not in client.get(address).text, address
