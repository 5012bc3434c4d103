"""Pages made for a frame in somebody else's page: their one script, their links, and what they share with the page."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.embed.assets import FRAME, STYLE
from tests.api.embed.conftest import PORTAL, PUBLIC
from tests.api.embed.reading import Page, of_class
from tests.api.embed.test_pages import BODY, CHILECOMPRA, EVERY, POLICY, UNIT

FRAMED = ".frame.html"
WITH_SCRIPT = POLICY.replace("default-src 'none'; ", "default-src 'none'; script-src 'self'; ")


def framed(address: str) -> str:
    path, question, query = address.partition("?")
    return f"{path}{FRAMED}{question}{query}"


def is_framed(address: str) -> bool:
    return address.partition("#")[0].partition("?")[0].endswith(FRAMED)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("address", EVERY)
def test_a_framed_page_says_what_the_page_says_and_runs_one_script(
    client: TestClient, address: str, language: str
) -> None:
    page = Page(client, address, language=language)
    frame = Page(client, framed(address), language=language)
    assert frame.text("//main") == page.text("//main")
    assert frame.root.get("lang") == language
    assert frame.headers["content-security-policy"] == WITH_SCRIPT
    assert "set-cookie" not in frame.headers
    [script] = frame.find("//script")
    assert (script.get("src"), script.get("defer"), script.text) == (FRAME.path, "", None)
    assert frame.find("//*[@style] | //style | //iframe | //img | //object") == []
    [style] = frame.find("//link[@rel='stylesheet']")
    assert style.get("href") == STYLE.path
    # The page itself still has no script at all.
    assert page.headers["content-security-policy"] == POLICY
    assert page.find("//script[@src]") == []


@pytest.mark.parametrize("address", EVERY)
def test_searches_are_led_from_a_framed_page_to_the_page(client: TestClient, address: str) -> None:
    page, frame = Page(client, address), Page(client, framed(address))
    assert frame.headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in page.headers
    [robots] = frame.find("//meta[@name='robots']")
    assert robots.get("content") == "noindex, follow"
    own, of_page = (each.find("//link[@rel='canonical']/@href") for each in (frame, page))
    assert own == of_page
    assert not is_framed(own[0])
    assert frame.find("//meta[@property]") == []


@pytest.mark.parametrize("address", EVERY)
def test_links_to_pages_stay_in_the_frame_and_all_others_open_a_new_tab(
    client: TestClient, address: str
) -> None:
    frame = Page(client, framed(address))
    assert frame.find("//head/base/@target") == ["_blank"]
    assert frame.find("//head/*")[0].tag == "base"
    leading = [
        (each.get("href") or each.get("action"), each.get("target")) for each in frame.find("//a | //form")
    ]
    assert {target for _, target in leading} == {"_self", None}
    assert all(is_framed(where) == (target == "_self") for where, target in leading), leading
    permanent = frame.links(f"{of_class('permanent')}//a")
    assert permanent == Page(client, address).links(f"{of_class('permanent')}//a")
    # In the page itself, and in a fragment of it, nobody decides for the reader where a link opens.
    assert Page(client, address).find("//@target | //base") == []
    assert Page(client, address.partition("?")[0] + ".fragment.html").find("//@target") == []


def test_every_link_within_frames_leads_to_another_framed_page(client: TestClient) -> None:
    seen = {framed(CHILECOMPRA), framed(BODY)}
    waiting = list(seen)
    while waiting:
        page = Page(client, waiting.pop())
        assert is_framed(str(page.answer.url))
        found = {each.partition("#")[0] for each in page.links("//a[@target='_self']")}
        waiting += sorted(found - seen)
        seen |= found
    assert len(seen) > 40


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        (f"{BODY}{FRAMED}?as_of=2018-06-30", f"{BODY}{FRAMED}?as_of=2018-01-15&known_at="),
        (f"{BODY}{FRAMED}?as_of=2018-06-30&lang=en", f"{BODY}{FRAMED}?as_of=2018-01-15&known_at="),
        (f"{BODY}/boyas{FRAMED}?as_of=2018-06-30", f"{BODY}/boyas{FRAMED}?as_of=2018-01-15&known_at="),
        (f"{BODY}/changes{FRAMED}?from=2016-01-01", f"{BODY}/changes{FRAMED}?from=2016-01-01&to="),
        # Not in force any more: the nearest version.
        (f"{BODY}/apoyo{FRAMED}", f"{BODY}/apoyo{FRAMED}?as_of=2022-01-01&known_at="),
    ],
)
def test_redirects_keep_the_form_and_the_language(client: TestClient, asked: str, begins: str) -> None:
    answer = client.get(asked)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(begins)
    assert answer.headers["location"].endswith("&lang=en") == ("lang=en" in asked)
    assert client.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        BODY,
        f"{BODY}/boyas",
        f"{BODY}?as_of=2018-06-30",
        f"{BODY}?as_of=2018-01-15&known_at=14",
        f"{BODY}/changes?from=2016-01-01&to=2019-01-01",
        f"{CHILECOMPRA}/gestion-usuaria",
        "/embed/cl.nadie",
    ],
)
def test_a_framed_page_holds_as_long_as_the_page(client: TestClient, address: str) -> None:
    page, frame = client.get(address), client.get(framed(address))
    assert frame.status_code == page.status_code
    assert frame.headers["cache-control"] == page.headers["cache-control"]


@pytest.mark.parametrize(
    ("address", "status"),
    [("/embed/cl.nadie", 404), (f"{UNIT}?as_of=1990-01-01", 404), (f"{CHILECOMPRA}?as_of=ayer", 400)],
)
def test_what_went_wrong_is_told_in_the_frame_with_a_way_out_that_stays_there(
    client: TestClient, address: str, status: int
) -> None:
    frame = Page(client, framed(address), status)
    assert frame.text("//main") == Page(client, address, status).text("//main").replace(
        address.partition("?")[0], framed(address).partition("?")[0]
    )
    assert frame.headers["content-security-policy"] == WITH_SCRIPT
    assert [each.get("src") for each in frame.find("//script")] == [FRAME.path]
    assert all(is_framed(each) for each in frame.links())
    [canonical] = frame.find("//link[@rel='canonical']/@href")
    assert canonical == address.partition("?")[0]


def test_behind_a_proxy_a_framed_page_keeps_its_path_and_its_portals(public: TestClient) -> None:
    frame = Page(public, f"{CHILECOMPRA}{FRAMED}")
    policy = frame.headers["content-security-policy"]
    # Safari takes nothing of an address that is only called 'self' into a sandbox, so that it is named too.
    own = PUBLIC.removesuffix("/organica")
    assert policy.startswith(f"default-src 'none'; script-src 'self' {own}; style-src 'self' {own}; ")
    # The portals that the operator names, and the page for editors, which shows the frame.
    assert policy.endswith(f"; frame-ancestors 'self' {PORTAL}")
    assert frame.find("//script/@src") == [f"/organica{FRAME.path}"]
    assert frame.find("//form/@action") == [f"/organica{CHILECOMPRA}{FRAMED}"]
    assert all(each.startswith("/organica/embed/") for each in frame.links("//a[@target='_self']"))
    assert frame.find("//link[@rel='canonical']/@href") == [f"{PUBLIC}{CHILECOMPRA}"]
    dated = public.get(f"{CHILECOMPRA}{FRAMED}?as_of=2024-12-31").headers["location"]
    assert dated.startswith(f"/organica{CHILECOMPRA}{FRAMED}?as_of=2024-01-01&known_at=")
