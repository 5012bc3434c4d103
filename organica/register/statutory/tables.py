"""The statutory tables of an organization, as the register answers them on a day.

Takes consult and an archive of it; returns tables or refuses. Called by schema, REST and the command line.
The templates are those of the country in the organization's code, among those that consult has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from organica.domain.source import LegalSource, kind_in_words
from organica.domain.statutory import TableKind, Template
from organica.domain.structure import Structure
from organica.domain.vocabulary.concepts import Scheme
from organica.domain.vocabulary.lookup import Vocabularies
from organica.register.archive import Archive
from organica.register.consult import Consult
from organica.register.known_at import KnownAt
from organica.register.snapshot import Snapshot
from organica.register.statutory.before import ended, left, objectives_given
from organica.register.statutory.force import taken_away
from organica.register.statutory.refusals import StatutoryDayNotCovered, UnknownTemplate
from organica.register.turns import listed
from organica.render.statutory.day import Day
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
    consult: Consult, archive: Archive, template: Template, as_of: date, known: int
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
    day = _day(archive, snapshot, consult.vocabularies, as_of, known)
    if template.kind is not TableKind.STRUCTURE:
        away = taken_away(await consult.acts(archive.organization, KnownAt(entry=known)), as_of)
        day = replace(day, void=away.void, idle=away.idle)
    if template.kind is TableKind.NORMS:
        day = replace(day, ended=tuple(ended(archive, as_of, known)))
    return table_of(template, await listed(table_lines(template, day)))


def _day(archive: Archive, snapshot: Snapshot, vocabularies: Vocabularies, as_of: date, known: int) -> Day:
    structure = Structure(
        organization=snapshot.organization.state if snapshot.organization else None,
        units={code: unit.state for code, unit in snapshot.units.items()},
        functions={code: function.state for code, function in snapshot.functions.items()},
        posts={code: post.state for code, post in snapshot.posts.items()},
    )
    records = archive.sources_at(known)
    sources = {key: record.source for key, record in records.items()}
    return Day(
        organization=archive.organization,
        as_of=as_of,
        structure=structure,
        sources=sources,
        coverage=snapshot.coverage,
        kind_name=partial(_kind_name, vocabularies),
        left=tuple(left(archive, structure, as_of, known)),
        not_held=frozenset(key for key, record in records.items() if record.contents is not None),
        objective_by=dict(objectives_given(archive, structure, sources, as_of, known)),
    )


def _kind_name(vocabularies: Vocabularies, source: LegalSource) -> str:
    """Return what a kind of source is called in its country, else in another, else the words of its code."""
    known = (vocabularies.named(Scheme.SOURCE_KINDS, each, source.kind) for each in (source.country, None))
    found = next(filter(None, known), None)
    return found.es if found else kind_in_words(source.kind)
