"""Roman numbers, there and back."""

from __future__ import annotations

import pytest

from organica.text.roman import MOST, from_roman, roman


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("I", 1),
        ("IV", 4),
        ("IX", 9),
        ("XIV", 14),
        ("XL", 40),
        ("LXXVIII", 78),
        ("MCMXCIX", 1999),
        ("xiv", 14),
    ],
)
def test_a_roman_label_is_its_number(label: str, number: int) -> None:
    assert from_roman(label) == number
    assert roman(number) == label.upper()


def test_every_number_comes_back_from_its_roman_label() -> None:
    for number in range(1, MOST + 1):
        assert from_roman(roman(number)) == number
        assert from_roman(roman(number).lower()) == number


@pytest.mark.parametrize(
    "label", ["", "IIII", "IIX", "VX", "IC", "MMMM", "Xiv", "XIVa", "X I", " X", "1", "ı", "Ⅳ", "VV", "LL"]
)
def test_what_breaks_the_rules_is_no_roman_number(label: str) -> None:
    assert from_roman(label) is None


@pytest.mark.parametrize("number", [0, -1, MOST + 1])
def test_there_is_no_roman_label_below_one_or_above_the_most(number: int) -> None:
    with pytest.raises(ValueError, match="no Roman number"):
        roman(number)
