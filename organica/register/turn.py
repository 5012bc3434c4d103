"""A turn: what an entry makes of the rows of one organization. What is equal stays.

Takes the rows that are current and a history; returns which of them the register no longer says, and what it
says anew. Called by enact and rebuild, which write it, and by verify, which compares it.
"""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.history import History
from organica.domain.versions import Interval, Version, intervals, versions
from organica.register.mentions import MentionSpan, mentions
from organica.register.ports import (
    IntervalRow,
    Known,
    MentionRow,
    OrganizationRows,
    Row,
    Writing,
)
from organica.register.search.ports import SearchTextRow
from organica.register.search.texts import SearchTurn, search_turn


@dataclass(frozen=True, slots=True)
class Turn:
    """`gone`: rows to close at entry `at`; `current`: what results; the others: what to insert."""

    at: int
    gone: OrganizationRows
    versions: tuple[Version, ...]
    intervals: tuple[Interval, ...]
    mentions: tuple[MentionSpan, ...]
    search: SearchTurn
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
    kept_mentions, gone_mentions, new_mentions = _mentions(rows, history)
    new, new_spans = tuple(wanted.values()), tuple(spans.values())
    current = OrganizationRows(
        organization=history.organization,
        versions=(*kept, *(Row(version, Known(at)) for version in new)),
        intervals=(*kept_spans, *(IntervalRow(interval, Known(at)) for interval in new_spans)),
        sources=(),
        mentions=(*kept_mentions, *(MentionRow(mention, Known(at)) for mention in new_mentions)),
    )
    closed = OrganizationRows(history.organization, tuple(gone), tuple(gone_spans), (), gone_mentions)
    touched = {row.version.code for row in gone} | {version.code for version in new}
    search = search_turn((row.version for row in (*kept, *gone)), said, touched)
    return Turn(at, closed, new, new_spans, new_mentions, search, current)


def _mentions(
    rows: OrganizationRows, history: History
) -> tuple[tuple[MentionRow, ...], tuple[MentionRow, ...], tuple[MentionSpan, ...]]:
    """Return which rows of mentions stay, which are closed, and what is said anew."""
    said = set(mentions(history))
    current = [row for row in rows.mentions if row.known.until is None]
    kept = tuple(row for row in current if row.mention in said)
    gone = tuple(row for row in current if row.mention not in said)
    new = said - {row.mention for row in kept}
    return kept, gone, tuple(sorted(new, key=lambda each: (each.function, each.first, each.start)))


async def write(writing: Writing, turned: Turn) -> None:
    """Write a turn: the rows of the organization then say what its history says."""
    organization = turned.current.organization
    await writing.close(organization, turned.gone, turned.at)
    await writing.insert(organization, turned.versions, turned.intervals, turned.mentions, turned.at)
    await writing.close_texts(organization, turned.search.gone, turned.at)
    texts = [SearchTextRow(text, turned.at) for text in turned.search.new]
    await writing.insert_texts(organization, texts)
