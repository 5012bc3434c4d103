"""A turn: what an entry makes of the rows of one organization. What is equal stays.

Takes the rows that are current and a history; returns which of them the register no longer says, and what it
says anew. Called by enact and rebuild, which write it, and by verify, which compares it.
"""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.history import History
from organica.domain.versions import Interval, Version, intervals, versions
from organica.register.ports import IntervalRow, Known, OrganizationRows, Row, Writing


@dataclass(frozen=True, slots=True)
class Turn:
    """`gone`: rows to close at entry `at`; `versions` and `intervals`: to insert; `current`: what results."""

    at: int
    gone: OrganizationRows
    versions: tuple[Version, ...]
    intervals: tuple[Interval, ...]
    current: OrganizationRows


def no_rows(organization: str) -> OrganizationRows:
    """Return what the register says of an organization before its first entry."""
    return OrganizationRows(organization, (), (), ())


def turn(rows: OrganizationRows, history: History, at: int) -> Turn:
    """Return what makes the current ones among these rows say what the history says, from entry `at` on."""
    said = versions(history)
    wanted = {(version.noun, version.code, version.start): version for version in said}
    spans = {interval.start: interval for interval in intervals(history)}
    kept: list[Row] = []
    gone: list[Row] = []
    for row in rows.versions:
        if row.known.until is None:
            own = (row.version.noun, row.version.code, row.version.start)
            (kept if wanted.get(own) == row.version else gone).append(row)
    kept_spans: list[IntervalRow] = []
    gone_spans: list[IntervalRow] = []
    for span in rows.intervals:
        if span.known.until is None:
            same = spans.get(span.interval.start) == span.interval
            (kept_spans if same else gone_spans).append(span)
    for row in kept:
        del wanted[row.version.noun, row.version.code, row.version.start]
    for span in kept_spans:
        del spans[span.interval.start]
    new, new_spans = tuple(wanted.values()), tuple(spans.values())
    current = OrganizationRows(
        organization=history.organization,
        versions=(*kept, *(Row(version, Known(at)) for version in new)),
        intervals=(*kept_spans, *(IntervalRow(interval, Known(at)) for interval in new_spans)),
        sources=(),
    )
    closed = OrganizationRows(history.organization, tuple(gone), tuple(gone_spans), ())
    return Turn(at, closed, new, new_spans, current)


async def write(writing: Writing, turned: Turn) -> None:
    """Write a turn: the rows of the organization then say what its history says."""
    organization = turned.current.organization
    await writing.close(organization, turned.gone, turned.at)
    await writing.insert(organization, turned.versions, turned.intervals, turned.at)
