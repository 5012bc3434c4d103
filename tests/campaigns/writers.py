"""Many writers at once: the order of the ledger explains everything that each of them saw.

Takes the URL of a register; starts processes that enact as fast as they can, then holds the register to what
they saw. `make writers` runs ten of them for a minute on PostgreSQL; the tests call the same functions for a
few seconds. All instants come from one clock of the machine that never runs backwards.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from db.engine import make_engine
from db.store import Store
from organica.register.enact import Outcome, enact
from organica.register.ports import Entry
from organica.register.refusals import HeadMoved
from organica.register.verify import verify
from tests.campaigns.databases import register_on
from tests.campaigns.portions import Portion, Report, campaign, seed_given
from tests.campaigns.processes import PROCESSES
from tests.campaigns.resolutions import creating
from tests.campaigns.writing import START_TIMEOUT_S, Written, write_until_the_end
from tests.support.postgres import server

WRITERS = 10
SECONDS = 60
PAIRS = 200
END_TIMEOUT_S = 60


async def pairs_with_one_head(url: str, pairs: int) -> Report:
    """Let two writers enact against the same head, again and again: one wins, the other is told by whom."""
    report = Report()
    stores = [Store(make_engine(url)) for _ in range(2)]
    for pair in range(pairs):
        head = (await stores[0].head()).index
        resolutions = [
            creating(f"cl.par-{pair // 8}", f"u{pair}-{each}", f"{pair}-{each}") for each in (1, 2)
        ]
        answers = await asyncio.gather(
            *(
                enact(store, resolution, expected_head=head)
                for store, resolution in zip(stores, resolutions, strict=True)
            ),
            return_exceptions=True,
        )
        won = [answer.entry for answer in answers if isinstance(answer, Outcome)]
        lost = [answer.facts for answer in answers if isinstance(answer, HeadMoved)]
        report.counts["pairs"] += 1
        if won != [head + 1] or lost != [{"expected": head, "head": head + 1}]:
            report.findings.append(f"pair {pair} against entry {head}: {answers}")
    report.findings += [f"verify: {fault}" for fault in (await verify(stores[0])).faults]
    for store in stores:
        await store.close()
    return report


def write_together(url: str, writers: int, seconds: float) -> Report:
    """Start the writers, wait for their end, and compare what they saw with the ledger."""
    started = []
    begin = PROCESSES.Event()
    for writer in range(writers):
        heard, told = PROCESSES.Pipe(duplex=False)
        child = PROCESSES.Process(target=write_until_the_end, args=(url, writer, seconds, begin, told))
        child.start()
        told.close()
        started.append((heard, child))
    begin.set()
    seen: list[list[Written]] = []
    report = Report()
    for heard, child in started:
        if not heard.poll(seconds + START_TIMEOUT_S):
            child.kill()
            raise RuntimeError("a writer does not come to its end")
        with heard:
            written, busy = heard.recv()
        seen.append(written)
        report.counts["told to repeat"] += busy
        child.join(END_TIMEOUT_S)
    report.counts["writers"] += writers
    report.counts["acknowledged"] += sum(map(len, seen))
    report.findings += asyncio.run(_unexplained(url, seen))
    return report


def out_of_order(seen: Sequence[Sequence[Written]], entries: Sequence[Entry]) -> list[str]:
    """Return what the order of the ledger does not explain.

    Each writer's entries stand in its own order; an entry that was acknowledged before another one was begun
    stands before it. That takes one walk from the newest entry on, with the earliest answer so far.
    """
    findings = []
    for writer, written in enumerate(seen):
        own = [each.entry for each in written]
        if own != sorted(set(own)):
            findings.append(f"writer {writer} was answered {own}")
    by_entry = {each.entry: each for written in seen for each in written}
    if len(by_entry) != sum(map(len, seen)):
        findings.append("two writers were answered the same entry")
    organizations = {entry.index: entry.organizations for entry in entries}
    documents = {entry.index: entry.document for entry in entries}
    earliest: Written | None = None
    for index in sorted(by_entry, reverse=True):
        each = by_entry[index]
        if organizations.get(index) != (each.organization,) or each.unit.encode() not in documents[index]:
            findings.append(f"entry {index} is not what its writer enacted: {each}")
        if earliest is not None and earliest.acknowledged < each.begun:
            findings.append(f"entry {earliest.entry} was acknowledged before entry {index} was begun")
        if earliest is None or each.acknowledged < earliest.acknowledged:
            earliest = each
    return findings


async def _unexplained(url: str, seen: Sequence[Sequence[Written]]) -> list[str]:
    store = Store(make_engine(url))
    entries, found = await store.entries(), await verify(store)
    await store.close()
    findings = [f"verify: {fault}" for fault in found.faults]
    acknowledged = sum(map(len, seen))
    if len(entries) != acknowledged:
        findings.append(f"{len(entries)} entries stored, {acknowledged} acknowledged")
    return findings + out_of_order(seen, entries)


def _pairs(on: str) -> Report:
    with register_on(on) as url:
        return asyncio.run(pairs_with_one_head(url, PAIRS))


def _together(on: str) -> Report:
    with register_on(on) as url:
        return write_together(url, WRITERS, SECONDS)


def main() -> int:
    """Run the campaign on PostgreSQL, where writers do not share a process or a file."""
    seed = seed_given(__doc__ or "")
    with server() as url:
        portions = [
            Portion("pairs with one head", seed, lambda: _pairs(url)),
            Portion(f"{WRITERS} writers", seed, lambda: _together(url)),
        ]
        return campaign("writers", seed, portions)


if __name__ == "__main__":
    sys.exit(main())
