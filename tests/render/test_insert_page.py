"""The page for editors drawn from hostile values: a title is text in the lines, around them and in the choices."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from organica.render.pages.document import whole_page
from organica.render.pages.insert_page import Choices, InsertPage, Option, Options, Width, insert_page
from organica.render.pages.snippets import growing_frame
from organica.render.pages.values import Foot, Head, Link
from tests.render.test_pages import HOSTILE, parsed
from tests.render.test_snippets import pasted

PAGE = "https://registro.example/embed/cl.x"


def a_page(title: str, *, public: bool = True) -> str:
    lines = growing_frame(PAGE, title, f"{PAGE}/grow.js")
    choices = Choices(
        action="/embed/cl.x.insert.html",
        kept=(("lang", "es"),),
        what=Options("what", "unit/u", (Option("structure", title),)),
        units=(Option("unit/u", title), Option("unit/v", title, depth=2)),
        versions=Options("version", "day", (Option("day", title),)),
        days=(("as_of", None),),
        hows=Options("how", "frame", (Option("frame", title, title),)),
        languages=Options("speaks", "es", (Option("es", title),)),
        width=Width(400, 280, 4000),
    )
    page = InsertPage(
        shown=Link(title, "/embed/cl.x"),
        snippet=lines if public else None,
        pasted=False,
        answer="/oembed" if public else None,
        framed_by=title,
        preview=Markup(lines),
        script="/embed/insert.js",
        choices=choices,
    )
    head = Head("es", title, title, PAGE, "/embed/style.css")
    return whole_page(head, insert_page(page, Foot((), ()), "es"))


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_text_wherever_it_stands(title: str) -> None:
    root, plain = parsed(a_page(title)), parsed(a_page("Inocua"))
    assert [each.tag for each in root.iter("*")] == [each.tag for each in plain.iter("*")]
    assert [sorted(each.keys()) for each in root.iter("*")] == [
        sorted(each.keys()) for each in plain.iter("*")
    ]
    assert root.xpath("string(//option[1])") == title
    assert root.xpath("string(//main/p[1]/a)") == title


@pytest.mark.parametrize("title", HOSTILE)
def test_what_is_copied_is_what_the_field_holds(title: str) -> None:
    [field] = parsed(a_page(title)).xpath("//textarea")
    frame, script = pasted(field.text)
    assert frame.get("title") == title
    assert script.get("src") == f"{PAGE}/grow.js"


def test_one_of_each_choice_is_chosen_and_a_unit_stands_below_the_one_above_it() -> None:
    root = parsed(a_page("Inocua"))
    assert root.xpath("//option[@selected]/@value") == ["unit/u"]
    assert root.xpath("//input[@checked]/@value") == ["day", "frame", "es"]
    assert root.xpath("string(//option[@value='unit/v'])") == "\u00a0" * 6 + "Inocua"


def test_without_lines_there_is_neither_a_field_nor_a_button_that_copies() -> None:
    root = parsed(a_page("Inocua", public=False))
    assert root.xpath("//textarea | //button[@type='button']") == []
    assert "ORGANICA_PUBLIC_URL" in root.xpath("string(//main)")
    assert len(root.xpath("//iframe")) == 1
