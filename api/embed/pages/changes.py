"""The pages of changes: what changed between two days, in sentences, and the list of all versions.

Takes a question that was read; returns a page, or where its fixed version is. Routed by `api.embed.routes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile
from typing import cast

from api.embed.addresses import EMBED, Query, changes_of, page_of
from api.embed.pages.versions import A_DAY, EARLIEST, name_by, to_newest
from api.embed.serving import Asked, Moved, Shown
from api.rest.difference_text import difference_text
from api.rest.refusals import MissingParameter
from organica.domain.errors import Says
from organica.register.archive import Archive
from organica.register.consult import Consult, KnownAt
from organica.register.difference import StructureDiff
from organica.register.histories import ChangePoint, change_points
from organica.register.turns import listed
from organica.render.days import day_text, since_text, until_text
from organica.render.pages.changes_page import changes_page, title_of, versions_page
from organica.render.pages.values import Alternate, Link, Moment, Told, ToldUnit
from organica.render.pages.wording import apart
from organica.render.sentences import cited
from organica.render.tree import Line, Style

_DESCRIPTION = Says(
    es="Qué cambió en {name} entre el {base} y el {target}, con el acto de cada cambio.",
    en="What changed in {name} between {base} and {target}, with the act behind each change.",
)
_ALL = Says(
    es="Todas las versiones de la estructura de {name}, con sus actos.",
    en="All versions of the structure of {name}, with their acts.",
)
_ALL_VERSIONS = Says(es="Todas las versiones", en="All versions")
_ON_THE_DAY = Says(es="Estructura el {day}", en="Structure on {day}")
_SEE_STRUCTURE = Says(es="Ver la estructura desde el {day}", en="See the structure from {day}")
_SEE_CHANGES = Says(es="Ver qué cambió el {day}", en="See what changed on {day}")
_UNCERTAIN = Says(es="fecha no segura", en="date not certain")
_NO_ACT = Says(
    es="Sin acto nuevo: cambia lo que el registro cubre, o ya es cierta una fecha imprecisa.",
    en="No new act: what the register covers changes, or an imprecise date is certain by now.",
)
_FEED = Says(es="Novedades (Atom)", en="News (Atom)")


async def changes(consult: Consult, asked: Asked) -> Shown | Moved:
    """Return what changed between two days or, where none are given, the list of all versions.

    Raises: MissingParameter, BackwardInterval, UnknownOrganization, UnknownEntry.
    """
    values = asked.values
    code = cast(str, values["code"])
    base, target = cast("date | None", values.get("from")), cast("date | None", values.get("to"))
    known_at = cast("KnownAt | None", values.get("known_at"))
    known = await consult.known(known_at)
    archive = await consult.archive(code, known)
    if base is None and target is None:
        return await _versions(consult, archive, known, known_at, asked)
    if base is None:
        raise MissingParameter(parameter="from", example="2023-12-31")
    pin = archive.newest(known)
    until = target or consult.today(archive, known)
    query = (("from", base.isoformat()), ("to", until.isoformat()), ("known_at", str(pin)))
    if target is None or known_at != KnownAt(entry=pin):
        # A backward interval is refused here, where it was asked for.
        await consult.diff(code, base, until, KnownAt(entry=pin))
        return Moved(changes_of(code), query)
    found = await consult.diff(code, base, target, known_at)
    return await _between(found, name_by(archive, target, pin), query, asked)


async def _between(found: StructureDiff, name: str, query: Query, asked: Asked) -> Shown:
    language, addresses = asked.language, asked.addresses
    code = found.target.organization_code
    path = changes_of(code)
    lines = await listed(difference_text(found, language, pinned=True, literal=apart))
    # A blank line parts what the text says of both days from what changed between them.
    opening = list(takewhile(lambda line: line.text, lines))
    days = (found.base_day, found.target_day)
    links = [Link(_ALL_VERSIONS.render(language, {}), addresses.to(path))]
    links += [
        Link(
            _ON_THE_DAY.render(language, {"day": day_text(day, language)}),
            addresses.to(page_of(code), (("as_of", day.isoformat()),)),
        )
        for day in days
    ]
    alternates = _alternates(code, asked, query)
    nodes = changes_page(
        name,
        [line.text for line in opening if line.style is Style.NOTE],
        [line.text for line in opening if line.style is Style.DOUBT],
        list(_units(lines)),
        (days[0].isoformat(), days[1].isoformat()),
        Link(addresses.whole(path, query), addresses.beside(path, query)),
        links,
        addresses.action(path),
        addresses.kept,
        asked.foot(path, query, alternates),
        language,
    )
    base, target = (day_text(day, language) for day in days)
    described = _DESCRIPTION.render(language, {"name": name, "base": base, "target": target})
    head = asked.head(title_of(name, language), described, path, query, indexed=False, alternates=alternates)
    return Shown(head, nodes)


def _units(lines: Iterable[Line]) -> Iterator[ToldUnit]:
    """Yield the changes of each unit, in the order of the text; what is no change is told elsewhere."""
    heading, told = "", list[Told]()
    for line in lines:
        if line.style is Style.UNIT:
            if told:
                yield ToldUnit(heading, tuple(told))
            heading, told = line.text, []
        elif line.style is Style.CHANGE:
            told.append(Told(line.text, line.note))
    if told:
        yield ToldUnit(heading, tuple(told))


async def _versions(
    consult: Consult, archive: Archive, known: int, known_at: KnownAt | None, asked: Asked
) -> Shown:
    language, addresses = asked.language, asked.addresses
    code, path = archive.organization, changes_of(archive.organization)
    pinned = () if known_at is None else (("known_at", str(known)),)
    points = change_points(archive, await consult.acts(code, KnownAt(entry=known)), known)
    moments = [_moment(each, code, pinned, asked) for each in reversed(points)]
    name = name_by(archive, points[-1].interval.start, known) if points else code
    alternates = _alternates(code, asked)
    nodes = versions_page(
        name,
        moments,
        [to_newest(page_of(code), addresses, language)],
        addresses.action(path),
        (*pinned, *addresses.kept),
        asked.foot(path, pinned, alternates),
        language,
    )
    head = asked.head(
        title_of(name, language),
        _ALL.render(language, {"name": name}),
        path,
        pinned,
        indexed=not pinned,
        alternates=alternates,
    )
    return Shown(head, nodes)


def _moment(point: ChangePoint, code: str, pinned: Query, asked: Asked) -> Moment:
    language, interval = asked.language, point.interval
    since = since_text(interval.since, language)
    until = f", {until_text(interval.until, language)}" if interval.until else ""
    day = {"day": day_text(interval.start, language)}
    as_of = ("as_of", interval.start.isoformat())
    links = [
        Link(_SEE_STRUCTURE.render(language, {**day}), asked.addresses.to(page_of(code), (as_of, *pinned)))
    ]
    if interval.start > EARLIEST:
        between = (
            ("from", (interval.start - A_DAY).isoformat()),
            ("to", interval.start.isoformat()),
            *pinned,
        )
        changed = asked.addresses.to(changes_of(code), between)
        links.append(Link(_SEE_CHANGES.render(language, {**day}), changed))
    return Moment(
        days=since[:1].upper() + since[1:] + until,
        acts=tuple(dict.fromkeys(cited(apart(act.citation), language, act.nature) for act in point.acts)),
        links=tuple(links),
        warning=None if interval.certain else _UNCERTAIN.render(language, {}),
        note=None if point.acts else _NO_ACT.render(language, {}),
    )


def _alternates(code: str, asked: Asked, query: Query = ()) -> list[Alternate]:
    """Return the feed and, of a comparison, its data."""
    feed = asked.addresses.beside(f"{EMBED}/{code}/changes.atom")
    told = [Alternate(feed, "application/atom+xml", _FEED.render(asked.language, {}))]
    if not query:
        return told
    renamed = {"from": "base", "to": "target"}
    diff = [(renamed.get(name, name), value) for name, value in query]
    base = f"/v1/organizations/{code}/diff"
    told += [
        Alternate(asked.addresses.plain(f"{base}.{suffix}", diff), media_type, text)
        for suffix, media_type, text in (
            ("json", "application/json", "JSON"),
            ("csv", "text/csv", "CSV"),
            ("jsonld", "application/ld+json", "JSON-LD"),
        )
    ]
    return told
