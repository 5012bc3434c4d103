"""The addresses of pages, of fragments and of the data beside them.

Takes codes and queries; returns addresses: within the origin for whole pages, absolute for fragments, which
stand in somebody else's page, and for what machines read. Used by the files beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from organica.domain.errors import Language
from organica.render.json_ld.names import Names

EMBED = "/embed"
CHANGES = "changes"
FRAGMENT = ".fragment.html"
Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one page.

    `language`: where the reader chose it in the address; links then keep it. `absolute`: the page is a
    fragment, so that an address within the origin would lead into the portal.
    """

    names: Names
    language: Language | None = None
    absolute: bool = False

    def to(self, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
        """Return an address as links of the page need it, with the language that the reader chose."""
        return self.plain(path, (*query, *self.kept))

    def plain(self, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
        """Return an address of something that speaks no language, as links of the page need it."""
        address = joined(path, query)
        if self.absolute:
            return self.names.document(address)
        return urlsplit(self.names.public_url).path + address

    def whole(self, path: str, query: Iterable[tuple[str, str]] = ()) -> str:
        """Return an address for machines, absolute where the installation has a public one."""
        return self.names.document(joined(path, (*query, *self.kept)))

    @property
    def kept(self) -> Query:
        """Return what links and forms keep of the address."""
        return () if self.language is None else (("lang", self.language),)


def joined(path: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """Return a path with a query; codes and days need no quoting, whatever else comes is quoted."""
    written = urlencode(tuple(query))
    return f"{path}?{written}" if written else path


def page_of(organization: str, unit: str | None = None) -> str:
    """Return the path of the page of an organization or of one of its units."""
    return f"{EMBED}/{organization}" + (f"/{unit}" if unit else "")


def changes_of(organization: str) -> str:
    """Return the path of the page of an organization's changes."""
    return f"{EMBED}/{organization}/{CHANGES}"
