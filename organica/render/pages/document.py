"""What stands around every page: the head of a whole page, that of a page in a frame, or one element alone.

Takes what the page tells machines and what it shows; returns HTML. Called by `api.embed`. A fragment has no
head, asks for nothing, and is put into a page of somebody else's, whose own colours and letters it takes.
"""

from __future__ import annotations

from collections.abc import Iterable

from htpy import (
    Element,
    Fragment,
    Node,
    base,
    body,
    fragment,
    head,
    html,
    link,
    main,
    meta,
    script,
    section,
    title,
)
from markupsafe import Markup

from organica.render.pages.values import Head
from organica.text.unseen import without_unseen

SITE = "Orgánica"
# What a link calls the answer of oEmbed in JSON (oembed.com, section 4).
OEMBED = "application/json+oembed"
_LOCALES = {"es": "es_CL", "en": "en_GB"}


def whole_page(about: Head, shown_in: Iterable[Node]) -> str:
    """Return a page of its own."""
    return _written(_document(about, _head(about), shown_in))


def framed_page(about: Head, shown_in: Iterable[Node]) -> str:
    """Return the same for a frame in somebody else's page: for people alone, with what tells its height."""
    return _written(_document(about, _head_in_frame(about), shown_in))


def page_fragment(about: Head, shown_in: Iterable[Node]) -> str:
    """Return the same for somebody else's page."""
    return _written(section(class_="organica", lang=about.language)[list(shown_in)])


def _document(about: Head, its_head: Element, shown_in: Iterable[Node]) -> Element:
    return html(lang=about.language)[
        its_head, body(class_="organica-page")[main(class_="organica")[list(shown_in)]]
    ]


def _written(whole: Element) -> str:
    """Return a page without what nobody sees, so that no mark of direction reaches beyond its own name.

    The files of the register refuse such characters; this holds for whatever else fills a database. They are
    taken out of what is escaped already: nothing becomes markup by it.
    """
    return without_unseen(str(whole))


def _head(about: Head) -> Element:
    return head[
        _named(about, indexed=about.indexed),
        [link(rel="alternate", hreflang=code, href=address) for code, address in about.languages],
        [link(rel="alternate", type=each.media_type, href=each.address) for each in about.alternates],
        link(rel="alternate", type=OEMBED, href=about.oembed, title=about.title) if about.oembed else None,
        link(rel="stylesheet", href=about.style),
        _open_graph(about),
        _data(about.json_ld),
    ]


def _head_in_frame(about: Head) -> Element:
    """Return the head of a framed page. A link that does not say where it opens, opens a new tab."""
    return head[
        base(target="_blank"),
        _named(about, indexed=False),
        # In a sandbox a page has no origin: its script reads a style only that was asked for across origins.
        link(rel="stylesheet", href=about.style, crossorigin="anonymous"),
        script(src=about.script, defer=True),
    ]


def _named(about: Head, *, indexed: bool) -> Fragment:
    return fragment[
        meta(charset="utf-8"),
        meta(name="viewport", content="width=device-width, initial-scale=1"),
        title[about.title],
        meta(name="description", content=about.description),
        meta(name="robots", content="index, follow" if indexed else "noindex, follow"),
        meta(name="color-scheme", content="light dark"),
        link(rel="canonical", href=about.canonical),
    ]


def _open_graph(about: Head) -> Fragment:
    """Return what a page that links here shows of it. Its address must be whole, or is not told."""
    return fragment[
        meta(property="og:type", content="website"),
        meta(property="og:site_name", content=SITE),
        meta(property="og:title", content=about.title),
        meta(property="og:description", content=about.description),
        meta(property="og:locale", content=_LOCALES[about.language]),
        meta(property="og:url", content=about.canonical) if about.public else None,
    ]


def _data(json_ld: str | None) -> Element | None:
    """Return a block of data. No browser runs it, so no policy needs to allow it (HTML, 4.12.1.1)."""
    if json_ld is None:
        return None
    return script(type="application/ld+json")[Markup(json_ld)]  # noqa: S704 - its signs are escaped as JSON's
