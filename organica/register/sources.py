"""The projection of a legal source: what the register says of it, and from which entry on.

Takes what was filed; returns the record that an entry brings in, complete, so that the newest one says all.
Called by enact, rebuild and verify.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from organica.domain.filings import Correction, Enacted, Supplement
from organica.domain.history import History
from organica.domain.mending import with_facts
from organica.domain.resolution import Resolution
from organica.domain.versions import versions
from organica.register.ports import Entry, SourceRecord


def source_records(
    enacted: Iterable[Enacted],
    entries: Iterable[Entry],
    fresh: Enacted,
    touched: Sequence[str],
    after: Mapping[str, History],
) -> tuple[SourceRecord, ...]:
    """Return what an entry says anew of a source, for every organization whose answers may name it.

    `enacted` and `entries` are those before it; `touched` are the organizations that it touches itself.
    `after`: the histories with it.
    """
    said = source_record(enacted, fresh)
    if said is None:
        return ()
    said = replace(said, invalid=said.source.key in after[fresh.organization].invalid)
    named = list(touched) if isinstance(fresh.filing, Resolution) else []
    brought = {
        each.entry
        for each in enacted
        if isinstance(each.filing, Resolution)
        and each.organization == fresh.organization
        and each.filing.source.key == said.source.key
    }
    named += [code for entry in entries if entry.index in brought for code in entry.organizations]
    return tuple(replace(said, organization=code) for code in dict.fromkeys(named))


def judged_records(
    before: Mapping[str, History],
    after: Mapping[str, History],
    enacted: Sequence[Enacted],
    known: Collection[SourceRecord],
) -> tuple[SourceRecord, ...]:
    """Return the sources that never were, or that were after all, since the newest entry of `enacted`.

    `before` and `after` are the histories of the family without and with it; `known` are the records that one
    organization has, each in the place of those before it.
    """
    judged = {
        key: key in after[code].invalid
        for code in sorted(after)
        for key in sorted(before[code].invalid ^ after[code].invalid)
    }
    newest = {record.source.key: record for record in known if record.source.key in judged}
    return tuple(
        replace(newest[key], entry=enacted[-1].entry, invalid=invalid)
        for key, invalid in judged.items()
        if key in newest and newest[key].invalid is not invalid
    )


def cited_records(
    history: History, known: Collection[str], enacted: Sequence[Enacted], entry: int
) -> tuple[SourceRecord, ...]:
    """Return the sources that the answers of an organization cite and of which it has no record yet.

    They are those of another organization of its family, as they are said at this entry. `known`: the keys of
    the records that it has; `enacted`: everything about the family, this entry included.
    """
    cited = {
        basis.source
        for version in versions(history)
        for basis in (*version.state.legal_basis, *((version.ended_by,) if version.ended_by else ()))
    }
    found = []
    for key in sorted(cited - set(known)):
        bringing = next(
            each for each in enacted if isinstance(each.filing, Resolution) and each.filing.source.key == key
        )
        record = _brought_in(bringing)
        for each in enacted:
            if record is not None and each.organization == bringing.organization:
                record = _said_more(record, each)
        if record is not None:
            found.append(replace(record, organization=history.organization, entry=entry))
    return tuple(found)


def source_record(enacted: Iterable[Enacted], fresh: Enacted) -> SourceRecord | None:
    """Return what an entry says anew of a source, on top of the entries before it; None where nothing.

    A supplement adds its doubts, puts its evidence in the place of the former and brings contents that were
    not at hand; a correction mends facts.
    """
    if isinstance(fresh.filing, Resolution):
        return _brought_in(fresh)
    if not isinstance(fresh.filing, Supplement | Correction):
        return None
    record: SourceRecord | None = None
    for each in (*enacted, fresh):
        if each.organization != fresh.organization:
            continue
        if isinstance(each.filing, Resolution) and each.filing.source.key == fresh.filing.source:
            record = _brought_in(each)
        elif record is not None and not isinstance(each.filing, Resolution):
            record = _said_more(record, each)
    return record


def _brought_in(enacted: Enacted) -> SourceRecord | None:
    resolution = enacted.filing
    if not isinstance(resolution, Resolution):
        return None
    return SourceRecord(
        organization=resolution.organization,
        entry=enacted.entry,
        source=resolution.source,
        evidence=resolution.evidence,
        doubts=resolution.doubts,
        contents=resolution.contents,
    )


def _said_more(record: SourceRecord, enacted: Enacted) -> SourceRecord:
    match enacted.filing:
        case Supplement() as more if more.source == record.source.key:
            evidence = more.evidence or record.evidence
            doubts = (*record.doubts, *more.doubts)
            contents = None if more.acts else record.contents
            return replace(record, entry=enacted.entry, evidence=evidence, doubts=doubts, contents=contents)
        case Correction() as mended if mended.source == record.source.key:
            source = record.source if mended.facts is None else with_facts(record.source, mended.facts)
            return replace(
                record, entry=enacted.entry, source=source, evidence=mended.evidence or record.evidence
            )
        case _:
            return record
