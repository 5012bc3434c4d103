"""Turns (turnos): how what takes long to compute shares the event loop with what does not.

Takes computations that ask for their turn whenever a slice is over; wakes one at a time, the one that has had
fewest. Used wherever an answer may be long: by the executor of GraphQL, by REST and by search. Whoever is
short is done within the first slice and waits for nobody, however many long ones there are.
"""

from __future__ import annotations

import asyncio
import gc
import heapq
import sys
import time
from collections.abc import Callable, Iterable
from itertools import count
from typing import TypeVar

# Most questions are answered within the first slice, and then wait for no other turn. With longer slices
# after it short answers wait, shorter ones cost turns.
FIRST_SLICE_S = 0.005
SLICE_S = 0.001
# Python lets another thread wait five milliseconds for the interpreter, longer than a slice: SQLite's
# thread would hardly ever have it while long computations take turns.
SWITCH_S = 0.0005
# Looking through all objects stops every thread for most of a second where the archives of big bodies are
# held, and finds little, because what a request leaves behind is found young. So it is done far less often.
COLLECT_AFTER = (2_000, 10, 500)

T = TypeVar("T")


class _Queue:
    """Those who wait. The event loop wakes at most one of them in each of its rounds."""

    def __init__(self) -> None:
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = count()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def turn(self, had: int) -> None:
        """Wait for a turn. `had`: the slices that whoever waits has had; fewest goes first."""
        loop = asyncio.get_running_loop()
        turn = loop.create_future()
        if self._loop is not loop:
            # Nobody is being woken, or those who waited did so in a loop that is over.
            self._waiting.clear()
            self._loop = loop
            loop.call_soon(self._wake)
        heapq.heappush(self._waiting, (had, next(self._order), turn))
        await turn

    def _wake(self) -> None:
        """Wake one in this round of the loop, and come again in the next one."""
        while self._waiting:
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():  # Whoever was cancelled waits no longer.
                turn.set_result(None)
                break
        if self._waiting and self._loop:
            self._loop.call_soon(self._wake)
        else:
            self._loop = None


_QUEUE = _Queue()


class Slices:
    """The slices of one computation; the first one begins when this is made."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ends = clock() + FIRST_SLICE_S
        self._had = 0

    def over(self) -> bool:
        """Tell whether the slice is over, so that others must come before the computation goes on."""
        return self._clock() > self._ends

    async def turn(self) -> None:
        """Let others go first, and begin a new slice."""
        self._had += 1
        await _QUEUE.turn(self._had)
        self._ends = self._clock() + SLICE_S


async def first_turn(unknown: bool) -> None:
    """Wait until one may begin: one in each round of the loop. `unknown`: behind those that are known."""
    await _QUEUE.turn(1 if unknown else 0)


async def listed(items: Iterable[T]) -> list[T]:
    """Return what an iterable yields, computed a slice at a time."""
    slices, found = Slices(), list[T]()
    for item in items:
        found.append(item)
        if slices.over():
            await slices.turn()
    return found


def share_interpreter() -> None:
    """Let threads of this process, such as those of the storage, have the interpreter between slices.

    And let collecting garbage not take it for long: what was made before this is never looked through again.
    """
    sys.setswitchinterval(SWITCH_S)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
