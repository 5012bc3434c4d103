"""The ledger replayed in memory, family by family, and what is stored held to it.

Takes entries and the stored rows; returns faults. Called by verify. Nothing here trusts a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from organica.domain.errors import Refused
from organica.domain.external_ids import ExternalIdSpan, external_ids
from organica.domain.filings import Enacted, Withholding
from organica.domain.history import History, fold_together
from organica.ledger.sealing import seal
from organica.register.documents import filing_of
from organica.register.faults import Fault, unreadable
from organica.register.feed_check import Differs, FeedCheck
from organica.register.holders import holders_of
from organica.register.ports import (
    Disclosure,
    Entry,
    IntervalRow,
    MentionRow,
    OrganizationRows,
    Reads,
    Row,
    SourceRecord,
)
from organica.register.refusals import UnreadableRow
from organica.register.sources import cited_records, judged_records, source_records
from organica.register.turn import Turn, no_rows, turn

# What opening or folding a document raises that was forged together with its digest and leaf.
_BAD_DOCUMENT = (Refused, ValueError, TypeError, LookupError, AttributeError)
_Name = tuple[int, str, str, str]


@dataclass(slots=True)
class Replay:
    """What the entries of one organization give: its rows in both times; `rows` are the current ones."""

    rows: OrganizationRows
    sources: list[SourceRecord] = field(default_factory=list)
    external_ids: tuple[ExternalIdSpan, ...] = ()
    _closed: list[Turn] = field(default_factory=list)

    def take(self, turned: Turn) -> None:
        """Take in what one more entry says."""
        self.rows = turned.current
        self._closed.append(turned)

    @property
    def versions(self) -> list[Row]:
        """Return every version that an entry said."""
        gone = ((row, each.at) for each in self._closed for row in each.gone.versions)
        return [*self.rows.versions, *(replace(row, known=replace(row.known, until=at)) for row, at in gone)]

    @property
    def intervals(self) -> list[IntervalRow]:
        """Return every interval that an entry said."""
        gone = ((row, each.at) for each in self._closed for row in each.gone.intervals)
        return [*self.rows.intervals, *(replace(row, known=replace(row.known, until=at)) for row, at in gone)]

    @property
    def mentions(self) -> list[MentionRow]:
        """Return every mention that was found."""
        gone = ((row, each.at) for each in self._closed for row in each.gone.mentions)
        return [*self.rows.mentions, *(replace(row, known=replace(row.known, until=at)) for row, at in gone)]


async def replay_family(
    reads: Reads,
    organizations: Sequence[str],
    entries: Sequence[Entry],
    names: Names,
    fold_done: Callable[[], None],
) -> tuple[list[Differs], dict[str, Replay], list[Fault]]:
    """Open the entries of a family once each; fold it after each of them, as enacting did."""
    known: list[Enacted] = []
    faults: list[Fault] = []
    for entry in entries:
        try:
            known.append(_opened(entry))
            names.note(known[-1])
        except _BAD_DOCUMENT as error:
            faults.append(Fault("bad_document", entry.index, entry.organizations[0], _words(error)))
    if faults:
        return [], {}, faults
    replays = {code: Replay(rows=no_rows(code)) for code in organizations}
    histories = {code: History(code, ()) for code in organizations}
    checks = {}
    for code in organizations:
        try:
            checks[code] = await FeedCheck.of(reads, code)
        except UnreadableRow as refusal:
            faults.append(unreadable(refusal, code))
    for newest, (entry, each) in enumerate(zip(entries, known, strict=True)):
        try:
            before, histories = histories, fold_together(organizations, known[: newest + 1])
            said = source_records(known[:newest], entries[:newest], each, entry.organizations, histories)
            for record in said:
                replays[record.organization].sources.append(record)
            for code in entry.organizations:
                replay = replays[code]
                replay.sources += judged_records(before, histories, known[: newest + 1], replay.sources)
                if len(organizations) > 1:
                    recorded = {record.source.key for record in replay.sources}
                    replay.sources += cited_records(
                        histories[code], recorded, known[: newest + 1], entry.index
                    )
                replays[code].take(turn(replays[code].rows, histories[code], entry.index))
        except _BAD_DOCUMENT as error:
            code = each.organization
            return [], {}, [*faults, Fault("act_no_longer_applies", entry.index, code, _words(error))]
        unlisted = [code for code in histories if code not in entry.organizations]
        for code in (code for code in unlisted if before[code] != histories[code]):
            detail = "the entry alters its answers and does not name it"
            faults.append(Fault("organizations_differ", entry.index, code, detail))
        for code in entry.organizations:
            if code in checks:
                checks[code].entry(entry, before[code], histories[code])
        fold_done()
    for code in organizations:
        replays[code].external_ids = external_ids(code, known, histories[code])
    differing = [each for code, check in checks.items() for each in check.end(histories[code])]
    return differing, replays, faults


def _opened(entry: Entry) -> Enacted:
    filing = filing_of(entry)
    if filing.kind is not entry.kind or filing.organization != entry.organizations[0]:
        raise ValueError("the document is of another kind or organization than its entry")
    return Enacted(entry.index, filing)


def _words(error: Exception) -> str:
    return error.sentence() if isinstance(error, Refused) else f"{type(error).__name__}: {error}"


class Names:
    """The names that the entries sealed, and those that they withhold."""

    def __init__(self) -> None:
        self._sealed: dict[_Name, str] = {}
        self._withheld: dict[str, int] = {}

    def note(self, enacted: Enacted) -> None:
        """Take in the seals of one entry."""
        for path, holder in holders_of(enacted.filing):
            name = (enacted.entry, enacted.organization, path, holder.seal or "")
            self._sealed[name] = holder.seal or ""
        if isinstance(enacted.filing, Withholding):
            self._withheld |= dict.fromkeys(enacted.filing.seals, enacted.entry)

    def faults(self, disclosures: Sequence[Disclosure]) -> Iterable[Fault]:
        """Hold every name to its seal, and every seal to its name, unless an entry withholds it."""
        shown: set[_Name] = set()
        for each in disclosures:
            name = (each.entry, each.organization, each.path, each.seal)
            shown.add(name)
            if seal(each.salt, each.path, each.name) != each.seal or name not in self._sealed:
                yield Fault("bad_seal", each.entry, each.organization, f"the name at {each.path}")
            elif each.seal in self._withheld:
                by = self._withheld[each.seal]
                detail = f"entry {by} withholds the name at {each.path}, and it is still there"
                yield Fault("name_not_erased", each.entry, each.organization, detail)
        for entry, organization, path, sealed in sorted(self._sealed.keys() - shown):
            if sealed not in self._withheld:
                yield Fault("name_missing", entry, organization, f"no entry withholds the name at {path}")


def row_faults(organization: str, stored: OrganizationRows, replay: Replay) -> Iterable[Fault]:
    """Compare what is stored with what the replay gives, row by row."""
    found_versions, wanted_versions = set(stored.versions), set(replay.versions)
    order = sorted(found_versions ^ wanted_versions, key=lambda row: (row.known.since, row.version.code))
    for row in order:
        place = f"{row.version.noun} {row.version.code} from {row.version.start}"
        yield _differs(organization, row.known.since, place, missing=row in wanted_versions)
    found_spans, wanted_spans = set(stored.intervals), set(replay.intervals)
    spans = sorted(found_spans ^ wanted_spans, key=lambda row: (row.known.since, row.interval.start))
    for span in spans:
        place = f"answer from {span.interval.start}"
        yield _differs(organization, span.known.since, place, missing=span in wanted_spans)
    found_sources, wanted_sources = set(stored.sources), set(replay.sources)
    for record in sorted(found_sources ^ wanted_sources, key=lambda record: record.entry):
        place = f"source {record.source.key}"
        yield _differs(organization, record.entry, place, missing=record in wanted_sources)
    found_mentions, wanted_mentions = set(stored.mentions), set(replay.mentions)
    order_of = sorted(found_mentions ^ wanted_mentions, key=lambda row: (row.known.since, row.mention.first))
    for mention in order_of:
        place = f"mention in {mention.mention.function} at {mention.mention.first}"
        yield _differs(organization, mention.known.since, place, missing=mention in wanted_mentions)
    found_ids, wanted_ids = set(stored.external_ids), set(replay.external_ids)
    for tie in sorted(found_ids ^ wanted_ids, key=lambda tie: (tie.since, tie.system, tie.value)):
        place = f"{tie.code} as {tie.value} in {tie.system}"
        yield _differs(organization, tie.since, place, missing=tie in wanted_ids)


def _differs(organization: str, entry: int, place: str, *, missing: bool) -> Fault:
    side = "missing" if missing else "not in the ledger"
    return Fault("rows_differ", entry, organization, f"{place}: {side}")
