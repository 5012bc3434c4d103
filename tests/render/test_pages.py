"""Pages drawn from hostile values: whatever a name holds, it is only a name in the page."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import html5lib
import pytest
from markupsafe import Markup

from organica.domain.dates import LegalDate
from organica.domain.errors import Language
from organica.domain.source import LegalSource
from organica.render.atom import FeedEntry, atom_feed
from organica.render.json_ld.names import Names
from organica.render.json_ld.page import PageAbout, PageProgramme, PageUnit, page_data
from organica.render.pages.document import page_fragment, whole_page
from organica.render.pages.problem_page import problem_page
from organica.render.pages.structure_page import structure_page, unit_item
from organica.render.pages.values import (
    Alternate,
    Banner,
    Choice,
    Cited,
    Figure,
    Foot,
    FunctionEntry,
    FunctionList,
    Head,
    Item,
    Link,
    ProgrammeEntry,
    ProgrammeLink,
    UnitEntry,
)

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- --> & &lt; &amp; {{7*7}} {% x %} ${x}",
    "]]></style></title></textarea>",
)
RIGHT_TO_LEFT_OVERRIDE, BELL, ZERO_WIDTH = "\u202e", "\x07", "\u200b"


def parsed(html: str) -> Any:
    parser = html5lib.HTMLParser(
        html5lib.treebuilders.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False
    )
    return parser.parse(html).getroot()


def data_of(name: str, units: int = 1) -> str:
    source = LegalSource("cl", "x", "decreto", "2020", LegalDate.of(date(2020, 1, 1)), number="1", title=name)
    about = PageAbout(
        address="/embed/cl.x",
        title=name,
        organization="cl.x",
        name=name,
        home="/embed/cl.x",
        units=[PageUnit(f"u{number}", name, "/embed/cl.x/u", None) for number in range(units)],
        sources=[source],
        first="2020-01-01",
        last=None,
        language="es",
        programmes=[PageProgramme("p", name, "/embed/cl.x#p-p", name, name, None)],
    )
    return page_data(Names(), about)


def a_page(name: str, language: Language = "es", address: str | None = None) -> str:
    """Return a page with one text everywhere where the register puts one."""
    cited = Cited(name, address or name, name, name)
    function = FunctionEntry("u.1", name, name, (FunctionEntry("u.2", name, name),), cited, name)
    unit = UnitEntry(
        "u",
        name,
        name,
        0,
        "/embed/cl.x/u",
        name,
        (FunctionList(name, (function,)),),
        (),
        name,
        cited,
        (ProgrammeLink(name, "/embed/cl.x/u#p-p", name, cited),),
    )
    programme = ProgrammeEntry(
        "p",
        name,
        name,
        name,
        name,
        name,
        name,
        (name,),
        (Item(name, address or name),),
        (name,),
        (name,),
        (Item(name), Item(name, "/embed/cl.x/u#f-u.1")),
        (cited,),
        (cited,),
        (Figure(name, name, name, name, name, cited),),
    )
    link = Link(name, "/embed/cl.x")
    banner = Banner(name, link, name, (cited,), name, name, (name,))
    alternates = (Alternate("/v1/x", "application/json", name),)
    item = unit_item(unit, [], language)
    nodes = structure_page(
        name,
        banner,
        [item],
        Choice("/embed/cl.x", "2020-01-01"),
        [link],
        [name],
        [programme],
        Foot(alternates, (link,), link),
        language,
    )
    head = Head(language, name, name, "/embed/cl.x", "/embed/style.css", json_ld=data_of(name))
    return whole_page(head, nodes)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text_wherever_it_stands(name: str) -> None:
    root = parsed(a_page(name))
    plain = parsed(a_page("Inocua"))
    # The page has the very elements and attributes that a harmless name gives it.
    assert [each.tag for each in root.iter("*")] == [each.tag for each in plain.iter("*")]
    assert [sorted(each.keys()) for each in root.iter("*")] == [
        sorted(each.keys()) for each in plain.iter("*")
    ]
    assert root.xpath("string(//h1)") == name
    assert root.xpath("string(//title)") == name
    assert root.xpath("string(//meta[@property='og:title']/@content)") == name
    [data] = root.xpath("//script")
    told = json.loads(data.text)
    assert told["@graph"][0]["name"] == name


@pytest.mark.parametrize("name", HOSTILE)
def test_data_inside_a_page_holds_no_sign_of_markup(name: str) -> None:
    data = data_of(name)
    assert not set("<>&\u2028\u2029") & set(data)
    assert json.loads(data)["@graph"][1]["name"] == name


def test_line_separators_are_escapes_in_data() -> None:
    assert "a\\u2028b\\u2029c" in data_of("a\u2028b\u2029c")


def test_what_nobody_sees_is_left_out_and_names_are_isolated() -> None:
    name = f"Unidad{RIGHT_TO_LEFT_OVERRIDE} de{BELL} Compras{ZERO_WIDTH}"
    html = a_page(name)
    root = parsed(html)
    for character in (RIGHT_TO_LEFT_OVERRIDE, BELL, ZERO_WIDTH):
        assert character not in html
    assert root.xpath("string(//h1)") == "Unidad de Compras"
    assert [each.tag for each in root.xpath("//h1/*")] == ["bdi"]
    assert root.xpath("//summary/*")[0].tag == "bdi"


def test_a_name_written_from_right_to_left_stands_apart() -> None:
    root = parsed(a_page("ירושלים"))
    assert root.xpath("string(//summary/bdi)") == "ירושלים"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//x", "x"])
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    root = parsed(a_page("Decreto 1", address=address))
    assert address not in [each.get("href") for each in root.iter("a")]
    linked = parsed(a_page("Decreto 1", address="https://diario.example/1"))
    assert "https://diario.example/1" in [each.get("href") for each in linked.iter("a")]


def test_letters_are_text_and_a_function_without_one_has_a_dash() -> None:
    lists = (FunctionList(None, (FunctionEntry("u.1", "ñ", "Uno."), FunctionEntry("u.2", None, "Dos."))),)
    unit = UnitEntry("u", "Unidad", "Unidad X", 0, "/x", None, lists, ())
    item = str(unit_item(unit, [], "es"))
    assert "ñ)</span> <bdi>Uno.</bdi>" in item
    assert "–</span> <bdi>Dos.</bdi>" in item


def test_units_below_the_second_level_are_closed() -> None:
    def at(depth: int) -> str:
        return str(unit_item(UnitEntry("u", "", "X", depth, "/x", None, (), ()), [], "es"))

    assert ["<details open>" in at(depth) for depth in (0, 1, 2, 3)] == [True, True, False, False]


def test_a_structure_of_a_thousand_levels_is_drawn_without_recursion() -> None:
    item: list[Markup] = []
    for depth in reversed(range(1_000)):
        item = [
            unit_item(UnitEntry(f"u{depth}", "", f"Unidad {depth}", depth, "/x", None, (), ()), item, "es")
        ]
    assert item[0].count("<summary>") == 1_000


def test_a_problem_repeats_the_address_as_text() -> None:
    nodes = problem_page("No", "No hay nada", "Vuelva", "/embed/<script>x", None, "es")
    html = page_fragment(Head("es", "No", "No", "/x", "/y"), nodes)
    assert "<code>/embed/&lt;script&gt;x</code>" in html


def test_a_feed_takes_any_name() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for name in (*HOSTILE, f"a{BELL}b\ufffe"):
        entry = FeedEntry("x", name, name, "/x", now)
        assert atom_feed("x", name, name, "/f", "/p", [entry], now, "es").startswith(b"<?xml")
