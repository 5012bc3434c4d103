"""The three forms of every page: whole, as a fragment for somebody else's page, and for a frame in one.

Takes what a page tells machines and what it shows; returns HTML. Used by the files beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import assert_never

from htpy import Node

from organica.render.pages.document import framed_page, page_fragment, whole_page
from organica.render.pages.values import Head
from organica.render.pages.wording import FRAMED


class Form(StrEnum):
    """A form of a page; the value is how its path ends.

    WHOLE: to be read by itself. FRAGMENT: without a head, its links absolute. FRAME: its links stay in the
    frame or leave it, and it tells the page around it how high it is.
    """

    WHOLE = ""
    FRAGMENT = ".fragment.html"
    FRAME = FRAMED


def drawn(form: Form, head: Head, nodes: Iterable[Node]) -> str:
    """Return a page in one of its forms."""
    match form:
        case Form.WHOLE:
            return whole_page(head, nodes)
        case Form.FRAGMENT:
            return page_fragment(head, nodes)
        case Form.FRAME:
            return framed_page(head, nodes)
    assert_never(form)
