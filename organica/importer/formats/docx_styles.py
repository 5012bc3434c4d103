"""The styles of a DOCX: which of them are headings, and which number their paragraphs.

Takes the part `styles.xml`; returns what each style gives to a paragraph. Called by `docx`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from organica.importer.formats.docx_numbering import VAL, W

# Word keeps the English name of a built-in style inside the file, whatever language its menus are in.
_HEADING = re.compile(r"(?:heading|título|titulo|encabezado)\s*(?P<level>[1-9])", re.IGNORECASE)
_TITLES = frozenset({"title", "título", "titulo"})
_DEEPEST_HEADING = 6
_MOST_ANCESTORS = 30


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph has from its style."""

    heading: int | None = None
    bold: bool = False
    list_id: str | None = None
    level: int | None = None


def styles_in(root: etree._Element | None) -> dict[str, Style]:
    """Return the styles by their identifiers, each with what it has from the styles that it is based on."""
    if root is None:
        return {}
    elements = {one.get(f"{W}styleId", ""): one for one in root.findall(f"{W}style")}
    return {key: _style(key, elements) for key in elements}


def _style(key: str, elements: dict[str, etree._Element]) -> Style:
    chain: list[etree._Element] = []
    current: str | None = key
    while current in elements and len(chain) < _MOST_ANCESTORS:
        element = elements[current]
        chain.append(element)
        base = element.find(f"{W}basedOn")
        current = None if base is None else base.get(VAL)
    style = Style()
    for element in reversed(chain):
        style = _with(style, element)
    return style


def _with(style: Style, element: etree._Element) -> Style:
    name = element.find(f"{W}name")
    heading = heading_named("" if name is None else name.get(VAL, ""))
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    if heading is None and outline is not None and outline.get(VAL, "").isdigit():
        level = int(outline.get(VAL, "9")) + 1
        heading = min(level, _DEEPEST_HEADING) if level <= 9 else None
    bold = element.find(f"{W}rPr/{W}b")
    list_id = element.find(f"{W}pPr/{W}numPr/{W}numId")
    depth = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return replace(
        style,
        heading=heading or style.heading,
        bold=style.bold if bold is None else is_on(bold),
        list_id=style.list_id if list_id is None else list_id.get(VAL),
        level=style.level if depth is None else _level(depth.get(VAL)),
    )


def heading_named(name: str) -> int | None:
    """Return the level of a heading style by its name, the title of a document being the first."""
    found = _HEADING.fullmatch(name.strip())
    if found is not None:
        return min(int(found["level"]), _DEEPEST_HEADING)
    return 1 if name.strip().lower() in _TITLES else None


def is_on(element: etree._Element) -> bool:
    """Return whether a property that is on or off is on; one without a value is."""
    return element.get(VAL, "true").lower() not in ("0", "false", "off", "none")


def _level(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None
