"""The labels that a browser prints before the items of lists.

Takes the lists and items of a page in their order; gives each item its label, without punctuation. Called by
`html`. Source: HTML Living Standard, section 4.4.5 (start, reversed, type) and 4.4.8 (value).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from organica.importer.formats.numbering import BULLET, numbered

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(?P<style>none|decimal|(?:lower|upper)-(?:alpha|latin|roman))", re.I
)
_STYLES = {
    "none": "",
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_TYPES = frozenset("1aAiI")
_WHOLE_NUMBER = re.compile(r"\s*([+-]?\d{1,6})")


@dataclass
class _List:
    # "" prints no label.
    style: str
    next_number: int
    step: int


class Lists:
    """The lists that are open at a place of the page, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def open(self, element: etree._Element) -> None:
        """Begin a list."""
        default = "1" if element.tag == "ol" else BULLET
        reverse = element.tag == "ol" and "reversed" in element.attrib
        items = sum(1 for child in element if child.tag == "li") if reverse else 1
        start = _whole_number(element.get("start"))
        self._open.append(
            _List(_style_of(element, default), items if start is None else start, -1 if reverse else 1)
        )

    def close(self) -> None:
        """End the innermost list."""
        self._open.pop()

    def next_label(self, item: etree._Element) -> str | None:
        """Return the label of the next item; None for an item outside lists or of a list without labels."""
        if not self._open:
            return None
        current = self._open[-1]
        value = _whole_number(item.get("value"))
        number = current.next_number if value is None else value
        current.next_number = number + current.step
        style = _style_of(item, current.style)
        if style in ("", BULLET):
            return style or None
        return numbered(number, style)


def _style_of(element: etree._Element, default: str) -> str:
    written = _STYLE.search(element.get("style", ""))
    if written is not None:
        return _STYLES[written["style"].lower()]
    kind = element.get("type", "")
    return kind if kind in _TYPES and kind and default != BULLET else default


def _whole_number(text: str | None) -> int | None:
    found = _WHOLE_NUMBER.match(text or "")
    return int(found[1]) if found else None
