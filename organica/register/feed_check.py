"""Whether the feed says what the ledger gives: each change derived anew and compared, none renumbered.

Takes the stored changes of one organization and, entry by entry, its histories; returns what differs. Called
by verify and rebuild. When its day came is the clock's word, so of a change that took effect the
day, the content and the place between two entries are derived, and its instant is held to its day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from organica.domain.change import Change
from organica.domain.history import History
from organica.domain.resolution import EntryKind
from organica.register.changes import Dated, civil_day, nature_of, recorded, taking_effect
from organica.register.feed import Phase, RecordedChange, TurnedDay, Wanted
from organica.register.ports import Entry, Reads


@dataclass(frozen=True, slots=True)
class Differs:
    """The first change of an entry, or of the days after it, that is not what the ledger gives."""

    entry: int | None
    organization: str | None
    detail: str


class FeedCheck:
    """Follows one organization through its entries, with its stored changes in hand."""

    def __init__(self, organization: str, stored: Sequence[RecordedChange], turned: TurnedDay | None) -> None:
        self.differences: list[Differs] = []
        self._organization = organization
        self._recorded: dict[int, list[RecordedChange]] = {}
        self._effective = [each for each in stored if each.phase is Phase.EFFECTIVE]
        for each in stored:
            if each.phase is Phase.RECORDED:
                self._recorded.setdefault(each.entry, []).append(each)
        self._stored_turned = turned
        self._turned: date | None = None
        self._last_effective: date | None = None
        self._newest: Entry | None = None

    @classmethod
    async def of(cls, reads: Reads, organization: str) -> FeedCheck:
        """Return the check of an organization, which has read what is stored. Raises: UnreadableRow."""
        stored = await reads.changes(wanted=Wanted(organization=organization))
        turned = await reads.turned_days(date.min, organization)
        return cls(organization, stored, turned[0] if turned else None)

    def entry(self, entry: Entry, before: History, after: History) -> None:
        """Compare what took effect before an entry, and what the entry says anew."""
        if self._newest is not None:
            self._took_effect(before, entry.index, civil_day(before, entry.recorded_at))
        today = civil_day(after, entry.recorded_at)
        self._turned = today if self._last_effective is None else max(today, self._last_effective)
        self._newest = entry
        stored = self._recorded.pop(entry.index, [])
        self._compare(entry.index, stored, recorded(before, after), entry.kind)
        if any(each.recorded_at != entry.recorded_at for each in stored):
            self._differs(entry.index, "its changes have another instant than the entry")

    def end(self, history: History) -> list[Differs]:
        """Compare what took effect since the newest entry; return all that differs."""
        turned = self._stored_turned
        if self._newest is not None and self._turned is not None:
            if turned is None or turned.day < self._turned:
                day = turned.day if turned else "no day"
                self._differs(None, f"it was turned to {self._turned}, not to {day}")
            else:
                self._took_effect(history, None, turned.day)
        elif turned is not None:
            self._differs(None, "it was turned and has no entry")
        for each in [*(first for first, *_ in self._recorded.values()), *self._effective[:1]]:
            self._differs(each.entry, f"change {each.seq} is not in the ledger")
        return self.differences

    def _took_effect(self, history: History, before: int | None, at_least: date) -> None:
        """Compare the changes that took effect until an entry; the clock may have been ahead of it."""
        stored = [each for each in self._effective if before is None or each.entry < before]
        del self._effective[: len(stored)]
        until = max([at_least, *(each.day for each in stored)])
        newest, turned = self._newest, self._turned
        if newest is None or turned is None:
            return
        self._compare(newest.index, stored, taking_effect(history, turned, until))
        for each in stored:
            if each.entry < newest.index or civil_day(history, each.recorded_at) < each.day:
                self._differs(newest.index, f"change {each.seq} took effect before its day or its entry")
                break
        if stored:
            self._last_effective = max(each.day for each in stored)

    def _compare(
        self,
        entry: int,
        stored: Sequence[RecordedChange],
        wanted: Iterable[Dated],
        kind: EntryKind = EntryKind.ENACTMENT,
    ) -> None:
        """Name the first of the stored changes that is not the wanted one in its place."""
        for found, expected in zip_longest(stored, wanted):
            if expected is None:
                self._differs(entry, f"change {found.seq} is not in the ledger")
            elif found is None:
                self._differs(entry, f"missing from {expected[0]}: {_named(expected[1])}")
            elif (found.day, found.change, found.nature) != (*expected, nature_of(expected[1], kind)):
                self._differs(entry, f"change {found.seq} is not {_named(expected[1])} from {expected[0]}")
            else:
                continue
            return

    def _differs(self, entry: int | None, detail: str) -> None:
        self.differences.append(Differs(entry, self._organization, detail))


async def misnumbered(reads: Reads, touched: Collection[str]) -> list[Differs]:
    """Return where the feed as a whole is out of order, or names what no entry touches.

    Numbers count from 1 without gaps, and the entries that they name never go back. `touched`: the
    organizations that entries touch. Raises: UnreadableRow.
    """
    found: list[Differs] = []
    last, entry = 0, 0
    changes = await reads.changes()
    for each in changes:
        if each.seq != last + 1 or each.entry < entry:
            found.append(Differs(each.entry, each.organization, f"change {each.seq} is out of its order"))
            break
        last, entry = each.seq, each.entry
    named = {each.organization for each in changes}
    named |= {each.organization for each in await reads.turned_days(date.min)}
    for code in sorted(named.difference(touched)):
        found.append(Differs(None, code, "the feed names it, and no entry does"))
    return found


def _named(change: Change) -> str:
    return f"{change.kind} of {change.noun} {change.code}"
