"""How texts stand in a page: names kept apart, Spanish marked as Spanish, sources linked.

Takes texts of the register; returns elements. Used by the files beside it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from htpy import Element, a, bdi, span

from organica.domain.errors import Language

# Legal texts are Spanish whatever the page speaks, and a screen reader must know it.
OF_THE_LAW = "es"
_WEB = ("http", "https")
# How the path of a page ends that is made for a frame.
FRAMED = ".frame.html"


def literal(text: str, language: Language) -> Element:
    """Return a text of the law or a name, isolated in its direction from what stands around it."""
    return bdi(lang=None if language == OF_THE_LAW else OF_THE_LAW)[text]


def stays(address: str) -> str | None:
    """Return where a link or a form of ours opens: in the frame, where it leads to a framed page.

    In a framed page whatever says nothing opens a new tab.
    """
    path = address.partition("#")[0].partition("?")[0]
    return "_self" if path.endswith(FRAMED) else None


def mark(text: str) -> Element:
    """Return a warning that stands beside what it is about, in words."""
    return span(class_="organica-mark")[text]


def cited_as(text: str, address: str | None, language: Language) -> Element:
    """Return a citation, as a link where the register knows where the full text is."""
    said = literal(text, language)
    if address is None or urlsplit(address).scheme not in _WEB:
        return said
    return a(href=address, rel="external noopener")[said]
