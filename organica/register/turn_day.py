"""The clock: days pass, and what an entry said of a future day takes effect.

Takes the register and a clock; appends what took effect since each organization was last turned, also after
the server was down. Called by the server every minute and by `organica turn`; enact turns its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from organica.register.changes import Dated, local_day, taking_effect
from organica.register.enact import Clock, utc_now
from organica.register.family import family_of, histories_of
from organica.register.feed import TurnedDay
from organica.register.ports import Appends, Reads, Writing
from organica.register.record import Feed, catch_up, lacks_feed
from organica.register.search.history import fill_search


async def turn_day(register: Appends, clock: Clock = utc_now) -> int:
    """Append the changes that took effect up to today, wherever each organization is; return how many.

    Nothing is locked or written while no day has passed anywhere. Two servers that turn at once tell each
    day once, because the second finds it turned; so does a clock that goes back.
    Raises: subclasses of Unavailable (storage read-only, full, busy, out of reach).
    """
    now = clock().astimezone(UTC)
    async with register.reading() as reads:
        lacking = await lacks_feed(reads) or await reads.lacks_search()
        if not lacking and not _due(await reads.turned_days(now.date()), now):
            return 0
    async with register.writing() as writing:
        if await lacks_feed(writing):
            await catch_up(writing)
        if await writing.lacks_search():
            await fill_search(writing)
        return await _turn(writing, now)


async def _turn(writing: Writing, now: datetime) -> int:
    """Turn every organization in which a day has passed; the changes come by day, then by organization."""
    told: list[tuple[str, Dated]] = []
    for turned, today in _due(await writing.turned_days(now.date()), now):
        if turned.next_point is not None and turned.next_point <= today:
            told += [
                (turned.organization, dated)
                for dated in await _taking_effect(writing, turned.organization, turned.day, today)
            ]
        await writing.set_turned_day(turned.organization, today)
    told.sort(key=lambda each: (each[1][0], each[0]))
    head = await writing.head()
    await (await Feed.of(writing)).tell_effective(head.index, now, told)
    return len(told)


def _due(turned: Iterable[TurnedDay], now: datetime) -> list[tuple[TurnedDay, date]]:
    """Return the organizations in which it is a later day than the one last turned, with that day."""
    days = [(each, local_day(each.time_zone, now)) for each in turned]
    return [(each, today) for each, today in days if today > each.day]


async def _taking_effect(reads: Reads, organization: str, after: date, until: date) -> list[Dated]:
    histories = histories_of(await family_of(reads, organization))
    return taking_effect(histories[organization], after, until)
