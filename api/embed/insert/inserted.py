"""What an editor puts into a portal: its title, its address, and the lines of each way to put it in.

Takes what was chosen; returns lines to copy. Called by `api.embed.insert.page`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from api.embed.addresses import EMBED, Query, joined, page_of
from api.embed.assets import COMPONENT, GROW
from api.embed.forms import Form
from api.embed.insert.parameters import How
from api.embed.insert.words import AS_TEXT
from organica.domain.errors import Language
from organica.render.chart.layout import USUAL_WIDTH
from organica.render.pages import snippets

# Up to this width a chart is narrow enough for a telephone, which is then shown no other.
NARROW_WIDTH = 600
TELEPHONE_WIDTH = 360
# What the component takes as an attribute of its own; all else stays in the address.
_TOLD = {"as_of": "as-of", "known_at": "known-at", "lang": "lang"}
Addressed = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Inserted:
    """One thing that is put in. `path`: of its page; `query`: what fixes it, its language too.

    `width`: of a chart; None where it is a page. `language`: of what it says.
    """

    organization: str
    title: str
    path: str
    query: Query
    language: Language
    spoken: bool
    width: int | None = None

    @property
    def address(self) -> str:
        """Return where it is, within the installation."""
        if self.width is None:
            return joined(self.path, self.query)
        return self.chart(self.width)

    def chart(self, width: int) -> str:
        """Return where the chart of a width is."""
        chosen = () if width == USUAL_WIDTH else (("width", str(width)),)
        return joined(f"{EMBED}/{self.organization}.svg", (*self.query, *chosen))

    def lines(self, how: How, at: Addressed) -> str:
        """Return what is copied. `at` makes an address of the installation one that the portal can use."""
        match how:
            case How.FRAME:
                return snippets.growing_frame(at(self._framed), self.title, at(GROW.newest_path))
            case How.COMPONENT:
                return snippets.component(self._component(at), self.title)
            case How.IMAGE:
                return self._image(at)
            case How.LINK:
                language = self.language if self.spoken else None
                return snippets.link(at(self.address), self.title, language)
            case How.OEMBED:
                return at(self.address)

    def preview(self, how: How, at: Addressed) -> str:
        """Return what a reader of the portal sees; of an address, what oEmbed makes of it."""
        if how is How.OEMBED:
            return snippets.frame(at(self._framed), self.title)
        return self.lines(how, at)

    @property
    def _framed(self) -> str:
        return joined(self.path + Form.FRAME, self.query)

    def _component(self, at: Addressed) -> snippets.Component:
        others = [(name, value) for name, value in self.query if name not in _TOLD]
        told = [(_TOLD[name], value) for name, value in self.query if name in _TOLD]
        return snippets.Component(
            script=at(COMPONENT.path),
            integrity=COMPONENT.integrity,
            source=at(joined(self.path, others)),
            told=tuple(told),
            address=at(self.address),
        )

    def _image(self, at: Addressed) -> str:
        width = self.width or USUAL_WIDTH
        narrow = at(self.chart(TELEPHONE_WIDTH)) if width > NARROW_WIDTH else None
        page = joined(page_of(self.organization), self.query)
        words = AS_TEXT.render(self.language, {})
        return snippets.image(at(self.address), narrow, self.title, at(page), words)
