"""The changes of an organization as a feed that people's readers follow, and the lists of pages for searches.

Takes plain values; returns XML as bytes. Called by `api.embed`. Source: RFC 4287; the Sitemaps protocol 0.9.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree
from lxml.builder import ElementMaker

from organica.domain.errors import Language
from organica.text.unseen import without_unseen

ATOM = "http://www.w3.org/2005/Atom"
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XML = "{http://www.w3.org/XML/1998/namespace}lang"
# Entries keep their names when the address of the service changes, so names are made of what they are.
_NAMESPACE = uuid.UUID("13f362b3-f392-59fd-b8f9-2deca89d0c42")
_atom = ElementMaker(namespace=ATOM, nsmap={None: ATOM})
_map = ElementMaker(namespace=SITEMAPS, nsmap={None: SITEMAPS})


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry: what it is, which makes its permanent name; title, content as HTML, page and instant."""

    identity: str
    title: str
    content: str
    address: str
    recorded_at: datetime


def permanent_name(identity: str) -> str:
    """Return the name of a feed or an entry, which is the same for ever and on every address."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, identity)}"


def atom_feed(
    identity: str,
    title: str,
    author: str,
    own: str,
    page: str,
    entries: Sequence[FeedEntry],
    since: datetime,
    language: Language,
) -> bytes:
    """Return the feed, the newest entry first. `since`: when it was last renewed, where it is empty."""
    updated = entries[0].recorded_at if entries else since
    feed = _atom(
        "feed",
        {_XML: language},
        _atom("id", permanent_name(identity)),
        _atom("title", without_unseen(title)),
        _atom("updated", updated.isoformat()),
        _atom("author", _atom("name", without_unseen(author))),
        _atom("link", rel="self", type="application/atom+xml", href=own),
        _atom("link", rel="alternate", type="text/html", href=page),
        *(_entry(each) for each in entries),
    )
    return _written(feed)


def _entry(entry: FeedEntry) -> etree._Element:
    return _atom(
        "entry",
        _atom("id", permanent_name(entry.identity)),
        _atom("title", without_unseen(entry.title)),
        _atom("updated", entry.recorded_at.isoformat()),
        _atom("link", rel="alternate", type="text/html", href=entry.address),
        _atom("content", without_unseen(entry.content), type="html"),
    )


def site_map(addresses: Iterable[str]) -> bytes:
    """Return the list of pages."""
    return _written(_map("urlset", *(_map("url", _map("loc", each)) for each in addresses)))


def site_map_index(addresses: Iterable[str]) -> bytes:
    """Return the list of such lists."""
    return _written(_map("sitemapindex", *(_map("sitemap", _map("loc", each)) for each in addresses)))


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
