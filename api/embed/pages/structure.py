"""The page of an organization: its structure as in force today, or as a fixed version.

Takes a question that was read; returns a page, or where its fixed version is. Routed by `api.embed.routes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast

from markupsafe import Markup

from api.embed.addresses import EMBED, page_of
from api.embed.ended import ended_of
from api.embed.pages.functions import function_lists, last_cited
from api.embed.pages.programmes import (
    page_programmes,
    programme_entries,
    programme_links,
    run_by_no_unit,
    told_of,
)
from api.embed.pages.versions import (
    Version,
    acts_of,
    banner_of,
    name_by,
    sources_of,
    version_asked,
    ways_on,
)
from api.embed.serving import Asked, Moved, Shown
from organica.domain.errors import Says
from organica.register.consult import Consult, KnownAt
from organica.register.difference import unit_names
from organica.register.refusals import UnknownOrganization
from organica.register.turns import listed
from organica.register.views import UnitVersion
from organica.render.days import since_text
from organica.render.json_ld.page import PageAbout, PageUnit, page_data
from organica.render.pages.structure_page import structure_page, unit_item
from organica.render.pages.values import Alternate, Choice, Cited, UnitEntry
from organica.render.pages.wording import apart
from organica.render.tree import titled

_TITLE = Says(es="Estructura de {name}", en="Structure of {name}")
_DESCRIPTION = Says(
    es="Las unidades de {name}, sus funciones y el acto que las dispuso. {in_force}",
    en="The units of {name}, their functions and the act that ordered them. {in_force}",
)
_CARRIED = Says(
    es="Toda referencia a «{name}» se entiende hecha a {means}.",
    en="Every reference to “{name}” is understood as made to {means}.",
)
_CHART = Says(es="Organigrama (SVG)", en="Chart (SVG)")
_FEED = Says(es="Novedades (Atom)", en="News (Atom)")
# What the register holds of the same day as data: below which path, as what, and how the page calls it.
DATA = (
    ("structure.json", "application/json", "JSON"),
    ("structure.jsonld", "application/ld+json", "JSON-LD"),
    ("functions.csv", "text/csv", "CSV"),
)


async def structure(consult: Consult, asked: Asked) -> Shown | Moved:
    """Return the page of an organization. Raises: UnknownOrganization, UnknownEntry."""
    values, language, addresses = asked.values, asked.language, asked.addresses
    version, at_home = await version_asked(
        consult,
        cast(str, values["code"]),
        cast("date | None", values.get("as_of")),
        cast("KnownAt | None", values.get("known_at")),
    )
    path = page_of(version.organization)
    if not at_home:
        return Moved(path, version.query)
    acts = acts_of(version, language)
    ended = await ended_of(consult, version.archive, version.day, version.pin, language, apart)
    banner = banner_of(version, addresses, language, path, acts, ended=ended)
    alternates = alternates_of(version, asked)
    programmes = run_by_no_unit(version.snapshot)
    nodes = structure_page(
        version.name,
        banner,
        await _roots(version, _told(version, acts, asked), asked),
        Choice(addresses.action(path), None if version.current else version.day.isoformat(), addresses.kept),
        list(ways_on(version, addresses, language)),
        await _carried(version, consult, asked),
        programme_entries(programmes, version, asked),
        asked.foot(path, version.address_query, alternates),
        language,
    )
    head = asked.head(
        _TITLE.render(language, {"name": version.name}),
        _DESCRIPTION.render(language, {"name": version.name, "in_force": banner.in_force or banner.gap}),
        path,
        version.address_query,
        indexed=version.current,
        alternates=alternates,
        json_ld=_data(version, asked),
    )
    return Shown(head, nodes)


def _told(version: Version, acts: list[Cited], asked: Asked) -> Cited | None:
    """Return the source that every unit rests on, where the banner tells it; None where they differ."""
    own = {last_cited(unit.legal_basis, asked.language) for unit in version.snapshot.units.values()}
    common = own.pop() if len(own) == 1 else None
    return common if common in acts else None


async def _roots(version: Version, told: Cited | None, asked: Asked) -> list[Markup] | None:
    """Return the topmost units with all below them; None where nothing is covered."""
    snapshot = version.snapshot
    if not snapshot.covered:
        return None
    items = dict(await listed(_items(version, told, asked)))
    return [items[unit.code] for unit in snapshot.roots]


def _items(version: Version, told: Cited | None, asked: Asked) -> Iterator[tuple[str, Markup]]:
    """Yield every unit as an item of a list, the lower ones first: they stand inside the upper ones.

    What stands inside another is kept once: a deep structure takes no more memory than its page.
    """
    downwards = list(version.snapshot.walk())
    depths: dict[str, int] = {}
    for unit in downwards:
        depths[unit.code] = depths[unit.parent.code] + 1 if unit.parent else 0
    drawn: dict[str, Markup] = {}
    for unit in reversed(downwards):
        entry = _entry(unit, depths[unit.code], told, asked, version)
        item = unit_item(entry, [drawn.pop(code) for code in entry.children], asked.language)
        if unit.parent:
            drawn[unit.code] = item
        yield unit.code, item if unit.parent is None else Markup()


def _entry(unit: UnitVersion, depth: int, told: Cited | None, asked: Asked, version: Version) -> UnitEntry:
    """Return a unit; since when and by what is told where it differs from what the banner says."""
    own = last_cited(unit.legal_basis, asked.language)
    since = since_text(unit.in_force_from, asked.language)
    return UnitEntry(
        code=unit.code,
        kind=unit.state.kind,
        name=unit.state.name,
        depth=depth,
        address=asked.addresses.to(page_of(version.organization, unit.code), _unit_query(version)),
        objective=unit.state.objective,
        lists=function_lists(unit, asked.language),
        children=tuple(child.code for child in unit.children),
        since=since[:1].upper() + since[1:] + ".",
        cited=None if told == own else own,
        programmes=programme_links(unit, version, asked),
    )


def _unit_query(version: Version) -> tuple[tuple[str, str], ...]:
    """Return the query of a unit's page on the same day; that page is pinned by what it tells itself."""
    return () if version.current else version.query


async def _carried(version: Version, consult: Consult, asked: Asked) -> list[str]:
    """Return what references to old names mean: units of the day, or other bodies under their own names."""
    references, units = version.snapshot.references.values(), version.snapshot.units
    bodies = {each.state.target for each in references} - units.keys()
    named = {code: await _name_of(code, version, consult) for code in bodies}
    names = {**named, **unit_names([version.snapshot])}
    return [
        _CARRIED.render(
            asked.language,
            {"name": apart(each.name), "means": apart(names[each.state.target])},
        )
        for each in references
    ]


async def _name_of(organization: str, version: Version, consult: Consult) -> str:
    """Return what another organization was called on the day of a version; its code where nobody knows."""
    try:
        archive = await consult.archive(organization, version.pin)
    except UnknownOrganization:
        return organization
    return name_by(archive, version.day, version.pin)


def alternates_of(version: Version, asked: Asked) -> list[Alternate]:
    """Return the same in other forms: as a chart, as data, and what changed as a feed."""
    addresses = asked.addresses
    base, query = f"/v1/organizations/{version.organization}", version.address_query
    return [
        Alternate(
            addresses.beside(f"{EMBED}/{version.organization}.svg", query),
            "image/svg+xml",
            _CHART.render(asked.language, {}),
        ),
        *(
            Alternate(addresses.plain(f"{base}/{member}", query), media_type, text)
            for member, media_type, text in DATA
        ),
        Alternate(
            addresses.beside(f"{EMBED}/{version.organization}/changes.atom"),
            "application/atom+xml",
            _FEED.render(asked.language, {}),
        ),
    ]


def _data(version: Version, asked: Asked) -> str:
    """Return the data inside the page."""
    snapshot, interval, addresses = version.snapshot, version.snapshot.interval, asked.addresses
    path = page_of(version.organization)
    shown = (
        *snapshot.units.values(),
        *snapshot.functions.values(),
        *told_of(snapshot.programmes.values()),
    )
    about = PageAbout(
        address=addresses.whole(path, version.address_query),
        title=_TITLE.render(asked.language, {"name": version.name}),
        organization=version.organization,
        name=version.name,
        home=addresses.names.document(path),
        units=[page_unit(version, unit, asked) for unit in snapshot.walk()] if snapshot.covered else [],
        sources=sources_of(*(each.legal_basis for each in shown)),
        first=interval.start.isoformat() if interval else None,
        last=version.last_day.isoformat() if interval and interval.end else None,
        language=asked.language,
        programmes=page_programmes(version, snapshot.programmes.values(), asked),
    )
    return page_data(addresses.names, about)


def page_unit(version: Version, unit: UnitVersion, asked: Asked) -> PageUnit:
    """Return a unit as the data inside a page tells it."""
    return PageUnit(
        unit.code,
        titled(unit.state.kind, unit.state.name),
        asked.addresses.names.document(page_of(version.organization, unit.code)),
        unit.parent.code if unit.parent else None,
    )
