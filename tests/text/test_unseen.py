"""Characters that nobody sees: which they are, and how they are called."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from organica.text.unseen import code_point, first_unseen, is_unseen, unicode_name

DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ALIKE = "\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\u2061\u2064\ufeff\u3164\ufe0f"
CONTROLS = "".join(map(chr, (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0))))
NONCHARACTERS = "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0010fffe\U0010ffff"


@pytest.mark.parametrize("sign", [*DIRECTION, *ALIKE, *CONTROLS, *NONCHARACTERS, "\ud800", "\u2028"])
def test_what_nobody_sees_is_found_where_it_stands(sign: str) -> None:
    assert first_unseen(f"Unidad\nde {sign}Compras") == 10


def test_all_noncharacters_of_unicode_are_unseen() -> None:
    of_unicode = [
        sign
        for sign in map(chr, range(sys.maxunicode + 1))
        if 0xFDD0 <= ord(sign) <= 0xFDEF or ord(sign) & 0xFFFE == 0xFFFE
    ]
    assert len(of_unicode) == 66
    assert all(map(is_unseen, of_unicode))


def test_what_is_written_is_seen() -> None:
    text = "Ñandú, «güe» “x” ‘y’ – — · 1.º 2.ª N°\u00a07 § ½ … • ‑ € Ḻafkeṉ 日本 🏛\nsegunda línea\u2009ancha"
    assert unicodedata.is_normalized("NFC", text)
    assert first_unseen(text) is None


@pytest.mark.parametrize(
    ("sign", "point", "name"),
    [
        ("\0", "U+0000", "NULL"),
        ("\t", "U+0009", "CHARACTER TABULATION"),
        ("\x01", "U+0001", "<control-0001>"),
        ("\u00ad", "U+00AD", "SOFT HYPHEN"),
        ("\u202e", "U+202E", "RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "U+2066", "LEFT-TO-RIGHT ISOLATE"),
        ("\ud800", "U+D800", "<surrogate-D800>"),
        ("\uffff", "U+FFFF", "<noncharacter-FFFF>"),
        ("\U000e0041", "U+E0041", "TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_a_character_is_named_as_unicode_does(sign: str, point: str, name: str) -> None:
    assert (code_point(sign), unicode_name(sign)) == (point, name)
