"""The norms that programmes rest on (marco legal): which they are, and what was known of each at an entry.

A programme names them by their keys, whether the register has them or not, and any organization may bring one
in. Takes versions and records of sources; returns values. Called by the storage, the archive and whoever
tells when an answer was altered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from organica.domain.source import LegalSource
from organica.domain.states import ProgrammeState
from organica.domain.versions import Version
from organica.register.ports import Row, SourceRecord


def norms_of(versions: Iterable[Version]) -> set[str]:
    """Return the keys of all norms that programmes rest on."""
    return {
        key
        for version in versions
        if isinstance(version.state, ProgrammeState)
        for key in version.state.rests_on
    }


def resting_on(rows: Iterable[Row], key: str) -> Iterator[Row]:
    """Yield the rows of the programmes that rest on a norm."""
    for row in rows:
        if isinstance(row.version.state, ProgrammeState) and key in row.version.state.rests_on:
            yield row


def norms_known(records: Iterable[SourceRecord], known: int) -> dict[str, SourceRecord]:
    """Return what speaks for each norm as known at an entry, by its key; as `Reads.source_named` chooses."""
    found: dict[str, SourceRecord] = {}
    for record in _in_order(records):
        if record.entry <= known:
            found[record.source.key] = record
    return found


def learnt(records: Iterable[SourceRecord]) -> Iterator[tuple[int, str]]:
    """Yield each entry by which a norm came to be known or to be told otherwise, with the norm's key."""
    said: dict[str, LegalSource] = {}
    spoken = {(record.entry, record.source.key): record.source for record in _in_order(records)}
    for (entry, key), source in spoken.items():
        if said.get(key) != source:
            said[key] = source
            yield entry, key


def _in_order(records: Iterable[SourceRecord]) -> list[SourceRecord]:
    """Return records, the one last that speaks for its key: of the newest entry, the first organization."""
    by_organization = sorted(records, key=lambda record: record.organization, reverse=True)
    return sorted(by_organization, key=lambda record: record.entry)
