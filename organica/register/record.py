"""Writing the feed: the changes of an entry, and those that took effect before it.

Takes an open write transaction and the histories before and after an entry; appends what they say, numbered
under the register's lock. Called by enact for each entry, and by turn_day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from organica.domain.filings import Enacted
from organica.domain.history import History, fold_together
from organica.register.changes import Dated, civil_day, nature_of, recorded, taking_effect
from organica.register.documents import enacted_in
from organica.register.family import families
from organica.register.feed import Phase, RecordedChange
from organica.register.ports import Entry, Reads, Writing


@dataclass(frozen=True, slots=True)
class Touched:
    """An organization that an entry touches, before and after it; `first` is as in `recorded`."""

    before: History
    after: History
    first: date = date.min

    @property
    def organization(self) -> str:
        """Return its code."""
        return self.after.organization


class Feed:
    """Gives the next numbers of the feed; made once a write transaction, which holds the register's lock."""

    def __init__(self, writing: Writing, newest: int) -> None:
        self._writing = writing
        self._next = count(newest + 1)

    @classmethod
    async def of(cls, writing: Writing) -> Feed:
        """Return the feed as it ends now."""
        return cls(writing, await writing.newest_change())

    async def tell_recorded(self, entry: Entry, organization: str, dated: Iterable[Dated]) -> None:
        """Append what an entry says anew of an organization."""
        await self._writing.append_changes(
            [
                RecordedChange(
                    seq=next(self._next),
                    phase=Phase.RECORDED,
                    nature=nature_of(change, entry.kind),
                    organization=organization,
                    entry=entry.index,
                    day=day,
                    change=change,
                    recorded_at=entry.recorded_at,
                )
                for day, change in dated
            ]
        )

    async def tell_effective(
        self, newest_entry: int, now: datetime, dated: Iterable[tuple[str, Dated]]
    ) -> None:
        """Append what took effect; each comes with its organization."""
        await self._writing.append_changes(
            [
                RecordedChange(
                    seq=next(self._next),
                    phase=Phase.EFFECTIVE,
                    nature=nature_of(change),
                    organization=organization,
                    entry=newest_entry,
                    day=day,
                    change=change,
                    recorded_at=now,
                )
                for organization, (day, change) in dated
            ]
        )


async def record(writing: Writing, entry: Entry, touched: Sequence[Touched]) -> None:
    """Append what took effect before the entry, as known then, and what the entry says anew.

    Both days are those of the entry's own instant, which never goes back, so that `verify` finds them again.
    An organization is then turned to today: what the entry says of the past never takes effect later, and
    what it says of the future does so once. Where the clock went back, its day does too, but never behind
    what has been told.
    """
    if entry.index > 1 and await lacks_feed(writing):
        await catch_up(writing, entry.index)
    await _record(writing, entry, touched)


async def _record(writing: Writing, entry: Entry, touched: Sequence[Touched]) -> None:
    feed = await Feed.of(writing)
    for each in touched:
        turned = await writing.turned_days(entry.recorded_at.date(), each.organization)
        last = turned[0].last_effective if turned else None
        if turned:
            today = civil_day(each.before, entry.recorded_at)
            due = taking_effect(each.before, turned[0].day, today)
            await feed.tell_effective(
                entry.index - 1, entry.recorded_at, [(each.organization, dated) for dated in due]
            )
            last = due[-1][0] if due else last
        today = civil_day(each.after, entry.recorded_at)
        await writing.set_turned_day(each.organization, today if last is None else max(today, last))
    for each in touched:
        await feed.tell_recorded(entry, each.organization, recorded(each.before, each.after, each.first))


async def catch_up(writing: Writing, until: int | None = None) -> None:
    """Give a register that an older release filled the feed that this one would have written.

    `until`: the entry that is being recorded, which comes after all this.
    """
    entries = [each for each in await writing.entries() if until is None or each.index < until]
    bound = {code: codes for codes, _ in families(entries) for code in codes}
    enacted: dict[tuple[str, ...], list[Enacted]] = {}
    histories: dict[str, History] = {}
    for entry in entries:
        codes = bound[entry.organizations[0]]
        own = enacted.setdefault(codes, [])
        own += enacted_in([entry])
        after = fold_together(codes, own)
        touched = [
            Touched(histories.get(code, History(code, ())), after[code]) for code in entry.organizations
        ]
        histories |= after
        await _record(writing, entry, touched)


async def lacks_feed(reads: Reads) -> bool:
    """Tell whether the register has entries and none of them is in the feed: an older release wrote them."""
    if await reads.newest_change() > 0 or (await reads.head()).index == 0:
        return False
    return not await reads.turned_days(date.min)
