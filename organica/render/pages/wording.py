"""How texts stand in a page: names kept apart, Spanish marked as Spanish, sources linked.

Takes texts of the register; returns elements. Used by the files beside it, and by `api.embed` for what stands
in sentences.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from htpy import Element, Fragment, a, bdi, fragment, span

from organica.domain.errors import Language
from organica.text.unseen import without_unseen

# Legal texts are Spanish whatever the page speaks, and a screen reader must know it.
OF_THE_LAW: Language = "es"
_WEB = ("http", "https")
# How the path of a page ends that is made for a frame.
FRAMED = ".frame.html"
# Unicode's own marks around what has a direction of its own in a sentence (UAX 9, section 2.4). No text of
# the register holds one, so they also tell what of a sentence is the law's.
_OPENS, _CLOSES = "\u2068", "\u2069"
_APART = re.compile(f"{_OPENS}([^{_CLOSES}]*){_CLOSES}")


def literal(text: str, language: Language) -> Element:
    """Return a text of the law or a name, isolated in its direction from what stands around it."""
    return bdi(lang=None if language == OF_THE_LAW else OF_THE_LAW)[text]


def apart(text: str) -> str:
    """Return a text of the law or a name as it stands in a sentence that `told` draws."""
    return f"{_OPENS}{without_unseen(text)}{_CLOSES}"


def told(sentence: str, language: Language) -> Fragment:
    """Return a sentence of the register's own: only what stands apart in it is a text of the law."""
    # A split by a pattern with one group gives what is around and what is inside in turn.
    parts = enumerate(_APART.split(sentence))
    return fragment[[literal(part, language) if place % 2 else part for place, part in parts]]


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
