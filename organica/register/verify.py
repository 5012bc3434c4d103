"""Verify: the ledger is what it was, and the rows are what the ledger says.

Takes the register and changes nothing: recomputes every digest, leaf and seal, replays the ledger in memory
and names what differs. Whatever the storage holds, the answer is a list of faults. Called by the command
line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from organica.ledger.canonical import digest, instant, leaf
from organica.ledger.tree import root
from organica.register.family import families
from organica.register.faults import Fault, unreadable
from organica.register.feed_check import misnumbered
from organica.register.ports import Entry, Reads, ReadsTogether
from organica.register.proof import Checkpoint, leaf_of
from organica.register.rebuild import Progress
from organica.register.refusals import UnreadableRow
from organica.register.replaying import Names, replay_family, row_faults
from organica.register.search.check import search_faults


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` read and what it found wrong, the first faulty entry first.

    `root` is that of the tree over the leaves of all entries, recomputed from what is stored; 32 bytes.
    """

    entries: int
    rows: int
    root: bytes
    faults: tuple[Fault, ...]

    @property
    def rows_alone(self) -> bool:
        """Tell whether the ledger and its names are sound and only what is derived from them differs.

        So it is where another release wrote the rows: a rebuild mends them, and renumbers no change.
        """
        codes = {fault.code for fault in self.faults}
        return "rows_differ" in codes and codes <= {"rows_differ", "changes_differ"}

    @property
    def checkpoint(self) -> Checkpoint:
        """Return what to remember or publish, for a later `verify` to hold the register to."""
        return Checkpoint(self.entries, self.root)


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


async def verify(
    register: ReadsTogether, progress: Progress = _silent, *, expected: Sequence[Checkpoint] = ()
) -> Verification:
    """Recompute everything and return the faults.

    All is read in one transaction, so that an entry in between is no fault. `expected` are roots remembered
    from before: only they show entries that were cut off the end, or rewritten with digest, leaf and rows.
    Raises: Unavailable where the storage does not answer at all.
    """
    async with register.reading() as reads:
        try:
            entries = await reads.entries()
        except UnreadableRow as refusal:
            return Verification(0, 0, root(()), (unreadable(refusal),))
        leaves = [leaf_of(entry) for entry in entries]
        ledger = list(_entry_faults(entries))
        faults = [*ledger, *await _head_faults(reads, entries), *_checkpoint_faults(leaves, expected)]
        rows = 0
        if not ledger:
            rows, found = await _derived(reads, entries, progress)
            faults += found
    faults.sort(key=lambda fault: (fault.entry is None, fault.entry or 0))
    return Verification(len(entries), rows, root(leaves), tuple(faults))


def _entry_faults(entries: Sequence[Entry]) -> Iterable[Fault]:
    before: Entry | None = None
    for place, entry in enumerate(entries, start=1):
        if entry.index != place:
            yield Fault("index_gap", entry.index, None, f"expected entry {place}")
        if digest(entry.document) != entry.digest:
            yield Fault("bad_digest", entry.index, None, "the document is not what its digest says")
        header = leaf(entry.index, entry.kind, entry.organizations, entry.recorded_at, entry.digest)
        if header != entry.leaf:
            yield Fault("bad_leaf", entry.index, None, "the header is not what its leaf says")
        if before is not None and entry.recorded_at <= before.recorded_at:
            yield Fault("clock_backwards", entry.index, None, "recorded before the entry before it")
        before = entry


def _checkpoint_faults(leaves: Sequence[bytes], expected: Sequence[Checkpoint]) -> Iterable[Fault]:
    """Hold the first entries to their roots. A root that comes out clears all entries up to its size."""
    cleared = 0
    for checkpoint in sorted(expected):
        if checkpoint.size > len(leaves):
            wanted = f"{checkpoint.size} entries were recorded; {len(leaves)} are there"
            yield Fault("entries_missing", len(leaves) + 1, None, wanted)
        elif (found := root(leaves[: checkpoint.size])) == checkpoint.root:
            cleared = checkpoint.size
        else:
            entry = checkpoint.size if checkpoint.size == cleared + 1 else None
            detail = f"the first {checkpoint.size} entries give the root {found.hex()}"
            vouched = f"; those up to {cleared} are as recorded" if cleared else ""
            yield Fault("root_differs", entry, None, detail + vouched)


async def _head_faults(reads: Reads, entries: Sequence[Entry]) -> list[Fault]:
    """Hold the head to the newest entry: the next one is numbered and dated after it."""
    try:
        head = await reads.head()
    except UnreadableRow as refusal:
        return [unreadable(refusal)]
    newest = (entries[-1].index, entries[-1].recorded_at) if entries else (0, None)
    if (head.index, head.recorded_at) == newest:
        return []
    said, wanted = (
        f"{index} of {instant(at) if at else 'no time'}"
        for index, at in ((head.index, head.recorded_at), newest)
    )
    return [Fault("head_differs", None, None, f"the head is entry {said}; the newest is {wanted}")]


async def _derived(reads: Reads, entries: Sequence[Entry], progress: Progress) -> tuple[int, list[Fault]]:
    """Replay each family of organizations that an entry or a row names; compare its rows, then all names."""
    rows, steps = 0, count(1)
    faults: list[Fault] = []
    try:
        projected = await reads.projected_organizations()
    except UnreadableRow as refusal:
        projected = ()
        faults.append(unreadable(refusal))
    known = families(entries)
    strangers = sorted({*projected} - {code for codes, _ in known for code in codes})
    names = Names()
    for organizations, own in [*known, *(((code,), []) for code in strangers)]:
        checks, replayed, found = await replay_family(
            reads, organizations, own, names, lambda: progress(next(steps), len(entries))
        )
        faults += found
        for code in organizations:
            try:
                stored = await reads.rows(code)
                texts, words = await reads.stored_texts(code)
            except UnreadableRow as refusal:
                faults.append(unreadable(refusal, code))
                continue
            rows += len(stored.versions) + len(stored.intervals)
            if not found:
                faults += row_faults(code, stored, replayed[code])
                faults += search_faults(code, texts, words, replayed[code].versions)
        if not found:
            faults += [Fault("changes_differ", each.entry, each.organization, each.detail) for each in checks]
    faults += await _feed_faults(reads, entries)
    try:
        disclosures = await reads.disclosures()
    except UnreadableRow as refusal:
        return rows, [*faults, unreadable(refusal)]
    unopened = {fault.entry for fault in faults if fault.code == "bad_document"}
    faults += names.faults([each for each in disclosures if each.entry not in unopened])
    return rows, faults


async def _feed_faults(reads: Reads, entries: Sequence[Entry]) -> list[Fault]:
    """Hold the feed as a whole to its numbers, and to the organizations that the entries touch."""
    touched: dict[str, list[Entry]] = {}
    for entry in entries:
        for organization in entry.organizations:
            touched.setdefault(organization, []).append(entry)
    try:
        found = await misnumbered(reads, touched)
    except UnreadableRow as refusal:
        return [unreadable(refusal)]
    return [Fault("changes_differ", each.entry, each.organization, each.detail) for each in found]
