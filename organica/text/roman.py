"""Roman numbers as they label articles and items: "XIV" is 14, and "IIII" is none.

Takes a label or a number; returns the other, strictly. Called by the labels and by the registers' readers.
"""

from __future__ import annotations

import re

MOST = 3999
_SIGNS: tuple[tuple[str, int], ...] = (
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman(number: int) -> str:
    """Return the number in Roman capitals. Raises: ValueError outside 1 to 3999, for which there are none."""
    if not 1 <= number <= MOST:
        raise ValueError(f"no Roman number: {number}")
    signs = ""
    for sign, value in _SIGNS:
        count, number = divmod(number, value)
        signs += sign * count
    return signs


def from_roman(label: str) -> int | None:
    """Return the number that a label writes in Roman signs, or None when it is not written by the rules.

    All capitals or all small letters: "xiv" is 14, "Xiv" is none, and neither is "IIX".
    """
    capitals = label.upper()
    # upper() turns other signs into letters ("ı" into "I"), so only what stands in one case is compared.
    if not label.isascii() or label not in (capitals, label.lower()) or not _ROMAN.fullmatch(capitals):
        return None
    left, number = capitals, 0
    for sign, value in _SIGNS:
        while left.startswith(sign):
            left = left[len(sign) :]
            number += value
    return number or None
