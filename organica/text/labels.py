"""Labels of enumerations: how they are printed, and which one comes next.

Takes the text of an item; returns its label and what follows, or the label to be expected after another.
Called by the importer's genres. A new spelling is a row of `_SPELLINGS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase

# Letters come first: "i" in a list of letters is a letter. Digraphs and ñ are letters of older lists.
_SPELLINGS: tuple[str, ...] = (
    r"(?:ch|ll|rr|[a-zñ])",
    r"(?:CH|LL|RR|[A-ZÑ])",
    r"\d{1,3}",
)
_PUNCTUATION = r"(?:\s?\.\s?-|\.\)|\)\.|\.|\)|-)"
_LABEL = re.compile(rf"(?P<label>{'|'.join(_SPELLINGS)}){_PUNCTUATION}\s+(?P<text>\S.*)", re.DOTALL)

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
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item with its label as printed, without punctuation, and the literal text behind it."""

    label: str
    text: str


def labelled(item: str) -> Labelled | None:
    """Return the label and the text of an item, or None when it begins with no label."""
    found = _LABEL.match(item)
    return Labelled(found["label"], found["text"]) if found else None


def first_label_like(label: str) -> str:
    """Return the label that begins a list of this style: "1", "a" or "A"."""
    if label.isdigit():
        return "1"
    return "A" if label.isupper() else "a"


def labels_after(label: str) -> tuple[str, ...]:
    """Return the labels that may follow, the most usual first.

    Shape: in the case of the label given; empty when nothing is known to follow (after z).
    """
    if label.isdigit():
        return (str(int(label) + 1),)
    after = _AFTER.get(label.lower(), ())
    return after if label.islower() else tuple(next_one.upper() for next_one in after)
