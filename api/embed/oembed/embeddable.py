"""From a whole address to the page or the chart of this installation that it names, without asking for it.

Takes an address that somebody sent; returns what it names, or refuses. Called by `api.embed.oembed.serving`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from starlette.routing import compile_path

from api.embed.addresses import Query
from api.embed.chart.serving import CHART_PATH, SUFFIXES
from api.embed.pages.kinds import PAGES, Page
from api.embed.refusals import NothingToEmbed
from api.rest.parameters.common import ORGANIZATION, pairs_of
from organica.domain.errors import BadInput
from organica.render.json_ld.names import Names

MOST_SHOWN = 200
EXAMPLE = "/embed/cl.chilecompra"
_PORTS = {"http": 80, "https": 443}
# Names of the machine itself, by which whoever tries it there may call it.
_ITSELF = ("localhost", "127.0.0.1", "::1")
_CHARTS = tuple(compile_path(f"{CHART_PATH}.{suffix}")[0] for suffix in SUFFIXES)
_PAGES = tuple((compile_path(page.path)[0], page) for page in PAGES)


@dataclass(frozen=True, slots=True)
class Embeddable:
    """What an address names: a page with what stands in its path, or, where `page` is None, a chart.

    `path`, `query`: the address within the installation, and what it asks there.
    """

    path: str
    page: Page | None
    placed: Mapping[str, str]
    query: Query


def embeddable(address: str, names: Names) -> Embeddable:
    """Return what an address names. Raises: NothingToEmbed, MalformedRequest."""
    refusal = NothingToEmbed(url=address[:MOST_SHOWN], example=names.document(EXAMPLE))
    try:
        asked = urlsplit(address)
        own = urlsplit(names.public_url)
        here = "@" not in asked.netloc and _origin(asked) == _origin(own)
    except ValueError:
        # A port that is no number, or brackets around no address.
        raise refusal from None
    if not here or not asked.path.startswith(f"{own.path}/"):
        raise refusal
    path = unquote(asked.path.removeprefix(own.path))
    found = next(_named(path), None)
    if found is None:
        raise refusal
    page, placed = found
    return Embeddable(path, page, placed, tuple(pairs_of(asked.query.encode())))


def _origin(address: SplitResult) -> tuple[str, str | None, int | None]:
    host = _ITSELF[0] if address.hostname in _ITSELF else address.hostname
    return address.scheme, host, address.port or _PORTS.get(address.scheme)


def _named(path: str) -> Iterator[tuple[Page | None, Mapping[str, str]]]:
    """Yield what stands at a path, in the order of the routes; what cannot be a code names nothing."""
    for pattern in _CHARTS:
        if (found := pattern.match(path)) and _is_code(
            code := "{country}.{name}".format(**found.groupdict())
        ):
            yield None, {ORGANIZATION.name: code}
    for pattern, page in _PAGES:
        if (found := pattern.match(path)) and _are_codes(page, found.groupdict()):
            yield page, found.groupdict()


def _is_code(text: str) -> bool:
    return _are_codes(None, {ORGANIZATION.name: text})


def _are_codes(page: Page | None, placed: Mapping[str, str]) -> bool:
    parameters = page.parameters if page else (ORGANIZATION,)
    try:
        for each in parameters:
            if each.place == "path":
                each.value(placed[each.name])
    except BadInput:
        return False
    return True
