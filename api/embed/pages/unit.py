"""The page of a unit: its functions, its head, its legal basis and its history, today or as a fixed version.

Takes a question that was read; returns a page, or where its fixed version is. Routed by `api.embed.routes`.
Its history spans all days, so the page is pinned by whatever touched any of them. The address of a unit that
is no longer, or not yet, in force leads to its nearest version: what somebody linked once does not die.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from api.commands.timelines import tables_of
from api.embed.addresses import page_of
from api.embed.pages.functions import function_lists, last_cited
from api.embed.pages.posts import post_entry
from api.embed.pages.programmes import page_programmes, programme_entries, told_of
from api.embed.pages.roles import OF_UNIT
from api.embed.pages.structure import page_unit
from api.embed.pages.versions import (
    A_DAY,
    Version,
    banner_of,
    basis_cited,
    fixed_query,
    sources_of,
    to_changes,
    to_newest,
    version_asked,
)
from api.embed.serving import Asked, Moved, Shown
from api.rest.answers import on_a_day
from organica.domain.acts import ParentStatus
from organica.domain.errors import Language, Says
from organica.domain.states import LineageKind, Noun
from organica.register.consult import Consult, KnownAt
from organica.register.kinship import Kin, Kinship
from organica.register.views import UnitVersion
from organica.render.days import since_text, until_text
from organica.render.json_ld.page import PageAbout, page_data
from organica.render.pages.unit_page import unit_page, unit_title
from organica.render.pages.values import Alternate, Choice, Link, ProgrammeEntry, Spell, UnitPage
from organica.render.pages.wording import apart
from organica.render.sentences import in_words
from organica.render.timeline import TimelineRow
from organica.render.tree import titled

_TITLE = Says(es="{unit} · {name}", en="{unit} · {name}")
_DESCRIPTION = Says(
    es="Funciones, jefatura, base legal e historia de {unit}, de {name}.",
    en="Functions, head, legal basis and history of {unit}, of {name}.",
)
_UNCERTAIN = Says(es="día no seguro", en="day not certain")
_STILL = Says(es="sigue vigente", en="still in force")
_STRUCTURE = Says(es="Estructura completa de {name}", en="Whole structure of {name}")
_CAME_OUT = {
    LineageKind.ABSORPTION: Says(es="Absorbió a {kin}", en="Absorbed {kin}"),
    LineageKind.MERGE: Says(es="Proviene por fusión de {kin}", en="Came by a merger out of {kin}"),
    LineageKind.SPLIT: Says(es="Proviene por división de {kin}", en="Came by a split out of {kin}"),
    LineageKind.SUCCESSION: Says(es="Sucede a {kin}", en="Succeeds {kin}"),
}
_GOES_ON = {
    LineageKind.ABSORPTION: Says(es="Fue absorbida por {kin}", en="Was absorbed by {kin}"),
    LineageKind.MERGE: Says(es="Continúa por fusión en {kin}", en="Goes on by a merger in {kin}"),
    LineageKind.SPLIT: Says(es="Continúa por división en {kin}", en="Goes on by a split in {kin}"),
    LineageKind.SUCCESSION: Says(es="Le sucede {kin}", en="Is succeeded by {kin}"),
}


async def unit(consult: Consult, asked: Asked) -> Shown | Moved:
    """Return the page of a unit. Raises: UnknownUnit, UnitNotInForceOn, UnitNotCoveredOn."""
    values, language = asked.values, asked.language
    organization, code = cast(str, values["code"]), cast(str, values["unit"])
    as_of, known_at = cast("date | None", values.get("as_of")), cast("KnownAt | None", values.get("known_at"))
    version, at_home = await version_asked(consult, organization, as_of, known_at, every_day=True)
    pinned = KnownAt(entry=version.pin)
    if code not in version.snapshot.units:
        if version.current and version.archive.has(Noun.UNIT, code, version.pin):
            return Moved(page_of(organization, code), fixed_query(_nearest(version, code), version.pin))
        # REST's own words for a unit of other days, or of none.
        await on_a_day.unit(consult, organization, code, as_of or version.day, known_at)
    path = page_of(organization, code)
    if not at_home:
        return Moved(path, version.query)
    seen = version.snapshot.units[code]
    kinship = await consult.kinship(Noun.UNIT, organization, code, version.day, pinned)
    shown = _shown(consult, version, seen, kinship, asked, programme_entries(seen.programmes, version, asked))
    alternates = _alternates(version, code, asked)
    nodes = unit_page(
        shown,
        banner_of(
            version,
            asked.addresses,
            language,
            path,
            [cited for cited in [last_cited(seen.legal_basis, language)] if cited],
            _in_force(seen, language),
            code,
        ),
        Choice(
            asked.addresses.action(path),
            None if version.current else version.day.isoformat(),
            asked.addresses.kept,
        ),
        list(_ways_on(version, path, asked)),
        asked.foot(path, version.address_query, alternates),
        language,
    )
    facts = {"unit": unit_title(shown), "name": version.name}
    head = asked.head(
        _TITLE.render(language, {**facts}),
        _DESCRIPTION.render(language, {**facts}),
        path,
        version.address_query,
        indexed=version.current,
        alternates=alternates,
        json_ld=_data(version, seen, asked, _TITLE.render(language, {**facts})),
    )
    return Shown(head, nodes)


def _nearest(version: Version, code: str) -> date:
    """Return the change point at which a unit that is not in force was so last, or will be so first."""
    runs = version.archive.runs(Noun.UNIT, code, version.pin)
    ended = [end for start, end in runs if end is not None and start <= version.day]
    day = ended[-1] - A_DAY if ended else runs[0][0]
    return version.archive.snapshot(day, version.pin).change_point or day


def _in_force(seen: UnitVersion, language: Language) -> str:
    until = f" {until_text(seen.in_force_until, language)}" if seen.in_force_until else ""
    opening = "La unidad está así" if language == "es" else "The unit in this form:"
    return f"{opening} {since_text(seen.in_force_from, language)}{until}."


def _shown(
    consult: Consult,
    version: Version,
    seen: UnitVersion,
    kinship: Kinship,
    asked: Asked,
    programmes: tuple[ProgrammeEntry, ...],
) -> UnitPage:
    language = asked.language
    state = seen.state
    tables = tables_of(version.archive, Noun.UNIT, seen.code, (), version.pin, language, apart)
    versions, *of_functions = tables
    above = [_to_unit(each, version, asked) for each in seen.ancestors()]
    return UnitPage(
        kind=state.kind,
        name=state.name,
        acronym=state.acronym,
        unit_class=in_words("unit_class", state.unit_class.value, language) if state.unit_class else None,
        objective=state.objective,
        since=_days(seen, language),
        above=(_to_structure(version, asked), *above[::-1]),
        parent_unknown=seen.parent_status is ParentStatus.UNKNOWN,
        below=tuple(_to_unit(each, version, asked) for each in seen.children),
        posts=tuple(post_entry(consult, each, version, language) for each in seen.posts),
        lists=function_lists(seen, language),
        programmes=programmes,
        # Several acts of one source may do the same to a unit: that is said once.
        bases=tuple(
            dict.fromkeys(
                basis_cited(each, language, OF_UNIT[each.role].render(language, {}))
                for each in seen.legal_basis
            )
        ),
        versions=tuple(_spells(versions.rows, language)),
        function_versions=tuple(each for table in of_functions for each in _spells(table.rows, language)),
        kin=(
            *(_kin(each, _CAME_OUT[each.kind], language) for each in kinship.predecessors),
            *(_kin(each, _GOES_ON[each.kind], language) for each in kinship.successors),
        ),
    )


def _days(seen: UnitVersion, language: Language) -> str:
    since = since_text(seen.in_force_from, language)
    return f"{since}, {until_text(seen.in_force_until, language)}" if seen.in_force_until else since


def _spells(rows: Sequence[TimelineRow], language: Language) -> Iterator[Spell]:
    """Yield the rows of a timeline, the oldest first."""
    for row in rows:
        until = until_text(row.until, language) if row.until else _STILL.render(language, {})
        yield Spell(
            days=f"{since_text(row.since, language)}; {until}",
            what=row.what,
            acts=row.acts,
            ending=row.ending,
            warning=None if row.certain else _UNCERTAIN.render(language, {}),
        )


def _kin(kin: Kin, says: Says, language: Language) -> str:
    """Return where a unit came from or went, by which act and since when."""
    said = says.render(language, {"kin": apart(kin.name or kin.code)})
    acts = "; ".join(dict.fromkeys(apart(each.citation) for each in kin.legal_basis))
    since = since_text(kin.in_force_from, language)
    return f"{said}, {since} ({acts})" if acts else f"{said}, {since}"


def _to_unit(unit: UnitVersion, version: Version, asked: Asked) -> Link:
    address = asked.addresses.to(page_of(version.organization, unit.code), version.address_query)
    return Link(apart(titled(unit.state.kind, unit.state.name)), address)


def _to_structure(version: Version, asked: Asked) -> Link:
    """Return the link to the whole structure of the same version, under the organization's name."""
    return Link(apart(version.name), asked.addresses.to(page_of(version.organization), version.address_query))


def _ways_on(version: Version, path: str, asked: Asked) -> Iterator[Link]:
    if not version.current:
        yield to_newest(path, asked.addresses, asked.language)
    structure = _to_structure(version, asked)
    yield Link(_STRUCTURE.render(asked.language, {"name": structure.text}), structure.address)
    yield to_changes(version.organization, asked.addresses, asked.language)


def _alternates(version: Version, code: str, asked: Asked) -> list[Alternate]:
    base = f"/v1/organizations/{version.organization}/units/{code}"
    return [
        Alternate(asked.addresses.plain(f"{base}.{suffix}", version.address_query), media_type, text)
        for suffix, media_type, text in (
            ("json", "application/json", "JSON"),
            ("jsonld", "application/ld+json", "JSON-LD"),
        )
    ]


def _data(version: Version, seen: UnitVersion, asked: Asked, title: str) -> str:
    names = asked.addresses.names
    held = (each for post in seen.posts for each in post.appointments)
    shown = (seen, *seen.all_functions, *seen.posts, *held, *told_of(seen.programmes))
    about = PageAbout(
        address=asked.addresses.whole(page_of(version.organization, seen.code), version.address_query),
        title=title,
        organization=version.organization,
        name=version.name,
        home=names.document(page_of(version.organization)),
        units=[page_unit(version, each, asked) for each in (seen, *seen.ancestors())],
        sources=sources_of(*(each.legal_basis for each in shown)),
        first=seen.version.start.isoformat(),
        last=None,
        language=asked.language,
        programmes=page_programmes(version, seen.programmes, asked),
    )
    return page_data(names, about, seen.code)
