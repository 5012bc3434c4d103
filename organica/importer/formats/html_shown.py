"""Which elements of a page are no part of its text: menus, forms, banners, and what is hidden.

Takes the tree of a page; answers for each element whether it is left out. Called by `html`.
"""

from __future__ import annotations

import re

from lxml import etree

_NEVER = frozenset(
    {
        "head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math",
        "canvas", "audio", "video", "map", "input", "button", "select", "option", "textarea", "datalist",
        "dialog",
    }
)  # fmt: skip
_APART = frozenset(
    {
        "nav", "header", "footer", "form", "aside", "menu",
    }
)  # fmt: skip
_ROLES_APART = frozenset(
    {
        "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar",
        "dialog",
    }
)  # fmt: skip
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# The header and the footer of an article belong to it: there are its title and its signature.
_OF_AN_ARTICLE = frozenset({"header", "footer"})
_ARTICLES = frozenset({"article", "main"})


class Shown:
    """The judgement over one page, made with one walk over it so that deep nesting costs nothing more."""

    def __init__(self, root: etree._Element) -> None:
        self._left_out: set[etree._Element] = set()
        lengths: dict[etree._Element, int] = {}
        total = articles = 0
        # Where the text stood when each open candidate began.
        begun: list[tuple[etree._Element, int]] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if _is_never_shown(element):
                    self._left_out.add(element)
                    walk.skip_subtree()
                    continue
                articles += element.tag in _ARTICLES
                if _stands_apart(element) and not (element.tag in _OF_AN_ARTICLE and articles):
                    begun.append((element, total))
                total += _letters(element.text)
            else:
                if element not in self._left_out:
                    articles -= element.tag in _ARTICLES
                    if begun and begun[-1][0] is element:
                        lengths[element] = total - begun.pop()[1]
                total += _letters(element.tail)
        # More than half of the page is the page, whatever its tag says.
        self._left_out.update(element for element, length in lengths.items() if 2 * length <= total)

    def leaves_out(self, element: etree._Element) -> bool:
        """Return whether the element is no part of the text."""
        return element in self._left_out


def _letters(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0


def _is_never_shown(element: etree._Element) -> bool:
    if element.tag in _NEVER or "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN_STYLE.search(element.get("style", "")) is not None


def _stands_apart(element: etree._Element) -> bool:
    return element.tag in _APART or element.get("role", "").lower() in _ROLES_APART
