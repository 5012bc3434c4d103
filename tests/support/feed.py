"""Reading the changes feed as a subscriber does: the last word of each day, kept for each thing.

Takes a store; fails the test where what was kept is not what the register answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.store import Store
from organica.domain.change import Change
from organica.domain.states import Noun
from organica.register.consult import Consult
from organica.register.feed import Phase, RecordedChange, Wanted

_NAMED = {Noun.UNIT: "name", Noun.FUNCTION: "text"}
Kept = dict[tuple[Noun, str], dict[date, str | None]]


async def assert_the_feed_suffices(store: Store, organization: str) -> int:
    """Fail unless the last words of each day give names and texts on every day; return how many points.

    Also: what took effect was said of that day by an entry before, and each day was told once.
    """
    changes = await store.changes(wanted=Wanted(organization))
    consult = Consult(store)
    points = {row.interval.start for row in (await store.rows(organization)).intervals}
    for day in points:
        snapshot = await consult.structure(organization, day)
        held = {(Noun.UNIT, code): unit.state.name for code, unit in snapshot.units.items()}
        held |= {(Noun.FUNCTION, code): each.state.text for code, each in snapshot.functions.items()}
        assert _read(_kept(changes), day) == held, day
    effective = [each for each in changes if each.phase is Phase.EFFECTIVE]
    assert [each.day for each in effective] == sorted(each.day for each in effective)
    assert len({(each.day, each.change) for each in effective}) == len(effective)
    return len(points)


def _kept(changes: Sequence[RecordedChange]) -> Kept:
    kept: Kept = {}
    for each in changes:
        if each.phase is Phase.RECORDED and _says_what_it_is_called(each.change):
            kept.setdefault((each.change.noun, each.change.code), {})[each.day] = each.change.after
    return kept


def _says_what_it_is_called(change: Change) -> bool:
    """Tell whether a change says what people call a thing, or that it came or went."""
    return change.noun in _NAMED and change.field in (None, _NAMED[change.noun])


def _read(kept: Kept, day: date) -> dict[tuple[Noun, str], str]:
    """Return what the last word up to a day says of each thing that is there."""
    found: dict[tuple[Noun, str], str] = {}
    for thing, days in kept.items():
        known = [each for each in days if each <= day]
        last = days[max(known)] if known else None
        if last is not None:
            found[thing] = last
    return found
