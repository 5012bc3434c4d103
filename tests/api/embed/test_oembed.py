"""oEmbed: what a portal is told of an address, how it finds where to ask, and how others' readers take it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import micawber
import pytest
from starlette.testclient import TestClient

from api.embed.oembed.embeddable import embeddable
from api.embed.refusals import NothingToEmbed
from api.settings import Settings
from organica.render.json_ld.names import Names
from tests.api.conftest import an_application
from tests.api.embed.conftest import PORTAL, PUBLIC
from tests.api.embed.reading import Page
from tests.render.test_snippets import pasted
from tests.support.served import served_at

ORGANIZATION = f"{PUBLIC}/embed/cl.chilecompra"
HEADED = f"{ORGANIZATION}/gestion-usuaria"
BODY = f"{PUBLIC}/embed/cl.servicio-ficticio"


def ask(client: TestClient, address: str, status: int = 200, **asked: Any) -> Any:
    answer = client.get("/oembed", params={"url": address, **asked}, headers={"accept-language": "es"})
    assert answer.status_code == status, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    return answer.json()


def framed(told: Any) -> Any:
    """Return the one frame that an answer holds."""
    [frame] = pasted(told["html"])
    assert frame.tag == "iframe"
    return frame


def test_a_page_is_one_frame_without_script(public: TestClient) -> None:
    told = ask(public, ORGANIZATION)
    frame = framed(told)
    assert told.pop("html")
    assert told == {
        "version": "1.0",
        "type": "rich",
        "title": "Estructura de ChileCompra",
        "provider_name": "Orgánica",
        "provider_url": PUBLIC,
        "cache_age": 86_400,
        "width": 960,
        "height": 900,
    }
    assert frame.get("src") == f"{ORGANIZATION}.frame.html"
    assert frame.get("title") == told["title"]
    assert (frame.get("width"), frame.get("height")) == ("960", "900")
    assert "allow-same-origin" not in frame.get("sandbox")
    assert public.get(frame.get("src").removeprefix(PUBLIC)).status_code == 200


@pytest.mark.parametrize(
    ("address", "title", "src"),
    [
        (HEADED, "División de Gestión Usuaria · ChileCompra", f"{HEADED}.frame.html"),
        (
            f"{ORGANIZATION}?as_of=2024-12-31&lang=en",
            "Structure of ChileCompra",
            f"{ORGANIZATION}.frame.html?as_of=2024-12-31&lang=en",
        ),
        (
            f"{BODY}/changes?from=2014-12-31&to=2016-06-30",
            "Cambios de Servicio Nacional de Faros",
            f"{BODY}/changes.frame.html?from=2014-12-31&to=2016-06-30",
        ),
        (f"{ORGANIZATION}#u-atencion-usuaria", "Estructura de ChileCompra", f"{ORGANIZATION}.frame.html"),
        (
            "HTTPS://Registro.Example:443/organica/embed/cl.chilecompra",
            "Estructura de ChileCompra",
            f"{ORGANIZATION}.frame.html",
        ),
    ],
)
def test_every_page_is_framed_as_its_address_asks_for_it(
    public: TestClient, address: str, title: str, src: str
) -> None:
    told = ask(public, address)
    assert told["title"] == title
    assert framed(told).get("src") == src


def test_a_unit_that_is_no_longer_in_force_is_shown_as_its_page_shows_it(public: TestClient) -> None:
    def codes(query: str) -> set[str]:
        units = public.get(f"/v1/organizations/cl.servicio-ficticio/units{query}").json()["units"]
        return {each["code"] for each in units}

    gone = min(codes("?as_of=2016-01-01") - codes(""))
    assert public.get(f"/embed/cl.servicio-ficticio/{gone}").status_code == 303
    told = ask(public, f"{BODY}/{gone}")
    assert framed(told).get("src") == f"{BODY}/{gone}.frame.html"


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ({"maxwidth": "320"}, (320, 900)),
        ({"maxheight": "200"}, (960, 200)),
        ({"maxwidth": "2000", "maxheight": "3000"}, (960, 900)),
        ({"maxwidth": "1", "maxheight": "1"}, (1, 1)),
    ],
)
def test_there_is_never_more_than_there_is_room_for(
    public: TestClient, room: dict[str, Any], size: tuple[int, int]
) -> None:
    told = ask(public, ORGANIZATION, **room)
    assert (told["width"], told["height"]) == size
    assert (framed(told).get("width"), framed(told).get("height")) == tuple(map(str, size))


def size_of(picture: bytes) -> tuple[int, int]:
    """Return the pixels of a PNG, as its own header tells them."""
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_a_chart_is_a_photo_with_two_pixels_for_one(public: TestClient, suffix: str) -> None:
    told = ask(public, f"{ORGANIZATION}.{suffix}?as_of=2024-12-31&lang=es", maxwidth=720)
    assert told["type"] == "photo"
    assert told["title"] == "ChileCompra. Estructura orgánica al 31 de diciembre de 2024"
    assert told["url"] == f"{ORGANIZATION}.png?as_of=2024-12-31&lang=es&width=720"
    picture = public.get(told["url"].removeprefix(PUBLIC))
    assert picture.headers["content-type"] == "image/png"
    width, height = size_of(picture.content)
    assert (told["width"], told["height"]) == (720, height // 2)
    assert width == 1440


def test_a_chart_is_shown_smaller_where_it_has_no_room(public: TestClient) -> None:
    whole = ask(public, f"{ORGANIZATION}.svg?width=400")
    assert (whole["width"], whole["url"]) == (400, f"{ORGANIZATION}.png?width=400")
    low = ask(public, f"{ORGANIZATION}.svg?width=400", maxheight=100)
    assert low["height"] == 100
    assert low["width"] == int(400 * 100 / whole["height"])
    narrow = ask(public, f"{ORGANIZATION}.svg", maxwidth=140)
    assert narrow["width"] == 140
    assert narrow["url"] == f"{ORGANIZATION}.png?width=280"


@pytest.mark.parametrize(
    "address",
    [
        "https://portal.example/embed/cl.chilecompra",
        "http://registro.example/organica/embed/cl.chilecompra",
        "https://registro.example:8443/organica/embed/cl.chilecompra",
        "https://registro.example:x/organica/embed/cl.chilecompra",
        "https://[registro.example/organica/embed/cl.chilecompra",
        "https://a:b@registro.example/organica/embed/cl.chilecompra",
        "https://registro.example@portal.example/organica/embed/cl.chilecompra",
        "https://registro.example/embed/cl.chilecompra",
        "https://registro.example/organicaembed/cl.chilecompra",
        "/organica/embed/cl.chilecompra",
        "//registro.example/organica/embed/cl.chilecompra",
        "file:///etc/passwd",
        "javascript:alert(1)",
        PUBLIC,
        f"{PUBLIC}/v1/organizations/cl.chilecompra",
        f"{PUBLIC}/embed/style.css",
        f"{PUBLIC}/embed/mal codigo",
        f"{PUBLIC}/embed/../embed/cl.chilecompra",
        f"{ORGANIZATION}.fragment.html",
        f"{ORGANIZATION}.frame.html",
        f"{ORGANIZATION}.insert.html",
        f"{ORGANIZATION}/changes.atom",
        f"{ORGANIZATION}/sitemap.xml",
        f"{ORGANIZATION}/a/b",
        "x" * 5_000,
    ],
)
def test_what_is_no_page_of_this_installation_is_not_known(public: TestClient, address: str) -> None:
    told = ask(public, address, 404)
    assert told["code"] == "nothing_to_embed"
    assert told["facts"]["example"] == ORGANIZATION
    assert len(told["facts"]["url"]) <= 200


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        (f"{PUBLIC}/embed/cl.nadie", 404, "unknown_organization"),
        (f"{PUBLIC}/embed/cl.nadie.svg", 404, "unknown_organization"),
        (f"{ORGANIZATION}/nadie", 404, "unknown_unit"),
        (f"{HEADED}?as_of=1990-01-01", 404, "unit_not_covered_on"),
        (f"{ORGANIZATION}?known_at=999", 404, "unknown_entry"),
        (f"{ORGANIZATION}?as_of=ayer", 400, "bad_date"),
        (f"{ORGANIZATION}?dia=2024-01-01", 400, "unknown_parameter"),
        (f"{ORGANIZATION}.svg?width=1", 400, "bad_chart_width"),
        (f"{ORGANIZATION}/changes?from=2024-01-02&to=2024-01-01", 400, "backward_interval"),
    ],
)
def test_an_address_is_refused_as_its_own_page_is(
    public: TestClient, address: str, status: int, code: str
) -> None:
    page = public.get(address.removeprefix(PUBLIC))
    assert page.status_code == status
    assert ask(public, address, status)["code"] == code


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"maxwidth": "0"}, 400, "bad_size"),
        ({"maxwidth": "-5"}, 400, "bad_size"),
        ({"maxheight": "100px"}, 400, "bad_size"),
        ({"maxheight": "100000"}, 400, "bad_size"),
        ({"maxwidth": ""}, 400, "empty_parameter"),
        ({"maxwidth": ["1", "2"]}, 400, "repeated_parameter"),
        ({"format": "xml"}, 501, "format_not_offered"),
    ],
)
def test_what_is_asked_wrongly_is_refused(
    public: TestClient, asked: dict[str, Any], status: int, code: str
) -> None:
    told = ask(public, ORGANIZATION, status, **asked)
    assert told["code"] == code
    assert told["type"] == f"/problems/{code}"


def test_a_question_without_an_address_is_refused(public: TestClient) -> None:
    answer = public.get("/oembed")
    assert answer.status_code == 400
    assert answer.json()["facts"]["parameter"] == "url"


def test_parameters_of_the_consumers_own_change_nothing(public: TestClient) -> None:
    # WordPress sends dnt=1; a strict reader would turn every one of its portals away.
    assert ask(public, ORGANIZATION, dnt="1", format="json") == ask(public, ORGANIZATION)


def test_an_answer_is_kept_and_revalidated_as_pages_are(public: TestClient) -> None:
    def headers_of(address: str, **headers: str) -> Any:
        return public.get("/oembed", params={"url": address}, headers=headers)

    current = headers_of(ORGANIZATION)
    assert current.headers["cache-control"] == "public, max-age=60, must-revalidate"
    assert "Accept-Language" in current.headers["vary"]
    assert headers_of(ORGANIZATION, **{"if-none-match": current.headers["etag"]}).status_code == 304
    fixed = public.get("/embed/cl.chilecompra?as_of=2024-12-31&lang=es").headers["location"]
    told = headers_of(PUBLIC + fixed.removeprefix("/organica"))
    assert told.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "vary" not in told.headers
    # The page of a unit bears a name, which may be withheld; the answer about it is asked for again as well.
    assert headers_of(HEADED).headers["cache-control"] == "public, no-cache"


def test_nobody_is_named(public: TestClient) -> None:
    [post] = Page(public, "/embed/cl.chilecompra/gestion-usuaria").texts(
        "//*[@class='organica-post']/ul[1]/li"
    )
    name = post.partition(",")[0]
    assert len(name) > 5
    answer = public.get("/oembed", params={"url": HEADED})
    assert name not in answer.json()["title"] + answer.json()["html"]


@pytest.mark.parametrize(
    "address",
    [
        "/embed/cl.chilecompra",
        "/embed/cl.chilecompra?lang=en",
        "/embed/cl.chilecompra?as_of=2024-12-31",
        "/embed/cl.chilecompra/gestion-usuaria",
        "/embed/cl.servicio-ficticio/changes",
        "/embed/cl.servicio-ficticio/changes?from=2014-12-31&to=2016-06-30",
    ],
)
def test_every_page_says_where_to_ask_about_its_own_version(public: TestClient, address: str) -> None:
    page = Page(public, address)
    [found] = page.find("//link[@type='application/json+oembed']")
    assert found.get("rel") == "alternate"
    assert found.get("title") == page.text("//title")
    where = urlsplit(found.get("href"))
    [canonical] = page.find("//link[@rel='canonical']")
    assert f"{where.scheme}://{where.netloc}{where.path}" == f"{PUBLIC}/oembed"
    assert parse_qs(where.query) == {"url": [canonical.get("href")], "format": ["json"]}
    told = public.get(found.get("href").removeprefix(PUBLIC), headers={"accept-language": "es"}).json()
    assert told["title"] == found.get("title")


@pytest.mark.parametrize(
    "address",
    [
        "/embed/cl.chilecompra.fragment.html",
        "/embed/cl.chilecompra.frame.html",
        "/embed/cl.chilecompra.insert.html",
    ],
)
def test_what_is_not_put_into_portals_itself_says_nothing_of_it(public: TestClient, address: str) -> None:
    assert Page(public, address).find("//link[@type='application/json+oembed']") == []


def test_a_chart_says_it_in_a_header(public: TestClient) -> None:
    said = public.get("/embed/cl.chilecompra.svg?width=360&lang=es").headers["link"]
    [where] = re.findall(r'^<([^>]+)>; rel="alternate"; type="application/json\+oembed"$', said)
    told = public.get(where.removeprefix(PUBLIC)).json()
    assert told["url"] == f"{ORGANIZATION}.png?lang=es&width=360"


def test_without_a_public_address_nothing_is_said_and_the_problem_tells_why(client: TestClient) -> None:
    assert Page(client, "/embed/cl.chilecompra").find("//link[@type='application/json+oembed']") == []
    assert "link" not in client.get("/embed/cl.chilecompra.svg").headers
    answer = client.get("/oembed", params={"url": "http://testserver/embed/cl.chilecompra"})
    assert answer.status_code == 404
    assert answer.json()["code"] == "no_public_address"


def test_where_nobody_may_frame_pages_only_a_link_is_given(filled_url: str) -> None:
    settings = Settings(database_url=filled_url, public_url="http://testserver", frame_ancestors="'none'")
    with TestClient(an_application(filled_url, settings)) as client:
        told = ask(client, "http://testserver/embed/cl.chilecompra")
        assert told["type"] == "link"
        assert not {"html", "width", "height"} & told.keys()


@pytest.fixture(scope="module")
def origin(filled_url: str) -> Iterator[str]:
    """An installation that knows its address, reached over HTTP."""

    def application(address: str) -> Any:
        settings = Settings(database_url=filled_url, public_url=address, frame_ancestors=PORTAL)
        return an_application(filled_url, settings)

    with served_at(application) as address:
        yield address


def test_micawber_puts_pages_and_charts_into_a_text(origin: str) -> None:
    page, chart = f"{origin}/embed/cl.chilecompra", f"{origin}/embed/cl.chilecompra.svg"
    registry = micawber.ProviderRegistry()
    registry.register(rf"{re.escape(origin)}/embed/\S+", micawber.Provider(f"{origin}/oembed"))
    told = registry.request(page, maxwidth=500)
    assert (told["type"], told["width"], told["title"]) == ("rich", 500, "Estructura de ChileCompra")
    shown = micawber.parse_text(f"La estructura:\n\n{page}\n\n{chart}", registry, maxwidth=600)
    assert f'src="{page}.frame.html"' in shown
    assert 'sandbox="allow-scripts' in shown
    assert f'src="{origin}/embed/cl.chilecompra.png?width=600"' in shown
    with pytest.raises(micawber.ProviderException):
        registry.request(f"{origin}/embed/cl.nadie")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_whoever_tries_it_may_call_the_machine_by_any_name_of_its_own(host: str) -> None:
    found = embeddable(f"http://{host}:8000/embed/cl.chilecompra", Names("http://127.0.0.1:8000"))
    assert found.path == "/embed/cl.chilecompra"
    for other in (f"http://{host}:8001/embed/cl.chilecompra", "http://127.0.0.2:8000/embed/cl.chilecompra"):
        with pytest.raises(NothingToEmbed):
            embeddable(other, Names("http://127.0.0.1:8000"))
