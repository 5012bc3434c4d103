"""Rebuild: every row derived anew from the entries, one organization after the other.

Takes the register; returns the number of entries. What is no projection (entries, names) stays untouched.
Called by the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from organica.domain.history import fold
from organica.domain.resolution import Enacted
from organica.register.documents import resolution_of
from organica.register.enact import source_record
from organica.register.ports import Appends, Entry
from organica.register.turn import no_rows, turn, write

Progress = Callable[[int, int], None]


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


async def rebuild(register: Appends, progress: Progress = _silent) -> int:
    """Derive all rows anew from the ledger, in one transaction; return the number of entries.

    Raises: UnreadableRow where an entry cannot be read; what refuses an act that no longer applies.
    """
    async with register.writing() as writing:
        entries = await writing.entries()
        await writing.clear_projections()
        touched = by_organization(entries)
        done, of = 0, sum(map(len, touched.values()))
        for organization, own in touched.items():
            rows = no_rows(organization)
            enacted: list[Enacted] = []
            for entry in own:
                fresh = Enacted(entry.index, resolution_of(entry))
                enacted.append(fresh)
                if fresh.resolution.organization == organization:
                    await writing.keep_source(source_record(fresh))
                turned = turn(rows, fold(organization, enacted), entry.index)
                await write(writing, turned)
                rows = turned.current
                done += 1
                progress(done, of)
    return len(entries)


def by_organization(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Return the entries of each organization that they touch, in their order, by code."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for organization in entry.organizations:
            found.setdefault(organization, []).append(entry)
    return dict(sorted(found.items()))
