"""Labels of enumerations: how they are printed, of which row they are, and which one comes next.

Takes the text of an item; returns its label and what follows, or the label to be expected after another.
Called by the importer. A new spelling is a row of `_SPELLINGS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase

from organica.text.roman import from_roman, roman


class Row(StrEnum):
    """The rows that labels count in."""

    LOWER = "a"
    UPPER = "A"
    DIGITS = "1"
    ROMAN_LOWER = "i"
    ROMAN_UPPER = "I"
    DECIMAL = "1.1"


# Letters come first: "i" in a list of letters is a letter. Digraphs and ñ are letters of older lists.
_SPELLINGS: tuple[str, ...] = (
    r"\d{1,3}(?:\.\d{1,3}){1,4}",
    r"\d{1,3}",
    r"(?:CH|LL|RR|ch|ll|rr)",
    r"[ivxlc]{2,8}",
    r"[IVXLC]{2,8}",
    # "aa)" comes after "z)".
    r"(?P<letter>[a-z])(?P=letter)",
    r"[a-zñA-ZÑ]",
)
# "a)", "(a)", "a.", "a.-", "a. -", "a.)", "a).", "a)-", "1°", "1º)", "I -", "a -"
_PUNCTUATION = (
    r"(?:\s?\.\s?[-–—]+|\.\)|\)\s?\.?\s?[-–—]*|[°º]\s?[.)]?\s?[-–—]*|\s?[-–—]|"
    r"\.(?=\s|$|[A-ZÁÉÍÓÚÑ][a-záéíóúñ]))"
)
_LABEL = re.compile(
    rf"(?:\(?(?P<label>{'|'.join(_SPELLINGS)})(?P<punctuation>{_PUNCTUATION})\s*"
    # "1.1 Subdirección": a number of several parts needs nothing behind it.
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,4})\s+(?=[A-ZÁÉÍÓÚÑ“\"]))"
    r"(?P<text>.*)",
    re.DOTALL,
)
_BARE_NUMBER = re.compile(r"(?P<label>\d{1,2})\s+(?P<text>[A-ZÁÉÍÓÚÑ].*)", re.DOTALL)
_BULLET = re.compile(
    r"(?:[-–—*•·▪■●○◦➢✓➤\uf0b7\uf0a7\uf0d8]|o(?=\s+[A-ZÁÉÍÓÚÑ]))\s+(?P<text>\S.*)", re.DOTALL
)

# Spanish lists may or may not count ch, ll and ñ as letters: after each of these, any of those may come.
_AFTER: dict[str, tuple[str, ...]] = {
    **{one: (other,) for one, other in pairwise(ascii_lowercase)},
    "c": ("d", "ch"),
    "ch": ("d",),
    "l": ("m", "ll"),
    "ll": ("m",),
    "n": ("o", "ñ"),
    "ñ": ("o",),
    "r": ("s", "rr"),
    "rr": ("s",),
    # Lists that are longer than the alphabet go on with pairs.
    "z": ("aa",),
}
# What scanners and typists put for a letter or a figure: by what was expected there.
_TAKEN_FOR: dict[str, str] = {
    "l": "I1iL|!",
    "i": "1lI!j¡",
    "j": "¡i",
    "o": "0Oó",
    "s": "5S",
    "g": "9q6",
    "q": "9g",
    "b": "6h",
    "z": "2",
    "e": "c",
    "c": "e",
    "1": "lIi",
    "11": "ll|II|I1|1l",
    "I": "l1|i",
    "II": "ll|11|H",
    "III": "lll|111",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item with its label as printed, without punctuation, and the literal text behind it.

    `label` is None behind a bullet.
    """

    label: str | None
    text: str


def labelled(item: str) -> Labelled | None:
    """Return the label and the text of an item, or None when it begins with no label."""
    found = _LABEL.match(item)
    return Labelled(found["label"] or found["decimal"], found["text"]) if found and found["text"] else None


def label_alone(line: str) -> str | None:
    """Return the label that is all a line holds, its text being on the next one; None when there is more."""
    found = _LABEL.match(line)
    return found["label"] if found and not found["text"] else None


def bare_number(item: str) -> Labelled | None:
    """Return a number without punctuation and the text behind it: a label only where one is expected."""
    found = _BARE_NUMBER.match(item)
    return Labelled(found["label"], found["text"]) if found else None


def bulleted(item: str) -> Labelled | None:
    """Return the text behind a bullet, or None when the item begins with none."""
    found = _BULLET.match(item)
    return Labelled(None, found["text"]) if found else None


# The same few labels are asked about again and again.
@lru_cache(maxsize=4096)
def rows_of(label: str) -> tuple[Row, ...]:
    """Return the rows that a label may be of, letters before Roman numbers."""
    if label.isdigit():
        return (Row.DIGITS,)
    if "." in label:
        return (Row.DECIMAL,)
    case = (Row.LOWER, Row.ROMAN_LOWER) if label.islower() else (Row.UPPER, Row.ROMAN_UPPER)
    letter = len(label) == 1 or label.lower() in ("ch", "ll", "rr") or label.lower() == label[0].lower() * 2
    is_roman = from_roman(label) is not None
    return tuple(row for row, fits in zip(case, (letter, is_roman), strict=True) if fits)


def first_in(row: Row) -> str:
    """Return the label that begins a row."""
    return row.value


@lru_cache(maxsize=4096)
def next_in(row: Row, label: str) -> tuple[str, ...]:
    """Return the labels that may follow one of this row, the most usual first; empty when none is known."""
    if row is Row.DIGITS:
        return (str(int(label) + 1),)
    if row is Row.DECIMAL:
        return _next_decimals(label)
    if row in (Row.ROMAN_LOWER, Row.ROMAN_UPPER):
        number = from_roman(label)
        following = [] if number is None else [roman(number + 1)]
        return tuple(one if row is Row.ROMAN_UPPER else one.lower() for one in following)
    after = _AFTER.get(label.lower()) or _next_pair(label.lower())
    return after if row is Row.LOWER else tuple(next_one.upper() for next_one in after)


def first_label_like(label: str) -> str:
    """Return the label that begins a list of this style: "1", "a" or "A"."""
    rows = rows_of(label)
    return first_in(rows[0]) if rows else "a"


def labels_after(label: str) -> tuple[str, ...]:
    """Return the labels that may follow in a list of letters or figures, the most usual first.

    Shape: in the case of the label given; empty when nothing is known to follow.
    """
    rows = rows_of(label)
    return next_in(rows[0], label) if rows else ()


def misprinted(label: str, expected: str) -> bool:
    """Return whether a label looks like the expected one to a scanner or a hasty typist."""
    taken = _TAKEN_FOR.get(expected) or _TAKEN_FOR.get(expected.lower(), "")
    if len(expected) == 1:
        return len(label) == 1 and (label in taken or label.lower() == expected.lower())
    return label in taken.split("|")


def _next_decimals(label: str) -> tuple[str, ...]:
    """Return "1.3" and "1.2.1" after "1.2"; what comes next above it is of another level."""
    parts = label.split(".")
    return (".".join((*parts[:-1], str(int(parts[-1]) + 1))), f"{label}.1")


def _next_pair(label: str) -> tuple[str, ...]:
    """Return "bb" after "aa": lists that begin the alphabet again double their letters."""
    if len(label) == 2 and label[0] == label[1] and label[0] in ascii_lowercase[:-1]:
        following = chr(ord(label[0]) + 1)
        return (following * 2,)
    return ()
