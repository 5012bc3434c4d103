"""The natural order of labels as acts print them, and where a new item goes among its siblings.

Takes printed labels; returns an order key or None. Called by the effects of acts on functions.
"""

from __future__ import annotations

import re

STEP = 1 << 20
MAX_DIGITS = 9
# "ch", "ll" and "rr" were letters of the Spanish alphabet until 2010, and older acts count them.
_LETTERS = "a b c ch d e f g h i j k l ll m n ñ o p q r rr s t u v w x y z"
_ALPHABET = {letter: rank for rank, letter in enumerate(_LETTERS.split(" "), start=1)}
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.ASCII)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

OrderKey = tuple[str, int]


def order_key(label: str | None, siblings: list[str | None]) -> OrderKey | None:
    """Return (style, rank) of a label among its siblings; None where it has no natural order.

    Capitals are Roman numerals only where some sibling can be nothing else (II, IV, …).
    """
    if not label:
        return None
    if label.isascii() and label.isdigit() and len(label) <= MAX_DIGITS:
        return ("number", int(label))
    roman = any(other and len(other) > 1 and _is_roman(other) for other in (*siblings, label))
    if roman and _is_roman(label):
        return ("roman", _roman(label))
    rank = _ALPHABET.get(label.lower())
    return None if rank is None else ("letter", rank)


def place_among(label: str | None, siblings: list[tuple[str | None, int]]) -> int | None:
    """Return a place for a label between its siblings, given as (label, place) in printed order.

    It goes after the last sibling that does not come later in the same style of labels, at the end
    where that tells nothing. None: no number is left between the two neighbours.
    """
    labels = [other for other, _ in siblings]
    key = order_key(label, labels)
    index = len(siblings)
    if key is not None:
        keys = [order_key(other, [*labels, label]) for other in labels]
        if all(other is not None and other[0] == key[0] for other in keys):
            index = max(
                (i + 1 for i, other in enumerate(keys) if other is not None and other <= key), default=0
            )
    if index == len(siblings):
        return (siblings[-1][1] if siblings else 0) + STEP
    before = siblings[index - 1][1] if index else 0
    after = siblings[index][1]
    middle = (before + after) // 2
    return middle if before < middle < after else None


def _is_roman(label: str) -> bool:
    return bool(label) and _ROMAN.fullmatch(label) is not None


def _roman(label: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in label]
    return sum(
        -value if i + 1 < len(values) and value < values[i + 1] else value for i, value in enumerate(values)
    )
