"""The statutory tables of an organization, as the register answers them on a day.

Takes an archive and a snapshot of it; returns tables or refuses. Called by schema, REST and the command line.
The templates are those of the country in the organization's code, among those that consult has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from organica.domain.source import LegalSource
from organica.domain.states import Noun
from organica.domain.statutory import Template
from organica.domain.structure import Structure
from organica.domain.vocabulary.concepts import Scheme
from organica.domain.vocabulary.lookup import Vocabularies
from organica.register.archive import Archive
from organica.register.snapshot import Snapshot
from organica.register.statutory.refusals import StatutoryDayNotCovered, UnknownTemplate
from organica.register.turns import listed
from organica.render.statutory.day import Day, LeftFunction
from organica.render.statutory.table import StatutoryTable, table_lines, table_of


def templates_for(templates: Sequence[Template], organization: str) -> tuple[Template, ...]:
    """Return the templates of the country of an organization, by code; none for a country without any."""
    country = organization.partition(".")[0]
    return tuple(each for each in templates if each.country == country)


def template_for(templates: Sequence[Template], organization: str, code: str) -> Template:
    """Return a template of the organization's country. Raises: UnknownTemplate."""
    known = templates_for(templates, organization)
    for template in known:
        if template.code == code:
            return template
    raise UnknownTemplate(
        template=code,
        country=organization.partition(".")[0],
        known=tuple(template.code for template in known) or None,
    )


async def statutory_table(
    archive: Archive, vocabularies: Vocabularies, template: Template, as_of: date, known: int
) -> StatutoryTable:
    """Return a table for a day as known at an entry, made a slice at a time.

    Kinds of sources are called as the vocabularies say.

    Raises: StatutoryDayNotCovered where the register holds nothing of the day.
    """
    snapshot = archive.snapshot(as_of, known)
    if not snapshot.covered:
        points = tuple(day.isoformat() for day in archive.change_points(known))
        raise StatutoryDayNotCovered(
            organization=archive.organization, as_of=as_of.isoformat(), change_points=points or None
        )
    day = _day(archive, snapshot, vocabularies, as_of, known)
    return table_of(template, await listed(table_lines(template, day)))


def _day(archive: Archive, snapshot: Snapshot, vocabularies: Vocabularies, as_of: date, known: int) -> Day:
    structure = Structure(
        organization=snapshot.organization.state if snapshot.organization else None,
        units={code: unit.state for code, unit in snapshot.units.items()},
        functions={code: function.state for code, function in snapshot.functions.items()},
        posts={code: post.state for code, post in snapshot.posts.items()},
    )
    records = archive.sources_at(known)
    return Day(
        organization=archive.organization,
        as_of=as_of,
        structure=structure,
        sources={key: record.source for key, record in records.items()},
        coverage=snapshot.coverage,
        kind_name=partial(_kind_name, vocabularies),
        left=tuple(_left(archive, structure, as_of, known)),
        not_held=frozenset(key for key, record in records.items() if record.contents is not None),
    )


def _left(archive: Archive, structure: Structure, as_of: date, known: int) -> Iterator[LeftFunction]:
    """Yield what the units of a day held before it and hold no more."""
    for unit in structure.units:
        for code in archive.functions_ever_in(unit, known):
            now = structure.functions.get(code)
            if now is not None and now.unit == unit:
                continue
            held = [
                version
                for version in archive.versions_of(Noun.FUNCTION, code, known)
                if version.start <= as_of and getattr(version.state, "unit", None) == unit
            ]
            if held and held[-1].until is not None and held[-1].ended_by is not None:
                last = held[-1]
                yield LeftFunction(unit, last.state.legal_basis, held[-1].until, held[-1].ended_by)


def _kind_name(vocabularies: Vocabularies, source: LegalSource) -> str:
    """Return what a kind of source is called in its country, else in another, else the words of its code."""
    known = (vocabularies.named(Scheme.SOURCE_KINDS, each, source.kind) for each in (source.country, None))
    found = next(filter(None, known), None)
    return found.es if found else source.kind.replace("_", " ").capitalize()
