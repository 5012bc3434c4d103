"""The addresses of pages in their forms, and of the data beside them.

Takes codes and queries; returns addresses: within the origin for pages, absolute for fragments, which stand
in somebody else's page, and for what machines read. Used by the files beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from api.embed.forms import Form
from organica.domain.errors import Language
from organica.render.json_ld.names import Names

EMBED = "/embed"
CHANGES = "changes"
INSERT = ".insert.html"
OEMBED = "/oembed"
Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one page.

    `language`: where the reader chose it in the address; links then keep it. `form`: that of the page. In a
    fragment an address within the origin would lead into the portal; a frame's pages lead to framed ones.
    """

    names: Names
    language: Language | None = None
    form: Form = Form.WHOLE

    def to(self, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
        """Return the address of a page as links of this one need it, with the reader's language."""
        return self.beside(self._formed(path), query)

    def action(self, path: str) -> str:
        """Return the address of a page as forms of this one need it: a field keeps the language."""
        return self.plain(self._formed(path))

    def beside(self, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
        """Return an address that leads out of a frame, or to what is no page, with the reader's language."""
        return self.plain(path, (*query, *self.kept))

    def plain(self, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
        """Return an address of something that speaks no language, as links of the page need it."""
        address = joined(path, query)
        if self.form is Form.FRAGMENT:
            return self.names.document(address)
        return urlsplit(self.names.public_url).path + address

    def whole(self, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
        """Return an address for machines, absolute where the installation has a public one."""
        return self.names.document(joined(path, (*query, *self.kept)))

    def _formed(self, path: str) -> str:
        return path + Form.FRAME if self.form is Form.FRAME else path

    @property
    def kept(self) -> Query:
        """Return what links and forms keep of the address."""
        return () if self.language is None else (("lang", self.language),)


def joined(path: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """Return a path with a query; codes and days need no quoting, whatever else comes is quoted."""
    written = urlencode(tuple(query))
    return f"{path}?{written}" if written else path


def oembed_of(address: str) -> str:
    """Return where oEmbed answers about a whole address, within the installation."""
    return joined(OEMBED, (("url", address), ("format", "json")))


def page_of(organization: str, unit: str | None = None) -> str:
    """Return the path of the page of an organization or of one of its units."""
    return f"{EMBED}/{organization}" + (f"/{unit}" if unit else "")


def changes_of(organization: str) -> str:
    """Return the path of the page of an organization's changes."""
    return f"{EMBED}/{organization}/{CHANGES}"
