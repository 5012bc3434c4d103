"""The chart as SVG: well formed whatever the names, said in words too, and the same bytes for the same chart."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from organica.render.chart.drawn import Chart, DrawnUnit, Tone
from organica.render.chart.layout import laid_out
from organica.render.chart.style import DIGEST, PLAIN, TABLE, THEMED
from organica.render.chart.svg import svg
from tests.support.chart_strategies import PROFILE, structures
from tests.support.charts import HOSTILE, a_chart, a_unit, random_units

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "desc", "style", "rect", "a", "text", "polyline"}


def drawn(chart: Chart, width: int = 1000) -> str:
    return svg(chart, laid_out(chart, width))


def parsed(chart: Chart, width: int = 1000) -> etree._Element:
    return etree.fromstring(drawn(chart, width).encode())


@PROFILE
@given(structures())
def test_whatever_the_names_the_image_is_well_formed_and_has_nothing_but_boxes_lines_and_links(
    units: list[DrawnUnit],
) -> None:
    root = parsed(a_chart(units, gone=units[:3]))
    assert {str(each.tag).removeprefix(SVG) for each in root.iter()} <= ELEMENTS
    attributes = {name for each in root.iter() for name in each.attrib}
    assert not [name for name in attributes if name.startswith("on") or name in ("style", "xlink:href")]
    addresses = {each.get("href") for each in root.iter(f"{SVG}a")}
    assert all(str(each).startswith(("/embed/cl.ejemplo", "https://ejemplo.cl/")) for each in addresses)


def test_the_image_has_a_role_a_title_and_a_description() -> None:
    root = parsed(a_chart([a_unit("a", 0)]))
    assert root.get("role") == "img"
    assert root.get("lang") == "es"
    by_id = {each.get("id"): each.text for each in root}
    assert by_id[root.get("aria-labelledby")] == "Ejemplo. Estructura orgánica al 1 de enero de 2025"
    assert by_id[root.get("aria-describedby")] == "Organigrama"
    assert root[0].tag == f"{SVG}title"


def test_each_box_is_a_link_named_by_all_that_it_says_with_no_word_broken() -> None:
    name = "Unidad de Desinstitucionalización e Internacionalización"
    root = parsed(a_chart([a_unit("a", 0, name, "Oficina", ("Dependencia no consta",))]), 280)
    [box] = [each for each in root.iter(f"{SVG}a") if each.get("data-unit") == "a"]
    assert box.get("href") == "/embed/cl.ejemplo/a?as_of=2025-01-01"
    assert box.get("aria-label") == f"Oficina. {name}. Dependencia no consta"
    assert [each.tag for each in box] == [f"{SVG}rect"] + [f"{SVG}text"] * (len(box) - 1)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_becomes_markup_or_turns_what_stands_around_it(name: str) -> None:
    said = drawn(a_chart([a_unit("a", 0, name, name, (name,))], title=name))
    root = etree.fromstring(said.encode())
    assert len(list(root.iter(f"{SVG}a"))) == 3
    assert len(list(root.iter(f"{SVG}style"))) == 1
    assert re.findall("[\u202a-\u202e\u2066-\u2069\u200b-\u200f]", said) == []


def test_every_line_of_text_is_set_into_the_width_that_was_computed_for_it() -> None:
    root = parsed(a_chart(random_units(50, 5, fearsome=0)))
    texts = list(root.iter(f"{SVG}text"))
    assert len(texts) > 50
    assert [each.text for each in texts if not float(each.get("textLength", "0")) > 0] == []


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert drawn(a_chart(random_units(100, 9))) == drawn(a_chart(random_units(100, 9)))


def test_tones_and_doubts_show_in_the_frame() -> None:
    units = [replace(a_unit(tone.value, 0), tone=tone, doubtful=tone is Tone.GONE) for tone in Tone]
    frames = {
        each.get("data-unit"): each[0].get("class")
        for each in parsed(a_chart(units)).iter(f"{SVG}a")
        if each.get("data-unit")
    }
    assert frames == {
        "plain": "oc-b",
        "created": "oc-b oc-created",
        "altered": "oc-b oc-altered",
        "reworded": "oc-b oc-reworded",
        "gone": "oc-b oc-gone oc-d",
    }


def test_the_digest_is_of_the_style_that_is_written() -> None:
    [style] = parsed(a_chart([])).iter(f"{SVG}style")
    assert style.text == THEMED
    digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
    assert f"sha256-{digest}" == DIGEST


def test_the_plain_style_asks_for_nothing_that_only_browsers_know() -> None:
    assert "var(" not in PLAIN
    assert "@media" not in PLAIN


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour. Source: WCAG 2.2, relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("place", [1, 2])
def test_words_and_frames_stand_out_from_their_ground_in_light_and_in_dark(place: int) -> None:
    """WCAG 2.2: 4.5 for text (1.4.3), 3 for what is drawn (1.4.11)."""
    colour = {row[0]: row[place] for row in TABLE}
    tones = [tone.value for tone in Tone if tone is not Tone.PLAIN]
    for ground in ("ground", "box", *tones):
        assert contrast(colour["ink"], colour[ground]) >= 4.5
        assert contrast(colour["quiet"], colour[ground]) >= 4.5
    assert contrast(colour["link"], colour["ground"]) >= 4.5
    assert contrast(colour["edge"], colour["ground"]) >= 3
    for tone in tones:
        assert contrast(colour[f"{tone}-edge"], colour[tone]) >= 3
        assert contrast(colour[f"{tone}-edge"], colour["ground"]) >= 3
