"""What is kept: only while it is true, and within its bound."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast

from api.delivery.delivering import Delivery
from api.delivery.kept import KeptAnswers
from api.delivery.made import Lifetime, Made
from organica.register.consult import Consult
from organica.register.watching import note_feed, note_name, note_newest, note_today

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MIDNIGHT = NOON.replace(hour=0) + timedelta(days=1)


class Register(Consult):
    """A register whose newest entry and clock a test moves."""

    def __init__(self) -> None:
        super().__init__(cast("Any", None), now=lambda: self.at)
        self.at = NOON
        self.newest = 1
        self.made = 0

    async def head(self, at_least: int = 0) -> int:
        """Return the entry that the test set."""
        return self.newest


async def times_made(register: Register, note: Any, *moves: Any, max_bytes: int = 1_000_000) -> list[int]:
    """Return how often an answer was made at first, when asked again, and after each move."""
    delivery = Delivery(register, max_bytes)

    async def make() -> Made:
        register.made += 1
        note()
        return Made(b"{}", "application/json")

    counts = []
    for move in (lambda: None, lambda: None, *moves):
        move()
        await delivery.made(("structure",), make)
        counts.append(register.made)
    return counts


async def test_what_rests_on_the_newest_state_is_made_anew_with_the_next_entry() -> None:
    register = Register()
    for note in (note_newest, note_feed, note_name):
        register.made = 0
        assert await times_made(register, note, lambda: setattr(register, "newest", register.newest + 1)) == [
            1,
            1,
            2,
        ]


async def test_what_is_fixed_outlives_every_entry_and_day() -> None:
    register = Register()
    entry = lambda: setattr(register, "newest", 9)  # noqa: E731
    year = lambda: setattr(register, "at", NOON + timedelta(days=400))  # noqa: E731
    assert await times_made(register, lambda: None, entry, year) == [1, 1, 1, 1]


async def test_what_rests_on_the_day_ends_with_it() -> None:
    register = Register()
    last_second = lambda: setattr(register, "at", MIDNIGHT - timedelta(seconds=1))  # noqa: E731
    midnight = lambda: setattr(register, "at", MIDNIGHT)  # noqa: E731
    assert await times_made(register, lambda: note_today(MIDNIGHT), last_second, midnight) == [1, 1, 1, 2]


async def test_without_memory_nothing_is_kept() -> None:
    assert await times_made(Register(), lambda: None, max_bytes=0) == [1, 2]


async def test_a_note_that_nobody_watches_is_lost() -> None:
    note_name()
    assert await times_made(Register(), lambda: None) == [1, 1]


def answer(size: int) -> Made:
    return Made(b"x" * size, "text/plain", lifetime=Lifetime.FOR_EVER)


def test_what_nobody_asked_for_the_longest_leaves_first() -> None:
    kept = KeptAnswers(100_000)
    for name in "abcdefghij":
        kept.keep((name,), answer(9_000), 1, None)
        kept.fixed(("a",))
    held = [name for name in "abcdefghij" if kept.fixed((name,))]
    assert held[0] == "a"
    assert held[-1] == "j"
    assert len(held) == 8


def test_no_single_answer_takes_the_place_of_most_others() -> None:
    kept = KeptAnswers(100_000)
    kept.keep(("small",), answer(1_000), 1, None)
    kept.keep(("large",), answer(20_000), 1, None)
    assert kept.fixed(("large",)) is None
    assert kept.fixed(("small",)) is not None


def test_the_bound_holds_when_answers_take_the_place_of_their_forerunners() -> None:
    kept = KeptAnswers(100_000)
    for head in range(1_000):
        kept.keep(("one",), answer(9_000), head, None)
        kept.keep((str(head),), answer(100), head, None)
    assert kept.bytes <= 100_000
    assert kept.current(("one",), 999, NOON) is not None
    assert kept.current(("one",), 1_000, NOON) is None
