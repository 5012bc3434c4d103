"""Which entries altered the answers of an organization, and on which days.

Takes all its rows in both times; returns each entry with runs of days. Called by the archive, which finds the
basis of an answer with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from organica.domain.source import LegalSource
from organica.domain.states import FunctionState, Noun
from organica.domain.structure import function_order
from organica.domain.versions import Interval, Version
from organica.register.mentions import MentionSpan
from organica.register.norms import learnt, resting_on
from organica.register.ports import IntervalRow, MentionRow, OrganizationRows, Row, SourceRecord
from organica.register.shown import shown

FOREVER = date.max.toordinal() + 1

Days = tuple[int, int]
"""A half-open run of days, as ordinals: these compare several times faster than dates."""
AnyRow = Row | IntervalRow | MentionRow
Said = Version | Interval | MentionSpan


def alterations(
    rows: OrganizationRows,
    things: Mapping[tuple[Noun, str], Sequence[Row]],
    functions_by_unit: Mapping[str, Sequence[Row]],
) -> list[tuple[int, list[Days]]]:
    """Return each entry with the days whose answer it altered, in order.

    An entry that says of some days what was said of them before, in rows cut elsewhere, alters nothing there.
    What another system calls a thing is told wherever the thing is; what is said of a source, wherever
    something rests on it or it is not at hand, and a norm also where a programme names it before it is known.
    """
    altered: dict[int, list[Days]] = defaultdict(list)
    moved: dict[int, set[str]] = defaultdict(set)
    of_things: list[Sequence[AnyRow]] = [*things.values(), rows.intervals, *_grouped(rows.mentions)]
    for of_one in of_things:
        for entry, days, before, after in _rewritten(of_one):
            if before is None or after is None or _told(before) != _told(after):
                altered[entry].append(days)
            elif isinstance(after, Version) and isinstance(after.state, FunctionState):
                moved[entry].add(after.state.unit)
    for entry, units in moved.items():
        for unit in units:
            altered[entry].extend(_reordered(functions_by_unit[unit], entry))
    for entry, key in _corrected(rows.sources):
        of_answers: tuple[AnyRow, ...] = (*rows.versions, *rows.intervals)
        said = (_said(row) for row in of_answers if row.known.at(entry))
        altered[entry].extend(days_of(each) for each in said if _cites(each, key))
    for entry, key in learnt(rows.norms):
        resting = (row for row in resting_on(rows.versions, key) if row.known.at(entry))
        altered[entry].extend(days_of(row.version) for row in resting)
    for tie in rows.external_ids:
        for at in {tie.since, tie.until or tie.since}:
            known = (row for row in things.get(tie.thing, ()) if row.known.at(at))
            altered[at].extend(days_of(row.version) for row in known)
    return [(entry, _joined(altered[entry])) for entry in sorted(altered)]


def moves(rows: OrganizationRows) -> set[int]:
    """Return the entries that touched a row."""
    found: set[int] = set()
    said: tuple[AnyRow, ...] = (*rows.versions, *rows.intervals, *rows.mentions)
    for row in said:
        found |= {row.known.since, row.known.until or row.known.since}
    for tie in rows.external_ids:
        found |= {tie.since, tie.until or tie.since}
    return found | {record.entry for record in (*rows.sources, *rows.norms)}


def _corrected(records: Iterable[SourceRecord]) -> Iterator[tuple[int, str]]:
    """Yield each entry that says otherwise of a source than an earlier one, with the source's key."""
    said: dict[str, LegalSource] = {}
    for record in sorted(records, key=lambda record: record.entry):
        if said.setdefault(record.source.key, record.source) != record.source:
            said[record.source.key] = record.source
            yield record.entry, record.source.key


def _cites(said: Said, key: str) -> bool:
    """Tell whether a thing rests on a source, or an answer names it because it is not at hand."""
    match said:
        case Version():
            cited = (*said.state.legal_basis, *([said.ended_by] if said.ended_by else []))
            return any(basis.source == key for basis in cited)
        case Interval():
            return key in said.coverage.not_at_hand
        case MentionSpan():
            return False


def days_of(said: Said) -> Days:
    """Return the days over which something was said."""
    return said.start.toordinal(), said.end.toordinal() if said.end else FOREVER


def _grouped(mentions: Iterable[MentionRow]) -> list[list[MentionRow]]:
    """Return the mentions place by place: on one day, one stands at each."""
    found: dict[tuple[str, int], list[MentionRow]] = {}
    for row in mentions:
        found.setdefault((row.mention.function, row.mention.first), []).append(row)
    return list(found.values())


def _said(row: AnyRow) -> Said:
    match row:
        case Row():
            return row.version
        case IntervalRow():
            return row.interval
        case MentionRow():
            return row.mention


def _rewritten(rows: Iterable[AnyRow]) -> Iterator[tuple[int, Days, Said | None, Said | None]]:
    """Yield each entry that rewrote the rows of one thing: over which days, what was said and what is."""
    closed: dict[int, list[tuple[Days, Said]]] = defaultdict(list)
    opened: dict[int, list[tuple[Days, Said]]] = defaultdict(list)
    for row in rows:
        said = _said(row)
        opened[row.known.since].append((days_of(said), said))
        if row.known.until is not None:
            closed[row.known.until].append((days_of(said), said))
    for entry in opened.keys() | closed.keys():
        former, new = closed[entry], opened[entry]
        for days in pairwise(sorted({edge for run, _ in (*former, *new) for edge in run})):
            before, after = _over(former, days), _over(new, days)
            if before is not None or after is not None:
                yield entry, days, before, after


def _over(said: Iterable[tuple[Days, Said]], days: Days) -> Said | None:
    return next((thing for (start, end), thing in said if start <= days[0] and days[1] <= end), None)


def _told(said: Said) -> tuple[object, ...]:
    """Return what an answer tells of a thing, or of its own days; where a row ends is not part of it."""
    match said:
        case Version():
            return (shown(said.state), said.until, said.ended_by)
        case Interval():
            return (said.start, said.since, said.until, said.certain, said.coverage)
        case MentionSpan():
            return (said.last, said.text, said.unit)


def _reordered(rows: Iterable[Row], entry: int) -> Iterator[Days]:
    """Yield the days on which an entry changed the order of a unit's functions.

    Places may be numbered anew without a change of order; a unit's own place never changes.
    """
    said = [(row, days_of(row.version)) for row in rows if row.known.at(entry) or row.known.at(entry - 1)]
    for days in pairwise(sorted({edge for _, run in said for edge in run})):
        over = [row for row, (start, end) in said if start <= days[0] and days[1] <= end]
        if _order(over, entry) != _order(over, entry - 1):
            yield days


def _order(rows: Iterable[Row], known: int) -> list[str]:
    states = [row.version.state for row in rows if row.known.at(known)]
    return [f.code for f in sorted((f for f in states if isinstance(f, FunctionState)), key=function_order)]


def _joined(runs: Iterable[Days]) -> list[Days]:
    """Return the same days as runs that neither touch nor overlap, in order."""
    joined: list[Days] = []
    for start, end in sorted(set(runs)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
