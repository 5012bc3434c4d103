"""The style sheet and the scripts: addresses that hold for ever, what other origins may do, and how small they are."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.embed import assets
from api.embed.assets import ASSETS, COMPONENT, FRAME, GROW, STYLE, Asset
from tests.api.conftest import an_application
from tests.api.embed.reading import FOR_EVER, SHORT, Page
from tests.api.embed.test_pages import BODY, CHILECOMPRA, EVERY, as_fragment
from tests.released import renew

MAX_COMPONENT_BYTES = 10_240
PORTAL = {"origin": "https://portal.example"}
SCRIPTS = (FRAME, GROW, COMPONENT)
each_asset = pytest.mark.parametrize("asset", ASSETS, ids=lambda asset: asset.name)


@each_asset
def test_bytes_have_one_address_for_ever_and_any_origin_may_use_them(
    client: TestClient, asset: Asset
) -> None:
    answer = client.get(asset.path, headers={**PORTAL, "accept-encoding": "identity"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == FOR_EVER
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "origin" not in answer.headers.get("vary", "").lower()
    kind = "text/css" if asset is STYLE else "text/javascript"
    assert answer.headers["content-type"] == f"{kind}; charset=utf-8"
    digest = re.fullmatch(rf"/embed/{asset.name}\.([0-9a-f]{{16}})\.(css|js)", asset.path)
    assert digest
    assert hashlib.sha256(answer.content).hexdigest().startswith(digest[1])
    assert asset.integrity == "sha384-" + base64.b64encode(hashlib.sha384(answer.content).digest()).decode()
    unchanged = client.get(asset.path, headers={**PORTAL, "if-none-match": answer.headers["etag"]})
    assert (unchanged.status_code, unchanged.headers["access-control-allow-origin"]) == (304, "*")


@each_asset
def test_one_name_stays_and_an_old_digest_leads_to_the_newest(client: TestClient, asset: Asset) -> None:
    newest = client.get(asset.newest_path, headers=PORTAL)
    assert newest.headers["cache-control"] == SHORT
    old = client.get(asset.path_of("0" * 16), headers=PORTAL)
    assert (old.status_code, old.headers["location"]) == (303, asset.path)
    assert old.headers["access-control-allow-origin"] == "*"
    assert client.get(old.headers["location"]).content == newest.content == asset.body


def test_behind_a_proxy_an_old_digest_leads_to_the_newest_below_its_path(public: TestClient) -> None:
    assert public.get(GROW.path_of("0" * 16)).headers["location"] == f"/organica{GROW.path}"


def test_the_component_is_as_small_as_it_was_promised(client: TestClient) -> None:
    answer = client.get(COMPONENT.path, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert 0 < len(answer.content) <= MAX_COMPONENT_BYTES


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda asset: asset.name)
def test_no_script_asks_another_origin_or_makes_markup_or_code_of_a_text(script: Asset) -> None:
    text = script.body.decode()
    code = re.sub(r"//.*|/\*.*?\*/", "", text.replace("http://www.w3.org/1999/xhtml", ""), flags=re.DOTALL)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|parseFromString|eval\(", code)
    assert not re.search(r"cookie|localStorage|sessionStorage|import\(|\.(com|org|net)\b", code)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{CHILECOMPRA}.fragment.html", 200),
        (f"{CHILECOMPRA}.fragment.html?as_of=2024-12-31", 303),
        (f"{BODY}/apoyo.fragment.html", 303),
        ("/embed/cl.nadie.fragment.html", 404),
        (f"{CHILECOMPRA}.fragment.html?as_of=ayer", 400),
    ],
)
def test_a_script_of_any_origin_may_read_a_fragment_its_redirects_and_its_errors(
    client: TestClient, address: str, status: int
) -> None:
    answer = client.get(address, headers=PORTAL)
    assert answer.status_code == status
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert "origin" not in answer.headers.get("vary", "").lower().replace("accept-", "")
    if status == 303:
        assert ".fragment.html?" in answer.headers["location"]


def named(constant: str) -> set[str]:
    """Return one of the two lists of what the component takes of a fragment."""
    written = re.search(rf"const {constant} = new Set\((.*?)\.split", COMPONENT.body.decode(), re.DOTALL)
    assert written
    return set(" ".join(re.findall(r'"([^"]+)"', written[1])).split())


def test_the_component_takes_whatever_a_fragment_holds_and_nothing_besides(client: TestClient) -> None:
    """Else a new sort of element would be missing in every portal that uses the component."""
    elements, attributes = set[str](), set[str]()
    of_programmes = "/embed/pe.perucompras/oficina-de-tecnologias-de-la-informacion"
    for address in (*EVERY, "/embed/pe.perucompras", of_programmes, f"{CHILECOMPRA}?lang=en"):
        for each in Page(client, as_fragment(address)).find(
            "//section[@class='organica']/descendant-or-self::*"
        ):
            elements.add(each.tag)
            attributes |= set(each.keys())
    assert elements <= named("ELEMENTS")
    assert attributes <= named("KEPT")
    # What only some bodies have: tables of figures, and links to the texts of acts.
    assert named("ELEMENTS") - elements <= {"caption", "table", "tbody", "td", "th", "thead", "tr"}
    assert named("KEPT") - attributes <= {"rel", "required", "scope"}


def test_the_component_of_an_earlier_release_stays_at_its_address(
    filled_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "RELEASED", tmp_path)
    monkeypatch.setattr(renew, "RELEASED", tmp_path)
    renew.keep_component()
    assert [path.name for path in tmp_path.iterdir()] == [COMPONENT.path.rpartition("/")[2]]
    earlier = b"// The component of a year ago."
    address = COMPONENT.path_of(hashlib.sha256(earlier).hexdigest()[:16])
    (tmp_path / address.rpartition("/")[2]).write_bytes(earlier)
    with TestClient(an_application(filled_url), follow_redirects=False) as client:
        answer = client.get(address, headers=PORTAL)
        assert (answer.status_code, answer.content) == (200, earlier)
        assert answer.headers["cache-control"] == FOR_EVER
        assert (
            client.get(COMPONENT.path).content == client.get(COMPONENT.newest_path).content == COMPONENT.body
        )
