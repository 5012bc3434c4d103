"""What a portal's editor pastes into a page: a frame that grows, a web component, a picture, a link.

Takes whole addresses and words; returns HTML, the same characters for the same values. Called by `api.embed`:
by the page that shows them, which previews what it says, and by oEmbed, which gives the frame alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from htpy import BaseElement, Element, a, iframe, img, p, picture, script, source

from organica.domain.errors import Language
from organica.text.unseen import without_unseen

# How high a frame is until its page has said how high it must be; and for ever where no script may run.
FRAME_HEIGHT = 900
WHOLE_WIDTH = "100%"
FRAME_CLASS = "organica-frame"
# The page in the frame may run its own script and lead to others; it may not reach into the portal.
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms"
# Up to this width of the window the picture is the narrow one.
NARROW = "(max-width: 600px)"
_COMPONENT = Element("org-structure")


@dataclass(frozen=True, slots=True)
class Component:
    """The web component: its script with what a browser checks it by, and what it is told.

    `source` is the address of the page without what `told` says in attributes of its own, such as the day;
    `address` has all of it.
    """

    script: str
    integrity: str
    source: str
    told: tuple[tuple[str, str], ...]
    address: str


def frame(address: str, title: str, width: str | int = WHOLE_WIDTH, height: int = FRAME_HEIGHT) -> str:
    """Return a frame without script, for whoever strips scripts: as high as it is told."""
    return _written(
        iframe(
            class_=FRAME_CLASS,
            src=address,
            title=title,
            sandbox=SANDBOX,
            loading="lazy",
            frameborder="0",
            width=str(width),
            height=str(height),
        )
    )


def growing_frame(address: str, title: str, grow: str) -> str:
    """Return a frame and, on a line of its own, the script that makes it as high as what is in it."""
    return f"{frame(address, title)}\n{_written(script(src=grow, async_=True))}"


def component(of: Component, title: str) -> str:
    """Return the web component; until its script has run, and where none may, it is a link to the page."""
    loaded = script(src=of.script, integrity=of.integrity, crossorigin="anonymous", async_=True)
    shown = _COMPONENT({"src": of.source, **dict(of.told)})[a(href=of.address)[title]]
    return f"{_written(loaded)}\n{_written(shown)}"


def image(wide: str, narrow: str | None, alternative: str, page: str, words: str) -> str:
    """Return the chart as a picture, with its text alternative and the link to the same as text.

    `narrow`: the same chart for telephones; None where the reader asked for one that is narrow already.
    """
    shown = img(src=wide, alt=alternative)
    chosen = picture[source(media=NARROW, srcset=narrow), shown] if narrow else shown
    return f"{_written(chosen)}\n{_written(p[a(href=page)[words]])}"


def link(address: str, words: str, language: Language | None) -> str:
    """Return a link. `language`: that of the page that it leads to, where it was chosen."""
    return _written(a(href=address, hreflang=language)[words])


def _written(element: BaseElement) -> str:
    """Return an element without what nobody sees, as pages are written."""
    return without_unseen(str(element))
