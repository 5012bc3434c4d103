"""The memory that a process may take for what it holds of organizations, and what leaves when it is full.

Takes how much there may be and an estimate of each thing; says which things go. One Room for a process: the
rows of all organizations, and what was derived from them. What is derived leaves first, because it is made
again in milliseconds and rows must be read again; within both, what nobody asked for the longest. What
was made last always stays, and so do the rows that were asked for last, also where they alone are larger:
somebody is being answered with them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from enum import IntEnum
from threading import RLock
from typing import Any, Generic, TypeVar
from weakref import ref

HELD_BYTES = 256_000_000

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def _nobody() -> None:
    """Stand in for a store that is no more."""


_GONE = (_nobody, 0)


class Rank(IntEnum):
    """In which order things leave."""

    DERIVED = 0
    ROWS = 1


class Room:
    """A bound of bytes that several stores share. `bytes`: about what they hold now."""

    def __init__(self, max_bytes: int = HELD_BYTES) -> None:
        self._max_bytes = max_bytes
        self.bytes = 0
        # A store is collected in whichever thread the collector runs, also in the middle of `take`.
        self._one_at_a_time = RLock()
        # A store that nobody holds any more goes at once, so it must not be held here.
        self._things: dict[Rank, OrderedDict[tuple[int, Hashable], tuple[ref[Kept[Any, Any]], int]]] = {
            rank: OrderedDict() for rank in Rank
        }

    def take(self, kept: Kept[K, V], key: K, size: int) -> None:
        """Count a thing that a store has begun to hold, and let others leave until all fit."""
        place = (id(kept), key)
        with self._one_at_a_time:
            self._things[kept.rank][place] = (ref(kept), size)
            self.bytes += size
            for rank, things in self._things.items():
                if self.bytes <= self._max_bytes:
                    return
                staying = {place, next(reversed(things), None) if rank is Rank.ROWS else None}
                # One that leaves may make others leave, and a store may be collected at any step.
                for other in [each for each in list(things) if each not in staying]:
                    store, _ = things.get(other, _GONE)
                    held = store()
                    if held is not None and self.bytes > self._max_bytes:
                        held.forget(other[1])

    def touch(self, kept: Kept[K, V], key: K) -> None:
        """Note that somebody asked for a thing."""
        place = (id(kept), key)
        with self._one_at_a_time:
            if place in self._things[kept.rank]:
                self._things[kept.rank].move_to_end(place)

    def leave(self, kept: Kept[K, V], key: K) -> None:
        """Count a thing no more that its store holds no more."""
        with self._one_at_a_time:
            _, size = self._things[kept.rank].pop((id(kept), key), _GONE)
            self.bytes -= size


class Kept(Generic[K, V]):
    """A store of things by key: at most so many, and as many as their room has place for.

    `size`: about how many bytes a thing takes. `leaving`: what a thing is told when it leaves.
    """

    def __init__(
        self,
        most: int,
        room: Room,
        size: Callable[[V], int],
        rank: Rank = Rank.DERIVED,
        leaving: Callable[[V], None] | None = None,
    ) -> None:
        self.rank = rank
        self._most = most
        self._room = room
        self._size = size
        self._leaving = leaving
        self._things: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        return len(self._things)

    def __contains__(self, key: object) -> bool:
        return key in self._things

    def get(self, key: K) -> V | None:
        """Return what is held under a key, which somebody asked for; None where nothing is."""
        if key not in self._things:
            return None
        self._things.move_to_end(key)
        self._room.touch(self, key)
        return self._things[key]

    def keep(self, key: K, thing: V) -> V:
        """Hold a thing under a key, in the place of what was there."""
        self.forget(key)
        self._things[key] = thing
        self._room.take(self, key, self._size(thing))
        if len(self._things) > self._most:
            self.forget(next(iter(self._things)))
        return thing

    def made(self, key: K, make: Callable[[], V]) -> V:
        """Return what is held under a key, or make it and hold it."""
        held = self.get(key)
        return self.keep(key, make()) if held is None else held

    def forget(self, key: K) -> None:
        """Hold a thing no more."""
        if key in self._things:
            thing = self._things.pop(key)
            self._room.leave(self, key)
            if self._leaving is not None:
                self._leaving(thing)

    def let_go(self) -> None:
        """Hold nothing any more."""
        for key in list(self._things):
            self.forget(key)

    def __del__(self) -> None:
        self.let_go()
