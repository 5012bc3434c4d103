"""Numbers as lists print them: 1, a, A, i, I.

Takes a number and a style; returns the label. Called by `html_lists` and `docx_numbering`.
"""

from __future__ import annotations

from string import ascii_lowercase

BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3_999
_LARGEST_LETTER = 26 * 26


def numbered(number: int, style: str) -> str:
    """Return the label; `style` is "1", "a", "A", "i" or "I". What a style cannot write is in figures."""
    if style in "aA" and 1 <= number <= _LARGEST_LETTER:
        return _cased(_letters(number), style)
    if style in "iI" and 1 <= number <= _LARGEST_ROMAN:
        return _cased(_roman(number), style)
    return str(number)


def repeated_letter(number: int, style: str) -> str:
    """Return the label of a list in which aa follows z, then bb: that of word processors."""
    if 1 <= number <= _LARGEST_LETTER:
        times, letter = divmod(number - 1, 26)
        return _cased(ascii_lowercase[letter] * (times + 1), style)
    return str(number)


def _cased(label: str, style: str) -> str:
    return label.upper() if style.isupper() else label


def _letters(number: int) -> str:
    label = ""
    while number:
        number, letter = divmod(number - 1, 26)
        label = ascii_lowercase[letter] + label
    return label


def _roman(number: int) -> str:
    label = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        label += letters * times
    return label
