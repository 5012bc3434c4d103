"""Texts as lines: where they break, and what is drawn of them at all."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organica.render.chart.measuring import Letters, shown, width
from organica.render.chart.wrapping import wrapped
from tests.support.charts import HOSTILE

PLAIN, BOLD = Letters(10, 12), Letters(14, 18, bold=True)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Departamento de Compras", 200, ["Departamento de Compras"]),
        ("Departamento de Compras", 120, ["Departamento de", "Compras"]),
        # A word that fits on no line breaks between syllables, where one is near.
        ("Unidad de Internacionalización", 120, ["Unidad de", "Internacionaliza-", "ción"]),
        ("Desinstitucionalización", 100, ["Desinstitucio-", "nalización"]),
        ("W" * 20, 120, ["WWWWWWWW-", "WWWWWWWW-", "WWWW"]),
        # Other scripts, digits and signs take no hyphen.
        ("日本語日本語日本語", 120, ["日本語日本語", "日本語"]),
        ("1234567890" * 2, 120, ["12345678901234", "567890"]),
        # What a line may hold is held: the hyphen of a name is one of its letters.
        ("Técnico-administrativa", 400, ["Técnico-administrativa"]),
        ("Técnico-administrativa", 120, ["Técnico-", "administrativa"]),
        ("Finanzas/Presupuesto y A&B", 120, ["Finanzas/", "Presupuesto y", "A&B"]),
        ("", 100, []),
        ("\u202e\u200b", 100, []),
    ],
)
def test_a_text_breaks_between_words_and_else_between_syllables(
    text: str, room: float, lines: list[str]
) -> None:
    assert [each.text for each in wrapped(text, BOLD, room)] == lines


def test_an_address_breaks_without_a_hyphen_which_would_be_part_of_it() -> None:
    address = "https://ejemplo.cl/embed/cl.ejemplo.svg?as_of=2025-01-01&known_at=12"
    lines = [each.text for each in wrapped(address, PLAIN, 100, hyphen="")]
    assert "".join(lines) == address
    assert len(lines) > 2


@given(st.one_of(st.text(max_size=300), st.sampled_from(HOSTILE)), st.floats(30, 900))
def test_every_line_fits_and_nothing_is_lost(text: str, room: float) -> None:
    lines = wrapped(text, BOLD, room)
    assert all(each.width <= room for each in lines)
    assert all(each.width == pytest.approx(width(each.text, BOLD)) for each in lines)
    assert "".join(each.text for each in wrapped(text, BOLD, room, hyphen="")).replace(" ", "") == shown(
        text
    ).replace(" ", "")


@given(st.one_of(st.text(max_size=300), st.sampled_from(HOSTILE)))
def test_no_line_begins_with_a_mark_that_belongs_to_the_letter_before(text: str) -> None:
    lines = [each.text for each in wrapped(text, BOLD, 60, hyphen="")]
    for before, after in pairwise(lines):
        joined = shown(text).find(before + after)
        assert joined < 0 or unicodedata.category(after[0]) not in {"Mn", "Me"}


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("División  de\tCompras\n(DC)", "División de Compras (DC)"),
        ("Divisio\u0301n", "División"),
        ("\u202eneddih\u202c", "neddih"),
        ("a\u200db\u00adc\ufeff\x00\x1b\ud800", "abc"),
        # What would pile up over the lines above is left out from the third mark on.
        ("Z" + "\u0301" * 9, "Ź\u0301\u0301"),
    ],
)
def test_what_is_unseen_or_turns_the_order_is_not_drawn(text: str, drawn: str) -> None:
    assert shown(text) == drawn


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [
        ("Ñandú", 722 + 556 + 556 + 556 + 556),
        ("iii", 666),
        ("日", 1300),
        ("Ж", 1000),
        ("e\u0301", 556),
        ("ł", 1000),
    ],
)
def test_widths_are_those_of_arial(text: str, thousandths: int) -> None:
    assert width(text, Letters(1000, 1200)) == thousandths
