"""The lines that editors paste, read back by the parser of the HTML standard, with hostile titles too."""

from __future__ import annotations

from typing import Any

import html5lib
import pytest

from organica.render.pages import snippets
from tests.render.test_pages import BELL, HOSTILE, RIGHT_TO_LEFT_OVERRIDE, ZERO_WIDTH

PAGE = "https://registro.example/embed/cl.x"
QUERY = f"{PAGE}?as_of=2024-01-01&known_at=2"
GROW = "https://registro.example/embed/grow.js"
INTEGRITY = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC"


def pasted(lines: str) -> Any:
    """Return the body of a portal's page into which lines were pasted; a parse error fails the test."""
    parser = html5lib.HTMLParser(
        html5lib.treebuilders.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False
    )
    whole = f"<!doctype html><html lang='es'><head><title>Portal</title></head><body>{lines}</body></html>"
    return parser.parse(whole).getroot().find("body")


def a_component(title: str) -> str:
    told = (("as-of", "2024-01-01"), ("known-at", "2"))
    return snippets.component(snippets.Component(GROW, INTEGRITY, PAGE, told, QUERY), title)


def every_snippet(title: str) -> list[str]:
    return [
        snippets.frame(QUERY, title, 640, 480),
        snippets.growing_frame(QUERY, title, GROW),
        a_component(title),
        snippets.image(QUERY, f"{QUERY}&width=360", title, PAGE, title),
        snippets.image(QUERY, None, title, PAGE, title),
        snippets.link(QUERY, title, "es"),
    ]


def test_a_frame_is_one_element_that_may_not_reach_into_the_portal() -> None:
    body = pasted(snippets.frame(QUERY, "Estructura", 640, 480))
    [frame] = body
    assert dict(frame.attrib) == {
        "class": "organica-frame",
        "src": QUERY,
        "title": "Estructura",
        "sandbox": "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms",
        "loading": "lazy",
        "frameborder": "0",
        "width": "640",
        "height": "480",
    }


def test_a_growing_frame_is_as_wide_as_there_is_room_and_has_its_script_beside_it() -> None:
    frame, script = pasted(snippets.growing_frame(QUERY, "Estructura", GROW))
    assert (frame.get("width"), frame.get("height")) == ("100%", "900")
    assert dict(script.attrib) == {"src": GROW, "async": ""}
    assert script.text is None


def test_a_component_is_checked_by_the_browser_and_holds_the_link_to_its_very_version() -> None:
    script, element = pasted(a_component("Estructura"))
    assert script.get("integrity") == INTEGRITY
    assert script.get("crossorigin") == "anonymous"
    assert element.tag == "org-structure"
    assert dict(element.attrib) == {"src": PAGE, "as-of": "2024-01-01", "known-at": "2"}
    [link] = element
    assert (link.tag, link.get("href"), link.text) == ("a", QUERY, "Estructura")


def test_a_picture_has_its_alternative_and_the_same_as_text_beside_it() -> None:
    picture, paragraph = pasted(snippets.image(QUERY, PAGE, "Organigrama", PAGE, "Como texto"))
    source, image = picture
    assert dict(source.attrib) == {"media": "(max-width: 600px)", "srcset": PAGE}
    assert dict(image.attrib) == {"src": QUERY, "alt": "Organigrama"}
    assert [(each.get("href"), each.text) for each in paragraph] == [(PAGE, "Como texto")]
    image, _ = pasted(snippets.image(QUERY, None, "Organigrama", PAGE, "Como texto"))
    assert image.tag == "img"


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_text_in_every_snippet(title: str) -> None:
    for hostile, plain in zip(every_snippet(title), every_snippet("Inocua"), strict=True):
        body, expected = pasted(hostile), pasted(plain)
        # The portal has the very elements and attributes that a harmless title gives it.
        assert [each.tag for each in body.iter("*")] == [each.tag for each in expected.iter("*")]
        assert [sorted(each.keys()) for each in body.iter("*")] == [
            sorted(each.keys()) for each in expected.iter("*")
        ]
        said = [body.xpath("string(.)"), *body.xpath("//@title | //@alt")]
        assert any(title in each for each in said)


def test_what_nobody_sees_is_not_pasted_into_a_portal() -> None:
    for lines in every_snippet(f"Unidad{RIGHT_TO_LEFT_OVERRIDE} de{BELL} Compras{ZERO_WIDTH}"):
        assert "Unidad de Compras" in lines
        assert not {RIGHT_TO_LEFT_OVERRIDE, BELL, ZERO_WIDTH} & set(lines)
