"""The work list: what is not known, of one organization or of all, as of a day and as known at an entry.

Takes the reads of the register and what is wanted; returns one page of items in a fixed order, each with the
place where somebody would look. Called by schema, REST and the command line. Reads archives, one organization
after another, and only as many as a page needs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from organica.domain.acts import ParentStatus
from organica.domain.dates import DateBasis, LegalDate, Precision
from organica.domain.source import citation_of
from organica.domain.states import State
from organica.register.archive import Archive
from organica.register.consult import Consult
from organica.register.known_at import KnownAt
from organica.register.ports import SourceRecord
from organica.register.snapshot import Snapshot
from organica.register.turns import listed
from organica.register.work_items import BETWEEN, WorkItem, WorkKind, WorkThing

DEFAULT_ITEMS = 50


@dataclass(frozen=True, slots=True)
class WorkPage:
    """Some items in their order; `more` tells whether others follow, `known` at which entry it was read."""

    items: tuple[WorkItem, ...]
    more: bool
    known: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which organization (None: of all), of which kinds (empty: of all), and as of which day."""

    organization: str | None = None
    kinds: tuple[WorkKind, ...] = ()
    as_of: date | None = None


async def work_list(
    consult: Consult, asked: Asked, known: int, first: int = DEFAULT_ITEMS, after: str | None = None
) -> WorkPage:
    """Return a page of what is not known, `first` items at most, after the place of another item.

    `known`: the entry at which it is asked. Raises: UnknownOrganization, UnknownEntry.
    """
    if asked.organization is not None:
        codes: Sequence[str] = [asked.organization]
    else:
        codes = await consult.organizations(KnownAt(entry=known))
    begun = (after or "").partition(BETWEEN)[0]
    items: list[WorkItem] = []
    for code in codes[bisect_left(codes, begun) :]:
        archive = await consult.archive(code, known)
        day = asked.as_of or consult.today(archive, known)
        found = _each_once(await listed(_items(archive, day, known, asked.kinds)))
        items += sorted((each for each in found if each.place > (after or "")), key=lambda each: each.place)
        if len(items) > first:
            break
    return WorkPage(tuple(items[:first]), len(items) > first, known)


def _each_once(items: Sequence[WorkItem]) -> Iterable[WorkItem]:
    """Return the items, what is to be found out in several places as one: a place tells one item."""
    found: dict[str, WorkItem] = {}
    for item in items:
        same = found.get(item.place)
        found[item.place] = item if same is None else replace(same, count=same.count + item.count)
    return found.values()


def _items(archive: Archive, day: date, known: int, kinds: Sequence[WorkKind]) -> Iterator[WorkItem]:
    snapshot = archive.snapshot(day, known)
    sources = archive.sources_at(known)
    every = (
        *_of_coverage(snapshot, sources),
        *_of_sources(archive.organization, sources, day),
        *_of_acts(snapshot, sources),
        *_of_units(snapshot),
        *_of_bases(snapshot, sources),
    )
    return (each for each in every if not kinds or each.kind in kinds)


def _of_coverage(snapshot: Snapshot, sources: Mapping[str, SourceRecord]) -> Iterator[WorkItem]:
    organization = snapshot.organization_code
    for gap in snapshot.coverage.gaps:
        noun, thing = WorkThing.ORGANIZATION, organization
        if gap.unit is not None:
            noun, thing = WorkThing.UNIT, gap.unit
        elif gap.programme is not None:
            noun, thing = WorkThing.PROGRAMME, gap.programme
        yield WorkItem(
            WorkKind.DECLARED_GAP,
            organization,
            noun,
            thing,
            gap.subject,
            source=gap.source,
            file=_file(sources.get(gap.source)),
            lines=gap.lines,
            reference=gap.key,
        )
    for key in snapshot.coverage.not_at_hand:
        yield _of_source(WorkKind.CONTENTS_NOT_AT_HAND, organization, sources[key])


def _of_sources(organization: str, sources: Mapping[str, SourceRecord], day: date) -> Iterator[WorkItem]:
    """Yield what is missing of the sources in force by a day. An attestation owes nobody its text or date.

    Of a source that never was, because it is invalid, nothing is.
    """
    for record in sources.values():
        source = record.source
        if source.proposal or record.invalid or source.in_force_from.earliest > day:
            continue
        if source.normative and source.signed_on is None and source.published_on is None:
            yield _of_source(WorkKind.SOURCE_WITHOUT_DATE, organization, record)
        if source.normative and source.text_url is None:
            yield _of_source(WorkKind.SOURCE_WITHOUT_TEXT, organization, record)
        if _uncertain(source.in_force_from):
            yield _of_source(WorkKind.UNCERTAIN_DATE, organization, record, source.in_force_from.value)
        for doubt in record.doubts:
            if doubt.decision is None:
                noun = WorkThing.SOURCE if doubt.unit is None else WorkThing.UNIT
                yield WorkItem(
                    WorkKind.UNDECIDED_DOUBT,
                    organization,
                    noun,
                    doubt.unit or source.key,
                    doubt.printed or source.citation,
                    doubt.code,
                    source=source.key,
                    file=_file(record),
                    lines=doubt.lines,
                )


def _of_acts(snapshot: Snapshot, sources: Mapping[str, SourceRecord]) -> Iterator[WorkItem]:
    """Yield the acts whose own date is not certain, once for each thing that rests on one."""
    for version in snapshot.rows:
        dated = {(each.source, each.provision, each.since) for each in version.state.legal_basis}
        for key, place, since in dated:
            record = sources[key]
            if since is not None and since != record.source.in_force_from and _uncertain(since):
                item = _of_source(WorkKind.UNCERTAIN_DATE, snapshot.organization_code, record, since.value)
                yield replace(item, text=citation_of(record.source, place))


def _uncertain(since: LegalDate) -> bool:
    return since.basis is DateBasis.ASSUMED or since.precision is not Precision.DAY


def _of_units(snapshot: Snapshot) -> Iterator[WorkItem]:
    organization = snapshot.organization_code
    for unit in snapshot.units.values():
        if unit.parent_status is ParentStatus.UNKNOWN:
            yield WorkItem(
                WorkKind.UNKNOWN_PARENT,
                organization,
                WorkThing.UNIT,
                unit.code,
                unit.state.name,
                source=unit.legal_basis[0].source.key,
            )
    for mention in snapshot.unresolved_mentions:
        function = mention.function
        yield WorkItem(
            WorkKind.UNRESOLVED_MENTION,
            organization,
            WorkThing.FUNCTION,
            function.code,
            mention.text,
            function.code,
            source=function.legal_basis[-1].source.key,
        )


def _of_bases(snapshot: Snapshot, sources: Mapping[str, SourceRecord]) -> Iterator[WorkItem]:
    """Yield the organization and the units with every norm on which they rest without an article."""
    named: dict[tuple[WorkThing, str, str], tuple[str, int]] = {}

    def note(noun: WorkThing, code: str, name: str, state: State) -> None:
        for basis in state.legal_basis:
            place = basis.provision
            told = place is not None and (place.article or place.printed or place.label)
            if not told and sources[basis.source].source.normative:
                _, count = named.get((noun, code, basis.source), (name, 0))
                named[noun, code, basis.source] = name, count + 1

    if snapshot.organization is not None:
        body = snapshot.organization.state
        note(WorkThing.ORGANIZATION, body.code, body.name, body)
    for unit in snapshot.units.values():
        things = (unit, *unit.all_functions, *unit.posts)
        for thing in things:
            note(WorkThing.UNIT, unit.code, unit.state.name, thing.version.state)
    for (noun, code, key), (name, count) in named.items():
        yield WorkItem(
            WorkKind.BASIS_WITHOUT_ARTICLE,
            snapshot.organization_code,
            noun,
            code,
            name,
            source=key,
            file=_file(sources[key]),
            count=count,
        )


def _of_source(kind: WorkKind, organization: str, record: SourceRecord, detail: str = "") -> WorkItem:
    return WorkItem(
        kind,
        organization,
        WorkThing.SOURCE,
        record.source.key,
        record.source.citation,
        detail,
        source=record.source.key,
        file=_file(record),
        lines=record.evidence.lines if record.evidence else None,
    )


def _file(record: SourceRecord | None) -> str | None:
    return record.evidence.file if record is not None and record.evidence is not None else None
