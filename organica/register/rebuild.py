"""Rebuild: every row derived anew from the entries, one family of organizations after the other.

Takes the register; returns the number of entries. What is no projection (entries, names, the feed) stays
untouched. Called by the command line.
"""

from __future__ import annotations

from collections.abc import Callable

from organica.domain.external_ids import external_ids
from organica.domain.filings import Enacted, IdMapping
from organica.domain.history import History, fold_together
from organica.register.documents import filing_of
from organica.register.family import families
from organica.register.feed_check import FeedCheck, misnumbered
from organica.register.ports import Appends, SourceRecord
from organica.register.record import catch_up, lacks_feed
from organica.register.refusals import ChangesDiffer
from organica.register.sources import cited_records, judged_records, source_records
from organica.register.turn import no_rows, turn, write

Progress = Callable[[int, int], None]


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


async def rebuild(register: Appends, progress: Progress = _silent) -> int:
    """Derive all rows anew from the ledger, in one transaction; return the number of entries.

    The feed is compared and never renumbered, because readers hold its numbers; one that an older release
    left empty is filled.
    Raises: UnreadableRow where an entry cannot be read; what refuses an act that no longer applies;
    ChangesDiffer, when the rows are written, where the feed does not say what the ledger gives.
    """
    async with register.writing() as writing:
        entries = await writing.entries()
        await writing.clear_projections()
        if await lacks_feed(writing):
            await catch_up(writing)
        differences = await misnumbered(writing, {code for each in entries for code in each.organizations})
        done = 0
        for organizations, own in families(entries):
            rows = {code: no_rows(code) for code in organizations}
            histories = {code: History(code, ()) for code in organizations}
            checks = {code: await FeedCheck.of(writing, code) for code in organizations}
            enacted: list[Enacted] = []
            recorded: dict[str, list[SourceRecord]] = {code: [] for code in organizations}
            for place, entry in enumerate(own):
                fresh = Enacted(entry.index, filing_of(entry))
                earlier = tuple(enacted)
                enacted.append(fresh)
                before, histories = histories, fold_together(organizations, enacted)
                for record in source_records(earlier, own[:place], fresh, entry.organizations, histories):
                    recorded[record.organization].append(record)
                    await writing.keep_source(record)
                for code in entry.organizations:
                    more = judged_records(before, histories, enacted, recorded[code])
                    if len(organizations) > 1:
                        known = {record.source.key for record in recorded[code]}
                        more += cited_records(histories[code], known, enacted, entry.index)
                    for record in more:
                        recorded[code].append(record)
                        await writing.keep_source(record)
                    checks[code].entry(entry, before[code], histories[code])
                    turned = turn(rows[code], histories[code], entry.index)
                    await write(writing, turned)
                    rows[code] = turned.current
                if isinstance(fresh.filing, IdMapping):
                    own_history = histories[fresh.organization]
                    ids = external_ids(fresh.organization, enacted, own_history)
                    await writing.keep_external_ids(fresh.organization, ids)
                done += 1
                progress(done, len(entries))
            differences += [each for code, check in checks.items() for each in check.end(histories[code])]
    if differences:
        first = differences[0]
        raise ChangesDiffer(entry=first.entry, organization=first.organization, detail=first.detail)
    return len(entries)
